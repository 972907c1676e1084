/* Strengths of 200,000 arguments with a million attacks and supports, none in a circle:
 * `strength ours` asks the library, `strength bare` goes over arrays in the order in which the
 * arguments happen to depend on one another. Both print the last argument's strength. */
#include "graph/strength.h"

#include <stdio.h>
#include <stdlib.h>

enum { ARGUMENTS = 200000, LINKS = 1000000 };

static uint32_t below(uint32_t limit)
{
	static uint32_t state = 15;
	state = state * 1664525 + 1013904223;
	return (uint32_t)((uint64_t)(state >> 4) * limit >> 28);
}

/* Five to each argument but the first, all from arguments before it. */
static void make(double *initial, cp_link *links)
{
	for (uint32_t i = 0; i < ARGUMENTS; i++)
		initial[i] = below(101) / 100.0;
	for (uint32_t i = 0; i < LINKS; i++) {
		uint32_t of = 1 + i / 5 % (ARGUMENTS - 1);
		links[i] = (cp_link){(cp_link_kind)below(2), of, below(of)};
	}
}

static double solve_bare(const double *initial, const cp_link *links)
{
	double *strength = malloc(ARGUMENTS * sizeof *strength);
	uint32_t *start = calloc(ARGUMENTS + 2, sizeof *start);
	uint32_t *by = malloc(LINKS * sizeof *by);
	for (uint32_t i = 0; i < LINKS; i++)
		start[links[i].of + 2]++;
	for (uint32_t i = 2; i < ARGUMENTS + 2; i++)
		start[i] += start[i - 1];
	for (uint32_t i = 0; i < LINKS; i++)
		by[start[links[i].of + 1]++] =
			links[i].by * 2 + (links[i].kind == CP_SUPPORTED_BY);
	for (uint32_t i = 0; i < ARGUMENTS; i++) {
		double energy = 0, w = initial[i];
		for (uint32_t k = start[i]; k < start[i + 1]; k++)
			energy += by[k] & 1 ? strength[by[k] / 2] : -strength[by[k] / 2];
		double share = energy * energy / (1 + energy * energy);
		strength[i] = energy < 0 ? w - w * share : w + (1 - w) * share;
	}
	return strength[ARGUMENTS - 1];
}

static double solve_ours(double *initial, const cp_link *links)
{
	cp_arena arena = {0};
	return cp_weighted_solve(&arena,
		cp_weighted_new(&arena, ARGUMENTS, initial, links, LINKS), CP_QUADRATIC)
		.of[ARGUMENTS - 1];
}

int main(int argc, char **argv)
{
	double *initial = malloc(ARGUMENTS * sizeof *initial);
	cp_link *links = malloc(LINKS * sizeof *links);
	make(initial, links);
	printf("%.6f\n",
		argc > 1 && strcmp(argv[1], "ours") == 0 ? solve_ours(initial, links)
							 : solve_bare(initial, links));
	return 0;
}
