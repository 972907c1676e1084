#!/bin/sh
# tests/run.sh BUILD-DIR [PART…]: all tests, or some parts. Silent but for what fails and what
# is skipped; the last line says how many passed. GOLDEN=renew rewrites the golden outputs.
set -u
cd "$(dirname "$0")/.." || exit 1
B=${1:?"usage: tests/run.sh BUILD-DIR [PART…]"}
shift
passed=0 failed=0 skipped=0
out=$(mktemp "${TMPDIR:-/tmp}/counterpoint.XXXXXX") || exit 1
trap 'rm -f "$out"' EXIT
trap 'exit 130' INT TERM

# What libraries keep to the end is not ours to free. Nothing here depends on the locale.
LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS UBSAN_OPTIONS
unset CDPATH GREP_OPTIONS MAKEFLAGS MAKELEVEL
umask 022

# add PART STATUS: counts what the last line of its output says; a part that does not end with
# such a line, or ends badly without a failure, has crashed, and is a failure itself.
add() {
	last=$(tail -n 1 "$out")
	counts=$(echo "$last" | sed -n \
		's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed\(, \([0-9]*\) skipped\)\{0,1\}$/\1 \2 \4/p')
	if [ -z "$counts" ]; then
		tail -n 30 "$out"
		echo "FAIL $1: ended with status $2 and no count"
		failed=$((failed + 1))
		return
	fi
	set -- "$1" "$2" $counts
	passed=$((passed + $3)) failed=$((failed + $4)) skipped=$((skipped + ${5:-0}))
	[ "$1" = unit ] && [ "$2" = 0 ] && [ "$4" = 0 ] || sed '$d' "$out"
	if [ "$2" != 0 ] && [ "$4" = 0 ]; then
		echo "FAIL $1: ended with status $2"
		failed=$((failed + 1))
	fi
}

run() {
	"$@" >"$out" 2>&1 </dev/null
	add "$part" $?
}

for part in ${*:-unit golden layers headers docs samples symbols cli findings corpus batch editor \
	browser suites import frameworks numbers measure formats}; do
	case $part in
	unit)
		if [ -x "$B/unit" ]; then
			run "$B/unit"
		else
			echo "FAIL unit: there is no $B/unit"
			failed=$((failed + 1))
		fi ;;
	*) run "tests/$part.sh" "$B" ;;
	esac
done
if [ $skipped = 0 ]; then
	echo "$passed passed, $failed failed"
else
	echo "$passed passed, $failed failed, $skipped skipped"
fi
[ $failed = 0 ]
