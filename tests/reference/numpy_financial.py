"""Writes numpy_financial.json: NPV, IRR and annuity payments as numpy-financial computes them.

    pip install numpy-financial==1.0.0 && python -P tests/reference/numpy_financial.py

-P because the script has the name of the package it imports. Every IRR here is the only one above
-1, so that it does not matter what numpy-financial picks among several.
"""

import json
import random
from pathlib import Path

import numpy_financial as npf

random.seed(20261123)


def flows():
    yield [-42e6] + 5 * [68e6]
    yield [-900e6] + 5 * [500e6]
    yield [-100.0, 100.0]
    yield [-100.0, 0.0, 0.0, 20.0]
    yield [-1e9] + 30 * [4e7]
    yield [-1.0, 1e6]
    for _ in range(40):
        outlay = [-random.uniform(1, 1e8) for _ in range(random.randint(1, 3))]
        income = [random.uniform(0, 5e7) for _ in range(random.randint(1, 27))]
        yield outlay + income


def main():
    returns = []
    for series in flows():
        rate = random.choice([0.0, 0.05, 0.1, 0.15, 0.9, -0.2])
        returns.append(
            {"flows": series, "rate": rate, "npv": npf.npv(rate, series), "irr": npf.irr(series)}
        )
    payments = []
    for rate in [0.0, 1e-9, 0.01, 0.08, 0.15, 1.0]:
        for years in [1, 5, 30]:
            payment = -npf.pmt(rate, years, 42e6)
            payments.append({"rate": rate, "years": years, "principal": 42e6, "payment": payment})
    target = Path(__file__).with_suffix(".json")
    rows = lambda cases: ",\n  ".join(json.dumps(case) for case in cases)
    target.write_text(
        f'{{\n "returns": [\n  {rows(returns)}\n ],\n "payments": [\n  {rows(payments)}\n ]\n}}\n'
    )


main()
