/* Frameworks as the solvers of the ICCMA competitions exchange them. */
#ifndef CP_GRAPH_AF_TEXT_H
#define CP_GRAPH_AF_TEXT_H

#include "base/diag.h"
#include "base/map.h"
#include "graph/af.h"

enum { CP_MOST_ARGUMENTS = 10000000 }; /* that a file may announce without naming them */

typedef struct cp_named_af {
	const cp_af *af; /* of targets alone: see cp_af_whole */
	cp_str *names;   /* of the arguments; NULL: 1, 2, 3 … */
	cp_map by_name;
} cp_named_af;

struct cp_af_reader;

typedef struct cp_af_format {
	const char *name;
	bool has_names;             /* arguments have names that are parts of the text */
	bool (*is_in)(cp_str text); /* does the text look like it? */
	void (*read)(struct cp_af_reader *reader);
} cp_af_format;

/* The formats, in the order in which they are looked for; the last one has no name. */
extern const cp_af_format cp_af_formats[];

/* The format of that name; NULL where there is none. */
const cp_af_format *cp_af_format_named(const char *name);

/* Reads a framework; a format of NULL is recognised. NULL, with findings, if anything in the
 * text is not as it should be: part of a framework is another framework. All of it is in the
 * arena. */
const cp_named_af *cp_af_read(
	cp_arena *arena, cp_source *source, const cp_af_format *format, cp_diags *diags);

/* The argument of that name; CP_NONE where there is none. */
uint32_t cp_named_af_find(const cp_named_af *named, cp_str name);

void cp_named_af_put_name(cp_buf *out, const cp_named_af *named, uint32_t argument);

#endif
