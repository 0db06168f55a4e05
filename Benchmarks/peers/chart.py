"""The chart of the chart cases with matplotlib: chart.py SCORES.csv OUT.png [--warm]

Thirty bars with values at 1600 x 1200 and a font with Chinese characters. With --warm: with whiskers, drawn again and
again in one process; prints the median in seconds. Without: drawn once, without whiskers.
"""

import csv
import statistics
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

plt.rcParams["font.family"] = ["Noto Sans CJK SC", "Noto Sans CJK JP", "sans-serif"]


def draw(names, scores, errors, path):
    figure, axes = plt.subplots(figsize=(16, 12), dpi=100)
    places = range(len(names))
    axes.barh(places, scores, xerr=errors, height=0.7, capsize=3 if errors else 0)
    for place, score in zip(places, scores):
        axes.text(101, place, f"{score:.2f}", va="center", fontweight="bold")
    axes.set_yticks(places, names)
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel("得分（分）")
    axes.set_title("科室得分")
    axes.grid(axis="x", alpha=0.3)
    figure.savefig(path)
    plt.close(figure)


with open(sys.argv[1], encoding="utf-8") as file:
    rows = sorted(csv.DictReader(file), key=lambda row: -float(row["得分"]))
names = [row["科室"] for row in rows]
scores = [float(row["得分"]) for row in rows]
errors = [float(row["误差"]) for row in rows]

if "--warm" in sys.argv:
    times = []
    for round in range(9):
        start = time.perf_counter()
        draw(names, scores, errors, sys.argv[2])
        times.append(time.perf_counter() - start)
    print(statistics.median(times[2:]))
else:
    draw(names, scores, None, sys.argv[2])
