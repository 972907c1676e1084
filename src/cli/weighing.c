#include "cli/weighing.h"

#include <stdlib.h>
#include <string.h>

counterpoint_evaluate_options cli_weighing = {
	.semantics = "grounded",
	.support = "none",
	.strength = "quadratic",
};

static const char *const semantics[] = {
	"grounded", "preferred", "stable", "semi-stable", "ideal", NULL};
static const char *const supports[] = {
	"none", "necessary", "deductive", "evidential", NULL};
static const char *const strengths[] = {"quadratic", "df-quad", "sd-df-quad", "euler",
	"euler-top", "mlp", "h-categoriser", "max-based", "card-based", NULL};

int cli_take_assumption(const struct cli_verb *verb, const char *text)
{
	static const char **all;
	static size_t len;
	const char *sign = strrchr(text, '=');
	if (!sign || sign == text
		|| (strcmp(sign, "=in") != 0 && strcmp(sign, "=out") != 0))
		return cli_usage_error(
			verb, "\"%s\" assumes nothing: ID=in or ID=out is wanted", text);
	const char **more = realloc(all, (len + 2) * sizeof *all);
	if (!more)
		abort();
	all = more;
	all[len++] = text;
	all[len] = NULL;
	cli_weighing.assume = all;
	return CLI_OK;
}

int cli_check_weighing(const struct cli_verb *verb)
{
	const struct {
		const char *what, *value;
		const char *const *names;
	} choices[] = {
		{"semantics", cli_weighing.semantics, semantics},
		{"support", cli_weighing.support, supports},
		{"strength", cli_weighing.strength, strengths},
	};
	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
		if (cli_check_choice(
			    verb, choices[i].what, choices[i].value, choices[i].names)
			!= CLI_OK)
			return CLI_USAGE;
	return CLI_OK;
}
