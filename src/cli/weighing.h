/* What the verbs share that say what stands: by which rules, and what is assumed. */
#ifndef CP_CLI_WEIGHING_H
#define CP_CLI_WEIGHING_H

#include "cli/cli.h"

extern counterpoint_evaluate_options cli_weighing; /* filled by these rows */

#define CLI_WEIGHING_OPTIONS \
	{"semantics", 0, "NAME", \
		"what can be held together: grounded (the default), preferred, stable, " \
		"semi-stable or ideal", \
		.value = &cli_weighing.semantics}, \
		{"support", 0, "READING", \
			"what a support says beyond being a reason: none (nothing, the " \
			"default), necessary, deductive or evidential", \
			.value = &cli_weighing.support}, \
		{"strength", 0, "NAME", \
			"how strength is measured: quadratic (the default), df-quad, " \
			"sd-df-quad, euler, euler-top, mlp, h-categoriser, max-based or " \
			"card-based", \
			.value = &cli_weighing.strength}, \
	{ \
		"assume", 0, "ID=in|out", \
			"as if this item or step stood, or did not; may be given " \
			"several times", \
			.take = cli_take_assumption \
	}
int cli_take_assumption(const struct cli_verb *verb, const char *text);

/* Once they are parsed: CLI_OK, or CLI_USAGE, having said why. */
int cli_check_weighing(const struct cli_verb *verb);

#endif
