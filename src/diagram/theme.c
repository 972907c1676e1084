#include "diagram/theme.h"

#include <stddef.h>
#include <string.h>

const char cp_colour_letters[CP_COLOURS + 1] = "BTFNPpCcUGQqMmnSR";

const cp_theme cp_themes[] = {
	{"default",
		{"#fff", "#1a1a1a", "#4a5568", "#f5f6f8", "#00695c", "#e3f4f0", "#b3261e",
			"#fde9e6", "#6a3d9a", "#1f5fa8", "#8a5a00", "#fdf6e8", "#1f2933",
			"#fff", "#d5dce5", "#fff", "#7b8794"}},
	{"high-contrast",
		{"#fff", "#000", "#000", "#fff", "#004d40", "#fff", "#8b0000", "#fff",
			"#4a148c", "#0b3d91", "#5d3a00", "#fff", "#000", "#fff", "#fff",
			"#fff", "#000"}},
	{"greyscale",
		{"#fff", "#1a1a1a", "#4a4a4a", "#fff", "#2e2e2e", "#ececec", "#555",
			"#fafafa", "#444", "#5a5a5a", "#4d4d4d", "#f4f4f4", "#1f1f1f",
			"#fff", "#d9d9d9", "#fff", "#858585"}},
	{"dark",
		{"#121417", "#f2f2f2", "#b8c2cc", "#1d2126", "#5fd3bc", "#0f2e29",
			"#ff9a8b", "#3a1a17", "#cdb4f6", "#8ec5ff", "#f2c14e", "#2a230f",
			"#e8edf2", "#121417", "#3a4450", "#121417", "#7d8896"}},
	{0},
};

const cp_theme *cp_theme_named(const char *name)
{
	for (const cp_theme *theme = cp_themes; theme->name; theme++)
		if (!name || strcmp(theme->name, name) == 0)
			return theme;
	return NULL;
}

const char *cp_theme_colour(const cp_theme *theme, char letter)
{
	return theme->colours[strchr(cp_colour_letters, letter) - cp_colour_letters];
}

void cp_theme_put_style(cp_buf *out, const cp_theme *theme, const char *css)
{
	for (; *css; css++)
		if (*css == '@')
			cp_buf_puts(out, cp_theme_colour(theme, *++css));
		else
			cp_buf_putc(out, *css);
}
