"""Writes scipy_demand.json: exceedance and partial expectation of demand as SciPy computes them.

    pip install scipy==1.17.1 && python tests/reference/scipy_demand.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy import stats


def frozen(spread, mean, variation):
    if spread == "lognormal":
        variance = np.log1p(variation**2)
        return stats.lognorm(np.sqrt(variance), scale=mean * np.exp(-variance / 2))
    if spread == "gamma":
        return stats.gamma(1 / variation**2, scale=mean * variation**2)
    width = mean * variation * np.sqrt(3)
    return stats.uniform(mean - width, 2 * width)


def served(spread, mean, variation, gpus):
    """E[min(D, K)] as the integral of the exceedance from 0 to K, in pieces by quantile and by ratio."""
    distribution = frozen(spread, mean, variation)
    quantiles = distribution.ppf(np.linspace(1e-12, 1 - 1e-12, 400))
    inside = [q for q in [*quantiles, *np.geomspace(gpus * 1e-12, gpus, 400)] if 0 < q < gpus]
    cuts = [0.0, *sorted(inside), gpus]
    nodes, weights = np.polynomial.legendre.leggauss(20)
    total = 0.0
    for low, high in zip(cuts, cuts[1:]):
        points = low + (high - low) * (nodes + 1) / 2
        total += (high - low) / 2 * float(weights @ distribution.sf(points))
    return total


def main():
    rows = []
    for spread, variations in [
        ("lognormal", [0.01, 0.3, 0.5, 1.0, 2.0, 5.0]),
        ("gamma", [0.001, 0.01, 0.3, 0.5, 1.0, 2.0, 5.0]),
        ("uniform", [0.01, 0.3, 0.57]),
    ]:
        for variation in variations:
            distribution = frozen(spread, 700.0, variation)
            for part in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-6]:
                gpus = float(distribution.ppf(part))
                if gpus < 1e-6:
                    continue
                rows.append(
                    {
                        "spread": spread,
                        "mean": 700.0,
                        "variation": variation,
                        "gpus": gpus,
                        "exceedance": float(distribution.sf(gpus)),
                        "served": served(spread, 700.0, variation, gpus),
                    }
                )
    target = Path(__file__).with_suffix(".json")
    target.write_text("[\n " + ",\n ".join(json.dumps(row) for row in rows) + "\n]\n")


main()
