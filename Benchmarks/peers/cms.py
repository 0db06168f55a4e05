"""CMS star ratings up to the summary score with pandas: cms.py FOLDER OUT.csv

From input.csv, measures.csv and groups.csv: measures that 100 hospitals or fewer report are left out; each is
standardised over the hospitals that report it and turned so that higher is better; a group is the mean of a hospital's
measures, standardised again; the summary is the weighted mean of the groups that a hospital has.
"""

import sys

import numpy as np
import pandas as pd

folder, out = sys.argv[1:3]
hospitals = pd.read_csv(f"{folder}/input.csv", dtype={"PROVIDER_ID": str}).set_index("PROVIDER_ID")
measures = pd.read_csv(f"{folder}/measures.csv")
groups = pd.read_csv(f"{folder}/groups.csv").set_index("group_name")

scores = hospitals[measures["measure_id"]].astype(float)
signs = pd.Series(measures["flip_sign"].to_numpy(float), index=measures["measure_id"])
group_of = pd.Series(measures["group_name"].to_numpy(), index=measures["measure_id"])

kept = scores.columns[scores.notna().sum() > 100]
scores = scores[kept]
standard = (scores - scores.mean()) / scores.std(ddof=1) * signs[kept]

by_group = pd.DataFrame({name: standard.loc[:, (group_of[kept] == name).to_numpy()].mean(axis=1) for name in groups.index})
by_group = (by_group - by_group.mean()) / by_group.std(ddof=1)

weights = groups["weight"].to_numpy(float)
values = by_group.to_numpy()
there = ~np.isnan(values)
total = (there * weights).sum(axis=1)
with np.errstate(invalid="ignore"):
    summary = np.where(there, values * weights, 0.0).sum(axis=1) / np.where(total > 0, total, np.nan)
pd.DataFrame({"unit": by_group.index, "score": summary}).to_csv(out, index=False)
