#!/bin/sh
# tests/numbers.sh BUILD-DIR: debates and frameworks at the limit: nothing to count, nothing
# decided, weights of 0 and 1, very many extensions. Whatever is printed ends in time, and no
# number in it is none.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"

# ---- Debates ----

# debate NAME COMMENTS ANNOTATIONS
debate() {
	printf '{"counterpoint":1,"thread":{"counterpoint":1,"comments":[%s]},
		"motion":{"id":"m","text":"It rains"},"annotations":[%s]}\n' "$2" "$3" >"$scratch/$1.json"
}

ann='{"id":"c1","author":"Ann","text":"one two three","score":0}'
ann_again='{"id":"c2","author":"Ann","text":"one two three","score":-2147483647}'
ben='{"id":"c2","author":"Ben","text":"one two three","score":2147483647}'
item() {
	printf '{"id":"%s","kind":"rebuttal","comment":"%s","quote":"%s","gist":"%s",%s}' "$@"
}
debate no-comments '' ''
debate no-items "$ann" ''
debate one-speaker "$ann,$ann_again" "$(item a c1 one 'A' '"rebuts":"m"'),$(
	item b c2 one 'B' '"undercuts":"a"')"
debate unresolved "$ann,$ben" "$(item a c1 one 'A' '"rebuts":["b","m"]'),$(
	item b c2 one 'B' '"rebuts":["a","m"]')"
debate limits "$ann,$ben" "$(item a c1 one 'A' '"confidence":0,"rebuts":{"to":"m","strength":0}'),$(
	item b c2 one 'B' '"confidence":1,"rebuts":["a","c"]'),$(
	item c c1 two 'C' '"confidence":1,"rebuts":["b","m"],"undercuts":"b>c"')"
debate not-held "$ann" "$(item a c1 one 'A' '"attitude":"denied","rebuts":"m"')"

# numbers NAME ARGUMENT…: a verb on each of the debates.
numbers() {
	for file in no-comments no-items one-speaker unresolved limits not-held; do
		counterpoint "$@" "$scratch/$file.json" >"$scratch/out" 2>"$scratch/err" </dev/null
		status=$?
		if [ $status -gt 1 ] || [ ! -s "$scratch/out" ]; then
			fail "numbers: $* of $file ended with $status" "$(head -n 5 "$scratch/err")"
		elif grep -n -i -w -E 'nan|inf|infinity|-?0\.0*e[-+]?[0-9]+' "$scratch/out" >"$scratch/found"; then
			fail "numbers: $* of $file has a number that is none" \
				"$(head -n 5 "$scratch/found")"
		else
			pass
		fi
	done
}

for measure in quadratic df-quad sd-df-quad euler euler-top mlp h-categoriser max-based card-based; do
	numbers evaluate --strength $measure
	numbers evaluate -f json --strength $measure --uncertainty 1 --votes
done
for semantics in preferred stable semi-stable ideal; do
	numbers evaluate --semantics $semantics
done
for support in necessary deductive evidential; do
	numbers evaluate --support $support --uncertainty 0.01
done
for length in short medium long; do
	numbers summary --length $length
done
for view in map procon flow speakers quotes replies timeline; do
	numbers render --view $view
	numbers render --view $view -f json
done
numbers render --layout tree

# ---- Frameworks ----

# answers FRAMEWORK PROBLEM WANT [OPTION…]: how the answer begins.
answers() {
	file=$1 problem=$2 want=$3
	shift 3
	counterpoint af -p "$problem" "$@" "$scratch/$file" >"$scratch/out" 2>"$scratch/err"
	got=$(head -n 1 "$scratch/out" | cut -c 1-20)
	[ "$got" = "$want" ] && pass ||
		fail "numbers: $problem of $file is \"$got\", not \"$want\"" "$(cat "$scratch/err")"
}

# ends_with FRAMEWORK PROBLEM LINES MESSAGE OPTION…
ends_with() {
	file=$1 problem=$2 lines=$3 message=$4
	shift 4
	counterpoint af -p "$problem" "$@" "$scratch/$file" >"$scratch/out" 2>"$scratch/err"
	got=$(wc -l <"$scratch/out" | tr -d ' ')
	if [ "$got" = "$lines" ] && grep -q "$message" "$scratch/err"; then
		pass
	else
		fail "numbers: $problem of $file has $got lines" "$(head -n 3 "$scratch/err")"
	fi
}

awk 'BEGIN { n = 1000000; print "p af " n; for (i = 1; i <= n; i++) print i, i }' >"$scratch/selves"
for problem in SE-GR SE-PR SE-SST SE-STG SE-ID EE-PR; do
	answers selves $problem w
done
answers selves SE-ST NO
answers selves DC-PR NO -a 1000000
answers selves CE-STG 1

# Triangles in which each attacks each: 3^(n/3) extensions. Of one part where all of them attack
# the last argument.
triangles() {
	awk -v n="$1" -v joined="$2" 'BEGIN { print "p af " n + joined
		for (i = 0; i < n; i++) for (j = 1; j < 3; j++)
			print i + 1, i - i % 3 + (i + j) % 3 + 1
		for (i = 1; joined && i <= n; i++) print i, n + 1 }'
}
triangles 60 0 >"$scratch/triangles"
triangles 60 1 >"$scratch/joined"
triangles 3000 0 >"$scratch/many"
for semantics in PR ST SST STG; do
	answers triangles CE-$semantics 3486784401
	ends_with triangles EE-$semantics 10 "these are 10 extensions, and there are more" --limit 10
	ends_with joined EE-$semantics 10 "these are 10 extensions, and there are more" --limit 10
	ends_with joined CE-$semantics 0 "more extensions than 100, and not counted on" --limit 100
	ends_with many CE-$semantics 0 "and not counted on"
	answers joined DC-$semantics NO -a 61
done
answers joined DS-PR NO -a 1
answers many SE-ID w
finish
