/* A drawing as a flowchart in the language of Mermaid, which many pages and editors of Markdown
 * draw: Mermaid lays it out itself, so that no place is said.
 *
 * A step is an arrow with its kind in words. Only where premises are linked, or another step
 * undercuts it, is there a node for it. Mermaid looks for its own syntax, for Markdown, icons
 * and formulas inside of quoted labels, too; all of that begins with characters that are written
 * as entities ("#37;"), so that words stay words. */
#include "diagram/make.h"

#include "diagram/theme.h"
#include "json/document.h"
#include "text/utf8.h"

enum {
	MOST_TITLE = 400,   /* bytes; */
	MOST_WORDS = 4000,  /* … of what is said of the whole */
	MOST_BYTES = 50000, /* maxTextSize, */
	MOST_EDGES = 500, /* maxEdges: what Mermaid draws unless it is set up otherwise */
};

struct chart {
	cp_buf *out;
	const cp_drawing *drawing;
	const bool *forks; /* of each joint: it is a node */
	cp_arena *arena;
	CP_ARRAY(cp_tie) edges; /* in the order in which they were written */
};

/* ---- Words ---- */

static bool is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Of some pairs Mermaid makes something even after it has read the entities: "$$" is a formula,
 * "\n" a line break, "fa:fa-car" an icon, and U+FB02 and U+00B6 are what it puts for entities for
 * a time. A word joiner, which is not seen, parts them. */
static bool begins_pair(uint32_t c, cp_str rest)
{
	return c == '$' || c == '\\' || c == 0xfb02 || c == 0xb6
		|| (c == ':' && cp_str_starts(rest, CP_LIT("fa-")));
}

/* What turns the direction of text around; in the file, it would turn the rest of the line. */
static bool is_turn(uint32_t c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Whether Mermaid has no use of its own for this character where it stands. A full stop after a
 * figure and a hyphen that is in no word begin lists. */
static bool is_plain(uint32_t c, cp_str text, size_t at)
{
	bool in_word = at > 0 && at + 1 < text.len && is_alphanumeric(text.at[at - 1])
		&& is_alphanumeric(text.at[at + 1]);
	if (c >= 0x80)
		return !begins_pair(c, (cp_str){0}) && !is_turn(c);
	if (c == '-')
		return in_word;
	if (c == '.')
		return at > 0 && !(text.at[at - 1] >= '0' && text.at[at - 1] <= '9');
	return is_alphanumeric((char)c) || strchr(" ,'?!()/", (int)c) != NULL;
}

static void put_words(cp_buf *out, cp_str text)
{
	for (size_t i = 0; i < text.len;) {
		size_t at = i, control = cp_control_at(text, at);
		uint32_t c = cp_utf8_next(text, &i);
		cp_str rest = cp_str_part(text, i, text.len);
		if (control)
			cp_buf_putc(out, ' ');
		else if (is_plain(c, text, at))
			cp_buf_put(out, cp_str_part(text, at, i));
		else
			cp_buf_printf(out, "#%u;%s", (unsigned)c,
				begins_pair(c, rest) ? "\u2060" : "");
	}
}

/* The title stands in a head of YAML, in which a JSON string is one. Mermaid knows no entities
 * there, takes tags out, and would obey a directive. */
static void put_title(cp_buf *out, cp_str title)
{
	cp_buf string = {0};
	cp_json_put_string(&string, title);
	for (size_t i = 0; i < string.len; i++) {
		char c = string.at[i];
		if (c == '%' || c == '<' || c == '>')
			cp_buf_puts(out, c == '%' ? "\\u0025" : c == '<' ? "‹" : "›");
		else
			cp_buf_putc(out, c);
	}
	cp_buf_clear(&string);
}

/* ---- Nodes ---- */

static const struct {
	const char *begin, *end;
} shapes[CP_BOX_KINDS] = {
	[CP_BOX_CLAIM] = {"[\"", "\"]"},
	[CP_BOX_PERSON] = {"([\"", "\"])"},
	[CP_BOX_COMMENT] = {"[\"", "\"]"},
	[CP_BOX_WORK] = {"[[\"", "\"]]"},
	[CP_BOX_ITEM] = {"[\"", "\"]"},
};

static void put_name(struct chart *chart, uint32_t end)
{
	cp_drawing_put_name(chart->out, chart->drawing, end, "");
}

static void put_box(struct chart *chart, uint32_t index)
{
	const cp_box *box = &chart->drawing->boxes.at[index];
	cp_buf_putc(chart->out, '\t');
	put_name(chart, index);
	cp_buf_puts(chart->out, shapes[box->kind].begin);
	if (box->number)
		cp_buf_printf(chart->out, "%u · ", (unsigned)box->number);
	for (size_t i = 0; i < box->lines.len; i++) {
		cp_buf_puts(chart->out, i ? "<br>" : "");
		put_words(chart->out, box->lines.at[i].text);
	}
	cp_buf_printf(chart->out, "%s\n", shapes[box->kind].end);
}

static void put_fork(struct chart *chart, uint32_t index)
{
	cp_buf_putc(chart->out, '\t');
	put_name(chart, (uint32_t)chart->drawing->boxes.len + index);
	cp_buf_puts(chart->out, "((\"");
	put_words(chart->out,
		cp_str_of(cp_tie_signs[chart->drawing->joints.at[index].tie]));
	cp_buf_puts(chart->out, "\"))\n");
}

/* ---- Arrows ---- */

static const char *const lines[CP_TIES][2] = {
	[CP_TIE_SUPPORTS] = {"---", "-->"},
	[CP_TIE_REBUTS] = {"-.-", "-.->"},
	[CP_TIE_UNDERCUTS] = {"-.-", "-.-x"},
	[CP_TIE_RESTATES] = {"---", "---"},
	[CP_TIE_CONCEDES] = {"---", "--o"},
	[CP_TIE_QUOTES] = {"---", "-->"},
	[CP_TIE_REPLIES] = {"---", "-->"},
};

static void begin_edge(struct chart *chart, uint32_t from, cp_tie tie, bool arrow)
{
	cp_buf_putc(chart->out, '\t');
	put_name(chart, from);
	cp_buf_printf(chart->out, " %s", lines[tie][arrow]);
	*cp_push(chart->arena, &chart->edges) = tie;
}

static void end_edge(struct chart *chart, uint32_t to)
{
	cp_buf_putc(chart->out, ' ');
	put_name(chart, to);
	cp_buf_putc(chart->out, '\n');
}

static void put_arrow(
	struct chart *chart, const cp_joint *joint, uint32_t from, uint32_t to)
{
	begin_edge(chart, from, joint->tie, true);
	cp_buf_puts(chart->out, "|\"");
	put_words(chart->out, cp_str_of(cp_tie_signs[joint->tie]));
	cp_buf_printf(chart->out, " %s", cp_tie_names[joint->tie]);
	if (joint->counts)
		cp_buf_printf(chart->out, " (%u)", (unsigned)joint->counts);
	cp_buf_puts(chart->out, "\"|");
	end_edge(chart, to);
}

static void put_step(struct chart *chart, uint32_t index)
{
	const cp_joint *joint = &chart->drawing->joints.at[index];
	const cp_line *line = chart->drawing->lines.at + joint->line;
	const cp_line *arrow = line + joint->lines_len - 1;
	if (!chart->forks[index]) {
		put_arrow(chart, joint, line->from, arrow->to);
		return;
	}
	for (; line < arrow; line++) {
		begin_edge(chart, line->from, line->tie, false);
		end_edge(chart, line->to);
	}
	put_arrow(chart, joint, arrow->from, arrow->to);
}

/* Boxes that nothing ties, as those of a timeline, still come in their order. */
static void put_order(struct chart *chart)
{
	const cp_drawing *drawing = chart->drawing;
	for (uint32_t i = 1; !drawing->joints.len && i < drawing->boxes.len; i++) {
		cp_buf_putc(chart->out, '\t');
		put_name(chart, i);
		cp_buf_puts(chart->out, " ~~~ ");
		put_name(chart, i - 1);
		cp_buf_putc(chart->out, '\n');
	}
}

/* ---- Looks ---- */

enum class {
	NEUTRAL,
	PRO,
	CONTRA,
	MOTION,
	WORK,
	QUOTATION,
	UNSTATED,
	BROKEN,
	DRAFTED,
	CLASSES
};

/* What a class looks like; "@P" is the theme's colour for the letter P. */
static const struct {
	const char *name, *look;
} classes[CLASSES] = {
	[NEUTRAL] = {"neutral", "fill:@N,stroke:@F,color:@T"},
	[PRO] = {"pro", "fill:@p,stroke:@P,color:@T,stroke-width:2px"},
	[CONTRA] = {"contra",
		"fill:@c,stroke:@C,color:@T,stroke-width:2px,stroke-dasharray:8 3"},
	[MOTION] = {"motion", "fill:@M,stroke:@M,color:@m"},
	[WORK] = {"work", "fill:@q,stroke:@Q,color:@T"},
	[QUOTATION] = {"quotation", "stroke-width:4px"},
	[UNSTATED] = {"unstated", "stroke-dasharray:3 4"},
	[BROKEN] = {"broken", "stroke:@Q,stroke-width:4px,stroke-dasharray:2 3"},
	[DRAFTED] = {"drafted", "fill:@B,stroke-width:1px,stroke-dasharray:1 3"},
};

static bool is_of_class(const cp_box *box, enum class class)
{
	bool sided = !box->motion && box->kind != CP_BOX_WORK;
	switch (class) {
	case NEUTRAL:
		return sided && box->stance != CP_STANCE_PRO
			&& box->stance != CP_STANCE_CONTRA;
	case PRO:
		return sided && box->stance == CP_STANCE_PRO;
	case CONTRA:
		return sided && box->stance == CP_STANCE_CONTRA;
	case MOTION:
		return box->motion;
	case WORK:
		return box->kind == CP_BOX_WORK;
	case QUOTATION:
		return box->quotation;
	case UNSTATED:
		return box->implicit;
	case BROKEN:
		return box->broken;
	default:
		return box->automatic;
	}
}

static void put_look(struct chart *chart, const char *look)
{
	const cp_theme *theme =
		chart->drawing->theme ? chart->drawing->theme : &cp_themes[0];
	for (; *look; look++)
		if (*look == '@')
			cp_buf_puts(chart->out, cp_theme_colour(theme, *++look));
		else
			cp_buf_putc(chart->out, *look);
	cp_buf_putc(chart->out, '\n');
}

static void put_class(struct chart *chart, enum class class)
{
	const cp_drawing *drawing = chart->drawing;
	bool any = false;
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		if (!is_of_class(&drawing->boxes.at[i], class))
			continue;
		cp_buf_puts(chart->out, any ? "," : "\tclass ");
		put_name(chart, i);
		any = true;
	}
	if (!any)
		return;
	cp_buf_printf(chart->out, " %s\n\tclassDef %s ", classes[class].name,
		classes[class].name);
	put_look(chart, classes[class].look);
}

static void put_line_looks(struct chart *chart, cp_tie tie)
{
	static const char *const looks[CP_TIES] = {
		[CP_TIE_SUPPORTS] = "stroke:@P,stroke-width:2px",
		[CP_TIE_REBUTS] = "stroke:@C,stroke-width:2px,stroke-dasharray:7 4",
		[CP_TIE_UNDERCUTS] = "stroke:@U,stroke-width:2px,stroke-dasharray:2 4",
		[CP_TIE_RESTATES] = "stroke:@F",
		[CP_TIE_CONCEDES] = "stroke:@G,stroke-width:2px",
		[CP_TIE_QUOTES] = "stroke:@Q,stroke-width:2px,stroke-dasharray:14 4",
		[CP_TIE_REPLIES] = "stroke:@F",
	};
	bool any = false;
	for (size_t i = 0; i < chart->edges.len; i++)
		if (chart->edges.at[i] == tie) {
			cp_buf_printf(chart->out, "%s%zu", any ? "," : "\tlinkStyle ", i);
			any = true;
		}
	if (!any)
		return;
	cp_buf_putc(chart->out, ' ');
	put_look(chart, looks[tie]);
}

/* ---- The whole ---- */

/* Mermaid's direction is that of the arrows, which lead to the motion. */
static const char *const directions[CP_DIRECTIONS] = {
	[CP_DIRECTION_USUAL] = "BT",
	[CP_DIRECTION_TB] = "BT",
	[CP_DIRECTION_BT] = "TB",
	[CP_DIRECTION_LR] = "RL",
	[CP_DIRECTION_RL] = "LR",
};

static void put_head(struct chart *chart)
{
	const cp_drawing *drawing = chart->drawing;
	cp_str title = cp_utf8_head(drawing->title, MOST_TITLE);
	cp_buf_puts(chart->out, "---\ntitle: ");
	put_title(chart->out, title);
	/* The lines of a label are broken already. */
	cp_buf_printf(chart->out,
		"\nconfig:\n  flowchart:\n    wrappingWidth: 600\n---\nflowchart %s\n",
		directions[drawing->direction]);
	cp_buf_puts(chart->out, "\taccTitle: ");
	put_words(chart->out, title);
	cp_buf_puts(chart->out, "\n\taccDescr: ");
	put_words(chart->out, cp_utf8_head(drawing->description, MOST_WORDS));
	cp_buf_putc(chart->out, '\n');
}

static void report_limits(const struct chart *chart, size_t bytes, cp_diags *diags)
{
	if (bytes <= MOST_BYTES && chart->edges.len <= MOST_EDGES)
		return;
	cp_diag *diag = cp_diag_add(diags, CP_FORMAT_LIMIT, (cp_place){0},
		"the diagram has %zu characters and %zu lines: Mermaid draws no more than "
		"%d and %d, unless \"maxTextSize\" and \"maxEdges\" are set higher",
		bytes, chart->edges.len, MOST_BYTES, MOST_EDGES);
	cp_diag_hint(diags, diag, "\"--depth\", \"--focus\" and \"--until\" draw a part");
}

void cp_drawing_write_mermaid(cp_buf *out, const cp_drawing *drawing, cp_diags *diags)
{
	cp_arena arena = {0};
	size_t begin = out->len;
	struct chart chart = {.out = out,
		.drawing = drawing,
		.arena = &arena,
		.forks = cp_drawing_find_forks(&arena, drawing)};
	put_head(&chart);
	for (uint32_t i = 0; i < drawing->boxes.len; i++)
		put_box(&chart, i);
	for (uint32_t i = 0; i < drawing->joints.len; i++)
		if (chart.forks[i])
			put_fork(&chart, i);
	for (uint32_t i = 0; i < drawing->joints.len; i++)
		put_step(&chart, i);
	put_order(&chart);
	for (enum class class = 0; class < CLASSES; class ++)
		put_class(&chart, class);
	for (cp_tie tie = 0; tie < CP_TIES; tie++)
		put_line_looks(&chart, tie);
	report_limits(&chart, out->len - begin, diags);
	cp_arena_clear(&arena);
}
