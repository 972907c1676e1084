/* Members that no rule knows: of `additionalProperties` and `unevaluatedProperties`. */
#include "json/schema_report.h"

#include "text/suggest.h"

enum { NEAR = 4 }; /* branches in branches in which names are looked for */

/* Names that the schema knows for this object and that are not there. */
static void see_names(cp_reporter *reporter, cp_suggestion *near, const cp_schema *schema,
	const json_t *json, unsigned depth)
{
	const cp_branches *branches = schema->branches;
	if (reporter->run->fuel-- <= 0)
		return;
	for (size_t i = 0; schema->object && i < schema->object->values_len; i++) {
		cp_str name = schema->object->shape->names.at[i];
		if (schema->object->values[i]
			&& !json_object_getn(json, name.at, name.len))
			cp_suggestion_see(near, name);
	}
	if (!branches || !depth)
		return;
	if (branches->ref)
		see_names(reporter, near, branches->ref, json, depth - 1);
	const cp_schema_list lists[] = {
		branches->all_of, branches->any_of, branches->one_of};
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < lists[i].len; j++)
			see_names(reporter, near, lists[i].at[j], json, depth - 1);
}

bool cp_report_unknown(cp_reporter *reporter, const cp_schema *schema, cp_frame *frame,
	cp_str key, unsigned depth)
{
	cp_suggestion near = cp_suggestion_in(reporter->diags, key);
	see_names(reporter, &near, schema, frame->json, depth);
	cp_buf message = {0};
	cp_buf_printf(&message, "unknown property \"%.*s\"", CP_FMT(key));
	cp_diag *diag = cp_report_add(reporter, CP_UNKNOWN_PROPERTY,
		cp_report_place(reporter, frame, key), cp_buf_str(&message));
	if (diag)
		cp_suggestion_hint(reporter->diags, diag, &near);
	cp_buf_clear(&message);
	if (near.best.at && frame->excused_len < CP_EXCUSES)
		frame->excused[frame->excused_len++] = near.best;
	return false;
}

/* ---- What no other rule bears on ---- */

/* Does some rule for this object, of whatever branch, speak of the member? */
static bool is_spoken_of(
	cp_reporter *reporter, const cp_schema *schema, cp_str key, unsigned depth)
{
	const cp_object_rules *rules = schema->object;
	const cp_branches *branches = schema->branches;
	uint32_t slot = rules ? cp_shape_find(rules->shape, key.at, key.len) : CP_NONE;
	if (reporter->run->fuel-- <= 0)
		return true;
	if (rules
		&& (rules->additional
			|| (slot < rules->values_len && rules->values[slot])))
		return true;
	for (size_t i = 0; rules && i < rules->patterns.len; i++)
		if (cp_fits_pattern(reporter->run, rules->patterns.at[i].pattern, key))
			return true;
	if (!branches || !depth)
		return false;
	const cp_schema_list *lists[] = {
		&branches->all_of, &branches->any_of, &branches->one_of};
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < lists[i]->len; j++)
			if (is_spoken_of(reporter, lists[i]->at[j], key, depth - 1))
				return true;
	const cp_schema *others[] = {
		branches->ref, branches->dynamic_ref, branches->then, branches->else_};
	for (size_t i = 0; i < 4; i++)
		if (others[i] && is_spoken_of(reporter, others[i], key, depth - 1))
			return true;
	return false;
}

/* Where another rule has failed, what it bears on counts as not evaluated. That would be a
 * second finding for one fault, so then only members are told that nothing speaks of. */
bool cp_report_unseen(cp_reporter *reporter, const cp_schema *schema,
	const cp_schema *rest, cp_frame *frame, bool failed)
{
	bool fits = true;
	size_t i = 0, len, seen = cp_run_mark_seen(reporter->run, schema, frame->json);
	const char *key;
	json_t *value;
	json_object_keylen_foreach((json_t *)frame->json, key, len, value)
	{
		cp_str name = {key, len};
		if (cp_is_seen(reporter->run, seen, i++)
			|| (failed && is_spoken_of(reporter, schema, name, NEAR)))
			continue;
		fits &= rest->never
			? cp_report_unknown(reporter, schema, frame, name, NEAR)
			: cp_report_child(reporter, rest, frame, name, 0, value);
	}
	for (i = 0; !failed && i < json_array_size(frame->json); i++)
		if (!cp_is_seen(reporter->run, seen, i))
			fits &= cp_report_child(reporter, rest, frame, (cp_str){0}, i,
				json_array_get(frame->json, i));
	reporter->run->seen.len = seen;
	return fits;
}
