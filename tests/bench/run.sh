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
cc -O2 -o "$out/words" tests/bench/words.c -lm
cc -O2 -Isrc -o "$out/reuse" tests/bench/reuse.c "$build/libcounterpoint.a" \
	$(pkg-config --libs jansson libutf8proc) -ldl
cc -O2 -o "$out/suffixes" tests/bench/suffixes.c -ldivsufsort
"$out/words" > "$out/words.bin"
"$out/generate" 20 > "$out/20mb.json"
"$build/counterpoint" render -f dot $sample/annotation.json > "$out/map.dot"

echo "what                                               we         yardstick"
"$out/race" 200 1.5 "check ContactPoint : bare jansson load" \
	"$build/counterpoint" check $sample/annotation.json \
	-- "$out/bare" $sample/annotation.json $sample/thread.json
"$out/race" 60 0.35 "render ContactPoint : dot -Tsvg" \
	"$build/counterpoint" render $sample/annotation.json \
	-- dot -Tsvg "$out/map.dot"

# Argdown's command, on the same map; it is fetched for this alone. The target is 1 to 130.
argdown=build/argdown/node_modules/.bin/argdown
if command -v npm >/dev/null && [ ! -x $argdown ]; then
	timeout 120 npm install --prefix build/argdown --ignore-scripts --no-audit --no-fund \
		@argdown/cli@1.7.5 >"$out/npm.log" 2>&1 || true
fi
if [ -x $argdown ]; then
	"$build/counterpoint" render -f json $sample/annotation.json \
		| python3 tests/bench/argdown.py > "$out/map.argdown"
	"$out/race" 5 0.0077 "render ContactPoint : Argdown" \
		"$build/counterpoint" render $sample/annotation.json \
		-- $argdown map --format svg --silent "$out/map.argdown" "$out/argdown"
else
	echo "skipped: Argdown, as it cannot be had here"
fi

"$out/race" 7 1.3 "check of 20 MB : bare jansson load" \
	"$build/counterpoint" check "$out/20mb.json" \
	-- "$out/bare" "$out/20mb.json"
"$out/race" 15 0.2 "reuse of words in 5 MB : suffix array and LCP" \
	"$out/reuse" "$out/words.bin" \
	-- "$out/suffixes" "$out/words.bin"

# Validation alone, of a parsed document: ours and ajv's in turn, five times each; the medians.
cc -O2 -Isrc -o "$out/validate" tests/bench/validate.c "$build/libcounterpoint.a" \
	$(pkg-config --cflags --libs jansson libutf8proc nettle libpcre2-8 zlib) -ldl
validate_ours() {
	"$out/validate" "$1" "$2" >> "$out/ours"
}
validate_ajv() {
	node tests/bench/validate.mjs "$PWD/build/npm" "$1" "$2" >> "$out/ajv"
}
median() {
	sort -n "$1" | sed -n 3p
}
# validate WHAT FILE RUNS TARGET
validate() {
	rm -f "$out/ours" "$out/ajv"
	for round in 1 2 3 4 5; do
		validate_ours "$2" "$3"
		validate_ajv "$2" "$3"
	done
	awk -v what="$1" -v a="$(median "$out/ours")" -v b="$(median "$out/ajv")" -v t=$4 'BEGIN {
		printf "%-46s %8.3f ms %8.3f ms   ratio %6.3g  target %6.3g  %s\n", what, a / 1000,
			b / 1000, a / b, t, a / b <= t ? "met" : "MISSED" }'
}
tests/npm.sh
if [ -d build/npm/node_modules/ajv ] && command -v node >/dev/null; then
	validate "validate ContactPoint : ajv" $sample/annotation.json 3000 0.55
	validate "validate 20 MB : ajv" "$out/20mb.json" 5 0.55
else
	echo "skipped: ajv, as it or node is not there"
fi

# Dumps of 20,000 comments, against the parser alone.
cc -O2 -o "$out/threads" tests/bench/threads.c
for row in reddit:2 hn:3 discourse:3.5 convokit:3.5; do
	format=${row%:*}
	"$out/threads" $format 20000 > "$out/$format.json"
	"$out/race" 7 ${row#*:} "import of $format : bare jansson load" \
		"$build/counterpoint" import -q "$out/$format.json" \
		-- "$out/bare" "$out/$format.json"
	ls -l "$out/$format.json" | awk '{ printf "    of %.1f MB\n", $5 / 1e6 }'
done

cc -O2 -o "$out/bare_markup" tests/bench/bare_markup.c $(pkg-config --cflags --libs libxml-2.0)
for row in page-html:5 wxr:8 disqus:8; do
	format=${row%:*}
	"$out/threads" $format 20000 > "$out/$format.xml"
	"$out/race" 7 ${row#*:} "import of $format : bare libxml2 parse" \
		"$build/counterpoint" import -q "$out/$format.xml" \
		-- "$out/bare_markup" "$out/$format.xml"
	ls -l "$out/$format.xml" | awk '{ printf "    of %.1f MB\n", $5 / 1e6 }'
done

# A stream of 200 debates: in one process and in two, and each in a process of its own.
thread=$(tr -d '\n' < $sample/thread.json)
debate=$(tr -d '\n' < $sample/annotation.json)
debate=${debate%%'"thread.json"'*}$thread${debate#*'"thread.json"'}
for i in $(seq 200); do
	printf '%s\n' "$thread" >&3
	printf '%s\n' "$debate" >&4
	printf '%s\n' "$debate" > "$out/batch-$i.json"
done 3> "$out/threads.jsonl" 4> "$out/batch.jsonl"
for verb in check summary evaluate draft; do
	file=$out/batch.jsonl
	[ $verb = draft ] && file=$out/threads.jsonl
	"$out/race" 5 0.56 "batch $verb of 200, -j 2 : -j 1" \
		sh -c "$build/counterpoint batch -j 2 $verb $file 2>/dev/null" \
		-- sh -c "$build/counterpoint batch -j 1 $verb $file 2>/dev/null"
done
"$out/race" 5 0.5 "batch check of 200, -j 1 : 200 processes" \
	sh -c "$build/counterpoint batch -j 1 check $out/batch.jsonl 2>/dev/null" \
	-- sh -c "for f in $out/batch-*.json; do $build/counterpoint check \$f; done"

# Large maps: our tree against Graphviz on the same drawing, and against reading it alone.
# Where dot does not end in DOT_SECONDS, that is its time.
DOT_SECONDS=${DOT_SECONDS:-30}
cc -O2 -o "$out/crossings" tests/bench/crossings.c $(pkg-config --cflags --libs jansson)
for claims in 1000 5000 10000; do
	"$out/generate" $claims claims > "$out/$claims.json"
done
# dot_ends CLAIMS: whether dot ends in time.
dot_ends() {
	timeout "$DOT_SECONDS" "$build/counterpoint" render -W no-large-map --layout dot -o "$out/dot.svg" \
		"$out/$1.json" 2>/dev/null
}
"$out/race" 3 0.1 "map of 1,000 claims : the same by dot" \
	"$build/counterpoint" render -W no-large-map --layout tree "$out/1000.json" \
	-- "$build/counterpoint" render -W no-large-map --layout dot "$out/1000.json"
if dot_ends 5000; then
	"$out/race" 1 0.02 "map of 5,000 claims : the same by dot" \
		"$build/counterpoint" render -W no-large-map --layout tree "$out/5000.json" \
		-- "$build/counterpoint" render -W no-large-map --layout dot "$out/5000.json"
else
	"$out/race" 1 0.02 "map of 5,000 claims : dot, which did not end" \
		"$build/counterpoint" render -W no-large-map --layout tree "$out/5000.json" \
		-- sleep "$DOT_SECONDS"
fi
"$out/race" 3 1 "map of 10,000 claims : two seconds" \
	"$build/counterpoint" render -W no-large-map "$out/10000.json" -- sleep 2
"$out/race" 5 4 "map of 10,000 claims : check of them" \
	"$build/counterpoint" render -W no-large-map "$out/10000.json" \
	-- "$build/counterpoint" check "$out/10000.json"

# places LAYOUT CLAIMS SEEDS: sums of "DRAWN STRAIGHT AREA" of so many maps.
places() {
	for seed in $(seq "$3"); do
		"$out/generate" "$2" claims "$seed" > "$out/map.json"
		"$build/counterpoint" render -f json --layout "$1" -o "$out/places.json" "$out/map.json"
		"$out/crossings" "$out/places.json"
	done | awk '{ drawn += $1; straight += $2; area += $3 } END { print drawn, straight, area }'
}
echo
echo "crossings of lines, and area           as drawn          straight      area (Mpt²)"
echo "                                     tree   dot        tree   dot       tree    dot"
for row in 52:10 200:10 1000:3; do
	claims=${row%:*} seeds=${row#*:}
	set -- $(places tree $claims $seeds) $(places dot $claims $seeds)
	awk -v n=$claims -v s=$seeds -v a=$1 -v b=$2 -v c=$3 -v d=$4 -v e=$5 -v f=$6 'BEGIN {
		printf "%2d maps of %4d claims              %6d %5d      %6d %5d     %6.1f %6.1f   %s\n",
			s, n, a, d, b, e, c / 1e6, f / 1e6, a <= 1.05 * d ? "met" : "MISSED" }'
done
cc -O2 -Isrc -o "$out/approx" tests/bench/approx.c "$build/libcounterpoint.a" -lutf8proc
"$out/approx" 0.06

# ---- Frameworks ----

cc -O2 -o "$out/frameworks" tests/bench/frameworks.c
cc -O2 -o "$out/bare_af" tests/bench/bare_af.c
for size in 100000 1000000; do
	"$out/frameworks" debate $size 7 > "$out/debate-$size.af"
	"$out/race" 11 1.3 "grounded of $size : bare program" \
		"$build/counterpoint" af -p SE-GR "$out/debate-$size.af" \
		-- "$out/bare_af" "$out/debate-$size.af"
done
"$out/race" 11 10 "preferred of 100000 : bare grounded" \
	"$build/counterpoint" af -p SE-PR "$out/debate-100000.af" \
	-- "$out/bare_af" "$out/debate-100000.af"

# Twenty random frameworks of 1,000 arguments a kind, each in both formats; frameworks.c says
# how they are made.
apx() {
	awk 'NR == 1 { for (i = 1; i <= $3; i++) print "arg(" i ")." }
		NR > 1 { print "att(" $1 "," $2 ")." }'
}
for kind in er ba ws; do
	for seed in $(seq 20); do
		"$out/frameworks" $kind 1000 "$seed" > "$out/$kind-$seed.af"
		apx < "$out/$kind-$seed.af" > "$out/$kind-$seed.apx"
	done
	"$out/race" 3 1 "stable of 20 $kind of 1000 : gringo, clasp" \
		sh -c "for f in $out/$kind-*.apx; do $build/counterpoint af -p SE-ST \$f; done" \
		-- sh -c "for f in $out/$kind-*.apx; do
			gringo tests/bench/stable.lp \$f | clasp -q >/dev/null; done; true"
	"$out/race" 3 1 "preferred of 20 $kind of 1000 : gringo, clasp" \
		sh -c "for f in $out/$kind-*.apx; do $build/counterpoint af -p SE-PR \$f; done" \
		-- sh -c "for f in $out/$kind-*.apx; do gringo tests/bench/preferred.lp \$f |
			clasp -q --heuristic=Domain --dom-mod=true,show >/dev/null; done; true"
done

# solved PROBLEM KIND: how many of the twenty within ten seconds each, and how long they took.
solved() {
	for seed in $(seq 20); do
		about=
		case $1 in D*) about="-a $((seed * 37 % 1000 + 1))" ;; esac
		from=$(date +%s%N)
		"$build/counterpoint" af -p "$1" $about --timeout 10 "$out/$2-$seed.af" \
			>/dev/null 2>&1 && echo "$((($(date +%s%N) - from) / 1000))"
	done | sort -n | awk -v what="$1 of 20 $2 of 1000 arguments" '
		{ took[NR] = $1 / 1000 }
		END { printf "%-46s %d of 20 solved, median %.1f ms, longest %.1f ms   %s\n", what,
			NR, took[int((NR + 1) / 2)], took[NR], NR == 20 ? "met" : "MISSED" }'
}
for kind in er ba ws; do
	for problem in SE-PR DC-PR DS-PR SE-ST; do
		solved $problem $kind
	done
done

cc -O2 -Isrc -o "$out/strength" tests/bench/strength.c "$build/libcounterpoint.a" -ldl \
	$(pkg-config --libs jansson libutf8proc)
"$out/race" 11 3 "strength, a million relations : bare pass" "$out/strength" ours \
	-- "$out/strength" bare
