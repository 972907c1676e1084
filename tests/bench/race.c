/* Races two commands: runs them in turn, so that whatever else the machine does falls on
 * both, and prints the median wall time of each and the ratio.
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

/* Milliseconds from fork to the end of the child; its peak memory in MB. */
static double run(char **command, double *memory)
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
	*memory = (double)usage.ru_maxrss / 1024;
	return time;
}

static int compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return (left > right) - (left < right);
}

int main(int argc, char **argv)
{
	int runs = argc > 4 ? atoi(argv[1]) : 0, second = 4;
	while (second < argc && strcmp(argv[second], "--") != 0)
		second++;
	if (runs < 1 || runs > MOST_RUNS || second + 1 >= argc)
		return 2;
	argv[second] = NULL;
	static double times[2][MOST_RUNS], memory[2];
	for (int i = 0; i < runs; i++) {
		times[0][i] = run(argv + 4, &memory[0]);
		times[1][i] = run(argv + second + 1, &memory[1]);
	}
	qsort(times[0], (size_t)runs, sizeof(double), compare);
	qsort(times[1], (size_t)runs, sizeof(double), compare);
	double a = times[0][runs / 2], b = times[1][runs / 2], target = atof(argv[2]);
	printf("%-46s %8.2f ms %8.2f ms   ratio %5.2f  target %5.2f  %s   memory %.2f\n",
		argv[3], a, b, a / b, target, a / b <= target ? "met" : "MISSED",
		memory[0] / memory[1]);
	return 0;
}
