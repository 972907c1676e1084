/* What can be counted and weighed of a debate: one definition each, which summaries, views and
 * tables share.
 *
 * Made once of a graph. The same debate has the same measures on every machine: what is ranked
 * is rounded to 1e-9 first, and of what is equal the earlier comes first, then the smaller id.
 * No number is divided by nothing, and none is NAN. Time grows with the debate, times its
 * logarithm where something is sorted.
 *
 * “Others” are those who do not say a claim themselves. Whoever wrote a comment that nobody is
 * known to have written is a speaker of his own. docs/stats.md has all of this in words, with
 * examples. */
#ifndef CP_GRAPH_MEASURES_H
#define CP_GRAPH_MEASURES_H

#include "graph/exchange.h"
#include "graph/flatten.h"

typedef struct cp_claim_measure {
	uint32_t speakers;   /* who say it for their own: its prevalence */
	uint32_t comments;   /* in which they do */
	uint32_t first;      /* the comment where it is first said; CP_NONE: nowhere */
	uint32_t below;      /* claims that hang from it, without itself */
	uint32_t engagement; /* steps of others at it or at its steps, and concessions */
	double centrality; /* PageRank along the steps to the motion, damping 0.85 (L. Page
	                    * and others, 1999); of all claims together 1 */
	double strength;   /* quadratic energy; 0 where it is not known */
	bool weighed;      /* it is known */
	double low, high; /* … and between what it lies if the initial strengths of claims
	                   * and steps were off by as much as cp_measure_uncertainty */
	cp_status status; /* under the grounded semantics */
	cp_chance chance; /* that the other side had to answer */
	bool answered;    /* see cp_claim_is_answered */
	bool open;        /* it calls for an answer, and has none: see `unanswered` */
} cp_claim_measure;

extern const double cp_measure_uncertainty;

enum { CP_POINT_PARTS = 4 };

/* What speaks for a side: a reason for or against the motion, or an attack on one, at most two
 * steps from the motion, or as near as the side's nearest. Points of the other side, points
 * granted and points that nobody states are none. After the key points of R. Bar-Haim and
 * others, From arguments to key points, ACL 2020; items that restate one another are one. */
typedef struct cp_key_point {
	uint32_t claim;
	uint32_t reasons; /* claims that support it, or one of these, and are no points */
	double influence; /* how much the motion's strength would differ without it, by the
	                   * shortest way that it bears on the motion */
	double parts
		[CP_POINT_PARTS]; /* speakers, centrality, influence, engagement, each as
	                           * a share of the largest of all key points … */
	double score;             /* … and their sum by cp_point_weights */
	bool minority; /* one speaker says it once, and it has influence or is open */
} cp_key_point;

extern const double cp_point_weights[CP_POINT_PARTS];

typedef struct cp_key_points {
	CP_ARRAY(cp_key_point) list; /* the highest score first */
	uint32_t rest; /* claims of the side that are asserted, but are no point nor
	                * reason */
} cp_key_points;

/* Where reasons of different speakers meet: a claim, not the motion, or a step. Up to two
 * steps below it, `pro` steps speak for it and `contra` against it.
 * Score: 2 min(pro, contra) / (pro + contra) × ln(1 + moves). */
typedef struct cp_clash {
	uint32_t claim, step; /* one of them; the other is CP_NONE */
	uint32_t pro, contra;
	uint32_t moves; /* comments that have to do with it */
	double score;
} cp_clash;

/* A claim that called for an answer, as an attack or as a reason for or against the motion,
 * is asserted, was not granted, and that nobody answered. */
typedef struct cp_open_point {
	uint32_t claim;
	cp_chance chance;
} cp_open_point;

typedef enum cp_grant_kind {
	CP_GRANT_ITEM,     /* the item grants what it says */
	CP_GRANT_RELATION, /* it grants what another says */
	CP_GRANT_DISSENT,  /* it attacks what its speaker's own side says */
} cp_grant_kind;

typedef struct cp_grant {
	cp_grant_kind kind;
	uint32_t item;  /* whose speaker does so */
	uint32_t claim; /* what is granted, or attacked */
	uint32_t to;    /* somebody else who asserts it; CP_NONE: nobody */
} cp_grant;

/* What both sides hold: asserted by speakers of both, or asserted by one and a premise of a
 * step of the other. */
typedef struct cp_ground {
	uint32_t claim;
	uint32_t step; /* of which it is a premise; CP_NONE: both assert it */
} cp_ground;

/* Who asserts a claim that another attacks has to give reasons (D. Walton, Burden of proof,
 * 2014). He has, if after the attack his side gave a support that stands, or answered the
 * attack so that it is defeated. */
typedef struct cp_burden {
	uint32_t claim;
	uint32_t attack; /* the first step of somebody else against it or a step of its */
	uint32_t person; /* who asserted the claim first; CP_NONE: nobody knows */
	uint32_t support; /* the step that discharges it; CP_NONE: none … */
	bool discharged;  /* … though the attack may be defeated */
} cp_burden;

/* A question that is not a rhetorical one, and that no relation of anybody else answers. */
typedef struct cp_open_question {
	uint32_t item;
	uint32_t replies; /* comments of others that reply to its comment */
} cp_open_question;

/* What one speaker does to another one's points. A step is aimed at whoever its target is
 * best known by, an undercut at whoever takes the step. */
typedef struct cp_pair {
	uint32_t by, to;
	uint32_t steps[3]; /* supports, rebuts, undercuts */
	uint32_t concessions;
	uint32_t endorsed, opposed,
		quoted;   /* quotations, by attitude; `quoted`: others */
	uint32_t replies; /* comments that reply to one of his */
} cp_pair;

typedef struct cp_pairs {
	CP_ARRAY(cp_pair) list; /* by `by`, then by `to`, which is another */
} cp_pairs;

/* Two who reply to each other, both with marked points, and nothing relates those. */
typedef struct cp_talk_past {
	uint32_t a, b;
	uint32_t replies;
} cp_talk_past;

typedef struct cp_speaker_measure {
	uint32_t comments, words;
	uint32_t items;
	uint32_t claims;            /* that he asserts */
	uint32_t supports, attacks; /* steps that he takes */
	uint32_t grants,
		granted;      /* concessions that he makes, and that others make him */
	uint32_t attacked;    /* attacks of others on his claims and steps … */
	uint32_t pending;     /* … and those of them that nobody answered */
	uint32_t open;        /* claims of his that are open */
	uint32_t first, last; /* comments; CP_NONE: none */
} cp_speaker_measure;

/* By side: of speakers, their own; of claims, that for which they tell. */
typedef struct cp_side_measure {
	uint32_t speakers, comments, words;
	uint32_t claims; /* asserted */
	uint32_t points; /* key points */
	uint32_t open;
	uint32_t attacks; /* steps of its speakers against something */
} cp_side_measure;

typedef struct cp_period {
	cp_str name; /* "2010-08-08", or "2010-08-08T14" */
	uint32_t comments;
	uint32_t items;
	uint32_t by_side[CP_STANCE_BOTH + 1]; /* comments, by their author's side */
} cp_period;

typedef struct cp_comment_measure {
	uint32_t words, items;
	size_t text, marked; /* code points; marked: that an item is anchored in */
} cp_comment_measure;

typedef struct cp_coverage {
	size_t text, marked; /* as above, of all comments together */
	uint32_t comments;   /* with text, the article among them */
	uint32_t with_items; /* those of them that have one */
} cp_coverage;

typedef struct cp_measures {
	const cp_graph *graph;
	cp_claim_measure *claims;                   /* of each claim */
	const cp_status *statuses;                  /* of the claims, then of the steps */
	cp_key_points points[CP_STANCE_CONTRA + 1]; /* by CP_STANCE_PRO and _CONTRA */
	CP_ARRAY(cp_clash) clashes;                 /* the highest score first */
	CP_ARRAY(cp_open_point) unanswered;         /* in the order of the claims */
	CP_ARRAY(cp_grant) grants;            /* by kind, then in the order of the file */
	CP_ARRAY(cp_ground) grounds;          /* in the order of the claims */
	CP_ARRAY(cp_burden) burdens;          /* likewise: all, discharged or not */
	CP_ARRAY(cp_open_question) questions; /* in the order of the file */
	cp_pairs pairs;
	CP_ARRAY(cp_talk_past) talk_past; /* by a, then by b; a < b */
	cp_speaker_measure *speakers;     /* of each person */
	cp_comment_measure *comments;     /* of each comment */
	cp_side_measure sides[CP_STANCE_BOTH + 1];
	CP_ARRAY(cp_period) periods; /* that have comments, the earliest first */
	bool by_hour;                /* periods are hours, and not days */
	uint32_t dated;              /* comments with a day, or where by_hour, an hour */
	cp_coverage coverage;
} cp_measures;

/* Lives in the arena and borrows from the graph. Of a part of a debate, what was left out
 * counts for nothing. */
const cp_measures *cp_measures_new(cp_arena *arena, const cp_graph *graph);

/* Who asserts the claim, the first of them; CP_NONE: nobody, or nobody knows. */
uint32_t cp_claim_asserter(const cp_graph *graph, uint32_t claim);

/* The pairs alone, for views that need no more. */
cp_pairs cp_graph_pairs(cp_arena *arena, const cp_graph *graph);

/* A part as a share of a whole, in thousandths, to the nearest; 0 of nothing. */
uint32_t cp_thousandths(size_t part, size_t whole);

#endif
