#include "graph/set_search.h"

#include "graph/trial.h"

#include <stdlib.h>

/* ---- Encoding ---- */

static int member(uint32_t argument)
{
	return (int)argument + 1;
}

static int attacked(const cp_set_search *search, uint32_t argument)
{
	return (int)search->af->len + (int)argument + 1;
}

/* The variable that is to be true for as many arguments as can be. */
static int aimed_at(const cp_set_search *search, uint32_t argument)
{
	return search->aim == CP_LARGEST_RANGE
		? 2 * (int)search->af->len + (int)argument + 1
		: member(argument);
}

static void add_clause(cp_set_search *search, int a, int b, int c)
{
	const int literals[] = {a, b, c};
	for (size_t i = 0; i < sizeof literals / sizeof *literals; i++)
		if (literals[i])
			cp_sat_add(search->sat, literals[i]);
	cp_sat_add(search->sat, 0);
}

/* Arguments that attack themselves are members of no set, and need fewer clauses: those that
 * say so follow from the others, but a solver does not see that at a glance. */
static void find_never(cp_set_search *search, const uint8_t *barred, uint8_t *never)
{
	for (uint32_t i = 0; i < search->af->len; i++) {
		cp_list targets = cp_af_targets(search->af, i);
		never[i] = barred && barred[i];
		for (size_t t = 0; t < targets.len; t++)
			never[i] |= targets.at[t] == i;
	}
}

/* y_a if and only if an attacker of a is a member. */
static void define_attacked(
	cp_set_search *search, uint32_t argument, cp_list attackers, const uint8_t *never)
{
	int y = attacked(search, argument);
	for (size_t i = 0; i < attackers.len; i++)
		if (!never[attackers.at[i]])
			add_clause(search, -member(attackers.at[i]), y, 0);
	for (size_t i = 0; i < attackers.len; i++)
		if (!never[attackers.at[i]])
			cp_sat_add(search->sat, member(attackers.at[i]));
	add_clause(search, -y, 0, 0);
}

static void demand_defence(cp_set_search *search, uint32_t argument, cp_list attackers)
{
	for (size_t i = 0; i < attackers.len; i++)
		add_clause(
			search, -member(argument), attacked(search, attackers.at[i]), 0);
}

static void demand_defended(cp_set_search *search, uint32_t argument, cp_list attackers)
{
	for (size_t i = 0; i < attackers.len; i++)
		cp_sat_add(search->sat, -attacked(search, attackers.at[i]));
	add_clause(search, member(argument), 0, 0);
}

/* What is demanded of a member, and of whatever could be one. */
static void encode_member(
	cp_set_search *search, uint32_t argument, cp_set_kind kind, bool never)
{
	cp_list attackers = cp_af_attackers(search->af, argument);
	int x = member(argument);
	add_clause(search, -x, never ? 0 : -attacked(search, argument), 0);
	if (!never && (kind == CP_ADMISSIBLE || kind == CP_COMPLETE_SET))
		demand_defence(search, argument, attackers);
	if (!never && kind == CP_COMPLETE_SET)
		demand_defended(search, argument, attackers);
}

static void encode(
	cp_set_search *search, uint32_t argument, cp_set_kind kind, const uint8_t *never)
{
	int x = member(argument), y = attacked(search, argument);
	define_attacked(search, argument, cp_af_attackers(search->af, argument), never);
	encode_member(search, argument, kind, never[argument]);
	if (kind == CP_STABLE_SET)
		add_clause(search, x, y, 0);
	if (search->aim == CP_LARGEST_RANGE)
		add_clause(search, -aimed_at(search, argument), x, y);
}

static void start_solver(cp_arena *arena, cp_set_search *search, const cp_sat_kit *kit,
	cp_set_kind kind, const uint8_t *barred)
{
	uint8_t *never = CP_NEW_ARRAY(arena, uint8_t, search->af->len);
	find_never(search, barred, never);
	search->sat = cp_sat_new(kit);
	for (uint32_t i = 0; i < search->af->len; i++)
		encode(search, i, kind, never);
}

void cp_set_search_init(cp_arena *arena, cp_set_search *search, const cp_sat_kit *kit,
	const cp_af *af, cp_set_kind kind, cp_set_aim aim, const uint8_t *barred)
{
	*search = (cp_set_search){
		.af = af,
		.aim = aim,
		.variables = (int)af->len * (aim == CP_LARGEST_RANGE ? 3 : 2),
		.found = CP_NEW_ARRAY(arena, uint8_t, af->len),
	};
	search->reached = aim == CP_LARGEST_RANGE ? CP_NEW_ARRAY(arena, uint8_t, af->len)
						  : search->found;
	if (af->len <= CP_MOST_TRIED) {
		search->trial = CP_NEW(arena, cp_trial);
		cp_trial_init(search->trial, af, kind, aim, barred);
	} else if (kit) {
		start_solver(arena, search, kit, kind, barred);
	}
}

void cp_set_search_clear(cp_set_search *search)
{
	cp_sat_free(search->sat);
	search->sat = NULL;
}

/* ---- Finding ---- */

static void read_found(cp_set_search *search)
{
	for (uint32_t i = 0; i < search->af->len; i++)
		search->found[i] = cp_sat_is_true(search->sat, member(i));
	if (search->aim != CP_LARGEST_RANGE)
		return;
	for (uint32_t i = 0; i < search->af->len; i++)
		search->reached[i] = search->found[i]
			|| cp_sat_is_true(search->sat, attacked(search, i));
}

static cp_answer ask(cp_set_search *search, int literal)
{
	if (literal)
		cp_sat_assume(search->sat, literal);
	cp_answer answer = cp_sat_solve(search->sat);
	if (answer == CP_YES)
		read_found(search);
	return answer;
}

static void assume_reached(cp_set_search *search)
{
	for (uint32_t i = 0; i < search->af->len; i++)
		if (search->reached[i])
			cp_sat_assume(search->sat, aimed_at(search, i));
}

/* Asks for at least one argument that is not reached yet; a clause, which 0 has not ended.
 * Gives how many there are. */
static size_t add_not_reached(cp_set_search *search)
{
	size_t count = 0;
	for (uint32_t i = 0; i < search->af->len; i++)
		if (!search->reached[i]) {
			cp_sat_add(search->sat, aimed_at(search, i));
			count++;
		}
	return count;
}

/* Finds a set that reaches all that the last one does, and more. The clause that asks for
 * it holds for this question alone: a variable switches it off afterwards. */
static cp_answer grow(cp_set_search *search, int literal)
{
	int off = ++search->variables;
	cp_sat_add(search->sat, off);
	bool is_all = !add_not_reached(search);
	cp_sat_add(search->sat, 0);
	if (is_all)
		return CP_NO;
	assume_reached(search);
	cp_sat_assume(search->sat, -off);
	cp_answer answer = ask(search, literal);
	add_clause(search, off, 0, 0);
	return answer;
}

static cp_answer grow_fully(cp_set_search *search, int literal)
{
	cp_answer answer;
	do
		answer = grow(search, literal);
	while (answer == CP_YES);
	return answer;
}

static void set_bits(uint8_t *bits, size_t len, unsigned mask)
{
	for (size_t i = 0; i < len; i++)
		bits[i] = mask >> i & 1;
}

static unsigned bits_set(const uint8_t *bits, size_t len)
{
	unsigned mask = 0;
	for (size_t i = 0; i < len; i++)
		mask |= (unsigned)bits[i] << i;
	return mask;
}

static cp_answer find_tried(cp_set_search *search, int literal)
{
	const cp_trial *trial = search->trial;
	for (size_t i = 0; i < trial->len; i++) {
		unsigned set = trial->sets[i];
		if (literal && (set >> (abs(literal) - 1) & 1) != (literal > 0))
			continue;
		set_bits(search->found, search->af->len, set);
		set_bits(search->reached, search->af->len, trial->reach[i]);
		return CP_YES;
	}
	return CP_NO;
}

/* That everything is reached, by a stable set, is tried first: mostly there is one. */
static cp_answer begin(cp_set_search *search, int literal)
{
	if (search->aim == CP_LARGEST_RANGE) {
		memset(search->reached, 1, search->af->len);
		assume_reached(search);
		cp_answer answer = ask(search, literal);
		if (answer != CP_NO)
			return answer;
	}
	return ask(search, literal);
}

cp_answer cp_set_search_next(cp_set_search *search, int literal)
{
	if (search->trial)
		return find_tried(search, literal);
	if (!search->sat)
		return CP_UNDECIDED;
	for (;;) {
		cp_answer answer = begin(search, literal);
		if (answer != CP_YES || search->aim == CP_ANY)
			return answer;
		if (grow_fully(search, literal) == CP_UNDECIDED)
			return CP_UNDECIDED;
		if (!literal)
			return CP_YES;
		/* The largest with the literal; is it among the largest of all? */
		answer = grow(search, 0);
		if (answer != CP_YES)
			return answer == CP_NO ? CP_YES : CP_UNDECIDED;
		if (grow_fully(search, 0) == CP_UNDECIDED)
			return CP_UNDECIDED;
		cp_set_search_exclude(search);
	}
}

/* ---- Against an argument ---- */

/* Members of the set found last that defend an argument of it, and each other. */
struct defence {
	const cp_set_search *search;
	uint8_t *has;      /* of each argument: is it one of them? */
	uint8_t *answered; /* … one of them attacks it */
	uint32_t *members; /* in the order in which they were needed */
	size_t len;
};

static void defend_by(struct defence *defence, uint32_t argument)
{
	cp_list targets = cp_af_targets(defence->search->af, argument);
	if (defence->has[argument])
		return;
	defence->has[argument] = 1;
	defence->members[defence->len++] = argument;
	for (size_t i = 0; i < targets.len; i++)
		defence->answered[targets.at[i]] = 1;
}

static void answer_attacker(struct defence *defence, uint32_t attacker)
{
	cp_list against = cp_af_attackers(defence->search->af, attacker);
	for (size_t i = 0; i < against.len && !defence->answered[attacker]; i++)
		if (defence->search->found[against.at[i]])
			defend_by(defence, against.at[i]);
}

/* From now on, unless `off`, each set attacks a member of the defence. */
static void demand_attack_on(
	cp_set_search *search, const struct defence *defence, int off)
{
	for (size_t i = 0; i < defence->len; i++)
		cp_sat_add(search->sat, attacked(search, defence->members[i]));
	add_clause(search, off, 0, 0);
}

static void demand_attack(
	cp_arena *arena, cp_set_search *search, uint32_t argument, int off)
{
	struct defence defence = {
		.search = search,
		.has = CP_NEW_ARRAY(arena, uint8_t, search->af->len),
		.answered = CP_NEW_ARRAY(arena, uint8_t, search->af->len),
		.members = CP_NEW_ARRAY(arena, uint32_t, search->af->len),
	};
	defend_by(&defence, argument);
	for (size_t m = 0; m < defence.len; m++) {
		cp_list attackers = cp_af_attackers(search->af, defence.members[m]);
		for (size_t i = 0; i < attackers.len; i++)
			answer_attacker(&defence, attackers.at[i]);
	}
	demand_attack_on(search, &defence, off);
}

/* Is there a set with the argument, and with all of the set found last? */
static cp_answer join(cp_set_search *search, uint32_t argument, int off)
{
	cp_sat_assume(search->sat, off);
	for (uint32_t i = 0; i < search->af->len; i++)
		if (search->found[i])
			cp_sat_assume(search->sat, member(i));
	return ask(search, member(argument));
}

/* A set is proposed. If it goes together with the argument in some set, then each further one
 * has to attack what defends the argument there. */
cp_answer cp_set_search_against(cp_set_search *search, uint32_t argument)
{
	if (search->trial)
		return find_tried(search, -member(argument));
	if (!search->sat)
		return CP_UNDECIDED;
	cp_arena scratch = {0};
	int off = ++search->variables;
	for (;;) {
		cp_sat_assume(search->sat, -off);
		cp_answer answer = ask(search, -member(argument));
		if (answer != CP_YES)
			return answer;
		if (grow_fully(search, -member(argument)) == CP_UNDECIDED)
			return CP_UNDECIDED;
		answer = join(search, argument, off);
		if (answer != CP_YES)
			return answer == CP_NO ? CP_YES : CP_UNDECIDED;
		demand_attack(&scratch, search, argument, off);
		cp_arena_clear(&scratch);
	}
}

/* ---- Listing ---- */

static void exclude_itself(cp_set_search *search)
{
	for (uint32_t i = 0; i < search->af->len; i++)
		cp_sat_add(search->sat, search->found[i] ? -member(i) : member(i));
	cp_sat_add(search->sat, 0);
}

void cp_set_search_exclude(cp_set_search *search)
{
	if (search->trial) {
		cp_trial_exclude(search->trial,
			bits_set(search->reached, search->af->len), search->aim);
	} else if (search->aim == CP_ANY) {
		exclude_itself(search);
	} else {
		add_not_reached(search);
		cp_sat_add(search->sat, 0);
	}
}

cp_list cp_set_search_found(cp_arena *arena, const cp_set_search *search)
{
	size_t len = 0;
	for (size_t i = 0; i < search->af->len; i++)
		len += search->found[i];
	uint32_t *set = CP_NEW_ARRAY(arena, uint32_t, len);
	len = 0;
	for (uint32_t i = 0; i < search->af->len; i++)
		if (search->found[i])
			set[len++] = i;
	return (cp_list){set, len};
}

static cp_answer list_tried(
	cp_arena *arena, cp_set_search *search, size_t most, cp_sets *sets)
{
	for (size_t i = 0; i < search->trial->len; i++) {
		if (sets->len == most)
			return CP_NO;
		set_bits(search->found, search->af->len, search->trial->sets[i]);
		*cp_push(arena, sets) = cp_set_search_found(arena, search);
	}
	return CP_YES;
}

/* Adds the set found last, and those of the same range. */
static cp_answer list_alike(
	cp_arena *arena, cp_set_search *search, size_t most, cp_sets *sets)
{
	for (;;) {
		if (sets->len == most)
			return CP_NO;
		*cp_push(arena, sets) = cp_set_search_found(arena, search);
		if (search->aim != CP_LARGEST_RANGE)
			return CP_YES;
		exclude_itself(search);
		assume_reached(search);
		cp_answer answer = ask(search, 0);
		if (answer != CP_YES)
			return answer == CP_NO ? CP_YES : CP_UNDECIDED;
	}
}

cp_answer cp_set_search_list(
	cp_arena *arena, cp_set_search *search, size_t most, cp_sets *sets)
{
	if (search->trial)
		return list_tried(arena, search, most, sets);
	for (;;) {
		cp_answer answer = cp_set_search_next(search, 0);
		if (answer != CP_YES)
			return answer == CP_NO ? CP_YES : CP_UNDECIDED;
		answer = list_alike(arena, search, most, sets);
		if (answer != CP_YES)
			return answer;
		cp_set_search_exclude(search);
	}
}
