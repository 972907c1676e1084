/* The command line: verbs, their options, and what they share. It knows the library by its
 * public header alone. */
#ifndef CP_CLI_CLI_H
#define CP_CLI_CLI_H

#include "counterpoint.h"

/* How the program ends. */
enum cli_exit {
	CLI_OK = 0,
	CLI_FINDINGS = 1, /* errors in the input */
	CLI_USAGE = 2,
	CLI_IO = 4,
};

struct cli_verb;

/* One option of a verb. The parsing and the help are made from these rows; a test
 * holds the manual and the completions against them. */
struct cli_option {
	const char *name;     /* "output" for --output */
	char letter;          /* 'o' for -o; 0: none */
	const char *argument; /* "FILE"; NULL: it is a switch */
	const char *help;
	const char **value; /* set to the argument, or … */
	bool *set;          /* … to true, or … */
	/* … called with the argument, each time: 0, or an exit code, having said why. */
	int (*take)(const struct cli_verb *verb, const char *argument);
	bool single; /* for a file of its own: no option of a batch */
	void (*put_list)(
		void); /* of its values, below all options; NULL: there is none */
};

/* What a verb makes of one document: of a file, or of a line of a batch. */
struct cli_work {
	const char *operand;       /* what it is made of: "ANNOTATION" */
	const char **output;       /* the file that it goes to */
	const char *const *format; /* what it is written in, as "json" or "png" */
	bool bare;                 /* a thread alone will do */
	/* Are the options right? CLI_OK; or CLI_USAGE, having said why. NULL: always. */
	int (*prepare)(const struct cli_verb *verb);
	/* One of the two. NULL where nothing could be made, or the findings are all there is. */
	char *(*of_input)(const counterpoint_input *input, size_t *len,
		counterpoint_findings *findings);
	char *(*of_debate)(const counterpoint_debate *debate, size_t *len,
		counterpoint_findings *findings);
};

struct cli_verb {
	const char *name;
	const char *operands;       /* "[OPTION]… ANNOTATION" */
	const char *help;           /* one line */
	const char *more;           /* paragraphs for --help */
	struct cli_option *options; /* ends with a name of NULL */
	int (*run)(const struct cli_verb *verb, int operands, char **operand);
	const struct cli_work *work; /* NULL: it is not for documents one by one */
	bool leads;                  /* what follows its first operand is that one's */
};

extern const struct cli_verb cli_verbs[]; /* ends with a name of NULL */
extern struct cli_option cli_common[];    /* options of every verb */

/* NULL where there is none of that name. */
const struct cli_verb *cli_verb_named(const char *name);

/* Parses the arguments, of which the first is the verb's name. A cli_exit code, or -1 to go on:
 * then `first` is the index of the first operand. In a batch, options of a single file are
 * refused. */
int cli_parse(
	const struct cli_verb *verb, int argc, char **argv, bool in_batch, int *first);

void cli_put_help(const struct cli_verb *verb);

/* "counterpoint: …" on the standard error, and how to get help. CLI_USAGE. */
int cli_usage_error(const struct cli_verb *verb, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* "There is no code …; did you mean …?" CLI_USAGE. */
int cli_unknown_code(const struct cli_verb *verb, const char *code);

/* The one operand that a verb takes; NULL, with a message, if there is not just one. */
const char *cli_one_operand(
	const struct cli_verb *verb, int operands, char **operand, const char *what);

/* The options of every verb that prints findings, and new findings that follow them. */
#define CLI_FINDING_OPTIONS \
	{"warn", 'W', "SWITCH", \
		"no-CODE hides findings, error=CODE makes them errors, error all warnings", \
		.take = cli_take_switch}, \
		{"no-warnings", 'w', NULL, "hide warnings and hints", \
			.take = cli_hide_warnings}, \
	{ \
		"show-allowed", 0, NULL, "show what the file allows with x-allow, too", \
			.set = &cli_show_allowed \
	}
int cli_take_switch(const struct cli_verb *verb, const char *text);
int cli_hide_warnings(const struct cli_verb *verb, const char *unused);
extern bool cli_show_allowed;
counterpoint_findings *cli_findings_new(void);
void cli_apply_switches(counterpoint_findings *findings);

/* Prints the findings and how many there are. */
void cli_put_findings(counterpoint_findings *findings);

/* Is `name` one of `names`, which end with NULL? */
bool cli_is_one_of(const char *name, const char *const names[]);

/* CLI_OK if `value` is NULL or one of `names`, which end with NULL; else CLI_USAGE, having said
 * "there is no theme "drak"; did you mean "dark"? The themes are: …", if "theme" is what it is. */
int cli_check_choice(const struct cli_verb *verb, const char *what, const char *value,
	const char *const names[]);

extern const char *const cli_themes[]; /* of drawings, ends with NULL */

/* The names that `at` gives from 0 on, until it gives NULL, as such a list; at most
 * CLI_MOST_NAMES of them. */
enum { CLI_MOST_NAMES = 31 };
void cli_list_names(
	const char *names[CLI_MOST_NAMES + 1], const char *(*at)(size_t index));

/* For options that may be given several times: adds the argument to `list`, which ends with
 * NULL. CLI_OK; CLI_USAGE, having said so, where it is full. */
enum { CLI_MOST_TIMES = 64 };
int cli_take_more(const struct cli_verb *verb, const char *list[CLI_MOST_TIMES + 1],
	const char *option, const char *argument);

/* A whole number from `least` to `most`, neither 0; 0, with a message, where it is none. */
unsigned cli_number_in(const struct cli_verb *verb, const char *text, const char *what,
	unsigned least, unsigned most);

/* What follows the last dot in the file's name; NULL, without a dot or a path. */
const char *cli_ending(const char *path);

/* What may be written, and what the endings of files tell. */
struct cli_formats {
	const char *const *names; /* end with NULL */
	const char *const (
		*endings)[2]; /* rows of an ending and its format; the last: NULL */
	const char *usual;    /* where there is no file, or no ending */
};

/* Sees that `*format` is one of them; where it is NULL, it becomes what the ending of `path` (NULL:
 * none) tells. CLI_OK, or CLI_USAGE, having said why. */
int cli_choose_format(const struct cli_verb *verb, const char **format, const char *path,
	const struct cli_formats *formats);

/* True, with a message, if `output` is the file `input`: writing it would lose what was
 * read. */
bool cli_would_overwrite(
	const struct cli_verb *verb, const char *input, const char *output);

/* Is a file of this name there already, and no stream or device? */
bool cli_is_there(const char *path);

/* Where `make install` put the schema of annotations, seen from the program, as an address;
 * NULL where it is not, or the path is none that an address can have as it is. */
const char *cli_installed_schema(void);

/* Writes `data` to `path` (NULL: the standard output). CLI_OK or CLI_IO. */
int cli_write(const char *path, const char *data, size_t len);

/* Makes a folder, unless it is there, and writes `data` to the file `name` in it. CLI_OK or
 * CLI_IO. */
int cli_make_folder(const char *folder);
int cli_write_in(const char *folder, const char *name, const char *data, size_t len);

/* Sees that what was printed on the standard output got there. CLI_OK or CLI_IO. */
int cli_end_output(void);

/* What the work makes of one document, to be freed, with the findings; NULL as in cli_work. */
char *cli_make(const struct cli_work *work, const counterpoint_input *input, size_t *len,
	counterpoint_findings *findings);

/* Does the work of a verb on its one operand, writes what it makes, and prints the findings. */
int cli_produce(const struct cli_verb *verb, int operands, char **operand);

/* The graver of two ways to end. */
int cli_worse(int a, int b);

#endif
