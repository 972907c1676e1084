#include "cli/verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static counterpoint_draft_options options;
static const char *output, *compare, *least = "0.5";
static bool list_rules, force;
static char *only, *without;

static int take_only(const struct cli_verb *verb, const char *rules);
static int take_without(const struct cli_verb *verb, const char *rules);

struct cli_option cli_draft_options[] = {
	{"output", 'o', "FILE",
		"write the annotation to FILE, which must not be there yet",
		.value = &output, .single = true},
	{"force", 0, NULL, "overwrite a file that is there", .set = &force,
		.single = true},
	{"motion", 0, "TEXT", "the motion, instead of the title of the thread",
		.value = &options.motion},
	{"sources", 0, "ANNOTATION",
		"take the motion and the sources of another annotation, and find quotations "
		"from these",
		.value = &options.annotation},
	{"eager", 0, NULL, "use the weak rules too", .set = &options.eager},
	{"confidence", 0, "NUMBER",
		"use only rules of this confidence or more, from 0 to 1 (0.5)",
		.value = &least},
	{"only", 0, "RULES", "use only these rules (ids with commas between)",
		.take = take_only},
	{"no-rule", 0, "RULES", "do not use these rules", .take = take_without},
	{"list-rules", 0, NULL, "print the rules, and do nothing else",
		.set = &list_rules, .single = true},
	{"compare", 0, "ANNOTATION",
		"print how the draft compares with an annotation that a person made",
		.value = &compare, .single = true},
	CLI_FINDING_OPTIONS,
	{0},
};

static int put_rules(void)
{
	size_t len;
	char *text = counterpoint_draft_rules(&len);
	int status = cli_write(NULL, text, len);
	free(text);
	return status;
}

static bool is_rule(const char *id, size_t len)
{
	const char *rule;
	for (size_t i = 0; (rule = counterpoint_draft_rule(i, NULL)); i++)
		if (strlen(rule) == len && strncmp(rule, id, len) == 0)
			return true;
	return false;
}

/* The first of the ids in a list that no rule has; NULL where all are good. */
static const char *unknown_rule(const char *list)
{
	for (const char *at = list; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
		if (!is_rule(at, strcspn(at, ",")))
			return at;
	return NULL;
}

/* Adds ids to a list of rules. */
static int take_rules(const struct cli_verb *verb, const char *rules, char **list)
{
	const char *unknown = unknown_rule(rules);
	if (unknown)
		return cli_usage_error(verb,
			"there is no rule \"%.*s\"; --list-rules prints them",
			(int)strcspn(unknown, ","), unknown);
	size_t len = *list ? strlen(*list) : 0, more = strlen(rules);
	char *longer = realloc(*list, len + more + 2);
	if (!longer)
		abort();
	if (len)
		longer[len++] = ',';
	memcpy(longer + len, rules, more + 1);
	*list = longer;
	return CLI_OK;
}

static int take_only(const struct cli_verb *verb, const char *rules)
{
	return take_rules(verb, rules, &only);
}

static int take_without(const struct cli_verb *verb, const char *rules)
{
	return take_rules(verb, rules, &without);
}

/* CLI_OK where the number is one. */
static int read_least(const struct cli_verb *verb)
{
	char *end;
	options.least = strtod(least, &end);
	if (end == least || *end || !(options.least >= 0 && options.least <= 1))
		return cli_usage_error(verb, "\"%s\" is no number from 0 to 1", least);
	return CLI_OK;
}

static int prepare(const struct cli_verb *verb)
{
	if (read_least(verb) != CLI_OK)
		return CLI_USAGE;
	if (output && !force && cli_is_there(output))
		return cli_usage_error(
			verb, "\"%s\" is there already; --force overwrites it", output);
	options.path = output && strcmp(output, "-") != 0 ? output : NULL;
	options.installed = cli_installed_schema();
	options.only = only;
	options.without = without;
	return CLI_OK;
}

static char *draft(
	const counterpoint_input *input, size_t *len, counterpoint_findings *findings)
{
	return compare
		? counterpoint_draft_compare(input, compare, &options, len, findings)
		: counterpoint_draft(input, &options, len, findings);
}

static const char *const format = "json";

const struct cli_work cli_draft_work = {
	.operand = "THREAD",
	.output = &output,
	.format = &format,
	.prepare = prepare,
	.of_input = draft,
};

int cli_draft(const struct cli_verb *verb, int operands, char **operand)
{
	return list_rules ? put_rules() : cli_produce(verb, operands, operand);
}
