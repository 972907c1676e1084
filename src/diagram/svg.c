/* Drawings as SVG.
 *
 * Real text, in a font stack whose widths were measured. Everything has a name in words;
 * what colour says, a sign, a line style and a word say too. Nothing of the user's becomes
 * markup, an id, a class or a style. The order of the elements is the order of reading. */
#include "diagram/svg.h"

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
	".motion-box.defeated>.box{stroke:@M;stroke-width:2.5}"
	".motion-box.defeated>.more{stroke:@F}"
	".defeated>.line,.not-asserted>.line{stroke:@F;stroke-width:1}"
	".defeated>.fill,.not-asserted>.fill,.unresolved>.fill"
	"{fill:@B;stroke:@F;stroke-width:1.5}"
	".unresolved>.fill{stroke-dasharray:2 2}"
	".defeated>.sign,.not-asserted>.sign,.unresolved>.sign{stroke:@F}"
	".defeated>.count,.not-asserted>.count,.unresolved>.count{fill:@T}";

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
	cp_svg_put_rect(out, "track", x, y - HEIGHT - 1, CP_LEVEL_BAR, HEIGHT, 0);
	cp_svg_put_rect(
		out, "level", x, y - HEIGHT - 1, CP_LEVEL_BAR * strength, HEIGHT, 0);
}

/* "defeated", a bar, and "0.41": the number is what follows the last blank. */
static void put_status(cp_canvas *canvas, const cp_box *box, const cp_text_line *line,
	double x, double y)
{
	const cp_type_style *type = &cp_type_styles[CP_TYPE_STATUS];
	size_t end = line->text.len;
	if (isnan(box->standing.strength)) {
		cp_svg_put_text(canvas, x, y, type->name, line->text, line->width);
		return;
	}
	while (end && line->text.at[end - 1] != ' ')
		end--;
	cp_str words = cp_str_part(line->text, 0, end ? end - 1 : 0);
	cp_str number = cp_str_part(line->text, end, line->text.len);
	double width = cp_text_width(words, type->size, type->bold);
	cp_svg_put_text(canvas, x, y, type->name, words, width);
	x += width + CP_LEVEL_GAP;
	put_level(canvas->out, x, y, box->standing.strength);
	cp_svg_put_text(canvas, x + CP_LEVEL_BAR + CP_LEVEL_GAP, y, type->name, number,
		cp_text_width(number, type->size, type->bold));
}

/* ---- Boxes and steps ---- */

static void put_lines_of_text(cp_canvas *canvas, const cp_box *box, cp_point corner)
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
			cp_svg_put_more(
				canvas->out, x - CP_MORE_SIZE, y - type->leading / 2.0);
		}
		double foot = y - (type->leading - type->size) / 2 - type->size * 0.2;
		if (line->type == CP_TYPE_STATUS)
			put_status(canvas, box, line, x, foot);
		else
			cp_svg_put_text(
				canvas, x, foot, type->name, line->text, line->width);
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

static void begin_box(cp_canvas *canvas, const cp_box *box)
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
	cp_svg_put_element(canvas->out, "title", box->title);
	if (box->description.len)
		cp_svg_put_element(canvas->out, "desc", box->description);
}

static void put_outline(cp_canvas *canvas, const cp_box *box, cp_point corner)
{
	cp_svg_put_rect(
		canvas->out, "box", corner.x, corner.y, box->width, box->height, RADIUS);
	if (!box->motion)
		cp_svg_put_bar(canvas->out, box->stance, corner.x, corner.y + RADIUS,
			box->height - 2 * RADIUS);
	if (box->standing.shown && box->standing.status == CP_STATUS_UNRESOLVED)
		cp_svg_put_hatch(canvas->out, corner.x + RADIUS,
			corner.y + box->height - 3.5, box->width - 2 * RADIUS);
}

/* On the upper edge, at the right, where no text is and no line ends. */
static void put_number_of(cp_canvas *canvas, const cp_box *box, cp_point corner)
{
	enum { HEIGHT = 14, DIGIT = 6, PAD = 10, INSET = 8 };
	char number[16];
	int digits = snprintf(number, sizeof number, "%u", (unsigned)box->number);
	double width = digits * DIGIT + PAD, left = corner.x + box->width - width - INSET;
	cp_svg_put_rect(canvas->out, "badge", left, corner.y - HEIGHT / 2.0, width,
		HEIGHT, HEIGHT / 2.0);
	cp_svg_put_text(canvas, left + PAD / 2.0, corner.y + 3.5, "number",
		cp_str_of(number), digits * DIGIT);
}

/* To where the box leads of its own, or to its words on the page around. */
static bool begin_link(cp_canvas *canvas, const cp_graph *graph, const cp_box *box)
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

static void put_box(cp_canvas *canvas, const cp_graph *graph, const cp_box *box)
{
	bool leads = begin_link(canvas, graph, box);
	cp_point centre = cp_svg_moved(canvas, box->centre);
	cp_point corner = {centre.x - box->width / 2, centre.y - box->height / 2};
	begin_box(canvas, box);
	put_outline(canvas, box, corner);
	put_lines_of_text(canvas, box, corner);
	if (box->number)
		put_number_of(canvas, box, corner);
	cp_buf_puts(canvas->out, leads ? "</g></a>\n" : "</g>\n");
}

static void put_rules(cp_canvas *canvas, const cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->rules.len; i++) {
		const cp_rule *rule = &drawing->rules.at[i];
		cp_point from = cp_svg_moved(canvas, rule->from),
			 to = cp_svg_moved(canvas, rule->to);
		cp_buf_printf(canvas->out, "<path class=\"rule%s\" d=\"M",
			rule->dashed ? " dashed" : "");
		cp_svg_put_number(canvas->out, "", from.x);
		cp_svg_put_number(canvas->out, " ", from.y);
		cp_svg_put_number(canvas->out, "L", to.x);
		cp_svg_put_number(canvas->out, " ", to.y);
		cp_buf_puts(canvas->out, "\"/>\n");
	}
}

static void put_notes(cp_canvas *canvas, const cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->notes.len; i++) {
		const cp_note *note = &drawing->notes.at[i];
		const cp_type_style *type = &cp_type_styles[note->line.type];
		cp_buf_printf(
			canvas->out, "<g class=\"%s\">", cp_stance_name(note->stance));
		cp_svg_put_text(canvas, note->left + canvas->dx,
			note->top + canvas->dy + type->size, type->name, note->line.text,
			note->line.width);
		cp_buf_puts(canvas->out, "</g>\n");
	}
}

/* A sign, and how many there are. */
static void put_joint(cp_canvas *canvas, const cp_joint *joint)
{
	cp_point centre = cp_svg_moved(canvas, joint->centre);
	if (!joint->counts) {
		cp_svg_put_sign(canvas, joint->tie, centre.x, centre.y);
		return;
	}
	double left = centre.x - joint->width / 2;
	cp_svg_put_rect(canvas->out, "fill", left, centre.y - CP_JOINT_SIZE / 2.0,
		joint->width, CP_JOINT_SIZE, CP_JOINT_SIZE / 2.0);
	cp_svg_put_sign(canvas, joint->tie, left + CP_JOINT_SIZE / 2.0, centre.y);
	char count[16];
	snprintf(count, sizeof count, "%u", (unsigned)joint->counts);
	cp_svg_put_text(
		canvas, left + CP_JOINT_SIZE, centre.y + 4, "count", cp_str_of(count), 0);
}

/* Each step in one group: its lines, its joint, and what it says in words. */
static void put_step(cp_canvas *canvas, const cp_drawing *drawing, size_t index)
{
	const cp_joint *joint = &drawing->joints.at[index];
	cp_buf_puts(canvas->out, "<g id=\"");
	cp_drawing_put_name(
		canvas->out, drawing, (uint32_t)(drawing->boxes.len + index), "-");
	cp_buf_printf(canvas->out,
		"\" class=\"%s%s\" role=\"graphics-symbol\" "
		"aria-roledescription=\"relation\">",
		cp_tie_names[joint->tie], standing_class(&joint->standing));
	cp_svg_put_element(canvas->out, "title", joint->title);
	for (size_t i = 0; i < joint->lines_len; i++)
		cp_svg_put_line(canvas, &drawing->lines.at[joint->line + i]);
	put_joint(canvas, joint);
	cp_buf_puts(canvas->out, "</g>\n");
}

/* ---- The whole ---- */

/* What is around the drawing: the title above it, in lines, and the legend below. */
struct frame {
	cp_lines title;
	double inside;   /* width of the drawing, or more */
	double top;      /* of the drawing */
	cp_point legend; /* the middle of its first row, at the left */
	double width, height;
};

static struct frame make_frame(cp_arena *arena, const cp_drawing *drawing)
{
	struct frame frame = {
		.inside = drawing->width > LEAST_WIDTH ? drawing->width : LEAST_WIDTH};
	frame.title = cp_text_wrap(
		arena, drawing->title, frame.inside, TITLE_SIZE, true, MOST_TITLE_LINES);
	size_t lines = frame.title.list.len ? frame.title.list.len : 1;
	frame.top = MARGIN + TITLE_ROOM + (double)(lines - 1) * TITLE_LEADING
		+ (drawing->links.len ? LINK_ROOM : 0);
	frame.legend =
		(cp_point){MARGIN, frame.top + drawing->height + 2 * CP_LEGEND_ROW};
	frame.width = frame.inside + 2 * MARGIN;
	double last =
		cp_svg_put_legend(NULL, drawing, frame.legend, frame.width - MARGIN);
	frame.height = last + CP_LEGEND_ROW / 2.0 + MARGIN;
	return frame;
}

static void put_style(cp_buf *out, const cp_drawing *drawing, const char *css)
{
	cp_theme_put_style(out, drawing->theme ? drawing->theme : &cp_themes[0], css);
}

static void put_head(cp_buf *out, const cp_drawing *drawing, const struct frame *frame)
{
	cp_svg_put_number(
		out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", frame->width);
	cp_svg_put_number(out, "\" height=\"", frame->height);
	cp_svg_put_number(out, "\" viewBox=\"0 0 ", frame->width);
	cp_svg_put_number(out, " ", frame->height);
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
	if (cp_svg_uses(drawing, offsetof(cp_box, automatic)))
		put_style(out, drawing, drafted_style);
	if (cp_svg_uses(drawing, offsetof(cp_box, folded)))
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

static void put_links(cp_canvas *canvas, const cp_drawing *drawing)
{
	double x = MARGIN;
	for (size_t i = 0; i < drawing->links.len; i++) {
		const cp_lead *link = &drawing->links.at[i];
		double width = cp_text_width(link->text, CP_LEGEND_SIZE, false);
		cp_buf_puts(canvas->out, "<a href=\"");
		cp_buf_put_xml(canvas->out, link->href);
		cp_buf_puts(canvas->out, "\">");
		cp_svg_put_text(
			canvas, x, canvas->dy - LINK_ROOM, "link", link->text, width);
		cp_buf_puts(canvas->out, "</a>\n");
		x += width + LINK_GAP;
	}
}

void cp_drawing_write_svg(cp_buf *out, const cp_drawing *drawing, bool linked)
{
	cp_arena arena = {0};
	struct frame frame = make_frame(&arena, drawing);
	cp_canvas canvas = {.out = out,
		.linked = linked,
		/* Lists begin where the title does; a map is in the middle. */
		.dx = MARGIN
			+ (drawing->view->arrange ? 0
						  : (frame.inside - drawing->width) / 2),
		.dy = frame.top,
		.direction = drawing->direction};
	put_head(out, drawing, &frame);
	for (size_t i = 0; i < frame.title.list.len; i++)
		cp_svg_put_text(&canvas, MARGIN,
			MARGIN + TITLE_SIZE + (double)i * TITLE_LEADING, "title",
			frame.title.list.at[i], 0);
	cp_buf_putc(out, '\n');
	put_links(&canvas, drawing);
	put_rules(&canvas, drawing);
	put_notes(&canvas, drawing);
	for (size_t i = 0; i < drawing->joints.len; i++)
		put_step(&canvas, drawing, i);
	for (size_t i = 0; i < drawing->boxes.len; i++)
		put_box(&canvas, drawing->graph, &drawing->boxes.at[i]);
	cp_buf_printf(out,
		"<g id=\"legend\" role=\"graphics-symbol\" aria-roledescription=\"legend\">"
		"<title>Legend. %s</title>\n",
		drawing->view->reading);
	cp_svg_put_legend(&canvas, drawing, frame.legend, frame.width - MARGIN);
	cp_buf_puts(out, "</g>\n</svg>\n");
	cp_arena_clear(&arena);
}
