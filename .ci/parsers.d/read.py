"""Reads a file with rdflib and writes N-Quads: read.py FORMAT INPUT OUTPUT. A complaint is an error."""

import logging
import sys

import rdflib

# Literals are to come out as they went in.
rdflib.NORMALIZE_LITERALS = False
complaints = []
logging.getLogger("rdflib").addHandler(type("Keep", (logging.Handler,), {"emit": lambda _, record: complaints.append(record.getMessage())})())

FORMATS = {"turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
syntax, source, target = sys.argv[1:]
dataset = rdflib.Dataset()
dataset.parse(source, format=FORMATS[syntax])
dataset.serialize(target, format="nquads")
if complaints:
    sys.exit("\n".join(complaints[:5]))
