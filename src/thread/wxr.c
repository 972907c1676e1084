/* WordPress eXtended RSS, what WordPress exports of a site: its pages and posts, each with its
 * comments. Versions 1.0 to 1.2 differ in their namespaces alone. */
#include "thread/dump.h"

#include "text/find.h"
#include "thread/time.h"

#include <stddef.h>

struct author {
	cp_str login, name;
};

struct item {
	cp_str id, title, link, creator, date, text, type;
	size_t at;
};

struct comment {
	cp_str id, author, date, gmt, text, approved, type, parent;
	size_t at;
};

struct reader {
	cp_dump dump;
	size_t start;         /* where the XML begins in the page */
	size_t inside;        /* the depth of the open item or author; 0: none */
	bool is_item;         /* it is an item */
	size_t comment_depth; /* of the open comment; 0: none */
	size_t before;        /* how many comments there were before the item */
	struct author author;
	struct item item;
	struct comment comment;
	cp_map names;           /* of authors: from logins … */
	CP_ARRAY(cp_str) shown; /* … to the names that are shown */
	size_t others;          /* items that are no posts, without comments */
	size_t first_other;
};

#define EXPORT "wordpress.org/export/"

static const cp_dump_field author_fields[] = {
	{EXPORT, "author_login", offsetof(struct author, login)},
	{EXPORT, "author_display_name", offsetof(struct author, name)},
};

static const cp_dump_field item_fields[] = {
	{EXPORT, "post_id", offsetof(struct item, id)},
	{"", "title", offsetof(struct item, title)},
	{"", "link", offsetof(struct item, link)},
	{"dc/elements", "creator", offsetof(struct item, creator)},
	{EXPORT, "post_date_gmt", offsetof(struct item, date)},
	{"modules/content", "encoded", offsetof(struct item, text)},
	{EXPORT, "post_type", offsetof(struct item, type)},
};

static const cp_dump_field comment_fields[] = {
	{EXPORT, "comment_id", offsetof(struct comment, id)},
	{EXPORT, "comment_author", offsetof(struct comment, author)},
	{EXPORT, "comment_date", offsetof(struct comment, date)},
	{EXPORT, "comment_date_gmt", offsetof(struct comment, gmt)},
	{EXPORT, "comment_content", offsetof(struct comment, text)},
	{EXPORT, "comment_approved", offsetof(struct comment, approved)},
	{EXPORT, "comment_type", offsetof(struct comment, type)},
	{EXPORT, "comment_parent", offsetof(struct comment, parent)},
};

/* ---- From records to threads ---- */

/* "0000-00-00 00:00:00" is WordPress's way to say that it does not know. */
static bool is_date(cp_str date)
{
	return date.len >= 10 && !cp_str_starts(date, CP_LIT("0000"));
}

static cp_str time_of(struct reader *reader, cp_str gmt, cp_str local)
{
	cp_arena *arena = reader->dump.import->arena;
	if (!is_date(gmt))
		return is_date(local) ? cp_time_of_text(arena, local) : (cp_str){0};
	cp_buf utc = {0};
	cp_buf_printf(&utc, "%.*sZ", CP_FMT(cp_time_of_text(arena, gmt)));
	return cp_buf_settle(arena, &utc);
}

static cp_place place_of(const struct reader *reader, size_t at)
{
	cp_source *source = reader->dump.import->page->source;
	at += reader->start;
	return cp_place_bytes(source, at, at + (at < source->text.len));
}

static cp_str none_if_empty(cp_str text)
{
	return text.len ? text : (cp_str){0};
}

static cp_str name_of_login(const struct reader *reader, cp_str login)
{
	uint32_t known = cp_map_find(&reader->names, login);
	return none_if_empty(known == CP_NONE ? login : reader->shown.at[known]);
}

static cp_str missing_of(cp_str approved)
{
	static const struct {
		const char *approved;
		cp_str missing;
	} rows[] = {
		{"0", {"unapproved", 10}},
		{"hold", {"unapproved", 10}},
		{"spam", {"spam", 4}},
		{"trash", {"removed", 7}},
		{"post-trashed", {"removed", 7}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (cp_str_is(approved, rows[i].approved))
			return rows[i].missing;
	return (cp_str){0};
}

static bool is_ping(cp_str type)
{
	return cp_str_is(type, "pingback") || cp_str_is(type, "trackback");
}

/* The item's number may stand after its comments, so they get their thread at its end. */
static void end_comment(struct reader *reader)
{
	const struct comment *comment = &reader->comment;
	cp_import *import = reader->dump.import;
	cp_dump_entry entry = {.ping = is_ping(comment->type)};
	entry.found.place = place_of(reader, comment->at);
	entry.found.inside = CP_NONE;
	entry.found.parent =
		cp_str_is(comment->parent, "0") ? (cp_str){0} : comment->parent;
	entry.found.comment = (cp_comment){
		.source_id = comment->id,
		.author = none_if_empty(comment->author),
		.time = time_of(reader, comment->gmt, comment->date),
		.missing = missing_of(comment->approved),
	};
	cp_dump_text(import, comment->text, entry.found.place, &entry.found.comment);
	cp_dump_add(&reader->dump, entry);
}

static bool is_post(cp_str type)
{
	return !type.len || cp_str_is(type, "post") || cp_str_is(type, "page");
}

static void add_article(struct reader *reader, cp_found_thread *thread)
{
	const struct item *item = &reader->item;
	thread->thread->title = none_if_empty(item->title);
	thread->thread->url = none_if_empty(item->link);
	cp_found found = {.article = true, .inside = CP_NONE};
	found.place = place_of(reader, item->at);
	found.comment.author = name_of_login(reader, item->creator);
	found.comment.time = time_of(reader, item->date, (cp_str){0});
	cp_dump_text(reader->dump.import, item->text, found.place, &found.comment);
	if (found.comment.text.len)
		cp_import_add(reader->dump.import, thread, found);
}

static void end_item(struct reader *reader)
{
	cp_dump *dump = &reader->dump;
	if (reader->before == dump->entries.len && !is_post(reader->item.type)) {
		if (!reader->others++)
			reader->first_other = reader->item.at;
		return;
	}
	cp_found_thread *thread = cp_import_thread(dump->import, reader->item.id);
	for (size_t i = reader->before; i < dump->entries.len; i++)
		dump->entries.at[i].thread = thread;
	add_article(reader, thread);
}

static void end_author(struct reader *reader)
{
	cp_arena *arena = reader->dump.import->arena;
	if (!reader->author.login.len)
		return;
	cp_map_add(
		arena, &reader->names, reader->author.login, (uint32_t)reader->shown.len);
	*cp_push(arena, &reader->shown) = reader->author.name;
}

/* ---- Events ---- */

static bool is_exported(const cp_xml_element *element)
{
	return cp_find_bytes(element->space, CP_LIT(EXPORT), 0) != SIZE_MAX;
}

static void see_start(void *to, const cp_xml_element *element)
{
	struct reader *reader = to;
	bool author = cp_str_is(element->name, "author") && is_exported(element);
	bool item = cp_str_is(element->name, "item") && !element->space.len;
	bool comment = cp_str_is(element->name, "comment") && is_exported(element);
	if ((author || item) && !reader->inside) {
		reader->inside = element->depth;
		reader->author = (struct author){0};
		reader->item = (struct item){.at = element->at};
		reader->before = reader->dump.entries.len;
		reader->is_item = item;
	} else if (comment && reader->is_item && !reader->comment_depth) {
		reader->comment_depth = element->depth;
		reader->comment = (struct comment){.at = element->at};
	}
}

#define FILL(reader, record, fields) \
	cp_dump_fill((reader)->dump.import->arena, (record), (fields), \
		sizeof(fields) / sizeof *(fields), element, text)

static void fill(struct reader *reader, const cp_xml_element *element, cp_str text)
{
	if (reader->comment_depth && element->depth == reader->comment_depth + 1)
		FILL(reader, &reader->comment, comment_fields);
	else if (!reader->comment_depth && element->depth == reader->inside + 1) {
		if (reader->is_item)
			FILL(reader, &reader->item, item_fields);
		else
			FILL(reader, &reader->author, author_fields);
	}
}

static void see_end(void *to, const cp_xml_element *element, cp_str text)
{
	struct reader *reader = to;
	if (element->depth == reader->comment_depth) {
		end_comment(reader);
		reader->comment_depth = 0;
	} else if (element->depth == reader->inside) {
		if (reader->is_item)
			end_item(reader);
		else
			end_author(reader);
		reader->inside = 0;
		reader->is_item = false;
	} else {
		fill(reader, element, text);
	}
}

bool cp_wxr_recognise(const cp_page *page)
{
	enum { HEAD = 8192 };
	cp_str text = page->source->text;
	cp_str head = cp_str_part(text, 0, text.len < HEAD ? text.len : HEAD);
	return cp_dump_start(head) != SIZE_MAX
		&& cp_find_bytes(head, CP_LIT(EXPORT), 0) != SIZE_MAX
		&& cp_find_bytes(head, CP_LIT("<rss"), 0) != SIZE_MAX;
}

bool cp_wxr_read(cp_import *import)
{
	static const cp_xml_events events = {see_start, see_end};
	struct reader reader = {.dump.import = import};
	size_t start = cp_dump_start(import->page->source->text);
	reader.start = start == SIZE_MAX ? 0 : start;
	cp_dump_read(import, &events, &reader);
	if (reader.is_item) /* the XML broke off within it */
		end_item(&reader);
	cp_dump_settle(&reader.dump);
	if (reader.others)
		cp_diag_add(import->diags, CP_LEFT_OUT,
			place_of(&reader, reader.first_other),
			"left out: %zu item%s of the export that %s no post or page",
			reader.others, reader.others == 1 ? "" : "s",
			reader.others == 1 ? "is" : "are");
	return true;
}
