/* The marks of a comment in JSON, where places in the text are counted in code points. */
#ifndef CP_THREAD_MARKS_H
#define CP_THREAD_MARKS_H

#include "base/diag.h"
#include "text/rich.h"

struct json_t;

/* Puts them into the order of their text: those that begin first, and of these those that have
 * others inside. */
void cp_marks_sort(cp_marks *marks);

/* Reads the array `json`, which stands in `source` at `pointer`, as marks of `text`. A mark
 * that lies outside the text is reported and left out, any other that has no sense is left
 * out: its form is the schema's to judge. They come in the order of the text. */
cp_marks cp_marks_read(cp_arena *arena, const struct json_t *json, cp_str text,
	cp_source *source, const char *pointer, cp_diags *diags);

/* Appends them as a JSON array, a mark a line, as parts of a comment are set out. */
void cp_marks_write(cp_buf *out, cp_marks marks, cp_str text);

#endif
