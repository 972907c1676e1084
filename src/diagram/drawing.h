/* A drawing: boxes, joints and lines, between the graph that is drawn and the picture.
 *
 * A view (map.c) makes boxes with their text measured and wrapped, so that their size is
 * known; layout.c gives everything its place; svg.c writes it. Lengths are in points, the
 * origin is at the top left, y grows downwards. */
#ifndef CP_DIAGRAM_DRAWING_H
#define CP_DIAGRAM_DRAWING_H

#include "graph/evaluate.h"
#include "text/measure.h"

/* How boxes are written: with the annotator's words, those of the comment, or both. */
typedef enum cp_wording {
	CP_WORDING_GIST,
	CP_WORDING_QUOTE,
	CP_WORDING_BOTH,
	CP_WORDINGS
} cp_wording;

extern const char *const cp_wording_names[CP_WORDINGS]; /* "gist", "quote", "both" */

/* Where a map, or a tree of replies, grows to from its root. */
typedef enum cp_direction {
	CP_DIRECTION_USUAL, /* a map down; replies are a list then */
	CP_DIRECTION_TB,    /* the root on top */
	CP_DIRECTION_BT,
	CP_DIRECTION_LR,
	CP_DIRECTION_RL,
	CP_DIRECTIONS
} cp_direction;

extern const char *const cp_direction_names[CP_DIRECTIONS]; /* "", "TB", … */

static inline bool cp_is_across(cp_direction direction)
{
	return direction == CP_DIRECTION_LR || direction == CP_DIRECTION_RL;
}

typedef struct cp_look {
	cp_wording wording;
	double width; /* at which lines are broken, in points; 0: as is usual for the view */
	bool numbers; /* in the order of reading, as in an outline */
	cp_direction direction;
	const cp_evaluation *standing; /* of the graph: to be shown; NULL: it is not */
} cp_look;

typedef struct cp_point {
	double x, y;
} cp_point;

/* How a line of text in a box is set. */
typedef enum cp_type {
	CP_TYPE_HEAD, /* bold, in the colour of the side */
	CP_TYPE_BODY,
	CP_TYPE_NAME,   /* the same of a person: bold */
	CP_TYPE_QUOTE,  /* italic */
	CP_TYPE_FOOT,   /* small and grey */
	CP_TYPE_MOTION, /* bold and large, on dark ground */
	CP_TYPE_COLUMN, /* of a heading: bold */
	CP_TYPE_STATUS, /* what stands, with a bar for its strength */
	CP_TYPES
} cp_type;

typedef struct cp_type_style {
	const char *name; /* the class in the SVG */
	double size, leading;
	bool bold;
} cp_type_style;

extern const cp_type_style cp_type_styles[CP_TYPES];

typedef struct cp_text_line {
	cp_str text;
	cp_type type;
	double width;
	bool begins; /* the first line of a text */
	bool more;   /* the sign that there is more below stands before it */
} cp_text_line;

/* What is shown of the standing of a claim or a step. */
typedef struct cp_standing {
	bool shown, assumed;
	cp_status status;
	double strength; /* NAN: it is not known */
} cp_standing;

/* What a box stands for. */
typedef enum cp_box_kind {
	CP_BOX_CLAIM,
	CP_BOX_PERSON,
	CP_BOX_COMMENT,
	CP_BOX_WORK, /* a source from outside the thread */
	CP_BOX_ITEM, /* of the annotation, by itself */
	CP_BOX_KINDS
} cp_box_kind;

extern const char *const cp_box_names[CP_BOX_KINDS]; /* classes and ids begin with them */

typedef struct cp_box {
	cp_box_kind kind;
	uint32_t number;  /* in the order of reading, where it is shown; 0: it is not */
	uint32_t subject; /* which of its kind, by its index in the graph */
	uint32_t parent;  /* the box after which it is read; CP_NONE: a root */
	cp_stance stance;
	bool motion, quotation, implicit, broken;
	bool automatic; /* found by draft, not confirmed */
	bool folded;    /* what is below it is left out, or some of that */
	cp_standing standing;
	CP_ARRAY(cp_text_line) lines;
	cp_str title, description; /* in words, for those who do not see it */
	cp_str href;               /* where it leads, as an address; empty: nowhere */
	double width, height;
	cp_point centre;
} cp_box;

/* How boxes are tied: as in the annotation, or by what the thread says. */
typedef enum cp_tie {
	CP_TIE_SUPPORTS = CP_SUPPORTS,
	CP_TIE_REBUTS = CP_REBUTS,
	CP_TIE_UNDERCUTS = CP_UNDERCUTS,
	CP_TIE_RESTATES = CP_RESTATES,
	CP_TIE_CONCEDES = CP_CONCEDES,
	CP_TIE_QUOTES,
	CP_TIE_REPLIES,
	CP_TIES
} cp_tie;

extern const char *const cp_tie_names[CP_TIES]; /* "supports", … */
extern const char *const cp_tie_signs[CP_TIES]; /* "+", … */

/* The point where the premises of a step meet, and what it says of them. A concession by
 * somebody who says no more has a joint, too, and so has whatever else ties boxes. */
typedef struct cp_joint {
	cp_tie tie;
	uint32_t step;   /* of CP_TIE_CONCEDES: the annotation's concession; CP_NONE:
	                  * none */
	uint32_t counts; /* how many such ties it stands for; 0: it is one, and says
	                  * none */
	cp_standing standing;
	cp_str title;
	uint32_t line, lines_len; /* its lines: the first, and how many */
	double width;             /* CP_JOINT_SIZE, or more with a count */
	cp_point centre;
} cp_joint;

/* Ends of lines: boxes, and joints counted on from them. The lines of a step stand together,
 * those from its premises before its arrow. */
typedef struct cp_line {
	uint32_t from, to;
	cp_tie tie;
	bool arrow;       /* ends with an arrow head */
	cp_point *points; /* a spline: 3 n + 1 control points */
	size_t points_len;
	cp_point tip; /* of the arrow head */
} cp_line;

/* Words of the drawing's own: a heading, a gap. */
typedef struct cp_note {
	cp_text_line line;
	cp_stance stance;
	double left, top;
} cp_note;

/* A line that ties nothing: an edge of a column, a gap in time. */
typedef struct cp_rule {
	cp_point from, to;
	bool dashed;
} cp_rule;

/* Words above the drawing that lead elsewhere. */
typedef struct cp_lead {
	cp_str text, href;
} cp_lead;

/* Whether those who look at something may hide it, and whether it is hidden at first. */
typedef enum cp_toggle { CP_TOGGLE_NONE, CP_TOGGLE_OFF, CP_TOGGLE_ON } cp_toggle;

typedef struct cp_drawing {
	const struct cp_view *view;
	const struct cp_theme *theme; /* NULL: the default */
	cp_direction direction;
	const cp_graph *graph;
	const cp_evaluation *standing; /* NULL: it is not shown */
	cp_toggle standing_toggle;     /* of the page around it; NONE: there is no page */
	cp_str title, description;
	CP_ARRAY(cp_box) boxes; /* in the order of reading */
	CP_ARRAY(cp_joint) joints;
	CP_ARRAY(cp_line) lines;
	CP_ARRAY(cp_note) notes;
	CP_ARRAY(cp_rule) rules;
	CP_ARRAY(cp_lead) links; /* in SVG */
	double width, height;    /* of what has been laid out */
} cp_drawing;

enum {
	CP_JOINT_SIZE = 18, /* diameter */
	CP_BOX_PAD_X = 10,  /* from the edge of a box to its text */
	CP_BOX_PAD_Y = 7,
	CP_BOX_BAR = 5,    /* of the side, at the left edge */
	CP_MORE_SIZE = 12, /* the sign for more below, and the gap after it */
	CP_LEVEL_BAR = 40, /* of a strength */
	CP_LEVEL_GAP = 6,  /* before it and after it */
};

/* The id of a box or a joint in data: that of the annotation or the thread, where it has one. */
void cp_drawing_put_id(cp_buf *out, const cp_drawing *drawing, uint32_t end);

/* Its name where that must be a plain word: the kind, `between` and a number ("claim-3"). */
void cp_drawing_put_name(
	cp_buf *out, const cp_drawing *drawing, uint32_t end, const char *between);

/* Of each joint, in the arena: whether a graph without joints needs a node for it, as several
 * premises meet there, or another step is aimed at it. The others are one edge. */
bool *cp_drawing_find_forks(cp_arena *arena, const cp_drawing *drawing);

/* Who lays a drawing out. A view that places its boxes itself takes no notice. */
typedef enum cp_layout {
	CP_LAYOUT_AUTO, /* Graphviz while that is fast, else as a tree */
	CP_LAYOUT_DOT,
	CP_LAYOUT_TREE,
	CP_LAYOUTS
} cp_layout;

extern const char *const cp_layout_names[CP_LAYOUTS]; /* "auto", "dot", "tree" */

/* Gives every box, joint and line its place. False, with a finding, if Graphviz fails and
 * nobody else may. */
bool cp_drawing_lay_out(
	cp_arena *arena, cp_drawing *drawing, cp_layout layout, cp_diags *diags);

/* The two who can: Graphviz's dot in at most so many seconds, where its time grows faster than
 * the map (dot.c), and a tidy tree in time in proportion (tidy.c). What dot says is empty, or
 * why it failed. */
bool cp_drawing_lay_out_by_dot(
	cp_arena *arena, cp_drawing *drawing, unsigned seconds, cp_buf *error);
void cp_drawing_lay_out_tidily(cp_arena *arena, cp_drawing *drawing);

/* For each line: by how many ranks it is to be lengthened, so that the branches below the
 * motion stand in rows (rows.c). */
unsigned *cp_drawing_set_rows(cp_arena *arena, const cp_drawing *drawing);

/* Appends the drawing as Graphviz's own language; needs no layout. */
bool cp_drawing_write_dot(cp_buf *out, const cp_drawing *drawing, cp_diags *diags);

/* Appends the drawing as a flowchart of Mermaid's; needs no layout. Reports one that is larger
 * than what Mermaid draws as it is usually set up. */
void cp_drawing_write_mermaid(cp_buf *out, const cp_drawing *drawing, cp_diags *diags);

/* Appends the drawing as GraphML, which needs no layout; or, with `yed`, laid out, as that
 * editor wants it. */
void cp_drawing_write_graphml(cp_buf *out, const cp_drawing *drawing, bool yed);

/* Appends the drawing in words, as "text", "markdown" or "html" (a fragment): a nested outline,
 * numbered in the order of reading; or as "page", a fragment for the page that the drawing is
 * on, whose entries lead to its boxes. Needs no layout. */
void cp_drawing_write_outline(cp_buf *out, const cp_drawing *drawing, const char *kind);

/* Appends the drawing, laid out, as JSON. */
void cp_drawing_write_json(cp_buf *out, const cp_drawing *drawing);

/* Appends the drawing, laid out, as SVG. With `linked`, each box leads to its words on the
 * page around the drawing: to the element "item-N". */
void cp_drawing_write_svg(cp_buf *out, const cp_drawing *drawing, bool linked);

#endif
