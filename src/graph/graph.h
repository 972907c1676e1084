/* The argument graph: claims, the steps between them, and who takes them.
 *
 * Made once from an annotation and never changed: arrays and indices into them, no library
 * in sight. A claim is a cluster of items that say the same; the motion is claim 0. A step
 * is one support, rebuttal or undercut, with one premise or several linked ones.
 *
 * The stance of a claim is the product of the signs along its ways to the motion. It is
 * said of the claim, not of whoever states it: a point that is granted keeps its stance. */
#ifndef CP_GRAPH_GRAPH_H
#define CP_GRAPH_GRAPH_H

#include "annotation/annotation.h"

typedef struct cp_list {
	const uint32_t *at;
	size_t len;
} cp_list;

typedef struct cp_claim {
	cp_str text;     /* its gist, or else its words */
	bool verbatim;   /* these are its words, not a gist */
	uint32_t item;   /* the item it is best known by; CP_NONE: the motion */
	cp_list items;   /* all that say it, in the order of the file */
	cp_list reasons; /* steps to it: supports and rebuttals */
	cp_list uses;    /* steps that it is a premise of */
	cp_stance stance;
	uint32_t depth;     /* steps to the motion, the shortest way; CP_NONE: no way */
	bool broken;        /* an error was reported of one of its items */
	uint32_t folded[4]; /* of a part: claims below it that are left out, by stance */
	uint32_t page;      /* of a page (split.h): the one it is at home on, from 1; 0:
	                     * this */
} cp_claim;

typedef struct cp_step {
	cp_relation_kind kind;
	cp_str id;             /* "mill>no-right": unique */
	cp_list premises;      /* claims, the item's own first */
	uint32_t target;       /* a claim; of an undercut, a step */
	cp_list undercuts;     /* steps that undercut this one */
	uint32_t item;         /* whose step it is */
	const cp_target *said; /* as written: scheme, strength, note */
} cp_step;

typedef enum cp_origin {
	CP_ORIGIN_STATED,   /* the page says that he wrote it */
	CP_ORIGIN_INFERRED, /* the annotator says so */
	CP_ORIGIN_UNKNOWN,  /* nobody knows */
} cp_origin;

/* Somebody who speaks in the thread. Each comment by nobody knows whom is a person. */
typedef struct cp_person {
	cp_str name; /* at == NULL: unknown */
	cp_origin origin;
	cp_str because; /* the evidence, where inferred */
	cp_list comments;
	cp_list items;
	cp_stance side; /* NONE: not clear; BOTH: on both */
} cp_person;

typedef struct cp_graph {
	const cp_annotation *annotation;
	const cp_thread *thread;
	cp_claim *claims;
	size_t claims_len;
	cp_step *steps;
	size_t steps_len;
	cp_person *people;
	size_t people_len;
	uint32_t *claim_of;  /* of each item; CP_NONE: left out of a part */
	uint32_t *person_of; /* of each item; CP_NONE: an implicit item of nobody */
	/* Of each comment: its person, or CP_NONE where it is missing. */
	uint32_t *author_of;
	cp_str part;         /* of a part: what of the debate it shows, in words */
	size_t left_out;     /* of a part: claims of the debate that it has not */
	bool without_motion; /* of a part: the motion is tied to nothing in it */
	/* Of each comment: it has to do with the part; NULL: all have. */
	const bool *shown;
} cp_graph;

enum { CP_MOTION = 0 };

/* The graph of an annotation that has been related; lives in the arena and borrows from
 * the annotation. */
const cp_graph *cp_graph_new(cp_arena *arena, const cp_annotation *annotation);

/* The same of the items that are kept (NULL: all), with the comments of `thread`, which are
 * the annotation's or the first of them. What is said in later comments, or of them, must not
 * be kept. See choose.h for who decides. */
cp_graph *cp_graph_part(cp_arena *arena, const cp_annotation *annotation,
	const cp_thread *thread, const bool *keep);

/* Reports items whose own `stance` is not that of their claim. */
void cp_graph_check_stances(const cp_graph *graph, cp_diags *diags);

cp_stance cp_stance_opposite(cp_stance stance);

/* For which side a step tells: supports its target, or attacks it. */
cp_stance cp_step_stance(const cp_graph *graph, uint32_t step);

/* The claim that a node of the annotation is in; CP_NONE: of a part of a debate, in none. */
static inline uint32_t cp_claim_of_node(const cp_graph *graph, uint32_t node)
{
	return node == CP_MOTION_NODE ? (uint32_t)CP_MOTION : graph->claim_of[node - 1];
}

/* The item's person; NULL for an implicit item of nobody. */
const cp_person *cp_graph_person(const cp_graph *graph, uint32_t item);

/* The claim whose step an undercut attacks, or that another step is aimed at. */
uint32_t cp_step_aim(const cp_graph *graph, const cp_step *step);

#endif
