/* The yardstick: loads JSON files, of one value or one a line, with jansson and does nothing
 * with them. */
#include <jansson.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		json_error_t error;
		FILE *file = fopen(argv[i], "r");
		json_t *json =
			file ? json_loadf(file, JSON_DISABLE_EOF_CHECK, &error) : NULL;
		if (!json) {
			fprintf(stderr, "%s: it cannot be read\n", argv[i]);
			return 1;
		}
		for (; json; json = json_loadf(file, JSON_DISABLE_EOF_CHECK, &error))
			json_decref(json);
		fclose(file);
	}
	return 0;
}
