#include "cli/verbs.h"

#include <stdlib.h>
#include <string.h>

static counterpoint_af_question question;
static const char *format, *limit = "1000", *timeout = "60", *output;
static bool list_problems, list_formats;

struct cli_option cli_af_options[] = {
	{"problem", 'p', "PROBLEM", "what to answer, as SE-PR or DC-ST",
		.value = &question.problem},
	{"argument", 'a', "NAME", "the argument that DC and DS ask about",
		.value = &question.argument},
	{"format", 'f', "FORMAT",
		"read FILE as i23, apx or tgf instead of recognising it",
		.value = &format},
	{"limit", 0, "COUNT", "list so many extensions at most (1000)", .value = &limit},
	{"timeout", 0, "SECONDS", "give up after so long (60)", .value = &timeout},
	{"output", 'o', "FILE", "write the answer to FILE", .value = &output},
	{"problems", 0, NULL, "list the problems, and read nothing",
		.set = &list_problems},
	{"formats", 0, NULL, "list the formats, and read nothing", .set = &list_formats},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const formats[] = {"i23", "apx", "tgf", NULL};

static int put_list(char *list)
{
	int status = cli_write(NULL, list, strlen(list));
	free(list);
	return status;
}

static bool is_number(const char *text, double least, double *number)
{
	char *end;
	*number = strtod(text, &end);
	return end != text && !*end && *number >= least && *number <= 1e9;
}

static int answer(const char *path)
{
	size_t len;
	counterpoint_findings *findings = cli_findings_new();
	counterpoint_af *af = counterpoint_af_load(path, format, findings);
	char *text = af ? counterpoint_af_answer(af, &question, &len, findings) : NULL;
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	if (text)
		status = cli_worse(status, cli_write(output, text, len));
	free(text);
	counterpoint_af_free(af);
	counterpoint_findings_free(findings);
	return status;
}

static int check_question(const struct cli_verb *verb)
{
	bool about_argument;
	const char *problem = question.problem;
	if (!problem)
		return cli_usage_error(verb, "--problem is missing, such as SE-PR");
	if (!counterpoint_af_is_problem(problem, &about_argument))
		return cli_usage_error(verb,
			"there is no problem \"%s\"; \"--problems\" lists them", problem);
	if (about_argument && !question.argument)
		return cli_usage_error(verb,
			"%s asks about an argument: --argument is missing", problem);
	if (question.argument && !about_argument)
		return cli_usage_error(verb, "%s asks about no argument", problem);
	return cli_check_choice(verb, "format", format, formats);
}

int cli_af(const struct cli_verb *verb, int operands, char **operand)
{
	if (list_problems)
		return put_list(counterpoint_af_problems());
	if (list_formats)
		return put_list(counterpoint_af_formats());
	const char *path = cli_one_operand(verb, operands, operand, "FILE");
	if (!path || check_question(verb) != CLI_OK)
		return CLI_USAGE;
	double most;
	if (!is_number(limit, 1, &most))
		return cli_usage_error(verb, "\"%s\" is no number of extensions", limit);
	if (!is_number(timeout, 0, &question.seconds))
		return cli_usage_error(verb, "\"%s\" is no number of seconds", timeout);
	if (cli_would_overwrite(verb, path, output))
		return CLI_USAGE;
	question.limit = (size_t)most;
	return answer(path);
}
