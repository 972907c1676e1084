#define _GNU_SOURCE
#include "annotation/load.h"

#include "base/file.h"
#include "base/input.h"
#include "json/schema.h"

#include <errno.h>
#include <jansson.h>

static void check_schema(const cp_schema *schema, cp_document *document, cp_diags *diags)
{
	if (schema)
		cp_schema_check(schema, document, diags);
}

/* The annotation's schema refers to the thread's, for threads inline. */
static void compile_schemas(cp_loaded *loaded, cp_diags *diags)
{
	loaded->all_schemas = cp_schemas_new((cp_schema_options){0});
	cp_schemas_add(loaded->all_schemas, CP_LIT(CP_ANNOTATION_SCHEMA_URI),
		cp_str_of(cp_annotation_schema_rules));
	cp_schemas_add(loaded->all_schemas, CP_LIT(CP_THREAD_SCHEMA_URI),
		cp_str_of(cp_thread_schema_rules));
	loaded->schemas[0] = cp_schemas_compile(
		loaded->all_schemas, CP_LIT(CP_ANNOTATION_SCHEMA_URI), diags);
	loaded->schemas[1] = cp_schemas_compile(
		loaded->all_schemas, CP_LIT(CP_THREAD_SCHEMA_URI), diags);
}

static cp_thread *read_thread_file(cp_loaded *loaded, cp_str name, cp_diags *diags)
{
	cp_source *from = loaded->annotation_document.source;
	cp_document *document = &loaded->thread_document;
	cp_buf text = {0};
	cp_str path;
	int error = cp_input_read_named(&loaded->arena, from, name, &path, &text);
	if (error) {
		cp_buf_clear(&text);
		cp_input_report(
			diags, cp_place_json(diags, from, "/thread"), path.at, error);
		return NULL;
	}
	cp_source *source = cp_diags_add_source(diags, path.at, &text);
	cp_document_init(document, source, diags);
	if (!document->root)
		return NULL;
	check_schema(loaded->schemas[1], document, diags);
	return cp_thread_read(&loaded->arena, document->root, source, "", diags);
}

static cp_thread *read_thread(cp_loaded *loaded, cp_diags *diags)
{
	const cp_document *document = &loaded->annotation_document;
	const json_t *thread = json_object_get(document->root, "thread");
	cp_thread *read = NULL;
	if (json_is_string(thread))
		read = read_thread_file(
			loaded, cp_str_of(json_string_value(thread)), diags);
	else if (json_is_object(thread))
		read = cp_thread_read(
			&loaded->arena, thread, document->source, "/thread", diags);
	return read ? read : CP_NEW(&loaded->arena, cp_thread);
}

#define OUR_ID "annotation.schema.json"

/* Is this our own schema? Its `$id` stands at its beginning. */
static bool is_ours(cp_str text)
{
	static const char id[] = "\"$id\"";
	const char *found =
		text.len ? memmem(text.at, text.len, id, sizeof id - 1) : NULL;
	size_t at = found ? (size_t)(found - text.at) + sizeof id - 1 : text.len;
	while (at < text.len && strchr(" \t\r\n:", text.at[at]))
		at++;
	return cp_str_starts(cp_str_part(text, at, text.len), CP_LIT("\"" OUR_ID "\""));
}

static bool is_named_as_ours(cp_str name)
{
	size_t len = sizeof OUR_ID - 1;
	return name.len >= len && memcmp(name.at + name.len - len, OUR_ID, len) == 0;
}

/* The schema that `$schema` names cannot be read. Ours need not be there: it is built in. */
static void report_schema(
	cp_loaded *loaded, cp_str name, const char *path, int error, cp_diags *diags)
{
	cp_place place =
		cp_place_json(diags, loaded->annotation_document.source, "/$schema");
	if (is_named_as_ours(name))
		return;
	if (memmem(name.at, name.len, ":", 1))
		cp_diag_add(diags, CP_SCHEMA_NOT_FOUND, place,
			"the schema \"%.*s\" was not used: nothing is fetched from a network",
			CP_FMT(name));
	else if (loaded->annotation_document.source->is_given)
		cp_diag_add(diags, CP_SCHEMA_NOT_FOUND, place,
			"the schema \"%.*s\" was not used: this document may not name it",
			CP_FMT(name));
	else
		cp_input_report(diags, place, path, error);
}

/* A schema of the user's own, which is required besides ours. It may name further files, so
 * that only a file may name one. */
static void check_own_schema(cp_loaded *loaded, cp_diags *diags)
{
	cp_document *document = &loaded->annotation_document;
	const json_t *named = json_object_get(document->root, "$schema");
	cp_str name = {json_string_value(named), json_string_length(named)};
	if (!name.len)
		return;
	cp_str path =
		cp_path_beside(&loaded->arena, cp_str_of(document->source->name), name);
	cp_buf text = {0};
	int error =
		document->source->is_given ? EPERM : cp_file_read_regular(path.at, &text);
	if (error || is_ours(cp_buf_str(&text))) {
		cp_buf_clear(&text);
		if (error)
			report_schema(loaded, name, path.at, error, diags);
		return;
	}
	cp_source *source = cp_diags_add_source(diags, path.at, &text);
	const cp_schema *schema = NULL;
	if (cp_schemas_add_text(loaded->all_schemas, path.at, source, diags))
		schema = cp_schemas_compile_file(loaded->all_schemas, path.at, diags);
	check_schema(schema, document, diags);
}

static bool is_thread(const cp_document *document)
{
	return json_object_get(document->root, "comments")
		&& !json_object_get(document->root, "annotations");
}

/* The wrong file makes for many findings and one mistake. */
static void report_wrong_file(const cp_document *document, cp_diags *diags)
{
	cp_diag *diag = cp_diag_add(diags, CP_SCHEMA,
		cp_place_json(diags, document->source, "%s", ""),
		"this is a thread, not an annotation");
	cp_diag_hint(diags, diag,
		"give the file that has \"thread\" and \"annotations\"; "
		"\"counterpoint init\" begins one");
}

/* The annotation in the document, with its thread. */
static cp_annotation *read_annotation(cp_loaded *loaded, cp_diags *diags)
{
	cp_document *document = &loaded->annotation_document;
	check_schema(loaded->schemas[0], document, diags);
	check_own_schema(loaded, diags);
	cp_thread *thread = read_thread(loaded, diags);
	return cp_annotation_read(
		&loaded->arena, document->root, document->source, thread, diags);
}

/* The document is but a thread: an annotation of it that says nothing. */
static cp_annotation *read_bare(cp_loaded *loaded, cp_diags *diags)
{
	cp_document *document = &loaded->annotation_document;
	check_schema(loaded->schemas[1], document, diags);
	cp_thread *thread = cp_thread_read(
		&loaded->arena, document->root, document->source, "", diags);
	cp_annotation *annotation =
		cp_annotation_read(&loaded->arena, NULL, document->source, thread, diags);
	annotation->title = thread->title;
	return annotation;
}

static bool read_source(
	cp_loaded *loaded, cp_source *source, cp_reading reading, cp_diags *diags)
{
	*loaded = (cp_loaded){0};
	cp_document *document = &loaded->annotation_document;
	cp_document_init(document, source, diags);
	if (!document->root)
		return false;
	bool bare = is_thread(document);
	if (bare && !reading.bare) {
		report_wrong_file(document, diags);
		return false;
	}
	compile_schemas(loaded, diags);
	cp_annotation *annotation =
		bare ? read_bare(loaded, diags) : read_annotation(loaded, diags);
	annotation->unit = reading.unit;
	cp_annotation_resolve(&loaded->arena, annotation, diags);
	cp_annotation_anchor(&loaded->arena, annotation, diags);
	cp_annotation_relate(&loaded->arena, annotation, diags);
	cp_annotation_check_items(&loaded->arena, annotation, diags);
	cp_annotation_check_steps(&loaded->arena, annotation, diags);
	cp_annotation_check_structure(&loaded->arena, annotation, diags);
	loaded->annotation = annotation;
	return true;
}

bool cp_loaded_read_text(cp_loaded *loaded, cp_source *source, cp_diags *diags)
{
	return read_source(loaded, source, (cp_reading){CP_CODE_POINT, false}, diags);
}

bool cp_loaded_read(cp_loaded *loaded, const char *path, cp_diags *diags)
{
	return cp_loaded_read_in(loaded, &(cp_input){.path = path},
		(cp_reading){CP_CODE_POINT, false}, diags);
}

bool cp_loaded_read_in(
	cp_loaded *loaded, const cp_input *input, cp_reading reading, cp_diags *diags)
{
	cp_source *source = cp_input_read(input, diags);
	*loaded = (cp_loaded){0};
	return source && read_source(loaded, source, reading, diags);
}

static void report_no_thread(const cp_document *document, cp_diags *diags)
{
	bool is_annotation = json_object_get(document->root, "annotations") != NULL;
	cp_diag *diag = cp_diag_add(diags, CP_SCHEMA,
		cp_place_json(diags, document->source, "%s", ""),
		is_annotation ? "this is an annotation, not a thread"
			      : "this is not a thread: it has no \"comments\"");
	cp_diag_hint(
		diags, diag, "\"counterpoint import\" makes a thread of a saved page");
}

cp_thread *cp_loaded_read_thread(
	cp_loaded *loaded, const cp_input *input, cp_diags *diags)
{
	cp_source *source = cp_input_read(input, diags);
	cp_document *document = &loaded->thread_document;
	*loaded = (cp_loaded){0};
	if (source)
		cp_document_init(document, source, diags);
	if (!document->root)
		return NULL;
	if (!json_object_get(document->root, "comments")) {
		report_no_thread(document, diags);
		return NULL;
	}
	compile_schemas(loaded, diags);
	check_schema(loaded->schemas[1], document, diags);
	return cp_thread_read(&loaded->arena, document->root, source, "", diags);
}

/* The arena first: once the many small values of a large document have been freed, glibc
 * would join them up again each time a large piece is. */
void cp_loaded_clear(cp_loaded *loaded)
{
	cp_arena_clear(&loaded->arena);
	cp_schemas_free(loaded->all_schemas);
	cp_document_clear(&loaded->annotation_document);
	cp_document_clear(&loaded->thread_document);
}
