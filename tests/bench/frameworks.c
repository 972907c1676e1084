/* Random frameworks in the form of ICCMA'23: frameworks KIND ARGUMENTS SEED.
 *
 *     debate   each argument attacks an earlier one, some are attacked back
 *     er       Erdős–Rényi: about four attacks for each argument, between any two
 *     ba       Barabási–Albert: two attacks each, by and on what has many already
 *     ws       Watts–Strogatz: a ring with shortcuts, attacks either way
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t state;

static uint32_t below(uint32_t limit)
{
	state = state * 1664525 + 1013904223;
	return (uint32_t)((uint64_t)(state >> 4) * limit >> 28);
}

static void attack(uint32_t from, uint32_t to)
{
	printf("%u %u\n", from + 1, to + 1);
}

/* One attacks the other, mostly; sometimes they attack each other. */
static void attack_either_way(uint32_t a, uint32_t b)
{
	uint32_t way = below(5);
	if (way < 3)
		attack(a, b);
	if (way > 1)
		attack(b, a);
}

/* Answers mostly go to what was said lately; a fifth is answered back. */
static void debate(uint32_t len)
{
	for (uint32_t i = 1; i < len; i++) {
		uint32_t near = i < 50 ? i : 50;
		uint32_t to = below(3) ? i - 1 - below(near) : below(i);
		attack(i, to);
		if (!below(5))
			attack(to, i);
		if (!below(10))
			attack(i, below(i));
	}
}

static void erdos_renyi(uint32_t len)
{
	for (uint32_t i = 0; i < 4 * len; i++)
		attack(below(len), below(len));
}

static void barabasi_albert(uint32_t len)
{
	/* Each attack leaves both its ends here: who has many is drawn more often. */
	uint32_t *ends = malloc((4 * (size_t)len + 1) * sizeof *ends), count = 0;
	ends[count++] = 0;
	for (uint32_t i = 1; i < len; i++)
		for (int k = 0; k < 2; k++) {
			uint32_t other = ends[below(count)];
			attack_either_way(i, other);
			ends[count++] = i;
			ends[count++] = other;
		}
	free(ends);
}

static void watts_strogatz(uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
		for (uint32_t k = 1; k <= 2; k++)
			attack_either_way(i, below(5) ? (i + k) % len : below(len));
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*make)(uint32_t len);
	} kinds[] = {
		{"debate", debate},
		{"er", erdos_renyi},
		{"ba", barabasi_albert},
		{"ws", watts_strogatz},
	};
	if (argc != 4)
		return 2;
	uint32_t len = (uint32_t)strtoul(argv[2], NULL, 10);
	state = (uint32_t)strtoul(argv[3], NULL, 10) * 2 + 1;
	printf("p af %u\n", len);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(argv[1], kinds[i].name) == 0)
			kinds[i].make(len);
	return 0;
}
