# What the test scripts share: counting, and the line that each ends with.

passed=0 failed=0 skipped=0
scratch=$(mktemp -d "${TMPDIR:-/tmp}/counterpoint.XXXXXX") || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

pass() {
	passed=$((passed + 1))
}

# fail NAME [LINE…]
fail() {
	failed=$((failed + 1))
	echo "FAIL $1"
	shift
	[ $# = 0 ] || printf '  %s\n' "$@"
}

skip() {
	skipped=$((skipped + 1))
	echo "skipped: $*"
}

# same NAME WANT GOT: compares two files.
same() {
	if cmp -s "$2" "$3"; then
		pass
	else
		fail "$1"
		diff -u "$2" "$3" | head -n 40
	fi
}

# check NAME COMMAND…: passes if the command succeeds; its output shows if it does not.
check() {
	check_name=$1
	shift
	if "$@" >"$scratch/check.out" 2>&1; then
		pass
	else
		fail "$check_name"
		head -n 20 "$scratch/check.out"
	fi
}

# put_on_path BUILD: `counterpoint` alone, whatever else the folder has.
put_on_path() {
	mkdir -p "$scratch/bin"
	ln -sf "$(cd "$1" && pwd)/counterpoint" "$scratch/bin/counterpoint"
	PATH=$scratch/bin:$PATH
	export PATH
}

finish() {
	if [ $skipped = 0 ]; then
		echo "$passed passed, $failed failed"
	else
		echo "$passed passed, $failed failed, $skipped skipped"
	fi
	[ $failed = 0 ]
	exit
}
