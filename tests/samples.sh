#!/bin/sh
# tests/samples.sh BUILD-DIR: the samples are what the program makes of their sources, without a
# finding, laid out by `fmt`, the pictures are those that it draws, and the summaries hold.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"

# source_of SAMPLE: the saved page or dump that its thread is from.
source_of() {
	for file in "$1"/page.* "$1"/topic.json; do
		[ -f "$file" ] && echo "$file" && return
	done
}

# picture ANNOTATION FILE
picture() {
	counterpoint render "$1" -o "$scratch/map.svg" && same "samples: \"make docs\" draws $2" \
		"$2" "$scratch/map.svg"
}

# summaries ANNOTATION: for all readers, in all lengths, every sentence holds.
summaries() {
	for reader in anyone newcomer moderator teacher "participant=$(
		sed -n 's/.*"author": "\([^"]*\)".*/\1/p' "$(dirname "$1")/thread.json" | head -n 1)"; do
		for length in short medium long; do
			check "$1: summary for $reader, $length" counterpoint summary --for "$reader" \
				--length $length -o "$scratch/summary" "$1"
		done
	done
}

for annotation in samples/*/annotation.json; do
	sample=$(dirname "$annotation")
	counterpoint import "$(source_of "$sample")" --language en -q -o "$scratch/thread.json"
	same "$sample: its thread is what is imported" "$sample/thread.json" "$scratch/thread.json"
	check "$sample: it is laid out by fmt" counterpoint fmt --check "$sample/annotation.json" \
		"$sample/thread.json"
	counterpoint check -Werror "$sample/annotation.json" 2>"$scratch/findings"
	[ -s "$scratch/findings" ] && fail "$sample" "$(cat "$scratch/findings")" || pass
	summaries "$annotation"
	[ -f "$sample/map.svg" ] && picture "$sample/annotation.json" "$sample/map.svg"
done
picture samples/contactpoint/annotation.json docs/map.svg
picture samples/first/annotation.json docs/first.svg
for plot in time balance strength; do
	counterpoint stats --plot $plot samples/nine/annotation.json -o "$scratch/plot.svg"
	same "samples: \"make docs\" draws docs/plot-$plot.svg" docs/plot-$plot.svg "$scratch/plot.svg"
done
finish
