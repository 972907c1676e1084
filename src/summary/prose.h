/* Prose: headings, paragraphs and list items, made of runs of text, apart from how they
 * are written down (Markdown, plain text, HTML). */
#ifndef CP_SUMMARY_PROSE_H
#define CP_SUMMARY_PROSE_H

#include "base/array.h"
#include "base/buf.h"

#include <stdint.h>

typedef enum cp_run_kind {
	CP_RUN_TEXT,
	CP_RUN_STRONG,
	CP_RUN_MARK, /* our own punctuation, never escaped */
	CP_RUN_CITE, /* the id of a comment */
} cp_run_kind;

typedef struct cp_run {
	cp_run_kind kind;
	cp_str text;
	uint32_t comment; /* of a cite: its index */
} cp_run;

typedef enum cp_block_kind { CP_TITLE, CP_HEADING, CP_PARAGRAPH, CP_ITEM } cp_block_kind;

/* The parts of a summary, by which it can be shortened. */
typedef enum cp_section {
	CP_SECTION_BASIS,
	CP_SECTION_PEOPLE,
	CP_SECTION_PRO,
	CP_SECTION_CONTRA,
	CP_SECTION_CLASHES,
	CP_SECTION_GRANTED,
	CP_SECTION_UNANSWERED,
	CP_SECTION_QUOTATIONS,
	CP_SECTION_DIGEST,
	CP_SECTION_METHOD,
} cp_section;

typedef struct cp_block {
	cp_block_kind kind;
	cp_section section;
	bool leads; /* a paragraph that says what the items after it are */
	CP_ARRAY(cp_run) runs;
} cp_block;

typedef struct cp_prose {
	cp_arena *arena;
	CP_ARRAY(cp_block) blocks;
	cp_section section; /* of the blocks to come */
} cp_prose;

void cp_prose_begin(cp_prose *prose, cp_block_kind kind);
void cp_prose_put(cp_prose *prose, cp_run_kind kind, cp_str text);
void cp_prose_printf(cp_prose *prose, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* How many runs the last block has, and a capital for the first letter of one of them:
 * for what may stand at the beginning of a sentence. */
size_t cp_prose_mark(const cp_prose *prose);
void cp_prose_capitalise(cp_prose *prose, size_t mark);

/* " [c1, c5]": the comments, in the order given, each once. */
void cp_prose_cite(
	cp_prose *prose, const cp_str *ids, const uint32_t *comments, size_t count);

/* Marks that mean something to the format are escaped. HTML is a fragment: its title is a
 * heading of the level `title` (0: it is left out), its headings are of the next one (of
 * the third, without a title); cites lead to the element "comment-N". */
void cp_prose_write_markdown(cp_buf *out, const cp_prose *prose);
void cp_prose_write_text(cp_buf *out, const cp_prose *prose);
void cp_prose_write_html(cp_buf *out, const cp_prose *prose, int title);

#endif
