/* All semantics and questions against the definitions, tried on every set of arguments. */
#include "unit.h"

#include "graph/semantics.h"
#include "graph/trial.h"

enum {
	MOST = 10,         /* arguments, where all sets are tried */
	FRAMEWORKS = 3000, /* the second half with more than CP_MOST_TRIED */
	SECONDS = 60,
};

static const char *const names[CP_SEMANTICS] = {
	[CP_GROUNDED] = "grounded",
	[CP_COMPLETE] = "complete",
	[CP_PREFERRED] = "preferred",
	[CP_STABLE] = "stable",
	[CP_SEMI_STABLE] = "semi-stable",
	[CP_STAGE] = "stage",
	[CP_IDEAL] = "ideal",
};

/* ---- By definition ---- */

/* A set is a mask of bits. */
struct small {
	unsigned len;
	unsigned attackers[MOST], targets[MOST];
	bool is_in[CP_SEMANTICS][1 << MOST];
};

static unsigned attacked_by(const struct small *small, unsigned set)
{
	unsigned hit = 0;
	for (unsigned a = 0; a < small->len; a++)
		if (set >> a & 1)
			hit |= small->targets[a];
	return hit;
}

static unsigned defended_by(const struct small *small, unsigned set)
{
	unsigned hit = attacked_by(small, set), defended = 0;
	for (unsigned a = 0; a < small->len; a++)
		if (!(small->attackers[a] & ~hit))
			defended |= 1u << a;
	return defended;
}

static bool is_conflict_free(const struct small *small, unsigned set)
{
	return !(attacked_by(small, set) & set);
}

static bool is_admissible(const struct small *small, unsigned set)
{
	return is_conflict_free(small, set) && !(set & ~defended_by(small, set));
}

static bool is_complete(const struct small *small, unsigned set)
{
	return is_conflict_free(small, set) && set == defended_by(small, set);
}

static unsigned set_itself(const struct small *small, unsigned set)
{
	(void)small;
	return set;
}

static unsigned range(const struct small *small, unsigned set)
{
	return set | attacked_by(small, set);
}

/* Is no other set of that kind larger in what `measure` gives? */
static bool is_largest(const struct small *small, unsigned set,
	bool (*is_kind)(const struct small *, unsigned),
	unsigned (*measure)(const struct small *, unsigned))
{
	unsigned own = measure(small, set);
	if (!is_kind(small, set))
		return false;
	for (unsigned other = 0; other < 1u << small->len; other++) {
		unsigned its = measure(small, other);
		if (its != own && !(own & ~its) && is_kind(small, other))
			return false;
	}
	return true;
}

static bool is_grounded(const struct small *small, unsigned set)
{
	unsigned least = 0, next;
	while ((next = defended_by(small, least)) != least)
		least = next;
	return set == least;
}

static bool is_below_all_preferred(const struct small *small, unsigned set)
{
	for (unsigned other = 0; other < 1u << small->len; other++)
		if (small->is_in[CP_PREFERRED][other] && (set & ~other))
			return false;
	return is_admissible(small, set);
}

static void try_all_sets(struct small *small)
{
	unsigned all = (1u << small->len) - 1;
	for (unsigned set = 0; set <= all; set++) {
		small->is_in[CP_GROUNDED][set] = is_grounded(small, set);
		small->is_in[CP_COMPLETE][set] = is_complete(small, set);
		small->is_in[CP_PREFERRED][set] =
			is_largest(small, set, is_admissible, set_itself);
		small->is_in[CP_STABLE][set] =
			is_conflict_free(small, set) && range(small, set) == all;
		small->is_in[CP_SEMI_STABLE][set] =
			is_largest(small, set, is_complete, range);
		small->is_in[CP_STAGE][set] =
			is_largest(small, set, is_conflict_free, range);
	}
	for (unsigned set = 0; set <= all; set++)
		small->is_in[CP_IDEAL][set] =
			is_largest(small, set, is_below_all_preferred, set_itself);
}

/* ---- Against what the engine says ---- */

struct bench {
	cp_arena arena;
	struct small *small;
	const cp_af *af;
	const cp_sat_kit *kit;
	char row[64];
};

static unsigned mask_of(cp_list set)
{
	unsigned mask = 0;
	for (size_t i = 0; i < set.len; i++)
		mask |= 1u << set.at[i];
	return mask;
}

/* Is there an extension that has, or lacks, the argument? */
static bool has_one(
	const struct small *small, cp_semantics semantics, unsigned argument, bool with)
{
	for (unsigned set = 0; set < 1u << small->len; set++)
		if (small->is_in[semantics][set] && (set >> argument & 1) == with)
			return true;
	return false;
}

static void check_shown(struct bench *bench, cp_semantics semantics,
	cp_af_verdict verdict, cp_answer shown, unsigned argument, bool with)
{
	if (verdict.answer != shown) {
		expect(bench->row, !verdict.witness.at);
		return;
	}
	unsigned mask = mask_of(verdict.witness);
	expect(bench->row, verdict.witness.at != NULL);
	expect(bench->row, bench->small->is_in[semantics][mask]);
	expect(bench->row, argument >= MOST || (mask >> argument & 1) == with);
}

static void check_arguments(struct bench *bench, cp_semantics semantics)
{
	for (unsigned a = 0; a < bench->small->len; a++) {
		cp_af_verdict some = cp_af_credulous(
			&bench->arena, bench->af, semantics, a, bench->kit);
		cp_af_verdict every = cp_af_sceptical(
			&bench->arena, bench->af, semantics, a, bench->kit);
		expect(bench->row,
			(some.answer == CP_YES)
				== has_one(bench->small, semantics, a, true));
		expect(bench->row,
			(every.answer == CP_NO)
				== has_one(bench->small, semantics, a, false));
		check_shown(bench, semantics, some, CP_YES, a, true);
		check_shown(bench, semantics, every, CP_NO, a, false);
	}
}

static void check_extensions(struct bench *bench, cp_semantics semantics)
{
	size_t count = 0, want = 0;
	bool seen[1 << MOST] = {false};
	cp_list extension;
	for (unsigned set = 0; set < 1u << bench->small->len; set++)
		want += bench->small->is_in[semantics][set];
	cp_extensions all = cp_af_extensions(
		&bench->arena, bench->af, semantics, 1 << MOST, bench->kit);
	expect(bench->row, all.answer == CP_YES);
	expect(bench->row, cp_extensions_count(&all) == want);
	while (cp_extensions_next(&bench->arena, &all, &extension)) {
		unsigned mask = mask_of(extension);
		expect(bench->row, bench->small->is_in[semantics][mask] && !seen[mask]);
		seen[mask] = true;
		count++;
	}
	expect(bench->row, count == want);
}

/* No part is given more than `most` sets. What is given are extensions, each once; that there
 * are more is told, or it is all. */
static void check_limit(struct bench *bench, cp_semantics semantics, size_t most)
{
	size_t count = 0, want = 0;
	bool seen[1 << MOST] = {false};
	cp_list extension;
	for (unsigned set = 0; set < 1u << bench->small->len; set++)
		want += bench->small->is_in[semantics][set];
	cp_extensions all =
		cp_af_extensions(&bench->arena, bench->af, semantics, most, bench->kit);
	expect(bench->row, all.answer == CP_YES || all.answer == CP_NO);
	while (cp_extensions_next(&bench->arena, &all, &extension)) {
		unsigned mask = mask_of(extension);
		expect(bench->row, bench->small->is_in[semantics][mask] && !seen[mask]);
		seen[mask] = true;
		count++;
	}
	expect(bench->row, all.answer == CP_YES ? count == want : count < want);
	expect(bench->row, count >= (want < most ? want : most) || all.parts > 1);
}

static void check_semantics(struct bench *bench, cp_semantics semantics)
{
	cp_af_verdict one =
		cp_af_extension(&bench->arena, bench->af, semantics, bench->kit);
	expect(bench->row, one.answer == CP_YES || semantics == CP_STABLE);
	check_shown(bench, semantics, one, CP_YES, MOST, true);
	if (one.answer == CP_NO)
		for (unsigned set = 0; set < 1u << bench->small->len; set++)
			expect(bench->row, !bench->small->is_in[semantics][set]);
	check_arguments(bench, semantics);
	check_extensions(bench, semantics);
	check_limit(bench, semantics, 1 + bench->small->len % 3);
}

static void attack(struct small *small, unsigned from, unsigned to)
{
	small->targets[from] |= 1u << to;
	small->attackers[to] |= 1u << from;
}

static void make_random(
	struct small *small, uint32_t least, uint32_t most, uint32_t *random)
{
	small->len = least + random_below(random, most - least + 1);
	uint32_t attacks = random_below(random, small->len * 3 + 1);
	for (uint32_t i = 0; small->len && i < attacks; i++)
		attack(small, random_below(random, small->len),
			random_below(random, small->len));
}

/* What random frameworks seldom have much of: attacks on oneself, and mutual ones. */
static void add_oddities(struct small *small, int kind, uint32_t *random)
{
	enum { SELVES = 1, MUTUAL = 2, KINDS = 4 };
	for (unsigned a = 0; a < small->len; a++) {
		if (kind % KINDS == SELVES && !random_below(random, 3))
			attack(small, a, a);
		for (unsigned b = 0; b < a; b++)
			if (kind % KINDS == MUTUAL && small->targets[a] >> b & 1)
				attack(small, b, a);
	}
}

static const cp_af *framework_of(cp_arena *arena, const struct small *small)
{
	CP_ARRAY(cp_attack) attacks = {0};
	for (uint32_t from = 0; from < small->len; from++)
		for (uint32_t to = 0; to < small->len; to++)
			if (small->targets[from] >> to & 1)
				*cp_push(arena, &attacks) = (cp_attack){from, to};
	return cp_af_new(arena, small->len, attacks.at, attacks.len);
}

static void random_frameworks_agree_with_the_definitions(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	for (int i = 0; i < FRAMEWORKS; i++) {
		struct small small = {0};
		struct bench bench = {.small = &small};
		if (i < FRAMEWORKS / 2)
			make_random(&small, 0, CP_MOST_TRIED, &random);
		else
			make_random(&small, CP_MOST_TRIED + 1, MOST, &random);
		add_oddities(&small, i, &random);
		try_all_sets(&small);
		bench.kit = cp_sat_kit_open(&bench.arena, SECONDS);
		bench.af = framework_of(&bench.arena, &small);
		for (cp_semantics s = 0; s < CP_SEMANTICS; s++) {
			snprintf(bench.row, sizeof bench.row, "framework %d, %s", i,
				names[s]);
			check_semantics(&bench, s);
		}
		cp_arena_clear(&bench.arena);
	}
}

/* ---- Known frameworks ---- */

static const cp_af *framework_named(cp_arena *arena, const char *attacks)
{
	struct small small = {0};
	for (const char *at = attacks; *at; at++) {
		if (*at >= 'a' && (unsigned)(*at - 'a') >= small.len)
			small.len = (unsigned)(*at - 'a') + 1;
		if (*at == '>')
			attack(&small, (unsigned)(at[-1] - 'a'), (unsigned)(at[1] - 'a'));
	}
	return framework_of(arena, &small);
}

/* "ad bd" in ascending order; "-" is the empty set, "none" no set at all. */
static void put_extensions(cp_buf *out, cp_arena *arena, cp_extensions *all)
{
	const char *rows[16];
	size_t len = 0;
	for (cp_list set; cp_extensions_next(arena, all, &set);) {
		cp_buf name = {0};
		for (size_t i = 0; i < set.len; i++)
			cp_buf_putc(&name, (char)('a' + set.at[i]));
		cp_buf_puts(&name, set.len ? "" : "-");
		rows[len++] = cp_buf_settle(arena, &name).at;
	}
	for (size_t i = 0; i < len; i++)
		for (size_t j = i; j > 0 && strcmp(rows[j], rows[j - 1]) < 0; j--) {
			const char *row = rows[j];
			rows[j] = rows[j - 1];
			rows[j - 1] = row;
		}
	for (size_t i = 0; i < len; i++)
		cp_buf_printf(out, "%s%s", i ? " " : "", rows[i]);
	cp_buf_puts(out, len ? "" : "none");
}

/* Published frameworks: of the crustabri solver's tests, of Caminada 2006 (the second: what
 * is in every preferred extension need not be ideal), and of the textbooks. */
static void known_frameworks_have_their_extensions(void **state)
{
	(void)state;
	static const struct {
		const char *attacks;
		const char *want[CP_SEMANTICS]; /* in the order of cp_semantics */
	} rows[] = {
		{"a>b a>c b>a b>c c>d d>c",
			{"-", "- ad bd d", "ad bd", "ad bd", "ad bd", "ad bd", "d"}},
		{"a>b b>a a>c b>c c>d",
			{"-", "- ad bd", "ad bd", "ad bd", "ad bd", "ad bd", "-"}},
		{"a>b b>c c>a", {"-", "-", "-", "none", "-", "a b c", "-"}},
		{"a>b b>a", {"-", "- a b", "a b", "a b", "a b", "a b", "-"}},
		{"a>b b>a b>b", {"-", "- a", "a", "a", "a", "a", "a"}},
		{"a>b b>a b>c c>d d>e e>c",
			{"-", "- a bd", "a bd", "bd", "bd", "bd", "-"}},
		{"a>b b>c c>d d>a",
			{"-", "- ac bd", "ac bd", "ac bd", "ac bd", "ac bd", "-"}},
		{"a>b b>c c>d", {"ac", "ac", "ac", "ac", "ac", "ac", "ac"}},
		{"a>a a>b b>c", {"-", "-", "-", "none", "-", "b", "-"}},
		{"a>b b>d d>e e>d e>e c",
			{"ac", "ac acd", "acd", "acd", "acd", "acd", "acd"}},
		{"a>b c>b c>d d>c d>e e>e",
			{"a", "a ac ad", "ac ad", "ad", "ad", "ad", "a"}},
		{"a>b b>c c>a c>d", {"-", "-", "-", "none", "-", "ad bd c", "-"}},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		for (cp_semantics s = 0; s < CP_SEMANTICS; s++) {
			cp_arena arena = {0};
			cp_buf out = {0};
			char row[64];
			snprintf(row, sizeof row, "%s, %s", rows[i].attacks, names[s]);
			cp_extensions all = cp_af_extensions(&arena,
				framework_named(&arena, rows[i].attacks), s, 16,
				cp_sat_kit_open(&arena, SECONDS));
			put_extensions(&out, &arena, &all);
			expect_str(row, cp_buf_str(&out), rows[i].want[s]);
			cp_buf_clear(&out);
			cp_arena_clear(&arena);
		}
}

/* Without a solver, what has small components is decided all the same. */
static void not_everything_needs_a_solver(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_attack ring[CP_MOST_TRIED + 1];
	for (uint32_t i = 0; i < COUNT(ring); i++)
		ring[i] = (cp_attack){i, (i + 1) % (uint32_t)COUNT(ring)};
	const cp_af *small = framework_named(&arena, "a>b b>c c>a d>e e>d");
	const cp_af *large = cp_af_new(&arena, COUNT(ring), ring, COUNT(ring));
	for (cp_semantics s = 0; s < CP_SEMANTICS; s++) {
		cp_af_verdict easy = cp_af_extension(&arena, small, s, NULL);
		cp_af_verdict hard = cp_af_extension(&arena, large, s, NULL);
		cp_extensions all = cp_af_extensions(&arena, large, s, 9, NULL);
		bool is_easy = s == CP_GROUNDED || s == CP_COMPLETE;
		expect(names[s], easy.answer == (s == CP_STABLE ? CP_NO : CP_YES));
		expect(names[s], hard.answer == (is_easy ? CP_YES : CP_UNDECIDED));
		expect(names[s],
			all.answer == (s == CP_GROUNDED ? CP_YES : CP_UNDECIDED));
	}
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(not_everything_needs_a_solver),
	cmocka_unit_test(known_frameworks_have_their_extensions),
	cmocka_unit_test(random_frameworks_agree_with_the_definitions),
};

GROUP(semantics);
