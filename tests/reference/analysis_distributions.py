#!/usr/bin/env python3
"""Writes analysis_distributions.json: quantiles and distribution functions computed by SciPy.

    python3 tests/reference/analysis_distributions.py > tests/reference/analysis_distributions.json

Each case is a distribution as `monteCarlo` takes it, the bounds of the parameter it is cut off at, and
pairs of a probability and the quantile there. Values are checked against mpmath to 1e-13 where SciPy's
own method is iterative.
"""

import json
import sys

import mpmath
import numpy
import scipy
from scipy import stats

mpmath.mp.dps = 40
PROBABILITIES = [1e-9, 1e-4, 0.01, 0.05, 0.25, 0.5, 0.7, 0.95, 0.999, 1 - 1e-6]


def checked(distribution, x, p):
    """x where the 40-digit regularised incomplete beta function agrees, after Newton's steps if not."""
    a, b = distribution.args
    z = mpmath.mpf(x)
    for _ in range(50):
        error = mpmath.betainc(a, b, 0, z, regularized=True) - mpmath.mpf(p)
        density = z ** (a - 1) * (1 - z) ** (b - 1) / mpmath.beta(a, b)
        step = error / density
        z -= step
        if abs(step) < mpmath.mpf(10) ** -25 * z:
            break
    assert abs(float(z) / x - 1) < 1e-9, (a, b, p, x, z)
    return float(z)


def beta(a, b, low, high):
    distribution = stats.beta(a, b)
    return [[p, low + (high - low) * checked(distribution, float(distribution.ppf(p)), p)] for p in PROBABILITIES]


def case(family, numbers, bounds, pairs):
    return {"distribution": {"distribution": family, **numbers}, "bounds": bounds, "quantiles": pairs}


def plain(distribution, probabilities=PROBABILITIES):
    return [[p, float(distribution.ppf(p))] for p in probabilities]


def cut_normal(mean, sd, low, high):
    def quantile(p):
        f = mpmath.ncdf
        a, b = (mpmath.mpf(low) - mean) / sd, (mpmath.mpf(high) - mean) / sd
        # In the tail that is nearer, so that nothing cancels.
        sign = -1 if a > 0 else 1
        if sign < 0:
            a, b, p = -b, -a, 1 - mpmath.mpf(p)
        target = f(a) + mpmath.mpf(p) * (f(b) - f(a))
        z = mpmath.mpf(stats.norm.ppf(float(target)))
        for _ in range(50):
            step = (f(z) - target) / mpmath.npdf(z)
            z -= step
            if abs(step) < mpmath.mpf(10) ** -25:
                break
        return float(mean + sign * sd * z)

    return [[p, quantile(p)] for p in PROBABILITIES]


def main():
    wide = [-1e9, 1e9]
    z95 = stats.norm.ppf(0.95)
    cases = [
        case("uniform", {"low": 2.0, "high": 5.0}, wide, plain(stats.uniform(2.0, 3.0))),
        case("uniform", {"low": 2.0, "high": 5.0}, [3.0, 4.0], plain(stats.uniform(3.0, 1.0))),
        case("triangular", {"low": 1.0, "mode": 2.0, "high": 6.0}, wide, plain(stats.triang(0.2, 1.0, 5.0))),
        case("normal", {"mean": 3.0, "sd": 0.5}, wide, plain(stats.norm(3.0, 0.5))),
        case("normal", {"p5": 2.0, "p95": 4.0}, wide, plain(stats.norm(3.0, 1.0 / z95))),
        case("normal", {"mean": 0.7, "sd": 0.2}, [0.0, 1.0], cut_normal(0.7, 0.2, 0.0, 1.0)),
        case("normal", {"mean": 0.0, "sd": 1.0}, [8.0, 9.0], cut_normal(0.0, 1.0, 8.0, 9.0)),
        case("normal", {"mean": 0.0, "sd": 1.0}, [-9.0, -8.0], cut_normal(0.0, 1.0, -9.0, -8.0)),
        case(
            "lognormal",
            {"p5": 2.0, "p95": 8.0},
            [0.0, 1e9],
            plain(stats.lognorm(s=numpy.log(4.0) / (2 * z95), scale=4.0)),
        ),
    ]
    for low, mode, high in [(1.0, 2.0, 6.0), (0.0, 0.0, 1.0), (-1.0, 3.0, 3.0), (30_000.0, 37_000.0, 44_000.0)]:
        a, b = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
        cases.append(case("pert", {"low": low, "mode": mode, "high": high}, wide, beta(a, b, low, high)))
    for a, b in [(0.5, 0.5), (0.3, 2.0), (1.0, 1.0), (2.0, 5.0), (20.0, 3.0), (150.0, 200.0), (900.0, 1.5)]:
        cases.append(case("beta", {"alpha": a, "beta": b, "low": 0.0, "high": 1.0}, wide, beta(a, b, 0.0, 1.0)))
    document = {
        "made": f"SciPy {scipy.__version__}, mpmath {mpmath.__version__}",
        "normalCdf": [[z, float(mpmath.ncdf(z))] for z in [-30.0, -8.0, -2.5, -0.3, 0.0, 0.7, 1.9, 6.0]],
        "cases": cases,
    }
    json.dump(document, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
