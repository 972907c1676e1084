/* Who supports, rebuts, grants and quotes whom, and how often: one box a person, those for the
 * motion at the left, those against it at the right, in the order that has the fewest lines
 * cross. Each line has its own place at both its boxes, and its sign and count beside the box
 * that it leaves, so that the counts can be read down. */
#include "diagram/columns.h"

#include "diagram/views.h"
#include "graph/measures.h"
#include "graph/words.h"

#include <stdlib.h>

enum {
	MOST_PEOPLE = 25,
	TEXT_WIDTH = 120,
	PORT = 22,       /* between lines at the side of a box */
	BETWEEN = 300,   /* the sides */
	COUNT_WIDTH = 8, /* of a digit of a count */
	OUT = 10,        /* from a box to its counts */
	ROUND = 34,      /* how far lines swing out between people of one side */
	SWEEPS = 6,
	FAR = 1000, /* more than there are people */
	HEAD = 26,  /* room for the headings */
	GAP = 22,
};

static const double ROUND_MORE = 0.16; /* … and more, by their length */

/* What one person does to another. */
struct deed {
	uint32_t by, to;
	cp_tie tie;
	uint32_t count;
};

struct view {
	cp_arena *arena;
	const cp_graph *graph;
	cp_drawing *drawing;
	CP_ARRAY(struct deed) deeds;
	uint32_t *box_of; /* of each person */
	uint32_t *deeds_of;
	size_t left_out;
};

/* ---- What they do ---- */

static void add_deed(struct view *view, const cp_pair *pair, cp_tie tie, uint32_t count)
{
	if (count)
		*cp_push(view->arena, &view->deeds) =
			(struct deed){pair->by, pair->to, tie, count};
}

/* In the order of the ties, as lines are drawn in it. */
static void find_deeds(struct view *view)
{
	cp_pairs pairs = cp_graph_pairs(view->arena, view->graph);
	for (size_t i = 0; i < pairs.list.len; i++) {
		const cp_pair *pair = &pairs.list.at[i];
		add_deed(view, pair, CP_TIE_SUPPORTS, pair->steps[CP_SUPPORTS]);
		add_deed(view, pair, CP_TIE_REBUTS,
			pair->steps[CP_REBUTS] + pair->steps[CP_UNDERCUTS]);
		add_deed(view, pair, CP_TIE_CONCEDES, pair->concessions);
		add_deed(view, pair, CP_TIE_QUOTES,
			pair->endorsed + pair->opposed + pair->quoted);
	}
}

static void count_deeds(struct view *view)
{
	view->deeds_of = CP_NEW_ARRAY(view->arena, uint32_t, view->graph->people_len);
	for (size_t i = 0; i < view->deeds.len; i++) {
		view->deeds_of[view->deeds.at[i].by] += view->deeds.at[i].count;
		view->deeds_of[view->deeds.at[i].to] += view->deeds.at[i].count;
	}
}

/* ---- Making ---- */

/* How many deeds somebody must have to be among the most active; those without any are shown
 * if they say something. */
static uint32_t find_least(const struct view *view)
{
	uint32_t least = 0, most = 0;
	for (size_t p = 0; p < view->graph->people_len; p++)
		most = view->deeds_of[p] > most ? view->deeds_of[p] : most;
	for (; least <= most; least++) {
		size_t people = 0;
		for (size_t p = 0; p < view->graph->people_len; p++)
			people += view->deeds_of[p] >= least
				&& view->graph->people[p].items.len;
		if (people <= MOST_PEOPLE)
			break;
	}
	return least;
}

static void add_people(struct view *view, const cp_look *look)
{
	const cp_graph *graph = view->graph;
	cp_labels labels = cp_labels_new(view->arena, graph, look, TEXT_WIDTH);
	uint32_t least = find_least(view);
	labels.even = true;
	view->box_of = CP_NEW_ARRAY(view->arena, uint32_t, graph->people_len);
	for (uint32_t p = 0; p < graph->people_len; p++) {
		bool show = view->deeds_of[p] >= least
			&& (graph->people[p].items.len || view->deeds_of[p])
			&& view->drawing->boxes.len < MOST_PEOPLE;
		view->box_of[p] = show ? cp_drawing_add_box(view->arena, view->drawing,
					  cp_label_person(&labels, p))
				       : CP_NONE;
		view->left_out += !show;
	}
}

static void add_ties(struct view *view)
{
	for (size_t i = 0; i < view->deeds.len; i++) {
		const struct deed *deed = &view->deeds.at[i];
		uint32_t from = view->box_of[deed->by], to = view->box_of[deed->to];
		if (from == CP_NONE || to == CP_NONE)
			continue;
		cp_buf text = {0};
		cp_buf_printf(&text, "%.*s %s %.*s: %u %s",
			CP_FMT(cp_person_name(&view->graph->people[deed->by])),
			deed->tie == CP_TIE_REBUTS ? "rebuts or undercuts"
						   : cp_tie_names[deed->tie],
			CP_FMT(cp_person_name(&view->graph->people[deed->to])),
			(unsigned)deed->count, deed->count == 1 ? "time" : "times");
		cp_joint *joint = cp_drawing_tie(view->arena, view->drawing, from, to,
			deed->tie, cp_buf_settle(view->arena, &text));
		joint->counts = deed->count;
		joint->width = CP_JOINT_SIZE + COUNT_WIDTH;
		for (uint32_t rest = deed->count; rest; rest /= 10)
			joint->width += COUNT_WIDTH;
	}
}

static void describe(struct view *view)
{
	cp_buf text = {0};
	cp_buf_printf(&text,
		"Who bears on whose points: %zu speakers, those for the motion at the left, those "
		"against it at the right. A line has the count of what it stands for.",
		view->drawing->boxes.len);
	if (view->left_out) {
		cp_buf_puts(&text, " Not shown: ");
		cp_put_number_word(&text, view->left_out);
		cp_buf_printf(&text, " %s who %s.",
			view->left_out == 1 ? "speaker" : "speakers",
			view->drawing->boxes.len < MOST_PEOPLE
				? "made no marked point"
				: "had less to do with the others, or made no marked "
				  "point");
	}
	view->drawing->description = cp_buf_settle(view->arena, &text);
}

cp_drawing *cp_speakers_new(cp_arena *arena, const cp_graph *graph, const cp_look *look)
{
	struct view view = {
		.arena = arena, .graph = graph, .drawing = cp_drawing_new(arena, graph)};
	find_deeds(&view);
	count_deeds(&view);
	add_people(&view, look);
	add_ties(&view);
	describe(&view);
	return view.drawing;
}

/* ---- Placing ---- */

struct person {
	uint32_t box;
	bool right;            /* the side at which he stands */
	double weight;         /* the mean place of those with whom he has to do */
	unsigned inner, outer; /* lines to the other side, and to his own */
};

struct port {
	uint32_t joint;
	bool arrives;
	double order;
};

struct table {
	cp_arena *arena;
	cp_drawing *drawing;
	struct person *people; /* in the order in which they stand, the left side first */
	uint32_t *place;       /* of each box, in people */
	size_t len, left_len;
	double left, right; /* of the columns */
};

static void find_ends(
	const cp_drawing *drawing, uint32_t joint, uint32_t *from, uint32_t *to)
{
	const cp_line *lines = drawing->lines.at + drawing->joints.at[joint].line;
	*from = lines[0].from;
	*to = lines[1].to;
}

static void note_places(struct table *table)
{
	for (uint32_t i = 0; i < table->len; i++)
		table->place[table->people[i].box] = i;
}

static int by_side(const void *left, const void *right)
{
	const struct person *a = left, *b = right;
	if (a->right != b->right)
		return a->right ? 1 : -1;
	if (a->weight != b->weight)
		return a->weight < b->weight ? -1 : 1;
	return a->box < b->box ? -1 : a->box > b->box;
}

/* Who is on neither side stands where there is more room. */
static void seat(struct table *table)
{
	const cp_drawing *drawing = table->drawing;
	size_t seated[2] = {0};
	for (uint32_t i = 0; i < table->len; i++) {
		cp_stance side = drawing->boxes.at[i].stance;
		table->people[i] = (struct person){
			.box = i, .right = side == CP_STANCE_CONTRA, .weight = i};
		if (side == CP_STANCE_PRO || side == CP_STANCE_CONTRA)
			seated[side == CP_STANCE_CONTRA]++;
	}
	for (uint32_t i = 0; i < table->len; i++) {
		cp_stance side = drawing->boxes.at[i].stance;
		if (side == CP_STANCE_PRO || side == CP_STANCE_CONTRA)
			continue;
		table->people[i].right = seated[1] < seated[0];
		seated[table->people[i].right]++;
	}
	table->left_len = seated[0];
}

/* Barycentres: one side after the other is put in the order of the mean places of those at
 * whom its lines end (Sugiyama, Tagawa, Toda 1981). */
static void sweep(struct table *table, bool right)
{
	for (uint32_t i = 0; i < table->len; i++) {
		struct person *person = &table->people[i];
		double sum = 0, count = 0;
		for (uint32_t j = 0; j < table->drawing->joints.len; j++) {
			uint32_t ends[2];
			find_ends(table->drawing, j, &ends[0], &ends[1]);
			for (size_t e = 0; e < 2; e++) {
				uint32_t other = table->place[ends[1 - e]];
				if (ends[e] != person->box
					|| table->people[other].right == person->right)
					continue;
				sum += table->people[other].right
					? other - (double)table->left_len
					: other;
				count++;
			}
		}
		if (person->right == right && count > 0)
			person->weight = sum / count;
		else if (person->right != right)
			person->weight = i;
	}
	qsort(table->people, table->len, sizeof *table->people, by_side);
	note_places(table);
}

/* ---- Lines, each with a place of its own at both boxes ---- */

static bool is_inner(const struct table *table, uint32_t joint)
{
	uint32_t from, to;
	find_ends(table->drawing, joint, &from, &to);
	return table->people[table->place[from]].right
		!= table->people[table->place[to]].right;
}

static void count_ports(struct table *table)
{
	for (uint32_t j = 0; j < table->drawing->joints.len; j++) {
		uint32_t ends[2];
		find_ends(table->drawing, j, &ends[0], &ends[1]);
		for (size_t e = 0; e < 2; e++) {
			struct person *person = &table->people[table->place[ends[e]]];
			if (is_inner(table, j))
				person->inner++;
			else
				person->outer++;
		}
	}
}

static void place_people(struct table *table)
{
	double y[2] = {HEAD, HEAD};
	for (uint32_t i = 0; i < table->len; i++) {
		struct person *person = &table->people[i];
		cp_box *box = &table->drawing->boxes.at[person->box];
		unsigned most =
			person->inner > person->outer ? person->inner : person->outer;
		if (box->height < (most + 1) * PORT)
			box->height = (most + 1) * PORT;
		cp_box_place(box, person->right ? table->right : table->left,
			y[person->right]);
		y[person->right] = cp_box_bottom(box) + GAP;
	}
	/* The shorter side stands in the middle of the other. */
	bool shorter = y[1] < y[0];
	for (uint32_t i = 0; i < table->len; i++)
		if (table->people[i].right == shorter)
			table->drawing->boxes.at[table->people[i].box].centre.y +=
				(y[!shorter] - y[shorter]) / 2;
}

static int by_order(const void *left, const void *right)
{
	const struct port *a = left, *b = right;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	if (a->joint != b->joint)
		return a->joint < b->joint ? -1 : 1;
	return a->arrives - b->arrives;
}

/* The ends of lines at one side of a box, from the top: in the order of the boxes at their
 * other ends. On the outer side, lines to those above come first, the nearest one first, then
 * those to others below, the nearest one last, so that lines run within one another. */
static void set_ports(
	struct table *table, uint32_t index, bool inner, cp_point (*ends)[2])
{
	const struct person *person = &table->people[index];
	const cp_box *box = &table->drawing->boxes.at[person->box];
	CP_ARRAY(struct port) ports = {0};
	for (uint32_t j = 0; j < table->drawing->joints.len; j++) {
		uint32_t two[2];
		find_ends(table->drawing, j, &two[0], &two[1]);
		for (size_t e = 0; e < 2; e++) {
			if (two[e] != person->box || is_inner(table, j) != inner)
				continue;
			double other = table->place[two[1 - e]], nth = j * 1e-6;
			double order = inner    ? other
				: other < index ? index - other - FAR + nth
						: FAR - other - nth;
			*cp_push(table->arena, &ports) = (struct port){j, e == 1, order};
		}
	}
	if (ports.len)
		qsort(ports.at, ports.len, sizeof *ports.at, by_order);
	bool right = person->right != inner;
	for (size_t i = 0; i < ports.len; i++)
		ends[ports.at[i].joint][ports.at[i].arrives] = (cp_point){
			right ? cp_box_right(box) : cp_box_left(box),
			box->centre.y + ((double)i - (double)(ports.len - 1) / 2) * PORT};
}

/* The longer a line, the further out. */
static double reach_of(cp_point from, cp_point to)
{
	return ROUND + (from.y < to.y ? to.y - from.y : from.y - to.y) * ROUND_MORE;
}

static void draw_tie(struct table *table, uint32_t index, cp_point from, cp_point to)
{
	cp_joint *joint = &table->drawing->joints.at[index];
	cp_line *lines = table->drawing->lines.at + joint->line;
	uint32_t by, at;
	find_ends(table->drawing, index, &by, &at);
	bool inner = is_inner(table, index);
	const struct person *person = &table->people[table->place[by]];
	double side = person->right != inner ? 1 : -1;
	joint->centre = (cp_point){from.x + side * (OUT + joint->width / 2), from.y};
	cp_point edge = {from.x + side * (OUT + joint->width), from.y};
	cp_line_route(table->arena, &lines[0],
		(cp_point[]){from, {from.x + side * OUT, from.y}}, 2);
	double reach = inner ? (to.x - edge.x) / 2 : side * reach_of(from, to);
	cp_line_bend(table->arena, &lines[1], edge, to, reach,
		inner ? -reach : reach + (edge.x - to.x));
}

static void add_headings(struct table *table)
{
	static const struct {
		const char *text, *mixed;
		cp_stance stance;
	} heads[] = {{"Speak for the motion", "Speak for the motion, and others",
			     CP_STANCE_PRO},
		{"Speak against it", "Speak against it, and others", CP_STANCE_CONTRA}};
	for (size_t side = 0; side < 2; side++) {
		bool any = false, mixed = false;
		for (uint32_t i = 0; i < table->len; i++) {
			const struct person *person = &table->people[i];
			bool is = table->drawing->boxes.at[person->box].stance
				== heads[side].stance;
			any |= is;
			mixed |= !is && person->right == (side == 1);
		}
		if (any)
			cp_drawing_add_note(table->arena, table->drawing,
				cp_str_of(mixed ? heads[side].mixed : heads[side].text),
				CP_TYPE_COLUMN,
				(cp_point){side ? table->right : table->left, 0})
				->stance = heads[side].stance;
	}
}

/* Room for the lines that swing out at the left: three quarters of the way to their control
 * points. */
static double outer_room(const struct table *table, cp_point (*ends)[2])
{
	double most = 0;
	for (uint32_t j = 0; j < table->drawing->joints.len; j++) {
		uint32_t from, to;
		find_ends(table->drawing, j, &from, &to);
		double room = OUT + table->drawing->joints.at[j].width
			+ reach_of(ends[j][0], ends[j][1]) * 3 / 4;
		if (!is_inner(table, j) && !table->people[table->place[from]].right
			&& room > most)
			most = room;
	}
	return most;
}

static void place_all(struct table *table, double left, cp_point (*ends)[2])
{
	table->left = left;
	table->right = left + table->drawing->boxes.at[0].width + BETWEEN;
	place_people(table);
	for (uint32_t i = 0; i < table->len; i++) {
		set_ports(table, i, true, ends);
		set_ports(table, i, false, ends);
	}
}

void cp_speakers_arrange(cp_arena *arena, cp_drawing *drawing)
{
	struct table table = {
		.arena = arena, .drawing = drawing, .len = drawing->boxes.len};
	table.people = CP_NEW_ARRAY(arena, struct person, table.len);
	table.place = CP_NEW_ARRAY(arena, uint32_t, table.len);
	cp_point(*ends)[2] = cp_alloc_array(arena, drawing->joints.len, sizeof *ends);
	if (!table.len) {
		cp_drawing_add_note(arena, drawing, CP_LIT("Nobody speaks."),
			CP_TYPE_COLUMN, (cp_point){0, 0});
		cp_drawing_measure(drawing);
		return;
	}
	seat(&table);
	qsort(table.people, table.len, sizeof *table.people, by_side);
	note_places(&table);
	for (int i = 0; i < SWEEPS; i++)
		sweep(&table, i % 2 == 0);
	count_ports(&table);
	place_all(&table, 0, ends);
	place_all(&table, outer_room(&table, ends), ends);
	add_headings(&table);
	for (uint32_t j = 0; j < drawing->joints.len; j++)
		draw_tie(&table, j, ends[j][0], ends[j][1]);
	cp_drawing_measure(drawing);
}
