#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700
#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* A folder for each test, which must be as empty at the end as at the start. */
static int enter(void **state)
{
	char *folder = strdup("/tmp/counterpoint-unit-XXXXXX");
	*state = folder;
	return mkdtemp(folder) ? 0 : -1;
}

static int leave(void **state)
{
	int removed = rmdir(*state);
	free(*state);
	return removed;
}

static char *in_folder(void **state, const char *name)
{
	cp_buf path = {0};
	cp_buf_printf(&path, "%s/%s", (const char *)*state, name);
	return cp_buf_detach(&path, NULL);
}

static size_t count_entries(const char *folder)
{
	size_t count = 0;
	DIR *dir = opendir(folder);
	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

static void expect_content(const char *path, const char *want)
{
	cp_buf text = {0};
	assert_int_equal(cp_file_read(path, &text), 0);
	expect_str(path, cp_buf_str(&text), want);
	cp_buf_clear(&text);
}

static void what_is_written_is_read(void **state)
{
	char *path = in_folder(state, "a file");
	struct stat info;
	mode_t mask = umask(027);
	assert_int_equal(cp_file_write(path, CP_LIT("one\n")), 0);
	umask(mask);
	expect_content(path, "one\n");
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0640);
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(cp_file_write(path, CP_LIT("")), 0);
	expect_content(path, "");
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	assert_int_equal(count_entries(*state), 1);
	unlink(path);
	free(path);
}

static void large_files_are_whole(void **state)
{
	char *path = in_folder(state, "large");
	enum { SIZE = 3 << 20 };
	char *bytes = cp_xmalloc(SIZE);
	for (size_t i = 0; i < SIZE; i++)
		bytes[i] = (char)(i * 31 >> 3);
	assert_int_equal(cp_file_write(path, (cp_str){bytes, SIZE}), 0);
	cp_buf read = {0};
	assert_int_equal(cp_file_read(path, &read), 0);
	assert_int_equal(read.len, SIZE);
	assert_memory_equal(read.at, bytes, SIZE);
	cp_buf_clear(&read);
	free(bytes);
	unlink(path);
	free(path);
}

static void reading_appends(void **state)
{
	char *path = in_folder(state, "x");
	cp_buf text = {0};
	cp_buf_puts(&text, "before ");
	assert_int_equal(cp_file_write(path, CP_LIT("after")), 0);
	assert_int_equal(cp_file_read(path, &text), 0);
	expect_str("appended", cp_buf_str(&text), "before after");
	cp_buf_clear(&text);
	unlink(path);
	free(path);
}

static void errors_are_errno_values(void **state)
{
	char *missing = in_folder(state, "no/such/file");
	cp_buf text = {0};
	assert_int_equal(cp_file_read(missing, &text), ENOENT);
	assert_int_equal(cp_file_read(*state, &text), EISDIR);
	assert_int_equal(cp_file_write(missing, CP_LIT("x")), ENOENT);
	assert_int_equal(cp_file_write(*state, CP_LIT("x")), EISDIR);
	assert_int_equal(count_entries(*state), 0);
	cp_buf_clear(&text);
	free(missing);
}

static void devices_are_written_directly(void **state)
{
	(void)state;
	assert_int_equal(cp_file_write("/dev/null", CP_LIT("x")), 0);
	assert_int_equal(cp_file_write("/dev/full", CP_LIT("x")), ENOSPC);
	struct stat info;
	assert_int_equal(stat("/dev/full", &info), 0);
	assert_true(S_ISCHR(info.st_mode));
}

static void a_symbolic_link_stays_one(void **state)
{
	char *path = in_folder(state, "real"), *link = in_folder(state, "link");
	struct stat info;
	assert_int_equal(cp_file_write(path, CP_LIT("old")), 0);
	assert_int_equal(symlink("real", link), 0);
	assert_int_equal(cp_file_write(link, CP_LIT("new")), 0);
	assert_int_equal(lstat(link, &info), 0);
	assert_true(S_ISLNK(info.st_mode));
	expect_content(path, "new");
	assert_int_equal(count_entries(*state), 2);
	unlink(link);
	unlink(path);
	free(link);
	free(path);
}

static void a_link_to_nothing_is_followed(void **state)
{
	char *path = in_folder(state, "real"), *link = in_folder(state, "link");
	struct stat info;
	assert_int_equal(symlink("real", link), 0);
	assert_int_equal(cp_file_write(link, CP_LIT("new")), 0);
	assert_int_equal(lstat(link, &info), 0);
	assert_true(S_ISLNK(info.st_mode));
	expect_content(path, "new");
	unlink(link);
	assert_int_equal(symlink("link", link), 0);
	assert_int_equal(cp_file_write(link, CP_LIT("new")), ELOOP);
	unlink(link);
	unlink(path);
	free(link);
	free(path);
}

static void all_names_of_a_file_stay(void **state)
{
	char *path = in_folder(state, "one"), *other = in_folder(state, "other");
	assert_int_equal(cp_file_write(path, CP_LIT("old and longer")), 0);
	assert_int_equal(link(path, other), 0);
	assert_int_equal(cp_file_write(path, CP_LIT("new")), 0);
	expect_content(other, "new");
	unlink(other);
	unlink(path);
	free(other);
	free(path);
}

static void the_longest_name_can_be_written(void **state)
{
	char name[256];
	memset(name, 'n', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	char *path = in_folder(state, name);
	assert_int_equal(cp_file_write(path, CP_LIT("old")), 0);
	assert_int_equal(cp_file_write(path, CP_LIT("new")), 0);
	expect_content(path, "new");
	assert_int_equal(count_entries(*state), 1);
	unlink(path);
	free(path);
}

/* The disk is full: no file may have more than two bytes. */
static void a_failure_leaves_the_old_file(void **state)
{
	char *path = in_folder(state, "file");
	struct rlimit old, small;
	assert_int_equal(cp_file_write(path, CP_LIT("old")), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = (struct rlimit){2, old.rlim_max};
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	int error = cp_file_write(path, CP_LIT("new"));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	signal(SIGXFSZ, handler);
	assert_int_equal(error, EFBIG);
	expect_content(path, "old");
	assert_int_equal(count_entries(*state), 1);
	unlink(path);
	free(path);
}

static void what_is_no_regular_file_is_told(void **state)
{
	(void)state;
	cp_buf text = {0};
	assert_int_equal(cp_file_read_regular("/dev/zero", &text), EINVAL);
	assert_int_equal(cp_file_read_regular("-", &text), ENOENT);
	cp_buf_clear(&text);
}

static void paths_are_taken_beside_the_file(void **state)
{
	(void)state;
	static const struct {
		const char *base, *name, *want;
	} rows[] = {
		{"a.json", "t.json", "t.json"},
		{"dir/a.json", "t.json", "dir/t.json"},
		{"/x/y/a.json", "../t.json", "/x/y/../t.json"},
		{"dir/a.json", "/abs/t", "/abs/t"},
		{"dir/", "t", "dir/t"},
		{"", "t", "t"},
		{"/a", "t", "/t"},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_str path = cp_path_beside(
			&arena, cp_str_of(rows[i].base), cp_str_of(rows[i].name));
		expect_str(rows[i].base, path, rows[i].want);
		assert_int_equal(path.at[path.len], '\0');
	}
	cp_arena_clear(&arena);
}

static void paths_lead_from_file_to_file(void **state)
{
	static const struct {
		const char *from, *to, *want;
	} rows[] = {
		{"/a.json", "/tmp/t.json", "tmp/t.json"},
		{"/tmp/a.json", "/tmp/t.json", "t.json"},
		{"/usr/share/a.json", "/tmp/t.json", "../../tmp/t.json"},
		{"/usr/share/a.json", "/t.json", "../../t.json"},
		{"/usr/../tmp/./a", "/tmp/t.json", "t.json"},
		{"a.json", "t.json", "t.json"},
		{"", "./t.json", "t.json"},
		{"/nowhere/a.json", "x/t.json", "x/t.json"},
		{"a.json", "nowhere/t.json", "nowhere/t.json"},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_str(rows[i].from,
			cp_path_from(
				&arena, cp_str_of(rows[i].from), cp_str_of(rows[i].to)),
			rows[i].want);
	char *below = in_folder(state, "below"), *file = in_folder(state, "found");
	char *new = in_folder(state, "below/new");
	assert_int_equal(mkdir(below, 0700), 0);
	assert_null(cp_path_above(&arena, cp_str_of(new), "found").at);
	assert_int_equal(cp_file_write(file, CP_LIT("x")), 0);
	expect_str("above", cp_path_above(&arena, cp_str_of(new), "found"), "../found");
	expect_str("beside", cp_path_above(&arena, cp_str_of(below), "found"), "found");
	assert_null(cp_path_above(&arena, CP_LIT("/nowhere/a"), "found").at);
	unlink(file);
	rmdir(below);
	free(below);
	free(file);
	free(new);
	cp_arena_clear(&arena);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

static const struct CMUnitTest tests[] = {
	IN_FOLDER(what_is_written_is_read),
	IN_FOLDER(large_files_are_whole),
	IN_FOLDER(reading_appends),
	IN_FOLDER(errors_are_errno_values),
	cmocka_unit_test(devices_are_written_directly),
	IN_FOLDER(a_symbolic_link_stays_one),
	IN_FOLDER(a_link_to_nothing_is_followed),
	IN_FOLDER(all_names_of_a_file_stay),
	IN_FOLDER(the_longest_name_can_be_written),
	IN_FOLDER(a_failure_leaves_the_old_file),
	cmocka_unit_test(what_is_no_regular_file_is_told),
	cmocka_unit_test(paths_are_taken_beside_the_file),
	IN_FOLDER(paths_lead_from_file_to_file),
};

GROUP(file);
