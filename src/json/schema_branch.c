/* Which of several branches was meant, where none fits.
 *
 * By what kind of value it is; by a property that tells the branches apart, such as "kind";
 * else the branch with the fewest faults. Nobody wants to read why each of the others does
 * not fit. */
#include "json/schema_report.h"

enum { MOST_DEPTH = 4 }; /* of references that are followed for a look at a branch */

typedef CP_ARRAY(const cp_schema *) candidates; /* in the run's arena */

static const cp_constants *constants_of(const cp_schema *schema)
{
	return schema->constant ? schema->constant : schema->enumeration;
}

/* The values that a branch allows for the property `name`; NULL: it lists none. */
static const cp_constants *constants_for(
	const cp_schema *schema, cp_str name, unsigned depth)
{
	const cp_object_rules *object = schema->object;
	const cp_branches *branches = schema->branches;
	const cp_constants *found = NULL;
	uint32_t slot =
		object ? cp_shape_find(object->shape, name.at, name.len) : CP_NONE;
	if (object && slot < object->values_len && object->values[slot])
		found = constants_of(object->values[slot]);
	if (found || !branches || !depth)
		return found;
	if (branches->ref)
		found = constants_for(branches->ref, name, depth - 1);
	for (size_t i = 0; !found && i < branches->all_of.len; i++)
		found = constants_for(branches->all_of.at[i], name, depth - 1);
	return found;
}

/* ---- A property that tells the branches apart ---- */

static bool all_list(const candidates *left, cp_str name)
{
	for (size_t i = 0; i < left->len; i++)
		if (!constants_for(left->at[i], name, MOST_DEPTH))
			return false;
	return true;
}

static cp_str find_kind_in(
	const candidates *left, const cp_schema *schema, unsigned depth)
{
	const cp_object_rules *object = schema->object;
	const cp_branches *branches = schema->branches;
	cp_str found = {0};
	for (size_t i = 0; object && i < object->values_len; i++)
		if (object->values[i] && constants_of(object->values[i])
			&& all_list(left, object->shape->names.at[i]))
			return object->shape->names.at[i];
	if (!branches || !depth)
		return found;
	if (branches->ref)
		found = find_kind_in(left, branches->ref, depth - 1);
	for (size_t i = 0; !found.at && i < branches->all_of.len; i++)
		found = find_kind_in(left, branches->all_of.at[i], depth - 1);
	return found;
}

static bool report_kind(cp_reporter *reporter, const candidates *left, cp_str name,
	cp_frame *frame, const json_t *value)
{
	CP_ARRAY(const json_t *) values = {0};
	for (size_t i = 0; i < left->len; i++) {
		const cp_constants *constants =
			constants_for(left->at[i], name, MOST_DEPTH);
		for (size_t j = 0; j < constants->len; j++)
			*cp_push(&reporter->run->arena, &values) = constants->at[j];
	}
	cp_frame member = {.parent = frame, .key = name, .json = value};
	return cp_report_values(reporter, &member, values.at, values.len);
}

/* Narrows the candidates down to those whose kind the object has. True if that it has none
 * was reported. */
static bool choose_kind(cp_reporter *reporter, candidates *left, cp_frame *frame)
{
	cp_str name = find_kind_in(left, left->at[0], MOST_DEPTH);
	const json_t *value =
		name.at ? json_object_getn(frame->json, name.at, name.len) : NULL;
	candidates fitting = {0};
	if (!name.at || !json_is_object(frame->json))
		return false;
	if (!value) {
		cp_report(reporter, frame, CP_MISSING_PROPERTY, "lacks \"%.*s\"",
			CP_FMT(name));
		return true;
	}
	for (size_t i = 0; i < left->len; i++)
		if (cp_fits_constants(
			    constants_for(left->at[i], name, MOST_DEPTH), value))
			*cp_push(&reporter->run->arena, &fitting) = left->at[i];
	if (!fitting.len)
		report_kind(reporter, left, name, frame, value);
	*left = fitting;
	return !fitting.len;
}

/* ---- The nearest ---- */

static const cp_schema *find_nearest(
	cp_reporter *reporter, const candidates *left, const cp_frame *frame)
{
	const cp_schema *nearest = left->at[0];
	size_t fewest = SIZE_MAX;
	for (size_t i = 0; left->len > 1 && i < left->len; i++) {
		cp_diags faults = {.suggestions = SIZE_MAX / 2};
		cp_reporter trial = *reporter;
		cp_frame copy = *frame;
		trial.diags = &faults;
		trial.said = (cp_map){0};
		trial.count = 0;
		trial.trial = true;
		cp_report_schema(&trial, left->at[i], &copy);
		if (trial.count < fewest) {
			fewest = trial.count;
			nearest = left->at[i];
		}
		cp_diags_clear(&faults);
	}
	return nearest;
}

/* ---- Choices of one thing ---- */

static bool only_requires_one(const cp_schema *schema)
{
	return schema->object && schema->object->names_len == 1
		&& !schema->object->values_len && !schema->object->every
		&& !schema->branches && !schema->array && !schema->string;
}

/* Branches that each only require one property: what must be there is one of those. */
static bool report_required(cp_reporter *reporter, const cp_schema_list *branches,
	const cp_frame *frame, size_t fitting)
{
	cp_buf names = {0};
	for (size_t i = 0; i < branches->len; i++) {
		if (!only_requires_one(branches->at[i])) {
			cp_buf_clear(&names);
			return false;
		}
		cp_buf_puts(&names, i == 0 ? "" : fitting ? " and " : " or ");
		cp_buf_printf(
			&names, "\"%.*s\"", CP_FMT(branches->at[i]->object->names[0]));
	}
	if (fitting)
		cp_report(
			reporter, frame, CP_SCHEMA, "must have only one of %s", names.at);
	else
		cp_report(reporter, frame, CP_MISSING_PROPERTY, "lacks %s", names.at);
	cp_buf_clear(&names);
	return true;
}

/* Branches that each only list values: it must be one of all these. */
static bool report_listed(
	cp_reporter *reporter, const candidates *left, const cp_frame *frame)
{
	CP_ARRAY(const json_t *) values = {0};
	for (size_t i = 0; i < left->len; i++) {
		const cp_constants *constants = constants_of(left->at[i]);
		if (!constants)
			return false;
		for (size_t j = 0; j < constants->len; j++)
			*cp_push(&reporter->run->arena, &values) = constants->at[j];
	}
	cp_report_values(reporter, frame, values.at, values.len);
	return true;
}

/* Of several branches whose kind of value it is. */
static void report_nearest(cp_reporter *reporter, candidates *left, cp_frame *frame)
{
	if (left->len > 1
		&& (report_listed(reporter, left, frame)
			|| choose_kind(reporter, left, frame)))
		return;
	cp_report_schema(reporter, find_nearest(reporter, left, frame), frame);
}

bool cp_report_choice(cp_reporter *reporter, const cp_schema_list *branches,
	cp_frame *frame, size_t fitting)
{
	candidates left = {0};
	unsigned allowed = 0, type = cp_value_type(frame->json);
	/* Trials in trials would multiply, so a choice in one is one fault. */
	if (reporter->trial)
		return cp_report(reporter, frame, CP_SCHEMA, "fits no branch");
	if (report_required(reporter, branches, frame, fitting))
		return false;
	if (fitting)
		return cp_report(
			reporter, frame, CP_SCHEMA, "may be read in more than one way");
	for (size_t i = 0; i < branches->len; i++) {
		allowed |= branches->at[i]->possible;
		if (branches->at[i]->possible & type)
			*cp_push(&reporter->run->arena, &left) = branches->at[i];
	}
	if (left.len)
		report_nearest(reporter, &left, frame);
	else if (allowed)
		cp_report_type(reporter, frame, allowed);
	else
		cp_report(reporter, frame, CP_SCHEMA, "must not be here");
	return false;
}
