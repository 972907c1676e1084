#include "thread/foreign.h"

#include "json/document.h"
#include "text/find.h"
#include "text/html.h"
#include "text/markdown.h"
#include "thread/quoting.h"
#include "thread/time.h"

#include <jansson.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

const json_t *cp_foreign_at(const json_t *object, const char *name)
{
	size_t len = name ? strcspn(name, "/") : 0;
	while (object && len && name[len]) {
		object = json_object_getn(object, name, len);
		name += len + 1;
		len = strcspn(name, "/");
	}
	return len ? json_object_get(object, name) : NULL;
}

cp_str cp_foreign_text(const json_t *object, const char *name)
{
	const json_t *value = cp_foreign_at(object, name);
	return (cp_str){json_string_value(value), json_string_length(value)};
}

cp_str cp_foreign_name(cp_arena *arena, const json_t *object, const char *name)
{
	const json_t *value = cp_foreign_at(object, name);
	if (!json_is_integer(value))
		return (cp_str){json_string_value(value), json_string_length(value)};
	cp_buf text = {0};
	cp_buf_printf(&text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	return cp_buf_settle(arena, &text);
}

cp_str cp_foreign_time(cp_arena *arena, const json_t *object, const char *name)
{
	const json_t *value = cp_foreign_at(object, name);
	return json_is_string(value)
		? cp_time_of_text(arena, cp_foreign_text(object, name))
		: json_is_number(value)
		? cp_time_of_epoch(arena, json_number_value(value))
		: (cp_str){0};
}

double cp_foreign_number(const json_t *object, const char *name)
{
	return json_number_value(cp_foreign_at(object, name));
}

/* A time that is not understood would be lost in silence. */
static void report_time(
	cp_import *import, const json_t *object, const char *name, cp_found *found)
{
	cp_str text = cp_foreign_text(object, name);
	if (!text.len || found->comment.time.at || !cp_import_may_report(import))
		return;
	cp_diag_add(import->diags, CP_LEFT_OUT, cp_import_place(import, found),
		"left out: the time \"%.*s\", which is in no form that is known",
		CP_FMT(text));
}

static void set_score(cp_comment *comment, const json_t *object, const char *name)
{
	const json_t *value = cp_foreign_at(object, name);
	double score = json_number_value(value);
	comment->has_score = json_is_number(value);
	comment->score = score > INT_MAX ? INT_MAX
		: score < INT_MIN        ? INT_MIN
					 : (int)score;
}

/* Line breaks of one kind, as in everything that is made here. */
static cp_str plain_lines(cp_arena *arena, cp_str text)
{
	if (!text.len || !memchr(text.at, '\r', text.len))
		return text;
	cp_buf out = {0};
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] != '\r')
			cp_buf_putc(&out, text.at[i]);
		else if (i + 1 == text.len || text.at[i + 1] != '\n')
			cp_buf_putc(&out, '\n');
	return cp_buf_settle(arena, &out);
}

void cp_foreign_set_text(
	cp_import *import, cp_found *found, cp_str text, cp_markup markup)
{
	cp_rich rich = {.text = CP_LIT("")};
	bool whole = true;
	if (markup == CP_HTML || markup == CP_HTML_QUOTING)
		whole = !text.len || cp_html_read(import->arena, text, &rich);
	else if (markup == CP_MARKDOWN)
		cp_markdown_read(import->arena, text, &rich);
	else if (text.len)
		rich.text = plain_lines(import->arena, text);
	if (markup == CP_HTML_QUOTING || markup == CP_PLAIN)
		cp_quoting_mark(import->arena, &rich);
	found->comment.text = rich.text;
	found->comment.marks = rich.marks;
	if (!whole && cp_import_may_report(import))
		cp_diag_add(import->diags, CP_LEFT_OUT, cp_import_place(import, found),
			"left out: the end of the text, as its HTML cannot be read so "
			"far");
}

void cp_foreign_set_missing(cp_found *found, cp_str missing)
{
	found->comment.missing = missing;
	found->comment.text = CP_LIT("");
	found->comment.marks = (cp_marks){0};
}

cp_found cp_foreign_not_loaded(
	cp_str parent, size_t count, uint32_t inside, cp_place place)
{
	cp_found found = {.parent = parent, .inside = inside, .place = place};
	cp_foreign_set_missing(&found, CP_LIT("not-loaded"));
	found.comment.count = count > INT_MAX ? INT_MAX : count > 1 ? (uint32_t)count : 0;
	return found;
}

cp_str cp_foreign_unescape(cp_arena *arena, cp_str text)
{
	cp_rich rich;
	bool has_any = text.len && memchr(text.at, '&', text.len);
	return has_any && cp_html_read(arena, text, &rich) ? rich.text : text;
}

void cp_foreign_set_title(cp_import *import, cp_found *article, cp_str title)
{
	article->comment.text = title.at ? title : CP_LIT("");
	if (title.len && cp_import_may_report(import))
		cp_diag_add(import->diags, CP_GUESSED, cp_import_place(import, article),
			"the article has no text of its own: its title is taken for it");
}

/* An empty name is none. */
static cp_str some(cp_str text)
{
	return text.len ? text : (cp_str){0};
}

cp_found cp_foreign_comment(cp_import *import, const cp_found_thread *thread,
	const json_t *object, const cp_foreign_shape *shape, uint32_t inside,
	cp_place place)
{
	cp_arena *arena = import->arena;
	cp_found found = {
		.comment = {.source_id = some(cp_foreign_name(arena, object, shape->id)),
			.author = some(cp_foreign_name(arena, object, shape->author)),
			.time = cp_foreign_time(arena, object, shape->time),
			.edited = cp_foreign_time(arena, object, shape->edited),
			.url = some(cp_foreign_text(object, shape->url))},
		.parent = cp_foreign_name(arena, object, shape->parent),
		.inside = inside,
		.place = place,
		.thread = thread,
	};
	report_time(import, object, shape->time, &found);
	set_score(&found.comment, object, shape->score);
	cp_foreign_set_text(
		import, &found, cp_foreign_text(object, shape->text), shape->markup);
	return found;
}

cp_place cp_foreign_place(cp_import *import, const char *format, ...)
{
	char text[128];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	return (cp_place){.source = import->page->source,
		.pointer = cp_str_copy(&import->diags->arena, cp_str_of(text))};
}

void cp_foreign_add_link(cp_import *import, cp_found *found, cp_str url)
{
	cp_str before = found->comment.text;
	if (cp_find_bytes(before, url, 0) != SIZE_MAX
		|| cp_find_bytes(found->comment.url, url, 0) != SIZE_MAX)
		return;
	cp_buf text = {0};
	cp_buf_put(&text, before);
	cp_buf_puts(&text, before.len ? "\n\n" : "");
	size_t start = text.len;
	cp_buf_put(&text, url);
	*cp_push(import->arena, &found->comment.marks) = (cp_mark){
		.kind = CP_LIT("link"), .start = start, .end = text.len, .target = url};
	found->comment.text = cp_buf_settle(import->arena, &text);
}

/* ---- One object a line ---- */

bool cp_foreign_begins_with(const cp_page *page, bool (*is_kind)(const json_t *value))
{
	cp_arena scratch = {0};
	cp_str text = page->source->text;
	if (page->json || cp_page_first(page) != '{')
		return page->json && is_kind(page->json);
	cp_str line = cp_str_part(text, 0, cp_line_end(text, 0));
	json_error_t error;
	const json_t *value = cp_json_parse(&scratch, line, 0, &error);
	bool found = value && is_kind(value);
	cp_arena_clear(&scratch);
	return found;
}

static bool is_blank_line(cp_str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (!strchr(" \t\r", line.at[i]))
			return false;
	return true;
}

/* NULL, with a finding, for what is no JSON object. Where one has a property twice the last
 * counts, as in cp_page_parse. */
static json_t *read_line(cp_import *import, cp_str line, cp_place place)
{
	json_error_t error;
	cp_arena *values = &import->page->values;
	json_t *value = cp_json_parse(values, line, JSON_REJECT_DUPLICATES, &error);
	bool twice = !value && json_error_code(&error) == json_error_duplicate_key;
	if (twice)
		value = cp_json_parse(values, line, 0, &error);
	bool found = json_is_object(value);
	if (twice && found && cp_import_may_report(import))
		cp_diag_add(import->diags, CP_GUESSED, place,
			"an object has a property twice: the last is taken");
	if (!found && cp_import_may_report(import))
		cp_diag_add(import->diags, CP_LEFT_OUT, place,
			"left out: a line that is no JSON object%s%s", value ? "" : ": ",
			value ? "" : error.text);
	return found ? value : NULL;
}

cp_foreign_lines cp_foreign_read_lines(cp_import *import)
{
	cp_source *source = import->page->source;
	cp_foreign_lines lines = {0};
	for (size_t i = 0, end; i < source->text.len; i = end + 1) {
		end = cp_line_end(source->text, i);
		cp_str line = cp_str_part(source->text, i, end);
		cp_place place = cp_place_bytes(source, i, end);
		const json_t *value =
			is_blank_line(line) ? NULL : read_line(import, line, place);
		if (value)
			*cp_push(import->arena, &lines) = (cp_foreign_line){value, place};
	}
	return lines;
}
