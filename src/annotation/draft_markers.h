/* The markers of the rules that a draft uses, found in the words of a sentence. */
#ifndef CP_ANNOTATION_DRAFT_MARKERS_H
#define CP_ANNOTATION_DRAFT_MARKERS_H

#include "annotation/draft.h"
#include "text/tokens.h"

enum { CP_MARKER_WORDS = 8 };

typedef struct cp_marker {
	uint64_t words[CP_MARKER_WORDS]; /* their hashes */
	uint32_t len, rule;
	uint32_t joins; /* so many of its words join; the rest belongs to what is said */
	bool barred;    /* after a "!": it only looks like a marker, and is none */
} cp_marker;

typedef struct cp_markers {
	CP_ARRAY(cp_marker) list; /* by their first words, longer ones first */
} cp_markers;

cp_markers cp_markers_read(cp_arena *arena, const cp_draft *draft);

/* The longest marker that begins at the token `at`, ends before `end`, and may stand in this
 * place; NULL where there is none. */
const cp_marker *cp_marker_at(const cp_markers *markers, const cp_token *tokens,
	uint32_t at, uint32_t end, cp_draft_place place);

#endif
