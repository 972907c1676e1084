#include "graph/af_tasks.h"

struct asked {
	cp_arena arena;
	cp_buf *out;
	const cp_named_af *named;
	const cp_af *af; /* as far as the question needs it */
	const cp_af_question *question;
	cp_diags *diags;
	cp_semantics semantics;
	uint32_t argument;
	const cp_sat_kit *kit;
};

static const char *const semantics_names[CP_SEMANTICS] = {
	[CP_GROUNDED] = "GR",
	[CP_COMPLETE] = "CO",
	[CP_PREFERRED] = "PR",
	[CP_STABLE] = "ST",
	[CP_SEMI_STABLE] = "SST",
	[CP_STAGE] = "STG",
	[CP_IDEAL] = "ID",
};

/* ---- Answers ---- */

static bool report_undecided(struct asked *asked)
{
	if (!asked->kit)
		cp_diag_add(asked->diags, CP_NOT_DECIDED, (cp_place){0},
			"%s needs PicoSAT (Debian: picosat), and it is not installed",
			asked->question->problem);
	else
		cp_diag_add(asked->diags, CP_NOT_DECIDED, (cp_place){0},
			"%s was not decided within %g seconds", asked->question->problem,
			asked->question->seconds);
	return false;
}

static void put_witness(struct asked *asked, cp_list set)
{
	cp_buf_putc(asked->out, 'w');
	for (size_t i = 0; i < set.len; i++) {
		cp_buf_putc(asked->out, ' ');
		cp_named_af_put_name(asked->out, asked->named, set.at[i]);
	}
	cp_buf_putc(asked->out, '\n');
}

static bool answer_one(struct asked *asked)
{
	cp_af_verdict verdict =
		cp_af_extension(&asked->arena, asked->af, asked->semantics, asked->kit);
	if (verdict.answer == CP_UNDECIDED)
		return report_undecided(asked);
	if (verdict.answer == CP_YES)
		put_witness(asked, verdict.witness);
	else
		cp_buf_puts(asked->out, "NO\n");
	return true;
}

static bool put_verdict(struct asked *asked, cp_af_verdict verdict)
{
	if (verdict.answer == CP_UNDECIDED)
		return report_undecided(asked);
	cp_buf_puts(asked->out, verdict.answer == CP_YES ? "YES\n" : "NO\n");
	if (verdict.witness.at)
		put_witness(asked, verdict.witness);
	return true;
}

static bool answer_some(struct asked *asked)
{
	return put_verdict(asked,
		cp_af_credulous(&asked->arena, asked->af, asked->semantics,
			asked->argument, asked->kit));
}

static bool answer_every(struct asked *asked)
{
	return put_verdict(asked,
		cp_af_sceptical(&asked->arena, asked->af, asked->semantics,
			asked->argument, asked->kit));
}

static cp_extensions list(struct asked *asked)
{
	return cp_af_extensions(&asked->arena, asked->af, asked->semantics,
		asked->question->limit, asked->kit);
}

static bool answer_all(struct asked *asked)
{
	size_t limit = asked->question->limit, count = 0;
	cp_extensions all = list(asked);
	cp_list extension;
	if (all.answer == CP_UNDECIDED)
		return report_undecided(asked);
	cp_arena scratch = {0};
	while (count < limit && cp_extensions_next(&scratch, &all, &extension)) {
		put_witness(asked, extension);
		cp_arena_clear(&scratch);
		count++;
	}
	if (!count)
		cp_buf_puts(asked->out, "NO\n");
	if (!all.ended || all.answer == CP_NO)
		cp_diag_add(asked->diags, CP_MORE_EXTENSIONS, (cp_place){0},
			"these are %zu extensions, and there are more", count);
	return true;
}

static bool answer_count(struct asked *asked)
{
	cp_extensions all = list(asked);
	size_t count = cp_extensions_count(&all);
	if (all.answer == CP_UNDECIDED)
		return report_undecided(asked);
	if (all.answer == CP_NO || count == SIZE_MAX) {
		cp_diag_add(asked->diags, CP_NOT_DECIDED, (cp_place){0},
			"%s: more extensions than %zu, and not counted on",
			asked->question->problem,
			all.answer == CP_NO ? asked->question->limit : SIZE_MAX);
		return false;
	}
	cp_buf_printf(asked->out, "%zu\n", count);
	return true;
}

/* ---- Problems ---- */

static const struct task {
	const char *name;
	bool about_argument;
	bool (*answer)(struct asked *asked);
} tasks[] = {
	{"SE", false, answer_one},
	{"EE", false, answer_all},
	{"CE", false, answer_count},
	{"DC", true, answer_some},
	{"DS", true, answer_every},
};

enum { TASKS = sizeof tasks / sizeof *tasks };

cp_str cp_af_problem(cp_arena *arena, size_t index)
{
	cp_buf name = {0};
	if (index >= TASKS * CP_SEMANTICS)
		return (cp_str){NULL, 0};
	cp_buf_printf(&name, "%s-%s", tasks[index / CP_SEMANTICS].name,
		semantics_names[index % CP_SEMANTICS]);
	return cp_buf_settle(arena, &name);
}

static const struct task *find_task(const char *problem, cp_semantics *semantics)
{
	for (size_t t = 0; t < TASKS; t++) {
		size_t len = strlen(tasks[t].name);
		if (strncmp(problem, tasks[t].name, len) != 0 || problem[len] != '-')
			continue;
		for (*semantics = 0; *semantics < CP_SEMANTICS; ++*semantics)
			if (strcmp(problem + len + 1, semantics_names[*semantics]) == 0)
				return &tasks[t];
	}
	return NULL;
}

bool cp_af_is_problem(const char *problem, bool *about_argument)
{
	cp_semantics semantics;
	const struct task *task = find_task(problem, &semantics);
	*about_argument = task && task->about_argument;
	return task != NULL;
}

static bool find_argument(struct asked *asked)
{
	cp_str name = cp_str_of(asked->question->argument);
	asked->argument = cp_named_af_find(asked->named, name);
	if (asked->argument == CP_NONE)
		cp_diag_add(asked->diags, CP_AF_SYNTAX, (cp_place){0},
			"there is no argument \"%.*s\"", CP_FMT(name));
	return asked->argument != CP_NONE;
}

/* The grounded extension needs no attackers, and no solver. */
static void get_ready(struct asked *asked)
{
	asked->af = asked->named->af;
	if (asked->semantics == CP_GROUNDED)
		return;
	asked->af = cp_af_whole(&asked->arena, asked->af);
	asked->kit = cp_sat_kit_open(&asked->arena, asked->question->seconds);
}

bool cp_af_answer(cp_buf *out, const cp_named_af *named, const cp_af_question *question,
	cp_diags *diags)
{
	struct asked asked = {
		.out = out,
		.named = named,
		.question = question,
		.diags = diags,
	};
	const struct task *task = find_task(question->problem, &asked.semantics);
	bool answered = !task->about_argument || find_argument(&asked);
	if (answered) {
		get_ready(&asked);
		answered = task->answer(&asked);
	}
	cp_arena_clear(&asked.arena);
	return answered;
}
