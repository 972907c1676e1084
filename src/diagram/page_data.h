/* What the script of a page knows of the debate. What is the user's is text and nothing
 * else. */
#ifndef CP_DIAGRAM_PAGE_DATA_H
#define CP_DIAGRAM_PAGE_DATA_H

#include "base/buf.h"
#include "graph/graph.h"

/* Appends claims, items, steps and people as JSON that may stand in a <script>: it has no
 * "<". Things point to one another by their indices in the graph. */
void cp_page_write_data(cp_buf *out, const cp_graph *graph);

#endif
