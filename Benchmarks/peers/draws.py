"""The weight draws with numpy: prints the median seconds in a warm process, and the mean rank of the first unit.

10,000 draws of weights w(1 + f(2U - 1)) on a tree of four levels, 120 units x 40 indicators: root scores, competition
ranks, a histogram of ranks per unit, their means and quantiles. Values, tree and weights follow
Benchmarks/InProcess/DrawTiming.swift; the random numbers are numpy's own. One thread: OMP_NUM_THREADS=1.
"""

import statistics
import time

import numpy as np

UNITS, INDICATORS, DRAWS, BATCH = 120, 40, 10000, 100
unit = np.arange(UNITS, dtype=np.int64)[:, None]
indicator = np.arange(INDICATORS, dtype=np.int64)[None, :]
values = np.ascontiguousarray(((unit * 7919 + indicator * 104729) % 10007 / 100.07).T)
leaf_weights = 1.0 + np.arange(40) % 4
group_weights = 1.0 + np.arange(8) % 3
dimension_weights = 1.0 + np.arange(4)
NOISE = 0.25


def shares(generator, weights, size):
    """Drawn weights as shares among `size` neighbouring siblings, a row for each draw."""
    drawn = weights * (1 + NOISE * (2 * generator.random((BATCH, len(weights))) - 1))
    siblings = drawn.reshape(BATCH, -1, size)
    return (siblings / siblings.sum(axis=2, keepdims=True)).reshape(BATCH, -1)


def draw(seed):
    generator = np.random.default_rng(seed)
    counts = np.zeros(UNITS * UNITS, dtype=np.int64)
    places = np.arange(UNITS)
    offsets = np.arange(BATCH)[:, None] * UNITS
    for _ in range(DRAWS // BATCH):
        dimensions = shares(generator, dimension_weights, 4)
        groups = np.repeat(dimensions, 2, axis=1) * shares(generator, group_weights, 2)
        leaves = np.repeat(groups, 5, axis=1) * shares(generator, leaf_weights, 5)
        scores = leaves @ values
        order = np.argsort(-scores, axis=1)
        ordered = np.take(scores, order + offsets)
        falls = np.empty(ordered.shape, dtype=bool)
        falls[:, 0] = True
        falls[:, 1:] = ordered[:, :-1] - ordered[:, 1:] > 1e-12 * np.maximum(1, np.abs(ordered[:, :-1]))
        ranks = np.where(falls, places, 0)
        if not falls.all():
            np.maximum.accumulate(ranks, axis=1, out=ranks)
        counts += np.bincount((order * UNITS + ranks).ravel(), minlength=UNITS * UNITS)
    counts = counts.reshape(UNITS, UNITS)
    means = counts @ (places + 1) / DRAWS
    below = counts.cumsum(axis=1)
    quantiles = []
    for p in (0.05, 0.5, 0.95):
        position = (DRAWS - 1) * p
        low = (below <= int(position)).sum(axis=1) + 1
        high = (below <= min(int(position) + 1, DRAWS - 1)).sum(axis=1) + 1
        quantiles.append(low + (position - int(position)) * (high - low))
    return means, quantiles


times = []
for turn in range(11):
    start = time.perf_counter()
    means, _ = draw(2026)
    times.append(time.perf_counter() - start)
print(statistics.median(times[2:]), repr(float(means[0])))
