#include "random_json.h"

#include "json/edit.h"

#include <jansson.h>

/* The text after the edits that the script tells, one a line, with ' for ":
 *
 *     = /pointer value      - /pointer      ~ /pointer name
 *
 * "?" instead of the text where one of them was refused. */
static void edit_by(const char *script, cp_source *source, cp_arena *arena, cp_buf *out)
{
	cp_edits *edits = cp_edits_new(arena, source);
	bool done = true;
	for (const char *line = script; *line;) {
		size_t len = strcspn(line, "\n"), pointer = strcspn(line + 2, " \n");
		cp_str at = {line + 2, pointer};
		size_t rest = 2 + pointer + (line[2 + pointer] == ' ');
		cp_str value = {line + rest, len - rest};
		done &= *line == '='   ? cp_edit_set(edits, at, value)
			: *line == '-' ? cp_edit_remove(edits, at)
				       : cp_edit_rename(edits, at, value);
		line += len + (line[len] == '\n');
	}
	if (done)
		cp_edits_apply(edits, out);
	else
		cp_buf_puts(out, "?");
}

static void expect_edited(const char *text, const char *script, const char *want)
{
	cp_arena arena = {0};
	cp_buf bytes = {0}, out = {0};
	cp_buf_puts(&bytes, quoted(text));
	cp_str edits = cp_str_copy(&arena, cp_str_of(quoted(script)));
	cp_source source = {.text = cp_buf_str(&bytes), .arena = &arena};
	edit_by(edits.at, &source, &arena, &out);
	expect_str(script, cp_buf_str(&out), quoted(want));
	cp_buf_clear(&out);
	cp_buf_clear(&bytes);
	cp_arena_clear(&arena);
}

static void edits_change_only_what_they_name(void **state)
{
	(void)state;
	static const struct {
		const char *text, *script, *want;
	} rows[] = {
		{"{ 'a': 1.0, 'b' : 1E2 }\n", "", "{ 'a': 1.0, 'b' : 1E2 }\n"},
		{"{ 'a': 1.0, 'b' : 1E2 }\n", "= /a 'x'", "{ 'a': 'x', 'b' : 1E2 }\n"},
		{"[-0,{'b':[]}]", "= /1/b null", "[-0,{'b':null}]"},
		{" 1 ", "=  [2]", " [2] "},
		{"{'a\\u0062':1}", "~ /ab c/d", "{'c/d':1}"},
		{"{'a':{'b':1}}", "~ /a A\n= /a/b 2", "{'A':{'b':2}}"},
		{"{'a':1}", "~ /a A\n= /a 2", "{'A':2}"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_edited(rows[i].text, rows[i].script, rows[i].want);
}

static void what_is_added_is_laid_out_like_its_neighbours(void **state)
{
	(void)state;
	static const struct {
		const char *text, *script, *want;
	} rows[] = {
		{"{'a':1}", "= /b 2", "{'a':1,'b':2}"},
		{"{'a': 1}", "= /b 2", "{'a': 1, 'b': 2}"},
		{"{ 'a': 1 }", "= /b 2\n= /c 3", "{ 'a': 1, 'b': 2, 'c': 3 }"},
		{"{\n\t'a': 1\n}", "= /b 2", "{\n\t'a': 1,\n\t'b': 2\n}"},
		{"{ 'a': 1,\n  'b': 2 }", "= /c 3", "{ 'a': 1,\n  'b': 2,\n  'c': 3 }"},
		{"{}", "= /a~1b 1", "{ 'a/b': 1 }"},
		{"{}", "= /a 1\n= /b 2", "{ 'a': 1, 'b': 2 }"},
		{"{\n}", "= /a 1", "{\n\t'a': 1\n}"},
		{"[]", "= /- 1", "[1]"},
		{"[ ]", "= /- 1", "[ 1 ]"},
		{"[1]", "= /- 2\n= /- 2", "[1, 2, 2]"},
		{"{'l': [\n\t\t1,\n\t\t2\n\t]}", "= /l/- 3",
			"{'l': [\n\t\t1,\n\t\t2,\n\t\t3\n\t]}"},
		{"{'a': [\n\t]}", "= /a/- {}", "{'a': [\n\t\t{}\n\t]}"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_edited(rows[i].text, rows[i].script, rows[i].want);
}

static void what_is_removed_takes_its_comma_along(void **state)
{
	(void)state;
	static const struct {
		const char *text, *script, *want;
	} rows[] = {
		{"{'a':1,'b':2,'c':3}", "- /a", "{'b':2,'c':3}"},
		{"{'a':1,'b':2,'c':3}", "- /b", "{'a':1,'c':3}"},
		{"{'a':1,'b':2,'c':3}", "- /c", "{'a':1,'b':2}"},
		{"{'a':1,'b':2,'c':3}", "- /a\n- /b", "{'c':3}"},
		{"{'a':1,'b':2,'c':3}", "- /c\n- /b", "{'a':1}"},
		{"{ 'a':1, 'b':2 }", "- /a\n- /b", "{}"},
		{"[1, 2, 3, 4, 5]", "- /1\n- /3", "[1, 3, 5]"},
		{"[ [1] ]", "- /0/0", "[ [] ]"},
		/* what stood on a line of its own still does */
		{"{ 'a': 1, 'b': 2,\n  'c': 3 }", "- /b", "{ 'a': 1,\n  'c': 3 }"},
		{"{ 'a': 1,\n  'b': 2, 'c': 3 }", "- /b", "{ 'a': 1,\n  'c': 3 }"},
		{"{\n\t'a': 1,\n\t'b': 2\n}", "- /b", "{\n\t'a': 1\n}"},
		/* and something is added at once */
		{"{'a':1,'b':2}", "- /b\n= /c 3", "{'a':1,'c':3}"},
		{"{ 'a':1 }", "- /a\n= /c 3", "{ 'c':3 }"},
		{"[1, 2]", "- /0\n- /1\n= /- 3\n= /- 4", "[3, 4]"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_edited(rows[i].text, rows[i].script, rows[i].want);
}

static void edits_that_meet_are_settled(void **state)
{
	(void)state;
	static const struct {
		const char *text, *script, *want;
	} rows[] = {
		{"[1]", "= /0 2\n= /0 3", "[3]"},
		{"[1]", "= /0 2\n- /0", "[]"},
		{"[1]", "- /0\n= /0 2", "[2]"},
		{"{}", "= /a 1\n= /b 2\n= /a 3", "{ 'b': 2, 'a': 3 }"},
		{"{'a':{'b':[1,2]}}", "- /a/b/0\n= /a/b/1 7\n= /a {}", "{'a':{}}"},
		{"{'a':{'b':1},'c':2}", "- /a\n= /a/b 2\n= /a/d 1\n= /c 3", "{'c':3}"},
		{"[[1]]", "=  0\n= /0/0 2", "0"},
		{"{'a':1}", "~ /a b\n- /a", "{}"},
		/* refused */
		{"{'a':1}", "= /b/c 1", "?"},
		{"{'a':1}", "= /a/c 1", "?"},
		{"[1]", "= /1 1", "?"},
		{"{'a':1}", "= a 1", "?"},
		{"{'a':1}", "- xa", "?"},
		{"[1]", "= /x 1", "?"},
		{"{'a':1}", "- /b", "?"},
		{"{'a':1}", "- ", "?"},
		{"{'a':1}", "~ /b c", "?"},
		{"[1]", "~ /0 c", "?"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_edited(rows[i].text, rows[i].script, rows[i].want);
}

/* ---- Random edits, against the same changes made by jansson ---- */

enum { MOST_EDITS = 6 };

struct change {
	char kind;    /* '=', '-', '~' */
	size_t value; /* the one that is changed, or the container that is added to */
	char pointer[220];
	char key[100]; /* of the parent's property; or the element's number */
	char name[8];  /* if it is renamed */
};

struct trial {
	struct random_json json;
	struct change changes[MOST_EDITS];
	size_t len;
};

/* The value at a pointer of our own, whose last step goes to `key`, with its parent. */
static json_t *walk(json_t *root, const char *pointer, json_t **parent, char *key)
{
	json_t *at = root;
	*parent = NULL;
	while (*pointer) {
		size_t len = 0;
		for (pointer++; *pointer && *pointer != '/'; pointer++) {
			bool escaped = *pointer == '~';
			pointer += escaped;
			key[len++] = escaped ? (*pointer == '1' ? '/' : '~') : *pointer;
		}
		key[len] = '\0';
		*parent = at;
		at = json_is_array(at) ? json_array_get(at, (size_t)atoi(key))
				       : json_object_get(at, key);
	}
	return at;
}

static bool leads_into(const char *pointer, const char *other)
{
	size_t len = strlen(pointer);
	return strncmp(pointer, other, len) == 0 && (!other[len] || other[len] == '/');
}

static bool is_free(const struct trial *trial, const char *pointer)
{
	for (size_t i = 0; i < trial->len; i++)
		if (leads_into(trial->changes[i].pointer, pointer)
			|| leads_into(pointer, trial->changes[i].pointer))
			return false;
	return true;
}

/* Picks a change that no other is in the way of; none, if there is none at hand. */
static void pick(struct trial *trial, json_t *root)
{
	struct change *change = &trial->changes[trial->len];
	uint32_t *random = &trial->json.random;
	json_t *parent;
	change->kind = "=-~+"[random_below(random, 4)];
	change->value = random_below(random, (uint32_t)trial->json.len);
	const char *pointer = trial->json.values[change->value].pointer;
	json_t *value = walk(root, pointer, &parent, change->key);
	if (change->kind == '+') {
		if (!json_is_object(value) && !json_is_array(value))
			return;
	} else if (!parent || (change->kind == '~' && !json_is_object(parent))) {
		return;
	}
	snprintf(change->name, sizeof change->name, "new%zu", trial->len);
	strcpy(change->pointer, pointer);
	if (change->kind == '+')
		strcat(change->pointer, json_is_array(value) ? "/-" : "/new");
	trial->len += is_free(trial, change->pointer);
}

static void change_as_told(struct trial *trial, json_t *root, char kind)
{
	/* From the end, so that what is removed moves nothing that is yet to be. */
	for (size_t value = trial->json.len; value-- > 0;)
		for (size_t i = 0; i < trial->len; i++) {
			struct change *change = &trial->changes[i];
			json_t *parent, *new = json_string("new");
			json_t *at = walk(root, change->pointer, &parent, change->key);
			bool now = change->value == value && change->kind == kind;
			if (now && kind == '~')
				json_object_set(parent, change->name, at);
			if (now && json_is_array(parent) && kind == '-')
				json_array_remove(parent, (size_t)atoi(change->key));
			else if (now && json_is_array(parent) && kind == '=')
				json_array_set(parent, (size_t)atoi(change->key), new);
			else if (now && json_is_array(parent))
				json_array_append(parent, new);
			else if (now && (kind == '-' || kind == '~'))
				json_object_del(parent, change->key);
			else if (now)
				json_object_set(parent, change->key, new);
			json_decref(new);
		}
}

static void edit_as_told(
	struct trial *trial, cp_source *source, cp_arena *arena, cp_buf *out)
{
	cp_edits *edits = cp_edits_new(arena, source);
	for (size_t i = 0; i < trial->len; i++) {
		cp_str pointer = cp_str_of(trial->changes[i].pointer);
		assert_true(trial->changes[i].kind == '-' ? cp_edit_remove(edits, pointer)
				: trial->changes[i].kind == '~'
				? cp_edit_rename(
					edits, pointer, cp_str_of(trial->changes[i].name))
				: cp_edit_set(edits, pointer, CP_LIT("\"new\"")));
	}
	cp_edits_apply(edits, out);
}

/* Of one edit, everything before some byte and after some other is as it was. */
static void expect_one_place(const struct trial *trial, cp_str before, cp_str after)
{
	size_t start = 0, end = 0,
	       least = before.len < after.len ? before.len : after.len;
	const struct change *change = &trial->changes[0];
	size_t from = trial->json.values[change->value].start;
	size_t to = trial->json.values[change->value].end;
	while (start < least && before.at[start] == after.at[start])
		start++;
	while (end < least
		&& before.at[before.len - 1 - end] == after.at[after.len - 1 - end])
		end++;
	if (change->kind == '=')
		assert_true(start >= from && end >= before.len - to);
	else if (change->kind == '+')
		assert_true(start + end >= before.len);
	else if (change->kind == '-')
		assert_true(start + end >= after.len);
	else
		assert_true(start < from && end >= before.len - from);
}

static void random_edits_are_what_jansson_makes_of_them(void **state)
{
	(void)state;
	static struct trial trial;
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 3000; round++) {
		cp_arena arena = {0};
		cp_buf out = {0};
		trial.len = 0;
		random_json_write(&trial.json, random + (uint32_t)round);
		cp_str text = cp_buf_str(&trial.json.text);
		cp_source source = {.text = text, .arena = &arena};
		json_t *root = json_loadb(text.at, text.len, 0, NULL);
		for (int i = round % MOST_EDITS; i >= 0; i--)
			pick(&trial, root);
		edit_as_told(&trial, &source, &arena, &out);
		for (const char *kind = "=~+-"; *kind; kind++)
			change_as_told(&trial, root, *kind);
		json_t *got = json_loadb(out.at, out.len, JSON_REJECT_DUPLICATES, NULL);
		assert_true(json_equal(got, root));
		if (trial.len == 1)
			expect_one_place(&trial, text, cp_buf_str(&out));
		json_decref(got);
		json_decref(root);
		random_json_clear(&trial.json);
		cp_buf_clear(&out);
		cp_arena_clear(&arena);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(edits_change_only_what_they_name),
	cmocka_unit_test(what_is_added_is_laid_out_like_its_neighbours),
	cmocka_unit_test(what_is_removed_takes_its_comma_along),
	cmocka_unit_test(edits_that_meet_are_settled),
	cmocka_unit_test(random_edits_are_what_jansson_makes_of_them),
};

GROUP(edit);
