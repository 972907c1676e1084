#include "graph/stats.h"

#include "graph/evaluate.h"
#include "graph/stats_fill.h"
#include "json/writer.h"

/* ---- What cells are made of ---- */

void cp_stat_put_word(cp_filler *filler, const char *word)
{
	cp_cells_text(&filler->cells, cp_str_of(word));
}

void cp_stat_put_count(cp_filler *filler, size_t count)
{
	cp_cells_count(&filler->cells, count);
}

void cp_stat_put_person(cp_filler *filler, uint32_t person)
{
	if (person == CP_NONE)
		cp_cells_none(&filler->cells);
	else
		cp_cells_text(
			&filler->cells, cp_person_name(&filler->graph->people[person]));
}

void cp_stat_put_comment(cp_filler *filler, uint32_t comment)
{
	if (comment == CP_NONE)
		cp_cells_none(&filler->cells);
	else
		cp_cells_text(
			&filler->cells, filler->graph->thread->comments.at[comment].id);
}

void cp_stat_put_claim_id(cp_filler *filler, uint32_t claim)
{
	cp_cells_text(&filler->cells, cp_claim_id(filler->graph, claim));
}

void cp_stat_put_claim(cp_filler *filler, uint32_t claim)
{
	cp_cells_text(&filler->cells, filler->graph->claims[claim].text);
}

void cp_stat_put_side(cp_filler *filler, cp_stance side)
{
	cp_stat_put_word(filler, cp_stance_name(side));
}

void cp_stat_put_strength(cp_filler *filler, uint32_t claim)
{
	if (filler->measures->claims[claim].weighed)
		cp_cells_score(&filler->cells, filler->measures->claims[claim].strength);
	else
		cp_cells_none(&filler->cells);
}

const cp_item *cp_stat_item(const cp_filler *filler, uint32_t item)
{
	return &filler->graph->annotation->items.at[item];
}

/* ---- The tables ---- */

static const cp_stat *const tables[] = {
	&cp_stat_overview,
	&cp_stat_sides,
	&cp_stat_speakers,
	&cp_stat_moves,
	&cp_stat_pairs,
	&cp_stat_points,
	&cp_stat_clashes,
	&cp_stat_unanswered,
	&cp_stat_concessions,
	&cp_stat_shared,
	&cp_stat_burden,
	&cp_stat_minority,
	&cp_stat_questions,
	&cp_stat_past,
	&cp_stat_time,
	&cp_stat_quotations,
	&cp_stat_coverage,
	&cp_stat_schemes,
	&cp_stat_claims,
};

enum { TABLES = sizeof tables / sizeof *tables };

size_t cp_stats_count(void)
{
	return TABLES;
}

const cp_table *cp_stats_table(size_t index)
{
	return &tables[index]->table;
}

static cp_cells fill(cp_arena *arena, const cp_measures *measures, size_t index)
{
	cp_filler filler = {{.arena = arena}, measures, measures->graph};
	tables[index]->fill(&filler);
	return filler.cells;
}

static bool is_wanted(size_t index, const cp_table *only)
{
	return !only || only == &tables[index]->table;
}

void cp_stats_write_text(
	cp_buf *out, const cp_measures *measures, const cp_table *only, bool explain)
{
	cp_arena arena = {0};
	for (size_t i = 0; i < TABLES; i++) {
		if (!is_wanted(i, only))
			continue;
		cp_buf_puts(out, out->len ? "\n" : "");
		cp_cells cells = fill(&arena, measures, i);
		cp_table_write_text(out, &tables[i]->table, &cells, explain);
	}
	cp_arena_clear(&arena);
}

void cp_stats_write_csv(cp_buf *out, const cp_measures *measures, const cp_table *only)
{
	cp_arena arena = {0};
	for (size_t i = 0; i < TABLES; i++) {
		if (!is_wanted(i, only))
			continue;
		if (!only)
			cp_buf_printf(out, "%s%s\r\n", out->len ? "\r\n" : "",
				tables[i]->table.name);
		cp_cells cells = fill(&arena, measures, i);
		cp_table_write_csv(out, &tables[i]->table, &cells);
	}
	cp_arena_clear(&arena);
}

void cp_stats_write_json(cp_buf *out, const cp_measures *measures, const cp_table *only)
{
	enum { TALL = 2 };
	cp_arena arena = {0};
	cp_json_writer writer = {.out = out, .tall = TALL};
	cp_json_open(&writer, NULL, '{');
	for (size_t i = 0; i < TABLES; i++)
		if (is_wanted(i, only)) {
			cp_cells cells = fill(&arena, measures, i);
			cp_table_write_json(&writer, &tables[i]->table, &cells);
		}
	cp_json_close(&writer, '}');
	cp_buf_putc(out, '\n');
	cp_arena_clear(&arena);
}
