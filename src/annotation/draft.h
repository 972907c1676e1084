/* A first annotation of a thread: quotations with their origin, whom comments address, who
 * wrote unsigned comments, and sentences that markers show to be claims, reasons or attacks.
 *
 * It is for a person to look at: every part says which rule made it. A reply alone never
 * makes a relation; a marker does, and where it needs something to point at and there is
 * nothing, none is made. */
#ifndef CP_ANNOTATION_DRAFT_H
#define CP_ANNOTATION_DRAFT_H

#include "annotation/annotation.h"
#include "annotation/draft_rules.h"
#include "text/reuse.h"
#include "thread/address.h"

typedef struct cp_draft_options {
	cp_str motion;              /* at == NULL: the thread's title */
	const cp_annotation *given; /* its motion and sources are taken; or NULL */
	double least;               /* confidence of rules that are used */
	bool eager;                 /* class C too, however small its confidence */
	bool off[CP_DRAFT_RULES];   /* of each rule: it is not used */
} cp_draft_options;

typedef struct cp_draft_item {
	cp_kind kind;
	uint32_t comment;
	cp_span span; /* its words, bytes of the comment */
	uint32_t rule;
	cp_attitude attitude;      /* CP_ATTITUDES: the default one of its kind */
	cp_relation_kind relation; /* to `target` */
	uint32_t target;           /* an item, or CP_NONE */
	uint32_t relation_rule;
	uint32_t origin,
		work;        /* of a quotation: the comment, or the source; or CP_NONE */
	cp_span origin_span; /* bytes of the origin; empty: not found in it */
	cp_reuse_fidelity fidelity;
	uint32_t origins; /* comments that have the same words */
	uint32_t made;    /* as the n-th */
} cp_draft_item;

/* Somebody who wrote unsigned comments. */
typedef struct cp_draft_speaker {
	cp_str id, name, because;
	CP_ARRAY(uint32_t) comments;
} cp_draft_speaker;

/* A source: one of those given, or a name that quotations are given to. */
typedef struct cp_draft_work {
	cp_str id;
	cp_str author;        /* of one found here */
	const cp_work *given; /* or NULL */
	bool used;
} cp_draft_work;

typedef struct cp_draft {
	const cp_thread *thread;
	cp_draft_options options;
	cp_addresses addresses;
	CP_ARRAY(cp_draft_speaker) speakers;
	CP_ARRAY(cp_draft_work) works;
	CP_ARRAY(cp_draft_item) items; /* in the order of the thread */
} cp_draft;

/* Makes a draft; it borrows from the thread and the options. Linear in the thread. */
cp_draft *cp_draft_new(
	cp_arena *arena, const cp_thread *thread, const cp_draft_options *options);

/* Appends it as an annotation, laid out as `fmt` does: valid, each quote found where it is. The schema
 * (at == NULL: not named) and the thread (at == NULL: it stands inside) are named so. */
void cp_draft_write(cp_buf *out, const cp_draft *draft, cp_str schema, cp_str thread);

/* Appends a table of how it compares with an annotation of the same thread. An item is right
 * if one of that annotation's in the same comment covers at least half of the longer of the
 * two. A quotation must have the same origin; an address is right if it finds the comment
 * that is meant; a relation must have the same kind and lead between right items, where items
 * that say the same count as one. Relations are also judged apart from their ends: of those
 * whose ends are both right. */
void cp_draft_compare(cp_buf *out, const cp_draft *draft, const cp_annotation *gold);

/* The steps of cp_draft_new, in files of their own. */
void cp_draft_find_quotations(cp_arena *arena, cp_draft *draft); /* draft_quotes.c */
void cp_draft_find_claims(cp_arena *arena, cp_draft *draft);     /* draft_claims.c */

/* Is this rule used? */
bool cp_draft_uses(const cp_draft *draft, uint32_t rule);

/* The rule by which an address was found: CP_RULE_AT_NAME or CP_RULE_VOCATIVE. */
uint32_t cp_draft_address_rule(const cp_draft *draft, const cp_address *address);

/* An id made of a name: "john-stuart-mill". */
cp_str cp_draft_slug(cp_arena *arena, cp_str name);

/* A new item with no relation; its index. */
uint32_t cp_draft_add(cp_arena *arena, cp_draft *draft, cp_kind kind, uint32_t comment,
	cp_span span, uint32_t rule);

#endif
