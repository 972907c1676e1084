/* The public test suites of what the validator follows, where they are:
 *
 *     suites JSON-SCHEMA-TEST-SUITE JSON-TEST-SUITE
 *
 * Each test of them is one of ours. Those that cannot pass are named here, with the reason,
 * and must fail: one that passes has to be taken off the list. */
#define _DEFAULT_SOURCE
#include "base/file.h"
#include "json/schema_files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static size_t passed, failed, skipped;

static void fail(const char *file, const char *group, const char *test, const char *why)
{
	failed++;
	printf("FAIL %s: %s: %s: %s\n", file, group, test, why);
}

/* ---- Files ---- */

static int is_json(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');
	return dot && strcmp(dot, ".json") == 0;
}

static cp_source *read_source(const char *path, cp_diags *diags)
{
	cp_buf text = {0};
	if (cp_file_read(path, &text) == 0)
		return cp_diags_add_source(diags, path, &text);
	cp_buf_clear(&text);
	return NULL;
}

/* ---- The JSON Schema Test Suite, draft 2020-12 ---- */

static const char *suite,
	*metaschema; /* of a draft that its tests do not name; or NULL */

static const struct {
	const char *draft, *group, *reason;
} hopeless[] = {
	{"2020-12", "refs to historic drafts are processed as historic drafts",
		"the suite's copy has no remote schemas of draft 2019-09"},
	{"draft-07", "remote ref", "nor of draft 7"},
	{"draft-07", "fragment within remote ref", "nor of draft 7"},
	{"draft-07", "ref within remote ref", "nor of draft 7"},
	{"draft-07", "base URI change", "nor of draft 7"},
	{"draft-07", "base URI change - change folder", "nor of draft 7"},
	{"draft-07", "base URI change - change folder in subschema", "nor of draft 7"},
	{"draft-07", "root ref in remote ref", "nor of draft 7"},
	{"draft-07", "remote ref with ref to definitions", "nor of draft 7"},
	{"draft-07", "Location-independent identifier in remote ref", "nor of draft 7"},
	{"draft-07", "retrieved nested refs resolve relative to their URI not $id",
		"nor of draft 7"},
	{"draft-07", "$ref to $ref finds location-independent $id", "nor of draft 7"},
};

static const char *reason_for(const char *group)
{
	const char *draft = metaschema ? "draft-07" : "2020-12";
	for (size_t i = 0; i < sizeof hopeless / sizeof *hopeless; i++)
		if (strcmp(hopeless[i].draft, draft) == 0
			&& strcmp(hopeless[i].group, group) == 0)
			return hopeless[i].reason;
	return NULL;
}

/* http://localhost:1234/… is the suite's folder `remotes`. */
static cp_source *find_remote(void *context, cp_str uri, cp_diags *diags)
{
	static const char host[] = "http://localhost:1234/";
	(void)context;
	if (!cp_str_starts(uri, cp_str_of(host)))
		return NULL;
	cp_buf path = {0};
	cp_buf_printf(&path, "%s/remotes/%.*s", suite,
		CP_FMT(cp_str_part(uri, sizeof host - 1, uri.len)));
	cp_source *source = read_source(path.at, diags);
	cp_buf_clear(&path);
	return source;
}

static const cp_schema *compile_group(
	cp_schemas *schemas, json_t *schema, cp_diags *diags)
{
	cp_buf text = {0};
	if (metaschema && json_is_object(schema))
		json_object_set_new(schema, "$schema", json_string(metaschema));
	char *dumped = json_dumps(schema, JSON_ENCODE_ANY);
	cp_buf_puts(&text, dumped);
	free(dumped);
	cp_source *source = cp_diags_add_source(diags, "schema", &text);
	return cp_schemas_add_source(schemas, CP_LIT(""), source, diags)
		? cp_schemas_compile(schemas, CP_LIT(""), diags)
		: NULL;
}

static void run_test(const char *file, const char *group, const cp_schema *schema,
	json_t *test, cp_diags *findings)
{
	const char *name = json_string_value(json_object_get(test, "description"));
	bool want = json_is_true(json_object_get(test, "valid"));
	cp_document document = {.root = json_object_get(test, "data")};
	cp_diags diags = {0};
	cp_buf text = {0};
	cp_buf_puts(&text, "{}");
	document.source = cp_diags_add_source(&diags, "data", &text);
	if (!schema && reason_for(group)) {
		skipped++;
	} else if (!schema) {
		fail(file, group, name,
			findings->list.len ? findings->list.at[0].message.at
					   : "no schema");
	} else {
		bool got = cp_schema_check(schema, &document, &diags);
		bool hope = !reason_for(group);
		if ((got == want) != hope)
			fail(file, group, name,
				!hope          ? "passes"
					: want ? "refused"
					       : "accepted");
		else if (got != (diags.list.len == 0))
			fail(file, group, name, "findings do not go with the verdict");
		else if (hope)
			passed++;
		else
			skipped++;
	}
	cp_diags_clear(&diags);
}

static void run_group(const char *file, json_t *group, bool assert_format)
{
	cp_diags diags = {0};
	cp_schemas *schemas = cp_schemas_new(
		(cp_schema_options){.find = find_remote, .assert_format = assert_format});
	const cp_schema *schema =
		compile_group(schemas, json_object_get(group, "schema"), &diags);
	const char *name = json_string_value(json_object_get(group, "description"));
	size_t i;
	json_t *test;
	json_array_foreach(json_object_get(group, "tests"), i, test)
		run_test(file, name, schema, test, &diags);
	cp_schemas_free(schemas);
	cp_diags_clear(&diags);
}

static void run_file(const char *path, const char *name, bool assert_format)
{
	json_error_t error;
	json_t *groups = json_load_file(path, JSON_ALLOW_NUL, &error);
	if (!groups)
		groups = json_load_file(
			path, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &error);
	size_t i;
	json_t *group;
	if (!groups)
		fail(name, "", "", error.text);
	json_array_foreach(groups, i, group) run_group(name, group, assert_format);
	json_decref(groups);
}

static void run_folder(const char *under, bool assert_format)
{
	struct dirent **entries;
	char folder[1000], path[2000];
	snprintf(folder, sizeof folder, "%s/%s", suite, under);
	int count = scandir(folder, &entries, is_json, alphasort);
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
		run_file(path, entries[i]->d_name, assert_format);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

static void run_schema_suite(void)
{
	size_t before = passed;
	run_folder("tests/draft2020-12", false);
	printf("JSON Schema Test Suite, 2020-12, required: %zu pass\n", passed - before);
	before = passed;
	run_folder("tests/draft2020-12/optional", false);
	run_folder("tests/draft2020-12/optional/format", true);
	printf("JSON Schema Test Suite, 2020-12, optional: %zu pass\n", passed - before);
	before = passed;
	metaschema = "http://json-schema.org/draft-07/schema#";
	run_folder("tests/draft7", false);
	printf("JSON Schema Test Suite, draft 7, required: %zu pass\n", passed - before);
}

/* ---- JSONTestSuite (Nicolas Seriot): y_ is JSON, n_ is not, i_ may be either ---- */

static const struct {
	const char *name, *reason;
} refused[] = {
	{"y_object_duplicated_key.json", "one of the two values would be lost"},
	{"y_object_duplicated_key_and_value.json", "one of the two would be lost"},
	{"y_object_escaped_null_in_key.json", "jansson's keys end at a 0"},
};

static bool is_refused(const char *name)
{
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (strcmp(refused[i].name, name) == 0)
			return true;
	return false;
}

static void run_json_file(const char *path, const char *name)
{
	cp_diags diags = {0};
	cp_document document = {0};
	cp_source *source = read_source(path, &diags);
	if (source)
		cp_document_init_any(&document, source, &diags);
	bool read = document.root != NULL, exception = is_refused(name);
	if (!source || read == (diags.list.len > 0))
		fail("JSONTestSuite", name, "", "neither read nor reported");
	else if (*name != 'i' && (*name == 'y' && !exception) != read)
		fail("JSONTestSuite", name, "", read ? "accepted" : "refused");
	else if (exception)
		skipped++;
	else
		passed++;
	cp_document_clear(&document);
	cp_diags_clear(&diags);
}

static void run_json_suite(const char *folder)
{
	struct dirent **entries;
	char path[2000];
	size_t before = passed;
	int count = scandir(folder, &entries, is_json, alphasort);
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
		run_json_file(path, entries[i]->d_name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	printf("JSONTestSuite: %zu pass\n", passed - before);
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	suite = argv[1];
	run_schema_suite();
	run_json_suite(argv[2]);
	printf("%zu passed, %zu failed, %zu skipped\n", passed, failed, skipped);
	return failed != 0;
}
