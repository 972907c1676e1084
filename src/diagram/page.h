/* One self-contained HTML page: the map, the summary, and the thread with what was marked
 * in it. Readable without scripts; it has none. */
#ifndef CP_DIAGRAM_PAGE_H
#define CP_DIAGRAM_PAGE_H

#include "base/buf.h"
#include "graph/graph.h"

/* Appends the page. `map` is an SVG and `summary` an HTML fragment, both already safe. */
void cp_page_write(cp_buf *out, const cp_graph *graph, cp_str map, cp_str summary);

#endif
