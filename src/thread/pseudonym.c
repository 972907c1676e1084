#include "thread/pseudonym.h"

#include "json/document.h"
#include "text/utf8.h"
#include "thread/address.h"

#include <inttypes.h>

enum {
	LONGEST_WORD = 120, /* bytes; no longer one is looked up */
	SHORTEST_PART = 3,  /* letters of a first or last name that is looked for alone */
	MOST_REPORTS = 50,
};

/* When a name that was found is meant as one. */
enum need {
	ALWAYS,
	CAPITAL,   /* if it begins with one, or follows "@" */
	ADDRESSED, /* after "@", or where a paragraph begins and before a comma or such */
};

/* One of the ways in which a text may name a person. */
struct form {
	cp_str name; /* in small letters */
	uint32_t person;
	enum need need;
	bool part;     /* not the whole name: worth a note */
	uint32_t next; /* another one that begins with the same word, or CP_NONE */
	size_t found;
};

struct edit {
	size_t start, end;         /* bytes of the old text … */
	size_t new_start, new_end; /* … and of the new one */
};

struct namer {
	cp_arena *arena;
	CP_ARRAY(cp_str) people; /* as they call themselves */
	cp_map by_name;          /* in small letters, to the person */
	CP_ARRAY(struct form) forms;
	cp_map by_word; /* the first word of a form, to the first of the forms */
	cp_map parts;   /* parts of names in small letters, to … */
	CP_ARRAY(uint32_t) owners; /* … the person, or CP_NONE: several have it */
};

/* Not the names of anybody. */
static const char *const nobodies[] = {"anonymous", "anonym", "anonymer", "guest", "gast",
	"unknown", "unbekannt", "nobody", "admin", "deleted", "removed"};

/* Names that are words too, and words that are parts of names: English and German. */
static const char *const words[] = {"will", "may", "mark", "art", "hope", "grace", "joy",
	"rich", "bill", "guy", "june", "april", "august", "max", "rob", "pat", "sue",
	"drew", "dean", "frank", "gene", "jack", "rose", "faith", "lange", "klein",
	"gross", "groß", "ernst", "wolf", "stein", "herr", "frau", "prof", "team", "the",
	"and", "for", "you", "not", "all", "new", "old", "one", "man", "red", "der",
	"die", "das", "und", "ein", "weiß", "schwarz", "king", "young", "long", "white",
	"black", "brown", "green"};

static bool is_one_of(cp_str word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cp_str_is(word, list[i]))
			return true;
	return false;
}
#define IS_ONE_OF(word, list) is_one_of((word), (list), sizeof(list) / sizeof *(list))

/* ---- Words ---- */

static bool is_word_char(uint32_t code_point)
{
	return cp_is_letter(code_point) || cp_is_digit(code_point) || code_point == '_';
}

static size_t word_end(cp_str text, size_t i)
{
	while (i < text.len) {
		size_t next = i;
		if (!is_word_char(cp_utf8_next(text, &next)))
			break;
		i = next;
	}
	return i;
}

/* Writing without spaces has no ends of words: each character may begin a name. */
static size_t piece_end(cp_str text, size_t i)
{
	size_t next = i;
	return cp_is_wide(cp_utf8_next(text, &next)) ? next : word_end(text, i);
}

static bool is_first_of_word(cp_str text, size_t i)
{
	if (!i)
		return true;
	size_t before = i - 1;
	while (before && !cp_starts_code_point(text.at[before]))
		before--;
	uint32_t code_point = cp_utf8_next(text, &before);
	return !is_word_char(code_point) || cp_is_wide(code_point);
}

/* A name without the signs around it. */
static cp_str trim_signs(cp_str name)
{
	size_t start = 0, end = 0;
	for (size_t i = 0; i < name.len;) {
		size_t at = i;
		if (!is_word_char(cp_utf8_next(name, &i)))
			continue;
		start = end ? start : at;
		end = i;
	}
	return cp_str_part(name, start, end);
}

/* ---- Persons and the forms of their names ---- */

static void add_form(
	struct namer *namer, cp_str name, uint32_t person, enum need need, bool part)
{
	if (!name.len)
		return;
	uint32_t index = (uint32_t)namer->forms.len;
	cp_str word = cp_str_part(name, 0, piece_end(name, 0));
	uint32_t first = cp_map_add(namer->arena, &namer->by_word, word, index);
	*cp_push(namer->arena, &namer->forms) = (struct form){
		.name = name,
		.person = person,
		.need = need,
		.part = part,
		.next = first == index ? CP_NONE : namer->forms.at[first].next,
	};
	if (first != index)
		namer->forms.at[first].next = index;
}

static bool has_space(cp_str text)
{
	return text.len && memchr(text.at, ' ', text.len);
}

static bool begins_with_capital(cp_str text)
{
	return text.len && cp_is_upper(cp_utf8_next(text, &(size_t){0}));
}

/* The person of that name, new if there is none; CP_NONE: it is nobody's name. */
static uint32_t add_person(struct namer *namer, cp_str name)
{
	cp_str bare = trim_signs(name);
	cp_str small = cp_utf8_lower(namer->arena, bare);
	if (!small.len || IS_ONE_OF(small, nobodies))
		return CP_NONE;
	uint32_t person = (uint32_t)namer->people.len;
	uint32_t known = cp_map_add(namer->arena, &namer->by_name, small, person);
	if (known != person)
		return known;
	*cp_push(namer->arena, &namer->people) = name;
	bool word = IS_ONE_OF(small, words) || cp_utf8_count(small) < SHORTEST_PART;
	enum need need = has_space(small)                                ? ALWAYS
		: word && !cp_is_wide(cp_utf8_next(small, &(size_t){0})) ? ADDRESSED
		: begins_with_capital(bare)                              ? CAPITAL
									 : ALWAYS;
	add_form(namer, small, person, need, false);
	return person;
}

static void add_part(struct namer *namer, cp_str part, uint32_t person)
{
	cp_str small = cp_utf8_lower(namer->arena, part);
	uint32_t index = (uint32_t)namer->owners.len;
	uint32_t known = cp_map_add(namer->arena, &namer->parts, small, index);
	if (known == index)
		*cp_push(namer->arena, &namer->owners) = person;
	else if (namer->owners.at[known] != person)
		namer->owners.at[known] = CP_NONE;
}

/* First and last names: the words with capitals of a name of several words. */
static void add_parts(struct namer *namer, uint32_t person, bool forms)
{
	cp_str name = namer->people.at[person];
	for (size_t i = 0, end; has_space(name) && i < name.len; i = end + (end == i)) {
		end = word_end(name, i);
		cp_str part = cp_str_part(name, i, end);
		if (cp_utf8_count(part) < SHORTEST_PART || !begins_with_capital(part))
			continue;
		if (!forms) {
			add_part(namer, part, person);
			continue;
		}
		cp_str small = cp_utf8_lower(namer->arena, part);
		uint32_t owner = namer->owners.at[cp_map_find(&namer->parts, small)];
		if (owner == person && cp_map_find(&namer->by_name, small) == CP_NONE)
			add_form(namer, small, person,
				IS_ONE_OF(small, words) ? ADDRESSED : CAPITAL, true);
	}
}

/* Where pages have lost their authors, people still call one another by name. */
static void add_addressed(struct namer *namer, const cp_thread *thread)
{
	cp_addresses addresses = cp_thread_addresses(namer->arena, thread);
	for (size_t i = 0; i < addresses.list.len; i++) {
		const cp_address *address = &addresses.list.at[i];
		cp_str small = cp_utf8_lower(namer->arena, trim_signs(address->name));
		if (address->reason != CP_ADDRESS_STATED
			&& cp_map_find(&namer->parts, small) == CP_NONE)
			add_person(namer, address->name);
	}
}

static void find_people(struct namer *namer, cp_thread *const *threads, size_t count)
{
	for (size_t t = 0; t < count; t++)
		for (size_t c = 0; c < threads[t]->comments.len; c++)
			add_person(namer, threads[t]->comments.at[c].author);
	for (uint32_t p = 0; p < namer->people.len; p++)
		add_parts(namer, p, false);
	for (size_t t = 0; t < count; t++)
		add_addressed(namer, threads[t]);
	size_t people = namer->people.len;
	for (uint32_t p = 0; p < people; p++)
		add_parts(namer, p, true);
}

/* ---- Finding them ---- */

/* The end of the form that stands at byte `i`; SIZE_MAX: it does not. */
static size_t match_form(cp_str text, size_t i, cp_str form)
{
	for (size_t k = 0; k < form.len;) {
		uint32_t wanted = cp_utf8_next(form, &k);
		if (i >= text.len)
			return SIZE_MAX;
		size_t next = i;
		uint32_t found = cp_utf8_next(text, &next);
		if (wanted == ' ' ? !cp_is_space(found) : cp_to_lower(found) != wanted)
			return SIZE_MAX;
		for (i = next; wanted == ' ' && i < text.len; i = next)
			if (!cp_is_space(cp_utf8_next(text, &next)))
				break;
	}
	return i;
}

/* "Ann, …", "Ann: …", "Ann – …" where a paragraph begins. */
static bool is_addressed(cp_str text, size_t start, size_t end)
{
	static const char *const signs[] = {",", ":", " -", " –", " —", "…", "..."};
	bool first = start == 0 || text.at[start - 1] == '\n';
	cp_str rest = cp_str_part(text, end, text.len);
	for (size_t i = 0; first && i < sizeof signs / sizeof *signs; i++)
		if (cp_str_starts(rest, cp_str_of(signs[i])))
			return true;
	return false;
}

static bool is_meant(const struct form *form, cp_str text, size_t start, size_t end)
{
	if (form->need == ALWAYS || (start && text.at[start - 1] == '@'))
		return true;
	return form->need == CAPITAL ? cp_is_upper(cp_utf8_next(text, &start))
				     : is_addressed(text, start, end);
}

/* Is byte `i` the end of a word, or of one with the "s" of a genitive? */
static bool may_end(cp_str text, size_t i)
{
	if (i >= text.len || cp_is_wide(cp_utf8_next(text, &(size_t){i})))
		return true;
	if (text.at[i] == 's')
		i++;
	return i >= text.len || !is_word_char(cp_utf8_next(text, &i));
}

/* The longest form that begins with this word and stands here; its end goes to `end`. */
static struct form *find_form(
	struct namer *namer, cp_str text, size_t i, cp_str word, size_t *end)
{
	struct form *best = NULL;
	uint32_t at = cp_map_find(&namer->by_word, word);
	for (; at != CP_NONE; at = namer->forms.at[at].next) {
		struct form *form = &namer->forms.at[at];
		size_t match = match_form(text, i, form->name);
		if (match == SIZE_MAX || (best && match <= *end) || !may_end(text, match)
			|| !is_meant(form, text, i, match))
			continue;
		best = form;
		*end = match;
	}
	return best;
}

static struct form *find_name(
	struct namer *namer, cp_arena *scratch, cp_str text, size_t i, size_t *end)
{
	size_t stop = piece_end(text, i);
	if (stop == i || stop - i > LONGEST_WORD)
		return NULL;
	cp_str word = cp_utf8_lower(scratch, cp_str_part(text, i, stop));
	struct form *form = find_form(namer, text, i, word, end);
	if (!form && word.len > 1 && word.at[word.len - 1] == 's')
		form = find_form(namer, text, i, cp_str_part(word, 0, word.len - 1), end);
	return form;
}

/* ---- Replacing them ---- */

static void put_pseudonym(cp_buf *out, uint32_t person)
{
	cp_buf_printf(out, "Speaker %" PRIu32, person + 1);
}

typedef CP_ARRAY(struct edit) edits;

/* The text with pseudonyms; what was replaced goes to `made`, in the arena `scratch`. */
static cp_str replace(struct namer *namer, cp_arena *scratch, cp_str text, edits *made)
{
	cp_buf out = {0};
	size_t from = 0, end;
	for (size_t i = 0; i < text.len;) {
		struct form *form = is_first_of_word(text, i)
			? find_name(namer, scratch, text, i, &end)
			: NULL;
		if (!form) {
			cp_utf8_next(text, &i);
			continue;
		}
		cp_buf_put(&out, cp_str_part(text, from, i));
		struct edit edit = {.start = i, .end = end, .new_start = out.len};
		put_pseudonym(&out, form->person);
		edit.new_end = out.len;
		*cp_push(scratch, made) = edit;
		form->found++;
		from = i = end;
	}
	if (!from)
		return text;
	cp_buf_put(&out, cp_str_part(text, from, text.len));
	return cp_buf_settle(namer->arena, &out);
}

/* Where a byte of the old text is in the new one. What begins or ends within a name takes
 * all of the pseudonym. */
static size_t move(const edits *made, size_t byte, bool end)
{
	size_t low = 0, high = made->len;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (made->at[middle].start < byte + !end)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return byte;
	const struct edit *before = &made->at[low - 1];
	if (byte >= before->end)
		return before->new_end + (byte - before->end);
	return end ? before->new_end : before->new_start;
}

static cp_str replace_in(struct namer *namer, cp_str text)
{
	cp_arena scratch = {0};
	edits made = {0};
	cp_str replaced = replace(namer, &scratch, text, &made);
	cp_arena_clear(&scratch);
	return replaced;
}

/* An address with a name in it is of no use with a pseudonym, and is taken away. */
static void rename_target(struct namer *namer, cp_str *target)
{
	cp_str renamed = replace_in(namer, *target);
	bool address = target->len && memchr(target->at, '/', target->len);
	*target = address && renamed.at != target->at ? (cp_str){0} : renamed;
}

static void rename_comment(struct namer *namer, cp_comment *comment)
{
	cp_arena scratch = {0};
	edits made = {0};
	comment->text = replace(namer, &scratch, comment->text, &made);
	for (size_t i = 0; i < comment->marks.len; i++) {
		cp_mark *mark = &comment->marks.at[i];
		mark->start = move(&made, mark->start, false);
		mark->end = move(&made, mark->end, true);
		rename_target(namer, &mark->target);
	}
	cp_arena_clear(&scratch);
	uint32_t person = add_person(namer, comment->author);
	if (person != CP_NONE) {
		cp_buf name = {0};
		put_pseudonym(&name, person);
		comment->author = cp_buf_settle(namer->arena, &name);
	}
	comment->byline = replace_in(namer, comment->byline);
	comment->url = comment->source_id = (cp_str){0};
}

static void rename_thread(struct namer *namer, cp_thread *thread)
{
	for (size_t i = 0; i < thread->comments.len; i++)
		rename_comment(namer, &thread->comments.at[i]);
	thread->title = replace_in(namer, thread->title);
	thread->url = (cp_str){0};
}

/* ---- What was done ---- */

static void write_key(const struct namer *namer, cp_buf *key)
{
	cp_buf_puts(key, "{");
	for (uint32_t i = 0; i < namer->people.len; i++) {
		cp_buf_puts(key, i ? ",\n\t\"" : "\n\t\"");
		put_pseudonym(key, i);
		cp_buf_puts(key, "\": ");
		cp_json_put_string(key, namer->people.at[i]);
	}
	cp_buf_puts(key, "\n}\n");
}

static void report_parts(const struct namer *namer, cp_diags *diags)
{
	size_t reports = 0;
	for (size_t i = 0; i < namer->forms.len && reports < MOST_REPORTS; i++) {
		const struct form *form = &namer->forms.at[i];
		if (!form->part || !form->found)
			continue;
		reports++;
		cp_diag_add(diags, CP_GUESSED, (cp_place){0},
			"in the texts, \"%.*s\" is taken for a name of \"%.*s\", %zu time%s",
			CP_FMT(form->name), CP_FMT(namer->people.at[form->person]),
			form->found, form->found == 1 ? "" : "s");
	}
}

void cp_pseudonymise(cp_arena *arena, cp_thread *const *threads, size_t count,
	cp_diags *diags, cp_buf *key)
{
	struct namer namer = {.arena = arena};
	find_people(&namer, threads, count);
	for (size_t t = 0; t < count; t++)
		rename_thread(&namer, threads[t]);
	write_key(&namer, key);
	report_parts(&namer, diags);
}
