/* Findings: what is wrong with the user's data, where, and what to do about it.
 *
 * Whoever finds something adds it to a list and goes on, so that one run shows all. The
 * list owns everything said in it. Places are given as a range of bytes or, of JSON, as a
 * pointer, which is turned into bytes only when the finding is shown. */
#ifndef CP_BASE_DIAG_H
#define CP_BASE_DIAG_H

#include "base/array.h"
#include "base/buf.h"

#include <stdint.h>
#include <stdio.h>

typedef enum cp_severity {
	CP_NOTE,
	CP_HINT,
	CP_WARNING,
	CP_ERROR,
	CP_SEVERITIES
} cp_severity;

extern const char *const cp_severity_names[CP_SEVERITIES]; /* "note", … */

typedef enum cp_code {
#define CODE(name, code, severity, means, remedy, example) CP_##name,
#include "base/diag_codes.h"
#undef CODE
	CP_CODES
} cp_code;

typedef struct cp_code_info {
	const char *code; /* as shown: "quote-not-found" */
	cp_severity severity;
	const char *means, *remedy;
	const char *example; /* JSON that makes it; NULL: none */
} cp_code_info;

extern const cp_code_info cp_code_infos[CP_CODES];

/* A text that findings are in; it lives as long as their list. */
typedef struct cp_source {
	const char *name; /* as the user gave it */
	cp_str text;      /* the bytes of `owned`, or borrowed */
	cp_buf owned;
	struct cp_source *older; /* the list's other sources */
	size_t rank;             /* in the order of first findings; 0: none yet */
	/* Turns a JSON pointer into a range of bytes; NULL for plain text. */
	bool (*locate)(struct cp_source *source, cp_str pointer, bool key, size_t *start,
		size_t *end);
	void *index;     /* what `locate` keeps between calls, in … */
	cp_arena *arena; /* … the list's arena */
} cp_source;

typedef struct cp_place {
	cp_source *source; /* NULL: nowhere in particular */
	cp_str pointer;    /* JSON pointer; at == NULL: the bytes below */
	bool key;          /* the property's name, not its value */
	size_t start, end; /* bytes in the source */
} cp_place;

typedef struct cp_diag {
	cp_code code;
	cp_severity severity;
	cp_place place;
	cp_str message, hint; /* one line each; hint may be empty */
	cp_place also;        /* a second place, with also.source set … */
	cp_str also_message;  /* … and what it has to do with it */
	cp_str wrong, right;  /* how to mend it, if `right` has an `at` */
	size_t file, order;   /* the rank of its file, of itself; for sorting */
} cp_diag;

typedef struct cp_diags {
	cp_arena arena;
	CP_ARRAY(cp_diag) list;
	size_t count[CP_SEVERITIES];
	cp_source *sources;
	size_t ranked;       /* sources that have findings */
	size_t rank_of_none; /* as a source's, of the findings that are nowhere */
	size_t suggestions;  /* looked for so far */
} cp_diags;

/* An empty list is all zeros. */
void cp_diags_clear(cp_diags *diags);

/* A text that findings will be in. Its bytes become the list's, and `text` is empty. A name
 * of "-" is the standard input's. */
cp_source *cp_diags_add_source(cp_diags *diags, const char *name, cp_buf *text);

/* Adds a finding with the severity of its code. The place is copied. The result lives
 * until the next finding is added, for the functions below. */
cp_diag *cp_diag_add(cp_diags *diags, cp_code code, cp_place place, const char *format,
	...) __attribute__((format(printf, 4, 5)));
void cp_diag_hint(cp_diags *diags, cp_diag *diag, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void cp_diag_also(cp_diags *diags, cp_diag *diag, cp_place place, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Says how the finding can be mended without asking: the text at its place, `wrong`, becomes
 * `right`. The place is one in JSON: a value that is a text, or the name of a property. */
void cp_diag_fix(cp_diags *diags, cp_diag *diag, cp_str wrong, cp_str right);

/* A place in a plain text, and at a JSON pointer of `diags`' own making. */
cp_place cp_place_bytes(cp_source *source, size_t start, size_t end);
cp_place cp_place_json(cp_diags *diags, cp_source *source, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

typedef struct cp_diag_style {
	bool colour;  /* with the terminal's escape codes */
	size_t limit; /* show no more than this many; 0: all */
} cp_diag_style;

/* Writes the findings in the order of their files and places, as a compiler does. */
void cp_diags_write(cp_diags *diags, cp_buf *out, cp_diag_style style);

#endif
