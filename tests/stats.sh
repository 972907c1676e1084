#!/bin/sh
# tests/stats.sh: how long the functions of src/ are, and how much of it is comment.
set -u
cd "$(dirname "$0")/.." || exit 1

# Of the lines that are not blank, how many hold a comment.
count_lines() {
	cat "$@" | awk '
		/^[ \t]*$/ { next }
		{ lines++; comment += within || /\/\*/ }
		within { within = !/\*\//; next }
		/\/\*/ { within = !/\*\// }
		END { printf "%d lines, %d with a comment: %.0f %%\n", lines, comment,
			100 * comment / lines }'
}

lengths() {
	ctags -x --_xformat='%{line} %{end} %{input} %N' --kinds-C=f --languages=C -R src/ \
		2>/dev/null | awk 'NF == 4 { print $2 - $1 + 1, $4, $3 ":" $1 }' | sort -n
}

count_lines src/*.[ch] src/*/*.[ch]
if ! ctags --version 2>/dev/null | grep -q Universal; then
	echo "lengths of functions: universal-ctags is not installed"
	exit 0
fi
lengths | awk '
	{ length_of[NR] = $1; name[NR] = $2 " (" $3 ")"; over += $1 > 60 }
	END {
		if (!NR)
			exit
		printf "%d functions: median %d lines, p95 %d, longest %d, over 60 lines: %d\n", NR,
			length_of[int((NR + 1) / 2)], length_of[int(NR * 0.95 + 0.5)], length_of[NR], over
		for (i = NR; i > NR - 5 && i > 0; i--)
			printf "%5d  %s\n", length_of[i], name[i]
	}'
