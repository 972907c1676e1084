/* JSON Schemas of anybody's. */
#include "api/api.h"

#include "base/file.h"
#include "json/schema.h"

struct counterpoint_validator {
	cp_schemas *schemas;
	const cp_schema *schema;
};

static bool add_schemas(cp_schemas *schemas, const char *path,
	const counterpoint_validator_options *options, cp_diags *diags)
{
	bool good = true;
	for (size_t i = 0; options->with && options->with[i]; i++)
		good &= cp_schemas_add_file(schemas, options->with[i], diags);
	return cp_schemas_add_file(schemas, path, diags) && good;
}

counterpoint_validator *counterpoint_validator_load(const char *path,
	const counterpoint_validator_options *options, counterpoint_findings *findings)
{
	static const counterpoint_validator_options none;
	counterpoint_validator *validator = cp_xmalloc(sizeof *validator);
	if (!options)
		options = &none;
	*validator = (counterpoint_validator){0};
	validator->schemas = cp_schemas_new(
		(cp_schema_options){.assert_format = options->assert_format});
	cp_schemas_add(validator->schemas, CP_LIT(CP_ANNOTATION_SCHEMA_URI),
		cp_str_of(cp_annotation_schema_rules));
	cp_schemas_add(validator->schemas, CP_LIT(CP_THREAD_SCHEMA_URI),
		cp_str_of(cp_thread_schema_rules));
	if (add_schemas(validator->schemas, path, options, findings))
		validator->schema =
			cp_schemas_compile_file(validator->schemas, path, findings);
	if (validator->schema)
		return validator;
	counterpoint_validator_free(validator);
	return NULL;
}

void counterpoint_validator_free(counterpoint_validator *validator)
{
	if (validator)
		cp_schemas_free(validator->schemas);
	free(validator);
}

bool counterpoint_validator_check(const counterpoint_validator *validator,
	const char *path, counterpoint_findings *findings)
{
	cp_buf text = {0};
	cp_document document;
	int error = cp_file_read(path, &text);
	if (error) {
		cp_buf_clear(&text);
		cp_diag_add(findings, CP_FILE, (cp_place){0}, "cannot read \"%s\": %s",
			path, strerror(error));
		return false;
	}
	cp_document_init_any(
		&document, cp_diags_add_source(findings, path, &text), findings);
	bool valid =
		document.root && cp_schema_check(validator->schema, &document, findings);
	cp_document_clear(&document);
	return valid;
}
