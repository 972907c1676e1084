#include "thread/foreign.h"

#include "thread/time.h"

#include <jansson.h>
#include <limits.h>
#include <stdarg.h>

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
	cp_diag_add(import->diags, CP_LEFT_OUT, found->place,
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

static void set_text(
	cp_import *import, cp_comment *comment, cp_str text, cp_markup markup)
{
	(void)import;
	(void)markup;
	comment->text = text.at ? text : CP_LIT("");
}

/* An empty name is none. */
static cp_str some(cp_str text)
{
	return text.len ? text : (cp_str){0};
}

cp_found cp_foreign_comment(cp_import *import, const json_t *object,
	const cp_foreign_shape *shape, uint32_t inside, cp_str pointer)
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
		.place = {.source = import->page->source, .pointer = pointer},
	};
	report_time(import, object, shape->time, &found);
	set_score(&found.comment, object, shape->score);
	set_text(import, &found.comment, cp_foreign_text(object, shape->text),
		shape->markup);
	return found;
}

cp_str cp_foreign_pointer(cp_import *import, const char *format, ...)
{
	char text[128];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	return cp_str_copy(import->arena, cp_str_of(text));
}
