/* The comments by time, from top to bottom, each in the column of the side for which its points
 * tell. A comment begins below the one before it; a pause that is much longer than usual is one
 * mark across the columns, and comments without a time stand where the page has them. */
#include "diagram/columns.h"

#include "diagram/views.h"
#include "graph/words.h"
#include "thread/time.h"

#include <stdlib.h>

enum {
	TEXT_WIDTH = 236,
	LANE_GAP = 24,
	BEGIN = 26,      /* from the top of a comment to that of the next one, at least */
	LONG_PAUSE = 10, /* times the median */
	PAUSE_ROOM = 34,
	LANES = 3,
	MINUTES_A_DAY = 24 * 60,
};

/* ---- Time ---- */

static cp_str words_of_pause(cp_arena *arena, long minutes)
{
	static const struct {
		long minutes;
		const char *one, *several;
	} units[] = {{365 * MINUTES_A_DAY, "year", "years"},
		{MINUTES_A_DAY, "day", "days"}, {60, "hour", "hours"},
		{1, "minute", "minutes"}};
	cp_buf text = {0};
	size_t unit = 0;
	while (unit < 3 && minutes < units[unit].minutes)
		unit++;
	long count = minutes / units[unit].minutes;
	cp_buf_printf(&text, "%ld %s later", count,
		count == 1 ? units[unit].one : units[unit].several);
	return cp_buf_settle(arena, &text);
}

/* ---- Making ---- */

struct moment {
	long minutes;
	uint32_t comment;
};

static int by_time(const void *left, const void *right)
{
	const struct moment *a = left, *b = right;
	if (a->minutes != b->minutes)
		return a->minutes < b->minutes ? -1 : 1;
	return a->comment < b->comment ? -1 : 1;
}

/* The comments in the order of time; one without a time is as old as the one before it. */
static struct moment *moments_of(cp_arena *arena, const cp_graph *graph)
{
	uint32_t count = (uint32_t)graph->thread->comments.len;
	struct moment *moments = CP_NEW_ARRAY(arena, struct moment, count);
	long last = -1;
	for (uint32_t i = 0; i < count; i++) {
		long minutes = cp_time_minutes(graph->thread->comments.at[i].time);
		last = minutes < 0 ? last : minutes;
		moments[i] = (struct moment){last, i};
	}
	if (count)
		qsort(moments, count, sizeof *moments, by_time);
	return moments;
}

cp_drawing *cp_timeline_new(cp_arena *arena, const cp_graph *graph, const cp_look *look)
{
	cp_drawing *drawing = cp_drawing_new(arena, graph);
	cp_labels labels = cp_labels_new(arena, graph, look, TEXT_WIDTH);
	uint32_t count = (uint32_t)graph->thread->comments.len;
	const struct moment *moments = moments_of(arena, graph);
	cp_buf text = {0};
	labels.even = true;
	for (uint32_t i = 0; i < count; i++)
		if (!graph->shown || graph->shown[moments[i].comment])
			cp_drawing_add_box(arena, drawing,
				cp_label_comment(&labels, moments[i].comment));
	cp_buf_printf(&text,
		"Timeline of the debate: %zu comments from the first to the last, in three columns: "
		"whose points tell for the motion, on both sides or neither, and against it.",
		drawing->boxes.len);
	drawing->description = cp_buf_settle(arena, &text);
	return drawing;
}

/* ---- Placing ---- */

static int by_length(const void *left, const void *right)
{
	long a = *(const long *)left, b = *(const long *)right;
	return (a > b) - (a < b);
}

static long minutes_of_box(const cp_drawing *drawing, size_t box)
{
	return cp_time_minutes(
		drawing->graph->thread->comments.at[drawing->boxes.at[box].subject].time);
}

/* From each box to the next; 0 where a time is missing. */
static long *find_pauses(cp_arena *arena, const cp_drawing *drawing, long *median)
{
	size_t count = drawing->boxes.len, known = 0;
	long *pauses = CP_NEW_ARRAY(arena, long, count);
	long *sorted = CP_NEW_ARRAY(arena, long, count);
	for (size_t i = 1; i < count; i++) {
		long before = minutes_of_box(drawing, i - 1);
		long now = minutes_of_box(drawing, i);
		if (before >= 0 && now >= 0)
			sorted[known++] = pauses[i] = now - before;
	}
	if (known)
		qsort(sorted, known, sizeof *sorted, by_length);
	*median = known ? sorted[known / 2] : 0;
	return pauses;
}

static size_t lane_of(cp_stance stance)
{
	return stance == CP_STANCE_PRO ? 0 : stance == CP_STANCE_CONTRA ? 2 : 1;
}

static double lowest(const double y[LANES])
{
	double low = y[0];
	for (size_t i = 1; i < LANES; i++)
		low = y[i] > low ? y[i] : low;
	return low;
}

static void add_pause(
	cp_arena *arena, cp_drawing *drawing, long minutes, double top, double width)
{
	cp_str text = words_of_pause(arena, minutes);
	cp_note *note = cp_drawing_add_note(
		arena, drawing, text, CP_TYPE_FOOT, (cp_point){0, top});
	double y = top + cp_type_styles[CP_TYPE_FOOT].leading / 2;
	note->left = (width - note->line.width) / 2;
	*cp_push(arena, &drawing->rules) =
		(cp_rule){{0, y}, {note->left - CP_BOX_PAD_X, y}, true};
	*cp_push(arena, &drawing->rules) = (cp_rule){
		{note->left + note->line.width + CP_BOX_PAD_X, y}, {width, y}, true};
}

static void add_headings(cp_arena *arena, cp_drawing *drawing, double lane)
{
	static const struct {
		const char *text;
		cp_stance stance;
	} heads[LANES] = {{"For the motion", CP_STANCE_PRO},
		{"On both sides or neither", CP_STANCE_NONE},
		{"Against the motion", CP_STANCE_CONTRA}};
	for (size_t i = 0; i < LANES; i++)
		cp_drawing_add_note(arena, drawing, cp_str_of(heads[i].text),
			CP_TYPE_COLUMN, (cp_point){(double)i * lane, 0})
			->stance = heads[i].stance;
}

void cp_timeline_arrange(cp_arena *arena, cp_drawing *drawing)
{
	double head = cp_type_styles[CP_TYPE_COLUMN].leading + CP_ENTRY_GAP;
	double y[LANES] = {head, head, head}, begin = head, lane = 0;
	long median;
	const long *pauses = find_pauses(arena, drawing, &median);
	for (size_t i = 0; i < drawing->boxes.len; i++)
		if (drawing->boxes.at[i].width + LANE_GAP > lane)
			lane = drawing->boxes.at[i].width + LANE_GAP;
	double width = LANES * lane - LANE_GAP;
	add_headings(arena, drawing, lane);
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		cp_box *box = &drawing->boxes.at[i];
		size_t in = lane_of(box->stance);
		if (pauses[i] > median * LONG_PAUSE && pauses[i] > 1) {
			double low = lowest(y);
			add_pause(arena, drawing, pauses[i], low, width);
			begin = y[0] = y[1] = y[2] = low + PAUSE_ROOM;
		}
		double top = y[in] > begin ? y[in] : begin;
		cp_box_place(box, (double)in * lane, top);
		begin = top + BEGIN;
		y[in] = cp_box_bottom(box) + CP_ENTRY_GAP;
	}
	cp_drawing_measure(drawing);
}
