#include "unit.h"

#include "thread/address.h"

/* A thread in short: "Ann: text" or ": text" of nobody known, one comment a row. */
static cp_thread *make_thread(cp_arena *arena, const char *rows)
{
	cp_thread *thread = CP_NEW(arena, cp_thread);
	size_t number = 0;
	for (const char *row = rows, *end; *row; row = *end ? end + 1 : end) {
		end = row + strcspn(row, "|");
		size_t author = strcspn(row, ":");
		char id[16];
		snprintf(id, sizeof id, "c%zu", ++number);
		cp_comment comment = {.id = cp_str_copy(arena, cp_str_of(id)),
			.reply = CP_NONE,
			.author = {author ? row : NULL, author},
			.text = {row + author + 2, (size_t)(end - row) - author - 2}};
		cp_thread_add(arena, thread, comment);
	}
	return thread;
}

/* The addresses as "c2 Ann c1 stated; …". */
static void expect_addresses(const char *name, const char *rows, const char *want)
{
	static const char *const reasons[] = {
		"unknown", "stated", "quoted", "turn", "only"};
	cp_arena arena = {0};
	cp_buf out = {0};
	const cp_thread *thread = make_thread(&arena, rows);
	cp_addresses found = cp_thread_addresses(&arena, thread);
	for (size_t i = 0; i < found.list.len; i++) {
		const cp_address *address = &found.list.at[i];
		cp_buf_printf(&out, "%sc%u %.*s ", i ? "; " : "",
			(unsigned)address->comment + 1, CP_FMT(address->name));
		if (address->answers != CP_NONE)
			cp_buf_printf(&out, "c%u ", (unsigned)address->answers + 1);
		cp_buf_puts(&out, reasons[address->reason]);
		cp_str text = thread->comments.at[address->comment].text;
		assert_true(address->end <= text.len && address->start < address->end);
	}
	expect_text(name, cp_buf_str(&out), want, __FILE__, __LINE__);
	cp_buf_clear(&out);
	cp_arena_clear(&arena);
}

static void names_are_found_where_they_address(void **state)
{
	(void)state;
	static const struct {
		const char *name, *rows, *want;
	} rows[] = {
		{"at", "Ann: x|Ben: @Ann no", "c2 Ann c1 stated"},
		{"at with a space", "Ann: x|Ben: well, @ Ann no", "c2 Ann c1 stated"},
		{"in any case", "Ann: x|Ben: @ann no", "c2 ann c1 stated"},
		{"a full name", "Ann Lee: x|Ann Poe: y|Ben: @Ann Lee no",
			"c3 Ann Lee c1 stated"},
		{"a first name", "Ann Lee: x|Ben: @Ann no", "c2 Ann c1 stated"},
		{"an address of mail", "Ann: x|Ben: write to me@Ann.org", ""},
		{"ellipsis", "Ann: x|Ben: Ann… no", "c2 Ann c1 stated"},
		{"three dots", "Ann: x|Ben: Ann... no", "c2 Ann c1 stated"},
		{"dash", "Ann: x|Ben: Ann – no", "c2 Ann c1 stated"},
		{"hyphenated", "Ann: x|Ben: Ann-no", ""},
		{"comma of a known name", "Ann: x|Ben: Ann, no", "c2 Ann c1 stated"},
		{"comma of an unknown name", "Ann: x|Ben: Zoe, no", ""},
		{"unknown with a dash", "Ann: x|Ben: Zoe – no", "c2 Zoe unknown"},
		{"unknown with a colon", "Ann: x|Ben: Zoe: no", ""},
		{"known with a colon", "Ann: x|Ben: Ann: no", "c2 Ann c1 stated"},
		{"all in capitals", "Ann: x|Ben: EDIT – no", ""},
		{"a common opener", "Ann: x|Ben: Well… no", ""},
		{"inside a sentence", "Ann: x|Ben: I think Ann… no", ""},
		{"small letter", "Ann: x|Ben: ann… no", ""},
		{"a later paragraph", "Ann: x|Ben: Hm.\nAnn: no", "c2 Ann c1 stated"},
		{"nobody", "Ann: x @|Ben: @, @!", ""},
		{"two", "Ann: x|Ben: y|Cat: @Ann a @Ben b",
			"c3 Ann c1 stated; c3 Ben c2 stated"},
		{"the latest", "Ann: x|Ann: y|Ben: @Ann no|Ann: z", "c3 Ann c2 stated"},
		{"only later ones", "Ben: @Ann hello|Ann: x", "c1 Ann unknown"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_addresses(rows[i].name, rows[i].rows, rows[i].want);
}

static void unsigned_comments_are_given_by_rules(void **state)
{
	(void)state;
	static const struct {
		const char *name, *rows, *want;
	} rows[] = {
		{"the only one left", "Ann: x|: y|Ben: @Zoe no", "c3 Zoe c2 only"},
		{"two that could be", "Ann: x|: y|: z|Ben: @Zoe no", "c4 Zoe unknown"},
		{"quoted words",
			": the moon is cheese|: the sun is hot|Ben: @Zoe “the moon is cheese”? no",
			"c3 Zoe c1 quoted"},
		{"quoted words of both",
			": the moon is cheese|: the moon is cheese|"
			"Ben: @Zoe “the moon is cheese”? no",
			"c3 Zoe unknown"},
		{"one quoted word", ": moon|: sun|Ben: @Zoe “moon”? no",
			"c3 Zoe unknown"},
		{"not one's own", ": x|: @Zoe hello|Ben: @Zoe no",
			"c2 Zoe c1 only; c3 Zoe c1 only"},
		{"the article is nobody's", "Ben: @Zoe no", "c1 Zoe unknown"},
		{"never an earlier author", "Ann: x|Ben: @Zoe no", "c2 Zoe unknown"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_addresses(rows[i].name, rows[i].rows, rows[i].want);
}

/* c2 addresses Zoe, whose turn it then is; she answers Dom, who addressed her. */
static void turns_are_taken(void **state)
{
	(void)state;
	expect_addresses("turn",
		": the moon is made of cheese|: @Zoe “moon is made” oh no|: @Dom oh yes|: a stray one|"
		"Ben: @Dom “@Zoe “moon is made” oh no” well|Ben: @Zoe and you",
		"c2 Zoe c1 quoted; c3 Dom c2 only; c5 Dom c2 only; c5 Zoe c3 turn; c6 Zoe c3 turn");
}

/* Nobody can make the rules run for ever. */
static void many_addresses_end(void **state)
{
	(void)state;
	cp_buf rows = {0};
	for (int i = 0; i < 100; i++)
		cp_buf_printf(&rows, "%s: @P%d and @P%d “some words here %d”",
			i ? "|" : "", i % 7, i % 5, i / 2);
	cp_arena arena = {0};
	cp_addresses found = cp_thread_addresses(&arena, make_thread(&arena, rows.at));
	assert_int_equal(found.list.len, 200);
	for (size_t i = 0; i < found.list.len; i++)
		assert_true(found.list.at[i].answers == CP_NONE
			|| found.list.at[i].answers < found.list.at[i].comment);
	cp_arena_clear(&arena);
	cp_buf_clear(&rows);
}

/* Who wrote what is unsigned, by the name as it is written first. */
static void unsigned_comments_have_authors(void **state)
{
	(void)state;
	cp_arena arena = {0};
	const cp_thread *thread = make_thread(&arena,
		"Ann: a wholly new idea|: @Ann ‘wholly new’ it is not|Cat: @Dom hm|"
		"Ann: @dom ‘it is not’ why");
	cp_addresses found = cp_thread_addresses(&arena, thread);
	assert_null(found.authors[0].name.at);
	expect_str("unsigned", found.authors[1].name, "Dom");
	assert_int_equal(found.authors[1].reason, CP_ADDRESS_QUOTED);
	assert_null(found.authors[2].name.at);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(unsigned_comments_have_authors),
	cmocka_unit_test(names_are_found_where_they_address),
	cmocka_unit_test(unsigned_comments_are_given_by_rules),
	cmocka_unit_test(turns_are_taken),
	cmocka_unit_test(many_addresses_end),
};

GROUP(address);
