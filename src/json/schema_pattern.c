/* Most patterns in schemas are a literal text, anchored or not ("^x-"), and are looked for
 * without PCRE2. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "json/schema_pattern.h"

#include "text/find.h"

#include <pcre2.h>
#include <stdlib.h>

enum {
	MOST_STEPS = 1000000,   /* of backtracking: some hundredths of a second */
	MOST_KILOBYTES = 65536, /* of memory for it */
};

/* What a match needs, and all patterns share. */
struct cp_matcher {
	pcre2_match_context *limits;
	pcre2_match_data *data;
};

struct cp_pattern {
	bool from_start, to_end; /* a literal's "^" and "$" */
	cp_str literal;          /* of one that is no more than that */
	const struct cp_matcher *matcher;
	pcre2_code *code; /* of others; NULL: it is a literal */
};

static const struct cp_matcher *matcher_of(cp_patterns *patterns)
{
	if (patterns->matcher)
		return patterns->matcher;
	struct cp_matcher *matcher = cp_xmalloc(sizeof *matcher);
	matcher->limits = pcre2_match_context_create(NULL);
	matcher->data = pcre2_match_data_create(1, NULL);
	pcre2_set_match_limit(matcher->limits, MOST_STEPS);
	pcre2_set_heap_limit(matcher->limits, MOST_KILOBYTES);
	return patterns->matcher = matcher;
}

void cp_patterns_clear(cp_patterns *patterns)
{
	struct cp_matcher *matcher = patterns->matcher;
	if (matcher) {
		pcre2_match_data_free(matcher->data);
		pcre2_match_context_free(matcher->limits);
	}
	free(matcher);
	*patterns = (cp_patterns){0};
}

/* What PCRE2 keeps of a pattern belongs to the arena. */
static void *allocate(size_t size, void *arena)
{
	return cp_alloc(arena, size);
}

static void leave_to_arena(void *memory, void *arena)
{
	(void)memory, (void)arena;
}

static pcre2_code *compile(cp_arena *arena, cp_str text, cp_buf *error)
{
	const uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY
		| PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF
		| PCRE2_NEVER_BACKSLASH_C;
	int number;
	size_t at;
	pcre2_general_context *memory =
		pcre2_general_context_create(allocate, leave_to_arena, arena);
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)text.at, text.len, options, &number,
		&at, pcre2_compile_context_create(memory));
	if (!code) {
		unsigned char message[200] = "";
		pcre2_get_error_message(number, message, sizeof message);
		cp_buf_puts(error, (const char *)message);
	}
	return code;
}

static bool is_literal(cp_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr("\\^$.|?*+()[]{}", text.at[i]))
			return false;
	return true;
}

static bool read_literal(cp_arena *arena, cp_pattern *pattern, cp_str text)
{
	size_t start = text.len && text.at[0] == '^';
	size_t end = text.len - (text.len > start && text.at[text.len - 1] == '$');
	cp_str literal = cp_str_part(text, start, end);
	if (!is_literal(literal))
		return false;
	pattern->from_start = start > 0;
	pattern->to_end = end < text.len;
	pattern->literal = cp_str_copy(arena, literal);
	return true;
}

cp_pattern *cp_pattern_new(
	cp_arena *arena, cp_patterns *patterns, cp_str text, cp_buf *error)
{
	cp_pattern *pattern = CP_NEW(arena, cp_pattern);
	if (read_literal(arena, pattern, text))
		return pattern;
	cp_buf translated = {0};
	if (cp_pattern_translate(&translated, text, error))
		pattern->code = compile(arena, cp_buf_str(&translated), error);
	pattern->matcher = pattern->code ? matcher_of(patterns) : NULL;
	cp_buf_clear(&translated);
	return pattern->code ? pattern : NULL;
}

static bool has_literal(const cp_pattern *pattern, cp_str text)
{
	cp_str literal = pattern->literal;
	if (literal.len > text.len)
		return false;
	if (pattern->from_start)
		return cp_str_starts(text, literal)
			&& (!pattern->to_end || text.len == literal.len);
	size_t from = pattern->to_end ? text.len - literal.len : 0;
	return !literal.len || cp_find_bytes(text, literal, from) != SIZE_MAX;
}

cp_match cp_pattern_match(const cp_pattern *pattern, cp_str text)
{
	const struct cp_matcher *matcher = pattern->matcher;
	if (!pattern->code)
		return has_literal(pattern, text) ? CP_MATCH : CP_NO_MATCH;
	int result = pcre2_match(pattern->code, (PCRE2_SPTR)text.at, text.len, 0,
		PCRE2_NO_UTF_CHECK, matcher->data, matcher->limits);
	return result >= 0                      ? CP_MATCH
		: result == PCRE2_ERROR_NOMATCH ? CP_NO_MATCH
						: CP_GAVE_UP;
}
