/* The shape of a map, apart from who lays it out.
 *
 * A layered layout puts all reasons for the motion side by side, so that a debate of fifty
 * claims is five times as wide as it is high. The branches below the motion are therefore
 * set in as many rows as give a picture of the proportions of a page: the arrows of the
 * lower rows are lengthened by the height of the rows above. */
#include "diagram/drawing.h"

#include <stdlib.h>

enum {
	MOST_ROWS = 12,
	MOST_IN_A_ROW = 6, /* boxes that always fit side by side */
};

struct branch {
	uint32_t line;          /* whose arrow ends at the motion */
	unsigned width, height; /* of what hangs from it, in boxes */
	unsigned row;
};

struct shape {
	unsigned *width, *height; /* of each box with what hangs from it */
	CP_ARRAY(struct branch) branches;
};

/* Boxes are in the order of reading, so what hangs from a box comes after it. */
static void measure_boxes(cp_arena *arena, struct shape *shape, const cp_drawing *drawing)
{
	size_t count = drawing->boxes.len;
	shape->width = CP_NEW_ARRAY(arena, unsigned, count);
	shape->height = CP_NEW_ARRAY(arena, unsigned, count);
	for (size_t i = count; i-- > 0;) {
		uint32_t parent = drawing->boxes.at[i].parent;
		shape->width[i] += !shape->width[i];
		shape->height[i]++;
		if (parent == CP_NONE)
			continue;
		shape->width[parent] += shape->width[i];
		if (shape->height[parent] < shape->height[i])
			shape->height[parent] = shape->height[i];
	}
}

static void hang(struct branch *branch, const struct shape *shape, uint32_t box)
{
	branch->width += shape->width[box];
	if (branch->height < shape->height[box])
		branch->height = shape->height[box];
}

/* The lines of a step stand together: those from its premises, then its arrow. */
static void find_branches(cp_arena *arena, struct shape *shape, const cp_drawing *drawing)
{
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++) {
		const cp_line *line = &drawing->lines.at[i];
		if (!line->arrow)
			continue;
		if (line->to < boxes && drawing->boxes.at[line->to].motion) {
			struct branch *branch = cp_push(arena, &shape->branches);
			branch->line = i;
			for (uint32_t premise = first; premise <= i; premise++)
				if (drawing->lines.at[premise].from < boxes)
					hang(branch, shape,
						drawing->lines.at[premise].from);
		}
		first = i + 1;
	}
}

static int by_height(const void *left, const void *right)
{
	const struct branch *a = left, *b = right;
	if (a->height != b->height)
		return a->height < b->height ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

/* Sets the branches, lowest first, in `rows` rows of about the same width. The height of
 * all of them. */
static unsigned set_rows(struct shape *shape, unsigned total, unsigned rows)
{
	unsigned height = 0, used = 0, in_row = 0, row = 0;
	for (size_t i = 0; i < shape->branches.len; i++) {
		struct branch *branch = &shape->branches.at[i];
		if (row + 1 < rows
			&& used + branch->width / 2 >= total * (row + 1) / rows) {
			height += in_row;
			in_row = 0;
			row++;
		}
		branch->row = row;
		used += branch->width;
		in_row = branch->height > in_row ? branch->height : in_row;
	}
	return height + in_row;
}

static void choose_rows(struct shape *shape)
{
	enum { BOX_WIDTH = 20, BOX_HEIGHT = 13 }; /* their usual proportion */
	unsigned total = 0;
	for (size_t i = 0; i < shape->branches.len; i++)
		total += shape->branches.at[i].width;
	if (shape->branches.len)
		qsort(shape->branches.at, shape->branches.len, sizeof *shape->branches.at,
			by_height);
	for (unsigned rows = 1; rows <= MOST_ROWS; rows++) {
		unsigned height = set_rows(shape, total, rows);
		if (total <= MOST_IN_A_ROW
			|| total / rows * BOX_WIDTH <= height * BOX_HEIGHT * 2)
			break;
	}
}

unsigned *cp_drawing_set_rows(cp_arena *arena, const cp_drawing *drawing)
{
	struct shape shape = {0};
	unsigned *longer = CP_NEW_ARRAY(arena, unsigned, drawing->lines.len);
	/* A map that grows to the side stacks its branches anyway. */
	if (cp_is_across(drawing->direction))
		return longer;
	measure_boxes(arena, &shape, drawing);
	find_branches(arena, &shape, drawing);
	choose_rows(&shape);
	unsigned above = 0, height = 0;
	for (size_t i = 0; i < shape.branches.len; i++) {
		const struct branch *branch = &shape.branches.at[i];
		if (i > 0 && branch->row != shape.branches.at[i - 1].row) {
			above += height;
			height = 0;
		}
		height = branch->height > height ? branch->height : height;
		longer[branch->line] = 2 * above;
	}
	return longer;
}
