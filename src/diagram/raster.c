/* SVG as PNG and PDF, by librsvg and cairo, and compressed, by zlib.
 *
 * Their libraries take longer to load than everything else takes to run, so they are opened
 * only when a picture of that kind is wanted. */
#define _DEFAULT_SOURCE
#define ZLIB_CONST
#include "diagram/raster.h"

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <librsvg/rsvg.h>
#include <strings.h>
#include <zlib.h>

#define FUNCTIONS(X) \
	X(rsvg, rsvg_handle_new_from_data) \
	X(rsvg, rsvg_handle_get_intrinsic_size_in_pixels) \
	X(rsvg, rsvg_handle_render_document) \
	X(rsvg, g_object_unref) \
	X(rsvg, g_error_free) \
	X(cairo, cairo_create) \
	X(cairo, cairo_destroy) \
	X(cairo, cairo_status) \
	X(cairo, cairo_save) \
	X(cairo, cairo_restore) \
	X(cairo, cairo_rectangle) \
	X(cairo, cairo_clip) \
	X(cairo, cairo_stroke) \
	X(cairo, cairo_move_to) \
	X(cairo, cairo_set_source_rgb) \
	X(cairo, cairo_set_line_width) \
	X(cairo, cairo_select_font_face) \
	X(cairo, cairo_set_font_size) \
	X(cairo, cairo_show_text) \
	X(cairo, cairo_show_page) \
	X(cairo, cairo_image_surface_create) \
	X(cairo, cairo_surface_write_to_png_stream) \
	X(cairo, cairo_pdf_surface_create_for_stream) \
	X(cairo, cairo_pdf_surface_set_metadata) \
	X(cairo, cairo_surface_finish) \
	X(cairo, cairo_surface_destroy) \
	X(cairo, cairo_surface_status)

enum {
	MOST_PIXELS = 32767,   /* cairo's limit, in each direction */
	MOST_MEGAPIXELS = 200, /* which take 800 MB */
	MARGIN = 36,           /* of a sheet, in points */
	BODY = 12,         /* the size of the letters in boxes, in units of the drawing */
	LEAST_LETTERS = 8, /* in points: smaller ones are hard to read on paper */
	OVERLAP = 24,      /* of sheets that are glued together, in points */
	MOST_SHEETS = 200,
	MOST_POINTS = 14400, /* of a page: PDF 1.7, annex C.2 */
};

/* A unit of the drawing is a pixel of CSS, of which an inch has 96. */
static const double points_to_the_pixel = 0.75;

const cp_paper cp_papers[] = {
	{"fit", 0, 0},
	{"A5", 419.53, 595.28},
	{"A4", 595.28, 841.89},
	{"A3", 841.89, 1190.55},
	{"A2", 1190.55, 1683.78},
	{"A1", 1683.78, 2383.94},
	{"A0", 2383.94, 3370.39},
	{"letter", 612, 792},
	{"legal", 612, 1008},
	{"tabloid", 792, 1224},
	{0},
};

const cp_paper *cp_paper_named(const char *name)
{
	for (const cp_paper *paper = cp_papers; paper->name; paper++)
		if (!name || strcasecmp(paper->name, name) == 0)
			return paper;
	return NULL;
}

struct raster {
#define DECLARE(library, name) __typeof__(&name) name;
	FUNCTIONS(DECLARE)
#undef DECLARE
	RsvgHandle *handle;
	double width, height; /* of the drawing, in pixels */
};

static bool report(cp_diags *diags, const char *message, const char *detail)
{
	cp_diag *diag =
		cp_diag_add(diags, CP_DRAWING, (cp_place){0}, "%s%s", message, detail);
	cp_diag_hint(diags, diag, "\"--format svg\" needs nothing of this");
	return false;
}

static bool open_libraries(struct raster *raster, cp_diags *diags)
{
	void *rsvg = dlopen("librsvg-2.so.2", RTLD_LAZY);
	void *cairo = rsvg ? dlopen("libcairo.so.2", RTLD_LAZY) : NULL;
	if (!cairo)
		return report(diags,
			"PNG and PDF need librsvg (Debian: librsvg2-2): ", dlerror());
	void *symbol;
#define FIND(library, name) \
	symbol = dlsym(library, #name); \
	memcpy(&raster->name, &symbol, sizeof symbol); \
	if (!symbol) \
		return report(diags, "librsvg is too old: ", #name);
	FUNCTIONS(FIND)
#undef FIND
	return true;
}

static bool open_svg(struct raster *raster, cp_str svg, cp_diags *diags)
{
	GError *error = NULL;
	if (!open_libraries(raster, diags))
		return false;
	raster->handle = raster->rsvg_handle_new_from_data(
		(const guint8 *)svg.at, svg.len, &error);
	if (!raster->handle) {
		report(diags,
			"librsvg cannot read the drawing: ", error ? error->message : "");
		if (error)
			raster->g_error_free(error);
		return false;
	}
	raster->rsvg_handle_get_intrinsic_size_in_pixels(
		raster->handle, &raster->width, &raster->height);
	return true;
}

static bool draw(struct raster *raster, cairo_t *cairo, cp_point corner, double scale)
{
	RsvgRectangle all = {
		corner.x, corner.y, raster->width * scale, raster->height * scale};
	return raster->rsvg_handle_render_document(raster->handle, cairo, &all, NULL)
		&& raster->cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
}

static cairo_status_t append(void *out, const unsigned char *bytes, unsigned int len)
{
	cp_buf_put(out, (cp_str){(const char *)bytes, len});
	return CAIRO_STATUS_SUCCESS;
}

static bool finish(
	struct raster *raster, cairo_surface_t *surface, bool drawn, cp_diags *diags)
{
	raster->cairo_surface_finish(surface);
	drawn = drawn && raster->cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	raster->cairo_surface_destroy(surface);
	raster->g_object_unref(raster->handle);
	return drawn || report(diags, "cairo cannot draw the picture", "");
}

/* ---- PNG ---- */

static void put_big_endian(char *at, unsigned long number)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(number >> (24 - 8 * i) & 0xff);
}

/* cairo does not say how large a pixel is, so that printers would have to guess: a chunk "pHYs",
 * in pixels to the metre, after the header of the image (PNG, third edition, 11.3.4.3). */
static void put_density(cp_buf *out, size_t begin, unsigned dpi)
{
	enum { HEADER = 8 + 25, CHUNK = 21, DATA = 9 };
	char chunk[CHUNK] = "\0\0\0\tpHYs";
	unsigned long density = (unsigned long)(dpi / 0.0254 + 0.5);
	put_big_endian(chunk + 8, density);
	put_big_endian(chunk + 12, density);
	chunk[16] = 1; /* the unit is the metre */
	put_big_endian(chunk + 17, crc32(0, (const Bytef *)chunk + 4, 4 + DATA));
	cp_buf_room(out, CHUNK);
	char *at = out->at + begin + HEADER;
	memmove(at + CHUNK, at, out->len - begin - HEADER);
	memcpy(at, chunk, CHUNK);
	out->len += CHUNK;
	out->at[out->len] = '\0';
}

/* The most that still gives a picture of the size that is possible. */
static unsigned possible_dpi(const struct raster *raster)
{
	unsigned dpi = CP_MOST_DPI;
	while (dpi > 0
		&& (raster->width * dpi / CP_USUAL_DPI >= MOST_PIXELS
			|| raster->height * dpi / CP_USUAL_DPI >= MOST_PIXELS
			|| raster->width * raster->height * dpi / CP_USUAL_DPI * dpi
					/ CP_USUAL_DPI
				>= MOST_MEGAPIXELS * 1e6))
		dpi--;
	return dpi;
}

static bool report_too_large(
	const struct raster *raster, unsigned dpi, unsigned possible, cp_diags *diags)
{
	cp_diag *diag = cp_diag_add(diags, CP_DRAWING, (cp_place){0},
		"at %u pixels to the inch the picture would be %.0f × %.0f pixels, and a PNG "
		"has at most %d in each direction and %d million in all",
		dpi, raster->width * dpi / CP_USUAL_DPI,
		raster->height * dpi / CP_USUAL_DPI, MOST_PIXELS, MOST_MEGAPIXELS);
	if (possible >= CP_LEAST_DPI)
		cp_diag_hint(diags, diag,
			"\"--dpi %u\" is possible, and SVG and PDF have no pixels",
			possible);
	else
		cp_diag_hint(diags, diag,
			"SVG and PDF have no pixels; \"--depth\" and \"--focus\" draw a part");
	return false;
}

bool cp_svg_to_png(cp_buf *out, cp_str svg, unsigned dpi, cp_diags *diags)
{
	struct raster raster;
	if (!open_svg(&raster, svg, diags))
		return false;
	unsigned possible = possible_dpi(&raster);
	if (dpi > possible) {
		raster.g_object_unref(raster.handle);
		return report_too_large(&raster, dpi, possible, diags);
	}
	double scale = (double)dpi / CP_USUAL_DPI;
	size_t begin = out->len;
	cairo_surface_t *surface = raster.cairo_image_surface_create(CAIRO_FORMAT_ARGB32,
		(int)(raster.width * scale) + 1, (int)(raster.height * scale) + 1);
	cairo_t *cairo = raster.cairo_create(surface);
	bool drawn = draw(&raster, cairo, (cp_point){0, 0}, scale);
	raster.cairo_destroy(cairo);
	drawn = drawn
		&& raster.cairo_surface_write_to_png_stream(surface, append, out)
			== CAIRO_STATUS_SUCCESS;
	if (!finish(&raster, surface, drawn, diags))
		return false;
	put_density(out, begin, dpi);
	return true;
}

/* ---- PDF ---- */

/* How a drawing stands on its sheets: mostly one. */
struct sheets {
	double width, height; /* of each, in points */
	double scale;         /* points to a unit of the drawing */
	unsigned columns, rows;
};

static double least(double a, double b)
{
	return a < b ? a : b;
}

/* On one sheet. A small drawing is not blown up to a poster. */
static struct sheets one_sheet(const struct raster *raster, double width, double height)
{
	double fits = least((width - 2 * MARGIN) / raster->width,
		(height - 2 * MARGIN) / raster->height);
	return (struct sheets){width, height, least(fits, 1), 1, 1};
}

/* How many sheets with so much room a length takes, each of which repeats the end of the one
 * before. */
static unsigned count_sheets(double length, double room)
{
	unsigned count = 1;
	for (; length > room && count <= MOST_SHEETS; count++)
		length -= room - OVERLAP;
	return count;
}

static struct sheets several_sheets(
	const struct raster *raster, double width, double height)
{
	double scale = points_to_the_pixel;
	return (struct sheets){width, height, scale,
		count_sheets(raster->width * scale, width - 2 * MARGIN),
		count_sheets(raster->height * scale, height - 2 * MARGIN)};
}

/* Whichever way of turning the sheet leaves the letters larger, or else takes fewer sheets. */
static struct sheets better(
	const struct raster *raster, struct sheets upright, struct sheets across)
{
	unsigned less = upright.columns * upright.rows;
	unsigned more = across.columns * across.rows;
	if (across.scale > upright.scale || across.scale < upright.scale)
		return across.scale > upright.scale ? across : upright;
	if (less != more)
		return more < less ? across : upright;
	return raster->width > raster->height ? across : upright;
}

static struct sheets choose_sheets(
	const struct raster *raster, const cp_paper *paper, bool several)
{
	double width = paper->width, height = paper->height;
	if (width <= 0)
		return (struct sheets){raster->width * points_to_the_pixel,
			raster->height * points_to_the_pixel, points_to_the_pixel, 1, 1};
	struct sheets one = better(raster, one_sheet(raster, width, height),
		one_sheet(raster, height, width));
	if (!several || one.scale >= points_to_the_pixel)
		return one;
	return better(raster, several_sheets(raster, width, height),
		several_sheets(raster, height, width));
}

static void report_small(
	const struct sheets *sheets, const cp_paper *paper, cp_diags *diags)
{
	double letters = BODY * sheets->scale;
	if (paper->width <= 0 || letters >= LEAST_LETTERS)
		return;
	cp_diag *diag = cp_diag_add(diags, CP_SMALL_LETTERS, (cp_place){0},
		"to fit %s the drawing is made so small that its letters are %.1f points "
		"high, and less than %d are hard to read",
		paper->name, letters, LEAST_LETTERS);
	cp_diag_hint(diags, diag,
		"\"--sheets\" takes several, to be glued together; or draw a part, by \"--depth\" "
		"or \"--focus\"");
}

static void report_large(const struct sheets *sheets, cp_diags *diags)
{
	if (sheets->width <= MOST_POINTS && sheets->height <= MOST_POINTS)
		return;
	cp_diag *diag = cp_diag_add(diags, CP_FORMAT_LIMIT, (cp_place){0},
		"the page is %.0f × %.0f points, and some programs show no more than %d",
		sheets->width, sheets->height, MOST_POINTS);
	cp_diag_hint(diags, diag, "\"--page A0 --sheets\" takes several pages");
}

static void set_metadata(struct raster *raster, cairo_surface_t *surface, cp_str title)
{
	cp_buf name = {0};
	/* cairo would put the time of the day in, and every run would write another file. */
	raster->cairo_pdf_surface_set_metadata(
		surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
	cp_buf_put(&name, title);
	cp_buf_putc(&name, '\0');
	raster->cairo_pdf_surface_set_metadata(
		surface, CAIRO_PDF_METADATA_TITLE, name.at);
	cp_buf_clear(&name);
}

static bool report_many(cp_diags *diags)
{
	cp_diag *diag = cp_diag_add(diags, CP_DRAWING, (cp_place){0},
		"the drawing would take more than %d sheets", MOST_SHEETS);
	cp_diag_hint(diags, diag,
		"a larger \"--page\", or a part of the debate, by \"--depth\" or \"--focus\"");
	return false;
}

/* Where to glue, and which of the sheets this is. */
static void label_sheet(struct raster *raster, cairo_t *cairo,
	const struct sheets *sheets, unsigned column, unsigned row)
{
	enum { SIZE = 8, BELOW = 12 };
	char words[100];
	snprintf(words, sizeof words, "sheet %u of %u: row %u, column %u",
		row * sheets->columns + column + 1, sheets->columns * sheets->rows,
		row + 1, column + 1);
	raster->cairo_set_source_rgb(cairo, 0.45, 0.45, 0.45);
	raster->cairo_set_line_width(cairo, 0.4);
	raster->cairo_rectangle(cairo, MARGIN, MARGIN, sheets->width - 2 * MARGIN,
		sheets->height - 2 * MARGIN);
	raster->cairo_stroke(cairo);
	raster->cairo_select_font_face(cairo, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL,
		CAIRO_FONT_WEIGHT_NORMAL);
	raster->cairo_set_font_size(cairo, SIZE);
	raster->cairo_move_to(cairo, MARGIN, sheets->height - MARGIN + BELOW);
	raster->cairo_show_text(cairo, words);
}

/* The part of the drawing that is on one of several sheets. */
static bool draw_part(struct raster *raster, cairo_t *cairo, const struct sheets *sheets,
	unsigned column, unsigned row)
{
	double wide = sheets->width - 2 * MARGIN, high = sheets->height - 2 * MARGIN;
	cp_point corner = {
		MARGIN - column * (wide - OVERLAP), MARGIN - row * (high - OVERLAP)};
	raster->cairo_save(cairo);
	raster->cairo_rectangle(cairo, MARGIN, MARGIN, wide, high);
	raster->cairo_clip(cairo);
	bool drawn = draw(raster, cairo, corner, sheets->scale);
	raster->cairo_restore(cairo);
	label_sheet(raster, cairo, sheets, column, row);
	raster->cairo_show_page(cairo);
	return drawn;
}

static bool draw_sheets(struct raster *raster, cairo_t *cairo,
	const struct sheets *sheets, const cp_paper *paper)
{
	bool drawn = true;
	if (sheets->columns * sheets->rows == 1) {
		double left = (sheets->width - raster->width * sheets->scale) / 2;
		return draw(raster, cairo,
			(cp_point){left, paper->width <= 0 ? 0 : MARGIN}, sheets->scale);
	}
	for (unsigned row = 0; row < sheets->rows; row++)
		for (unsigned column = 0; drawn && column < sheets->columns; column++)
			drawn = draw_part(raster, cairo, sheets, column, row);
	return drawn;
}

bool cp_svg_to_pdf(cp_buf *out, cp_str svg, const cp_paper *paper, bool several,
	cp_str title, cp_diags *diags)
{
	struct raster raster;
	if (!open_svg(&raster, svg, diags))
		return false;
	struct sheets sheets = choose_sheets(&raster, paper, several);
	if (sheets.columns * sheets.rows > MOST_SHEETS) {
		raster.g_object_unref(raster.handle);
		return report_many(diags);
	}
	report_small(&sheets, paper, diags);
	report_large(&sheets, diags);
	cairo_surface_t *surface = raster.cairo_pdf_surface_create_for_stream(
		append, out, sheets.width, sheets.height);
	set_metadata(&raster, surface, title);
	cairo_t *cairo = raster.cairo_create(surface);
	bool drawn = draw_sheets(&raster, cairo, &sheets, paper);
	raster.cairo_destroy(cairo);
	return finish(&raster, surface, drawn, diags);
}

/* ---- SVGZ ---- */

bool cp_svg_to_svgz(cp_buf *out, cp_str svg)
{
	enum { WINDOW = 15, GZIP = 16, MEMORY = 9 };
	z_stream stream = {.next_in = (const Bytef *)svg.at, .avail_in = (uInt)svg.len};
	/* zlib writes no time and no name into the header of its own accord. */
	if (svg.len > UINT32_MAX
		|| deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, WINDOW + GZIP,
			   MEMORY, Z_DEFAULT_STRATEGY)
			!= Z_OK)
		return false;
	size_t most = deflateBound(&stream, (uLong)svg.len);
	stream.next_out = (Bytef *)cp_buf_room(out, most);
	stream.avail_out = (uInt)most;
	bool written = deflate(&stream, Z_FINISH) == Z_STREAM_END;
	out->len += stream.total_out;
	deflateEnd(&stream);
	return written;
}
