/* Two steps. First, names: what follows an "@" is one; a capitalised word that opens a
 * paragraph before a dash, colon or ellipsis is one, unless it is a common opener; once a
 * name is known, a comma after it is enough.
 *
 * Second, persons. A name that fits a stated author means that author. Of the others, each
 * stands for a person whose comments the page leaves unsigned, and the comments are given
 * to persons by rules of conversation, the surest first, until none applies any more:
 *   quoted  words in quotation marks, said to N, stand in one earlier comment only;
 *   turn    N is addressed, and only one unsigned comment can be N's turn: it addresses
 *           whoever addresses N;
 *   only    only one earlier unsigned comment is left that can be N's;
 *   back    an unsigned comment answers people who all addressed one person: him.
 * Nobody addresses himself, and a comment has one author: that is what excludes. */
#include "thread/address.h"

#include "text/find.h"
#include "text/utf8.h"

enum {
	LONGEST_NAME = 40,    /* bytes */
	MOST_COMMENTS = 2000, /* past this, unsigned comments are not told apart */
	WINDOW = 64,          /* comments back that a turn may be; with both limits
	                                 * the rules take a second at the most */
};

/* Somebody's name, as it is written to him. An author has two: all of it, and the first. */
struct name {
	cp_str text;       /* in small letters */
	bool author, full; /* of an author; all of an author's */
};

struct resolver {
	cp_arena *arena;
	const cp_thread *thread;
	cp_addresses *found;
	cp_map by_text;
	CP_ARRAY(struct name) names;
	CP_ARRAY(uint32_t) name_of; /* of each address */
	CP_ARRAY(uint32_t) quoted;  /* of each address: the comment that it quotes */
	uint32_t *first_address;    /* of each comment, and one more at the end */
	uint32_t *full_name, *first_name; /* of each comment's author, or CP_NONE */
	uint32_t *who;          /* of each comment: the name of its person, or CP_NONE */
	cp_address_reason *why; /* and how that was told */
};

/* ---- Names ---- */

static bool is_name_part(uint32_t c)
{
	return cp_is_letter(c) || cp_is_digit(c) || c == '_';
}

static size_t word_end(cp_str text, size_t i)
{
	size_t end = i;
	while (i < text.len && is_name_part(cp_utf8_next(text, &i)))
		end = i;
	return end;
}

static size_t skip_blanks(cp_str text, size_t i)
{
	while (i < text.len && text.at[i] == ' ')
		i++;
	return i;
}

static uint32_t find_name(const struct resolver *resolver, cp_str text)
{
	cp_arena scratch = {0};
	uint32_t name = cp_map_find(&resolver->by_text, cp_utf8_lower(&scratch, text));
	cp_arena_clear(&scratch);
	return name;
}

static uint32_t intern(struct resolver *resolver, cp_str text)
{
	uint32_t known = find_name(resolver, text);
	if (known != CP_NONE)
		return known;
	uint32_t name = (uint32_t)resolver->names.len;
	struct name *added = cp_push(resolver->arena, &resolver->names);
	added->text = cp_utf8_lower(resolver->arena, text);
	return cp_map_add(resolver->arena, &resolver->by_text, added->text, name);
}

/* "Andrew" and "Andrew Suffield" both mean Andrew Suffield. */
static void learn_authors(struct resolver *resolver)
{
	for (size_t c = 0; c < resolver->thread->comments.len; c++) {
		cp_str author = resolver->thread->comments.at[c].author;
		resolver->full_name[c] = resolver->first_name[c] = CP_NONE;
		if (!author.len)
			continue;
		const char *space = memchr(author.at, ' ', author.len);
		cp_str first = {
			author.at, space ? (size_t)(space - author.at) : author.len};
		resolver->full_name[c] = intern(resolver, author);
		resolver->first_name[c] = intern(resolver, first);
		resolver->names.at[resolver->full_name[c]].full = true;
		resolver->names.at[resolver->full_name[c]].author = true;
		resolver->names.at[resolver->first_name[c]].author = true;
	}
}

static bool is_common_opener(cp_str word)
{
	static const char *const openers[] = {"A", "Ah", "Also", "And", "Anyway", "But",
		"Edit", "Finally", "First", "Firstly", "Hello", "Hi", "Hm", "Hmm",
		"However", "I", "In", "It", "Maybe", "Never", "No", "Nope", "Note", "Now",
		"Oh", "OK", "Okay", "On", "Or", "PS", "Perhaps", "Please", "Really",
		"Right", "Second", "Secondly", "So", "Sorry", "Still", "Sure", "Thanks",
		"That", "The", "Then", "There", "These", "This", "Third", "Thirdly",
		"Update", "We", "Well", "What", "Why", "Yes", "Yet", "You"};
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (cp_str_is(word, openers[i]))
			return true;
	return false;
}

static bool opens_paragraph(cp_str text, size_t i)
{
	return i == 0 || text.at[i - 1] == '\n';
}

static void add_address(
	struct resolver *resolver, uint32_t comment, size_t start, cp_str name)
{
	*cp_push(resolver->arena, &resolver->found->list) = (cp_address){
		.comment = comment,
		.start = start,
		.name = name,
		.answers = CP_NONE,
		.end = (size_t)(name.at + name.len
			- resolver->thread->comments.at[comment].text.at),
	};
	*cp_push(resolver->arena, &resolver->name_of) = intern(resolver, name);
}

/* A second word belongs to the name if an author is called so. */
static cp_str extend_name(
	const struct resolver *resolver, cp_str text, size_t start, size_t end)
{
	size_t longer = word_end(text, skip_blanks(text, end));
	cp_str both = cp_str_part(text, start, longer);
	uint32_t name = longer > end ? find_name(resolver, both) : CP_NONE;
	return name != CP_NONE && resolver->names.at[name].full
		? both
		: cp_str_part(text, start, end);
}

/* "@Dom" or "@ Dom" at byte `i`, where the "@" begins a word. */
static bool find_at_name(struct resolver *resolver, uint32_t comment, size_t i)
{
	cp_str text = resolver->thread->comments.at[comment].text;
	if (text.at[i] != '@' || (i > 0 && is_name_part((unsigned char)text.at[i - 1])))
		return false;
	size_t start = skip_blanks(text, i + 1), end = word_end(text, start);
	if (end == start || end - start > LONGEST_NAME)
		return false;
	add_address(resolver, comment, i, extend_name(resolver, text, start, end));
	return true;
}

/* Has it a small letter, as "EDIT" and "CMV" have not? Is it no common opener? */
static bool may_be_name(cp_str word)
{
	bool small = false;
	for (size_t i = 0; i < word.len;) {
		uint32_t c = cp_utf8_next(word, &i);
		small |= cp_to_upper(c) != c || cp_to_lower(c) == c;
	}
	return small && !is_common_opener(word);
}

/* "Andrew…", "Henry –", and before a comma or colon if the name is known: "Example:" is the
 * beginning of far more paragraphs than names are. */
static bool find_vocative(
	struct resolver *resolver, uint32_t comment, size_t i, bool known_only)
{
	cp_str text = resolver->thread->comments.at[comment].text;
	size_t end = word_end(text, i);
	if (!opens_paragraph(text, i) || end == i || end - i > LONGEST_NAME
		|| end == text.len || !cp_is_upper(cp_utf8_next(text, &(size_t){i})))
		return false;
	cp_str name = cp_str_part(text, i, end);
	size_t next = skip_blanks(text, end), after = next;
	uint32_t mark = next < text.len ? cp_utf8_next(text, &after) : 0;
	bool spaced_dash = next > end && after < text.len && text.at[after] == ' '
		&& (mark == '-' || mark == 0x2013 || mark == 0x2014);
	bool pause = next == end
		&& (mark == 0x2026
			|| cp_str_starts(
				cp_str_part(text, next, text.len), CP_LIT("...")));
	bool known = (find_name(resolver, name) != CP_NONE);
	if (!(known ? spaced_dash || pause
				    || (next == end && (mark == ',' || mark == ':'))
		    : !known_only && (spaced_dash || pause) && may_be_name(name)))
		return false;
	add_address(resolver, comment, i, name);
	return true;
}

static void find_addresses(struct resolver *resolver)
{
	for (uint32_t c = 0; c < resolver->thread->comments.len; c++) {
		const cp_comment *comment = &resolver->thread->comments.at[c];
		resolver->first_address[c] = (uint32_t)resolver->found->list.len;
		bool article = cp_str_is(comment->id, "op");
		for (size_t i = 0; i < comment->text.len; i++)
			if (comment->text.at[i] == '@')
				find_at_name(resolver, c, i);
			else if (opens_paragraph(comment->text, i))
				find_vocative(resolver, c, i, article);
	}
}

/* ---- Persons ---- */

static cp_address *address_at(const struct resolver *resolver, size_t i)
{
	return &resolver->found->list.at[i];
}

static bool addresses(const struct resolver *resolver, uint32_t comment, uint32_t name)
{
	for (uint32_t i = resolver->first_address[comment];
		i < resolver->first_address[comment + 1]; i++)
		if (resolver->name_of.at[i] == name)
			return true;
	return false;
}

static bool is_unsigned(const struct resolver *resolver, uint32_t comment)
{
	const cp_comment *it = &resolver->thread->comments.at[comment];
	return !it->author.len && !cp_str_is(it->id, "op");
}

/* Can this comment be by the person called `name`, as far as is known? */
static bool may_be(const struct resolver *resolver, uint32_t comment, uint32_t name)
{
	return is_unsigned(resolver, comment) && resolver->who[comment] == CP_NONE
		&& !addresses(resolver, comment, name);
}

static uint32_t latest_of(const struct resolver *resolver, uint32_t name, uint32_t before)
{
	for (uint32_t c = before; c-- > 0;)
		if (resolver->who[c] == name)
			return c;
	return CP_NONE;
}

static uint32_t latest_by_author(
	const struct resolver *resolver, uint32_t name, uint32_t before)
{
	for (uint32_t c = resolver->names.at[name].author ? before : 0; c-- > 0;)
		if (resolver->full_name[c] == name || resolver->first_name[c] == name)
			return c;
	return CP_NONE;
}

static bool is_author(const struct resolver *resolver, uint32_t name)
{
	return resolver->names.at[name].author;
}

static bool assign(
	struct resolver *resolver, uint32_t comment, uint32_t name, cp_address_reason why)
{
	resolver->who[comment] = name;
	resolver->why[comment] = why;
	return true;
}

/* The words that are said to the addressee: up to the next address or the end. */
static cp_str said_to(const struct resolver *resolver, size_t i)
{
	const cp_address *address = address_at(resolver, i);
	cp_str text = resolver->thread->comments.at[address->comment].text;
	bool more = i + 1 < resolver->found->list.len
		&& address_at(resolver, i + 1)->comment == address->comment;
	return cp_str_part(
		text, address->end, more ? address_at(resolver, i + 1)->start : text.len);
}

/* Passages in quotation marks, one after the other. */
struct quotes {
	cp_str text;
	size_t at;
	bool unclosed[3]; /* marks of this kind close nowhere from here on */
};

/* The next passage of two words or more in single or double quotation marks. */
static cp_str next_quoted(struct quotes *quotes)
{
	static const char *const marks[][2] = {{"‘", "’"}, {"“", "”"}, {"\"", "\""}};
	cp_str text = quotes->text;
	for (; quotes->at < text.len; quotes->at++)
		for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
			cp_str open = cp_str_of(marks[m][0]),
			       close = cp_str_of(marks[m][1]);
			if (quotes->unclosed[m]
				|| !cp_str_starts(
					cp_str_part(text, quotes->at, text.len), open))
				continue;
			size_t start = quotes->at + open.len;
			size_t end = cp_find_bytes(text, close, start);
			quotes->unclosed[m] = end == SIZE_MAX;
			if (end == SIZE_MAX)
				continue;
			quotes->at = end + 1;
			cp_str words = cp_str_part(text, start, end);
			if (memchr(words.at, ' ', words.len)
				&& !memchr(words.at, '\n', words.len))
				return words;
		}
	return (cp_str){0};
}

/* The one earlier comment that has these words; CP_NONE if none or several have. */
static uint32_t only_holder(
	const struct resolver *resolver, cp_str words, uint32_t before)
{
	uint32_t holder = CP_NONE;
	for (uint32_t c = 0; c < before; c++) {
		cp_str text = resolver->thread->comments.at[c].text;
		if (cp_find_bytes(text, words, 0) == SIZE_MAX)
			continue;
		if (holder != CP_NONE)
			return CP_NONE;
		holder = c;
	}
	return holder;
}

/* Which comment is quoted to each addressee is a matter of words alone: found once. */
static void find_quoted(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->found->list.len; i++) {
		uint32_t holder = CP_NONE;
		struct quotes quotes = {.text = said_to(resolver, i)};
		for (cp_str words;
			holder == CP_NONE && (words = next_quoted(&quotes)).at;)
			holder = only_holder(
				resolver, words, address_at(resolver, i)->comment);
		*cp_push(resolver->arena, &resolver->quoted) = holder;
	}
}

static bool apply_quoted(struct resolver *resolver, size_t i)
{
	uint32_t holder = resolver->quoted.at[i], name = resolver->name_of.at[i];
	return holder != CP_NONE && may_be(resolver, holder, name)
		&& assign(resolver, holder, name, CP_ADDRESS_QUOTED);
}

/* Is comment `c` an answer of `name`, who last spoke before `from`, to somebody who has
 * addressed `name` since, or does so in comment `now`? */
static bool takes_turn(const struct resolver *resolver, uint32_t c, uint32_t name,
	uint32_t from, uint32_t now)
{
	for (uint32_t d = from; d <= now; d++) {
		uint32_t speaker = resolver->who[d];
		if ((d < c || d == now) && speaker != CP_NONE
			&& addresses(resolver, c, speaker)
			&& addresses(resolver, d, name))
			return true;
	}
	return false;
}

/* Was `name` addressed after the comment `from` and before `to`? */
static bool was_addressed(
	const struct resolver *resolver, uint32_t name, uint32_t from, uint32_t to)
{
	for (uint32_t c = from + 1; c < to; c++)
		if (addresses(resolver, c, name))
			return true;
	return false;
}

static bool apply_turn(struct resolver *resolver, size_t i)
{
	const cp_address *address = address_at(resolver, i);
	uint32_t name = resolver->name_of.at[i], candidate = CP_NONE, count = 0;
	uint32_t last = latest_of(resolver, name, address->comment);
	/* As long as nobody has answered N's last comment, that is the one addressed. */
	if (last != CP_NONE && !was_addressed(resolver, name, last, address->comment))
		return false;
	uint32_t from = last == CP_NONE ? 0 : last + 1;
	if (from + WINDOW < address->comment)
		from = address->comment - WINDOW;
	for (uint32_t c = from; c < address->comment; c++)
		if (may_be(resolver, c, name)
			&& takes_turn(resolver, c, name, from, address->comment)) {
			candidate = c;
			count++;
		}
	return count == 1 && assign(resolver, candidate, name, CP_ADDRESS_TURN);
}

/* Has `name` spoken between the comments `from` and `to`? */
static bool has_answered(
	const struct resolver *resolver, uint32_t name, uint32_t from, uint32_t to)
{
	uint32_t last = latest_of(resolver, name, to);
	return last != CP_NONE && last > from;
}

/* Do all whom comment `c` addresses wait for an answer from `name`? */
static bool all_wait_for(const struct resolver *resolver, uint32_t c, uint32_t name)
{
	for (uint32_t i = resolver->first_address[c]; i < resolver->first_address[c + 1];
		i++) {
		uint32_t last = latest_of(resolver, resolver->name_of.at[i], c);
		if (last != CP_NONE
			&& (!addresses(resolver, last, name)
				|| has_answered(resolver, name, last, c)))
			return false;
	}
	return true;
}

/* The latest comment of the first of those whom comment `c` addresses that has one. */
static uint32_t comment_answered(const struct resolver *resolver, uint32_t c)
{
	uint32_t last = CP_NONE;
	for (uint32_t i = resolver->first_address[c];
		i < resolver->first_address[c + 1] && last == CP_NONE; i++)
		last = latest_of(resolver, resolver->name_of.at[i], c);
	return last;
}

/* Whoever answers is among those whom that comment addresses. */
static bool apply_back(struct resolver *resolver, uint32_t c)
{
	uint32_t candidate = CP_NONE, answered = comment_answered(resolver, c);
	if (answered == CP_NONE)
		return false;
	for (uint32_t i = resolver->first_address[answered];
		i < resolver->first_address[answered + 1]; i++) {
		uint32_t name = resolver->name_of.at[i];
		if (name == candidate || is_author(resolver, name)
			|| !may_be(resolver, c, name) || !all_wait_for(resolver, c, name))
			continue;
		if (candidate != CP_NONE)
			return false;
		candidate = name;
	}
	return candidate != CP_NONE && assign(resolver, c, candidate, CP_ADDRESS_TURN);
}

static bool apply_only(struct resolver *resolver, size_t i, bool heard_of)
{
	const cp_address *address = address_at(resolver, i);
	uint32_t name = resolver->name_of.at[i], candidate = CP_NONE, count = 0;
	uint32_t end = (uint32_t)resolver->thread->comments.len;
	if (latest_of(resolver, name, address->comment) != CP_NONE
		|| (heard_of && latest_of(resolver, name, end) == CP_NONE))
		return false;
	for (uint32_t c = 0; c < address->comment; c++)
		if (may_be(resolver, c, name)) {
			candidate = c;
			count++;
		}
	return count == 1 && assign(resolver, candidate, name, CP_ADDRESS_ONLY);
}

static bool apply_rule(struct resolver *resolver, int rule, size_t i)
{
	return !is_author(resolver, resolver->name_of.at[i])
		&& (rule == 0               ? apply_quoted(resolver, i)
				: rule == 1 ? apply_turn(resolver, i)
					    : apply_only(resolver, i, rule == 2));
}

/* Assignments by the surest rule that applies, all over the thread; false once none does.
 * Persons who are known to have a comment are given one before those who may have none. */
static bool apply_rules(struct resolver *resolver)
{
	bool applied = false;
	for (int rule = 0; rule < 4 && !applied; rule++)
		for (size_t i = 0; i < resolver->found->list.len; i++)
			applied |= apply_rule(resolver, rule, i);
	for (uint32_t c = 0; c < resolver->thread->comments.len && !applied; c++)
		applied = is_unsigned(resolver, c) && resolver->who[c] == CP_NONE
			&& apply_back(resolver, c);
	return applied;
}

static void answer(struct resolver *resolver, size_t i)
{
	cp_address *address = address_at(resolver, i);
	address->answers =
		latest_by_author(resolver, resolver->name_of.at[i], address->comment);
	address->reason = CP_ADDRESS_STATED;
	if (address->answers != CP_NONE)
		return;
	address->answers = latest_of(resolver, resolver->name_of.at[i], address->comment);
	address->reason = address->answers == CP_NONE ? CP_ADDRESS_UNKNOWN
						      : resolver->why[address->answers];
}

/* As the name was first written, not in small letters. */
static void tell_authors(struct resolver *resolver, size_t count)
{
	cp_str *written = CP_NEW_ARRAY(resolver->arena, cp_str, resolver->names.len);
	for (size_t i = resolver->found->list.len; i-- > 0;)
		written[resolver->name_of.at[i]] = address_at(resolver, i)->name;
	resolver->found->authors =
		CP_NEW_ARRAY(resolver->arena, cp_address_author, count);
	for (size_t c = 0; c < count; c++)
		if (resolver->who[c] != CP_NONE)
			resolver->found->authors[c] = (cp_address_author){
				written[resolver->who[c]], resolver->why[c]};
}

cp_addresses cp_thread_addresses(cp_arena *arena, const cp_thread *thread)
{
	cp_addresses found = {0};
	size_t count = thread->comments.len;
	struct resolver resolver = {.arena = arena, .thread = thread, .found = &found};
	resolver.who = CP_NEW_ARRAY(arena, uint32_t, count);
	resolver.why = CP_NEW_ARRAY(arena, cp_address_reason, count);
	resolver.full_name = CP_NEW_ARRAY(arena, uint32_t, count);
	resolver.first_name = CP_NEW_ARRAY(arena, uint32_t, count);
	resolver.first_address = CP_NEW_ARRAY(arena, uint32_t, count + 1);
	for (size_t c = 0; c < count; c++)
		resolver.who[c] = CP_NONE;
	learn_authors(&resolver);
	find_addresses(&resolver);
	resolver.first_address[count] = (uint32_t)found.list.len;
	if (count <= MOST_COMMENTS)
		find_quoted(&resolver);
	while (count <= MOST_COMMENTS && apply_rules(&resolver))
		;
	for (size_t i = 0; i < found.list.len; i++)
		answer(&resolver, i);
	tell_authors(&resolver, count);
	return found;
}
