#include "text/fold.h"

#include "text/utf8.h"

#include <stdlib.h>

/* What has more than one form in print, and one when compared. "" is left out. */
static const struct {
	uint32_t first, last;
	const char *form;
} forms[] = {
	{0x00ab, 0x00ab, "\""},
	{0x00ad, 0x00ad, ""},
	{0x00b4, 0x00b4, "'"},
	{0x00bb, 0x00bb, "\""},
	{0x02bc, 0x02bc, "'"},
	{0x200b, 0x200f, ""},
	{0x2010, 0x2015, "-"},
	{0x2018, 0x201b, "'"},
	{0x201c, 0x201f, "\""},
	{0x2026, 0x2026, "..."},
	{0x2032, 0x2032, "'"},
	{0x2033, 0x2033, "\""},
	{0x2039, 0x203a, "'"},
	{0x2060, 0x2060, ""},
	{0x2212, 0x2212, "-"},
	{0xfe00, 0xfe0f, ""},
	{0xfeff, 0xfeff, ""},
	{0xff02, 0xff02, "\""},
	{0xff07, 0xff07, "'"},
};

struct folder {
	char *text;
	uint32_t *origin;
	size_t len, room;
};

enum { MOST_FROM_ONE = CP_FOLD_MAX * 4 }; /* bytes that one code point can become */

static void make_room(struct folder *folder)
{
	folder->room = folder->room * 2 + MOST_FROM_ONE;
	folder->text = cp_xrealloc(folder->text, folder->room);
	folder->origin =
		cp_xrealloc(folder->origin, folder->room * sizeof *folder->origin);
}

static void put(struct folder *folder, char byte, size_t origin)
{
	folder->text[folder->len] = byte;
	folder->origin[folder->len++] = (uint32_t)origin;
}

static void put_space(struct folder *folder, size_t origin)
{
	if (!folder->len || folder->text[folder->len - 1] != ' ')
		put(folder, ' ', origin);
}

static bool put_form(struct folder *folder, uint32_t code_point, size_t origin)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (code_point >= forms[i].first && code_point <= forms[i].last) {
			for (const char *byte = forms[i].form; *byte; byte++)
				put(folder, *byte, origin);
			return true;
		}
	return false;
}

/* The parts may be spaces, or have a form of their own: "‴" is three primes. */
static void put_decomposed(struct folder *folder, uint32_t code_point, size_t origin)
{
	uint32_t folded[CP_FOLD_MAX];
	size_t count = cp_utf8_fold(code_point, folded);
	cp_buf bytes = {0};
	for (size_t i = 0; i < count; i++) {
		if (cp_is_space(folded[i])) {
			put_space(folder, origin);
		} else if (!put_form(folder, folded[i], origin)) {
			bytes.len = 0;
			cp_utf8_put(&bytes, folded[i]);
			for (size_t b = 0; b < bytes.len; b++)
				put(folder, bytes.at[b], origin);
		}
	}
	cp_buf_clear(&bytes);
}

static void fold_one(struct folder *folder, uint32_t code_point, size_t at)
{
	if (code_point < 0x80 && code_point > ' ' && code_point != 0x7f)
		put(folder,
			(char)(code_point >= 'A' && code_point <= 'Z' ? code_point + 32
								      : code_point),
			at);
	else if (cp_is_space(code_point))
		put_space(folder, at);
	else if (!put_form(folder, code_point, at))
		put_decomposed(folder, code_point, at);
}

cp_folded cp_fold(cp_arena *arena, cp_str text)
{
	struct folder folder = {.room = text.len};
	make_room(&folder);
	for (size_t i = 0; i < text.len;) {
		size_t at = i;
		if (folder.room - folder.len < MOST_FROM_ONE)
			make_room(&folder);
		fold_one(&folder, cp_utf8_next(text, &i), at);
	}
	cp_folded folded = {.source = text};
	folded.text = cp_str_copy(arena, (cp_str){folder.text, folder.len});
	folded.origin = CP_NEW_ARRAY(arena, uint32_t, folder.len + 1);
	memcpy(folded.origin, folder.origin, folder.len * sizeof *folded.origin);
	folded.origin[folder.len] = (uint32_t)text.len;
	free(folder.origin);
	free(folder.text);
	return folded;
}
