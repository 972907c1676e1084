#include "cli/verbs.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define SUBTAG "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

static counterpoint_import_options options;
static const char *output;
static bool quiet;

struct cli_option cli_import_options[] = {
	{"output", 'o', "FILE", "write the thread to FILE", .value = &output},
	{"from", 0, "FORMAT",
		"read the page as FORMAT (page-text) instead of recognising it",
		.value = &options.format},
	{"title", 0, "TEXT", "the title, if the page does not give the right one",
		.value = &options.title},
	{"url", 0, "URL", "where the page was found", .value = &options.url},
	{"retrieved", 0, "DATE", "the day on which it was saved, as 2010-08-10",
		.value = &options.retrieved},
	{"language", 0, "TAG", "the language of the text, as en or de-AT",
		.value = &options.language},
	{"quiet", 'q', NULL, "do not report what was left out and guessed",
		.set = &quiet},
	CLI_FINDING_OPTIONS,
	{0},
};

static bool is_date(const char *text)
{
	const char *pattern = "0000-00-00";
	for (; *pattern && *text; pattern++, text++)
		if (*pattern == '0' ? !isdigit((unsigned char)*text) : *text != '-')
			return false;
	return !*pattern && !*text;
}

/* A BCP 47 tag: subtags of up to eight letters and digits; the first, the language, has two
 * or three letters. */
static bool is_tag(const char *text)
{
	size_t first = strcspn(text, "-"), len;
	for (const char *part = text;; part += len + 1) {
		len = strcspn(part, "-");
		if (len < 1 || len > 8 || strspn(part, SUBTAG) < len)
			return false;
		if (!part[len])
			return first == 2 || first == 3;
	}
}

static bool is_format(const char *name)
{
	const char *format;
	for (size_t i = 0; (format = counterpoint_import_format(i, NULL)); i++)
		if (strcmp(format, name) == 0)
			return true;
	return false;
}

int cli_import(const struct cli_verb *verb, int operands, char **operand)
{
	const char *path = cli_one_operand(verb, operands, operand, "PAGE");
	if (!path)
		return CLI_USAGE;
	if (options.format && !is_format(options.format))
		return cli_usage_error(verb,
			"there is no format \"%s\"; the formats are: page-text",
			options.format);
	if (options.retrieved && !is_date(options.retrieved))
		return cli_usage_error(
			verb, "\"%s\" is no date such as 2010-08-10", options.retrieved);
	if (options.language && !is_tag(options.language))
		return cli_usage_error(verb,
			"\"%s\" is no language tag such as en or de-AT",
			options.language);
	if (cli_would_overwrite(verb, path, output))
		return CLI_USAGE;
	counterpoint_findings *findings = cli_findings_new();
	size_t len;
	char *thread = counterpoint_import(path, &options, &len, findings);
	if (!quiet || !thread)
		cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	if (thread)
		status = cli_worse(status, cli_write(output, thread, len));
	free(thread);
	counterpoint_findings_free(findings);
	return status;
}
