/* An explanation in a paragraph: what status, why, how strong, and on what it hangs. */
#include "graph/explain.h"

#include "graph/words.h"
#include "text/columns.h"

#include <math.h>

enum {
	MOST_TOLD = 3,   /* of attacks and of cruxes */
	MOST_TEXT = 100, /* letters of a claim */
	MOST_ID = 64,
};

static const double least_shown = 0.005; /* of a strength */

struct teller {
	cp_arena arena;
	cp_buf *out;
	const cp_explanation *explanation;
	const cp_why *why;
	const cp_evaluation *evaluation;
	const cp_graph *graph;
};

/* ---- Names ---- */

static const cp_step *step_of(const struct teller *teller, uint32_t argument)
{
	return &teller->graph->steps[argument - teller->graph->claims_len];
}

static bool is_claim(const struct teller *teller, uint32_t argument)
{
	return argument < teller->graph->claims_len;
}

static void put_id(struct teller *teller, uint32_t argument)
{
	cp_put_clipped(teller->out, cp_argument_id(teller->graph, argument), MOST_ID);
}

/* "(shelf, Jonas in c2)": its id, who says it first, and where; "(health, unstated, Emil in c7)",
 * where it is only meant. */
static void put_source(struct teller *teller, uint32_t claim)
{
	uint32_t index = teller->graph->claims[claim].item;
	const cp_item *item = &teller->graph->annotation->items.at[index];
	const cp_person *person = cp_graph_person(teller->graph, index);
	cp_buf_puts(teller->out, " (");
	put_id(teller, claim);
	cp_buf_puts(teller->out, item->implicit ? ", unstated" : "");
	if (item->implicit && !person) {
		cp_buf_putc(teller->out, ')');
		return;
	}
	cp_buf_puts(teller->out, ", ");
	cp_put_clipped(teller->out, cp_person_name(person), MOST_ID);
	if (item->comment != CP_NONE) {
		cp_buf_puts(teller->out, " in ");
		cp_put_clipped(teller->out,
			teller->graph->thread->comments.at[item->comment].id, MOST_ID);
	}
	cp_buf_putc(teller->out, ')');
}

static void put_claim(struct teller *teller, uint32_t claim)
{
	bool motion = teller->graph->claims[claim].item == CP_NONE;
	cp_buf_puts(teller->out, motion ? "the motion “" : "“");
	cp_put_clipped(teller->out, teller->graph->claims[claim].text, MOST_TEXT);
	cp_buf_puts(teller->out, "”");
	if (!motion)
		put_source(teller, claim);
}

/* Of extensions: "two have", "none has". */
static void put_share(
	struct teller *teller, size_t count, const char *one, const char *many)
{
	if (count)
		cp_put_number_word(teller->out, count);
	else
		cp_buf_puts(teller->out, "none");
	cp_buf_puts(teller->out, count > 1 ? many : one);
}

static void put_number_word(
	struct teller *teller, const char *before, size_t number, const char *after)
{
	cp_buf_puts(teller->out, before);
	cp_put_number_word(teller->out, number);
	cp_buf_puts(teller->out, after);
}

/* Between the members of a list: ", " or, before the last one, " and ". */
static void put_separator(
	struct teller *teller, size_t index, size_t len, const char *last)
{
	cp_buf_puts(teller->out, index == 0 ? "" : index + 1 == len ? last : ", ");
}

static void put_premises(struct teller *teller, const cp_step *step)
{
	for (size_t i = 0; i < step->premises.len; i++) {
		cp_buf_puts(teller->out, i ? " together with " : "");
		put_claim(teller, step->premises.at[i]);
	}
}

static void put_ids(struct teller *teller, cp_list list, const char *last)
{
	size_t shown = list.len > MOST_TOLD + 1 ? MOST_TOLD : list.len;
	for (size_t i = 0; i < shown; i++) {
		put_separator(teller, i, list.len, last);
		put_id(teller, list.at[i]);
	}
	if (shown < list.len)
		put_number_word(teller, last, list.len - shown, " more");
}

static cp_ground ground_of(struct teller *teller, uint32_t argument)
{
	return cp_why_ground(&teller->arena, teller->why, argument);
}

/* ---- Answers ---- */

/* How what a standing step rests on was met in turn. */
static void put_tail(struct teller *teller, uint32_t step)
{
	cp_ground_kind of_step = ground_of(teller, step).kind;
	cp_ground_kind of_claim =
		ground_of(teller, step_of(teller, step)->premises.at[0]).kind;
	if (of_step == CP_GROUND_ASSUMED || of_claim == CP_GROUND_ASSUMED)
		cp_buf_puts(teller->out, ", as is assumed");
	else if (of_step == CP_GROUND_NOT_ATTACKED && of_claim == CP_GROUND_NOT_ATTACKED)
		cp_buf_puts(teller->out, ", to which there is no answer");
	else
		cp_buf_puts(teller->out, ", and what attacks that is answered in turn");
}

/* After the name of a defeated claim: "is rebutted by …". */
static void put_fall(struct teller *teller, uint32_t claim)
{
	cp_ground ground = ground_of(teller, claim);
	switch (ground.kind) {
	case CP_GROUND_ATTACKED:
		cp_buf_puts(teller->out, "is rebutted by ");
		put_premises(teller, step_of(teller, ground.by.at[0]));
		put_tail(teller, ground.by.at[0]);
		break;
	case CP_GROUND_SUPPORT:
		cp_buf_puts(teller->out, "falls with ");
		put_ids(teller, ground.by, " and ");
		break;
	case CP_GROUND_ASSUMED:
		cp_buf_puts(teller->out, "is assumed to be defeated");
		break;
	default:
		cp_buf_puts(teller->out, "is attacked in each extension, by ");
		put_ids(teller, ground.by, " or ");
	}
}

/* Why a step is defeated, of which it is said that it attacks something: "that step is undercut
 * by …". */
static void put_failure(struct teller *teller, uint32_t step)
{
	cp_ground ground = ground_of(teller, step);
	switch (ground.kind) {
	case CP_GROUND_ATTACKED:
		cp_buf_puts(teller->out, "that step is undercut by ");
		put_premises(teller, step_of(teller, ground.by.at[0]));
		put_tail(teller, ground.by.at[0]);
		break;
	case CP_GROUND_PREMISE:
		if (step_of(teller, step)->premises.len == 1) {
			cp_buf_puts(teller->out, "that ");
		} else {
			put_id(teller, ground.by.at[0]);
			cp_buf_putc(teller->out, ' ');
		}
		put_fall(teller, ground.by.at[0]);
		break;
	case CP_GROUND_ASSUMED:
		cp_buf_puts(teller->out, "that step is assumed not to hold");
		break;
	default:
		cp_buf_puts(teller->out, "that step is attacked in each extension, by ");
		put_ids(teller, ground.by, " or ");
	}
}

static void put_attack(struct teller *teller, uint32_t step)
{
	const cp_step *it = step_of(teller, step);
	put_premises(teller, it);
	cp_buf_printf(teller->out, " %s it",
		it->premises.len == 1           ? cp_step_verb(it)
			: it->kind == CP_REBUTS ? "rebut"
						: "undercut");
}

/* The first few of the steps in a list, apart by semicolons. */
static void put_each(
	struct teller *teller, cp_list steps, void (*put)(struct teller *, uint32_t))
{
	for (size_t i = 0; i < steps.len && i < MOST_TOLD; i++) {
		cp_buf_puts(teller->out, i ? "; " : "");
		put(teller, steps.at[i]);
	}
	if (steps.len > MOST_TOLD)
		put_number_word(teller, "; and ", steps.len - MOST_TOLD, " more");
}

static void put_answered(struct teller *teller, uint32_t step)
{
	put_attack(teller, step);
	cp_buf_puts(teller->out, ", but ");
	put_failure(teller, step);
}

static void put_standing_attack(struct teller *teller, uint32_t step)
{
	put_attack(teller, step);
	put_tail(teller, step);
}

/* ---- The status ---- */

/* Attacks that would be there if anybody asserted what they rest on. */
static bool has_unheld_attacks(const struct teller *teller, uint32_t argument)
{
	size_t claims = teller->graph->claims_len;
	cp_list steps = is_claim(teller, argument)
		? teller->graph->claims[argument].reasons
		: step_of(teller, argument)->undercuts;
	for (size_t i = 0; i < steps.len; i++)
		if (teller->graph->steps[steps.at[i]].kind != CP_SUPPORTS
			&& !teller->evaluation->flat->held[claims + steps.at[i]])
			return true;
	return false;
}

static void put_not_attacked(struct teller *teller, const cp_ground *ground)
{
	(void)ground;
	uint32_t subject = teller->explanation->subject;
	cp_buf_puts(teller->out, " stands, as ");
	if (!is_claim(teller, subject))
		cp_buf_puts(teller->out, "what it rests on stands and ");
	cp_buf_puts(teller->out,
		has_unheld_attacks(teller, subject)
			? "nothing that anybody asserts attacks it."
			: "nothing attacks it.");
}

static void put_all_answered(struct teller *teller, const cp_ground *ground)
{
	size_t count = ground->by.len;
	cp_buf_puts(teller->out, " stands, as ");
	if (!is_claim(teller, teller->explanation->subject))
		cp_buf_puts(teller->out, "what it rests on stands and ");
	if (count == 1)
		cp_buf_puts(teller->out, "the one objection to it is answered: ");
	else if (count == 2)
		cp_buf_puts(teller->out, "both objections to it are answered: ");
	else
		put_number_word(
			teller, "all ", count, " objections to it are answered: ");
	put_each(teller, ground->by, put_answered);
	cp_buf_putc(teller->out, '.');
}

/* Of the attacks on the subject, how many have a status. */
static size_t count_attacks(const struct teller *teller, cp_status status)
{
	const cp_af *af = teller->evaluation->flat->af;
	cp_list attackers = cp_af_attackers(af, teller->explanation->subject);
	size_t own = teller->graph->claims_len + teller->graph->steps_len, count = 0;
	for (size_t i = 0; i < attackers.len; i++)
		count += attackers.at[i] < own
			&& teller->evaluation->statuses[attackers.at[i]] == status;
	return count;
}

static void put_attacked(struct teller *teller, const cp_ground *ground)
{
	size_t count = ground->by.len;
	size_t answered = count_attacks(teller, CP_STATUS_DEFEATED);
	if (count == 1)
		cp_buf_puts(teller->out, " is defeated, as an objection to it stands: ");
	else
		put_number_word(
			teller, " is defeated, as ", count, " objections to it stand: ");
	put_each(teller, ground->by, put_standing_attack);
	if (answered)
		put_number_word(teller, "; ", answered,
			answered == 1 ? " other objection is answered"
				      : " other objections are answered");
	cp_buf_putc(teller->out, '.');
}

static void put_fallen_premise(struct teller *teller, const cp_ground *ground)
{
	cp_buf_puts(teller->out, " is defeated, as its premise ");
	put_claim(teller, ground->by.at[0]);
	cp_buf_putc(teller->out, ' ');
	put_fall(teller, ground->by.at[0]);
	cp_buf_putc(teller->out, '.');
}

static void put_fallen_support(struct teller *teller, const cp_ground *ground)
{
	static const char *const words[CP_SUPPORT_READINGS] = {
		[CP_SUPPORT_NECESSARY] = "a premise that it needs is defeated",
		[CP_SUPPORT_DEDUCTIVE] = "what would follow from it is defeated",
		[CP_SUPPORT_EVIDENTIAL] = "none of the steps that support it stands",
	};
	cp_buf_printf(
		teller->out, " is defeated, as %s: ", words[teller->evaluation->support]);
	put_ids(teller, ground->by, " and ");
	cp_buf_putc(teller->out, '.');
}

static void put_either(struct teller *teller, const cp_ground *ground)
{
	cp_buf_puts(teller->out,
		" is defeated, as each extension attacks it, though not all by the same step: ");
	put_ids(teller, ground->by, " or ");
	cp_buf_putc(teller->out, '.');
}

static void put_circle(struct teller *teller, cp_list circle)
{
	if (!circle.len)
		return;
	cp_buf_puts(teller->out, " Here ");
	put_ids(teller, circle, " and ");
	cp_buf_puts(teller->out,
		circle.len == 1 ? " depends on itself"
				: " depend on one another in a circle");
	cp_buf_puts(teller->out, ", and nothing from outside decides it.");
}

static void put_open(struct teller *teller, const cp_ground *ground)
{
	cp_buf_puts(teller->out, " is unresolved, as it depends on what is unresolved: ");
	put_ids(teller, ground->by, " and ");
	cp_buf_putc(teller->out, '.');
	put_circle(teller,
		cp_why_circle(&teller->arena, teller->why, teller->explanation->subject));
}

static void put_assumed(struct teller *teller, const cp_ground *ground)
{
	(void)ground;
	const cp_evaluation *before = teller->evaluation->before;
	uint32_t subject = teller->explanation->subject;
	cp_buf_printf(teller->out,
		" %s, as is assumed here; as the debate stands, it is %s.",
		teller->evaluation->statuses[subject] == CP_STATUS_STANDS ? "stands"
									  : "is defeated",
		before->statuses[subject] == CP_STATUS_STANDS
			? "one that stands"
			: cp_status_names[before->statuses[subject]]);
}

/* "nobody says it for his own or grants it; it is denied, reported". */
static void put_not_asserted(struct teller *teller, const cp_ground *ground)
{
	(void)ground;
	uint32_t subject = teller->explanation->subject;
	if (!is_claim(teller, subject)) {
		cp_buf_puts(teller->out,
			" has no part in this, as what it rests on is not asserted.");
		return;
	}
	cp_list items = teller->graph->claims[subject].items;
	cp_buf_puts(teller->out,
		" is not asserted: nobody says it for his own, or grants it; it is only ");
	for (size_t i = 0; i < items.len; i++) {
		const cp_item *item = &teller->graph->annotation->items.at[items.at[i]];
		const char *word = cp_attitude_word(item);
		put_separator(teller, i, items.len, " and ");
		cp_buf_puts(teller->out, word ? word : "quoted");
	}
	cp_buf_putc(teller->out, '.');
}

static void put_no_extension(struct teller *teller, const cp_ground *ground)
{
	(void)ground;
	cp_buf_printf(teller->out,
		" is unresolved, as there is no %s extension, so that nothing is resolved.",
		cp_evaluation_semantics(teller->evaluation));
}

static void put_subject(struct teller *teller)
{
	uint32_t subject = teller->explanation->subject;
	if (subject == CP_MOTION) {
		cp_buf_puts(teller->out, "The motion, “");
		cp_put_clipped(
			teller->out, teller->graph->claims[CP_MOTION].text, MOST_TEXT);
		cp_buf_puts(teller->out, "”,");
	} else if (is_claim(teller, subject)) {
		put_claim(teller, subject);
	} else {
		cp_buf_puts(teller->out, "The step ");
		put_id(teller, subject);
	}
}

static void put_status(struct teller *teller)
{
	static void (*const put[CP_GROUNDS])(struct teller *, const cp_ground *) = {
		[CP_GROUND_NOT_ATTACKED] = put_not_attacked,
		[CP_GROUND_ANSWERED] = put_all_answered,
		[CP_GROUND_ATTACKED] = put_attacked,
		[CP_GROUND_PREMISE] = put_fallen_premise,
		[CP_GROUND_SUPPORT] = put_fallen_support,
		[CP_GROUND_EITHER] = put_either,
		[CP_GROUND_OPEN] = put_open,
		[CP_GROUND_ASSUMED] = put_assumed,
		[CP_GROUND_NOT_ASSERTED] = put_not_asserted,
		[CP_GROUND_NO_EXTENSION] = put_no_extension,
	};
	cp_ground ground = ground_of(teller, teller->explanation->subject);
	put_subject(teller);
	put[ground.kind](teller, &ground);
}

/* Of the grounded extension there is just one, and nothing to count. */
static void put_extensions(struct teller *teller)
{
	const cp_tally *tally = &teller->evaluation->tally;
	uint32_t subject = teller->explanation->subject;
	if (teller->evaluation->semantics == CP_GROUNDED || !tally->extensions
		|| teller->evaluation->statuses[subject] == CP_STATUS_NOT_ASSERTED)
		return;
	size_t all = tally->extensions, in = tally->in[subject],
	       out = tally->out[subject];
	const char *semantics = cp_evaluation_semantics(teller->evaluation);
	if (all == 1)
		cp_buf_printf(teller->out, " The one %s extension %s it.", semantics,
			in            ? "has"
				: out ? "attacks"
				      : "neither has nor attacks");
	else if (in == all || out == all) {
		put_number_word(teller, " Each of the ", all, " ");
		cp_buf_printf(teller->out, "%s extensions %s it.", semantics,
			in ? "has" : "attacks");
	} else {
		put_number_word(teller, " Of the ", all, " ");
		cp_buf_printf(teller->out, "%s extensions, ", semantics);
		put_share(teller, in, " has it and ", " have it and ");
		put_share(teller, out, " attacks it.", " attack it.");
	}
}

/* ---- Strength ---- */

static void put_strength(struct teller *teller)
{
	const cp_evaluation *evaluation = teller->evaluation;
	uint32_t subject = teller->explanation->subject;
	cp_status status = evaluation->statuses[subject];
	if (status == CP_STATUS_NOT_ASSERTED)
		return;
	if (!cp_evaluation_is_known(evaluation, subject)) {
		cp_buf_puts(teller->out,
			" Its strength depends on itself in a circle, and does not come to rest.");
		return;
	}
	cp_buf_puts(teller->out, " Its strength is ");
	cp_put_strength(teller->out, evaluation->strengths.of[subject]);
	cp_buf_puts(teller->out,
		status == CP_STATUS_DEFEATED && evaluation->strengths.of[subject] > 0.5
			? ": it weighs all reasons, whereas one objection that stands is "
			  "enough to defeat."
			: ".");
}

/* ---- What it hangs on ---- */

static bool is_among(const cp_cruxes *cruxes, uint32_t argument)
{
	for (size_t i = 0; i < cruxes->list.len; i++)
		if (cruxes->list.at[i].argument == argument)
			return true;
	return false;
}

/* A step of which a premise is named has no need to be. */
static bool goes_without_saying(struct teller *teller, uint32_t argument)
{
	if (is_claim(teller, argument))
		return false;
	cp_list premises = step_of(teller, argument)->premises;
	for (size_t i = 0; i < premises.len; i++)
		if (is_among(&teller->explanation->cruxes, premises.at[i]))
			return true;
	return false;
}

static cp_list cruxes_that_give(struct teller *teller, cp_status status)
{
	const cp_cruxes *cruxes = &teller->explanation->cruxes;
	CP_ARRAY(uint32_t) list = {0};
	for (size_t i = 0; i < cruxes->list.len; i++)
		if (cruxes->list.at[i].status == status
			&& !goes_without_saying(teller, cruxes->list.at[i].argument))
			*cp_push(&teller->arena, &list) = cruxes->list.at[i].argument;
	return (cp_list){list.at, list.len};
}

static void put_cruxes(struct teller *teller)
{
	static const char *const words[CP_STATUSES] = {
		"stand", "be defeated", "be unresolved", "not be asserted"};
	for (cp_status status = 0; status < CP_STATUSES; status++) {
		cp_list list = cruxes_that_give(teller, status);
		if (!list.len)
			continue;
		cp_buf_puts(teller->out, list.len == 1 ? " If " : " If any one of ");
		put_ids(teller, list, list.len == 1 ? "" : " and ");
		cp_buf_printf(teller->out, " fell, it would %s.", words[status]);
	}
}

static void put_limit(struct teller *teller, size_t tried, size_t wanted)
{
	if (tried < wanted)
		cp_buf_printf(teller->out, " (Of %zu, only the nearest %zu were tried.)",
			wanted, tried);
}

static void put_mover(struct teller *teller)
{
	const cp_mover *mover = &teller->explanation->mover;
	double now = teller->evaluation->strengths.of[teller->explanation->subject];
	if (mover->claim == CP_NONE || fabs(mover->strength - now) < least_shown)
		return;
	cp_buf_puts(teller->out, " Most of its strength hangs on ");
	put_id(teller, mover->claim);
	cp_buf_puts(teller->out, ": without that, it would be ");
	cp_put_strength(teller->out, mover->strength);
	cp_buf_putc(teller->out, '.');
	put_limit(teller, mover->tried, mover->wanted);
}

static void put_hinges(struct teller *teller)
{
	const cp_cruxes *cruxes = &teller->explanation->cruxes;
	if (!cp_evaluation_is_open(teller->evaluation, teller->explanation->subject))
		return;
	if (!cruxes->list.len && cruxes->tried == cruxes->wanted)
		cp_buf_puts(teller->out,
			" No single claim or step would change its status by falling.");
	put_cruxes(teller);
	put_limit(teller, cruxes->tried, cruxes->wanted);
	put_mover(teller);
}

void cp_explanation_put_words(cp_buf *out, const cp_explanation *explanation)
{
	struct teller teller = {
		.out = out,
		.explanation = explanation,
		.why = explanation->why,
		.evaluation = explanation->why->evaluation,
		.graph = explanation->why->evaluation->graph,
	};
	put_status(&teller);
	put_extensions(&teller);
	put_strength(&teller);
	put_hinges(&teller);
	cp_arena_clear(&teller.arena);
}
