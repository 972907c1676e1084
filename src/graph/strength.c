#include "graph/strength.h"

#include "base/real.h"
#include "graph/af.h"

#include <math.h>

/* ---- Rules ---- */

/* What attackers and supporters come to, in the ways that the rules need. */
struct inputs {
	double attack, support;         /* sums */
	double no_attack, no_support;   /* products of what is missing from 1 */
	double top_attack, top_support; /* the largest */
	size_t attackers;               /* those that are not nothing from the start */
};

/* `w` on its way to 0 or 1, by a share of what is left of the way. */
static double move(double w, double share)
{
	return share < 0 ? w + w * share : w + (1 - w) * share;
}

static double quadratic(double w, const struct inputs *in)
{
	double energy = in->support - in->attack, square = energy * energy;
	double share = square / (1 + square);
	return move(w, energy < 0 ? -share : share);
}

static double df_quad(double w, const struct inputs *in)
{
	return move(w, in->no_attack - in->no_support);
}

static double sd_df_quad(double w, const struct inputs *in)
{
	double energy = in->no_attack - in->no_support;
	return move(w, energy / (1 + fabs(energy)));
}

static double by_euler(double w, double energy)
{
	return w <= 0 ? 0 : 1 - (1 - w * w) / (1 + w * cp_exp(energy));
}

static double euler(double w, const struct inputs *in)
{
	return by_euler(w, in->support - in->attack);
}

static double euler_top(double w, const struct inputs *in)
{
	return by_euler(w, in->top_support - in->top_attack);
}

/* The logistic function of ln(w / (1 - w)) + energy. */
static double mlp(double w, const struct inputs *in)
{
	if (w <= 0 || w >= 1)
		return w;
	return w / (w + (1 - w) * cp_exp(in->attack - in->support));
}

static double categoriser(double w, const struct inputs *in)
{
	return w / (1 + in->attack);
}

static double max_based(double w, const struct inputs *in)
{
	return w / (1 + in->top_attack);
}

static double card_based(double w, const struct inputs *in)
{
	double attackers = (double)in->attackers;
	return attackers > 0 ? w / (1 + attackers + in->attack / attackers) : w;
}

static const struct rule {
	double (*apply)(double initial, const struct inputs *in);
	bool has_support;
} rules[CP_STRENGTHS] = {
	[CP_QUADRATIC] = {quadratic, true},
	[CP_DFQUAD] = {df_quad, true},
	[CP_SD_DFQUAD] = {sd_df_quad, true},
	[CP_EULER] = {euler, true},
	[CP_EULER_TOP] = {euler_top, true},
	[CP_MLP] = {mlp, true},
	[CP_CATEGORISER] = {categoriser, false},
	[CP_MAX_BASED] = {max_based, false},
	[CP_CARD_BASED] = {card_based, false},
};

const char *const cp_strength_names[CP_STRENGTHS] = {
	[CP_QUADRATIC] = "quadratic",
	[CP_DFQUAD] = "df-quad",
	[CP_SD_DFQUAD] = "sd-df-quad",
	[CP_EULER] = "euler",
	[CP_EULER_TOP] = "euler-top",
	[CP_MLP] = "mlp",
	[CP_CATEGORISER] = "h-categoriser",
	[CP_MAX_BASED] = "max-based",
	[CP_CARD_BASED] = "card-based",
};

bool cp_strength_has_support(cp_strength strength)
{
	return rules[strength].has_support;
}

/* ---- Arguments ---- */

static void list_links(
	cp_arena *arena, cp_weighted *weighted, const cp_link *links, size_t links_len)
{
	for (cp_link_kind kind = 0; kind < CP_LINKS; kind++)
		weighted->links[kind] = cp_lists_new(arena, weighted->len);
	for (size_t i = 0; i < links_len; i++)
		cp_lists_count(&weighted->links[links[i].kind], links[i].of);
	for (cp_link_kind kind = 0; kind < CP_LINKS; kind++)
		cp_lists_ready(arena, &weighted->links[kind], weighted->len);
	for (size_t i = 0; i < links_len; i++)
		cp_lists_add(&weighted->links[links[i].kind], links[i].of, links[i].by);
}

const cp_weighted *cp_weighted_new(cp_arena *arena, size_t len, double *initial,
	const cp_link *links, size_t links_len)
{
	cp_weighted *weighted = CP_NEW(arena, cp_weighted);
	weighted->len = len;
	weighted->initial = initial;
	list_links(arena, weighted, links, links_len);
	return weighted;
}

static cp_list links_of(const cp_weighted *weighted, cp_link_kind kind, uint32_t argument)
{
	return cp_lists_of(&weighted->links[kind], argument);
}

/* ---- Solving ---- */

enum {
	MOST_ROUNDS = 100000, /* for a circle … */
	ROUNDS_EACH = 1000,   /* … with one length of stride, if it gets no nearer */
};

/* Some circles come nearer to rest more and more slowly; that is no going to and fro. */
static const double rest = 1e-9, gain = 0.98, most_work = 2e9,
		    shortest_stride = 1.0 / 4096;

struct solver {
	const cp_weighted *weighted;
	const struct rule *rule;
	bool (*settle)(struct solver *solver, cp_list circle); /* is it at rest then? */
	cp_strengths result;
	double *next;     /* of each argument, in a round */
	double work_left; /* for all circles together: links to look at */
};

static void add_attacker(const struct solver *solver, struct inputs *in, uint32_t by)
{
	double strength = solver->result.of[by];
	in->attack += strength;
	in->no_attack *= 1 - strength;
	in->top_attack = strength > in->top_attack ? strength : in->top_attack;
	in->attackers += solver->weighted->initial[by] > 0;
}

static void add_supporter(const struct solver *solver, struct inputs *in, uint32_t by)
{
	double strength = solver->result.of[by];
	in->support += strength;
	in->no_support *= 1 - strength;
	in->top_support = strength > in->top_support ? strength : in->top_support;
}

/* What an argument comes to, as the others are now. */
static double evaluate(const struct solver *solver, uint32_t argument)
{
	const cp_weighted *weighted = solver->weighted;
	cp_list attackers = links_of(weighted, CP_ATTACKED_BY, argument);
	cp_list supporters = links_of(weighted, CP_SUPPORTED_BY, argument);
	cp_list premises = links_of(weighted, CP_PREMISE, argument);
	struct inputs in = {.no_attack = 1, .no_support = 1};
	double weakest = 1;
	for (size_t i = 0; i < attackers.len; i++)
		add_attacker(solver, &in, attackers.at[i]);
	for (size_t i = 0; i < supporters.len; i++)
		add_supporter(solver, &in, supporters.at[i]);
	for (size_t i = 0; i < premises.len; i++)
		if (solver->result.of[premises.at[i]] < weakest)
			weakest = solver->result.of[premises.at[i]];
	return weakest * solver->rule->apply(weighted->initial[argument], &in);
}

/* Goes part of the way to what each argument of a circle comes to; how far the farthest has
 * to go. */
static double stride(struct solver *solver, cp_list circle, double length)
{
	double farthest = 0;
	for (size_t i = 0; i < circle.len; i++) {
		uint32_t argument = circle.at[i];
		double way = evaluate(solver, argument) - solver->result.of[argument];
		solver->next[argument] = solver->result.of[argument] + length * way;
		farthest = fabs(way) > farthest ? fabs(way) : farthest;
	}
	for (size_t i = 0; i < circle.len; i++)
		solver->result.of[circle.at[i]] = solver->next[circle.at[i]];
	return farthest;
}

static size_t count_links(const cp_weighted *weighted, cp_list circle)
{
	size_t count = circle.len;
	for (size_t i = 0; i < circle.len; i++)
		for (cp_link_kind kind = 0; kind < CP_LINKS; kind++)
			count += links_of(weighted, kind, circle.at[i]).len;
	return count;
}

static size_t affordable_rounds(const struct solver *solver, double links)
{
	double rounds = solver->work_left / links;
	return rounds < MOST_ROUNDS ? (size_t)rounds : MOST_ROUNDS;
}

/* What a circle took. */
static void book_rounds(struct solver *solver, size_t rounds, double links, double left)
{
	solver->work_left -= (double)rounds * links;
	if (rounds > solver->result.rounds)
		solver->result.rounds = rounds;
	if (rounds && left > solver->result.unrest)
		solver->result.unrest = left;
}

/* Long strides may go to and fro over a balance for ever; then they are made shorter, so that
 * the way is more and more that of the continuous movement. */
static bool find_balance(struct solver *solver, cp_list circle)
{
	double length = 0.5, before = HUGE_VAL, left = HUGE_VAL;
	double links = (double)count_links(solver->weighted, circle);
	size_t rounds = 0, most = affordable_rounds(solver, links);
	while (left >= rest && rounds < most) {
		left = stride(solver, circle, length);
		if (++rounds % ROUNDS_EACH)
			continue;
		if (left > gain * before && length > shortest_stride)
			length /= 2;
		before = left;
	}
	book_rounds(solver, rounds, links, left);
	return left < rest;
}

/* Is everything at rest on which members of the part depend from outside? */
static bool has_firm_ground(const struct solver *solver, cp_list part)
{
	bool firm = true;
	for (size_t i = 0; i < part.len; i++)
		for (cp_link_kind kind = 0; kind < CP_LINKS; kind++) {
			cp_list links = links_of(solver->weighted, kind, part.at[i]);
			for (size_t k = 0; k < links.len; k++)
				firm &= solver->result.at_rest[links.at[k]];
		}
	return firm;
}

static bool depends_on_itself(const cp_weighted *weighted, cp_list part)
{
	if (part.len > 1)
		return true;
	for (cp_link_kind kind = 0; kind < CP_LINKS; kind++) {
		cp_list links = links_of(weighted, kind, part.at[0]);
		for (size_t i = 0; i < links.len; i++)
			if (links.at[i] == part.at[0])
				return true;
	}
	return false;
}

static void solve_part(struct solver *solver, cp_list part)
{
	/* Members count as firm while the ground outside is looked at. */
	for (size_t i = 0; i < part.len; i++)
		solver->result.at_rest[part.at[i]] = 1;
	bool at_rest = has_firm_ground(solver, part);
	if (depends_on_itself(solver->weighted, part))
		at_rest &= solver->settle(solver, part);
	else
		solver->result.of[part.at[0]] = evaluate(solver, part.at[0]);
	for (size_t i = 0; i < part.len; i++)
		solver->result.at_rest[part.at[i]] = at_rest;
	solver->result.restless += at_rest ? 0 : part.len;
}

/* Of each argument, all that it depends on. */
static struct cp_lists join_links(cp_arena *arena, const cp_weighted *weighted)
{
	struct cp_lists joined = cp_lists_new(arena, weighted->len);
	for (uint32_t of = 0; of < weighted->len; of++)
		for (cp_link_kind kind = 0; kind < CP_LINKS; kind++)
			joined.start[of + 2] +=
				(uint32_t)links_of(weighted, kind, of).len;
	cp_lists_ready(arena, &joined, weighted->len);
	for (uint32_t of = 0; of < weighted->len; of++)
		for (cp_link_kind kind = 0; kind < CP_LINKS; kind++) {
			cp_list by = links_of(weighted, kind, of);
			for (size_t i = 0; i < by.len; i++)
				cp_lists_add(&joined, of, by.at[i]);
		}
	return joined;
}

/* What depends on what, as a framework, so that its components come in the right order. */
static cp_parts order_parts(cp_arena *arena, const cp_weighted *weighted)
{
	const cp_af depends = {
		.len = weighted->len,
		.attackers = join_links(arena, weighted),
	};
	const cp_labelling all_undecided = {
		.af = &depends,
		.labels = CP_NEW_ARRAY(arena, uint8_t, weighted->len),
	};
	return cp_af_strong_parts(arena, &all_undecided);
}

/* `start` is where circles begin, and becomes the result. */
static cp_strengths solve(cp_arena *arena, const cp_weighted *weighted,
	cp_strength strength, double *start,
	bool (*settle)(struct solver *solver, cp_list circle))
{
	cp_arena scratch = {0};
	struct solver solver = {
		.weighted = weighted,
		.rule = &rules[strength],
		.settle = settle,
		.result.of = start,
		.result.at_rest = CP_NEW_ARRAY(arena, uint8_t, weighted->len),
		.next = CP_NEW_ARRAY(&scratch, double, weighted->len),
		.work_left = most_work,
	};
	cp_parts parts = order_parts(&scratch, weighted);
	for (size_t i = 0; i < parts.len; i++)
		solve_part(&solver, cp_parts_of(&parts, i));
	cp_arena_clear(&scratch);
	return solver.result;
}

cp_strengths cp_weighted_solve(
	cp_arena *arena, const cp_weighted *weighted, cp_strength strength)
{
	double *start = CP_NEW_ARRAY(arena, double, weighted->len);
	for (size_t i = 0; i < weighted->len; i++)
		start[i] = weighted->initial[i];
	return solve(arena, weighted, strength, start, find_balance);
}

/* ---- Bounds ---- */

/* Lower bounds rise from 0 and upper ones fall from 1, as each is the more the weaker what it
 * comes from is bound. Every balance there is lies between them after each round, so that it
 * does no harm to stop. */
static bool close_in(struct solver *solver, cp_list circle)
{
	double left = HUGE_VAL, links = (double)count_links(solver->weighted, circle);
	size_t rounds = 0, most = affordable_rounds(solver, links);
	for (; left >= rest && rounds < most; rounds++) {
		left = 0;
		for (size_t i = 0; i < circle.len; i++) {
			double *bound = &solver->result.of[circle.at[i]];
			double before = *bound;
			*bound = evaluate(solver, circle.at[i]);
			double way = fabs(*bound - before);
			left = way > left ? way : left;
		}
	}
	book_rounds(solver, rounds, links, left);
	return true;
}

/* Each argument twice: as weak as can be, its attackers strong and its supporters weak, and,
 * `len` further on, as strong as can be. */
static void link_bounds(
	cp_arena *arena, const cp_weighted *weighted, cp_weighted *doubled)
{
	uint32_t len = (uint32_t)weighted->len;
	for (cp_link_kind kind = 0; kind < CP_LINKS; kind++) {
		struct cp_lists lists = cp_lists_new(arena, doubled->len);
		for (uint32_t of = 0; of < 2 * len; of++)
			lists.start[of + 2] =
				(uint32_t)links_of(weighted, kind, of % len).len;
		cp_lists_ready(arena, &lists, doubled->len);
		for (uint32_t of = 0; of < 2 * len; of++) {
			cp_list list = links_of(weighted, kind, of % len);
			bool strong = (of >= len) != (kind == CP_ATTACKED_BY);
			for (size_t i = 0; i < list.len; i++)
				cp_lists_add(&lists, of, list.at[i] + strong * len);
		}
		doubled->links[kind] = lists;
	}
}

cp_strengths cp_weighted_bounds(cp_arena *arena, const cp_weighted *weighted,
	cp_strength strength, const double *low, const double *high)
{
	size_t len = weighted->len;
	cp_weighted doubled = {
		.len = 2 * len,
		.initial = CP_NEW_ARRAY(arena, double, 2 * len),
	};
	double *start = CP_NEW_ARRAY(arena, double, 2 * len);
	for (size_t i = 0; i < len; i++) {
		doubled.initial[i] = low[i];
		doubled.initial[len + i] = high[i];
		start[len + i] = 1;
	}
	link_bounds(arena, weighted, &doubled);
	return solve(arena, &doubled, strength, start, close_in);
}
