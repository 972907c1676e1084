/* An annotation: what a person has marked in a thread as claims, rebuttals and quotations,
 * and how they bear on one another.
 *
 * It is read whole, faults and all. What is broken is reported and marked as broken; the
 * rest is as usable as if nothing had happened.
 *
 * Nodes: the motion is node 0, item i is node i + 1. */
#ifndef CP_ANNOTATION_ANNOTATION_H
#define CP_ANNOTATION_ANNOTATION_H

#include "text/find.h"
#include "text/offsets.h"
#include "thread/thread.h"

typedef enum cp_kind { CP_CLAIM, CP_REBUTTAL, CP_QUOTATION, CP_KINDS } cp_kind;

typedef enum cp_attitude {
	CP_ASSERTED,
	CP_CONCEDED,
	CP_DENIED,
	CP_HYPOTHETICAL,
	CP_REPORTED,
	CP_QUESTION,
	CP_IRONIC,
	CP_ENDORSED,
	CP_OPPOSED,
	CP_UNCLEAR,
	CP_ATTITUDES
} cp_attitude;

typedef enum cp_relation_kind {
	CP_SUPPORTS,
	CP_REBUTS,
	CP_UNDERCUTS,
	CP_RESTATES,
	CP_CONCEDES,
	CP_RELATION_KINDS
} cp_relation_kind;

/* For which side something tells, relative to the motion. Two bits. */
typedef enum cp_stance {
	CP_STANCE_NONE, /* for neither: no way to the motion */
	CP_STANCE_PRO,
	CP_STANCE_CONTRA,
	CP_STANCE_BOTH, /* for it on one way, against it on another */
} cp_stance;

extern const char *const cp_kind_names[CP_KINDS]; /* as in the file */
extern const char *const cp_attitude_names[CP_ATTITUDES];
extern const char *const cp_relation_names[CP_RELATION_KINDS];

/* How a quote was found in its text. */
typedef enum cp_anchor_state {
	CP_ANCHOR_NONE,   /* an implicit item has none */
	CP_ANCHOR_EXACT,  /* to the letter */
	CP_ANCHOR_FOLDED, /* but for typography, spaces or case */
	CP_ANCHOR_FUZZY,  /* nearly: the text has other words, or the place was judged */
	CP_ANCHOR_AMBIGUOUS, /* in several places, and nothing tells them apart */
	CP_ANCHOR_LOST,      /* nowhere */
} cp_anchor_state;

typedef struct cp_anchor {
	cp_anchor_state state;
	cp_span span; /* bytes of the text, if it was found */
	bool moved;   /* found, but not where the item says */
	double score; /* where places were weighed: 0 to 1, see anchor.h … */
	double next;  /* … and that of the next best; 0: there is none */
} cp_anchor;

/* How a quotation stands to the original. */
typedef enum cp_fidelity {
	CP_FIDELITY_UNCHECKED, /* the original is not at hand */
	CP_FIDELITY_EXACT,
	CP_FIDELITY_FOLDED,
	CP_FIDELITY_ELIDED,  /* words are left out or put in, and that is marked */
	CP_FIDELITY_ALTERED, /* other words: those of the original are in `quoted_span` */
	CP_FIDELITY_CUT,     /* its words, without one that turns their meaning */
	CP_FIDELITY_NOT_FOUND,
	CP_FIDELITIES
} cp_fidelity;

/* One thing that a relation points at, as written. */
typedef struct cp_target {
	cp_relation_kind kind;
	cp_str to, from; /* ids; `from` only of some undercuts */
	cp_str *with;    /* ids of linked premises */
	size_t with_len;
	cp_str scheme, note;
	double strength; /* NAN where none is given */
	uint32_t item;   /* whose relation it is */
	uint32_t nth;    /* its index in an array of targets, or CP_NONE */
	bool object;     /* written as an object, not as a bare id */
} cp_target;

typedef struct cp_item {
	cp_str id;
	cp_kind kind;
	cp_str comment_id, quote, prefix, suffix, gist, speaker_id, scheme, note;
	cp_str rule;       /* of draft that found it */
	bool automatic;    /* and nobody has confirmed it yet */
	size_t start, end; /* as given; code points, once anchored; SIZE_MAX: not given */
	cp_attitude attitude;
	cp_stance stance;  /* as the annotator expects it; NONE: not given */
	double confidence; /* NAN where none is given */
	bool implicit;
	const cp_str *tags; /* the annotator's own words to sort by */
	size_t tags_len;
	cp_str of_comment, of_source, of_quote;
	uint32_t json_index; /* in the file's array */

	uint32_t comment; /* the comment it is in, or CP_NONE */
	cp_anchor anchor;
	uint32_t quoted_comment, quoted_work; /* of a quotation, or CP_NONE */
	cp_fidelity fidelity;
	cp_span quoted_span; /* bytes of the original, where found */
	uint32_t speaker;    /* index in speakers, or CP_NONE */
	bool broken;         /* something about it was reported as an error */
} cp_item;

/* Who wrote comments, as the annotator says. */
typedef struct cp_speaker {
	cp_str id, name, because, note;
	cp_str *comment_ids;
	size_t comments_len;
	uint32_t json_index;
	bool automatic; /* inferred by draft, and not confirmed yet */
} cp_speaker;

/* A comment addresses somebody by name. */
typedef struct cp_addressed {
	cp_str comment_id, name, answers_id;
	bool automatic;
	uint32_t json_index;
	uint32_t comment, answers; /* or CP_NONE */
} cp_addressed;

/* A work from outside the thread. */
typedef struct cp_work {
	cp_str id, author, title, locator, url, text, note;
	int year; /* 0 where none is given */
	bool automatic;
	uint32_t json_index;
} cp_work;

/* A relation whose ends are known. */
typedef struct cp_relation {
	cp_relation_kind kind; /* supports, rebuts or undercuts */
	uint32_t *premises;    /* nodes: the item itself, then those linked with it */
	size_t premises_len;
	uint32_t target; /* a node; of an undercut, a relation */
	uint32_t said;   /* in targets */
} cp_relation;

/* One item grants another. */
typedef struct cp_concession {
	uint32_t by, of; /* nodes */
	uint32_t said;
} cp_concession;

typedef struct cp_annotation {
	cp_source *source; /* the file, for findings */
	cp_unit unit;      /* in which the file counts `start` and `end` */
	cp_thread *thread;
	cp_str title, annotator, note;
	cp_str motion_id, motion;
	CP_ARRAY(cp_speaker) speakers;
	CP_ARRAY(cp_work) works;
	CP_ARRAY(cp_addressed) addresses;
	CP_ARRAY(cp_item) items;
	CP_ARRAY(cp_target) targets;
	cp_map nodes_by_id, speakers_by_id, works_by_id;
	bool has_stances;     /* some item says its own */
	uint32_t *attributed; /* of each comment: its speaker, or CP_NONE */

	CP_ARRAY(cp_relation) relations;
	CP_ARRAY(cp_concession) concessions;
	uint32_t *cluster; /* of each node: the first node that says the same */
} cp_annotation;

enum { CP_MOTION_NODE = 0 };

static inline size_t cp_annotation_nodes(const cp_annotation *annotation)
{
	return annotation->items.len + 1;
}

static inline cp_item *cp_annotation_item(const cp_annotation *annotation, uint32_t node)
{
	return &annotation->items.at[node - 1];
}

/* Takes what can be used of a JSON annotation; the JSON must outlive it. Duplicate ids go
 * to `diags`; faults of form are the schema's to find. The thread is read by the caller. */
cp_annotation *cp_annotation_read(cp_arena *arena, const struct json_t *json,
	cp_source *source, cp_thread *thread, cp_diags *diags);

/* The steps that follow, each with its findings. In this order: */
void cp_annotation_resolve(cp_arena *arena, cp_annotation *annotation, cp_diags *diags);
void cp_annotation_anchor(cp_arena *arena, cp_annotation *annotation, cp_diags *diags);
void cp_annotation_relate(cp_arena *arena, cp_annotation *annotation, cp_diags *diags);
void cp_annotation_check_items(
	cp_arena *arena, cp_annotation *annotation, cp_diags *diags);
void cp_annotation_check_steps(
	cp_arena *arena, cp_annotation *annotation, cp_diags *diags);
void cp_annotation_check_structure(
	cp_arena *arena, cp_annotation *annotation, cp_diags *diags);

/* Places in the file, for findings: of a property of an item (NULL: of the item), and of a
 * target (with `part` one of its properties, if it is an object; NULL: of it). */
cp_place cp_item_place(cp_diags *diags, const cp_annotation *annotation,
	const cp_item *item, const char *property);
cp_place cp_target_place(cp_diags *diags, const cp_annotation *annotation,
	const cp_target *target, const char *part);

/* Were the item's words found, so that they have a place in the text? Or were they given, and
 * nothing in the text bears them out? Of an item without words, neither. */
bool cp_item_is_anchored(const cp_item *item);
bool cp_item_is_unfound(const cp_item *item);

/* Does the item count as said by its speaker for his own? Points granted, denied, reported
 * or supposed do not, and a quotation only where it is endorsed. A question that has been
 * given a gist is a rhetorical one, and does. */
bool cp_item_is_asserted(const cp_item *item);

/* The words of the comment that an item is about, as they stand there; of one that was not
 * found, its quote. */
cp_str cp_item_text(const cp_annotation *annotation, const cp_item *item);

/* The words of a quotation, without the quotation marks that may be around them: an
 * annotator may have copied the quoter's. */
cp_str cp_item_words(const cp_item *item);

/* What the original has for the words of a quotation; where it was not found, nothing. */
cp_str cp_item_original(const cp_annotation *annotation, const cp_item *item);

/* The id by which a node is known. */
cp_str cp_node_id(const cp_annotation *annotation, uint32_t node);

#endif
