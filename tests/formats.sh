#!/bin/sh
# tests/formats.sh BUILD-DIR: the formats of drawings, in the programs that they are for, where
# those are there; what is written about them; and what is said where fonts are missing.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"
sample=samples/nine/annotation.json
hostile=tests/golden/hostile-mermaid/a.json

# ---- One table of formats: help, manual, completions, documents, endings ----

counterpoint render --help | sed -n '/^Formats/,$s/^  //p' >"$scratch/formats"
[ "$(wc -l <"$scratch/formats")" -ge 13 ] && pass || fail "formats: --help lists them"
sed 's/\\-/-/g' docs/counterpoint.1 >"$scratch/manual"
while read -r name ending rest; do
	for page in "$scratch/manual" docs/views.md src/cli/completion.bash \
			src/cli/completion.zsh; do
		grep -q "\\(^\\|[^a-z-]\\)$name\\([^a-z-]\\|\$\\)" "$page" && pass \
			|| fail "formats: $page does not name $name"
	done
	counterpoint render -w -f "$name" "$sample" -o "$scratch/named" 2>/dev/null
	case "$ending" in the) continue ;; esac # there is no ending: the words of the help
	counterpoint render -w "$sample" -o "$scratch/by.$ending" 2>/dev/null
	same "formats: .$ending is $name" "$scratch/named" "$scratch/by.$ending"
	grep -q "(\\.$ending[,)]\\|\\.$ending\\b" "$scratch/manual" && pass \
		|| fail "formats: the manual does not name .$ending"
	grep -q "\`\\.$ending\`" docs/views.md && pass || fail "formats: views.md, .$ending"
done <"$scratch/formats"

# ---- Well-formed, whatever the comments are ----

if command -v xmllint >/dev/null; then
	for format in svg graphml graphml-yed; do
		for view in map procon flow speakers quotes replies timeline; do
			for file in $sample tests/golden/hostile-svg/a.json $hostile; do
				counterpoint render -w -f $format --view $view "$file" \
					-o "$scratch/x" 2>/dev/null
				check "formats: $format of $view of $file" \
					xmllint --noout --nonet --huge "$scratch/x"
			done
		done
	done
else
	skip "formats: well-formed, as there is no xmllint"
fi

# ---- SVGZ ----

counterpoint render -f svg "$sample" -o "$scratch/a.svg"
counterpoint render "$sample" -o "$scratch/a.svgz"
gzip -dc <"$scratch/a.svgz" >"$scratch/b.svg"
same "formats: svgz is svg" "$scratch/a.svg" "$scratch/b.svg"

# ---- PDF: words that can be searched, on the page that is wanted ----

if command -v pdftotext >/dev/null && command -v pdfinfo >/dev/null; then
	counterpoint render --page A4 "$sample" -o "$scratch/a.pdf" 2>/dev/null
	pdftotext "$scratch/a.pdf" "$scratch/words"
	for words in "Our school should start at nine" "Chloé" "With the early start, pupils sleep" \
			"tells for the motion"; do
		grep -q "$words" "$scratch/words" && pass || fail "formats: the PDF says \"$words\""
	done
	pdfinfo "$scratch/a.pdf" >"$scratch/info"
	grep -q "Title: *Should our school start at nine?" "$scratch/info" && pass \
		|| fail "formats: the PDF's title" "$(cat "$scratch/info")"
	grep -q "Page size: *841.89 x 595.28" "$scratch/info" && pass \
		|| fail "formats: the PDF is A4, across" "$(cat "$scratch/info")"
	pdffonts "$scratch/a.pdf" | grep -c "+.* yes yes yes " >"$scratch/fonts"
	[ "$(cat "$scratch/fonts")" -ge 2 ] && pass || fail "formats: fonts are in the PDF"
else
	skip "formats: words of a PDF, as there is no pdftotext"
fi

# ---- GraphML: what networkx reads ----

networkx=
for python in python3 /usr/bin/python3; do
	"$python" -c 'import networkx' 2>/dev/null && networkx=$python && break
done
if [ "$networkx" ]; then
	for format in graphml graphml-yed; do
		counterpoint render -f $format "$sample" -o "$scratch/a.graphml"
		"$networkx" - "$scratch/a.graphml" >"$scratch/got" 2>&1 <<-'END'
			import sys, networkx
			graph = networkx.read_graphml(sys.argv[1])
			nodes = dict(graph.nodes(data=True))
			claims = {data["id"]: node for node, data in nodes.items() if "id" in data}
			# Every claim has a way to the motion along the arrows.
			motion = claims["motion"]
			assert all(networkx.has_path(graph, node, motion) for node in claims.values())
			one = nodes[claims["costs-marks"]]
			print(graph.is_directed(), one["kind"], one["stance"], one["speaker"],
				one["comment"], one["text"], sep="|")
		END
		echo "True|claim|pro|Amara|c1|The early start costs pupils marks" >"$scratch/want"
		same "formats: networkx reads $format" "$scratch/want" "$scratch/got"
	done
else
	skip "formats: GraphML in networkx, which is not there"
fi

# ---- Fonts ----

# with_fonts FOLDER: fontconfig finds nothing else.
with_fonts() {
	printf '%s\n' '<?xml version="1.0"?>' '<fontconfig>' "<dir>$1</dir>" \
		"<cachedir>$scratch/cache</cachedir>" '</fontconfig>' >"$scratch/fonts.conf"
}

# says NAME WORDS: a picture of the letters, with the fonts at hand.
says() {
	FONTCONFIG_FILE=$scratch/fonts.conf counterpoint render tests/golden/font-missing/a.json \
		-o "$scratch/a.png" >"$scratch/got" 2>&1
	status=$?
	grep -q "$2" "$scratch/got" && [ $status = 0 ] && pass || fail "$1" "$(cat "$scratch/got")"
}

mkdir -p "$scratch/none"
with_fonts "$scratch/none"
says "fonts: none" "no font at all"
says "fonts: the package" 'hint: install "fonts-liberation"'
liberation=/usr/share/fonts/truetype/liberation dejavu=/usr/share/fonts/truetype/dejavu
if [ -d $liberation ]; then
	with_fonts $liberation
	says "fonts: Chinese" 'no font has "漢" (U+6F22): 4 characters (Chinese, Japanese and Korean)'
	says "fonts: emoji" 'install "fonts-noto-color-emoji"'
	grep -q "as wide as" "$scratch/got" && fail "fonts: Liberation Sans is there" || pass
else
	skip "fonts: Liberation Sans is not there"
fi
if [ -d $dejavu ]; then
	with_fonts $dejavu
	says "fonts: another one" 'as wide as Arial: "DejaVu '
else
	skip "fonts: DejaVu Sans is not there"
fi
finish
