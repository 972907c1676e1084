/* Approximate search in process: its time on a text, against the plain table of n times m
 * values, and on a text four times as long. Medians of several runs, each in turn.
 *
 *     approx TARGET
 */
#define _DEFAULT_SOURCE
#include "text/approx.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SIZE = 1 << 20, RUNS = 9, WORDS = 200, ERRORS = WORDS / 3 };

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Words of 2 to 9 letters, always the same; without the words that are searched for. */
static cp_str make_text(size_t size)
{
	char *text = malloc(size);
	uint32_t random = 1, left = 5;
	for (size_t i = 0; i < size; i++) {
		random = random * 1664525 + 1013904223;
		text[i] = left ? (char)('a' + (random >> 16) % 24) : ' ';
		left = left ? left - 1 : 2 + (random >> 20) % 8;
	}
	return (cp_str){text, size};
}

static size_t search(cp_str text, cp_str words)
{
	cp_arena arena = {0};
	cp_near place = {{0, 0}, 0};
	cp_find_near(&arena, text, words, ERRORS, &place, 1);
	cp_arena_clear(&arena);
	return place.errors;
}

static size_t search_plainly(cp_str text, cp_str words)
{
	unsigned column[WORDS + 1], best = WORDS;
	for (unsigned i = 0; i <= WORDS; i++)
		column[i] = i;
	for (size_t j = 0; j < text.len; j++) {
		unsigned corner = 0;
		for (unsigned i = 1; i <= WORDS; i++) {
			unsigned value = corner + (text.at[j] != words.at[i - 1]);
			corner = column[i];
			unsigned beside =
				(corner < column[i - 1] ? corner : column[i - 1]) + 1;
			column[i] = value < beside ? value : beside;
		}
		best = column[WORDS] < best ? column[WORDS] : best;
	}
	return best;
}

static double time_of(
	size_t (*find)(cp_str text, cp_str words), cp_str text, cp_str words)
{
	double start = now();
	if (find(text, words) != 3) {
		fputs("approx: the place with three errors was not found\n", stderr);
		exit(1);
	}
	return now() - start;
}

static int compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return (left > right) - (left < right);
}

static double median(double *times)
{
	qsort(times, RUNS, sizeof *times, compare);
	return times[RUNS / 2];
}

int main(int argc, char **argv)
{
	double target = argc > 1 ? atof(argv[1]) : 0, ours[RUNS], plain[RUNS],
	       long_[RUNS];
	cp_str text = make_text(4 * (size_t)SIZE), quarter = {text.at, SIZE};
	char words[WORDS];
	memcpy(words, text.at + SIZE - 4000, WORDS);
	words[20] = words[90] = words[150] = '#';
	cp_str wanted = {words, WORDS};
	for (int i = 0; i < RUNS; i++) {
		ours[i] = time_of(search, quarter, wanted);
		plain[i] = time_of(search_plainly, quarter, wanted);
		long_[i] = time_of(search, text, wanted);
	}
	double a = median(ours), b = median(plain), c = median(long_);
	printf("%-46s %8.2f ms %8.2f ms   ratio %5.2f  target %5.2f  %s   %.0f MB/s\n",
		"nearly 200 letters in 1 MB : plain table", a, b, a / b, target,
		a / b <= target ? "met" : "MISSED", SIZE / 1e3 / a);
	printf("%-46s %8.2f ms %8.2f ms   ratio %5.2f  target %5.2f  %s\n",
		"  the same in 4 MB : four times 1 MB", c, 4 * a, c / (4 * a), 1.2,
		c / (4 * a) <= 1.2 ? "met" : "MISSED");
	free((char *)text.at);
	return 0;
}
