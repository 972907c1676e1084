/* What the files that write drawings as SVG share. */
#ifndef CP_DIAGRAM_SVG_H
#define CP_DIAGRAM_SVG_H

#include "diagram/drawing.h"

enum {
	CP_LEGEND_ROW = 22,
	CP_LEGEND_SIZE = 11, /* of its text */
};

typedef struct cp_canvas {
	cp_buf *out;
	bool linked;   /* boxes lead to the marks on the page around */
	double dx, dy; /* added to every place of the layout */
	cp_direction direction;
} cp_canvas;

/* Where a place of the layout is on the canvas. */
cp_point cp_svg_moved(const cp_canvas *canvas, cp_point point);

/* Each appends; places are those of the canvas, classes of the style in svg.c. The text may be
 * any. */
void cp_svg_put_number(cp_buf *out, const char *before, double number);
void cp_svg_put_element(cp_buf *out, const char *name, cp_str text);
void cp_svg_put_rect(cp_buf *out, const char *class, double x, double y, double width,
	double height, double radius);

/* Text from the left at x, its foot at y, squeezed or stretched to `width`; 0: as it comes. */
void cp_svg_put_text(cp_canvas *canvas, double x, double y, const char *class,
	cp_str text, double width);

/* The bar at the left edge says the side: filled for pro, hatched for contra. */
void cp_svg_put_bar(cp_buf *out, cp_stance stance, double x, double y, double height);

/* Along the lower edge of what is unresolved. */
void cp_svg_put_hatch(cp_buf *out, double x, double y, double width);

/* A plus in a square, as on what can be unfolded. */
void cp_svg_put_more(cp_buf *out, double left, double middle);

/* The sign of a tie, in a circle around x and y. */
void cp_svg_put_sign(const cp_canvas *canvas, cp_tie tie, double x, double y);

/* A line of the layout, with its arrow. */
void cp_svg_put_line(cp_canvas *canvas, const cp_line *line);

/* Does any box have the flag (a bool) at this offset in cp_box? */
bool cp_svg_uses(const cp_drawing *drawing, size_t offset);

/* The legend of what the drawing uses, in rows as wide as from `from` to `right`. The middle of
 * its first row is at `from`; gives that of its last one. A canvas of NULL: only measured. */
double cp_svg_put_legend(
	cp_canvas *canvas, const cp_drawing *drawing, cp_point from, double right);

#endif
