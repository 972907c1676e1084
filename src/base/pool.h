/* Worker processes that do jobs side by side; what comes of them comes in the order of the jobs.
 *
 * Each worker has a socket. It is sent one job more than the one that it is at, so that it never
 * waits, and sends back what came of each. The jobs and results in between are in a ring of fixed
 * length, so memory does not grow with the number of jobs. A worker that crashes or takes too long
 * is replaced by a new one, and only the job that it was at is lost. It ignores what asks the
 * program to end: whoever has the pool frees it then.
 *
 * The pool waits for nothing but a worker that it is starting: who uses it polls its sockets with
 * whatever else he waits for. A worker is a process group of its own, with all that it starts. */
#ifndef CP_BASE_POOL_H
#define CP_BASE_POOL_H

#include "base/buf.h"

struct pollfd;

typedef struct cp_job {
	size_t number; /* whatever it is called by */
	cp_str text;
} cp_job;

typedef struct cp_pool_options {
	unsigned workers;
	double seconds; /* for a job; 0: any number */
	void *context;  /* for the functions */
	/* Does a job, in a worker: appends what comes of it, and gives a status from 0 on. */
	int (*work)(void *context, const cp_job *job, cp_buf *result);
	/* Says what comes of a job in which the worker was ended by this signal (SIGALRM: it took
	 * too long), or ended by itself (0). */
	int (*lose)(void *context, const cp_job *job, int signal, cp_buf *result);
} cp_pool_options;

typedef struct cp_pool cp_pool;

/* NULL, and an errno value, where no worker can be started. The program must not ignore
 * SIGCHLD. */
cp_pool *cp_pool_new(const cp_pool_options *options) CP_MUST_USE;

/* Ends the workers, whatever they are at. */
void cp_pool_free(cp_pool *pool);

/* May a job be added? */
bool cp_pool_has_room(const cp_pool *pool);

/* Is nothing left to do or to take? */
bool cp_pool_is_empty(const cp_pool *pool);

/* Adds a job with a copy of its text; or, in its place, a result that is there already, which is
 * taken. */
void cp_pool_add(cp_pool *pool, const cp_job *job);
void cp_pool_add_result(cp_pool *pool, size_t number, int status, cp_buf *result);

/* Appends the next result in the order of the jobs. False while that is not there. */
bool cp_pool_take(cp_pool *pool, size_t *number, int *status, cp_buf *result);

/* Is the next result there? */
bool cp_pool_is_ready(const cp_pool *pool);

/* Hands jobs out, and says what to poll, one socket a worker; and what to do afterwards: 0, or an
 * errno value, where a worker cannot be replaced. */
unsigned cp_pool_watch(cp_pool *pool, struct pollfd *sockets);
int cp_pool_serve(cp_pool *pool, const struct pollfd *sockets) CP_MUST_USE;

#endif
