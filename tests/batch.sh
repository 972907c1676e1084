#!/bin/sh
# tests/batch.sh BUILD-DIR: what one line in a golden case cannot show of batches: order, memory,
# signals, slow readers, lines that kill their worker, and who else may run them.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"
root=$PWD
cd "$scratch" || exit 1

for name in first weekly nine contactpoint; do
	tr -d '\n' <"$root/samples/$name/thread.json" && echo
done >four.jsonl

# copies N FILE: the file so many times.
copies() {
	awk -v n="$1" '{ line[NR] = $0 } END { for (i = 0; i < n; i++) for (k = 1; k <= NR; k++) print line[k] }' "$2"
}

# numbered N: objects with their number as an id.
numbered() {
	awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) print "{\"id\": " i "}" }'
}

# ---- The same records in the same order, however many do the work, in whatever pieces ----

copies 25 four.jsonl >hundred.jsonl
counterpoint batch -j 1 draft hundred.jsonl >one 2>/dev/null
for jobs in 2 7; do
	counterpoint batch -j $jobs draft hundred.jsonl >several 2>/dev/null
	same "batch: -j $jobs gives what -j 1 does" one several
done
{ head -c 100000 hundred.jsonl; sleep 0.2; tail -c +100001 hundred.jsonl; } \
	| counterpoint batch draft >several 2>/dev/null
same "batch: a line that comes in pieces" one several
[ "$(wc -l <one)" = 100 ] && pass || fail "batch: 100 lines are not 100 records"
for part in 1 2 3; do
	counterpoint batch --part $part/3 draft hundred.jsonl 2>/dev/null
done | sort -t , -k 1.10n >several
sort -t , -k 1.10n one >sorted
same "batch: the parts together are the whole" sorted several

# ---- A record is what the verb alone does ----

counterpoint batch draft four.jsonl 2>/dev/null | head -n 1 \
	| counterpoint batch --field result fmt 2>/dev/null >batch
sed -n 1p four.jsonl | counterpoint draft - 2>/dev/null | tr -d '\n' | counterpoint batch fmt \
	2>/dev/null >alone
same "batch: a record has what the verb makes" alone batch

# ---- An answer to each line as soon as it is there: no waiting for the next one ----

mkfifo questions
: >answers
counterpoint batch fmt <questions >answers 2>/dev/null &
batch=$!
exec 3>questions
for number in 1 2 3; do
	echo "{\"id\": $number}" >&3
	tries=0
	while [ "$(wc -l <answers)" -lt $number ] && [ $tries -lt 100 ]; do
		sleep 0.1
		tries=$((tries + 1))
	done
done
[ "$(wc -l <answers)" = 3 ] && pass || fail "batch: answers wait for more questions"
exec 3>&-
wait $batch && pass || fail "batch: a conversation ended badly"

# ---- Memory ----

# peak N: the most memory in kB that batch has for so many lines.
peak() {
	copies "$1" four.jsonl | /usr/bin/time -f %M counterpoint batch -j 2 fmt 2>&1 >/dev/null | tail -n 1
}
if [ -x /usr/bin/time ] && [ "$(basename "$1")" = release ]; then
	few=$(peak 100) many=$(peak 2500)
	[ "$many" -lt $((few + few / 2 + 1000)) ] && pass \
		|| fail "batch: 400 lines took $few kB, 10000 took $many kB"
else
	skip "batch: memory, as this is no release or there is no /usr/bin/time"
fi

# A reader that takes nothing stops the reading: what is held is bounded.
numbered 3000000 >numbers.jsonl
mkfifo slow
counterpoint batch -j 2 fmt <numbers.jsonl >slow 2>/dev/null &
batch=$!
exec 4<slow
sleep 1
if [ -r /proc/$batch/fdinfo/0 ]; then
	read_bytes=$(sed -n 's/^pos:[ 	]*//p' /proc/$batch/fdinfo/0)
	[ "$read_bytes" -lt 5000000 ] && pass \
		|| fail "batch: $read_bytes bytes were read for a reader who takes nothing"
else
	skip "batch: back-pressure, as there is no /proc"
fi

# ---- The reader goes; a signal comes ----

exec 4<&-
ended=
for i in 1 2 3 4 5 6 7 8 9 10; do
	kill -0 $batch 2>/dev/null || ended=yes
	[ "$ended" ] && break
	sleep 0.3
done
[ "$ended" ] && pass || fail "batch: it goes on without a reader"
kill -9 $batch 2>/dev/null
wait $batch 2>/dev/null
counterpoint batch fmt numbers.jsonl 2>err | head -n 1000 >some
[ "$(wc -l <some)" = 1000 ] && [ ! -s err ] && pass || fail "batch: head is served badly" "$(cat err)"

# stopped SIGNAL STATUS: whole records, and the line after which to go on.
stopped() {
	rm -f some
	counterpoint batch -j 2 fmt numbers.jsonl >some 2>err &
	batch=$!
	until [ -s some ] || ! kill -0 $batch 2>/dev/null; do
		sleep 0.1
	done
	# Slurm sends it to the workers as well.
	kill -"$1" $(pgrep -P $batch) $batch
	wait $batch 2>/dev/null
	got=$?
	[ $got = "$2" ] && pass || fail "batch: $1 ended it with $got, not $2"
	after=$(sed -n 's/^[0-9]* records; stopped after line //p' err)
	[ "$after" = "$(wc -l <some)" ] && pass || fail "batch: after $1 it is not said where" "$(cat err)"
	[ "$(tail -n 1 some)" = \
		"{\"line\": $after, \"id\": $after, \"status\": 0, \"result\": { \"id\": $after }, \"findings\": []}" ] \
		&& pass || fail "batch: $1 tore a record" "$(tail -n 1 some)"
}
stopped TERM 143
stopped HUP 129
rm -f numbers.jsonl

# ---- Lines that take too long, and workers that are killed ----

# A thread as large as this takes draft longer than a hundredth of a second.
awk 'BEGIN { printf "{\"counterpoint\": 1, \"id\": \"large\", \"comments\": ["
	for (i = 0; i < 4000; i++)
		printf "%s{\"id\": \"c%d\", \"text\": \"Because it is so, I said %d times that it is not.\"}",
			i ? "," : "", i, i
	print "]}" }' >large.jsonl
{ sed -n 1p four.jsonl; cat large.jsonl; sed -n 1p four.jsonl; } >three.jsonl
counterpoint batch -j 1 --timeout 0.01 draft three.jsonl >out 2>err
got=$?
echo '{"line": 2, "status": 4, "findings": [{"code": "not-done", "severity": "error", "message": "to work on this line took longer than 0.01 s"}]}' \
	| sed 's/"line": 2,/& "id": "large",/' >want
sed -n 2p out >line
same "batch: a line that takes too long" want line
[ $got = 4 ] && [ "$(wc -l <out)" = 3 ] && pass || fail "batch: a line too long ended it with $got"

# Whoever is killed from outside, as by a system that is short of memory, costs one record.
copies 50 large.jsonl >fifty.jsonl
rm -f out
counterpoint batch -j 1 draft fifty.jsonl >out 2>/dev/null &
batch=$!
if command -v pgrep >/dev/null; then
	until [ -s out ] || ! kill -0 $batch 2>/dev/null; do
		sleep 0.1
	done
	kill -9 "$(pgrep -P $batch | head -n 1)"
	wait $batch
	[ "$(wc -l <out)" = 50 ] && [ "$(grep -c 'ended in a crash (Killed)' out)" = 1 ] && pass \
		|| fail "batch: a worker was killed, and" "$(cut -c 1-150 out | tail -n 5)"
else
	wait $batch
	skip "batch: a worker that is killed, as there is no pgrep"
fi

# ---- Fifty megabytes in a line ----

{ printf '{"id": 1, "x": "'; head -c 52428800 /dev/zero | tr '\0' x; echo '"}'; echo '{"id": 2}'; } >huge.jsonl
counterpoint batch -j 2 check huge.jsonl 2>/dev/null | cut -c 1-42 >out
printf '{"line": 1, "id": 1, "status": 1, "finding\n{"line": 2, "id": 2, "status": 1, "finding\n' >want
same "batch: a line of 50 MB" want out
counterpoint batch --longest 50 check huge.jsonl 2>/dev/null | sed -n 1p >out
echo '{"line": 1, "id": 1, "status": 4, "findings": [{"code": "not-done", "severity": "error", "message": "this line is longer than 50 MB"}]}' >want
same "batch: a line of more than --longest" want out
rm -f huge.jsonl

# ---- Progress ----

numbered 20 | counterpoint batch --progress fmt 2>err >/dev/null
tr '\r' '\n' <err | tail -n 1 | grep -q '20 records, [0-9]* a second$' && pass \
	|| fail "batch: --progress" "$(cat err)"
numbered 20 | counterpoint batch fmt 2>err >/dev/null
[ "$(cat err)" = "20 records" ] && pass || fail "batch: it tells more than the count" "$(cat err)"
counterpoint batch fmt </dev/null >out 2>err
[ ! -s out ] && [ "$(cat err)" = "0 records" ] && pass || fail "batch: of nothing comes something"
if [ -w /dev/full ]; then
	numbered 20 | counterpoint batch fmt >/dev/full 2>err
	[ $? = 4 ] && grep -q '^counterpoint: cannot write: No space left' err && pass \
		|| fail "batch: a full disk" "$(cat err)"
fi

# ---- Others that run it ----

if command -v parallel >/dev/null; then
	numbered 20000 >numbers.jsonl
	counterpoint batch fmt numbers.jsonl 2>/dev/null | sed 's/"line": [0-9]*, //' >want
	parallel --will-cite --pipe -k --block 50k counterpoint batch -j 1 fmt <numbers.jsonl 2>/dev/null \
		| sed 's/"line": [0-9]*, //' >out
	same "batch: the same by GNU parallel" want out
else
	skip "batch: GNU parallel, as it is not there"
fi

# The script of docs/batch.md as a task of an array has it, with a shell in place of srun.
awk '/^#!\/bin\/bash/ { on = 1 } /^```/ { on = 0 } on' "$root/docs/batch.md" >batch.sbatch
[ -s batch.sbatch ] || fail "batch: there is no script for Slurm in docs/batch.md"
for file in first weekly nine contactpoint; do
	counterpoint draft - <"$root/samples/$file/thread.json" 2>/dev/null | tr -d '\n' && echo
done >annotations.jsonl
printf '#!/bin/sh\nexec "$@"\n' >"$scratch/bin/srun"
chmod +x "$scratch/bin/srun"
for task in 1 2 3; do
	SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=3 SLURM_CPUS_PER_TASK=2 \
		bash batch.sbatch 2>/dev/null || fail "batch: task $task failed"
done
counterpoint batch summary annotations.jsonl 2>/dev/null >want
cat summaries-[123].jsonl | sort -t , -k 1.10n >out
same "batch: the tasks of a Slurm array" want out
finish
