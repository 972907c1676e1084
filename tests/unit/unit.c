#define _POSIX_C_SOURCE 200809L
#include "unit.h"

#include <unistd.h>

#include "base/file.h"
#include "graph/evaluate.h"

void expect_text(
	const char *row, cp_str got, const char *want, const char *file, int line)
{
	if (cp_str_is(got, want) || (!got.at && !*want))
		return;
	/* cmocka's print_error cuts what is longer than a kilobyte. */
	fprintf(stderr, "%s:%d: %s:\n got  %.*s\n want %s\n", file, line, row,
		CP_FMT(got), want);
	_fail(file, line);
}

void expect_true(
	const char *row, int condition, const char *said, const char *file, int line)
{
	if (condition)
		return;
	print_error("%s:%d: %s: not so: %s\n", file, line, row, said);
	_fail(file, line);
}

const char *quoted(const char *json)
{
	static cp_buf text;
	text.len = 0;
	cp_buf_puts(&text, json);
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == '\'')
			text.at[i] = '"';
	return text.at;
}

void random_start(uint32_t *state)
{
	const char *seed = getenv("SEED");
	*state = seed ? (uint32_t)strtoul(seed, NULL, 10) : 20100808;
	print_message("SEED=%u\n", (unsigned)*state);
	*state = *state * 2 + 1;
}

uint32_t random_below(uint32_t *state, uint32_t limit)
{
	*state = *state * 1664525 + 1013904223;
	return (uint32_t)((uint64_t)(*state >> 4) * limit >> 28);
}

char *temp_file(cp_str bytes)
{
	const char *folder = getenv("TMPDIR");
	cp_buf name = {0};
	cp_buf_printf(&name, "%s/counterpoint-unit-XXXXXX", folder ? folder : "/tmp");
	int fd = mkstemp(name.at);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.at, bytes.len), bytes.len);
	close(fd);
	return cp_buf_detach(&name, NULL);
}

/* ---- Findings ---- */

const cp_diag *find_code(const cp_diags *diags, cp_code code)
{
	for (size_t i = 0; i < diags->list.len; i++)
		if (diags->list.at[i].code == code)
			return &diags->list.at[i];
	return NULL;
}

size_t count_code(const cp_diags *diags, cp_code code)
{
	size_t count = 0;
	for (size_t i = 0; i < diags->list.len; i++)
		count += diags->list.at[i].code == code;
	return count;
}

void expect_codes(const char *row, const cp_diags *diags, const char *want)
{
	cp_buf codes = {0};
	for (size_t i = 0; i < diags->list.len; i++)
		cp_buf_printf(&codes, "%s%s", i ? " " : "",
			cp_code_infos[diags->list.at[i].code].code);
	expect_text(row, cp_buf_str(&codes), want, __FILE__, __LINE__);
	cp_buf_clear(&codes);
}

/* ---- Debates ---- */

const char *const six_comments =
	"{'id':'op','author':'Ann','text':'one two three four five'},"
	"{'id':'c1','author':'Ann','text':'one two three four five'},"
	"{'id':'c2','author':'Ben','text':'one two three four five'},"
	"{'id':'c3','author':'Ann','text':'one two three four five'},"
	"{'id':'c4','author':'Ben','text':'one two three four five'},"
	"{'id':'c5','text':'one two three four five'},"
	"{'id':'c6','text':'one two three four five'}";

void debate_open(struct debate *debate, const char *json)
{
	*debate = (struct debate){0};
	char *path = temp_file(cp_str_of(quoted(json)));
	bool read = cp_loaded_read(&debate->loaded, path, &debate->diags);
	unlink(path);
	free(path);
	assert_true(read);
	debate->annotation = debate->loaded.annotation;
	debate->thread = debate->annotation->thread;
	debate->graph = cp_graph_new(&debate->arena, debate->annotation);
}

void debate_open_items(struct debate *debate, const char *comments, const char *items)
{
	cp_buf json = {0};
	cp_buf_printf(&json,
		"{'counterpoint':1,'thread':{'counterpoint':1,'comments':[%s]},"
		"'motion':{'id':'m','text':'The moon is made of cheese'},'annotations':[%s]}",
		comments, items);
	debate_open(debate, json.at);
	cp_buf_clear(&json);
}

static size_t span_until(const char *text, const char *ends)
{
	return strcspn(text, ends);
}

/* "b>a" or "m+e+f" as an object with what it has. */
static void put_target(cp_buf *out, const char *text, size_t len)
{
	const char *arrow = memchr(text, '>', len);
	if (arrow) {
		cp_buf_printf(out, "{'from':'%.*s',", (int)(arrow - text), text);
		len -= (size_t)(arrow + 1 - text);
		text = arrow + 1;
	} else {
		cp_buf_puts(out, "{");
	}
	const char *end = text + len, *plus = memchr(text, '+', len);
	cp_buf_printf(out, "'to':'%.*s'", (int)((plus ? plus : end) - text), text);
	for (const char *sep = ",'with':["; plus; sep = ",") {
		const char *next = memchr(plus + 1, '+', (size_t)(end - plus - 1));
		cp_buf_printf(out, "%s'%.*s'", sep, (int)((next ? next : end) - plus - 1),
			plus + 1);
		plus = next;
		cp_buf_puts(out, plus ? "" : "]");
	}
	cp_buf_puts(out, "}");
}

/* The relations of a row, those of a kind together. */
static void put_relations(cp_buf *out, const char *row, const char *end)
{
	for (unsigned kind = 0; kind < CP_RELATION_KINDS; kind++) {
		bool any = false;
		for (const char *at = row; at < end;) {
			at += strspn(at, " ,");
			size_t verb = span_until(at, " ");
			const char *target = at + verb + 1;
			size_t len = span_until(target, ",\n");
			if (strncmp(at, cp_relation_names[kind], verb) == 0) {
				if (any)
					cp_buf_puts(out, ",");
				else
					cp_buf_printf(
						out, ",'%s':[", cp_relation_names[kind]);
				put_target(out, target, len);
				any = true;
			}
			at = target + len;
		}
		cp_buf_puts(out, any ? "]" : "");
	}
}

static void put_row(cp_buf *out, const char *row, const char *end)
{
	size_t id = span_until(row, "@");
	const char *comment = row + id + 1;
	size_t place = span_until(comment, ":# \n");
	const char *rest = comment + place;
	cp_buf relations = {0};
	cp_buf_printf(out, "%s{'id':'%.*s','gist':'%c%.*s'", out->len ? "," : "", (int)id,
		row, row[0] - 'a' + 'A', (int)id - 1, row + 1);
	if (place)
		cp_buf_printf(
			out, ",'comment':'%.*s','quote':'one'", (int)place, comment);
	else
		cp_buf_puts(out, ",'implicit':true");
	if (*rest == ':') {
		size_t attitude = span_until(rest + 1, "# \n");
		cp_buf_printf(out, ",'attitude':'%.*s'", (int)attitude, rest + 1);
		rest += attitude + 1;
	}
	for (const char *before = ",'tags':["; *rest == '#'; before = ",") {
		size_t tag = span_until(rest + 1, "# \n");
		cp_buf_printf(out, "%s'%.*s'", before, (int)tag, rest + 1);
		rest += tag + 1;
		cp_buf_puts(out, *rest == '#' ? "" : "]");
	}
	put_relations(&relations, rest, end);
	cp_str text = cp_buf_str(&relations);
	bool attacks = relations.len
		&& (strstr(text.at, "'rebuts'") || strstr(text.at, "'undercuts'"));
	cp_buf_printf(out, ",'kind':'%s'%s}", attacks ? "rebuttal" : "claim", text.at);
	cp_buf_clear(&relations);
}

void debate_open_rows(struct debate *debate, const char *rows)
{
	cp_buf items = {0};
	for (const char *row = rows, *end; *row; row = *end ? end + 1 : end) {
		end = row + strcspn(row, "\n");
		if (end > row)
			put_row(&items, row, end);
	}
	debate_open_items(debate, six_comments, items.len ? items.at : "");
	cp_buf_clear(&items);
}

void debate_evaluate(struct debate *debate, cp_evaluation *evaluation)
{
	cp_evaluation_choose(evaluation, "grounded", "none", "quadratic");
	cp_evaluate(&debate->arena, evaluation, debate->graph, &debate->diags);
}

void write_random_rows(cp_buf *rows, uint32_t *random)
{
	static const char *const verbs[] = {"supports", "rebuts", "undercuts"};
	uint32_t items = 1 + random_below(random, 6);
	for (uint32_t i = 0; i < items; i++) {
		cp_buf_printf(rows, "%c@c1", (char)('a' + i));
		for (uint32_t k = random_below(random, 3); k > 0; k--) {
			uint32_t verb = random_below(random, 3);
			uint32_t to = random_below(random, items + 1);
			char name = to == items ? 'm' : (char)('a' + to);
			if (to == i || (verb == 2 && to == items))
				continue;
			cp_buf_printf(rows, "%s %s %c",
				rows->at[rows->len - 1] == '1' ? "" : ",", verbs[verb],
				name);
			if (verb < 2 && !random_below(random, 4))
				cp_buf_printf(rows, "+%c",
					(char)('a' + random_below(random, items)));
		}
		cp_buf_putc(rows, '\n');
	}
}

void debate_close(struct debate *debate)
{
	cp_arena_clear(&debate->arena);
	cp_loaded_clear(&debate->loaded);
	cp_diags_clear(&debate->diags);
}

uint32_t claim_named(const struct debate *debate, const char *item)
{
	uint32_t node = cp_map_find(&debate->annotation->nodes_by_id, cp_str_of(item));
	assert_true(node != CP_NONE);
	return node == CP_MOTION_NODE ? CP_MOTION : debate->graph->claim_of[node - 1];
}

const cp_step *step_named(const struct debate *debate, const char *id)
{
	for (size_t i = 0; i < debate->graph->steps_len; i++)
		if (cp_str_is(debate->graph->steps[i].id, id))
			return &debate->graph->steps[i];
	print_error("there is no step %s\n", id);
	fail();
	return NULL;
}
