/* The library's front door: what is behind it, put together. */
#include "counterpoint.h"

#include "annotation/anchors.h"
#include "annotation/blank.h"
#include "annotation/draft.h"
#include "annotation/fix.h"
#include "annotation/layout.h"
#include "annotation/load.h"
#include "base/file.h"
#include "diagram/page.h"
#include "diagram/theme.h"
#include "diagram/view.h"
#include "graph/af_tasks.h"
#include "graph/choose.h"
#include "graph/evaluate.h"
#include "json/allow.h"
#include "json/findings.h"
#include "summary/summary.h"
#include "text/suggest.h"
#include "text/utf8.h"
#include "thread/import.h"
#include "thread/pseudonym.h"

#include <stdlib.h>

struct counterpoint_debate {
	cp_loaded loaded;
};

struct counterpoint_af {
	cp_arena arena;
	const cp_named_af *named;
};

const char *counterpoint_version(void)
{
	return COUNTERPOINT_VERSION;
}

/* ---- Findings ---- */

counterpoint_findings *counterpoint_findings_new(void)
{
	cp_diags *diags = cp_xmalloc(sizeof *diags);
	*diags = (cp_diags){0};
	return diags;
}

void counterpoint_findings_free(counterpoint_findings *findings)
{
	if (findings)
		cp_diags_clear(findings);
	free(findings);
}

char *counterpoint_findings_switch(counterpoint_findings *findings, const char *text)
{
	cp_str name;
	cp_buf why = {0};
	cp_switched switched = cp_diags_switch(findings, cp_str_of(text), &name);
	if (switched == CP_SWITCH_TAKEN)
		return NULL;
	const char *near = counterpoint_code_near(name.at);
	if (switched == CP_SWITCH_OF_ERROR)
		cp_buf_printf(
			&why, "\"%s\" is an error, and errors stay errors", name.at);
	else
		cp_buf_printf(&why, "there is no code \"%s\"", name.at);
	if (switched == CP_SWITCH_UNKNOWN && near)
		cp_buf_printf(&why, "; did you mean \"%s\"?", near);
	return cp_buf_detach(&why, NULL);
}

size_t counterpoint_findings_errors(const counterpoint_findings *findings)
{
	return cp_diags_count(findings, CP_ERROR);
}

size_t counterpoint_findings_warnings(const counterpoint_findings *findings)
{
	return cp_diags_count(findings, CP_WARNING);
}

size_t counterpoint_findings_hints(const counterpoint_findings *findings)
{
	return cp_diags_count(findings, CP_HINT);
}

size_t counterpoint_findings_notes(const counterpoint_findings *findings)
{
	return cp_diags_count(findings, CP_NOTE);
}

size_t counterpoint_findings_allowed(const counterpoint_findings *findings)
{
	return cp_diags_allowed(findings);
}

int counterpoint_findings_status(const counterpoint_findings *findings)
{
	for (size_t i = 0; i < findings->list.len; i++) {
		cp_code code = findings->list.at[i].code;
		/* A thread that an annotation names and that is not there is a fault of the
		 * annotation, and has a place in it. */
		if (code == CP_DRAWING || code == CP_NOT_DECIDED
			|| (code == CP_FILE && !findings->list.at[i].place.source))
			return 4;
	}
	return counterpoint_findings_errors(findings) ? 1 : 0;
}

char *counterpoint_findings_text(counterpoint_findings *findings,
	const counterpoint_text_options *options, size_t *len)
{
	cp_buf text = {0};
	cp_diag_style style = {0};
	if (options)
		style = (cp_diag_style){.colour = options->colour,
			.allowed = options->allowed,
			.limit = options->limit};
	cp_diags_write(findings, &text, style);
	return cp_buf_detach(&text, len);
}

static void write_texts(cp_buf *out, const cp_findings *report)
{
	for (size_t i = 0; i < report->lists_len; i++)
		cp_diags_write(report->lists[i], out, (cp_diag_style){0});
}

char *counterpoint_findings_data(counterpoint_findings *const lists[], size_t count,
	const char *format, size_t *len)
{
	static const struct {
		const char *name;
		void (*write)(cp_buf *out, const cp_findings *report);
	} formats[] = {{"text", write_texts}, {"json", cp_findings_write_json},
		{"sarif", cp_findings_write_sarif}};
	cp_findings report = {lists, count, COUNTERPOINT_VERSION, 0};
	cp_buf out = {0};
	for (size_t i = 0; i < count; i++) {
		int status = counterpoint_findings_status(lists[i]);
		report.status = status > report.status ? status : report.status;
	}
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, format) == 0) {
			formats[i].write(&out, &report);
			return cp_buf_detach(&out, len);
		}
	return NULL;
}

static void write_explanation(cp_buf *out, const cp_code_info *info)
{
	cp_buf_printf(out, "%s%s (%s)\n%s\n%s\n", out->len ? "\n" : "", info->code,
		cp_severity_names[info->severity], info->means, info->remedy);
	if (!info->example)
		return;
	cp_buf_puts(out, "\n    ");
	for (const char *at = info->example; *at; at++)
		cp_buf_puts(out, *at == '\n' ? "\n    " : (char[]){*at, '\0'});
	cp_buf_putc(out, '\n');
}

char *counterpoint_explain(const char *code)
{
	cp_buf text = {0};
	for (size_t i = 0; i < CP_CODES; i++)
		if (!code || strcmp(cp_code_infos[i].code, code) == 0)
			write_explanation(&text, &cp_code_infos[i]);
	return text.len ? cp_buf_detach(&text, NULL) : NULL;
}

const char *counterpoint_code_near(const char *wanted)
{
	cp_suggestion near = cp_suggestion_for(cp_str_of(wanted));
	for (size_t i = 0; i < CP_CODES; i++)
		cp_suggestion_see(&near, cp_str_of(cp_code_infos[i].code));
	return near.best.at;
}

/* ---- Debates ---- */

/* What was written, or NULL. */
static char *detach(cp_buf *out, bool written, size_t *len)
{
	if (written)
		return cp_buf_detach(out, len);
	cp_buf_clear(out);
	return NULL;
}

/* Made when it is asked for: who only checks a debate has mostly no use for it. */
static const cp_graph *graph_of(const counterpoint_debate *debate, cp_arena *arena)
{
	return cp_graph_new(arena, debate->loaded.annotation);
}

static void check_stances(const counterpoint_debate *debate, cp_diags *diags)
{
	cp_arena arena = {0};
	if (debate->loaded.annotation->has_stances)
		cp_graph_check_stances(graph_of(debate, &arena), diags);
	cp_arena_clear(&arena);
}

static unsigned index_of(const char *name, const char *const names[], unsigned count)
{
	unsigned i = 0;
	while (i < count && strcmp(names[i], name) != 0)
		i++;
	return i;
}

counterpoint_debate *counterpoint_debate_load(
	const char *path, counterpoint_findings *findings)
{
	return counterpoint_debate_load_in(path, cp_unit_names[CP_CODE_POINT], findings);
}

counterpoint_debate *counterpoint_debate_load_in(
	const char *path, const char *unit, counterpoint_findings *findings)
{
	cp_unit index = (cp_unit)index_of(unit, cp_unit_names, CP_UNITS);
	if (index == CP_UNITS)
		return NULL;
	counterpoint_debate *debate = cp_xmalloc(sizeof *debate);
	if (cp_loaded_read_in(&debate->loaded, path, index, findings)) {
		check_stances(debate, findings);
		cp_allow_apply(&debate->loaded.annotation_document, findings);
		cp_allow_apply(&debate->loaded.thread_document, findings);
		return debate;
	}
	counterpoint_debate_free(debate);
	return NULL;
}

void counterpoint_debate_free(counterpoint_debate *debate)
{
	if (debate)
		cp_loaded_clear(&debate->loaded);
	free(debate);
}

char *counterpoint_fix(
	const char *path, char **changes, size_t *len, counterpoint_findings *findings)
{
	cp_diags changed = {0};
	cp_buf out = {0}, lines = {0};
	cp_source *source = cp_text_read(path, findings);
	bool read = source && cp_annotation_fix(source, &out, &changed, findings);
	if (changed.list.len)
		cp_diags_write(&changed, &lines, (cp_diag_style){.changes = true});
	*changes = detach(&lines, changed.list.len > 0, NULL);
	cp_diags_clear(&changed);
	return detach(&out, read, len);
}

size_t counterpoint_debate_items(const counterpoint_debate *debate)
{
	return debate->loaded.annotation->items.len;
}

/* What a diagram is made of, and for whom. */
struct picture {
	cp_arena *arena;
	cp_drawing *drawing;
	cp_layout layout;
	bool linked;
	cp_diags *diags;
};

static bool write_svg(cp_buf *out, struct picture *picture)
{
	if (!cp_drawing_lay_out(
		    picture->arena, picture->drawing, picture->layout, picture->diags))
		return false;
	cp_drawing_write_svg(out, picture->drawing, picture->linked);
	return true;
}

static bool write_raster(cp_buf *out, struct picture *picture,
	bool (*convert)(cp_buf *out, cp_str svg, cp_diags *diags))
{
	cp_buf svg = {0};
	bool written = write_svg(&svg, picture)
		&& convert(out, cp_buf_str(&svg), picture->diags);
	cp_buf_clear(&svg);
	return written;
}

static bool write_png(cp_buf *out, struct picture *picture)
{
	return write_raster(out, picture, cp_svg_to_png);
}

static bool write_pdf(cp_buf *out, struct picture *picture)
{
	return write_raster(out, picture, cp_svg_to_pdf);
}

static bool write_json(cp_buf *out, struct picture *picture)
{
	if (!cp_drawing_lay_out(
		    picture->arena, picture->drawing, picture->layout, picture->diags))
		return false;
	cp_drawing_write_json(out, picture->drawing);
	return true;
}

static bool write_dot(cp_buf *out, struct picture *picture)
{
	return cp_drawing_write_dot(out, picture->drawing, picture->diags);
}

/* The map alone, on a page to explore. */
static bool write_page(cp_buf *out, struct picture *picture)
{
	cp_buf map = {0};
	bool written = write_svg(&map, picture);
	if (written)
		cp_page_write(
			out, picture->drawing->graph, cp_buf_str(&map), (cp_str){0});
	cp_buf_clear(&map);
	return written;
}

static bool write_outline(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_outline(out, picture->drawing, "text");
	return true;
}

static bool write_outline_markdown(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_outline(out, picture->drawing, "markdown");
	return true;
}

static bool write_outline_html(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_outline(out, picture->drawing, "html");
	return true;
}

static const struct picture_format {
	const char *name;
	bool (*write)(cp_buf *out, struct picture *picture);
	bool whole; /* only of the map of the whole debate: the page has all of it in words */
} picture_formats[] = {
	{"svg", write_svg, false},
	{"html", write_page, true},
	{"png", write_png, false},
	{"pdf", write_pdf, false},
	{"json", write_json, false},
	{"dot", write_dot, false},
	{"outline", write_outline, false},
	{"outline-markdown", write_outline_markdown, false},
	{"outline-html", write_outline_html, false},
};

static const struct picture_format *picture_format_named(const char *name)
{
	for (size_t i = 0; i < sizeof picture_formats / sizeof *picture_formats; i++)
		if (strcmp(picture_formats[i].name, name) == 0)
			return &picture_formats[i];
	return NULL;
}

const char *counterpoint_view(size_t index, const char **help)
{
	for (size_t i = 0; cp_views[i].name; i++)
		if (i == index) {
			if (help)
				*help = cp_views[i].help;
			return cp_views[i].name;
		}
	return NULL;
}

static cp_look look_of(const counterpoint_render_options *options)
{
	return (cp_look){
		.wording = options->label ? (cp_wording)index_of(
				   options->label, cp_wording_names, CP_WORDINGS)
					  : CP_WORDING_GIST,
		.width = options->width,
		.numbers = options->numbers,
	};
}

static cp_choice choice_of(const counterpoint_render_options *options)
{
	return (cp_choice){
		.until = cp_str_of(options->until),
		.focus = cp_str_of(options->focus),
		.speaker = cp_str_of(options->speaker),
		.depth = options->depth ? options->depth : CP_NONE,
	};
}

static bool is_whole_map(const counterpoint_render_options *options)
{
	return (!options->view || strcmp(options->view, "map") == 0) && !options->until
		&& !options->focus && !options->speaker && !options->depth;
}

char *counterpoint_debate_render(const counterpoint_debate *debate,
	const counterpoint_render_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_render_options none;
	options = options ? options : &none;
	const struct picture_format *format =
		picture_format_named(options->format ? options->format : "svg");
	cp_layout layout = options->layout
		? (cp_layout)index_of(options->layout, cp_layout_names, CP_LAYOUTS)
		: CP_LAYOUT_AUTO;
	const cp_view *view = cp_view_named(options->view);
	const cp_theme *theme = cp_theme_named(options->theme);
	cp_look look = look_of(options);
	if (!format || layout == CP_LAYOUTS || !view || !theme
		|| look.wording == CP_WORDINGS
		|| (format->whole && !is_whole_map(options)))
		return NULL;
	cp_arena arena = {0};
	cp_buf out = {0};
	cp_choice choice = choice_of(options);
	const cp_graph *graph =
		cp_graph_choose(&arena, debate->loaded.annotation, &choice, findings);
	bool written = false;
	if (graph) {
		struct picture picture = {&arena, cp_view_new(&arena, graph, view, &look),
			layout, false, findings};
		picture.drawing->theme = theme;
		written = format->write(&out, &picture);
	}
	cp_arena_clear(&arena);
	return detach(&out, written, len);
}

static void write_html(cp_buf *out, const cp_prose *prose)
{
	cp_prose_write_html(out, prose, 2);
}

static const struct prose_format {
	const char *name;
	void (*write)(cp_buf *out, const cp_prose *prose);
} prose_formats[] = {
	{"markdown", cp_prose_write_markdown},
	{"text", cp_prose_write_text},
	{"html", write_html},
};

static const struct prose_format *prose_format_named(const char *name)
{
	for (size_t i = 0; i < sizeof prose_formats / sizeof *prose_formats; i++)
		if (strcmp(prose_formats[i].name, name) == 0)
			return &prose_formats[i];
	return NULL;
}

char *counterpoint_debate_summary(const counterpoint_debate *debate,
	const counterpoint_summary_options *options, size_t *len)
{
	static const counterpoint_summary_options none;
	options = options ? options : &none;
	const struct prose_format *format =
		prose_format_named(options->format ? options->format : "markdown");
	unsigned length = options->length
		? index_of(options->length, cp_length_names, CP_LENGTHS)
		: CP_LONG;
	if (!format || length == CP_LENGTHS)
		return NULL;
	cp_arena arena = {0};
	cp_buf out = {0};
	format->write(&out,
		cp_summary_new(&arena, graph_of(debate, &arena), (cp_length)length));
	cp_arena_clear(&arena);
	return cp_buf_detach(&out, len);
}

static const char *either(const char *value, const char *otherwise)
{
	return value ? value : otherwise;
}

char *counterpoint_debate_evaluate(const counterpoint_debate *debate,
	const counterpoint_evaluate_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_evaluate_options none;
	const counterpoint_evaluate_options *chosen = options ? options : &none;
	cp_evaluation evaluation;
	cp_arena arena = {0};
	cp_buf out = {0};
	bool as_json = strcmp(either(chosen->format, "text"), "json") == 0;
	bool known =
		cp_evaluation_choose(&evaluation, either(chosen->semantics, "grounded"),
			either(chosen->support, "none"),
			either(chosen->strength, "quadratic"))
		&& (as_json || strcmp(either(chosen->format, "text"), "text") == 0);
	if (known) {
		cp_evaluate(&arena, &evaluation, graph_of(debate, &arena), findings);
		known = evaluation.answer != CP_UNDECIDED;
	}
	if (known && as_json)
		cp_evaluation_write_json(&out, &evaluation);
	else if (known)
		cp_evaluation_write_text(&out, &evaluation);
	cp_arena_clear(&arena);
	return detach(&out, known, len);
}

char *counterpoint_debate_report(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	cp_arena arena = {0};
	cp_buf out = {0}, map = {0}, summary = {0};
	const cp_graph *graph = graph_of(debate, &arena);
	struct picture picture = {
		&arena, cp_map_new(&arena, graph), CP_LAYOUT_AUTO, true, findings};
	if (!write_svg(&map, &picture))
		cp_buf_puts(&map, "<p>The map could not be drawn.</p>\n");
	cp_prose_write_html(&summary, cp_summary_new(&arena, graph, CP_LONG), 0);
	cp_page_write(&out, graph, cp_buf_str(&map), cp_buf_str(&summary));
	cp_buf_clear(&map);
	cp_buf_clear(&summary);
	cp_arena_clear(&arena);
	return cp_buf_detach(&out, len);
}

char *counterpoint_debate_anchors(
	const counterpoint_debate *debate, const char *format, size_t *len)
{
	cp_buf out = {0};
	bool text = strcmp(format, "text") == 0, json = strcmp(format, "json") == 0;
	if (text)
		cp_anchors_write_text(&out, debate->loaded.annotation);
	else if (json)
		cp_anchors_write_json(&out, debate->loaded.annotation);
	return detach(&out, text || json, len);
}

char *counterpoint_debate_reanchor(
	const counterpoint_debate *debate, bool nearly, char **changes, size_t *len)
{
	cp_arena arena = {0};
	cp_buf out = {0}, lines = {0};
	cp_edits *edits = cp_edits_new(&arena, debate->loaded.annotation_document.source);
	bool changed = cp_anchors_repair(
		&arena, debate->loaded.annotation, nearly, edits, &lines);
	if (changed)
		cp_edits_apply(edits, &out);
	if (changes)
		*changes = detach(&lines, changed, NULL);
	cp_buf_clear(&lines);
	cp_arena_clear(&arena);
	return detach(&out, changed, len);
}

/* ---- Argumentation frameworks ---- */

static cp_source *read_source(const char *path, cp_diags *diags)
{
	cp_buf text = {0};
	int error = cp_file_read(path, &text);
	if (!error)
		return cp_diags_add_source(diags, path, &text);
	cp_diag_add(diags, CP_FILE, (cp_place){0}, "cannot read \"%s\": %s", path,
		strerror(error));
	cp_buf_clear(&text);
	return NULL;
}

counterpoint_af *counterpoint_af_load(
	const char *path, const char *format, counterpoint_findings *findings)
{
	counterpoint_af *af = cp_xmalloc(sizeof *af);
	*af = (counterpoint_af){0};
	cp_source *source = read_source(path, findings);
	if (source)
		af->named = cp_af_read(&af->arena, source,
			format ? cp_af_format_named(format) : NULL, findings);
	if (af->named)
		return af;
	counterpoint_af_free(af);
	return NULL;
}

void counterpoint_af_free(counterpoint_af *af)
{
	if (af)
		cp_arena_clear(&af->arena);
	free(af);
}

bool counterpoint_af_is_problem(const char *problem, bool *about_argument)
{
	return cp_af_is_problem(problem, about_argument);
}

char *counterpoint_af_problems(void)
{
	cp_arena arena = {0};
	cp_buf out = {0};
	cp_str problem;
	for (size_t i = 0; (problem = cp_af_problem(&arena, i)).at; i++)
		cp_buf_printf(&out, "%s%.*s", i ? "," : "[", CP_FMT(problem));
	cp_buf_puts(&out, "]\n");
	cp_arena_clear(&arena);
	return cp_buf_detach(&out, NULL);
}

char *counterpoint_af_formats(void)
{
	cp_buf out = {0};
	for (size_t i = 0; cp_af_formats[i].name; i++)
		cp_buf_printf(&out, "%s%s", i ? "," : "[", cp_af_formats[i].name);
	cp_buf_puts(&out, "]\n");
	return cp_buf_detach(&out, NULL);
}

char *counterpoint_af_answer(const counterpoint_af *af,
	const counterpoint_af_question *question, size_t *len,
	counterpoint_findings *findings)
{
	cp_buf out = {0};
	bool about_argument;
	const cp_af_question asked = {
		.problem = question->problem,
		.argument = question->argument,
		.limit = question->limit ? question->limit : 1000,
		.seconds = question->seconds,
	};
	bool answered = cp_af_is_problem(asked.problem, &about_argument)
		&& (asked.argument || !about_argument)
		&& cp_af_answer(&out, af->named, &asked, findings);
	return detach(&out, answered, len);
}

/* ---- Threads ---- */

const char *counterpoint_import_format(size_t index, const char **help)
{
	for (size_t i = 0; cp_thread_formats[i].name; i++)
		if (i == index) {
			if (help)
				*help = cp_thread_formats[i].help;
			return cp_thread_formats[i].name;
		}
	return NULL;
}

static void set(cp_arena *arena, cp_str *member, const char *value)
{
	cp_buf text = {0};
	if (!value || !*value)
		return;
	cp_utf8_repair(&text, cp_str_of(value));
	*member = cp_buf_settle(arena, &text);
}

struct counterpoint_threads {
	cp_arena arena;
	cp_page page;
	cp_import import;
	cp_str *files; /* a name for each */
};

static void name_files(counterpoint_threads *threads)
{
	cp_map taken = {0};
	size_t count = threads->import.threads.len;
	threads->files = CP_NEW_ARRAY(&threads->arena, cp_str, count);
	for (size_t i = 0; i < count; i++)
		threads->files[i] = cp_import_file_name(
			&threads->arena, &taken, threads->import.threads.at[i]->id);
}

static void set_options(counterpoint_threads *threads, cp_thread *thread,
	const counterpoint_import_options *options)
{
	set(&threads->arena, &thread->title, options->title);
	set(&threads->arena, &thread->url, options->url);
	set(&threads->arena, &thread->retrieved, options->retrieved);
	set(&threads->arena, &thread->language, options->language);
}

static bool read_threads(counterpoint_threads *threads, const char *path,
	const counterpoint_import_options *options, counterpoint_findings *findings)
{
	const cp_thread_format *format =
		options->format ? cp_thread_format_named(options->format) : NULL;
	if (options->format && !format) {
		cp_diag_add(findings, CP_NOT_A_THREAD, (cp_place){0},
			"there is no format \"%s\"", options->format);
		return false;
	}
	if (!cp_page_read(&threads->page, path, findings))
		return false;
	threads->import = (cp_import){
		.arena = &threads->arena, .page = &threads->page, .diags = findings};
	return cp_import_read(&threads->import, format);
}

/* What the user says of the thread stays as it was said. */
static bool finish_threads(counterpoint_threads *threads, cp_thread *const *list,
	size_t count, const counterpoint_import_options *options,
	counterpoint_findings *findings)
{
	cp_buf key = {0};
	int error = 0;
	if (options->pseudonymise)
		cp_pseudonymise(&threads->arena, list, count, findings, &key);
	if (options->pseudonymise && options->key)
		error = cp_file_create(options->key, cp_buf_str(&key));
	cp_buf_clear(&key);
	for (size_t i = 0; i < count; i++)
		set_options(threads, list[i], options);
	if (error)
		cp_diag_add(findings, CP_FILE, (cp_place){0},
			"cannot write the key \"%s\": %s", options->key, strerror(error));
	return !error;
}

static counterpoint_threads *open_threads(const char *path,
	const counterpoint_import_options *options, counterpoint_findings *findings)
{
	counterpoint_threads *threads = cp_xmalloc(sizeof *threads);
	*threads = (counterpoint_threads){0};
	if (read_threads(threads, path, options, findings))
		return threads;
	counterpoint_threads_free(threads);
	return NULL;
}

static const counterpoint_import_options no_options;

counterpoint_threads *counterpoint_threads_read(const char *path,
	const counterpoint_import_options *options, counterpoint_findings *findings)
{
	options = options ? options : &no_options;
	counterpoint_threads *threads = open_threads(path, options, findings);
	if (!threads)
		return NULL;
	size_t count = threads->import.threads.len;
	cp_thread **list = CP_NEW_ARRAY(&threads->arena, cp_thread *, count);
	for (size_t i = 0; i < count; i++)
		list[i] = threads->import.threads.at[i]->thread;
	name_files(threads);
	if (finish_threads(threads, list, count, options, findings))
		return threads;
	counterpoint_threads_free(threads);
	return NULL;
}

void counterpoint_threads_free(counterpoint_threads *threads)
{
	if (threads) {
		cp_arena_clear(&threads->arena);
		cp_page_clear(&threads->page);
	}
	free(threads);
}

size_t counterpoint_threads_count(const counterpoint_threads *threads)
{
	return threads->import.threads.len;
}

char *counterpoint_threads_list(
	const counterpoint_threads *threads, const char *format, size_t *len)
{
	cp_buf out = {0};
	bool written = true;
	if (strcmp(format, "text") == 0)
		cp_import_list_text(&out, &threads->import);
	else if (strcmp(format, "json") == 0)
		cp_import_list_json(&out, &threads->import);
	else
		written = false;
	return detach(&out, written, len);
}

char *counterpoint_threads_json(
	const counterpoint_threads *threads, size_t index, size_t *len)
{
	cp_buf out = {0};
	bool there = index < threads->import.threads.len;
	if (there)
		cp_thread_write(&out, threads->import.threads.at[index]->thread);
	return detach(&out, there, len);
}

const char *counterpoint_threads_file(const counterpoint_threads *threads, size_t index)
{
	return index < threads->import.threads.len ? threads->files[index].at : NULL;
}

char *counterpoint_import(const char *path, const counterpoint_import_options *options,
	size_t *len, counterpoint_findings *findings)
{
	cp_buf out = {0};
	options = options ? options : &no_options;
	counterpoint_threads *threads = open_threads(path, options, findings);
	cp_found_thread *chosen =
		threads ? cp_import_choose(&threads->import, options->thread) : NULL;
	bool made =
		chosen && finish_threads(threads, &chosen->thread, 1, options, findings);
	if (made)
		cp_thread_write(&out, chosen->thread);
	counterpoint_threads_free(threads);
	return detach(&out, made, len);
}

/* A text from outside, as UTF-8; none where there is none. */
static cp_str repaired(cp_arena *arena, const char *text)
{
	cp_str value = {0};
	set(arena, &value, text);
	return value;
}

/* The thread as it is named in the annotation `path`. */
static cp_str name_thread(cp_arena *arena, const char *path, const char *thread)
{
	return repaired(
		arena, cp_path_from(arena, cp_str_of(path), cp_str_of(thread)).at);
}

/* The schema as it is: `given`, or else one above the annotation, or else the installed one. */
static cp_str name_schema(
	cp_arena *arena, const char *path, const char *given, const char *installed)
{
	cp_str schema = repaired(arena, given);
	if (!schema.at)
		schema = cp_path_above(
			arena, cp_str_of(path), "schemas/annotation.schema.json");
	return schema.at ? schema : repaired(arena, installed);
}

char *counterpoint_begin(const char *thread, const counterpoint_begin_options *options,
	size_t *len, counterpoint_findings *findings)
{
	static const counterpoint_begin_options none;
	cp_loaded loaded;
	cp_buf out = {0};
	const cp_thread *read = cp_loaded_read_thread(&loaded, thread, findings);
	cp_arena *arena = &loaded.arena;
	options = options ? options : &none;
	if (read) {
		cp_blank blank = {
			.schema = name_schema(arena, options->path, options->schema,
				options->installed),
			.thread = name_thread(arena, options->path, thread),
			.motion = repaired(arena, options->motion),
		};
		cp_blank_write(&out, &blank, read);
	}
	cp_loaded_clear(&loaded);
	return detach(&out, read != NULL, len);
}

/* ---- Drafts ---- */

/* What a draft is made of, and the draft. */
struct drafting {
	cp_arena arena;
	cp_loaded thread, given;
	bool has_given;
	cp_draft_options options;
	cp_draft *draft;
};

static bool lists(const char *list, const char *id)
{
	size_t len = strlen(id);
	for (const char *at = list; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
		if (strcspn(at, ",") == len && strncmp(at, id, len) == 0)
			return true;
	return false;
}

static void choose_rules(
	cp_draft_options *chosen, const counterpoint_draft_options *options)
{
	for (size_t i = 0; cp_draft_rules[i].id; i++)
		chosen->off[i] =
			(options->only && !lists(options->only, cp_draft_rules[i].id))
			|| lists(options->without, cp_draft_rules[i].id);
	chosen->least = options->least;
	chosen->eager = options->eager;
}

static bool draft(struct drafting *drafting, const char *path,
	const counterpoint_draft_options *options, counterpoint_findings *findings)
{
	cp_thread *thread = cp_loaded_read_thread(&drafting->thread, path, findings);
	if (!thread)
		return false;
	if (options->annotation) {
		drafting->has_given = true;
		if (!cp_loaded_read(&drafting->given, options->annotation, findings))
			return false;
		drafting->options.given = drafting->given.annotation;
	}
	choose_rules(&drafting->options, options);
	set(&drafting->arena, &drafting->options.motion, options->motion);
	drafting->draft = cp_draft_new(&drafting->arena, thread, &drafting->options);
	return true;
}

static void end_drafting(struct drafting *drafting)
{
	cp_arena_clear(&drafting->arena);
	cp_loaded_clear(&drafting->thread);
	if (drafting->has_given)
		cp_loaded_clear(&drafting->given);
}

static void write_draft(cp_buf *out, struct drafting *drafting, const char *path,
	const counterpoint_draft_options *options)
{
	cp_arena *arena = &drafting->arena;
	cp_str thread = {0};
	if (strcmp(path, "-") != 0)
		thread = name_thread(arena, options->path, path);
	cp_draft_write(out, drafting->draft,
		name_schema(arena, options->path, options->schema, options->installed),
		thread);
}

char *counterpoint_draft(const char *path, const counterpoint_draft_options *options,
	size_t *len, counterpoint_findings *findings)
{
	static const counterpoint_draft_options none;
	struct drafting drafting = {.has_given = false};
	cp_buf out = {0};
	if (!options)
		options = &none;
	bool drafted = draft(&drafting, path, options, findings);
	if (drafted)
		write_draft(&out, &drafting, path, options);
	end_drafting(&drafting);
	return detach(&out, drafted, len);
}

char *counterpoint_draft_compare(const char *path, const char *annotation,
	const counterpoint_draft_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_draft_options none;
	struct drafting drafting = {.has_given = false};
	cp_loaded gold;
	cp_buf out = {0};
	bool read = cp_loaded_read(&gold, annotation, findings);
	bool drafted =
		read && draft(&drafting, path, options ? options : &none, findings);
	if (drafted)
		cp_draft_compare(&out, drafting.draft, gold.annotation);
	cp_loaded_clear(&gold);
	end_drafting(&drafting);
	return detach(&out, drafted, len);
}

const char *counterpoint_draft_rule(size_t index, const char **help)
{
	for (size_t i = 0; cp_draft_rules[i].id; i++)
		if (i == index) {
			if (help)
				*help = cp_draft_rules[i].help;
			return cp_draft_rules[i].id;
		}
	return NULL;
}

char *counterpoint_draft_rules(size_t *len)
{
	cp_buf out = {0};
	cp_draft_rules_write(&out);
	return cp_buf_detach(&out, len);
}

/* ---- JSON Schema ---- */

struct counterpoint_validator {
	cp_schemas *schemas;
	const cp_schema *schema;
};

static bool add_schemas(cp_schemas *schemas, const char *path,
	const counterpoint_validator_options *options, cp_diags *diags)
{
	bool good = true;
	for (size_t i = 0; options->with && options->with[i]; i++)
		good &= cp_schemas_add_file(schemas, options->with[i], diags);
	return cp_schemas_add_file(schemas, path, diags) && good;
}

counterpoint_validator *counterpoint_validator_load(const char *path,
	const counterpoint_validator_options *options, counterpoint_findings *findings)
{
	static const counterpoint_validator_options none;
	counterpoint_validator *validator = cp_xmalloc(sizeof *validator);
	if (!options)
		options = &none;
	*validator = (counterpoint_validator){0};
	validator->schemas = cp_schemas_new(
		(cp_schema_options){.assert_format = options->assert_format});
	cp_schemas_add(validator->schemas, CP_LIT(CP_ANNOTATION_SCHEMA_URI),
		cp_str_of(cp_annotation_schema_rules));
	cp_schemas_add(validator->schemas, CP_LIT(CP_THREAD_SCHEMA_URI),
		cp_str_of(cp_thread_schema_rules));
	if (add_schemas(validator->schemas, path, options, findings))
		validator->schema =
			cp_schemas_compile_file(validator->schemas, path, findings);
	if (validator->schema)
		return validator;
	counterpoint_validator_free(validator);
	return NULL;
}

void counterpoint_validator_free(counterpoint_validator *validator)
{
	if (validator)
		cp_schemas_free(validator->schemas);
	free(validator);
}

bool counterpoint_validator_check(const counterpoint_validator *validator,
	const char *path, counterpoint_findings *findings)
{
	cp_buf text = {0};
	cp_document document;
	int error = cp_file_read(path, &text);
	if (error) {
		cp_buf_clear(&text);
		cp_diag_add(findings, CP_FILE, (cp_place){0}, "cannot read \"%s\": %s",
			path, strerror(error));
		return false;
	}
	cp_document_init_any(
		&document, cp_diags_add_source(findings, path, &text), findings);
	bool valid =
		document.root && cp_schema_check(validator->schema, &document, findings);
	cp_document_clear(&document);
	return valid;
}

/* ---- Names ---- */

const char *counterpoint_name_near(const char *wanted, const char *const names[])
{
	cp_suggestion near = cp_suggestion_for(cp_str_of(wanted));
	for (; *names; names++)
		cp_suggestion_see(&near, cp_str_of(*names));
	return near.best.at;
}

/* ---- Files and schemas ---- */

const char *counterpoint_schema(const char *name)
{
	return strcmp(name, "thread") == 0        ? cp_thread_schema
		: strcmp(name, "annotation") == 0 ? cp_annotation_schema
						  : NULL;
}

char *counterpoint_format(
	const char *path, bool *changed, size_t *len, counterpoint_findings *findings)
{
	cp_document document = {0};
	cp_buf out = {0};
	cp_source *source = cp_text_read(path, findings);
	if (source)
		cp_document_init(&document, source, findings);
	bool is_json = document.root != NULL;
	if (is_json)
		cp_json_format(&out, source, cp_shape_of(source));
	if (is_json && changed)
		*changed = !cp_str_eq(cp_buf_str(&out), source->text);
	cp_document_clear(&document);
	return detach(&out, is_json, len);
}

int counterpoint_write_file(const char *path, const char *data, size_t len)
{
	return cp_file_write(path, (cp_str){data, len});
}
