#include "json/member.h"

#include "json/document.h"

#include <jansson.h>

static size_t skip_blanks(cp_str text, size_t at)
{
	while (at < text.len && text.at[at] && strchr(" \t\r\n", text.at[at]))
		at++;
	return at;
}

static bool is_escaped(cp_str text, size_t at)
{
	size_t backslashes = 0;
	while (text.at[at - 1 - backslashes] == '\\')
		backslashes++;
	return backslashes % 2;
}

/* The byte after the string that begins at `at`. Nearly all of a thread is in strings. */
static size_t skip_string(cp_str text, size_t at)
{
	for (at++; at < text.len; at++) {
		const char *quote = memchr(text.at + at, '"', text.len - at);
		if (!quote)
			return text.len;
		at = (size_t)(quote - text.at);
		if (!is_escaped(text, at))
			return at + 1;
	}
	return text.len;
}

/* The byte after the value that begins at `at`: strings are passed over, brackets counted. */
static size_t skip_value(cp_str text, size_t at)
{
	for (size_t depth = 0; at < text.len;) {
		char c = text.at[at];
		if (c == '"') {
			at = skip_string(text, at);
			if (!depth)
				return at;
			continue;
		}
		if (!depth && (c == ',' || c == '}' || c == ']'))
			return at;
		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
		at++;
		if (!depth && (c == '}' || c == ']'))
			return at;
	}
	return at;
}

static cp_str trim_end(cp_str value)
{
	while (value.len && value.at[value.len - 1]
		&& strchr(" \t\r\n", value.at[value.len - 1]))
		value.len--;
	return value;
}

bool cp_json_member(cp_str text, const char *name, cp_str *value)
{
	size_t at = skip_blanks(text, 0), len = strlen(name);
	if (at == text.len || text.at[at] != '{')
		return false;
	do {
		size_t key = skip_blanks(text, at + 1);
		if (key == text.len || text.at[key] != '"')
			return false;
		size_t key_end = skip_string(text, key);
		size_t start = skip_blanks(text, key_end);
		if (start == text.len || text.at[start] != ':')
			return false;
		start = skip_blanks(text, start + 1);
		at = skip_value(text, start);
		if (key_end - key == len + 2
			&& memcmp(text.at + key + 1, name, len) == 0) {
			*value = trim_end(cp_str_part(text, start, at));
			return value->len > 0;
		}
		at = skip_blanks(text, at);
	} while (at < text.len && text.at[at] == ',');
	return false;
}

bool cp_json_unquote(cp_str json, cp_buf *out)
{
	json_error_t error;
	cp_arena arena = {0};
	const json_t *value = json.len && json.at[0] == '"'
		? cp_json_parse(&arena, json, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error)
		: NULL;
	if (value)
		cp_buf_put(out,
			(cp_str){json_string_value(value), json_string_length(value)});
	cp_arena_clear(&arena);
	return value != NULL;
}

bool cp_json_is_integer(cp_str json)
{
	size_t i = json.len > 0 && json.at[0] == '-', digits = i;
	while (i < json.len && json.at[i] >= '0' && json.at[i] <= '9')
		i++;
	return i == json.len && i > digits && (json.at[digits] != '0' || i == digits + 1);
}
