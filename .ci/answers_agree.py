"""The shipped queries have the same answers in a remote store as in the embedded one.

SPARQL leaves the order of rows open where what they are ordered by is of several types, and that of
the parts of a GROUP_CONCAT always; `--orders` compares without them. `--differs FOUND=EXPECTED`
declares how a store writes a value otherwise, in a whole cell; `--except QUERY` a query that it
answers wrongly. A declaration that is not needed is an error.
"""

import argparse
import csv
import io
import subprocess
import sys
from pathlib import Path

SEPARATORS = [" or ", "; ", ", "]


def answer(program, query, *options):
    command = [program, "query", query, "--format", "csv", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{query}: {done.stderr}")
    return list(csv.reader(io.StringIO(done.stdout)))


def in_any_order(rows):
    def parts(cell):
        for separator in SEPARATORS:
            cell = separator.join(sorted(cell.split(separator)))
        return cell

    return rows[:1] + sorted([parts(cell) for cell in row] for row in rows[1:])


arguments = argparse.ArgumentParser()
arguments.add_argument("program")
arguments.add_argument("store")
arguments.add_argument("endpoint")
arguments.add_argument("--orders", action="store_true")
arguments.add_argument("--differs", action="append", default=[])
arguments.add_argument("--except", dest="exceptions", action="append", default=[])
arguments = arguments.parse_args()
differs = dict(value.split("=") for value in arguments.differs)

wrong, used = [], set()
queries = sorted(path.stem for path in Path("queries").glob("*.rq"))
for query in queries:
    expected = answer(arguments.program, query, "--store", arguments.store)
    found = answer(arguments.program, query, "--endpoint", arguments.endpoint)
    used.update(cell for row in found for cell in row if cell in differs)
    found = [[differs.get(cell, cell) for cell in row] for row in found]
    if arguments.orders:
        expected, found = in_any_order(expected), in_any_order(found)
    if query in arguments.exceptions:
        if expected == found:
            wrong.append(f"{query}, which was declared to differ and does not")
    elif expected != found:
        wrong.append(query)
        for sign, these, those in [("-", expected, found), ("+", found, expected)]:
            only = [row for row in these if row not in those]
            print(f"{query}: {len(these)} rows", *(f"\n  {sign} {row}" for row in only[:3]))
for cell in differs.keys() - used:
    wrong.append(f"{cell}, which was declared and never found")
if wrong:
    sys.exit(f"{arguments.endpoint} answers otherwise: {', '.join(wrong)}")
same = len(queries) - len(arguments.exceptions)
print(f"{arguments.endpoint}: {same} of {len(queries)} queries have the same answers")
