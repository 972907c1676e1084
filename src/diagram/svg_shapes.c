/* The text and the shapes that drawings as SVG are made of. */
#include "diagram/svg.h"

#include "text/xml.h"

#include <math.h>

/* ---- Text ---- */

void cp_svg_put_number(cp_buf *out, const char *before, double number)
{
	cp_buf_puts(out, before);
	cp_buf_number(out, number);
}

void cp_svg_put_text(cp_canvas *canvas, double x, double y, const char *class,
	cp_str text, double width)
{
	cp_svg_put_number(canvas->out, "<text x=\"", x);
	cp_svg_put_number(canvas->out, "\" y=\"", y);
	cp_buf_printf(canvas->out, "\" class=\"%s\"", class);
	/* A font of other widths than those measured is squeezed, so that text never leaves
	 * its box. */
	if (width > 0)
		cp_svg_put_number(canvas->out, " textLength=\"", width);
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

void cp_svg_put_element(cp_buf *out, const char *name, cp_str text)
{
	cp_buf_printf(out, "<%s>", name);
	cp_buf_put_xml(out, text);
	cp_buf_printf(out, "</%s>", name);
}

/* ---- Shapes ---- */

void cp_svg_put_rect(cp_buf *out, const char *class, double x, double y, double width,
	double height, double radius)
{
	cp_buf_printf(out, "<rect class=\"%s\"", class);
	cp_svg_put_number(out, " x=\"", x);
	cp_svg_put_number(out, "\" y=\"", y);
	cp_svg_put_number(out, "\" width=\"", width);
	cp_svg_put_number(out, "\" height=\"", height);
	cp_svg_put_number(out, "\" rx=\"", radius);
	cp_buf_puts(out, "\"/>");
}

void cp_svg_put_bar(cp_buf *out, cp_stance stance, double x, double y, double height)
{
	if (stance != CP_STANCE_CONTRA) {
		cp_svg_put_rect(out, "bar", x, y, CP_BOX_BAR, height, 0);
		return;
	}
	cp_svg_put_number(out, "<path class=\"bar\" d=\"M", x + CP_BOX_BAR / 2.0);
	cp_svg_put_number(out, " ", y);
	cp_svg_put_number(out, "v", height);
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

void cp_svg_put_sign(const cp_canvas *canvas, cp_tie tie, double x, double y)
{
	cp_buf *out = canvas->out;
	const char *turned =
		tie == CP_TIE_REPLIES ? reply_shapes[canvas->direction] : NULL;
	cp_svg_put_number(out, "<circle class=\"fill\" cx=\"", x);
	cp_svg_put_number(out, "\" cy=\"", y);
	cp_svg_put_number(out, "\" r=\"", CP_JOINT_SIZE / 2.0);
	cp_buf_puts(out, "\"/><path class=\"sign\" d=\"M");
	cp_svg_put_number(out, "", x);
	cp_svg_put_number(out, " ", y);
	cp_buf_printf(out, "%s\"/>", turned ? turned : sign_shapes[tie]);
}

static void put_arrow(cp_buf *out, cp_point base, cp_point tip)
{
	enum { HALF = 4 };
	double dx = tip.x - base.x, dy = tip.y - base.y, squared = dx * dx + dy * dy;
	double len = squared > 0 ? sqrt(squared) : 1;
	double nx = -dy / len * HALF, ny = dx / len * HALF;
	cp_svg_put_number(out, "<path class=\"fill\" d=\"M", base.x + nx);
	cp_svg_put_number(out, " ", base.y + ny);
	cp_svg_put_number(out, "L", tip.x);
	cp_svg_put_number(out, " ", tip.y);
	cp_svg_put_number(out, "L", base.x - nx);
	cp_svg_put_number(out, " ", base.y - ny);
	cp_buf_puts(out, "z\"/>");
}

cp_point cp_svg_moved(const cp_canvas *canvas, cp_point point)
{
	return (cp_point){point.x + canvas->dx, point.y + canvas->dy};
}

void cp_svg_put_line(cp_canvas *canvas, const cp_line *line)
{
	if (!line->points_len)
		return;
	cp_buf_puts(canvas->out, "<path class=\"line\" d=\"");
	/* From the arrow head on: so the dashes of lines that go the last way together coincide. */
	for (size_t i = 0; i < line->points_len; i++) {
		size_t at = line->arrow ? line->points_len - 1 - i : i;
		cp_point point = cp_svg_moved(canvas, line->points[at]);
		cp_svg_put_number(canvas->out,
			i == 0           ? "M"
				: i == 1 ? "C"
					 : " ",
			point.x);
		cp_svg_put_number(canvas->out, " ", point.y);
	}
	cp_buf_puts(canvas->out, "\"/>");
	if (line->arrow)
		put_arrow(canvas->out,
			cp_svg_moved(canvas, line->points[line->points_len - 1]),
			cp_svg_moved(canvas, line->tip));
}

void cp_svg_put_hatch(cp_buf *out, double x, double y, double width)
{
	cp_svg_put_number(out, "<path class=\"hatch\" d=\"M", x);
	cp_svg_put_number(out, " ", y);
	cp_svg_put_number(out, "h", width);
	cp_buf_puts(out, "\"/>");
}

void cp_svg_put_more(cp_buf *out, double left, double middle)
{
	cp_svg_put_number(out, "<path class=\"more\" d=\"M", left);
	cp_svg_put_number(out, " ", middle - 4);
	cp_buf_puts(out, "h8v8h-8zm1.5 4h5m-2.5-2.5v5\"/>");
}
