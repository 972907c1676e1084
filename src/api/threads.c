/* Threads, read from pages. */
#include "api/api.h"

#include "base/file.h"
#include "thread/import.h"
#include "thread/pseudonym.h"

const char *counterpoint_import_format(size_t index, const char **help)
{
	for (size_t i = 0; cp_thread_formats[i].name; i++)
		if (i == index) {
			if (help)
				*help = cp_thread_formats[i].help;
			return cp_thread_formats[i].name;
		}
	return NULL;
}

struct counterpoint_threads {
	cp_arena arena;
	cp_page page;
	cp_import import;
	cp_str *files; /* a name for each */
};

static void name_files(counterpoint_threads *threads)
{
	cp_map taken = {0};
	size_t count = threads->import.threads.len;
	threads->files = CP_NEW_ARRAY(&threads->arena, cp_str, count);
	for (size_t i = 0; i < count; i++)
		threads->files[i] = cp_import_file_name(
			&threads->arena, &taken, threads->import.threads.at[i]->id);
}

/* What the user says of a thread, where he says anything. */
static void set_options(
	cp_arena *arena, cp_thread *thread, const counterpoint_import_options *options)
{
	const struct {
		cp_str *member;
		const char *said;
	} sayings[] = {
		{&thread->title, options->title},
		{&thread->url, options->url},
		{&thread->retrieved, options->retrieved},
		{&thread->language, options->language},
	};
	for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++)
		if (sayings[i].said && *sayings[i].said)
			*sayings[i].member = cp_api_text(arena, sayings[i].said);
}

static bool read_threads(counterpoint_threads *threads, const counterpoint_input *input,
	const counterpoint_import_options *options, counterpoint_findings *findings)
{
	const cp_thread_format *format =
		options->format ? cp_thread_format_named(options->format) : NULL;
	if (options->format && !format) {
		cp_diag_add(findings, CP_NOT_A_THREAD, (cp_place){0},
			"there is no format \"%s\"", options->format);
		return false;
	}
	cp_input from = cp_api_input(input);
	if (!cp_page_read(&threads->page, &from, findings))
		return false;
	threads->import = (cp_import){
		.arena = &threads->arena, .page = &threads->page, .diags = findings};
	return cp_import_read(&threads->import, format);
}

/* What the user says of the thread stays as it was said. */
static bool finish_threads(counterpoint_threads *threads, cp_thread *const *list,
	size_t count, const counterpoint_import_options *options,
	counterpoint_findings *findings)
{
	cp_buf key = {0};
	int error = 0;
	if (options->pseudonymise)
		cp_pseudonymise(&threads->arena, list, count, findings, &key);
	if (options->pseudonymise && options->key)
		error = cp_file_create(options->key, cp_buf_str(&key));
	cp_buf_clear(&key);
	for (size_t i = 0; i < count; i++)
		set_options(&threads->arena, list[i], options);
	if (error)
		cp_diag_add(findings, CP_FILE, (cp_place){0},
			"cannot write the key \"%s\": %s", options->key, strerror(error));
	return !error;
}

static counterpoint_threads *open_threads(const counterpoint_input *input,
	const counterpoint_import_options *options, counterpoint_findings *findings)
{
	counterpoint_threads *threads = cp_xmalloc(sizeof *threads);
	*threads = (counterpoint_threads){0};
	if (read_threads(threads, input, options, findings))
		return threads;
	counterpoint_threads_free(threads);
	return NULL;
}

static const counterpoint_import_options no_options;

counterpoint_threads *counterpoint_threads_read(const counterpoint_input *input,
	const counterpoint_import_options *options, counterpoint_findings *findings)
{
	options = options ? options : &no_options;
	counterpoint_threads *threads = open_threads(input, options, findings);
	if (!threads)
		return NULL;
	size_t count = threads->import.threads.len;
	cp_thread **list = CP_NEW_ARRAY(&threads->arena, cp_thread *, count);
	for (size_t i = 0; i < count; i++)
		list[i] = threads->import.threads.at[i]->thread;
	name_files(threads);
	if (finish_threads(threads, list, count, options, findings))
		return threads;
	counterpoint_threads_free(threads);
	return NULL;
}

void counterpoint_threads_free(counterpoint_threads *threads)
{
	if (threads) {
		cp_arena_clear(&threads->arena);
		cp_page_clear(&threads->page);
	}
	free(threads);
}

size_t counterpoint_threads_count(const counterpoint_threads *threads)
{
	return threads->import.threads.len;
}

char *counterpoint_threads_list(
	const counterpoint_threads *threads, const char *format, size_t *len)
{
	cp_buf out = {0};
	bool written = true;
	if (strcmp(format, "text") == 0)
		cp_import_list_text(&out, &threads->import);
	else if (strcmp(format, "json") == 0)
		cp_import_list_json(&out, &threads->import);
	else
		written = false;
	return cp_api_detach(&out, written, len);
}

char *counterpoint_threads_json(
	const counterpoint_threads *threads, size_t index, size_t *len)
{
	cp_buf out = {0};
	bool there = index < threads->import.threads.len;
	if (there)
		cp_thread_write(&out, threads->import.threads.at[index]->thread);
	return cp_api_detach(&out, there, len);
}

const char *counterpoint_threads_file(const counterpoint_threads *threads, size_t index)
{
	return index < threads->import.threads.len ? threads->files[index].at : NULL;
}

char *counterpoint_import(const counterpoint_input *input,
	const counterpoint_import_options *options, size_t *len,
	counterpoint_findings *findings)
{
	cp_buf out = {0};
	options = options ? options : &no_options;
	counterpoint_threads *threads = open_threads(input, options, findings);
	cp_found_thread *chosen =
		threads ? cp_import_choose(&threads->import, options->thread) : NULL;
	bool made =
		chosen && finish_threads(threads, &chosen->thread, 1, options, findings);
	if (made)
		cp_thread_write(&out, chosen->thread);
	counterpoint_threads_free(threads);
	return cp_api_detach(&out, made, len);
}
