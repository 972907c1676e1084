/* What is odd about single steps: who answers whom, when, and how often. */
#include "annotation/annotation.h"

struct checker {
	cp_arena *arena;
	cp_annotation *annotation;
	cp_diags *diags;
};

static const cp_item *owner_of(const cp_annotation *annotation, uint32_t said)
{
	return &annotation->items.at[annotation->targets.at[said].item];
}

/* The item that a relation bears on: of an undercut, the one whose step it attacks. NULL:
 * the motion. */
static const cp_item *aim_of(const cp_annotation *annotation, const cp_relation *relation)
{
	if (relation->kind == CP_UNDERCUTS)
		return owner_of(
			annotation, annotation->relations.at[relation->target].said);
	return relation->target == CP_MOTION_NODE
		? NULL
		: cp_annotation_item(annotation, relation->target);
}

/* ---- When ---- */

/* A reason may be taken up again later; but nobody attacks or grants what nobody has said
 * yet. */
static void check_order(
	struct checker *checker, const cp_target *target, const cp_item *aim)
{
	const cp_annotation *annotation = checker->annotation;
	const cp_item *item = &annotation->items.at[target->item];
	if (item->comment == CP_NONE || aim->comment == CP_NONE
		|| item->comment >= aim->comment || aim->implicit)
		return;
	cp_diag_add(checker->diags, CP_ANSWERS_LATER,
		cp_target_place(checker->diags, annotation, target, "to"),
		"\"%.*s\" in \"%.*s\" %s \"%.*s\", which is said only later, in \"%.*s\"",
		CP_FMT(item->id), CP_FMT(item->comment_id),
		cp_relation_names[target->kind], CP_FMT(aim->id),
		CP_FMT(aim->comment_id));
}

/* ---- Whose ---- */

/* The name under which the item is said; at == NULL: nobody knows. */
static cp_str name_of(const cp_annotation *annotation, const cp_item *item)
{
	if (item->speaker != CP_NONE)
		return annotation->speakers.at[item->speaker].name;
	return item->comment == CP_NONE
		? (cp_str){0}
		: annotation->thread->comments.at[item->comment].author;
}

static bool are_by_one(
	const cp_annotation *annotation, const cp_item *a, const cp_item *b)
{
	cp_str name = name_of(annotation, a), other = name_of(annotation, b);
	if (name.len || other.len)
		return cp_str_eq(name, other);
	return a->comment != CP_NONE && a->comment == b->comment;
}

static void check_own(
	struct checker *checker, const cp_target *target, const cp_item *aim)
{
	const cp_annotation *annotation = checker->annotation;
	const cp_item *item = &annotation->items.at[target->item];
	if (!cp_item_is_asserted(item) || !cp_item_is_asserted(aim)
		|| !are_by_one(annotation, item, aim))
		return;
	cp_diag *diag = cp_diag_add(checker->diags, CP_OWN_POINT,
		cp_target_place(checker->diags, annotation, target, "to"),
		"\"%.*s\" %s \"%.*s\", which the same speaker asserts", CP_FMT(item->id),
		cp_relation_names[target->kind], CP_FMT(aim->id));
	cp_diag_hint(checker->diags, diag,
		"if the speaker only grants one of them, give it the attitude "
		"\"conceded\"");
}

/* ---- How often ---- */

static bool have_same_premises(const cp_relation *a, const cp_relation *b)
{
	return a->premises_len == b->premises_len
		&& memcmp(a->premises, b->premises, a->premises_len * sizeof *a->premises)
		== 0;
}

/* The relations of one item stand together. */
static void check_repeats(struct checker *checker, uint32_t *last)
{
	const cp_annotation *annotation = checker->annotation;
	for (uint32_t i = 0; i < annotation->relations.len; i++) {
		const cp_relation *relation = &annotation->relations.at[i];
		if (relation->kind == CP_UNDERCUTS)
			continue;
		uint32_t *before = &last[relation->target];
		const cp_relation *other =
			*before == CP_NONE ? NULL : &annotation->relations.at[*before];
		if (other && other->kind == relation->kind
			&& have_same_premises(other, relation))
			cp_diag_add(checker->diags, CP_SAID_TWICE,
				cp_target_place(checker->diags, annotation,
					&annotation->targets.at[relation->said], "to"),
				"\"%.*s\" %s \"%.*s\" already",
				CP_FMT(owner_of(annotation, relation->said)->id),
				cp_relation_names[relation->kind],
				CP_FMT(cp_node_id(annotation, relation->target)));
		*before = i;
	}
}

void cp_annotation_check_steps(
	cp_arena *arena, cp_annotation *annotation, cp_diags *diags)
{
	struct checker checker = {arena, annotation, diags};
	size_t nodes = cp_annotation_nodes(annotation);
	uint32_t *last = CP_NEW_ARRAY(arena, uint32_t, nodes);
	for (size_t i = 0; i < nodes; i++)
		last[i] = CP_NONE;
	check_repeats(&checker, last);
	for (size_t i = 0; i < annotation->relations.len; i++) {
		const cp_relation *relation = &annotation->relations.at[i];
		const cp_target *target = &annotation->targets.at[relation->said];
		const cp_item *aim = aim_of(annotation, relation);
		if (!aim || relation->kind == CP_SUPPORTS)
			continue;
		check_order(&checker, target, aim);
		check_own(&checker, target, aim);
	}
	for (size_t i = 0; i < annotation->concessions.len; i++) {
		const cp_concession *concession = &annotation->concessions.at[i];
		if (concession->of != CP_MOTION_NODE)
			check_order(&checker, &annotation->targets.at[concession->said],
				cp_annotation_item(annotation, concession->of));
	}
}
