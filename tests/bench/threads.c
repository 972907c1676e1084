/* Writes a thread of so many comments as other programs would: threads FORMAT COMMENTS. Each
 * comment quotes the one before it; always the same. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned comments;

static const char text[] =
	"The council says that records of children are safe because access is logged. "
	"Nobody reads logs, and the nurse who looked up her neighbour was never found. "
	"Costs were paid by the public without a vote; that alone is wrong.";
static const char quoted[] = "records of children are safe because access is logged";

/* Of each comment the one that it answers, 0 the article: chains of eight. */
static unsigned parent_of(unsigned i)
{
	return i % 8 ? i - 1 : 0;
}

static const char *author_of(unsigned i)
{
	static char name[32];
	snprintf(name, sizeof name, "speaker%u", i % 97);
	return name;
}

static void put_reddit_comment(unsigned i)
{
	printf("{\"kind\": \"t1\", \"data\": {\"subreddit_id\": \"t5_2qh33\", \"name\": \"t1_%u\", "
	       "\"id\": \"%u\", \"parent_id\": \"%s%u\", \"link_id\": \"t3_0\", \"author\": \"%s\", "
	       "\"created_utc\": %u.0, \"edited\": false, \"score\": %u, \"gilded\": 0, "
	       "\"archived\": true, \"controversiality\": 0, \"distinguished\": null, "
	       "\"body\": \"&gt; %s\\n\\n%s\", \"body_html\": \"&lt;div class=\\\"md\\\"&gt;\", ",
		i, i, parent_of(i) ? "t1_" : "t3_", parent_of(i), author_of(i),
		1740988800 + i, i % 50, quoted, text);
}

static void put_reddit(void)
{
	printf("[{\"kind\": \"Listing\", \"data\": {\"children\": [{\"kind\": \"t3\", \"data\": "
	       "{\"name\": \"t3_0\", \"title\": \"A debate\", \"author\": \"op\", \"selftext\": \"%s\"}}]}}, "
	       "{\"kind\": \"Listing\", \"data\": {\"children\": [",
		text);
	for (unsigned i = 1; i <= comments; i++) {
		put_reddit_comment(i);
		bool inner = i % 8 != 7 && i < comments && parent_of(i + 1) == i;
		if (inner) {
			printf("\"replies\": {\"kind\": \"Listing\", \"data\": {\"children\": [");
			continue;
		}
		printf("\"replies\": \"\"}}");
		for (unsigned at = i; parent_of(at); at = parent_of(at))
			printf("]}}}}");
		printf(i < comments ? ",\n" : "");
	}
	printf("]}}]\n");
}

static void put_hn(void)
{
	printf("{\"id\": 1000000, \"type\": \"story\", \"author\": \"op\", \"title\": \"A debate\", "
	       "\"created_at_i\": 1740988800, \"text\": null, \"children\": [");
	for (unsigned i = 1; i <= comments; i++) {
		printf("{\"id\": %u, \"created_at\": \"2025-03-03T08:00:00.000Z\", \"created_at_i\": %u, "
		       "\"type\": \"comment\", \"author\": \"%s\", \"title\": null, \"url\": null, "
		       "\"text\": \"&gt; %s<p>%s\", \"points\": null, \"parent_id\": %u, "
		       "\"story_id\": 1000000, \"options\": [], \"children\": [",
			1000000 + i, 1740988800 + i, author_of(i), quoted, text,
			1000000 + parent_of(i));
		if (i % 8 != 7 && i < comments && parent_of(i + 1) == i)
			continue;
		printf("]}");
		for (unsigned at = i; parent_of(at); at = parent_of(at))
			printf("]}");
		printf(i < comments ? ",\n" : "");
	}
	printf("]}\n");
}

static void put_discourse(void)
{
	printf("{\"id\": 9, \"title\": \"A debate\", \"post_stream\": {\"posts\": [");
	for (unsigned i = 0; i <= comments; i++) {
		char parent[16] = "null";
		if (i && parent_of(i))
			snprintf(parent, sizeof parent, "%u", parent_of(i) + 1);
		printf("%s{\"id\": %u, \"post_number\": %u, \"username\": \"%s\", \"topic_id\": 9, "
		       "\"created_at\": \"2025-03-03T08:00:00.000Z\", \"version\": 1, \"post_type\": 1, "
		       "\"reply_to_post_number\": %s, \"actions_summary\": [{\"id\": 2, \"count\": 3}], "
		       "\"cooked\": \"<aside class=\\\"quote\\\" data-username=\\\"a\\\" data-post=\\\"%u\\\" "
		       "data-topic=\\\"9\\\">\\n<blockquote>\\n<p>%s</p></blockquote></aside>\\n<p>%s</p>\"}",
			i ? ",\n" : "", i + 1, i + 1, author_of(i), parent,
			i ? parent_of(i) + 1 : 1, quoted, text);
	}
	printf("], \"stream\": [1]}}\n");
}

static void put_convokit(void)
{
	for (unsigned i = 0; i <= comments; i++) {
		char parent[16] = "null";
		if (i)
			snprintf(parent, sizeof parent, "\"%u\"", parent_of(i));
		printf("{\"id\": \"%u\", \"conversation_id\": \"0\", \"speaker\": \"%s\", "
		       "\"reply_to\": %s, \"timestamp\": %u, \"meta\": {\"score\": 3}, "
		       "\"text\": \"> %s\\n\\n%s\"}\n",
			i, author_of(i), parent, 1740988800 + i, quoted, text);
	}
}

static void put_mbox(void)
{
	for (unsigned i = 0; i <= comments; i++) {
		printf("From x@y Mon Mar  3 08:00:00 2025\nFrom: %s <x@y>\n"
		       "Date: Mon, 3 Mar 2025 08:00:00 +0100\nSubject: Re: A debate\n"
		       "Message-ID: <%u@y>\n",
			author_of(i), i);
		if (i)
			printf("In-Reply-To: <%u@y>\nReferences: <0@y> <%u@y>\n",
				parent_of(i), parent_of(i));
		printf("Content-Type: text/plain; charset=utf-8\n\n%s wrote:\n> %s\n\n%s\n\n",
			author_of(i), quoted, text);
	}
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*put)(void);
	} formats[] = {{"reddit", put_reddit}, {"hn", put_hn},
		{"discourse", put_discourse}, {"convokit", put_convokit},
		{"mbox", put_mbox}};
	comments = argc > 2 ? (unsigned)atoi(argv[2]) : 0;
	for (size_t i = 0; argc > 2 && i < sizeof formats / sizeof *formats; i++)
		if (strcmp(argv[1], formats[i].name) == 0) {
			formats[i].put();
			return 0;
		}
	return 2;
}
