#include "graph/table.h"

#include "json/writer.h"
#include "text/columns.h"
#include "text/utf8.h"
#include "text/xml.h"

/* ---- Cells ---- */

static void add_number(cp_cells *cells, uint64_t number, unsigned decimals)
{
	*cp_push(cells->arena, &cells->list) =
		(cp_cell){.kind = CP_CELL_NUMBER, .number = number, .decimals = decimals};
}

void cp_cells_text(cp_cells *cells, cp_str text)
{
	*cp_push(cells->arena, &cells->list) =
		(cp_cell){.kind = CP_CELL_TEXT, .text = text};
}

void cp_cells_count(cp_cells *cells, size_t count)
{
	add_number(cells, count, 0);
}

void cp_cells_share(cp_cells *cells, size_t part, size_t whole)
{
	if (whole)
		add_number(cells, (part * 1000 + whole / 2) / whole, 1);
	else
		cp_cells_none(cells);
}

void cp_cells_score(cp_cells *cells, double score)
{
	add_number(cells, (uint64_t)(score * 1000 + 0.5), 3);
}

void cp_cells_yes(cp_cells *cells, bool yes)
{
	*cp_push(cells->arena, &cells->list) =
		(cp_cell){.kind = CP_CELL_YES, .number = yes};
}

void cp_cells_none(cp_cells *cells)
{
	*cp_push(cells->arena, &cells->list) = (cp_cell){.kind = CP_CELL_NONE};
}

static void put_number(cp_buf *out, const cp_cell *cell)
{
	uint64_t unit = 1;
	for (unsigned i = 0; i < cell->decimals; i++)
		unit *= 10;
	cp_buf_printf(out, "%llu", (unsigned long long)(cell->number / unit));
	if (cell->decimals)
		cp_buf_printf(out, ".%0*llu", (int)cell->decimals,
			(unsigned long long)(cell->number % unit));
}

static void put_cell(cp_buf *out, const cp_cell *cell)
{
	if (cell->kind == CP_CELL_TEXT)
		cp_buf_put(out, cell->text);
	else if (cell->kind == CP_CELL_NUMBER)
		put_number(out, cell);
	else if (cell->kind == CP_CELL_YES)
		cp_buf_puts(out, cell->number ? "yes" : "no");
}

static size_t count_columns(const cp_table *table)
{
	size_t count = 0;
	while (table->columns[count])
		count++;
	return count;
}

/* ---- Text ---- */

enum {
	LINE = 100,      /* letters, if need be of more than one screen's width */
	MOST_TEXT = 24,  /* letters of a text, but … */
	LEAST_LAST = 48, /* … of one in the last column, so many at least */
	GAP = 2,
};

struct grid {
	const cp_table *table;
	const cp_cells *cells;
	size_t columns, rows;
	size_t width[CP_MOST_COLUMNS];
	bool right[CP_MOST_COLUMNS]; /* numbers stand at the right */
};

static const cp_cell *cell_at(const struct grid *grid, size_t row, size_t column)
{
	return &grid->cells->list.at[row * grid->columns + column];
}

/* The part of a name that stands in one line of the head; at == NULL: there is none. */
static cp_str head_of(const char *name, size_t line)
{
	while (line-- && name)
		name = strchr(name, '_') ? strchr(name, '_') + 1 : NULL;
	return name ? (cp_str){name, strcspn(name, "_")} : (cp_str){0};
}

static size_t measure_head(const char *name, size_t *lines)
{
	size_t widest = 0, line = 0;
	for (cp_str part; (part = head_of(name, line)).at; line++)
		widest = part.len > widest ? part.len : widest;
	*lines = line > *lines ? line : *lines;
	return widest;
}

static size_t put_clipped_cell(cp_buf *out, const cp_cell *cell, size_t most)
{
	cp_buf text = {0};
	put_cell(&text, cell);
	size_t letters = cp_put_clipped(out, cp_buf_str(&text), most);
	cp_buf_clear(&text);
	return letters;
}

static void measure_columns(struct grid *grid, size_t *lines)
{
	size_t line = 0;
	for (size_t c = 0; c < grid->columns; c++) {
		bool last = c + 1 == grid->columns;
		size_t most = !last                ? MOST_TEXT
			: line + LEAST_LAST > LINE ? LEAST_LAST
						   : LINE - line;
		grid->width[c] = measure_head(grid->table->columns[c], lines);
		cp_buf text = {0};
		for (size_t r = 0; r < grid->rows; r++) {
			text.len = 0;
			size_t width = put_clipped_cell(&text, cell_at(grid, r, c), most);
			grid->width[c] = width > grid->width[c] ? width : grid->width[c];
			grid->right[c] |= cell_at(grid, r, c)->kind == CP_CELL_NUMBER;
		}
		cp_buf_clear(&text);
		line += grid->width[c] + GAP;
	}
}

/* `len` letters in a column, with the spaces before, or those after unless it ends the line. */
static void put_aligned(
	cp_buf *out, const struct grid *grid, size_t column, cp_str text, size_t len)
{
	size_t spaces = grid->width[column] - len;
	bool last = column + 1 == grid->columns;
	cp_buf_printf(out, "%*s", grid->right[column] ? (int)spaces : 0, "");
	cp_buf_put(out, text);
	if (!last)
		cp_buf_printf(
			out, "%*s", (int)((grid->right[column] ? 0 : spaces) + GAP), "");
}

static void end_line(cp_buf *out)
{
	while (out->len && out->at[out->len - 1] == ' ')
		out->len--;
	cp_buf_putc(out, '\n');
}

/* The lines of a name stand at the bottom of the head. */
static void put_head(cp_buf *out, const struct grid *grid, size_t lines)
{
	for (size_t line = 0; line < lines; line++) {
		for (size_t c = 0; c < grid->columns; c++) {
			size_t own = 0;
			measure_head(grid->table->columns[c], &own);
			cp_str part = line + own < lines
				? (cp_str){0}
				: head_of(grid->table->columns[c], line + own - lines);
			put_aligned(out, grid, c, part, part.len);
		}
		end_line(out);
	}
}

static void put_row(cp_buf *out, const struct grid *grid, size_t row)
{
	cp_buf text = {0};
	for (size_t c = 0; c < grid->columns; c++) {
		text.len = 0;
		size_t len =
			put_clipped_cell(&text, cell_at(grid, row, c), grid->width[c]);
		put_aligned(out, grid, c, cp_buf_str(&text), len);
	}
	cp_buf_clear(&text);
	end_line(out);
}

void cp_table_write_text(
	cp_buf *out, const cp_table *table, const cp_cells *cells, bool explain)
{
	struct grid grid = {
		.table = table, .cells = cells, .columns = count_columns(table)};
	grid.rows = cells->list.len / grid.columns;
	cp_buf_printf(out, "%s\n\n", table->title);
	if (explain) {
		cp_put_columns(out, cp_str_of(table->help), 0);
		cp_buf_putc(out, '\n');
	}
	if (!grid.rows) {
		cp_buf_puts(out, "None.\n");
		return;
	}
	size_t lines = 0;
	measure_columns(&grid, &lines);
	if (!table->keyed)
		put_head(out, &grid, lines);
	for (size_t r = 0; r < grid.rows; r++)
		put_row(out, &grid, r);
}

/* ---- CSV ---- */

/* As OWASP has it for what a spreadsheet would compute. */
static bool looks_like_formula(cp_str text)
{
	return text.len && strchr("=+-@", text.at[0]);
}

/* Each on one line, as for terminals: a cell of several lines is one that few expect. */
static void put_field(cp_buf *out, const cp_cell *cell)
{
	if (cell->kind != CP_CELL_TEXT) {
		put_cell(out, cell);
		return;
	}
	cp_buf text = {0};
	cp_put_clipped(&text, cell->text, SIZE_MAX);
	cp_buf_puts(out, looks_like_formula(cp_buf_str(&text)) ? "\"'" : "\"");
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"')
			cp_buf_putc(out, '"');
		cp_buf_putc(out, text.at[i]);
	}
	cp_buf_putc(out, '"');
	cp_buf_clear(&text);
}

void cp_table_write_csv(cp_buf *out, const cp_table *table, const cp_cells *cells)
{
	size_t columns = count_columns(table);
	for (size_t c = 0; c < columns; c++)
		cp_buf_printf(out, "%s%s", c ? "," : "", table->columns[c]);
	cp_buf_puts(out, "\r\n");
	for (size_t i = 0; i < cells->list.len; i++) {
		put_field(out, &cells->list.at[i]);
		cp_buf_puts(out, (i + 1) % columns ? "," : "\r\n");
	}
}

/* ---- HTML ---- */

static void put_heads(cp_buf *out, const cp_table *table, size_t columns)
{
	cp_buf_puts(out, "<thead><tr>");
	for (size_t c = 0; c < columns; c++) {
		cp_buf_puts(out, "<th scope=\"col\">");
		for (const char *at = table->columns[c]; *at; at++)
			cp_buf_putc(out, *at == '_' ? ' ' : *at);
		cp_buf_puts(out, "</th>");
	}
	cp_buf_puts(out, "</tr></thead>\n<tbody>\n");
}

/* The first cell of a row is what the row is about. */
static void put_html_cell(cp_buf *out, const cp_cell *cell, bool first)
{
	cp_buf text = {0};
	put_cell(&text, cell);
	cp_buf_puts(out,
		first                                  ? "<th scope=\"row\">"
			: cell->kind == CP_CELL_NUMBER ? "<td class=\"value\">"
						       : "<td>");
	cp_buf_put_xml(out, cp_buf_str(&text));
	cp_buf_puts(out, first ? "</th>" : "</td>");
	cp_buf_clear(&text);
}

void cp_table_write_html(cp_buf *out, const cp_table *table, const cp_cells *cells)
{
	size_t columns = count_columns(table);
	cp_buf_puts(out, "<table><caption>");
	cp_buf_put_xml(out, cp_str_of(table->title));
	cp_buf_puts(out, "</caption>\n");
	put_heads(out, table, columns);
	for (size_t i = 0; i < cells->list.len; i++) {
		cp_buf_puts(out, i % columns ? "" : "<tr>");
		put_html_cell(out, &cells->list.at[i], i % columns == 0);
		cp_buf_puts(out, i % columns == columns - 1 ? "</tr>\n" : "");
	}
	cp_buf_puts(out, "</tbody></table>\n");
}

/* ---- JSON ---- */

static void put_value(cp_json_writer *writer, const char *key, const cp_cell *cell)
{
	if (cell->kind == CP_CELL_TEXT) {
		cp_json_text(writer, key, cell->text);
	} else if (cell->kind == CP_CELL_YES) {
		cp_json_bool(writer, key, cell->number);
	} else {
		cp_buf number = {0};
		put_number(&number, cell);
		cp_json_raw(writer, key,
			cell->kind == CP_CELL_NONE ? CP_LIT("null")
						   : cp_buf_str(&number));
		cp_buf_clear(&number);
	}
}

static void put_keyed(
	cp_json_writer *writer, const cp_table *table, const cp_cells *cells)
{
	cp_json_open(writer, table->name, '{');
	for (size_t i = 0; i + 1 < cells->list.len; i += 2)
		put_value(writer, cells->list.at[i].text.at, &cells->list.at[i + 1]);
	cp_json_close(writer, '}');
}

void cp_table_write_json(
	cp_json_writer *writer, const cp_table *table, const cp_cells *cells)
{
	size_t columns = count_columns(table);
	if (table->keyed) {
		put_keyed(writer, table, cells);
		return;
	}
	cp_json_open(writer, table->name, '[');
	for (size_t i = 0; i < cells->list.len; i++) {
		if (i % columns == 0)
			cp_json_open(writer, NULL, '{');
		put_value(writer, table->columns[i % columns], &cells->list.at[i]);
		if (i % columns == columns - 1)
			cp_json_close(writer, '}');
	}
	cp_json_close(writer, ']');
}
