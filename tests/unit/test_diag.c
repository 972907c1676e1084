#include "unit.h"

#include "json/document.h"

static cp_source *add_source(cp_diags *diags, const char *name, const char *text)
{
	cp_buf buf = {0};
	cp_buf_puts(&buf, text);
	return cp_diags_add_source(diags, name, &buf);
}

static void expect_written(
	const char *row, cp_diags *diags, cp_diag_style style, const char *want)
{
	cp_buf out = {0};
	cp_diags_write(diags, &out, style);
	expect_text(row, cp_buf_str(&out), want, __FILE__, __LINE__);
	cp_buf_clear(&out);
}

/* One finding at the first `mark` bytes of the text after `before` ones. */
static void expect_one(
	const char *row, const char *text, size_t start, size_t end, const char *want)
{
	cp_diags diags = {0};
	cp_source *source = add_source(&diags, "f", text);
	cp_diag_add(&diags, CP_BAD_VALUE, cp_place_bytes(source, start, end), "message");
	expect_written(row, &diags, (cp_diag_style){0}, want);
	cp_diags_clear(&diags);
}

static void places_are_lines_and_columns(void **state)
{
	(void)state;
	static const struct {
		const char *name, *text;
		size_t start, end;
		const char *want;
	} rows[] = {
		{"first byte", "abc\ndef\n", 0, 1,
			"f:1:1: error: message [bad-value]\n    abc\n    ^\n"},
		{"second line", "abc\ndef\n", 5, 7,
			"f:2:2: error: message [bad-value]\n    def\n     ^~\n"},
		{"columns are code points", "äöü x\n", 7, 8,
			"f:1:5: error: message [bad-value]\n    äöü x\n        ^\n"},
		{"a mark of code points", "“äöü”", 0, 12,
			"f:1:1: error: message [bad-value]\n    “äöü”\n    ^~~~~\n"},
		{"tabs stay tabs", "\t\tx = 1\n", 2, 3,
			"f:1:3: error: message [bad-value]\n    \t\tx = 1\n    \t\t^\n"},
		{"not past the line", "ab\ncd\n", 1, 6,
			"f:1:2: error: message [bad-value]\n    ab\n     ^\n"},
		{"no carriage return", "ab\r\ncd\r\n", 0, 2,
			"f:1:1: error: message [bad-value]\n    ab\n    ^~\n"},
		{"the end", "ab", 2, 2,
			"f:1:3: error: message [bad-value]\n    ab\n      ^\n"},
		{"after the last line", "ab\n", 3, 3,
			"f:2:1: error: message [bad-value]\n    \n    ^\n"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_one(rows[i].name, rows[i].text, rows[i].start, rows[i].end,
			rows[i].want);
}

static void long_lines_are_cut_to_a_window(void **state)
{
	(void)state;
	char text[401];
	for (size_t i = 0; i < 400; i++)
		text[i] = (char)('a' + i % 26);
	text[400] = '\0';
	static const size_t starts[] = {0, 10, 25, 26, 200, 350, 399};
	for (size_t i = 0; i < COUNT(starts); i++) {
		cp_diags diags = {0};
		cp_buf out = {0};
		cp_source *source = add_source(&diags, "f", text);
		cp_diag_add(&diags, CP_BAD_VALUE,
			cp_place_bytes(source, starts[i], starts[i] + 1), "m");
		cp_diags_write(&diags, &out, (cp_diag_style){0});
		const char *excerpt = strchr(out.at, '\n') + 1,
			   *caret = strchr(excerpt, '\n') + 1;
		size_t cut = strncmp(excerpt + 4, "…", 3) == 0;
		/* The caret stands under the byte that is meant. */
		size_t column = strcspn(caret, "^");
		assert_int_equal(excerpt[column + cut * 2], text[starts[i]]);
		assert_true(strcspn(excerpt, "\n") <= 4 + 100 + 6);
		cp_buf_clear(&out);
		cp_diags_clear(&diags);
	}
}

static void a_window_never_splits_a_code_point(void **state)
{
	(void)state;
	cp_buf text = {0};
	for (int i = 0; i < 200; i++)
		cp_buf_puts(&text, i % 2 ? "é" : "🙂");
	for (size_t start = 0; start < text.len; start += 6) {
		cp_diags diags = {0};
		cp_buf out = {0};
		cp_source *source = add_source(&diags, "f", text.at);
		cp_diag_add(&diags, CP_BAD_VALUE,
			cp_place_bytes(source, start, start + 4), "m");
		cp_diags_write(&diags, &out, (cp_diag_style){0});
		const char *excerpt = strchr(out.at, '\n') + 1;
		for (const char *at = excerpt + 4; *at != '\n';) {
			bool whole = strncmp(at, "🙂", 4) == 0
				|| strncmp(at, "é", 2) == 0 || strncmp(at, "…", 3) == 0;
			assert_true(whole);
			at += strncmp(at, "é", 2) == 0     ? 2
				: strncmp(at, "…", 3) == 0 ? 3
							   : 4;
		}
		cp_buf_clear(&out);
		cp_diags_clear(&diags);
	}
	cp_buf_clear(&text);
}

/* Neither those of ASCII nor those above it, which terminals obey as well. */
static void control_characters_do_not_get_out(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_source *source = add_source(&diags, "f\033[2J",
		"a\033[31mb\x7f\x07 \xc2\x9b"
		"31m é");
	cp_diag *diag = cp_diag_add(&diags, CP_BAD_VALUE, cp_place_bytes(source, 0, 1),
		"message \033]0;x\x07\xc2\x9b");
	cp_diag_hint(&diags, diag, "hint\r\xc2\x85x");
	diag = &diags.list.at[0];
	cp_diag_also(&diags, diag, cp_place_bytes(source, 2, 3), "also \b");
	cp_buf out = {0};
	cp_diags_write(&diags, &out, (cp_diag_style){0});
	for (size_t i = 0; i < out.len; i++) {
		unsigned char byte = (unsigned char)out.at[i];
		assert_true(byte >= 0x20 || byte == '\n');
		assert_true(byte != 0x7f);
		assert_false(byte == 0xc2 && (unsigned char)out.at[i + 1] < 0xa0);
	}
	assert_non_null(strstr(out.at, "é"));
	cp_buf_clear(&out);
	cp_diags_clear(&diags);
}

static void findings_come_by_file_and_place(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_source *b = add_source(&diags, "b", "12345\n67890\n");
	cp_source *a = add_source(&diags, "a", "12345\n67890\n");
	cp_diag_add(&diags, CP_BAD_VALUE, cp_place_bytes(b, 7, 8), "fourth");
	cp_diag_add(&diags, CP_FILE, (cp_place){0}, "fifth");
	cp_diag_add(&diags, CP_BAD_VALUE, cp_place_bytes(a, 2, 3), "sixth");
	cp_diag_add(&diags, CP_GUESSED, cp_place_bytes(b, 0, 1), "first");
	cp_diag_add(&diags, CP_BAD_VALUE, cp_place_bytes(b, 3, 4), "second");
	cp_diag_add(&diags, CP_REPLY_ORDER, cp_place_bytes(b, 3, 4), "third");
	expect_written("order", &diags, (cp_diag_style){0},
		"b:1:1: note: first [guessed]\n    12345\n    ^\n"
		"b:1:4: error: second [bad-value]\n    12345\n       ^\n"
		"b:1:4: warning: third [reply-order]\n    12345\n       ^\n"
		"b:2:2: error: fourth [bad-value]\n    67890\n     ^\n"
		"counterpoint: error: fifth [file]\n"
		"a:1:3: error: sixth [bad-value]\n    12345\n      ^\n");
	assert_int_equal(diags.count[CP_ERROR], 4);
	assert_int_equal(diags.count[CP_WARNING], 1);
	assert_int_equal(diags.count[CP_NOTE], 1);
	expect_written("limit", &diags, (cp_diag_style){.limit = 1},
		"b:1:1: note: first [guessed]\n    12345\n    ^\n… and 5 more\n");
	cp_diags_clear(&diags);
}

static void hints_and_second_places_follow(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_source *source = add_source(&diags, "f", "one\ntwo\n");
	cp_diag *diag =
		cp_diag_add(&diags, CP_BAD_VALUE, cp_place_bytes(source, 4, 7), "wrong");
	cp_diag_hint(&diags, diag, "did you mean \"%s\"?", "tow");
	cp_diag_also(&diags, diag, cp_place_bytes(source, 0, 3), "the other");
	expect_written("second place", &diags, (cp_diag_style){0},
		"f:2:1: error: wrong [bad-value]\n    two\n    ^~~\n"
		"    hint: did you mean \"tow\"?\n"
		"f:1:1: note: the other\n    one\n    ^~~\n");
	cp_diags_clear(&diags);
}

static void colour_is_only_added(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_buf plain = {0}, colour = {0}, stripped = {0};
	cp_source *source = add_source(&diags, "f", "one\n");
	cp_diag_add(&diags, CP_BAD_VALUE, cp_place_bytes(source, 0, 3), "wrong");
	cp_diags_write(&diags, &plain, (cp_diag_style){0});
	cp_diags_write(&diags, &colour, (cp_diag_style){.colour = true});
	for (const char *at = colour.at; *at; at++)
		if (*at == '\033')
			at += strcspn(at, "m");
		else
			cp_buf_putc(&stripped, *at);
	assert_true(colour.len > plain.len);
	assert_string_equal(stripped.at, plain.at);
	cp_buf_clear(&plain);
	cp_buf_clear(&colour);
	cp_buf_clear(&stripped);
	cp_diags_clear(&diags);
}

static void codes_are_unique_and_explained(void **state)
{
	(void)state;
	for (size_t i = 0; i < CP_CODES; i++) {
		const cp_code_info *info = &cp_code_infos[i];
		expect(info->code, info->means[0] && info->remedy[0]);
		expect(info->code,
			strspn(info->code, "abcdefghijklmnopqrstuvwxyz-")
				== strlen(info->code));
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(info->code, cp_code_infos[j].code);
	}
}

/* ---- Switches ---- */

/* Each row: the switches in their order, and what then comes of a warning, of another one, of
 * a hint, of a note and of an error. */
static void switches_are_those_of_compilers(void **state)
{
	(void)state;
	static const cp_code codes[] = {CP_REPLY_ORDER, CP_NO_EVIDENCE, CP_NEEDLESS_ALLOW,
		CP_GUESSED, CP_BAD_VALUE};
	static const struct {
		const char *switches, *want;
	} rows[] = {
		{"", "warning warning hint note error"},
		{"no-reply-order", "- warning hint note error"},
		{"no-reply-order reply-order", "warning warning hint note error"},
		{"error", "error error hint note error"},
		{"error no-error", "warning warning hint note error"},
		{"error=reply-order", "error warning hint note error"},
		{"error no-error=reply-order", "warning error hint note error"},
		{"no-error=reply-order error", "warning error hint note error"},
		{"no-all", "- - - note error"},
		{"no-all error", "- - - note error"},
		{"error no-all", "- - - note error"},
		{"no-all error=warning", "error error - note error"},
		{"no-all reply-order", "warning - - note error"},
		{"reply-order no-all", "warning - - note error"},
		{"no-all all", "warning warning hint note error"},
		{"no-warning", "- - hint note error"},
		{"no-hint", "warning warning - note error"},
		{"no-hint needless-allow", "warning warning hint note error"},
		{"no-note", "warning warning hint - error"},
		{"error=hint", "warning warning error note error"},
		{"error=all", "error error error note error"},
		{"error=guessed", "warning warning hint error error"},
		{"no-all error=reply-order", "error - - note error"},
		{"error=reply-order no-reply-order", "- warning hint note error"},
		{"no-reply-order error", "- error hint note error"},
		/* A code may begin with "no-". */
		{"no-no-evidence", "warning - hint note error"},
		{"no-all no-evidence", "- warning - note error"},
		{"error=no-evidence", "warning error hint note error"},
		{"bad-value error=bad-value", "warning warning hint note error"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_buf got = {0};
		cp_str name, rest = cp_str_of(rows[i].switches);
		while (rest.len) {
			const char *space = memchr(rest.at, ' ', rest.len);
			size_t len = space ? (size_t)(space - rest.at) : rest.len;
			expect(rows[i].switches,
				cp_diags_switch(&diags, cp_str_part(rest, 0, len), &name)
					== CP_SWITCH_TAKEN);
			rest = cp_str_part(rest, space ? len + 1 : len, rest.len);
		}
		for (size_t c = 0; c < COUNT(codes); c++) {
			cp_diag *diag = cp_diag_add(&diags, codes[c], (cp_place){0}, "m");
			cp_severity severity = cp_diag_severity(&diags, diag);
			cp_buf_printf(&got, "%s%s", c ? " " : "",
				severity == CP_SEVERITIES ? "-"
							  : cp_severity_names[severity]);
		}
		expect_str(rows[i].switches, cp_buf_str(&got), rows[i].want);
		cp_buf_clear(&got);
		cp_diags_clear(&diags);
	}
}

static void wrong_switches_are_told_apart(void **state)
{
	(void)state;
	static const struct {
		const char *text, *name;
		cp_switched want;
	} rows[] = {
		{"", "", CP_SWITCH_UNKNOWN},
		{"no-", "", CP_SWITCH_UNKNOWN},
		{"error=", "", CP_SWITCH_UNKNOWN},
		{"errors", "errors", CP_SWITCH_UNKNOWN},
		{"no-replyorder", "replyorder", CP_SWITCH_UNKNOWN},
		{"error=replyorder", "replyorder", CP_SWITCH_UNKNOWN},
		{"no-bad-value", "bad-value", CP_SWITCH_OF_ERROR},
		{"no-error=bad-value", "bad-value", CP_SWITCH_OF_ERROR},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_str name;
		expect(rows[i].text,
			cp_diags_switch(&diags, cp_str_of(rows[i].text), &name)
				== rows[i].want);
		expect_str(rows[i].text, name, rows[i].name);
	}
}

/* "no-" and a code hides that code, and is never a code itself. */
static void no_code_is_another_with_no(void **state)
{
	(void)state;
	for (cp_code code = 0; code < CP_CODES; code++)
		for (cp_code other = 0; other < CP_CODES; other++)
			expect(cp_code_infos[code].code,
				strncmp(cp_code_infos[code].code, "no-", 3) != 0
					|| strcmp(cp_code_infos[code].code + 3,
						   cp_code_infos[other].code)
						!= 0);
}

static void what_is_hidden_is_not_shown_or_counted(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_str name;
	cp_source *source = add_source(&diags, "f", "one\ntwo\n");
	cp_diag_add(&diags, CP_REPLY_ORDER, cp_place_bytes(source, 4, 7), "first");
	cp_diag_add(&diags, CP_NO_EVIDENCE, cp_place_bytes(source, 0, 3), "second");
	cp_diag_add(&diags, CP_AUTHOR_STATED, cp_place_bytes(source, 0, 3), "third");
	diags.list.at[2].allowed = true;
	cp_diags_switch(&diags, CP_LIT("no-reply-order"), &name);
	cp_diags_switch(&diags, CP_LIT("error"), &name);
	expect_written("hidden", &diags, (cp_diag_style){0},
		"f:1:1: error: second [no-evidence]\n    one\n    ^~~\n");
	expect_written("allowed", &diags, (cp_diag_style){.allowed = true},
		"f:1:1: error: second [no-evidence]\n    one\n    ^~~\n"
		"f:1:1: warning (allowed): third [author-stated]\n    one\n    ^~~\n");
	assert_int_equal(cp_diags_count(&diags, CP_ERROR), 1);
	assert_int_equal(cp_diags_count(&diags, CP_WARNING), 0);
	assert_int_equal(cp_diags_allowed(&diags), 1);
	cp_diags_clear(&diags);
}

/* Against counting from the start, in an order that goes to and fro. */
static void positions_are_found_in_any_order(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_buf text = {0};
	for (int i = 0; i < 700; i++)
		cp_buf_puts(&text, i % 7 == 3 ? "\n" : i % 5 ? "é" : "🙂");
	cp_source *source = add_source(&diags, "f", text.at);
	for (size_t n = 0; n <= text.len; n++) {
		size_t byte = n * 977 % (text.len + 1);
		cp_position want = {.line = 1, .column = 1};
		for (size_t i = 0; i < byte; i++) {
			want.code_points += cp_starts_code_point(text.at[i]);
			want.column += cp_starts_code_point(text.at[i]);
			if (text.at[i] == '\n') {
				want.line++;
				want.column = 1;
			}
		}
		cp_position got = cp_source_position(source, byte);
		assert_int_equal(got.line, want.line);
		assert_int_equal(got.column, want.column);
		assert_int_equal(got.code_points, want.code_points);
	}
	cp_buf_clear(&text);
	cp_diags_clear(&diags);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(places_are_lines_and_columns),
	cmocka_unit_test(long_lines_are_cut_to_a_window),
	cmocka_unit_test(a_window_never_splits_a_code_point),
	cmocka_unit_test(control_characters_do_not_get_out),
	cmocka_unit_test(findings_come_by_file_and_place),
	cmocka_unit_test(hints_and_second_places_follow),
	cmocka_unit_test(colour_is_only_added),
	cmocka_unit_test(codes_are_unique_and_explained),
	cmocka_unit_test(switches_are_those_of_compilers),
	cmocka_unit_test(wrong_switches_are_told_apart),
	cmocka_unit_test(no_code_is_another_with_no),
	cmocka_unit_test(what_is_hidden_is_not_shown_or_counted),
	cmocka_unit_test(positions_are_found_in_any_order),
};

GROUP(diag);
