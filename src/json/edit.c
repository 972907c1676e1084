/* Changing a JSON text.
 *
 * Edits become splices: ranges of bytes, and what stands there instead. What is done to the
 * children of one container is planned together, as the commas between them belong to none
 * of them alone. */
#include "json/edit.h"

#include "json/values.h"

#include <stdlib.h>

enum edit_kind { SET, RENAME, REMOVE };

struct edit {
	uint32_t parent, value; /* indices of values; CP_NONE: the root's, a new one */
	size_t order;
	enum edit_kind kind;
	cp_str name; /* new, of a property, with its quotes */
	cp_str text; /* of the value */
};

struct cp_edits {
	cp_arena *arena;
	cp_source *source;
	CP_ARRAY(struct edit) list;
};

struct splice {
	size_t start, end, order;
	cp_str text;
};

/* Edits on their way to splices. */
struct plan {
	cp_arena *arena;
	cp_str text;
	const cp_json_value *values;
	CP_ARRAY(struct splice) splices;
	CP_ARRAY(uint32_t) gone; /* children of the container in hand, in order */
};

cp_edits *cp_edits_new(cp_arena *arena, cp_source *source)
{
	cp_edits *edits = CP_NEW(arena, cp_edits);
	edits->arena = arena;
	edits->source = source;
	return edits;
}

/* ---- Collecting ---- */

static cp_str quote_name(cp_arena *arena, cp_str name)
{
	cp_buf quoted = {0};
	cp_json_put_string(&quoted, name);
	return cp_buf_settle(arena, &quoted);
}

static size_t last_slash(cp_str pointer)
{
	size_t slash = pointer.len;
	while (slash && pointer.at[slash - 1] != '/')
		slash--;
	return slash ? slash - 1 : 0;
}

/* The name that the last step of a pointer gives, with quotes. */
static cp_str last_name(cp_arena *arena, cp_str pointer)
{
	cp_buf name = {0};
	size_t i = last_slash(pointer);
	cp_pointer_step(pointer, &i, &name);
	cp_str quoted = quote_name(arena, cp_buf_str(&name));
	cp_buf_clear(&name);
	return quoted;
}

static uint32_t parent_of(cp_edits *edits, cp_str pointer)
{
	if (!pointer.len || pointer.at[0] != '/')
		return CP_NONE;
	return cp_json_find(edits->source, cp_str_part(pointer, 0, last_slash(pointer)));
}

static struct edit *add_edit(
	cp_edits *edits, enum edit_kind kind, uint32_t parent, uint32_t value)
{
	struct edit *edit = cp_push(edits->arena, &edits->list);
	*edit = (struct edit){
		.parent = parent, .value = value, .order = edits->list.len, .kind = kind};
	return edit;
}

/* Can the last step of the pointer be added to its parent? */
static bool has_room_for(cp_edits *edits, uint32_t parent, cp_str pointer)
{
	if (parent == CP_NONE)
		return false;
	size_t start = cp_json_values(edits->source, NULL)[parent].start;
	char open = edits->source->text.at[start];
	return open == '{'
		|| (open == '['
			&& cp_str_is(
				cp_str_part(pointer, last_slash(pointer), pointer.len),
				"/-"));
}

bool cp_edit_set(cp_edits *edits, cp_str pointer, cp_str value)
{
	uint32_t parent = parent_of(edits, pointer);
	uint32_t found = cp_json_find(edits->source, pointer);
	if (found == CP_NONE && !has_room_for(edits, parent, pointer))
		return false;
	struct edit *edit = add_edit(edits, SET, parent, found);
	edit->text = cp_str_copy(edits->arena, value);
	edit->name = last_name(edits->arena, pointer);
	return true;
}

bool cp_edit_rename(cp_edits *edits, cp_str pointer, cp_str key)
{
	uint32_t found = cp_json_find(edits->source, pointer);
	if (found == CP_NONE || !cp_json_values(edits->source, NULL)[found].key_end)
		return false;
	add_edit(edits, RENAME, parent_of(edits, pointer), found)->name =
		quote_name(edits->arena, key);
	return true;
}

bool cp_edit_remove(cp_edits *edits, cp_str pointer)
{
	uint32_t found = cp_json_find(edits->source, pointer);
	if (found == CP_NONE || !pointer.len)
		return false;
	add_edit(edits, REMOVE, parent_of(edits, pointer), found);
	return true;
}

/* ---- Planning ---- */

static void splice(struct plan *plan, size_t start, size_t end, cp_str text)
{
	struct splice *added = cp_push(plan->arena, &plan->splices);
	*added = (struct splice){start, end, plan->splices.len, text};
}

static size_t start_of(const cp_json_value *value)
{
	return value->key_end ? value->key : value->start;
}

static bool has_newline(cp_str text)
{
	return text.len && memchr(text.at, '\n', text.len);
}

/* How the children of a container are set out. */
struct layout {
	cp_str lead;      /* between the bracket and the first child */
	cp_str separator; /* before the last child, or what it would be */
	cp_str colon;
	bool object, empty;
};

static cp_str joined(cp_arena *arena, cp_str a, cp_str b)
{
	cp_buf text = {0};
	cp_buf_put(&text, a);
	cp_buf_put(&text, b);
	return cp_buf_settle(arena, &text);
}

static struct layout layout_of(struct plan *plan, uint32_t container)
{
	const cp_json_value *values = plan->values, *whole = &values[container];
	const cp_json_value *first = &values[container + 1], *last = NULL, *before = NULL;
	struct layout layout = {
		.object = plan->text.at[whole->start] == '{', .colon = CP_LIT(": ")};
	for (uint32_t i = container + 1; i < whole->after; i = values[i].after) {
		before = last;
		last = &values[i];
	}
	layout.empty = !last;
	layout.lead = cp_str_part(plan->text, whole->start + 1,
		last ? start_of(first) : (size_t)whole->end - 1);
	if (last && layout.object)
		layout.colon = cp_str_part(plan->text, last->key_end, last->start);
	if (before)
		layout.separator = cp_str_part(plan->text, before->end, start_of(last));
	else if (has_newline(layout.lead))
		layout.separator = joined(plan->arena, CP_LIT(","), layout.lead);
	else
		layout.separator = layout.colon.len > 1 ? CP_LIT(", ") : CP_LIT(",");
	return layout;
}

/* A run of children goes: from `start` to `end`, between what stays: up to `before` (0: none)
 * and from `next` on. Of the two breaks beside the run, one on a new line stays. */
static void close_gap(
	struct plan *plan, size_t before, size_t start, size_t end, size_t next)
{
	if (before && !has_newline(cp_str_part(plan->text, before, start)))
		splice(plan, before, end, (cp_str){0});
	else
		splice(plan, start, next, (cp_str){0});
}

/* What is added to a container, joined. */
static cp_str write_added(struct plan *plan, const struct layout *layout,
	const struct edit *added, size_t len, bool first)
{
	cp_buf text = {0};
	for (size_t i = 0; i < len; i++) {
		bool again = false;
		for (size_t j = i + 1; layout->object && j < len; j++)
			again |= cp_str_eq(added[i].name, added[j].name);
		if (again)
			continue;
		cp_buf_put(&text, first ? (cp_str){0} : layout->separator);
		if (layout->object) {
			cp_buf_put(&text, added[i].name);
			cp_buf_put(&text, layout->colon);
		}
		cp_buf_put(&text, added[i].text);
		first = false;
	}
	return cp_buf_settle(plan->arena, &text);
}

/* Into a container that has nothing in it. */
static void fill_empty(
	struct plan *plan, uint32_t container, struct layout *layout, cp_str added)
{
	cp_str blank = layout->lead.len ? layout->lead
		: layout->object        ? CP_LIT(" ")
					: CP_LIT("");
	cp_buf text = {0};
	cp_buf_put(&text, blank);
	cp_buf_puts(&text, has_newline(blank) ? "\t" : "");
	cp_buf_put(&text, added);
	cp_buf_put(&text, blank);
	splice(plan, plan->values[container].start + 1, plan->values[container].end - 1,
		cp_buf_settle(plan->arena, &text));
}

/* Takes the children in plan->gone out of a container and puts new ones in. */
static void plan_children(
	struct plan *plan, uint32_t container, const struct edit *added, size_t len)
{
	const cp_json_value *values = plan->values, *whole = &values[container];
	size_t kept = 0, start = 0, end = 0, next = 0;
	for (uint32_t i = container + 1; i < whole->after; i = values[i].after) {
		if (next < plan->gone.len && plan->gone.at[next] == i) {
			start = start ? start : start_of(&values[i]);
			end = values[i].end;
			next++;
			continue;
		}
		if (start)
			close_gap(plan, kept, start, end, start_of(&values[i]));
		start = 0;
		kept = values[i].end;
	}
	struct layout layout =
		len || !kept ? layout_of(plan, container) : (struct layout){0};
	cp_str text = write_added(plan, &layout, added, len, !kept);
	if (kept && len)
		splice(plan, kept, kept, text);
	if (kept && start)
		splice(plan, kept, end, (cp_str){0});
	else if (!kept && !len)
		splice(plan, whole->start + 1, whole->end - 1, (cp_str){0});
	else if (!kept && layout.empty)
		fill_empty(plan, container, &layout, text);
	else if (!kept)
		splice(plan, start, end, text);
}

/* All edits of one value that is there. */
static void plan_value(struct plan *plan, const struct edit *edits, size_t len)
{
	const struct edit *change = NULL, *name = NULL;
	const cp_json_value *value = &plan->values[edits->value];
	for (size_t i = 0; i < len; i++)
		*(edits[i].kind == RENAME ? &name : &change) = &edits[i];
	if (change && change->kind == REMOVE) {
		*cp_push(plan->arena, &plan->gone) = edits->value;
		return;
	}
	if (name)
		splice(plan, value->key, value->key_end, name->name);
	if (change)
		splice(plan, value->start, value->end, change->text);
}

/* All edits of what is in one container, in the order of compare_edits. */
static void plan_container(struct plan *plan, const struct edit *edits, size_t len)
{
	size_t i = 0, same;
	plan->gone.len = 0;
	for (; i < len && edits[i].value != CP_NONE; i += same) {
		for (same = 1; i + same < len && edits[i + same].value == edits[i].value;)
			same++;
		plan_value(plan, edits + i, same);
	}
	if (plan->gone.len || i < len)
		plan_children(plan, edits->parent, edits + i, len - i);
}

static int compare_edits(const void *left, const void *right)
{
	const struct edit *a = left, *b = right;
	if (a->parent != b->parent)
		return a->parent < b->parent ? -1 : 1;
	if (a->value != b->value)
		return a->value < b->value ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static int compare_splices(const void *left, const void *right)
{
	const struct splice *a = left, *b = right;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

/* ---- Applying ---- */

/* A splice inside of one before it falls away with what it was to change. */
static void write_spliced(
	cp_buf *out, cp_str text, const struct splice *splices, size_t len)
{
	size_t at = 0;
	for (size_t i = 0; i < len; i++) {
		if (splices[i].start < at)
			continue;
		cp_buf_put(out, cp_str_part(text, at, splices[i].start));
		cp_buf_put(out, splices[i].text);
		at = splices[i].end;
	}
	cp_buf_put(out, cp_str_part(text, at, text.len));
}

void cp_edits_apply(cp_edits *edits, cp_buf *out)
{
	struct plan plan = {.arena = edits->arena,
		.text = edits->source->text,
		.values = cp_json_values(edits->source, NULL)};
	struct edit *list = edits->list.at;
	size_t len = edits->list.len, same;
	if (len)
		qsort(list, len, sizeof *list, compare_edits);
	for (size_t i = 0; i < len; i += same) {
		for (same = 1; i + same < len && list[i + same].parent == list[i].parent;)
			same++;
		plan_container(&plan, list + i, same);
	}
	if (plan.splices.len)
		qsort(plan.splices.at, plan.splices.len, sizeof *plan.splices.at,
			compare_splices);
	write_spliced(out, plan.text, plan.splices.at, plan.splices.len);
}
