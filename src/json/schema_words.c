/* Types and values in the words of messages. */
#include "json/schema_report.h"

enum {
	MOST_NAMED = 12, /* of many allowed values, those that are named */
	LONGEST = 60,    /* bytes of a value that is shown */
};

void cp_write_choice(cp_buf *out, size_t i, size_t count)
{
	cp_buf_puts(out, i == 0 ? "" : i + 1 == count ? " or " : ", ");
}

void cp_write_types(cp_buf *out, unsigned types)
{
	static const struct {
		unsigned bits;
		const char *name;
	} names[] = {
		{TYPE_STRING, "a text"},
		{TYPE_NUMBER | TYPE_INTEGER, "a number"},
		{TYPE_INTEGER, "a whole number"},
		{TYPE_BOOLEAN, "true or false"},
		{TYPE_OBJECT, "an object { … }"},
		{TYPE_ARRAY, "an array [ … ]"},
		{TYPE_NULL, "null"},
	};
	const char *found[sizeof names / sizeof *names + 1];
	size_t count = 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if ((types & names[i].bits) == names[i].bits) {
			found[count++] = names[i].name;
			types &= ~names[i].bits;
		}
	if (types & TYPE_NUMBER)
		found[count++] = "a number";
	for (size_t i = 0; i < count; i++) {
		cp_write_choice(out, i, count);
		cp_buf_puts(out, found[i]);
	}
}

void cp_write_value(cp_buf *out, const json_t *json)
{
	if (json_is_string(json)) {
		cp_buf_printf(out, "\"%.*s\"", CP_FMT(cp_value_text(json)));
		return;
	}
	char *text = json_dumps(
		json, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(15));
	if (text && strlen(text) <= LONGEST)
		cp_buf_puts(out, text);
	else
		cp_write_types(out, cp_value_type(json));
	free(text);
}

void cp_write_values(cp_buf *out, const json_t *const values[], size_t len)
{
	size_t shown = len > MOST_NAMED ? MOST_NAMED : len;
	for (size_t i = 0; i < shown; i++) {
		cp_write_choice(out, i, shown < len ? len : shown);
		cp_write_value(out, values[i]);
	}
	if (shown < len)
		cp_buf_printf(out, " or one of %zu others", len - shown);
}
