#!/usr/bin/env python3
"""Drafts against the annotated threads of ChangeMyView (Hidey and others, 2017):

	cmv.py PROGRAM FOLDER [OPTION-OF-DRAFT…]

Claims and premises are our items; support is our support; rebuttals and undercutters are attacks
on claims there, so both count as rebuttals here. Agreement has no counterpart and is left out.
Each comment answers the one before. The files are not all well-formed, so tags are read one by
one."""
import glob
import html
import re
import sys

from compare import Table

TAG = re.compile(r"<(/?)(title|OP|reply|claim|premise)\b([^>]*)>", re.I)
RELATIONS = {"support": "supports", "rebuttal": "rebuts", "undercutter": "rebuts",
	"rebuttal_attack": "rebuts", "undercutter_attack": "rebuts"}


def attributes_of(text):
	return dict(re.findall(r'(\w+)\s*=\s*"([^"]*)"', text))


class Reader:
	def __init__(self):
		self.comments, self.items, self.open, self.by_id = [], [], None, {}

	def put(self, text):
		if self.comments:
			self.comments[-1]["text"] += html.unescape(text)

	def begin(self, tag, attributes):
		if tag in ("title", "op", "reply"):
			ident = f"c{len(self.comments)}"
			comment = {"id": ident, "text": ""}
			if attributes.get("author"):
				comment["author"] = attributes["author"]
			if self.comments:
				comment["reply_to"] = self.comments[-1]["id"]
			self.comments.append(comment)
		if tag in ("claim", "premise") and self.comments:
			self.open = (attributes, len(self.comments[-1]["text"]))

	def end(self, tag):
		if tag not in ("claim", "premise") or not self.open:
			return
		attributes, start = self.open
		self.open = None
		whole = self.comments[-1]["text"][start:]
		words = whole.strip()
		if not words:
			return
		ident = f"i{len(self.items)}"
		self.by_id.setdefault(attributes.get("id", "title"), ident)
		self.items.append(({"id": ident, "kind": "claim", "comment": self.comments[-1]["id"],
			"quote": words, "start": start + whole.index(words)}, attributes))

	def gold(self):
		for item, attributes in self.items:
			relation = RELATIONS.get(attributes.get("rel"))
			targets = [self.by_id[ref] for ref in attributes.get("ref", "").split("_")
				if ref in self.by_id and self.by_id[ref] != item["id"]]
			if relation and targets:
				item[relation] = targets
			yield item


def read(path):
	with open(path, encoding="utf-8", errors="replace") as file:
		text = file.read()
	reader, at = Reader(), 0
	for tag in TAG.finditer(text):
		reader.put(text[at:tag.start()])
		at = tag.end()
		(reader.end if tag[1] else lambda name: reader.begin(name, attributes_of(tag[3])))(
			tag[2].lower())
	return [c for c in reader.comments], list(reader.gold())


def main():
	program, folder = sys.argv[1:3]
	table = Table(program, *sys.argv[3:])
	for path in sorted(glob.glob(folder + "/v2.0/*/*.xml")):
		table.add(*read(path))
	table.put("ChangeMyView")


main()
