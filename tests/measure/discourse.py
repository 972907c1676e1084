#!/usr/bin/env python3
"""Quotations in Discourse topics, where each marked quotation names its post:

	discourse.py PROGRAM FOLDER [--floor]

Each topic becomes a thread in which the marks are there but not the names (lines with ">"), or
neither (a bare paragraph); the draft has to find from which post each is. Quotations of other
topics stay, without an origin to be found. People edit what they quote, and what was quoted."""
import glob
import html.parser
import json
import re
import sys

from compare import Table, keep


class Post(html.parser.HTMLParser):
	"""Text of a post; quotations apart, as (post number or None, text)."""

	def __init__(self, topic):
		super().__init__()
		self.topic = topic
		self.parts, self.depth, self.skip, self.origin = [["text", ""]], 0, 0, None

	def handle_starttag(self, tag, attributes):
		attributes = dict(attributes)
		if tag == "aside" and "quote" in attributes.get("class", ""):
			self.depth += 1
			if self.depth == 1:
				here = attributes.get("data-topic") == str(self.topic)
				self.parts.append([int(attributes["data-post"]) if here else None, ""])
		elif tag == "div" and (self.skip or attributes.get("class", "").startswith(("title",
				"quote-controls", "lightbox", "meta"))):
			self.skip += 1
		elif tag in ("p", "li", "br", "pre", "h1", "h2", "h3"):
			self.handle_data("\n")

	def handle_endtag(self, tag):
		if tag == "aside" and self.depth:
			self.depth -= 1
			if not self.depth:
				self.parts.append(["text", ""])
		elif tag == "div" and self.skip:
			self.skip -= 1
		elif tag in ("p", "li", "pre"):
			self.handle_data("\n")

	def handle_data(self, data):
		# A quotation within a quotation is not the quoted post's own.
		if not self.skip and self.depth < 2:
			self.parts[-1][1] += data


def clean(text):
	return re.sub(r"\s*\n\s*", "\n\n", re.sub(r"[ \t]+", " ", text)).strip()


def read(path):
	with open(path, encoding="utf-8") as file:
		topic = json.load(file)
	for post in topic["post_stream"]["posts"]:
		parser = Post(topic["id"])
		parser.feed(post["cooked"])
		yield post, [(origin, clean(text)) for origin, text in parser.parts if clean(text)]


def build(path, mark):
	"""The thread, and gold's quotations."""
	comments, gold = [], []
	posts = list(read(path))
	numbers = {post["post_number"] for post, _ in posts}
	for post, parts in posts:
		ident, text = f"p{post['post_number']}", ""
		for origin, words in parts:
			text += "\n\n" if text else ""
			# A paragraph a line; all of a quotation is one passage.
			words = re.sub(r"\n+", " ", words) if origin != "text" else words
			prefix = mark if origin != "text" else ""
			if isinstance(origin, int) and origin in numbers and origin < post["post_number"]:
				gold.append({"id": f"q{len(gold)}", "kind": "quotation", "comment": ident,
					"quote": words, "start": len(text + prefix), "of": {"comment": f"p{origin}"}})
			text += prefix + words
		comment = {"id": ident, "author": post["username"], "text": text}
		if post.get("reply_to_post_number") in numbers and \
				post["reply_to_post_number"] < post["post_number"]:
			comment["reply_to"] = f"p{post['reply_to_post_number']}"
		comments.append(comment)
	return comments, gold


def measure(program, folder, mark, title, only):
	table = Table(program, "--only", only)
	for path in sorted(glob.glob(folder + "/*.json")):
		comments, gold = build(path, mark)
		table.add(comments, gold)
	table.put(title)
	return table.ratio("quotations")


def main():
	program, folder = sys.argv[1:3]
	marked = measure(program, folder, "> ", "Discourse, quotations marked", "quote-lines")
	bare = measure(program, folder, "", "Discourse, quotations not marked",
		"quote-paragraph,quote-echo")
	if "--floor" in sys.argv:
		failed = keep("marked: precision", marked[0], 0.9) + keep("marked: recall", marked[1], 0.95)
		failed += keep("bare: precision", bare[0], 0.75) + keep("bare: recall", bare[1], 0.7)
		print(f"{4 - failed} passed, {failed} failed")


main()
