#include "annotation/blank.h"

#include "annotation/layout.h"

enum { MOST_NAMED = 20 }; /* comments without an author that are named one by one */

static void put_member(cp_buf *out, const char *name, cp_str text)
{
	if (!text.at)
		return;
	cp_buf_printf(out, ",\"%s\":", name);
	cp_json_put_string(out, text);
}

/* The comments whose authors are for the annotator to find; false where there are none. */
static bool put_unsigned(cp_buf *out, const cp_thread *thread)
{
	size_t count = 0;
	for (size_t i = 0; i < thread->comments.len; i++) {
		const cp_comment *comment = &thread->comments.at[i];
		if (comment->author.len || count++ >= MOST_NAMED)
			continue;
		cp_buf_puts(out, count == 1 ? "Unsigned: " : ", ");
		cp_buf_put(out, comment->id);
	}
	if (count > MOST_NAMED)
		cp_buf_printf(out, " and %zu more", count - MOST_NAMED);
	if (count)
		cp_buf_puts(out,
			". Say in \"speakers\" who wrote them, where that can be told.");
	return count > 0;
}

void cp_blank_write(cp_buf *out, const cp_blank *blank, const cp_thread *thread)
{
	cp_buf json = {0}, note = {0};
	bool has_unsigned = put_unsigned(&note, thread);
	cp_buf_puts(&json, "{\"counterpoint\":1");
	put_member(&json, "$schema", blank->schema);
	put_member(&json, "thread", blank->thread);
	put_member(&json, "title", thread->title);
	if (has_unsigned)
		put_member(&json, "note", cp_buf_str(&note));
	cp_buf_puts(&json, ",\"motion\":{\"id\":\"motion\"");
	put_member(&json, "text",
		blank->motion.at ? blank->motion : CP_LIT(CP_BLANK_MOTION));
	cp_buf_puts(&json, has_unsigned ? "},\"speakers\":[]" : "}");
	cp_buf_puts(&json, ",\"annotations\":[]}");
	cp_arena arena = {0};
	cp_source source = {.text = cp_buf_str(&json), .arena = &arena};
	cp_json_format(out, &source, &cp_annotation_shape);
	cp_arena_clear(&arena);
	cp_buf_clear(&json);
	cp_buf_clear(&note);
}
