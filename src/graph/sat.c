/* The wall around PicoSAT. The library is opened when a question needs it: whoever only
 * checks or draws does not pay for it.
 *
 * CaDiCaL 1.5.3 was measured beside it. It comes as a static library in C++, with which the
 * start of a program that does nothing takes 0.8 ms instead of 0.6; to set a solver up takes
 * it 16 µs instead of 4, and a debate has thousands of components. On random frameworks of 200
 * to 1,000 arguments with four attacks each, neither was twice as fast as the other all
 * along; on nine hard ones, of 200 to 400 arguments with six to ten attacks each, CaDiCaL
 * took between a sixth and the whole of PicoSAT's time. */
#define _POSIX_C_SOURCE 200809L
#include "graph/sat.h"

#include "base/library.h"

#include <picosat/picosat.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FUNCTIONS(X) \
	X(picosat_init) \
	X(picosat_reset) \
	X(picosat_set_interrupt) \
	X(picosat_set_global_default_phase) \
	X(picosat_add) \
	X(picosat_assume) \
	X(picosat_sat) \
	X(picosat_deref)

struct cp_sat_kit {
#define DECLARE(name) __typeof__(&name) name;
	FUNCTIONS(DECLARE)
#undef DECLARE
	double deadline; /* as seconds_now() */
};

struct cp_sat {
	const cp_sat_kit *kit;
	PicoSAT *pico;
};

static double seconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int is_late(void *sat)
{
	return seconds_now() >= ((cp_sat *)sat)->kit->deadline;
}

const cp_sat_kit *cp_sat_kit_open(cp_arena *arena, double seconds)
{
	cp_sat_kit *kit = CP_NEW(arena, cp_sat_kit);
	kit->deadline = seconds_now() + seconds;
#define ROW(name) {#name, &kit->name},
	const cp_symbol symbols[] = { FUNCTIONS(ROW) };
#undef ROW
	return cp_library_open(
		       "libpicosat.so.1", symbols, sizeof symbols / sizeof *symbols)
		? kit
		: NULL;
}

cp_sat *cp_sat_new(const cp_sat_kit *kit)
{
	cp_sat *sat = cp_xmalloc(sizeof *sat);
	*sat = (cp_sat){kit, kit->picosat_init()};
	kit->picosat_set_interrupt(sat->pico, sat, is_late);
	/* What is sought are large sets. */
	kit->picosat_set_global_default_phase(sat->pico, 1);
	return sat;
}

void cp_sat_free(cp_sat *sat)
{
	if (sat)
		sat->kit->picosat_reset(sat->pico);
	free(sat);
}

void cp_sat_add(cp_sat *sat, int literal)
{
	sat->kit->picosat_add(sat->pico, literal);
}

void cp_sat_assume(cp_sat *sat, int literal)
{
	sat->kit->picosat_assume(sat->pico, literal);
}

cp_answer cp_sat_solve(cp_sat *sat)
{
	if (is_late(sat))
		return CP_UNDECIDED;
	switch (sat->kit->picosat_sat(sat->pico, -1)) {
	case PICOSAT_SATISFIABLE:
		return CP_YES;
	case PICOSAT_UNSATISFIABLE:
		return CP_NO;
	default:
		return CP_UNDECIDED;
	}
}

bool cp_sat_is_true(cp_sat *sat, int variable)
{
	return sat->kit->picosat_deref(sat->pico, variable) > 0;
}
