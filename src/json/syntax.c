/* What is wrong with a text that is not JSON, and what was probably meant.
 *
 * jansson says where it stopped and what it expected there. That place is the end of a
 * token; the text is read once more up to it, and from the token, and what stands before
 * it, the commonest slips can be told. */
#include "json/syntax.h"

#include "base/array.h"

#include <jansson.h>

struct spot {
	cp_str text;
	size_t start, end; /* the token that jansson did not like */
	size_t before;     /* last byte before it that is not blank */
	char first, last;  /* first of the token; last before it, or 0 */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_word(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_among(char c, const char *list)
{
	return c && strchr(list, c);
}

static size_t token_end(cp_str text, size_t at)
{
	size_t end = at + 1;
	if (text.at[at] == '"') {
		while (end < text.len && text.at[end] != '"' && text.at[end] != '\n')
			end += text.at[end] == '\\' ? 2 : 1;
		return end < text.len ? end + 1 : text.len;
	}
	if (is_among(text.at[at], "{}[],:"))
		return end;
	while (end < text.len && !is_blank(text.at[end])
		&& !is_among(text.at[end], "{}[],:\""))
		end++;
	return end;
}

/* The token that `position` is in, or at the end of. */
static struct spot find_spot(cp_str text, size_t position)
{
	struct spot spot = {.text = text, .end = 0};
	while (spot.end < text.len && (spot.end < position || !spot.end)) {
		if (is_blank(text.at[spot.end])) {
			spot.end++;
			continue;
		}
		if (spot.first) {
			spot.before = token_end(text, spot.start) - 1;
			spot.last = text.at[spot.before];
		}
		spot.start = spot.end;
		spot.first = text.at[spot.start];
		spot.end = token_end(text, spot.start);
	}
	return spot;
}

cp_place cp_json_token_at(cp_source *source, size_t position)
{
	struct spot spot = find_spot(source->text, position);
	return cp_place_bytes(source, spot.start, spot.end);
}

/* ---- Twins ---- */

struct name {
	size_t start, end; /* with its quotation marks */
};

/* The names of the objects that have not ended yet, and where each begins in them. */
struct open_names {
	cp_arena arena;
	CP_ARRAY(struct name) names;
	CP_ARRAY(size_t) begins;
};

static bool is_before_colon(cp_str text, size_t at)
{
	while (at < text.len && is_blank(text.at[at]))
		at++;
	return at < text.len && text.at[at] == ':';
}

/* Reads the text, which is JSON so far, up to the name at `end`. */
static void read_names(struct open_names *open, cp_str text, size_t end)
{
	for (size_t at = 0, next; at < end; at = next) {
		next = is_blank(text.at[at]) ? at + 1 : token_end(text, at);
		char c = text.at[at];
		if (c == '{' || c == '[')
			*cp_push(&open->arena, &open->begins) = open->names.len;
		else if (is_among(c, "}]") && open->begins.len)
			open->names.len = open->begins.at[--open->begins.len];
		else if (c == '"' && is_before_colon(text, next))
			*cp_push(&open->arena, &open->names) = (struct name){at, next};
	}
}

static bool is_same_name(cp_str a, cp_str b)
{
	if (cp_str_eq(a, b) || (!memchr(a.at, '\\', a.len) && !memchr(b.at, '\\', b.len)))
		return cp_str_eq(a, b);
	json_t *left = json_loadb(a.at, a.len, JSON_DECODE_ANY, NULL);
	json_t *right = json_loadb(b.at, b.len, JSON_DECODE_ANY, NULL);
	bool same = left && right && json_equal(left, right);
	json_decref(left);
	json_decref(right);
	return same;
}

bool cp_json_find_twin(cp_source *source, const cp_place *name, cp_place *twin)
{
	struct open_names open = {0};
	cp_str text = source->text;
	bool found = false;
	read_names(&open, text, name->start);
	size_t first = open.begins.len ? open.begins.at[open.begins.len - 1] : 0;
	for (size_t i = first; i < open.names.len && !found; i++) {
		struct name known = open.names.at[i];
		found = is_same_name(cp_str_part(text, known.start, known.end),
			cp_str_part(text, name->start, name->end));
		if (found)
			*twin = cp_place_bytes(source, known.start, known.end);
	}
	cp_arena_clear(&open.arena);
	return found;
}

/* ---- Slips ---- */

static void put(cp_source *source, size_t start, size_t end, cp_diags *diags,
	const char *message, const char *hint)
{
	cp_diag *diag = cp_diag_add(
		diags, CP_JSON_SYNTAX, cp_place_bytes(source, start, end), "%s", message);
	if (hint)
		cp_diag_hint(diags, diag, "%s", hint);
}

/* Where a name or a value was expected, and something else stands. */
static bool report_no_value(
	cp_source *source, const struct spot *spot, bool name, cp_diags *diags)
{
	if (spot->last == ',' && is_among(spot->first, "}],"))
		put(source, spot->before, spot->before + 1, diags,
			"this comma is one too many", "nothing follows it: take it out");
	else if (is_among(spot->first, "}],"))
		put(source, spot->start, spot->end, diags,
			"a value is missing before this", NULL);
	else if (spot->first == '\'')
		put(source, spot->start, spot->end, diags,
			"texts stand in double quotation marks", NULL);
	else if (name && is_word(spot->first))
		put(source, spot->start, spot->end, diags,
			"the name of a property stands in quotation marks", NULL);
	else if (is_word(spot->first))
		put(source, spot->start, spot->end, diags, "this is no value",
			"texts stand in quotation marks; else there are numbers, true, "
			"false and null");
	else
		return false;
	return true;
}

/* Where a value has ended, and neither a comma nor the right bracket follows. */
static bool report_no_comma(cp_source *source, const struct spot *spot, cp_diags *diags)
{
	if (is_among(spot->first, "}]"))
		put(source, spot->start, spot->end, diags,
			spot->first == '}' ? "a ] is missing before this"
					   : "a } is missing before this",
			NULL);
	else if (spot->first == ':')
		put(source, spot->start, spot->end, diags,
			"a name and a colon stand only in an object { … }", NULL);
	else if (spot->last == '"' && !is_among(spot->first, "\"{["))
		put(source, spot->start, spot->end, diags,
			"a text has ended before this, and no comma follows",
			"quotation marks inside a text are written \\\"");
	else if (is_among(spot->first, "\"{[-0123456789") || is_word(spot->first))
		put(source, spot->start, spot->end, diags,
			"a comma is missing before this", NULL);
	else
		return false;
	return true;
}

/* What JSON has nowhere. */
static bool report_foreign(cp_source *source, const struct spot *spot, cp_diags *diags)
{
	if (spot->first == '/')
		put(source, spot->start, spot->end, diags, "JSON has no comments",
			"\"note\" holds remarks");
	else if (!spot->last && !is_among(spot->first, "{["))
		put(source, spot->start, spot->end, diags, "this is not JSON",
			"a JSON file begins with {");
	else
		return false;
	return true;
}

/* What jansson says tells all: how its message begins, and ours. */
static bool report_known(
	cp_source *source, const struct spot *spot, const char *jansson, cp_diags *diags)
{
	static const struct {
		const char *jansson, *message, *hint;
	} known[] = {
		{"':' expected", "a colon is missing before this", NULL},
		{"unexpected newline", "the line ends inside a text",
			"close the quotation mark, or write \\n for a line break"},
		{"control character", "a text must not contain this control character",
			"write \\t for a tab"},
		{"invalid escape", "a backslash is followed by what does not go with it",
			"a backslash itself is written \\\\"},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strncmp(jansson, known[i].jansson, strlen(known[i].jansson)) == 0) {
			put(source, spot->start, spot->end, diags, known[i].message,
				known[i].hint);
			return true;
		}
	return false;
}

void cp_json_report_syntax(
	cp_source *source, size_t position, const char *jansson, cp_diags *diags)
{
	struct spot spot = find_spot(source->text, position);
	bool closing = strncmp(jansson, "'}' expected", 12) == 0
		|| strncmp(jansson, "']' expected", 12) == 0;
	bool name = strncmp(jansson, "string or", 9) == 0;
	if (report_foreign(source, &spot, diags)
		|| report_known(source, &spot, jansson, diags)
		|| (closing ? report_no_comma(source, &spot, diags)
			    : report_no_value(source, &spot, name, diags)))
		return;
	cp_diag_add(diags, CP_JSON_SYNTAX, cp_place_bytes(source, spot.start, spot.end),
		"this is not JSON: %s", jansson);
}
