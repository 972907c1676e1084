"""argdown.py: a drawing as JSON, from standard input, as Argdown with the same boxes and steps.

Argdown has no line to a line, so an undercut attacks the claim from which that step starts."""
import json
import re
import sys

drawing = json.load(sys.stdin)
boxes = {box["id"]: re.sub(r"[^\w ,.’?-]", "", box["title"]) for box in drawing["boxes"]}
steps = {step["id"]: step for step in drawing["steps"]}
below = {}
for step in drawing["steps"]:
    to = step["to"] if step["to"] in boxes else steps[step["to"]]["premises"][0]
    sign = "+" if step["kind"] == "supports" else "-"
    below.setdefault(to, []).extend((sign, premise) for premise in step["premises"])
for name, title in boxes.items():
    print(f"[{name}]: {title}")
    for sign, premise in below.get(name, []):
        print(f"  {sign} [{premise}]")
    print()
