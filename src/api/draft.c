/* Annotations that are begun, or drafted. */
#include "api/api.h"

#include "annotation/blank.h"
#include "annotation/draft.h"
#include "base/file.h"

/* The thread as it is named in the annotation `path`. */
static cp_str name_thread(cp_arena *arena, const char *path, const char *thread)
{
	return cp_api_text(
		arena, cp_path_from(arena, cp_str_of(path), cp_str_of(thread)).at);
}

/* The schema as it is: `given`, or else one above the annotation, or else the installed one. */
static cp_str name_schema(
	cp_arena *arena, const char *path, const char *given, const char *installed)
{
	cp_str schema = cp_api_text(arena, given);
	if (!schema.at)
		schema = cp_path_above(
			arena, cp_str_of(path), "schemas/annotation.schema.json");
	return schema.at ? schema : cp_api_text(arena, installed);
}

char *counterpoint_begin(const char *thread, const counterpoint_begin_options *options,
	size_t *len, counterpoint_findings *findings)
{
	static const counterpoint_begin_options none;
	cp_loaded loaded;
	cp_buf out = {0};
	const cp_thread *read =
		cp_loaded_read_thread(&loaded, &(cp_input){.path = thread}, findings);
	cp_arena *arena = &loaded.arena;
	options = options ? options : &none;
	if (read) {
		cp_blank blank = {
			.schema = name_schema(arena, options->path, options->schema,
				options->installed),
			.thread = name_thread(arena, options->path, thread),
			.motion = cp_api_text(arena, options->motion),
		};
		cp_blank_write(&out, &blank, read);
	}
	cp_loaded_clear(&loaded);
	return cp_api_detach(&out, read != NULL, len);
}

/* What a draft is made of, and the draft. */
struct drafting {
	cp_arena arena;
	cp_loaded thread, given;
	bool has_given;
	cp_draft_options options;
	cp_draft *draft;
};

static bool lists(const char *list, const char *id)
{
	size_t len = strlen(id);
	for (const char *at = list; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
		if (strcspn(at, ",") == len && strncmp(at, id, len) == 0)
			return true;
	return false;
}

static void choose_rules(
	cp_draft_options *chosen, const counterpoint_draft_options *options)
{
	for (size_t i = 0; cp_draft_rules[i].id; i++)
		chosen->off[i] =
			(options->only && !lists(options->only, cp_draft_rules[i].id))
			|| lists(options->without, cp_draft_rules[i].id);
	chosen->least = options->least;
	chosen->eager = options->eager;
}

static bool draft(struct drafting *drafting, const counterpoint_input *input,
	const counterpoint_draft_options *options, counterpoint_findings *findings)
{
	cp_input from = cp_api_input(input);
	cp_thread *thread = cp_loaded_read_thread(&drafting->thread, &from, findings);
	if (!thread)
		return false;
	if (options->annotation) {
		drafting->has_given = true;
		if (!cp_loaded_read(&drafting->given, options->annotation, findings))
			return false;
		drafting->options.given = drafting->given.annotation;
	}
	choose_rules(&drafting->options, options);
	drafting->options.motion = cp_api_text(&drafting->arena, options->motion);
	drafting->draft = cp_draft_new(&drafting->arena, thread, &drafting->options);
	return true;
}

static void end_drafting(struct drafting *drafting)
{
	cp_arena_clear(&drafting->arena);
	cp_loaded_clear(&drafting->thread);
	if (drafting->has_given)
		cp_loaded_clear(&drafting->given);
}

static void write_draft(cp_buf *out, struct drafting *drafting,
	const counterpoint_input *input, const counterpoint_draft_options *options)
{
	cp_arena *arena = &drafting->arena;
	cp_str thread = {0};
	if (!input->data && strcmp(input->path, "-") != 0)
		thread = name_thread(arena, options->path, input->path);
	cp_draft_write(out, drafting->draft,
		name_schema(arena, options->path, options->schema, options->installed),
		thread);
}

char *counterpoint_draft(const counterpoint_input *input,
	const counterpoint_draft_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_draft_options none;
	struct drafting drafting = {.has_given = false};
	cp_buf out = {0};
	if (!options)
		options = &none;
	bool drafted = draft(&drafting, input, options, findings);
	if (drafted)
		write_draft(&out, &drafting, input, options);
	end_drafting(&drafting);
	return cp_api_detach(&out, drafted, len);
}

char *counterpoint_draft_compare(const counterpoint_input *input, const char *annotation,
	const counterpoint_draft_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_draft_options none;
	struct drafting drafting = {.has_given = false};
	cp_loaded gold;
	cp_buf out = {0};
	bool read = cp_loaded_read(&gold, annotation, findings);
	bool drafted =
		read && draft(&drafting, input, options ? options : &none, findings);
	if (drafted)
		cp_draft_compare(&out, drafting.draft, gold.annotation);
	cp_loaded_clear(&gold);
	end_drafting(&drafting);
	return cp_api_detach(&out, drafted, len);
}

const char *counterpoint_draft_rule(size_t index, const char **help)
{
	for (size_t i = 0; cp_draft_rules[i].id; i++)
		if (i == index) {
			if (help)
				*help = cp_draft_rules[i].help;
			return cp_draft_rules[i].id;
		}
	return NULL;
}

char *counterpoint_draft_rules(size_t *len)
{
	cp_buf out = {0};
	cp_draft_rules_write(&out);
	return cp_buf_detach(&out, len);
}
