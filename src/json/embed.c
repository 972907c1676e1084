/* A tool of the build: writes schemas as C, `embed NAME FILE… -- METASCHEMA…`. Ours are there
 * twice: the text as it is (cp_NAME_schema), and the rules alone, without titles, descriptions
 * and examples, which are two thirds of it and would be parsed at every start
 * (cp_NAME_schema_rules). The metaschemas go into a table by their ids (cp_metaschemas). */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_among(const char *key, const char *const list[])
{
	for (; *list; list++)
		if (strcmp(key, *list) == 0)
			return 1;
	return 0;
}

static void strip(json_t *schema);

static void strip_values(json_t *values)
{
	const char *key;
	json_t *value;
	size_t i;
	json_object_foreach(values, key, value) strip(value);
	json_array_foreach(values, i, value) strip(value);
}

static void strip(json_t *schema)
{
	/* Of the standard, and of editors: VS Code's JSON language service. */
	static const char *const annotations[] = {"title", "description", "examples",
		"default", "$comment", "$schema", "deprecated", "readOnly", "writeOnly",
		"contentEncoding", "contentMediaType", "defaultSnippets",
		"markdownDescription", "enumDescriptions", "markdownEnumDescriptions",
		"enumItemLabels", "deprecationMessage", "markdownDeprecationMessage",
		"errorMessage", "patternErrorMessage", "suggestSortText", "doNotSuggest",
		"allowComments", "allowTrailingCommas", NULL};
	static const char *const schemas[] = {"items", "additionalProperties", "if",
		"then", "else", "not", "contains", "propertyNames", "unevaluatedItems",
		"unevaluatedProperties", NULL};
	static const char *const lists[] = {"properties", "patternProperties", "$defs",
		"allOf", "anyOf", "oneOf", "prefixItems", "dependentSchemas",
		"definitions", NULL};
	const char *key;
	json_t *value;
	void *next;
	json_object_foreach_safe(schema, next, key, value) if (is_among(key, annotations))
		json_object_del(schema, key);
	else if (is_among(key, schemas)) strip(value);
	else if (is_among(key, lists)) strip_values(value);
}

static void put(const char *name, const char *suffix, const char *text)
{
	printf("const char cp_%s_schema%s[] = {", name, suffix);
	for (size_t i = 0; text[i]; i++)
		printf("%s%d,", i % 20 ? "" : "\n\t", (signed char)text[i]);
	printf("\n\t0};\n");
}

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	static char text[1 << 20];
	size_t len = file ? fread(text, 1, sizeof text - 1, file) : 0;
	text[len] = '\0';
	if (!file || fclose(file) != 0)
		return NULL;
	return text;
}

/* The file's text stays in a buffer of read_file(). */
static json_t *load(const char *path, char **text)
{
	json_error_t error;
	*text = read_file(path);
	json_t *schema = *text ? json_loads(*text, JSON_REJECT_DUPLICATES, &error) : NULL;
	if (!schema) {
		fprintf(stderr, "embed: %s is not JSON: %s\n", path,
			*text ? error.text : "it cannot be read");
		exit(1);
	}
	return schema;
}

static void put_rules(const char *name, const char *suffix, json_t *schema)
{
	strip(schema);
	char *rules = json_dumps(schema, JSON_COMPACT);
	put(name, suffix, rules ? rules : "");
	free(rules);
}

static void put_metaschemas(int count, char **paths)
{
	char *text, name[20];
	json_t *ids = json_array();
	for (int i = 0; i < count; i++) {
		json_t *schema = load(paths[i], &text);
		json_array_append(ids, json_object_get(schema, "$id"));
		snprintf(name, sizeof name, "meta_%d", i);
		printf("static ");
		put_rules(name, "", schema);
		json_decref(schema);
	}
	puts("const struct cp_metaschema cp_metaschemas[] = {");
	for (int i = 0; i < count; i++)
		printf("\t{\"%s\", cp_meta_%d_schema},\n",
			json_string_value(json_array_get(ids, (size_t)i)), i);
	puts("\t{0},\n};");
	json_decref(ids);
}

int main(int argc, char **argv)
{
	int i = 1;
	puts("#include \"annotation/load.h\"\n#include \"json/schema_files.h\"\n");
	for (; i + 1 < argc && strcmp(argv[i], "--") != 0; i += 2) {
		char *text;
		json_t *schema = load(argv[i + 1], &text);
		put(argv[i], "", text);
		put_rules(argv[i], "_rules", schema);
		json_decref(schema);
	}
	put_metaschemas(argc - i - 1, argv + i + 1);
	return 0;
}
