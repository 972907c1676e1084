/* Tables, written for people, for spreadsheets and for programs. A cell is kept as it is
 * printed, so that all three say the same. */
#ifndef CP_GRAPH_TABLE_H
#define CP_GRAPH_TABLE_H

#include "base/array.h"
#include "base/buf.h"

#include <stdint.h>

typedef enum cp_cell_kind {
	CP_CELL_NONE, /* there is nothing to say */
	CP_CELL_TEXT,
	CP_CELL_NUMBER,
	CP_CELL_YES, /* or no */
} cp_cell_kind;

typedef struct cp_cell {
	cp_cell_kind kind;
	cp_str text;
	uint64_t number;   /* in units of the last decimal; 1 is yes */
	unsigned decimals; /* "33.3" is 333 with one */
} cp_cell;

enum { CP_MOST_COLUMNS = 14 };

typedef struct cp_table {
	const char *name, *title;
	const char *help; /* how its numbers come about */
	/* Their names, up to NULL; "_" parts words. */
	const char *columns[CP_MOST_COLUMNS + 1];
	bool keyed; /* two columns: a name and its value */
} cp_table;

typedef struct cp_cells {
	cp_arena *arena;
	CP_ARRAY(cp_cell) list; /* row by row */
} cp_cells;

void cp_cells_text(cp_cells *cells, cp_str text);
void cp_cells_count(cp_cells *cells, size_t count);
void cp_cells_share(
	cp_cells *cells, size_t part, size_t whole); /* per cent, one decimal */
void cp_cells_score(cp_cells *cells, double score);  /* not negative, three decimals */
void cp_cells_yes(cp_cells *cells, bool yes);
void cp_cells_none(cp_cells *cells);

/* Aligned columns below the title, texts cut so that most lines have at most 100 letters; with
 * `explain`, the help between them. */
void cp_table_write_text(
	cp_buf *out, const cp_table *table, const cp_cells *cells, bool explain);

/* RFC 4180, with a line of names. What spreadsheets would take for a formula gets an
 * apostrophe in front. */
void cp_table_write_csv(cp_buf *out, const cp_table *table, const cp_cells *cells);

/* An HTML table with its title as the caption. Names are written with spaces. */
void cp_table_write_html(cp_buf *out, const cp_table *table, const cp_cells *cells);

struct cp_json_writer;

/* A property of the table's name: an array of objects, or of what is keyed, one object. */
void cp_table_write_json(
	struct cp_json_writer *writer, const cp_table *table, const cp_cells *cells);

#endif
