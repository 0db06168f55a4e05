"""openpyxl reads every cell of a workbook in its read-only mode: openpyxl_read.py WORKBOOK.xlsx

Prints the seconds from opening the workbook to its closing, so without the start of Python, and the count of cells.
"""

import sys
import time

import openpyxl

start = time.perf_counter()
workbook = openpyxl.load_workbook(sys.argv[1], read_only=True)
cells = 0
for row in workbook.worksheets[0].iter_rows(values_only=True):
    cells += len(row)
workbook.close()
print(time.perf_counter() - start, cells)
