"""Reads one graph in all formats with rdflib and compares: rdflib_reads.py PATH_WITHOUT_EXTENSION"""

import logging
import sys

from rdflib import Dataset, Graph

complaints = []
logging.getLogger("rdflib").addHandler(type("Keep", (logging.Handler,), {"emit": lambda s, r: complaints.append(r.getMessage())})())


def triples(name, syntax):
    graph = Graph()
    graph.parse(f"{path}.{name}", format=syntax)
    return set(graph)


def quads(name, syntax):
    dataset = Dataset()
    dataset.parse(f"{path}.{name}", format=syntax)
    return {(s, p, o, str(getattr(g, "identifier", g))) for s, p, o, g in dataset.quads()}


path = sys.argv[1]
union = triples("ntriples", "nt")
assert triples("turtle", "turtle") == union, "turtle differs"
assert triples("rdfxml", "xml") == union, "rdfxml differs"
named = quads("nquads", "nquads")
assert quads("trig", "trig") == named, "trig differs"
assert quads("jsonld", "json-ld") == named, "jsonld differs"
assert not complaints, complaints[:5]
print(f"samples: rdflib reads {len(union)} triples and {len(named)} quads in every format")
