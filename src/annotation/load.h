/* A debate as a file gives it: the annotation, its thread, and everything they live in. */
#ifndef CP_ANNOTATION_LOAD_H
#define CP_ANNOTATION_LOAD_H

#include "annotation/annotation.h"
#include "base/input.h"
#include "json/document.h"
#include "json/schema.h"

typedef struct cp_loaded {
	cp_arena arena;
	cp_document annotation_document, thread_document;
	cp_schemas *all_schemas;
	const cp_schema *schemas[2]; /* of the one and of the other */
	cp_annotation *annotation;
} cp_loaded;

/* Reads and checks the annotation `path` ("-" is the standard input) and its thread. All
 * findings go to `diags`, which keeps the texts. False where the annotation could not be
 * opened or is not JSON, so that nothing can be made of it. */
bool cp_loaded_read(cp_loaded *loaded, const char *path, cp_diags *diags);
bool cp_loaded_read_text(cp_loaded *loaded, cp_source *source, cp_diags *diags);

/* How it is read. */
typedef struct cp_reading {
	cp_unit unit; /* what `start` and `end` count */
	bool bare;    /* a thread will do: nothing is annotated in it */
} cp_reading;

/* The same of a file or a text, read so. */
bool cp_loaded_read_in(
	cp_loaded *loaded, const cp_input *input, cp_reading reading, cp_diags *diags);

/* Reads and checks a thread alone; NULL where it has no comments. It lives as long
 * as `loaded`. */
cp_thread *cp_loaded_read_thread(
	cp_loaded *loaded, const cp_input *input, cp_diags *diags);

void cp_loaded_clear(cp_loaded *loaded);

#define CP_ANNOTATION_SCHEMA_URI "counterpoint:/annotation.schema.json"

/* The two schemas, compiled in: as they are, and without what only people and editors read
 * of them, for checking. From schemas/, by json/embed.c. */
extern const char cp_thread_schema[], cp_annotation_schema[];
extern const char cp_annotation_schema_rules[];

#endif
