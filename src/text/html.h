/* HTML: as a tree, and as text with marks. html.c is the only file that knows libxml2's HTML
 * parser, whose library is opened when the first HTML is read.
 *
 * The tree is an array in the order of the page: what is inside node i are the nodes from
 * i + 1 up to, without, its `end`. So every walk is a loop. The rules by which HTML becomes
 * text are those of docs/import.md. */
#ifndef CP_TEXT_HTML_H
#define CP_TEXT_HTML_H

#include "text/rich.h"

#include <stdint.h>

enum { CP_HTML_DEEPEST = 500 }; /* elements in one another; no page of people has 100 */

typedef struct cp_html_node {
	cp_str name;         /* of an element, in small letters; at == NULL: it is text */
	cp_str text;         /* of text: references decoded, white space as in the page */
	uint32_t parent;     /* of the root, itself */
	uint32_t end;        /* the first node after it and what is in it */
	uint32_t attributes; /* the first in cp_html.attributes … */
	uint32_t count;      /* … and how many */
	size_t at;     /* byte of the HTML at which it begins, near enough to show */
	bool left_out; /* for the caller to set: it is not part of any text */
} cp_html_node;

typedef struct cp_html_attribute {
	cp_str name,
		value; /* in small letters; references decoded, empty if there is none */
} cp_html_attribute;

typedef struct cp_html {
	CP_ARRAY(cp_html_node) nodes; /* the first is the root, with an empty name */
	CP_ARRAY(cp_html_attribute) attributes;
	const char *fault; /* why the tree ends before the page does; NULL: it does not */
} cp_html;

/* Reads HTML, which is valid UTF-8, whatever it declares itself to be. All is copied to the
 * arena. Never NULL: `fault` says what is wrong. */
cp_html *cp_html_parse(cp_arena *arena, cp_str html);

/* The value of an attribute; at == NULL where the node has none of that name. */
cp_str cp_html_attribute_of(const cp_html *html, uint32_t node, const char *name);

/* Is `word` among the words of that attribute, as a class is? In capitals or not. */
bool cp_html_has_word(
	const cp_html *html, uint32_t node, const char *attribute, const char *word);

typedef enum cp_html_lines {
	CP_HTML_FLOW,  /* line breaks of the source are white space, as in a browser */
	CP_HTML_LINES, /* they are line breaks, as in what WordPress stores */
} cp_html_lines;

/* The text in a node, with marks. What is hidden or left out in it is not in the text; what
 * the node itself is does not matter. */
void cp_html_text(cp_arena *arena, const cp_html *html, uint32_t node,
	cp_html_lines lines, cp_rich *out);

/* The text of some HTML, which is valid UTF-8. False where it cannot be read to its end: it
 * is nested more than CP_HTML_DEEPEST deep, a tag has thousands of attributes, or there is no
 * libxml2. `out` is then what was
 * read. */
bool cp_html_read(cp_arena *arena, cp_str html, cp_rich *out);
bool cp_html_read_lines(cp_arena *arena, cp_str html, cp_rich *out);

#endif
