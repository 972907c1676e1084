/* The legend of a drawing as SVG: what its colours, signs and lines say. */
#include "diagram/svg.h"

#include "diagram/view.h"
#include "graph/words.h"

#include <stddef.h>

enum {
	GAP = 22,
	SAMPLE = 44,
	LEADING = 15,
};

struct legend {
	cp_canvas *canvas; /* NULL: only measure */
	double x, y, left, right;
};

enum sample { SAMPLE_BOX, SAMPLE_SIDE, SAMPLE_MORE, SAMPLE_STEP, SAMPLE_LINKED };

static void put_sample_line(cp_buf *out, cp_point from, cp_point to, bool arrow)
{
	double third = (to.x - from.x) / 3, rise = (to.y - from.y) / 3;
	cp_line line = {.arrow = arrow,
		.points_len = 4,
		.tip = {to.x + 7, to.y},
		.points = (cp_point[]){from, {from.x + third, from.y + rise},
			{to.x - third, to.y - rise}, to}};
	cp_canvas still = {.out = out};
	cp_svg_put_line(&still, &line);
}

static void put_sample_step(const cp_canvas *canvas, cp_tie tie, bool linked, cp_point at)
{
	cp_buf *out = canvas->out;
	cp_point sign = {at.x + (linked ? 18 : 14), at.y};
	if (linked) {
		put_sample_line(out, (cp_point){at.x, at.y - 7}, sign, false);
		put_sample_line(out, (cp_point){at.x, at.y + 7}, sign, false);
	}
	put_sample_line(out, linked ? sign : at, (cp_point){at.x + 29, at.y}, true);
	cp_svg_put_sign(canvas, tie, sign.x, sign.y);
}

static void legend_entry(struct legend *legend, const char *class, cp_tie tie,
	enum sample sample, cp_stance stance, const char *text)
{
	double width = SAMPLE + cp_text_width(cp_str_of(text), CP_LEGEND_SIZE, false);
	if (legend->x > legend->left && legend->x + width > legend->right) {
		legend->x = legend->left;
		legend->y += CP_LEGEND_ROW;
	}
	double x = legend->x, y = legend->y;
	legend->x += width + GAP;
	if (!legend->canvas)
		return;
	cp_buf *out = legend->canvas->out;
	cp_buf_printf(out, "<g class=\"%s\">", class);
	if (sample <= SAMPLE_MORE) {
		cp_svg_put_rect(out, "box", x, y - 7, 34, 14, 4);
		if (sample == SAMPLE_MORE)
			cp_svg_put_more(out, x + 13, y);
		if (strstr(class, "unresolved"))
			cp_svg_put_hatch(out, x + 3, y + 4, 28);
		if (sample == SAMPLE_SIDE)
			cp_svg_put_bar(out, stance, x, y - 5, 10);
	} else {
		put_sample_step(
			legend->canvas, tie, sample == SAMPLE_LINKED, (cp_point){x, y});
	}
	cp_svg_put_text(legend->canvas, x + SAMPLE, y + 4, "key", cp_str_of(text), 0);
	cp_buf_puts(out, "</g>\n");
}

static bool uses_tie(const cp_drawing *drawing, cp_tie tie)
{
	for (size_t i = 0; i < drawing->joints.len; i++)
		if (drawing->joints.at[i].tie == tie)
			return true;
	return false;
}

static bool uses_stance(const cp_drawing *drawing, cp_stance stance)
{
	for (size_t i = 0; i < drawing->boxes.len; i++)
		if (!drawing->boxes.at[i].motion && drawing->boxes.at[i].stance == stance
			&& drawing->boxes.at[i].kind != CP_BOX_WORK)
			return true;
	return false;
}

bool cp_svg_uses(const cp_drawing *drawing, size_t offset)
{
	for (size_t i = 0; i < drawing->boxes.len; i++)
		if (*((const char *)&drawing->boxes.at[i] + offset))
			return true;
	return false;
}

/* Whether premises go together into one joint. A line into a joint is no arrow. */
static bool uses_linked(const cp_drawing *drawing)
{
	for (size_t i = 1; i < drawing->lines.len; i++)
		if (!drawing->lines.at[i - 1].arrow && !drawing->lines.at[i].arrow)
			return true;
	return false;
}

static const struct {
	cp_stance stance;
	const char *class, *text, *people;
} stances[] = {
	{CP_STANCE_PRO, "pro", "tells for the motion", "speaks for the motion"},
	{CP_STANCE_CONTRA, "contra", "tells against it", "speaks against it"},
	{CP_STANCE_BOTH, "both", "tells for it in one way, against it in another",
		"speaks on both sides"},
	{CP_STANCE_NONE, "none", "on neither side", "on neither side"},
};

static const struct {
	cp_tie tie;
	const char *text;
} ties[] = {
	{CP_TIE_SUPPORTS, "supports: a reason for it"},
	{CP_TIE_REBUTS, "rebuts: a reason against it"},
	{CP_TIE_UNDERCUTS, "undercuts: the step does not hold"},
	{CP_TIE_CONCEDES, "concedes: grants it"},
	{CP_TIE_QUOTES, "quotes it"},
	{CP_TIE_REPLIES, "replies to it"},
};

/* Only what the drawing uses. */
static void put_what_is_drawn(struct legend *legend, const cp_drawing *drawing)
{
	static const struct {
		size_t offset;
		const char *class, *text;
	} flags[] = {
		{offsetof(cp_box, quotation), "quotation", "a quotation"},
		{offsetof(cp_box, implicit), "implicit",
			"unstated, added by the annotator"},
		{offsetof(cp_box, broken), "broken", "has an error in the annotation"},
		{offsetof(cp_box, automatic), "drafted",
			"drafted by the program, not confirmed"},
	};
	if (cp_svg_uses(drawing, offsetof(cp_box, motion)))
		legend_entry(legend, "motion-box", CP_TIE_SUPPORTS, SAMPLE_BOX,
			CP_STANCE_NONE, "the motion");
	for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
		if (uses_stance(drawing, stances[i].stance))
			legend_entry(legend, stances[i].class, CP_TIE_SUPPORTS,
				SAMPLE_SIDE, stances[i].stance,
				drawing->view->of_people ? stances[i].people
							 : stances[i].text);
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (cp_svg_uses(drawing, flags[i].offset))
			legend_entry(legend, flags[i].class, CP_TIE_SUPPORTS, SAMPLE_BOX,
				CP_STANCE_NONE, flags[i].text);
	if (cp_svg_uses(drawing, offsetof(cp_box, folded)))
		legend_entry(legend, "folded", CP_TIE_SUPPORTS, SAMPLE_MORE,
			CP_STANCE_NONE, "more is below, not shown here");
	for (size_t i = 0; i < sizeof ties / sizeof *ties; i++)
		if (uses_tie(drawing, ties[i].tie))
			legend_entry(legend, cp_tie_names[ties[i].tie], ties[i].tie,
				SAMPLE_STEP, CP_STANCE_NONE, ties[i].text);
	if (uses_linked(drawing))
		legend_entry(legend, cp_tie_names[CP_TIE_SUPPORTS], CP_TIE_SUPPORTS,
			SAMPLE_LINKED, CP_STANCE_NONE, "linked: only together a reason");
}

/* ---- What the legend says of the standing ---- */

static bool box_stands_as(const cp_drawing *drawing, cp_status status)
{
	for (size_t i = 0; i < drawing->boxes.len; i++)
		if (drawing->boxes.at[i].standing.shown
			&& drawing->boxes.at[i].standing.status == status)
			return true;
	return false;
}

static bool step_stands_as(const cp_drawing *drawing, cp_status status)
{
	for (size_t i = 0; i < drawing->joints.len; i++)
		if (drawing->joints.at[i].standing.shown
			&& drawing->joints.at[i].standing.status == status)
			return true;
	return false;
}

/* A line of words, so much below what is there. */
static void legend_words(struct legend *legend, cp_str text, double below)
{
	legend->x = legend->left;
	legend->y += below;
	if (legend->canvas)
		cp_svg_put_text(legend->canvas, legend->x, legend->y + 4, "key", text, 0);
}

static void put_rules_of_standing(struct legend *legend, const cp_drawing *drawing)
{
	cp_arena arena = {0};
	cp_buf text = {0};
	cp_buf_puts(&text, "What stands, and how strong it is, from 0 to 1, by ");
	cp_evaluation_put_rules(&text, drawing->standing);
	cp_lines lines = cp_text_wrap(&arena, cp_buf_str(&text),
		legend->right - legend->left, CP_LEGEND_SIZE, false, 3);
	for (size_t i = 0; i < lines.list.len; i++)
		legend_words(legend, lines.list.at[i], i ? LEADING : CP_LEGEND_ROW);
	cp_buf_clear(&text);
	cp_arena_clear(&arena);
}

static void put_what_stands(struct legend *legend, const cp_drawing *drawing)
{
	static const struct {
		cp_status status;
		const char *class, *box, *step;
	} rows[] = {
		{CP_STATUS_DEFEATED, "none defeated", "defeated",
			"a step that is defeated"},
		{CP_STATUS_UNRESOLVED, "none unresolved", "unresolved",
			"a step that is unresolved"},
		{CP_STATUS_NOT_ASSERTED, "none not-asserted", "not asserted",
			"a step that nobody asserts"},
	};
	if (!drawing->standing)
		return;
	if (legend->canvas)
		cp_buf_puts(legend->canvas->out, "<g class=\"of-standing\">");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (box_stands_as(drawing, rows[i].status))
			legend_entry(legend, rows[i].class, CP_TIE_SUPPORTS, SAMPLE_BOX,
				CP_STANCE_NONE, rows[i].box);
		if (step_stands_as(drawing, rows[i].status))
			legend_entry(legend, rows[i].class, CP_TIE_SUPPORTS, SAMPLE_STEP,
				CP_STANCE_NONE, rows[i].step);
	}
	put_rules_of_standing(legend, drawing);
	if (legend->canvas)
		cp_buf_puts(legend->canvas->out, "</g>");
}

double cp_svg_put_legend(
	cp_canvas *canvas, const cp_drawing *drawing, cp_point from, double right)
{
	struct legend legend = {.canvas = canvas,
		.x = from.x,
		.y = from.y,
		.left = from.x,
		.right = right};
	put_what_is_drawn(&legend, drawing);
	put_what_stands(&legend, drawing);
	return legend.y;
}
