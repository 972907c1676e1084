/* Layout by Graphviz's dot, in process, and Graphviz's own language.
 *
 * Graphviz gets boxes of known size without text, and gives back places and splines. Three
 * measured facts shape this file (Graphviz 2.42):
 *   - Its libraries cost 0.5 ms at start and pango 11 ms more, so they are opened when a
 *     diagram is wanted, and only dot's own plugin is given to the context: no pango, no
 *     fontconfig, no configuration file, the same bytes on every machine.
 *   - It leaks with cycles, and may crash or not end on hostile graphs, so the layout runs
 *     in a child process with a limit of time, which sends the places back through a pipe.
 *   - Its errors go through a process-wide callback; in the child they are just dropped. */
#define _GNU_SOURCE
#include "diagram/drawing.h"

#include <dlfcn.h>
#include <errno.h>
#include <graphviz/gvc.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef CP_GRAPHVIZ_PLUGINS /* the folder, which is not in the loader's path */
#define CP_GRAPHVIZ_PLUGINS "/usr/lib/graphviz"
#endif

enum {
	INCH = 72,
};

/* The functions of Graphviz that are used. */
#define FUNCTIONS(X) \
	X(agopen) \
	X(agclose) \
	X(agnode) \
	X(agedge) \
	X(agattr) \
	X(agsafeset) \
	X(agwrite) \
	X(agseterr) \
	X(gvContextPlugins) \
	X(gvLayout) \
	X(gvFreeLayout) \
	X(gvFreeContext)

struct graphviz {
#define DECLARE(name) __typeof__(&name) name;
	FUNCTIONS(DECLARE)
#undef DECLARE
	Agdesc_t *directed;
	lt_symlist_t plugins[2];
};

static bool find_symbol(void *library, const char *name, void *pointer, cp_buf *error)
{
	/* POSIX allows to turn an object pointer into a function; C has no word for it. */
	void *symbol = dlsym(library, name);
	memcpy(pointer, &symbol, sizeof symbol);
	if (!symbol && !error->len)
		cp_buf_puts(error, dlerror());
	return symbol != NULL;
}

/* The plugin brings the libraries along, so that the loader works once; each name is found
 * through it. All stays open for the life of the process: opening again costs nothing then. */
static bool open_graphviz(struct graphviz *graphviz, cp_buf *error)
{
	void *dot = dlopen(CP_GRAPHVIZ_PLUGINS "/libgvplugin_dot_layout.so.6", RTLD_LAZY);
	if (!dot) {
		cp_buf_puts(error, dlerror());
		return false;
	}
	bool found = find_symbol(dot, "Agdirected", &graphviz->directed, error);
#define FIND(name) found &= find_symbol(dot, #name, &graphviz->name, error);
	FUNCTIONS(FIND)
#undef FIND
	graphviz->plugins[0].name = "gvplugin_dot_layout_LTX_library";
	found &= find_symbol(
		dot, graphviz->plugins[0].name, &graphviz->plugins[0].address, error);
	return found;
}

/* ---- The drawing as a cgraph graph ---- */

struct built {
	const struct graphviz *graphviz;
	const cp_drawing *drawing;
	Agraph_t *graph;
	Agnode_t **nodes; /* boxes, then joints */
	Agedge_t **edges;
};

static void set(
	const struct built *built, void *object, const char *name, const char *value)
{
	built->graphviz->agsafeset(object, (char *)name, (char *)value, (char *)"");
}

static void set_number(
	const struct built *built, void *object, const char *name, unsigned number)
{
	char value[16];
	snprintf(value, sizeof value, "%u", number);
	set(built, object, name, value);
}

/* Four decimals, whatever the locale of the program is: a decimal comma would be read as
 * the end of the number. */
static void put_inches(cp_buf *out, double points)
{
	unsigned long parts = (unsigned long)(points / INCH * 10000 + 0.5);
	cp_buf_printf(out, "%lu.%04lu", parts / 10000, parts % 10000);
}

static void set_size(
	const struct built *built, Agnode_t *node, double width, double height)
{
	cp_buf size = {0};
	put_inches(&size, width);
	set(built, node, "width", size.at);
	size.len = 0;
	put_inches(&size, height);
	set(built, node, "height", size.at);
	cp_buf_clear(&size);
}

static void set_defaults(const struct built *built)
{
	static const struct {
		int kind;
		const char *name, *value;
	} defaults[] = {
		{AGRAPH, "rankdir", "BT"},
		{AGRAPH, "nodesep", "0.22"},
		{AGRAPH, "ranksep", "0.26"},
		{AGRAPH, "charset", "UTF-8"},
		/* Spares the old ranking's look at all edges for each edge. */
		{AGRAPH, "newrank", "true"},
		{AGNODE, "shape", "circle"},
		{AGNODE, "width", "0.25"},
		{AGNODE, "height", "0.25"},
		{AGNODE, "fixedsize", "true"},
		{AGNODE, "label", ""},
		{AGEDGE, "minlen", "1"},
		{AGEDGE, "weight", "6"},
		{AGEDGE, "arrowhead", "none"},
		{AGEDGE, "arrowsize", "0.7"},
	};
	for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
		built->graphviz->agattr(built->graph, defaults[i].kind,
			(char *)defaults[i].name, (char *)defaults[i].value);
}

static Agnode_t *add_node(const struct built *built, size_t end)
{
	cp_buf name = {0};
	cp_drawing_put_name(&name, built->drawing, (uint32_t)end, "");
	Agnode_t *node = built->graphviz->agnode(built->graph, name.at, 1);
	cp_buf_clear(&name);
	return node;
}

static Agedge_t *add_edge(const struct built *built, const cp_line *line, unsigned longer)
{
	Agedge_t *edge = built->graphviz->agedge(
		built->graph, built->nodes[line->from], built->nodes[line->to], NULL, 1);
	if (line->arrow)
		set(built, edge, "arrowhead", "normal");
	if (longer)
		set_number(built, edge, "minlen", 1 + longer);
	/* Keeps a joint close to its premises, and what it points at not far. */
	if (line->tie == CP_TIE_UNDERCUTS || line->tie == CP_TIE_CONCEDES)
		set(built, edge, "weight", "1");
	else if (line->arrow)
		set(built, edge, "weight", "3");
	return edge;
}

static Agnode_t *add_joint(const struct built *built, size_t index)
{
	const cp_joint *joint = &built->drawing->joints.at[index];
	Agnode_t *node = add_node(built, built->drawing->boxes.len + index);
	if (joint->step == CP_NONE)
		set_size(built, node, joint->width, CP_JOINT_SIZE);
	return node;
}

static void build(struct built *built, cp_arena *arena, const struct graphviz *graphviz,
	const cp_drawing *drawing)
{
	size_t boxes = drawing->boxes.len;
	*built = (struct built){.graphviz = graphviz, .drawing = drawing};
	built->graph = graphviz->agopen((char *)"map", *graphviz->directed, NULL);
	built->nodes = CP_NEW_ARRAY(arena, Agnode_t *, boxes + drawing->joints.len);
	built->edges = CP_NEW_ARRAY(arena, Agedge_t *, drawing->lines.len);
	set_defaults(built);
	for (size_t i = 0; i < boxes; i++) {
		built->nodes[i] = add_node(built, i);
		set(built, built->nodes[i], "shape", "box");
		set_size(built, built->nodes[i], drawing->boxes.at[i].width,
			drawing->boxes.at[i].height);
	}
	for (size_t i = 0; i < drawing->joints.len; i++)
		built->nodes[boxes + i] = add_joint(built, i);
	unsigned *longer = cp_drawing_set_rows(arena, drawing);
	for (size_t i = 0; i < drawing->lines.len; i++)
		built->edges[i] = add_edge(built, &drawing->lines.at[i], longer[i]);
}

/* ---- In the child: lay out, and send the places ---- */

static void pack(cp_buf *parcel, const void *bytes, size_t len)
{
	cp_buf_put(parcel, (cp_str){bytes, len});
}

static void pack_point(cp_buf *parcel, pointf point, double height)
{
	cp_point flipped = {point.x, height - point.y};
	pack(parcel, &flipped, sizeof flipped);
}

static void pack_edge(cp_buf *parcel, Agedge_t *edge, double height)
{
	const bezier *spline =
		ED_spl(edge) && ED_spl(edge)->size ? ED_spl(edge)->list : NULL;
	size_t count = spline ? (size_t)spline->size : 0;
	pack(parcel, &count, sizeof count);
	for (size_t i = 0; i < count; i++)
		pack_point(parcel, spline->list[i], height);
	pack_point(parcel,
		!count                  ? (pointf){0, 0}
			: spline->eflag ? spline->ep
					: spline->list[count - 1],
		height);
}

static bool send_layout(int fd, const struct built *built)
{
	cp_buf parcel = {0};
	boxf box = GD_bb(built->graph);
	cp_point size = {box.UR.x, box.UR.y};
	pack(&parcel, &size, sizeof size);
	size_t nodes = built->drawing->boxes.len + built->drawing->joints.len;
	for (size_t i = 0; i < nodes; i++)
		pack_point(&parcel, ND_coord(built->nodes[i]), size.y);
	for (size_t i = 0; i < built->drawing->lines.len; i++)
		pack_edge(&parcel, built->edges[i], size.y);
	bool sent = true;
	for (size_t at = 0; sent && at < parcel.len;) {
		ssize_t put = write(fd, parcel.at + at, parcel.len - at);
		sent = put > 0;
		at += sent ? (size_t)put : 0;
	}
	cp_buf_clear(&parcel);
	return sent;
}

static int lay_out_in_child(int fd, const struct graphviz *graphviz,
	const cp_drawing *drawing, unsigned seconds)
{
	struct rlimit limit = {seconds, seconds + 1};
	setrlimit(RLIMIT_CPU, &limit);
	graphviz->agseterr(AGMAX);
	cp_arena arena = {0};
	struct built built;
	build(&built, &arena, graphviz, drawing);
	GVC_t *context = graphviz->gvContextPlugins(graphviz->plugins, 0);
	if (!context || graphviz->gvLayout(context, built.graph, "dot") != 0)
		return 1;
	return send_layout(fd, &built) ? 0 : 1;
}

/* ---- In the parent: wait for them, and read them ---- */

static long long milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* Everything that comes before the end of the pipe or of the time. */
static bool receive(int fd, unsigned seconds, cp_buf *received)
{
	long long end = milliseconds() + seconds * 1000LL;
	for (;;) {
		long long left = end - milliseconds();
		struct pollfd poll_fd = {.fd = fd, .events = POLLIN};
		int ready = left > 0 ? poll(&poll_fd, 1, (int)left) : 0;
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0)
			return false;
		ssize_t got = read(fd, cp_buf_room(received, 1 << 16), 1 << 16);
		if (got <= 0)
			return got == 0;
		received->len += (size_t)got;
	}
}

struct parcel {
	cp_str bytes;
	size_t at;
	bool short_of; /* more was read than there is */
};

static void unpack(struct parcel *parcel, void *into, size_t size)
{
	if (parcel->bytes.len - parcel->at < size) {
		parcel->short_of = true;
		memset(into, 0, size);
		return;
	}
	memcpy(into, parcel->bytes.at + parcel->at, size);
	parcel->at += size;
}

static void unpack_line(cp_arena *arena, struct parcel *parcel, cp_line *line)
{
	unpack(parcel, &line->points_len, sizeof line->points_len);
	if (line->points_len > parcel->bytes.len / sizeof(cp_point))
		line->points_len = 0;
	line->points = CP_NEW_ARRAY(arena, cp_point, line->points_len);
	for (size_t i = 0; i < line->points_len; i++)
		unpack(parcel, &line->points[i], sizeof line->points[i]);
	unpack(parcel, &line->tip, sizeof line->tip);
}

static bool unpack_layout(cp_arena *arena, cp_drawing *drawing, cp_str bytes)
{
	struct parcel parcel = {.bytes = bytes};
	cp_point size;
	unpack(&parcel, &size, sizeof size);
	drawing->width = size.x;
	drawing->height = size.y;
	for (size_t i = 0; i < drawing->boxes.len; i++)
		unpack(&parcel, &drawing->boxes.at[i].centre, sizeof(cp_point));
	for (size_t i = 0; i < drawing->joints.len; i++)
		unpack(&parcel, &drawing->joints.at[i].centre, sizeof(cp_point));
	for (size_t i = 0; i < drawing->lines.len; i++)
		unpack_line(arena, &parcel, &drawing->lines.at[i]);
	return !parcel.short_of;
}

static bool fail(cp_buf *error, const char *message, const char *detail)
{
	error->len = 0;
	cp_buf_printf(error, "%s%s", message, detail);
	return false;
}

/* Runs the child; what it sent is in `received`. */
static bool run_child(const struct graphviz *graphviz, const cp_drawing *drawing,
	unsigned seconds, cp_buf *received, cp_buf *error)
{
	int ends[2];
	if (pipe(ends) != 0)
		return fail(error, "cannot start the layout: ", strerror(errno));
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		_exit(lay_out_in_child(ends[1], graphviz, drawing, seconds));
	}
	close(ends[1]);
	bool whole = child > 0 && receive(ends[0], seconds, received);
	close(ends[0]);
	if (child < 0)
		return fail(error, "cannot start the layout: ", strerror(errno));
	if (!whole)
		kill(child, SIGKILL);
	int status = 0;
	pid_t ended;
	do
		ended = waitpid(child, &status, 0);
	while (ended < 0 && errno == EINTR);
	if (!whole || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
		return fail(error, "Graphviz did not finish the layout in time", "");
	if (ended < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return fail(error, "Graphviz failed to lay the map out", "");
	return true;
}

bool cp_drawing_lay_out_by_dot(
	cp_arena *arena, cp_drawing *drawing, unsigned seconds, cp_buf *error)
{
	struct graphviz graphviz = {0};
	cp_buf received = {0}, why = {0};
	bool laid_out = open_graphviz(&graphviz, &why)
		? run_child(&graphviz, drawing, seconds, &received, error)
		: fail(error, "Graphviz's libraries cannot be used: ", why.at);
	if (laid_out && !unpack_layout(arena, drawing, cp_buf_str(&received)))
		laid_out = fail(error, "Graphviz failed to lay the map out", "");
	cp_buf_clear(&received);
	cp_buf_clear(&why);
	return laid_out;
}

/* ---- Graphviz's own language ---- */

static const char *const stance_colours[] = {"#4a5568", "#00695c", "#b3261e", "#4a5568"};
static const char *const tie_colours[CP_TIES] = {[CP_TIE_SUPPORTS] = "#00695c",
	[CP_TIE_REBUTS] = "#b3261e",
	[CP_TIE_UNDERCUTS] = "#6a3d9a",
	[CP_TIE_CONCEDES] = "#1f5fa8",
	[CP_TIE_QUOTES] = "#8a5a00",
	[CP_TIE_REPLIES] = "#4a5568"};
static const char *const tie_styles[CP_TIES] = {[CP_TIE_SUPPORTS] = "solid",
	[CP_TIE_REBUTS] = "dashed",
	[CP_TIE_UNDERCUTS] = "dotted",
	[CP_TIE_CONCEDES] = "dashed",
	[CP_TIE_QUOTES] = "dashed",
	[CP_TIE_REPLIES] = "solid"};

/* Graphviz's direction is that of the arrows, which lead to the motion. The layout is always
 * made upright; layout.c turns it. */
static const char *const directions[CP_DIRECTIONS] = {"BT", "BT", "TB", "RL", "LR"};

/* In a label a backslash begins an escape of Graphviz's. */
static void put_label(cp_buf *out, cp_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '\\')
			cp_buf_putc(out, '\\');
		cp_buf_putc(out, (unsigned char)text.at[i] < 0x20 ? ' ' : text.at[i]);
	}
}

static void dress_box(const struct built *built, Agnode_t *node, const cp_box *box)
{
	cp_buf label = {0};
	if (box->number)
		cp_buf_printf(&label, "%u\\n", (unsigned)box->number);
	for (size_t i = 0; i < box->lines.len; i++) {
		cp_buf_puts(&label, i ? "\\n" : "");
		put_label(&label, box->lines.at[i].text);
	}
	set(built, node, "label", label.len ? label.at : "");
	label.len = 0;
	put_label(&label, box->title);
	set(built, node, "tooltip", label.len ? label.at : "");
	cp_buf_clear(&label);
	set(built, node, "fontname", "Arial");
	set(built, node, "fontsize", "11");
	set(built, node, "color", stance_colours[box->stance]);
	set(built, node, "style", box->implicit ? "rounded,dashed" : "rounded");
}

static void dress_line(const struct built *built, Agedge_t *edge, const cp_line *line)
{
	set(built, edge, "color", tie_colours[line->tie]);
	set(built, edge, "style", tie_styles[line->tie]);
}

static void dress_joint(const struct built *built, Agnode_t *node, const cp_joint *joint)
{
	cp_buf title = {0}, label = {0};
	put_label(&title, joint->title);
	cp_buf_puts(&label, cp_tie_signs[joint->tie]);
	if (joint->counts)
		cp_buf_printf(&label, "%u", (unsigned)joint->counts);
	set(built, node, "label", label.at);
	cp_buf_clear(&label);
	set(built, node, "color", tie_colours[joint->tie]);
	set(built, node, "tooltip", title.at);
	cp_buf_clear(&title);
}

static int write_to_buf(void *out, const char *text)
{
	cp_buf_puts(out, text);
	return 0;
}

static int flush_nothing(void *out)
{
	(void)out;
	return 0;
}

/* cgraph writes through a discipline, so nothing goes through a file. */
static bool write_graph(cp_buf *out, const struct graphviz *graphviz, Agraph_t *graph)
{
	Agiodisc_t discipline = {.putstr = write_to_buf, .flush = flush_nothing};
	Agiodisc_t *old = graph->clos->disc.io;
	graph->clos->disc.io = &discipline;
	bool written = graphviz->agwrite(graph, out) == 0;
	graph->clos->disc.io = old;
	return written;
}

static bool report(cp_diags *diags, const char *message, const char *detail)
{
	cp_diag_add(diags, CP_DRAWING, (cp_place){0}, "%s%s", message, detail);
	return false;
}

bool cp_drawing_write_dot(cp_buf *out, const cp_drawing *drawing, cp_diags *diags)
{
	struct graphviz graphviz = {0};
	cp_buf error = {0};
	bool open = open_graphviz(&graphviz, &error)
		|| report(diags, "Graphviz's libraries cannot be used: ", error.at);
	cp_buf_clear(&error);
	if (!open)
		return false;
	cp_arena arena = {0};
	struct built built;
	build(&built, &arena, &graphviz, drawing);
	set(&built, built.graph, "rankdir", directions[drawing->direction]);
	for (size_t i = 0; i < drawing->boxes.len; i++)
		dress_box(&built, built.nodes[i], &drawing->boxes.at[i]);
	for (size_t i = 0; i < drawing->joints.len; i++)
		dress_joint(&built, built.nodes[drawing->boxes.len + i],
			&drawing->joints.at[i]);
	for (size_t i = 0; i < drawing->lines.len; i++)
		dress_line(&built, built.edges[i], &drawing->lines.at[i]);
	bool written = write_graph(out, &graphviz, built.graph);
	graphviz.agclose(built.graph);
	cp_arena_clear(&arena);
	return written || report(diags, "Graphviz failed to write the graph", "");
}
