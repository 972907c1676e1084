/* Findings as a compiler prints them: the place, the message, the line with a mark. */
#include "base/diag.h"

enum { WINDOW = 100 }; /* columns shown of a long line */

static const char *const colours[CP_SEVERITIES] = {
	[CP_NOTE] = "\033[1;36m",
	[CP_HINT] = "\033[1;34m",
	[CP_WARNING] = "\033[1;35m",
	[CP_ERROR] = "\033[1;31m",
};

/* No more of a very long line than a window can show: a file may be one line. */
static cp_str line_around(cp_str text, size_t offset)
{
	size_t start = offset, end = offset;
	while (start > 0 && text.at[start - 1] != '\n' && offset - start < 2 * WINDOW)
		start--;
	while (end < text.len && text.at[end] != '\n' && text.at[end] != '\r'
		&& end - offset < 2 * WINDOW)
		end++;
	return cp_str_part(text, start, end);
}

/* Control characters of a hostile file must not reach the terminal. */
static void write_visible(cp_buf *out, cp_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t control = text.at[i] == '\t' ? 0 : cp_control_at(text, i);
		cp_buf_putc(out, control ? '?' : text.at[i]);
		i += control > 1;
	}
}

static void write_location(cp_buf *out, const cp_place *place)
{
	write_visible(out, cp_str_of(place->source->name));
	if (!place->source->text.at)
		return;
	cp_position at = cp_source_position(place->source, place->start);
	cp_buf_printf(out, ":%zu:%zu", at.line, at.column);
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

/* "error: ", and "warning (allowed): " of what the file allows. */
static void write_severity(cp_buf *out, const cp_diag *diag, cp_diag_style style)
{
	if (style.colour)
		cp_buf_puts(out, colours[diag->severity]);
	cp_buf_printf(out,
		"%s%s: ", style.changes ? "fix" : cp_severity_names[diag->severity],
		diag->allowed ? " (allowed)" : "");
	if (style.colour)
		cp_buf_puts(out, "\033[0m\033[1m");
}

static void write_message(cp_buf *out, const cp_diag *diag, cp_diag_style style)
{
	if (style.colour)
		cp_buf_puts(out, "\033[1m");
	if (diag->place.source)
		write_location(out, &diag->place);
	else
		cp_buf_puts(out, "counterpoint");
	cp_buf_puts(out, ": ");
	write_severity(out, diag, style);
	write_visible(out, diag->message);
	if (style.colour)
		cp_buf_puts(out, "\033[0m");
	cp_buf_printf(out, " [%s]\n", cp_code_infos[diag->code].code);
}

static void write_one(cp_buf *out, const cp_diag *diag, cp_diag_style style)
{
	write_message(out, diag, style);
	if (style.changes)
		return;
	if (diag->place.source)
		write_excerpt(out, &diag->place, style);
	if (diag->hint.len) {
		cp_buf_puts(out, "    hint: ");
		write_visible(out, diag->hint);
		cp_buf_putc(out, '\n');
	}
	if (diag->also.source) {
		write_location(out, &diag->also);
		cp_buf_puts(out, ": note: ");
		write_visible(out, diag->also_message);
		cp_buf_putc(out, '\n');
		write_excerpt(out, &diag->also, style);
	}
}

void cp_diags_write(cp_diags *diags, cp_buf *out, cp_diag_style style)
{
	size_t count;
	const cp_diag *sorted = cp_diags_sorted(diags, style.allowed, &count);
	size_t shown = style.limit && count > style.limit ? style.limit : count;
	for (size_t i = 0; i < shown; i++)
		write_one(out, &sorted[i], style);
	if (shown < count)
		cp_buf_printf(out, "… and %zu more\n", count - shown);
}
