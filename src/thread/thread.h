/* A thread: an article and the comments on it, in the order of the page.
 *
 * All text is as imported, valid UTF-8, and never altered afterwards. */
#ifndef CP_THREAD_THREAD_H
#define CP_THREAD_THREAD_H

#include "base/diag.h"
#include "base/map.h"
#include "text/rich.h"

struct json_t;

typedef struct cp_comment {
	cp_str id;        /* "op" is the article */
	cp_str author;    /* as the page states it; at == NULL: it does not */
	cp_str byline;    /* the line that states it, of an article */
	cp_str time;      /* ISO 8601, as far as the page states it */
	cp_str edited;    /* when it was altered, likewise */
	cp_str url;       /* of the comment itself */
	cp_str source_id; /* what the page or dump calls it */
	cp_str missing; /* why it is but a place, without text: "deleted" (by its author),
	                   * "removed", "unapproved", "spam", "not-loaded"; or none */
	cp_str text;
	cp_str digest;  /* of the text as imported; at == NULL: not given */
	bool changed;   /* the text is not that of the digest any more */
	cp_marks marks; /* its author's quotations, links …, in the order of the text */
	cp_str reply_to; /* an id, or at == NULL */
	uint32_t reply;  /* the comment of that id, or CP_NONE */
	uint32_t count;  /* of a missing one: how many it stands for; 0: one */
	int score;       /* votes, where the page counts them, which … */
	bool has_score;  /* … this says */
} cp_comment;

typedef struct cp_thread {
	cp_str title, url, retrieved, language;
	CP_ARRAY(cp_comment) comments;
	cp_map by_id; /* comment id to index */
} cp_thread;

/* The comment of this id, or CP_NONE. */
static inline uint32_t cp_thread_find(const cp_thread *thread, cp_str id)
{
	return cp_map_find(&thread->by_id, id);
}

/* Adds a comment with an id that is not taken yet; its index. */
uint32_t cp_thread_add(cp_arena *arena, cp_thread *thread, cp_comment comment);

/* Takes what can be used of a JSON thread that stands in `source` at `pointer`; the JSON
 * must outlive it. Faults of meaning (ids, replies, marks) go to `diags`; those of form are
 * the schema's to find. */
cp_thread *cp_thread_read(cp_arena *arena, const struct json_t *json, cp_source *source,
	const char *pointer, cp_diags *diags);

/* The schema of such JSON, compiled into the program: without what only people read. By this
 * URI other schemas know it. */
#define CP_THREAD_SCHEMA_URI "counterpoint:/thread.schema.json"
extern const char cp_thread_schema_rules[];

/* Appends the thread as JSON, one property a line. */
void cp_thread_write(cp_buf *out, const cp_thread *thread);

#endif
