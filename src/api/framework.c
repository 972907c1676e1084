/* Argumentation frameworks. */
#include "api/api.h"

#include "base/file.h"
#include "graph/af_tasks.h"

struct counterpoint_af {
	cp_arena arena;
	const cp_named_af *named;
};

static cp_source *read_source(const char *path, cp_diags *diags)
{
	cp_buf text = {0};
	int error = cp_file_read(path, &text);
	if (!error)
		return cp_diags_add_source(diags, path, &text);
	cp_diag_add(diags, CP_FILE, (cp_place){0}, "cannot read \"%s\": %s", path,
		strerror(error));
	cp_buf_clear(&text);
	return NULL;
}

counterpoint_af *counterpoint_af_load(
	const char *path, const char *format, counterpoint_findings *findings)
{
	counterpoint_af *af = cp_xmalloc(sizeof *af);
	*af = (counterpoint_af){0};
	cp_source *source = read_source(path, findings);
	if (source)
		af->named = cp_af_read(&af->arena, source,
			format ? cp_af_format_named(format) : NULL, findings);
	if (af->named)
		return af;
	counterpoint_af_free(af);
	return NULL;
}

void counterpoint_af_free(counterpoint_af *af)
{
	if (af)
		cp_arena_clear(&af->arena);
	free(af);
}

bool counterpoint_af_is_problem(const char *problem, bool *about_argument)
{
	return cp_af_is_problem(problem, about_argument);
}

char *counterpoint_af_problems(void)
{
	cp_arena arena = {0};
	cp_buf out = {0};
	cp_str problem;
	for (size_t i = 0; (problem = cp_af_problem(&arena, i)).at; i++)
		cp_buf_printf(&out, "%s%.*s", i ? "," : "[", CP_FMT(problem));
	cp_buf_puts(&out, "]\n");
	cp_arena_clear(&arena);
	return cp_buf_detach(&out, NULL);
}

char *counterpoint_af_formats(void)
{
	cp_buf out = {0};
	for (size_t i = 0; cp_af_formats[i].name; i++)
		cp_buf_printf(&out, "%s%s", i ? "," : "[", cp_af_formats[i].name);
	cp_buf_puts(&out, "]\n");
	return cp_buf_detach(&out, NULL);
}

char *counterpoint_af_answer(const counterpoint_af *af,
	const counterpoint_af_question *question, size_t *len,
	counterpoint_findings *findings)
{
	cp_buf out = {0};
	bool about_argument;
	const cp_af_question asked = {
		.problem = question->problem,
		.argument = question->argument,
		.limit = question->limit ? question->limit : 1000,
		.seconds = question->seconds,
	};
	bool answered = cp_af_is_problem(asked.problem, &about_argument)
		&& (asked.argument || !about_argument)
		&& cp_af_answer(&out, af->named, &asked, findings);
	return cp_api_detach(&out, answered, len);
}
