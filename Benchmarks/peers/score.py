"""The scoring case with numpy: prints the median seconds in a warm process, and the sum of all scores.

5,000 units x 60 indicators, weighted means over three levels of parents, weights renormalised where a value is
missing; then competition ranks. Values, weights and gaps follow Benchmarks/InProcess/ScoreTiming.swift.
"""

import statistics
import time

import numpy as np

UNITS, INDICATORS = 5000, 60
unit = np.arange(UNITS, dtype=np.int64)[:, None]
indicator = np.arange(INDICATORS, dtype=np.int64)[None, :]
values = (unit * 7919 + indicator * 104729) % 10007 / 100.07
values[(unit * 31 + indicator * 17) % 97 == 0] = np.nan
leaf_weights = 1.0 + np.arange(60) % 4
group_weights = np.tile([1.0, 2.0, 3.0], 4)
dimension_weights = np.array([1.0, 2.0, 3.0, 4.0])


def means(children, weights, size):
    """Weighted means of each `size` neighbouring columns over the children that have a value."""
    shaped = children.reshape(len(children), -1, size)
    there = ~np.isnan(shaped)
    shares = weights.reshape(1, -1, size) * there
    total = shares.sum(axis=2)
    sums = (np.where(there, shaped, 0.0) * shares).sum(axis=2)
    return np.divide(sums, total, out=np.full_like(sums, np.nan), where=total > 0)


def score():
    groups = means(values, leaf_weights, 5)
    dimensions = means(groups, group_weights, 3)
    roots = means(dimensions, dimension_weights, 4)[:, 0]
    ordered = np.sort(roots)
    ranks = 1 + len(roots) - np.searchsorted(ordered, roots, side="right")
    return roots, ranks


times = []
for round in range(11):
    start = time.perf_counter()
    roots, _ = score()
    times.append(time.perf_counter() - start)
print(statistics.median(times[2:]), repr(float(roots.sum())))
