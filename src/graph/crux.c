#include "graph/crux.h"

enum {
	MOST_WORK = 500000000, /* arguments and attacks to look at */
	MOST_JUDGED = 200, /* evaluations by another semantics than the grounded one */
	MOST_EXTENSIONS = 10000,
	MOST_SECONDS = 10, /* for one question to a solver */
};

struct search {
	cp_arena *arena;
	const cp_evaluation *evaluation;
	uint32_t subject;
	size_t own; /* claims and steps: the first arguments of the framework */
	cp_cruxes result;
};

/* Can the argument fall at all, and is it another one than the subject? */
static bool can_fall(const struct search *search, uint32_t argument)
{
	return argument < search->own && argument != search->subject
		&& cp_evaluation_is_open(search->evaluation, argument);
}

static void note(struct search *search, uint32_t argument, cp_status status)
{
	search->result.tried++;
	if (status != search->evaluation->statuses[search->subject])
		*cp_push(search->arena, &search->result.list) =
			(cp_crux){argument, status};
}

/* ---- By the grounded extension ---- */

/* The part of the framework that leads to the subject. */
struct part {
	cp_arena arena;
	cp_list members;    /* of the framework */
	const cp_af *af;    /* argument i of it is members.at[i] */
	uint32_t subject;   /* in it */
	cp_labelling label; /* grounded */
	uint32_t *ranks;
	uint32_t *queue; /* what its status rests on */
	size_t head, tail;
	bool *waits;
	struct trial *trial;
};

/* What changes in it without one of its arguments: that, and what it leads to. */
struct trial {
	const cp_af *af;
	uint8_t *labels; /* as they become; of all others, as they are */
	uint32_t *changing;
	size_t len;
	bool *changes, *hit; /* hit: of those in `changing`, by their places there */
	uint32_t *open;      /* of each that changes: its attackers that are not out */
	uint32_t *in;        /* those that are in, to be followed up */
	size_t tail;
	size_t work; /* arguments and attacks looked at so far */
};

static struct trial *trial_new(cp_arena *arena, const cp_af *af, const uint8_t *labels)
{
	struct trial *trial = CP_NEW(arena, struct trial);
	*trial = (struct trial){
		.af = af,
		.labels = CP_NEW_ARRAY(arena, uint8_t, af->len),
		.changing = CP_NEW_ARRAY(arena, uint32_t, af->len),
		.changes = CP_NEW_ARRAY(arena, bool, af->len),
		.hit = CP_NEW_ARRAY(arena, bool, af->len),
		.open = CP_NEW_ARRAY(arena, uint32_t, af->len),
		.in = CP_NEW_ARRAY(arena, uint32_t, af->len),
	};
	memcpy(trial->labels, labels, af->len);
	return trial;
}

static void part_init(struct part *part, const cp_af *af, uint32_t subject)
{
	*part = (struct part){.subject = subject};
	const cp_labelling undecided = {
		.af = af, .labels = CP_NEW_ARRAY(&part->arena, uint8_t, af->len)};
	uint32_t *place = CP_NEW_ARRAY(&part->arena, uint32_t, af->len);
	part->members = cp_af_ancestors(&part->arena, &undecided, subject);
	part->af = cp_af_restrict(&part->arena, af, part->members, place);
	part->subject = place[subject];
	cp_labelling_init(&part->arena, &part->label, part->af);
	part->ranks = cp_labelling_ranks(&part->arena, &part->label);
	part->queue = CP_NEW_ARRAY(&part->arena, uint32_t, part->af->len);
	part->waits = CP_NEW_ARRAY(&part->arena, bool, part->af->len);
	part->trial = trial_new(&part->arena, part->af, part->label.labels);
}

static void wait_for(struct part *part, uint32_t argument)
{
	if (part->waits[argument])
		return;
	part->waits[argument] = true;
	part->queue[part->tail++] = argument;
}

static void wait_for_decider(struct part *part, cp_list attackers)
{
	uint32_t best = CP_NONE;
	for (size_t i = 0; i < attackers.len; i++)
		if (part->label.labels[attackers.at[i]] == CP_IN
			&& (best == CP_NONE
				|| part->ranks[attackers.at[i]] < part->ranks[best]))
			best = attackers.at[i];
	wait_for(part, best);
}

/* Of what is out, one attacker is enough that is in, and was decided before it; else all count.
 * Whatever falls outside of what is found so leaves the status as it is: each label in it
 * follows from others in it, or, of what is undecided, none can follow from anything. */
static void find_ground(struct part *part)
{
	wait_for(part, part->subject);
	while (part->head < part->tail) {
		uint32_t argument = part->queue[part->head++];
		cp_list attackers = cp_af_attackers(part->af, argument);
		if (part->label.labels[argument] == CP_OUT)
			wait_for_decider(part, attackers);
		else
			for (size_t i = 0; i < attackers.len; i++)
				wait_for(part, attackers.at[i]);
	}
}

/* Only what is not out already, and matters. */
static size_t keep_candidates(struct search *search, struct part *part)
{
	size_t kept = 0;
	for (size_t i = 0; i < part->tail; i++)
		if (part->label.labels[part->queue[i]] != CP_OUT
			&& can_fall(search, part->members.at[part->queue[i]]))
			part->queue[kept++] = part->queue[i];
	return kept;
}

static void find_changing(struct trial *trial, uint32_t without)
{
	trial->len = 0;
	trial->changes[trial->changing[trial->len++] = without] = true;
	for (size_t head = 0; head < trial->len; head++) {
		cp_list targets = cp_af_targets(trial->af, trial->changing[head]);
		for (size_t i = 0; i < targets.len; i++)
			if (!trial->changes[targets.at[i]])
				trial->changes[trial->changing[trial->len++] =
						       targets.at[i]] = true;
		trial->work += 1 + targets.len;
	}
}

/* Forgets its label, and says whether an attacker is in that does not change. */
static bool forget(struct trial *trial, uint32_t argument)
{
	cp_list attackers = cp_af_attackers(trial->af, argument);
	bool hit = false;
	trial->labels[argument] = CP_UNDEC;
	trial->open[argument] = 0;
	for (size_t i = 0; i < attackers.len; i++) {
		uint32_t attacker = attackers.at[i];
		bool changes = trial->changes[attacker];
		trial->open[argument] += changes || trial->labels[attacker] != CP_OUT;
		hit |= !changes && trial->labels[attacker] == CP_IN;
	}
	trial->work += attackers.len;
	return hit;
}

static void take_in(struct trial *trial, uint32_t argument)
{
	trial->labels[argument] = CP_IN;
	trial->in[trial->tail++] = argument;
}

/* What it leads to changes as well, so that all its targets do. */
static void put_out(struct trial *trial, uint32_t argument)
{
	cp_list targets = cp_af_targets(trial->af, argument);
	if (trial->labels[argument] == CP_OUT)
		return;
	trial->labels[argument] = CP_OUT;
	for (size_t i = 0; i < targets.len; i++)
		if (--trial->open[targets.at[i]] == 0
			&& trial->labels[targets.at[i]] == CP_UNDEC)
			take_in(trial, targets.at[i]);
}

static void follow_up(struct trial *trial)
{
	for (size_t head = 0; head < trial->tail; head++) {
		cp_list targets = cp_af_targets(trial->af, trial->in[head]);
		for (size_t i = 0; i < targets.len; i++)
			put_out(trial, targets.at[i]);
	}
}

/* Makes the labels those that hold without the argument. */
static void label_without(struct trial *trial, uint32_t without)
{
	bool *hit = trial->hit;
	find_changing(trial, without);
	for (size_t i = 0; i < trial->len; i++)
		hit[i] = forget(trial, trial->changing[i]);
	trial->tail = 0;
	put_out(trial, without);
	for (size_t i = 0; i < trial->len; i++) {
		uint32_t argument = trial->changing[i];
		if (hit[i])
			put_out(trial, argument);
		else if (!trial->open[argument] && trial->labels[argument] == CP_UNDEC)
			take_in(trial, argument);
	}
	follow_up(trial);
}

static void restore(struct trial *trial, const uint8_t *labels)
{
	for (size_t i = 0; i < trial->len; i++) {
		trial->labels[trial->changing[i]] = labels[trial->changing[i]];
		trial->changes[trial->changing[i]] = false;
	}
}

static void try_grounded(struct search *search)
{
	static const cp_status statuses[] = {[CP_UNDEC] = CP_STATUS_UNRESOLVED,
		[CP_IN] = CP_STATUS_STANDS,
		[CP_OUT] = CP_STATUS_DEFEATED};
	struct part part;
	part_init(&part, search->evaluation->flat->af, search->subject);
	find_ground(&part);
	size_t wanted = keep_candidates(search, &part);
	search->result.wanted = wanted;
	for (size_t i = 0; i < wanted && part.trial->work < MOST_WORK; i++) {
		label_without(part.trial, part.queue[i]);
		note(search, part.members.at[part.queue[i]],
			statuses[part.trial->labels[part.subject]]);
		restore(part.trial, part.label.labels);
	}
	cp_arena_clear(&part.arena);
}

/* ---- By any other semantics ---- */

/* All arguments, those nearest to the subject first. */
static uint32_t *nearest_first(cp_arena *arena, const cp_af *af, uint32_t subject)
{
	uint32_t *queue = CP_NEW_ARRAY(arena, uint32_t, af->len);
	bool *waits = CP_NEW_ARRAY(arena, bool, af->len);
	size_t head = 0, tail = 0;
	waits[queue[tail++] = subject] = true;
	for (uint32_t next = 0; head < af->len;) {
		cp_list attackers = cp_af_attackers(af, queue[head++]);
		for (size_t i = 0; i < attackers.len; i++)
			if (!waits[attackers.at[i]])
				waits[queue[tail++] = attackers.at[i]] = true;
		while (head == tail && next < af->len) {
			if (!waits[next])
				waits[queue[tail++] = next] = true;
			next++;
		}
	}
	return queue;
}

/* What is assumed, with room for one more. */
static uint8_t *copy_assumed(const struct search *search)
{
	uint8_t *assumed = CP_NEW_ARRAY(search->arena, uint8_t, search->own);
	if (search->evaluation->assumed)
		memcpy(assumed, search->evaluation->assumed, search->own);
	return assumed;
}

/* Without a claim or step, judged anew; what was not decided does not count as tried. */
static void judge_without(
	struct search *search, uint8_t *assumed, uint32_t argument, const cp_sat_kit *kit)
{
	cp_arena scratch = {0};
	cp_status *statuses;
	assumed[argument] = CP_ASSUMED_OUT;
	const cp_flat *flat = cp_flat_assuming(&scratch, search->evaluation->graph,
		search->evaluation->support, assumed);
	if (cp_flat_judge(&scratch, flat, search->evaluation->semantics, MOST_EXTENSIONS,
		    kit, &statuses)
		!= CP_UNDECIDED)
		note(search, argument, statuses[search->subject]);
	assumed[argument] = CP_ASSUMED_NOTHING;
	cp_arena_clear(&scratch);
}

static void try_by_judging(struct search *search)
{
	const cp_af *af = search->evaluation->flat->af;
	const cp_sat_kit *kit = cp_sat_kit_open(search->arena, MOST_SECONDS);
	uint32_t *order = nearest_first(search->arena, af, search->subject);
	uint8_t *assumed = copy_assumed(search);
	for (size_t i = 0; i < af->len; i++) {
		if (!can_fall(search, order[i]))
			continue;
		if (search->result.wanted++ < MOST_JUDGED)
			judge_without(search, assumed, order[i], kit);
	}
}

cp_cruxes cp_cruxes_find(
	cp_arena *arena, const cp_evaluation *evaluation, uint32_t subject)
{
	struct search search = {
		.arena = arena,
		.evaluation = evaluation,
		.subject = subject,
		.own = evaluation->graph->claims_len + evaluation->graph->steps_len,
	};
	if (!cp_evaluation_is_open(evaluation, subject))
		return search.result;
	if (evaluation->semantics == CP_GROUNDED)
		try_grounded(&search);
	else
		try_by_judging(&search);
	return search.result;
}
