#include "graph/af_text.h"

#include "text/suggest.h"
#include "text/utf8.h"

enum { MOST_FAULTS = 100 }; /* after these, the text is not read on */

struct cp_af_reader {
	cp_arena *arena;
	cp_source *source;
	cp_diags *diags;
	cp_str text;
	size_t at; /* how far it is read */
	size_t faults;
	size_t len; /* how many arguments */
	CP_ARRAY(cp_str) names;
	cp_map by_name;
	CP_ARRAY(cp_attack) attacks;
};

/* ---- Words ---- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static char peek(const struct cp_af_reader *reader)
{
	return reader->at < reader->text.len ? reader->text.at[reader->at] : '\0';
}

static bool is_at_end(const struct cp_af_reader *reader)
{
	return reader->at >= reader->text.len || reader->faults >= MOST_FAULTS;
}

static void skip_blanks(struct cp_af_reader *reader)
{
	while (reader->at < reader->text.len && is_blank(reader->text.at[reader->at]))
		reader->at++;
}

static void skip_line(struct cp_af_reader *reader)
{
	const char *from = reader->text.at + reader->at;
	const char *end = memchr(from, '\n', reader->text.len - reader->at);
	reader->at = end ? (size_t)(end + 1 - reader->text.at) : reader->text.len;
}

static cp_diag *report(struct cp_af_reader *reader, cp_str what, const char *message)
{
	size_t start = (size_t)(what.at - reader->text.at);
	reader->faults++;
	return cp_diag_add(reader->diags, CP_AF_SYNTAX,
		cp_place_bytes(reader->source, start, start + what.len), "%s", message);
}

/* What stands at the place reached: a word, or nothing. */
static cp_str next_word(struct cp_af_reader *reader)
{
	skip_blanks(reader);
	size_t start = reader->at;
	for (; reader->at < reader->text.len; reader->at++) {
		char c = reader->text.at[reader->at];
		if (is_blank(c) || c == '\n')
			break;
	}
	return cp_str_part(reader->text, start, reader->at);
}

/* ---- Arguments ---- */

/* Names are printed, and terminals obey control characters. */
static bool is_name(cp_str name)
{
	size_t bad;
	for (size_t i = 0; i < name.len; i++)
		if (cp_control_at(name, i))
			return false;
	return cp_utf8_valid(name, &bad);
}

static void add_argument(struct cp_af_reader *reader, cp_str name)
{
	uint32_t number = (uint32_t)reader->len;
	if (!is_name(name)) {
		report(reader, name, "a name is UTF-8 without control characters");
		return;
	}
	if (cp_map_add(reader->arena, &reader->by_name, name, number) != number) {
		report(reader, name, "this argument is already there");
		return;
	}
	*cp_push(reader->arena, &reader->names) = name;
	reader->len++;
}

static bool find_argument(struct cp_af_reader *reader, cp_str name, uint32_t *number)
{
	*number = cp_map_find(&reader->by_name, name);
	if (*number != CP_NONE)
		return true;
	cp_diag *diag = report(reader, name, "there is no argument of this name");
	cp_suggestion near = cp_suggestion_in(reader->diags, name);
	for (size_t i = 0; i < reader->names.len; i++)
		cp_suggestion_see(&near, reader->names.at[i]);
	if (near.best.at)
		cp_diag_hint(
			reader->diags, diag, "did you mean \"%.*s\"?", CP_FMT(near.best));
	return false;
}

static void add_attack(struct cp_af_reader *reader, cp_str from, cp_str to)
{
	cp_attack attack;
	if (find_argument(reader, from, &attack.from)
		&& find_argument(reader, to, &attack.to))
		*cp_push(reader->arena, &reader->attacks) = attack;
}

/* ---- Aspartix: arg(a). att(a,b). ---- */

struct statement {
	bool is_attack;
	cp_str names[2];
};

static void skip_apx_space(struct cp_af_reader *reader)
{
	while (reader->at < reader->text.len) {
		char c = reader->text.at[reader->at];
		if (c == '%')
			skip_line(reader);
		else if (is_blank(c) || c == '\n')
			reader->at++;
		else
			return;
	}
}

static bool is_in_name(char c)
{
	return (unsigned char)c > ' ' && c != '(' && c != ')' && c != ',' && c != '.'
		&& c != '%' && c != 0x7f;
}

static cp_str next_name(struct cp_af_reader *reader)
{
	skip_apx_space(reader);
	size_t start = reader->at;
	while (reader->at < reader->text.len && is_in_name(reader->text.at[reader->at]))
		reader->at++;
	return cp_str_part(reader->text, start, reader->at);
}

static bool take_char(struct cp_af_reader *reader, char c)
{
	skip_apx_space(reader);
	if (reader->at >= reader->text.len || peek(reader) != c)
		return false;
	reader->at++;
	return true;
}

static bool read_statement(struct cp_af_reader *reader, struct statement *statement)
{
	cp_str word = next_name(reader);
	statement->is_attack = cp_str_is(word, "att");
	if (!statement->is_attack && !cp_str_is(word, "arg"))
		return false;
	if (!take_char(reader, '('))
		return false;
	statement->names[0] = next_name(reader);
	if (statement->is_attack) {
		if (!take_char(reader, ','))
			return false;
		statement->names[1] = next_name(reader);
	}
	return statement->names[0].len
		&& (!statement->is_attack || statement->names[1].len)
		&& take_char(reader, ')') && take_char(reader, '.');
}

/* Attacks may come before the arguments, so the text is read twice. */
static void read_statements(struct cp_af_reader *reader, bool attacks)
{
	struct statement statement;
	for (reader->at = 0; skip_apx_space(reader), !is_at_end(reader);) {
		size_t start = reader->at;
		if (!read_statement(reader, &statement)) {
			skip_line(reader);
			if (!attacks)
				report(reader,
					cp_str_part(reader->text, start, start + 1),
					"expected arg(NAME). or att(NAME,NAME).");
		} else if (statement.is_attack && attacks) {
			add_attack(reader, statement.names[0], statement.names[1]);
		} else if (!statement.is_attack && !attacks) {
			add_argument(reader, statement.names[0]);
		}
	}
}

static void read_apx(struct cp_af_reader *reader)
{
	read_statements(reader, false);
	read_statements(reader, true);
}

static bool is_apx(cp_str text)
{
	struct cp_af_reader reader = {.text = text};
	skip_apx_space(&reader);
	cp_str word = next_name(&reader);
	return (cp_str_is(word, "arg") || cp_str_is(word, "att"))
		&& take_char(&reader, '(');
}

/* ---- Trivial Graph Format: arguments, a line "#", attacks ---- */

static void read_tgf_line(struct cp_af_reader *reader, bool *attacks)
{
	cp_str first = next_word(reader);
	if (first.len && *attacks) {
		cp_str second = next_word(reader);
		if (second.len)
			add_attack(reader, first, second);
		else
			report(reader, first, "expected two arguments: who attacks whom");
	} else if (cp_str_is(first, "#")) {
		*attacks = true;
	} else if (first.len) {
		add_argument(reader, first);
	}
	skip_line(reader);
}

static void read_tgf(struct cp_af_reader *reader)
{
	bool attacks = false;
	while (!is_at_end(reader))
		read_tgf_line(reader, &attacks);
}

static bool is_tgf(cp_str text)
{
	(void)text;
	return true;
}

/* ---- ICCMA'23: p af N, then pairs of numbers ---- */

static bool read_number(cp_str word, uint32_t most, uint32_t *number)
{
	*number = 0;
	for (size_t i = 0; i < word.len; i++) {
		if (word.at[i] < '0' || word.at[i] > '9' || *number > most / 10)
			return false;
		*number = *number * 10 + (uint32_t)(word.at[i] - '0');
	}
	return word.len && *number <= most;
}

static bool next_argument(struct cp_af_reader *reader, uint32_t *number)
{
	cp_str word = next_word(reader);
	if (read_number(word, (uint32_t)reader->len, number) && *number > 0) {
		--*number;
		return true;
	}
	cp_diag *diag = report(reader, word, "expected the number of an argument");
	cp_diag_hint(reader->diags, diag, "they go from 1 to %zu", reader->len);
	return false;
}

static void skip_comments(struct cp_af_reader *reader)
{
	while (skip_blanks(reader),
		!is_at_end(reader) && (peek(reader) == '#' || peek(reader) == '\n'))
		skip_line(reader);
}

static bool read_header(struct cp_af_reader *reader)
{
	uint32_t len;
	skip_comments(reader);
	cp_str start = cp_str_part(reader->text, reader->at, reader->at);
	if (!cp_str_is(next_word(reader), "p") || !cp_str_is(next_word(reader), "af")) {
		report(reader, start, "expected \"p af N\", with N arguments");
		return false;
	}
	cp_str word = next_word(reader);
	if (!read_number(word, CP_MOST_ARGUMENTS, &len)) {
		report(reader, word,
			"expected how many arguments there are, 10,000,000 at most");
		return false;
	}
	reader->len = len;
	skip_line(reader);
	return true;
}

/* The number at `at`, as far as it has nine digits or fewer; gives what is after it. */
static const char *take_digits(const char *at, const char *end, uint32_t *number)
{
	enum { MOST_DIGITS = 9 };
	unsigned digit;
	const char *most = end - at > MOST_DIGITS ? at + MOST_DIGITS : end;
	for (*number = 0; at < most && (digit = (unsigned)(*at - '0')) < 10; at++)
		*number = *number * 10 + digit;
	return at;
}

/* A line as programs write them: two numbers with a space between, and no more. Nearly all
 * lines of a large framework are of this form, and to read them is most of the work; what is
 * not is left to read_loose_pair. */
static bool read_pair(struct cp_af_reader *reader, cp_attack *attack)
{
	const char *at = reader->text.at + reader->at;
	const char *end = reader->text.at + reader->text.len;
	at = take_digits(at, end, &attack->from);
	if (at == end || *at++ != ' ')
		return false;
	at = take_digits(at, end, &attack->to);
	if (at < end && *at++ != '\n')
		return false;
	/* Of no digits, and of 0, these become the largest number. */
	if (--attack->from >= reader->len || --attack->to >= reader->len)
		return false;
	reader->at = (size_t)(at - reader->text.at);
	return true;
}

static bool read_loose_pair(struct cp_af_reader *reader, cp_attack *attack)
{
	skip_comments(reader);
	if (is_at_end(reader))
		return false;
	bool read = next_argument(reader, &attack->from)
		&& next_argument(reader, &attack->to);
	skip_line(reader);
	return read;
}

static void read_i23(struct cp_af_reader *reader)
{
	cp_attack attack;
	if (!read_header(reader))
		return;
	while (!is_at_end(reader))
		if (read_pair(reader, &attack) || read_loose_pair(reader, &attack))
			*cp_push(reader->arena, &reader->attacks) = attack;
}

static bool is_i23(cp_str text)
{
	struct cp_af_reader reader = {.text = text};
	skip_comments(&reader);
	return cp_str_is(next_word(&reader), "p") && cp_str_is(next_word(&reader), "af");
}

/* ---- Any of them ---- */

const cp_af_format cp_af_formats[] = {
	{"i23", false, is_i23, read_i23},
	{"apx", true, is_apx, read_apx},
	{"tgf", true, is_tgf, read_tgf},
	{NULL, false, NULL, NULL},
};

const cp_af_format *cp_af_format_named(const char *name)
{
	const cp_af_format *format = cp_af_formats;
	while (format->name && strcmp(format->name, name) != 0)
		format++;
	return format->name ? format : NULL;
}

/* There is mostly one attack to a line; how many lines there are is reckoned from some in
 * the middle, where they are about as long as elsewhere. */
static size_t guess_lines(cp_str text)
{
	enum { SAMPLE = 1 << 16 };
	size_t from = text.len > SAMPLE ? (text.len - SAMPLE) / 2 : 0, count = 1;
	cp_str some = cp_str_part(text, from, from ? from + SAMPLE : text.len);
	for (size_t i = 0; i < some.len; count++) {
		const char *end = memchr(some.at + i, '\n', some.len - i);
		i = end ? (size_t)(end + 1 - some.at) : some.len;
	}
	return from ? (size_t)((double)count * (double)text.len / SAMPLE * 1.1) : count;
}

const cp_named_af *cp_af_read(
	cp_arena *arena, cp_source *source, const cp_af_format *format, cp_diags *diags)
{
	struct cp_af_reader reader = {
		.arena = arena,
		.source = source,
		.diags = diags,
		.text = source->text,
	};
	if (!format)
		for (format = cp_af_formats; !format->is_in(reader.text);)
			format++;
	/* The source is the findings' own, and may be gone before the names are. */
	if (format->has_names)
		reader.text = cp_str_copy(arena, source->text);
	cp_reserve(arena, &reader.attacks, guess_lines(reader.text));
	format->read(&reader);
	if (reader.faults)
		return NULL;
	cp_named_af *named = CP_NEW(arena, cp_named_af);
	named->af =
		cp_af_outward(arena, reader.len, reader.attacks.at, reader.attacks.len);
	named->names = reader.names.at;
	named->by_name = reader.by_name;
	return named;
}

uint32_t cp_named_af_find(const cp_named_af *named, cp_str name)
{
	uint32_t number;
	if (named->names)
		return cp_map_find(&named->by_name, name);
	return read_number(name, (uint32_t)named->af->len, &number) && number > 0
		? number - 1
		: CP_NONE;
}

/* cp_buf_number also has fractions to see to, and takes three times as long. */
static void put_number(cp_buf *out, uint32_t number)
{
	enum { DIGITS = 10 };
	char digits[DIGITS], *first = digits + DIGITS;
	do
		*--first = (char)('0' + number % 10);
	while (number /= 10);
	cp_buf_put(out, (cp_str){first, (size_t)(digits + DIGITS - first)});
}

void cp_named_af_put_name(cp_buf *out, const cp_named_af *named, uint32_t argument)
{
	if (named->names)
		cp_buf_put(out, named->names[argument]);
	else
		put_number(out, argument + 1);
}
