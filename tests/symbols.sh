#!/bin/sh
# tests/symbols.sh BUILD-DIR: the shared library shows what counterpoint.h declares and nothing
# else; the names of the static one begin with cp_ or counterpoint_.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
tr -c '[:alnum:]_' '\n' <src/counterpoint.h | grep '^counterpoint_' | sort -u >"$scratch/declared"
# What sanitizers and coverage put in is not ours.
nm -D --defined-only "$1/libcounterpoint.so" | awk '{print $3}' \
	| grep -v -e '^__asan' -e '^__odr_asan' -e '^__gcov' -e '^__ubsan' -e '^mangle_path$' \
	| sort -u >"$scratch/shown"
[ -s "$scratch/shown" ] || fail "symbols: $1/libcounterpoint.so shows nothing"
for symbol in $(cat "$scratch/shown"); do
	if grep -qx "$symbol" "$scratch/declared"; then
		pass
	else
		fail "symbols: libcounterpoint.so shows $symbol"
	fi
done
nm -g --defined-only "$1/libcounterpoint.a" | awk 'NF == 3 {print $3}' \
	| grep -v -e '^cp_' -e '^counterpoint_' -e '^__asan' -e '^__odr_asan' -e '^__gcov' \
		-e '^__ubsan' >"$scratch/strangers"
if [ -s "$scratch/strangers" ]; then
	fail "symbols: libcounterpoint.a defines" "$(cat "$scratch/strangers")"
else
	pass
fi
finish
