/* Validates a parsed annotation against its compiled schema over and over, and prints the
 * median time of one validation in microseconds: validate FILE [RUNS]. */
#define _POSIX_C_SOURCE 200809L
#include "annotation/load.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return (left > right) - (left < right);
}

int main(int argc, char **argv)
{
	int runs = argc > 2 ? atoi(argv[2]) : 3000;
	double *times = cp_xmalloc(((size_t)runs + 1) * sizeof *times);
	cp_buf text = {0};
	cp_diags diags = {0};
	if (argc < 2 || runs < 1 || cp_file_read(argv[1], &text) != 0)
		return 2;
	cp_document document;
	cp_document_init(&document, cp_diags_add_source(&diags, argv[1], &text), &diags);
	cp_schemas *schemas = cp_schemas_new((cp_schema_options){0});
	cp_schemas_add(schemas, CP_LIT(CP_ANNOTATION_SCHEMA_URI),
		cp_str_of(cp_annotation_schema_rules));
	cp_schemas_add(
		schemas, CP_LIT(CP_THREAD_SCHEMA_URI), cp_str_of(cp_thread_schema_rules));
	const cp_schema *schema =
		cp_schemas_compile(schemas, CP_LIT(CP_ANNOTATION_SCHEMA_URI), &diags);
	if (!document.root || !schema)
		return 1;
	for (int i = -runs / 10 - 1; i < runs; i++) {
		double start = now();
		if (!cp_schema_accepts(schema, &document))
			return 1;
		if (i >= 0)
			times[i] = now() - start;
	}
	qsort(times, (size_t)runs, sizeof *times, compare);
	printf("%.2f\n", times[runs / 2]);
	free(times);
	cp_schemas_free(schemas);
	cp_document_clear(&document);
	cp_diags_clear(&diags);
	return 0;
}
