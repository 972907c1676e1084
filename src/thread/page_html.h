/* What the parts of the reader of saved HTML pages share. */
#ifndef CP_THREAD_PAGE_HTML_H
#define CP_THREAD_PAGE_HTML_H

#include "text/html.h"
#include "thread/import.h"

/* Elements that are looked for: by name, and by a word of an attribute. NULL: any. */
typedef struct cp_selector {
	const char *name, *attribute, *word;
} cp_selector;

typedef struct cp_html_page {
	cp_import *import;
	cp_html *html;
	cp_found_thread *thread;
	bool *entry;             /* of each node: a comment stands in it */
	CP_ARRAY(uint32_t) list; /* those nodes, in the order of the page */
	size_t pings;            /* of these, notes of other pages that link here */
	bool nested;             /* a comment is known to answer another */
	size_t odd_times;        /* times that are in no form that is known */
} cp_html_page;

bool cp_selects(const cp_html *html, uint32_t node, const cp_selector *selector);

/* The first node in `root` that a selector selects, outside of other comments than the one
 * that `root` is; an earlier selector counts more. CP_NONE: there is none. */
uint32_t cp_html_find(const cp_html_page *page, uint32_t root,
	const cp_selector *selectors, size_t count);
#define CP_FIND(page, root, selectors) \
	cp_html_find((page), (root), (selectors), sizeof(selectors) / sizeof *(selectors))

/* Sets `left_out` of all such nodes in `root`, the root aside. */
void cp_html_leave_out(
	cp_html_page *page, uint32_t root, const cp_selector *selectors, size_t count);
#define CP_LEAVE_OUT(page, root, selectors) \
	cp_html_leave_out( \
		(page), (root), (selectors), sizeof(selectors) / sizeof *(selectors))

/* The text of a node in one line, in the arena. */
cp_str cp_html_line(const cp_html_page *page, uint32_t node);

/* The date that a short text ends with, in ISO 8601; at == NULL: it does not. */
cp_str cp_html_date_in(const cp_html_page *page, cp_str text);

/* The time that a node states, in ISO 8601; or as the page has it, which `odd` says. */
cp_str cp_html_time(const cp_html_page *page, uint32_t node, bool *odd);

cp_place cp_html_place(const cp_html_page *page, uint32_t node);

/* Copies in the arena; at == NULL where the text is empty. */
cp_str cp_html_keep(const cp_html_page *page, cp_str text);

/* Each finds the comments of the page by other signs: fills `entry` and `list`. */
void cp_html_find_microdata(cp_html_page *page); /* html_entries.c */
void cp_html_find_classes(cp_html_page *page);
void cp_html_find_lists(cp_html_page *page); /* html_lists.c */

/* html_comment.c: adds the comments of the list to the thread. */
void cp_html_read_entries(cp_html_page *page);

/* html_comment.c: the name that a node states, without what themes put around it. */
cp_str cp_html_name(const cp_html_page *page, uint32_t node);

/* A name for a comment that has none, by which others can answer it. No id begins with a
 * space as it does; it is taken away again in the end. */
cp_str cp_html_invent_name(const cp_html_page *page);

/* html_article.c: title, address, language, and the article as a comment. */
void cp_html_read_article(cp_html_page *page);

/* page_ld_json.c: adds the comments that the page's JSON-LD has, if any. */
void cp_html_read_ld_json(cp_html_page *page);

#endif
