/* From what people have, a saved page, a feed or a dump, to threads, with a report of what was
 * left out and what was guessed.
 *
 * A reader knows one kind of page. It collects threads and comments under the names that the
 * page has for them, in the order of the page; a comment may answer one that comes later, or
 * one that is not there. What all readers would have to do is done here once: ids, replies,
 * and the repair of what does not hold together, each repair reported. */
#ifndef CP_THREAD_IMPORT_H
#define CP_THREAD_IMPORT_H

#include "thread/page.h"
#include "thread/thread.h"

/* ---- What a reader collects ---- */

/* A comment as the page has it. `comment.source_id` is its name there; `id`, `reply_to` and
 * `reply` are for the frame to give. The target of a quotation may be a name of the page, too:
 * it becomes the id of that comment. */
typedef struct cp_found {
	cp_comment comment;
	cp_str parent; /* the name of what it answers; at == NULL: the page does not say */
	bool article;  /* it is the article, and gets the id "op"; so does the one that is
	                * called as the thread says */
	uint32_t inside; /* the comment found before that its pointer starts from, or
	                  * CP_NONE: replies inside of replies have places of any length */
	cp_place place;  /* where it stands; a JSON pointer goes on from that one's */
	const struct cp_found_thread *thread; /* that it is of; cp_import_add sets it */
} cp_found;

/* A thread of the page. A reader that gives ids and links itself fills `thread.comments`, and
 * leaves `found` empty. */
typedef struct cp_found_thread {
	cp_str id;         /* what the page calls it */
	cp_str article;    /* and its article; at == NULL: nothing that is known */
	cp_thread *thread; /* title, address and language are the reader's to fill in */
	CP_ARRAY(cp_found) found;
	cp_map by_source; /* a comment's name to its index in `found` */
} cp_found_thread;

typedef struct cp_import {
	cp_arena *arena; /* owns what is read, but for what is borrowed from … */
	cp_page *page;   /* … this */
	cp_diags *diags;
	CP_ARRAY(cp_found_thread *) threads; /* in the order in which they were met */
	cp_map by_id;
	size_t reported; /* findings that were asked for by cp_import_may_report */
} cp_import;

/* The thread of that name, new if there is none yet. One of no name is always
 * new, and gets a number for a name. */
cp_found_thread *cp_import_thread(cp_import *import, cp_str id);

/* Adds a comment; its index in `found`. A second one of the same name is left out if it says
 * the same, and kept, with its answers given to the first, if it does not. */
uint32_t cp_import_add(cp_import *import, cp_found_thread *thread, cp_found found);

/* Where a comment stands, added or, with its thread set, yet to be. */
cp_place cp_import_place(cp_import *import, const cp_found *found);

/* To be asked before each finding of a kind that there may be one of for every comment: after
 * a thousand they are only counted, and their number is told at the end. */
bool cp_import_may_report(cp_import *import);

/* Gives the ids `op`, `c1`, … in the order of the page, but what is answered first, and links
 * the replies. A comment that is answered and is not there gets a place, as one that is
 * "not-loaded", and so does the article. Answers in a circle are cut at the one that is met last. Each repair is
 * reported. The frame does this after the reader for all threads; a reader that wants to see
 * the thread may do it before. */
void cp_import_settle(cp_import *import, cp_found_thread *thread);

/* ---- Readers ---- */

/* A reader of one kind of page. It adds to the findings what it left out (CP_LEFT_OUT), what
 * it worked out (CP_GUESSED), what it could not (CP_UNRESOLVED) and what the page names but
 * does not have (CP_NOT_LOADED), each with its place. */
typedef struct cp_thread_format {
	const char *name;                       /* for --from */
	const char *help;                       /* one line */
	bool (*recognise)(const cp_page *page); /* is it of that kind? */
	bool (*read)(cp_import *import);        /* false: it is not, after all */
} cp_thread_format;

extern const cp_thread_format cp_thread_formats[]; /* ends with a name of NULL */

/* The format of that name; NULL where there is none. */
const cp_thread_format *cp_thread_format_named(const char *name);

/* Reads the page as `format`, or as what it is recognised as where that is NULL, into
 * `import`, which is zero but for its arena, page and findings. False, with a finding, where
 * no thread was found. */
bool cp_import_read(cp_import *import, const cp_thread_format *format) CP_MUST_USE;

/* The thread of that name, or with `id` NULL the only one that has comments. NULL, with a
 * finding, where there is none or several. */
cp_found_thread *cp_import_choose(cp_import *import, const char *id);

/* A name for the file of a thread, made of its id: letters, digits, "-", "_" and "."; no two
 * threads have the same, in capitals or not. `taken` is empty before the first. */
cp_str cp_import_file_name(cp_arena *arena, cp_map *taken, cp_str id);

/* Appends a line for each thread: its id, how many comments it has, its title; or the same as
 * a JSON array. */
void cp_import_list_text(cp_buf *out, const cp_import *import);
void cp_import_list_json(cp_buf *out, const cp_import *import);

/* The readers. */
bool cp_own_thread_recognise(const cp_page *page); /* own_json.c */
bool cp_own_thread_read(cp_import *import);
bool cp_isso_recognise(const cp_page *page); /* isso_json.c */
bool cp_isso_read(cp_import *import);
bool cp_reddit_recognise(const cp_page *page); /* reddit_json.c */
bool cp_reddit_read(cp_import *import);
bool cp_hn_recognise(const cp_page *page); /* hn_json.c */
bool cp_hn_read(cp_import *import);
bool cp_hn_items_recognise(const cp_page *page);
bool cp_hn_items_read(cp_import *import);
bool cp_discourse_recognise(const cp_page *page); /* discourse_json.c */
bool cp_discourse_read(cp_import *import);
bool cp_stackexchange_recognise(const cp_page *page); /* stackexchange_json.c */
bool cp_stackexchange_read(cp_import *import);
bool cp_mbox_recognise(const cp_page *page); /* mbox.c */
bool cp_mbox_read(cp_import *import);
bool cp_convokit_recognise(const cp_page *page); /* convokit_json.c */
bool cp_convokit_read(cp_import *import);
bool cp_page_text_recognise(const cp_page *page);
bool cp_page_text_read(cp_import *import);
bool cp_page_html_recognise(const cp_page *page);
bool cp_page_html_read(cp_import *import);
bool cp_wxr_recognise(const cp_page *page);
bool cp_wxr_read(cp_import *import);
bool cp_disqus_recognise(const cp_page *page);
bool cp_disqus_read(cp_import *import);

#endif
