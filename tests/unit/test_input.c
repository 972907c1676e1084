/* Documents in memory: how they are named and placed, and which files they may name. */
#define _XOPEN_SOURCE 700
#include "unit.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* A folder with threads/a.json, secret.json beside threads, and links from the one to the
 * other. */
static int make_folders(void **state)
{
	char *folder = strdup("/tmp/counterpoint-unit-XXXXXX");
	*state = folder;
	return mkdtemp(folder) && chdir(folder) == 0 && mkdir("threads", 0777) == 0
			&& mkdir("threads2", 0777) == 0
			&& !cp_file_write("threads/a.json", CP_LIT("thread"))
			&& !cp_file_write("threads2/a.json", CP_LIT("other"))
			&& !cp_file_write("secret.json", CP_LIT("secret"))
			&& symlink("../secret.json", "threads/out.json") == 0
			&& symlink("a.json", "threads/in.json") == 0
		? 0
		: -1;
}

static const char *root_of_tests;

static int remove_folders(void **state)
{
	static const char *const files[] = {"threads/a.json", "threads2/a.json",
		"secret.json", "threads/out.json", "threads/in.json"};
	for (size_t i = 0; i < COUNT(files); i++)
		unlink(files[i]);
	rmdir("threads");
	rmdir("threads2");
	int removed = rmdir(*state);
	free(*state);
	return chdir(root_of_tests) == 0 ? removed : -1;
}

static int remember_root(void **state)
{
	root_of_tests = getcwd(NULL, 0);
	return make_folders(state);
}

static int forget_root(void **state)
{
	int removed = remove_folders(state);
	free((char *)root_of_tests);
	return removed;
}

static void a_text_names_files_in_its_root(void **state)
{
	static const struct {
		const char *root, *name;
		int error;
	} rows[] = {
		{NULL, "threads/a.json", EPERM},
		{NULL, "/etc/passwd", EPERM},
		{"threads", "a.json", 0},
		{"threads/", "./a.json", 0},
		{"threads", "../threads/a.json", 0},
		{"threads", "in.json", 0},
		{"threads", "out.json", EPERM},
		{"threads", "../secret.json", EPERM},
		{"threads", "../threads2/a.json", EPERM},
		{"threads", "/etc/passwd", EPERM},
		{"threads", "none.json", EPERM},
		{"threads", ".", EPERM},
		{"threads", "", EPERM},
		{"nowhere", "a.json", EPERM},
		{".", "threads", EISDIR},
		{"/", "dev/null", EINVAL},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_source source = {
			.name = "a text", .is_given = true, .root = rows[i].root};
		cp_arena arena = {0};
		cp_buf text = {0};
		cp_str path;
		int error = cp_input_read_named(
			&arena, &source, cp_str_of(rows[i].name), &path, &text);
		if (error != rows[i].error
			|| (!error && !cp_str_is(cp_buf_str(&text), "thread")))
			fail_msg("row %zu (%s): %d, \"%s\"", i, rows[i].name, error,
				text.at ? text.at : "");
		cp_buf_clear(&text);
		cp_arena_clear(&arena);
	}
}

static void a_file_names_files_beside_it(void **state)
{
	cp_source source = {.name = "threads/annotation.json"};
	cp_arena arena = {0};
	cp_buf text = {0};
	cp_str path;
	(void)state;
	assert_int_equal(cp_input_read_named(
				 &arena, &source, CP_LIT("../secret.json"), &path, &text),
		0);
	assert_string_equal(path.at, "threads/../secret.json");
	assert_string_equal(text.at, "secret");
	assert_int_equal(
		cp_input_read_named(&arena, &source, CP_LIT("-"), &path, &text), ENOENT);
	cp_buf_clear(&text);
	cp_arena_clear(&arena);
}

static void a_text_has_its_name_and_lines(void **state)
{
	cp_diags diags = {0};
	cp_input input = {.path = "list", .text = CP_LIT("{\n\"a\": 1\n}"), .line = 7};
	(void)state;
	cp_source *source = cp_input_read(&input, &diags);
	assert_string_equal(source->name, "list");
	assert_true(source->is_given && source->text.at != input.text.at);
	assert_int_equal(cp_source_position(source, 0).line, 7);
	assert_int_equal(cp_source_position(source, 5).line, 8);
	cp_buf text = {0};
	cp_source *other = cp_input_replace(&diags, source, &text);
	assert_true(other->is_given && other->line == 7 && other->text.len == 0);
	input = (cp_input){.path = "nowhere.json"};
	assert_null(cp_input_read(&input, &diags));
	assert_int_equal(diags.list.at[0].code, CP_FILE);
	cp_diags_clear(&diags);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(
		a_text_names_files_in_its_root, remember_root, forget_root),
	cmocka_unit_test_setup_teardown(
		a_file_names_files_beside_it, remember_root, forget_root),
	cmocka_unit_test(a_text_has_its_name_and_lines),
};

GROUP(input);
