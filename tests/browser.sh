#!/bin/sh
# tests/browser.sh BUILD-DIR: the page of `report` in a browser, with real clicks and keys, and
# before an accessibility checker; text in its boxes in every drawing; and what Mermaid makes of
# its format. Where node, the packages (tests/npm.sh fetches them) and
# Chromium are there. What it tests is not in C, so one build does.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
modules=$PWD/build/npm/node_modules
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
case $1 in *asan | *coverage) skip "browser: this build would find nothing new"; finish ;; esac
for needed in "$(command -v node)" "$browser" "$modules/playwright-core" "$modules/axe-core"; do
	[ -e "$needed" ] && continue
	skip "browser: node, chromium, playwright-core and axe-core are not all there"
	finish
done
put_on_path "$1"

# report NAME ANNOTATION: a page for the browser; findings are not what is tested here.
report() {
	counterpoint report "$2" -o "$scratch/$1.html" 2>/dev/null
}

node tests/browser/hostile.mjs >"$scratch/hostile.json"
report contactpoint samples/contactpoint/annotation.json
report first samples/first/annotation.json
report hostile "$scratch/hostile.json"
counterpoint render samples/first/annotation.json -o "$scratch/alone.html"
counterpoint render samples/contactpoint/annotation.json --until c5 --collapse no-use \
	-o "$scratch/part.html"
counterpoint render "$scratch/hostile.json" --split "$scratch/hostile" 2>/dev/null
counterpoint render samples/contactpoint/annotation.json --split "$scratch/pages" 2>/dev/null
counterpoint render --status samples/first/annotation.json -o "$scratch/status.html"

# run SCRIPT FOLDER: adds what it counts to what is counted here.
run() {
	node "tests/browser/$1.mjs" "$modules" "$browser" "$2" >"$scratch/$1.out" 2>&1
	last=$(tail -n 1 "$scratch/$1.out")
	case $last in
	*" passed, "*" failed")
		passed=$((passed + ${last%% *}))
		last=${last#*, }
		failed=$((failed + ${last%% *}))
		sed '$d' "$scratch/$1.out" ;;
	*) fail "browser: $1 did not end" "$(tail -n 20 "$scratch/$1.out")" ;;
	esac
}

run page "$scratch"

mkdir "$scratch/drawings" "$scratch/charts"
for annotation in samples/*/annotation.json; do
	name=$(basename "$(dirname "$annotation")")
	for view in map procon flow speakers quotes replies timeline; do
		counterpoint render --view $view "$annotation" -o "$scratch/drawings/$name-$view.svg"
	done
	counterpoint render --label both --numbers --direction LR "$annotation" \
		-o "$scratch/drawings/$name-to-the-right.svg"
	counterpoint render "$annotation" -o "$scratch/charts/$name.mmd"
	counterpoint render "$annotation" -o "$scratch/charts/$name.json"
done
run fits "$scratch/drawings"

for view in procon flow speakers quotes replies timeline; do
	for ending in mmd json; do
		counterpoint render --view $view samples/first/annotation.json \
			-o "$scratch/charts/first-$view.$ending"
	done
done
for ending in mmd json; do
	counterpoint render -w --numbers tests/golden/hostile-mermaid/a.json \
		-o "$scratch/charts/words.$ending"
	counterpoint render -w --direction RL "$scratch/hostile.json" \
		-o "$scratch/charts/hostile.$ending" 2>/dev/null
done
if [ -e "$modules/mermaid" ]; then
	run mermaid "$scratch/charts"
else
	skip "browser: mermaid is not there"
fi
finish
