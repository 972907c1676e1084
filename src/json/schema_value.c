#include "json/schema_value.h"

#include <stdio.h>
#include <stdlib.h>

static int compare_doubles(double a, double b)
{
	return a < b ? -1 : a > b;
}

/* Not every integer is a double, so the double is made an integer where it can be. */
static int compare_mixed(json_int_t integer, double real)
{
	const double limit = 9223372036854775808.0; /* 2^63 */
	if (real >= limit || real < -limit)
		return real > 0 ? -1 : 1;
	json_int_t whole = (json_int_t)real;
	if (integer != whole)
		return integer < whole ? -1 : 1;
	return compare_doubles((double)whole, real);
}

int cp_value_compare(const json_t *a, const json_t *b)
{
	if (json_is_integer(a) && json_is_integer(b)) {
		json_int_t left = json_integer_value(a), right = json_integer_value(b);
		return left < right ? -1 : left > right;
	}
	if (json_is_integer(a))
		return compare_mixed(json_integer_value(a), json_real_value(b));
	if (json_is_integer(b))
		return -compare_mixed(json_integer_value(b), json_real_value(a));
	return compare_doubles(json_real_value(a), json_real_value(b));
}

/* ---- Multiples ---- */

struct decimal { /* digits * 10^exponent; the last digit is not 0 */
	uint64_t digits;
	int exponent;
};

/* The fewest digits that are read back as the same double are those that were written. */
static struct decimal decimal_of_real(double real)
{
	char text[40] = "";
	for (int precision = 14; precision < 17; precision++) {
		snprintf(text, sizeof text, "%.*e", precision, real);
		if (strtod(text, NULL) == real)
			break;
	}
	struct decimal decimal = {0, 0};
	char *at = text;
	bool point = false;
	for (; *at && *at != 'e'; at++) {
		bool digit = *at >= '0' && *at <= '9';
		if (digit)
			decimal.digits = decimal.digits * 10 + (uint64_t)(*at - '0');
		decimal.exponent -= digit && point;
		point |= !digit && *at != '-';
	}
	decimal.exponent += *at ? atoi(at + 1) : 0;
	return decimal;
}

static struct decimal decimal_of(const json_t *number)
{
	struct decimal decimal = {0, 0};
	if (json_is_real(number)) {
		decimal = decimal_of_real(json_real_value(number));
	} else {
		json_int_t value = json_integer_value(number);
		decimal.digits = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	}
	while (decimal.digits && decimal.digits % 10 == 0) {
		decimal.digits /= 10;
		decimal.exponent++;
	}
	return decimal;
}

static uint64_t multiply_modulo(uint64_t a, uint64_t b, uint64_t modulus)
{
	__extension__ typedef unsigned __int128 wide;
	return (uint64_t)((wide)a * b % modulus);
}

bool cp_value_is_multiple(const json_t *value, const json_t *divisor)
{
	struct decimal a = decimal_of(value), b = decimal_of(divisor);
	if (!a.digits || !b.digits)
		return !a.digits;
	/* `a` does not end with 0, so where `b` has zeros more it cannot be a multiple. */
	if (a.exponent < b.exponent)
		return false;
	uint64_t rest = a.digits % b.digits;
	for (int i = a.exponent - b.exponent; i > 0 && rest; i--)
		rest = multiply_modulo(rest, 10, b.digits);
	return rest == 0;
}

/* ---- Equality. Values are at most as deep as jansson reads, so recursion is bounded ---- */

static bool equal_arrays(const json_t *a, const json_t *b)
{
	size_t len = json_array_size(a);
	if (len != json_array_size(b))
		return false;
	for (size_t i = 0; i < len; i++)
		if (!cp_value_equal(json_array_get(a, i), json_array_get(b, i)))
			return false;
	return true;
}

static bool equal_objects(const json_t *a, const json_t *b)
{
	if (json_object_size(a) != json_object_size(b))
		return false;
	const char *key;
	size_t len;
	json_t *value;
	json_object_keylen_foreach((json_t *)a, key, len, value)
	{
		const json_t *other = json_object_getn(b, key, len);
		if (!other || !cp_value_equal(value, other))
			return false;
	}
	return true;
}

bool cp_value_equal(const json_t *a, const json_t *b)
{
	if (json_is_number(a) && json_is_number(b))
		return cp_value_compare(a, b) == 0;
	if (json_typeof(a) != json_typeof(b))
		return false;
	switch (json_typeof(a)) {
	case JSON_OBJECT:
		return equal_objects(a, b);
	case JSON_ARRAY:
		return equal_arrays(a, b);
	case JSON_STRING:
		return cp_str_eq(cp_value_text(a), cp_value_text(b));
	default:
		return true;
	}
}

/* ---- Twins ---- */

static uint64_t mix(uint64_t hash, uint64_t more)
{
	hash = (hash ^ more) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 29;
}

static uint64_t hash_text(cp_str text)
{
	uint64_t hash = text.len;
	for (size_t i = 0; i < text.len; i++)
		hash = mix(hash, (unsigned char)text.at[i]);
	return hash;
}

/* Equal values have equal hashes; of an object, whatever the order of its members. */
static uint64_t hash_value(const json_t *json)
{
	uint64_t hash = (uint64_t)json_typeof(json) + 1;
	if (json_is_number(json)) {
		double number = json_number_value(json) + 0.0; /* of -0 too */
		memcpy(&hash, &number, sizeof hash);
		return mix(hash, 1);
	}
	if (json_is_string(json))
		return mix(hash_text(cp_value_text(json)), 2);
	for (size_t i = 0; i < json_array_size(json); i++)
		hash = mix(hash, hash_value(json_array_get(json, i)));
	const char *key;
	size_t len;
	json_t *value;
	json_object_keylen_foreach((json_t *)json, key, len, value) hash +=
		mix(hash_text((cp_str){key, len}), hash_value(value));
	return hash;
}

struct hashed {
	uint64_t hash;
	size_t index;
};

static int compare_hashed(const void *left, const void *right)
{
	const struct hashed *a = left, *b = right;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

bool cp_value_find_twins(const json_t *array, size_t *first, size_t *second)
{
	size_t len = json_array_size(array);
	if (len < 2)
		return false;
	struct hashed *all = cp_xmalloc(len * sizeof *all);
	for (size_t i = 0; i < len; i++)
		all[i] = (struct hashed){hash_value(json_array_get(array, i)), i};
	qsort(all, len, sizeof *all, compare_hashed);
	bool found = false;
	for (size_t i = 0; i < len; i++)
		for (size_t j = i + 1; j < len && all[j].hash == all[i].hash; j++) {
			const json_t *a = json_array_get(array, all[i].index);
			if (!cp_value_equal(a, json_array_get(array, all[j].index)))
				continue;
			if (!found || all[j].index < *second) {
				*first = all[i].index;
				*second = all[j].index;
			}
			found = true;
			break;
		}
	free(all);
	return found;
}
