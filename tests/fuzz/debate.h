/* Bytes as an annotation with its thread inside, through the steps that load.c takes. */
#ifndef CP_FUZZ_DEBATE_H
#define CP_FUZZ_DEBATE_H

#include "fuzz.h"

#include "annotation/load.h"
#include "graph/graph.h"
#include "json/schema.h"

#include <jansson.h>

struct debate {
	cp_arena arena;
	cp_diags diags;
	cp_document document;
	const cp_graph *graph; /* NULL: the bytes are no JSON */
};

/* The schema of the annotation or of the thread; it is kept to the end. */
static inline const cp_schema *our_schema(const char *uri)
{
	static cp_schemas *schemas;
	cp_diags diags = {0};
	if (!schemas) {
		schemas = cp_schemas_new((cp_schema_options){0});
		cp_schemas_add(schemas, CP_LIT(CP_ANNOTATION_SCHEMA_URI),
			cp_str_of(cp_annotation_schema_rules));
		cp_schemas_add(schemas, CP_LIT(CP_THREAD_SCHEMA_URI),
			cp_str_of(cp_thread_schema_rules));
	}
	const cp_schema *schema = cp_schemas_compile(schemas, cp_str_of(uri), &diags);
	MUST(schema && !diags.list.len);
	return schema;
}

static inline void debate_init(struct debate *debate, const uint8_t *data, size_t size)
{
	*debate = (struct debate){0};
	cp_diags *diags = &debate->diags;
	cp_document *document = &debate->document;
	cp_arena *arena = &debate->arena;
	cp_source *source = fuzz_source(diags, data, size);
	cp_document_init(document, source, diags);
	if (!document->root)
		return;
	cp_schema_check(our_schema(CP_ANNOTATION_SCHEMA_URI), document, diags);
	const json_t *inside = json_object_get(document->root, "thread");
	cp_thread *thread = json_is_object(inside)
		? cp_thread_read(arena, inside, source, "/thread", diags)
		: CP_NEW(arena, cp_thread);
	cp_annotation *annotation =
		cp_annotation_read(arena, document->root, source, thread, diags);
	cp_annotation_resolve(arena, annotation, diags);
	cp_annotation_anchor(arena, annotation, diags);
	cp_annotation_relate(arena, annotation, diags);
	cp_annotation_check_structure(arena, annotation, diags);
	debate->graph = cp_graph_new(arena, annotation);
}

static inline void debate_clear(struct debate *debate)
{
	fuzz_show(&debate->diags);
	cp_document_clear(&debate->document);
	cp_diags_clear(&debate->diags);
	cp_arena_clear(&debate->arena);
}

#endif
