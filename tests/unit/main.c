/* The unit tests: all groups, or those whose name begins with the argument. */
#include "unit.h"

#define ADDRESS(name) &name##_group,
static const struct group *const groups[] = {GROUPS(ADDRESS)};
#undef ADDRESS

int main(int argc, char **argv)
{
	const char *prefix = argc > 1 ? argv[1] : "";
	size_t failed = 0, all = 0;
	for (size_t i = 0; i < COUNT(groups); i++) {
		if (strncmp(groups[i]->name, prefix, strlen(prefix)) != 0)
			continue;
		int failures = _cmocka_run_group_tests(
			groups[i]->name, groups[i]->tests, groups[i]->len, NULL, NULL);
		failed += failures < 0 ? groups[i]->len : (size_t)failures;
		all += groups[i]->len;
	}
	if (!all)
		fprintf(stderr, "no group begins with \"%s\"\n", prefix);
	/* cmocka writes on both streams; this line comes last. */
	fflush(stderr);
	printf("%zu passed, %zu failed\n", all - failed, failed);
	fflush(stdout);
	return failed || !all;
}
