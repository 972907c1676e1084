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

static void put_page_html(void)
{
	printf("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A debate</title></head>\n"
	       "<body><article><h1>A debate</h1><div class=entry-content><p>%s</p></div></article>\n"
	       "<ol class=comment-list>\n",
		text);
	for (unsigned i = 1; i <= comments; i++) {
		printf("<li id=\"comment-%u\" class=\"comment even depth-%u\">"
		       "<article id=\"div-comment-%u\" class=\"comment-body\"><footer class=\"comment-meta\">"
		       "<div class=\"comment-author vcard\"><b class=\"fn\">%s</b> <span class=\"says\">says:</span></div>"
		       "<div class=\"comment-metadata\"><a href=\"https://x.example/#comment-%u\">"
		       "<time datetime=\"2025-03-03T08:00:00+01:00\">March 3, 2025 at 8:00 am</time></a></div></footer>\n"
		       "<div class=\"comment-content\"><blockquote><p>%s</p></blockquote>\n<p>%s</p></div>\n"
		       "<div class=\"reply\"><a class=\"comment-reply-link\" href=\"#respond\">Reply</a></div></article></li>\n",
			i, i % 8 + 1, i, author_of(i), i, quoted, text);
	}
	printf("</ol></body></html>\n");
}

static void put_wxr(void)
{
	printf("<?xml version=\"1.0\"?>\n<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
	       "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item><title>A debate</title>"
	       "<content:encoded><![CDATA[%s]]></content:encoded><wp:post_id>1</wp:post_id>\n",
		text);
	for (unsigned i = 1; i <= comments; i++)
		printf("<wp:comment><wp:comment_id>%u</wp:comment_id>"
		       "<wp:comment_author><![CDATA[%s]]></wp:comment_author>"
		       "<wp:comment_date_gmt>2025-03-03 08:00:00</wp:comment_date_gmt>"
		       "<wp:comment_content><![CDATA[<blockquote>%s</blockquote>\n%s]]></wp:comment_content>"
		       "<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>%u</wp:comment_parent>"
		       "</wp:comment>\n",
			i, author_of(i), quoted, text, parent_of(i));
	printf("</item></channel></rss>\n");
}

static void put_disqus(void)
{
	printf("<?xml version=\"1.0\"?>\n<disqus xmlns=\"http://disqus.com\" "
	       "xmlns:dsq=\"http://disqus.com/disqus-internals\">\n"
	       "<thread dsq:id=\"0\"><title>A debate</title></thread>\n");
	for (unsigned i = 1; i <= comments; i++) {
		printf("<post dsq:id=\"%u\"><message><![CDATA[<blockquote>%s</blockquote><p>%s</p>]]></message>"
		       "<createdAt>2025-03-03T08:00:00Z</createdAt><isDeleted>false</isDeleted>"
		       "<isSpam>false</isSpam><author><name>%s</name></author><thread dsq:id=\"0\"/>",
			i, quoted, text, author_of(i));
		if (parent_of(i))
			printf("<parent dsq:id=\"%u\"/>", parent_of(i));
		printf("</post>\n");
	}
	printf("</disqus>\n");
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*put)(void);
	} formats[] = {{"reddit", put_reddit}, {"hn", put_hn},
		{"discourse", put_discourse}, {"convokit", put_convokit},
		{"mbox", put_mbox}, {"page-html", put_page_html}, {"wxr", put_wxr},
		{"disqus", put_disqus}};
	comments = argc > 2 ? (unsigned)atoi(argv[2]) : 0;
	for (size_t i = 0; argc > 2 && i < sizeof formats / sizeof *formats; i++)
		if (strcmp(argv[1], formats[i].name) == 0) {
			formats[i].put();
			return 0;
		}
	return 2;
}
