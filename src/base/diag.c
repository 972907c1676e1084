#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>

enum {
	LONGEST = 2000, /* bytes of a message: ids and names in it may be of any length */
	STEP = 256,     /* bytes between the places of a text whose line is kept */
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

/* ---- Places ---- */

/* What is known of the byte `i` × STEP of a text, for the i-th. */
struct cp_mark {
	size_t line;
	size_t code_points;  /* before it */
	size_t line_started; /* code points before its line */
};

static void pass_byte(struct cp_mark *mark, cp_str text, size_t i)
{
	mark->code_points += cp_starts_code_point(text.at[i]);
	if (text.at[i] == '\n') {
		mark->line++;
		mark->line_started = mark->code_points;
	}
}

/* The text is gone through once, as far as it is asked for, however many places there are
 * and in whatever order. */
cp_position cp_source_position(cp_source *source, size_t byte)
{
	if (!source->marks.len)
		*cp_push(source->arena, &source->marks) =
			(struct cp_mark){.line = source->line ? source->line : 1};
	while (source->marks.len <= byte / STEP) {
		size_t last = source->marks.len - 1;
		struct cp_mark mark = source->marks.at[last];
		for (size_t i = last * STEP; i < (last + 1) * STEP; i++)
			pass_byte(&mark, source->text, i);
		*cp_push(source->arena, &source->marks) = mark;
	}
	struct cp_mark mark = source->marks.at[byte / STEP];
	for (size_t i = byte - byte % STEP; i < byte; i++)
		pass_byte(&mark, source->text, i);
	return (cp_position){
		mark.line, mark.code_points - mark.line_started + 1, mark.code_points};
}

static void locate(cp_place *place)
{
	if (place->source && place->pointer.at && place->source->locate
		&& !place->source->locate(place->source, place->pointer, place->key,
			&place->start, &place->end))
		place->start = place->end = 0;
}

/* ---- Order ---- */

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

const cp_diag *cp_diags_sorted(cp_diags *diags, bool allowed, size_t *count)
{
	cp_diag *sorted = CP_NEW_ARRAY(&diags->arena, cp_diag, diags->list.len);
	*count = 0;
	for (size_t i = 0; i < diags->list.len; i++) {
		cp_diag *diag = &sorted[*count];
		*diag = diags->list.at[i];
		if (!diag->allowed)
			diag->severity = cp_diag_severity(diags, diag);
		if (diag->severity == CP_SEVERITIES || (diag->allowed && !allowed))
			continue;
		diag->file = diag->place.source ? diag->place.source->rank
						: diags->rank_of_none;
		locate(&diag->place);
		locate(&diag->also);
		++*count;
	}
	qsort(sorted, *count, sizeof *sorted, compare);
	return sorted;
}

size_t cp_diags_count(const cp_diags *diags, cp_severity severity)
{
	size_t count = 0;
	for (size_t i = 0; i < diags->list.len; i++) {
		const cp_diag *diag = &diags->list.at[i];
		count += !diag->allowed && cp_diag_severity(diags, diag) == severity;
	}
	return count;
}

size_t cp_diags_allowed(const cp_diags *diags)
{
	size_t count = 0;
	for (size_t i = 0; i < diags->list.len; i++)
		count += diags->list.at[i].allowed;
	return count;
}

/* ---- Switches ---- */

cp_code cp_code_named(cp_str name)
{
	cp_code code = 0;
	while (code < CP_CODES && !cp_str_is(name, cp_code_infos[code].code))
		code++;
	return code;
}

cp_severity cp_diag_severity(const cp_diags *diags, const cp_diag *diag)
{
	cp_severity severity = cp_code_infos[diag->code].severity;
	const cp_switch *of_code = &diags->of_code[diag->code],
			*of_severity = &diags->of_severity[severity];
	int show = of_code->show ? of_code->show : of_severity->show;
	int error = of_code->error ? of_code->error : of_severity->error;
	if (severity == CP_ERROR)
		return CP_ERROR;
	return show < 0 ? CP_SEVERITIES : error > 0 ? CP_ERROR : severity;
}

static void flip(cp_switch *which, bool no, bool error)
{
	if (error)
		which->error = no ? -1 : 1;
	/* What is named to be an error is to be seen. */
	if (!error || !no)
		which->show = no ? -1 : 1;
}

/* False where no severity has this name. */
static bool flip_severities(cp_diags *diags, cp_str name, bool no, bool error)
{
	bool known = false;
	for (cp_severity severity = CP_NOTE; severity < CP_ERROR; severity++)
		if (cp_str_is(name, cp_severity_names[severity])
			|| (cp_str_is(name, "all") && severity > CP_NOTE)) {
			flip(&diags->of_severity[severity], no, error);
			known = true;
		}
	return known;
}

static bool cut_prefix(cp_str *text, cp_str prefix)
{
	bool starts = cp_str_starts(*text, prefix);
	if (starts)
		*text = cp_str_part(*text, prefix.len, text->len);
	return starts;
}

cp_switched cp_diags_switch(cp_diags *diags, cp_str text, cp_str *name)
{
	/* "no-step" is a code itself, and "step" is none. */
	bool no = cp_code_named(text) == CP_CODES && cut_prefix(&text, CP_LIT("no-"));
	bool error = cp_str_is(text, "error") || cut_prefix(&text, CP_LIT("error="));
	*name = text;
	if (cp_str_is(text, "error")) {
		diags->of_severity[CP_WARNING].error = no ? -1 : 1;
		return CP_SWITCH_TAKEN;
	}
	if (flip_severities(diags, text, no, error))
		return CP_SWITCH_TAKEN;
	cp_code code = cp_code_named(text);
	if (code == CP_CODES)
		return CP_SWITCH_UNKNOWN;
	if (no && cp_code_infos[code].severity == CP_ERROR)
		return CP_SWITCH_OF_ERROR;
	flip(&diags->of_code[code], no, error);
	return CP_SWITCH_TAKEN;
}
