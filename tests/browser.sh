#!/bin/sh
# tests/browser.sh BUILD-DIR: the page of `report` in a browser, with real clicks and keys, and
# before an accessibility checker; where node, the packages (tests/npm.sh fetches them) and
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
node tests/browser/page.mjs "$modules" "$browser" "$scratch"
