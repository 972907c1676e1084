/* Batches: a document a line, a record a line.
 *
 * One process reads lines, hands them to workers (base/pool.h) and writes what comes of them, in
 * their order; a worker makes the whole record. While the reader of the records is slow, the
 * writing waits, then the workers, then the reading. */
#define _GNU_SOURCE /* CPU_COUNT */
#include "api/api.h"

#include "base/lines.h"
#include "base/pool.h"
#include "json/findings.h"
#include "json/member.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

enum {
	MOST_WORKERS = 1024,
	PIECE = 1 << 18,   /* bytes that are read at once */
	NEWS_EVERY = 1000, /* milliseconds, at most, between reports of progress */
};

struct run {
	const counterpoint_batch *batch;
	counterpoint_batch_counts *counts;
	cp_pool *pool;
	cp_lines lines;
	struct pollfd *polled; /* the workers', the input, what stops it */
	cp_buf out;            /* whole records that are to be written */
	bool read_all;         /* there are no more jobs to come */
};

/* ---- From a line to its document ---- */

/* All but the document becomes blanks, so that places in it are those in the line. */
static void keep_place(cp_buf *text, cp_str line, cp_str document)
{
	size_t before = (size_t)(document.at - line.at);
	memset(cp_buf_room(text, before), ' ', before);
	text->len += before;
	cp_buf_put(text, document);
}

static void report_no_field(const counterpoint_batch *batch,
	const counterpoint_input *input, counterpoint_findings *findings)
{
	cp_input from = cp_api_input(input);
	cp_source *source = cp_input_read(&from, findings);
	cp_diag_add(findings, CP_MISSING_PROPERTY, cp_place_bytes(source, 0, 0),
		"this line has no property \"%s\" with a document", batch->field);
}

/* A file of one document over many lines begins so. */
static bool is_opening(cp_str line)
{
	while (line.len && strchr(" \t\r", line.at[line.len - 1]))
		line.len--;
	return cp_str_is(line, "{") || cp_str_is(line, "[");
}

static void report_opening(
	const counterpoint_input *input, counterpoint_findings *findings)
{
	cp_input from = cp_api_input(input);
	cp_source *source = cp_input_read(&from, findings);
	cp_diag *diag = cp_diag_add(findings, CP_JSON_SYNTAX,
		cp_place_bytes(source, 0, 1), "the document does not end on its line");
	cp_diag_hint(findings, diag, "\"jq -c .\" puts it on one");
}

/* What the input is to be: the line, or its property; a string stands for the text that it
 * holds. `text` and `name` are where that is kept. False, with a finding, where it is not there. */
static bool find_document(const counterpoint_batch *batch, const cp_job *job,
	counterpoint_input *input, cp_buf *text, cp_buf *name,
	counterpoint_findings *findings)
{
	cp_str document = job->text;
	*input = (counterpoint_input){.path = batch->name,
		.data = job->text.at,
		.len = job->text.len,
		.line = job->number,
		.root = batch->root};
	if (is_opening(document)) {
		report_opening(input, findings);
		return false;
	}
	if (batch->field && !cp_json_member(job->text, batch->field, &document)) {
		report_no_field(batch, input, findings);
		return false;
	}
	while (document.len && (*document.at == ' ' || *document.at == '\t'))
		document = cp_str_part(document, 1, document.len);
	if (cp_json_unquote(document, text)) {
		cp_buf_printf(name, "%s:%zu", batch->name, job->number);
		input->path = name->at;
		input->line = 0;
	} else if (batch->field)
		keep_place(text, job->text, document);
	if (text->at) {
		input->data = text->at;
		input->len = text->len;
	}
	return true;
}

/* ---- Records ---- */

/* What tells the line, if it has that. */
static void put_id(cp_json_writer *json, const counterpoint_batch *batch, cp_str line)
{
	const char *const names[] = {
		batch->id ? batch->id : "id", batch->id ? NULL : "x-id"};
	cp_str value = {0};
	cp_buf text = {0};
	for (size_t i = 0; i < 2 && names[i] && !value.at; i++)
		cp_json_member(line, names[i], &value);
	if (cp_json_unquote(value, &text))
		cp_json_text(json, "id", cp_buf_str(&text));
	else if (cp_json_is_integer(value))
		cp_json_raw(json, "id", value);
	cp_buf_clear(&text);
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r' || c == '\t';
}

/* JSON on one line. Line breaks, and what indents the next line, are between its values. */
static void put_json(cp_json_writer *json, const char *key, cp_str result)
{
	cp_buf line = {0};
	for (size_t i = 0, start; i < result.len;) {
		for (start = i; i < result.len && !is_break(result.at[i]);)
			i++;
		cp_buf_put(&line, cp_str_part(result, start, i));
		while (i < result.len && (is_break(result.at[i]) || result.at[i] == ' '))
			i++;
	}
	cp_json_raw(json, key, cp_buf_str(&line));
	cp_buf_clear(&line);
}

/* `made` is NULL where nothing was. */
static int put_record(const counterpoint_batch *batch, const cp_job *job,
	const char *made, size_t len, counterpoint_findings *findings, cp_buf *out)
{
	cp_json_writer json = {.out = out};
	int status = counterpoint_findings_status(findings);
	cp_json_open(&json, NULL, '{');
	if (batch->file)
		cp_json_text(&json, "file", cp_str_of(batch->file));
	cp_json_number(&json, "line", job->number);
	put_id(&json, batch, job->text);
	cp_json_number(&json, "status", (size_t)status);
	if (made && batch->is_json)
		put_json(&json, "result", (cp_str){made, len});
	else if (made)
		cp_json_text(&json, "result", (cp_str){made, len});
	cp_findings_write_list(&json, "findings", findings);
	cp_json_close(&json, '}');
	cp_buf_putc(out, '\n');
	return status;
}

static int do_line(void *context, const cp_job *job, cp_buf *out)
{
	const counterpoint_batch *batch = context;
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_input input;
	cp_buf text = {0}, name = {0};
	size_t len = 0;
	char *made = NULL;
	if (find_document(batch, job, &input, &text, &name, findings))
		made = batch->make(batch->context, &input, &len, findings);
	int status = put_record(batch, job, made, len, findings, out);
	free(made);
	cp_buf_clear(&text);
	cp_buf_clear(&name);
	counterpoint_findings_free(findings);
	return status;
}

__attribute__((format(printf, 4, 5))) static int put_failure(
	const counterpoint_batch *batch, const cp_job *job, cp_buf *out, const char *why,
	...)
{
	counterpoint_findings *findings = counterpoint_findings_new();
	cp_buf text = {0};
	va_list args;
	va_start(args, why);
	cp_buf_vprintf(&text, why, args);
	va_end(args);
	cp_diag_add(findings, CP_NOT_DONE, (cp_place){0}, "%s", text.at);
	int status = put_record(batch, job, NULL, 0, findings, out);
	cp_buf_clear(&text);
	counterpoint_findings_free(findings);
	return status;
}

static int lose_line(void *context, const cp_job *job, int signal, cp_buf *out)
{
	const counterpoint_batch *batch = context;
	return signal == SIGALRM
		? put_failure(batch, job, out,
			"to work on this line took longer than %g s", batch->seconds)
		: put_failure(batch, job, out,
			"the work on this line ended in a crash (%s)",
			signal ? strsignal(signal) : "the process ended");
}

/* ---- Reading and writing ---- */

static bool is_blank(cp_str text)
{
	while (text.len && strchr(" \t\r", *text.at) && *text.at)
		text = cp_str_part(text, 1, text.len);
	return text.len == 0;
}

static bool is_wanted(const counterpoint_batch *batch, const cp_line *line)
{
	return line->number >= batch->first
		&& (!batch->parts || (line->number - 1) % batch->parts == batch->part - 1)
		&& !is_blank(line->text);
}

static void add_line(struct run *run, const cp_line *line)
{
	cp_job job = {line->number, line->text};
	cp_buf record = {0};
	if (!line->too_long) {
		cp_pool_add(run->pool, &job);
		return;
	}
	int status = put_failure(run->batch, &job, &record,
		"this line is longer than %zu MB", run->batch->longest >> 20);
	cp_pool_add_result(run->pool, job.number, status, &record);
}

static void add_lines(struct run *run)
{
	const counterpoint_batch *batch = run->batch;
	cp_line line;
	while (!run->read_all && cp_pool_has_room(run->pool)) {
		if (!cp_lines_take(&run->lines, &line)) {
			run->read_all = run->lines.ended;
			return;
		}
		if (is_wanted(batch, &line))
			add_line(run, &line);
		run->read_all = batch->last && line.number >= batch->last;
	}
}

static int read_piece(struct run *run)
{
	ssize_t got = read(run->batch->in, cp_lines_room(&run->lines, PIECE), PIECE);
	if (got < 0)
		return errno == EINTR || errno == EAGAIN ? 0 : errno;
	cp_lines_add(&run->lines, (size_t)got);
	run->lines.ended = got == 0;
	return 0;
}

/* Whole, even where a signal comes in between: no record is ever torn. */
static int write_records(struct run *run)
{
	cp_str rest = cp_buf_str(&run->out);
	while (rest.len) {
		ssize_t put = write(run->batch->out, rest.at, rest.len);
		if (put < 0 && errno == EAGAIN)
			poll(&(struct pollfd){run->batch->out, POLLOUT, 0}, 1, -1);
		else if (put < 0 && errno != EINTR)
			return errno;
		rest = cp_str_part(rest, put > 0 ? (size_t)put : 0, rest.len);
	}
	run->out.len = 0;
	return 0;
}

static void count(counterpoint_batch_counts *counts, int status)
{
	counts->records++;
	counts->errors += status == 1;
	counts->failures += status > 1;
	counts->status = status > counts->status ? status : counts->status;
}

static int put_results(struct run *run)
{
	int status;
	while (cp_pool_take(run->pool, &run->counts->line, &status, &run->out))
		count(run->counts, status);
	if (run->batch->progress)
		run->batch->progress(run->batch->context, run->counts);
	return write_records(run);
}

/* ---- The whole ---- */

static int wait_for_news(struct run *run)
{
	unsigned workers = cp_pool_watch(run->pool, run->polled);
	bool reads = !run->read_all && cp_pool_has_room(run->pool);
	struct pollfd *in = &run->polled[workers], *stop = in + 1;
	*in = (struct pollfd){reads ? run->batch->in : -1, POLLIN, 0};
	*stop = (struct pollfd){run->batch->stop, POLLIN, 0};
	int timeout = cp_pool_is_ready(run->pool) ? 0
		: run->batch->progress            ? NEWS_EVERY
						  : -1;
	if (poll(run->polled, workers + 2, timeout) < 0)
		return errno == EINTR ? 0 : errno;
	run->counts->stopped = stop->revents != 0;
	int error = cp_pool_serve(run->pool, run->polled);
	if (error)
		run->counts->failed = "start a worker";
	else if (in->revents && (error = read_piece(run)))
		run->counts->failed = "read";
	return error;
}

static int run_batch(struct run *run)
{
	while (!run->counts->stopped) {
		int error = put_results(run);
		if (error) {
			run->counts->failed = "write";
			return error;
		}
		add_lines(run);
		if (run->read_all && cp_pool_is_empty(run->pool))
			return 0;
		if ((error = wait_for_news(run)))
			return error;
	}
	return 0;
}

/* As many processors as this process may use, which on a cluster are not all there are. */
static unsigned count_workers(unsigned wanted)
{
	cpu_set_t set;
	if (!wanted)
		wanted = sched_getaffinity(0, sizeof set, &set) == 0
			? (unsigned)CPU_COUNT(&set)
			: (unsigned)sysconf(_SC_NPROCESSORS_ONLN);
	return wanted < 1 ? 1 : wanted > MOST_WORKERS ? MOST_WORKERS : wanted;
}

int counterpoint_batch_run(
	const counterpoint_batch *batch, counterpoint_batch_counts *counts)
{
	struct run run = {.batch = batch, .counts = counts};
	cp_pool_options options = {.workers = count_workers(batch->workers),
		.seconds = batch->seconds,
		.context = (void *)batch,
		.work = do_line,
		.lose = lose_line};
	*counts = (counterpoint_batch_counts){0};
	run.lines.longest = batch->longest;
	run.pool = cp_pool_new(&options);
	if (!run.pool) {
		counts->failed = "start a worker";
		return errno;
	}
	run.polled = cp_xmalloc((options.workers + 2) * sizeof *run.polled);
	int error = run_batch(&run);
	cp_pool_free(run.pool);
	cp_lines_clear(&run.lines);
	cp_buf_clear(&run.out);
	free(run.polled);
	return error;
}
