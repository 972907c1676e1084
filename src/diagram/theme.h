/* Themes: the colours of drawings. What a colour says, a sign, a style of line or a word says,
 * too, so that the themes may differ freely. Text has a contrast of 4.5 to 1 at least on what is
 * behind it, and lines have 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); a test computes it. */
#ifndef CP_DIAGRAM_THEME_H
#define CP_DIAGRAM_THEME_H

#include "base/buf.h"

enum { CP_COLOURS = 17 };

typedef struct cp_theme {
	const char *name;
	const char *colours[CP_COLOURS]; /* "#00695c", in the order of
	                                  * cp_colour_letters */
} cp_theme;

/* B background, T text, F neutral lines and small text, N neutral boxes; P and p lines and
 * boxes for the motion, C and c against it; U undercuts, G grants, Q quotations, q boxes of
 * works; M the motion's box, m its text, n its small text; S signs; R rules. */
extern const char cp_colour_letters[CP_COLOURS + 1];

extern const cp_theme
	cp_themes[]; /* ends with a name of NULL; the first is the default */

/* The theme of this name (NULL: the default); NULL where there is none. */
const cp_theme *cp_theme_named(const char *name);

/* Its colour for a letter. */
const char *cp_theme_colour(const cp_theme *theme, char letter);

/* Appends a style sheet in which "@P" is the theme's colour for the letter P. */
void cp_theme_put_style(cp_buf *out, const cp_theme *theme, const char *css);

#endif
