"""DuckDB reads a CSV file into a table of a new database: duckdb_csv.py FILE.csv DATABASE

Prints the seconds from opening the database to its closing, so without the start of Python.
"""

import sys
import time

import duckdb

start = time.perf_counter()
connection = duckdb.connect(sys.argv[2])
connection.execute("CREATE TABLE answers AS SELECT * FROM read_csv(?)", [sys.argv[1]])
connection.close()
print(time.perf_counter() - start)
