"""pandas and networkx read the same rows and edges from Parquet and GraphML as from CSV."""

import subprocess
import sys
from pathlib import Path

import networkx
import pandas

program, store, work = sys.argv[1:]


def result(query, form):
    path = Path(work, f"{query}.{form}")
    with path.open("wb") as file:
        command = [program, "query", query, "--store", store, "--format", form]
        subprocess.run(command, stdout=file, check=True)
    return path


for query in ["facts", "votes", "missions", "deadlines"]:
    frame = pandas.read_parquet(result(query, "parquet"))
    table = pandas.read_csv(result(query, "csv"), keep_default_na=False, dtype=str)
    # Whole numbers are floats in a frame where some are missing.
    whole = frame.select_dtypes("float").columns
    frame[whole] = frame[whole].astype("Int64")
    texts = frame.astype(object).where(frame.notna(), "").astype(str)
    pandas.testing.assert_frame_equal(texts, table, check_dtype=False)
    print(f"pandas, {query}: {len(frame)} rows")

network = networkx.read_graphml(result("citation-network", "graphml"), force_multigraph=True)
edges = sorted((s, t, data.get("Label", "")) for s, t, data in network.edges(data=True))
table = pandas.read_csv(result("citation-network", "csv"), keep_default_na=False, dtype=str)
assert edges == sorted(zip(table.Source, table.Target, table.Label)), "other edges"
for end in ["Source", "Target"]:
    for node, date in zip(table[end], table[f"{end}Date"]):
        assert network.nodes[node].get("Date", "") == date, f"another date of {node}"
print(f"networkx: {network.number_of_nodes()} nodes, {len(edges)} edges")
