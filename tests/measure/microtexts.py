#!/usr/bin/env python3
"""Drafts against the argumentative microtexts (Peldszus and Stede, 2015 and 2018):

	microtexts.py PROGRAM FOLDER [OPTION-OF-DRAFT…]

Each text is one comment; every sentence of it is part of an argument, so that only the relations
tell how good the draft is."""
import glob
import sys
import xml.etree.ElementTree as tree

from compare import Table

KINDS = {"sup": "supports", "exa": "supports", "reb": "rebuts", "und": "undercuts"}


def spans_of(text, edus):
	"""Where each unit stands in the text."""
	spans, at = {}, 0
	for edu in edus:
		words = (edu.text or "").strip()
		start = text.find(words, at)
		if words and start >= 0:
			spans[edu.get("id")] = (start, start + len(words))
			at = start + len(words)
	return spans


def build(path):
	root = tree.parse(path).getroot()
	edus = root.findall("edu")
	text = " ".join((edu.text or "").strip() for edu in edus)
	spans, units, items = spans_of(text, edus), {}, {}
	edges = {edge.get("id"): edge for edge in root.findall("edge")}
	for edge in edges.values():
		if edge.get("type") == "seg" and edge.get("src") in spans:
			units.setdefault(edge.get("trg"), []).append(spans[edge.get("src")])
	for unit, places in units.items():
		start, end = min(p[0] for p in places), max(p[1] for p in places)
		items[unit] = {"id": unit, "kind": "claim", "comment": "c1", "start": start,
			"quote": text[start:end]}
	for edge in edges.values():
		source, target, kind = edge.get("src"), edge.get("trg"), KINDS.get(edge.get("type"))
		if edge.get("type") == "add":
			# Linked with the premise of the edge that it joins.
			kind = KINDS.get(edges[target].get("type")) if target in edges else None
			target = edges[target].get("trg") if target in edges else None
		if kind == "undercuts" and target in edges:
			target = edges[target].get("src")
		if kind and source in items and target in items and kind not in items[source]:
			items[source][kind] = target
	return [{"id": "c1", "text": text}], sorted(items.values(), key=lambda i: i["start"])


def main():
	program, folder = sys.argv[1:3]
	table = Table(program, *sys.argv[3:])
	for path in sorted(glob.glob(folder + "/microtexts*-en/*.xml")):
		table.add(*build(path))
	table.put("Microtexts")


main()
