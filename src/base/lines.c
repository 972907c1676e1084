#include "base/lines.h"

void cp_lines_clear(cp_lines *lines)
{
	cp_buf_clear(&lines->held);
	*lines = (cp_lines){0};
}

char *cp_lines_room(cp_lines *lines, size_t size)
{
	cp_buf *held = &lines->held;
	if (lines->taken) {
		memmove(held->at, held->at + lines->taken, held->len - lines->taken);
		held->len -= lines->taken;
		lines->looked -= lines->taken;
		lines->taken = 0;
	}
	return cp_buf_room(held, size);
}

void cp_lines_add(cp_lines *lines, size_t size)
{
	lines->held.len += size;
}

/* Is the line that ends at byte `end`, or goes on there, too long? Then only its beginning
 * stays. */
static void cut_line(cp_lines *lines, size_t end)
{
	cp_buf *held = &lines->held;
	size_t len = end - lines->taken;
	if (!lines->too_long && (!lines->longest || len <= lines->longest))
		return;
	lines->too_long = true;
	if (len <= CP_LINE_BEGINNING)
		return;
	memmove(held->at + lines->taken + CP_LINE_BEGINNING, held->at + end,
		held->len - end);
	held->len -= len - CP_LINE_BEGINNING;
	lines->looked = lines->taken + CP_LINE_BEGINNING;
}

static void hand_out(cp_lines *lines, size_t end, cp_line *line)
{
	*line = (cp_line){
		.text = cp_str_part(cp_buf_str(&lines->held), lines->taken, end),
		.number = ++lines->number,
		.too_long = lines->too_long,
	};
	lines->too_long = false;
}

bool cp_lines_take(cp_lines *lines, cp_line *line)
{
	cp_buf *held = &lines->held;
	const char *found = held->len > lines->looked
		? memchr(held->at + lines->looked, '\n', held->len - lines->looked)
		: NULL;
	lines->looked = found ? (size_t)(found - held->at) : held->len;
	cut_line(lines, lines->looked);
	if (!found && !(lines->ended && lines->taken < held->len))
		return false;
	hand_out(lines, lines->looked, line);
	lines->taken = lines->looked = lines->looked + (found ? 1 : 0);
	return true;
}
