"""What the measurements share: a draft of a thread held against gold, many times, in one table."""
import json
import os
import re
import subprocess
import sys
import tempfile

RATIO = re.compile(r"(\d+) of +(\d+)")


class Table:
	"""Sums of what `draft --compare` prints: by what is compared, and by rule."""

	def __init__(self, program, *options):
		self.program, self.options = program, options
		self.rows, self.threads = {}, 0

	def add(self, thread, items, **properties):
		"""Drafts a thread, given as its comments, and compares with gold's items."""
		with tempfile.TemporaryDirectory() as folder:
			path, gold = os.path.join(folder, "thread.json"), os.path.join(folder, "gold.json")
			write(path, {"counterpoint": 1, "comments": thread})
			write(gold, {"counterpoint": 1, "thread": "thread.json",
				"motion": {"id": "motion", "text": "The motion"}, "annotations": items,
				**properties})
			run = subprocess.run([self.program, "draft", path, "--compare", gold, *self.options],
				capture_output=True, text=True)
		if run.returncode not in (0, 1):
			sys.exit(f"draft --compare ended with {run.returncode}: {run.stderr[:2000]}")
		self.threads += 1
		what = None
		for line in run.stdout.splitlines():
			if not line.startswith("  "):
				what = line.split("  ")[0]
				continue
			numbers = [int(n) for pair in RATIO.findall(line) for n in pair]
			sums = self.rows.setdefault(what, {}).setdefault(line.split()[0], [0] * 6)
			for i, number in enumerate(numbers):
				sums[i] += number

	def put(self, title):
		print(f"{title}: {self.threads} threads")
		for what, rules in self.rows.items():
			print(f"{what:22}  right of drafted       found of wanted"
				+ "        right of judged" * (what == "relations"))
			for rule, sums in sorted(rules.items(), key=lambda row: row[0] == "all"):
				# Every file has its own wanted; all rules share their sum.
				sums[3] = rules["all"][3]
				print(f"  {rule:18} {share(*sums[:2])} {share(*sums[2:4])} {share(*sums[4:])}"
					.rstrip())
		print()

	def ratio(self, what, rule="all"):
		"""Precision and recall, from 0 to 1."""
		right, found, recalled, wanted, *_ = self.rows.get(what, {}).get(rule, [0] * 6)
		return right / found if found else 0, recalled / wanted if wanted else 0


def share(part, whole):
	return f"{part:5} of {whole:5}  {100 * part / whole:3.0f} %" if whole else " " * 21


def write(path, value):
	with open(path, "w", encoding="utf-8") as file:
		json.dump(value, file, ensure_ascii=False)


def keep(name, got, least):
	"""A floor that a measured ratio must keep; counts for `make check`."""
	if got >= least:
		return 0
	print(f"FAIL measure {name}: {got:.2f}, and {least:.2f} was reached before")
	return 1
