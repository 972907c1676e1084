/* Why a value does not fit a compiled schema: a finding for each fault, with its place.
 *
 * This walk is as the one in schema_check.c, which it asks whether a branch fits. It is taken
 * only where that one has said no, so it need not be fast. Of a schema that offers branches,
 * the faults of the branch that was meant are told (schema_branch.c). */
#include "json/schema_report.h"

#include "text/suggest.h"
#include "text/utf8.h"

enum {
	MORE_FUEL =
		5, /* times: each branch on the way to a fault is checked on its own */
};

/* ---- Places and names ---- */

static void write_pointer(cp_buf *out, const cp_frame *frame)
{
	if (!frame->parent)
		return;
	write_pointer(out, frame->parent);
	if (frame->key.at)
		cp_pointer_add_key(out, frame->key);
	else
		cp_pointer_add_index(out, frame->index);
}

cp_place cp_report_place(
	const cp_reporter *reporter, const cp_frame *frame, cp_str property)
{
	cp_buf pointer = {0};
	write_pointer(&pointer, frame);
	if (property.at)
		cp_pointer_add_key(&pointer, property);
	cp_place place = cp_place_json(
		reporter->diags, reporter->source, "%.*s", CP_FMT(cp_buf_str(&pointer)));
	place.key = property.at != NULL;
	cp_buf_clear(&pointer);
	return place;
}

/* What the value is called in a message: by its property, by its "id" if it is one of many,
 * or by the array it is in. */
static void write_name(cp_buf *out, const cp_frame *frame)
{
	const char *id = frame->key.at
		? NULL
		: json_string_value(json_object_get(frame->json, "id"));
	if (!frame->parent)
		cp_buf_puts(out, "the file");
	else if (id)
		cp_buf_printf(out, "\"%s\"", id);
	else if (frame->key.at)
		cp_buf_printf(out, "\"%.*s\"", CP_FMT(frame->key));
	else if (frame->parent->key.at)
		cp_buf_printf(out, "an element of \"%.*s\"", CP_FMT(frame->parent->key));
	else
		cp_buf_puts(out, "an element");
}

/* Branches may find the same fault, which is told once. */
static bool is_new(cp_reporter *reporter, const cp_place *place, cp_str message)
{
	cp_buf key = {0};
	cp_buf_put(&key, place->pointer);
	cp_buf_putc(&key, '\n');
	cp_buf_put(&key, message);
	uint32_t known = (uint32_t)reporter->said.len;
	cp_str settled = cp_buf_settle(&reporter->run->arena, &key);
	return cp_map_add(&reporter->run->arena, &reporter->said, settled, known)
		== known;
}

cp_diag *cp_report_add(
	cp_reporter *reporter, cp_code code, cp_place place, cp_str message)
{
	reporter->count++;
	if (!is_new(reporter, &place, message))
		return NULL;
	return cp_diag_add(reporter->diags, code, place, "%.*s", CP_FMT(message));
}

bool cp_report(cp_reporter *reporter, const cp_frame *frame, cp_code code,
	const char *format, ...)
{
	cp_buf message = {0};
	va_list args;
	write_name(&message, frame);
	cp_buf_putc(&message, ' ');
	va_start(args, format);
	cp_buf_vprintf(&message, format, args);
	va_end(args);
	cp_report_add(reporter, code, cp_report_place(reporter, frame, (cp_str){0}),
		cp_buf_str(&message));
	cp_buf_clear(&message);
	return false;
}

/* ---- Types ---- */

bool cp_report_type(cp_reporter *reporter, const cp_frame *frame, unsigned types)
{
	cp_buf detail = {0};
	cp_write_types(&detail, types);
	cp_buf_puts(&detail, ", not ");
	cp_write_types(&detail, cp_value_type(frame->json));
	cp_report(reporter, frame, CP_WRONG_TYPE, "must be %s", detail.at);
	cp_buf_clear(&detail);
	return false;
}

/* ---- Constants ---- */

bool cp_report_values(cp_reporter *reporter, const cp_frame *frame,
	const json_t *const values[], size_t len)
{
	cp_buf message = {0};
	cp_suggestion near = {.spent = true};
	if (json_is_string(frame->json))
		near = cp_suggestion_in(reporter->diags, cp_value_text(frame->json));
	for (size_t i = 0; i < len; i++)
		if (json_is_string(values[i]))
			cp_suggestion_see(&near, cp_value_text(values[i]));
	write_name(&message, frame);
	cp_buf_puts(&message, " must be ");
	cp_write_values(&message, values, len);
	cp_buf_puts(&message, ", not ");
	cp_write_value(&message, frame->json);
	cp_diag *diag = cp_report_add(reporter, CP_BAD_VALUE,
		cp_report_place(reporter, frame, (cp_str){0}), cp_buf_str(&message));
	if (diag)
		cp_suggestion_hint(reporter->diags, diag, &near);
	cp_buf_clear(&message);
	return false;
}

static bool report_constants(
	cp_reporter *reporter, const cp_constants *constants, const cp_frame *frame)
{
	bool scalar = !json_is_object(frame->json) && !json_is_array(frame->json);
	for (size_t i = 0; i < constants->len; i++)
		scalar &= !json_is_object(constants->at[i])
			&& !json_is_array(constants->at[i]);
	if (cp_fits_constants(constants, frame->json))
		return true;
	if (!constants->len)
		return cp_report(reporter, frame, CP_SCHEMA, "must not be here");
	if (!scalar && (json_is_object(frame->json) || json_is_array(frame->json)))
		return cp_report(reporter, frame, CP_BAD_VALUE,
			"is none of the values that may be here");
	return cp_report_values(reporter, frame, constants->at, constants->len);
}

/* ---- Objects ---- */

bool cp_report_child(cp_reporter *reporter, const cp_schema *schema, cp_frame *parent,
	cp_str key, size_t index, const json_t *json)
{
	cp_frame frame = {.parent = parent, .key = key, .index = index, .json = json};
	return cp_report_schema(reporter, schema, &frame);
}

static bool report_member_name(cp_reporter *reporter, const cp_object_rules *rules,
	const cp_frame *frame, cp_str key)
{
	json_t *name = json_stringn_nocheck(key.at, key.len);
	bool fits = cp_schema_fits(reporter->run, rules->member_names, name, NULL);
	json_decref(name);
	if (fits)
		return true;
	cp_buf message = {0};
	const cp_string_rules *text = rules->member_names->string;
	cp_buf_printf(&message, "a property may not have the name \"%.*s\"", CP_FMT(key));
	if (text && text->pattern_text.at)
		cp_buf_printf(&message, ": it must fit the pattern \"%.*s\"",
			CP_FMT(text->pattern_text));
	cp_report_add(reporter, CP_UNKNOWN_PROPERTY,
		cp_report_place(reporter, frame, key), cp_buf_str(&message));
	cp_buf_clear(&message);
	return false;
}

static bool report_member(cp_reporter *reporter, const cp_schema *schema, cp_frame *frame,
	cp_str key, const json_t *value)
{
	const cp_object_rules *rules = schema->object;
	uint32_t slot = cp_shape_find(rules->shape, key.at, key.len);
	bool known = slot < rules->values_len && rules->values[slot];
	bool fits = !known
		|| cp_report_child(reporter, rules->values[slot], frame, key, 0, value);
	for (size_t i = 0; i < rules->patterns.len; i++)
		if (cp_fits_pattern(reporter->run, rules->patterns.at[i].pattern, key)) {
			known = true;
			fits &= cp_report_child(reporter, rules->patterns.at[i].schema,
				frame, key, 0, value);
		}
	if (rules->member_names)
		fits &= report_member_name(reporter, rules, frame, key);
	if (known || !rules->additional)
		return fits;
	if (rules->additional->never)
		return cp_report_unknown(reporter, schema, frame, key, 0);
	return cp_report_child(reporter, rules->additional, frame, key, 0, value) && fits;
}

static bool is_missing(const cp_frame *frame, cp_str property)
{
	for (size_t i = 0; i < frame->excused_len; i++)
		if (cp_str_eq(frame->excused[i], property))
			return false;
	return !json_object_getn(frame->json, property.at, property.len);
}

static bool report_required(
	cp_reporter *reporter, const cp_object_rules *rules, const cp_frame *frame)
{
	bool fits = true;
	for (size_t i = 0; i < rules->names_len; i++)
		if (is_missing(frame, rules->names[i]))
			fits = cp_report(reporter, frame, CP_MISSING_PROPERTY,
				"lacks \"%.*s\"", CP_FMT(rules->names[i]));
	return fits;
}

static bool report_dependent(
	cp_reporter *reporter, const cp_object_rules *rules, cp_frame *frame)
{
	bool fits = true;
	for (size_t i = 0; i < rules->dependent.len; i++) {
		const cp_selected *selected = &rules->dependent.at[i];
		if (!json_object_getn(frame->json, selected->name.at, selected->name.len))
			continue;
		if (selected->schema)
			fits &= cp_report_schema(reporter, selected->schema, frame);
		for (size_t j = 0; j < selected->required_len; j++)
			if (is_missing(frame, selected->required[j]))
				fits = cp_report(reporter, frame, CP_MISSING_PROPERTY,
					"lacks \"%.*s\", which goes with \"%.*s\"",
					CP_FMT(selected->required[j]),
					CP_FMT(selected->name));
	}
	return fits;
}

/* "must have at least 2 elements, not 1" */
static bool report_size(cp_reporter *reporter, const cp_frame *frame, size_t size,
	size_t least, size_t most, const char *what)
{
	size_t limit = size < least ? least : most;
	if (size >= least && size <= most)
		return true;
	if (limit == 1 && size == 0)
		return cp_report(reporter, frame, CP_OUT_OF_RANGE, "must not be empty");
	if (limit == 0)
		return cp_report(reporter, frame, CP_OUT_OF_RANGE, "must be empty");
	return cp_report(reporter, frame, CP_OUT_OF_RANGE,
		"must have at %s %zu %s%s, not %zu", size < least ? "least" : "most",
		limit, what,
		limit == 1             ? ""
			: *what == 'p' ? ""
				       : "s",
		size);
}

static bool report_object(cp_reporter *reporter, const cp_schema *schema, cp_frame *frame)
{
	const cp_object_rules *rules = schema->object;
	bool fits = report_size(reporter, frame, json_object_size(frame->json),
		rules->least, rules->most, "member");
	const char *key;
	size_t len;
	json_t *value;
	json_object_keylen_foreach((json_t *)frame->json, key, len, value)
	{
		cp_str name = {key, len};
		fits &= report_member(reporter, schema, frame, name, value);
	}
	fits &= report_required(reporter, rules, frame);
	return report_dependent(reporter, rules, frame) && fits;
}

/* ---- Arrays ---- */

static bool report_twins(cp_reporter *reporter, cp_frame *frame)
{
	size_t first, second;
	if (!cp_value_find_twins(frame->json, &first, &second))
		return true;
	cp_frame twins[] = {
		{.parent = frame,
			.index = first,
			.json = json_array_get(frame->json, first)},
		{.parent = frame,
			.index = second,
			.json = json_array_get(frame->json, second)},
	};
	cp_buf message = {0};
	write_name(&message, &twins[1]);
	cp_buf_puts(&message, " is there already, and each must be another");
	cp_diag *diag = cp_report_add(reporter, CP_BAD_VALUE,
		cp_report_place(reporter, &twins[1], (cp_str){0}), cp_buf_str(&message));
	if (diag)
		cp_diag_also(reporter->diags, diag,
			cp_report_place(reporter, &twins[0], (cp_str){0}), "it is here");
	cp_buf_clear(&message);
	return false;
}

static bool report_contained(
	cp_reporter *reporter, const cp_array_rules *rules, const cp_frame *frame)
{
	size_t count = cp_count_contained(reporter->run, rules, frame->json);
	if (count < rules->least_contained)
		return cp_report(reporter, frame, CP_SCHEMA,
			"must have at least %zu element%s of a kind of which it has %zu",
			rules->least_contained, rules->least_contained == 1 ? "" : "s",
			count);
	if (count > rules->most_contained)
		return cp_report(reporter, frame, CP_SCHEMA,
			"must have at most %zu element%s of a kind of which it has %zu",
			rules->most_contained, rules->most_contained == 1 ? "" : "s",
			count);
	return true;
}

static bool report_array(
	cp_reporter *reporter, const cp_array_rules *rules, cp_frame *frame)
{
	size_t len = json_array_size(frame->json);
	bool fits =
		report_size(reporter, frame, len, rules->least, rules->most, "element");
	for (size_t i = 0; i < len; i++) {
		const cp_schema *schema =
			i < rules->prefix.len ? rules->prefix.at[i] : rules->items;
		fits &= !schema
			|| cp_report_child(reporter, schema, frame, (cp_str){0}, i,
				json_array_get(frame->json, i));
	}
	if (rules->contains)
		fits &= report_contained(reporter, rules, frame);
	return (!rules->unique || report_twins(reporter, frame)) && fits;
}

/* ---- Texts and numbers ---- */

static bool report_string(
	cp_reporter *reporter, const cp_string_rules *rules, const cp_frame *frame)
{
	cp_str text = cp_value_text(frame->json);
	unsigned given_up = reporter->run->given_up;
	bool fits = report_size(reporter, frame, cp_utf8_count(text), rules->least,
		rules->most, "character");
	if (rules->pattern && !cp_fits_pattern(reporter->run, rules->pattern, text)) {
		bool slow = reporter->run->given_up > given_up;
		fits = cp_report(reporter, frame, CP_BAD_VALUE,
			slow ? "takes too long to hold against the pattern \"%.*s\""
			     : "must fit the pattern \"%.*s\"",
			CP_FMT(rules->pattern_text));
	}
	if (rules->format && !rules->format->fits(text, &reporter->run->patterns))
		fits = cp_report(reporter, frame, CP_BAD_VALUE, "must be %s",
			rules->format->wanted);
	return fits;
}

static bool report_number(
	cp_reporter *reporter, const cp_number_rules *rules, const cp_frame *frame)
{
	const struct {
		const json_t *limit;
		cp_number_rules alone;
		const char *words;
	} rows[] = {
		{rules->minimum, {.minimum = rules->minimum}, "at least"},
		{rules->maximum, {.maximum = rules->maximum}, "at most"},
		{rules->above, {.above = rules->above}, "more than"},
		{rules->below, {.below = rules->below}, "less than"},
		{rules->multiple_of, {.multiple_of = rules->multiple_of},
			"a multiple of"},
	};
	bool fits = true;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (cp_fits_number(&rows[i].alone, frame->json))
			continue;
		cp_buf limit = {0};
		cp_write_value(&limit, rows[i].limit);
		fits = cp_report(reporter, frame, CP_OUT_OF_RANGE, "must be %s %s",
			rows[i].words, limit.at);
		cp_buf_clear(&limit);
	}
	return fits;
}

/* ---- Branches ---- */

static bool report_not(
	cp_reporter *reporter, const cp_schema *schema, const cp_frame *frame)
{
	if (!cp_schema_fits(reporter->run, schema, frame->json, NULL))
		return true;
	cp_buf value = {0};
	const cp_object_rules *object = schema->object;
	if (schema->constant || schema->enumeration)
		cp_write_value(&value, frame->json);
	if (schema->constant || schema->enumeration)
		cp_report(reporter, frame, CP_BAD_VALUE, "must not be %s", value.at);
	else if (object && object->names_len == 1 && json_is_object(frame->json))
		cp_report(reporter, frame, CP_SCHEMA, "must not have \"%.*s\"",
			CP_FMT(object->names[0]));
	else if (!schema->plain || schema->types == TYPE_ANY)
		cp_report(
			reporter, frame, CP_SCHEMA, "is of a kind that may not be here");
	else
		cp_report_type(reporter, frame, TYPE_ANY & ~schema->types);
	cp_buf_clear(&value);
	return false;
}

static size_t count_fitting(
	cp_reporter *reporter, const cp_schema_list *list, const cp_frame *frame)
{
	size_t count = 0;
	for (size_t i = 0; i < list->len; i++)
		count += cp_schema_fits(reporter->run, list->at[i], frame->json, NULL);
	return count;
}

static bool report_all(
	cp_reporter *reporter, const cp_branches *branches, cp_frame *frame)
{
	bool fits = true;
	if (branches->ref)
		fits &= cp_report_schema(reporter, branches->ref, frame);
	if (branches->dynamic_ref)
		fits &= cp_report_schema(
			reporter, cp_dynamic_target(reporter->run, branches), frame);
	for (size_t i = 0; i < branches->all_of.len; i++)
		fits &= cp_report_schema(reporter, branches->all_of.at[i], frame);
	return fits;
}

static bool report_branches(
	cp_reporter *reporter, const cp_branches *branches, cp_frame *frame)
{
	bool fits = report_all(reporter, branches, frame);
	size_t count;
	if (branches->any_of.len && !count_fitting(reporter, &branches->any_of, frame))
		fits = cp_report_choice(reporter, &branches->any_of, frame, 0);
	if (branches->one_of.len
		&& (count = count_fitting(reporter, &branches->one_of, frame)) != 1)
		fits = cp_report_choice(reporter, &branches->one_of, frame, count);
	if (branches->not_)
		fits &= report_not(reporter, branches->not_, frame);
	if (!branches->if_)
		return fits;
	const cp_schema *next =
		cp_schema_fits(reporter->run, branches->if_, frame->json, NULL)
		? branches->then
		: branches->else_;
	return (!next || cp_report_schema(reporter, next, frame)) && fits;
}

/* ---- All of it ---- */

static bool report_rules(cp_reporter *reporter, const cp_schema *schema, cp_frame *frame)
{
	const json_t *json = frame->json;
	bool fits = true;
	if (schema->constant)
		fits &= report_constants(reporter, schema->constant, frame);
	if (schema->enumeration)
		fits &= report_constants(reporter, schema->enumeration, frame);
	if (schema->object && json_is_object(json))
		fits &= report_object(reporter, schema, frame);
	if (schema->array && json_is_array(json))
		fits &= report_array(reporter, schema->array, frame);
	if (schema->string && json_is_string(json))
		fits &= report_string(reporter, schema->string, frame);
	if (schema->number && json_is_number(json))
		fits &= report_number(reporter, schema->number, frame);
	if (schema->branches)
		fits &= report_branches(reporter, schema->branches, frame);
	const cp_schema *rest = json_is_object(json) ? schema->unevaluated_properties
		: json_is_array(json)                ? schema->unevaluated_items
						     : NULL;
	return (!rest || cp_report_unseen(reporter, schema, rest, frame, !fits)) && fits;
}

bool cp_report_schema(cp_reporter *reporter, const cp_schema *schema, cp_frame *frame)
{
	struct cp_scope scope;
	if (schema->never)
		return cp_report(reporter, frame, CP_SCHEMA, "must not be here");
	if (!(schema->types & cp_value_type(frame->json)))
		return cp_report_type(reporter, frame, schema->types);
	if (schema->plain)
		return true;
	if (!cp_run_enter(reporter->run, schema, &scope))
		return false;
	bool fits = report_rules(reporter, schema, frame);
	cp_run_leave(reporter->run, &scope);
	return fits;
}

static void report_limit(cp_reporter *reporter, const cp_frame *frame)
{
	const cp_run *run = reporter->run;
	cp_report(reporter, frame, CP_SCHEMA,
		run->too_deep
			? "cannot be checked: the schema applies itself too often inside "
			  "itself"
			: run->too_long
			? "cannot be checked: with this schema, that takes too many steps"
			: run->given_up
			? "cannot be checked: a pattern of the schema takes too long"
			: "does not fit the schema");
}

/* What another schema has found in the document already, is not told again. */
static void note_said(cp_reporter *reporter)
{
	for (size_t i = 0; i < reporter->diags->list.len; i++) {
		const cp_diag *diag = &reporter->diags->list.at[i];
		if (diag->place.source == reporter->source && diag->place.pointer.at)
			is_new(reporter, &diag->place, diag->message);
	}
}

void cp_schema_report(
	cp_run *run, const cp_schema *schema, cp_document *document, cp_diags *diags)
{
	cp_reporter reporter = {.run = run, .source = document->source, .diags = diags};
	run->fuel = run->too_deep || run->too_long ? 0 : MORE_FUEL * run->tank;
	note_said(&reporter);
	cp_frame frame = {.json = document->root};
	if (!run->too_deep && !run->too_long)
		cp_report_schema(&reporter, schema, &frame);
	if (!reporter.count || run->too_deep || run->too_long)
		report_limit(&reporter, &frame);
}
