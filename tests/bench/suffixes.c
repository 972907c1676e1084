/* The yardstick for reuse.c: the suffix array of a file (libdivsufsort) and its longest common
 * prefixes (Kasai and others, 2001), from which all repeats can be read. */
#include <divsufsort.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
	if (!file || fseek(file, 0, SEEK_END) != 0)
		return 1;
	saidx_t len = (saidx_t)ftell(file), longest = 0;
	rewind(file);
	sauchar_t *text = malloc((size_t)len);
	saidx_t *array = malloc((size_t)len * sizeof *array);
	saidx_t *rank = malloc((size_t)len * sizeof *rank);
	if (!text || !array || !rank || fread(text, 1, (size_t)len, file) != (size_t)len)
		return 1;
	if (divsufsort(text, array, len) != 0)
		return 1;
	for (saidx_t i = 0; i < len; i++)
		rank[array[i]] = i;
	for (saidx_t i = 0, same = 0; i < len; i++) {
		saidx_t before = rank[i] ? array[rank[i] - 1] : len;
		while (i + same < len && before + same < len
			&& text[i + same] == text[before + same])
			same++;
		longest = same > longest ? same : longest;
		same -= same > 0;
	}
	fclose(file);
	return longest == 0;
}
