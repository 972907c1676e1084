#!/bin/sh
# Speed, as ratios to a yardstick that runs in turn with us: bench/run.sh BUILD-DIR.
# Times are medians of whole processes from start to end.
set -eu
build=$1
out=$build/bench
sample=samples/contactpoint
mkdir -p "$out"
cc -O2 -o "$out/race" tests/bench/race.c
cc -O2 -o "$out/generate" tests/bench/generate.c
cc -O2 -o "$out/bare" tests/bench/bare.c $(pkg-config --cflags --libs jansson)
"$out/generate" 20 > "$out/20mb.json"
"$build/counterpoint" render -f dot $sample/annotation.json > "$out/map.dot"

echo "what                                               we         yardstick"
"$out/race" 200 1.5 "check ContactPoint : bare jansson load" \
	"$build/counterpoint" check $sample/annotation.json \
	-- "$out/bare" $sample/annotation.json $sample/thread.json
"$out/race" 60 0.35 "render ContactPoint : dot -Tsvg" \
	"$build/counterpoint" render $sample/annotation.json \
	-- dot -Tsvg "$out/map.dot"
"$out/race" 7 1.5 "check of 20 MB : bare jansson load" \
	"$build/counterpoint" check "$out/20mb.json" \
	-- "$out/bare" "$out/20mb.json"
