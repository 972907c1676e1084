#include "unit.h"

#include "text/quoted.h"

static cp_str passages(cp_arena *arena, cp_str text)
{
	static const char *const kinds[] = {"", ">", ":"};
	cp_buf out = {0};
	cp_quoted_list found = cp_quoted_find(arena, text);
	for (size_t i = 0; i < found.list.len; i++) {
		const cp_quoted *it = &found.list.at[i];
		cp_buf_printf(&out, "%s%s%.*s", i ? " | " : "", kinds[it->kind],
			CP_FMT(cp_str_part(text, it->span.start, it->span.end)));
	}
	return cp_buf_settle(arena, &out);
}

static void marked_passages(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"", ""},
		{"he said “so it is” and", "so it is"},
		{"he said \"so it is\" and \"no\"", "so it is | no"},
		{"‘fellow professionals’ etc…", "fellow professionals"},
		{"the pupils' books and 'so it is' don't", "so it is"},
		{"[Mill: ‘it doesn’t impede.’ – it does]", "it doesn’t impede."},
		{"er sagte „so ist es“, aber „nein”", "so ist es | nein"},
		{"»so ist es« und « c’est ça »", "so ist es |  c’est ça "},
		{"“he said ‘yes’ to her”", "he said ‘yes’ to her"},
		{"“never closed", ""},
		{"“never closed\n\nnext “so” on", "so"},
		{"“first part\n\n“second part” end", "first part\n\n“second part"},
		{"6' 2\" tall and 5\" wide", ""},
		{"> one\n> two\n\nanswer", ">one\n> two"},
		{"> > nested\nanswer", ">nested"},
		{">one\n>\n>two", ">one | >two"},
		{"Dom wrote:\nso it is\n\nno", ":so it is"},
		{"Dom wrote:\n> so it is\n\nno", ">so it is"},
		{"Dom wrote: “so it is”", "so it is"},
		{"“”", ""},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_str(rows[i].text, passages(&arena, cp_str_of(rows[i].text)),
			rows[i].want);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(marked_passages),
};
GROUP(quoted);
