/* A tool of the build: writes schemas as C, `embed NAME FILE…`, each twice: the text as it
 * is (cp_NAME_schema), and the rules alone, without titles, descriptions and examples, which
 * are two thirds of it and would be parsed at every start (cp_NAME_schema_rules). */
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
	static const char *const annotations[] = {"title", "description", "examples",
		"default", "defaultSnippets", "$comment", "$schema", NULL};
	static const char *const schemas[] = {"items", "additionalProperties", "if",
		"then", "else", "not", "contains", "propertyNames", NULL};
	static const char *const lists[] = {"properties", "patternProperties", "$defs",
		"allOf", "anyOf", "oneOf", NULL};
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

int main(int argc, char **argv)
{
	puts("#include \"annotation/load.h\"");
	for (int i = 1; i + 1 < argc; i += 2) {
		json_error_t error;
		char *text = read_file(argv[i + 1]);
		json_t *schema =
			text ? json_loads(text, JSON_REJECT_DUPLICATES, &error) : NULL;
		if (!schema) {
			fprintf(stderr, "embed: %s is not JSON: %s\n", argv[i + 1],
				text ? error.text : "it cannot be read");
			return 1;
		}
		put(argv[i], "", text);
		strip(schema);
		char *rules = json_dumps(schema, JSON_COMPACT);
		put(argv[i], "_rules", rules ? rules : "");
		free(rules);
		json_decref(schema);
	}
	return 0;
}
