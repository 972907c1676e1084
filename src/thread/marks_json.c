#include "thread/marks.h"

#include "json/document.h"

#include <jansson.h>
#include <stdlib.h>

static int by_value(const void *left, const void *right)
{
	size_t a = **(size_t *const *)left, b = **(size_t *const *)right;
	return (a > b) - (a < b);
}

/* Turns places in `text` from bytes into code points or, `to_bytes`, back. The text is walked
 * once for all of them, as marks may be many and lie inside one another. A place behind the end
 * of the text becomes SIZE_MAX. */
static void convert(cp_marks marks, cp_str text, bool to_bytes)
{
	cp_arena scratch = {0};
	size_t **places = CP_NEW_ARRAY(&scratch, size_t *, 2 * marks.len);
	for (size_t i = 0; i < marks.len; i++) {
		places[2 * i] = &marks.at[i].start;
		places[2 * i + 1] = &marks.at[i].end;
	}
	qsort(places, 2 * marks.len, sizeof *places, by_value);
	size_t byte = 0, points = 0;
	for (size_t i = 0; i < 2 * marks.len; i++) {
		size_t want = *places[i];
		while (byte < text.len && (to_bytes ? points : byte) < want) {
			points++;
			do
				byte++;
			while (byte < text.len && !cp_starts_code_point(text.at[byte]));
		}
		bool found = (to_bytes ? points : byte) >= want;
		*places[i] = !found ? SIZE_MAX : to_bytes ? byte : points;
	}
	cp_arena_clear(&scratch);
}

/* Those that begin first; of these, those that have others inside. */
static int by_place(const void *left, const void *right)
{
	const cp_mark *a = left, *b = right;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	int order = cp_str_cmp(a->kind, b->kind);
	return order ? order : cp_str_cmp(a->target, b->target);
}

void cp_marks_sort(cp_marks *marks)
{
	if (marks->len)
		qsort(marks->at, marks->len, sizeof *marks->at, by_place);
}

static cp_str string_of(const json_t *json, const char *key)
{
	const json_t *value = json_object_get(json, key);
	return (cp_str){json_string_value(value), json_string_length(value)};
}

static void report_outside(cp_source *source, const char *pointer, size_t index,
	bool reversed, cp_diags *diags)
{
	cp_place place = cp_place_json(diags, source, "%s/%zu", pointer, index);
	cp_diag_add(diags, CP_OUT_OF_RANGE, place,
		reversed ? "the mark ends before it begins"
			 : "the mark ends behind the end of the text");
}

/* Takes out the marks that are not inside the text. `indices` are their places in the JSON. */
static void drop_outside(cp_marks *marks, const size_t *indices, cp_source *source,
	const char *pointer, cp_diags *diags)
{
	size_t kept = 0;
	for (size_t i = 0; i < marks->len; i++) {
		cp_mark mark = marks->at[i];
		if (mark.start <= mark.end && mark.end != SIZE_MAX)
			marks->at[kept++] = mark;
		else
			report_outside(source, pointer, indices[i], mark.start > mark.end,
				diags);
	}
	marks->len = kept;
}

cp_marks cp_marks_read(cp_arena *arena, const json_t *json, cp_str text,
	cp_source *source, const char *pointer, cp_diags *diags)
{
	cp_marks marks = {0};
	size_t *indices = CP_NEW_ARRAY(arena, size_t, json_array_size(json));
	for (size_t i = 0; i < json_array_size(json); i++) {
		const json_t *mark = json_array_get(json, i);
		cp_str kind = string_of(mark, "kind");
		json_int_t start = json_integer_value(json_object_get(mark, "start"));
		json_int_t end = json_integer_value(json_object_get(mark, "end"));
		if (!kind.at || start < 0 || end < 0)
			continue;
		indices[marks.len] = i;
		*cp_push(arena, &marks) = (cp_mark){
			.kind = kind,
			.start = (size_t)start,
			.end = (size_t)end,
			.target = string_of(mark, "target"),
		};
	}
	convert(marks, text, true);
	drop_outside(&marks, indices, source, pointer, diags);
	cp_marks_sort(&marks);
	return marks;
}

void cp_marks_write(cp_buf *out, cp_marks marks, cp_str text)
{
	cp_arena scratch = {0};
	cp_marks points = {0};
	for (size_t i = 0; i < marks.len; i++)
		*cp_push(&scratch, &points) = marks.at[i];
	convert(points, text, false);
	cp_buf_puts(out, "[");
	for (size_t i = 0; i < points.len; i++) {
		const cp_mark *mark = &points.at[i];
		cp_buf_puts(
			out, i ? ",\n\t\t    { \"kind\": " : "\n\t\t    { \"kind\": ");
		cp_json_put_string(out, mark->kind);
		cp_buf_printf(
			out, ", \"start\": %zu, \"end\": %zu", mark->start, mark->end);
		if (mark->target.at) {
			cp_buf_puts(out, ", \"target\": ");
			cp_json_put_string(out, mark->target);
		}
		cp_buf_puts(out, " }");
	}
	cp_buf_puts(out, points.len ? "\n\t\t  ]" : "]");
	cp_arena_clear(&scratch);
}
