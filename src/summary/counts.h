/* What a summary counts, so that it can be counted again. */
#ifndef CP_SUMMARY_COUNTS_H
#define CP_SUMMARY_COUNTS_H

#include "summary/prose.h"

enum {
	CP_COUNT_OWN,      /* of the summary itself: not of the debate */
	CP_COUNT_COMMENTS, /* without the article and what is missing */
	CP_COUNT_MISSING,
	CP_COUNT_DATED,
	CP_COUNT_LATER,     /* comments after the last that is looked at */
	CP_COUNT_SPEAKERS,  /* all */
	CP_COUNT_SIDE,      /* speakers; of a cp_stance */
	CP_COUNT_ITEMS,     /* of a cp_kind */
	CP_COUNT_GUESSED,   /* items that a program marked and nobody confirmed */
	CP_COUNT_SHARE,     /* of the text that is marked, in per cent */
	CP_COUNT_CLAIMANTS, /* speakers who assert a claim */
	CP_COUNT_REASONS,   /* steps that support a claim */
	CP_COUNT_ANSWERS,   /* steps that attack it, or one from it */
	CP_COUNT_STRENGTH,  /* of a claim, in hundredths */
	CP_COUNT_WRITTEN,   /* comments of a person … */
	CP_COUNT_WORDS,     /* … share of the words, in per cent … */
	CP_COUNT_ASSERTED,  /* … claims that he asserts … */
	CP_COUNT_SUPPORTS,  /* … steps of his that support … */
	CP_COUNT_ATTACKS,   /* … or attack */
	CP_COUNT_GRANTS,    /* … and concessions that he makes */
	CP_COUNT_CLAIMS,    /* claims, without the motion */
	CP_COUNT_STEPS,     /* of a cp_relation_kind */
	CP_COUNT_LINKED,    /* steps with more than one premise */
	CP_COUNT_DEEPEST,   /* steps from the motion to the farthest claim */
	CP_COUNTS
};

/* The number as it is written: a word up to twelve, or digits; hundredths as "0.93". */
cp_str cp_count_words(cp_arena *arena, cp_count kind, size_t value);

/* Counts once more, from the graph alone; not what is CP_COUNT_OWN. */
size_t cp_count_again(cp_arena *arena, const cp_graph *graph, cp_count kind, uint32_t of);

/* Does a time begin with a day, "2010-08-08"? */
bool cp_time_has_day(cp_str time);

#endif
