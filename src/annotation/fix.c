/* Mending an annotation.
 *
 * In rounds: the text is checked, what its findings carry as fixes is edited by pointer, and the
 * text that comes out is checked again, as a mended name may show what else is wrong. Every fix
 * is held against the text before it is made. */
#include "annotation/fix.h"

#include "annotation/load.h"
#include "json/edit.h"
#include "json/values.h"

enum {
	MOST_ROUNDS = 4, /* more than two that mend are rare */
	CONTEXT = 16,    /* bytes shown around what differs in a quote, about */
};

/* What a finding can be mended by. */
struct candidate {
	const cp_diag *diag;
	cp_str pointer; /* as it is afterwards */
	bool refused;
};

/* One round. */
struct fixer {
	cp_source *source; /* as it is checked, and … */
	cp_source *shown;  /* … its copy, which the changes point into */
	cp_arena arena;
	cp_edits *edits;
	cp_diags *changes;
	CP_ARRAY(struct candidate) candidates;
	cp_map by_pointer;
	size_t done;
};

/* Does the text at the place read as the finding says? */
static bool holds(const struct fixer *fixer, cp_place place, cp_str text)
{
	uint32_t index = cp_json_find(fixer->source, place.pointer);
	if (index == CP_NONE)
		return false;
	const cp_json_value *value = &cp_json_values(fixer->source, NULL)[index];
	cp_str raw = place.key
		? cp_str_part(fixer->source->text, value->key, value->key_end)
		: cp_str_part(fixer->source->text, value->start, value->end);
	return raw.len >= 2 && raw.at[0] == '"' && cp_json_is_text(raw, text);
}

/* The pointer of a property once it is named `name`. */
static cp_str renamed(struct fixer *fixer, cp_str pointer, cp_str name)
{
	cp_buf text = {0};
	while (pointer.len && pointer.at[pointer.len - 1] != '/')
		pointer.len--;
	cp_buf_put(&text, cp_str_part(pointer, 0, pointer.len ? pointer.len - 1 : 0));
	cp_pointer_add_key(&text, name);
	return cp_buf_settle(&fixer->arena, &text);
}

static void set_text(struct fixer *fixer, cp_str pointer, cp_str text)
{
	cp_buf json = {0};
	cp_json_put_string(&json, text);
	cp_edit_set(fixer->edits, pointer, cp_buf_str(&json));
	cp_buf_clear(&json);
}

static cp_place shown_place(struct fixer *fixer, cp_place place)
{
	cp_place shown = cp_place_json(
		fixer->changes, fixer->shown, "%.*s", CP_FMT(place.pointer));
	shown.key = place.key;
	return shown;
}

/* Two that would have the same name, or make different things of one value: which is meant
 * is not for us to say. */
static void settle(struct fixer *fixer, struct candidate *candidate, uint32_t index)
{
	uint32_t first =
		cp_map_add(&fixer->arena, &fixer->by_pointer, candidate->pointer, index);
	if (first == index)
		return;
	struct candidate *other = &fixer->candidates.at[first];
	candidate->refused = true;
	other->refused |= candidate->diag->place.key
		|| !cp_str_eq(candidate->diag->right, other->diag->right);
}

static void add_candidate(struct fixer *fixer, const cp_diag *diag)
{
	cp_place place = diag->place;
	if (!diag->right.at || place.source != fixer->source || !place.pointer.at
		|| cp_str_starts(place.pointer, CP_LIT("/thread/"))
		|| !holds(fixer, place, diag->wrong))
		return;
	cp_str pointer =
		place.key ? renamed(fixer, place.pointer, diag->right) : place.pointer;
	if (place.key && cp_json_find(fixer->source, pointer) != CP_NONE)
		return;
	uint32_t index = (uint32_t)fixer->candidates.len;
	struct candidate *candidate = cp_push(&fixer->arena, &fixer->candidates);
	*candidate = (struct candidate){.diag = diag, .pointer = pointer};
	settle(fixer, candidate, index);
}

static void fix_finding(struct fixer *fixer, const struct candidate *candidate)
{
	const cp_diag *diag = candidate->diag;
	if (candidate->refused)
		return;
	if (diag->place.key)
		cp_edit_rename(fixer->edits, diag->place.pointer, diag->right);
	else
		set_text(fixer, diag->place.pointer, diag->right);
	cp_diag_add(fixer->changes, diag->code, shown_place(fixer, diag->place),
		"\"%.*s\" → \"%.*s\"", CP_FMT(diag->wrong), CP_FMT(diag->right));
	fixer->done++;
}

/* ---- Quotes ---- */

/* The part of a text without what it shares with another at the beginning and the end, but for
 * some context. */
static cp_str cut(cp_str text, size_t before, size_t after)
{
	size_t start = before > CONTEXT ? before - CONTEXT : 0;
	size_t end = after > CONTEXT ? text.len - after + CONTEXT : text.len;
	while (start > 0 && !cp_starts_code_point(text.at[start]))
		start--;
	while (end < text.len && !cp_starts_code_point(text.at[end]))
		end++;
	return cp_str_part(text, start, end);
}

static void note_quote(struct fixer *fixer, cp_place place, cp_str was, cp_str is)
{
	size_t before = 0, after = 0, least = was.len < is.len ? was.len : is.len;
	while (before < least && was.at[before] == is.at[before])
		before++;
	while (after < least - before
		&& was.at[was.len - 1 - after] == is.at[is.len - 1 - after])
		after++;
	cp_str old = cut(was, before, after), new = cut(is, before, after);
	const char *left = old.at > was.at ? "…" : "";
	const char *right = old.at + old.len < was.at + was.len ? "…" : "";
	cp_diag_add(fixer->changes, CP_QUOTE_FOLDED, shown_place(fixer, place),
		"“%s%.*s%s” → “%s%.*s%s”, as in the comment", left, CP_FMT(old), right,
		left, CP_FMT(new), right);
}

static void fix_quote(struct fixer *fixer, const cp_annotation *annotation,
	const cp_item *item, cp_diags *diags)
{
	if (item->anchor.state != CP_ANCHOR_FOLDED)
		return;
	cp_place place = cp_item_place(diags, annotation, item, "quote");
	cp_str words = cp_str_part(annotation->thread->comments.at[item->comment].text,
		item->anchor.span.start, item->anchor.span.end);
	if (!holds(fixer, place, item->quote))
		return;
	set_text(fixer, place.pointer, words);
	note_quote(fixer, place, item->quote, words);
	fixer->done++;
}

/* ---- Rounds ---- */

static cp_source *copy_source(cp_diags *diags, const cp_source *source)
{
	cp_buf text = {0};
	cp_buf_put(&text, source->text);
	cp_source *copy = cp_input_replace(diags, source, &text);
	copy->locate = cp_json_locate;
	return copy;
}

/* Appends the mended text. False where there was nothing to mend. */
static bool fix_once(const cp_loaded *loaded, cp_source *source, cp_diags *diags,
	cp_diags *changes, cp_buf *out)
{
	struct fixer fixer = {.source = source, .changes = changes};
	const cp_annotation *annotation = loaded->annotation;
	fixer.edits = cp_edits_new(&fixer.arena, source);
	fixer.shown = copy_source(changes, source);
	for (size_t i = 0; i < diags->list.len; i++)
		add_candidate(&fixer, &diags->list.at[i]);
	for (size_t i = 0; i < fixer.candidates.len; i++)
		fix_finding(&fixer, &fixer.candidates.at[i]);
	for (size_t i = 0; i < annotation->items.len; i++)
		fix_quote(&fixer, annotation, &annotation->items.at[i], diags);
	if (fixer.done)
		cp_edits_apply(fixer.edits, out);
	cp_arena_clear(&fixer.arena);
	return fixer.done > 0;
}

/* One round of checking and mending, from `source`. The mended text as a text of `texts`;
 * NULL where there was nothing to mend. */
static cp_source *mend(const cp_source *source, cp_diags *changes, cp_diags *texts)
{
	cp_diags diags = {0};
	cp_loaded loaded;
	cp_buf out = {0};
	cp_source *checked = copy_source(&diags, source);
	bool mended = cp_loaded_read_text(&loaded, checked, &diags)
		&& fix_once(&loaded, checked, &diags, changes, &out);
	cp_loaded_clear(&loaded);
	cp_diags_clear(&diags);
	return mended ? cp_input_replace(texts, source, &out) : NULL;
}

bool cp_annotation_fix(cp_source *source, cp_buf *out, cp_diags *changes, cp_diags *diags)
{
	cp_source *next = source;
	for (int i = 0; i < MOST_ROUNDS && next; i++) {
		source = next;
		next = mend(source, changes, diags);
	}
	source = next ? next : source;
	cp_loaded loaded;
	cp_loaded_read_text(&loaded, source, diags);
	bool is_json = loaded.annotation_document.root != NULL;
	if (is_json)
		cp_buf_put(out, source->text);
	cp_loaded_clear(&loaded);
	return is_json;
}
