/* Reddit: listings of things, whose replies are listings again.
 *
 * https://www.reddit.com/dev/api: t3 is a post, t1 a comment, "more" stands for comments that
 * were not loaded, with an id of "_" where the page says “continue this thread”. Which thread a
 * thing belongs to, it says itself (`link_id`), so that any list of things will do: a post
 * with its comments, what /api/morechildren gives, a user's comments. Texts are Markdown,
 * with "<", ">" and "&" as HTML's references unless they were asked for with raw_json=1.
 *
 * Dumps (Pushshift and those that go on with it) have the `data` of one thing a line. */
#include "text/find.h"
#include "thread/foreign.h"

#include <jansson.h>

static const cp_foreign_shape post_shape = {
	.id = "name",
	.author = "author",
	.time = "created_utc",
	.edited = "edited",
	.score = "score",
};

static const cp_foreign_shape comment_shape = {
	.id = "name",
	.parent = "parent_id",
	.author = "author",
	.time = "created_utc",
	.edited = "edited",
	.score = "score",
};

/* Where the walk through one list of things is. Lists inside of lists are as many as jansson
 * lets through. */
struct level {
	const json_t *things;
	size_t next;
	uint32_t inside;  /* the comment that the list is inside of … */
	const char *path; /* … and the way there, or from the top, up to the index */
};

struct reader {
	cp_import *import;
	cp_found_thread *thread; /* of the last thing that said so */
	CP_ARRAY(struct level) levels;
	size_t stubs, not_loaded; /* "more", and for how many comments they stand */
	cp_place first_stub;
};

/* ---- Texts ---- */

/* Without raw_json, its HTML begins with "&lt;"; dumps that have none are as without. */
static bool is_escaped(const json_t *data, const char *html)
{
	cp_str text = cp_foreign_text(data, html);
	return !text.len || text.at[0] == '&';
}

static cp_str unescape(cp_arena *arena, cp_str text)
{
	static const char *const references[][2] = {
		{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
	size_t from = 0, at = cp_find_bytes(text, CP_LIT("&"), 0);
	if (at == SIZE_MAX)
		return text;
	cp_buf out = {0};
	for (; at != SIZE_MAX; at = cp_find_bytes(text, CP_LIT("&"), at + 1)) {
		cp_str rest = cp_str_part(text, at, text.len);
		for (size_t r = 0; r < sizeof references / sizeof *references; r++)
			if (cp_str_starts(rest, cp_str_of(references[r][0]))) {
				cp_buf_put(&out, cp_str_part(text, from, at));
				cp_buf_puts(&out, references[r][1]);
				from = at + strlen(references[r][0]);
			}
	}
	cp_buf_put(&out, cp_str_part(text, from, text.len));
	return cp_buf_settle(arena, &out);
}

static void set_body(cp_import *import, cp_found *found, const json_t *data,
	const char *body, const char *html)
{
	static const struct {
		const char *body, *missing;
	} marks[] = {{"[deleted]", "deleted"}, {"[removed]", "removed"},
		{"[ Removed by Reddit ]", "removed"}};
	cp_str text = cp_foreign_text(data, body);
	if (cp_str_is(found->comment.author, "[deleted]"))
		found->comment.author = (cp_str){0};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (cp_str_is(text, marks[i].body)) {
			cp_foreign_set_missing(found, cp_str_of(marks[i].missing));
			return;
		}
	if (is_escaped(data, html))
		text = unescape(import->arena, text);
	cp_foreign_set_text(import, found, text, CP_MARKDOWN);
}

/* Addresses are given from the root of the site. */
static cp_str address_of(cp_arena *arena, const json_t *data)
{
	cp_str path = cp_foreign_text(data, "permalink");
	if (!path.len || path.at[0] != '/')
		return path;
	cp_buf url = {0};
	cp_buf_printf(&url, "https://www.reddit.com%.*s", CP_FMT(path));
	return cp_buf_settle(arena, &url);
}

/* What both kinds of things have besides. */
static void complete(cp_import *import, cp_found *found, const json_t *data)
{
	found->comment.url = address_of(import->arena, data);
	if (json_is_true(json_object_get(data, "score_hidden")))
		found->comment.has_score = false;
	/* Edits of the first years have no time. */
	if (json_is_true(json_object_get(data, "edited")) && cp_import_may_report(import))
		cp_diag_add(import->diags, CP_LEFT_OUT, cp_import_place(import, found),
			"left out: that \"%.*s\" was edited, as it is not said when",
			CP_FMT(found->comment.source_id));
}

/* ---- Things ---- */

/* "t1_abc". Dumps mostly have the "abc" alone. */
static cp_str name_of(cp_import *import, const json_t *data, const char *prefix)
{
	cp_str name = cp_foreign_text(data, "name"), id = cp_foreign_text(data, "id");
	if (name.len || !id.len)
		return name;
	cp_buf made = {0};
	cp_buf_printf(&made, "%s%.*s", prefix, CP_FMT(id));
	return cp_buf_settle(import->arena, &made);
}

static void read_post(
	struct reader *reader, const json_t *data, uint32_t inside, cp_place place)
{
	cp_import *import = reader->import;
	cp_str name = name_of(import, data, "t3_");
	reader->thread = cp_import_thread(import, name);
	cp_found found = cp_foreign_comment(
		import, reader->thread, data, &post_shape, inside, place);
	found.comment.source_id = name;
	cp_str title = cp_foreign_text(data, "title");
	if (is_escaped(data, "selftext_html"))
		title = unescape(import->arena, title);
	found.article = true;
	set_body(import, &found, data, "selftext", "selftext_html");
	complete(import, &found, data);
	/* What a post is that only links to something must not be lost. */
	if (!found.comment.text.len && !found.comment.missing.at) {
		cp_foreign_set_title(import, &found, title);
		cp_foreign_add_link(import, &found, cp_foreign_text(data, "url"));
	}
	reader->thread->thread->title = title;
	reader->thread->thread->url = found.comment.url;
	cp_import_add(import, reader->thread, found);
}

static void use_thread(struct reader *reader, const json_t *data)
{
	cp_str name = cp_foreign_text(data, "link_id");
	if (!name.len && reader->thread)
		return;
	reader->thread = cp_import_thread(reader->import, name);
	reader->thread->article = name;
	if (!reader->thread->thread->title.at)
		reader->thread->thread->title = unescape(
			reader->import->arena, cp_foreign_text(data, "link_title"));
}

static void open_level(
	struct reader *reader, const json_t *things, uint32_t inside, const char *path)
{
	if (json_array_size(things))
		*cp_push(reader->import->arena, &reader->levels) =
			(struct level){things, 0, inside, path};
}

static void read_comment(
	struct reader *reader, const json_t *data, uint32_t inside, cp_place place)
{
	cp_import *import = reader->import;
	use_thread(reader, data);
	cp_found found = cp_foreign_comment(
		import, reader->thread, data, &comment_shape, inside, place);
	found.comment.source_id = name_of(import, data, "t1_");
	set_body(import, &found, data, "body", "body_html");
	complete(import, &found, data);
	uint32_t index = cp_import_add(import, reader->thread, found);
	open_level(reader, cp_foreign_at(data, "replies/data/children"), index,
		"/replies/data/children");
}

/* "count" counts all below; a stub that says 0 goes on with what is too deep to show. */
static void read_stub(
	struct reader *reader, const json_t *data, uint32_t inside, cp_place place)
{
	double count = cp_foreign_number(data, "count");
	size_t comments = count >= 1 && count < 1e9 ? (size_t)count : 1;
	if (!reader->thread)
		use_thread(reader, data);
	uint32_t index = cp_import_add(reader->import, reader->thread,
		cp_foreign_not_loaded(
			cp_foreign_text(data, "parent_id"), comments, inside, place));
	if (!reader->stubs++)
		reader->first_stub =
			cp_import_place(reader->import, &reader->thread->found.at[index]);
	reader->not_loaded += comments;
}

static void read_thing(struct reader *reader, struct level *level)
{
	static const struct {
		const char *kind;
		void (*read)(struct reader *reader, const json_t *data, uint32_t inside,
			cp_place place);
	} kinds[] = {{"t1", read_comment}, {"t3", read_post}, {"more", read_stub}};
	const json_t *thing = json_array_get(level->things, level->next);
	const json_t *data = json_object_get(thing, "data");
	cp_str kind = cp_foreign_text(thing, "kind");
	cp_place place = cp_foreign_place(
		reader->import, "%s/%zu/data", level->path, level->next++);
	uint32_t inside = level->inside;
	for (size_t i = 0; data && i < sizeof kinds / sizeof *kinds; i++)
		if (cp_str_is(kind, kinds[i].kind))
			kinds[i].read(reader, data, inside, place);
}

static void read_things(struct reader *reader, const json_t *things, const char *path)
{
	open_level(reader, things, CP_NONE, path);
	while (reader->levels.len) {
		struct level *top = &reader->levels.at[reader->levels.len - 1];
		if (top->next < json_array_size(top->things))
			read_thing(reader, top);
		else
			reader->levels.len--;
	}
}

/* ---- The page ---- */

static bool is_listing(const json_t *json)
{
	return cp_str_is(cp_foreign_text(json, "kind"), "Listing")
		&& json_is_array(cp_foreign_at(json, "data/children"));
}

static bool is_dumped_comment(const json_t *json)
{
	return json_is_string(json_object_get(json, "link_id"))
		&& json_is_string(json_object_get(json, "body"));
}

static bool is_dumped_post(const json_t *json)
{
	return json_is_string(json_object_get(json, "title"))
		&& json_is_string(json_object_get(json, "permalink"))
		&& json_is_string(json_object_get(json, "selftext"));
}

static bool is_dumped(const json_t *json)
{
	return is_dumped_comment(json) || is_dumped_post(json);
}

bool cp_reddit_recognise(const cp_page *page)
{
	return is_listing(page->json) || is_listing(json_array_get(page->json, 0))
		|| json_is_array(cp_foreign_at(page->json, "json/data/things"))
		|| cp_foreign_begins_with(page, is_dumped);
}

/* The posts first: a comment makes a place for one that has not been met. */
static void read_lines(struct reader *reader)
{
	cp_foreign_lines lines = cp_foreign_read_lines(reader->import);
	for (size_t i = 0; i < lines.len; i++)
		if (is_dumped_post(lines.at[i].value))
			read_post(reader, lines.at[i].value, CP_NONE, lines.at[i].place);
	for (size_t i = 0; i < lines.len; i++)
		if (is_dumped_comment(lines.at[i].value))
			read_comment(
				reader, lines.at[i].value, CP_NONE, lines.at[i].place);
}

static void report_stubs(const struct reader *reader)
{
	if (!reader->stubs)
		return;
	cp_diag *diag = cp_diag_add(reader->import->diags, CP_NOT_LOADED,
		reader->first_stub,
		"%zu comment%s not here, at %zu place%s that Reddit has not loaded",
		reader->not_loaded, reader->not_loaded == 1 ? " is" : "s are",
		reader->stubs, reader->stubs == 1 ? "" : "s");
	cp_diag_hint(reader->import->diags, diag,
		"a tool that uses Reddit's interface can load them all");
}

bool cp_reddit_read(cp_import *import)
{
	const json_t *json = import->page->json;
	struct reader reader = {.import = import};
	if (!json || is_dumped(json)) {
		read_lines(&reader);
		return import->threads.len > 0;
	}
	read_things(&reader, cp_foreign_at(json, "data/children"), "/data/children");
	read_things(
		&reader, cp_foreign_at(json, "json/data/things"), "/json/data/things");
	for (size_t i = 0; i < json_array_size(json); i++)
		read_things(&reader,
			cp_foreign_at(json_array_get(json, i), "data/children"),
			cp_foreign_place(import, "/%zu/data/children", i).pointer.at);
	report_stubs(&reader);
	return import->threads.len > 0;
}
