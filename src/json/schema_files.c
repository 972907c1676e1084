/* Schemas by their URIs: which files there are, which subschemas of them have names of their
 * own (`$id`, `$anchor`, `$dynamicAnchor`), and what a reference means (Core, sections 8.2
 * and 9). A file is read once for its names, when it is added; nothing else of it is looked
 * at until a reference leads there. */
#include "json/schema_files.h"
#include "json/schema_uri.h"

#include <assert.h>
#include <stdlib.h>

/* ---- Drafts and vocabularies ---- */

static const struct {
	const char *name; /* in the URI of the metaschema */
	unsigned draft;
} drafts[] = {
	{"//json-schema.org/draft/2020-12/", 2020},
	{"//json-schema.org/draft/2019-09/", 2019},
	{"//json-schema.org/draft-07/", 7},
	{"//json-schema.org/draft-06/", 6},
	{"//json-schema.org/draft-04/", 4},
	{"//json-schema.org/schema", 2020},
};

/* The draft that a metaschema is of; 0: it is not one of the standard's. */
static unsigned draft_of(cp_str metaschema)
{
	for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
		cp_str name = cp_str_of(drafts[i].name);
		for (size_t j = 4; j <= 6 && j + name.len <= metaschema.len; j++)
			if (memcmp(metaschema.at + j, name.at, name.len) == 0)
				return drafts[i].draft;
	}
	return 0;
}

static const char metaschema_uri[] = "https://json-schema.org/draft/2020-12/schema";

#define VOCABULARY "https://json-schema.org/draft/2020-12/vocab/"

static const struct {
	const char *uri;
	unsigned bits;
} vocabularies[] = {
	{VOCABULARY "core", VOCABULARY_CORE},
	{VOCABULARY "applicator", VOCABULARY_APPLICATOR},
	{VOCABULARY "unevaluated", VOCABULARY_UNEVALUATED},
	{VOCABULARY "validation", VOCABULARY_VALIDATION},
	{VOCABULARY "format-annotation", VOCABULARY_FORMAT},
	{VOCABULARY "format-assertion", VOCABULARY_FORMAT | VOCABULARY_FORMAT_ASSERTION},
	{VOCABULARY "meta-data", VOCABULARY_CORE},
	{VOCABULARY "content", VOCABULARY_CORE},
};

/* The bits of a vocabulary; 0: it is not known. */
static unsigned bits_of(const char *vocabulary)
{
	for (size_t i = 0; i < sizeof vocabularies / sizeof *vocabularies; i++)
		if (strcmp(vocabulary, vocabularies[i].uri) == 0)
			return vocabularies[i].bits;
	return 0;
}

static cp_place place_of_dialect(const cp_resource *resource, cp_diags *diags)
{
	return cp_schema_place(diags, resource->file, resource->json, "$schema");
}

/* What the metaschema says; a vocabulary that is required has to be known (Core, section
 * 8.1.2). */
static void read_vocabularies(cp_schemas *schemas, cp_resource *resource,
	const json_t *metaschema, cp_diags *diags)
{
	const json_t *said = json_object_get(metaschema, "$vocabulary");
	const char *key;
	json_t *required;
	if (json_is_object(said))
		resource->vocabularies = VOCABULARY_CORE;
	json_object_foreach((json_t *)said, key, required)
	{
		unsigned bits = bits_of(key);
		resource->vocabularies |= bits;
		if (bits || !json_is_true(required))
			continue;
		schemas->failed = true;
		cp_diag_add(diags, CP_BAD_SCHEMA, place_of_dialect(resource, diags),
			"this requires the vocabulary \"%s\", which is not known", key);
	}
}

static void note_draft(cp_schemas *schemas, const cp_resource *resource, cp_diags *diags)
{
	if (schemas->draft_noted || !resource->file->source)
		return;
	schemas->draft_noted = true;
	cp_diag_add(diags, CP_OLDER_DRAFT, place_of_dialect(resource, diags),
		"the schema is of an older draft, and keywords that have changed since are read as "
		"they were");
}

/* What `$schema` says; without it, the resource around it or the newest draft counts. */
static void read_dialect(cp_schemas *schemas, cp_resource *resource,
	const cp_resource *outer, cp_diags *diags)
{
	cp_str said = cp_value_text(json_object_get(resource->json, "$schema"));
	resource->draft = outer ? outer->draft : 2020;
	resource->vocabularies = outer ? outer->vocabularies : VOCABULARY_ALL;
	if (!said.at)
		return;
	unsigned draft = draft_of(said);
	resource->vocabularies = VOCABULARY_ALL;
	resource->draft = draft ? draft : 2020;
	if (draft && draft != 2020)
		note_draft(schemas, resource, diags);
	if (draft)
		return;
	const cp_resource *metaschema =
		cp_schemas_find(schemas, cp_uri_without_fragment(said), diags);
	if (metaschema && metaschema != resource)
		read_vocabularies(schemas, resource, metaschema->json, diags);
	else if (!metaschema)
		cp_diag_add(diags, CP_SCHEMA_NOT_FOUND, place_of_dialect(resource, diags),
			"there is no metaschema \"%.*s\", so this is read as draft 2020-12",
			CP_FMT(said));
}

/* ---- Names ---- */

static cp_resource *add_resource(cp_schemas *schemas, cp_schema_file *file, cp_str uri,
	const json_t *json, const cp_resource *outer, cp_diags *diags)
{
	cp_resource *resource = CP_NEW(&schemas->arena, cp_resource);
	uint32_t index = (uint32_t)schemas->resources.len;
	*cp_push(&schemas->arena, &schemas->resources) = resource;
	resource->uri = uri;
	resource->json = json;
	resource->file = file;
	file->resources++;
	if (cp_map_add(&schemas->arena, &schemas->by_uri, uri, index) != index) {
		schemas->failed = true;
		cp_diag_add(diags, CP_BAD_SCHEMA,
			cp_schema_place(diags, file, json, "$id"),
			"another schema has the URI \"%.*s\" already", CP_FMT(uri));
	}
	cp_map_add(&schemas->arena, &schemas->by_json, cp_key_of(&resource->json), index);
	read_dialect(schemas, resource, outer, diags);
	return resource;
}

static cp_str anchor_key(cp_schemas *schemas, const cp_resource *resource, cp_str name)
{
	cp_buf key = {0};
	cp_buf_put(&key, resource->uri);
	cp_buf_putc(&key, '#');
	cp_buf_put(&key, name);
	return cp_buf_settle(&schemas->arena, &key);
}

static void add_anchor(cp_schemas *schemas, cp_resource *resource, const json_t *json,
	cp_str name, bool dynamic)
{
	if (!name.at)
		return;
	cp_schema_anchor *anchor = CP_NEW(&schemas->arena, cp_schema_anchor);
	*anchor = (cp_schema_anchor){
		name, anchor_key(schemas, resource, name), json, resource, dynamic, NULL};
	cp_map_add(&schemas->arena, &schemas->by_anchor, anchor->key,
		(uint32_t)schemas->anchors.len);
	*cp_push(&schemas->arena, &schemas->anchors) = anchor;
	if (dynamic)
		*cp_push(&schemas->arena, &resource->dynamic) = anchor;
}

/* Draft 4 says `id`; in drafts 4 to 7 it may be an anchor, and `$ref` hides it. */
static cp_str id_of(const cp_resource *outer, const json_t *json)
{
	cp_str id =
		cp_value_text(json_object_get(json, outer->draft == 4 ? "id" : "$id"));
	return outer->draft <= 7 && json_object_get(json, "$ref") ? (cp_str){0} : id;
}

static cp_resource *read_names(
	cp_schemas *schemas, cp_resource *resource, const json_t *json, cp_diags *diags)
{
	cp_str id = id_of(resource, json);
	if (id.len && id.at[0] == '#') {
		add_anchor(schemas, resource, json, cp_str_part(id, 1, id.len), false);
	} else if (id.len && json != resource->json) {
		cp_str uri = cp_uri_without_fragment(
			cp_uri_resolve(&schemas->arena, resource->uri, id));
		resource =
			add_resource(schemas, resource->file, uri, json, resource, diags);
	}
	add_anchor(schemas, resource, json,
		cp_value_text(json_object_get(json, "$anchor")), false);
	add_anchor(schemas, resource, json,
		cp_value_text(json_object_get(json, "$dynamicAnchor")), true);
	return resource;
}

/* ---- The walk over a file ---- */

struct step {
	const json_t *json;
	cp_resource *resource;
	enum cp_inside inside;
};

struct walk {
	cp_arena *arena;
	CP_ARRAY(struct step) steps;
};

static void push_step(struct walk *walk, const json_t *json, cp_resource *resource,
	enum cp_inside inside)
{
	if (json_is_object(json) || json_is_array(json))
		*cp_push(walk->arena, &walk->steps) =
			(struct step){json, resource, inside};
}

static void push_children(struct walk *walk, const struct step *step)
{
	const char *key;
	json_t *value;
	size_t i;
	json_object_foreach((json_t *)step->json, key, value)
		push_step(walk, value, step->resource, CP_INSIDE_ONE);
	json_array_foreach(step->json, i, value)
		push_step(walk, value, step->resource, CP_INSIDE_ONE);
}

static void walk_schema(
	cp_schemas *schemas, struct walk *walk, const struct step *step, cp_diags *diags)
{
	const char *key;
	size_t len;
	json_t *value;
	if (!json_is_object(step->json))
		return;
	cp_resource *resource = read_names(schemas, step->resource, step->json, diags);
	json_object_keylen_foreach((json_t *)step->json, key, len, value)
	{
		enum cp_inside inside = cp_schema_inside((cp_str){key, len});
		if (inside == CP_INSIDE_ONE_OR_LIST)
			inside = json_is_array(value) ? CP_INSIDE_LIST : CP_INSIDE_ONE;
		if (inside == CP_INSIDE_MIXED_MAP)
			inside = CP_INSIDE_MAP;
		if (inside != CP_INSIDE_NOTHING)
			push_step(walk, value, resource, inside);
	}
}

static void walk_file(cp_schemas *schemas, cp_resource *resource, cp_diags *diags)
{
	struct walk walk = {.arena = &schemas->arena};
	push_step(&walk, resource->json, resource, CP_INSIDE_ONE);
	while (walk.steps.len) {
		struct step step = walk.steps.at[--walk.steps.len];
		if (step.inside == CP_INSIDE_ONE)
			walk_schema(schemas, &walk, &step, diags);
		else
			push_children(&walk, &step);
	}
}

/* ---- Files ---- */

static cp_resource *add_file(
	cp_schemas *schemas, cp_str uri, json_t *root, cp_source *source, cp_diags *diags)
{
	cp_schema_file *file = CP_NEW(&schemas->arena, cp_schema_file);
	*file = (cp_schema_file){root, source, 0};
	cp_str said = cp_value_text(json_object_get(root, "$schema"));
	cp_str id =
		cp_value_text(json_object_get(root, draft_of(said) == 4 ? "id" : "$id"));
	cp_str own = id.len && id.at[0] != '#'
		? cp_uri_without_fragment(cp_uri_resolve(&schemas->arena, uri, id))
		: uri;
	uint32_t index = (uint32_t)schemas->resources.len;
	cp_resource *resource = add_resource(schemas, file, own, root, NULL, diags);
	/* It is also known by where it was found, unless something else is. */
	if (!cp_str_eq(own, uri))
		cp_map_add(&schemas->arena, &schemas->by_uri, uri, index);
	/* The program's own, and the metaschemas, have names at their roots alone. */
	if (source)
		walk_file(schemas, resource, diags);
	else
		read_names(schemas, resource, root, diags);
	return resource;
}

void cp_schemas_add(cp_schemas *schemas, cp_str uri, cp_str text)
{
	json_error_t error;
	json_t *root = cp_json_parse(&schemas->arena, text, 0, &error);
	assert(root);
	*cp_push(&schemas->arena, &schemas->own) =
		add_file(schemas, uri, root, NULL, NULL);
}

static cp_resource *read_file(
	cp_schemas *schemas, cp_str uri, cp_source *source, cp_diags *diags)
{
	cp_document *document = CP_NEW(&schemas->arena, cp_document);
	cp_document_init_any(document, source, diags);
	*cp_push(&schemas->arena, &schemas->documents) = document;
	return document->root ? add_file(schemas, cp_str_copy(&schemas->arena, uri),
		       document->root, source, diags)
			      : NULL;
}

/* The metaschema that a file names, or the standard's; NULL where it is not at hand. */
static const cp_schema *metaschema_of(
	cp_schemas *schemas, const cp_resource *resource, cp_diags *diags)
{
	cp_str said = cp_value_text(json_object_get(resource->json, "$schema"));
	if (!said.at || draft_of(said) == 2020)
		said = cp_str_of(metaschema_uri);
	return cp_schemas_find(schemas, cp_uri_without_fragment(said), diags)
		? cp_schemas_compile(schemas, said, diags)
		: NULL;
}

bool cp_schemas_judge(cp_schemas *schemas, const cp_resource *resource, cp_diags *diags)
{
	cp_document document = {
		.source = resource->file->source, .root = resource->file->root};
	const cp_schema *metaschema = metaschema_of(schemas, resource, diags);
	return !metaschema || cp_schema_check(metaschema, &document, diags);
}

bool cp_schemas_add_source(
	cp_schemas *schemas, cp_str uri, cp_source *source, cp_diags *diags)
{
	const cp_resource *resource = read_file(schemas, uri, source, diags);
	return resource && cp_schemas_judge(schemas, resource, diags);
}

/* ---- Finding ---- */

static cp_resource *find_metaschema(cp_schemas *schemas, cp_str uri)
{
	for (const struct cp_metaschema *known = cp_metaschemas; known->uri; known++)
		if (cp_str_eq(uri, cp_uri_without_fragment(cp_str_of(known->uri)))) {
			json_error_t error;
			json_t *root = cp_json_parse(
				&schemas->arena, cp_str_of(known->text), 0, &error);
			return add_file(schemas, uri, root, NULL, NULL);
		}
	return NULL;
}

static cp_str last_segment(cp_str uri)
{
	size_t start = uri.len;
	while (start && !strchr("/:", uri.at[start - 1]))
		start--;
	return cp_str_part(uri, start, uri.len);
}

static cp_resource *find_own(cp_schemas *schemas, cp_str uri)
{
	for (size_t i = 0; i < schemas->own.len; i++)
		if (cp_str_eq(last_segment(schemas->own.at[i]->uri), last_segment(uri)))
			return schemas->own.at[i];
	return NULL;
}

cp_resource *cp_schemas_find(cp_schemas *schemas, cp_str uri, cp_diags *diags)
{
	uint32_t known = cp_map_find(&schemas->by_uri, uri);
	if (known != CP_NONE)
		return schemas->resources.at[known];
	cp_resource *resource =
		find_metaschema(schemas, cp_str_copy(&schemas->arena, uri));
	if (resource)
		return resource;
	cp_source *source = schemas->options.find
		? schemas->options.find(schemas->options.context, uri, diags)
		: cp_schemas_find_file(schemas, uri, diags);
	if (!source)
		return find_own(schemas, uri);
	resource = read_file(schemas, uri, source, diags);
	if (resource)
		*cp_push(&schemas->arena, &schemas->unchecked) = resource;
	return resource;
}

cp_resource *cp_schemas_resource_of(
	cp_schemas *schemas, cp_resource *outer, const json_t *json)
{
	if (outer->file->resources == 1)
		return outer;
	uint32_t known = cp_map_find(&schemas->by_json, cp_key_of(&json));
	return known == CP_NONE ? outer : schemas->resources.at[known];
}

/* ---- Pointers (RFC 6901) ---- */

static const json_t *step_into(const json_t *json, const char *step, size_t len)
{
	if (!json_is_array(json))
		return json_object_getn(json, step, len);
	char *end;
	unsigned long index = strtoul(step, &end, 10);
	bool number = len && *end == '\0' && step[0] >= '0' && step[0] <= '9';
	return number ? json_array_get(json, index) : NULL;
}

static void unescape(cp_buf *step, cp_str raw)
{
	step->len = 0;
	for (size_t i = 0; i < raw.len; i++) {
		bool escape = raw.at[i] == '~' && i + 1 < raw.len;
		if (escape)
			i++;
		cp_buf_putc(step, escape ? (raw.at[i] == '1' ? '/' : '~') : raw.at[i]);
	}
	*cp_buf_room(step, 0) = '\0';
}

static void follow(cp_schemas *schemas, cp_schema_target *target, cp_str pointer)
{
	cp_buf step = {0};
	for (size_t i = 0, end; target->json && i < pointer.len; i = end) {
		const char *slash = memchr(pointer.at + i + 1, '/', pointer.len - i - 1);
		end = slash ? (size_t)(slash - pointer.at) : pointer.len;
		unescape(&step, cp_str_part(pointer, i + 1, end));
		target->json = step_into(target->json, step.at, step.len);
		if (target->json)
			target->resource = cp_schemas_resource_of(
				schemas, target->resource, target->json);
	}
	cp_buf_clear(&step);
}

static void find_anchor(cp_schemas *schemas, cp_schema_target *target, cp_str name)
{
	uint32_t known = cp_map_find(
		&schemas->by_anchor, anchor_key(schemas, target->resource, name));
	target->anchor = known == CP_NONE ? NULL : schemas->anchors.at[known];
	target->json = target->anchor ? target->anchor->json : NULL;
}

cp_schema_target cp_schemas_resolve(
	cp_schemas *schemas, cp_resource *from, cp_str reference, cp_diags *diags)
{
	cp_schema_target target = {.resource = from};
	if (reference.len && reference.at[0] != '#') {
		cp_str uri = cp_uri_resolve(&schemas->arena, from->uri, reference);
		target.resource =
			cp_schemas_find(schemas, cp_uri_without_fragment(uri), diags);
	}
	if (!target.resource)
		return target;
	target.json = target.resource->json;
	cp_str fragment = cp_uri_decode(&schemas->arena, cp_uri_fragment(reference));
	if (fragment.len && fragment.at[0] == '/')
		follow(schemas, &target, fragment);
	else if (fragment.len)
		find_anchor(schemas, &target, fragment);
	return target;
}

/* ---- Places ---- */

/* The pointer from `from` to `target`, put in front of what `out` has. As deep as jansson
 * reads, at most. */
static bool write_way(cp_buf *out, const json_t *from, const json_t *target)
{
	const char *key;
	json_t *value;
	size_t i, len, before = out->len;
	if (from == target)
		return true;
	json_object_keylen_foreach((json_t *)from, key, len, value)
	{
		cp_pointer_add_key(out, (cp_str){key, len});
		if (write_way(out, value, target))
			return true;
		out->len = before;
	}
	json_array_foreach(from, i, value)
	{
		cp_pointer_add_index(out, i);
		if (write_way(out, value, target))
			return true;
		out->len = before;
	}
	return false;
}

cp_place cp_schema_place(cp_diags *diags, const cp_schema_file *file, const json_t *json,
	const char *keyword)
{
	if (!file->source)
		return (cp_place){0};
	cp_buf pointer = {0};
	write_way(&pointer, file->root, json);
	if (keyword)
		cp_pointer_add_key(&pointer, cp_str_of(keyword));
	cp_place place =
		cp_place_json(diags, file->source, "%.*s", CP_FMT(cp_buf_str(&pointer)));
	cp_buf_clear(&pointer);
	return place;
}
