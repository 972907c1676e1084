#include "diagram/views.h"

const cp_view cp_views[] = {
	{.name = "map",
		.help = "the argument map: the motion on top, reasons below what they bear on",
		.role = "argument map",
		.reading = "An arrow leads from a reason to what it bears on.",
		.has_direction = true,
		.make = cp_argument_new},
	{.name = "procon",
		.help = "two columns, for and against the motion, with the answers below each point",
		.role = "list of points for and against",
		.reading =
			"A sign says how a box bears on the box to which its line leads.",
		.make = cp_procon_new,
		.arrange = cp_procon_arrange},
	{.name = "flow",
		.help = "a flow sheet: each answer beside what it answers, and what was left "
			"unanswered",
		.role = "flow sheet",
		.reading =
			"An answer stands to the right of what it answers, a reason below "
			"what it is a reason for.",
		.make = cp_flow_new,
		.arrange = cp_flow_arrange},
	{.name = "speakers",
		.help = "who supports, rebuts, grants and quotes whom, and how often",
		.role = "map of the speakers",
		.reading = "An arrow leads to the person whose points are meant.",
		.of_people = true,
		.make = cp_speakers_new,
		.arrange = cp_speakers_arrange},
	{.name = "quotes",
		.help = "works and comments, and who quotes them, with altered words",
		.role = "map of the quotations",
		.reading = "An arrow leads from a quotation to what is quoted.",
		.make = cp_quotes_new,
		.arrange = cp_quotes_arrange},
	{.name = "replies",
		.help = "the comments, each below the one that it replies to",
		.role = "tree of replies",
		.reading = "An arrow leads from a comment to the one that it replies to.",
		.has_direction = true,
		.make = cp_replies_new,
		.arrange = cp_replies_arrange},
	{.name = "timeline",
		.help = "the comments by time, each on its side",
		.role = "timeline",
		.reading = "Time goes down; the columns are the sides.",
		.make = cp_timeline_new,
		.arrange = cp_timeline_arrange},
	{0},
};

const cp_view *cp_view_named(const char *name)
{
	for (const cp_view *view = cp_views; view->name; view++)
		if (!name || strcmp(view->name, name) == 0)
			return view;
	return NULL;
}

/* That it is a part is said to all: in the title, and in the description. */
static void say_part(cp_arena *arena, cp_drawing *drawing, cp_str part)
{
	cp_buf text = {0};
	cp_buf_printf(&text, "%.*s (%.*s)", CP_FMT(drawing->title), CP_FMT(part));
	drawing->title = cp_buf_settle(arena, &text);
	cp_buf_printf(&text, "%.*s Only a part of the debate is shown: %.*s.",
		CP_FMT(drawing->description), CP_FMT(part));
	drawing->description = cp_buf_settle(arena, &text);
}

/* What is shown of the standing, and by which rules. */
static void say_standing(cp_arena *arena, cp_drawing *drawing)
{
	const cp_evaluation *standing = drawing->standing;
	size_t counts[CP_STATUSES] = {0};
	cp_buf text = {0};
	for (size_t c = 0; c < drawing->graph->claims_len; c++)
		counts[standing->statuses[c]]++;
	cp_buf_printf(&text, "%.*s %zu %s, %zu %s defeated, %zu unresolved",
		CP_FMT(drawing->description), counts[CP_STATUS_STANDS],
		counts[CP_STATUS_STANDS] == 1 ? "claim stands" : "claims stand",
		counts[CP_STATUS_DEFEATED],
		counts[CP_STATUS_DEFEATED] == 1 ? "is" : "are",
		counts[CP_STATUS_UNRESOLVED]);
	if (counts[CP_STATUS_NOT_ASSERTED])
		cp_buf_printf(
			&text, ", %zu not asserted", counts[CP_STATUS_NOT_ASSERTED]);
	cp_buf_puts(&text, " (");
	cp_evaluation_put_rules(&text, standing);
	cp_buf_puts(&text, ").");
	drawing->description = cp_buf_settle(arena, &text);
}

cp_drawing *cp_view_new(
	cp_arena *arena, const cp_graph *graph, const cp_view *view, const cp_look *look)
{
	cp_drawing *drawing = view->make(arena, graph, look);
	drawing->view = view;
	drawing->direction = look ? look->direction : CP_DIRECTION_USUAL;
	for (uint32_t i = 0; look && look->numbers && i < drawing->boxes.len; i++)
		drawing->boxes.at[i].number = i + 1;
	drawing->standing = look ? look->standing : NULL;
	if (drawing->standing)
		say_standing(arena, drawing);
	if (graph->part.len)
		say_part(arena, drawing, graph->part);
	return drawing;
}

cp_drawing *cp_map_new(cp_arena *arena, const cp_graph *graph)
{
	return cp_view_new(arena, graph, &cp_views[0], NULL);
}
