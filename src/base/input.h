/* Where a document comes from: a file, or a text that is in memory already. */
#ifndef CP_BASE_INPUT_H
#define CP_BASE_INPUT_H

#include "base/diag.h"

typedef struct cp_input {
	const char *path; /* "-": the standard input; of a text, its name in findings */
	cp_str text;      /* at == NULL: the file's */
	size_t line;      /* of the file, at which the text begins; 0: the first */
	const char *root; /* the folder in which are the files that a text may name;
	                   * NULL: none */
} cp_input;

/* Appends its bytes. False, with a finding, where it cannot be read. */
bool cp_input_bytes(const cp_input *input, cp_buf *out, cp_diags *diags) CP_MUST_USE;

/* As a text of the findings' own, which `root` must outlive. NULL, with a finding, where it
 * cannot be read. */
cp_source *cp_input_read(const cp_input *input, cp_diags *diags) CP_MUST_USE;

/* A text that takes the place of `source` in the list, with its name and what it may do. */
cp_source *cp_input_replace(cp_diags *diags, const cp_source *source, cp_buf *text);

/* Appends the file called `name` in the document `from`: one beside it, or, of a text, one in its
 * root. `path` becomes how it was looked for. 0, or an errno value; EPERM: the text may not name
 * it. */
int cp_input_read_named(cp_arena *arena, const cp_source *from, cp_str name, cp_str *path,
	cp_buf *out) CP_MUST_USE;

/* "Cannot read …", with the reason. */
void cp_input_report(cp_diags *diags, cp_place place, const char *path, int error);

#endif
