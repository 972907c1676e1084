/* An explanation as a tree for terminals: each step below what it supports or attacks, with its
 * premises; below these, what supports and attacks them in turn. Each claim is told once. */
#include "graph/explain.h"

#include "graph/words.h"
#include "text/columns.h"

enum {
	USUAL_DEPTH = 4,
	USUAL_ENTRIES = 60,
	MOST_INDENT = 12, /* deeper entries have their depth in numbers */
	MOST_TEXT = 72,
	MOST_ID = 48,
};

/* A claim by itself, a step with its premises, or one of several premises of a step. */
struct entry {
	uint32_t step, claim; /* CP_NONE: it has none, or several */
	uint32_t depth;
	bool last; /* of those below the same entry */
};

struct tree {
	cp_arena arena;
	cp_buf *out;
	const cp_why *why;
	const cp_evaluation *evaluation;
	const cp_graph *graph;
	uint32_t most_depth;
	size_t entries, most_entries, left; /* left: not told, as there are too many */
	bool *told;                         /* of each claim */
	bool goes_on[MOST_INDENT + 1];      /* at each depth: more entries follow */
	CP_ARRAY(struct entry) waiting;
};

/* ---- Lines ---- */

static void put_indent(struct tree *tree, const struct entry *entry)
{
	uint32_t depth = entry->depth < MOST_INDENT ? entry->depth : MOST_INDENT;
	for (uint32_t d = 1; d < depth; d++)
		cp_buf_puts(tree->out, tree->goes_on[d] ? "│  " : "   ");
}

static void begin_entry(struct tree *tree, const struct entry *entry)
{
	if (!entry->depth)
		return;
	put_indent(tree, entry);
	cp_buf_puts(tree->out, entry->last ? "└─ " : "├─ ");
	if (entry->depth > MOST_INDENT)
		cp_buf_printf(tree->out, "[%u] ", (unsigned)entry->depth);
}

/* A line of an entry after its first. */
static void begin_line(struct tree *tree, const struct entry *entry)
{
	put_indent(tree, entry);
	if (entry->depth)
		cp_buf_puts(tree->out, entry->last ? "   " : "│  ");
	cp_buf_puts(tree->out, "  ");
}

static void put_id(struct tree *tree, uint32_t argument)
{
	cp_put_clipped(tree->out, cp_argument_id(tree->graph, argument), MOST_ID);
}

static void put_ids(struct tree *tree, cp_list list)
{
	enum { MOST = 3 };
	for (size_t i = 0; i < list.len && i < MOST; i++) {
		cp_buf_puts(tree->out, i ? ", " : "");
		put_id(tree, list.at[i]);
	}
	if (list.len > MOST)
		cp_buf_printf(tree->out, " and %zu more", list.len - MOST);
}

static void put_result(struct tree *tree, uint32_t argument)
{
	cp_buf_puts(tree->out, cp_status_names[tree->evaluation->statuses[argument]]);
	if (cp_evaluation_is_known(tree->evaluation, argument)) {
		cp_buf_putc(tree->out, ' ');
		cp_evaluation_put_strength(tree->out, tree->evaluation, argument);
	}
	if (cp_evaluation_assumes(tree->evaluation, argument) != CP_ASSUMED_NOTHING)
		cp_buf_puts(tree->out, ", assumed");
}

/* "(Jonas, c2)", of who says it first. */
static void put_source(struct tree *tree, uint32_t claim)
{
	uint32_t index = tree->graph->claims[claim].item;
	if (index == CP_NONE)
		return;
	const cp_item *item = &tree->graph->annotation->items.at[index];
	const cp_person *person = cp_graph_person(tree->graph, index);
	cp_buf_puts(tree->out, " (");
	cp_put_clipped(tree->out,
		item->implicit && !person ? CP_LIT("unstated") : cp_person_name(person),
		MOST_ID);
	if (item->comment != CP_NONE) {
		cp_buf_puts(tree->out, ", ");
		cp_put_clipped(tree->out,
			tree->graph->thread->comments.at[item->comment].id, MOST_ID);
	}
	cp_buf_putc(tree->out, ')');
}

/* Why, in a few words, where it does not show from what is below alone. */
static void put_ground(struct tree *tree, uint32_t argument)
{
	static const char *const words[CP_GROUNDS] = {
		[CP_GROUND_NOT_ATTACKED] = "nothing attacks it",
		[CP_GROUND_ANSWERED] = "answered: ",
		[CP_GROUND_ATTACKED] = "by ",
		[CP_GROUND_PREMISE] = "falls with ",
		[CP_GROUND_SUPPORT] = "hangs on ",
		[CP_GROUND_EITHER] = "in each extension, by one of ",
		[CP_GROUND_OPEN] = "depends on ",
	};
	cp_ground ground = cp_why_ground(&tree->arena, tree->why, argument);
	if (!words[ground.kind])
		return;
	cp_buf_printf(tree->out, "; %s", words[ground.kind]);
	put_ids(tree, ground.by);
}

static void put_claim(struct tree *tree, const struct entry *entry, bool again)
{
	uint32_t claim = entry->claim;
	put_id(tree, claim);
	cp_buf_puts(tree->out, ": ");
	put_result(tree, claim);
	put_source(tree, claim);
	cp_buf_puts(tree->out, again ? "; see above\n" : "");
	if (again)
		return;
	put_ground(tree, claim);
	cp_buf_putc(tree->out, '\n');
	begin_line(tree, entry);
	cp_put_clipped(tree->out, tree->graph->claims[claim].text, MOST_TEXT);
	cp_buf_putc(tree->out, '\n');
}

/* ---- Entries ---- */

static void wait_for(struct tree *tree, uint32_t step, uint32_t claim, uint32_t depth)
{
	*cp_push(&tree->arena, &tree->waiting) =
		(struct entry){.step = step, .claim = claim, .depth = depth};
}

/* Last first, as the first comes off the stack first. */
static void wait_for_steps(struct tree *tree, cp_list steps, uint32_t depth)
{
	for (size_t i = steps.len; i-- > 0;) {
		const cp_step *step = &tree->graph->steps[steps.at[i]];
		wait_for(tree, steps.at[i],
			step->premises.len == 1 ? step->premises.at[0] : CP_NONE, depth);
	}
}

static void wait_for_premises(struct tree *tree, const cp_step *step, uint32_t depth)
{
	for (size_t i = step->premises.len; i-- > 0;)
		wait_for(tree, CP_NONE, step->premises.at[i], depth);
}

/* What is below an entry: undercuts of its step, then what bears on its premises. */
static void wait_for_rest(struct tree *tree, const struct entry *entry, bool again)
{
	size_t before = tree->waiting.len;
	uint32_t depth = entry->depth + 1;
	const cp_step *step =
		entry->step == CP_NONE ? NULL : &tree->graph->steps[entry->step];
	if (entry->claim != CP_NONE && !again)
		wait_for_steps(tree, tree->graph->claims[entry->claim].reasons, depth);
	else if (step && entry->claim == CP_NONE)
		wait_for_premises(tree, step, depth);
	if (step)
		wait_for_steps(tree, step->undercuts, depth);
	size_t below = tree->waiting.len - before;
	if (!below)
		return;
	tree->waiting.at[before].last = true;
	if (entry->depth < tree->most_depth)
		return;
	tree->waiting.len = before;
	begin_line(tree, entry);
	cp_buf_printf(tree->out, "… %zu more below\n", below);
}

/* "supported by ", and what is to be said of the step, if it does not simply hold. */
static void put_step(struct tree *tree, const struct entry *entry)
{
	static const char *const words[] = {[CP_SUPPORTS] = "supported by ",
		[CP_REBUTS] = "rebutted by ",
		[CP_UNDERCUTS] = "undercut by "};
	cp_buf_puts(tree->out, words[tree->graph->steps[entry->step].kind]);
	if (entry->claim == CP_NONE)
		cp_buf_printf(tree->out, "%zu claims together\n",
			tree->graph->steps[entry->step].premises.len);
}

/* Does the step only share the fate of its one premise? */
static bool goes_with_premise(struct tree *tree, const struct entry *entry)
{
	uint32_t argument = (uint32_t)tree->graph->claims_len + entry->step;
	const cp_status *statuses = tree->evaluation->statuses;
	if (entry->claim == CP_NONE || statuses[argument] != statuses[entry->claim]
		|| cp_evaluation_assumes(tree->evaluation, argument)
			!= CP_ASSUMED_NOTHING)
		return false;
	cp_ground ground = cp_why_ground(&tree->arena, tree->why, argument);
	return !ground.by.len || (ground.by.len == 1 && ground.by.at[0] == entry->claim);
}

static void put_step_result(struct tree *tree, const struct entry *entry)
{
	uint32_t argument = (uint32_t)tree->graph->claims_len + entry->step;
	if (goes_with_premise(tree, entry)
		|| (cp_evaluation_is_open(tree->evaluation, argument)
			&& tree->evaluation->statuses[argument] == CP_STATUS_STANDS))
		return;
	begin_line(tree, entry);
	cp_buf_puts(tree->out, "this step (");
	put_id(tree, argument);
	cp_buf_puts(tree->out, "): ");
	put_result(tree, argument);
	put_ground(tree, argument);
	cp_buf_putc(tree->out, '\n');
}

static void put_entry(struct tree *tree, const struct entry *entry)
{
	bool again = entry->claim != CP_NONE && tree->told[entry->claim];
	if (entry->depth <= MOST_INDENT)
		tree->goes_on[entry->depth] = !entry->last;
	begin_entry(tree, entry);
	if (entry->step != CP_NONE)
		put_step(tree, entry);
	if (entry->claim != CP_NONE) {
		put_claim(tree, entry, again);
		tree->told[entry->claim] = true;
	}
	if (entry->step != CP_NONE && entry->depth)
		put_step_result(tree, entry);
	wait_for_rest(tree, entry, again);
}

/* A step that is asked about: itself first, then its premises. */
static void put_asked_step(struct tree *tree, uint32_t argument)
{
	uint32_t index = argument - (uint32_t)tree->graph->claims_len;
	put_id(tree, argument);
	cp_buf_puts(tree->out, ": ");
	put_result(tree, argument);
	put_ground(tree, argument);
	cp_buf_putc(tree->out, '\n');
	wait_for_premises(tree, &tree->graph->steps[index], 1);
	tree->waiting.at[0].last = !tree->graph->steps[index].undercuts.len;
	size_t premises = tree->waiting.len;
	wait_for_steps(tree, tree->graph->steps[index].undercuts, 1);
	if (tree->waiting.len > premises)
		tree->waiting.at[0].last = true;
}

void cp_explanation_put_tree(cp_buf *out, const cp_explanation *explanation)
{
	const cp_evaluation *evaluation = explanation->why->evaluation;
	struct tree tree = {
		.out = out,
		.why = explanation->why,
		.evaluation = evaluation,
		.graph = evaluation->graph,
		.most_depth = explanation->depth ? explanation->depth : USUAL_DEPTH,
		.most_entries = explanation->depth ? SIZE_MAX : USUAL_ENTRIES,
	};
	tree.told = CP_NEW_ARRAY(&tree.arena, bool, tree.graph->claims_len);
	if (explanation->subject < tree.graph->claims_len)
		wait_for(&tree, CP_NONE, explanation->subject, 0);
	else
		put_asked_step(&tree, explanation->subject);
	while (tree.waiting.len) {
		struct entry entry = tree.waiting.at[--tree.waiting.len];
		if (tree.entries++ < tree.most_entries)
			put_entry(&tree, &entry);
		else
			tree.left++;
	}
	if (tree.left)
		cp_buf_printf(
			out, "… and %zu more, each with what is below it\n", tree.left);
	cp_arena_clear(&tree.arena);
}
