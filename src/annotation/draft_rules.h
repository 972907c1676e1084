/* The rules of draft: a table of data.
 *
 * A rule has markers, phrases in small letters, and says what a sentence with one of them is.
 * Markers and classes follow Stab and Gurevych, "Parsing Argumentation Structures in
 * Persuasive Essays" (2017), table C1, and the indicators of Lawrence and Reed (2015). The
 * confidence is about what was measured (docs/draft.md); it is data, to be set anew when
 * rules or measurements change. */
#ifndef CP_ANNOTATION_DRAFT_RULES_H
#define CP_ANNOTATION_DRAFT_RULES_H

#include "base/buf.h"

/* What a rule makes of what it finds. */
typedef enum cp_draft_use {
	CP_DRAFT_QUOTATION,  /* a quotation */
	CP_DRAFT_ADDRESS,    /* whom a comment addresses, who wrote it */
	CP_DRAFT_CLAIM,      /* the sentence is a claim */
	CP_DRAFT_PREMISE,    /* what follows is a reason for the rest of the sentence */
	CP_DRAFT_EVIDENCE,   /* the sentence is a reason for the one before */
	CP_DRAFT_CONCLUSION, /* the one before is a reason for the sentence */
	CP_DRAFT_CONCESSION, /* what follows is granted, and the rest said against it */
	CP_DRAFT_GRANTED,    /* the sentence is granted */
	CP_DRAFT_CONTRAST,   /* the sentence is against the one before */
	CP_DRAFT_DENIAL,     /* it is against what is quoted before, or what it answers */
	CP_DRAFT_UNDERCUT,   /* it is against the step that the one before takes */
	CP_DRAFT_ENDORSED,   /* what is quoted before is endorsed */
} cp_draft_use;

typedef enum cp_draft_place {
	CP_DRAFT_BY_FORM, /* not found by markers */
	CP_DRAFT_START,   /* at the beginning of a sentence */
	CP_DRAFT_INSIDE,  /* past its first words */
	CP_DRAFT_EITHER,
} cp_draft_place;

typedef struct cp_draft_rule {
	const char *id;
	char class; /* 'A' strong, 'B' medium, 'C' weak: only if asked for */
	cp_draft_use use;
	cp_draft_place place;
	double confidence;
	const char
		*markers; /* apart by "|"; what follows a "/" must follow, but is part of
			      * what is said; what begins with "!" only looks like a
			      * marker; NULL: it goes by form */
	const char *help; /* one line */
} cp_draft_rule;

/* Those that go by form. They come first in the table, in this order. */
enum cp_draft_form {
	CP_RULE_QUOTE_MARKED,
	CP_RULE_QUOTE_LINES,
	CP_RULE_QUOTE_SAID,
	CP_RULE_QUOTE_PARAGRAPH,
	CP_RULE_QUOTE_PAIR,
	CP_RULE_QUOTE_ECHO,
	CP_RULE_QUOTE_SOURCE,
	CP_RULE_AT_NAME,
	CP_RULE_VOCATIVE,
	CP_RULE_SPEAKER,
	CP_RULE_ANSWERS_QUOTATION,
	CP_RULES_BY_FORM
};

enum { CP_DRAFT_RULES = 32 }; /* room for so many */

extern const cp_draft_rule cp_draft_rules[]; /* ends with an id of NULL */

/* The index of a rule; -1 where there is none of that name. */
int cp_draft_rule_find(cp_str id);

/* Appends a line on each rule, and its markers. */
void cp_draft_rules_write(cp_buf *out);

#endif
