#!/bin/sh
# tests/headers.sh: every header compiles alone; the public one also as C++.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
CC=${CC:-cc} CXX=${CXX:-g++}
for header in src/*.h src/*/*.h; do
	[ "$header" = src/base/diag_codes.h ] && continue       # a list for macros, no header
	check "headers $header" "$CC" -std=c11 -Wall -Wextra -Wpedantic -Werror -Isrc \
		-fsyntax-only -x c "$header"
done
if command -v "$CXX" >/dev/null; then
	check "headers src/counterpoint.h as C++" "$CXX" -std=c++11 -Wall -Wextra -Wpedantic \
		-Werror -Isrc -fsyntax-only -x c++ src/counterpoint.h
else
	skip "headers: counterpoint.h as C++, as there is no $CXX"
fi
finish
