/* The workers do what the text of a job says: "wait MILLISECONDS", "crash", "end", "long", "die
 * slowly". What comes of it is "NUMBER:TEXT;". */
#define _XOPEN_SOURCE 700
#include "unit.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "base/pool.h"

enum { LONG = 300000 };

static int work(void *context, const cp_job *job, cp_buf *result)
{
	cp_buf text = {0};
	(void)context;
	cp_buf_put(&text, job->text);
	long wait = strncmp(text.at, "wait ", 5) == 0 ? atol(text.at + 5) : 0;
	nanosleep(&(struct timespec){wait / 1000, wait % 1000 * 1000000}, NULL);
	if (strcmp(text.at, "crash") == 0)
		raise(SIGKILL);
	if (strcmp(text.at, "end") == 0)
		_exit(0);
	cp_buf_printf(result, "%zu:%s;", job->number, text.at);
	if (strcmp(text.at, "long") == 0) {
		memset(cp_buf_room(result, LONG), 'x', LONG);
		result->len += LONG;
	}
	cp_buf_clear(&text);
	return (int)job->number % 2;
}

static int lose(void *context, const cp_job *job, int signal, cp_buf *result)
{
	(void)context;
	cp_buf_printf(
		result, "%zu lost %d %.*s;", job->number, signal, CP_FMT(job->text));
	return 4;
}

static cp_pool *new_pool(unsigned workers, double seconds)
{
	cp_pool_options options = {
		.workers = workers, .seconds = seconds, .work = work, .lose = lose};
	cp_pool *pool = cp_pool_new(&options);
	assert_non_null(pool);
	return pool;
}

static void wait_for_result(cp_pool *pool)
{
	struct pollfd sockets[16];
	while (!cp_pool_is_ready(pool)) {
		unsigned count = cp_pool_watch(pool, sockets);
		assert_true(poll(sockets, count, 10000) > 0);
		assert_int_equal(cp_pool_serve(pool, sockets), 0);
	}
}

/* Does the jobs that are in the list, apart by commas, as far as there is room each time. */
static void run_jobs(cp_pool *pool, const char *list, cp_buf *out)
{
	size_t number = 0, taken;
	int status;
	while (*list || !cp_pool_is_empty(pool)) {
		while (*list && cp_pool_has_room(pool)) {
			size_t len = strcspn(list, ",");
			cp_pool_add(pool, &(cp_job){++number, {list, len}});
			list += len + (list[len] == ',');
		}
		wait_for_result(pool);
		while (cp_pool_take(pool, &taken, &status, out))
			;
	}
}

static void results_have_the_order_of_jobs(void **state)
{
	static const struct {
		const char *jobs, *want;
		unsigned workers;
	} rows[] = {
		{"", "", 2},
		{"a", "1:a;", 2},
		{"wait 60,b,wait 20,d,e", "1:wait 60;2:b;3:wait 20;4:d;5:e;", 1},
		{"wait 60,b,wait 20,d,e", "1:wait 60;2:b;3:wait 20;4:d;5:e;", 3},
		{"a,crash,c", "1:a;2 lost 9 crash;3:c;", 1},
		{"crash,crash,c", "1 lost 9 crash;2 lost 9 crash;3:c;", 1},
		{"end,b", "1 lost 0 end;2:b;", 1},
		{"wait 2000,b", "1 lost 14 wait 2000;2:b;", 1},
		{"wait 2000,wait 2000,c,d",
			"1 lost 14 wait 2000;2 lost 14 wait 2000;3:c;4:d;", 2},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf out = {0};
		cp_pool *pool = new_pool(rows[i].workers, 0.2);
		run_jobs(pool, rows[i].jobs, &out);
		expect_str(rows[i].jobs, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		cp_pool_free(pool);
	}
}

/* Of jobs that all crash, none is done twice and none forgotten. */
static void many_jobs_come_through(void **state)
{
	cp_buf jobs = {0}, out = {0}, want = {0};
	(void)state;
	for (size_t i = 1; i <= 500; i++) {
		const char *text = i % 50 == 0 ? "crash" : i % 7 == 0 ? "long" : "x";
		cp_buf_printf(&jobs, "%s,", text);
		cp_buf_printf(&want, i % 50 == 0 ? "%zu lost 9 %s;" : "%zu:%s;", i, text);
		if (strcmp(text, "long") == 0) {
			memset(cp_buf_room(&want, LONG), 'x', LONG);
			want.len += LONG;
		}
	}
	cp_pool *pool = new_pool(4, 0);
	run_jobs(pool, jobs.at, &out);
	assert_true(cp_str_eq(cp_buf_str(&out), cp_buf_str(&want)));
	cp_pool_free(pool);
	cp_buf_clear(&jobs);
	cp_buf_clear(&out);
	cp_buf_clear(&want);
}

static void there_is_an_end_of_room(void **state)
{
	size_t count = 0, number;
	int status;
	cp_buf out = {0};
	(void)state;
	cp_pool *pool = new_pool(2, 0);
	while (cp_pool_has_room(pool)) {
		assert_true(count < 1000);
		cp_pool_add(pool, &(cp_job){++count, CP_LIT("x")});
	}
	assert_false(cp_pool_take(pool, &number, &status, &out));
	wait_for_result(pool);
	assert_true(cp_pool_take(pool, &number, &status, &out));
	assert_int_equal(number, 1);
	assert_int_equal(status, 1);
	assert_true(cp_pool_has_room(pool));
	cp_buf ready = {0};
	cp_buf_puts(&ready, "there already");
	cp_pool_add_result(pool, 77, 4, &ready);
	while (!cp_pool_is_empty(pool)) {
		out.len = 0;
		wait_for_result(pool);
		assert_true(cp_pool_take(pool, &number, &status, &out));
	}
	assert_int_equal(number, 77);
	expect_str("a result that was there", cp_buf_str(&out), "there already");
	assert_int_equal(status, 4);
	cp_buf_clear(&out);
	cp_pool_free(pool);
	cp_pool_free(NULL);
}

/* What a job needs in memory is let go before more is taken. */
static void large_jobs_wait(void **state)
{
	enum { LARGE = 40 << 20 };
	char *text = calloc(1, LARGE);
	(void)state;
	cp_pool *pool = new_pool(1, 0);
	cp_job job = {1, {text, LARGE}};
	cp_pool_add(pool, &job);
	assert_true(cp_pool_has_room(pool));
	cp_pool_add(pool, &job);
	assert_false(cp_pool_has_room(pool));
	wait_for_result(pool);
	assert_true(cp_pool_has_room(pool));
	cp_pool_free(pool); /* whatever the worker is at */
	free(text);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(results_have_the_order_of_jobs),
	cmocka_unit_test(many_jobs_come_through),
	cmocka_unit_test(there_is_an_end_of_room),
	cmocka_unit_test(large_jobs_wait),
};

GROUP(pool);
