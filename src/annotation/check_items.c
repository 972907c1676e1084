/* What the motion and each item, speaker and source say of themselves: schemes by their names, points that are
 * written twice, entries that nothing uses. */
#include "annotation/annotation.h"
#include "annotation/blank.h"
#include "annotation/scheme.h"
#include "text/fold.h"
#include "text/suggest.h"

struct checker {
	cp_arena *arena;
	cp_annotation *annotation;
	cp_diags *diags;
};

/* ---- Schemes ---- */

/* Names that begin with x- are the annotator's own. */
static bool is_known(cp_str scheme)
{
	return !scheme.len || cp_str_starts(scheme, CP_LIT("x-"))
		|| cp_scheme_find(scheme);
}

static void report_scheme(struct checker *checker, cp_str scheme, cp_place place)
{
	cp_suggestion near = cp_suggestion_in(checker->diags, scheme);
	for (const cp_scheme *known = cp_schemes; known->id; known++)
		cp_suggestion_see(&near, cp_str_of(known->id));
	cp_diag *diag = cp_diag_add(checker->diags, CP_UNKNOWN_SCHEME, place,
		"there is no argumentation scheme \"%.*s\"", CP_FMT(scheme));
	cp_suggestion_hint(checker->diags, diag, &near);
}

static void check_schemes(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	for (size_t i = 0; i < annotation->items.len; i++) {
		const cp_item *item = &annotation->items.at[i];
		if (!is_known(item->scheme))
			report_scheme(checker, item->scheme,
				cp_item_place(
					checker->diags, annotation, item, "scheme"));
	}
	for (size_t i = 0; i < annotation->targets.len; i++) {
		const cp_target *target = &annotation->targets.at[i];
		if (!is_known(target->scheme))
			report_scheme(checker, target->scheme,
				cp_target_place(
					checker->diags, annotation, target, "scheme"));
	}
}

/* ---- Gists ---- */

static void report_same_gist(struct checker *checker, uint32_t node, uint32_t first)
{
	const cp_annotation *annotation = checker->annotation;
	const cp_item *item = cp_annotation_item(annotation, node);
	const cp_item *other = cp_annotation_item(annotation, first);
	cp_diag *diag = cp_diag_add(checker->diags, CP_SAME_GIST,
		cp_item_place(checker->diags, annotation, item, "gist"),
		"\"%.*s\" has the gist of \"%.*s\", and they are two boxes on the map",
		CP_FMT(item->id), CP_FMT(other->id));
	cp_diag_hint(checker->diags, diag,
		"if they say the same, write \"restates\": \"%.*s\"", CP_FMT(other->id));
	cp_diag_also(checker->diags, diag,
		cp_item_place(checker->diags, annotation, other, "gist"),
		"the other one is here");
}

/* Only gists that are the same but for capitals and typography: nothing is guessed of what
 * words mean. */
static void check_gists(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	cp_map seen = {0};
	for (uint32_t node = 1; node < cp_annotation_nodes(annotation); node++) {
		cp_str gist = cp_annotation_item(annotation, node)->gist;
		if (!gist.len || cp_annotation_item(annotation, node)->broken)
			continue;
		uint32_t first = cp_map_add(
			checker->arena, &seen, cp_fold(checker->arena, gist).text, node);
		if (annotation->cluster[first] != annotation->cluster[node])
			report_same_gist(checker, node, first);
	}
}

/* ---- What nothing uses ---- */

static void report_unused(
	struct checker *checker, const char *what, cp_str id, uint32_t json_index)
{
	cp_diag_add(checker->diags, CP_UNUSED,
		cp_place_json(checker->diags, checker->annotation->source, "/%ss/%u/id",
			what, (unsigned)json_index),
		"nothing uses the %s \"%.*s\"", what, CP_FMT(id));
}

static void check_uses(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	bool *speaks = CP_NEW_ARRAY(checker->arena, bool, annotation->speakers.len);
	bool *quoted = CP_NEW_ARRAY(checker->arena, bool, annotation->works.len);
	for (size_t i = 0; i < annotation->items.len; i++) {
		const cp_item *item = &annotation->items.at[i];
		if (item->speaker != CP_NONE)
			speaks[item->speaker] = true;
		if (item->quoted_work != CP_NONE)
			quoted[item->quoted_work] = true;
	}
	for (size_t i = 0; i < annotation->speakers.len; i++) {
		const cp_speaker *speaker = &annotation->speakers.at[i];
		if (!speaks[i] && !speaker->comments_len)
			report_unused(
				checker, "speaker", speaker->id, speaker->json_index);
	}
	for (size_t i = 0; i < annotation->works.len; i++)
		if (!quoted[i])
			report_unused(checker, "source", annotation->works.at[i].id,
				annotation->works.at[i].json_index);
}

/* ---- What draft found ---- */

/* One finding for all: the first place, and how many there are. */
struct unconfirmed {
	size_t items, others;
	const char *array; /* of the first */
	uint32_t json_index;
};

static void count_unconfirmed(struct unconfirmed *found, bool automatic, bool item,
	const char *array, uint32_t json_index)
{
	if (!automatic)
		return;
	if (!found->array || (item && !found->items)) {
		found->array = array;
		found->json_index = json_index;
	}
	found->items += item;
	found->others += !item;
}

static void check_confirmed(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	struct unconfirmed found = {0};
	for (size_t i = 0; i < annotation->items.len; i++)
		count_unconfirmed(&found, annotation->items.at[i].automatic, true,
			"annotations", annotation->items.at[i].json_index);
	for (size_t i = 0; i < annotation->speakers.len; i++)
		count_unconfirmed(&found, annotation->speakers.at[i].automatic, false,
			"speakers", annotation->speakers.at[i].json_index);
	for (size_t i = 0; i < annotation->works.len; i++)
		count_unconfirmed(&found, annotation->works.at[i].automatic, false,
			"sources", annotation->works.at[i].json_index);
	for (size_t i = 0; i < annotation->addresses.len; i++)
		count_unconfirmed(&found, annotation->addresses.at[i].automatic, false,
			"addresses", annotation->addresses.at[i].json_index);
	if (!found.array)
		return;
	char others[80] = "";
	if (found.others)
		snprintf(others, sizeof others,
			", and %zu speaker%s, source%s or address%s", found.others,
			found.others == 1 ? "" : "s", found.others == 1 ? "" : "s",
			found.others == 1 ? "" : "es");
	cp_diag_add(checker->diags, CP_UNCONFIRMED,
		cp_place_json(checker->diags, annotation->source, "/%s/%u/origin",
			found.array, (unsigned)found.json_index),
		"not confirmed yet: %zu of %zu items%s", found.items,
		annotation->items.len, others);
}

/* ---- The motion ---- */

/* The titles of threads, which drafts begin with, often ask; claims can only bear on what is
 * stated. */
static void check_motion(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	cp_str motion = annotation->motion;
	bool unwritten = cp_str_is(motion, CP_BLANK_MOTION);
	if (!unwritten && !(motion.len && motion.at[motion.len - 1] == '?'))
		return;
	cp_diag *diag = cp_diag_add(checker->diags, CP_MOTION_NOT_STATED,
		cp_place_json(checker->diags, annotation->source, "%s", "/motion/text"),
		"the motion is %s", unwritten ? "not written yet" : "a question");
	cp_diag_hint(checker->diags, diag,
		"say it as one plain statement, which claims can be for or against");
}

void cp_annotation_check_items(
	cp_arena *arena, cp_annotation *annotation, cp_diags *diags)
{
	struct checker checker = {arena, annotation, diags};
	check_motion(&checker);
	check_schemes(&checker);
	check_gists(&checker);
	check_confirmed(&checker);
	/* Where an id is mistyped, what it means seems unused. */
	if (!diags->count[CP_ERROR])
		check_uses(&checker);
}
