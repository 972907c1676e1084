#include "unit.h"

#include "thread/mime.h"
#include "thread/quoting.h"

static void words_are_decoded(void **state)
{
	(void)state;
	static const struct {
		const char *field, *want;
	} rows[] = {
		{"plain", "plain"},
		{"=?utf-8?q?J=C3=BCrg_Lee?= <j@x>", "Jürg Lee <j@x>"},
		{"=?ISO-8859-1?Q?J=FCrg?=", "Jürg"},
		{"=?windows-1252?b?k0Egbm90ZZQ=?=", "“A note”"},
		{"=?utf-8*de?q?a?=", "a"},
		{"=?utf-8?q?a?= =?utf-8?q?b?=", "ab"},
		{"=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"},
		{"=?koi8-r?B?8NLJ18XU?=", "Привет"},
		{"=?utf-8?x?a?=", "=?utf-8?x?a?="},
		{"=?utf-8?q?a b?=", "=?utf-8?q?a b?="},
		{"=?utf-8?q?a", "=?utf-8?q?a"},
		{"=?utf-8", "=?utf-8"},
		{"=?", "=?"},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		expect_str(rows[i].field, cp_mail_words(&arena, cp_str_of(rows[i].field)),
			rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void heads_are_read(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_mail mail = cp_mail_read(&arena,
		CP_LIT("FROM: Ann\r\nSubject: a\r\n\tb\r\nX-Other: c\r\n"
		       "From: Ben\r\ndate:\r\n\r\nbody\r\n\r\nFrom: c"));
	expect_str("from", mail.fields[CP_MAIL_FROM], "Ann");
	expect_str("subject", mail.fields[CP_MAIL_SUBJECT], "a b");
	expect_str("date", mail.fields[CP_MAIL_DATE], "");
	assert_null(mail.fields[CP_MAIL_ID].at);
	expect_str("body", mail.body, "body\r\n\r\nFrom: c");
	mail = cp_mail_read(&arena, CP_LIT("Subject: \xe9t\xe9"));
	expect_str("not UTF-8", mail.fields[CP_MAIL_SUBJECT], "été");
	expect_str("no body", mail.body, "");
	cp_arena_clear(&arena);
}

static void the_text_is_among_the_parts(void **state)
{
	(void)state;
	static const struct {
		const char *name, *mail, *text;
		bool html;
		size_t others;
	} rows[] = {
		{"no type", "From: a\n\nHi", "Hi", false, 0},
		{"quoted-printable",
			"Content-Type: text/plain; charset=\"utf-8\"\n"
			"Content-Transfer-Encoding: Quoted-Printable\n\n"
			"caf=C3=A9 a=\nb =3D = =Z1 =\r\nend=",
			"café ab = = =Z1 end=", false, 0},
		{"base64", "Content-Transfer-Encoding: base64\n\nSGkg\r\ndGhlcmU=\nrest",
			"Hi there", false, 0},
		{"a charset",
			"Content-Type: text/plain; charset=iso-8859-1\n\n\x93\xe9\x94",
			"“é”", false, 0},
		{"html alone", "Content-Type: text/html\n\n<p>Hi", "<p>Hi", true, 0},
		{"plain before html",
			"Content-Type: multipart/alternative; boundary=b\n\n--b\n"
			"Content-Type: text/html\n\n<p>Hi\n--b\n"
			"Content-Type: text/plain\n\nHi\n--b--\nafter",
			"Hi", false, 0},
		{"inside of others",
			"Content-Type: multipart/mixed; boundary=\"o u\"\n\n--o u\n"
			"Content-Type: multipart/alternative; boundary=i\n\n--i\n\nHi\n--i--\n"
			"--o u\nContent-Type: image/png\n\nx\n--o u--",
			"Hi", false, 1},
		{"attached text",
			"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
			"Content-Disposition: attachment; filename=a\n\nA\n--b\n\nHi\n--b--",
			"Hi", false, 1},
		{"cut off", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHi",
			"Hi", false, 0},
		{"a boundary that is not there",
			"Content-Type: multipart/mixed; boundary=b\n\nHi", NULL, false,
			0},
		{"no boundary", "Content-Type: multipart/mixed\n\nHi", NULL, false, 1},
		{"a picture", "Content-Type: image/png\n\nx", NULL, false, 1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_mail mail = cp_mail_read(&arena, cp_str_of(rows[i].mail));
		cp_mail_text text = cp_mail_text_of(&arena, &mail);
		if (rows[i].text)
			expect_str(rows[i].name, text.text, rows[i].text);
		expect(rows[i].name, (text.text.at != NULL) == (rows[i].text != NULL));
		expect(rows[i].name, text.html == rows[i].html);
		expect(rows[i].name, text.others == rows[i].others);
		cp_arena_clear(&arena);
	}
}

static void parts_may_be_any_deep(void **state)
{
	(void)state;
	enum { MANY = 2000 };
	cp_arena arena = {0};
	cp_buf text = {0};
	for (int i = 0; i < MANY; i++)
		cp_buf_printf(&text,
			"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
	cp_buf_puts(&text, "\nHi");
	cp_mail mail = cp_mail_read(&arena, cp_buf_str(&text));
	assert_null(cp_mail_text_of(&arena, &mail).text.at);
	cp_buf_clear(&text);
	cp_arena_clear(&arena);
}

static void lines_after_a_sign_are_quotations(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"", ""},
		{">", "0-1"},
		{"> a\n> b\nc\n>d\n", "0-7 10-12"},
		{"a > b", ""},
		{"\n> a", "1-4"},
		{"> a\n\n> b", "0-3 5-8"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_buf got = {0};
		cp_rich rich = {.text = cp_str_of(rows[i].text)};
		cp_quoting_mark(&arena, &rich);
		for (size_t m = 0; m < rich.marks.len; m++)
			cp_buf_printf(&got, "%s%zu-%zu", m ? " " : "",
				rich.marks.at[m].start, rich.marks.at[m].end);
		expect_str(rows[i].text, cp_buf_str(&got), rows[i].want);
		cp_buf_clear(&got);
		cp_arena_clear(&arena);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(words_are_decoded),
	cmocka_unit_test(heads_are_read),
	cmocka_unit_test(the_text_is_among_the_parts),
	cmocka_unit_test(parts_may_be_any_deep),
	cmocka_unit_test(lines_after_a_sign_are_quotations),
};

GROUP(mime);
