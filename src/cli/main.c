#include "cli/cli.h"
#include "cli/verbs.h"

#include <stdio.h>
#include <string.h>

static void put_program_help(void)
{
	puts("Usage: counterpoint VERB [OPTION]… [FILE]\n\n"
	     "Turns annotated comment threads into argument maps and summaries.\n\nVerbs:");
	for (const struct cli_verb *verb = cli_verbs; verb->name; verb++)
		printf("  %-10s %s\n", verb->name, verb->help);
	puts("\n\"counterpoint VERB --help\" tells more; \"man counterpoint\" tells all. "
	     "A FILE of \"-\" is\nthe standard input or output.\n\n"
	     "Exit status: 0 fine, 1 errors in the input (what is valid is still produced),\n"
	     "2 wrong usage, 4 the file could not be read or written, a picture not made, a\n"
	     "question not decided or a line of a batch not done.");
}

static int run(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "";
	bool wants_help = strcmp(name, "help") == 0;
	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0
		|| (wants_help && argc == 2)) {
		put_program_help();
		return CLI_OK;
	}
	if (strcmp(name, "--version") == 0) {
		printf("counterpoint %s\n", counterpoint_version());
		return CLI_OK;
	}
	if (wants_help)
		name = argv[2];
	const struct cli_verb *verb = cli_verb_named(name);
	if (!verb)
		return argc > 1 ? cli_unknown_verb(name)
				: cli_usage_error(NULL,
					"a verb is missing: import, check, render, …");
	if (wants_help) {
		cli_put_help(verb);
		return CLI_OK;
	}
	int first, status = cli_parse(verb, argc - 1, argv + 1, false, &first);
	return status >= 0 ? status : verb->run(verb, argc - 1 - first, argv + 1 + first);
}

int main(int argc, char **argv)
{
	int status = run(argc, argv);
	return cli_worse(status, cli_end_output());
}
