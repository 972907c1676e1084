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
	MOST_COMMENTS = 2000, /* past this, unsigned comments are not told apart:
	                                 * the rules look at every comment for every address */
};

struct resolver {
	cp_arena *arena;
	const cp_thread *thread;
	cp_addresses *found;
	CP_ARRAY(cp_str) names;     /* distinct ones */
	CP_ARRAY(uint32_t) name_of; /* of each address */
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

static bool same_name(cp_str a, cp_str b)
{
	size_t i = 0, j = 0;
	while (i < a.len && j < b.len)
		if (cp_to_lower(cp_utf8_next(a, &i)) != cp_to_lower(cp_utf8_next(b, &j)))
			return false;
	return i == a.len && j == b.len;
}

/* "Andrew" and "Andrew Suffield" both mean Andrew Suffield. */
static bool names_author(cp_str name, cp_str author)
{
	const char *space = author.at ? memchr(author.at, ' ', author.len) : NULL;
	cp_str first = {author.at, space ? (size_t)(space - author.at) : author.len};
	return author.len && (same_name(name, author) || same_name(name, first));
}

static bool is_common_opener(cp_str word)
{
	static const char *const openers[] = {"A", "Ah", "Also", "And", "Anyway", "But",
		"Edit", "Finally", "First", "Firstly", "Hello", "Hi", "However", "I",
		"In", "It", "Maybe", "Never", "No", "Nope", "Note", "Now", "Oh", "OK",
		"Okay", "On", "Or", "PS", "Perhaps", "Please", "Really", "Right",
		"Second", "Secondly", "So", "Sorry", "Still", "Sure", "Thanks", "That",
		"The", "Then", "There", "These", "This", "Third", "Thirdly", "Update",
		"We", "Well", "What", "Why", "Yes", "Yet", "You"};
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (same_name(word, cp_str_of(openers[i])))
			return true;
	return false;
}

static bool opens_paragraph(cp_str text, size_t i)
{
	return i == 0 || text.at[i - 1] == '\n';
}

static bool is_known(const struct resolver *resolver, cp_str name)
{
	for (size_t i = 0; i < resolver->names.len; i++)
		if (same_name(resolver->names.at[i], name))
			return true;
	for (size_t i = 0; i < resolver->thread->comments.len; i++)
		if (names_author(name, resolver->thread->comments.at[i].author))
			return true;
	return false;
}

static uint32_t intern(struct resolver *resolver, cp_str name)
{
	for (size_t i = 0; i < resolver->names.len; i++)
		if (same_name(resolver->names.at[i], name))
			return (uint32_t)i;
	*cp_push(resolver->arena, &resolver->names) = name;
	return (uint32_t)resolver->names.len - 1;
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

/* A second capitalised word belongs to the name if an author is called so. */
static cp_str extend_name(
	const struct resolver *resolver, cp_str text, size_t start, size_t end)
{
	size_t longer = word_end(text, skip_blanks(text, end));
	cp_str both = cp_str_part(text, start, longer);
	for (size_t i = 0; longer > end && i < resolver->thread->comments.len; i++)
		if (same_name(both, resolver->thread->comments.at[i].author))
			return both;
	return cp_str_part(text, start, end);
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

/* "Andrew…", "Henry –", "Alistair:", and before a comma if the name is known. */
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
		&& (mark == ':' || mark == 0x2026
			|| cp_str_starts(
				cp_str_part(text, next, text.len), CP_LIT("...")));
	bool known = is_known(resolver, name);
	if (!(known ? spaced_dash || pause || (next == end && mark == ',')
		    : !known_only && (spaced_dash || pause) && !is_common_opener(name)))
		return false;
	add_address(resolver, comment, i, name);
	return true;
}

static void find_addresses(struct resolver *resolver)
{
	for (uint32_t c = 0; c < resolver->thread->comments.len; c++) {
		const cp_comment *comment = &resolver->thread->comments.at[c];
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
	for (size_t i = 0; i < resolver->found->list.len; i++)
		if (address_at(resolver, i)->comment == comment
			&& resolver->name_of.at[i] == name)
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
	const struct resolver *resolver, cp_str name, uint32_t before)
{
	for (uint32_t c = before; c-- > 0;)
		if (names_author(name, resolver->thread->comments.at[c].author))
			return c;
	return CP_NONE;
}

static bool is_author(const struct resolver *resolver, uint32_t name)
{
	return latest_by_author(resolver, resolver->names.at[name],
		       (uint32_t)resolver->thread->comments.len)
		!= CP_NONE;
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

/* The next passage of two words or more in single or double quotation marks. */
static cp_str next_quoted(cp_str text, size_t *i)
{
	static const char *const marks[][2] = {{"‘", "’"}, {"“", "”"}, {"\"", "\""}};
	for (; *i < text.len; (*i)++)
		for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
			if (!cp_str_starts(cp_str_part(text, *i, text.len),
				    cp_str_of(marks[m][0])))
				continue;
			size_t start = *i + strlen(marks[m][0]);
			size_t end = cp_find_bytes(text, cp_str_of(marks[m][1]), start);
			if (end == SIZE_MAX)
				continue;
			*i = end + 1;
			cp_str words = cp_str_part(text, start, end);
			if (memchr(words.at, ' ', words.len)
				&& !memchr(words.at, '\n', words.len))
				return words;
		}
	return (cp_str){0};
}

static bool apply_quoted(struct resolver *resolver, size_t i)
{
	const cp_address *address = address_at(resolver, i);
	cp_str said = said_to(resolver, i), words;
	for (size_t at = 0; (words = next_quoted(said, &at)).at;) {
		uint32_t holder = CP_NONE, holders = 0;
		for (uint32_t c = 0; c < address->comment; c++)
			if (cp_find_bytes(resolver->thread->comments.at[c].text, words, 0)
				!= SIZE_MAX) {
				holder = c;
				holders++;
			}
		if (holders == 1 && may_be(resolver, holder, resolver->name_of.at[i]))
			return assign(resolver, holder, resolver->name_of.at[i],
				CP_ADDRESS_QUOTED);
	}
	return false;
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
	bool any = false;
	for (size_t i = 0; i < resolver->found->list.len; i++) {
		if (address_at(resolver, i)->comment != c)
			continue;
		uint32_t last = latest_of(resolver, resolver->name_of.at[i], c);
		if (last == CP_NONE)
			continue;
		if (!addresses(resolver, last, name)
			|| has_answered(resolver, name, last, c))
			return false;
		any = true;
	}
	return any;
}

static bool apply_back(struct resolver *resolver, uint32_t c)
{
	uint32_t candidate = CP_NONE, count = 0;
	for (uint32_t name = 0; name < resolver->names.len; name++)
		if (!is_author(resolver, name) && may_be(resolver, c, name)
			&& all_wait_for(resolver, c, name)) {
			candidate = name;
			count++;
		}
	return count == 1 && assign(resolver, c, candidate, CP_ADDRESS_TURN);
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

/* One assignment by the surest rule that applies; false once none does. Persons who are
 * known to have a comment are given one before those who may have none on the page. */
static bool apply_rules(struct resolver *resolver)
{
	size_t count = resolver->found->list.len;
	for (int rule = 0; rule < 4; rule++)
		for (size_t i = 0; i < count; i++) {
			if (is_author(resolver, resolver->name_of.at[i]))
				continue;
			if (rule == 0               ? apply_quoted(resolver, i)
					: rule == 1 ? apply_turn(resolver, i)
						    : apply_only(resolver, i, rule == 2))
				return true;
		}
	for (uint32_t c = 0; c < resolver->thread->comments.len; c++)
		if (is_unsigned(resolver, c) && resolver->who[c] == CP_NONE
			&& apply_back(resolver, c))
			return true;
	return false;
}

static void answer(struct resolver *resolver, size_t i)
{
	cp_address *address = address_at(resolver, i);
	address->answers = latest_by_author(resolver, address->name, address->comment);
	address->reason = CP_ADDRESS_STATED;
	if (address->answers != CP_NONE)
		return;
	address->answers = latest_of(resolver, resolver->name_of.at[i], address->comment);
	address->reason = address->answers == CP_NONE ? CP_ADDRESS_UNKNOWN
						      : resolver->why[address->answers];
}

cp_addresses cp_thread_addresses(cp_arena *arena, const cp_thread *thread)
{
	cp_addresses found = {0};
	size_t count = thread->comments.len;
	struct resolver resolver = {.arena = arena, .thread = thread, .found = &found};
	resolver.who = CP_NEW_ARRAY(arena, uint32_t, count);
	resolver.why = CP_NEW_ARRAY(arena, cp_address_reason, count);
	for (size_t c = 0; c < count; c++)
		resolver.who[c] = CP_NONE;
	find_addresses(&resolver);
	while (count <= MOST_COMMENTS && apply_rules(&resolver))
		;
	for (size_t i = 0; i < found.list.len; i++)
		answer(&resolver, i);
	return found;
}
