/* JSON values as JSON Schema sees them: 1.0 is an integer and equal to 1, objects have no
 * order, and a number is a multiple of another by their decimals (JSON Schema Core, section
 * 4.2.2; Validation, sections 6.1.1 and 6.2.1). */
#ifndef CP_JSON_SCHEMA_VALUE_H
#define CP_JSON_SCHEMA_VALUE_H

#include "base/str.h"

#include <jansson.h>
#include <stdint.h>

enum { /* bits of a type */
	TYPE_NULL = 1,
	TYPE_BOOLEAN = 2,
	TYPE_OBJECT = 4,
	TYPE_ARRAY = 8,
	TYPE_NUMBER = 16,
	TYPE_STRING = 32,
	TYPE_INTEGER = 64,
	TYPE_ANY = 127,
};

/* Doubles of 2^53 and more have no fraction. Without floor(), the program needs no libm,
 * which would be loaded at every start. */
static inline bool cp_is_whole(double number)
{
	const double limit = 9007199254740992.0;
	return number >= limit || number <= -limit || (double)(long long)number == number;
}

/* The type bits of a value: of 1.0, TYPE_NUMBER and TYPE_INTEGER. */
static inline unsigned cp_value_type(const json_t *json)
{
	static const unsigned char bits[] = {
		[JSON_OBJECT] = TYPE_OBJECT,
		[JSON_ARRAY] = TYPE_ARRAY,
		[JSON_STRING] = TYPE_STRING,
		[JSON_INTEGER] = TYPE_INTEGER,
		[JSON_REAL] = TYPE_NUMBER,
		[JSON_TRUE] = TYPE_BOOLEAN,
		[JSON_FALSE] = TYPE_BOOLEAN,
		[JSON_NULL] = TYPE_NULL,
	};
	if (json_is_real(json) && cp_is_whole(json_real_value(json)))
		return TYPE_NUMBER | TYPE_INTEGER;
	return bits[json_typeof(json)];
}

static inline cp_str cp_value_text(const json_t *string)
{
	return (cp_str){json_string_value(string), json_string_length(string)};
}

/* Negative, 0 or positive, of two numbers, exactly. */
int cp_value_compare(const json_t *a, const json_t *b);

/* Is the number `value` a whole number of times `divisor`, which is more than 0? Both count
 * as the shortest decimals that they are read from. */
bool cp_value_is_multiple(const json_t *value, const json_t *divisor);

bool cp_value_equal(const json_t *a, const json_t *b);

/* The two first elements of an array that are equal; false if there are none. In about
 * linear time. */
bool cp_value_find_twins(const json_t *array, size_t *first, size_t *second);

#endif
