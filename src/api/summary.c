/* A debate in words. */
#include "api/api.h"

#include "graph/choose.h"
#include "summary/summary.h"

static void write_markdown(cp_buf *out, const cp_prose *prose, const cp_graph *graph)
{
	(void)graph;
	cp_prose_write_markdown(out, prose);
}

static void write_text(cp_buf *out, const cp_prose *prose, const cp_graph *graph)
{
	(void)graph;
	cp_prose_write_text(out, prose);
}

static void write_html(cp_buf *out, const cp_prose *prose, const cp_graph *graph)
{
	(void)graph;
	cp_prose_write_html(out, prose, 2);
}

static const struct prose_format {
	const char *name;
	void (*write)(cp_buf *out, const cp_prose *prose, const cp_graph *graph);
} prose_formats[] = {
	{"markdown", write_markdown},
	{"text", write_text},
	{"html", write_html},
	{"json", cp_prose_write_json},
};

static const struct prose_format *prose_format_named(const char *name)
{
	for (size_t i = 0; i < sizeof prose_formats / sizeof *prose_formats; i++)
		if (strcmp(prose_formats[i].name, name) == 0)
			return &prose_formats[i];
	return NULL;
}

/* "participant=Dom" is one of the readers, and a name; false if it is none. */
static bool read_reader(const char *text, cp_reader *reader, const char **name)
{
	size_t len = strcspn(text, "=");
	*name = text[len] ? text + len + 1 : NULL;
	for (unsigned i = 0; i < CP_READERS; i++)
		if (strlen(cp_reader_names[i]) == len
			&& strncmp(cp_reader_names[i], text, len) == 0) {
			*reader = (cp_reader)i;
			return (i == CP_PARTICIPANT) == (*name && **name);
		}
	return false;
}

const char *counterpoint_reader(size_t index)
{
	return index < CP_READERS ? cp_reader_names[index] : NULL;
}

/* The graph up to the comment, and the participant in it; NULL, with a finding, where one of
 * them is not there. */
static const cp_graph *choose(cp_arena *arena, const counterpoint_debate *debate,
	const counterpoint_summary_options *options, const char *name,
	cp_summary_wish *wish, counterpoint_findings *findings)
{
	cp_choice choice = cp_choice_of_all;
	choice.until = cp_api_text(arena, options->as_of);
	const cp_graph *graph =
		cp_graph_choose(arena, debate->loaded.annotation, &choice, findings);
	if (!graph || !name)
		return graph;
	wish->participant =
		cp_summary_participant(graph, cp_api_text(arena, name), findings);
	return wish->participant == CP_NONE ? NULL : graph;
}

char *counterpoint_debate_summary(const counterpoint_debate *debate,
	const counterpoint_summary_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_summary_options none;
	options = options ? options : &none;
	const struct prose_format *format =
		prose_format_named(cp_api_either(options->format, "markdown"));
	cp_summary_wish wish = cp_summary_in_full;
	const char *name = NULL;
	unsigned length = cp_api_index(
		cp_api_either(options->length, "long"), cp_length_names, CP_LENGTHS);
	if (!format || length == CP_LENGTHS
		|| !read_reader(
			cp_api_either(options->reader, "anyone"), &wish.reader, &name))
		return NULL;
	wish.length = (cp_length)length;
	cp_arena arena = {0};
	cp_buf out = {0};
	const cp_graph *graph = choose(&arena, debate, options, name, &wish, findings);
	if (graph)
		format->write(
			&out, cp_summary_new(&arena, graph, &wish, findings), graph);
	cp_arena_clear(&arena);
	return cp_api_detach(&out, graph != NULL, len);
}
