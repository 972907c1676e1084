#!/bin/sh
# tests/valgrind.sh BUILD-DIR: the program under valgrind, on good input and bad. What Graphviz
# does in its child process is left aside.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"
program=$scratch/bin/counterpoint
sample=samples/contactpoint
golden=tests/golden

# clean STATUS ARGUMENT…: no error, no leak, and the status that the command has anyway.
clean() {
	want=$1
	shift
	valgrind -q --error-exitcode=9 --leak-check=full --suppressions=tests/valgrind.supp \
		--errors-for-leak-kinds=definite,indirect --child-silent-after-fork=yes \
		--log-file="$scratch/log" "$program" "$@" >/dev/null 2>&1 </dev/null
	got=$?
	if [ $got = "$want" ]; then
		pass
	else
		fail "valgrind: counterpoint $*: ended with $got, not $want" \
			"$(head -n 30 "$scratch/log")"
	fi
}

if ! command -v valgrind >/dev/null; then
	skip "valgrind: it is not installed"
	finish
fi
clean 0 import $sample/page.txt --language en
clean 0 check $sample/annotation.json
clean 0 summary $sample/annotation.json
clean 0 report $sample/annotation.json
clean 0 render $sample/annotation.json
clean 0 render -f dot $sample/annotation.json
for format in svgz mermaid graphml graphml-yed png pdf; do
	clean 0 render -f $format samples/first/annotation.json
done
clean 0 render --direction RL --layout tree -f json $sample/annotation.json
clean 0 render -w -f mermaid $golden/hostile-mermaid/a.json
clean 0 schema thread
clean 0 check --explain all
clean 2 check --nonsense
clean 4 check nothing.json
for name in json-cut-off json-zero-byte encoding-invalid schema-unknown duplicate-id \
		quote-not-found quote-ambiguous support-cycle no-step thread-faults; do
	clean 1 check "$golden/$name/a.json"
	case $name in
	json-* | encoding-*) ;;
	*) clean 1 summary -f text "$golden/$name/a.json" ;;
	esac
done
clean 1 render $golden/partly-broken/a.json
clean 0 report $golden/hostile-page/a.json
clean 0 import $golden/import-broken-text/page.txt
clean 1 import $golden/import-no-thread/page.txt
# Again and again in one process, what Graphviz loses in its child aside.
if [ -x "$1/unit" ]; then
	program=$1/unit
	COUNTERPOINT_SLOW=yes
	export COUNTERPOINT_SLOW
	clean 0 growth
fi
finish
