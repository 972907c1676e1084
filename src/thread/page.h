/* A page as it was saved: its bytes, its text, and its values, if it is JSON. */
#ifndef CP_THREAD_PAGE_H
#define CP_THREAD_PAGE_H

#include "base/input.h"

/* It is held, and outlives all that is made of it. */
typedef struct cp_page {
	cp_source *source;   /* its text: UTF-8, by the rules of text/encoding.h */
	cp_str bytes;        /* the file as it is */
	cp_buf owned;        /* has the bytes, where they are not those of the text */
	struct json_t *json; /* the text as JSON; NULL: it is none */
	cp_arena values;     /* where the memory of its values is: none is to be freed */
} cp_page;

/* Reads a file or a text. It becomes the findings' own; what of it is not UTF-8 is replaced, and
 * reported. A text that is given is meant to be UTF-8, whatever it says itself. False, with a
 * finding, if it cannot be read. */
bool cp_page_read(cp_page *page, const cp_input *input, cp_diags *diags) CP_MUST_USE;

/* The same of a file's bytes that are there already; they are taken. */
void cp_page_init(cp_page *page, const char *name, cp_buf *bytes, cp_diags *diags);
void cp_page_clear(cp_page *page);

/* The first byte that is no blank; 0: the page is empty. */
char cp_page_first(const cp_page *page);

/* page_json.c: the values of a page that is JSON, into `json`. Where an object has a property
 * twice the last one counts, as with other parsers, and that is reported. */
void cp_page_parse(cp_page *page, cp_diags *diags);

/* Why the page, which looks like JSON, is none. */
void cp_page_report_json(const cp_page *page, cp_diags *diags);

/* Is it an annotation, which somebody took for a page? */
bool cp_page_is_annotation(const cp_page *page);

#endif
