/* What the unit tests share. A file of tests has one group; main.c lists the groups.
 *
 * JSON is written with ' for ", and debates in a short form, one item a line:
 *
 *     a@c1 supports m               item "a" in comment c1, gist "A", quoting its "one"
 *     b@c2:conceded rebuts a        with an attitude
 *     c@c1 undercuts b>a, concedes b
 *     d@ supports m+e+f             implicit; linked with e and f
 *     e@c3#law#costs rebuts m       with tags
 *
 * What has `rebuts` or `undercuts` is a rebuttal. The motion is "m". */
#ifndef CP_TESTS_UNIT_H
#define CP_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "annotation/load.h"
#include "graph/graph.h"

struct group {
	const char *name;
	const struct CMUnitTest *tests;
	size_t len;
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A cp_str in a static table, with any bytes. */
#define BYTES(literal) \
	{ \
		literal, sizeof(literal) - 1 \
	}

/* The group of a file, from its array `tests`. */
#define GROUP(word) const struct group word##_group = {#word, tests, COUNT(tests)}

#define GROUPS(X) \
	X(memory) \
	X(buf) \
	X(map) \
	X(real) \
	X(file) \
	X(diag) \
	X(input) \
	X(lines) \
	X(pool) \
	X(utf8) \
	X(offsets) \
	X(fold) \
	X(find) \
	X(approx) \
	X(diff) \
	X(tokens) \
	X(quoted) \
	X(reuse) \
	X(rank) \
	X(digest) \
	X(sentence) \
	X(suggest) \
	X(measure) \
	X(xml) \
	X(encoding) \
	X(html) \
	X(markdown) \
	X(document) \
	X(locate) \
	X(edit) \
	X(format) \
	X(allow) \
	X(member) \
	X(findings) \
	X(schema_uri) \
	X(schema_pattern) \
	X(schema_value) \
	X(schema_format) \
	X(schema) \
	X(scheme) \
	X(page_date) \
	X(page_text) \
	X(address) \
	X(thread) \
	X(pseudonym) \
	X(tidy) \
	X(import) \
	X(time) \
	X(mime) \
	X(resolve) \
	X(anchor) \
	X(repair) \
	X(relate) \
	X(structure) \
	X(draft) \
	X(graph) \
	X(people) \
	X(exchange) \
	X(measures) \
	X(stats) \
	X(words) \
	X(af) \
	X(semantics) \
	X(af_text) \
	X(flatten) \
	X(strength) \
	X(weigh) \
	X(votes) \
	X(assume) \
	X(why) \
	X(crux) \
	X(map_view) \
	X(views) \
	X(theme) \
	X(standing) \
	X(plots) \
	X(choose) \
	X(split) \
	X(svg) \
	X(formats) \
	X(growth) \
	X(page) \
	X(prose) \
	X(wording) \
	X(recheck) \
	X(summary) \
	X(api)

#define DECLARE_GROUP(name) extern const struct group name##_group;
GROUPS(DECLARE_GROUP)
#undef DECLARE_GROUP

/* Fails, naming the row of the table, unless the text is the one wanted. */
#define expect_str(row, got, want) expect_text((row), (got), (want), __FILE__, __LINE__)
void expect_text(
	const char *row, cp_str got, const char *want, const char *file, int line);

#define expect(row, condition) \
	expect_true((row), (condition), #condition, __FILE__, __LINE__)
void expect_true(
	const char *row, int condition, const char *said, const char *file, int line);

/* `json` with ' for ", in a static buffer that the next call overwrites. */
const char *quoted(const char *json);

/* A random number below `limit`, always the same ones; SEED=7 in the environment gives
 * others. The seed is printed once. */
void random_start(uint32_t *state);
uint32_t random_below(uint32_t *state, uint32_t limit);

/* A new file of the tests' own with these bytes; free() its name after unlink(). */
char *temp_file(cp_str bytes) CP_MUST_USE;

/* ---- Findings ---- */

size_t count_code(const cp_diags *diags, cp_code code);
const cp_diag *find_code(const cp_diags *diags, cp_code code);

/* The codes of the findings in the order they were made: "unknown-id no-step". */
void expect_codes(const char *row, const cp_diags *diags, const char *want);

/* ---- Debates ---- */

struct debate {
	cp_diags diags;
	cp_loaded loaded;
	cp_arena arena;
	const cp_annotation *annotation;
	const cp_thread *thread;
	const cp_graph *graph;
};

/* Reads an annotation as JSON, with ' for "; as rows in the short form, about the thread
 * below; and as items in JSON, about a thread in JSON. */
void debate_open(struct debate *debate, const char *json);
void debate_open_rows(struct debate *debate, const char *rows);
void debate_open_items(struct debate *debate, const char *comments, const char *items);
void debate_close(struct debate *debate);

/* What stands in it, by the rules that are usual. */
struct cp_evaluation;
void debate_evaluate(struct debate *debate, struct cp_evaluation *evaluation);

/* Rows of a random debate with up to six items, most of which attack one another. */
void write_random_rows(cp_buf *rows, uint32_t *random);

/* op, c1, c3 by Ann; c2, c4 by Ben; c5, c6 unsigned: "one two three four five". */
extern const char *const six_comments;

uint32_t claim_named(const struct debate *debate, const char *item);
const cp_step *step_named(const struct debate *debate, const char *id);

#endif
