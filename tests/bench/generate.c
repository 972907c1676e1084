/* Writes an annotation of about so many megabytes, its thread inline: a debate of many
 * comments, each with claims, rebuttals and quotations of earlier ones. Valid, connected,
 * without a finding; always the same. */
#include <stdio.h>
#include <stdlib.h>

static unsigned long state = 1;

static unsigned number(unsigned below)
{
	state = state * 6364136223846793005ul + 1442695040888963407ul;
	return (unsigned)(state >> 33) % below;
}

static const char *const words[] = {"children", "records", "safety", "council", "argue",
	"because", "evidence", "school", "privacy", "never", "always", "costs", "public",
	"database", "nurse", "should", "local", "shared", "without", "trust", "wrong",
	"people", "help", "danger"};

enum { SENTENCES = 4, WORDS = 11 };

static void put_sentence(unsigned comment, unsigned sentence)
{
	printf("In %u-%u", comment, sentence);
	for (unsigned i = 0; i < WORDS; i++)
		printf(" %s",
			words[(comment * 31u + sentence * 17u + i * (i + comment % 5u))
				% (sizeof words / sizeof *words)]);
	putchar('.');
}

static void put_thread(unsigned comments)
{
	printf("\"thread\": { \"counterpoint\": 1, \"comments\": [\n");
	for (unsigned c = 0; c < comments; c++) {
		printf("{ \"id\": \"c%u\", \"author\": \"Speaker %u\", ", c, c % 97);
		if (c)
			printf("\"reply_to\": \"c%u\", ", number(c));
		printf("\"text\": \"");
		for (unsigned s = 0; s < SENTENCES; s++) {
			put_sentence(c, s);
			printf(s + 1 < SENTENCES ? " " : "\" }");
		}
		printf(c + 1 < comments ? ",\n" : "\n");
	}
	printf("] },\n");
}

static void put_item(unsigned comment, unsigned sentence, int last)
{
	unsigned item = comment * SENTENCES + sentence;
	int attack = item && number(3) == 0;
	printf("{ \"id\": \"k%u\", \"kind\": \"%s\", \"comment\": \"c%u\",\n  \"quote\": \"",
		item, attack ? "rebuttal" : "claim", comment);
	put_sentence(comment, sentence);
	printf("\",\n  \"gist\": \"Point %u is about %s and %s\",\n  \"%s\": \"", item,
		words[item % 24], words[item / 24 % 24], attack ? "rebuts" : "supports");
	if (item == 0)
		printf("motion\" }");
	else
		printf("k%u\" }", number(item));
	printf(last ? "\n" : ",\n");
}

int main(int argc, char **argv)
{
	double megabytes = argc > 1 ? atof(argv[1]) : 20;
	unsigned comments = (unsigned)(megabytes * 1e6 / 1420);
	printf("{ \"counterpoint\": 1, \"title\": \"A debate without end\",\n");
	put_thread(comments);
	printf("\"motion\": { \"id\": \"motion\", \"text\": \"It should be so\" },\n"
	       "\"annotations\": [\n");
	for (unsigned c = 0; c < comments; c++)
		for (unsigned s = 0; s < SENTENCES; s++)
			put_item(c, s, c + 1 == comments && s + 1 == SENTENCES);
	printf("] }\n");
	return 0;
}
