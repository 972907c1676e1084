#!/bin/sh
# tests/fuzz/run.sh SECONDS NAME…: each fuzz target for so many seconds, under the address and
# undefined-behaviour sanitizers. What is found is kept in build/fuzz/corpus/NAME.
set -u
cd "$(dirname "$0")/../.." || exit 1
seconds=$1
shift
passed=0 failed=0
B=build/fuzz
SANITIZE=address,undefined
mkdir -p $B/fobj
make --no-print-directory -s $B/schemas.c $B/page_files.c VARIANT=fuzz || exit 1

# Of what fuzzers do not touch, only the command line and the tool of the build are left out.
sources() {
	for source in src/*/*.c $B/schemas.c $B/page_files.c; do
		case $source in src/cli/* | src/json/embed.c) continue ;; esac
		echo "$source"
	done
}

objects() {
	sources | tr / _ | sed 's|.*|'$B'/fobj/&.o|'
}

compile() {
	sources | xargs -P 2 -I '{}' sh -c '
		object='$B'/fobj/$(echo "$1" | tr / _).o
		[ -z "$(find src -newer "$object" -name "*.[ch]" 2>&1 | head -n 1)" ] && exit 0
		exec clang -std=c11 -O1 -g -fno-omit-frame-pointer -Isrc -DCP_ARENA_MALLOC \
			-DCP_GRAPHVIZ_PLUGINS="\"$(pkg-config --variable=libdir libgvc)/graphviz\"" \
			$(pkg-config --cflags librsvg-2.0 libxml-2.0) -fsanitize=fuzzer-no-link,'$SANITIZE' \
			-fno-sanitize-recover=all -c "$1" -o "$object"' - '{}'
}

longest() {
	case $1 in render) echo 180 ;; import | annotation) echo 8192 ;; *) echo 4096 ;; esac
}

fuzz() {
	mkdir -p $B/corpus/"$1" $B/crashes
	clang -std=c11 -O1 -g -Isrc -fsanitize=fuzzer,$SANITIZE -fno-sanitize-recover=all \
		tests/fuzz/fuzz_"$1".c $(objects) -o $B/fuzz_"$1" \
		$(pkg-config --libs jansson libutf8proc nettle libpcre2-8 zlib) -lm -ldl || return 1
	dictionary=tests/fuzz/$1.dict
	[ -f "$dictionary" ] && dictionary=-dict=$dictionary || dictionary=
	LSAN_OPTIONS=suppressions=tests/lsan.supp:print_suppressions=0 $B/fuzz_"$1" \
		-max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
		-max_len="$(longest "$1")" -artifact_prefix=$B/crashes/"$1"- \
		-print_final_stats=1 $dictionary $B/corpus/"$1" tests/fuzz/corpus/"$1" \
		>$B/"$1".log 2>&1
}

compile || { echo "0 passed, 1 failed"; exit 1; }
for name; do
	if fuzz "$name"; then
		passed=$((passed + 1))
		sed -n 's/^stat::number_of_executed_units: */'"$name"': inputs tried: /p' $B/"$name".log
	else
		failed=$((failed + 1))
		echo "FAIL $name: see $B/$name.log"
		grep -a -m 3 -e ERROR -e 'runtime error' -e broken $B/"$name".log
	fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
