/* The yardstick: loads JSON files with jansson and does nothing with them. */
#include <jansson.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		json_error_t error;
		json_t *json = json_load_file(argv[i], 0, &error);
		if (!json) {
			fprintf(stderr, "%s: %s\n", argv[i], error.text);
			return 1;
		}
		json_decref(json);
	}
	return 0;
}
