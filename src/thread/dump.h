/* What the readers of dumps in XML share: the many comments of a site, some of which were
 * never shown, or are no comments. */
#ifndef CP_THREAD_DUMP_H
#define CP_THREAD_DUMP_H

#include "text/xml_read.h"
#include "thread/import.h"

typedef struct cp_dump_entry {
	cp_found found; /* with comment.missing set where it is not to be shown */
	cp_found_thread *thread;
	bool ping; /* a note that another page links here */
} cp_dump_entry;

typedef struct cp_dump {
	cp_import *import;
	CP_ARRAY(cp_dump_entry) entries;
	cp_map by_name; /* a comment's name to its entry; names differ in all of a dump */
} cp_dump;

/* An element whose text goes into a field of a struct. */
typedef struct cp_dump_field {
	const char *space; /* a part of the address of its namespace; "": of any */
	const char *name;
	size_t offset; /* of the cp_str in the struct */
} cp_dump_field;

/* Puts a trimmed copy of `text` into the field that the element fills, unless that has a
 * value; so the first of several counts. */
void cp_dump_fill(cp_arena *arena, void *record, const cp_dump_field *fields,
	size_t count, const cp_xml_element *element, cp_str text);

void cp_dump_add(cp_dump *dump, cp_dump_entry entry);

/* Gives the comments to their threads. What was not shown is left out, and counted, unless a
 * comment that was shown answers it: then its place is kept, without its text. */
void cp_dump_settle(cp_dump *dump);

/* Where the XML begins: an odd character before it is no reason not to read it. SIZE_MAX:
 * this is no XML. */
size_t cp_dump_start(cp_str text);

/* Reads the page's XML, and reports how it ended. */
void cp_dump_read(cp_import *import, const cp_xml_events *events, void *to);

/* HTML as it is stored, as a text with marks; reported where it cannot be read to its end. */
void cp_dump_text(cp_import *import, cp_str html, cp_place place, cp_comment *comment);

#endif
