#include "text/tags.h"

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

/* The byte after a value in quotation marks that begins at `i`; `i`, if none does. */
static size_t skip_quoted(cp_str text, size_t i)
{
	if (text.at[i] != '"' && text.at[i] != '\'')
		return i;
	const char *end = memchr(text.at + i + 1, text.at[i], text.len - i - 1);
	return end ? (size_t)(end - text.at) + 1 : text.len;
}

/* The byte of the ">" of a tag; what is in it is counted by the blanks between. */
static size_t find_end(cp_str text, size_t i, size_t *attributes)
{
	for (*attributes = 0; i < text.len && text.at[i] != '>'; i++) {
		if (text.at[i] == '=' && i + 1 < text.len)
			i = skip_quoted(text, i + 1) - 1;
		else if (is_blank(text.at[i]))
			*attributes += i + 1 < text.len && !is_blank(text.at[i + 1]);
	}
	return i;
}

size_t cp_tags_sound(cp_str markup)
{
	for (size_t i = 0; i + 1 < markup.len;) {
		const char *tag = memchr(markup.at + i, '<', markup.len - i - 1);
		if (!tag)
			break;
		size_t start = (size_t)(tag - markup.at), attributes = 0;
		i = start + 1;
		if (is_letter(markup.at[i]))
			i = find_end(markup, i, &attributes);
		if (attributes > CP_MOST_ATTRIBUTES)
			return start;
	}
	return markup.len;
}
