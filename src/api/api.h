/* What the files behind counterpoint.h share. */
#ifndef CP_API_API_H
#define CP_API_API_H

#include "counterpoint.h"

#include "annotation/load.h"
#include "graph/evaluate.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

struct counterpoint_debate {
	cp_loaded loaded;
};

/* What was written, as text of the caller's; NULL, and nothing is left, if it was not. */
static inline char *cp_api_detach(cp_buf *out, bool written, size_t *len)
{
	if (written)
		return cp_buf_detach(out, len);
	cp_buf_clear(out);
	return NULL;
}

/* Made when it is asked for: who only checks a debate has mostly no use for it. */
static inline const cp_graph *cp_api_graph(
	const counterpoint_debate *debate, cp_arena *arena)
{
	return cp_graph_new(arena, debate->loaded.annotation);
}

static inline cp_input cp_api_input(const counterpoint_input *input)
{
	return (cp_input){
		input->path, {input->data, input->len}, input->line, input->root};
}

/* The index of `name` among `count` names; `count` where it is none of them. */
static inline unsigned cp_api_index(
	const char *name, const char *const names[], unsigned count)
{
	unsigned i = 0;
	while (i < count && strcmp(names[i], name) != 0)
		i++;
	return i;
}

static inline const char *cp_api_either(const char *value, const char *otherwise)
{
	return value ? value : otherwise;
}

/* A text from outside, as UTF-8 in the arena; none where it is NULL or empty. */
static inline cp_str cp_api_text(cp_arena *arena, const char *text)
{
	cp_buf repaired = {0};
	if (!text || !*text)
		return (cp_str){0};
	cp_utf8_repair(&repaired, cp_str_of(text));
	return cp_buf_settle(arena, &repaired);
}

/* What stands by these options (NULL: as usual); false where they have no meaning or, with a
 * finding, where it was not decided. */
bool cp_api_evaluate(cp_arena *arena, cp_evaluation *evaluation, const cp_graph *graph,
	const counterpoint_evaluate_options *options, cp_diags *diags);

#endif
