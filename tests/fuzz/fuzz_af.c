/* Frameworks in the formats of solvers: they are read, or a fault has a place. What is read
 * is answered, and the answers bear one another out. The first byte picks the format. */
#include "fuzz.h"

#include "graph/af_tasks.h"

enum { MOST_ASKED = 40 }; /* arguments: the questions are hard ones */

static void must_answer(
	cp_buf *out, const cp_named_af *named, const char *problem, const char *argument)
{
	cp_diags diags = {0};
	const cp_af_question question = {problem, argument, 20, 60};
	out->len = 0;
	cp_af_answer(out, named, &question, &diags);
	MUST((out->len != 0) == (diags.count[CP_ERROR] == 0));
	fuzz_show(&diags);
	cp_diags_clear(&diags);
}

static void ask_all(const cp_named_af *named)
{
	cp_arena arena = {0};
	cp_buf out = {0}, first = {0};
	if (named->af->len)
		cp_named_af_put_name(&first, named, 0);
	cp_str problem;
	for (size_t i = 0; (problem = cp_af_problem(&arena, i)).at; i++)
		if (first.len || problem.at[0] != 'D')
			must_answer(&out, named, problem.at, first.at);
	/* What is in every extension is in one. */
	if (first.len) {
		must_answer(&out, named, "DS-PR", first.at);
		bool in_all = cp_str_starts(cp_buf_str(&out), CP_LIT("YES"));
		must_answer(&out, named, "DC-PR", first.at);
		MUST(!in_all || cp_str_starts(cp_buf_str(&out), CP_LIT("YES")));
	}
	cp_buf_clear(&out);
	cp_buf_clear(&first);
	cp_arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!size)
		return 0;
	cp_diags diags = {0};
	cp_arena arena = {0};
	/* One more than there are formats: to recognise it. */
	const cp_af_format *format = &cp_af_formats[data[0] % 4];
	const cp_named_af *named =
		cp_af_read(&arena, fuzz_source(&diags, data + 1, size - 1),
			format->name ? format : NULL, &diags);
	MUST((named != NULL) == (diags.list.len == 0));
	if (named && named->af->len <= MOST_ASKED)
		ask_all(named);
	fuzz_show(&diags);
	cp_arena_clear(&arena);
	cp_diags_clear(&diags);
	return 0;
}
