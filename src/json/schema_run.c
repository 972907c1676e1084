/* A document against a schema, from outside: first the walk that only says yes or no, and then,
 * if it was no, the one that says why. */
#include "json/schema_run.h"

enum {
	FUEL = 20000000,    /* steps that any document may take: less than a second … */
	FUEL_PER_BYTE = 64, /* … and those for each byte of it */
};

void cp_run_init(cp_run *run, const cp_document *document)
{
	const size_t most = 1u << 30;
	size_t bytes = document->source ? document->source->text.len : 0;
	*run = (cp_run){0};
	run->fuel = run->tank =
		FUEL + FUEL_PER_BYTE * (long)(bytes < most ? bytes : most);
	run->stack = (intptr_t)__builtin_frame_address(0);
}

void cp_run_clear(cp_run *run)
{
	cp_patterns_clear(&run->patterns);
	cp_arena_clear(&run->arena);
}

bool cp_schema_accepts(const cp_schema *schema, const cp_document *document)
{
	cp_run run;
	cp_run_init(&run, document);
	bool fits = cp_schema_fits(&run, schema, document->root, NULL) && !run.too_deep
		&& !run.too_long;
	cp_run_clear(&run);
	return fits;
}

bool cp_schema_check(const cp_schema *schema, cp_document *document, cp_diags *diags)
{
	cp_run run;
	cp_run_init(&run, document);
	bool fits = cp_schema_fits(&run, schema, document->root, NULL);
	fits &= !run.too_deep && !run.too_long && !run.given_up;
	if (!fits)
		cp_schema_report(&run, schema, document, diags);
	cp_run_clear(&run);
	return fits;
}
