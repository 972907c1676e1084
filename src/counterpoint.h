/* libcounterpoint: argument maps and summaries of annotated comment threads.
 *
 * The whole of the library's interface. A debate is an annotation with its thread, read
 * from a file; from it come diagrams, summaries and a page. What is wrong with the files
 * is added to a list of findings, and whatever is valid is still used.
 *
 * Ownership: what a `_new`, `_load` or `_read` function returns is yours, to be given to
 * the `_free` function of its type, which accepts NULL. Results that are texts are yours,
 * to be given to free(); they end with a 0, which `len` does not count (`len` may be NULL).
 * No pointer may be NULL unless it is said. Findings and the debate they are about may be
 * freed in any order. The thread is looked for where the annotation says, which may be any
 * regular file, unless the annotation is in memory. All text is UTF-8. Nothing is thread-safe
 * but separate debates and findings. Running out of memory ends the program. */
#ifndef COUNTERPOINT_H
#define COUNTERPOINT_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define COUNTERPOINT_VERSION "0.1.0"

#if defined(__GNUC__)
#define COUNTERPOINT_API __attribute__((visibility("default")))
#define COUNTERPOINT_CHECKED __attribute__((visibility("default"), warn_unused_result))
#else
#define COUNTERPOINT_API
#define COUNTERPOINT_CHECKED
#endif

/* The version of the library that is in use. */
COUNTERPOINT_API const char *counterpoint_version(void);

/* ---- Findings ---- */

typedef struct cp_diags counterpoint_findings;

COUNTERPOINT_CHECKED counterpoint_findings *counterpoint_findings_new(void);
COUNTERPOINT_API void counterpoint_findings_free(counterpoint_findings *findings);

/* Takes a switch as compilers have it, without the -W: "no-CODE" hides findings, "error=CODE"
 * makes errors of them, "no-error=CODE" leaves them what they are; in place of a CODE "hint",
 * "warning", "note", or "all" of the first two; "error" is every warning. What is an error
 * stays one. NULL; or, as yours, why it was not taken. */
COUNTERPOINT_CHECKED char *counterpoint_findings_switch(
	counterpoint_findings *findings, const char *text);

/* How many are shown, by how grave they are; and how many are not, as their file allows
 * them. */
COUNTERPOINT_API size_t counterpoint_findings_errors(
	const counterpoint_findings *findings);
COUNTERPOINT_API size_t counterpoint_findings_warnings(
	const counterpoint_findings *findings);
COUNTERPOINT_API size_t counterpoint_findings_hints(
	const counterpoint_findings *findings);
COUNTERPOINT_API size_t counterpoint_findings_notes(
	const counterpoint_findings *findings);
COUNTERPOINT_API size_t counterpoint_findings_allowed(
	const counterpoint_findings *findings);

/* What a program that met them should exit with: 4 if a file could not be read or a
 * picture not made or a question not decided, else 1 if there are errors, else 0. */
COUNTERPOINT_API int counterpoint_findings_status(const counterpoint_findings *findings);

typedef struct counterpoint_text_options {
	bool colour;  /* with the escape codes of terminals */
	bool allowed; /* show what the files allow, too */
	size_t limit; /* at most this many; 0: all */
} counterpoint_text_options;

/* The findings as a compiler prints them, in the order of the files. `options` may be NULL. */
COUNTERPOINT_CHECKED char *counterpoint_findings_text(counterpoint_findings *findings,
	const counterpoint_text_options *options, size_t *len);

/* The findings of one or more lists as data: "json", "sarif" (2.1.0), or "text", without
 * colour. All of them, and those that the files allow, marked as such. NULL where there is no
 * such format. */
COUNTERPOINT_CHECKED char *counterpoint_findings_data(
	counterpoint_findings *const lists[], size_t count, const char *format,
	size_t *len);

/* What a code in a finding means, what to do about it, and an example where there is one,
 * as a paragraph or two (`code` NULL: of every code, with an empty line between); NULL where
 * there is no such code. */
COUNTERPOINT_CHECKED char *counterpoint_explain(const char *code);

/* The one code that `wanted` may be a slip of the pen for; NULL where none is near. */
COUNTERPOINT_API const char *counterpoint_code_near(const char *wanted);

/* ---- Input ---- */

/* A document that is read: a file, or a text in memory. All but the path may be 0 or NULL. */
typedef struct counterpoint_input {
	const char *path; /* "-": the standard input; of a text, its name in findings */
	const char *data; /* the text, which is copied; NULL: it is in the file … */
	size_t len;       /* … and so many bytes of it */
	size_t line; /* at which line of its file it begins: places count from there */
	const char *root; /* a text may name files in this folder alone; NULL: none. It
	                   * must outlive the findings. A file may name any. */
	const char *unit; /* what `start` and `end` count: "codepoint" (the default),
	                   * "utf8", "utf16" */
	bool bare; /* a thread will do, as a debate in which nothing is annotated */
} counterpoint_input;

/* ---- Debates ---- */

typedef struct counterpoint_debate counterpoint_debate;

/* Reads and checks the annotation in the file `path` ("-": the standard input) and its
 * thread. NULL where nothing can be made of it; the findings say why. */
COUNTERPOINT_CHECKED counterpoint_debate *counterpoint_debate_load(
	const char *path, counterpoint_findings *findings);

/* The same of any input. NULL where there is no such unit, too. */
COUNTERPOINT_CHECKED counterpoint_debate *counterpoint_debate_read(
	const counterpoint_input *input, counterpoint_findings *findings);
COUNTERPOINT_API void counterpoint_debate_free(counterpoint_debate *debate);

/* Mends in an annotation what can be mended without asking,
 * and checks it again: the findings are those that are left. The mended text, the same where
 * nothing could be mended; nothing is written. `changes` gets a line for each change, as text
 * of yours, or NULL if there are none. NULL where the file is no JSON. */
COUNTERPOINT_CHECKED char *counterpoint_fix(const counterpoint_input *input,
	char **changes, size_t *len, counterpoint_findings *findings);

/* How many items its annotation has. */
COUNTERPOINT_API size_t counterpoint_debate_items(const counterpoint_debate *debate);

/* How to find out what stands as the debate is, and how strong it is; each may be NULL, and so
 * may all of it, for the first of the values. */
typedef struct counterpoint_evaluate_options {
	const char *semantics; /* "grounded", "preferred", "stable", "semi-stable",
	                        * "ideal" */
	const char *support;   /* "none", "necessary", "deductive", "evidential" */
	const char *strength;  /* "quadratic", "df-quad", "sd-df-quad", "euler",
	                        * "euler-top", "mlp", "h-categoriser", "max-based",
	                        * "card-based" */
	const char *format;    /* "text", "json" */
	double uncertainty; /* how far off initial strengths may be, from 0 to 1: then there
	                     * are bounds; 0: none */
	bool votes; /* claims start by the votes for their comments: what is popular */
	/* What is taken for granted, whatever the debate says: "ID=in" or "ID=out", of an item or a
	 * step; NULL after the last one. */
	const char *const *assume;
} counterpoint_evaluate_options;

/* What to draw, and how; each may be NULL. */
typedef struct counterpoint_render_options {
	const char *view; /* "map" (the default), or another one of counterpoint_view() */
	/* "svg" (the default), or another one of counterpoint_picture_format(); "html" is of the
	 * map alone */
	const char *format;
	const char *layout; /* "dot", Graphviz's; "tree"; "auto" (the default): the first
	                     * while it is fast */
	/* "default", "high-contrast", "greyscale" or "dark": the colours */
	const char *theme;
	/* Where it grows to from the motion: "TB" (down), "BT", "LR" or "RL". Of the views "map",
	 * whose usual direction is TB, and "replies", which is a list unless this is given. */
	const char *direction;
	unsigned dpi;     /* of "png": pixels to the inch, 36 to 1200; 0: 96 */
	const char *page; /* of "pdf": "fit" (the default), as large as the drawing, or
	                   * another one of counterpoint_paper(), in whatever case … */
	bool sheets; /* … on as many as it takes to be read, to be glued together */
	/* What to show of the debate; what is left out is said in the drawing. */
	const char *until;   /* the id of a comment: the debate so far */
	const char *focus;   /* the id of an item or a step: that, what bears on it, its
	                      * way up */
	const char *issue;   /* a number of counterpoint_debate_issues(), or an id */
	const char *speaker; /* a name: his points, and what they answer */
	/* Lists that end with NULL: items that have any of these tags, and their ways to the
	 * motion; ids of items below which all is only counted. */
	const char *const *tags, *const *collapse;
	unsigned depth; /* so many steps from the motion, or from the focus; 0: all */
	/* How boxes are written. */
	const char *label; /* "gist" (the default), "quote": the comment's words, or
	                    * "both" */
	double width;      /* at which lines are broken, in points; 0: as is usual */
	bool numbers;      /* in the order of reading, as in an outline */
	/* Show what stands in the whole debate, or in the debate so far, and how strong it is, by
	 * these rules (their format does not matter); NULL: do not. */
	const counterpoint_evaluate_options *status;
} counterpoint_render_options;

/* The names of the views, with a line on each; NULL past the last. */
COUNTERPOINT_API const char *counterpoint_view(size_t index, const char **help);

/* The names of the formats, with a line on each and the ending of its files (NULL: none tells
 * it); NULL past the last. And those of the pages of a PDF. */
COUNTERPOINT_API const char *counterpoint_picture_format(
	size_t index, const char **ending, const char **help);
COUNTERPOINT_API const char *counterpoint_paper(size_t index);

/* A diagram of the debate. NULL where there is no such view, format, layout, theme, label,
 * direction, number of pixels or page; or,
 * with a finding, where it could not be drawn, or what is to be shown is not there. Starts a
 * child process for Graphviz's layout, so the program must not ignore SIGCHLD. `options` may be
 * NULL. */
COUNTERPOINT_CHECKED char *counterpoint_debate_render(const counterpoint_debate *debate,
	const counterpoint_render_options *options, size_t *len,
	counterpoint_findings *findings);

/* Where the sides clash, the sharpest first, as text: a line each with its number, an id, the
 * claim or the step, and how much speaks for and against it. Of the options, `until` alone is
 * looked at. NULL, with a finding, where there is no such comment. `options` may be NULL. */
COUNTERPOINT_CHECKED char *counterpoint_debate_issues(const counterpoint_debate *debate,
	const counterpoint_render_options *options, size_t *len,
	counterpoint_findings *findings);

/* A map in pages that lead to one another, for large ones. Each page is an SVG; over them is an
 * index.html with previews, and the map in words. */
typedef struct counterpoint_pages counterpoint_pages;

/* Pages of at most so many boxes (0: 40) where that is possible: a claim and what bears on it
 * at once stay together, and what is tied to other pages is there as well. Of the options,
 * `format` is not looked at. NULL as above, and where the view is not the map. */
COUNTERPOINT_CHECKED counterpoint_pages *counterpoint_debate_split(
	const counterpoint_debate *debate, const counterpoint_render_options *options,
	size_t boxes, counterpoint_findings *findings);
COUNTERPOINT_API void counterpoint_pages_free(counterpoint_pages *pages);

/* How many files there are, the index among them; of each a safe name, and its text. Borrowed;
 * NULL past the last. */
COUNTERPOINT_API size_t counterpoint_pages_count(const counterpoint_pages *pages);
COUNTERPOINT_API const char *counterpoint_pages_file(
	const counterpoint_pages *pages, size_t index);
COUNTERPOINT_API const char *counterpoint_pages_text(
	const counterpoint_pages *pages, size_t index, size_t *len);

/* How the debate is told; each may be NULL. */
typedef struct counterpoint_summary_options {
	const char *format; /* "markdown" (the default), "text", "html", a fragment, or
	                     * "json" */
	const char *length; /* "short", "medium" or "long" (the default) */
	/* Who reads it: "anyone" (the default), "newcomer", "moderator", "teacher", or
	 * "participant=" and the name of a speaker. */
	const char *reader;
	const char *as_of; /* the id of a comment: the debate so far */
} counterpoint_summary_options;

/* The readers, without a name; NULL past the last. */
COUNTERPOINT_API const char *counterpoint_reader(size_t index);

/* The debate in words. NULL where there is no such format, length or reader; or, with a
 * finding, no such speaker or comment. Each sentence has been held against the debate again;
 * one that did not hold is left out, with a finding. `options` may be NULL. */
COUNTERPOINT_CHECKED char *counterpoint_debate_summary(const counterpoint_debate *debate,
	const counterpoint_summary_options *options, size_t *len,
	counterpoint_findings *findings);

/* What stands, and how strong it is. NULL where there is no such value or, with a finding, where there is nothing of an id that is
 * assumed, or where it was not decided in time. */
COUNTERPOINT_CHECKED char *counterpoint_debate_evaluate(const counterpoint_debate *debate,
	const counterpoint_evaluate_options *options, size_t *len,
	counterpoint_findings *findings);

/* Why something stands, is defeated or unresolved; each may be NULL or 0. */
typedef struct counterpoint_why_options {
	const char *id; /* of an item, of the motion (the default) or of a step: "a>b" */
	unsigned depth; /* so many steps down from there; 0: a few, and not too many */
	const counterpoint_evaluate_options *by; /* how, and in what format */
} counterpoint_why_options;

/* In words, and as a tree; and on what it hangs. NULL as for the above. */
COUNTERPOINT_CHECKED char *counterpoint_debate_why(const counterpoint_debate *debate,
	const counterpoint_why_options *options, size_t *len,
	counterpoint_findings *findings);

/* What can be counted and weighed, as tables, or one small plot; each may be NULL, and so may
 * all of it. */
typedef struct counterpoint_stats_options {
	const char *format; /* "text", "csv", "json", "svg" */
	const char *table;  /* one of them; NULL: all */
	bool explain;       /* as text: says how the numbers come about */
	const char *plot;   /* as SVG, and must: "time", "balance", "strength" */
	const char *theme;  /* as SVG: as of counterpoint_render_options */
} counterpoint_stats_options;

/* NULL where there is no such format, table, plot or theme. */
COUNTERPOINT_CHECKED char *counterpoint_debate_stats(const counterpoint_debate *debate,
	const counterpoint_stats_options *options, size_t *len);

/* The names of the tables, from 0 on, and their titles; NULL after the last. */
COUNTERPOINT_API const char *counterpoint_stats_table(size_t index, const char **title);

/* One self-contained HTML page with the map, which can be explored, the summary and the
 * thread. */
COUNTERPOINT_CHECKED char *counterpoint_debate_report(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings);

/* Where each item of its annotation was found in the thread, and how surely, as "text" or
 * "json". NULL where there is no such format. */
COUNTERPOINT_CHECKED char *counterpoint_debate_anchors(
	const counterpoint_debate *debate, const char *format, size_t *len);

/* The text of the annotation's file in which `start`, `end`, `prefix` and `suffix` of each item
 * say where it was found, and nothing else is altered; NULL where they do so already. Items
 * that are in the thread only nearly are altered only if `nearly`, and get its words as their
 * quote. `changes` (or NULL) becomes one line an item that was altered, yours to free(); where
 * none was, NULL. The findings that it was loaded with must not have been freed. */
COUNTERPOINT_CHECKED char *counterpoint_debate_reanchor(
	const counterpoint_debate *debate, bool nearly, char **changes, size_t *len);

/* ---- Argumentation frameworks ---- */

typedef struct counterpoint_af counterpoint_af;

/* Reads the framework in the file `path` ("-": the standard input), written as "i23", "apx" or
 * "tgf" (NULL: recognise it). NULL where anything is wrong with it; the findings say what. */
COUNTERPOINT_CHECKED counterpoint_af *counterpoint_af_load(
	const char *path, const char *format, counterpoint_findings *findings);
COUNTERPOINT_API void counterpoint_af_free(counterpoint_af *af);

/* Is `problem` one, as "DC-PR"? Then `about_argument` says whether it asks about one. */
COUNTERPOINT_CHECKED bool counterpoint_af_is_problem(
	const char *problem, bool *about_argument);

/* All problems, and all formats, as the ICCMA competitions want them: "[DC-CO,DS-CO]". */
COUNTERPOINT_CHECKED char *counterpoint_af_problems(void);
COUNTERPOINT_CHECKED char *counterpoint_af_formats(void);

typedef struct counterpoint_af_question {
	const char *problem;  /* "DC-PR" */
	const char *argument; /* its name; NULL where the problem is about none */
	size_t limit;         /* list so many extensions at most; 0: 1000 */
	double seconds;       /* for a SAT solver, at most */
} counterpoint_af_question;

/* The answer in the form of ICCMA'23: YES or NO, and lines with extensions. NULL where there is
 * no such problem or, with a finding, no such argument, or no answer in time. */
COUNTERPOINT_CHECKED char *counterpoint_af_answer(const counterpoint_af *af,
	const counterpoint_af_question *question, size_t *len,
	counterpoint_findings *findings);

/* ---- Threads ---- */

/* What the page itself does not tell; each may be NULL, and so may all of it. */
typedef struct counterpoint_import_options {
	const char *format; /* "page-text"; NULL: recognise it */
	const char *title, *url;
	const char *retrieved; /* a date: "2010-08-10" */
	const char *language;  /* as a BCP 47 tag: "en" */
	const char *thread;    /* the id of one thread of several */
	bool pseudonymise; /* authors become "Speaker 1" …, in the texts as well … */
	const char *key;   /* … and this file, which must be new, says who is who */
} counterpoint_import_options;

/* Reads a saved page into a thread, as JSON. A page in memory is UTF-8, whatever it says.
 * What was left out, guessed or not resolved is among the findings, as notes. NULL where
 * no thread was found, or several were. */
COUNTERPOINT_CHECKED char *counterpoint_import(const counterpoint_input *input,
	const counterpoint_import_options *options, size_t *len,
	counterpoint_findings *findings);

/* The names of the formats that can be imported, with a line on each; NULL past the last. */
COUNTERPOINT_API const char *counterpoint_import_format(size_t index, const char **help);

/* All threads of a page: an export of a whole blog, a mailbox. */
typedef struct counterpoint_threads counterpoint_threads;

/* Reads the page as above. NULL where no thread was found. */
COUNTERPOINT_CHECKED counterpoint_threads *counterpoint_threads_read(
	const counterpoint_input *input, const counterpoint_import_options *options,
	counterpoint_findings *findings);
COUNTERPOINT_API void counterpoint_threads_free(counterpoint_threads *threads);

COUNTERPOINT_API size_t counterpoint_threads_count(const counterpoint_threads *threads);

/* Of each thread its id, how many comments it has, and its title, as "text" (a line each, with
 * tabs between) or "json". NULL where there is no such format. */
COUNTERPOINT_CHECKED char *counterpoint_threads_list(
	const counterpoint_threads *threads, const char *format, size_t *len);

/* A thread as JSON, and a name for its file, made of its id and unlike that of any other;
 * borrowed, NULL past the last. */
COUNTERPOINT_CHECKED char *counterpoint_threads_json(
	const counterpoint_threads *threads, size_t index, size_t *len);
COUNTERPOINT_API const char *counterpoint_threads_file(
	const counterpoint_threads *threads, size_t index);

/* What an annotation is begun with; each may be NULL, and so may all of it. */
typedef struct counterpoint_begin_options {
	const char *path;      /* the file it will be; NULL: one in the current folder */
	const char *motion;    /* the proposition that is debated */
	const char *schema;    /* where its schema is; NULL: in a folder "schemas" above
	                        * it … */
	const char *installed; /* … or, if there is none, here */
} counterpoint_begin_options;

/* Begins an annotation of the thread in the file `thread`, as JSON: nothing is marked yet. It
 * names the thread, and the schema, as seen from where it will be. NULL where the file is no
 * thread. */
COUNTERPOINT_CHECKED char *counterpoint_begin(const char *thread,
	const counterpoint_begin_options *options, size_t *len,
	counterpoint_findings *findings);

/* ---- Drafts ---- */

/* What a draft is made with; each may be NULL or 0, and so may all of it. */
typedef struct counterpoint_draft_options {
	const char *motion;     /* NULL: the thread's title */
	const char *annotation; /* a file whose motion and sources are taken */
	const char *only;       /* ids of rules, apart by commas: no others … */
	const char *without;    /* … or all but these */
	double least;           /* confidence of the rules that are used */
	bool eager;             /* the weak rules too */
	const char *path;       /* as those of an annotation that is begun, above */
	const char *schema, *installed;
} counterpoint_draft_options;

/* A first annotation, as JSON, of a thread, which it names if that is in a file of its own, and
 * else has inside. Every part of it has the origin "auto" and the rule that found it.
 * NULL where no thread could be read; the findings say why. */
COUNTERPOINT_CHECKED char *counterpoint_draft(const counterpoint_input *input,
	const counterpoint_draft_options *options, size_t *len,
	counterpoint_findings *findings);

/* The same draft, held against an annotation of the thread that a person made: a table of
 * how much is right and how much is found, rule by rule. */
COUNTERPOINT_CHECKED char *counterpoint_draft_compare(const counterpoint_input *input,
	const char *annotation, const counterpoint_draft_options *options, size_t *len,
	counterpoint_findings *findings);

/* The ids of the rules, with a line on each; NULL past the last. And all that is to be said
 * of them, as a text. */
COUNTERPOINT_API const char *counterpoint_draft_rule(size_t index, const char **help);
COUNTERPOINT_CHECKED char *counterpoint_draft_rules(size_t *len);

/* ---- Batches ---- */

typedef struct counterpoint_batch_counts {
	size_t line;        /* of the record that was written last */
	size_t records;     /* that were written … */
	size_t errors;      /* … of status 1, with errors in the document … */
	size_t failures;    /* … and of status 4, where the work was not done */
	int status;         /* the gravest */
	bool stopped;       /* it was told to stop */
	const char *failed; /* what could not be done, where that ended it: "read",
	                     * "write", … */
} counterpoint_batch_counts;

/* A stream with a JSON document a line, and what is to be done with each. A document that is a
 * string stands for the text that it holds. What may be NULL or 0 says so. */
typedef struct counterpoint_batch {
	int in, out; /* file descriptors */
	int stop;    /* it stops when there is something to read from this; -1: nothing */
	const char *name;  /* of the input, in findings */
	const char *file;  /* and in the records; NULL: it is not there */
	const char *root;  /* documents may name files in this folder; NULL: none */
	const char *field; /* the property of the line that is the document; NULL: the
	                    * line is */
	const char *id;    /* the property that the record is to have as "id"; NULL: "id",
	                    * "x-id" */
	size_t first, last; /* lines, from 1; 0: from the first, up to the last */
	size_t part,
		parts; /* of so many parts, which each have every so manieth line, this one,
			* from 1; 0: all */
	size_t longest;   /* bytes of a line; 0: any number */
	double seconds;   /* for a line; 0: any number */
	unsigned workers; /* processes; 0: as many as there are processors for it */
	bool is_json;     /* what is made of a document is JSON */
	/* Makes something of a document, in a worker process, as text to be freed; NULL: nothing. */
	char *(*make)(void *context, const counterpoint_input *input, size_t *len,
		counterpoint_findings *findings);
	/* Is told now and then how far it is; NULL: nobody is. */
	void (*progress)(void *context, const counterpoint_batch_counts *counts);
	void *context; /* for the two */
} counterpoint_batch;

/* Writes a record for each line that is not blank, in their order, as soon as it is there: one
 * line of JSON, with "line", "id", "status", "result" and "findings". Memory does not grow with
 * the input. A line that is broken, too long, takes too long or crashes its worker has a record
 * that says so. Starts processes with fork(), so that the program should have one thread, and must
 * not ignore SIGCHLD. 0, or an errno value where it ended before its time. */
COUNTERPOINT_API int counterpoint_batch_run(
	const counterpoint_batch *batch, counterpoint_batch_counts *counts);

/* ---- JSON Schema ---- */

/* A JSON Schema (draft 2020-12) of anybody's, ready for use. */
typedef struct counterpoint_validator counterpoint_validator;

typedef struct counterpoint_validator_options {
	bool assert_format;      /* `format` is a rule, not only a remark */
	const char *const *with; /* files of schemas that it may refer to by their `$id`;
				  * ends with NULL; NULL: none */
} counterpoint_validator_options;

/* Reads the schema in the file `path` ("-": the standard input); it may refer to files beside
 * it. `options` may be NULL. NULL where it cannot be used; the findings say why. */
COUNTERPOINT_CHECKED counterpoint_validator *counterpoint_validator_load(const char *path,
	const counterpoint_validator_options *options, counterpoint_findings *findings);
COUNTERPOINT_API void counterpoint_validator_free(counterpoint_validator *validator);

/* Holds the JSON in the file `path` ("-": the standard input) against it. True if it is
 * valid; else the findings say why not. */
COUNTERPOINT_API bool counterpoint_validator_check(
	const counterpoint_validator *validator, const char *path,
	counterpoint_findings *findings);

/* ---- Names ---- */

/* The one of `names`, which end with NULL, that was meant by `wanted`; NULL where none is near,
 * or several are. */
COUNTERPOINT_API const char *counterpoint_name_near(
	const char *wanted, const char *const names[]);

/* ---- Files and schemas ---- */

/* The JSON Schema "thread" or "annotation"; NULL where there is no such schema. */
COUNTERPOINT_API const char *counterpoint_schema(const char *name);

/* What a JSON document holds, in the canonical layout: that of
 * threads and annotations, or else of any JSON. Only blanks and the order of properties
 * change. `changed`, which may be NULL, tells whether they do. NULL where it is no JSON. */
COUNTERPOINT_CHECKED char *counterpoint_format(const counterpoint_input *input,
	bool *changed, size_t *len, counterpoint_findings *findings);

/* Writes a file whole or not at all ("-": the standard output). 0, or an errno value. */
COUNTERPOINT_CHECKED int counterpoint_write_file(
	const char *path, const char *data, size_t len);

#ifdef __cplusplus
}
#endif

#endif
