/* A drawing's SVG as other files: PNG, PDF and compressed SVG. What they need of libraries is
 * opened when they are wanted. */
#ifndef CP_DIAGRAM_RASTER_H
#define CP_DIAGRAM_RASTER_H

#include "diagram/drawing.h"

enum {
	CP_USUAL_DPI = 96, /* at which a pixel is a unit of the drawing */
	CP_LEAST_DPI = 36,
	CP_MOST_DPI = 1200,
};

/* The sheet of a PDF, upright. */
typedef struct cp_paper {
	const char *name;
	double width, height; /* in points; 0: as large as the drawing */
} cp_paper;

extern const cp_paper
	cp_papers[]; /* ends with a name of NULL; the first is the default */

/* The paper of this name, in whatever case (NULL: the default); NULL where there is none. */
const cp_paper *cp_paper_named(const char *name);

/* Each appends a file made of a whole SVG. False, with a finding, if that is not possible
 * here. */
bool cp_svg_to_svgz(cp_buf *out, cp_str svg);
/* `dpi` pixels to the inch, which the file says, too. */
bool cp_svg_to_png(cp_buf *out, cp_str svg, unsigned dpi, cp_diags *diags);
/* On a sheet that is turned as fits best, with a margin; the drawing is made smaller where it
 * has to be, and a finding says so where its letters get too small to be read. Or, with
 * `several`, on as many sheets as it takes to leave it as large as it is, each of which repeats
 * the edge of its neighbours. Text is text, in fonts that the file holds. `title` is that of the
 * document. */
bool cp_svg_to_pdf(cp_buf *out, cp_str svg, const cp_paper *paper, bool several,
	cp_str title, cp_diags *diags);

/* Reports what fonts are missing here for the drawing as a picture: the family that it was
 * measured in, and any for characters in it. An SVG has none of its own, and who looks at it
 * may have others; a PNG or PDF is drawn with those of this machine. */
void cp_drawing_check_fonts(const cp_drawing *drawing, cp_diags *diags);

#endif
