#include "unit.h"

#include "graph/strength.h"

#include <jansson.h>
#include <math.h>

enum { MOST = 32 };

/* "a=.5 b=.7 a-b b+a c*b": initial strengths; a attacks b, b supports a, c is a premise of b. */
struct graph {
	cp_arena arena;
	cp_map names;
	double initial[MOST], low[MOST], high[MOST];
	CP_ARRAY(cp_link) links;
};

static uint32_t argument(struct graph *graph, cp_str name)
{
	uint32_t number = (uint32_t)graph->names.len;
	number = cp_map_add(&graph->arena, &graph->names, name, number);
	assert_true(number < MOST);
	return number;
}

static void read_word(struct graph *graph, cp_str word)
{
	static const char marks[] = "-+*";
	size_t sign = strcspn(word.at, "=-+*");
	uint32_t first = argument(graph, cp_str_part(word, 0, sign));
	cp_str rest = cp_str_part(word, sign + 1, word.len);
	if (word.at[sign] == '=') {
		char *end;
		graph->initial[first] = graph->low[first] = graph->high[first] =
			strtod(rest.at, &end);
		if (*end == '~') {
			graph->low[first] -= strtod(end + 1, NULL);
			graph->high[first] += strtod(end + 1, NULL);
		}
		return;
	}
	*cp_push(&graph->arena, &graph->links) =
		(cp_link){(cp_link_kind)(strchr(marks, word.at[sign]) - marks),
			argument(graph, rest), first};
}

static const cp_weighted *read_graph(struct graph *graph, const char *text)
{
	*graph = (struct graph){0};
	for (const char *at = text; *at;) {
		size_t len = strcspn(at, " \n");
		if (len)
			read_word(graph, (cp_str){at, len});
		at += len + (at[len] != '\0');
	}
	return cp_weighted_new(&graph->arena, graph->names.len, graph->initial,
		graph->links.at, graph->links.len);
}

/* Each "name value" of the text, to as many digits as are printed. */
static void expect_values(
	const char *row, struct graph *graph, const double *got, const char *want)
{
	for (const char *at = want; *at;) {
		size_t name = strcspn(at, " ");
		uint32_t number = cp_map_find(&graph->names, (cp_str){at, name});
		char *end;
		double value = strtod(at + name, &end);
		const char *dot = memchr(at + name, '.', (size_t)(end - at) - name);
		double printed = 1;
		for (const char *digit = dot; digit && digit + 1 < end; digit++)
			printed /= 10;
		assert_true(number != CP_NONE);
		if (fabs(got[number] - value) > printed * 0.51 + 1e-9) {
			print_error("%s: %.*s is %.9f, not %.9f\n", row, (int)name, at,
				got[number], value);
			fail();
		}
		at = end + strspn(end, " ");
	}
}

#define BONZON(w) "a=" w " b=" w " c=" w " d=" w " e=" w " a-e b-a b-c c-e d-a e-d"
#define RAGO \
	"A1=.5 A2=.5 P1=.7 P2=.5 P3=.9 C1=.2 C2=.2 C3=.6 C4=.5 C1-A2 C2-P2 C3-P2 C4-P2 " \
	"P1+A1 P2+A1 P3+A2"
#define STOCK \
	"Buy=.5 Sell=.5 1=.8 2=.7 3=.3 4=.9 5=.9 Buy-Sell Sell-Buy 2-1 3-2 4-3 5-1 " \
	"1+Sell 2+Buy 4+2 5+Buy"
#define VOTES \
	"P1=.7647058824 P2=.5 C1=.8333333333 U1=.75 R1=.3 M=.5 P1+M P2+M C1-M R1-C1 U1-P1"
#define TWO(w) "a=" w " b=" w " a-b b-a"
#define KAMPIK "a=.5 e=.5 b=0 c=0 d=0 e+b e+c e+d b+a c-a d-a"
#define CHAIN "a=.5 b=.5 c=.5 c+b b-a"

/* Published values, and those worked out beside them: T1 to T11 of the notes on methods. */
static void published_values_come_out(void **state)
{
	(void)state;
	static const struct {
		const char *graph;
		cp_strength strength;
		const char *want;
	} rows[] = {
		/* E. Bonzon and others, AAAI 2016, example 1. */
		{BONZON("1"), CP_CATEGORISER, "a .377015 b 1 c .5 d .652417 e .532761"},
		{BONZON("1"), CP_MAX_BASED, "a .5 c .5 d .6 e .666667"},
		{BONZON("1"), CP_CARD_BASED, "a .269026 c .333333 d .434231 e .302922"},
		{BONZON(".5"), CP_CATEGORISER,
			"a .265829 b .5 c .333333 d .380905 e .312664"},
		{BONZON(".5"), CP_CARD_BASED, "a .148550 c .2 d .231748 e .157516"},
		/* Rago and others, KR 2016, figure 3. */
		{RAGO, CP_DFQUAD, "A1 .862 A2 .85 P2 .08"},
		{RAGO, CP_QUADRATIC, "A1 .719852 A2 .664430 P2 .185874"},
		{RAGO, CP_EULER, "A1 .689380 A2 .626285 P2 .339943"},
		{RAGO, CP_MLP, "A1 .713852 A2 .668188 P2 .214165"},
		{RAGO, CP_SD_DFQUAD, "A1 .719341 A2 .705882 P2 .271739"},
		{RAGO, CP_EULER_TOP, "A1 .626285 A2 .626285 P2 .411490"},
		/* Potyka's stocks, with circles. */
		{STOCK, CP_QUADRATIC,
			"Buy .821646 Sell .362170 1 .204744 2 .805085 3 .165746"},
		{STOCK, CP_DFQUAD, "Buy .996360 Sell .003380 1 .003120 2 .961 3 .03"},
		{STOCK, CP_EULER,
			"Buy .717141 Sell .494889 1 .686317 2 .789719 3 .188927"},
		{STOCK, CP_MLP, "Buy .789955 Sell .407213 1 .414457 2 .831866 3 .148388"},
		/* One supporter, one attacker, several. */
		{"a=.5 b=.5 a+b", CP_DFQUAD, "b .75"},
		{"a=.5 b=.5 a-b", CP_DFQUAD, "b .25"},
		{"a=.5 b=.5 a+b", CP_QUADRATIC, "b .6"},
		{"a=.5 b=.5 a-b", CP_QUADRATIC, "b .4"},
		{"a=.5 b=.5 a+b", CP_SD_DFQUAD, "b .666667"},
		{"a=.5 b=.5 a-b", CP_SD_DFQUAD, "b .333333"},
		{"a=.5 b=.5 a+b", CP_EULER, "b .588897"},
		{"a=.5 b=.5 a-b", CP_EULER, "b .424522"},
		{"a=.5 b=.5 a+b", CP_MLP, "b .622459"},
		{"a=.5 b=.5 a-b", CP_MLP, "b .377541"},
		{"a=.5 b=.5 c=.5 x=.5 a+x b+x c+x", CP_QUADRATIC, "x .8462 "},
		{"a=.5 b=.5 c=.5 x=.5 a+x b+x c+x", CP_DFQUAD, "x .9375 "},
		{"a=.5 b=.5 c=.5 x=.5 a+x b+x c+x", CP_MLP, "x .8176 "},
		{"a=.5 b=.5 c=.5 x=.5 a+x b+x c+x", CP_EULER, "x .7686 "},
		{"a=.5 b=.5 c=.5 x=.5 a-x b-x c-x", CP_CATEGORISER, "x .2"},
		/* Self-attack, mutual attack. */
		{"a=.5 a-a", CP_DFQUAD, "a .333333"},
		{"a=.5 a-a", CP_QUADRATIC, "a .423854"},
		{"a=.5 a-a", CP_SD_DFQUAD, "a .366025"},
		{"a=.5 a-a", CP_EULER, "a .433575"},
		{"a=.5 a-a", CP_MLP, "a .401058"},
		{TWO("1"), CP_CATEGORISER, "a .618034 b .618034"},
		{TWO("1"), CP_MAX_BASED, "a .618034"},
		{TWO("1"), CP_CARD_BASED, "a .414214"},
		{TWO("1"), CP_QUADRATIC, "a .682328"},
		{TWO(".8"), CP_CATEGORISER, "a .524695"},
		{TWO(".8"), CP_CARD_BASED, "a .341641"},
		{TWO(".8"), CP_QUADRATIC, "a .592256"},
		{TWO(".8"), CP_DFQUAD, "a .444444"},
		{TWO(".8"), CP_EULER, "a .739487"},
		{TWO(".8"), CP_MLP, "a .671467"},
		/* T. Kampik and others 2024, examples 1.1 and 3.1. */
		{KAMPIK, CP_DFQUAD, "a .375"},
		{KAMPIK, CP_QUADRATIC, "a .480769"},
		{CHAIN, CP_DFQUAD, "a .125 b .75"},
		{CHAIN, CP_QUADRATIC, "a .367647"},
		/* B. Yun's exercises. */
		{"q=1 r=1 s=1 b=1 q-b r-b s-b", CP_CATEGORISER, "q 1 b .25"},
		{"q=1 r=1 s=1 b=1 q-b r-b s-b", CP_MAX_BASED, "b .5"},
		{"q=1 r=1 s=1 b=1 q-b r-b s-b", CP_CARD_BASED, "b .2"},
		{"t=1 p=1 q=1 a=1 t-q t-p p-a q-a", CP_CATEGORISER, "p .5 a .5"},
		{"t=1 p=1 q=1 a=1 t-q t-p p-a q-a", CP_MAX_BASED, "p .5 a .6667"},
		{"t=1 p=1 q=1 a=1 t-q t-p p-a q-a", CP_CARD_BASED, "p .3333 a .3"},
		{"v=1 x=1 y=1 z=1 r=1 s=1 b=1 v-r x-r x-s y-s z-s r-b s-b",
			CP_CATEGORISER, "b .631579 r .333333 s .25"},
		{"v=1 x=1 y=1 z=1 r=1 s=1 b=1 v-r x-r x-s y-s z-s r-b s-b", CP_CARD_BASED,
			"b .310078 r .25 s .2"},
		{"1=1 2=1 3=1 4=1 5=1 6=1 7=1 8=1 9=1 10=1 10-9 9-10 9-8 8-7 8-4 6-5 5-4 "
		 "2-1 1-2 2-3 1-3 3-4",
			CP_CATEGORISER,
			"6 1 1 .618034 7 .618034 5 .5 3 .447214 4 .389826"},
		/* Debate V of the notes. */
		{VOTES, CP_QUADRATIC, "P1 .489412 C1 .764526 M .524070"},
		{VOTES, CP_DFQUAD, "P1 .191176 C1 .583333 M .506127"},
		{VOTES, CP_EULER, "P1 .694962 C1 .811076 M .567471"},
		{VOTES, CP_MLP, "P1 .605552 C1 .787419 M .578869"},
		/* A step r with its premise, which is undercut. */
		{"M=.5 P=.7647 r=1 U=.75 P*r r+M U-r", CP_QUADRATIC, "r .4894 M .596618"},
		/* Limits: nothing to divide by, nothing to take the logarithm of. */
		{"a=0 b=1 c=1 a-b b-a c+a", CP_MLP, "a 0 b 1"},
		{"a=0 b=0 a+b", CP_EULER, "b 0"},
		{"a=0 b=1 a-b", CP_CARD_BASED, "b 1"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct graph graph;
		char row[64];
		snprintf(row, sizeof row, "row %zu, %s", i,
			cp_strength_names[rows[i].strength]);
		const cp_weighted *weighted = read_graph(&graph, rows[i].graph);
		cp_strengths strengths =
			cp_weighted_solve(&graph.arena, weighted, rows[i].strength);
		expect(row, strengths.restless == 0);
		expect_values(row, &graph, strengths.of, rows[i].want);
		cp_arena_clear(&graph.arena);
	}
}

/* The graph of T4: ten supporters of ten each, which attack the first. */
static void a_large_circle_comes_to_rest(void **state)
{
	(void)state;
	cp_buf text = {0};
	struct graph graph;
	cp_buf_puts(&text, "A=1");
	for (int b = 0; b < 10; b++) {
		cp_buf_printf(&text, " B%d=0 C%d=0 A+B%d C%d-A", b, b, b, b);
		for (int c = 0; c < 10; c++)
			cp_buf_printf(&text, " B%d+C%d", b, c);
	}
	const cp_weighted *weighted = read_graph(&graph, text.at);
	cp_strengths strengths = cp_weighted_solve(&graph.arena, weighted, CP_QUADRATIC);
	assert_int_equal(strengths.restless, 0);
	expect_values("T4", &graph, strengths.of, "A .224088 B0 .047814 C9 .186079");
	cp_arena_clear(&graph.arena);
	cp_buf_clear(&text);
}

/* Two groups that attack each other: by whole steps they would go to and fro for ever. */
static void what_goes_to_and_fro_comes_to_rest(void **state)
{
	(void)state;
	static const cp_strength kinds[] = {CP_DFQUAD, CP_QUADRATIC, CP_MLP};
	for (size_t k = 0; k < COUNT(kinds); k++) {
		cp_buf text = {0};
		struct graph graph;
		for (int a = 0; a < 5; a++) {
			cp_buf_printf(&text, " a%d=1 b%d=1", a, a);
			for (int b = 0; b < 5; b++)
				cp_buf_printf(&text, " a%d-b%d b%d-a%d", a, b, b, a);
		}
		cp_strengths strengths = cp_weighted_solve(
			&graph.arena, read_graph(&graph, text.at), kinds[k]);
		expect(cp_strength_names[kinds[k]], strengths.restless == 0);
		expect(cp_strength_names[kinds[k]],
			fabs(strengths.of[0] - strengths.of[1]) < 1e-9);
		cp_arena_clear(&graph.arena);
		cp_buf_clear(&text);
	}
}

/* a's strength falls as one over the root of time. What depends on it is not known either. */
static void what_does_not_come_to_rest_is_told(void **state)
{
	(void)state;
	struct graph graph;
	cp_strengths strengths = cp_weighted_solve(&graph.arena,
		read_graph(&graph, "a=1 b=.5 c=.5 a*a a-a a-b c+b"), CP_QUADRATIC);
	assert_int_equal(strengths.restless, 2);
	assert_false(strengths.at_rest[0] || strengths.at_rest[1]);
	assert_true(strengths.at_rest[2]);
	assert_true(strengths.unrest > 1e-9 && strengths.unrest < 1e-3);
	cp_arena_clear(&graph.arena);
}

static void bounds_enclose_what_is_between(void **state)
{
	(void)state;
	struct graph graph;
	const cp_weighted *weighted = read_graph(&graph,
		"P1=.764706~.099982 P2=.5~.150756 C1=.833333~.103363 U1=.75~.144338 "
		"R1=.3~.138170 M=.5~.288675 P1+M P2+M C1-M R1-C1 U1-P1");
	cp_strengths bounds = cp_weighted_bounds(
		&graph.arena, weighted, CP_QUADRATIC, graph.low, graph.high);
	expect_values("low", &graph, bounds.of,
		"P1 .3693 P2 .3492 C1 .6124 U1 .6057 R1 .1618 M .2036");
	expect_values("high", &graph, bounds.of + weighted->len,
		"P1 .6326 P2 .6508 C1 .9128 U1 .8943 R1 .4382 M .8543");
	cp_arena_clear(&graph.arena);
}

/* ---- Properties ---- */

static void write_random_graph(cp_buf *text, uint32_t *random, bool circles)
{
	uint32_t len = 1 + random_below(random, 8);
	text->len = 0;
	for (uint32_t i = 0; i < len; i++)
		cp_buf_printf(text, " %u=%.2f", i, random_below(random, 101) / 100.0);
	for (uint32_t k = random_below(random, len * 2 + 1); k > 0; k--) {
		uint32_t a = random_below(random, len), b = random_below(random, len);
		if (circles || a < b)
			cp_buf_printf(
				text, " %u%c%u", a, "+--*"[random_below(random, 4)], b);
	}
}

static void strengths_keep_to_their_rules(void **state)
{
	(void)state;
	uint32_t random;
	cp_buf text = {0};
	random_start(&random);
	for (int i = 0; i < 2000; i++) {
		struct graph graph, more;
		cp_strength kind = (cp_strength)(i % CP_STRENGTHS);
		write_random_graph(&text, &random, i % 2);
		const cp_weighted *weighted = read_graph(&graph, text.at);
		cp_strengths got = cp_weighted_solve(&graph.arena, weighted, kind);
		for (size_t a = 0; a < weighted->len; a++)
			expect(text.at, got.of[a] >= 0 && got.of[a] <= 1);
		expect(text.at, i % 2 || (got.restless == 0 && got.rounds == 0));
		/* A new attacker never makes stronger, a new supporter never weaker. */
		for (int sign = 0; sign < 2; sign++) {
			size_t len = text.len;
			cp_buf_printf(&text, " x=.7 x%c0", "-+"[sign]);
			cp_strengths then = cp_weighted_solve(
				&more.arena, read_graph(&more, text.at), kind);
			if (!(i % 2))
				expect(text.at,
					sign ? then.of[0] >= got.of[0] - 1e-9
					     : then.of[0] <= got.of[0] + 1e-9);
			text.len = len;
			text.at[len] = '\0';
			cp_arena_clear(&more.arena);
		}
		cp_arena_clear(&graph.arena);
	}
	cp_buf_clear(&text);
}

/* Attack and support are mirror images, but for the rules of Euler. */
static void sides_are_treated_alike(void **state)
{
	(void)state;
	static const cp_strength kinds[] = {
		CP_QUADRATIC, CP_DFQUAD, CP_SD_DFQUAD, CP_MLP};
	for (size_t k = 0; k < COUNT(kinds); k++) {
		struct graph one, other;
		cp_strengths up = cp_weighted_solve(&one.arena,
			read_graph(&one, "a=.3 b=.4 c=.6 d=.5 b+a c+a d-a"), kinds[k]);
		cp_strengths down = cp_weighted_solve(&other.arena,
			read_graph(&other, "a=.7 b=.4 c=.6 d=.5 b-a c-a d+a"), kinds[k]);
		expect(cp_strength_names[kinds[k]],
			fabs(up.of[0] + down.of[0] - 1) < 1e-12);
		cp_arena_clear(&one.arena);
		cp_arena_clear(&other.arena);
	}
}

/* ---- Bounds ---- */

/* Initial strengths become ranges, some of one number and some from 0 to 1. */
static void spread(struct graph *graph, uint32_t *random)
{
	for (size_t i = 0; i < graph->names.len; i++) {
		double width = random_below(random, 4) * random_below(random, 51) / 100.0;
		double low = graph->initial[i] - width, high = graph->initial[i] + width;
		graph->low[i] = low < 0 ? 0 : low;
		graph->high[i] = high > 1 ? 1 : high;
	}
}

/* Any initial strengths within the ranges, their ends among them. */
static void choose_within(struct graph *graph, uint32_t *random)
{
	for (size_t i = 0; i < graph->names.len; i++) {
		double part = random_below(random, 5) / 4.0;
		graph->initial[i] =
			graph->low[i] + part * (graph->high[i] - graph->low[i]);
	}
}

/* Whatever initial strengths within the ranges come to is within the bounds: of each measure,
 * with circles and without. */
static void bounds_hold_whatever_is_within(void **state)
{
	(void)state;
	enum { GRAPHS = 4500, SAMPLES = 20 };
	uint32_t random;
	size_t tried = 0;
	cp_buf text = {0};
	random_start(&random);
	for (int i = 0; i < GRAPHS; i++) {
		struct graph graph;
		cp_strength kind = (cp_strength)(i % CP_STRENGTHS);
		bool circles = i / CP_STRENGTHS % 2;
		write_random_graph(&text, &random, circles);
		const cp_weighted *weighted = read_graph(&graph, text.at);
		spread(&graph, &random);
		cp_strengths bounds = cp_weighted_bounds(
			&graph.arena, weighted, kind, graph.low, graph.high);
		for (int k = 0; k < SAMPLES; k++) {
			choose_within(&graph, &random);
			cp_strengths got =
				cp_weighted_solve(&graph.arena, weighted, kind);
			/* A circle is at rest a little before its balance. */
			double slack = circles ? 1e-5 : 1e-12;
			for (size_t a = 0; a < weighted->len; a++, tried++)
				expect(text.at,
					!got.at_rest[a]
						|| (got.of[a] >= bounds.of[a] - slack
							&& got.of[a]
								<= bounds.of[weighted->len
									   + a]
									+ slack));
		}
		cp_arena_clear(&graph.arena);
	}
	assert_true(tried > 50000);
	cp_buf_clear(&text);
}

/* Where nothing is uncertain the bounds meet, also in circles with one balance. */
static void bounds_of_what_is_certain_meet(void **state)
{
	(void)state;
	static const struct {
		const char *graph;
		cp_strength strength;
	} rows[] = {
		{RAGO, CP_QUADRATIC},
		{RAGO, CP_DFQUAD},
		{STOCK, CP_EULER},
		{BONZON("1"), CP_CATEGORISER},
		{BONZON(".5"), CP_CARD_BASED},
		{TWO(".5"), CP_MLP},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct graph graph;
		const cp_weighted *weighted = read_graph(&graph, rows[i].graph);
		cp_strengths got =
			cp_weighted_solve(&graph.arena, weighted, rows[i].strength);
		cp_strengths bounds = cp_weighted_bounds(&graph.arena, weighted,
			rows[i].strength, graph.initial, graph.initial);
		for (size_t a = 0; a < weighted->len; a++) {
			expect(rows[i].graph, fabs(bounds.of[a] - got.of[a]) < 1e-6);
			expect(rows[i].graph,
				fabs(bounds.of[weighted->len + a] - got.of[a]) < 1e-6);
		}
		cp_arena_clear(&graph.arena);
	}
}

/* Two that zero one another have three balances by df-quad, the outer ones 0 and 1: all of
 * them are within. What never comes to rest has bounds all the same. */
static void bounds_enclose_all_balances(void **state)
{
	(void)state;
	struct graph graph;
	const cp_weighted *weighted = read_graph(&graph, TWO("1"));
	cp_strengths bounds = cp_weighted_bounds(
		&graph.arena, weighted, CP_DFQUAD, graph.initial, graph.initial);
	expect_values("low", &graph, bounds.of, "a .0000 b .0000");
	expect_values("high", &graph, bounds.of + 2, "a 1.0000 b 1.0000");
	cp_arena_clear(&graph.arena);
	weighted = read_graph(&graph, "a=1 b=.5 a*a a-a a-b");
	bounds = cp_weighted_bounds(
		&graph.arena, weighted, CP_QUADRATIC, graph.initial, graph.initial);
	assert_true(bounds.of[0] >= 0 && bounds.of[0] <= bounds.of[2]);
	assert_true(bounds.of[1] <= .5 && bounds.of[3] >= .5 - 1e-3);
	cp_arena_clear(&graph.arena);
}

/* ---- Values from elsewhere ---- */

static void put_pairs(cp_buf *text, const json_t *pairs, char sign)
{
	size_t i;
	const json_t *pair;
	json_array_foreach(pairs, i, pair)
		cp_buf_printf(text, " %s%c%s", json_string_value(json_array_get(pair, 0)),
			sign, json_string_value(json_array_get(pair, 1)));
}

static cp_strength strength_named(const char *name)
{
	return strcmp(name, "df-quad") == 0             ? CP_DFQUAD
		: strcmp(name, "quadratic-energy") == 0 ? CP_QUADRATIC
							: CP_CATEGORISER;
}

static void check_case(const json_t *json)
{
	cp_buf text = {0};
	struct graph graph;
	const char *name, *id = json_string_value(json_object_get(json, "id"));
	json_t *value, *expected = json_object_get(json, "expected");
	json_object_foreach(expected, name, value)
	{
		const json_t *base = json_object_get(json_object_get(json, "base"), name);
		cp_buf_printf(&text, " %s=%g", name, base ? json_number_value(base) : 1);
	}
	put_pairs(&text, json_object_get(json, "att"), '-');
	put_pairs(&text, json_object_get(json, "sup"), '+');
	cp_strengths got = cp_weighted_solve(&graph.arena, read_graph(&graph, text.at),
		strength_named(json_string_value(json_object_get(json, "semantics"))));
	json_object_foreach(expected, name, value)
	{
		uint32_t number = cp_map_find(&graph.names, cp_str_of(name));
		double tolerance = json_number_value(json_object_get(json, "tol"));
		expect(id,
			fabs(got.of[number] - json_number_value(value))
				<= tolerance + 1e-9);
	}
	cp_arena_clear(&graph.arena);
	cp_buf_clear(&text);
}

static void values_of_other_programs_come_out(void **state)
{
	(void)state;
	static const char path[] = "../shared/data/qbaf/oracle-values-open.json";
	size_t i;
	json_t *each, *all = json_load_file(path, 0, NULL);
	if (!all) {
		print_message("there is no %s: skipped\n", path);
		return;
	}
	json_array_foreach(json_object_get(all, "cases"), i, each) check_case(each);
	assert_true(i > 0);
	json_decref(all);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(published_values_come_out),
	cmocka_unit_test(a_large_circle_comes_to_rest),
	cmocka_unit_test(what_goes_to_and_fro_comes_to_rest),
	cmocka_unit_test(what_does_not_come_to_rest_is_told),
	cmocka_unit_test(bounds_enclose_what_is_between),
	cmocka_unit_test(strengths_keep_to_their_rules),
	cmocka_unit_test(sides_are_treated_alike),
	cmocka_unit_test(bounds_hold_whatever_is_within),
	cmocka_unit_test(bounds_of_what_is_certain_meet),
	cmocka_unit_test(bounds_enclose_all_balances),
	cmocka_unit_test(values_of_other_programs_come_out),
};

GROUP(strength);
