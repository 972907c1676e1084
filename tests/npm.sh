#!/bin/sh
# tests/npm.sh: fetches into build/npm what some tests and measurements use from npm, where npm
# is there and can. Where it cannot, they are skipped, and say so.
cd "$(dirname "$0")/.." || exit 1
command -v npm >/dev/null || exit 0
cmp -s tests/npm/package-lock.json build/npm/package-lock.json && [ -d build/npm/node_modules ] \
	&& exit 0
mkdir -p build/npm
cp tests/npm/package.json tests/npm/package-lock.json build/npm/
cd build/npm && timeout 120 npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1 \
	|| rm -f package-lock.json
exit 0
