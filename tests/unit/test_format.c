#include "random_json.h"

#include "annotation/layout.h"

#include <jansson.h>

/* In the shape of an annotation, a thread, or any JSON, as the program would choose. */
static void format_text(cp_str text, cp_buf *out)
{
	cp_diags diags = {0};
	cp_document document;
	cp_buf bytes = {0};
	cp_buf_put(&bytes, text);
	cp_document_init(&document, cp_diags_add_source(&diags, "f", &bytes), &diags);
	assert_non_null(document.root);
	cp_json_format(out, document.source, cp_shape_of(document.source));
	cp_document_clear(&document);
	cp_diags_clear(&diags);
}

/* As wanted, and formatting it again changes nothing. */
static void expect_formatted(const char *text, const char *want)
{
	cp_buf out = {0}, again = {0}, wanted = {0};
	cp_buf_puts(&wanted, quoted(want));
	format_text(cp_str_of(quoted(text)), &out);
	expect_str(text, cp_buf_str(&out), wanted.at);
	format_text(cp_buf_str(&out), &again);
	expect_str(text, cp_buf_str(&again), wanted.at);
	cp_buf_clear(&out);
	cp_buf_clear(&again);
	cp_buf_clear(&wanted);
}

#define TEN "0123456789"
#define EIGHTY TEN TEN TEN TEN TEN TEN TEN TEN
#define NINETY EIGHTY TEN

static void any_json_has_one_layout(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{" [ 1.0,1E2 , -0,\n0.10 ]", "[1.0, 1E2, -0, 0.10]\n"},
		{"{'a' :\t{ } ,'b':[\n]}", "{ 'a': {}, 'b': [] }\n"},
		{"['\\u00e9\\/']", "['\\u00e9\\/']\n"},
		{"{'b':1,'a':2}", "{ 'b': 1, 'a': 2 }\n"},
		/* a hundred code points with a comma after them, and one more */
		{"['" NINETY "01',1]", "['" NINETY "01', 1]\n"},
		{"['" NINETY "éè',1]", "['" NINETY "éè', 1]\n"},
		{"['" NINETY "012',1]", "[\n\t'" NINETY "012',\n\t1\n]\n"},
		{"{'a':'" NINETY "01','b':[{'c':1}]}",
			"{\n\t'a': '" NINETY "01',\n\t'b': [{ 'c': 1 }]\n}\n"},
		/* one empty line stays, where there are lines */
		{"['" NINETY "',\r\n\r\n\r\n'" TEN "',\n1]",
			"[\n\t'" NINETY "',\n\n\t'" TEN "',\n\t1\n]\n"},
		{"[1,\n\n2]", "[1, 2]\n"},
		{"[\n\n'" NINETY "', '" TEN "'\n\n]",
			"[\n\t'" NINETY "',\n\t'" TEN "'\n]\n"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_formatted(rows[i].text, rows[i].want);
}

static void annotations_have_their_own(void **state)
{
	(void)state;
	expect_formatted("{'x-a':1,'annotations':[],'motion':{'text':'T','id':'m'}}",
		"{\n\t'motion': { 'id': 'm', 'text': 'T' },\n\t'annotations': [],\n"
		"\t'x-a': 1\n}\n");
	expect_formatted(
		"{'annotations':[{'x-b':1,'note':'N','supports':'m','rebuts':"
		"[{'x-c':{'to':1,'from':2},'to':'b','from':'a'}],'gist':'G','quote':'Q','odd':[],"
		"'attitude':'denied','comment':'c','id':'i','kind':'claim'},7]}",
		"{\n\t'annotations': [\n"
		"\t\t{ 'id': 'i', 'kind': 'claim', 'comment': 'c', 'attitude': 'denied',\n"
		"\t\t  'quote': 'Q',\n"
		"\t\t  'gist': 'G',\n"
		"\t\t  'supports': 'm', 'rebuts': [{ 'from': 'a', 'to': 'b', "
		"'x-c': { 'to': 1, 'from': 2 } }],\n"
		"\t\t  'note': 'N',\n"
		"\t\t  'x-b': 1,\n"
		"\t\t  'odd': [] },\n"
		"\t\t7\n\t]\n}\n");
	/* a relation that is too long for a line */
	expect_formatted("{'annotations':[{'id':'i','supports':[{'to':'" EIGHTY
			 "'},'m'],'rebuts':'x','undercuts':'y'}]}",
		"{\n\t'annotations': [\n"
		"\t\t{ 'id': 'i',\n"
		"\t\t  'supports': [\n"
		"\t\t    { 'to': '" EIGHTY "' },\n"
		"\t\t    'm'\n"
		"\t\t  ],\n"
		"\t\t  'rebuts': 'x', 'undercuts': 'y' }\n"
		"\t]\n}\n");
	expect_formatted("{'annotations':[{'id':'i','supports':'" NINETY
			 "','rebuts':'x','undercuts':'y'}]}",
		"{\n\t'annotations': [\n"
		"\t\t{ 'id': 'i',\n"
		"\t\t  'supports': '" NINETY "',\n"
		"\t\t  'rebuts': 'x', 'undercuts': 'y' }\n"
		"\t]\n}\n");
}

static void threads_have_the_layout_of_import(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_buf out = {0}, again = {0};
	cp_thread thread = {.title = CP_LIT("T"), .language = CP_LIT("en")};
	cp_thread_add(&arena, &thread,
		(cp_comment){.id = CP_LIT("op"),
			.author = CP_LIT("A " NINETY NINETY),
			.byline = CP_LIT("by A"),
			.time = CP_LIT("2010-08-10"),
			.text = CP_LIT("One.\n\nTwo \"é\"\x7f.")});
	cp_thread_add(&arena, &thread,
		(cp_comment){.id = CP_LIT("c1"),
			.reply_to = CP_LIT("op"),
			.text = CP_LIT("")});
	cp_mark marks[] = {{CP_LIT("quotation"), 0, 2, CP_LIT("c1")},
		{CP_LIT("link"), 0, 3, CP_LIT("https://example.org/" NINETY)}};
	cp_thread_add(&arena, &thread,
		(cp_comment){.id = CP_LIT("c2"),
			.edited = CP_LIT("2010-08-11"),
			.has_score = true,
			.source_id = CP_LIT("t1_" NINETY),
			.url = CP_LIT("https://example.org/"),
			.text = CP_LIT("One."),
			.marks = {marks, 2, 2}});
	cp_thread_add(&arena, &thread,
		(cp_comment){.id = CP_LIT("c3"),
			.missing = CP_LIT("not-loaded"),
			.count = 7,
			.text = CP_LIT("")});
	cp_thread_write(&out, &thread);
	format_text(cp_buf_str(&out), &again);
	expect_str("thread", cp_buf_str(&again), out.at);
	cp_buf_clear(&out);
	cp_buf_clear(&again);
	cp_arena_clear(&arena);
}

/* ---- The order is that of the schemas ---- */

static void expect_order(
	const char *what, const cp_shape_member *member, const json_t *properties)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)properties, name, value)
	{
		assert_non_null(member->name);
		expect_str(what, cp_str_of(member->name), name);
		member++;
	}
	assert_null(member->name);
}

static const json_t *properties_of(const json_t *schema, const char *definition)
{
	return json_object_get(
		json_object_get(json_object_get(schema, "$defs"), definition),
		"properties");
}

static const cp_shape *shape_at(const cp_shape *shape, const char *name)
{
	const cp_shape_member *member = shape->members;
	while (member->name && strcmp(member->name, name) != 0)
		member++;
	assert_non_null(member->name);
	return member->shape;
}

static void the_order_is_that_of_the_schemas(void **state)
{
	(void)state;
	json_t *annotation = json_loads(cp_annotation_schema, 0, NULL);
	json_t *thread = json_loads(cp_thread_schema, 0, NULL);
	const json_t *top = json_object_get(annotation, "properties");
	const json_t *item = properties_of(annotation, "item");
	const cp_shape *items = shape_at(&cp_annotation_shape, "annotations");
	expect_order("annotation", cp_annotation_shape.members, top);
	expect_order("motion", shape_at(&cp_annotation_shape, "motion")->members,
		json_object_get(json_object_get(top, "motion"), "properties"));
	expect_order("speaker",
		shape_at(&cp_annotation_shape, "speakers")->elements->members,
		properties_of(annotation, "speaker"));
	expect_order("source",
		shape_at(&cp_annotation_shape, "sources")->elements->members,
		properties_of(annotation, "source"));
	expect_order("item", items->elements->members, item);
	expect_order("of", shape_at(items->elements, "of")->members,
		json_object_get(json_object_get(item, "of"), "properties"));
	const json_t *target =
		json_object_get(json_object_get(annotation, "$defs"), "target");
	expect_order("target", shape_at(items->elements, "concedes")->members,
		json_object_get(json_array_get(json_object_get(target, "oneOf"), 1),
			"properties"));
	expect_order(
		"thread", cp_thread_shape.members, json_object_get(thread, "properties"));
	const cp_shape *comment = shape_at(&cp_thread_shape, "comments")->elements;
	expect_order("comment", comment->members, properties_of(thread, "comment"));
	expect_order("mark", shape_at(comment, "marks")->elements->members,
		properties_of(thread, "mark"));
	json_decref(annotation);
	json_decref(thread);
}

/* ---- Random JSON ---- */

/* The text without its blanks, those inside of strings aside. */
static void put_bare(cp_buf *out, cp_str text)
{
	bool inside = false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"')
			inside = !inside;
		if (inside || !strchr(" \t\r\n", text.at[i]))
			cp_buf_putc(out, text.at[i]);
		if (text.at[i] == '\\')
			cp_buf_putc(out, text.at[++i]);
	}
}

static void nothing_but_blanks_changes(void **state)
{
	(void)state;
	static struct random_json json;
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 1000; round++) {
		random_json_write(&json, random + (uint32_t)round);
		cp_buf once = {0}, twice = {0}, before = {0}, after = {0};
		format_text(cp_buf_str(&json.text), &once);
		put_bare(&before, cp_buf_str(&json.text));
		put_bare(&after, cp_buf_str(&once));
		expect_str("bare", cp_buf_str(&after), before.at);
		format_text(cp_buf_str(&once), &twice);
		expect_str("twice", cp_buf_str(&twice), once.at);
		cp_buf_clear(&once);
		cp_buf_clear(&twice);
		cp_buf_clear(&before);
		cp_buf_clear(&after);
		random_json_clear(&json);
	}
}

/* What is nested deeper than lines are indented stands on one line. */
static void depth_is_no_harm(void **state)
{
	(void)state;
	enum { DEEP = 2000 };
	cp_buf text = {0}, out = {0}, again = {0};
	for (int i = 0; i < DEEP; i++)
		cp_buf_puts(&text, i % 2 ? "[" : "{\"a\":");
	cp_buf_puts(&text, "1");
	for (int i = DEEP; i-- > 0;)
		cp_buf_putc(&text, i % 2 ? ']' : '}');
	format_text(cp_buf_str(&text), &out);
	format_text(cp_buf_str(&out), &again);
	expect_str("again", cp_buf_str(&again), out.at);
	size_t tabs = 0, most = 0;
	for (size_t i = 0; i < out.len; i++) {
		tabs = out.at[i] == '\t' ? tabs + 1 : 0;
		most = tabs > most ? tabs : most;
	}
	assert_int_equal(most, CP_JSON_DEEPEST);
	cp_buf_clear(&text);
	cp_buf_clear(&out);
	cp_buf_clear(&again);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(any_json_has_one_layout),
	cmocka_unit_test(annotations_have_their_own),
	cmocka_unit_test(threads_have_the_layout_of_import),
	cmocka_unit_test(the_order_is_that_of_the_schemas),
	cmocka_unit_test(nothing_but_blanks_changes),
	cmocka_unit_test(depth_is_no_harm),
};

GROUP(format);
