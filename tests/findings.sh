#!/bin/sh
# tests/findings.sh BUILD-DIR: findings as other programs read them: JSON, SARIF, and the lines
# that problem matchers look for.
#
# SARIF is held against its published schema where that is: in the file SARIF_SCHEMA, or where
# tests/npm.sh puts it.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"
root=$PWD
schema=${SARIF_SCHEMA:-$root/build/npm/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json}

# ---- All faulty files of the golden cases ----

mkdir "$scratch/cases"
for file in tests/golden/*/a.json; do
	name=$(basename "$(dirname "$file")")
	cd "$(dirname "$file")" || exit 1
	for format in json sarif; do
		counterpoint check -f $format a.json >"$scratch/cases/$name.$format" </dev/null
	done
	counterpoint check a.json 2>"$scratch/cases/$name.text" </dev/null
	cd "$root" || exit 1
done

# The three forms say the same; each prints a line for each file, "ok" or what is wrong.
compare_forms() {
	python3 - "$scratch/cases" <<'EOF'
import json, pathlib, re, sys

severities = {"error": "error", "warning": "warning", "hint": "note", "note": "note"}
line = re.compile(r"^(.*):(\d+):(\d+): (\w+): (.*) \[([a-z-]+)\]$")

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.text")):
    wrong = []
    lines = path.read_text("utf-8", "replace").split("\n")
    text = [m.groups() for m in map(line.match, lines) if m]
    limited = any(re.match(r"… and \d+ more$", l) for l in lines)
    document = json.loads(path.with_suffix(".json").read_text("utf-8"))
    findings = [f for f in document["findings"] if not f.get("allowed")]
    run = json.loads(path.with_suffix(".sarif").read_text("utf-8"))["runs"][0]
    results = [r for r in run["results"] if not r.get("suppressions")]
    rules = run["tool"]["driver"]["rules"]

    def place(f):
        return f.get("file"), f["start"]["line"], f["start"]["column"]

    as_json = [(f["file"], str(f["start"]["line"]), str(f["start"]["column"]), f["severity"],
                f["message"], f["code"]) for f in findings if "start" in f]
    if limited:
        as_json = as_json[:len(text)]
    # In the text, controls are made visible, and nothing else.
    if [re.sub(r"[\x00-\x1f\x7f-\x9f]", "?", "\0".join(f)) for f in as_json] \
            != [re.sub(r"[\x00-\x1f\x7f-\x9f]", "?", "\0".join(f)) for f in text]:
        wrong.append("text and JSON differ")
    if len(results) != len(findings):
        wrong.append("JSON and SARIF differ in number")
    for finding, result in zip(findings, results):
        if result["ruleId"] != finding["code"] or rules[result["ruleIndex"]]["id"] != finding["code"]:
            wrong.append("the rule of a result")
        if result["level"] != severities[finding["severity"]]:
            wrong.append("the level of a result")
        if "start" not in finding:
            continue
        region = result["locations"][0]["physicalLocation"]["region"]
        if (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) != (
                finding["start"]["line"], finding["start"]["column"],
                finding["end"]["line"], finding["end"]["column"]):
            wrong.append("the region of a result")
    counts = {s: sum(f["severity"] == s for f in findings) for s in severities}
    if counts != {s: document[s + "s"] for s in severities}:
        wrong.append("the counts of JSON")
    if document["status"] != run["invocations"][0]["exitCode"]:
        wrong.append("the status")
    print("ok" if not wrong else f"{path.stem}: {', '.join(sorted(set(wrong)))}")
EOF
}

if command -v python3 >/dev/null; then
	compare_forms >"$scratch/compared" 2>&1
	while IFS= read -r line; do
		[ "$line" = ok ] && pass || fail "findings: $line"
	done <"$scratch/compared"
	[ -s "$scratch/compared" ] || fail "findings: nothing was compared"
else
	skip "findings: text, JSON and SARIF say the same, as there is no python3"
fi

# ---- The schema of SARIF ----

validate() {
	python3 -W ignore - "$schema" "$@" <<'EOF'
import json, sys
import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
validator = jsonschema.validators.validator_for(schema)(schema)
wrong = 0
for path in sys.argv[2:]:
    for error in validator.iter_errors(json.load(open(path, encoding="utf-8"))):
        print(f"{path}: {list(error.path)}: {error.message[:200]}")
        wrong = 1
sys.exit(wrong)
EOF
}

if [ ! -s "$schema" ]; then
	skip "findings: SARIF against its schema, as there is none (see tests/findings.sh)"
elif counterpoint schema validate "$schema" "$scratch/cases/many-faults.sarif" \
	>/dev/null 2>&1; then
	check "findings: SARIF has its schema" \
		counterpoint schema validate "$schema" "$scratch"/cases/*.sarif
elif python3 -c 'import jsonschema' 2>/dev/null; then
	check "findings: SARIF has its schema" validate "$scratch"/cases/*.sarif
else
	skip "findings: SARIF against its schema, as there is no validator for it"
fi

# ---- Problem matchers ----

# Each line with a code is found by exactly one matcher of each kind, and no other line is.
match_lines() {
	python3 - "$scratch/lines" <<'EOF'
import json, re, sys

lines = open(sys.argv[1], encoding="utf-8", errors="replace").read().split("\n")
github = json.load(open("docs/problem-matcher.json", encoding="utf-8"))["problemMatcher"]
tasks = re.search(r"^```json tasks\n(.*?)^```", open("docs/editors.md", encoding="utf-8").read(),
                  re.S | re.M).group(1)
kinds = {"github": [m["pattern"][0] for m in github],
         "vscode": [t["problemMatcher"]["pattern"] for t in json.loads(tasks)["tasks"]]}
plain = re.compile(r"^([^ ].*?\.json):(\d+):(\d+): (error|warning|hint|note): (.*) \[([a-z-]+)\]$")
for kind, patterns in kinds.items():
    matched = wrong = 0
    for line in lines:
        found = [m for m in ((p, re.search(p["regexp"], line)) for p in patterns) if m[1]]
        want = plain.match(line)
        if len(found) != (1 if want else 0):
            print(f"{kind}: {len(found)} matches of: {line}")
            continue
        for pattern, match in found:
            got = [match.group(pattern[k]) for k in ("file", "line", "column", "message", "code")]
            if got != [want.group(i) for i in (1, 2, 3, 5, 6)]:
                print(f"{kind}: matched wrongly: {line}")
            matched += 1
    print(f"{kind}: ok" if matched > 50 else f"{kind}: only {matched} lines matched")
EOF
}

cat "$scratch"/cases/*.text tests/golden/warn-hidden/stderr >"$scratch/lines"
if command -v python3 >/dev/null; then
	match_lines >"$scratch/matched" 2>&1
	printf 'github: ok\nvscode: ok\n' >"$scratch/want"
	same "findings: problem matchers find every line" "$scratch/want" "$scratch/matched"
else
	skip "findings: problem matchers, as there is no python3"
fi

# Vim's quickfix list has what the JSON has.
quickfix() {
	sed -n '/^```vim$/,/^```$/{/^```/!p}' docs/editors.md >"$scratch/settings.vim"
	cat >"$scratch/run.vim" <<EOF
source $scratch/settings.vim
cgetfile tests/golden/warn-hidden/stderr
call writefile(map(filter(getqflist(), 'v:val.valid'), {_, e -> e.lnum . ':' . e.col . ' ' . e.text}), '$scratch/quickfix')
quitall!
EOF
	vim -u NONE -N -i NONE -es -S "$scratch/run.vim" </dev/null >/dev/null 2>&1
	sed -n 's/^a\.json:\([0-9:]*\): [a-z]*: /\1 /p' tests/golden/warn-hidden/stderr \
		>"$scratch/want"
	same "findings: Vim's quickfix list" "$scratch/want" "$scratch/quickfix"
}

if command -v vim >/dev/null && vim --version | grep -q '+quickfix'; then
	quickfix
else
	skip "findings: Vim's quickfix list, as there is no vim"
fi
finish
