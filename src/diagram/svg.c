/* Drawings as SVG.
 *
 * Real text, in a font stack whose widths were measured. Everything has a name in words;
 * what colour says, a sign, a line style and a word say too. Nothing of the user's becomes
 * markup, an id, a class or a style. The order of the elements is the order of reading. */
#include "diagram/drawing.h"

#include "diagram/theme.h"
#include "diagram/view.h"
#include "graph/words.h"
#include "text/xml.h"

#include <math.h>

enum {
	MARGIN = 24,
	TITLE_SIZE = 17,
	TITLE_LEADING = 22,
	MOST_TITLE_LINES = 4,
	TITLE_ROOM = 34,
	LINK_ROOM = 22, /* a row of links below the title */
	LINK_GAP = 24,
	LEGEND_ROW = 22,
	LEGEND_GAP = 22,
	LEGEND_SAMPLE = 44,
	LEGEND_SIZE = 11,
	LEGEND_LEADING = 15,
	LEAST_WIDTH = 560,
	RADIUS = 8, /* of the corners of a box */
};

/* Colours are those of the theme: "@P" is its colour for the letter P. */
static const char style[] =
	"text{font-family:\"Liberation Sans\",Arial,Helvetica,sans-serif;fill:@T;"
	"white-space:pre}"
	".head{font-size:10px;font-weight:bold}.body{font-size:12px}"
	".quote{font-size:12px;font-style:italic}.foot{font-size:9.5px;fill:@F}"
	".motion-box .motion{font-size:15px;font-weight:bold;fill:@m}"
	".motion-box .head,.motion-box .foot{fill:@n}"
	".title{font-size:17px;font-weight:bold}.key{font-size:11px}"
	".box{stroke-width:1.5;fill:@N;stroke:@F}"
	".pro>.box{fill:@p;stroke:@P}.pro>.bar{fill:@P}"
	".pro .head{fill:@P}"
	".contra>.box{fill:@c;stroke:@C}.contra .head{fill:@C}"
	".contra>.bar{fill:none;stroke:@C;stroke-width:5;stroke-dasharray:5 3}"
	".both>.bar,.none>.bar{fill:@F}"
	".motion-box>.box{fill:@M;stroke:@M}"
	".implicit>.box{stroke-dasharray:5 4}"
	".quotation>.box{stroke-width:3}"
	".broken>.box{stroke:@Q;stroke-width:3;stroke-dasharray:2 3}"
	".line{fill:none;stroke-width:2}.sign{stroke:@S;stroke-width:2.2;fill:none}"
	".supports .line{stroke:@P}.supports .fill{fill:@P}"
	".rebuts .line{stroke:@C;stroke-width:2.2;stroke-dasharray:7 4}"
	".rebuts .fill{fill:@C}"
	".undercuts .line{stroke:@U;stroke-width:2.2;stroke-dasharray:2 4}"
	".undercuts .fill{fill:@U}"
	".concedes .line{stroke:@G;stroke-dasharray:10 3 2 3}"
	".concedes .fill{fill:@G}"
	".quotes .line{stroke:@Q;stroke-dasharray:14 4}.quotes .fill{fill:@Q}"
	".replies .line{stroke:@F;stroke-width:1.5}.replies .fill{fill:@F}"
	".speaker .body{font-weight:bold}"
	".source>.box{stroke:@Q;fill:@q}.source>.bar,.source .head{fill:@Q}"
	".column{font-size:13px;font-weight:bold;fill:@F}.pro .column{fill:@P}"
	".contra .column{fill:@C}"
	".badge{fill:@B;stroke:@F;stroke-width:1}.number{font-size:10px;fill:@F}"
	".count{font-size:11px;font-weight:bold;fill:@S}"
	".rule{fill:none;stroke:@R;stroke-width:1}.dashed{stroke-dasharray:6 5}";

/* Only where something is: lighter, and with a dotted edge. */
static const char drafted_style[] =
	".drafted>.box{fill:@B;stroke-width:1;stroke-dasharray:1 3;stroke-linecap:round}"
	".drafted .body,.drafted .quote{fill:@F}";

static const char link_style[] = ".link{font-size:11px;fill:@U;text-decoration:underline}"
				 "a:focus .box,a:hover .box,:target>.box{stroke-width:4}";

static const char folded_style[] =
	".more{fill:none;stroke:@F;stroke-width:1}.motion-box .more{stroke:@n}";

/* Only where it is shown how things stand. What is defeated has a thin edge and no filling, what
 * is unresolved a hatched one; the words say the same. */
static const char standing_style[] =
	".status{font-size:10px;font-weight:bold}"
	".track{fill:@B;stroke:@F;stroke-width:1}.level{fill:@F}"
	".defeated>.box,.not-asserted>.box{fill:@B;stroke:@F;stroke-width:1}"
	".hatch{fill:none;stroke:@F;stroke-width:5;stroke-dasharray:2 3}"
	".motion-box>.status{fill:@m}.motion-box>.hatch{stroke:@n}"
	".motion-box.defeated .motion,.motion-box.defeated>.status{fill:@T}"
	".motion-box.defeated .head,.motion-box.defeated .foot{fill:@F}"
	".defeated>.line,.not-asserted>.line{stroke:@F;stroke-width:1}"
	".defeated>.fill,.not-asserted>.fill,.unresolved>.fill"
	"{fill:@B;stroke:@F;stroke-width:1.5}"
	".unresolved>.fill{stroke-dasharray:2 2}"
	".defeated>.sign,.not-asserted>.sign,.unresolved>.sign{stroke:@F}"
	".defeated>.count,.not-asserted>.count,.unresolved>.count{fill:@T}";

struct canvas {
	cp_buf *out;
	bool linked;   /* boxes lead to the marks on the page around */
	double dx, dy; /* added to every place of the layout */
	cp_direction direction;
};

/* ---- Text ---- */

static void put_number(cp_buf *out, const char *before, double number)
{
	cp_buf_puts(out, before);
	cp_buf_number(out, number);
}

static void put_text(struct canvas *canvas, double x, double y, const char *class,
	cp_str text, double width)
{
	put_number(canvas->out, "<text x=\"", x);
	put_number(canvas->out, "\" y=\"", y);
	cp_buf_printf(canvas->out, "\" class=\"%s\"", class);
	/* A font of other widths than those measured is squeezed, so that text never leaves
	 * its box. */
	if (width > 0)
		put_number(canvas->out, " textLength=\"", width);
	cp_buf_puts(
		canvas->out, width > 0 ? "\" lengthAdjust=\"spacingAndGlyphs\">" : ">");
	size_t at = canvas->out->len;
	cp_buf_put_xml(canvas->out, text);
	/* A line break inside a line is one of the user's, and no more than a space. */
	for (; at < canvas->out->len; at++)
		if (strchr("\n\r\t", canvas->out->at[at]))
			canvas->out->at[at] = ' ';
	cp_buf_puts(canvas->out, "</text>");
}

static void put_element(cp_buf *out, const char *name, cp_str text)
{
	cp_buf_printf(out, "<%s>", name);
	cp_buf_put_xml(out, text);
	cp_buf_printf(out, "</%s>", name);
}

/* ---- Shapes ---- */

static void put_rect(cp_buf *out, const char *class, double x, double y, double width,
	double height, double radius)
{
	cp_buf_printf(out, "<rect class=\"%s\"", class);
	put_number(out, " x=\"", x);
	put_number(out, "\" y=\"", y);
	put_number(out, "\" width=\"", width);
	put_number(out, "\" height=\"", height);
	put_number(out, "\" rx=\"", radius);
	cp_buf_puts(out, "\"/>");
}

/* The bar at the left edge says the side: filled for pro, hatched for contra. */
static void put_bar(cp_buf *out, cp_stance stance, double x, double y, double height)
{
	if (stance != CP_STANCE_CONTRA) {
		put_rect(out, "bar", x, y, CP_BOX_BAR, height, 0);
		return;
	}
	put_number(out, "<path class=\"bar\" d=\"M", x + CP_BOX_BAR / 2.0);
	put_number(out, " ", y);
	put_number(out, "v", height);
	cp_buf_puts(out, "\"/>");
}

static const char *const sign_shapes[CP_TIES] = {
	[CP_TIE_SUPPORTS] = "m-4.5 0h9m-4.5-4.5v9",
	[CP_TIE_REBUTS] = "m-4.5 0h9",
	[CP_TIE_UNDERCUTS] = "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0m1.5 3.5l7-7",
	[CP_TIE_RESTATES] = "m-4.5-2h9m-9 4h9",
	[CP_TIE_CONCEDES] = "m-4.5 0l3 3.5 6-7",
	[CP_TIE_QUOTES] = "m-3-3v3.5q0 2.5-2 2.5m6-6v3.5q0 2.5-2 2.5",
	[CP_TIE_REPLIES] = "m0 4.5v-9m-3.5 3.5l3.5-3.5 3.5 3.5",
};

/* A reply points to where the other comment is. */
static const char *const reply_shapes[CP_DIRECTIONS] = {
	[CP_DIRECTION_BT] = "m0-4.5v9m-3.5-3.5l3.5 3.5 3.5-3.5",
	[CP_DIRECTION_LR] = "m4.5 0h-9m3.5-3.5l-3.5 3.5 3.5 3.5",
	[CP_DIRECTION_RL] = "m-4.5 0h9m-3.5-3.5l3.5 3.5-3.5 3.5",
};

static void put_sign(const struct canvas *canvas, cp_tie tie, double x, double y)
{
	cp_buf *out = canvas->out;
	const char *turned =
		tie == CP_TIE_REPLIES ? reply_shapes[canvas->direction] : NULL;
	put_number(out, "<circle class=\"fill\" cx=\"", x);
	put_number(out, "\" cy=\"", y);
	put_number(out, "\" r=\"", CP_JOINT_SIZE / 2.0);
	cp_buf_puts(out, "\"/><path class=\"sign\" d=\"M");
	put_number(out, "", x);
	put_number(out, " ", y);
	cp_buf_printf(out, "%s\"/>", turned ? turned : sign_shapes[tie]);
}

static void put_arrow(cp_buf *out, cp_point base, cp_point tip)
{
	enum { HALF = 4 };
	double dx = tip.x - base.x, dy = tip.y - base.y, squared = dx * dx + dy * dy;
	/* Newton's method for the length: close enough after a few steps, and no libm. */
	double len = squared > 1 ? squared / 2 : 1;
	for (int i = 0; i < 12; i++)
		len = (len + squared / len) / 2;
	double nx = -dy / len * HALF, ny = dx / len * HALF;
	put_number(out, "<path class=\"fill\" d=\"M", base.x + nx);
	put_number(out, " ", base.y + ny);
	put_number(out, "L", tip.x);
	put_number(out, " ", tip.y);
	put_number(out, "L", base.x - nx);
	put_number(out, " ", base.y - ny);
	cp_buf_puts(out, "z\"/>");
}

static cp_point moved(const struct canvas *canvas, cp_point point)
{
	return (cp_point){point.x + canvas->dx, point.y + canvas->dy};
}

static void put_line(struct canvas *canvas, const cp_line *line)
{
	if (!line->points_len)
		return;
	cp_buf_puts(canvas->out, "<path class=\"line\" d=\"");
	for (size_t i = 0; i < line->points_len; i++) {
		cp_point point = moved(canvas, line->points[i]);
		put_number(canvas->out, i == 0 ? "M" : i == 1 ? "C" : " ", point.x);
		put_number(canvas->out, " ", point.y);
	}
	cp_buf_puts(canvas->out, "\"/>");
	if (line->arrow)
		put_arrow(canvas->out, moved(canvas, line->points[line->points_len - 1]),
			moved(canvas, line->tip));
}

/* ---- How it stands ---- */

/* Classes: "not-asserted" for "not asserted". */
static const char *const standing_classes[CP_STATUSES] = {
	" stands", " defeated", " unresolved", " not-asserted"};

static const char *standing_class(const cp_standing *standing)
{
	return standing->shown ? standing_classes[standing->status] : "";
}

/* A bar for a strength from 0 to 1, in the line that has its foot at y. */
static void put_level(cp_buf *out, double x, double y, double strength)
{
	enum { HEIGHT = 6 };
	put_rect(out, "track", x, y - HEIGHT - 1, CP_LEVEL_BAR, HEIGHT, 0);
	put_rect(out, "level", x, y - HEIGHT - 1, CP_LEVEL_BAR * strength, HEIGHT, 0);
}

/* "defeated", a bar, and "0.41": the number is what follows the last blank. */
static void put_status(struct canvas *canvas, const cp_box *box, const cp_text_line *line,
	double x, double y)
{
	const cp_type_style *type = &cp_type_styles[CP_TYPE_STATUS];
	size_t end = line->text.len;
	if (isnan(box->standing.strength)) {
		put_text(canvas, x, y, type->name, line->text, line->width);
		return;
	}
	while (end && line->text.at[end - 1] != ' ')
		end--;
	cp_str words = cp_str_part(line->text, 0, end ? end - 1 : 0);
	cp_str number = cp_str_part(line->text, end, line->text.len);
	double width = cp_text_width(words, type->size, type->bold);
	put_text(canvas, x, y, type->name, words, width);
	x += width + CP_LEVEL_GAP;
	put_level(canvas->out, x, y, box->standing.strength);
	put_text(canvas, x + CP_LEVEL_BAR + CP_LEVEL_GAP, y, type->name, number,
		cp_text_width(number, type->size, type->bold));
}

/* Along the lower edge of what is unresolved. */
static void put_hatch(cp_buf *out, double x, double y, double width)
{
	put_number(out, "<path class=\"hatch\" d=\"M", x);
	put_number(out, " ", y);
	put_number(out, "h", width);
	cp_buf_puts(out, "\"/>");
}

/* ---- Boxes and steps ---- */

/* A plus in a square, as on what can be unfolded. */
static void put_more(cp_buf *out, double left, double middle)
{
	put_number(out, "<path class=\"more\" d=\"M", left);
	put_number(out, " ", middle - 4);
	cp_buf_puts(out, "h8v8h-8zm1.5 4h5m-2.5-2.5v5\"/>");
}

static void put_lines_of_text(struct canvas *canvas, const cp_box *box, cp_point corner)
{
	double y = corner.y + CP_BOX_PAD_Y;
	for (size_t i = 0; i < box->lines.len; i++) {
		const cp_text_line *line = &box->lines.at[i];
		const cp_type_style *type = &cp_type_styles[line->type];
		double x = corner.x + CP_BOX_PAD_X + CP_BOX_BAR;
		if (box->motion)
			x = corner.x + (box->width - line->width) / 2;
		y += type->leading;
		if (line->more) {
			x += box->motion ? CP_MORE_SIZE / 2.0 : CP_MORE_SIZE;
			put_more(canvas->out, x - CP_MORE_SIZE, y - type->leading / 2.0);
		}
		double foot = y - (type->leading - type->size) / 2 - type->size * 0.2;
		if (line->type == CP_TYPE_STATUS)
			put_status(canvas, box, line, x, foot);
		else
			put_text(canvas, x, foot, type->name, line->text, line->width);
	}
}

/* The item whose words on the page around a box leads to; CP_NONE: none, as only an item
 * whose words were found has a place there. */
static uint32_t item_of(const cp_graph *graph, const cp_box *box)
{
	uint32_t item = box->kind == CP_BOX_CLAIM ? graph->claims[box->subject].item
		: box->kind == CP_BOX_ITEM        ? box->subject
						  : CP_NONE;
	return item != CP_NONE && cp_item_is_anchored(&graph->annotation->items.at[item])
		? item
		: CP_NONE;
}

static void begin_box(struct canvas *canvas, const cp_box *box)
{
	cp_buf_printf(canvas->out, "<g id=\"%s-%u\" class=\"", cp_box_names[box->kind],
		(unsigned)box->subject);
	if (box->kind != CP_BOX_CLAIM)
		cp_buf_printf(canvas->out, "%s ", cp_box_names[box->kind]);
	cp_buf_printf(canvas->out,
		"%s%s%s%s%s%s\" role=\"graphics-symbol\" aria-roledescription=\"%s\">",
		box->motion ? "motion-box" : cp_stance_name(box->stance),
		box->quotation ? " quotation" : "", box->implicit ? " implicit" : "",
		box->broken ? " broken" : "", box->automatic ? " drafted" : "",
		standing_class(&box->standing),
		box->motion ? "motion" : cp_box_names[box->kind]);
	put_element(canvas->out, "title", box->title);
	if (box->description.len)
		put_element(canvas->out, "desc", box->description);
}

static void put_outline(struct canvas *canvas, const cp_box *box, cp_point corner)
{
	put_rect(canvas->out, "box", corner.x, corner.y, box->width, box->height, RADIUS);
	if (!box->motion)
		put_bar(canvas->out, box->stance, corner.x, corner.y + RADIUS,
			box->height - 2 * RADIUS);
	if (box->standing.shown && box->standing.status == CP_STATUS_UNRESOLVED)
		put_hatch(canvas->out, corner.x + RADIUS, corner.y + box->height - 3.5,
			box->width - 2 * RADIUS);
}

/* On the upper edge, at the right, where no text is and no line ends. */
static void put_number_of(struct canvas *canvas, const cp_box *box, cp_point corner)
{
	enum { HEIGHT = 14, DIGIT = 6, PAD = 10, INSET = 8 };
	char number[16];
	int digits = snprintf(number, sizeof number, "%u", (unsigned)box->number);
	double width = digits * DIGIT + PAD, left = corner.x + box->width - width - INSET;
	put_rect(canvas->out, "badge", left, corner.y - HEIGHT / 2.0, width, HEIGHT,
		HEIGHT / 2.0);
	put_text(canvas, left + PAD / 2.0, corner.y + 3.5, "number", cp_str_of(number),
		digits * DIGIT);
}

/* To where the box leads of its own, or to its words on the page around. */
static bool begin_link(struct canvas *canvas, const cp_graph *graph, const cp_box *box)
{
	uint32_t item = canvas->linked ? item_of(graph, box) : CP_NONE;
	if (box->href.len) {
		cp_buf_puts(canvas->out, "<a href=\"");
		cp_buf_put_xml(canvas->out, box->href);
		cp_buf_puts(canvas->out, "\">");
	} else if (item != CP_NONE) {
		cp_buf_printf(canvas->out, "<a href=\"#item-%u\">", (unsigned)item);
	}
	return box->href.len || item != CP_NONE;
}

static void put_box(struct canvas *canvas, const cp_graph *graph, const cp_box *box)
{
	bool leads = begin_link(canvas, graph, box);
	cp_point centre = moved(canvas, box->centre);
	cp_point corner = {centre.x - box->width / 2, centre.y - box->height / 2};
	begin_box(canvas, box);
	put_outline(canvas, box, corner);
	put_lines_of_text(canvas, box, corner);
	if (box->number)
		put_number_of(canvas, box, corner);
	cp_buf_puts(canvas->out, leads ? "</g></a>\n" : "</g>\n");
}

static void put_rules(struct canvas *canvas, const cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->rules.len; i++) {
		const cp_rule *rule = &drawing->rules.at[i];
		cp_point from = moved(canvas, rule->from), to = moved(canvas, rule->to);
		cp_buf_printf(canvas->out, "<path class=\"rule%s\" d=\"M",
			rule->dashed ? " dashed" : "");
		put_number(canvas->out, "", from.x);
		put_number(canvas->out, " ", from.y);
		put_number(canvas->out, "L", to.x);
		put_number(canvas->out, " ", to.y);
		cp_buf_puts(canvas->out, "\"/>\n");
	}
}

static void put_notes(struct canvas *canvas, const cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->notes.len; i++) {
		const cp_note *note = &drawing->notes.at[i];
		const cp_type_style *type = &cp_type_styles[note->line.type];
		cp_buf_printf(
			canvas->out, "<g class=\"%s\">", cp_stance_name(note->stance));
		put_text(canvas, note->left + canvas->dx,
			note->top + canvas->dy + type->size, type->name, note->line.text,
			note->line.width);
		cp_buf_puts(canvas->out, "</g>\n");
	}
}

/* A sign, and how many there are. */
static void put_joint(struct canvas *canvas, const cp_joint *joint)
{
	cp_point centre = moved(canvas, joint->centre);
	if (!joint->counts) {
		put_sign(canvas, joint->tie, centre.x, centre.y);
		return;
	}
	double left = centre.x - joint->width / 2;
	put_rect(canvas->out, "fill", left, centre.y - CP_JOINT_SIZE / 2.0, joint->width,
		CP_JOINT_SIZE, CP_JOINT_SIZE / 2.0);
	put_sign(canvas, joint->tie, left + CP_JOINT_SIZE / 2.0, centre.y);
	char count[16];
	snprintf(count, sizeof count, "%u", (unsigned)joint->counts);
	put_text(
		canvas, left + CP_JOINT_SIZE, centre.y + 4, "count", cp_str_of(count), 0);
}

/* Each step in one group: its lines, its joint, and what it says in words. */
static void put_step(struct canvas *canvas, const cp_drawing *drawing, size_t index)
{
	const cp_joint *joint = &drawing->joints.at[index];
	cp_buf_puts(canvas->out, "<g id=\"");
	cp_drawing_put_name(
		canvas->out, drawing, (uint32_t)(drawing->boxes.len + index), "-");
	cp_buf_printf(canvas->out,
		"\" class=\"%s%s\" role=\"graphics-symbol\" "
		"aria-roledescription=\"relation\">",
		cp_tie_names[joint->tie], standing_class(&joint->standing));
	put_element(canvas->out, "title", joint->title);
	for (size_t i = 0; i < joint->lines_len; i++)
		put_line(canvas, &drawing->lines.at[joint->line + i]);
	put_joint(canvas, joint);
	cp_buf_puts(canvas->out, "</g>\n");
}

/* ---- The legend ---- */

struct legend {
	struct canvas *canvas; /* NULL: only measure */
	double x, y, left, right;
};

enum sample { SAMPLE_BOX, SAMPLE_MORE, SAMPLE_STEP, SAMPLE_LINKED };

static void put_sample_line(cp_buf *out, cp_point from, cp_point to, bool arrow)
{
	double third = (to.x - from.x) / 3, rise = (to.y - from.y) / 3;
	cp_line line = {.arrow = arrow,
		.points_len = 4,
		.tip = {to.x + 7, to.y},
		.points = (cp_point[]){from, {from.x + third, from.y + rise},
			{to.x - third, to.y - rise}, to}};
	struct canvas still = {.out = out};
	put_line(&still, &line);
}

static void put_sample_step(
	const struct canvas *canvas, cp_tie tie, bool linked, cp_point at)
{
	cp_buf *out = canvas->out;
	cp_point sign = {at.x + (linked ? 18 : 14), at.y};
	if (linked) {
		put_sample_line(out, (cp_point){at.x, at.y - 7}, sign, false);
		put_sample_line(out, (cp_point){at.x, at.y + 7}, sign, false);
	}
	put_sample_line(out, linked ? sign : at, (cp_point){at.x + 29, at.y}, true);
	put_sign(canvas, tie, sign.x, sign.y);
}

static void legend_entry(struct legend *legend, const char *class, cp_tie tie,
	enum sample sample, cp_stance stance, const char *text)
{
	double width = LEGEND_SAMPLE + cp_text_width(cp_str_of(text), LEGEND_SIZE, false);
	if (legend->x > legend->left && legend->x + width > legend->right) {
		legend->x = legend->left;
		legend->y += LEGEND_ROW;
	}
	double x = legend->x, y = legend->y;
	legend->x += width + LEGEND_GAP;
	if (!legend->canvas)
		return;
	cp_buf *out = legend->canvas->out;
	cp_buf_printf(out, "<g class=\"%s\">", class);
	if (sample == SAMPLE_BOX || sample == SAMPLE_MORE) {
		put_rect(out, "box", x, y - 7, 34, 14, 4);
		if (sample == SAMPLE_MORE)
			put_more(out, x + 13, y);
		if (strstr(class, "unresolved"))
			put_hatch(out, x + 3, y + 4, 28);
		if (stance != CP_STANCE_NONE)
			put_bar(out, stance, x, y - 5, 10);
	} else {
		put_sample_step(
			legend->canvas, tie, sample == SAMPLE_LINKED, (cp_point){x, y});
	}
	put_text(legend->canvas, x + LEGEND_SAMPLE, y + 4, "key", cp_str_of(text), 0);
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

static bool uses_flag(const cp_drawing *drawing, size_t offset)
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
static void put_legend(struct legend *legend, const cp_drawing *drawing)
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
	if (uses_flag(drawing, offsetof(cp_box, motion)))
		legend_entry(legend, "motion-box", CP_TIE_SUPPORTS, SAMPLE_BOX,
			CP_STANCE_NONE, "the motion");
	for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
		if (uses_stance(drawing, stances[i].stance))
			legend_entry(legend, stances[i].class, CP_TIE_SUPPORTS,
				SAMPLE_BOX, stances[i].stance,
				drawing->view->of_people ? stances[i].people
							 : stances[i].text);
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (uses_flag(drawing, flags[i].offset))
			legend_entry(legend, flags[i].class, CP_TIE_SUPPORTS, SAMPLE_BOX,
				CP_STANCE_NONE, flags[i].text);
	if (uses_flag(drawing, offsetof(cp_box, folded)))
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
		put_text(legend->canvas, legend->x, legend->y + 4, "key", text, 0);
}

static void put_rules_of_standing(struct legend *legend, const cp_drawing *drawing)
{
	cp_arena arena = {0};
	cp_buf text = {0};
	cp_buf_puts(&text, "What stands, and how strong it is, from 0 to 1, by ");
	cp_evaluation_put_rules(&text, drawing->standing);
	cp_lines lines = cp_text_wrap(&arena, cp_buf_str(&text),
		legend->right - legend->left, LEGEND_SIZE, false, 3);
	for (size_t i = 0; i < lines.list.len; i++)
		legend_words(legend, lines.list.at[i], i ? LEGEND_LEADING : LEGEND_ROW);
	cp_buf_clear(&text);
	cp_arena_clear(&arena);
}

static void put_legend_of_standing(struct legend *legend, const cp_drawing *drawing)
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

/* ---- The whole ---- */

/* What is around the drawing: the title above it, in lines, and the legend below. */
struct frame {
	cp_lines title;
	double inside; /* width of the drawing, or more */
	double top;    /* of the drawing */
	double legend; /* top of the legend */
	double width, height;
};

static struct legend legend_of(const struct frame *frame, struct canvas *canvas)
{
	return (struct legend){.canvas = canvas,
		.x = MARGIN,
		.y = frame->legend,
		.left = MARGIN,
		.right = MARGIN + frame->inside};
}

static struct frame make_frame(cp_arena *arena, const cp_drawing *drawing)
{
	struct frame frame = {
		.inside = drawing->width > LEAST_WIDTH ? drawing->width : LEAST_WIDTH};
	frame.title = cp_text_wrap(
		arena, drawing->title, frame.inside, TITLE_SIZE, true, MOST_TITLE_LINES);
	size_t lines = frame.title.list.len ? frame.title.list.len : 1;
	frame.top = MARGIN + TITLE_ROOM + (double)(lines - 1) * TITLE_LEADING
		+ (drawing->links.len ? LINK_ROOM : 0);
	frame.legend = frame.top + drawing->height + 2 * LEGEND_ROW;
	struct legend legend = legend_of(&frame, NULL);
	put_legend(&legend, drawing);
	put_legend_of_standing(&legend, drawing);
	frame.width = frame.inside + 2 * MARGIN;
	frame.height = legend.y + LEGEND_ROW / 2.0 + MARGIN;
	return frame;
}

static void put_style(cp_buf *out, const cp_drawing *drawing, const char *css)
{
	cp_theme_put_style(out, drawing->theme ? drawing->theme : &cp_themes[0], css);
}

static void put_head(cp_buf *out, const cp_drawing *drawing, const struct frame *frame)
{
	put_number(
		out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", frame->width);
	put_number(out, "\" height=\"", frame->height);
	put_number(out, "\" viewBox=\"0 0 ", frame->width);
	put_number(out, " ", frame->height);
	cp_buf_printf(out,
		"\" role=\"graphics-document document\" "
		"aria-roledescription=\"%s\" aria-labelledby=\"map-title map-desc\"",
		drawing->view->role);
	if (drawing->graph->thread->language.len) {
		cp_buf_puts(out, " xml:lang=\"");
		cp_buf_put_xml(out, drawing->graph->thread->language);
		cp_buf_putc(out, '"');
	}
	cp_buf_puts(out, ">\n<title id=\"map-title\">");
	cp_buf_put_xml(out, drawing->title);
	cp_buf_puts(out, "</title>\n<desc id=\"map-desc\">");
	cp_buf_put_xml(out, drawing->description);
	cp_buf_puts(out, "</desc>\n<style>");
	put_style(out, drawing, style);
	if (uses_flag(drawing, offsetof(cp_box, automatic)))
		put_style(out, drawing, drafted_style);
	if (uses_flag(drawing, offsetof(cp_box, folded)))
		put_style(out, drawing, folded_style);
	if (drawing->links.len)
		put_style(out, drawing, link_style);
	/* The page has these rules itself, as they depend on its switch. */
	if (drawing->standing && drawing->standing_toggle == CP_TOGGLE_NONE)
		put_style(out, drawing, standing_style);
	cp_buf_puts(out, "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"");
	put_style(out, drawing, "@B");
	cp_buf_puts(out, "\"/>\n");
}

static void put_links(struct canvas *canvas, const cp_drawing *drawing)
{
	double x = MARGIN;
	for (size_t i = 0; i < drawing->links.len; i++) {
		const cp_lead *link = &drawing->links.at[i];
		double width = cp_text_width(link->text, LEGEND_SIZE, false);
		cp_buf_puts(canvas->out, "<a href=\"");
		cp_buf_put_xml(canvas->out, link->href);
		cp_buf_puts(canvas->out, "\">");
		put_text(canvas, x, canvas->dy - LINK_ROOM, "link", link->text, width);
		cp_buf_puts(canvas->out, "</a>\n");
		x += width + LINK_GAP;
	}
}

void cp_drawing_write_svg(cp_buf *out, const cp_drawing *drawing, bool linked)
{
	cp_arena arena = {0};
	struct frame frame = make_frame(&arena, drawing);
	struct canvas canvas = {.out = out,
		.linked = linked,
		.dx = MARGIN + (frame.inside - drawing->width) / 2,
		.dy = frame.top,
		.direction = drawing->direction};
	put_head(out, drawing, &frame);
	for (size_t i = 0; i < frame.title.list.len; i++)
		put_text(&canvas, MARGIN, MARGIN + TITLE_SIZE + (double)i * TITLE_LEADING,
			"title", frame.title.list.at[i], 0);
	cp_buf_putc(out, '\n');
	put_links(&canvas, drawing);
	put_rules(&canvas, drawing);
	put_notes(&canvas, drawing);
	for (size_t i = 0; i < drawing->joints.len; i++)
		put_step(&canvas, drawing, i);
	for (size_t i = 0; i < drawing->boxes.len; i++)
		put_box(&canvas, drawing->graph, &drawing->boxes.at[i]);
	struct legend legend = legend_of(&frame, &canvas);
	cp_buf_printf(out,
		"<g id=\"legend\" role=\"graphics-symbol\" aria-roledescription=\"legend\">"
		"<title>Legend. %s</title>\n",
		drawing->view->reading);
	put_legend(&legend, drawing);
	put_legend_of_standing(&legend, drawing);
	cp_buf_puts(out, "</g>\n</svg>\n");
	cp_arena_clear(&arena);
}
