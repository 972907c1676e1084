/* Summaries of a length. What is always told is taken first; then, in turns, one more item of
 * each section, as long as it fits. The sections that a reader is told first begin a turn
 * earlier than those in the midst, and these earlier than the last. No sentence is cut. */
#include "summary/sections.h"

enum { SHORT_WORDS = 120, MEDIUM_WORDS = 350 };

static const size_t budgets[CP_LENGTHS] = {
	[CP_SHORT] = SHORT_WORDS, [CP_MEDIUM] = MEDIUM_WORDS, [CP_LONG] = SIZE_MAX};

const char *const cp_length_names[CP_LENGTHS] = {"short", "medium", "long"};

/* How many items of a section are told whatever the length; of the first after the basis, one. */
static const size_t least[CP_SECTIONS] = {
	[CP_SECTION_BASIS] = SIZE_MAX,
	[CP_SECTION_STATE] = 2,
	[CP_SECTION_PRO] = 1,
	[CP_SECTION_CONTRA] = 1,
	[CP_SECTION_MINORITY] = 1,
	[CP_SECTION_DIGEST] = SIZE_MAX, /* it keeps to a length itself */
};

enum { PACES = 3 };

/* The blocks of one section. */
struct stretch {
	cp_section section;
	size_t start, end;
	bool full; /* nothing more of it is taken */
};

struct filler {
	cp_prose *prose;
	CP_ARRAY(struct stretch) stretches;
	bool *in; /* of each block: it is told */
	size_t words, budget;
};

static void find_stretches(struct filler *filler)
{
	const cp_prose *prose = filler->prose;
	for (size_t i = 0, end; i < prose->blocks.len; i = end) {
		cp_section section = prose->blocks.at[i].section;
		end = i + 1;
		while (end < prose->blocks.len
			&& prose->blocks.at[end].section == section)
			end++;
		*cp_push(prose->arena, &filler->stretches) =
			(struct stretch){section, i, end, false};
	}
}

static bool introduces(const cp_block *block)
{
	return block->kind == CP_HEADING || block->leads;
}

static size_t count_words(const cp_block *block)
{
	size_t count = 0;
	for (size_t i = 0; i < block->sentences.len; i++)
		count += cp_sentence_words(&block->sentences.at[i]);
	return count;
}

/* The end of what is told with a block, or not at all: a table is one thing. */
static size_t end_of_unit(const cp_prose *prose, size_t block)
{
	size_t end = block + 1;
	while (prose->blocks.at[block].kind == CP_ROW && end < prose->blocks.len
		&& prose->blocks.at[end].kind == CP_ROW)
		end++;
	return end;
}

/* Does a block that introduces others stand for this one? The heading does, and the last lead. */
static bool stands_for(const cp_prose *prose, size_t intro, size_t block)
{
	if (!introduces(&prose->blocks.at[intro]))
		return false;
	if (!prose->blocks.at[intro].leads)
		return true;
	for (size_t i = intro + 1; i < block; i++)
		if (introduces(&prose->blocks.at[i]))
			return false;
	return true;
}

/* The next block to tell. Of lists with a lead each, as of both sides, the one that has the
 * fewest told is next, so that neither is told at the cost of the other. */
static size_t find_next(const struct filler *filler, const struct stretch *stretch)
{
	size_t best = stretch->end, fewest = SIZE_MAX, told = 0, first = stretch->end;
	for (size_t i = stretch->start; i <= stretch->end; i++) {
		const cp_block *block = &filler->prose->blocks.at[i];
		if (i == stretch->end || block->leads) {
			if (first != stretch->end && told < fewest) {
				best = first;
				fewest = told;
			}
			told = 0;
			first = stretch->end;
		} else if (filler->in[i]) {
			told += block->kind == CP_ITEM;
		} else if (!introduces(block) && first == stretch->end) {
			first = i;
		}
	}
	return best;
}

/* The words of a block with what goes with it and introduces it, as far as that is not told. */
static size_t words_of_unit(
	const struct filler *filler, const struct stretch *stretch, size_t next)
{
	const cp_prose *prose = filler->prose;
	size_t words = 0;
	for (size_t i = stretch->start; i < end_of_unit(prose, next); i++)
		if (!filler->in[i] && (i >= next || stands_for(prose, i, next)))
			words += count_words(&prose->blocks.at[i]);
	return words;
}

/* The next item of the stretch with what introduces it, if `most` words are enough. */
static void take_next(struct filler *filler, struct stretch *stretch, size_t most)
{
	size_t next = find_next(filler, stretch);
	size_t words = next == stretch->end ? 0 : words_of_unit(filler, stretch, next);
	stretch->full = next == stretch->end || words > most;
	if (stretch->full)
		return;
	filler->words += words;
	for (size_t i = stretch->start; i < end_of_unit(filler->prose, next); i++)
		filler->in[i] |= i >= next || stands_for(filler->prose, i, next);
}

static size_t words_left(const struct filler *filler)
{
	return filler->words < filler->budget ? filler->budget - filler->words : 0;
}

/* Of the points of both sides, one of each, or none: so long as there are any of both. */
static bool takes_both(struct filler *filler, struct stretch *pro, struct stretch *contra)
{
	size_t one = find_next(filler, pro), other = find_next(filler, contra);
	if (one == pro->end || other == contra->end)
		return true;
	return words_of_unit(filler, pro, one) + words_of_unit(filler, contra, other)
		<= words_left(filler);
}

static void take_least(struct filler *filler)
{
	for (size_t i = 0; i < filler->stretches.len; i++) {
		struct stretch *stretch = &filler->stretches.at[i];
		size_t count = least[stretch->section];
		count += i == 1 && count == 0;
		for (size_t n = 0; n < count && !stretch->full; n++)
			take_next(filler, stretch, SIZE_MAX);
	}
}

/* In which turn a section begins: the points of both sides in the same one. */
static size_t first_turn(const struct filler *filler, size_t index)
{
	const struct stretch *stretch = &filler->stretches.at[index];
	if (index > 0 && stretch->section == CP_SECTION_CONTRA
		&& stretch[-1].section == CP_SECTION_PRO)
		index--;
	return index * PACES / filler->stretches.len;
}

static bool take_turn(struct filler *filler, size_t turn)
{
	bool any = false;
	for (size_t i = 0; i < filler->stretches.len; i++) {
		struct stretch *stretch = &filler->stretches.at[i];
		if (stretch->section == CP_SECTION_PRO && i + 1 < filler->stretches.len
			&& stretch[1].section == CP_SECTION_CONTRA
			&& !takes_both(filler, stretch, stretch + 1))
			stretch->full = stretch[1].full = true;
		if (!stretch->full && turn >= first_turn(filler, i))
			take_next(filler, stretch, words_left(filler));
		any |= !stretch->full;
	}
	return any;
}

static void close_gaps(struct filler *filler)
{
	cp_prose *prose = filler->prose;
	size_t kept = 0, left = 0;
	for (size_t i = 0; i < prose->blocks.len; i++)
		if (filler->in[i])
			prose->blocks.at[kept++] = prose->blocks.at[i];
		else
			left += prose->blocks.at[i].kind == CP_ITEM;
	prose->blocks.len = kept;
	if (!left)
		return;
	prose->section = CP_SECTION_METHOD;
	cp_prose_begin(prose, CP_PARAGRAPH);
	cp_prose_printf(prose, "The long summary has %.*s more item%s",
		CP_FMT(cp_count_words(prose->arena, CP_COUNT_OWN, left)),
		left == 1 ? "" : "s");
	cp_prose_end_aside(prose, ".");
}

void cp_prose_shorten(cp_prose *prose, cp_length length)
{
	if (budgets[length] == SIZE_MAX)
		return;
	struct filler filler = {.prose = prose, .budget = budgets[length]};
	filler.in = CP_NEW_ARRAY(prose->arena, bool, prose->blocks.len);
	find_stretches(&filler);
	take_least(&filler);
	for (size_t turn = 0; take_turn(&filler, turn); turn++)
		;
	close_gaps(&filler);
}

/* ---- Balance ---- */

void cp_prose_note_balance(cp_prose *prose)
{
	size_t pro = cp_prose_words_of(prose, CP_SECTION_PRO);
	size_t contra = cp_prose_words_of(prose, CP_SECTION_CONTRA);
	if (!cp_prose_is_lopsided(prose))
		return;
	prose->noted = true;
	prose->section = CP_SECTION_METHOD;
	cp_prose_begin(prose, CP_PARAGRAPH);
	if (!pro || !contra)
		cp_prose_printf(prose,
			"Among the marks there is no main point %s the motion",
			pro ? "against" : "for");
	else
		cp_prose_printf(prose,
			"The points %s the motion take more than twice the words here "
			"of those %s it",
			pro > contra ? "for" : "against",
			pro > contra ? "against" : "for");
	cp_prose_end_aside(prose, ".");
}
