#!/bin/sh
# tests/frameworks.sh BUILD-DIR: what other solvers say of frameworks that nobody here wrote, in
# ../shared/data/af, where that is.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"
data=../shared/data/af

if [ ! -d $data ]; then
	skip "frameworks: those with known extensions, as there is no $data"
	finish
fi
command -v python3 >/dev/null || { skip "frameworks: there is no python3"; finish; }

# Extensions as sets: names in order within a line, lines in order.
sets() {
	sed 's/^w *//' | awk '{
		for (i = 2; i <= NF; i++)
			for (j = i; j > 1 && $j < $(j - 1); j--) { t = $j; $j = $(j - 1); $(j - 1) = t }
		$1 = $1; print }' | sort
}

known() {
	for framework in "$data/alias-with-answers/$1"/*.tgf; do
		answer=$(echo "$framework" | sed 's/\.tgf$/answer/')
		counterpoint af -p "EE-$2" --limit 100000 "$framework" | sets >"$scratch/got"
		{ tr -d ']' <"$answer"; echo; } | sets | uniq >"$scratch/want"
		# The answers have not all an empty extension where there is one, and one ends with ]].
		sed -i '/^$/d' "$scratch/got" "$scratch/want"
		same "frameworks: EE-$2 of $framework" "$scratch/want" "$scratch/got"
	done
}
known complete CO
known stable ST

# The grounded extensions that Carneades expects.
python3 - "$data/carneades-tgf/grounded-facts.json" "$scratch" <<'P'
import json, sys
for i, case in enumerate(json.load(open(sys.argv[1]))["cases"]):
    with open(f"{sys.argv[2]}/{i}.tgf", "w") as out:
        for name in case["args"]:
            print(name, file=out)
        print("#", file=out)
        for target, attackers in case["attackers"].items():
            for attacker in attackers:
                print(attacker, target, file=out)
    with open(f"{sys.argv[2]}/{i}.want", "w") as out:
        print(" ".join(case["grounded"]), file=out)
P
for want in "$scratch"/*.want; do
	for problem in SE-GR SE-CO EE-GR; do
		counterpoint af -p $problem "${want%.want}.tgf" | sets >"$scratch/got"
		sets <"$want" >"$scratch/sorted"
		same "frameworks: $problem, $want" "$scratch/sorted" "$scratch/got"
	done
done

# The labels that Carneades' argument graphs should have, as frameworks and as debates.
yaml=../shared/data/carneades/yaml
if [ ! -d $yaml ]; then
	skip "frameworks: Carneades' argument graphs, as there is no $yaml"
elif ! python3 -c 'import yaml' 2>/dev/null; then
	skip "frameworks: Carneades' argument graphs, as there is no python3-yaml"
else
	python3 tests/carneades.py "$(command -v counterpoint)" $yaml >"$scratch/labels" ||
		fail "frameworks: Carneades' argument graphs: no end" "$(tail -n 3 "$scratch/labels")"
	while read -r how name what; do
		case $how in
		ok) pass ;;
		skip) skip "frameworks: $name of Carneades: $what" ;;
		*) fail "frameworks: $name of Carneades, $what" ;;
		esac
	done <"$scratch/labels"
fi

# AdmBuster's grounded extension has every second argument.
counterpoint af -p SE-GR "$data/iccma/admbuster_1000.af" >"$scratch/got"
[ "$(wc -w <"$scratch/got")" = 501 ] && pass || fail "frameworks: admbuster_1000 has 500 that stand"
finish
