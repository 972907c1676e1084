#include "summary/prose.h"

#include "text/columns.h"
#include "text/utf8.h"
#include "text/xml.h"

#include <stdarg.h>
#include <stdio.h>

void cp_prose_begin(cp_prose *prose, cp_block_kind kind)
{
	*cp_push(prose->arena, &prose->blocks) =
		(cp_block){.kind = kind, .section = prose->section};
}

static cp_run *add_run(cp_prose *prose, cp_run_kind kind, cp_str text)
{
	cp_block *block = &prose->blocks.at[prose->blocks.len - 1];
	cp_run *run = cp_push(prose->arena, &block->runs);
	*run = (cp_run){.kind = kind, .text = text};
	return run;
}

void cp_prose_put(cp_prose *prose, cp_run_kind kind, cp_str text)
{
	add_run(prose, kind, cp_str_copy(prose->arena, text));
}

void cp_prose_printf(cp_prose *prose, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	size_t size = len > 0 ? (size_t)len : 0;
	char *text = cp_alloc(prose->arena, size + 1);
	vsnprintf(text, size + 1, format, again);
	va_end(again);
	add_run(prose, CP_RUN_TEXT, (cp_str){text, size});
}

size_t cp_prose_mark(const cp_prose *prose)
{
	return prose->blocks.at[prose->blocks.len - 1].runs.len;
}

void cp_prose_capitalise(cp_prose *prose, size_t mark)
{
	cp_block *block = &prose->blocks.at[prose->blocks.len - 1];
	size_t i = 0;
	if (mark >= block->runs.len || !block->runs.at[mark].text.len)
		return;
	cp_str *text = &block->runs.at[mark].text;
	cp_buf capital = {0};
	cp_utf8_put(&capital, cp_to_upper(cp_utf8_next(*text, &i)));
	cp_buf_put(&capital, cp_str_part(*text, i, text->len));
	*text = cp_buf_settle(prose->arena, &capital);
}

void cp_prose_cite(
	cp_prose *prose, const cp_str *ids, const uint32_t *comments, size_t count)
{
	cp_str separator = CP_LIT(" [");
	for (size_t i = 0; i < count; i++) {
		bool again = false;
		for (size_t j = 0; j < i; j++)
			again |= comments[j] == comments[i];
		if (again)
			continue;
		add_run(prose, CP_RUN_MARK, separator);
		add_run(prose, CP_RUN_CITE, ids[i])->comment = comments[i];
		separator = CP_LIT(", ");
	}
	if (count)
		add_run(prose, CP_RUN_MARK, CP_LIT("]"));
}

/* ---- Markdown ---- */

/* Comments may hold anything: what Markdown would take for a mark is escaped. */
static void put_markdown(cp_buf *out, cp_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t control = cp_control_at(text, i);
		if (!control && strchr("\\`*_[]<>#|~&", text.at[i]))
			cp_buf_putc(out, '\\');
		cp_buf_putc(out, control ? ' ' : text.at[i]);
		i += control > 1;
	}
}

static void put_markdown_run(cp_buf *out, const cp_run *run)
{
	if (run->kind == CP_RUN_STRONG)
		cp_buf_puts(out, "**");
	if (run->kind == CP_RUN_MARK)
		cp_buf_put(out, run->text);
	else
		put_markdown(out, run->text);
	if (run->kind == CP_RUN_STRONG)
		cp_buf_puts(out, "**");
}

void cp_prose_write_markdown(cp_buf *out, const cp_prose *prose)
{
	static const char *const marks[] = {"# ", "## ", "", "- "};
	for (size_t i = 0; i < prose->blocks.len; i++) {
		const cp_block *block = &prose->blocks.at[i];
		bool tight = i > 0 && block->kind == CP_ITEM
			&& prose->blocks.at[i - 1].kind == CP_ITEM;
		cp_buf_puts(out, i == 0 || tight ? "" : "\n");
		cp_buf_puts(out, marks[block->kind]);
		for (size_t r = 0; r < block->runs.len; r++)
			put_markdown_run(out, &block->runs.at[r]);
		cp_buf_putc(out, '\n');
	}
}

/* ---- Plain text ---- */

static cp_str join_runs(cp_arena *arena, const cp_block *block)
{
	cp_buf text = {0};
	for (size_t r = 0; r < block->runs.len; r++)
		cp_buf_put(&text, block->runs.at[r].text);
	return cp_buf_settle(arena, &text);
}

static void put_rule(cp_buf *out, char mark, cp_str under)
{
	for (size_t i = cp_utf8_count(under); i-- > 0;)
		cp_buf_putc(out, mark);
	cp_buf_putc(out, '\n');
}

void cp_prose_write_text(cp_buf *out, const cp_prose *prose)
{
	for (size_t i = 0; i < prose->blocks.len; i++) {
		const cp_block *block = &prose->blocks.at[i];
		cp_str text = join_runs(prose->arena, block);
		cp_buf_puts(out, i == 0 ? "" : "\n");
		if (block->kind == CP_ITEM)
			cp_buf_puts(out, "- ");
		cp_put_columns(out, text, block->kind == CP_ITEM ? 2 : 0);
		if (block->kind == CP_TITLE || block->kind == CP_HEADING)
			put_rule(out, block->kind == CP_TITLE ? '=' : '-', text);
	}
}

/* ---- HTML ---- */

static void put_html_run(cp_buf *out, const cp_run *run)
{
	if (run->kind == CP_RUN_CITE)
		cp_buf_printf(out, "<a href=\"#comment-%u\">", (unsigned)run->comment);
	cp_buf_puts(out, run->kind == CP_RUN_STRONG ? "<strong>" : "");
	cp_buf_put_xml(out, run->text);
	cp_buf_puts(out, run->kind == CP_RUN_STRONG ? "</strong>" : "");
	cp_buf_puts(out, run->kind == CP_RUN_CITE ? "</a>" : "");
}

void cp_prose_write_html(cp_buf *out, const cp_prose *prose, int title)
{
	bool list = false;
	for (size_t i = 0; i < prose->blocks.len; i++) {
		const cp_block *block = &prose->blocks.at[i];
		if (block->kind == CP_TITLE && !title)
			continue;
		if (list != (block->kind == CP_ITEM))
			cp_buf_puts(out, list ? "</ul>\n" : "<ul>\n");
		list = block->kind == CP_ITEM;
		char tag[16] = "p";
		if (block->kind == CP_TITLE)
			snprintf(tag, sizeof tag, "h%d", title);
		else if (block->kind == CP_HEADING)
			snprintf(tag, sizeof tag, "h%d", title ? title + 1 : 3);
		cp_buf_printf(out, "<%s>", list ? "li" : tag);
		for (size_t r = 0; r < block->runs.len; r++)
			put_html_run(out, &block->runs.at[r]);
		cp_buf_printf(out, "</%s>\n", list ? "li" : tag);
	}
	if (list)
		cp_buf_puts(out, "</ul>\n");
}
