/* Regular expressions of JSON Schema: ECMA-262 with the flag "u", never anchored, run by
 * PCRE2 within limits. */
#ifndef CP_JSON_SCHEMA_PATTERN_H
#define CP_JSON_SCHEMA_PATTERN_H

#include "base/buf.h"

typedef struct cp_pattern cp_pattern;

/* What patterns share, made once one of them needs it. An empty one is all zeros. */
typedef struct cp_patterns {
	struct cp_matcher *matcher;
} cp_patterns;

void cp_patterns_clear(cp_patterns *patterns);

/* A pattern in the arena, which outlives neither it nor `patterns`; NULL, with the reason in
 * `error`, where the text is no regular expression. */
cp_pattern *cp_pattern_new(
	cp_arena *arena, cp_patterns *patterns, cp_str text, cp_buf *error);

/* Is there a place in `text`, valid UTF-8, that fits the pattern? CP_GAVE_UP where it takes
 * more than a million steps to tell. */
typedef enum cp_match { CP_NO_MATCH, CP_MATCH, CP_GAVE_UP } cp_match;
cp_match cp_pattern_match(const cp_pattern *pattern, cp_str text);

/* The pattern in the syntax of PCRE2, appended to `out`. False, with the reason in `error`,
 * where it has something that ECMA-262 does not know. */
bool cp_pattern_translate(cp_buf *out, cp_str text, cp_buf *error);

#endif
