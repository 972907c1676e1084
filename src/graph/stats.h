/* The measures as tables. */
#ifndef CP_GRAPH_STATS_H
#define CP_GRAPH_STATS_H

#include "graph/measures.h"
#include "graph/table.h"

/* The tables in the order in which they are written. */
size_t cp_stats_count(void);
const cp_table *cp_stats_table(size_t index);

/* Each writes all tables (`only` == NULL), or one of them. As CSV, each of several tables has a
 * line with its name before it, and an empty line after it. */
void cp_stats_write_text(
	cp_buf *out, const cp_measures *measures, const cp_table *only, bool explain);
void cp_stats_write_csv(cp_buf *out, const cp_measures *measures, const cp_table *only);
void cp_stats_write_json(cp_buf *out, const cp_measures *measures, const cp_table *only);

#endif
