#include "cli/cli.h"

#include <ctype.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	MOST_OPTIONS = 32,
	HELP_COLUMN = 26,
	HELP_WIDTH = 78,
};

static bool want_help;

struct cli_option cli_common[] = {
	{"help", 'h', NULL, "show this help", .set = &want_help},
	{0},
};

/* The options of a verb, its own and the common ones, as getopt_long wants them. */
struct table {
	struct cli_option *rows[MOST_OPTIONS];
	struct option longs[MOST_OPTIONS + 1];
	char shorts[2 * MOST_OPTIONS + 4];
	int count;
};

static void add_rows(struct table *table, struct cli_option *options)
{
	char *end = table->shorts + strlen(table->shorts);
	for (; options && options->name && table->count < MOST_OPTIONS; options++) {
		table->rows[table->count] = options;
		table->longs[table->count] = (struct option){options->name,
			options->argument ? required_argument : no_argument, NULL, 0};
		table->count++;
		if (options->letter) {
			*end++ = options->letter;
			if (options->argument)
				*end++ = ':';
		}
	}
}

static int apply(const struct cli_verb *verb, const struct cli_option *option,
	const char *argument)
{
	if (option->value)
		*option->value = argument;
	if (option->set)
		*option->set = true;
	return option->take ? option->take(verb, argument) : CLI_OK;
}

static struct cli_option *with_letter(struct table *table, int letter)
{
	for (int i = 0; i < table->count; i++)
		if (table->rows[i]->letter == letter)
			return table->rows[i];
	return NULL;
}

/* What other verbs, or other programs, call an option. */
static const char *const said_otherwise[][2] = {
	{"as-of", "until"},
	{"until", "as-of"},
	{"type", "format"},
	{"reader", "for"},
	{"colours", "theme"},
	{"colors", "theme"},
	{0},
};

/* The option of the table that is called `name` elsewhere, or nearly so; NULL: none. */
static const char *option_near(const struct table *table, const char *name)
{
	const char *names[MOST_OPTIONS + 1] = {0};
	for (int i = 0; i < table->count; i++)
		names[i] = table->rows[i]->name;
	for (size_t i = 0; said_otherwise[i][0]; i++)
		if (strcmp(name, said_otherwise[i][0]) == 0
			&& cli_is_one_of(said_otherwise[i][1], names))
			return said_otherwise[i][1];
	return counterpoint_name_near(name, names);
}

static int report_unknown(
	const struct cli_verb *verb, const struct table *table, const char *said)
{
	char name[64] = "";
	strncat(name, said + strspn(said, "-"), sizeof name - 1);
	name[strcspn(name, "=")] = 0;
	const char *near = option_near(table, name);
	if (near && strcmp(near, name) == 0)
		return cli_usage_error(verb, "--%s takes no argument", name);
	return cli_usage_error(verb, "there is no option %s%s%s%s", said,
		near ? "; did you mean --" : "", near ? near : "", near ? "?" : "");
}

int cli_parse(
	const struct cli_verb *verb, int argc, char **argv, bool in_batch, int *first)
{
	struct table table = {.shorts = "+:"};
	int index = 0, letter;
	if (!verb->leads)
		strcpy(table.shorts, ":");
	add_rows(&table, verb->options);
	add_rows(&table, cli_common);
	opterr = 0;
	optind = 0;
	while ((letter = getopt_long(argc, argv, table.shorts, table.longs, &index))
		!= -1) {
		if (letter == ':')
			return cli_usage_error(
				verb, "%s needs an argument", argv[optind - 1]);
		if (letter == '?')
			return in_batch ? cli_usage_error(verb,
				       "%s has no option %s; those of batch stand before it",
				       verb->name, argv[optind - 1])
				: optopt
				? cli_usage_error(verb, "there is no option -%c", optopt)
				: report_unknown(verb, &table, argv[optind - 1]);
		const struct cli_option *option =
			letter ? with_letter(&table, letter) : table.rows[index];
		if (in_batch && option->single)
			return cli_usage_error(
				verb, "--%s is not for batches", option->name);
		int status = apply(verb, option, optarg);
		if (status)
			return status;
	}
	*first = optind;
	if (!want_help)
		return -1;
	cli_put_help(verb);
	return CLI_OK;
}

/* ---- Help ---- */

/* Words in lines of HELP_WIDTH columns; after the first, each begins at `indent`. Only
 * bytes that begin a code point take a column. */
static void put_words(const char *text, int column, int indent)
{
	while (*text) {
		int bytes = (int)strcspn(text, " "), width = 0;
		for (int i = 0; i < bytes; i++)
			width += (text[i] & 0xc0) != 0x80;
		if (column > indent && column + 1 + width > HELP_WIDTH) {
			printf("\n%*s", indent, "");
			column = indent;
		} else if (column > indent) {
			putchar(' ');
			column++;
		}
		printf("%.*s", bytes, text);
		column += width;
		text += bytes;
		text += strspn(text, " ");
	}
	putchar('\n');
}

static void put_option(const struct cli_option *option)
{
	char left[64];
	int len = option->letter
		? snprintf(left, sizeof left, "  -%c, --%s", option->letter, option->name)
		: snprintf(left, sizeof left, "      --%s", option->name);
	if (option->argument)
		len += snprintf(
			left + len, sizeof left - (size_t)len, " %s", option->argument);
	printf("%-*s", HELP_COLUMN, left);
	if (len >= HELP_COLUMN)
		printf("\n%*s", HELP_COLUMN, "");
	put_words(option->help, HELP_COLUMN, HELP_COLUMN);
}

void cli_put_help(const struct cli_verb *verb)
{
	printf("Usage: counterpoint %s %s\n\n", verb->name, verb->operands);
	printf("%c%s.\n", toupper((unsigned char)verb->help[0]), verb->help + 1);
	for (const char *line = verb->more; line && *line;) {
		char paragraph[1024];
		int len = (int)strcspn(line, "\n");
		snprintf(paragraph, sizeof paragraph, "%.*s", len, line);
		putchar('\n');
		put_words(paragraph, 0, 0);
		line += len + (line[len] == '\n');
	}
	puts("\nOptions:");
	for (const struct cli_option *option = verb->options; option && option->name;
		option++)
		put_option(option);
	for (const struct cli_option *option = cli_common; option->name; option++)
		put_option(option);
	for (const struct cli_option *option = verb->options; option && option->name;
		option++)
		if (option->put_list)
			option->put_list();
}

int cli_usage_error(const struct cli_verb *verb, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("counterpoint: ", stderr);
	vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\nSee \"counterpoint %s%s--help\".\n", verb ? verb->name : "",
		verb ? " " : "");
	return CLI_USAGE;
}

int cli_unknown_code(const struct cli_verb *verb, const char *code)
{
	const char *near = counterpoint_code_near(code);
	return cli_usage_error(verb, "there is no code \"%s\"%s%s%s", code,
		near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

bool cli_is_one_of(const char *name, const char *const names[])
{
	while (*names && strcmp(*names, name) != 0)
		names++;
	return *names != NULL;
}

int cli_check_choice(const struct cli_verb *verb, const char *what, const char *value,
	const char *const names[])
{
	char list[512] = "";
	if (!value || cli_is_one_of(value, names))
		return CLI_OK;
	for (size_t i = 0; names[i]; i++) {
		if (i)
			strncat(list, ", ", sizeof list - strlen(list) - 1);
		strncat(list, names[i], sizeof list - strlen(list) - 1);
	}
	const char *near = counterpoint_name_near(value, names);
	return cli_usage_error(verb, "there is no %s \"%s\"; %s%s%s %s%s are: %s", what,
		value, near ? "did you mean \"" : "", near ? near : "",
		near ? "\"? The" : "the", what, what[strlen(what) - 1] == 's' ? "" : "s",
		list);
}

const char *const cli_themes[] = {"default", "high-contrast", "greyscale", "dark", NULL};

void cli_list_names(
	const char *names[CLI_MOST_NAMES + 1], const char *(*at)(size_t index))
{
	size_t count = 0;
	while (count < CLI_MOST_NAMES && (names[count] = at(count)))
		count++;
	names[count] = NULL;
}

int cli_take_more(const struct cli_verb *verb, const char *list[CLI_MOST_TIMES + 1],
	const char *option, const char *argument)
{
	size_t count = 0;
	while (list[count])
		count++;
	if (count == CLI_MOST_TIMES)
		return cli_usage_error(
			verb, "%s is given more than %d times", option, CLI_MOST_TIMES);
	list[count] = argument;
	return CLI_OK;
}

unsigned cli_number_in(const struct cli_verb *verb, const char *text, const char *what,
	unsigned least, unsigned most)
{
	char *end;
	unsigned long number = strtoul(text, &end, 10);
	if (*text >= '0' && *text <= '9' && !*end && number >= least && number <= most)
		return (unsigned)number;
	cli_usage_error(verb, "\"%s\" is no %s: a number from %u to %u is wanted", text,
		what, least, most);
	return 0;
}

const char *cli_one_operand(
	const struct cli_verb *verb, int operands, char **operand, const char *what)
{
	if (operands == 1)
		return operand[0];
	if (operands == 0)
		cli_usage_error(verb, "%s is missing", what);
	else
		cli_usage_error(verb, "one %s at a time, not %d", what, operands);
	return NULL;
}
