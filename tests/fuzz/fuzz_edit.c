/* Any edits of any JSON: the first line has the edits, with tabs between them, each a sign and a
 * pointer (= set, - remove, ~ rename); the rest is the text. What comes out is JSON, and without
 * edits it is the same text. */
#include "fuzz.h"

#include "json/edit.h"
#include "json/values.h"
#include "text/utf8.h"

/* Each gets a value or name of its own, so that what is renamed clashes with nothing. */
static bool edit(cp_edits *edits, cp_source *source, cp_str line, unsigned number)
{
	char name[32];
	cp_str pointer = cp_str_part(line, 1, line.len), slash = {0};
	snprintf(name, sizeof name, "\"a name of its own %u\"", number);
	cp_str value = cp_str_of(name), key = cp_str_part(value, 1, value.len - 1);
	if (!pointer.len) /* the whole, as a text, would be no document any more */
		return true;
	bool there = cp_json_find(source, pointer) != CP_NONE;
	for (size_t i = 0; i < pointer.len; i++)
		if (pointer.at[i] == '/')
			slash = cp_str_part(pointer, 0, i);
	if (line.at[0] == '=')
		return cp_edit_set(edits, pointer, value) || !there;
	if (line.at[0] == '-')
		return cp_edit_remove(edits, pointer) || !there || !slash.at;
	cp_edit_rename(edits, pointer, key);
	return true;
}

static void edit_all(cp_edits *edits, cp_source *source, cp_str lines)
{
	unsigned number = 0;
	for (size_t i = 0, end; i < lines.len; i = end + 1) {
		const char *tab = memchr(lines.at + i, '\t', lines.len - i);
		end = tab ? (size_t)(tab - lines.at) : lines.len;
		if (end > i)
			MUST(edit(edits, source, cp_str_part(lines, i, end), number++));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *newline = size ? memchr(data, '\n', size) : NULL;
	if (!newline)
		return 0;
	size_t len = (size_t)(newline - data), bad;
	if (!cp_utf8_valid((cp_str){(const char *)data, len}, &bad)
		|| memchr(data, '\0', len))
		return 0;
	cp_diags diags = {0};
	cp_arena arena = {0};
	cp_document before, after;
	cp_source *source = fuzz_source(&diags, newline + 1, size - len - 1);
	cp_document_init(&before, source, &diags);
	if (before.root) {
		cp_buf same = {0}, out = {0};
		cp_edits *edits = cp_edits_new(&arena, source);
		cp_edits_apply(edits, &same);
		MUST(cp_str_eq(cp_buf_str(&same), source->text));
		edit_all(edits, source, (cp_str){(const char *)data, len});
		cp_edits_apply(edits, &out);
		cp_document_init(
			&after, cp_diags_add_source(&diags, "after", &out), &diags);
		MUST(after.root);
		cp_document_clear(&after);
		cp_buf_clear(&same);
	}
	cp_document_clear(&before);
	cp_diags_clear(&diags);
	cp_arena_clear(&arena);
	return 0;
}
