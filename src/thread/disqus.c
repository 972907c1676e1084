/* What Disqus exports of a site: threads, which are its pages, and posts, which are the
 * comments, in any order. The pages themselves are not in it. */
#include "thread/dump.h"

#include "text/find.h"
#include "thread/time.h"

#include <stddef.h>

#define SPACE "disqus.com"

struct record {
	cp_str id, thread, parent;            /* attributes: numbers of Disqus */
	cp_str title, link, message, created; /* elements */
	cp_str deleted, spam;
	cp_str name, username; /* of its author */
	size_t at;
};

struct reader {
	cp_dump dump;
	size_t start;  /* where the XML begins in the page */
	size_t inside; /* the depth of the open thread or post; 0: none */
	bool is_post;
	size_t author; /* the depth of its author; 0: it is not open */
	struct record record;
};

static const cp_dump_field fields[] = {
	{SPACE, "title", offsetof(struct record, title)},
	{SPACE, "link", offsetof(struct record, link)},
	{SPACE, "message", offsetof(struct record, message)},
	{SPACE, "createdAt", offsetof(struct record, created)},
	{SPACE, "isDeleted", offsetof(struct record, deleted)},
	{SPACE, "isSpam", offsetof(struct record, spam)},
};

static const cp_dump_field author_fields[] = {
	{SPACE, "name", offsetof(struct record, name)},
	{SPACE, "username", offsetof(struct record, username)},
};

static cp_place place_of(const struct reader *reader, size_t at)
{
	cp_source *source = reader->dump.import->page->source;
	at += reader->start;
	return cp_place_bytes(source, at, at + (at < source->text.len));
}

static void end_thread(struct reader *reader)
{
	const struct record *record = &reader->record;
	cp_thread *thread = cp_import_thread(reader->dump.import, record->id)->thread;
	if (record->title.len)
		thread->title = record->title;
	if (record->link.len)
		thread->url = record->link;
}

static void end_post(struct reader *reader)
{
	const struct record *record = &reader->record;
	cp_import *import = reader->dump.import;
	cp_str author = record->name.len ? record->name : record->username;
	cp_dump_entry entry = {.thread = cp_import_thread(import, record->thread)};
	entry.found.place = place_of(reader, record->at);
	entry.found.inside = CP_NONE;
	entry.found.parent = record->parent;
	entry.found.comment = (cp_comment){
		.source_id = record->id,
		.author = author.len ? author : (cp_str){0},
		.time = cp_time_of_text(import->arena, record->created),
		.missing = cp_str_is(record->spam, "true")   ? CP_LIT("spam")
			: cp_str_is(record->deleted, "true") ? CP_LIT("deleted")
							     : (cp_str){0},
	};
	cp_dump_text(import, record->message, entry.found.place, &entry.found.comment);
	cp_dump_add(&reader->dump, entry);
}

static cp_str read_id(struct reader *reader, const cp_xml_element *element)
{
	cp_str id = cp_xml_attribute_of(element, "id");
	return id.len ? cp_str_copy(reader->dump.import->arena, id) : (cp_str){0};
}

static void see_start(void *to, const cp_xml_element *element)
{
	struct reader *reader = to;
	bool thread = cp_str_is(element->name, "thread");
	bool post = cp_str_is(element->name, "post");
	if (!reader->inside && (thread || post)) {
		reader->inside = element->depth;
		reader->is_post = post;
		reader->record = (struct record){
			.id = read_id(reader, element), .at = element->at};
	} else if (reader->inside && element->depth == reader->inside + 1) {
		if (thread)
			reader->record.thread = read_id(reader, element);
		else if (cp_str_is(element->name, "parent"))
			reader->record.parent = read_id(reader, element);
		else if (cp_str_is(element->name, "author"))
			reader->author = element->depth;
	}
}

static void see_end(void *to, const cp_xml_element *element, cp_str text)
{
	struct reader *reader = to;
	cp_arena *arena = reader->dump.import->arena;
	if (!reader->inside)
		return;
	if (element->depth == reader->inside) {
		if (reader->is_post)
			end_post(reader);
		else
			end_thread(reader);
		reader->inside = 0;
	} else if (reader->author && element->depth == reader->author + 1) {
		cp_dump_fill(arena, &reader->record, author_fields,
			sizeof author_fields / sizeof *author_fields, element, text);
	} else if (element->depth == reader->author) {
		reader->author = 0;
	} else if (element->depth == reader->inside + 1) {
		cp_dump_fill(arena, &reader->record, fields,
			sizeof fields / sizeof *fields, element, text);
	}
}

bool cp_disqus_recognise(const cp_page *page)
{
	enum { HEAD = 8192 };
	cp_str text = page->source->text;
	cp_str head = cp_str_part(text, 0, text.len < HEAD ? text.len : HEAD);
	return cp_dump_start(head) != SIZE_MAX
		&& cp_find_bytes(head, CP_LIT("<disqus"), 0) != SIZE_MAX;
}

bool cp_disqus_read(cp_import *import)
{
	static const cp_xml_events events = {see_start, see_end};
	struct reader reader = {.dump.import = import};
	size_t start = cp_dump_start(import->page->source->text);
	reader.start = start == SIZE_MAX ? 0 : start;
	cp_dump_read(import, &events, &reader);
	cp_dump_settle(&reader.dump);
	return true;
}
