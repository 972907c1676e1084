/* Prose as Markdown, plain text and HTML. */
#include "summary/prose.h"

#include "text/columns.h"
#include "text/markdown.h"
#include "text/utf8.h"
#include "text/xml.h"

#include <stdio.h>

/* How many rows the table has that begins with this block. */
static size_t rows_at(const cp_prose *prose, size_t block)
{
	size_t end = block;
	while (end < prose->blocks.len && prose->blocks.at[end].kind == CP_ROW)
		end++;
	return end - block;
}

/* Is this the first sentence of its block? All others follow a space. */
static const char *gap_before(size_t sentence)
{
	return sentence ? " " : "";
}

/* The columns after the second hold numbers. */
static bool is_numeric(size_t column)
{
	return column > 1;
}

/* ---- Markdown ---- */

static void put_markdown_sentence(cp_buf *out, const cp_sentence *sentence)
{
	for (size_t r = 0; r < sentence->runs.len; r++) {
		const cp_run *run = &sentence->runs.at[r];
		cp_buf_puts(out, run->strong ? "**" : "");
		if (run->kind == CP_RUN_MARK)
			cp_buf_put(out, run->text);
		else
			cp_buf_put_markdown(out, run->text);
		cp_buf_puts(out, run->strong ? "**" : "");
	}
}

static void put_markdown_row(cp_buf *out, const cp_block *row, bool head)
{
	for (size_t c = 0; c < row->sentences.len; c++) {
		cp_buf_puts(out, "| ");
		put_markdown_sentence(out, &row->sentences.at[c]);
		cp_buf_putc(out, ' ');
	}
	cp_buf_puts(out, "|\n");
	for (size_t c = 0; head && c < row->sentences.len; c++)
		cp_buf_puts(out, is_numeric(c) ? "|--:" : "|---");
	cp_buf_puts(out, head ? "|\n" : "");
}

void cp_prose_write_markdown(cp_buf *out, const cp_prose *prose)
{
	static const char *const marks[CP_BLOCK_KINDS] = {"# ", "## ", "", "- ", ""};
	for (size_t i = 0; i < prose->blocks.len; i++) {
		const cp_block *block = &prose->blocks.at[i];
		bool goes_on = i > 0 && block->kind >= CP_ITEM
			&& prose->blocks.at[i - 1].kind == block->kind;
		cp_buf_puts(out, i == 0 || goes_on ? "" : "\n");
		if (block->kind == CP_ROW) {
			put_markdown_row(out, block, !goes_on);
			continue;
		}
		cp_buf_puts(out, marks[block->kind]);
		for (size_t s = 0; s < block->sentences.len; s++) {
			cp_buf_puts(out, gap_before(s));
			put_markdown_sentence(out, &block->sentences.at[s]);
		}
		cp_buf_putc(out, '\n');
	}
}

/* ---- Plain text ---- */

static cp_str join_sentences(cp_arena *arena, const cp_block *block)
{
	cp_buf text = {0};
	for (size_t s = 0; s < block->sentences.len; s++) {
		cp_buf_puts(&text, gap_before(s));
		cp_buf_put(&text, cp_sentence_text(arena, &block->sentences.at[s]));
	}
	return cp_buf_settle(arena, &text);
}

static void put_rule(cp_buf *out, char mark, cp_str under)
{
	for (size_t i = cp_utf8_count(under); i-- > 0;)
		cp_buf_putc(out, mark);
	cp_buf_putc(out, '\n');
}

static void put_spaces(cp_buf *out, size_t count)
{
	while (count-- > 0)
		cp_buf_putc(out, ' ');
}

static size_t widest(const cp_prose *prose, size_t start, size_t rows, size_t column)
{
	size_t most = 0;
	for (size_t i = start; i < start + rows; i++) {
		const cp_block *row = &prose->blocks.at[i];
		if (column >= row->sentences.len)
			continue;
		size_t width = cp_utf8_count(
			cp_sentence_text(prose->arena, &row->sentences.at[column]));
		most = width > most ? width : most;
	}
	return most;
}

static void put_text_row(
	cp_buf *out, const cp_prose *prose, const cp_block *row, const size_t *widths)
{
	for (size_t c = 0; c < row->sentences.len; c++) {
		cp_str text = cp_sentence_text(prose->arena, &row->sentences.at[c]);
		size_t pad = widths[c] - cp_utf8_count(text);
		bool last = c + 1 == row->sentences.len;
		put_spaces(out, is_numeric(c) ? pad : 0);
		cp_buf_put(out, text);
		put_spaces(out, last ? 0 : is_numeric(c) ? 2 : pad + 2);
	}
	cp_buf_putc(out, '\n');
}

static void put_text_table(cp_buf *out, const cp_prose *prose, size_t start, size_t rows)
{
	size_t columns = prose->blocks.at[start].sentences.len;
	size_t *widths = CP_NEW_ARRAY(prose->arena, size_t, columns);
	for (size_t c = 0; c < columns; c++)
		widths[c] = widest(prose, start, rows, c);
	for (size_t i = 0; i < rows; i++)
		put_text_row(out, prose, &prose->blocks.at[start + i], widths);
}

void cp_prose_write_text(cp_buf *out, const cp_prose *prose)
{
	for (size_t i = 0, rows; i < prose->blocks.len; i += rows ? rows : 1) {
		const cp_block *block = &prose->blocks.at[i];
		cp_buf_puts(out, i == 0 ? "" : "\n");
		rows = rows_at(prose, i);
		if (rows) {
			put_text_table(out, prose, i, rows);
			continue;
		}
		cp_str text = join_sentences(prose->arena, block);
		if (block->kind == CP_ITEM)
			cp_buf_puts(out, "- ");
		cp_put_columns(out, text, block->kind == CP_ITEM ? 2 : 0);
		if (block->kind == CP_TITLE || block->kind == CP_HEADING)
			put_rule(out, block->kind == CP_TITLE ? '=' : '-', text);
	}
}

/* ---- HTML ---- */

static void put_html_sentence(cp_buf *out, const cp_sentence *sentence)
{
	for (size_t r = 0; r < sentence->runs.len; r++) {
		const cp_run *run = &sentence->runs.at[r];
		bool cite = run->kind == CP_RUN_CITE;
		if (cite)
			cp_buf_printf(out, "<a href=\"#comment-%u\">", (unsigned)run->of);
		cp_buf_puts(out, run->strong ? "<strong>" : "");
		cp_buf_put_xml(out, run->text);
		cp_buf_puts(out, run->strong ? "</strong>" : "");
		cp_buf_puts(out, cite ? "</a>" : "");
	}
}

static void put_html_row(cp_buf *out, const cp_block *row, bool head)
{
	cp_buf_puts(out, "<tr>");
	for (size_t c = 0; c < row->sentences.len; c++) {
		bool heads = head || c == 0;
		cp_buf_puts(out,
			head            ? "<th scope=\"col\">"
				: heads ? "<th scope=\"row\">"
					: "<td>");
		put_html_sentence(out, &row->sentences.at[c]);
		cp_buf_puts(out, heads ? "</th>" : "</td>");
	}
	cp_buf_puts(out, "</tr>\n");
}

static void put_html_table(cp_buf *out, const cp_prose *prose, size_t start, size_t rows)
{
	cp_buf_puts(out, "<table>\n<thead>\n");
	put_html_row(out, &prose->blocks.at[start], true);
	cp_buf_puts(out, "</thead>\n<tbody>\n");
	for (size_t i = 1; i < rows; i++)
		put_html_row(out, &prose->blocks.at[start + i], false);
	cp_buf_puts(out, "</tbody>\n</table>\n");
}

static void put_html_block(cp_buf *out, const cp_block *block, int title)
{
	char tag[16] = "p";
	if (block->kind == CP_TITLE)
		snprintf(tag, sizeof tag, "h%d", title);
	else if (block->kind == CP_HEADING)
		snprintf(tag, sizeof tag, "h%d", title ? title + 1 : 3);
	else if (block->kind == CP_ITEM)
		snprintf(tag, sizeof tag, "li");
	cp_buf_printf(out, "<%s>", tag);
	for (size_t s = 0; s < block->sentences.len; s++) {
		cp_buf_puts(out, gap_before(s));
		put_html_sentence(out, &block->sentences.at[s]);
	}
	cp_buf_printf(out, "</%s>\n", tag);
}

void cp_prose_write_html(cp_buf *out, const cp_prose *prose, int title)
{
	bool list = false;
	for (size_t i = 0, rows; i < prose->blocks.len; i += rows ? rows : 1) {
		const cp_block *block = &prose->blocks.at[i];
		rows = rows_at(prose, i);
		if (block->kind == CP_TITLE && !title)
			continue;
		if (list != (block->kind == CP_ITEM))
			cp_buf_puts(out, list ? "</ul>\n" : "<ul>\n");
		list = block->kind == CP_ITEM;
		if (rows)
			put_html_table(out, prose, i, rows);
		else
			put_html_block(out, block, title);
	}
	if (list)
		cp_buf_puts(out, "</ul>\n");
}
