#!/bin/sh
# tests/layers.sh: rooms know only the rooms on their left, and foreign libraries are known only
# behind their walls.
#
#   base → text → json → thread → annotation → graph → { diagram | summary | … } → api → cli
#
# The header counterpoint.h lies between the last two.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh

# The rank of a room; rooms of one rank do not know one another.
rank() {
	case $1 in
	base) echo 1 ;; text) echo 2 ;; json) echo 3 ;; thread) echo 4 ;; annotation) echo 5 ;;
	graph) echo 6 ;; diagram | summary | exchange | teaching) echo 7 ;; api) echo 8 ;;
	*) echo 0 ;;
	esac
}

# may_know ROOM FILE-INCLUDED
may_know() {
	case $1:$2 in
	api:counterpoint.h | cli:counterpoint.h | cli:cli/*) return 0 ;;
	cli:* | *:counterpoint.h) return 1 ;;
	esac
	from=$(rank "$1") to=$(rank "${2%%/*}")
	[ "$to" != 0 ] && { [ "${2%%/*}" = "$1" ] || [ "$to" -lt "$from" ]; }
}

# Own headers are included from src/, by their room, so a room is always named.
for file in src/*/*.[ch]; do
	room=${file#src/} && room=${room%%/*}
	wrong=
	[ "$room" = cli ] || [ "$(rank "$room")" != 0 ] \
		|| wrong=" no such room in tests/layers.sh: $room"
	for included in $(sed -n 's/^[ \t]*#[ \t]*include[ \t]*"\([^"]*\)".*/\1/p' "$file"); do
		may_know "$room" "$included" || wrong="$wrong includes \"$included\""
	done
	if [ "$wrong" ]; then
		fail "layers $file:$wrong"
	else
		pass
	fi
done

# wall HEADER-PATTERN FILE-PATTERN: only these files may include such headers.
wall() {
	for file in $(grep -lE "^[ 	]*#[ 	]*include[ 	]*<($1)" -r src); do
		if echo "$file" | grep -qE "^($2)\$"; then
			pass
		else
			fail "walls $file: it includes <$1>"
		fi
	done
}

wall 'jansson\.h' 'src/json/[a-z_]*\.[ch]|src/[a-z]*/[a-z_]*_json\.c|src/annotation/load\.c'
wall 'utf8proc\.h' 'src/text/utf8\.c'
wall 'nettle/' 'src/thread/digest\.c'
wall 'graphviz/|gvc\.h|cgraph\.h|gvplugin' 'src/diagram/dot\.c'
wall 'libxml/' 'src/text/(html|xml_read)\.c'
wall 'librsvg/|cairo|glib|zlib' 'src/diagram/raster\.c'
wall 'fontconfig/' 'src/diagram/fonts\.c'
wall 'pcre2\.h' 'src/json/schema_pattern\.c'
wall 'picosat' 'src/graph/sat\.c'
wall 'libstemmer\.h' 'src/text/stem\.c'
finish
