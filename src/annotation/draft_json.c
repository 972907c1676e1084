#include "annotation/draft.h"

#include "annotation/layout.h"
#include "json/document.h"
#include "text/find.h"
#include "text/utf8.h"

enum {
	MOST_SEARCHED = 1 << 14
}; /* bytes of a comment in which equal words are looked for */

/* Ids by the comment: "c4-2" is the second item of c4. And how far its code points are
 * counted, as offsets are in these. */
struct writer {
	cp_buf *out;
	const cp_draft *draft;
	uint32_t *nth; /* of each item in its comment, from 1 */
	cp_str text;   /* of the comment that is written */
	size_t byte, code_points;
};

static void put_member(cp_buf *out, const char *before, const char *name, cp_str value)
{
	if (!value.len)
		return;
	cp_buf_printf(out, "%s\"%s\": ", before, name);
	cp_json_put_string(out, value);
}

static cp_str comment_id(const cp_draft *draft, uint32_t comment)
{
	return draft->thread->comments.at[comment].id;
}

static void put_id(struct writer *writer, uint32_t index)
{
	const cp_draft_item *item = &writer->draft->items.at[index];
	cp_buf id = {0};
	cp_buf_printf(&id, "%.*s-%u", CP_FMT(comment_id(writer->draft, item->comment)),
		(unsigned)writer->nth[index]);
	cp_json_put_string(writer->out, cp_buf_str(&id));
	cp_buf_clear(&id);
}

static void put_origin(cp_buf *out, uint32_t rule)
{
	cp_buf_printf(out, "\"origin\": \"auto\", \"rule\": \"%s\", \"confidence\": ",
		cp_draft_rules[rule].id);
	cp_buf_number(out, cp_draft_rules[rule].confidence);
}

/* ---- Items ---- */

static size_t code_points_at(struct writer *writer, size_t byte)
{
	if (byte < writer->byte)
		writer->byte = writer->code_points = 0;
	for (; writer->byte < byte; writer->byte++)
		writer->code_points +=
			cp_starts_code_point(writer->text.at[writer->byte]);
	return writer->code_points;
}

/* Where the words stand more than once, the place is given. */
static void put_start(struct writer *writer, cp_span span)
{
	cp_str words = cp_str_part(writer->text, span.start, span.end);
	cp_span two[2];
	if (writer->text.len > MOST_SEARCHED
		|| cp_find_exact(writer->text, words, two, 2) > 1)
		cp_buf_printf(writer->out, ", \"start\": %zu",
			code_points_at(writer, span.start));
}

static cp_str origin_words(const cp_draft *draft, const cp_draft_item *item)
{
	cp_str text = item->origin != CP_NONE
		? draft->thread->comments.at[item->origin].text
		: draft->works.at[item->work].given
		? draft->works.at[item->work].given->text
		: (cp_str){0};
	return text.at ? cp_str_part(text, item->origin_span.start, item->origin_span.end)
		       : text;
}

/* The original's words are given where they differ, as `check` compares them. */
static void put_of(struct writer *writer, const cp_draft_item *item)
{
	cp_buf *out = writer->out;
	cp_str words = cp_str_part(writer->text, item->span.start, item->span.end);
	cp_str original = origin_words(writer->draft, item);
	cp_arena scratch = {0};
	cp_buf_puts(out, ", \"of\": { ");
	if (item->origin != CP_NONE)
		put_member(out, "", "comment", comment_id(writer->draft, item->origin));
	else
		put_member(out, "", "source", writer->draft->works.at[item->work].id);
	if (original.len) {
		cp_folded in = cp_fold(&scratch, original);
		cp_folded searched = cp_fold(&scratch, words);
		if (!cp_find_folded(&in, &searched, NULL, 0))
			put_member(out, ", ", "quote", original);
	}
	cp_buf_puts(out, " }");
	cp_arena_clear(&scratch);
}

static void put_note(struct writer *writer, const cp_draft_item *item)
{
	cp_buf note = {0};
	if (item->kind != CP_QUOTATION || !item->origin_span.end)
		return;
	if (item->fidelity == CP_REUSE_ALTERED)
		cp_buf_puts(&note, "The quoter alters the words or their punctuation.");
	else if (item->fidelity == CP_REUSE_TRUNCATED)
		cp_buf_puts(&note, "The quoter leaves words out.");
	if (item->origins > 1)
		cp_buf_printf(&note, "%s%u earlier texts have these words.",
			note.len ? " " : "", (unsigned)item->origins);
	put_member(writer->out, ", ", "note", cp_buf_str(&note));
	cp_buf_clear(&note);
}

static void put_item(struct writer *writer, uint32_t index)
{
	const cp_draft_item *item = &writer->draft->items.at[index];
	cp_buf *out = writer->out;
	cp_str text = writer->draft->thread->comments.at[item->comment].text;
	if (text.at != writer->text.at) {
		writer->text = text;
		writer->byte = writer->code_points = 0;
	}
	cp_buf_puts(out, "{ \"id\": ");
	put_id(writer, index);
	cp_buf_printf(out, ", \"kind\": \"%s\"", cp_kind_names[item->kind]);
	put_member(out, ", ", "comment", comment_id(writer->draft, item->comment));
	put_start(writer, item->span);
	if (item->attitude != CP_ATTITUDES)
		cp_buf_printf(
			out, ", \"attitude\": \"%s\"", cp_attitude_names[item->attitude]);
	put_member(
		out, ", ", "quote", cp_str_part(text, item->span.start, item->span.end));
	if (item->kind == CP_QUOTATION)
		put_of(writer, item);
	if (item->target != CP_NONE) {
		cp_buf_printf(out, ", \"%s\": ", cp_relation_names[item->relation]);
		put_id(writer, item->target);
	}
	put_note(writer, item);
	cp_buf_puts(out, ", ");
	put_origin(out, item->target == CP_NONE ? item->rule : item->relation_rule);
	cp_buf_puts(out, " }");
}

/* ---- The rest ---- */

static void put_between(cp_buf *out, size_t *count)
{
	cp_buf_puts(out, (*count)++ ? ", " : "");
}

static void put_speakers(struct writer *writer)
{
	const cp_draft *draft = writer->draft;
	size_t count = 0;
	if (!draft->speakers.len)
		return;
	cp_buf_puts(writer->out, ",\n\n\"speakers\": [");
	for (size_t i = 0; i < draft->speakers.len; i++) {
		const cp_draft_speaker *speaker = &draft->speakers.at[i];
		put_between(writer->out, &count);
		put_member(writer->out, "{ ", "id", speaker->id);
		put_member(writer->out, ", ", "name", speaker->name);
		cp_buf_puts(writer->out, ", \"comments\": [");
		for (size_t c = 0; c < speaker->comments.len; c++) {
			cp_buf_puts(writer->out, c ? ", " : "");
			cp_json_put_string(
				writer->out, comment_id(draft, speaker->comments.at[c]));
		}
		cp_buf_puts(writer->out, "]");
		put_member(writer->out, ", ", "because", speaker->because);
		cp_buf_printf(writer->out, ", \"origin\": \"auto\", \"rule\": \"%s\" }",
			cp_draft_rules[CP_RULE_SPEAKER].id);
	}
	cp_buf_puts(writer->out, "]");
}

static void put_work(struct writer *writer, const cp_draft_work *work)
{
	const cp_work *given = work->given;
	put_member(writer->out, "{ ", "id", work->id);
	put_member(writer->out, ", ", "author", given ? given->author : work->author);
	if (!given) {
		cp_buf_printf(writer->out, ", \"origin\": \"auto\", \"rule\": \"%s\" }",
			cp_draft_rules[CP_RULE_QUOTE_SOURCE].id);
		return;
	}
	put_member(writer->out, ", ", "title", given->title);
	if (given->year)
		cp_buf_printf(writer->out, ", \"year\": %d", given->year);
	put_member(writer->out, ", ", "locator", given->locator);
	put_member(writer->out, ", ", "url", given->url);
	put_member(writer->out, ", ", "text", given->text);
	put_member(writer->out, ", ", "note", given->note);
	cp_buf_puts(writer->out, " }");
}

static void put_works(struct writer *writer)
{
	const cp_draft *draft = writer->draft;
	size_t count = 0;
	for (size_t i = 0; i < draft->works.len; i++) {
		if (!draft->works.at[i].used)
			continue;
		if (!count)
			cp_buf_puts(writer->out, ",\n\n\"sources\": [");
		put_between(writer->out, &count);
		put_work(writer, &draft->works.at[i]);
	}
	cp_buf_puts(writer->out, count ? "]" : "");
}

static void put_addresses(struct writer *writer)
{
	const cp_draft *draft = writer->draft;
	size_t count = 0;
	for (size_t i = 0; i < draft->addresses.list.len; i++) {
		const cp_address *address = &draft->addresses.list.at[i];
		uint32_t rule = cp_draft_address_rule(draft, address);
		if (!cp_draft_uses(draft, rule))
			continue;
		if (!count)
			cp_buf_puts(writer->out, ",\n\n\"addresses\": [");
		put_between(writer->out, &count);
		put_member(writer->out, "{ ", "comment",
			comment_id(draft, address->comment));
		put_member(writer->out, ", ", "name", address->name);
		if (address->answers != CP_NONE)
			put_member(writer->out, ", ", "answers",
				comment_id(draft, address->answers));
		cp_buf_puts(writer->out, ", ");
		put_origin(writer->out, rule);
		cp_buf_puts(writer->out, " }");
	}
	cp_buf_puts(writer->out, count ? "]" : "");
}

static void put_items(struct writer *writer)
{
	const cp_draft *draft = writer->draft;
	cp_buf_puts(writer->out, ",\n\n\"annotations\": [");
	for (uint32_t i = 0; i < draft->items.len; i++) {
		bool first = !i
			|| draft->items.at[i - 1].comment != draft->items.at[i].comment;
		writer->nth[i] = first ? 1 : writer->nth[i - 1] + 1;
	}
	for (uint32_t i = 0; i < draft->items.len; i++) {
		/* An empty line where another comment begins: that is left as it is. */
		cp_buf_puts(writer->out, !i ? "" : writer->nth[i] == 1 ? ",\n\n" : ", ");
		put_item(writer, i);
	}
	cp_buf_puts(writer->out, draft->items.len ? "]}" : "]}");
}

static void put_motion(struct writer *writer)
{
	const cp_draft *draft = writer->draft;
	const cp_annotation *given = draft->options.given;
	cp_str text = draft->options.motion.len ? draft->options.motion
		: given && given->motion.len    ? given->motion
						: (cp_str){0};
	cp_str id = given && given->motion_id.len ? given->motion_id : CP_LIT("motion");
	put_member(writer->out, ", \"motion\": { ", "id", id);
	if (text.len)
		put_member(writer->out, ", ", "text", text);
	else
		put_member(writer->out, ", ", "text",
			draft->thread->title.len ? draft->thread->title
						 : CP_LIT("(the motion)"));
	if (!text.len)
		put_member(writer->out, ", ", "note",
			CP_LIT("Say here, as one plain statement, what is debated."));
	cp_buf_puts(writer->out, " }");
}

void cp_draft_write(cp_buf *out, const cp_draft *draft, cp_str schema, cp_str thread)
{
	cp_arena arena = {0};
	cp_buf json = {0};
	struct writer writer = {.out = &json, .draft = draft};
	writer.nth = CP_NEW_ARRAY(&arena, uint32_t, draft->items.len);
	cp_buf_puts(&json, "{ \"counterpoint\": 1");
	put_member(&json, ", ", "$schema", schema);
	put_member(&json, ", ", "thread", thread);
	if (!thread.at) {
		cp_buf_puts(&json, ", \"thread\": ");
		cp_thread_write(&json, draft->thread);
	}
	put_member(&json, ", ", "title", draft->thread->title);
	put_motion(&writer);
	put_speakers(&writer);
	put_works(&writer);
	put_addresses(&writer);
	put_items(&writer);
	cp_source source = {.text = cp_buf_str(&json), .arena = &arena};
	cp_json_format(out, &source, &cp_annotation_shape);
	cp_arena_clear(&arena);
	cp_buf_clear(&json);
}
