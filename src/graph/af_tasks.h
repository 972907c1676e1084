/* Questions about a framework, asked and answered as in the ICCMA competitions: a problem
 * is a task and a semantics, "DC-PR". */
#ifndef CP_GRAPH_AF_TASKS_H
#define CP_GRAPH_AF_TASKS_H

#include "graph/af_text.h"
#include "graph/semantics.h"

typedef struct cp_af_question {
	const char *problem;
	const char *argument; /* where the task is about one; else NULL */
	size_t limit;         /* extensions; at least 1 */
	double seconds;       /* for the solver */
} cp_af_question;

/* The problems that can be asked, in their order; at == NULL past the last. */
cp_str cp_af_problem(cp_arena *arena, size_t index);

/* Is it a problem, and if so, is it about an argument? */
bool cp_af_is_problem(const char *problem, bool *about_argument);

/* Writes the answer. False, with a finding, where there is none: no such argument, or not
 * decided in time. The question's problem is one. */
bool cp_af_answer(cp_buf *out, const cp_named_af *named, const cp_af_question *question,
	cp_diags *diags);

#endif
