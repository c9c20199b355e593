"""Compares what pyshacl finds with what the program found: shacl_agrees.py GRAPH REPORT

The graphs that break shapes are compared with the snapshot that the tests vouch for."""

import glob
import re
import sys

from pyshacl import validate
from rdflib import RDF, SH, Dataset, Graph, Literal

SNAPSHOT = "tests/snapshots/validate__every_rule_is_broken_by_its_graph_alone.snap"

shapes = Graph()
for path in sorted(glob.glob("ontology/shapes/*.ttl")):
    shapes.parse(path, format="turtle")


def found(report):
    """Each result as shape, thing, value and kind of constraint."""
    keys = (SH.sourceShape, SH.focusNode, SH.value, SH.sourceConstraintComponent)
    return {tuple(term(report.value(result, key)) for key in keys) for result in report.subjects(RDF.type, SH.ValidationResult)}


def term(node):
    return "" if node is None else node.n3() if not isinstance(node, Literal) else Literal(str(node)).n3()


def pyshacl(graph):
    return found(validate(graph, shacl_graph=shapes, allow_warnings=False)[1])


def compare(name, ours, theirs):
    if ours != theirs:
        sys.exit(f"{name}: only the program: {ours - theirs}; only pyshacl: {theirs - ours}")


data = Dataset()
data.parse("tests/shapes/broken.trig", format="trig")
snapshot = {}
for line in open(SNAPSHOT, encoding="utf-8"):
    if line.startswith("<"):
        shape = line.strip()
    elif match := re.match(r"  (\S+) (.*?) ?(\w+ConstraintComponent): ", line):
        value = re.sub(r'\^\^<.*>$|@en$', "", match[2])
        snapshot.setdefault(shape, set()).add((shape, match[1], value, SH[match[3]].n3()))
graphs = [graph for graph in data.graphs() if len(graph)]
for graph in graphs:
    name = graph.identifier.n3()
    plain = Graph()
    for triple in graph:
        plain.add(triple)
    compare(name, snapshot[name], pyshacl(plain))
assert len(graphs) == len(snapshot), (len(graphs), len(snapshot))
print(f"{len(graphs)} graphs that break a shape: pyshacl finds the same")

graph, report = Graph().parse(sys.argv[1], format="nt"), Graph().parse(sys.argv[2], format="nt")
ours = found(report)
compare("samples", ours, pyshacl(graph))
print(f"samples: pyshacl finds the same {len(ours)} things in {len(graph)} triples")
