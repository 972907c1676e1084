/* One self-contained HTML page: the map, the same in words, the summary, and the thread with
 * what was marked in it. All of it can be read without scripts; with its own one, the map can
 * be explored. */
#ifndef CP_DIAGRAM_PAGE_H
#define CP_DIAGRAM_PAGE_H

#include "diagram/drawing.h"

/* Appends the page of an argument map. `map` is the drawing as SVG and `summary` an HTML
 * fragment, both already safe. Where there is no summary (`at` is NULL), the page has the map
 * alone, without the thread. Where the drawing has what stands, there is a switch for it. */
void cp_page_write(cp_buf *out, const cp_drawing *drawing, cp_str map, cp_str summary);

/* Appends the beginning of a page, up to its title; `policy` is its Content-Security-Policy. What
 * follows is more of the head. */
void cp_page_put_head(
	cp_buf *out, const cp_graph *graph, cp_str title, const char *policy);

/* page.css and page.js; the build makes them C. */
extern const char cp_page_style[], cp_page_script[];

#endif
