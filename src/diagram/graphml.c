/* A drawing as GraphML (http://graphml.graphdrawing.org): its boxes as nodes, with what is known
 * of each as data, and its steps as edges. An edge of GraphML ends at nodes, so that a step
 * with linked premises, or one that is undercut, is a node as well.
 *
 * For the editor yEd, each has a shape, colours, words and its place besides; other readers
 * pass over these, as the standard wants it. */
#include "diagram/make.h"

#include "diagram/theme.h"
#include "diagram/view.h"
#include "graph/words.h"
#include "text/xml.h"

struct graphml {
	cp_buf *out;
	const cp_drawing *drawing;
	const bool *forks; /* of each joint: it is a node */
	bool yed;          /* with looks and places */
};

static const char namespaces[] =
	"<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
	"\txmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n";
static const char schema[] =
	"\txsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
	"http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n";
static const char yed_schema[] =
	"\txmlns:y=\"http://www.yworks.com/xml/graphml\"\n"
	"\txsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
	"http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd\">\n";

/* ---- Data ---- */

static const struct {
	const char *name, *of, *type;
} keys[] = {
	{"title", "graph", "string"},
	{"description", "graph", "string"},
	{"view", "graph", "string"},
	{"id", "all", "string"},
	{"kind", "all", "string"},
	{"stance", "node", "string"},
	{"speaker", "node", "string"},
	{"comment", "node", "string"},
	{"text", "node", "string"},
	{"quote", "node", "string"},
	{"number", "node", "int"},
	{"words", "all", "string"},
	{"count", "edge", "int"},
};

static void put_keys(struct graphml *graphml)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		cp_buf_printf(graphml->out,
			"\t<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
			keys[i].name, keys[i].of, keys[i].name, keys[i].type);
	if (graphml->yed)
		cp_buf_puts(graphml->out,
			"\t<key id=\"look\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
			"\t<key id=\"line\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n");
}

/* What is not known is left out. */
static void put_data(struct graphml *graphml, const char *key, cp_str text)
{
	if (!text.len)
		return;
	cp_buf_printf(graphml->out, "\t\t\t<data key=\"%s\">", key);
	cp_buf_put_xml(graphml->out, text);
	cp_buf_puts(graphml->out, "</data>\n");
}

static void put_count(struct graphml *graphml, const char *key, uint32_t count)
{
	if (count)
		cp_buf_printf(graphml->out, "\t\t\t<data key=\"%s\">%u</data>\n", key,
			(unsigned)count);
}

static void put_id(struct graphml *graphml, uint32_t end)
{
	cp_buf id = {0};
	cp_drawing_put_id(&id, graphml->drawing, end);
	put_data(graphml, "id", cp_buf_str(&id));
	cp_buf_clear(&id);
}

static void put_item(struct graphml *graphml, uint32_t index, cp_str text)
{
	static const char *const kinds[] = {
		[CP_CLAIM] = "claim",
		[CP_REBUTTAL] = "rebuttal",
		[CP_QUOTATION] = "quotation",
	};
	const cp_graph *graph = graphml->drawing->graph;
	const cp_item *item = &graph->annotation->items.at[index];
	const cp_person *person = cp_graph_person(graph, index);
	put_data(graphml, "kind", cp_str_of(kinds[item->kind]));
	put_data(graphml, "speaker", person ? person->name : (cp_str){0});
	put_data(graphml, "comment", item->comment_id);
	put_data(graphml, "text", text);
	put_data(graphml, "quote", item->quote);
}

static void put_claim(struct graphml *graphml, uint32_t index)
{
	const cp_claim *claim = &graphml->drawing->graph->claims[index];
	if (claim->item != CP_NONE) {
		put_item(graphml, claim->item, claim->text);
		return;
	}
	put_data(graphml, "kind", CP_LIT("motion"));
	put_data(graphml, "text", claim->text);
}

static void put_comment(struct graphml *graphml, uint32_t index)
{
	const cp_graph *graph = graphml->drawing->graph;
	const cp_person *person = cp_comment_author(graph, index);
	const cp_comment *comment = &graph->thread->comments.at[index];
	put_data(graphml, "kind", CP_LIT("comment"));
	put_data(graphml, "speaker", person ? person->name : (cp_str){0});
	put_data(graphml, "comment", comment->id);
	put_data(graphml, "text", comment->text);
}

static void put_person(struct graphml *graphml, uint32_t index)
{
	put_data(graphml, "kind", CP_LIT("speaker"));
	put_data(graphml, "speaker", graphml->drawing->graph->people[index].name);
}

static void put_work(struct graphml *graphml, uint32_t index)
{
	cp_buf text = {0};
	cp_put_work(&text, &graphml->drawing->graph->annotation->works.at[index]);
	put_data(graphml, "kind", CP_LIT("source"));
	put_data(graphml, "text", cp_buf_str(&text));
	cp_buf_clear(&text);
}

static void put_subject(struct graphml *graphml, const cp_box *box)
{
	const cp_annotation *annotation = graphml->drawing->graph->annotation;
	switch (box->kind) {
	case CP_BOX_CLAIM:
		put_claim(graphml, box->subject);
		return;
	case CP_BOX_ITEM:
		put_item(graphml, box->subject,
			cp_item_words(&annotation->items.at[box->subject]));
		return;
	case CP_BOX_COMMENT:
		put_comment(graphml, box->subject);
		return;
	case CP_BOX_PERSON:
		put_person(graphml, box->subject);
		return;
	default:
		put_work(graphml, box->subject);
	}
}

/* ---- What yEd wants besides ---- */

static void put_colour(struct graphml *graphml, const char *name, char letter)
{
	const cp_drawing *drawing = graphml->drawing;
	const char *colour =
		cp_theme_colour(drawing->theme ? drawing->theme : &cp_themes[0], letter);
	cp_buf_printf(graphml->out, " %s=\"#", name);
	/* "#fff" is not known to yEd. */
	for (const char *c = colour + 1; *c; c++)
		cp_buf_printf(graphml->out, strlen(colour) == 4 ? "%c%c" : "%c", *c, *c);
	cp_buf_putc(graphml->out, '"');
}

static void put_number(struct graphml *graphml, const char *name, double number)
{
	cp_buf_printf(graphml->out, " %s=\"", name);
	cp_buf_number(graphml->out, number);
	cp_buf_putc(graphml->out, '"');
}

static void put_geometry(
	struct graphml *graphml, cp_point centre, double width, double height)
{
	cp_buf_puts(graphml->out, "\t\t\t\t<y:Geometry");
	put_number(graphml, "x", centre.x - width / 2);
	put_number(graphml, "y", centre.y - height / 2);
	put_number(graphml, "width", width);
	put_number(graphml, "height", height);
	cp_buf_puts(graphml->out, "/>\n");
}

/* The colour of the edge of a box, of its ground, and of its words. */
static const char *letters_of(const cp_box *box)
{
	static const char *const of_sides[] = {
		[CP_STANCE_NONE] = "FNT",
		[CP_STANCE_PRO] = "PpT",
		[CP_STANCE_CONTRA] = "CcT",
		[CP_STANCE_BOTH] = "FNT",
	};
	return box->motion                 ? "MMm"
		: box->kind == CP_BOX_WORK ? "QqT"
					   : of_sides[box->stance];
}

static void put_style(
	struct graphml *graphml, const char *letters, const char *type, double width)
{
	cp_buf_puts(graphml->out, "\t\t\t\t<y:Fill transparent=\"false\"");
	put_colour(graphml, "color", letters[1]);
	cp_buf_printf(graphml->out, "/>\n\t\t\t\t<y:BorderStyle type=\"%s\"", type);
	put_colour(graphml, "color", letters[0]);
	put_number(graphml, "width", width);
	cp_buf_puts(graphml->out, "/>\n");
}

static void begin_label(struct graphml *graphml, const char *of, double size, char letter)
{
	cp_buf_printf(graphml->out,
		"\t\t\t\t<y:%sLabel fontFamily=\"Arial\" alignment=\"left\"", of);
	put_number(graphml, "fontSize", size);
	put_colour(graphml, "textColor", letter);
	cp_buf_puts(graphml->out, " xml:space=\"preserve\">");
}

static void put_box_look(struct graphml *graphml, const cp_box *box)
{
	const char *letters = letters_of(box);
	cp_buf_puts(graphml->out, "\t\t\t<data key=\"look\"><y:ShapeNode>\n");
	put_geometry(graphml, box->centre, box->width, box->height);
	put_style(graphml, letters, box->implicit ? "dashed" : "line",
		box->quotation ? 3 : 1.5);
	begin_label(graphml, "Node", box->motion ? 14 : 11, letters[2]);
	if (box->number)
		cp_buf_printf(graphml->out, "%u\n", (unsigned)box->number);
	for (size_t i = 0; i < box->lines.len; i++) {
		cp_buf_puts(graphml->out, i ? "\n" : "");
		cp_buf_put_xml(graphml->out, box->lines.at[i].text);
	}
	cp_buf_puts(graphml->out,
		"</y:NodeLabel>\n\t\t\t\t<y:Shape type=\"roundrectangle\"/>\n"
		"\t\t\t</y:ShapeNode></data>\n");
}

/* The colour of each tie, the style of its lines, and the heads of its arrows. */
static const struct {
	char letter;
	const char *line, *head;
} ties[CP_TIES] = {
	[CP_TIE_SUPPORTS] = {'P', "line", "standard"},
	[CP_TIE_REBUTS] = {'C', "dashed", "standard"},
	[CP_TIE_UNDERCUTS] = {'U', "dotted", "cross"},
	[CP_TIE_RESTATES] = {'F', "line", "none"},
	[CP_TIE_CONCEDES] = {'G', "dashed_dotted", "white_circle"},
	[CP_TIE_QUOTES] = {'Q', "dashed", "standard"},
	[CP_TIE_REPLIES] = {'F', "line", "standard"},
};

static void put_fork_look(struct graphml *graphml, const cp_joint *joint)
{
	char letters[] = {ties[joint->tie].letter, ties[joint->tie].letter, 'S'};
	cp_buf_puts(graphml->out, "\t\t\t<data key=\"look\"><y:ShapeNode>\n");
	put_geometry(graphml, joint->centre, joint->width, CP_JOINT_SIZE);
	put_style(graphml, letters, "line", 1);
	begin_label(graphml, "Node", 12, letters[2]);
	cp_buf_printf(graphml->out,
		"%s</y:NodeLabel>\n\t\t\t\t<y:Shape type=\"ellipse\"/>\n"
		"\t\t\t</y:ShapeNode></data>\n",
		cp_tie_signs[joint->tie]);
}

/* Where the pieces of a spline meet: yEd bends its lines there. */
static void put_bends(struct graphml *graphml, const cp_line *line)
{
	for (size_t i = 0; i < line->points_len; i += 3) {
		cp_buf_puts(graphml->out, "\t\t\t\t\t<y:Point");
		put_number(graphml, "x", line->points[i].x);
		put_number(graphml, "y", line->points[i].y);
		cp_buf_puts(graphml->out, "/>\n");
	}
}

static void put_line_look(struct graphml *graphml, const cp_joint *joint,
	const cp_line *lines, size_t count)
{
	const cp_line *last = &lines[count - 1];
	cp_buf_puts(graphml->out,
		"\t\t\t<data key=\"line\"><y:PolyLineEdge>\n"
		"\t\t\t\t<y:Path sx=\"0\" sy=\"0\" tx=\"0\" ty=\"0\">\n");
	for (size_t i = 0; i < count; i++)
		put_bends(graphml, &lines[i]);
	cp_buf_printf(graphml->out, "\t\t\t\t</y:Path>\n\t\t\t\t<y:LineStyle type=\"%s\"",
		ties[joint->tie].line);
	put_colour(graphml, "color", ties[joint->tie].letter);
	cp_buf_printf(graphml->out,
		" width=\"2\"/>\n\t\t\t\t<y:Arrows source=\"none\" target=\"%s\"/>\n",
		last->arrow ? ties[joint->tie].head : "none");
	if (last->arrow) {
		begin_label(graphml, "Edge", 10, ties[joint->tie].letter);
		cp_buf_printf(graphml->out, "%s %s</y:EdgeLabel>\n",
			cp_tie_signs[joint->tie], cp_tie_names[joint->tie]);
	}
	cp_buf_puts(graphml->out,
		"\t\t\t\t<y:BendStyle smoothed=\"true\"/>\n"
		"\t\t\t</y:PolyLineEdge></data>\n");
}

/* ---- Nodes and edges ---- */

static void put_name(struct graphml *graphml, const char *before, uint32_t end)
{
	cp_buf_puts(graphml->out, before);
	cp_drawing_put_name(graphml->out, graphml->drawing, end, "-");
	cp_buf_putc(graphml->out, '"');
}

static void put_box(struct graphml *graphml, uint32_t index)
{
	const cp_box *box = &graphml->drawing->boxes.at[index];
	put_name(graphml, "\t\t<node id=\"", index);
	cp_buf_puts(graphml->out, ">\n");
	put_id(graphml, index);
	put_subject(graphml, box);
	put_data(graphml, "stance",
		box->motion ? (cp_str){0} : cp_str_of(cp_stance_name(box->stance)));
	put_count(graphml, "number", box->number);
	put_data(graphml, "words", box->title);
	if (graphml->yed)
		put_box_look(graphml, box);
	cp_buf_puts(graphml->out, "\t\t</node>\n");
}

static void put_fork(struct graphml *graphml, uint32_t index)
{
	const cp_joint *joint = &graphml->drawing->joints.at[index];
	uint32_t end = (uint32_t)graphml->drawing->boxes.len + index;
	put_name(graphml, "\t\t<node id=\"", end);
	cp_buf_puts(graphml->out, ">\n");
	put_id(graphml, end);
	put_data(graphml, "kind", CP_LIT("step"));
	put_data(graphml, "words", joint->title);
	if (graphml->yed)
		put_fork_look(graphml, joint);
	cp_buf_puts(graphml->out, "\t\t</node>\n");
}

/* The lines from the first of some to the last, as one edge. */
static void put_edge(
	struct graphml *graphml, uint32_t index, const cp_line *lines, size_t count)
{
	const cp_joint *joint = &graphml->drawing->joints.at[index];
	put_name(graphml, "\t\t<edge source=\"", lines[0].from);
	put_name(graphml, " target=\"", lines[count - 1].to);
	cp_buf_puts(graphml->out, ">\n");
	put_id(graphml, (uint32_t)graphml->drawing->boxes.len + index);
	/* A line into a node of a step only says who is a premise of it. */
	put_data(graphml, "kind",
		lines[count - 1].arrow ? cp_str_of(cp_tie_names[joint->tie])
				       : CP_LIT("premise"));
	put_data(graphml, "words", joint->title);
	put_count(graphml, "count", joint->counts);
	if (graphml->yed)
		put_line_look(graphml, joint, lines, count);
	cp_buf_puts(graphml->out, "\t\t</edge>\n");
}

static void put_step(struct graphml *graphml, uint32_t index)
{
	const cp_joint *joint = &graphml->drawing->joints.at[index];
	const cp_line *lines = graphml->drawing->lines.at + joint->line;
	if (!graphml->forks[index]) {
		put_edge(graphml, index, lines, joint->lines_len);
		return;
	}
	for (size_t i = 0; i < joint->lines_len; i++)
		put_edge(graphml, index, &lines[i], 1);
}

void cp_drawing_write_graphml(cp_buf *out, const cp_drawing *drawing, bool yed)
{
	cp_arena arena = {0};
	struct graphml graphml = {.out = out,
		.drawing = drawing,
		.forks = cp_drawing_find_forks(&arena, drawing),
		.yed = yed};
	cp_buf_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s%s", namespaces,
		yed ? yed_schema : schema);
	put_keys(&graphml);
	cp_buf_puts(out, "\t<graph id=\"debate\" edgedefault=\"directed\">\n");
	put_data(&graphml, "title", drawing->title);
	put_data(&graphml, "description", drawing->description);
	put_data(&graphml, "view", cp_str_of(drawing->view->name));
	for (uint32_t i = 0; i < drawing->boxes.len; i++)
		put_box(&graphml, i);
	for (uint32_t i = 0; i < drawing->joints.len; i++)
		if (graphml.forks[i])
			put_fork(&graphml, i);
	for (uint32_t i = 0; i < drawing->joints.len; i++)
		put_step(&graphml, i);
	cp_buf_puts(out, "\t</graph>\n</graphml>\n");
	cp_arena_clear(&arena);
}
