/* From a saved page to a thread, with a report of what was left out and what was guessed. */
#ifndef CP_THREAD_IMPORT_H
#define CP_THREAD_IMPORT_H

#include "thread/thread.h"

/* A reader of one kind of page. It adds to `diags` what it left out (CP_LEFT_OUT), what it
 * worked out (CP_GUESSED) and what it could not (CP_UNRESOLVED), each with its place. */
typedef struct cp_thread_format {
	const char *name;               /* for --from */
	const char *help;               /* one line */
	bool (*recognise)(cp_str text); /* is this text of that kind? */
	bool (*read)(
		cp_arena *arena, cp_source *source, cp_thread *thread, cp_diags *diags);
} cp_thread_format;

extern const cp_thread_format cp_thread_formats[]; /* ends with a name of NULL */

/* Reads the saved page `path` ("-": the standard input) as a text of the findings' own,
 * with what is not UTF-8 replaced, and reported. NULL, with a finding, if it cannot be. */
cp_source *cp_page_read(const char *path, cp_diags *diags);

/* The format of that name; NULL where there is none. */
const cp_thread_format *cp_thread_format_named(const char *name);

/* Reads `source` as `format`, or as what it is recognised as where that is NULL. The
 * thread lives in the arena and borrows from the source. NULL where nothing was found. */
cp_thread *cp_thread_import(cp_arena *arena, cp_source *source,
	const cp_thread_format *format, cp_diags *diags);

/* page_text.c */
bool cp_page_text_recognise(cp_str text);
bool cp_page_text_read(
	cp_arena *arena, cp_source *source, cp_thread *thread, cp_diags *diags);

#endif
