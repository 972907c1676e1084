#include "graph/af.h"

/* ---- Making ---- */

static struct cp_lists list_targets(
	cp_arena *arena, size_t len, const cp_attack *attacks, size_t attacks_len)
{
	struct cp_lists lists = cp_lists_new(arena, len);
	for (size_t i = 0; i < attacks_len; i++)
		cp_lists_count(&lists, attacks[i].from);
	cp_lists_ready(arena, &lists, len);
	for (size_t i = 0; i < attacks_len; i++)
		cp_lists_add(&lists, attacks[i].from, attacks[i].to);
	return lists;
}

/* Those of one owner come in ascending order. */
static struct cp_lists turn_round(
	cp_arena *arena, size_t len, const struct cp_lists *lists)
{
	struct cp_lists turned = cp_lists_new(arena, len);
	for (size_t i = 0; i < lists->start[len]; i++)
		cp_lists_count(&turned, lists->all[i]);
	cp_lists_ready(arena, &turned, len);
	for (uint32_t owner = 0; owner < len; owner++)
		for (uint32_t i = lists->start[owner]; i < lists->start[owner + 1]; i++)
			cp_lists_add(&turned, lists->all[i], owner);
	return turned;
}

/* The attacks without repetitions, from lists in ascending order; gives how many. */
static size_t keep_once(const cp_af *af, cp_attack *kept)
{
	size_t count = 0;
	for (uint32_t to = 0; to < af->len; to++) {
		cp_list attackers = cp_af_attackers(af, to);
		for (size_t i = 0; i < attackers.len; i++)
			if (!i || attackers.at[i] != attackers.at[i - 1])
				kept[count++] = (cp_attack){attackers.at[i], to};
	}
	return count;
}

static bool has_repetitions(const cp_af *af)
{
	for (uint32_t to = 0; to < af->len; to++) {
		cp_list attackers = cp_af_attackers(af, to);
		for (size_t i = 1; i < attackers.len; i++)
			if (attackers.at[i] == attackers.at[i - 1])
				return true;
	}
	return false;
}

const cp_af *cp_af_outward(
	cp_arena *arena, size_t len, const cp_attack *attacks, size_t attacks_len)
{
	cp_af *af = CP_NEW(arena, cp_af);
	af->len = len;
	af->targets = list_targets(arena, len, attacks, attacks_len);
	return af;
}

const cp_af *cp_af_whole(cp_arena *arena, const cp_af *outward)
{
	cp_af *af = CP_NEW(arena, cp_af);
	*af = *outward;
	af->attackers = turn_round(arena, af->len, &af->targets);
	if (has_repetitions(af)) {
		cp_attack *kept =
			CP_NEW_ARRAY(arena, cp_attack, af->targets.start[af->len]);
		af->targets = list_targets(arena, af->len, kept, keep_once(af, kept));
		af->attackers = turn_round(arena, af->len, &af->targets);
	}
	return af;
}

const cp_af *cp_af_new(
	cp_arena *arena, size_t len, const cp_attack *attacks, size_t attacks_len)
{
	return cp_af_whole(arena, cp_af_outward(arena, len, attacks, attacks_len));
}

/* ---- Labels ---- */

static void take_in(cp_labelling *labelling, uint32_t argument)
{
	labelling->labels[argument] = CP_IN;
	labelling->queue[labelling->tail++] = argument;
}

static void put_out(cp_labelling *labelling, uint32_t argument)
{
	cp_list targets = cp_af_targets(labelling->af, argument);
	labelling->labels[argument] = CP_OUT;
	for (size_t i = 0; i < targets.len; i++)
		if (--labelling->open[targets.at[i]] == 0
			&& labelling->labels[targets.at[i]] == CP_UNDEC)
			take_in(labelling, targets.at[i]);
}

static void follow_up(cp_labelling *labelling)
{
	while (labelling->head < labelling->tail) {
		cp_list targets =
			cp_af_targets(labelling->af, labelling->queue[labelling->head++]);
		for (size_t i = 0; i < targets.len; i++)
			if (labelling->labels[targets.at[i]] != CP_OUT)
				put_out(labelling, targets.at[i]);
	}
}

void cp_labelling_init(cp_arena *arena, cp_labelling *labelling, const cp_af *af)
{
	*labelling = (cp_labelling){
		.af = af,
		.labels = CP_NEW_ARRAY(arena, uint8_t, af->len),
		.open = CP_NEW_ARRAY(arena, uint32_t, af->len),
		.queue = CP_NEW_ARRAY(arena, uint32_t, af->len),
	};
	/* Counted from the targets, as lists of attackers may not be there. */
	for (uint32_t i = 0; i < af->targets.start[af->len]; i++)
		labelling->open[af->targets.all[i]]++;
	for (uint32_t i = 0; i < af->len; i++)
		if (!labelling->open[i])
			take_in(labelling, i);
	follow_up(labelling);
}

uint32_t *cp_labelling_ranks(cp_arena *arena, const cp_labelling *labelling)
{
	const cp_af *af = labelling->af;
	uint32_t *ranks = CP_NEW_ARRAY(arena, uint32_t, af->len);
	/* Arguments were taken in least deep first, so that the first attacker counts. */
	for (size_t i = 0; i < labelling->tail; i++) {
		uint32_t in = labelling->queue[i], deepest = 0;
		cp_list attackers = cp_af_attackers(af, in),
			targets = cp_af_targets(af, in);
		for (size_t a = 0; a < attackers.len; a++)
			if (ranks[attackers.at[a]] > deepest)
				deepest = ranks[attackers.at[a]];
		ranks[in] = deepest + 1;
		for (size_t t = 0; t < targets.len; t++)
			if (!ranks[targets.at[t]])
				ranks[targets.at[t]] = ranks[in] + 1;
	}
	return ranks;
}

void cp_labelling_accept(cp_labelling *labelling, cp_list set)
{
	for (size_t i = 0; i < set.len; i++)
		if (labelling->labels[set.at[i]] == CP_UNDEC)
			take_in(labelling, set.at[i]);
	follow_up(labelling);
}

cp_list cp_labelling_with(cp_arena *arena, const cp_labelling *labelling, cp_label label)
{
	size_t len = 0;
	for (size_t i = 0; i < labelling->af->len; i++)
		len += labelling->labels[i] == label;
	/* One more than there are, as each is written before it is known to be one: what a
	 * processor cannot foresee is slower than to write. */
	uint32_t *with = CP_NEW_ARRAY(arena, uint32_t, len + 1);
	len = 0;
	for (uint32_t i = 0; i < labelling->af->len; i++) {
		with[len] = i;
		len += labelling->labels[i] == label;
	}
	return (cp_list){with, len};
}

/* ---- Parts ---- */

static cp_parts parts_new(cp_arena *arena, size_t arguments)
{
	cp_parts parts = {
		.start = CP_NEW_ARRAY(arena, uint32_t, arguments + 1),
		.all = CP_NEW_ARRAY(arena, uint32_t, arguments),
		.part = CP_NEW_ARRAY(arena, uint32_t, arguments),
	};
	for (size_t i = 0; i < arguments; i++)
		parts.part[i] = CP_NONE;
	return parts;
}

static void add_to_last(cp_parts *parts, uint32_t argument)
{
	parts->part[argument] = (uint32_t)parts->len;
	parts->all[parts->start[parts->len + 1]++] = argument;
}

static void begin_part(cp_parts *parts)
{
	parts->start[parts->len + 1] = parts->start[parts->len];
}

/* A walk along attackers, in which an argument's part is finished after those that lead to
 * it. The path is kept in arrays, as it may be as long as the framework. */
struct walk {
	const cp_labelling *labelling;
	cp_parts *parts;
	uint32_t *number;      /* when each argument was reached, from 1; 0: not yet */
	uint32_t *low;         /* the earliest that is known to be reached from it */
	uint32_t *next;        /* the attacker to look at next */
	uint32_t *path, *open; /* where we are; what has no part yet */
	size_t path_len, open_len;
	uint32_t reached;
};

static void enter(struct walk *walk, uint32_t argument)
{
	walk->number[argument] = walk->low[argument] = ++walk->reached;
	walk->path[walk->path_len++] = walk->open[walk->open_len++] = argument;
}

static void lower(struct walk *walk, uint32_t argument, uint32_t to)
{
	if (to < walk->low[argument])
		walk->low[argument] = to;
}

static void leave(struct walk *walk, uint32_t argument)
{
	walk->path_len--;
	if (walk->path_len)
		lower(walk, walk->path[walk->path_len - 1], walk->low[argument]);
	if (walk->low[argument] != walk->number[argument])
		return;
	begin_part(walk->parts);
	uint32_t member;
	do
		add_to_last(walk->parts, member = walk->open[--walk->open_len]);
	while (member != argument);
	walk->parts->len++;
}

static void look_at(struct walk *walk, uint32_t argument, uint32_t attacker)
{
	if (walk->labelling->labels[attacker] != CP_UNDEC)
		return;
	if (!walk->number[attacker])
		enter(walk, attacker);
	else if (walk->parts->part[attacker] == CP_NONE)
		lower(walk, argument, walk->number[attacker]);
}

static void walk_from(struct walk *walk, uint32_t start)
{
	enter(walk, start);
	while (walk->path_len) {
		uint32_t argument = walk->path[walk->path_len - 1];
		cp_list attackers = cp_af_attackers(walk->labelling->af, argument);
		if (walk->next[argument] < attackers.len)
			look_at(walk, argument, attackers.at[walk->next[argument]++]);
		else
			leave(walk, argument);
	}
}

cp_parts cp_af_strong_parts(cp_arena *arena, const cp_labelling *labelling)
{
	size_t len = labelling->af->len;
	cp_parts parts = parts_new(arena, len);
	struct walk walk = {
		.labelling = labelling,
		.parts = &parts,
		.number = CP_NEW_ARRAY(arena, uint32_t, len),
		.low = CP_NEW_ARRAY(arena, uint32_t, len),
		.next = CP_NEW_ARRAY(arena, uint32_t, len),
		.path = CP_NEW_ARRAY(arena, uint32_t, len),
		.open = CP_NEW_ARRAY(arena, uint32_t, len),
	};
	for (uint32_t i = 0; i < len; i++)
		if (labelling->labels[i] == CP_UNDEC && !walk.number[i])
			walk_from(&walk, i);
	return parts;
}

static void add_undecided(cp_parts *parts, const cp_labelling *labelling, cp_list list)
{
	for (size_t i = 0; i < list.len; i++)
		if (labelling->labels[list.at[i]] == CP_UNDEC
			&& parts->part[list.at[i]] == CP_NONE)
			add_to_last(parts, list.at[i]);
}

cp_parts cp_af_weak_parts(cp_arena *arena, const cp_labelling *labelling)
{
	const cp_af *af = labelling->af;
	cp_parts parts = parts_new(arena, af->len);
	for (uint32_t i = 0; i < af->len; i++) {
		if (labelling->labels[i] != CP_UNDEC || parts.part[i] != CP_NONE)
			continue;
		begin_part(&parts);
		add_to_last(&parts, i);
		for (uint32_t at = parts.start[parts.len];
			at < parts.start[parts.len + 1]; at++) {
			add_undecided(
				&parts, labelling, cp_af_attackers(af, parts.all[at]));
			add_undecided(
				&parts, labelling, cp_af_targets(af, parts.all[at]));
		}
		parts.len++;
	}
	return parts;
}

cp_list cp_af_ancestors(cp_arena *arena, const cp_labelling *labelling, uint32_t argument)
{
	cp_parts parts = parts_new(arena, labelling->af->len);
	begin_part(&parts);
	add_to_last(&parts, argument);
	for (uint32_t at = 0; at < parts.start[1]; at++)
		add_undecided(
			&parts, labelling, cp_af_attackers(labelling->af, parts.all[at]));
	return (cp_list){parts.all, parts.start[1]};
}

const cp_af *cp_af_restrict(
	cp_arena *arena, const cp_af *af, cp_list members, uint32_t *scratch)
{
	CP_ARRAY(cp_attack) attacks = {0};
	for (uint32_t i = 0; i < members.len; i++)
		scratch[members.at[i]] = i;
	for (uint32_t i = 0; i < members.len; i++) {
		cp_list targets = cp_af_targets(af, members.at[i]);
		for (size_t t = 0; t < targets.len; t++) {
			/* What an argument outside has in `scratch` leads to another one. */
			uint32_t to = scratch[targets.at[t]];
			if (to < members.len && members.at[to] == targets.at[t])
				*cp_push(arena, &attacks) = (cp_attack){i, to};
		}
	}
	return cp_af_new(arena, members.len, attacks.at, attacks.len);
}
