/* A map in pages that lead to one another, as files: each page an SVG, and over them an
 * index.html with previews of the pages and the whole map in words. They need no network, and
 * nothing but one another. See graph/split.h for what is on which page. */
#ifndef CP_DIAGRAM_SPLIT_H
#define CP_DIAGRAM_SPLIT_H

#include "diagram/drawing.h"

typedef struct cp_page_file {
	cp_str name; /* "page-02-no-use.svg": safe, and unlike the others also in lower case */
	cp_str text;
} cp_page_file;

/* How the pages are drawn. */
typedef struct cp_page_look {
	cp_look look;
	const struct cp_theme *theme; /* NULL: the default */
	cp_layout layout;
	size_t most; /* boxes on a page, where that is possible */
} cp_page_look;

typedef struct cp_page_files {
	CP_ARRAY(cp_page_file) list; /* the index first */
} cp_page_files;

/* The files, in the arena. NULL, with a finding, where a page could not be laid out. */
const cp_page_files *cp_page_files_new(
	cp_arena *arena, const cp_graph *graph, const cp_page_look *how, cp_diags *diags);

#endif
