/* Comments that a page has as JSON-LD (schema.org), beside what it shows. */
#include "thread/page_html.h"

#include "thread/time.h"

#include <jansson.h>

static cp_str string_of(const json_t *json, const char *key)
{
	const json_t *value = json_object_get(json, key);
	return (cp_str){json_string_value(value), json_string_length(value)};
}

static cp_str first_of(const json_t *json, const char *const *keys, size_t count)
{
	cp_str value = {0};
	for (size_t i = 0; i < count && !value.len; i++)
		value = string_of(json, keys[i]);
	return value;
}
#define FIRST_OF(json, ...) \
	first_of((json), (const char *const[]){__VA_ARGS__}, \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* "author" is a name, a person, or a list of these. */
static cp_str author_of(const json_t *json)
{
	const json_t *author = json_object_get(json, "author");
	if (json_is_array(author))
		author = json_array_get(author, 0);
	if (json_is_string(author))
		return (cp_str){json_string_value(author), json_string_length(author)};
	return string_of(author, "name");
}

static void read_text(cp_html_page *page, cp_str text, cp_comment *comment)
{
	cp_rich rich = {.text = text};
	if (memchr(text.at, '<', text.len) || memchr(text.at, '&', text.len))
		(void)cp_html_read_lines(page->import->arena, text, &rich);
	comment->text = cp_str_copy(page->import->arena, rich.text);
	comment->marks = rich.marks;
}

static cp_str name_of(cp_html_page *page, const json_t *json)
{
	cp_str name = FIRST_OF(json, "@id", "identifier", "url");
	return name.len ? cp_html_keep(page, name) : cp_html_invent_name(page);
}

static cp_str time_of(cp_html_page *page, cp_str text)
{
	/* What is a time already stays as it is, and the JSON goes. */
	return cp_time_of_text(page->import->arena, cp_html_keep(page, text));
}

/* The name of the comment that was added; at == NULL: it has no text. */
static cp_str add_comment(
	cp_html_page *page, const json_t *json, cp_str parent, uint32_t script)
{
	cp_str text = FIRST_OF(json, "text", "commentText");
	if (!text.len)
		return (cp_str){0};
	cp_found found = {.parent = parent, .inside = CP_NONE};
	const json_t *score = json_object_get(json, "upvoteCount");
	found.comment = (cp_comment){
		.source_id = name_of(page, json),
		.author = cp_html_keep(page, author_of(json)),
		.time = time_of(page, FIRST_OF(json, "dateCreated", "datePublished")),
		.edited = time_of(page, string_of(json, "dateModified")),
		.url = cp_html_keep(page, string_of(json, "url")),
		.has_score = json_is_integer(score),
		.score = (int)json_integer_value(score),
	};
	read_text(page, text, &found.comment);
	found.place = cp_html_place(page, script);
	page->nested |= parent.len > 0;
	cp_import_add(page->import, page->thread, found);
	return found.comment.source_id;
}

/* What is still to be looked at: values that have comments, or are some. */
struct step {
	const json_t *json;
	cp_str parent; /* the comment that they answer */
	bool comment;
};

typedef CP_ARRAY(struct step) steps;

/* jansson reads no more than 2048 arrays in one another, and no deeper is the recursion. */
static void push(
	cp_arena *arena, steps *list, const json_t *json, cp_str parent, bool comment)
{
	if (json_is_object(json))
		*cp_push(arena, list) = (struct step){json, parent, comment};
	for (size_t i = json_array_size(json); i-- > 0;)
		push(arena, list, json_array_get(json, i), parent, comment);
}

/* The last to be pushed is looked at first, so all are pushed in reverse. */
static void walk(cp_html_page *page, const json_t *root, uint32_t script)
{
	static const char *const comments[] = {
		"comment", "suggestedAnswer", "acceptedAnswer"};
	static const char *const holders[] = {"mainEntity", "@graph"};
	cp_arena scratch = {0};
	steps list = {0};
	push(&scratch, &list, root, (cp_str){0}, false);
	while (list.len) {
		struct step step = list.at[--list.len];
		cp_str name = step.parent;
		if (step.comment)
			name = add_comment(page, step.json, step.parent, script);
		for (size_t i = 0; i < 3; i++)
			push(&scratch, &list, json_object_get(step.json, comments[i]),
				step.comment ? name : (cp_str){0}, true);
		for (size_t i = 0; i < 2 && !step.comment; i++)
			push(&scratch, &list, json_object_get(step.json, holders[i]),
				(cp_str){0}, false);
	}
	cp_arena_clear(&scratch);
}

static void read_script(cp_html_page *page, uint32_t script)
{
	const cp_html_node *node = &page->html->nodes.at[script];
	cp_str text = node->end > script + 1 ? node[1].text : (cp_str){0};
	json_t *json = json_loadb(text.at ? text.at : "", text.len, 0, NULL);
	if (json)
		walk(page, json, script);
	json_decref(json);
}

void cp_html_read_ld_json(cp_html_page *page)
{
	static const cp_selector script = {"script", "type", "application/ld+json"};
	for (uint32_t i = 0; i < page->html->nodes.len; i++)
		if (cp_selects(page->html, i, &script))
			read_script(page, i);
}
