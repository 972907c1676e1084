/* Walks over a document with a compiled schema: what they share, and the one that only says
 * yes or no. */
#ifndef CP_JSON_SCHEMA_RUN_H
#define CP_JSON_SCHEMA_RUN_H

#include "json/schema_files.h"

struct cp_scope {
	const cp_resource *resource;
	const struct cp_scope *outer;
};

/* What a walk over a document shares. */
typedef struct cp_run {
	const struct cp_scope *scope; /* resources that were entered, innermost first */
	unsigned depth;               /* of schemas inside one another */
	intptr_t stack;               /* where the walk began on it */
	long fuel, tank;              /* steps that are left, and that there were */
	bool too_deep, too_long;      /* why nothing fits any more */
	unsigned given_up;            /* patterns that took too long */
	cp_patterns patterns;         /* for the format "regex" */
	CP_ARRAY(const json_t *) slots;
	CP_ARRAY(uint64_t) seen;
	cp_arena arena;
} cp_run;

/* What is known of an object or array that several subschemas bear on. */
typedef struct cp_hand {
	const cp_shape *shape; /* whose slots are filled; or NULL */
	size_t slots;          /* where they begin in the run's */
	uint64_t present;      /* the slots whose members are there */
	size_t seen;           /* where the bits of what was evaluated begin in the run's;
				* CP_UNSEEN: nobody asks */
} cp_hand;
#define CP_UNSEEN SIZE_MAX

/* For a walk over a document; the longer it is, the more steps it may take. */
void cp_run_init(cp_run *run, const cp_document *document);
void cp_run_clear(cp_run *run);

/* Enters a schema: false where that is too deep or takes too long. `scope` lives until
 * cp_run_leave(). */
bool cp_run_enter(cp_run *run, const cp_schema *schema, struct cp_scope *scope);
void cp_run_leave(cp_run *run, struct cp_scope *scope);

/* Does the value fit? `hand` is NULL but for a value that another subschema has in hand. */
bool cp_schema_fits(
	cp_run *run, const cp_schema *schema, const json_t *json, cp_hand *hand);

/* The parts of that, for who wants to know which it was. */
bool cp_fits_string(cp_run *run, const cp_string_rules *rules, cp_str text);
bool cp_fits_number(const cp_number_rules *rules, const json_t *json);
bool cp_fits_pattern(cp_run *run, const cp_pattern *pattern, cp_str text);
bool cp_fits_constants(const cp_constants *constants, const json_t *json);
const cp_schema *cp_dynamic_target(const cp_run *run, const cp_branches *branches);
size_t cp_count_contained(cp_run *run, const cp_array_rules *rules, const json_t *json);

/* Which members of an object, or elements of an array, no rule but `unevaluated…` bears on:
 * a bit each, at the end of the run's `seen`, from the place that is given. */
size_t cp_run_mark_seen(cp_run *run, const cp_schema *schema, const json_t *json);

static inline bool cp_is_seen(const cp_run *run, size_t seen, size_t i)
{
	return run->seen.at[seen + i / 64] >> i % 64 & 1;
}

/* The other one, which reports every fault (schema_report.c). */
void cp_schema_report(
	cp_run *run, const cp_schema *schema, cp_document *document, cp_diags *diags);

#endif
