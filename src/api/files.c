/* Names, schemas and files. */
#include "api/api.h"

#include "annotation/layout.h"
#include "base/file.h"
#include "text/suggest.h"

const char *counterpoint_name_near(const char *wanted, const char *const names[])
{
	cp_suggestion near = cp_suggestion_for(cp_str_of(wanted));
	for (; *names; names++)
		cp_suggestion_see(&near, cp_str_of(*names));
	return near.best.at;
}

const char *counterpoint_schema(const char *name)
{
	return strcmp(name, "thread") == 0        ? cp_thread_schema
		: strcmp(name, "annotation") == 0 ? cp_annotation_schema
						  : NULL;
}

char *counterpoint_format(const counterpoint_input *input, bool *changed, size_t *len,
	counterpoint_findings *findings)
{
	cp_document document = {0};
	cp_buf out = {0};
	cp_input from = cp_api_input(input);
	cp_source *source = cp_input_read(&from, findings);
	if (source)
		cp_document_init(&document, source, findings);
	bool is_json = document.root != NULL;
	if (is_json)
		cp_json_format(&out, source, cp_shape_of(source));
	if (is_json && changed)
		*changed = !cp_str_eq(cp_buf_str(&out), source->text);
	cp_document_clear(&document);
	return cp_api_detach(&out, is_json, len);
}

int counterpoint_write_file(const char *path, const char *data, size_t len)
{
	return cp_file_write(path, (cp_str){data, len});
}
