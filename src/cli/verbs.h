/* The verbs, one file each. */
#ifndef CP_CLI_VERBS_H
#define CP_CLI_VERBS_H

#include "cli/cli.h"

extern struct cli_option cli_import_options[], cli_check_options[], cli_anchor_options[],
	cli_fmt_options[], cli_init_options[], cli_draft_options[], cli_render_options[],
	cli_summary_options[], cli_report_options[], cli_af_options[],
	cli_evaluate_options[], cli_why_options[], cli_stats_options[],
	cli_schema_options[], cli_batch_options[];

extern const struct cli_work cli_import_work, cli_check_work, cli_anchor_work,
	cli_fmt_work, cli_draft_work, cli_render_work, cli_summary_work, cli_report_work,
	cli_evaluate_work, cli_why_work, cli_stats_work;

int cli_import(const struct cli_verb *verb, int operands, char **operand);
int cli_anchor(const struct cli_verb *verb, int operands, char **operand);
int cli_draft(const struct cli_verb *verb, int operands, char **operand);
int cli_render(const struct cli_verb *verb, int operands, char **operand);
int cli_check(const struct cli_verb *verb, int operands, char **operand);
int cli_fmt(const struct cli_verb *verb, int operands, char **operand);
int cli_init(const struct cli_verb *verb, int operands, char **operand);
int cli_why(const struct cli_verb *verb, int operands, char **operand);
int cli_af(const struct cli_verb *verb, int operands, char **operand);
int cli_schema(const struct cli_verb *verb, int operands, char **operand);
int cli_batch(const struct cli_verb *verb, int operands, char **operand);

/* "There is no verb …; did you mean …?" CLI_USAGE. */
int cli_unknown_verb(const char *name);

#endif
