/* The measures of a debate, as tables and as plots. */
#include "api/api.h"

#include "diagram/plots.h"
#include "graph/stats.h"

enum { TEXT, CSV, JSON, SVG, FORMATS };

static const char *const formats[FORMATS] = {"text", "csv", "json", "svg"};

/* What was asked for, found. */
struct wanted {
	unsigned format;
	const cp_table *table;
	bool explain;
	unsigned plot;
	const cp_theme *theme;
};

const char *counterpoint_stats_table(size_t index, const char **title)
{
	if (index >= cp_stats_count())
		return NULL;
	if (title)
		*title = cp_stats_table(index)->title;
	return cp_stats_table(index)->name;
}

static const cp_table *table_named(const char *name)
{
	for (size_t i = 0; i < cp_stats_count(); i++)
		if (strcmp(cp_stats_table(i)->name, name) == 0)
			return cp_stats_table(i);
	return NULL;
}

static bool find_wanted(struct wanted *wanted, const counterpoint_stats_options *options)
{
	*wanted = (struct wanted){
		.format = cp_api_index(
			cp_api_either(options->format, formats[TEXT]), formats, FORMATS),
		.table = options->table ? table_named(options->table) : NULL,
		.explain = options->explain,
		.plot = cp_api_index(
			cp_api_either(options->plot, ""), cp_plot_names, CP_PLOTS),
		.theme = cp_theme_named(options->theme),
	};
	if (wanted->format == SVG)
		return wanted->plot < CP_PLOTS && wanted->theme;
	return wanted->format < FORMATS && (wanted->table || !options->table);
}

static void write_wanted(
	cp_buf *out, const cp_measures *measures, const struct wanted *wanted)
{
	switch (wanted->format) {
	case TEXT:
		cp_stats_write_text(out, measures, wanted->table, wanted->explain);
		break;
	case CSV:
		cp_stats_write_csv(out, measures, wanted->table);
		break;
	case JSON:
		cp_stats_write_json(out, measures, wanted->table);
		break;
	default:
		cp_plot_write_svg(out, measures, (cp_plot)wanted->plot, wanted->theme);
	}
}

char *counterpoint_debate_stats(const counterpoint_debate *debate,
	const counterpoint_stats_options *options, size_t *len)
{
	static const counterpoint_stats_options none;
	struct wanted wanted;
	if (!find_wanted(&wanted, options ? options : &none))
		return NULL;
	cp_arena arena = {0};
	cp_buf out = {0};
	write_wanted(
		&out, cp_measures_new(&arena, cp_api_graph(debate, &arena)), &wanted);
	cp_arena_clear(&arena);
	return cp_buf_detach(&out, len);
}
