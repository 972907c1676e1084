/* Which fonts this machine has for a drawing, by fontconfig, which is what librsvg asks, too. It
 * is opened only when a picture is wanted. */
#include "diagram/raster.h"

#include "base/library.h"
#include "text/utf8.h"

#include <fontconfig/fontconfig.h>

#define FUNCTIONS(X) \
	X(FcPatternCreate) \
	X(FcPatternDestroy) \
	X(FcPatternAddString) \
	X(FcPatternGetString) \
	X(FcConfigSubstitute) \
	X(FcDefaultSubstitute) \
	X(FcFontSort) \
	X(FcFontSetDestroy) \
	X(FcCharSetHasChar) \
	X(FcCharSetDestroy)

struct fonts {
#define DECLARE(name) __typeof__(&name) name;
	FUNCTIONS(DECLARE)
#undef DECLARE
	FcCharSet *covered; /* what any font here has */
	char family[64];    /* what the drawing gets; empty: there is no font */
};

/* Whose letters are as wide as those that were measured. */
static const char *const families[] = {"Liberation Sans", "Arial", "Helvetica", "Arimo",
	"Nimbus Sans", "Nimbus Sans L", "TeX Gyre Heros"};

static bool open_fontconfig(struct fonts *fonts)
{
#define ROW(name) {#name, &fonts->name},
	const cp_symbol symbols[] = { FUNCTIONS(ROW) };
#undef ROW
	return cp_library_open(
		"libfontconfig.so.1", symbols, sizeof symbols / sizeof *symbols);
}

/* What fontconfig gives for the families that the drawing names. */
static void find_fonts(struct fonts *fonts)
{
	static const char *const named[] = {
		"Liberation Sans", "Arial", "Helvetica", "sans-serif"};
	FcPattern *pattern = fonts->FcPatternCreate();
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		fonts->FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)named[i]);
	fonts->FcConfigSubstitute(NULL, pattern, FcMatchPattern);
	fonts->FcDefaultSubstitute(pattern);
	FcResult result;
	FcFontSet *set =
		fonts->FcFontSort(NULL, pattern, FcFalse, &fonts->covered, &result);
	FcChar8 *family;
	if (set && set->nfont
		&& fonts->FcPatternGetString(set->fonts[0], FC_FAMILY, 0, &family)
			== FcResultMatch)
		snprintf(fonts->family, sizeof fonts->family, "%s", (const char *)family);
	if (set)
		fonts->FcFontSetDestroy(set);
	fonts->FcPatternDestroy(pattern);
}

static void check_family(const struct fonts *fonts, cp_diags *diags)
{
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (strcmp(fonts->family, families[i]) == 0)
			return;
	cp_diag *diag = *fonts->family
		? cp_diag_add(diags, CP_FONT_MISSING, (cp_place){0},
			"there is no font as wide as Arial: \"%s\" is used, and words may "
			"reach out of their boxes",
			fonts->family)
		: cp_diag_add(diags, CP_FONT_MISSING, (cp_place){0},
			"there is no font at all: the picture has no words");
	cp_diag_hint(diags, diag, "install \"fonts-liberation\"");
}

/* ---- Characters that no font has ---- */

/* The packages of Debian that have them. */
enum package { CJK, EMOJI, OTHERS, PACKAGES };

static const struct {
	const char *what, *package;
} packages[PACKAGES] = {
	[CJK] = {"Chinese, Japanese and Korean", "fonts-noto-cjk"},
	[EMOJI] = {"emoji", "fonts-noto-color-emoji"},
	[OTHERS] = {"other scripts and signs", "fonts-noto-core"},
};

struct missing {
	uint32_t first[PACKAGES]; /* the first of them, and … */
	size_t count[PACKAGES];   /* … how often any was met */
};

static enum package package_of(uint32_t c)
{
	if (c >= 0x1f000 && c < 0x1fc00)
		return EMOJI;
	if ((c >= 0x1100 && c < 0x1200) || (c >= 0x2e80 && c < 0xa4d0)
		|| (c >= 0xac00 && c < 0xd800) || (c >= 0xf900 && c < 0xfb00)
		|| (c >= 0xff00 && c < 0xfff0) || (c >= 0x20000 && c < 0x32000))
		return CJK;
	return OTHERS;
}

/* What is never seen needs no font: controls, joiners, selectors, and all blanks. */
static bool is_seen(uint32_t c)
{
	uint32_t folded[CP_FOLD_MAX];
	return c > 0x20 && !cp_is_space(c) && cp_utf8_fold(c, folded) > 0;
}

static void look_for(const struct fonts *fonts, struct missing *missing, cp_str text)
{
	for (size_t i = 0; i < text.len;) {
		uint32_t c = cp_utf8_next(text, &i);
		if (!is_seen(c)
			|| (fonts->covered && fonts->FcCharSetHasChar(fonts->covered, c)))
			continue;
		enum package package = package_of(c);
		if (!missing->count[package]++)
			missing->first[package] = c;
	}
}

static void report_missing(const struct missing *missing, cp_diags *diags)
{
	for (enum package i = 0; i < PACKAGES; i++) {
		if (!missing->count[i])
			continue;
		cp_buf shown = {0};
		cp_utf8_put(&shown, missing->first[i]);
		cp_diag *diag = cp_diag_add(diags, CP_FONT_MISSING, (cp_place){0},
			"no font has \"%s\" (U+%04X): %zu characters (%s) are empty boxes in "
			"the picture",
			shown.at, (unsigned)missing->first[i], missing->count[i],
			packages[i].what);
		cp_diag_hint(diags, diag, "install \"%s\"", packages[i].package);
		cp_buf_clear(&shown);
	}
}

static void check_characters(
	const struct fonts *fonts, const cp_drawing *drawing, cp_diags *diags)
{
	struct missing missing = {0};
	look_for(fonts, &missing, drawing->title);
	for (size_t i = 0; i < drawing->boxes.len; i++)
		for (size_t l = 0; l < drawing->boxes.at[i].lines.len; l++)
			look_for(fonts, &missing, drawing->boxes.at[i].lines.at[l].text);
	for (size_t i = 0; i < drawing->notes.len; i++)
		look_for(fonts, &missing, drawing->notes.at[i].line.text);
	report_missing(&missing, diags);
}

void cp_drawing_check_fonts(const cp_drawing *drawing, cp_diags *diags)
{
	struct fonts fonts = {0};
	/* Without fontconfig there is no librsvg, which is said when it is opened. */
	if (!open_fontconfig(&fonts))
		return;
	find_fonts(&fonts);
	check_family(&fonts, diags);
	if (*fonts.family)
		check_characters(&fonts, drawing, diags);
	if (fonts.covered)
		fonts.FcCharSetDestroy(fonts.covered);
}
