/* Does a value fit a compiled schema? Yes or no; schema_report.c says why not.
 *
 * An object's members are looked at once, in their order, and put into the slots of the
 * schema's shape; subschemas that bear on the same object (allOf, if, …) then find them there.
 * Which members and elements were evaluated is noted only where an `unevaluated…` asks for
 * it, a bit each, so that everything is linear in the size of the document. */
#include "json/schema_run.h"

#include "text/utf8.h"

#include <stdlib.h>

enum {
	MOST_DEPTH = 5000,    /* schemas applied inside one another … */
	MOST_STACK = 6 << 20, /* … and bytes of stack; sanitizers need more for each */
	MOST_GIVEN_UP = 4,    /* patterns that took too long, before all are */
};

/* Without fuel, nothing is entered any more. */
static bool stop(cp_run *run)
{
	if (run->fuel > 0)
		run->too_deep = true;
	else
		run->too_long = !run->too_deep;
	run->fuel = 0;
	return false;
}

static inline bool is_too_deep(const cp_run *run)
{
	return run->depth >= MOST_DEPTH
		|| run->stack - (intptr_t)__builtin_frame_address(0) > MOST_STACK;
}

static inline bool enter(cp_run *run, const cp_schema *schema, struct cp_scope *scope)
{
	if (run->fuel <= 0 || is_too_deep(run))
		return stop(run);
	run->fuel--;
	run->depth++;
	if (!run->scope || run->scope->resource != schema->resource) {
		*scope = (struct cp_scope){schema->resource, run->scope};
		run->scope = scope;
	}
	return true;
}

static inline void leave(cp_run *run, struct cp_scope *scope)
{
	run->depth--;
	if (run->scope == scope)
		run->scope = scope->outer;
}

bool cp_run_enter(cp_run *run, const cp_schema *schema, struct cp_scope *scope)
{
	return enter(run, schema, scope);
}

void cp_run_leave(cp_run *run, struct cp_scope *scope)
{
	leave(run, scope);
}

/* ---- What was evaluated ---- */

static bool is_tracked(const cp_hand *hand)
{
	return hand->seen != CP_UNSEEN;
}

static void mark(cp_run *run, const cp_hand *hand, size_t i)
{
	run->seen.at[hand->seen + i / 64] |= (uint64_t)1 << i % 64;
}

static size_t words_for(const json_t *json)
{
	size_t count =
		json_is_object(json) ? json_object_size(json) : json_array_size(json);
	return count / 64 + 1;
}

/* Room for so many words at the end, all 0; where they begin. */
static size_t push_words(cp_run *run, size_t count)
{
	size_t start = run->seen.len;
	for (size_t i = 0; i < count; i++)
		*cp_push(&run->arena, &run->seen) = 0;
	return start;
}

/* A branch that does not fit has evaluated nothing. */
static bool fits_branch(
	cp_run *run, const cp_schema *schema, const json_t *json, cp_hand *hand)
{
	if (!is_tracked(hand))
		return cp_schema_fits(run, schema, json, hand);
	size_t words = words_for(json), own = push_words(run, words);
	cp_hand branch = *hand;
	branch.seen = own;
	bool fits = cp_schema_fits(run, schema, json, &branch);
	for (size_t i = 0; fits && i < words; i++)
		run->seen.at[hand->seen + i] |= run->seen.at[own + i];
	run->seen.len = own;
	return fits;
}

/* ---- Objects ---- */

static bool fits_child(cp_run *run, const cp_schema *schema, const json_t *json)
{
	return cp_schema_fits(run, schema, json, NULL);
}

bool cp_fits_pattern(cp_run *run, const cp_pattern *pattern, cp_str text)
{
	cp_match match = run->given_up < MOST_GIVEN_UP ? cp_pattern_match(pattern, text)
						       : CP_GAVE_UP;
	run->given_up += match == CP_GAVE_UP;
	return match == CP_MATCH;
}

static bool fits_name(cp_run *run, const cp_schema *schema, const char *key, size_t len)
{
	json_t *name = json_stringn_nocheck(key, len);
	bool fits = fits_child(run, schema, name);
	json_decref(name);
	return fits;
}

/* A member that is looked at whatever its name is; `known` if `properties` has it. */
static bool fits_any_member(cp_run *run, const cp_object_rules *rules, cp_str key,
	const json_t *value, bool *known)
{
	for (size_t i = 0; i < rules->patterns.len; i++) {
		const cp_selected *selected = &rules->patterns.at[i];
		if (!cp_fits_pattern(run, selected->pattern, key))
			continue;
		*known = true;
		if (!fits_child(run, selected->schema, value))
			return false;
	}
	if (!*known && rules->additional) {
		*known = true;
		if (!fits_child(run, rules->additional, value))
			return false;
	}
	return !rules->member_names
		|| fits_name(run, rules->member_names, key.at, key.len);
}

/* Is all that bears on the member what `properties` says? */
static inline bool is_apart(const cp_object_rules *rules, uint32_t slot)
{
	return slot < CP_MOST_SLOTS && (rules->apart >> slot & 1);
}

static size_t push_slots(cp_run *run, size_t count)
{
	size_t start = run->slots.len, wanted = start + count;
	if (wanted > run->slots.cap)
		cp_reserve(&run->arena, &run->slots, 2 * wanted);
	run->slots.len = wanted;
	return start;
}

static bool fits_members(
	cp_run *run, const cp_object_rules *rules, const json_t *json, cp_hand *hand)
{
	const cp_shape *shape = rules->shape;
	bool fill = !hand->shape && shape->table;
	size_t slots = fill ? push_slots(run, shape->names.len) : 0, i = 0;
	uint64_t present = 0;
	json_t *object = (json_t *)json;
	for (void *at = json_object_iter(object); at;
		at = json_object_iter_next(object, at), i++) {
		const char *key = json_object_iter_key(at);
		size_t len = json_object_iter_key_len(at);
		const json_t *value = json_object_iter_value(at);
		uint32_t slot = cp_shape_find(shape, key, len);
		bool known = false;
		if (slot != CP_NONE && fill) {
			run->slots.at[slots + slot] = value;
			present |= (uint64_t)1 << slot;
		}
		if (slot < rules->values_len && rules->values[slot]) {
			known = true;
			if (!fits_child(run, rules->values[slot], value))
				return false;
		}
		if (rules->every && !is_apart(rules, slot)
			&& !fits_any_member(
				run, rules, (cp_str){key, len}, value, &known))
			return false;
		if (known && is_tracked(hand))
			mark(run, hand, i);
	}
	run->fuel -= (long)i;
	if (fill) {
		hand->shape = shape;
		hand->slots = slots;
		hand->present = present;
	}
	return true;
}

/* The members that `properties` speaks of, from their slots. */
static bool fits_slots(cp_run *run, const cp_object_rules *rules, const cp_hand *hand)
{
	for (uint64_t left = rules->valued & hand->present; left; left &= left - 1) {
		unsigned slot = (unsigned)__builtin_ctzll(left);
		if (!fits_child(
			    run, rules->values[slot], run->slots.at[hand->slots + slot]))
			return false;
	}
	return true;
}

/* Few members of an object that nothing else is said of: they are asked for by name. */
static bool fits_named(cp_run *run, const cp_object_rules *rules, const json_t *json)
{
	for (size_t i = 0; i < rules->values_len; i++) {
		cp_str name = rules->shape->names.at[i];
		const json_t *value = rules->values[i]
			? json_object_getn(json, name.at, name.len)
			: NULL;
		if (value && !fits_child(run, rules->values[i], value))
			return false;
	}
	return true;
}

static bool has_names(const json_t *json, const cp_str *names, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!json_object_getn(json, names[i].at, names[i].len))
			return false;
	return true;
}

static bool fits_dependent(
	cp_run *run, const cp_object_rules *rules, const json_t *json, cp_hand *hand)
{
	for (size_t i = 0; i < rules->dependent.len; i++) {
		const cp_selected *selected = &rules->dependent.at[i];
		if (!json_object_getn(json, selected->name.at, selected->name.len))
			continue;
		if (selected->schema ? !cp_schema_fits(run, selected->schema, json, hand)
				     : !has_names(json, selected->required,
					     selected->required_len))
			return false;
	}
	return true;
}

static bool is_shared(const cp_object_rules *rules, const cp_hand *hand)
{
	return hand->shape && hand->shape == rules->shape;
}

/* Few names that no other schema for this object shares are looked up, many walked over. */
static bool fits_properties(
	cp_run *run, const cp_object_rules *rules, const json_t *json, cp_hand *hand)
{
	enum { FEW = 3 };
	bool whole = rules->every || is_tracked(hand);
	if (!whole && is_shared(rules, hand))
		return fits_slots(run, rules, hand);
	if (!whole && rules->shape->names.len <= FEW)
		return fits_named(run, rules, json);
	return fits_members(run, rules, json, hand);
}

static bool fits_object(
	cp_run *run, const cp_object_rules *rules, const json_t *json, cp_hand *hand)
{
	size_t size = json_object_size(json);
	if (size < rules->least || size > rules->most
		|| !fits_properties(run, rules, json, hand))
		return false;
	if (is_shared(rules, hand) ? (rules->required & ~hand->present) != 0
				   : !has_names(json, rules->names, rules->names_len))
		return false;
	return !rules->dependent.len || fits_dependent(run, rules, json, hand);
}

/* ---- Arrays ---- */

static size_t count_contained(
	cp_run *run, const cp_array_rules *rules, const json_t *json, cp_hand *hand)
{
	size_t count = 0, len = json_array_size(json);
	for (size_t i = 0; i < len; i++) {
		bool fits = fits_child(run, rules->contains, json_array_get(json, i));
		count += fits;
		if (fits && is_tracked(hand))
			mark(run, hand, i);
		else if (fits && count >= rules->least_contained
			&& rules->most_contained == SIZE_MAX)
			break;
	}
	return count;
}

size_t cp_count_contained(cp_run *run, const cp_array_rules *rules, const json_t *json)
{
	cp_hand hand = {.seen = CP_UNSEEN};
	return count_contained(run, rules, json, &hand);
}

static bool fits_elements(
	cp_run *run, const cp_array_rules *rules, const json_t *json, cp_hand *hand)
{
	size_t len = json_array_size(json);
	size_t prefix = rules->prefix.len < len ? rules->prefix.len : len;
	size_t end = rules->items ? len : prefix;
	run->fuel -= (long)end;
	for (size_t i = 0; i < end; i++) {
		const cp_schema *schema = i < prefix ? rules->prefix.at[i] : rules->items;
		if (!fits_child(run, schema, json_array_get(json, i)))
			return false;
	}
	for (size_t i = 0; is_tracked(hand) && i < end; i++)
		mark(run, hand, i);
	return true;
}

static bool fits_array(
	cp_run *run, const cp_array_rules *rules, const json_t *json, cp_hand *hand)
{
	size_t len = json_array_size(json), first, second;
	if (len < rules->least || len > rules->most)
		return false;
	if ((rules->items || rules->prefix.len) && !fits_elements(run, rules, json, hand))
		return false;
	if (rules->contains) {
		size_t count = count_contained(run, rules, json, hand);
		if (count < rules->least_contained || count > rules->most_contained)
			return false;
	}
	return !rules->unique || !cp_value_find_twins(json, &first, &second);
}

/* ---- Texts, numbers, constants ---- */

/* Each code point has one to four bytes, so most texts need not be counted. */
static bool has_length(const cp_string_rules *rules, cp_str text)
{
	size_t fewest = (text.len + 3) / 4;
	if (text.len < rules->least || fewest > rules->most)
		return false;
	if (fewest >= rules->least && text.len <= rules->most)
		return true;
	size_t count = cp_utf8_count(text);
	return count >= rules->least && count <= rules->most;
}

bool cp_fits_string(cp_run *run, const cp_string_rules *rules, cp_str text)
{
	return has_length(rules, text)
		&& (!rules->pattern || cp_fits_pattern(run, rules->pattern, text))
		&& (!rules->format || rules->format->fits(text, &run->patterns));
}

bool cp_fits_number(const cp_number_rules *rules, const json_t *json)
{
	return (!rules->minimum || cp_value_compare(json, rules->minimum) >= 0)
		&& (!rules->maximum || cp_value_compare(json, rules->maximum) <= 0)
		&& (!rules->above || cp_value_compare(json, rules->above) > 0)
		&& (!rules->below || cp_value_compare(json, rules->below) < 0)
		&& (!rules->multiple_of
			|| cp_value_is_multiple(json, rules->multiple_of));
}

static bool is_text_among(const cp_constants *constants, cp_str text)
{
	if (constants->texts.len)
		return cp_map_find(&constants->texts, text) != CP_NONE;
	for (size_t i = 0; i < constants->len; i++) {
		const json_t *constant = constants->at[i];
		if (json_is_string(constant)
			&& cp_is_name(cp_value_text(constant), text.at, text.len))
			return true;
	}
	return false;
}

bool cp_fits_constants(const cp_constants *constants, const json_t *json)
{
	if (json_is_string(json))
		return is_text_among(constants, cp_value_text(json));
	for (size_t i = 0; i < constants->len; i++)
		if (cp_value_equal(constants->at[i], json))
			return true;
	return false;
}

/* ---- Schemas for the same value ---- */

/* The outermost resource that was entered decides (Core, section 8.2.3.2). */
const cp_schema *cp_dynamic_target(const cp_run *run, const cp_branches *branches)
{
	const cp_schema *found = branches->dynamic_ref;
	if (!branches->dynamic.at)
		return found;
	for (const struct cp_scope *scope = run->scope; scope; scope = scope->outer)
		for (size_t i = 0; scope->resource && i < scope->resource->dynamic.len;
			i++) {
			const cp_schema_anchor *anchor = scope->resource->dynamic.at[i];
			if (anchor->schema && cp_str_eq(anchor->name, branches->dynamic))
				found = anchor->schema;
		}
	return found;
}

static bool fits_all(
	cp_run *run, const cp_schema_list *list, const json_t *json, cp_hand *hand)
{
	for (size_t i = 0; i < list->len; i++)
		if (!cp_schema_fits(run, list->at[i], json, hand))
			return false;
	return true;
}

static bool fits_any(
	cp_run *run, const cp_schema_list *list, const json_t *json, cp_hand *hand)
{
	unsigned type = cp_value_type(json);
	bool fits = false;
	for (size_t i = 0; i < list->len && (!fits || is_tracked(hand)); i++)
		fits |= (list->at[i]->possible & type)
			&& fits_branch(run, list->at[i], json, hand);
	return fits;
}

static bool fits_one(
	cp_run *run, const cp_schema_list *list, const json_t *json, cp_hand *hand)
{
	unsigned type = cp_value_type(json), count = 0;
	for (size_t i = 0; i < list->len && count < 2; i++)
		count += (list->at[i]->possible & type)
			&& fits_branch(run, list->at[i], json, hand);
	return count == 1;
}

static bool fits_not(
	cp_run *run, const cp_schema *schema, const json_t *json, const cp_hand *hand)
{
	cp_hand own = *hand;
	own.seen = CP_UNSEEN;
	return !cp_schema_fits(run, schema, json, &own);
}

static bool fits_branches(
	cp_run *run, const cp_branches *branches, const json_t *json, cp_hand *hand)
{
	if (branches->ref && !cp_schema_fits(run, branches->ref, json, hand))
		return false;
	if (branches->dynamic_ref
		&& !cp_schema_fits(run, cp_dynamic_target(run, branches), json, hand))
		return false;
	if (branches->all_of.len && !fits_all(run, &branches->all_of, json, hand))
		return false;
	if (branches->any_of.len && !fits_any(run, &branches->any_of, json, hand))
		return false;
	if (branches->one_of.len && !fits_one(run, &branches->one_of, json, hand))
		return false;
	if (branches->not_ && !fits_not(run, branches->not_, json, hand))
		return false;
	if (!branches->if_)
		return true;
	const cp_schema *next = fits_branch(run, branches->if_, json, hand)
		? branches->then
		: branches->else_;
	return !next || cp_schema_fits(run, next, json, hand);
}

/* ---- All of it ---- */

static bool is_among_constants(const cp_schema *schema, const json_t *json)
{
	return (!schema->constant || cp_fits_constants(schema->constant, json))
		&& (!schema->enumeration || cp_fits_constants(schema->enumeration, json));
}

/* Where only the length counts, the number of bytes tells enough mostly. */
static inline bool fits_text(
	cp_run *run, const cp_string_rules *rules, const json_t *json)
{
	size_t len = json_string_length(json);
	size_t fewest = (len + 3) / 4;
	if (fewest >= rules->least && len <= rules->most && !rules->pattern
		&& !rules->format)
		return true;
	return cp_fits_string(run, rules, cp_value_text(json));
}

static bool fits_scalar(cp_run *run, const cp_schema *schema, const json_t *json)
{
	if (schema->string && json_is_string(json)
		&& !fits_text(run, schema->string, json))
		return false;
	if (schema->number && json_is_number(json)
		&& !cp_fits_number(schema->number, json))
		return false;
	return is_among_constants(schema, json);
}

static bool fits_rules(
	cp_run *run, const cp_schema *schema, const json_t *json, cp_hand *hand)
{
	if (json_is_object(json)) {
		if (schema->object && !fits_object(run, schema->object, json, hand))
			return false;
	} else if (json_is_array(json)) {
		if (schema->array && !fits_array(run, schema->array, json, hand))
			return false;
	} else {
		return fits_scalar(run, schema, json)
			&& (!schema->branches
				|| fits_branches(run, schema->branches, json, hand));
	}
	return is_among_constants(schema, json)
		&& (!schema->branches
			|| fits_branches(run, schema->branches, json, hand));
}

static const cp_schema *unevaluated_of(const cp_schema *schema, const json_t *json)
{
	return json_is_object(json)   ? schema->unevaluated_properties
		: json_is_array(json) ? schema->unevaluated_items
				      : NULL;
}

static bool fits_unseen(
	cp_run *run, const cp_schema *rest, const json_t *json, size_t seen)
{
	size_t i = 0;
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)json, key, value)
	{
		if (!cp_is_seen(run, seen, i++) && !fits_child(run, rest, value))
			return false;
	}
	for (i = 0; i < json_array_size(json); i++)
		if (!cp_is_seen(run, seen, i)
			&& !fits_child(run, rest, json_array_get(json, i)))
			return false;
	return true;
}

/* What this schema evaluates is for itself to know first, and then for who asks. */
static bool fits_with_rest(cp_run *run, const cp_schema *schema, const cp_schema *rest,
	const json_t *json, cp_hand *hand)
{
	size_t words = words_for(json), own = push_words(run, words);
	cp_hand inner = *hand;
	inner.seen = own;
	bool fits = fits_rules(run, schema, json, &inner)
		&& fits_unseen(run, rest, json, own);
	for (size_t i = 0; fits && is_tracked(hand) && i < words; i++)
		run->seen.at[hand->seen + i] = UINT64_MAX;
	run->seen.len = own;
	return fits;
}

size_t cp_run_mark_seen(cp_run *run, const cp_schema *schema, const json_t *json)
{
	cp_hand hand = {.seen = push_words(run, words_for(json))};
	fits_rules(run, schema, json, &hand);
	return hand.seen;
}

/* Whose slots are filled already for another shape, starts anew. */
static bool fits_entered(
	cp_run *run, const cp_schema *schema, const json_t *json, cp_hand *outer)
{
	cp_hand own = {.seen = outer ? outer->seen : CP_UNSEEN};
	bool anew = !outer
		|| (outer->shape && schema->object
			&& schema->object->shape != outer->shape);
	cp_hand *hand = anew ? &own : outer;
	size_t slots = run->slots.len;
	const cp_schema *rest = unevaluated_of(schema, json);
	bool fits = rest ? fits_with_rest(run, schema, rest, json, hand)
			 : fits_rules(run, schema, json, hand);
	if (anew)
		run->slots.len = slots;
	return fits;
}

bool cp_schema_fits(
	cp_run *run, const cp_schema *schema, const json_t *json, cp_hand *hand)
{
	struct cp_scope scope;
	if (!(schema->possible & cp_value_type(json)))
		return false;
	if (schema->plain)
		return true;
	if (!schema->branches && !json_is_object(json) && !json_is_array(json))
		return fits_scalar(run, schema, json);
	if (!enter(run, schema, &scope))
		return false;
	bool fits = fits_entered(run, schema, json, hand);
	leave(run, &scope);
	return fits;
}
