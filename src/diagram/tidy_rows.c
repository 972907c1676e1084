/* Rows: a map that would be far wider than high is set in rows, the branches that tell for the
 * motion at the left of a trunk, those against it at the right, each row a tree by itself. */
#include "diagram/tidy.h"

#include <math.h>
#include <stdlib.h>

enum {
	MARGIN = 8,
	TRUNK = 30, /* from the middle of the trunk to the branches */
	MOST_ROWS = 40,
};

bool cp_tidy_is_branch(const cp_drawing *drawing, const cp_box *box)
{
	return box->parent != CP_NONE && drawing->boxes.at[box->parent].motion;
}

struct branch {
	uint32_t box;
	double width, height; /* of what hangs from it, as it would be in a row; about */
	bool pro;
};

struct branches {
	CP_ARRAY(struct branch) list;
	double total; /* of the widths */
};

static int by_height(const void *left, const void *right)
{
	const struct branch *a = left, *b = right;
	if (a->height != b->height)
		return a->height < b->height ? -1 : 1;
	return a->box < b->box ? -1 : a->box > b->box;
}

static void find_branches(cp_tidy *tidy, struct branches *branches)
{
	const cp_drawing *drawing = tidy->drawing;
	size_t boxes = drawing->boxes.len;
	double *width = CP_NEW_ARRAY(tidy->arena, double, boxes);
	double *height = CP_NEW_ARRAY(tidy->arena, double, boxes);
	for (uint32_t i = (uint32_t)boxes; i-- > 0;) {
		const cp_box *box = &drawing->boxes.at[i];
		double own = box->width + CP_TIDY_SPACE;
		width[i] = width[i] > own ? width[i] : own;
		height[i] += box->height + CP_TIDY_GAP;
		if (cp_tidy_is_branch(drawing, box)) {
			*cp_push(tidy->arena, &branches->list) = (struct branch){
				i, width[i], height[i], box->stance == CP_STANCE_PRO};
			branches->total += width[i];
		} else if (box->parent != CP_NONE) {
			width[box->parent] += width[i];
			if (height[box->parent] < height[i])
				height[box->parent] = height[i];
		}
	}
	if (branches->list.len)
		qsort(branches->list.at, branches->list.len, sizeof *branches->list.at,
			by_height);
}

/* In which row each branch goes, lowest first, if there are so many: rows of about the same
 * width. The height of all of them. */
static double set_rows(cp_tidy *tidy, const struct branches *branches)
{
	double height = 0, in_row = 0, used = 0;
	uint32_t row = 0;
	for (size_t i = 0; i < branches->list.len; i++) {
		const struct branch *branch = &branches->list.at[i];
		if (row + 1 < tidy->rows
			&& used + branch->width / 2
				>= branches->total * (row + 1) / tidy->rows) {
			height += in_row;
			in_row = 0;
			row++;
		}
		tidy->group_of[branch->box] = 1 + 2 * row + !branch->pro;
		used += branch->width;
		in_row = branch->height > in_row ? branch->height : in_row;
	}
	return height + in_row;
}

void cp_tidy_choose_rows(cp_tidy *tidy)
{
	struct branches branches = {0};
	find_branches(tidy, &branches);
	for (tidy->rows = 1; tidy->rows < MOST_ROWS && tidy->rows < branches.list.len;
		tidy->rows++)
		if (branches.total / tidy->rows
			<= set_rows(tidy, &branches) * CP_TIDY_WIDE)
			break;
	tidy->groups_len = tidy->rows > 1 ? 2 + 2 * tidy->rows : 1;
	tidy->groups = CP_NEW_ARRAY(tidy->arena, struct cp_tidy_group, tidy->groups_len);
	for (size_t i = 0; i < tidy->drawing->boxes.len; i++)
		if (tidy->rows == 1)
			tidy->group_of[i] = 0;
		else if (tidy->drawing->boxes.at[i].parent == CP_NONE)
			tidy->group_of[i] = tidy->drawing->boxes.at[i].motion
				? 0
				: tidy->groups_len - 1;
}

/* The rows one below the other, each at both sides of the trunk, whose x is 0. */
static void set_groups(cp_tidy *tidy)
{
	double y = tidy->groups[0].low;
	tidy->groups[0].dx = -(tidy->groups[0].left + tidy->groups[0].right) / 2;
	for (uint32_t row = 0; row < tidy->rows && tidy->rows > 1; row++) {
		struct cp_tidy_group *pro = &tidy->groups[1 + 2 * row], *contra = pro + 1;
		pro->dx = -pro->right - TRUNK;
		contra->dx = TRUNK - contra->left;
		pro->dy = contra->dy = y;
		y += pro->low > contra->low ? pro->low : contra->low;
	}
	if (tidy->groups_len > 1) {
		struct cp_tidy_group *rest = &tidy->groups[tidy->groups_len - 1];
		rest->dx = -(rest->left + rest->right) / 2;
		rest->dy = y;
	}
}

static void move_boxes(cp_tidy *tidy)
{
	cp_drawing *drawing = tidy->drawing;
	double left = INFINITY;
	for (uint32_t i = 0; i < tidy->groups_len; i++)
		if (tidy->groups[i].left + tidy->groups[i].dx < left)
			left = tidy->groups[i].left + tidy->groups[i].dx;
	tidy->trunk = MARGIN - left;
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		const struct cp_tidy_group *group = &tidy->groups[tidy->group_of[i]];
		drawing->boxes.at[i].centre.x += group->dx + tidy->trunk;
		drawing->boxes.at[i].centre.y += group->dy;
	}
}

void cp_tidy_set_rows(cp_tidy *tidy)
{
	set_groups(tidy);
	move_boxes(tidy);
}
