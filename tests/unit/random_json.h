/* Random JSON, with a note of where each value was put. */
#ifndef CP_TESTS_RANDOM_JSON_H
#define CP_TESTS_RANDOM_JSON_H

#include "unit.h"

struct random_json {
	cp_buf text, pointer;
	uint32_t random;
	struct {
		char pointer[200];
		size_t start, end;
	} values[400]; /* in the order of the text; the first is the whole */
	size_t len;
};

/* Writes an object or array: names with escapes, blanks of all kinds, six properties or
 * elements at most, six levels. */
void random_json_write(struct random_json *json, uint32_t seed);
void random_json_clear(struct random_json *json);

#endif
