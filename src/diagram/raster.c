/* SVG as PNG and PDF, by librsvg and cairo.
 *
 * Their libraries take longer to load than everything else takes to run, so they are opened
 * only when a picture of that kind is wanted. */
#include "diagram/drawing.h"

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <librsvg/rsvg.h>

#define FUNCTIONS(X) \
	X(rsvg, rsvg_handle_new_from_data) \
	X(rsvg, rsvg_handle_get_intrinsic_size_in_pixels) \
	X(rsvg, rsvg_handle_render_document) \
	X(rsvg, g_object_unref) \
	X(rsvg, g_error_free) \
	X(cairo, cairo_create) \
	X(cairo, cairo_destroy) \
	X(cairo, cairo_status) \
	X(cairo, cairo_image_surface_create) \
	X(cairo, cairo_surface_write_to_png_stream) \
	X(cairo, cairo_pdf_surface_create_for_stream) \
	X(cairo, cairo_pdf_surface_set_metadata) \
	X(cairo, cairo_surface_finish) \
	X(cairo, cairo_surface_destroy) \
	X(cairo, cairo_surface_status)

enum {
	MOST_PIXELS = 32767, /* cairo's limit, in each direction */
};

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

static bool render(struct raster *raster, cairo_surface_t *surface, double scale)
{
	RsvgRectangle all = {0, 0, raster->width * scale, raster->height * scale};
	cairo_t *cairo = raster->cairo_create(surface);
	bool drawn =
		raster->rsvg_handle_render_document(raster->handle, cairo, &all, NULL)
		&& raster->cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
	raster->cairo_destroy(cairo);
	return drawn;
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

bool cp_svg_to_png(cp_buf *out, cp_str svg, cp_diags *diags)
{
	struct raster raster;
	if (!open_svg(&raster, svg, diags))
		return false;
	if (raster.width > MOST_PIXELS || raster.height > MOST_PIXELS) {
		raster.g_object_unref(raster.handle);
		return report(diags, "the map is too large for a PNG", "");
	}
	cairo_surface_t *surface = raster.cairo_image_surface_create(
		CAIRO_FORMAT_ARGB32, (int)raster.width + 1, (int)raster.height + 1);
	bool drawn = render(&raster, surface, 1)
		&& raster.cairo_surface_write_to_png_stream(surface, append, out)
			== CAIRO_STATUS_SUCCESS;
	return finish(&raster, surface, drawn, diags);
}

bool cp_svg_to_pdf(cp_buf *out, cp_str svg, cp_diags *diags)
{
	const double points = 0.75; /* to the pixel */
	struct raster raster;
	if (!open_svg(&raster, svg, diags))
		return false;
	cairo_surface_t *surface = raster.cairo_pdf_surface_create_for_stream(
		append, out, raster.width * points, raster.height * points);
	/* cairo would put the time of the day in, and every run would write another file. */
	raster.cairo_pdf_surface_set_metadata(
		surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
	return finish(&raster, surface, render(&raster, surface, points), diags);
}
