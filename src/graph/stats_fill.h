/* What the files share that fill the tables of stats.h. */
#ifndef CP_GRAPH_STATS_FILL_H
#define CP_GRAPH_STATS_FILL_H

#include "graph/measures.h"
#include "graph/table.h"
#include "graph/words.h"

/* A table while it is filled. */
typedef struct cp_filler {
	cp_cells cells;
	const cp_measures *measures;
	const cp_graph *graph;
} cp_filler;

/* A table, and what adds its cells, as many to a row as it has columns. */
typedef struct cp_stat {
	cp_table table;
	void (*fill)(cp_filler *filler);
} cp_stat;

extern const cp_stat cp_stat_overview, cp_stat_sides, cp_stat_speakers, cp_stat_moves,
	cp_stat_pairs, cp_stat_points, cp_stat_clashes, cp_stat_unanswered,
	cp_stat_concessions, cp_stat_shared, cp_stat_burden, cp_stat_minority,
	cp_stat_questions, cp_stat_past, cp_stat_time, cp_stat_quotations,
	cp_stat_coverage, cp_stat_schemes, cp_stat_claims;

/* Each adds a cell: of a person or a comment by index, an empty one for CP_NONE; of a claim its
 * id, its text, or its strength, empty where it has none. */
void cp_stat_put_word(cp_filler *filler, const char *word);
void cp_stat_put_count(cp_filler *filler, size_t count);
void cp_stat_put_person(cp_filler *filler, uint32_t person);
void cp_stat_put_comment(cp_filler *filler, uint32_t comment);
void cp_stat_put_claim_id(cp_filler *filler, uint32_t claim);
void cp_stat_put_claim(cp_filler *filler, uint32_t claim);
void cp_stat_put_strength(cp_filler *filler, uint32_t claim);
void cp_stat_put_side(cp_filler *filler, cp_stance side);

/* Borrowed. */
const cp_item *cp_stat_item(const cp_filler *filler, uint32_t item);

#endif
