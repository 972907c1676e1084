#!/bin/sh
# tests/measure.sh BUILD-DIR: what draft reaches on material that nobody here wrote must not fall
# below what it reached. `make measure` prints all figures.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
topics=../shared/data/threads/discourse/urho3d
if [ ! -d "$topics" ]; then
	skip "measure: there is no $topics"
	finish
fi
python3 tests/measure/discourse.py "$1/counterpoint" "$topics" --floor >"$scratch/out" 2>&1
grep '^FAIL' "$scratch/out"
last=$(tail -n 1 "$scratch/out")
case $last in
*passed*) passed=${last%% *} failed=${last#*, } failed=${failed%% *} ;;
*) fail "measure: discourse.py" "$last" ;;
esac
finish
