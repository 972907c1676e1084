#include "unit.h"

#include "graph/af.h"

/* "a>b b>c" as a framework of the letters up to the last one named. */
static const cp_af *framework_by(cp_arena *arena, const char *attacks,
	const cp_af *(*make)(cp_arena *, size_t, const cp_attack *, size_t))
{
	CP_ARRAY(cp_attack) list = {0};
	uint32_t len = 0;
	for (const char *at = attacks; *at; at++) {
		if (*at >= 'a' && *at <= 'z' && (uint32_t)(*at - 'a') >= len)
			len = (uint32_t)(*at - 'a') + 1;
		if (*at == '>')
			*cp_push(arena, &list) = (cp_attack){
				(uint32_t)(at[-1] - 'a'), (uint32_t)(at[1] - 'a')};
	}
	return make(arena, len, list.at, list.len);
}

static const cp_af *framework(cp_arena *arena, const char *attacks)
{
	return framework_by(arena, attacks, cp_af_new);
}

static void put_letters(cp_buf *out, cp_list list)
{
	for (size_t i = 0; i < list.len; i++)
		cp_buf_putc(out, (char)('a' + list.at[i]));
}

static void attacks_are_listed_both_ways_and_once(void **state)
{
	(void)state;
	cp_arena arena = {0};
	const cp_af *af = framework(&arena, "b>a c>a a>c b>a c>c b>a e");
	static const char *const attackers[] = {"bc", "", "ac", "", ""};
	static const char *const targets[] = {"c", "a", "ac", "", ""};
	assert_int_equal(af->len, 5);
	for (uint32_t i = 0; i < COUNT(attackers); i++) {
		cp_buf out = {0};
		put_letters(&out, cp_af_attackers(af, i));
		expect_str("attackers", cp_buf_str(&out), attackers[i]);
		out.len = 0;
		put_letters(&out, cp_af_targets(af, i));
		expect_str("targets", cp_buf_str(&out), targets[i]);
		cp_buf_clear(&out);
	}
	assert_int_equal(cp_af_new(&arena, 0, NULL, 0)->len, 0);
	cp_arena_clear(&arena);
}

static void what_is_attacked_by_the_unattacked_is_out(void **state)
{
	(void)state;
	static const struct {
		const char *attacks, *want; /* + in, - out, ? undecided */
	} rows[] = {
		{"", ""},
		{"a", "+"},
		{"a>a", "?"},
		{"a>b b>c", "+-+"},
		{"a>b b>a", "??"},
		{"a>b b>a b>c", "???"},
		{"a>b b>a d>a b>c", "-+-+"},
		{"a>b a>b b>c b>c", "+-+"},
		{"a>a b>a a>c", "-++"},
		{"a>b b>c c>b c>d d", "+-+-"},
		{"a>b b>c c>a d>a", "-+-+"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_labelling labelling;
		cp_buf out = {0};
		cp_labelling_init(&arena, &labelling, framework(&arena, rows[i].attacks));
		for (size_t a = 0; a < labelling.af->len; a++)
			cp_buf_putc(&out, "?+-"[labelling.labels[a]]);
		expect_str(rows[i].attacks, cp_buf_str(&out), rows[i].want);
		/* Targets alone are enough. */
		cp_labelling_init(&arena, &labelling,
			framework_by(&arena, rows[i].attacks, cp_af_outward));
		for (size_t a = 0; a < labelling.af->len; a++)
			expect(rows[i].attacks,
				"?+-"[labelling.labels[a]] == rows[i].want[a]);
		cp_buf_clear(&out);
		cp_arena_clear(&arena);
	}
}

static void taking_in_a_set_takes_in_what_it_defends(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_labelling labelling;
	cp_buf out = {0};
	const uint32_t a = 0;
	cp_labelling_init(
		&arena, &labelling, framework(&arena, "a>b b>a b>c c>d d>e e>d"));
	cp_labelling_accept(&labelling, (cp_list){&a, 1});
	put_letters(&out, cp_labelling_with(&arena, &labelling, CP_IN));
	expect_str("in", cp_buf_str(&out), "ace");
	cp_buf_clear(&out);
	cp_arena_clear(&arena);
}

static void components_come_after_what_attacks_them(void **state)
{
	(void)state;
	static const struct {
		const char *attacks, *strong, *weak;
	} rows[] = {
		{"a>b b>a", "ab", "ab"},
		{"a>b b>a b>c c>d d>c", "ab|cd", "abcd"},
		{"c>d d>c c>a a>b b>a", "cd|ab", "abcd"},
		{"a>b b>a c>d d>c", "ab|cd", "ab|cd"},
		{"a>b b>c c>a c>d d>e e>d f>g", "abc|de", "abcde"},
		{"a>a a>b b>c", "a|b|c", "abc"},
		{"a>b b>c c>d d>b d>a", "abcd", "abcd"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_labelling labelling;
		cp_labelling_init(&arena, &labelling, framework(&arena, rows[i].attacks));
		for (int weak = 0; weak < 2; weak++) {
			cp_buf out = {0};
			cp_parts parts = weak ? cp_af_weak_parts(&arena, &labelling)
					      : cp_af_strong_parts(&arena, &labelling);
			for (uint32_t p = 0; p < parts.len; p++) {
				cp_buf_puts(&out, p ? "|" : "");
				for (uint32_t a = 0; a < labelling.af->len; a++)
					if (parts.part[a] == p)
						cp_buf_putc(&out, (char)('a' + a));
			}
			expect_str(rows[i].attacks, cp_buf_str(&out),
				weak ? rows[i].weak : rows[i].strong);
			cp_buf_clear(&out);
		}
		cp_arena_clear(&arena);
	}
}

/* A chain as long as this would end a walk that calls itself. */
static void long_chains_are_walked(void **state)
{
	(void)state;
	enum { LONG = 1000000 };
	cp_arena arena = {0};
	cp_labelling labelling;
	cp_attack *attacks = CP_NEW_ARRAY(&arena, cp_attack, LONG);
	for (uint32_t i = 0; i < LONG; i++)
		attacks[i] = (cp_attack){i, (i + 1) % LONG};
	cp_labelling_init(&arena, &labelling, cp_af_new(&arena, LONG, attacks, LONG));
	cp_parts parts = cp_af_strong_parts(&arena, &labelling);
	assert_int_equal(parts.len, 1);
	assert_int_equal(cp_parts_of(&parts, 0).len, LONG);
	cp_labelling_init(&arena, &labelling, cp_af_new(&arena, LONG, attacks, LONG - 1));
	assert_int_equal(cp_labelling_with(&arena, &labelling, CP_IN).len, LONG / 2);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(attacks_are_listed_both_ways_and_once),
	cmocka_unit_test(what_is_attacked_by_the_unattacked_is_out),
	cmocka_unit_test(taking_in_a_set_takes_in_what_it_defends),
	cmocka_unit_test(components_come_after_what_attacks_them),
	cmocka_unit_test(long_chains_are_walked),
};

GROUP(af);
