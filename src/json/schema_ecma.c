/* ECMA-262 regular expressions (section 22.2.1, with the flag "u") as PCRE2 has them.
 *
 * Most of the syntax is the same. What differs is written out: the sets \s and ".", names
 * of properties, escapes. What PCRE2 alone knows is refused. A bracket that stands alone is
 * taken for itself, as in browsers without the flag, since many schemas rely on it. */
#include "json/schema_pattern.h"

#include "text/utf8.h"

struct reader {
	cp_str text;
	size_t at;
	cp_buf *out, *error;
	bool repeated; /* a quantifier has just been read */
};

static const char spaces[] =
	"\\t\\n\\x{b}\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}"
	"\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
static const char no_spaces[] =
	"\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"
	"\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"
	"\\x{3001}-\\x{d7ff}\\x{e000}-\\x{fefe}\\x{ff00}-\\x{10ffff}";

static bool fail(struct reader *reader, const char *message)
{
	if (!reader->error->len)
		cp_buf_puts(reader->error, message);
	return false;
}

static char peek(const struct reader *reader, size_t ahead)
{
	size_t at = reader->at + ahead;
	return at < reader->text.len ? reader->text.at[at] : '\0';
}

static bool takes(struct reader *reader, const char *what)
{
	cp_str rest = cp_str_part(reader->text, reader->at, reader->text.len);
	bool there = cp_str_starts(rest, cp_str_of(what));
	reader->at += there ? strlen(what) : 0;
	return there;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_ascii_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* ---- Characters by their numbers ---- */

static bool read_hex(struct reader *reader, size_t least, size_t most, uint32_t *value)
{
	size_t count = 0;
	*value = 0;
	for (; count < most; count++) {
		char c = peek(reader, 0);
		if (is_digit(c))
			*value = *value * 16 + (uint32_t)(c - '0');
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			*value = *value * 16 + (uint32_t)((c | 0x20) - 'a' + 10);
		else
			break;
		reader->at++;
	}
	return count >= least && *value <= 0x10ffff;
}

/* No text has half a surrogate pair, so one never fits. */
static void put_code_point(struct reader *reader, uint32_t code_point, bool in_class)
{
	if (code_point < 0xd800 || code_point > 0xdfff)
		cp_buf_printf(reader->out, "\\x{%x}", (unsigned)code_point);
	else if (!in_class)
		cp_buf_puts(reader->out, "(?!)");
}

static bool read_unicode(struct reader *reader, bool in_class)
{
	uint32_t value, low;
	if (takes(reader, "{")) {
		if (!read_hex(reader, 1, 8, &value) || !takes(reader, "}"))
			return fail(reader, "\\u{…} needs a code point");
		put_code_point(reader, value, in_class);
		return true;
	}
	if (!read_hex(reader, 4, 4, &value))
		return fail(reader, "\\u needs four digits");
	size_t after = reader->at;
	if (value >= 0xd800 && value <= 0xdbff && takes(reader, "\\u")) {
		if (read_hex(reader, 4, 4, &low) && low >= 0xdc00 && low <= 0xdfff)
			value = 0x10000 + ((value & 0x3ff) << 10) + (low & 0x3ff);
		else
			reader->at = after;
	}
	put_code_point(reader, value, in_class);
	return true;
}

/* ---- Properties ---- */

/* Long names of general categories (PropertyValueAliases.txt); PCRE2 has the short ones. */
static const char *const categories[][2] = {
	{"Cased_Letter", "L&"},
	{"LC", "L&"},
	{"Close_Punctuation", "Pe"},
	{"Connector_Punctuation", "Pc"},
	{"Control", "Cc"},
	{"cntrl", "Cc"},
	{"Currency_Symbol", "Sc"},
	{"Dash_Punctuation", "Pd"},
	{"Decimal_Number", "Nd"},
	{"digit", "Nd"},
	{"Enclosing_Mark", "Me"},
	{"Final_Punctuation", "Pf"},
	{"Format", "Cf"},
	{"Initial_Punctuation", "Pi"},
	{"Letter", "L"},
	{"Letter_Number", "Nl"},
	{"Line_Separator", "Zl"},
	{"Lowercase_Letter", "Ll"},
	{"Mark", "M"},
	{"Combining_Mark", "M"},
	{"Math_Symbol", "Sm"},
	{"Modifier_Letter", "Lm"},
	{"Modifier_Symbol", "Sk"},
	{"Nonspacing_Mark", "Mn"},
	{"Number", "N"},
	{"Open_Punctuation", "Ps"},
	{"Other", "C"},
	{"Other_Letter", "Lo"},
	{"Other_Number", "No"},
	{"Other_Punctuation", "Po"},
	{"Other_Symbol", "So"},
	{"Paragraph_Separator", "Zp"},
	{"Private_Use", "Co"},
	{"Punctuation", "P"},
	{"punct", "P"},
	{"Separator", "Z"},
	{"Space_Separator", "Zs"},
	{"Spacing_Mark", "Mc"},
	{"Surrogate", "Cs"},
	{"Symbol", "S"},
	{"Titlecase_Letter", "Lt"},
	{"Unassigned", "Cn"},
	{"Uppercase_Letter", "Lu"},
};

/* The kinds of property that ECMA-262 names, and what PCRE2 puts before the value. */
static const char *const kinds[][2] = {
	{"General_Category=", ""},
	{"gc=", ""},
	{"Script=", "sc:"},
	{"sc=", "sc:"},
	{"Script_Extensions=", "scx:"},
	{"scx=", "scx:"},
};

static void put_property(cp_buf *out, cp_str name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		cp_str kind = cp_str_of(kinds[i][0]);
		if (cp_str_starts(name, kind)) {
			name = cp_str_part(name, kind.len, name.len);
			cp_buf_puts(out, kinds[i][1]);
			break;
		}
	}
	for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
		if (cp_str_is(name, categories[i][0])) {
			cp_buf_puts(out, categories[i][1]);
			return;
		}
	cp_buf_put(out, name);
}

static bool read_property(struct reader *reader, char letter)
{
	size_t start = reader->at + 1, end = start;
	while (end < reader->text.len && reader->text.at[end] != '}')
		end++;
	cp_str name = cp_str_part(reader->text, start < end ? start : end, end);
	if (peek(reader, 0) != '{' || end >= reader->text.len || !name.len
		|| name.at[0] == '^')
		return fail(reader, "\\p needs the name of a property in braces");
	cp_buf_printf(reader->out, "\\%c{", letter);
	put_property(reader->out, name);
	cp_buf_putc(reader->out, '}');
	reader->at = end + 1;
	return true;
}

/* ---- Escapes ---- */

static bool read_reference(struct reader *reader)
{
	size_t start = reader->at;
	while (is_digit(peek(reader, 0)))
		reader->at++;
	cp_buf_printf(reader->out, "\\g{%.*s}",
		CP_FMT(cp_str_part(reader->text, start, reader->at)));
	return true;
}

static bool read_control(struct reader *reader)
{
	char letter = peek(reader, 0);
	if (!is_ascii_letter(letter))
		return fail(reader, "\\c needs a letter");
	reader->at++;
	cp_buf_printf(reader->out, "\\x{%x}", letter & 0x1f);
	return true;
}

static bool read_set(struct reader *reader, bool none, bool in_class)
{
	const char *set = none ? no_spaces : spaces;
	cp_buf_printf(reader->out, in_class ? "%s" : "[%s]", set);
	return true;
}

static bool put_text(struct reader *reader, const char *text)
{
	cp_buf_puts(reader->out, text);
	return true;
}

/* A letter after a backslash, where it means one and the same thing in and out of classes. */
static bool read_letter(struct reader *reader, char c, bool in_class)
{
	uint32_t value;
	switch (c) {
	case 'd':
	case 'D':
	case 'w':
	case 'W':
	case 't':
	case 'n':
	case 'f':
	case 'r':
		cp_buf_printf(reader->out, "\\%c", c);
		return true;
	case 's':
	case 'S':
		return read_set(reader, c == 'S', in_class);
	case 'v':
		return put_text(reader, "\\x{b}");
	case 'c':
		return read_control(reader);
	case 'x':
		if (!read_hex(reader, 2, 2, &value))
			return fail(reader, "\\x needs two digits");
		put_code_point(reader, value, in_class);
		return true;
	case 'u':
		return read_unicode(reader, in_class);
	case 'p':
	case 'P':
		return read_property(reader, c);
	default:
		return fail(reader, "this letter means nothing after a backslash");
	}
}

static bool read_escape(struct reader *reader, bool in_class)
{
	char c = peek(reader, 0);
	if (reader->at >= reader->text.len)
		return fail(reader, "it ends with a backslash");
	if (c >= '1' && c <= '9' && !in_class)
		return read_reference(reader);
	if (!cp_starts_code_point(c) || (unsigned char)c >= 0x80)
		return fail(reader, "a backslash stands before what needs none");
	reader->at++;
	if (c == '0' && !is_digit(peek(reader, 0)))
		return put_text(reader, "\\x{0}");
	if (is_digit(c))
		return fail(reader, "octal numbers are not known");
	if (c == 'b' && in_class)
		return put_text(reader, "\\x{8}");
	if ((c == 'b' || c == 'B') && !in_class) {
		cp_buf_printf(reader->out, "\\%c", c);
		return true;
	}
	if (c == 'k' && !in_class && peek(reader, 0) == '<')
		return put_text(reader, "\\k");
	if (is_ascii_letter(c))
		return read_letter(reader, c, in_class);
	cp_buf_printf(reader->out, c > ' ' && c < 0x7f ? "\\%c" : "\\x{%x}", c);
	return true;
}

/* ---- Classes, groups, quantifiers ---- */

static bool read_class(struct reader *reader)
{
	cp_buf_puts(reader->out, takes(reader, "^") ? "[^" : "[");
	while (!takes(reader, "]")) {
		if (reader->at >= reader->text.len)
			return fail(reader, "a [ is not closed");
		char c = reader->text.at[reader->at++];
		if (c == '\\') {
			if (!read_escape(reader, true))
				return false;
			continue;
		}
		if (c == '[')
			cp_buf_putc(reader->out, '\\');
		cp_buf_putc(reader->out, c);
	}
	cp_buf_putc(reader->out, ']');
	return true;
}

static bool read_group(struct reader *reader)
{
	static const char *const known[] = {"?:", "?=", "?!", "?<=", "?<!"};
	cp_buf_putc(reader->out, '(');
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (takes(reader, known[i]))
			return put_text(reader, known[i]);
	if (peek(reader, 0) == '*')
		return fail(reader, "there is nothing to repeat");
	if (peek(reader, 0) == '?'
		&& (peek(reader, 1) != '<' || is_digit(peek(reader, 2))))
		return fail(reader, "this kind of group is not known");
	if (takes(reader, "?<"))
		cp_buf_puts(reader->out, "?<");
	return true;
}

/* The length of "{2}", "{2,}" or "{2,3}" at the brace; 0: it is none. */
static size_t quantifier_length(const struct reader *reader)
{
	size_t i = 1;
	if (!is_digit(peek(reader, i)))
		return 0;
	while (is_digit(peek(reader, i)))
		i++;
	if (peek(reader, i) == ',')
		i++;
	while (is_digit(peek(reader, i)))
		i++;
	return peek(reader, i) == '}' ? i + 1 : 0;
}

static bool read_quantifier(struct reader *reader, size_t len)
{
	if (reader->repeated)
		return fail(reader, "a quantifier follows another");
	cp_buf_put(reader->out, cp_str_part(reader->text, reader->at, reader->at + len));
	reader->at += len;
	if (takes(reader, "?"))
		cp_buf_putc(reader->out, '?');
	reader->repeated = true;
	return true;
}

static bool read_one(struct reader *reader)
{
	char c = peek(reader, 0);
	size_t len = c == '{' ? quantifier_length(reader) : 1;
	if (len && c && strchr("*+?{", c))
		return read_quantifier(reader, len);
	reader->repeated = false;
	reader->at++;
	switch (c) {
	case '\\':
		return read_escape(reader, false);
	case '[':
		return read_class(reader);
	case '(':
		return read_group(reader);
	case '.':
		return put_text(reader, "[^\\n\\r\\x{2028}\\x{2029}]");
	case '{':
	case '}':
	case ']':
		cp_buf_putc(reader->out, '\\');
		break;
	default:
		break;
	}
	cp_buf_putc(reader->out, c);
	return true;
}

bool cp_pattern_translate(cp_buf *out, cp_str text, cp_buf *error)
{
	struct reader reader = {.text = text, .out = out, .error = error};
	while (reader.at < text.len)
		if (!read_one(&reader))
			return false;
	return true;
}
