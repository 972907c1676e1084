/* Most patterns in schemas are a literal text, anchored or not ("^x-"), and are looked for
 * without PCRE2, whose library is opened only when a pattern needs it. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "json/schema_pattern.h"

#include <dlfcn.h>
#include <pcre2.h>
#include <stdlib.h>

#define FUNCTIONS(X) \
	X(pcre2_compile) \
	X(pcre2_get_error_message) \
	X(pcre2_general_context_create) \
	X(pcre2_compile_context_create) \
	X(pcre2_match) \
	X(pcre2_match_context_create) \
	X(pcre2_match_context_free) \
	X(pcre2_match_data_create) \
	X(pcre2_match_data_free) \
	X(pcre2_set_match_limit) \
	X(pcre2_set_heap_limit)

enum {
	MOST_STEPS = 1000000,   /* of backtracking: some hundredths of a second */
	MOST_KILOBYTES = 65536, /* of memory for it */
};

/* To PCRE2's header its functions' names are macros: these are the names behind them. */
#define TEXT_OF(name) #name
#define SYMBOL(name) TEXT_OF(name)

struct cp_pcre2 {
#define DECLARE(name) __typeof__(&name) name;
	FUNCTIONS(DECLARE)
#undef DECLARE
	pcre2_match_context *context;
	pcre2_match_data *data;
};

struct cp_pattern {
	bool from_start, to_end; /* a literal's "^" and "$" */
	cp_str literal;          /* at == NULL: it has more than that */
	struct cp_pcre2 *pcre2;
	pcre2_code *code;
};

static struct cp_pcre2 *open_library(void)
{
	void *library = dlopen("libpcre2-8.so.0", RTLD_LAZY);
	if (!library)
		return NULL;
	struct cp_pcre2 *pcre2 = cp_xmalloc(sizeof *pcre2);
	bool found = true;
	void *symbol;
#define FIND(name) \
	symbol = dlsym(library, SYMBOL(name)); \
	memcpy(&pcre2->name, &symbol, sizeof symbol); \
	found = found && symbol;
	FUNCTIONS(FIND)
#undef FIND
	if (!found) {
		free(pcre2);
		return NULL;
	}
	pcre2->context = pcre2->pcre2_match_context_create(NULL);
	pcre2->data = pcre2->pcre2_match_data_create(1, NULL);
	pcre2->pcre2_set_match_limit(pcre2->context, MOST_STEPS);
	pcre2->pcre2_set_heap_limit(pcre2->context, MOST_KILOBYTES);
	return pcre2;
}

/* The library itself stays open: it may be wanted again. */
void cp_patterns_clear(cp_patterns *patterns)
{
	struct cp_pcre2 *pcre2 = patterns->pcre2;
	if (pcre2) {
		pcre2->pcre2_match_data_free(pcre2->data);
		pcre2->pcre2_match_context_free(pcre2->context);
	}
	free(pcre2);
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

static pcre2_code *compile(
	cp_arena *arena, struct cp_pcre2 *pcre2, cp_str text, cp_buf *error)
{
	const uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY
		| PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF
		| PCRE2_NEVER_BACKSLASH_C;
	int number;
	size_t at;
	pcre2_general_context *memory =
		pcre2->pcre2_general_context_create(allocate, leave_to_arena, arena);
	pcre2_code *code = pcre2->pcre2_compile((PCRE2_SPTR)text.at, text.len, options,
		&number, &at, pcre2->pcre2_compile_context_create(memory));
	if (!code) {
		unsigned char message[200] = "";
		pcre2->pcre2_get_error_message(number, message, sizeof message);
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
	if (cp_pattern_translate(&translated, text, error)) {
		if (!patterns->pcre2 && !patterns->missing)
			patterns->pcre2 = open_library();
		patterns->missing = !patterns->pcre2;
		pattern->pcre2 = patterns->pcre2;
		if (patterns->missing)
			cp_buf_puts(error, "this needs PCRE2 (Debian: libpcre2-8-0)");
		else
			pattern->code = compile(
				arena, patterns->pcre2, cp_buf_str(&translated), error);
	}
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
	for (size_t i = pattern->to_end ? text.len - literal.len : 0;
		i + literal.len <= text.len; i++)
		if (memcmp(text.at + i, literal.at, literal.len) == 0)
			return true;
	return false;
}

cp_match cp_pattern_match(const cp_pattern *pattern, cp_str text)
{
	struct cp_pcre2 *pcre2 = pattern->pcre2;
	if (!pattern->code)
		return has_literal(pattern, text) ? CP_MATCH : CP_NO_MATCH;
	int result = pcre2->pcre2_match(pattern->code, (PCRE2_SPTR)text.at, text.len, 0,
		PCRE2_NO_UTF_CHECK, pcre2->data, pcre2->context);
	return result >= 0                      ? CP_MATCH
		: result == PCRE2_ERROR_NOMATCH ? CP_NO_MATCH
						: CP_GAVE_UP;
}
