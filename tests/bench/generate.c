/* Writes an annotation of about so many megabytes, its thread inline: a debate of many
 * comments, each with claims and rebuttals; or, as "generate N claims [SEED]", of so many
 * claims, with undercuts and claims that support two others. Valid, connected, without a
 * finding; the same for the same seed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

enum { SENTENCES = 4, WORDS = 11, SPEAKERS = 97 };

static unsigned *target; /* of each item: the one it bears on; NULL: trees alone */

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
		printf("{ \"id\": \"c%u\", \"author\": \"Speaker %u\", ", c,
			c % SPEAKERS);
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

static const char *const kinds[] = {"claim", "rebuttal", "rebuttal"};
static const char *const relations[] = {"supports", "rebuts", "undercuts"};

/* What item `item` bears on: one in three attacks; of a debate that is no tree, one in ten
 * undercuts, and one in twenty supports a second one. */
static void put_relation(unsigned item, unsigned kind, unsigned on)
{
	if (kind == 2 && target[on])
		printf("\"undercuts\": { \"from\": \"k%u\", \"to\": \"k%u\" }", on,
			target[on] - 1);
	else if (kind == 2)
		printf("\"undercuts\": { \"from\": \"k%u\", \"to\": \"motion\" }", on);
	else if (kind == 0 && target && number(20) == 0 && item > 40 && on != item - 30)
		printf("\"supports\": [\"k%u\", \"k%u\"]", on, item - 30);
	else
		printf("\"%s\": \"k%u\"", relations[kind], on);
}

static void put_item(unsigned comment, unsigned sentence, int last)
{
	unsigned item = comment * SENTENCES + sentence;
	unsigned kind = item && number(3) == 0 ? 1 : 0, on = item ? number(item) : 0;
	if (target && item && number(10) == 0)
		kind = 2;
	/* Nobody attacks what he says himself. */
	if (comment % SPEAKERS == on / SENTENCES % SPEAKERS)
		kind = 0;
	printf("{ \"id\": \"k%u\", \"kind\": \"%s\", \"comment\": \"c%u\",\n  \"quote\": \"",
		item, kinds[kind], comment);
	put_sentence(comment, sentence);
	printf("\",\n  \"gist\": \"Point %u is about %s and %s\",\n  ", item,
		words[item % 24], words[item / 24 % 24]);
	if (item == 0)
		printf("\"supports\": \"motion\"");
	else
		put_relation(item, kind, on);
	if (target && item)
		target[item] = on + 1;
	printf(last ? " }\n" : " },\n");
}

int main(int argc, char **argv)
{
	double size = argc > 1 ? atof(argv[1]) : 20;
	unsigned comments = (unsigned)(size * 1e6 / 1420);
	if (argc > 2 && strcmp(argv[2], "claims") == 0) {
		comments = (unsigned)size / SENTENCES;
		state = argc > 3 ? strtoul(argv[3], NULL, 10) : state;
		target = calloc(comments * SENTENCES + 1, sizeof *target);
	}
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
