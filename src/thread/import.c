#include "thread/import.h"

#include "text/suggest.h"

const cp_thread_format cp_thread_formats[] = {
	{"thread", "a thread of Counterpoint's own", cp_own_thread_recognise,
		cp_own_thread_read},
	{"reddit", "a post of Reddit with its comments, as JSON", cp_reddit_recognise,
		cp_reddit_read},
	{"hn", "a story of Hacker News with its comments, from its search (Algolia)",
		cp_hn_recognise, cp_hn_read},
	{"hn-items", "items of Hacker News's own interface (Firebase)",
		cp_hn_items_recognise, cp_hn_items_read},
	{"discourse", "a topic of Discourse, or posts of one", cp_discourse_recognise,
		cp_discourse_read},
	{"stackexchange", "questions, answers and comments of Stack Exchange's interface",
		cp_stackexchange_recognise, cp_stackexchange_read},
	{"convokit", "utterances.jsonl of a ConvoKit corpus", cp_convokit_recognise,
		cp_convokit_read},
	{"mbox", "mail: an mbox, or one message", cp_mbox_recognise, cp_mbox_read},
	{"isso", "comments of isso: its generic form, or what its server gives",
		cp_isso_recognise, cp_isso_read},
	{"wxr", "what WordPress exports of a site (WXR)", cp_wxr_recognise, cp_wxr_read},
	{"disqus", "what Disqus exports of a site (XML)", cp_disqus_recognise,
		cp_disqus_read},
	{"page-html", "a web page saved as HTML, with its comments",
		cp_page_html_recognise, cp_page_html_read},
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

static const cp_thread_format *recognise(const cp_page *page)
{
	for (const cp_thread_format *format = cp_thread_formats; format->name; format++)
		if (format->recognise(page))
			return format;
	return NULL;
}

/* What the page looks like, where nothing was found in it. */
static void report_look(
	const cp_page *page, const cp_thread_format *wanted, cp_diags *diags)
{
	static const struct {
		const char *first, *look, *hint;
	} looks[] = {
		{"<", "this is HTML or XML, and no comments were found in it",
			"save the page from a browser as plain text, with the comments "
			"showing"},
		{"{[", "this is JSON of a kind that is not known",
			"\"counterpoint import --help\" lists the kinds that can be read"},
	};
	char first = cp_page_first(page);
	const char *look = first ? "no list of comments was found" : "the page is empty";
	const char *hint = looks[0].hint;
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		if (first && strchr(looks[i].first, first)) {
			look = looks[i].look;
			hint = looks[i].hint;
		}
	if (cp_page_is_annotation(page)) {
		look = "this is an annotation, not a page";
		hint = "its thread was made of a page already: \"counterpoint check\" "
		       "looks at both";
	}
	if (first && strchr("{[", first) && !page->json) {
		cp_page_report_json(page, diags);
		return;
	}
	cp_place top = cp_place_bytes(page->source, 0, 0);
	cp_diag *diag = wanted ? cp_diag_add(diags, CP_NOT_A_THREAD, top,
				"nothing was found that can be read as %s", wanted->name)
			       : cp_diag_add(diags, CP_NOT_A_THREAD, top, "%s", look);
	cp_diag_hint(diags, diag, "%s",
		wanted ? "leave --from out, and the page itself tells what it is" : hint);
}

bool cp_import_read(cp_import *import, const cp_thread_format *format)
{
	const cp_thread_format *used = format ? format : recognise(import->page);
	if (!used || !used->read(import) || !import->threads.len) {
		report_look(import->page, format, import->diags);
		return false;
	}
	for (size_t i = 0; i < import->threads.len; i++)
		cp_import_settle(import, import->threads.at[i]);
	size_t told = import->reported;
	if (told && !cp_import_may_report(import))
		cp_diag_add(import->diags, CP_GUESSED,
			cp_place_bytes(import->page->source, 0, 0),
			"there are %zu notes of single comments, too many to tell them all",
			told);
	return true;
}

/* ---- One thread of many ---- */

static bool has_comments(const cp_found_thread *thread)
{
	size_t comments = thread->thread->comments.len;
	return comments > 1
		|| (comments && !cp_str_is(thread->thread->comments.at[0].id, "op"));
}

static cp_found_thread *choose_only(cp_import *import)
{
	cp_found_thread *only = NULL;
	size_t count = 0;
	for (size_t i = 0; i < import->threads.len; i++)
		if (has_comments(import->threads.at[i]) || import->threads.len == 1) {
			only = import->threads.at[i];
			count++;
		}
	cp_place place = cp_place_bytes(import->page->source, 0, 0);
	if (count != 1) {
		cp_diag *diag = cp_diag_add(import->diags, CP_SEVERAL_THREADS, place,
			"there are %zu threads here, %zu of them with comments",
			import->threads.len, count);
		cp_diag_hint(import->diags, diag,
			"--list shows them, --thread takes one, --all writes all of them");
		return NULL;
	}
	if (import->threads.len > 1)
		cp_diag_add(import->diags, CP_LEFT_OUT, place,
			"left out: %zu thread%s without comments",
			import->threads.len - 1, import->threads.len == 2 ? "" : "s");
	return only;
}

cp_found_thread *cp_import_choose(cp_import *import, const char *id)
{
	if (!id)
		return choose_only(import);
	uint32_t known = cp_map_find(&import->by_id, cp_str_of(id));
	if (known != CP_NONE)
		return import->threads.at[known];
	cp_suggestion near = cp_suggestion_in(import->diags, cp_str_of(id));
	for (size_t i = 0; i < import->threads.len; i++)
		cp_suggestion_see(&near, import->threads.at[i]->id);
	cp_diag *diag = cp_diag_add(import->diags, CP_UNKNOWN_THREAD,
		cp_place_bytes(import->page->source, 0, 0), "there is no thread \"%s\"",
		id);
	if (near.best.at)
		cp_diag_hint(
			import->diags, diag, "did you mean \"%.*s\"?", CP_FMT(near.best));
	return NULL;
}
