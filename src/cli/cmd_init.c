#include "cli/verbs.h"

#include <stdlib.h>
#include <string.h>

#define SCHEMA "annotation.schema.json"

static counterpoint_begin_options options;
static bool with_schema, force;

struct cli_option cli_init_options[] = {
	{"output", 'o', "FILE",
		"write the annotation to FILE, which must not be there yet",
		.value = &options.path},
	{"motion", 0, "TEXT", "what is debated, as one plain statement",
		.value = &options.motion},
	{"with-schema", 0, NULL,
		"write the schemas beside the annotation, if they are not there, and name "
		"them in it",
		.set = &with_schema},
	{"force", 0, NULL, "overwrite files that are there", .set = &force},
	CLI_FINDING_OPTIONS,
	{0},
};

static bool is_there(const char *path)
{
	return !force && cli_is_there(path);
}

/* `name` in the folder of the annotation; the caller's, to free(). */
static char *beside(const char *name)
{
	const char *path = options.path ? options.path : "";
	const char *slash = strrchr(path, '/');
	size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
	char *joined = malloc(folder + strlen(name) + 1);
	if (!joined)
		abort();
	memcpy(joined, path, folder);
	strcpy(joined + folder, name);
	return joined;
}

/* Those that are there stay. */
static int write_schemas(void)
{
	static const char *const schemas[][2] = {
		{"annotation", SCHEMA}, {"thread", "thread.schema.json"}};
	int status = CLI_OK;
	for (size_t i = 0; i < 2; i++) {
		char *path = beside(schemas[i][1]);
		const char *text = counterpoint_schema(schemas[i][0]);
		if (!is_there(path))
			status = cli_worse(status, cli_write(path, text, strlen(text)));
		free(path);
	}
	return status;
}

static int begin(const char *thread)
{
	counterpoint_findings *findings = cli_findings_new();
	size_t len;
	char *text = counterpoint_begin(thread, &options, &len, findings);
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	int written = text && with_schema ? write_schemas() : CLI_OK;
	if (text && written == CLI_OK)
		written = cli_write(options.path, text, len);
	free(text);
	counterpoint_findings_free(findings);
	return cli_worse(status, written);
}

int cli_init(const struct cli_verb *verb, int operands, char **operand)
{
	const char *thread = cli_one_operand(verb, operands, operand, "THREAD");
	if (!thread)
		return CLI_USAGE;
	if (strcmp(thread, "-") == 0)
		return cli_usage_error(
			verb, "THREAD must be a file: the annotation names it");
	if (options.path && strcmp(options.path, "-") == 0)
		options.path = NULL;
	if (with_schema)
		options.schema = SCHEMA;
	options.installed = cli_installed_schema();
	if (cli_would_overwrite(verb, thread, options.path))
		return CLI_USAGE;
	if (options.path && is_there(options.path))
		return cli_usage_error(verb,
			"\"%s\" is there already; --force overwrites it", options.path);
	return begin(thread);
}
