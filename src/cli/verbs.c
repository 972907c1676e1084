#include "cli/verbs.h"

#include <assert.h>
#include <string.h>

#define ANNOTATION_HELP \
	"ANNOTATION is the annotation's JSON file; the thread that it names is looked for beside it."

#define IMPORT_FORMATS \
	"thread (as this program writes it), reddit, hn (the search of Hacker News), " \
	"hn-items (its own interface), discourse, stackexchange, convokit " \
	"(utterances.jsonl), mbox (mail), isso, wxr (WordPress), disqus, page-html (a web " \
	"page with comments), page-text (a blog page saved as plain text, its comments a " \
	"bulleted list)"

const struct cli_verb cli_verbs[] = {
	{"import", "[OPTION]… PAGE", "turn a saved page into a thread",
		"PAGE is a saved page, a feed or a dump. What it is, is told by what is in it: " IMPORT_FORMATS
		". The thread is written as JSON, its text as on the page to the "
		"letter.\n"
		"What was left out, what was guessed and what could not be told is said on the "
		"standard error, each with its place.",
		cli_import_options, .run = cli_import, .work = &cli_import_work},
	{"init", "[OPTION]… THREAD", "begin an annotation of a thread",
		"THREAD is the thread's JSON file. The annotation names it, and has its title, the "
		"motion, and nothing marked yet.\n"
		"Its \"$schema\" names the schema in a folder \"schemas\" beside it or above, or else "
		"the one that is installed, so that editors complete and explain while you type.",
		cli_init_options, .run = cli_init},
	{"draft", "[OPTION]… THREAD", "make a first annotation of a thread",
		"THREAD is the JSON file that import wrote.\n"
		"The annotation has quotations with their origin, whom comments address, who "
		"wrote unsigned comments, and sentences that markers such as \"because\" show "
		"to be claims, reasons or attacks. It is for you to correct: every part has "
		"\"origin\": \"auto\", the rule that found it and its confidence, and is drawn "
		"lighter until you delete \"origin\". It finds few arguments, and some of them "
		"are none.",
		cli_draft_options, .run = cli_draft, .work = &cli_draft_work},
	{"check", "[OPTION]… ANNOTATION…", "find what is wrong with annotations",
		ANNOTATION_HELP
		"\n"
		"Schema, references, anchors, quotations and structure are checked in one run. "
		"Findings are printed on the standard error as file:line:column with a code; "
		"nothing is printed where nothing is wrong.",
		cli_check_options, .run = cli_check, .work = &cli_check_work},
	{"fmt", "[OPTION]… FILE…", "lay the two files out alike",
		"FILE is an annotation, a thread or any JSON. It is rewritten if that changes "
		"anything, and named on the standard output then. \"-\" is laid out from the "
		"standard input to the standard output.\n"
		"Properties get the order of the schemas, items and comments keep theirs, and the "
		"text of every string and number stays to the byte. What is no JSON is left as it "
		"is.",
		cli_fmt_options, .run = cli_fmt, .work = &cli_fmt_work},
	{"anchor", "[OPTION]… ANNOTATION…",
		"say where the quotes are, and mend their places",
		ANNOTATION_HELP
		"\n"
		"Each item gets a line: how its quote was found (exact, folded, moved, fuzzy, "
		"ambiguous, lost), where, and the words that stand there. After the text was edited, "
		"--write mends the annotation; a place that was guessed is never written without "
		"--accept-fuzzy, and one that is ambiguous or lost never.",
		cli_anchor_options, .run = cli_anchor, .work = &cli_anchor_work},
	{"render", "[OPTION]… ANNOTATION", "draw the debate",
		ANNOTATION_HELP
		"\n"
		"The argument map has the motion on top and the reasons below what they bear on. "
		"Broken parts are left out or marked, and the rest is drawn.",
		cli_render_options, .run = cli_render, .work = &cli_render_work},
	{"summary", "[OPTION]… ANNOTATION|THREAD", "say in words what the debate says",
		ANNOTATION_HELP
		"\n"
		"Every sentence names the comments that it rests on. Of a thread "
		"in which nothing is annotated it is a digest: the sentences "
		"that have most in common with the rest.",
		cli_summary_options, .run = cli_produce, .work = &cli_summary_work},
	{"report", "[OPTION]… ANNOTATION", "put map, summary and thread on one page",
		ANNOTATION_HELP
		"\n"
		"The page is one HTML file that needs no network. In a browser with scripts the "
		"map can be zoomed, searched, folded and walked through by keys, with each "
		"comment beside its box; without them, all of it can be read and printed.",
		cli_report_options, .run = cli_produce, .work = &cli_report_work},
	{"evaluate", "[OPTION]… ANNOTATION", "say what stands as the debate is",
		ANNOTATION_HELP
		"\n"
		"A claim stands, is defeated, or is unresolved, by what attacks it and what answers "
		"that; and it is weaker or stronger, from 0 to 1, by the reasons for and against "
		"it. That follows from what was said and marked; it does not tell who is right.",
		cli_evaluate_options, .run = cli_produce, .work = &cli_evaluate_work},
	{"why", "[OPTION]… ANNOTATION [ID]",
		"say why something stands, and what it hangs on",
		ANNOTATION_HELP
		"\n"
		"ID is an item's, the motion's (the default) or that of a step, as \"a>b\". It is "
		"told what status it has and why; then, as a tree, what supports and attacks it, and "
		"what answers that; then which claims and steps would change its status by falling.",
		cli_why_options, .run = cli_why, .work = &cli_why_work},
	{"stats", "[OPTION]… ANNOTATION", "count and weigh, in tables",
		ANNOTATION_HELP
		"\n"
		"What is counted: who speaks and on which side, the key points of each side, where "
		"they clash, what was granted or not answered, and more. CSV has, without --table, "
		"all tables one after the other, each below a line with its name and above an empty "
		"line; with --table it is one table, as a spreadsheet takes it.",
		cli_stats_options, .run = cli_produce, .work = &cli_stats_work},
	{"af", "-p PROBLEM [-a NAME] [OPTION]… FILE",
		"answer questions about an abstract framework",
		"FILE has arguments and attacks between them, in a format of the ICCMA "
		"competitions: \"p af N\", Aspartix (.apx) or Trivial Graph Format (.tgf).\n"
		"A PROBLEM is a task, a hyphen and a semantics. Tasks: SE an extension, EE all, CE "
		"how many there are, DC whether an argument is in one, DS whether it is in all. "
		"Semantics: GR grounded, CO complete, PR preferred, ST stable, SST semi-stable, STG "
		"stage, ID ideal. The answer is YES or NO, and a line \"w\" for each extension.",
		cli_af_options, .run = cli_af},
	{"schema", "thread|annotation|validate [OPTION]… SCHEMA FILE…",
		"print a JSON Schema, or validate by one",
		"The schemas \"thread\" and \"annotation\" describe the two files, property by "
		"property, for people and for editors.\n"
		"\"validate\" holds each FILE, any JSON, against a SCHEMA of your own (draft "
		"2020-12). It may refer to files beside it; nothing is fetched from a network.",
		cli_schema_options, .run = cli_schema},
	{"batch", "[OPTION]… VERB [OPTION OF VERB]… [FILE]…",
		"do the work of another verb on each line of a stream",
		"Each line of FILE, or else of the standard input, is a JSON document: a thread, or "
		"an annotation with its thread inside; for import, a page, or a string that holds "
		"one. VERB is any verb that works on one document, with its own options. Those of batch "
		"stand before it.\n"
		"For each line there is a line on the standard output, in the same order: a JSON "
		"object with the number of the line, its id, the exit status that VERB alone would "
		"have had, what it made, and the findings. A line that is broken, takes too long or "
		"crashes has a record as well, and the others go on.",
		cli_batch_options, .run = cli_batch, .leads = true},
	{0},
};

const struct cli_verb *cli_verb_named(const char *name)
{
	for (const struct cli_verb *verb = cli_verbs; verb->name; verb++)
		if (strcmp(verb->name, name) == 0)
			return verb;
	return NULL;
}

/* What other programs call a verb, or what stands where one does not look for it. */
static const char *const said_otherwise[][2] = {
	{"version", "--version"},
	{"explain", "check --explain"},
	{"validate", "schema validate"},
	{"lint", "check"},
	{"format", "fmt"},
	{"annotate", "init"},
	{"new", "init"},
	{"draw", "render"},
	{"map", "render"},
	{"graph", "render"},
	{"summarise", "summary"},
	{"summarize", "summary"},
	{"statistics", "stats"},
	{0},
};

static const char *verb_near(const char *name)
{
	const char *names[32] = {0};
	for (size_t i = 0; said_otherwise[i][0]; i++)
		if (strcmp(name, said_otherwise[i][0]) == 0)
			return said_otherwise[i][1];
	for (size_t i = 0; cli_verbs[i].name; i++) {
		assert(i + 1 < sizeof names / sizeof *names);
		names[i] = cli_verbs[i].name;
	}
	return counterpoint_name_near(name, names);
}

int cli_unknown_verb(const char *name)
{
	if (name[0] == '-')
		return cli_usage_error(
			NULL, "there is no option %s before the verb", name);
	if (cli_is_there(name))
		return cli_usage_error(NULL,
			"before the file \"%s\" a verb is missing: import, check, render, …",
			name);
	const char *near = verb_near(name);
	return cli_usage_error(NULL, "there is no verb \"%s\"%s%s%s", name,
		near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}
