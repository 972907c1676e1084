/* Prose: headings, paragraphs, list items and tables, made of sentences, apart from how they
 * are written down (Markdown, plain text, HTML, JSON).
 *
 * A sentence knows what it rests on: each name, claim, quotation, number and cite in it says
 * what of the debate it is, so that it can be held against the debate again (recheck.h) and
 * looked up by whoever reads it. */
#ifndef CP_SUMMARY_PROSE_H
#define CP_SUMMARY_PROSE_H

#include "graph/graph.h"

typedef enum cp_run_kind {
	CP_RUN_TEXT,
	CP_RUN_MARK,     /* our own punctuation, never escaped */
	CP_RUN_CITE,     /* the id of comment `of` */
	CP_RUN_PERSON,   /* the name of person `of` */
	CP_RUN_CLAIM,    /* claim `of`, in the annotator's words */
	CP_RUN_QUOTE,    /* the words of item `of`, as they are in its comment */
	CP_RUN_ORIGINAL, /* what the original has for the words of item `of` */
	CP_RUN_PASSAGE,  /* words of comment `of`, in which nothing is marked */
	CP_RUN_COUNT,    /* the number `value`, which is the `count` of `of` */
} cp_run_kind;

/* What is counted; see counts.h. */
typedef uint8_t cp_count;

typedef struct cp_run {
	cp_run_kind kind;
	bool strong;
	bool kept; /* its first letter stays as it is: a name */
	cp_count count;
	uint32_t of;
	size_t value;
	cp_str text;
} cp_run;

/* How somebody stands to a claim that is told beside his name. */
typedef enum cp_manner {
	CP_SAYS,     /* asserts it */
	CP_GRANTS,   /* grants it, as an item or by a relation */
	CP_TAKES_UP, /* takes a step to it, from it, or against such a step */
	CP_MENTIONS, /* has an item that says it, whatever for: quotes, supposes, asks it */
	CP_IS_QUOTED, /* wrote what the item that says it quotes */
	CP_SPEAKS,    /* no claim: he writes in the thread */
} cp_manner;

typedef struct cp_voice {
	uint32_t person;
	cp_manner manner;
	uint32_t claim;
} cp_voice;

typedef struct cp_sentence {
	CP_ARRAY(cp_run) runs;
	CP_ARRAY(cp_voice) voices;
	CP_ARRAY(uint32_t) items; /* that it rests on, each once … */
	CP_ARRAY(uint32_t) steps; /* … and steps */
	bool aside;               /* it is about the summary, not about the debate */
	bool ended;
} cp_sentence;

typedef enum cp_block_kind {
	CP_TITLE,
	CP_HEADING,
	CP_PARAGRAPH,
	CP_ITEM,
	CP_ROW, /* of a table: a sentence is a cell; the first row has the heads */
	CP_BLOCK_KINDS
} cp_block_kind;

/* The parts of a summary: by them it is ordered, and can be shortened. */
typedef enum cp_section {
	CP_SECTION_BASIS,
	CP_SECTION_STATE,
	CP_SECTION_REPLIES,
	CP_SECTION_AGAINST,
	CP_SECTION_GRANTS_TO,
	CP_SECTION_MISQUOTED,
	CP_SECTION_QUESTIONS,
	CP_SECTION_UNANSWERED,
	CP_SECTION_TALK_PAST,
	CP_SECTION_TABLE,
	CP_SECTION_STRUCTURE,
	CP_SECTION_SCHEMES,
	CP_SECTION_FAULTS,
	CP_SECTION_PRO,
	CP_SECTION_CONTRA,
	CP_SECTION_CLASHES,
	CP_SECTION_GRANTED,
	CP_SECTION_QUOTATIONS,
	CP_SECTION_MINORITY,
	CP_SECTION_BURDEN,
	CP_SECTION_UNTIED,
	CP_SECTION_PEOPLE,
	CP_SECTION_DIGEST, /* where nothing is annotated: all but the basis */
	CP_SECTION_METHOD,
	CP_SECTIONS
} cp_section;

extern const char *const cp_section_names[CP_SECTIONS]; /* in JSON: "points-for" */

typedef struct cp_block {
	cp_block_kind kind;
	cp_section section;
	bool leads; /* a paragraph that says what the items after it are */
	CP_ARRAY(cp_sentence) sentences;
} cp_block;

typedef struct cp_prose {
	cp_arena *arena;
	CP_ARRAY(cp_block) blocks;
	cp_section section; /* of the blocks to come */
	bool noted;         /* it says that one side takes far more words */
	cp_str openings[2]; /* the first words of the last sentences, the last first */
} cp_prose;

/* ---- Putting it together ---- */

void cp_prose_begin(cp_prose *prose, cp_block_kind kind);

/* The next run of the last block; after a sentence that has ended, the first of a new one. The
 * result is for what else is to be said of the run, until the next one is put. Text of a
 * debate is cleaned; what is printed are our own words, with the blanks that they have. */
cp_run *cp_prose_put(cp_prose *prose, cp_run_kind kind, cp_str text);
cp_run *cp_prose_printf(cp_prose *prose, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* White space and control characters as single spaces, and none at either end. */
cp_str cp_prose_clean(cp_arena *arena, cp_str text);

/* " [c1, c5]": the comments, in the order given, each once. */
void cp_prose_cite(
	cp_prose *prose, const cp_str *ids, const uint32_t *comments, size_t count);

/* What the sentence rests on, and who is named in it for what. */
void cp_prose_rest_on_item(cp_prose *prose, uint32_t item);
void cp_prose_rest_on_step(cp_prose *prose, uint32_t step);
void cp_prose_name(cp_prose *prose, uint32_t person, cp_manner manner, uint32_t claim);

/* Ends a sentence with its mark. Its first letter becomes a capital; of cites of the same
 * comments in a row the last one stays. */
void cp_prose_end(cp_prose *prose, const char *mark);

/* The same of a sentence that is about the summary itself, and rests on nothing. */
void cp_prose_end_aside(cp_prose *prose, const char *mark);

/* Ends what is no sentence and gets no mark: a title, a heading, a cell. */
void cp_prose_end_cell(cp_prose *prose);

/* ---- Asking ---- */

size_t cp_sentence_words(const cp_sentence *sentence);

size_t cp_prose_words_of(const cp_prose *prose, cp_section section);

/* Do the main points of one side take more than twice the words of the other's? */
bool cp_prose_is_lopsided(const cp_prose *prose);

/* A sentence as it reads. */
cp_str cp_sentence_text(cp_arena *arena, const cp_sentence *sentence);

/* ---- Writing it down ---- */

/* Marks that mean something to the format are escaped. HTML is a fragment: its title is a
 * heading of the level `title` (0: it is left out), its headings are of the next one (of
 * the third, without a title); cites lead to the element "comment-N". */
void cp_prose_write_markdown(cp_buf *out, const cp_prose *prose);
void cp_prose_write_text(cp_buf *out, const cp_prose *prose);
void cp_prose_write_html(cp_buf *out, const cp_prose *prose, int title);

/* Sections with their sentences, and of each the comments, items, steps and quoted words that
 * it rests on. docs/summary.md says what is what. */
void cp_prose_write_json(cp_buf *out, const cp_prose *prose, const cp_graph *graph);

#endif
