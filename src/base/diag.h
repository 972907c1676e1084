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
	size_t line;      /* the number of its first line; 0 is 1 */
	bool is_given;    /* it was no file, and may name files … */
	const char *root; /* … in this folder alone; NULL: none; see base/input.h */
	struct cp_source *older;        /* the list's other sources */
	size_t rank;                    /* in the order of first findings; 0: none yet */
	CP_ARRAY(struct cp_mark) marks; /* where its lines are; see cp_source_position */
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
	cp_severity severity; /* of its code; in a sorted list, by the switches */
	bool allowed;         /* by an x-allow of the file: not shown */
	cp_place place;
	cp_str message, hint; /* one line each; hint may be empty */
	cp_place also;        /* a second place, with also.source set … */
	cp_str also_message;  /* … and what it has to do with it */
	cp_str wrong, right;  /* how to mend it, if `right` has an `at` */
	size_t file, order;   /* the rank of its file, of itself; for sorting */
} cp_diag;

/* What was said of a code or of a severity: 1 yes, -1 no, 0 nothing. */
typedef struct cp_switch {
	signed char show, error;
} cp_switch;

typedef struct cp_diags {
	cp_arena arena;
	CP_ARRAY(cp_diag) list;
	size_t count[CP_SEVERITIES]; /* of all that were added, whatever the switches */
	cp_source *sources;
	size_t ranked;       /* sources that have findings */
	size_t rank_of_none; /* as a source's, of the findings that are nowhere */
	size_t suggestions;  /* looked for so far */
	cp_switch of_code[CP_CODES], of_severity[CP_SEVERITIES];
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

/* ---- Switches, as those of compilers ---- */

typedef enum cp_switched {
	CP_SWITCH_TAKEN,
	CP_SWITCH_UNKNOWN, /* there is no such code … */
	CP_SWITCH_OF_ERROR /* … or it is of an error, which nothing hides or softens */
} cp_switched;

/* Takes what stands after -W: a code (show it), "no-" and a code (hide it), "error=" and a
 * code (make it an error), "no-error=" and a code (leave it what it is); in place of a code,
 * a severity, or "all", which are warnings and hints; "error" and "no-error" alone are of all
 * warnings. What is said of a code goes before what is said of a severity; else what is said
 * last counts. `name` is the code in `text`. Findings stay in the list: only how they are
 * shown and counted changes. */
cp_switched cp_diags_switch(cp_diags *diags, cp_str text, cp_str *name);

/* CP_CODES where there is no such code. */
cp_code cp_code_named(cp_str name);

/* By the switches; CP_SEVERITIES where it is hidden. */
cp_severity cp_diag_severity(const cp_diags *diags, const cp_diag *diag);

/* How many findings of a severity are shown, and how many are not as they are allowed. */
size_t cp_diags_count(const cp_diags *diags, cp_severity severity);
size_t cp_diags_allowed(const cp_diags *diags);

/* ---- Showing ---- */

/* The findings that are shown, and with `allowed` those that the files allow, in the order of
 * their files and places. Places are in bytes, severities by the switches. The list's. */
const cp_diag *cp_diags_sorted(cp_diags *diags, bool allowed, size_t *count);

typedef struct cp_position {
	size_t line, column; /* from 1; columns are code points */
	size_t code_points;  /* before it in the text */
} cp_position;

/* Of a byte of a source, up to its end. */
cp_position cp_source_position(cp_source *source, size_t byte);

typedef struct cp_diag_style {
	bool colour;  /* with the terminal's escape codes */
	bool changes; /* they tell what is mended, in a line each */
	bool allowed; /* show what the files allow, too */
	size_t limit; /* show no more than this many; 0: all */
} cp_diag_style;

/* Writes the findings as a compiler does. */
void cp_diags_write(cp_diags *diags, cp_buf *out, cp_diag_style style);

#endif
