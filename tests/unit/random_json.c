#include "random_json.h"

static void put_space(struct random_json *json)
{
	static const char *const spaces[] = {"", "", " ", "\n\t", "\r\n "};
	cp_buf_puts(&json->text, spaces[random_below(&json->random, COUNT(spaces))]);
}

static void write_value(struct random_json *json, unsigned depth);

static void write_member(
	struct random_json *json, unsigned depth, uint32_t i, bool object)
{
	static const char *const keys[][2] = {{"a", "a"}, {"b\\/", "b/"},
		{"\\u00e9~", "é~"}, {"\\ud83d\\ude42", "🙂"}, {"\\\"", "\""}, {"", ""}};
	size_t len = json->pointer.len;
	if (object) {
		cp_buf_printf(&json->text, "\"%s\"", keys[i][0]);
		put_space(json);
		cp_buf_putc(&json->text, ':');
		put_space(json);
		cp_pointer_add_key(&json->pointer, cp_str_of(keys[i][1]));
	} else {
		cp_pointer_add_index(&json->pointer, i);
	}
	write_value(json, depth + 1);
	json->pointer.len = len;
	put_space(json);
}

static void write_value(struct random_json *json, unsigned depth)
{
	static const char *const scalars[] = {"1", "-2.5e7", "true", "null", "\"\"",
		"\"a\\\"b]\"", "\"\\\\\"", "\"é: {\""};
	size_t value = json->len++;
	snprintf(json->values[value].pointer, sizeof json->values[value].pointer, "%.*s",
		CP_FMT(cp_buf_str(&json->pointer)));
	json->values[value].start = json->text.len;
	uint32_t kind = depth > 4 || json->len > 300 ? 2 : random_below(&json->random, 4);
	if (kind >= 2 && depth) {
		cp_buf_puts(&json->text,
			scalars[random_below(&json->random, COUNT(scalars))]);
	} else {
		bool object = kind == 1;
		cp_buf_putc(&json->text, object ? '{' : '[');
		put_space(json);
		for (uint32_t i = 0, n = random_below(&json->random, 6); i < n; i++) {
			if (i)
				cp_buf_putc(&json->text, ',');
			put_space(json);
			write_member(json, depth, i, object);
		}
		cp_buf_putc(&json->text, object ? '}' : ']');
	}
	json->values[value].end = json->text.len;
}

void random_json_write(struct random_json *json, uint32_t seed)
{
	*json = (struct random_json){.random = seed};
	write_value(json, 0);
}

void random_json_clear(struct random_json *json)
{
	cp_buf_clear(&json->text);
	cp_buf_clear(&json->pointer);
}
