#include "thread/dump.h"

#include "text/find.h"
#include "text/html.h"

enum { MOST_BEFORE_XML = 64 };

/* ---- Elements ---- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static cp_str trim(cp_str text)
{
	while (text.len && is_blank(text.at[text.len - 1]))
		text.len--;
	size_t start = 0;
	while (start < text.len && is_blank(text.at[start]))
		start++;
	return cp_str_part(text, start, text.len);
}

void cp_dump_fill(cp_arena *arena, void *record, const cp_dump_field *fields,
	size_t count, const cp_xml_element *element, cp_str text)
{
	for (size_t i = 0; i < count; i++) {
		cp_str space = cp_str_of(fields[i].space);
		cp_str *value = (cp_str *)((char *)record + fields[i].offset);
		if (!cp_str_is(element->name, fields[i].name) || value->len
			|| (space.len
				&& cp_find_bytes(element->space, space, 0) == SIZE_MAX))
			continue;
		text = trim(text);
		if (text.len)
			*value = cp_str_copy(arena, text);
		return;
	}
}

void cp_dump_text(cp_import *import, cp_str html, cp_place place, cp_comment *comment)
{
	cp_rich rich;
	if (!cp_html_read_lines(import->arena, html, &rich)
		&& cp_import_may_report(import))
		cp_diag_add(import->diags, CP_LEFT_OUT, place,
			"left out: the end of a text whose HTML is nested too deep");
	comment->text = rich.text;
	comment->marks = rich.marks;
}

/* ---- Comments ---- */

void cp_dump_add(cp_dump *dump, cp_dump_entry entry)
{
	cp_str name = entry.found.comment.source_id;
	if (name.len)
		cp_map_add(dump->import->arena, &dump->by_name, name,
			(uint32_t)dump->entries.len);
	*cp_push(dump->import->arena, &dump->entries) = entry;
}

static bool is_shown(const cp_dump_entry *entry)
{
	return !entry->ping && !entry->found.comment.missing.at;
}

/* What the shown ones answer, and what that answers. */
static bool *find_kept(const cp_dump *dump)
{
	bool *kept = CP_NEW_ARRAY(dump->import->arena, bool, dump->entries.len);
	for (size_t i = 0; i < dump->entries.len; i++) {
		uint32_t at = is_shown(&dump->entries.at[i]) ? (uint32_t)i : CP_NONE;
		while (at != CP_NONE && !kept[at]) {
			kept[at] = true;
			at = cp_map_find(
				&dump->by_name, dump->entries.at[at].found.parent);
		}
	}
	return kept;
}

static void give(cp_dump *dump, cp_dump_entry *entry)
{
	cp_comment *comment = &entry->found.comment;
	if (comment->missing.at) {
		comment->text = CP_LIT("");
		comment->marks = (cp_marks){0};
		comment->author = (cp_str){0};
	}
	cp_import_add(dump->import, entry->thread, entry->found);
}

struct reason {
	const char *missing, *one, *several;
	size_t count;
	cp_place first;
};

static struct reason *reason_of(struct reason *reasons, const cp_dump_entry *entry)
{
	/* The first is that of pings. */
	struct reason *reason = reasons;
	if (!entry->ping)
		while (!cp_str_is(entry->found.comment.missing, reason->missing))
			reason++;
	return reason;
}

void cp_dump_settle(cp_dump *dump)
{
	struct reason reasons[] = {
		{"", "note of a page that links here", "notes of pages that link here", 0,
			{0}},
		{"unapproved", "comment that was not approved",
			"comments that were not approved", 0, {0}},
		{"spam", "comment that was taken for spam",
			"comments that were taken for spam", 0, {0}},
		{"removed", "comment that was removed", "comments that were removed", 0,
			{0}},
		{"deleted", "comment that was deleted", "comments that were deleted", 0,
			{0}},
	};
	const bool *kept = find_kept(dump);
	for (size_t i = 0; i < dump->entries.len; i++) {
		cp_dump_entry *entry = &dump->entries.at[i];
		if (kept[i]) {
			give(dump, entry);
			continue;
		}
		struct reason *reason = reason_of(reasons, entry);
		if (!reason->count++)
			reason->first = entry->found.place;
	}
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].count)
			cp_diag_add(dump->import->diags, CP_LEFT_OUT, reasons[i].first,
				"left out: %zu %s", reasons[i].count,
				reasons[i].count == 1 ? reasons[i].one
						      : reasons[i].several);
}

/* ---- The page ---- */

size_t cp_dump_start(cp_str text)
{
	const char *first = text.len
		? memchr(text.at, '<',
			text.len < MOST_BEFORE_XML ? text.len : MOST_BEFORE_XML)
		: NULL;
	return first ? (size_t)(first - text.at) : SIZE_MAX;
}

static void report_end(cp_import *import, const cp_xml_end *end, size_t start)
{
	cp_source *source = import->page->source;
	if (end->controls)
		cp_diag_add(import->diags, CP_BROKEN_TEXT, cp_place_bytes(source, 0, 0),
			"%zu control character%s, which XML forbids, read as spaces",
			end->controls, end->controls == 1 ? "" : "s");
	if (end->whole)
		return;
	size_t at = start + end->at;
	cp_diag *diag = cp_diag_add(import->diags, CP_BROKEN_XML,
		cp_place_bytes(source, at, at + (at < source->text.len)),
		"the XML is broken here: %s", end->message);
	cp_diag_hint(import->diags, diag,
		"what stands before is read; export the dump once more, or mend it here");
}

void cp_dump_read(cp_import *import, const cp_xml_events *events, void *to)
{
	cp_source *source = import->page->source;
	size_t start = cp_dump_start(source->text);
	if (start == SIZE_MAX)
		start = 0;
	if (start && cp_str_part(source->text, 0, start).len)
		cp_diag_add(import->diags, CP_LEFT_OUT, cp_place_bytes(source, 0, start),
			"left out: what stands before the XML");
	cp_xml_end end = cp_xml_read(
		cp_str_part(source->text, start, source->text.len), events, to);
	report_end(import, &end, start);
}
