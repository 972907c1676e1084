#!/bin/sh
# tests/corpus.sh BUILD-DIR: every committed input of the fuzz targets, once more.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
for target in tests/fuzz/fuzz_*.c; do
	name=${target#tests/fuzz/fuzz_}
	name=${name%.c}
	inputs=$(ls "tests/fuzz/corpus/$name" | wc -l)
	if [ ! -x "$1/replay/$name" ]; then
		fail "$name: there is no $1/replay/$name"
	elif "$1/replay/$name" "tests/fuzz/corpus/$name" >"$scratch/out" 2>&1; then
		passed=$((passed + inputs))
	else
		fail "$name: the last input named here" "$(tail -n 12 "$scratch/out")"
	fi
done
finish
