#define _GNU_SOURCE
#include "base/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	AHEAD = 2,          /* jobs that a worker has, with the one it is at */
	SLOTS_A_WORKER = 8, /* of the ring: one slow job holds the others up only then */
	MOST_BYTES = 64 << 20, /* in the ring, before no further job is taken */
	PIECE = 1 << 16,
};

/* What precedes the text on a socket. */
struct head {
	uint64_t len, number;
	int64_t status; /* of a result; below 0: the worker ran out of time */
};

/* A job until it has been sent and its result is there; then the result. */
struct slot {
	cp_buf message; /* head and text */
	cp_buf result;
	size_t number;
	int status;
	bool done;
};

struct worker {
	pid_t pid;
	int socket;
	size_t jobs[AHEAD]; /* in the order in which it does them */
	unsigned count;
	unsigned sent_jobs; /* of these, sent whole … */
	size_t sent;        /* … and bytes sent of the next */
	cp_buf reply;
};

struct cp_pool {
	cp_pool_options options;
	struct worker *workers;
	struct slot *slots;
	size_t slots_len;
	size_t first, given,
		next; /* jobs: to be taken next, to be given to a worker, to be
				    * added; a job's slot is its number modulo slots_len */
	size_t bytes; /* in the slots */
};

static struct slot *slot_of(const cp_pool *pool, size_t job)
{
	return &pool->slots[job % pool->slots_len];
}

static cp_job job_in(const struct slot *slot)
{
	cp_str message = cp_buf_str(&slot->message);
	return (cp_job){
		slot->number, cp_str_part(message, sizeof(struct head), message.len)};
}

/* ---- In the worker ---- */

static int own_socket;

/* Only what is safe in a handler. Whatever the job has started goes with it. */
static void run_out_of_time(int signal)
{
	struct head head = {.status = -1};
	(void)signal;
	if (write(own_socket, &head, sizeof head) >= 0)
		kill(0, SIGKILL);
	_exit(1);
}

static void set_alarm(double seconds)
{
	struct itimerval timer = {0};
	timer.it_value.tv_sec = (time_t)seconds;
	timer.it_value.tv_usec =
		(suseconds_t)((seconds - (double)timer.it_value.tv_sec) * 1e6);
	setitimer(ITIMER_REAL, &timer, NULL);
}

static bool read_whole(int fd, void *to, size_t len)
{
	for (size_t had = 0; had < len;) {
		ssize_t got = read(fd, (char *)to + had, len - had);
		if (got == 0 || (got < 0 && errno != EINTR))
			return false;
		had += got > 0 ? (size_t)got : 0;
	}
	return true;
}

static bool write_whole(int fd, cp_str data)
{
	while (data.len) {
		ssize_t put = write(fd, data.at, data.len);
		if (put < 0 && errno != EINTR)
			return false;
		data = cp_str_part(data, put > 0 ? (size_t)put : 0, data.len);
	}
	return true;
}

/* Room for the head is left in front of the result. */
static bool do_job(const cp_pool_options *options, int socket, struct head head)
{
	cp_buf text = {0}, reply = {0};
	bool whole = read_whole(
		socket, cp_buf_room(&text, (size_t)head.len), (size_t)head.len);
	if (whole) {
		cp_job job = {(size_t)head.number, {text.at, (size_t)head.len}};
		cp_buf_put(&reply, (cp_str){(const char *)&head, sizeof head});
		set_alarm(options->seconds);
		head.status = options->work(options->context, &job, &reply);
		set_alarm(0);
		head.len = reply.len - sizeof head;
		memcpy(reply.at, &head, sizeof head);
		whole = write_whole(socket, cp_buf_str(&reply));
	}
	cp_buf_clear(&text);
	cp_buf_clear(&reply);
	return whole;
}

_Noreturn static void be_worker(const cp_pool_options *options, int socket)
{
	struct head head;
	setpgid(0, 0);
	own_socket = socket;
#ifdef PR_SET_PDEATHSIG
	/* What the parent will not read need not be finished. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	signal(SIGALRM, run_out_of_time);
	/* A batch system sends them to all processes of a job: what they mean, the parent knows. */
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	while (read_whole(socket, &head, sizeof head) && do_job(options, socket, head))
		;
	_exit(0);
}

/* ---- Starting and ending ---- */

/* The sockets of the other workers are none of its business: while it had them, they would not
 * be seen to end. */
static void close_others(const cp_pool *pool, const struct worker *own)
{
	for (unsigned i = 0; i < pool->options.workers; i++)
		if (&pool->workers[i] != own && pool->workers[i].pid > 0)
			close(pool->workers[i].socket);
}

static int start(const cp_pool *pool, struct worker *worker)
{
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
		return errno;
	worker->pid = fork();
	if (worker->pid == 0) {
		close(ends[0]);
		close_others(pool, worker);
		be_worker(&pool->options, ends[1]);
	}
	int error = worker->pid < 0 ? errno : 0;
	close(ends[1]);
	worker->socket = ends[0];
	if (error)
		close(ends[0]);
	else
		setpgid(worker->pid, worker->pid); /* whoever of the two comes first */
	return error;
}

/* The signal that it was ended by; 0: none. */
static int end(struct worker *worker)
{
	int status = 0;
	pid_t ended;
	close(worker->socket);
	kill(-worker->pid, SIGKILL);
	do
		ended = waitpid(worker->pid, &status, 0);
	while (ended < 0 && errno == EINTR);
	worker->pid = 0;
	cp_buf_clear(&worker->reply);
	return ended > 0 && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

cp_pool *cp_pool_new(const cp_pool_options *options)
{
	cp_pool *pool = cp_xmalloc(sizeof *pool);
	*pool = (cp_pool){.options = *options};
	pool->slots_len = (size_t)options->workers * SLOTS_A_WORKER;
	pool->slots = cp_xmalloc(pool->slots_len * sizeof *pool->slots);
	memset(pool->slots, 0, pool->slots_len * sizeof *pool->slots);
	pool->workers = cp_xmalloc(options->workers * sizeof *pool->workers);
	memset(pool->workers, 0, options->workers * sizeof *pool->workers);
	for (unsigned i = 0; i < options->workers; i++) {
		int error = start(pool, &pool->workers[i]);
		if (!error)
			continue;
		pool->workers[i].pid = 0;
		cp_pool_free(pool);
		errno = error;
		return NULL;
	}
	return pool;
}

void cp_pool_free(cp_pool *pool)
{
	if (!pool)
		return;
	for (unsigned i = 0; i < pool->options.workers; i++)
		if (pool->workers[i].pid > 0)
			end(&pool->workers[i]);
	for (size_t i = 0; i < pool->slots_len; i++) {
		cp_buf_clear(&pool->slots[i].message);
		cp_buf_clear(&pool->slots[i].result);
	}
	free(pool->slots);
	free(pool->workers);
	free(pool);
}

/* ---- Jobs and results ---- */

bool cp_pool_is_empty(const cp_pool *pool)
{
	return pool->first == pool->next;
}

bool cp_pool_has_room(const cp_pool *pool)
{
	return cp_pool_is_empty(pool)
		|| (pool->next - pool->first < pool->slots_len
			&& pool->bytes < MOST_BYTES);
}

void cp_pool_add(cp_pool *pool, const cp_job *job)
{
	struct slot *slot = slot_of(pool, pool->next++);
	struct head head = {.len = job->text.len, .number = job->number};
	*slot = (struct slot){.number = job->number};
	cp_buf_put(&slot->message, (cp_str){(const char *)&head, sizeof head});
	cp_buf_put(&slot->message, job->text);
	pool->bytes += slot->message.len;
}

/* Its job is not needed any more. */
static void settle(cp_pool *pool, struct slot *slot, int status)
{
	pool->bytes += slot->result.len;
	pool->bytes -= slot->message.len;
	cp_buf_clear(&slot->message);
	slot->status = status;
	slot->done = true;
}

void cp_pool_add_result(cp_pool *pool, size_t number, int status, cp_buf *result)
{
	struct slot *slot = slot_of(pool, pool->next++);
	*slot = (struct slot){.result = *result, .number = number};
	*result = (cp_buf){0};
	settle(pool, slot, status);
}

bool cp_pool_is_ready(const cp_pool *pool)
{
	return !cp_pool_is_empty(pool) && slot_of(pool, pool->first)->done;
}

bool cp_pool_take(cp_pool *pool, size_t *number, int *status, cp_buf *result)
{
	struct slot *slot = slot_of(pool, pool->first);
	if (!cp_pool_is_ready(pool))
		return false;
	*number = slot->number;
	*status = slot->status;
	cp_buf_put(result, cp_buf_str(&slot->result));
	pool->bytes -= slot->result.len;
	cp_buf_clear(&slot->result);
	pool->first++;
	return true;
}

/* ---- Between here and the workers ---- */

/* The next job that no worker has, if there is one. */
static bool find_job(cp_pool *pool, size_t *job)
{
	while (pool->given < pool->next && slot_of(pool, pool->given)->done)
		pool->given++;
	*job = pool->given;
	return pool->given < pool->next;
}

/* As few to each as can be: a job for whoever has none goes before a second one. */
static void give_jobs(cp_pool *pool)
{
	size_t job;
	for (unsigned count = 0; count < AHEAD; count++)
		for (unsigned i = 0; i < pool->options.workers; i++) {
			struct worker *worker = &pool->workers[i];
			if (worker->count != count || !find_job(pool, &job))
				continue;
			worker->jobs[worker->count++] = job;
			pool->given++;
		}
}

/* As much as the socket takes now. That a worker is no more is seen by reading. */
static void send_jobs(cp_pool *pool, struct worker *worker)
{
	while (worker->sent_jobs < worker->count) {
		const cp_buf *message =
			&slot_of(pool, worker->jobs[worker->sent_jobs])->message;
		ssize_t put = send(worker->socket, message->at + worker->sent,
			message->len - worker->sent, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (put < 0)
			return;
		worker->sent += (size_t)put;
		if (worker->sent < message->len)
			return;
		worker->sent = 0;
		worker->sent_jobs++;
	}
}

static void drop_first(struct worker *worker)
{
	worker->count--;
	worker->sent_jobs -= worker->sent_jobs > 0;
	memmove(worker->jobs, worker->jobs + 1, worker->count * sizeof *worker->jobs);
}

/* Results that have come whole. False where the worker says that it ran out of time. */
static bool keep_results(cp_pool *pool, struct worker *worker)
{
	struct head head;
	size_t at = 0;
	while (worker->count && worker->reply.len - at >= sizeof head) {
		memcpy(&head, worker->reply.at + at, sizeof head);
		if (head.status < 0)
			return false;
		if (worker->reply.len - at - sizeof head < head.len)
			break;
		at += sizeof head;
		struct slot *slot = slot_of(pool, worker->jobs[0]);
		cp_buf_put(
			&slot->result, (cp_str){worker->reply.at + at, (size_t)head.len});
		at += (size_t)head.len;
		settle(pool, slot, (int)head.status);
		drop_first(worker);
	}
	if (at) {
		worker->reply.len -= at;
		memmove(worker->reply.at, worker->reply.at + at, worker->reply.len);
	}
	return true;
}

/* The job that it was at is lost; the next one is for the new worker. */
static int replace(cp_pool *pool, struct worker *worker, bool out_of_time)
{
	int signal = end(worker);
	if (worker->count) {
		struct slot *slot = slot_of(pool, worker->jobs[0]);
		cp_job job = job_in(slot);
		int status = pool->options.lose(pool->options.context, &job,
			out_of_time ? SIGALRM : signal, &slot->result);
		settle(pool, slot, status);
		drop_first(worker);
	}
	worker->sent_jobs = 0;
	worker->sent = 0;
	int error = start(pool, worker);
	if (error)
		worker->pid = 0;
	return error;
}

static int receive(cp_pool *pool, struct worker *worker)
{
	ssize_t got = recv(
		worker->socket, cp_buf_room(&worker->reply, PIECE), PIECE, MSG_DONTWAIT);
	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	worker->reply.len += got > 0 ? (size_t)got : 0;
	bool in_time = keep_results(pool, worker);
	return got > 0 && in_time ? 0 : replace(pool, worker, !in_time);
}

unsigned cp_pool_watch(cp_pool *pool, struct pollfd *sockets)
{
	give_jobs(pool);
	for (unsigned i = 0; i < pool->options.workers; i++) {
		struct worker *worker = &pool->workers[i];
		send_jobs(pool, worker);
		short sending = worker->sent_jobs < worker->count ? POLLOUT : 0;
		sockets[i] = (struct pollfd){
			.fd = worker->socket, .events = (short)(POLLIN | sending)};
	}
	return pool->options.workers;
}

int cp_pool_serve(cp_pool *pool, const struct pollfd *sockets)
{
	int error = 0;
	for (unsigned i = 0; i < pool->options.workers && !error; i++)
		if (sockets[i].revents & (POLLIN | POLLHUP | POLLERR))
			error = receive(pool, &pool->workers[i]);
	return error;
}
