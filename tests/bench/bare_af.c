/* The yardstick: the grounded extension of a framework in the form of ICCMA'23, by the
 * shortest way there is: no checks, no names, one kind of list. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *at;

static uint32_t number(void)
{
	uint32_t value = 0;
	while (*at && (*at < '0' || *at > '9'))
		at++;
	while (*at >= '0' && *at <= '9')
		value = value * 10 + (uint32_t)(*at++ - '0');
	return value;
}

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		exit(1);
	fseek(file, 0, SEEK_END);
	size_t len = (size_t)ftell(file);
	rewind(file);
	char *text = malloc(len + 1);
	text[fread(text, 1, len, file)] = '\0';
	fclose(file);
	return text;
}

/* " 123" at the end of a text. */
static char *put_number(char *end, uint32_t value)
{
	char digits[10];
	int len = 0;
	do
		digits[len++] = (char)('0' + value % 10);
	while (value /= 10);
	*end++ = ' ';
	while (len)
		*end++ = digits[--len];
	return end;
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	at = read_file(argv[1]);
	uint32_t len = number(), *pairs = malloc((strlen(at) + 8) * sizeof *pairs);
	size_t count = 0;
	for (uint32_t from; (from = number());) {
		pairs[2 * count] = from - 1;
		pairs[2 * count++ + 1] = number() - 1;
	}
	uint32_t *start = calloc(len + 2, sizeof *start);
	uint32_t *targets = malloc((count + 1) * sizeof *targets);
	uint32_t *open = calloc(len + 1, sizeof *open), *queue = malloc((len + 1) * 4);
	char *label = calloc(len + 1, 1);
	for (size_t i = 0; i < count; i++) {
		start[pairs[2 * i] + 2]++;
		open[pairs[2 * i + 1]]++;
	}
	for (uint32_t i = 2; i < len + 2; i++)
		start[i] += start[i - 1];
	for (size_t i = 0; i < count; i++)
		targets[start[pairs[2 * i] + 1]++] = pairs[2 * i + 1];
	size_t head = 0, tail = 0;
	for (uint32_t i = 0; i < len; i++)
		if (!open[i])
			label[queue[tail++] = i] = 1;
	while (head < tail) {
		uint32_t in = queue[head++];
		for (uint32_t t = start[in]; t < start[in + 1]; t++) {
			uint32_t out = targets[t];
			if (label[out] == 2)
				continue;
			label[out] = 2;
			for (uint32_t u = start[out]; u < start[out + 1]; u++)
				if (!--open[targets[u]] && !label[targets[u]])
					label[queue[tail++] = targets[u]] = 1;
		}
	}
	char *text = malloc((size_t)len * 11 + 2), *end = text;
	*end++ = 'w';
	for (uint32_t i = 0; i < len; i++)
		if (label[i] == 1)
			end = put_number(end, i + 1);
	*end++ = '\n';
	return fwrite(text, 1, (size_t)(end - text), stdout) != (size_t)(end - text);
}
