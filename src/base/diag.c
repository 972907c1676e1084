#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>

enum {
	WINDOW = 100,   /* columns shown of a long line */
	LONGEST = 2000, /* bytes of a message: ids and names in it may be of any length */
};

const cp_code_info cp_code_infos[CP_CODES] = {
#define CODE(name, code, severity, means, remedy, example) \
	[CP_##name] = {code, CP_##severity, means, remedy, example},
#include "base/diag_codes.h"
#undef CODE
};

const char *const cp_severity_names[CP_SEVERITIES] = {
	[CP_NOTE] = "note",
	[CP_HINT] = "hint",
	[CP_WARNING] = "warning",
	[CP_ERROR] = "error",
};

static const char *const colours[CP_SEVERITIES] = {
	[CP_NOTE] = "\033[1;36m",
	[CP_HINT] = "\033[1;34m",
	[CP_WARNING] = "\033[1;35m",
	[CP_ERROR] = "\033[1;31m",
};

static cp_str format_in(cp_arena *arena, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	size_t size = len > 0 ? (size_t)len : 0;
	char *text = cp_alloc(arena, size + 1);
	vsnprintf(text, size + 1, format, args);
	return (cp_str){text, size};
}

/* A message: one line that can be read, whatever the user's ids are. */
static cp_str message_in(cp_arena *arena, const char *format, va_list args)
{
	char text[LONGEST + 1];
	int len = vsnprintf(text, sizeof text, format, args);
	size_t size = len < 0 ? 0 : len > LONGEST ? LONGEST : (size_t)len;
	while (len > LONGEST && size > 0 && !cp_starts_code_point(text[size]))
		size--;
	return cp_str_copy(arena, (cp_str){text, size});
}

cp_source *cp_diags_add_source(cp_diags *diags, const char *name, cp_buf *text)
{
	cp_source *source = CP_NEW(&diags->arena, cp_source);
	source->name = strcmp(name, "-") == 0
		? "<stdin>"
		: cp_str_copy(&diags->arena, cp_str_of(name)).at;
	source->owned = *text;
	source->text = cp_buf_str(text);
	source->arena = &diags->arena;
	source->older = diags->sources;
	diags->sources = source;
	*text = (cp_buf){0};
	return source;
}

void cp_diags_clear(cp_diags *diags)
{
	for (cp_source *source = diags->sources; source; source = source->older)
		cp_buf_clear(&source->owned);
	cp_arena_clear(&diags->arena);
	*diags = (cp_diags){0};
}

cp_diag *cp_diag_add(
	cp_diags *diags, cp_code code, cp_place place, const char *format, ...)
{
	cp_diag *diag = cp_push(&diags->arena, &diags->list);
	va_list args;
	va_start(args, format);
	*diag = (cp_diag){
		.code = code,
		.severity = cp_code_infos[code].severity,
		.place = place,
		.message = message_in(&diags->arena, format, args),
		.order = diags->list.len,
	};
	va_end(args);
	diags->count[diag->severity]++;
	size_t *rank = place.source ? &place.source->rank : &diags->rank_of_none;
	if (!*rank)
		*rank = ++diags->ranked;
	return diag;
}

void cp_diag_hint(cp_diags *diags, cp_diag *diag, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag->hint = message_in(&diags->arena, format, args);
	va_end(args);
}

void cp_diag_also(cp_diags *diags, cp_diag *diag, cp_place place, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag->also = place;
	diag->also_message = message_in(&diags->arena, format, args);
	va_end(args);
}

void cp_diag_fix(cp_diags *diags, cp_diag *diag, cp_str wrong, cp_str right)
{
	diag->wrong = cp_str_copy(&diags->arena, wrong);
	diag->right = cp_str_copy(&diags->arena, right);
}

cp_place cp_place_bytes(cp_source *source, size_t start, size_t end)
{
	return (cp_place){.source = source, .start = start, .end = end};
}

cp_place cp_place_json(cp_diags *diags, cp_source *source, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	cp_str pointer = format_in(&diags->arena, format, args);
	va_end(args);
	return (cp_place){.source = source, .pointer = pointer};
}

static void locate(cp_place *place)
{
	if (place->source && place->pointer.at && place->source->locate
		&& !place->source->locate(place->source, place->pointer, place->key,
			&place->start, &place->end))
		place->start = place->end = 0;
}

static size_t count_code_points(cp_str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += cp_starts_code_point(text.at[i]);
	return count;
}

static cp_str line_around(cp_str text, size_t offset)
{
	size_t start = offset, end = offset;
	while (start > 0 && text.at[start - 1] != '\n')
		start--;
	while (end < text.len && text.at[end] != '\n' && text.at[end] != '\r')
		end++;
	return cp_str_part(text, start, end);
}

/* Line and column are counted from 1, columns in code points. Lines are counted from the
 * last place asked for, as findings come in file order. */
struct line_counter {
	const cp_source *source;
	size_t offset, line;
};

/* Control characters of a hostile file must not reach the terminal. */
static void write_visible(cp_buf *out, cp_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t control = text.at[i] == '\t' ? 0 : cp_control_at(text, i);
		cp_buf_putc(out, control ? '?' : text.at[i]);
		i += control > 1;
	}
}

static void write_location(
	cp_buf *out, struct line_counter *counter, const cp_place *place)
{
	cp_str text = place->source->text;
	write_visible(out, cp_str_of(place->source->name));
	if (!text.at)
		return;
	if (counter->source != place->source || counter->offset > place->start)
		*counter = (struct line_counter){place->source, 0, 1};
	for (; counter->offset < place->start; counter->offset++)
		counter->line += text.at[counter->offset] == '\n';
	cp_str line = line_around(text, place->start);
	cp_str before = {line.at, (size_t)(text.at + place->start - line.at)};
	cp_buf_printf(out, ":%zu:%zu", counter->line, count_code_points(before) + 1);
}

/* The part of the line that is shown: all, or a window that begins before `start`. */
static cp_str cut_window(cp_str line, size_t start, size_t *cut)
{
	size_t from = 0, len = line.len;
	if (len > WINDOW) {
		from = start > WINDOW / 4 ? start - WINDOW / 4 : 0;
		len = line.len - from > WINDOW ? WINDOW : line.len - from;
		while (from > 0 && !cp_starts_code_point(line.at[from]))
			from--, len++;
		while (from + len < line.len
			&& !cp_starts_code_point(line.at[from + len]))
			len++;
	}
	*cut = from;
	return cp_str_part(line, from, from + len);
}

static void write_excerpt(cp_buf *out, const cp_place *place, cp_diag_style style)
{
	cp_str text = place->source->text;
	if (!text.len)
		return;
	cp_str line = line_around(text, place->start), shown;
	size_t start = (size_t)(text.at + place->start - line.at), cut;
	size_t end =
		place->end > place->start ? start + (place->end - place->start) : start;
	shown = cut_window(line, start, &cut);
	if (end > cut + shown.len)
		end = cut + shown.len;
	cp_buf_puts(out, cut ? "    …" : "    ");
	write_visible(out, shown);
	cp_buf_puts(out, cut + shown.len < line.len ? "…\n    " : "\n    ");
	if (cut)
		cp_buf_putc(out, ' ');
	/* A tab in the line is a tab above the caret, however wide the terminal makes it. */
	for (size_t i = cut; i < start; i++)
		if (cp_starts_code_point(line.at[i]))
			cp_buf_putc(out, line.at[i] == '\t' ? '\t' : ' ');
	if (style.colour)
		cp_buf_puts(out, "\033[1;32m");
	cp_buf_putc(out, '^');
	for (size_t i = start + 1; i < end; i++)
		if (cp_starts_code_point(line.at[i]))
			cp_buf_putc(out, '~');
	cp_buf_puts(out, style.colour ? "\033[0m\n" : "\n");
}

static void write_one(cp_buf *out, struct line_counter *counter, const cp_diag *diag,
	cp_diag_style style)
{
	if (style.colour)
		cp_buf_puts(out, "\033[1m");
	if (diag->place.source)
		write_location(out, counter, &diag->place);
	else
		cp_buf_puts(out, "counterpoint");
	cp_buf_puts(out, ": ");
	if (style.colour)
		cp_buf_puts(out, colours[diag->severity]);
	cp_buf_printf(out, "%s: ", cp_severity_names[diag->severity]);
	if (style.colour)
		cp_buf_puts(out, "\033[0m\033[1m");
	write_visible(out, diag->message);
	if (style.colour)
		cp_buf_puts(out, "\033[0m");
	cp_buf_printf(out, " [%s]\n", cp_code_infos[diag->code].code);
	if (diag->place.source)
		write_excerpt(out, &diag->place, style);
	if (diag->hint.len) {
		cp_buf_puts(out, "    hint: ");
		write_visible(out, diag->hint);
		cp_buf_putc(out, '\n');
	}
	if (diag->also.source) {
		struct line_counter also = {0};
		write_location(out, &also, &diag->also);
		cp_buf_puts(out, ": note: ");
		write_visible(out, diag->also_message);
		cp_buf_putc(out, '\n');
		write_excerpt(out, &diag->also, style);
	}
}

/* Files come in the order of their first finding, which is the order they were read in. */
static int compare(const void *left, const void *right)
{
	const cp_diag *a = left, *b = right;
	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->place.start != b->place.start)
		return a->place.start < b->place.start ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

void cp_diags_write(cp_diags *diags, cp_buf *out, cp_diag_style style)
{
	size_t count = diags->list.len;
	cp_diag *sorted = CP_NEW_ARRAY(&diags->arena, cp_diag, count);
	for (size_t i = 0; i < count; i++) {
		sorted[i] = diags->list.at[i];
		sorted[i].file = sorted[i].place.source ? sorted[i].place.source->rank
							: diags->rank_of_none;
		locate(&sorted[i].place);
		locate(&sorted[i].also);
	}
	qsort(sorted, count, sizeof *sorted, compare);
	size_t shown = style.limit && count > style.limit ? style.limit : count;
	struct line_counter counter = {0};
	for (size_t i = 0; i < shown; i++)
		write_one(out, &counter, &sorted[i], style);
	if (shown < count)
		cp_buf_printf(out, "… and %zu more\n", count - shown);
}
