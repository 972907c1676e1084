#include "thread/import.h"

#include "base/file.h"
#include "text/find.h"
#include "text/utf8.h"

const cp_thread_format cp_thread_formats[] = {
	{"page-text", "a blog page saved as plain text, its comments a bulleted list",
		cp_page_text_recognise, cp_page_text_read},
	{0},
};

const cp_thread_format *cp_thread_format_named(const char *name)
{
	for (const cp_thread_format *format = cp_thread_formats; format->name; format++)
		if (strcmp(format->name, name) == 0)
			return format;
	return NULL;
}

static const cp_thread_format *recognise(cp_str text)
{
	for (const cp_thread_format *format = cp_thread_formats; format->name; format++)
		if (format->recognise(text))
			return format;
	return NULL;
}

/* The first byte that is no blank; 0: the page is empty. */
static char first_byte(cp_str text)
{
	size_t i = 0;
	while (i < text.len && (unsigned char)text.at[i] <= ' ')
		i++;
	return i < text.len ? text.at[i] : '\0';
}

static const char *look_of(char first)
{
	switch (first) {
	case '\0':
		return "the page is empty";
	case '<':
		return "this is HTML or XML";
	case '{':
	case '[':
		return "this is JSON";
	default:
		return "no list of comments was found";
	}
}

cp_thread *cp_thread_import(cp_arena *arena, cp_source *source,
	const cp_thread_format *format, cp_diags *diags)
{
	cp_thread *thread = CP_NEW(arena, cp_thread);
	if (!format)
		format = recognise(source->text);
	if (format && format->read(arena, source, thread, diags))
		return thread;
	char first = first_byte(source->text);
	cp_diag *diag = cp_diag_add(diags, CP_NOT_A_THREAD, cp_place_bytes(source, 0, 0),
		"%s", look_of(first));
	cp_diag_hint(diags, diag, "%s",
		first == '{'
			? "a thread needs no import; other JSON cannot be imported"
			: "save the page from a browser as plain text, with the comments "
			  "showing");
	return NULL;
}

cp_source *cp_page_read(const char *path, cp_diags *diags)
{
	cp_buf raw = {0}, text = {0};
	int error = cp_file_read(path, &raw);
	if (error) {
		cp_diag_add(diags, CP_FILE, (cp_place){0}, "cannot read \"%s\": %s", path,
			strerror(error));
		cp_buf_clear(&raw);
		return NULL;
	}
	cp_str bytes = cp_buf_str(&raw);
	if (cp_str_starts(bytes, CP_LIT("\xef\xbb\xbf")))
		bytes = cp_str_part(bytes, 3, bytes.len);
	size_t replaced = cp_utf8_repair(&text, bytes);
	cp_buf_clear(&raw);
	cp_source *source = cp_diags_add_source(diags, path, &text);
	size_t first = cp_find_bytes(source->text, CP_LIT("\xef\xbf\xbd"), 0);
	if (replaced)
		cp_diag_hint(diags,
			cp_diag_add(diags, CP_BROKEN_TEXT,
				cp_place_bytes(source, first, first + 3),
				"%zu byte%s not UTF-8, replaced by U+FFFD", replaced,
				replaced == 1 ? " is" : "s are"),
			"save the page again as UTF-8, and nothing is lost");
	return source;
}
