#!/bin/sh
# tests/docs.sh BUILD-DIR: what is written about the program is what the program does.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"
root=$PWD
verbs=$(counterpoint --help | sed -n 's/^  \([a-z]*\)  *[a-z].*/\1/p')

options_of() {
	counterpoint "$1" --help | sed -n 's/^  [ -].\{0,3\} --\([a-z-]*\).*/\1/p'
}

# ---- Manual and completions name every verb and option ----

names() {
	# In the manual a hyphen is written \-.
	sed 's/\\-/-/g' "$1" | grep -q -e "$2"
}

check_names() {
	if [ ! -s "$1" ]; then
		skip "docs: there is no $1 yet"
		return
	fi
	for verb in $verbs; do
		names "$1" "\\(^\\|[^a-z-]\\)$verb\\([^a-z-]\\|\$\\)" && pass \
			|| fail "docs $1: the verb $verb is not there"
		for option in $(options_of "$verb"); do
			# zsh and bash may write --{a,b}; the plain name is what is looked for.
			names "$1" "--$option\\([^a-z-]\\|\$\\)" && pass \
				|| fail "docs $1: $verb's option --$option is not there"
		done
	done
}

[ "$verbs" ] || fail "docs: counterpoint --help names no verbs"
for file in docs/counterpoint.1 src/cli/completion.bash src/cli/completion.zsh; do
	check_names "$file"
done
if [ -s docs/counterpoint.1 ] && command -v man >/dev/null; then
	man --warnings -l docs/counterpoint.1 2>"$scratch/warnings" >/dev/null
	[ -s "$scratch/warnings" ] && fail "docs counterpoint.1" "$(cat "$scratch/warnings")" || pass
fi

# ---- Diagnostics ----

# What the table of codes says is on the pages, and each example makes its message.
for page in docs/diagnostics.md docs/counterpoint.1; do
	"$1/codes" $page >"$scratch/page" 2>"$scratch/err" && pass \
		|| fail "docs $page: it cannot be made" "$(cat "$scratch/err")"
	same "docs $page: \"make docs\" makes it anew" $page "$scratch/page"
done
check "docs: the debate of the examples is fine" counterpoint check docs/example.json
codes=$(counterpoint check --explain all | grep -c '^[a-z-]* (\(error\|warning\|hint\|note\))$')
[ "$codes" = "$(grep -c '^CODE(' src/base/diag_codes.h)" ] && pass \
	|| fail "docs: check --explain all leaves codes out"

# ---- Links ----

pages=$(ls README.md docs/*.md 2>/dev/null)
for page in $pages; do
	# [text](target "title") and ![alt](target), outside of code
	links=$(awk '/^ *```/ { code = !code; next } !code' "$page" | sed 's/`[^`]*`//g' \
		| grep -o ']([^)]*)' | sed 's/^](//; s/)$//; s/[ #].*//')
	for link in $links; do
		case $link in *:*) continue ;; esac
		if [ -e "$(dirname "$page")/$link" ]; then
			pass
		else
			fail "docs $page: there is no $link"
		fi
	done
done

# ---- Examples ----

# The console blocks of a page as a list of commands and what they print: each command in a
# file N.cmd, what should come in N.want.
split_blocks() {
	awk -v to="$scratch/blocks/" '
		/^ *```/ && on { on = 0; next }
		/^ *```console *$/ { on = 1; next }
		on && /^\$ / { n++; file = to n; print substr($0, 3) >(file ".cmd"); want = file ".want"
			printf "" >want; more = /\\$/; next }
		on && more { print >(file ".cmd"); more = /\\$/; next }
		on && n { print >want }' "$1"
}

# The expected lines against those that came; a line "…" stands for any lines.
matches() {
	awk 'NR == FNR { want[++w] = $0; next } { got[++g] = $0 }
		function fits(i, j) {
			for (; i <= w; i++) {
				if (want[i] ~ /^ *…$/) {
					for (; j <= g + 1; j++)
						if (fits(i + 1, j))
							return 1
					return 0
				}
				if (j > g || want[i] != got[j])
					return 0
				j++
			}
			return j > g
		}
		END { exit !fits(1, 1) }' "$1" "$2"
}

run_blocks() {
	rm -rf "$scratch/blocks" "$scratch/tree"
	mkdir -p "$scratch/blocks" "$scratch/tree"
	split_blocks "$1"
	cp -R samples schemas "$scratch/tree"
	cd "$scratch/tree/samples" || exit 1
	n=1
	while [ -f "$scratch/blocks/$n.cmd" ]; do
		sh "$scratch/blocks/$n.cmd" >"$scratch/got" 2>&1 </dev/null
		touch "$scratch/blocks/$n.want"
		if matches "$scratch/blocks/$n.want" "$scratch/got"; then
			pass
		else
			fail "docs $1: \$ $(cat "$scratch/blocks/$n.cmd")"
			diff -u "$scratch/blocks/$n.want" "$scratch/got" | sed 1,2d | head -n 40
		fi
		n=$((n + 1))
	done
	cd "$root" || exit 1
}

for page in $pages; do
	run_blocks "$page"
done
[ -s README.md ] || skip "docs: there is no README.md yet"
finish
