/* Races two commands: runs them in turn, so that whatever else the machine does falls on
 * both, and prints the median wall time of each and the ratio, and that of the processor times,
 * which other work on the machine disturbs less.
 *
 *     race RUNS TARGET NAME A… -- B…
 */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 1000 };

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* A run of the child, from fork to its end. */
struct run {
	double wall, processor; /* in milliseconds */
	double memory;          /* at its peak, in MB */
};

static double milliseconds(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static struct run run(char **command)
{
	struct rusage usage;
	double start = now();
	pid_t child = fork();
	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);
		dup2(null, STDOUT_FILENO);
		execvp(command[0], command);
		_exit(127);
	}
	int status = 1;
	wait4(child, &status, 0, &usage);
	double time = now() - start;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		fprintf(stderr, "race: %s failed\n", command[0]);
		exit(1);
	}
	return (struct run){time,
		milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
		(double)usage.ru_maxrss / 1024};
}

static int compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return (left > right) - (left < right);
}

static double median(double *times, int runs)
{
	qsort(times, (size_t)runs, sizeof *times, compare);
	return times[runs / 2];
}

int main(int argc, char **argv)
{
	int runs = argc > 4 ? atoi(argv[1]) : 0, second = 4;
	while (second < argc && strcmp(argv[second], "--") != 0)
		second++;
	if (runs < 1 || runs > MOST_RUNS || second + 1 >= argc)
		return 2;
	argv[second] = NULL;
	static double wall[2][MOST_RUNS], processor[2][MOST_RUNS];
	double memory[2] = {0};
	for (int i = 0; i < runs; i++)
		for (int which = 0; which < 2; which++) {
			struct run it = run(argv + (which ? second + 1 : 4));
			wall[which][i] = it.wall;
			processor[which][i] = it.processor;
			memory[which] = it.memory;
		}
	double a = median(wall[0], runs), b = median(wall[1], runs),
	       target = atof(argv[2]);
	double ours = median(processor[0], runs), theirs = median(processor[1], runs);
	printf("%-46s %8.2f ms %8.2f ms   ratio %6.3g  target %6.3g  %s", argv[3], a, b,
		a / b, target, a / b <= target ? "met" : "MISSED");
	/* A yardstick that only waits has no processor time to speak of. */
	if (theirs > b / 100)
		printf("   processor %.3g  memory %.2f", ours / theirs,
			memory[0] / memory[1]);
	putchar('\n');
	return 0;
}
