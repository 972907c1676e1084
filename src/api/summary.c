/* A debate in words. */
#include "api/api.h"

#include "summary/summary.h"

static void write_html(cp_buf *out, const cp_prose *prose)
{
	cp_prose_write_html(out, prose, 2);
}

static const struct prose_format {
	const char *name;
	void (*write)(cp_buf *out, const cp_prose *prose);
} prose_formats[] = {
	{"markdown", cp_prose_write_markdown},
	{"text", cp_prose_write_text},
	{"html", write_html},
};

static const struct prose_format *prose_format_named(const char *name)
{
	for (size_t i = 0; i < sizeof prose_formats / sizeof *prose_formats; i++)
		if (strcmp(prose_formats[i].name, name) == 0)
			return &prose_formats[i];
	return NULL;
}

char *counterpoint_debate_summary(const counterpoint_debate *debate,
	const counterpoint_summary_options *options, size_t *len)
{
	static const counterpoint_summary_options none;
	options = options ? options : &none;
	const struct prose_format *format =
		prose_format_named(options->format ? options->format : "markdown");
	unsigned length = options->length
		? cp_api_index(options->length, cp_length_names, CP_LENGTHS)
		: CP_LONG;
	if (!format || length == CP_LENGTHS)
		return NULL;
	cp_arena arena = {0};
	cp_buf out = {0};
	format->write(&out,
		cp_summary_new(&arena, cp_api_graph(debate, &arena), (cp_length)length));
	cp_arena_clear(&arena);
	return cp_buf_detach(&out, len);
}
