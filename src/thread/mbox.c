/* Mail: an mbox, which holds any number of messages after "From " lines (RFC 4155), or one
 * message alone.
 *
 * Messages are of one thread if they refer to one another (RFC 5322 §3.6.4: References,
 * In-Reply-To), or to one that is not here, or, without references, if one repeats the
 * other's subject after "Re:". In their text, lines that begin with ">" are quotations: of
 * what is answered, ">>" of what that answered; or of whom the line before them names. */
#include "text/find.h"
#include "text/html.h"
#include "thread/import.h"
#include "thread/mime.h"
#include "thread/quoting.h"
#include "thread/roots.h"
#include "thread/time.h"

#include <ctype.h>

enum {
	DEEPEST_QUOTE = 16,
	WITHIN = 16, /* messages back that a line such as "Ann wrote:" may name */
};

struct message {
	cp_mail mail;
	cp_str id, author, subject, references;
	cp_str last;     /* the reference that is answered; at == NULL: none */
	uint32_t parent; /* the message answered, or CP_NONE */
	bool repeats;    /* its subject begins with "Re:" */
	cp_place place;
};

struct box {
	cp_import *import;
	CP_ARRAY(struct message) messages;
	cp_map by_id;
	uint32_t *root;
	size_t signatures, attached;
	cp_place first_signature, first_attached;
};

/* ---- Messages ---- */

static bool begins_field(cp_str text, size_t i)
{
	size_t start = i;
	while (i < text.len && (isalnum((unsigned char)text.at[i]) || text.at[i] == '-'))
		i++;
	return i > start && i < text.len && text.at[i] == ':';
}

/* A line of "From somebody" after an empty one, and before a head. */
static bool begins_message(cp_str text, size_t i)
{
	if (!cp_str_starts(cp_str_part(text, i, text.len), CP_LIT("From ")))
		return false;
	bool after_empty = i == 0
		|| (i > 1 && text.at[i - 1] == '\n'
			&& (text.at[i - 2] == '\n'
				|| (text.at[i - 2] == '\r' && i > 2
					&& text.at[i - 3] == '\n')));
	size_t end = cp_line_end(text, i);
	return after_empty && end < text.len && begins_field(text, end + 1);
}

static void skip_blank(cp_str text, size_t *i)
{
	while (*i < text.len && isspace((unsigned char)text.at[*i]))
		++*i;
}

/* The bytes of each message. */
typedef CP_ARRAY(cp_str) parts;

static parts split(cp_arena *arena, cp_str text)
{
	parts found = {0};
	size_t start = 0;
	skip_blank(text, &start);
	for (size_t i = cp_line_end(text, start) + 1, end; i < text.len; i = end + 1) {
		end = cp_line_end(text, i);
		if (!begins_message(text, i))
			continue;
		*cp_push(arena, &found) = cp_str_part(text, start, i);
		start = i;
	}
	if (start < text.len)
		*cp_push(arena, &found) = cp_str_part(text, start, text.len);
	return found;
}

/* "<id@host>" at or after byte `*i`, without the brackets; none if there is no more. */
static cp_str next_id(cp_str field, size_t *i)
{
	size_t start = cp_find_bytes(field, CP_LIT("<"), *i);
	size_t end =
		start == SIZE_MAX ? SIZE_MAX : cp_find_bytes(field, CP_LIT(">"), start);
	if (end == SIZE_MAX)
		return (cp_str){0};
	*i = end + 1;
	return cp_str_part(field, start + 1, end);
}

static cp_str trim(cp_str text, const char *what)
{
	while (text.len && strchr(what, text.at[0]) && text.at[0])
		text = cp_str_part(text, 1, text.len);
	while (text.len && strchr(what, text.at[text.len - 1]) && text.at[text.len - 1])
		text.len--;
	return text;
}

/* "Ann Lee <ann@x>", "ann@x (Ann Lee)", "ann@x": the name, or what is before the "@". */
static cp_str name_of(cp_arena *arena, cp_str from)
{
	cp_str text = cp_mail_words(arena, from);
	size_t angle = cp_find_bytes(text, CP_LIT("<"), 0);
	size_t round = cp_find_bytes(text, CP_LIT("("), 0);
	size_t close = cp_find_bytes(text, CP_LIT(")"), 0);
	cp_str name = angle == SIZE_MAX ? (cp_str){0}
					: trim(cp_str_part(text, 0, angle), " \t\"'");
	if (!name.len && round != SIZE_MAX && close != SIZE_MAX && close > round)
		name = trim(cp_str_part(text, round + 1, close), " \t\"");
	if (name.len)
		return name;
	text = trim(angle == SIZE_MAX ? text : cp_str_part(text, angle + 1, text.len),
		" \t<>\"");
	size_t at = cp_find_bytes(text, CP_LIT("@"), 0);
	return at == SIZE_MAX ? text : cp_str_part(text, 0, at);
}

/* The subject without "Re:", "AW:", "Fwd:" and the like, which `repeats` says there were. */
static cp_str base_subject(cp_str subject, bool *repeats)
{
	static const char *const marks[] = {"Re:", "RE:", "re:", "AW:", "Aw:", "Antw:",
		"SV:", "Fwd:", "FW:", "Fw:", "WG:"};
	*repeats = false;
	for (bool again = true; again;) {
		again = false;
		subject = trim(subject, " \t");
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
			if (cp_str_starts(subject, cp_str_of(marks[i]))) {
				subject = cp_str_part(
					subject, strlen(marks[i]), subject.len);
				again = *repeats = true;
			}
	}
	return subject;
}

/* Old mail has no ids; it is answered by its subject. */
static cp_str made_id(const struct box *box)
{
	cp_buf id = {0};
	cp_buf_printf(&id, "message-%zu", box->messages.len);
	return cp_buf_settle(box->import->arena, &id);
}

static void read_message(struct box *box, cp_str bytes, cp_place place)
{
	cp_arena *arena = box->import->arena;
	if (cp_str_starts(bytes, CP_LIT("From "))) {
		size_t end = cp_line_end(bytes, 0);
		bytes = cp_str_part(bytes, end < bytes.len ? end + 1 : end, bytes.len);
	}
	struct message *message = cp_push(arena, &box->messages);
	*message = (struct message){
		.mail = cp_mail_read(arena, bytes), .place = place, .parent = CP_NONE};
	const cp_str *fields = message->mail.fields;
	message->id = next_id(fields[CP_MAIL_ID], &(size_t){0});
	if (!message->id.len)
		message->id = made_id(box);
	message->author = name_of(arena, fields[CP_MAIL_FROM]);
	message->subject = base_subject(
		cp_mail_words(arena, fields[CP_MAIL_SUBJECT]), &message->repeats);
	message->references = fields[CP_MAIL_REFERENCES];
	message->last = next_id(fields[CP_MAIL_IN_REPLY_TO], &(size_t){0});
	cp_str id;
	for (size_t i = 0; !fields[CP_MAIL_IN_REPLY_TO].at
		&& (id = next_id(message->references, &i)).at;)
		message->last = id;
	cp_map_add(arena, &box->by_id, message->id, (uint32_t)box->messages.len - 1);
}

/* Places are in the text, messages in the bytes: where these are two, they have the same
 * messages one by one. */
static void read_messages(struct box *box)
{
	cp_import *import = box->import;
	cp_source *source = import->page->source;
	parts bytes = split(import->arena, import->page->bytes);
	parts text = split(import->arena, source->text);
	for (size_t i = 0; i < bytes.len; i++) {
		cp_place place = cp_place_bytes(source, 0, 0);
		if (i < text.len) {
			place.start = (size_t)(text.at[i].at - source->text.at);
			place.end = place.start + cp_line_end(text.at[i], 0);
		}
		read_message(box, bytes.at[i], place);
	}
}

/* ---- Threads ---- */

static void link_messages(struct box *box)
{
	cp_arena *arena = box->import->arena;
	uint32_t *parent = CP_NEW_ARRAY(arena, uint32_t, box->messages.len);
	for (size_t i = 0; i < box->messages.len; i++) {
		struct message *message = &box->messages.at[i];
		message->parent = cp_map_find(&box->by_id, message->last);
		/* The nearest reference that is here, if what is answered is not. */
		cp_str id;
		uint32_t nearest = message->parent;
		for (size_t at = 0; message->parent == CP_NONE
			&& (id = next_id(message->references, &at)).at;) {
			uint32_t known = cp_map_find(&box->by_id, id);
			nearest = known == CP_NONE ? nearest : known;
		}
		parent[i] = nearest;
	}
	box->root = CP_NEW_ARRAY(arena, uint32_t, box->messages.len);
	cp_roots_find(parent, box->root, box->messages.len);
}

/* The name of the thread: its first message's, or what that one refers to first. */
static cp_str thread_name(const struct box *box, uint32_t index)
{
	const struct message *root = &box->messages.at[box->root[index]];
	cp_str first = next_id(root->references, &(size_t){0});
	return first.at ? first : root->last.at ? root->last : root->id;
}

static void report_subject(struct box *box, const struct message *message)
{
	if (cp_import_may_report(box->import))
		cp_diag_add(box->import->diags, CP_GUESSED, message->place,
			"a message refers to none, and is taken for an answer to the "
			"first with its subject, \"%.*s\"",
			CP_FMT(message->subject));
}

/* Answers of programs that write no references are known by their subject alone. */
static void join_by_subject(struct box *box)
{
	cp_map subjects = {0};
	for (uint32_t i = 0; i < box->messages.len; i++) {
		struct message *message = &box->messages.at[i];
		if (box->root[i] != i || !message->subject.len)
			continue;
		bool refers = message->last.at || message->references.at;
		uint32_t first = cp_map_find(&subjects, message->subject);
		if (first == CP_NONE)
			cp_map_add(box->import->arena, &subjects, message->subject, i);
		if (first == CP_NONE || refers || !message->repeats)
			continue;
		message->parent = first;
		message->last = box->messages.at[first].id;
		report_subject(box, message);
	}
	link_messages(box);
}

/* ---- Texts ---- */

static size_t depth_of(cp_str line)
{
	size_t depth = 0;
	for (size_t i = 0; i < line.len && (line.at[i] == '>' || line.at[i] == ' '); i++)
		depth += line.at[i] == '>';
	return line.len && line.at[0] == '>' ? depth : 0;
}

/* The last message, of those just before in the thread, by whom a line such as "On Monday Ann
 * Lee wrote:" names; what is answered, if it names nobody. */
static uint32_t author_named(const struct box *box, uint32_t index, cp_str line)
{
	uint32_t parent = box->messages.at[index].parent;
	line = trim(line, " \t\r");
	if (!line.len || line.at[line.len - 1] != ':')
		return parent;
	for (uint32_t at = index, steps = 0; at-- > 0 && steps < WITHIN; steps++) {
		cp_str author = box->messages.at[at].author;
		if (box->root[at] == box->root[index] && author.len
			&& cp_find_bytes(line, author, 0) != SIZE_MAX)
			return at;
	}
	return parent;
}

static uint32_t ancestor(const struct box *box, uint32_t index, size_t steps)
{
	while (index != CP_NONE && steps--)
		index = box->messages.at[index].parent;
	return index;
}

/* A quotation for each run of lines that are at least so deep; `quoted` is what the outermost
 * is from. */
struct quoting {
	struct box *box;
	cp_comment *comment;
	size_t open[DEEPEST_QUOTE]; /* indices of the marks of the lines before */
	size_t depth;
	uint32_t quoted;
	cp_str before; /* the last line that was no quotation and not blank */
};

static void quote_line(
	struct quoting *quoting, uint32_t index, size_t start, size_t end, size_t depth)
{
	struct box *box = quoting->box;
	cp_marks *marks = &quoting->comment->marks;
	depth = depth > DEEPEST_QUOTE ? DEEPEST_QUOTE : depth;
	if (!quoting->depth && depth)
		quoting->quoted = author_named(box, index, quoting->before);
	for (size_t d = quoting->depth; d < depth; d++) {
		uint32_t from = ancestor(box, quoting->quoted, d);
		quoting->open[d] = marks->len;
		*cp_push(box->import->arena, marks) = (cp_mark){
			.kind = CP_LIT("quotation"),
			.start = start,
			.target =
				from == CP_NONE ? (cp_str){0} : box->messages.at[from].id,
		};
	}
	quoting->depth = depth;
	for (size_t d = 0; d < depth; d++)
		marks->at[quoting->open[d]].end = end;
}

static void mark_quotations(struct box *box, cp_comment *comment, uint32_t index)
{
	struct quoting quoting = {
		.box = box, .comment = comment, .quoted = CP_NONE, .before = {0}};
	cp_str text = comment->text;
	for (size_t i = 0, end; i < text.len; i = end + 1) {
		end = cp_line_end(text, i);
		cp_str line = cp_str_part(text, i, end);
		size_t depth = depth_of(line);
		quote_line(&quoting, index, i, end, depth);
		if (!depth && trim(line, " \t\r").len)
			quoting.before = line;
	}
}

/* The text without carriage returns, without what mbox adds to lines that begin with "From ",
 * and up to the signature, which `cut` says there was. */
static cp_str clean(cp_arena *arena, cp_str text, bool *cut)
{
	cp_buf out = {0};
	for (size_t i = 0, end; i < text.len && !*cut; i = end + 1) {
		end = cp_line_end(text, i);
		cp_str line = cp_str_part(text, i, end);
		if (line.len && line.at[line.len - 1] == '\r')
			line.len--;
		*cut = cp_str_is(line, "-- ");
		size_t marks = 0;
		while (marks < line.len && line.at[marks] == '>')
			marks++;
		bool escaped = marks
			&& cp_str_starts(
				cp_str_part(line, marks, line.len), CP_LIT("From "));
		if (!*cut) {
			cp_buf_put(&out, cp_str_part(line, escaped, line.len));
			cp_buf_putc(&out, '\n');
		}
	}
	while (out.len && strchr(" \t\n", out.at[out.len - 1]))
		out.len--;
	cp_str cleaned = cp_buf_settle(arena, &out);
	return trim(cleaned, "\n");
}

static void count_once(size_t *count, cp_place *first, size_t more, cp_place place)
{
	if (!*count && more)
		*first = place;
	*count += more;
}

static void read_text(
	struct box *box, struct message *message, cp_comment *comment, uint32_t index)
{
	cp_import *import = box->import;
	cp_mail_text text = cp_mail_text_of(import->arena, &message->mail);
	bool cut = false;
	comment->text = CP_LIT("");
	if (text.html) {
		cp_rich rich = {.text = CP_LIT("")};
		cp_html_read(import->arena, text.text, &rich);
		comment->text = rich.text;
		comment->marks = rich.marks;
	} else if (text.text.len) {
		comment->text = clean(import->arena, text.text, &cut);
		mark_quotations(box, comment, index);
	}
	count_once(&box->signatures, &box->first_signature, cut, message->place);
	count_once(&box->attached, &box->first_attached, text.others, message->place);
	if (text.replaced && cp_import_may_report(import))
		cp_diag_add(import->diags, CP_BROKEN_TEXT, message->place,
			"%zu byte%s of this message could not be read, replaced by "
			"U+FFFD",
			text.replaced, text.replaced == 1 ? "" : "s");
}

static void add_message(struct box *box, uint32_t index)
{
	cp_import *import = box->import;
	struct message *message = &box->messages.at[index];
	cp_str name = thread_name(box, index);
	cp_found_thread *thread = cp_import_thread(import, name);
	thread->article = name;
	cp_str date = message->mail.fields[CP_MAIL_DATE];
	cp_found found = {
		.comment = {.source_id = message->id,
			.author = message->author.len ? message->author : (cp_str){0},
			.time = cp_time_of_mail(import->arena, date)},
		.parent = message->last,
		.inside = CP_NONE,
		.place = message->place,
	};
	read_text(box, message, &found.comment, index);
	if (!thread->thread->title.at && message->subject.len)
		thread->thread->title = message->subject;
	if (date.len && !found.comment.time.at && cp_import_may_report(import))
		cp_diag_add(import->diags, CP_LEFT_OUT, message->place,
			"left out: the date \"%.*s\", which is in no form that is known",
			CP_FMT(date));
	cp_import_add(import, thread, found);
}

/* ---- The page ---- */

static bool is_message(cp_str text)
{
	cp_arena scratch = {0};
	size_t start = 0;
	skip_blank(text, &start);
	/* A head is in the first lines; the rest need not be looked at. */
	size_t end = cp_find_bytes(text, CP_LIT("\n\n"), start);
	size_t other = cp_find_bytes(text, CP_LIT("\n\r\n"), start);
	end = other < end ? other : end;
	cp_mail mail = cp_mail_read(
		&scratch, cp_str_part(text, start, end == SIZE_MAX ? text.len : end));
	bool found = begins_field(text, start) && mail.fields[CP_MAIL_FROM].at
		&& (mail.fields[CP_MAIL_DATE].at || mail.fields[CP_MAIL_ID].at);
	cp_arena_clear(&scratch);
	return found;
}

bool cp_mbox_recognise(const cp_page *page)
{
	cp_str text = page->source->text;
	size_t start = 0;
	skip_blank(text, &start);
	return begins_message(cp_str_part(text, start, text.len), 0) || is_message(text);
}

static void report_counts(const struct box *box)
{
	cp_diags *diags = box->import->diags;
	if (box->signatures)
		cp_diag_add(diags, CP_LEFT_OUT, box->first_signature,
			"left out: the signature%s of %zu message%s",
			box->signatures == 1 ? "" : "s", box->signatures,
			box->signatures == 1 ? "" : "s");
	if (box->attached)
		cp_diag_add(diags, CP_LEFT_OUT, box->first_attached,
			"left out: %zu part%s of messages beside their text, such as "
			"what is attached",
			box->attached, box->attached == 1 ? "" : "s");
}

bool cp_mbox_read(cp_import *import)
{
	struct box box = {.import = import};
	read_messages(&box);
	if (!box.messages.len || !box.messages.at[0].mail.fields[CP_MAIL_FROM].at)
		return false;
	link_messages(&box);
	join_by_subject(&box);
	for (uint32_t i = 0; i < box.messages.len; i++)
		add_message(&box, i);
	report_counts(&box);
	return true;
}
