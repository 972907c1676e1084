#include "unit.h"

#include "text/encoding.h"

static void encodings_are_told(void **state)
{
	(void)state;
	static const struct {
		cp_str raw;
		const char *want, *name;
		cp_encoding_reason reason;
		size_t replaced, first;
	} rows[] = {
		{BYTES(""), "", "UTF-8", CP_ENCODING_CONTENT, 0, 0},
		{BYTES("plain"), "plain", "UTF-8", CP_ENCODING_CONTENT, 0, 0},
		{BYTES("gr\xc3\xbcn"), "grün", "UTF-8", CP_ENCODING_CONTENT, 0, 0},
		{BYTES("\xef\xbb\xbfgr\xc3\xbcn"), "grün", "UTF-8", CP_ENCODING_MARKED, 0,
			0},
		{BYTES("\xff\xfe\x61\0\xfc\0\x3d\xd8\0\xde"), "aü😀", "UTF-16LE",
			CP_ENCODING_MARKED, 0, 0},
		{BYTES("\xfe\xff\0\x61\0\xfc"), "aü", "UTF-16BE", CP_ENCODING_MARKED, 0,
			0},
		{BYTES("a\0b\0c\0d\0"), "abcd", "UTF-16LE", CP_ENCODING_CONTENT, 0, 0},
		{BYTES("\0a\0b\0c\0d"), "abcd", "UTF-16BE", CP_ENCODING_CONTENT, 0, 0},
		/* A half of a pair, and half a unit. */
		{BYTES("\xff\xfe\x3d\xd8\x61\0\x62"), "�a�", "UTF-16LE",
			CP_ENCODING_MARKED, 2, 0},
		/* Windows-1252 under three names, and under none. */
		{BYTES("<meta charset=iso-8859-1>\x93gr\xfcn\x94"),
			"<meta charset=iso-8859-1>“grün”", "windows-1252",
			CP_ENCODING_DECLARED, 0, 0},
		{BYTES("<META CHARSET='Latin1' >\x96"), "<META CHARSET='Latin1' >–",
			"windows-1252", CP_ENCODING_DECLARED, 0, 0},
		{BYTES("<meta http-equiv=Content-Type content='text/html; charset=us-ascii'>\x80"),
			"<meta http-equiv=Content-Type content='text/html; charset=us-ascii'>€",
			"windows-1252", CP_ENCODING_DECLARED, 0, 0},
		{BYTES("\x93"
		       "gr\xfcn\x94"),
			"“grün”", "windows-1252", CP_ENCODING_GUESSED, 0, 0},
		{BYTES("<meta charset=utf-8>\x93x\x94"), "<meta charset=utf-8>“x”",
			"windows-1252", CP_ENCODING_GUESSED, 0, 0},
		/* UTF-8, whatever it says. */
		{BYTES("<meta charset=iso-8859-1>gr\xc3\xbcn"),
			"<meta charset=iso-8859-1>grün", "UTF-8", CP_ENCODING_CONTENT, 0,
			0},
		{BYTES("<?xml version='1.0' encoding='koi8-r'?>\xc1"),
			"<?xml version='1.0' encoding='koi8-r'?>а", "koi8-r",
			CP_ENCODING_DECLARED, 0, 0},
		{BYTES("<meta charset=shift_jis>\x93\xfa\x96\x7b"),
			"<meta charset=shift_jis>日本", "cp932", CP_ENCODING_DECLARED, 0,
			0},
		{BYTES("<meta charset=gb2312>\xd6\xd0"), "<meta charset=gb2312>中",
			"gb18030", CP_ENCODING_DECLARED, 0, 0},
		{BYTES("<meta charset=shift_jis>\x93"), "<meta charset=shift_jis>�",
			"cp932", CP_ENCODING_DECLARED, 1, 24},
		/* No such encoding, and no such name. */
		{BYTES("<meta charset=klingon>\xe9"), "<meta charset=klingon>é",
			"windows-1252", CP_ENCODING_GUESSED, 0, 0},
		{BYTES("<meta charset='a,b'>\xe9"), "<meta charset='a,b'>é",
			"windows-1252", CP_ENCODING_GUESSED, 0, 0},
		/* Broken UTF-8: a stray byte, one cut off, an overlong one, a zero. */
		{BYTES("\xc3\xbc\x93"), "ü�", "UTF-8", CP_ENCODING_GUESSED, 1, 2},
		{BYTES("\xc3\xbc\xe2\x80"), "ü��", "UTF-8", CP_ENCODING_GUESSED, 2, 2},
		{BYTES("\xc3\xbc\xc0\xaf"), "ü��", "UTF-8", CP_ENCODING_GUESSED, 2, 2},
		{BYTES("\xef\xbf\xbd a\0b"), "� a�b", "UTF-8", CP_ENCODING_CONTENT, 1, 5},
		/* Windows-1252 that was taken for ISO-8859-1 on the way. */
		{BYTES("\xc2\x93x\xc2\x94 \xc2\xa0"), "“x” \xc2\xa0", "UTF-8",
			CP_ENCODING_CONTENT, 0, 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf out = {0};
		cp_encoding encoding = cp_encoding_read(&out, rows[i].raw);
		expect_str(rows[i].want, cp_buf_str(&out), rows[i].want);
		expect_str(rows[i].want, cp_str_of(encoding.name), rows[i].name);
		expect(rows[i].want, encoding.reason == rows[i].reason);
		expect(rows[i].want, encoding.replaced == rows[i].replaced);
		expect(rows[i].want, encoding.first == rows[i].first);
		cp_buf_clear(&out);
	}
}

static void what_was_there_stays(void **state)
{
	(void)state;
	cp_buf out = {0};
	cp_buf_puts(&out, "ab");
	cp_encoding encoding = cp_encoding_read(&out, CP_LIT("\xc3\xbc\xff"));
	expect_str("out", cp_buf_str(&out), "abü�");
	expect("first", encoding.first == 4);
	cp_buf_clear(&out);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(encodings_are_told),
	cmocka_unit_test(what_was_there_stays),
};

GROUP(encoding);
