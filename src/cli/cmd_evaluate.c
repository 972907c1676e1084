#include "cli/verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static counterpoint_evaluate_options options = {
	.semantics = "grounded",
	.support = "none",
	.strength = "quadratic",
	.format = "text",
};
static const char *output, *uncertainty;

struct cli_option cli_evaluate_options[] = {
	{"semantics", 0, "NAME",
		"what can be held together: grounded (the default), preferred, stable, "
		"semi-stable or ideal",
		.value = &options.semantics},
	{"support", 0, "READING",
		"what a support says beyond being a reason: none (nothing, the default), "
		"necessary, deductive or evidential",
		.value = &options.support},
	{"strength", 0, "NAME",
		"how strength is measured: quadratic (the default), df-quad, sd-df-quad, "
		"euler, euler-top, mlp, h-categoriser, max-based or card-based",
		.value = &options.strength},
	{"uncertainty", 0, "NUMBER",
		"also give the least and the most that each strength may be, if what it "
		"starts from is off by up to NUMBER",
		.value = &uncertainty},
	{"votes", 0, NULL,
		"let claims start by the votes for their comments, which tell what is "
		"popular, not what is well argued",
		.set = &options.votes},
	{"format", 'f', "FORMAT", "text (the default) or json", .value = &options.format},
	{"output", 'o', "FILE", "write the result to FILE", .value = &output,
		.single = true},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const semantics[] = {
	"grounded", "preferred", "stable", "semi-stable", "ideal", NULL};
static const char *const supports[] = {
	"none", "necessary", "deductive", "evidential", NULL};
static const char *const strengths[] = {"quadratic", "df-quad", "sd-df-quad", "euler",
	"euler-top", "mlp", "h-categoriser", "max-based", "card-based", NULL};
static const char *const formats[] = {"text", "json", NULL};

static char *evaluate(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	return counterpoint_debate_evaluate(debate, &options, len, findings);
}

/* "…; there are: grounded, preferred". */
static int report_choice(const struct cli_verb *verb, const char *what, const char *value,
	const char *const names[])
{
	char list[256] = "";
	for (size_t i = 0; names[i]; i++)
		snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s",
			i ? ", " : "", names[i]);
	return cli_usage_error(
		verb, "there is no %s \"%s\"; there are: %s", what, value, list);
}

static bool read_uncertainty(void)
{
	char *end;
	if (!uncertainty)
		return true;
	options.uncertainty = strtod(uncertainty, &end);
	return end != uncertainty && !*end && options.uncertainty >= 0.01
		&& options.uncertainty <= 1;
}

static int prepare(const struct cli_verb *verb)
{
	const struct {
		const char *value, *what;
		const char *const *names;
	} choices[] = {
		{options.semantics, "semantics", semantics},
		{options.support, "support", supports},
		{options.strength, "strength", strengths},
		{options.format, "format", formats},
	};
	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
		if (!cli_is_one_of(choices[i].value, choices[i].names))
			return report_choice(verb, choices[i].what, choices[i].value,
				choices[i].names);
	if (!read_uncertainty())
		return cli_usage_error(verb,
			"\"%s\" is no uncertainty: it goes from 0.01 to 1", uncertainty);
	return CLI_OK;
}

const struct cli_work cli_evaluate_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &options.format,
	.prepare = prepare,
	.of_debate = evaluate,
};
