"""Reads one graph in all formats with rdflib and compares: rdflib_reads.py PATH_WITHOUT_EXTENSION"""

import logging
import sys

from rdflib import BNode, Dataset, Graph
from rdflib.compare import to_canonical_graph

complaints = []
logging.getLogger("rdflib").addHandler(type("Keep", (logging.Handler,), {"emit": lambda s, r: complaints.append(r.getMessage())})())


def canonical(triples):
    """Triples whose blank nodes have canonical names; only those with some are looked at."""
    blank, plain = Graph(), set()
    for triple in triples:
        blank.add(triple) if any(isinstance(term, BNode) for term in triple) else plain.add(triple)
    return plain | set(to_canonical_graph(blank))


def triples(name, syntax):
    graph = Graph()
    graph.parse(f"{path}.{name}", format=syntax)
    return canonical(graph)


def quads(name, syntax):
    dataset = Dataset()
    dataset.parse(f"{path}.{name}", format=syntax)
    return {(*triple, str(graph.identifier)) for graph in dataset.graphs() for triple in canonical(graph)}


path = sys.argv[1]
union = triples("ntriples", "nt")
assert triples("turtle", "turtle") == union, "turtle differs"
assert triples("rdfxml", "xml") == union, "rdfxml differs"
named = quads("nquads", "nquads")
assert quads("trig", "trig") == named, "trig differs"
assert quads("jsonld", "json-ld") == named, "jsonld differs"
assert not complaints, complaints[:5]
print(f"samples: rdflib reads {len(union)} triples and {len(named)} quads in every format")
