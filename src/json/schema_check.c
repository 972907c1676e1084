/* Checking a value against a compiled schema.
 *
 * The same walk runs in two ways: quietly, to learn whether a branch fits, and aloud,
 * adding a finding for each fault. Of several branches that all fail, the one that was
 * meant is the one whose type the value has: only its faults are reported. */
#include "json/schema_model.h"

#include "text/suggest.h"
#include "text/utf8.h"

#include <jansson.h>
#include <math.h>

enum { EXCUSES = 8 };

/* The value in hand: where it is, and which missing properties are excused, because a
 * misspelt one was reported in their place. */
struct frame {
	struct frame *parent;
	cp_str key; /* at == NULL: an array element */
	size_t index;
	const json_t *json;
	cp_str excused[EXCUSES];
	size_t excused_len;
};

struct checker {
	cp_source *source;
	cp_diags *diags; /* NULL: quietly */
};

static bool check(struct checker *checker, const cp_schema *schema, struct frame *frame);

static void write_pointer(cp_buf *out, const struct frame *frame)
{
	if (!frame->parent)
		return;
	write_pointer(out, frame->parent);
	if (frame->key.at)
		cp_pointer_add_key(out, frame->key);
	else
		cp_pointer_add_index(out, frame->index);
}

static cp_place place_of(
	struct checker *checker, const struct frame *frame, cp_str property)
{
	cp_buf pointer = {0};
	write_pointer(&pointer, frame);
	if (property.at)
		cp_pointer_add_key(&pointer, property);
	cp_place place = cp_place_json(
		checker->diags, checker->source, "%.*s", CP_FMT(cp_buf_str(&pointer)));
	place.key = property.at != NULL;
	cp_buf_clear(&pointer);
	return place;
}

/* What the value is called in a message: by its property, by its "id" if it is one of many,
 * or by the array it is in. */
static void write_name(cp_buf *out, const struct frame *frame)
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

static bool report(struct checker *checker, const struct frame *frame, cp_code code,
	const char *what, cp_str detail)
{
	if (!checker->diags)
		return false;
	cp_buf name = {0};
	write_name(&name, frame);
	cp_diag_add(checker->diags, code, place_of(checker, frame, (cp_str){0}),
		"%s %s%.*s", name.at, what, CP_FMT(detail));
	cp_buf_clear(&name);
	return false;
}

static void write_choice(cp_buf *out, size_t i, size_t count)
{
	cp_buf_puts(out, i == 0 ? "" : i + 1 == count ? " or " : ", ");
}

static void write_types(cp_buf *out, unsigned types)
{
	static const struct {
		unsigned bits;
		const char *name;
	} names[] = {
		{TYPE_STRING, "a text"},
		{TYPE_NUMBER | TYPE_INTEGER, "a number"},
		{TYPE_INTEGER, "a whole number"},
		{TYPE_BOOLEAN, "true or false"},
		{TYPE_OBJECT, "an object { … }"},
		{TYPE_ARRAY, "an array [ … ]"},
		{TYPE_NULL, "null"},
	};
	const char *found[sizeof names / sizeof *names];
	size_t count = 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if ((types & names[i].bits) == names[i].bits) {
			found[count++] = names[i].name;
			types &= ~names[i].bits;
		}
	if (types & TYPE_NUMBER)
		found[count++] = "a number";
	for (size_t i = 0; i < count; i++) {
		write_choice(out, i, count);
		cp_buf_puts(out, found[i]);
	}
}

static bool report_type(
	struct checker *checker, const struct frame *frame, unsigned types)
{
	if (!checker->diags)
		return false;
	cp_buf detail = {0};
	write_types(&detail, types);
	cp_buf_puts(&detail, ", not ");
	write_types(&detail, cp_schema_type_of(frame->json));
	report(checker, frame, CP_WRONG_TYPE, "must be ", cp_buf_str(&detail));
	cp_buf_clear(&detail);
	return false;
}

static bool is_constant(
	const struct cp_schema_constant *constant, const struct cp_schema_constant *value)
{
	return (constant->type & value->type) != 0
		&& cp_str_eq(constant->text, value->text)
		&& constant->number == value->number;
}

static void write_constant(cp_buf *out, const struct cp_schema_constant *constant)
{
	if (constant->type == TYPE_STRING)
		cp_buf_printf(out, "\"%.*s\"", CP_FMT(constant->text));
	else if (constant->type == TYPE_BOOLEAN)
		cp_buf_puts(out, constant->number != 0 ? "true" : "false");
	else if (constant->type == TYPE_NULL)
		cp_buf_puts(out, "null");
	else if (constant->number < 1e15 && constant->number > -1e15)
		cp_buf_number(out, constant->number);
	else
		cp_buf_puts(out, "a number so large");
}

static bool report_constant(struct checker *checker, const cp_schema *schema,
	const struct frame *frame, const struct cp_schema_constant *value)
{
	if (!checker->diags)
		return false;
	cp_buf message = {0};
	write_name(&message, frame);
	cp_buf_puts(&message, " must be ");
	cp_suggestion near = cp_suggestion_in(checker->diags, value->text);
	for (size_t i = 0; i < schema->constants_len; i++) {
		write_choice(&message, i, schema->constants_len);
		write_constant(&message, &schema->constants[i]);
		if (value->text.at && schema->constants[i].text.at)
			cp_suggestion_see(&near, schema->constants[i].text);
	}
	cp_buf_puts(&message, ", not ");
	write_constant(&message, value);
	cp_diag *diag = cp_diag_add(checker->diags, CP_BAD_VALUE,
		place_of(checker, frame, (cp_str){0}), "%s", message.at);
	cp_suggestion_hint(checker->diags, diag, &near);
	cp_buf_clear(&message);
	return false;
}

static bool check_constants(
	struct checker *checker, const cp_schema *schema, const struct frame *frame)
{
	if (json_is_object(frame->json) || json_is_array(frame->json))
		return report(checker, frame, CP_BAD_VALUE,
			"must not be an object or array", (cp_str){0});
	struct cp_schema_constant value = cp_schema_constant_of(frame->json);
	for (size_t i = 0; i < schema->constants_len; i++)
		if (is_constant(&schema->constants[i], &value))
			return true;
	return report_constant(checker, schema, frame, &value);
}

static bool report_unknown(
	struct checker *checker, const cp_schema *schema, struct frame *frame, cp_str key)
{
	if (!checker->diags)
		return false;
	cp_suggestion near = cp_suggestion_in(checker->diags, key);
	for (size_t i = 0; i < schema->values.len; i++)
		if (!json_object_getn(frame->json, schema->properties[i].at,
			    schema->properties[i].len))
			cp_suggestion_see(&near, schema->properties[i]);
	cp_diag *diag = cp_diag_add(checker->diags, CP_UNKNOWN_PROPERTY,
		place_of(checker, frame, key), "unknown property \"%.*s\"", CP_FMT(key));
	cp_suggestion_hint(checker->diags, diag, &near);
	if (near.best.at && frame->excused_len < EXCUSES)
		frame->excused[frame->excused_len++] = near.best;
	return false;
}

static bool check_child(struct checker *checker, const cp_schema *schema,
	struct frame *parent, cp_str key, size_t index, const json_t *json)
{
	struct frame frame = {.parent = parent, .key = key, .index = index, .json = json};
	return check(checker, schema, &frame);
}

static bool check_property(struct checker *checker, const cp_schema *schema,
	struct frame *frame, cp_str key, const json_t *value)
{
	uint32_t known = cp_map_find(&schema->names, key);
	if (known != CP_NONE)
		return check_child(
			checker, schema->values.at[known], frame, key, 0, value);
	bool matched = false, valid = true;
	for (size_t i = 0; i < schema->prefixed.len; i++)
		if (cp_str_starts(key, schema->prefixes[i])) {
			matched = true;
			valid &= check_child(
				checker, schema->prefixed.at[i], frame, key, 0, value);
		}
	if (matched || !schema->additional)
		return valid;
	if (schema->additional->never)
		return report_unknown(checker, schema, frame, key);
	return check_child(checker, schema->additional, frame, key, 0, value);
}

static bool is_missing(const struct frame *frame, cp_str property)
{
	for (size_t i = 0; i < frame->excused_len; i++)
		if (cp_str_eq(frame->excused[i], property))
			return false;
	return !json_object_getn(frame->json, property.at, property.len);
}

static bool report_missing(
	struct checker *checker, const struct frame *frame, cp_str names)
{
	return report(checker, frame, CP_MISSING_PROPERTY, "lacks ", names);
}

static bool check_required(
	struct checker *checker, const cp_schema *schema, const struct frame *frame)
{
	bool valid = true;
	for (size_t i = 0; i < schema->required_len; i++) {
		if (!is_missing(frame, schema->required[i]))
			continue;
		if (!checker->diags)
			return false;
		cp_buf name = {0};
		cp_buf_printf(&name, "\"%.*s\"", CP_FMT(schema->required[i]));
		valid = report_missing(checker, frame, cp_buf_str(&name));
		cp_buf_clear(&name);
	}
	return valid;
}

static bool check_object(
	struct checker *checker, const cp_schema *schema, struct frame *frame)
{
	bool valid = true;
	if (schema->additional || schema->prefixed.len) {
		for (void *i = json_object_iter((json_t *)frame->json); i;
			i = json_object_iter_next((json_t *)frame->json, i)) {
			cp_str key = {
				json_object_iter_key(i), json_object_iter_key_len(i)};
			valid &= check_property(
				checker, schema, frame, key, json_object_iter_value(i));
		}
	} else {
		for (size_t i = 0; i < schema->values.len; i++) {
			cp_str key = schema->properties[i];
			const json_t *value =
				json_object_getn(frame->json, key.at, key.len);
			if (value)
				valid &= check_child(checker, schema->values.at[i], frame,
					key, 0, value);
		}
	}
	return check_required(checker, schema, frame) && valid;
}

static bool check_array(
	struct checker *checker, const cp_schema *schema, struct frame *frame)
{
	bool valid = true;
	size_t len = json_array_size(frame->json);
	if (len < schema->min_items)
		valid = report(checker, frame, CP_OUT_OF_RANGE, "must not be empty",
			(cp_str){0});
	for (size_t i = 0; schema->items && i < len; i++)
		valid &= check_child(checker, schema->items, frame, (cp_str){0}, i,
			json_array_get(frame->json, i));
	return valid;
}

static bool check_string(
	struct checker *checker, const cp_schema *schema, const struct frame *frame)
{
	/* Every code point has a byte, so most texts need not be counted. */
	if (!schema->min_length
		|| (schema->min_length == 1 && json_string_length(frame->json))
		|| cp_utf8_count(cp_schema_text_of(frame->json)) >= schema->min_length)
		return true;
	return report(checker, frame, CP_OUT_OF_RANGE, "must not be empty", (cp_str){0});
}

static bool check_number(
	struct checker *checker, const cp_schema *schema, const struct frame *frame)
{
	double number = json_number_value(frame->json);
	if (number >= schema->minimum && number <= schema->maximum)
		return true;
	if (!checker->diags)
		return false;
	bool below = number < schema->minimum;
	cp_buf limit = {0};
	cp_buf_number(&limit, below ? schema->minimum : schema->maximum);
	report(checker, frame, CP_OUT_OF_RANGE,
		below ? "must be at least " : "must be at most ", cp_buf_str(&limit));
	cp_buf_clear(&limit);
	return false;
}

static size_t count_fitting(struct checker *checker,
	const struct cp_schema_list *branches, struct frame *frame)
{
	struct checker quiet = {.source = checker->source};
	size_t count = 0;
	for (size_t i = 0; i < branches->len; i++)
		count += check(&quiet, branches->at[i], frame);
	return count;
}

/* The types that a schema allows at its top: its own, or those of its branches. */
static unsigned top_types(const cp_schema *schema)
{
	unsigned types = schema->types;
	if (!types && schema->ref)
		types = top_types(schema->ref);
	for (size_t i = 0; !schema->types && i < schema->one_of.len; i++)
		types |= top_types(schema->one_of.at[i]);
	return types;
}

/* Branches that each only require one property: what must be there is one of those. */
static bool report_choice(struct checker *checker, const struct cp_schema_list *branches,
	const struct frame *frame, size_t fitting)
{
	cp_buf names = {0};
	for (size_t i = 0; i < branches->len; i++) {
		if (branches->at[i]->required_len != 1) {
			cp_buf_clear(&names);
			return false;
		}
		cp_buf_puts(&names, i == 0 ? "" : fitting ? " and " : " or ");
		cp_buf_printf(&names, "\"%.*s\"", CP_FMT(branches->at[i]->required[0]));
	}
	if (fitting)
		report(checker, frame, CP_SCHEMA, "must have only one of ",
			cp_buf_str(&names));
	else
		report_missing(checker, frame, cp_buf_str(&names));
	cp_buf_clear(&names);
	return true;
}

/* `fitting` branches fit the value, and that is not what `branches` allow. */
static bool report_branches(struct checker *checker,
	const struct cp_schema_list *branches, struct frame *frame, size_t fitting)
{
	if (!checker->diags || report_choice(checker, branches, frame, fitting))
		return false;
	unsigned allowed = 0, type = cp_schema_type_of(frame->json);
	const cp_schema *meant = NULL;
	for (size_t i = 0; i < branches->len; i++) {
		unsigned types = top_types(branches->at[i]);
		allowed |= types;
		if (!meant && (!types || (types & type)))
			meant = branches->at[i];
	}
	if (fitting)
		return report(checker, frame, CP_SCHEMA,
			"may be read in more than one way", (cp_str){0});
	return meant ? check(checker, meant, frame)
		     : report_type(checker, frame, allowed);
}

static bool check_branches(
	struct checker *checker, const cp_schema *schema, struct frame *frame)
{
	bool valid = true;
	for (size_t i = 0; i < schema->all_of.len; i++)
		valid &= check(checker, schema->all_of.at[i], frame);
	size_t fitting;
	if (schema->any_of.len && !count_fitting(checker, &schema->any_of, frame))
		valid = report_branches(checker, &schema->any_of, frame, 0);
	if (schema->one_of.len
		&& (fitting = count_fitting(checker, &schema->one_of, frame)) != 1)
		valid = report_branches(checker, &schema->one_of, frame, fitting);
	if (schema->if_) {
		struct checker quiet = {.source = checker->source};
		const cp_schema *next =
			check(&quiet, schema->if_, frame) ? schema->then : schema->else_;
		valid &= !next || check(checker, next, frame);
	}
	return valid;
}

static bool check(struct checker *checker, const cp_schema *schema, struct frame *frame)
{
	if (schema->never)
		return report(checker, frame, CP_SCHEMA, "must not be here", (cp_str){0});
	unsigned type = cp_schema_type_of(frame->json);
	if (schema->types && !(schema->types & type))
		return report_type(checker, frame, schema->types);
	bool valid = !schema->ref || check(checker, schema->ref, frame);
	if (schema->constants_len)
		valid &= check_constants(checker, schema, frame);
	switch (type) {
	case TYPE_OBJECT:
		valid &= check_object(checker, schema, frame);
		break;
	case TYPE_ARRAY:
		valid &= check_array(checker, schema, frame);
		break;
	case TYPE_STRING:
		valid &= check_string(checker, schema, frame);
		break;
	case TYPE_BOOLEAN:
	case TYPE_NULL:
		break;
	default:
		valid &= check_number(checker, schema, frame);
	}
	return check_branches(checker, schema, frame) && valid;
}

bool cp_schema_check(const cp_schema *schema, cp_document *document, cp_diags *diags)
{
	struct checker checker = {.source = document->source, .diags = diags};
	struct frame frame = {.json = document->root};
	return check(&checker, schema, &frame);
}
