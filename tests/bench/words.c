/* Writes a thread to search for reuse of words: 10,000 comments, 5 MB, apart by a byte of 0.
 * Words are drawn as in speech, a few often and most seldom; every fifth comment quotes an
 * earlier one, half of these in quotation marks. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COMMENTS = 10000, WORDS = 75, VOCABULARY = 30000, LONGEST = 12 };

static uint64_t state = 1;

static uint32_t below(uint32_t limit)
{
	state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
	return (uint32_t)((state >> 33) % limit);
}

static char vocabulary[VOCABULARY][LONGEST + 1];
static unsigned short words[COMMENTS][WORDS];

static void make_vocabulary(void)
{
	for (int i = 0; i < VOCABULARY; i++) {
		/* The commoner the word, the shorter. */
		uint32_t len = 1 + (uint32_t)log2(i + 2) / 2 + below(4);
		for (uint32_t l = 0; l < len && l < LONGEST; l++)
			vocabulary[i][l] = (char)('a' + below(26));
	}
}

/* By Zipf's law: the n-th word comes about 1/n as often as the first. */
static unsigned short draw(void)
{
	double n = exp(below(1000000) / 1e6 * log(VOCABULARY)) - 1;
	return (unsigned short)n;
}

int main(void)
{
	make_vocabulary();
	for (int c = 0; c < COMMENTS; c++) {
		int from = -1, start = 10, end = 10;
		if (c && below(5) == 0) {
			from = (int)below((uint32_t)c);
			end = start + 8 + (int)below(20);
		}
		int marks = from >= 0 && below(2);
		for (int w = 0; w < WORDS; w++) {
			int quotes = from >= 0 && w >= start && w < end;
			words[c][w] = quotes ? words[from][w] : draw();
			printf("%s%s%s%s", w ? " " : "", marks && w == start ? "“" : "",
				vocabulary[words[c][w]],
				marks && w + 1 == end ? "”" : "");
		}
		putchar('\0');
	}
}
