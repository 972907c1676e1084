/* Columns: leaves that hang from one box side by side would make a large map a strip, so they
 * are set one below the other, as high as gives the map the proportions of a page. */
#include "diagram/tidy.h"

struct leaves {
	const cp_tidy *tidy;
	uint32_t *ties; /* lines that begin or end at each box */
	bool *bound;    /* of each box: it has to stand where it would */
};

/* What else than its one line holds a box in its place: premises beside it, what it attacks. */
static void look_at_step(struct leaves *leaves, uint32_t first, uint32_t arrow)
{
	const cp_line *lines = leaves->tidy->drawing->lines.at;
	uint32_t to = lines[arrow].to, seat = lines[first].from;
	for (uint32_t i = first; i < arrow; i++) {
		leaves->ties[lines[i].from]++;
		leaves->bound[lines[i].from] |= i > first || i + 1 < arrow;
	}
	leaves->bound[seat] |= leaves->tidy->drawing->boxes.at[seat].parent != to;
	leaves->ties[cp_tidy_box_at(leaves->tidy, to)]++;
}

/* Which boxes may stand in a column: leaves that are tied to what they hang from alone. */
static bool *find_leaves(cp_tidy *tidy)
{
	const cp_drawing *drawing = tidy->drawing;
	struct leaves leaves = {.tidy = tidy};
	leaves.ties = CP_NEW_ARRAY(tidy->arena, uint32_t, drawing->boxes.len);
	leaves.bound = CP_NEW_ARRAY(tidy->arena, bool, drawing->boxes.len);
	for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++)
		if (drawing->lines.at[i].arrow) {
			look_at_step(&leaves, first, i);
			first = i + 1;
		}
	bool *free_leaves = leaves.bound;
	for (size_t i = 0; i < drawing->boxes.len; i++)
		if (drawing->boxes.at[i].parent != CP_NONE)
			leaves.ties[drawing->boxes.at[i].parent]++;
	for (size_t i = 0; i < drawing->boxes.len; i++)
		free_leaves[i] = !leaves.bound[i] && leaves.ties[i] == 1
			&& drawing->boxes.at[i].parent != CP_NONE;
	return free_leaves;
}

/* Where the next leaf below a box goes: into the column that was begun last, if nothing stands
 * beside it by now. */
struct column {
	uint32_t last; /* box of the column; CP_NONE: there is none */
	uint32_t len;
};

static void add_to_column(
	cp_tidy *tidy, struct column *column, uint32_t box, uint32_t most)
{
	bool fits = column->last != CP_NONE && column->len < most;
	tidy->stacked_on[box] = fits ? column->last : CP_NONE;
	tidy->column_of[box] = fits ? tidy->column_of[column->last] : box;
	column->last = box;
	column->len = fits ? column->len + 1 : 1;
	double width = tidy->drawing->boxes.at[box].width;
	double *widest = &tidy->column_width[tidy->column_of[box]];
	*widest = fits && *widest > width ? *widest : width;
}

void cp_tidy_set_columns(cp_tidy *tidy, uint32_t most)
{
	size_t boxes = tidy->drawing->boxes.len, nodes = boxes + tidy->groups_len;
	if (!tidy->leaf)
		tidy->leaf = find_leaves(tidy);
	struct column *columns = CP_NEW_ARRAY(tidy->arena, struct column, nodes);
	for (size_t i = 0; i < nodes; i++)
		columns[i].last = CP_NONE;
	for (size_t n = 0; n < boxes; n++) {
		uint32_t box = tidy->order[n];
		tidy->stacked_on[box] = tidy->column_of[box] = CP_NONE;
		struct column *column = &columns[cp_tidy_parent(tidy, box)];
		if (tidy->leaf[box])
			add_to_column(tidy, column, box, most);
		else
			column->last = CP_NONE;
	}
}
