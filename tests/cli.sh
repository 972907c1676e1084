#!/bin/sh
# tests/cli.sh BUILD-DIR: what one line in a golden case cannot show.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"
root=$PWD
variant=$(basename "$1")
sample=$root/samples/contactpoint

# ends NAME STATUS COMMAND…: the command ends with that status; its output is in out and err.
ends() {
	name=$1 want=$2
	shift 2
	"$@" >"$scratch/out" 2>"$scratch/err" </dev/null
	got=$?
	if [ $got = "$want" ]; then
		pass
	else
		fail "$name: ended with $got, not $want" "$(head -n 10 "$scratch/err")"
	fi
}

silent() {
	if [ -s "$scratch/out" ] || [ -s "$scratch/err" ]; then
		fail "$1: it is not silent" "$(head -n 5 "$scratch/out" "$scratch/err")"
	else
		pass
	fi
}

# ---- The sample ----

sample_tests() {
	ends "sample: check" 0 counterpoint check "$sample/annotation.json"
	silent "sample: check"
	ends "sample: fmt" 0 counterpoint fmt --check samples/*/*.json
	silent "sample: fmt"
	counterpoint import -q "$sample/page.txt" --language en >"$scratch/thread.json"
	same "sample: import gives thread.json" "$sample/thread.json" "$scratch/thread.json"
}

# The same bytes in every run, locale and time zone.
same_twice() {
	other=$(locale -a 2>/dev/null | grep -i -m 1 '^de_DE\.utf')
	LC_ALL=C counterpoint "$@" "$sample/annotation.json" >"$scratch/one"
	LC_ALL=${other:-C} TZ=Asia/Tokyo COLUMNS=40 counterpoint "$@" "$sample/annotation.json" \
		>"$scratch/two"
	same "sample: $* is the same twice" "$scratch/one" "$scratch/two"
	[ -s "$scratch/one" ] && pass || fail "sample: $* is empty"
}

sample_tests
for format in svg svgz dot png pdf mermaid graphml graphml-yed; do
	same_twice render -f $format
done
for format in markdown text html; do
	same_twice summary -f $format
done
same_twice report
for format in text json; do
	same_twice evaluate -f $format
done
for format in text csv json; do
	same_twice stats -f $format
done
starts() {
	counterpoint render -f "$1" "$sample/annotation.json" | head -c "${#2}" >"$scratch/got"
	printf %s "$2" >"$scratch/want"
	same "sample: a $1 begins with $2" "$scratch/want" "$scratch/got"
}
starts pdf %PDF-1
starts svg '<svg '
printf '\211PNG\r\n' >"$scratch/want"
counterpoint render -f png "$sample/annotation.json" | head -c 6 >"$scratch/got"
same "sample: a PNG begins as one" "$scratch/want" "$scratch/got"

# ---- What is valid is still drawn; what cannot be read leaves nothing ----

partly() {
	name=$(basename "$1")
	cd "$1" || exit 1
	counterpoint render a.json >"$scratch/svg" 2>"$scratch/err" </dev/null
	got=$?
	cd "$root" || exit 1
	want=$(sed -n 1p "$1/status")
	[ "$got" = "$want" ] && pass || fail "partly: render of $name ended with $got, not $want"
	# A file that is not JSON gives nothing, any other a whole picture.
	if grep -q '^a\.json:.*\[\(json-[a-z]*\|too-deep\|duplicate-key\)\]$' "$1/stderr"; then
		[ -s "$scratch/svg" ] && fail "partly: render of $name gives something" || pass
	elif [ "$(tail -n 1 "$scratch/svg")" = "</svg>" ]; then
		pass
		well_formed "$name" "$scratch/svg"
	else
		fail "partly: render of $name gives no picture" "$(tail -n 5 "$scratch/err")"
	fi
}

well_formed() {
	[ "$has_xmllint" ] || return
	check "partly: the SVG of $1 is well-formed" xmllint --noout --nonet "$2"
}

has_xmllint=$(command -v xmllint) || skip "cli: well-formed SVG, as there is no xmllint"
for folder in tests/golden/*/; do
	folder=${folder%/}
	[ "$(cat "$folder/cmd")" = "counterpoint check a.json" ] && partly "$folder"
done

# ---- Nothing from a comment is markup ----

if [ "$has_xmllint" ]; then
	check "hostile: well-formed SVG" xmllint --noout --nonet tests/golden/hostile-svg/stdout
	check "hostile: well-formed plot" xmllint --noout --nonet tests/golden/hostile-stats-plot/stdout
	check "hostile: well-formed outline" xmllint --noout --nonet tests/golden/hostile-outline/stdout
	check "hostile: well-formed map in the page" sh -c \
		'sed -n "/<svg/,/<\/svg>/{p;/<\/svg>/q}" tests/golden/hostile-page/stdout | xmllint --noout --nonet -'
	check "debate: well-formed SVG" xmllint --noout --nonet tests/golden/debate-svg/stdout
fi
for output in tests/golden/hostile-*/stdout; do
	case $output in
	*/hostile-text/* | */hostile-evaluate/* | */hostile-why/* | */hostile-stats/* | */hostile-stats-csv/* | \
	*/hostile-dot/*) continue ;; # no markup at all
	*/hostile-markdown/* | */hostile-outline-markdown/*) pattern='(^|[^\\])(<(script|img|b>)|\]\(javascript|`|\*stars)' ;;
	*) pattern='<(script|img|b>|i>A)|="javascript' ;;
	esac
	own='<script type="application/json" id="data">' # of a page
	if grep -v -x -F "$own" "$output" | grep -n -i -E "$pattern" >"$scratch/found"; then
		fail "hostile: $output has markup from a comment" "$(head -n 5 "$scratch/found")"
	else
		pass
	fi
done
for output in tests/golden/hostile-*/stdout; do
	case $output in */hostile-dot/*) continue ;; esac       # for Graphviz, not for terminals
	# Lines of CSV end with a carriage return, too.
	if LC_ALL=C sed 's/\r$//' "$output" | LC_ALL=C tr -d '\t\n\040-\176\200-\377' | grep -q .; then
		fail "hostile: $output has control characters"
	else
		pass
	fi
done

# ---- Writing ----

work=$scratch/work
mkdir "$work"
a=$sample/annotation.json

if [ -w /dev/full ]; then
	for verb in render summary report; do
		ends "/dev/full: $verb" 4 sh -c "counterpoint $verb '$a' >/dev/full"
		grep -q 'cannot write the standard output: No space left' "$scratch/err" && pass \
			|| fail "/dev/full: $verb does not say so"
		ends "/dev/full: $verb -o" 4 counterpoint $verb "$a" -o /dev/full
	done
	ends "/dev/full: import" 4 sh -c "counterpoint import -q '$sample/page.txt' >/dev/full"
	ends "/dev/full: fmt" 4 sh -c "counterpoint fmt - <'$a' >/dev/full"
	ends "/dev/full: init" 4 sh -c "counterpoint init '$sample/thread.json' >/dev/full"
	for line in "schema thread" "check --explain all" "--help" "--version" "render --help"; do
		ends "/dev/full: $line" 4 sh -c "counterpoint $line >/dev/full"
	done
else
	skip "cli: a full disk, as there is no /dev/full"
fi
for line in "schema thread" "summary '$a'" "--version" "render --help"; do
	ends "closed output: $line" 4 sh -c "counterpoint $line >&-"
done
ends "closed input" 4 sh -c "counterpoint check - <&-"
ends "closed errors" 0 sh -c "counterpoint check '$a' 2>&-"
ends "closed errors: output is whole" 1 sh -c \
	"cd tests/golden/partly-broken && counterpoint render a.json -o '$work/map.svg' 2>&-"
same "closed errors: nothing else gets into the file" tests/golden/partly-broken/stdout \
	"$work/map.svg"
rm -f "$work/map.svg"

# A reader that goes away is no disaster.
counterpoint report "$a" 2>"$scratch/err" | head -c 1 >/dev/null
silent_errors=$(cat "$scratch/err")
[ -z "$silent_errors" ] && pass || fail "broken pipe: $silent_errors"

# Where Graphviz cannot be had (here there are too few files for its pipe), a tree is drawn, and
# that is said; where only Graphviz may lay the map out, nothing is.
ends "layout: without Graphviz" 0 sh -c \
	"ulimit -n 4; counterpoint render '$a' -o '$work/map.svg'"
grep -q "note: .*the map is laid out as a tree \[layout-changed\]" "$scratch/err" && pass \
	|| fail "layout: it is not said that it is a tree" "$(cat "$scratch/err")"
counterpoint render --layout tree "$a" | cmp -s - "$work/map.svg" && pass \
	|| fail "layout: it is no tree"
rm -f "$work/map.svg"
ends "layout: only with Graphviz" 4 sh -c \
	"ulimit -n 4; counterpoint render --layout dot '$a' -o '$work/map.svg'"
[ -e "$work/map.svg" ] && fail "layout: a file without a map" || pass

old_stays_whole() {
	echo old >"$work/out.svg"
	# A limit on the size of files makes the write fail in its middle.
	ends "atomic: a write that fails" 4 sh -c \
		"trap '' XFSZ; ulimit -f 8; counterpoint render '$a' -o '$work/out.svg'"
	echo old | cmp -s - "$work/out.svg" && pass || fail "atomic: the old file is not whole"
	[ "$(ls "$work")" = out.svg ] && pass || fail "atomic: something is left" "$(ls "$work")"
}
old_stays_whole
chmod 640 "$work/out.svg"
ends "atomic: a write that succeeds" 0 counterpoint render "$a" -o "$work/out.svg"
[ "$(tail -n 1 "$work/out.svg")" = "</svg>" ] && pass || fail "atomic: no picture"
[ "$(ls -l "$work/out.svg" | cut -c 1-10)" = -rw-r----- ] && pass \
	|| fail "atomic: the file's mode has changed"
(umask 077 && counterpoint render "$a" -o "$work/new.svg")
[ "$(ls -l "$work/new.svg" | cut -c 1-10)" = -rw------- ] && pass \
	|| fail "atomic: a new file does not obey the umask"
cp "$a" "$sample/thread.json" "$work"
ends "names: a file that begins with a hyphen" 0 sh -c \
	"cd '$work' && cp annotation.json ./-x.json && counterpoint check -- -x.json"
ends "names: options after operands" 0 counterpoint summary "$a" -o "$work/s.md"
ends "names: short option with its argument" 0 counterpoint summary "$a" "-o$work/s.md" -ftext

# ---- Colour ----

has_escapes() {
	LC_ALL=C grep -q "$(printf '\033')" "$1"
}
# script gives the program a terminal, where the machine has any to give.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	bad=$root/tests/golden/quote-not-found/a.json
	env -u NO_COLOR TERM=xterm script -qec "counterpoint check $bad" /dev/null \
		>"$scratch/out" </dev/null
	has_escapes "$scratch/out" && pass || fail "colour: none on a terminal"
	NO_COLOR=1 TERM=xterm script -qec "counterpoint check $bad" /dev/null \
		>"$scratch/out" </dev/null
	has_escapes "$scratch/out" && fail "colour: NO_COLOR is not obeyed" || pass
	env -u NO_COLOR TERM=dumb script -qec "counterpoint check $bad" /dev/null \
		>"$scratch/out" </dev/null
	has_escapes "$scratch/out" && fail "colour: on a dumb terminal" || pass
else
	skip "cli: colour on a terminal, as there is no script(1)"
fi
counterpoint check tests/golden/quote-not-found/a.json 2>"$scratch/err"
has_escapes "$scratch/err" && fail "colour: in a file" || pass

# ---- Installing ----

install_into() {
	make --no-print-directory VARIANT="$variant" "$@" install >"$scratch/make.out" 2>&1
}

program() {
	cat >"$scratch/program.c" <<'C'
#include <counterpoint.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = counterpoint_debate_load(argv[argc - 1], findings);
	if (debate)
		printf("%zu\n", counterpoint_debate_items(debate));
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
	return !debate;
}
C
}

# builds NAME FLAGS…: a program of ten lines against the installed library.
builds() {
	name=$1
	shift
	check "install: a program with the $name library" ${CC:-cc} -std=c11 -Wall -Wextra \
		-Werror $sanitize "$scratch/program.c" -o "$scratch/program" "$@"
	LD_LIBRARY_PATH=$prefix/lib "$scratch/program" "$a" >"$scratch/got" 2>&1
	[ "$(cat "$scratch/got")" = "$(grep -c '"kind":' "$a")" ] && pass \
		|| fail "install: the program with the $name library" "$(head -n 5 "$scratch/got")"
}

install_tests() {
	case $variant in
	asan) sanitize=-fsanitize=address,undefined ;;
	coverage) sanitize=--coverage ;;
	*) sanitize= ;;
	esac
	stage=$scratch/stage prefix=$scratch/prefix
	if ! install_into DESTDIR="$stage" PREFIX=/usr; then
		fail "install: make install with DESTDIR" "$(tail -n 5 "$scratch/make.out")"
		return
	fi
	pass
	grep -rq "$stage" "$stage/usr/lib/pkgconfig" && fail "install: DESTDIR got into a file" \
		|| pass
	make --no-print-directory VARIANT="$variant" DESTDIR="$stage" PREFIX=/usr uninstall \
		>"$scratch/make.out" 2>&1
	left=$(find "$stage" ! -type d)
	[ -z "$left" ] && pass || fail "install: make uninstall leaves" "$left"

	install_into PREFIX="$prefix" || fail "install: make install" "$(tail -n 5 "$scratch/make.out")"
	ends "install: the program runs" 0 "$prefix/bin/counterpoint" check "$a"
	silent "install: the program runs"
	[ "$("$prefix/bin/counterpoint" --version)" = \
		"counterpoint $(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --modversion counterpoint)" ] \
		&& pass || fail "install: the versions differ"
	grep -q '@[A-Z]*@' "$prefix/share/man/man1/counterpoint.1" && fail "install: the manual" || pass
	PKG_CONFIG_PATH=$prefix/lib/pkgconfig
	export PKG_CONFIG_PATH
	program
	builds shared $(pkg-config --cflags --libs counterpoint)
	builds static $(pkg-config --static --cflags --libs counterpoint \
		| sed 's/-lcounterpoint/-l:libcounterpoint.a/')
	make --no-print-directory VARIANT="$variant" PREFIX="$prefix" uninstall >/dev/null 2>&1
	left=$(find "$prefix" ! -type d)
	[ -z "$left" ] && pass || fail "install: make uninstall leaves" "$left"
}

if [ -s docs/counterpoint.1 ] && [ -s src/cli/completion.bash ] && [ -s src/cli/completion.zsh ]; then
	install_tests
else
	skip "cli: installing, as the manual or a completion is not there yet"
fi
finish
