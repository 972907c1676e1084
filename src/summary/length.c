/* Summaries of a length: whole items are taken from the ends of lists until few enough words
 * are left; no sentence is cut. What is least missed goes first, and of the points of either
 * side one always stays. */
#include "summary/sections.h"

#include <stdlib.h>

enum { SHORT_WORDS = 120, MEDIUM_WORDS = 350 };

static const size_t budgets[CP_LENGTHS] = {
	[CP_SHORT] = SHORT_WORDS, [CP_MEDIUM] = MEDIUM_WORDS, [CP_LONG] = SIZE_MAX};

const char *const cp_length_names[CP_LENGTHS] = {"short", "medium", "long"};

enum { ROUNDS = 5 };

/* In the order in which sections are cut: how many items each keeps, round by round. */
static const struct {
	cp_section section;
	size_t keeps[ROUNDS];
} cuts[] = {
	{CP_SECTION_METHOD, {1, 0}},
	{CP_SECTION_PEOPLE, {9, 0}},
	{CP_SECTION_QUOTATIONS, {2, 1, 0}},
	{CP_SECTION_UNANSWERED, {5, 3, 0}},
	{CP_SECTION_GRANTED, {2, 2, 1, 0}},
	{CP_SECTION_CLASHES, {3, 2, 1, 1, 0}},
	{CP_SECTION_CONTRA, {5, 4, 3, 2, 1}},
	{CP_SECTION_PRO, {5, 4, 3, 2, 1}},
};

struct cutter {
	cp_prose *prose;
	bool *out; /* of each block: it is taken out */
	size_t words;
	size_t items; /* taken out */
};

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

static size_t count_words(const cp_block *block)
{
	size_t count = 0;
	bool inside = false;
	for (size_t r = 0; r < block->runs.len; r++) {
		cp_str text = block->runs.at[r].text;
		for (size_t i = 0; i < text.len; i++) {
			count += !inside && !is_space(text.at[i]);
			inside = !is_space(text.at[i]);
		}
	}
	return count;
}

static void take_out(struct cutter *cutter, size_t block)
{
	cutter->out[block] = true;
	cutter->items += cutter->prose->blocks.at[block].kind == CP_ITEM;
	cutter->words -= count_words(&cutter->prose->blocks.at[block]);
}

static bool is_left(const struct cutter *cutter, size_t block, cp_section section)
{
	return !cutter->out[block] && cutter->prose->blocks.at[block].section == section;
}

/* The last block of a section that is neither its heading nor leads to others that stay. */
static size_t find_last(const struct cutter *cutter, cp_section section)
{
	for (size_t i = cutter->prose->blocks.len; i-- > 0;)
		if (is_left(cutter, i, section)
			&& cutter->prose->blocks.at[i].kind != CP_HEADING)
			return i;
	return SIZE_MAX;
}

static size_t count_left(const struct cutter *cutter, cp_section section)
{
	size_t count = 0;
	for (size_t i = 0; i < cutter->prose->blocks.len; i++)
		count += is_left(cutter, i, section)
			&& cutter->prose->blocks.at[i].kind != CP_HEADING;
	return count;
}

static void take_heading_out(struct cutter *cutter, cp_section section)
{
	for (size_t i = 0; i < cutter->prose->blocks.len; i++)
		if (is_left(cutter, i, section))
			take_out(cutter, i);
}

static void cut_section(
	struct cutter *cutter, cp_section section, size_t keeps, size_t budget)
{
	size_t left = count_left(cutter, section);
	while (left > keeps && cutter->words > budget) {
		take_out(cutter, find_last(cutter, section));
		left--;
	}
	/* A paragraph that leads to a list says nothing without it. */
	size_t last = find_last(cutter, section);
	while (last != SIZE_MAX && cutter->prose->blocks.at[last].leads) {
		take_out(cutter, last);
		last = find_last(cutter, section);
	}
	if (last == SIZE_MAX)
		take_heading_out(cutter, section);
}

static void close_gaps(struct cutter *cutter)
{
	cp_prose *prose = cutter->prose;
	size_t kept = 0;
	for (size_t i = 0; i < prose->blocks.len; i++)
		if (!cutter->out[i])
			prose->blocks.at[kept++] = prose->blocks.at[i];
	prose->blocks.len = kept;
}

static void tell(struct cutter *cutter)
{
	cp_prose *prose = cutter->prose;
	prose->section = CP_SECTION_METHOD;
	cp_prose_begin(prose, CP_PARAGRAPH);
	cp_prose_printf(prose,
		cutter->items == 1 ? "One more item is in the long summary."
				   : "%zu more items are in the long summary.",
		cutter->items);
}

void cp_prose_shorten(cp_prose *prose, cp_length length)
{
	struct cutter cutter = {.prose = prose};
	cutter.out = CP_NEW_ARRAY(prose->arena, bool, prose->blocks.len);
	for (size_t i = 0; i < prose->blocks.len; i++)
		cutter.words += count_words(&prose->blocks.at[i]);
	for (size_t round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++)
			if (cutter.words > budgets[length])
				cut_section(&cutter, cuts[i].section,
					cuts[i].keeps[round], budgets[length]);
	close_gaps(&cutter);
	if (cutter.items)
		tell(&cutter);
}
