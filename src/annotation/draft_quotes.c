/* The quotations of a draft: marked passages and echoes that earlier comments or the sources
 * have (text/reuse.h), and passages in quotation marks that are given to somebody who does
 * not speak in the thread. Two words in quotation marks are most often a turn of phrase, so
 * they count only where an earlier comment has both. */
#include "annotation/draft.h"

#include "text/tokens.h"
#include "text/utf8.h"

enum {
	LEAST_SOURCE_WORDS = 4, /* fewer may be a title or a word that is spoken of */
	NAME_REACH = 80,        /* bytes before a mark that are searched for a name */
	MOST_NAME_WORDS = 3,
};

struct quoter {
	cp_arena *arena;
	cp_draft *draft;
	cp_reuse_text *texts; /* the sources, then the comments */
	size_t works;
	cp_quoted_list *quoted; /* of each comment */
	bool **found;           /* of each of them: it has an origin */
	cp_map works_by_id;
	cp_map speakers; /* by what they are called */
};

static const cp_comment *comment_at(const struct quoter *quoter, uint32_t comment)
{
	return &quoter->draft->thread->comments.at[comment];
}

/* ---- The texts ---- */

/* Of each comment: a number for who wrote it, as far as that is known. */
static uint32_t *tell_voices(struct quoter *quoter)
{
	const cp_draft *draft = quoter->draft;
	uint32_t count = (uint32_t)draft->thread->comments.len;
	uint32_t *voices = CP_NEW_ARRAY(quoter->arena, uint32_t, count);
	cp_map known = {0};
	for (uint32_t c = 0; c < count; c++) {
		cp_str author = comment_at(quoter, c)->author;
		cp_str name = author.len ? author : draft->addresses.authors[c].name;
		voices[c] = name.len ? cp_map_add(quoter->arena, &known, name, c) : c;
	}
	return voices;
}

static void add_speaker(struct quoter *quoter, cp_str name)
{
	const char *space = name.len ? memchr(name.at, ' ', name.len) : NULL;
	if (!name.len)
		return;
	cp_map_add(quoter->arena, &quoter->speakers, name, 0);
	if (space)
		cp_map_add(quoter->arena, &quoter->speakers,
			(cp_str){name.at, (size_t)(space - name.at)}, 0);
}

static void learn_speakers(struct quoter *quoter)
{
	const cp_draft *draft = quoter->draft;
	for (uint32_t c = 0; c < draft->thread->comments.len; c++)
		add_speaker(quoter, comment_at(quoter, c)->author);
	for (size_t i = 0; i < draft->addresses.list.len; i++)
		add_speaker(quoter, draft->addresses.list.at[i].name);
}

/* What each comment answers: as the thread says, or whom it addresses. */
static void tell_answers(struct quoter *quoter)
{
	const cp_draft *draft = quoter->draft;
	for (uint32_t c = 0; c < draft->thread->comments.len; c++) {
		uint32_t reply = comment_at(quoter, c)->reply;
		quoter->texts[quoter->works + c].answers =
			reply < c ? reply + (uint32_t)quoter->works : CP_NONE;
	}
	for (size_t i = 0; i < draft->addresses.list.len; i++) {
		const cp_address *address = &draft->addresses.list.at[i];
		cp_reuse_text *text = &quoter->texts[quoter->works + address->comment];
		if (text->answers == CP_NONE && address->answers != CP_NONE)
			text->answers = address->answers + (uint32_t)quoter->works;
	}
}

static void add_works(struct quoter *quoter)
{
	const cp_annotation *given = quoter->draft->options.given;
	for (size_t i = 0; given && i < given->works.len; i++) {
		*cp_push(quoter->arena, &quoter->draft->works) = (cp_draft_work){
			.id = given->works.at[i].id, .given = &given->works.at[i]};
		cp_map_add(quoter->arena, &quoter->works_by_id, given->works.at[i].id,
			(uint32_t)i);
		quoter->texts[i] = (cp_reuse_text){
			.text = given->works.at[i].text,
			.voice = CP_NONE - 1 - (uint32_t)i,
			.answers = CP_NONE,
			.work = true,
		};
	}
}

/* The passages that the text marks, and those that the page sets apart as quoted; of what
 * overlaps, the page's. */
static cp_quoted_list find_passages(struct quoter *quoter, const cp_comment *comment)
{
	cp_quoted_list found = cp_quoted_find(quoter->arena, comment->text), all = {0};
	size_t next = 0, end = 0;
	for (size_t i = 0; i < comment->marks.len; i++) {
		const cp_mark *mark = &comment->marks.at[i];
		cp_span span = {mark->start, mark->end};
		if (!cp_str_is(mark->kind, "quotation") || span.start < end
			|| span.end <= span.start)
			continue;
		for (; next < found.list.len
			&& found.list.at[next].whole.end <= span.start;
			next++)
			*cp_push(quoter->arena, &all.list) = found.list.at[next];
		*cp_push(quoter->arena, &all.list) =
			(cp_quoted){span, span, CP_QUOTED_LINES};
		end = span.end;
		while (next < found.list.len && found.list.at[next].whole.start < end)
			next++;
	}
	for (; next < found.list.len; next++)
		*cp_push(quoter->arena, &all.list) = found.list.at[next];
	return all;
}

static void read_texts(struct quoter *quoter)
{
	const cp_draft *draft = quoter->draft;
	size_t count = draft->thread->comments.len;
	quoter->works = draft->options.given ? draft->options.given->works.len : 0;
	quoter->texts = CP_NEW_ARRAY(quoter->arena, cp_reuse_text, quoter->works + count);
	quoter->quoted = CP_NEW_ARRAY(quoter->arena, cp_quoted_list, count);
	quoter->found = CP_NEW_ARRAY(quoter->arena, bool *, count);
	uint32_t *voices = tell_voices(quoter);
	add_works(quoter);
	for (uint32_t c = 0; c < count; c++) {
		cp_quoted_list *quoted = &quoter->quoted[c];
		*quoted = find_passages(quoter, comment_at(quoter, c));
		quoter->found[c] = CP_NEW_ARRAY(quoter->arena, bool, quoted->list.len);
		quoter->texts[quoter->works + c] = (cp_reuse_text){
			.text = comment_at(quoter, c)->text,
			.voice = voices[c],
			.quoted = quoted->list.at,
			.quoted_len = quoted->list.len,
		};
	}
	tell_answers(quoter);
	learn_speakers(quoter);
}

/* ---- Words that are taken from somewhere ---- */

static cp_span trim(cp_str text, cp_span span)
{
	while (span.start < span.end
		&& (text.at[span.start] == ' ' || text.at[span.start] == '\n'))
		span.start++;
	while (span.end > span.start
		&& (text.at[span.end - 1] == ' ' || text.at[span.end - 1] == '\n'))
		span.end--;
	return span;
}

/* Is a span all of its paragraph, but for spaces? */
static bool is_paragraph(cp_str text, cp_span span)
{
	while (span.start && text.at[span.start - 1] == ' ')
		span.start--;
	while (span.end < text.len && text.at[span.end] == ' ')
		span.end++;
	return (!span.start || text.at[span.start - 1] == '\n')
		&& (span.end == text.len || text.at[span.end] == '\n');
}

static uint32_t rule_of(
	const struct quoter *quoter, uint32_t comment, const cp_reuse *reuse)
{
	static const uint32_t by_kind[] = {
		CP_RULE_QUOTE_MARKED, CP_RULE_QUOTE_LINES, CP_RULE_QUOTE_SAID};
	if (reuse->quoted == CP_NONE)
		return is_paragraph(comment_at(quoter, comment)->text, reuse->span)
			? CP_RULE_QUOTE_PARAGRAPH
			: CP_RULE_QUOTE_ECHO;
	uint32_t rule = by_kind[quoter->quoted[comment].list.at[reuse->quoted].kind];
	return rule == CP_RULE_QUOTE_MARKED && reuse->words == 2 ? CP_RULE_QUOTE_PAIR
								 : rule;
}

static void add_reuse(struct quoter *quoter, const cp_reuse *reuse)
{
	uint32_t comment = reuse->text - (uint32_t)quoter->works;
	uint32_t rule = rule_of(quoter, comment, reuse);
	cp_span span = reuse->span;
	if (reuse->quoted != CP_NONE) {
		quoter->found[comment][reuse->quoted] = true;
		span = trim(comment_at(quoter, comment)->text,
			quoter->quoted[comment].list.at[reuse->quoted].span);
	}
	if (!cp_draft_uses(quoter->draft, rule))
		return;
	uint32_t index = cp_draft_add(
		quoter->arena, quoter->draft, CP_QUOTATION, comment, span, rule);
	cp_draft_item *item = &quoter->draft->items.at[index];
	if (reuse->origin < quoter->works) {
		item->work = reuse->origin;
		quoter->draft->works.at[reuse->origin].used = true;
	} else {
		item->origin = reuse->origin - (uint32_t)quoter->works;
	}
	item->origin_span = reuse->origin_span;
	item->fidelity = reuse->fidelity;
	item->origins = reuse->origins;
}

/* ---- Words that are given to somebody ---- */

static const char *const saying[] = {"says", "said", "writes", "wrote", "argues",
	"argued", "claims", "claimed", "states", "stated", "notes", "noted", "observes",
	"observed", "holds", "insists", "insisted", "put it", "puts it", "schreibt",
	"schrieb", "sagt", "sagte"};

static cp_str trim_end(cp_str text, const char *bytes)
{
	while (text.len && strchr(bytes, text.at[text.len - 1]))
		text.len--;
	return text;
}

/* Takes a verb of saying off the end; false where there is none. */
static bool take_saying(cp_str *text)
{
	for (size_t i = 0; i < sizeof saying / sizeof *saying; i++) {
		cp_str verb = cp_str_of(saying[i]);
		if (text->len > verb.len && text->at[text->len - verb.len - 1] == ' '
			&& cp_str_ends(*text, verb)) {
			text->len -= verb.len;
			*text = trim_end(*text, " ");
			return true;
		}
	}
	return false;
}

/* Where the last word of a text begins. */
static size_t last_word(cp_str text)
{
	size_t i = text.len;
	while (i && !strchr(" \n([\"", text.at[i - 1]))
		i--;
	return i;
}

/* The capitalised words that end a text, up to three: "John Stuart Mill". */
static cp_str take_name(cp_str text)
{
	size_t end = text.len, start = end;
	for (int words = 0; words < MOST_NAME_WORDS; words++) {
		cp_str rest = trim_end((cp_str){text.at, start}, " ");
		size_t word = last_word(rest);
		if (word == rest.len || !cp_is_upper(cp_utf8_next(text, &(size_t){word})))
			break;
		start = word;
		if (word && text.at[word - 1] != ' ')
			break;
	}
	return cp_str_part(text, start, end);
}

static bool is_pronoun(cp_str name)
{
	static const char *const words[] = {"I", "You", "He", "She", "It", "We", "They",
		"And", "But", "So", "The", "This", "That", "Who", "Somebody", "Someone",
		"One", "Er", "Sie", "Wir", "Man", "Note", "Edit", "Update", "PS",
		"Example", "Question", "Answer", "Quote", "Source"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (cp_str_is(name, words[i]))
			return true;
	return false;
}

/* "[Mill: ‘…", "Mill wrote, “…", "According to Mill, “…": whose the words after are. */
static cp_str attributed_to(cp_str text, size_t start)
{
	cp_str before = cp_str_part(text, 0, start);
	if (before.len > NAME_REACH)
		before = cp_utf8_tail(before, NAME_REACH);
	for (size_t i = before.len; i-- > 0;)
		if (before.at[i] == '\n') {
			before = cp_str_part(before, i + 1, before.len);
			break;
		}
	before = trim_end(before, " ");
	bool colon = before.len && before.at[before.len - 1] == ':';
	before = trim_end(before, " :,");
	bool said = take_saying(&before);
	cp_str name = take_name(before);
	size_t until = name.len ? (size_t)(name.at - before.at) : 0;
	cp_str lead = trim_end((cp_str){before.at, until}, " ");
	bool according =
		lead.len >= 12 && memcmp(lead.at + lead.len - 11, "ccording to", 11) == 0;
	bool begins = !lead.len || strchr("([", lead.at[lead.len - 1]);
	return name.len && !is_pronoun(name) && (said || according || (colon && begins))
		? name
		: (cp_str){0};
}

/* The source of somebody's words: one that is given, if its author ends with the name. */
static uint32_t work_by(struct quoter *quoter, cp_str name)
{
	cp_draft *draft = quoter->draft;
	for (uint32_t i = 0; i < quoter->works; i++) {
		cp_str author = draft->works.at[i].given->author;
		if (cp_str_ends(author, name))
			return i;
	}
	cp_str id = cp_draft_slug(quoter->arena, name);
	uint32_t next = (uint32_t)draft->works.len;
	uint32_t work = cp_map_add(quoter->arena, &quoter->works_by_id, id, next);
	if (work == next)
		*cp_push(quoter->arena, &draft->works) =
			(cp_draft_work){.id = id, .author = name};
	return work;
}

static size_t count_words(cp_str text)
{
	cp_tokens tokens = {0};
	cp_tokens_add(&tokens, text);
	size_t count = tokens.len;
	cp_tokens_clear(&tokens);
	return count;
}

static void add_attributed(
	struct quoter *quoter, uint32_t comment, const cp_quoted *quoted)
{
	cp_str text = comment_at(quoter, comment)->text;
	cp_span span = trim(text, quoted->span);
	cp_str name = attributed_to(text, quoted->whole.start);
	if (!name.len || cp_map_find(&quoter->speakers, name) != CP_NONE
		|| count_words(cp_str_part(text, span.start, span.end))
			< LEAST_SOURCE_WORDS)
		return;
	uint32_t work = work_by(quoter, name);
	quoter->draft->works.at[work].used = true;
	uint32_t index = cp_draft_add(quoter->arena, quoter->draft, CP_QUOTATION, comment,
		span, CP_RULE_QUOTE_SOURCE);
	quoter->draft->items.at[index].work = work;
}

void cp_draft_find_quotations(cp_arena *arena, cp_draft *draft)
{
	struct quoter quoter = {.arena = arena, .draft = draft};
	read_texts(&quoter);
	cp_buf topic = {0};
	cp_buf_put(&topic, draft->thread->title);
	cp_buf_putc(&topic, '\n');
	cp_buf_put(&topic, draft->options.motion);
	cp_reuses reuses = cp_reuse_find(arena, quoter.texts,
		quoter.works + draft->thread->comments.len, cp_buf_str(&topic));
	cp_buf_clear(&topic);
	for (size_t i = 0; i < reuses.list.len; i++)
		add_reuse(&quoter, &reuses.list.at[i]);
	for (uint32_t c = 0; c < draft->thread->comments.len
		&& cp_draft_uses(draft, CP_RULE_QUOTE_SOURCE);
		c++)
		for (size_t q = 0; q < quoter.quoted[c].list.len; q++)
			if (!quoter.found[c][q]
				&& quoter.quoted[c].list.at[q].kind == CP_QUOTED_MARKS)
				add_attributed(&quoter, c, &quoter.quoted[c].list.at[q]);
}
