/* Debates: an annotation and its thread. */
#include "api/api.h"

#include "annotation/anchors.h"
#include "annotation/fix.h"
#include "json/allow.h"

static void check_stances(const counterpoint_debate *debate, cp_diags *diags)
{
	cp_arena arena = {0};
	if (debate->loaded.annotation->has_stances)
		cp_graph_check_stances(cp_api_graph(debate, &arena), diags);
	cp_arena_clear(&arena);
}

counterpoint_debate *counterpoint_debate_load(
	const char *path, counterpoint_findings *findings)
{
	return counterpoint_debate_read(&(counterpoint_input){.path = path}, findings);
}

counterpoint_debate *counterpoint_debate_read(
	const counterpoint_input *input, counterpoint_findings *findings)
{
	cp_unit unit = (cp_unit)cp_api_index(
		cp_api_either(input->unit, cp_unit_names[CP_CODE_POINT]), cp_unit_names,
		CP_UNITS);
	if (unit == CP_UNITS)
		return NULL;
	counterpoint_debate *debate = cp_xmalloc(sizeof *debate);
	cp_input from = cp_api_input(input);
	if (cp_loaded_read_in(
		    &debate->loaded, &from, (cp_reading){unit, input->bare}, findings)) {
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

char *counterpoint_fix(const counterpoint_input *input, char **changes, size_t *len,
	counterpoint_findings *findings)
{
	cp_diags changed = {0};
	cp_buf out = {0}, lines = {0};
	cp_input from = cp_api_input(input);
	cp_source *source = cp_input_read(&from, findings);
	bool read = source && cp_annotation_fix(source, &out, &changed, findings);
	if (changed.list.len)
		cp_diags_write(&changed, &lines, (cp_diag_style){.changes = true});
	*changes = cp_api_detach(&lines, changed.list.len > 0, NULL);
	cp_diags_clear(&changed);
	return cp_api_detach(&out, read, len);
}

size_t counterpoint_debate_items(const counterpoint_debate *debate)
{
	return debate->loaded.annotation->items.len;
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
	return cp_api_detach(&out, text || json, len);
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
		*changes = cp_api_detach(&lines, changed, NULL);
	cp_buf_clear(&lines);
	cp_arena_clear(&arena);
	return cp_api_detach(&out, changed, len);
}
