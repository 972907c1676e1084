#include "thread/mime.h"

#include "text/encoding.h"
#include "text/find.h"

#include <ctype.h>

enum {
	DEEPEST = 8,         /* parts in one another */
	LONGEST_WORD = 1000, /* bytes of an encoded word; RFC 2047 says 75 */
};

/* ---- Heads ---- */

static bool is_word(cp_str text, const char *word)
{
	size_t len = strlen(word);
	if (text.len < len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (tolower((unsigned char)text.at[i]) != word[i])
			return false;
	return true;
}

static cp_str trim(cp_str text)
{
	while (text.len && strchr(" \t\r\n", text.at[0]) && text.at[0])
		text = cp_str_part(text, 1, text.len);
	while (text.len && strchr(" \t\r\n", text.at[text.len - 1])
		&& text.at[text.len - 1])
		text.len--;
	return text;
}

static size_t line_end(cp_str text, size_t i)
{
	const char *newline =
		i < text.len ? memchr(text.at + i, '\n', text.len - i) : NULL;
	return newline ? (size_t)(newline - text.at) : text.len;
}

/* The end of a field: of its first line and those that go on with it, which begin blank. */
static size_t field_end(cp_str bytes, size_t i)
{
	size_t end = line_end(bytes, i);
	while (end + 1 < bytes.len
		&& (bytes.at[end + 1] == ' ' || bytes.at[end + 1] == '\t'))
		end = line_end(bytes, end + 1);
	return end;
}

/* In one line, and valid UTF-8. */
static cp_str unfold(cp_arena *arena, cp_str value)
{
	cp_buf line = {0}, out = {0};
	value = trim(value);
	for (size_t i = 0; i < value.len; i++)
		if (value.at[i] != '\r' && value.at[i] != '\n')
			cp_buf_putc(&line, value.at[i] == '\t' ? ' ' : value.at[i]);
	cp_encoding_read_as(&out, cp_buf_str(&line), (cp_str){0});
	cp_buf_clear(&line);
	return cp_buf_settle(arena, &out);
}

static void read_field(cp_arena *arena, cp_mail *mail, cp_str field)
{
	static const char *const names[CP_MAIL_FIELDS] = {
		[CP_MAIL_FROM] = "from:",
		[CP_MAIL_DATE] = "date:",
		[CP_MAIL_SUBJECT] = "subject:",
		[CP_MAIL_ID] = "message-id:",
		[CP_MAIL_IN_REPLY_TO] = "in-reply-to:",
		[CP_MAIL_REFERENCES] = "references:",
		[CP_MAIL_TYPE] = "content-type:",
		[CP_MAIL_TRANSFER] = "content-transfer-encoding:",
		[CP_MAIL_DISPOSITION] = "content-disposition:",
	};
	for (size_t i = 0; i < CP_MAIL_FIELDS; i++)
		if (!mail->fields[i].at && is_word(field, names[i]))
			mail->fields[i] = unfold(
				arena, cp_str_part(field, strlen(names[i]), field.len));
}

cp_mail cp_mail_read(cp_arena *arena, cp_str bytes)
{
	cp_mail mail = {0};
	size_t i = 0;
	while (i < bytes.len) {
		size_t end = field_end(bytes, i);
		cp_str field = cp_str_part(bytes, i, end);
		i = end < bytes.len ? end + 1 : end;
		if (!trim(field).len)
			break;
		read_field(arena, &mail, field);
	}
	mail.body = cp_str_part(bytes, i, bytes.len);
	return mail;
}

/* ---- Encodings ---- */

static int hex_of(char c)
{
	return c >= '0' && c <= '9'    ? c - '0'
		: c >= 'A' && c <= 'F' ? c - 'A' + 10
		: c >= 'a' && c <= 'f' ? c - 'a' + 10
				       : -1;
}

/* Quoted-printable; in words of heads, "_" is a space. A "=" that stands for nothing stays. */
static void put_quoted(cp_buf *out, cp_str text, bool word)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		size_t left = text.len - i;
		int high = c == '=' && left > 2 ? hex_of(text.at[i + 1]) : -1;
		int low = high >= 0 ? hex_of(text.at[i + 2]) : -1;
		if (low >= 0) {
			cp_buf_putc(out, (char)(high * 16 + low));
			i += 2;
		} else if (c == '=' && left > 1 && text.at[i + 1] == '\n') {
			i++;
		} else if (c == '=' && left > 2 && text.at[i + 1] == '\r'
			&& text.at[i + 2] == '\n') {
			i += 2;
		} else {
			cp_buf_putc(out, word && c == '_' ? ' ' : c);
		}
	}
}

static int sextet_of(char c)
{
	return c >= 'A' && c <= 'Z'    ? c - 'A'
		: c >= 'a' && c <= 'z' ? c - 'a' + 26
		: c >= '0' && c <= '9' ? c - '0' + 52
		: c == '+'             ? 62
		: c == '/'             ? 63
				       : -1;
}

/* Base64; what is none of its letters is skipped. */
static void put_base64(cp_buf *out, cp_str text)
{
	unsigned bits = 0, count = 0;
	for (size_t i = 0; i < text.len && text.at[i] != '='; i++) {
		int sextet = sextet_of(text.at[i]);
		if (sextet < 0)
			continue;
		bits = (bits << 6 | (unsigned)sextet) & 0xffffff;
		count += 6;
		if (count < 8)
			continue;
		count -= 8;
		cp_buf_putc(out, (char)(bits >> count & 0xff));
	}
}

/* ---- Words ---- */

struct word {
	cp_str charset, text;
	char encoding;
	size_t end; /* the byte after it */
};

/* "=?charset?q?text?=" at byte `i`. */
static bool read_word(cp_str field, size_t i, struct word *word)
{
	if (!cp_str_starts(cp_str_part(field, i, field.len), CP_LIT("=?")))
		return false;
	if (field.len > i + LONGEST_WORD)
		field.len = i + LONGEST_WORD;
	size_t charset = cp_find_bytes(field, CP_LIT("?"), i + 2);
	if (charset == SIZE_MAX || charset + 3 >= field.len
		|| field.at[charset + 2] != '?')
		return false;
	size_t end = cp_find_bytes(field, CP_LIT("?="), charset + 3);
	if (end == SIZE_MAX)
		return false;
	*word = (struct word){
		.charset = cp_str_part(field, i + 2, charset),
		.encoding = (char)tolower((unsigned char)field.at[charset + 1]),
		.text = cp_str_part(field, charset + 3, end),
		.end = end + 2,
	};
	const char *language = memchr(word->charset.at, '*', word->charset.len);
	if (language)
		word->charset.len = (size_t)(language - word->charset.at);
	return (word->encoding == 'q' || word->encoding == 'b')
		&& !memchr(word->text.at, ' ', word->text.len);
}

static void put_word(cp_buf *out, const struct word *word)
{
	cp_buf raw = {0};
	if (word->encoding == 'q')
		put_quoted(&raw, word->text, true);
	else
		put_base64(&raw, word->text);
	cp_encoding_read_as(out, cp_buf_str(&raw), word->charset);
	cp_buf_clear(&raw);
}

cp_str cp_mail_words(cp_arena *arena, cp_str field)
{
	cp_buf out = {0};
	size_t from = 0;
	bool after_word = false;
	for (size_t i = 0; i < field.len;) {
		struct word word;
		if (!read_word(field, i, &word)) {
			i++;
			continue;
		}
		cp_str between = cp_str_part(field, from, i);
		/* Blanks between two words belong to neither. */
		if (!after_word || trim(between).len)
			cp_buf_put(&out, between);
		put_word(&out, &word);
		after_word = true;
		i = from = word.end;
	}
	cp_buf_put(&out, cp_str_part(field, from, field.len));
	return cp_buf_settle(arena, &out);
}

/* ---- Parts ---- */

/* `name=value` or `name="value"` among the parameters of a field; none if it is not there. */
static cp_str parameter_of(cp_str field, const char *name)
{
	size_t len = strlen(name);
	for (size_t i = 0; i < field.len; i++) {
		if (field.at[i] != ';')
			continue;
		cp_str rest = trim(cp_str_part(field, i + 1, field.len));
		if (!is_word(rest, name) || rest.len <= len || rest.at[len] != '=')
			continue;
		rest = cp_str_part(rest, len + 1, rest.len);
		bool quoted = rest.len && rest.at[0] == '"';
		rest = cp_str_part(rest, quoted, rest.len);
		size_t end = 0;
		while (end < rest.len && rest.at[end] != '"'
			&& (quoted || !strchr("; \t", rest.at[end])))
			end++;
		return cp_str_part(rest, 0, end);
	}
	return (cp_str){0};
}

static void decode(cp_arena *arena, const cp_mail *part, cp_mail_text *text)
{
	cp_buf raw = {0}, out = {0};
	cp_str transfer = part->fields[CP_MAIL_TRANSFER];
	if (is_word(transfer, "quoted-printable"))
		put_quoted(&raw, part->body, false);
	else if (is_word(transfer, "base64"))
		put_base64(&raw, part->body);
	else
		cp_buf_put(&raw, part->body);
	cp_encoding encoding = cp_encoding_read_as(&out, cp_buf_str(&raw),
		parameter_of(part->fields[CP_MAIL_TYPE], "charset"));
	text->replaced += encoding.replaced;
	text->text = cp_buf_settle(arena, &out);
	cp_buf_clear(&raw);
}

struct choice {
	cp_mail plain, html;
	bool has_plain, has_html;
	size_t others;
};

/* Is it the line before a part, "--boundary", or `last`, after all of them, "--boundary--"? */
static bool is_boundary(cp_str line, cp_str boundary, bool *last)
{
	if (line.len < boundary.len + 2 || line.at[0] != '-' || line.at[1] != '-'
		|| memcmp(line.at + 2, boundary.at, boundary.len) != 0)
		return false;
	cp_str rest = trim(cp_str_part(line, boundary.len + 2, line.len));
	*last = cp_str_starts(rest, CP_LIT("--"));
	return *last || !rest.len;
}

static void look_at(
	cp_arena *arena, const cp_mail *part, struct choice *choice, int depth);

/* Without its last boundary a mail is cut off, and its last part counts. */
static void look_at_parts(cp_arena *arena, const cp_mail *mail, cp_str boundary,
	struct choice *choice, int depth)
{
	cp_str body = mail->body;
	size_t start = SIZE_MAX, i = 0;
	for (bool last = false; i <= body.len && !last;) {
		size_t end = line_end(body, i);
		bool found = i < body.len
			? is_boundary(cp_str_part(body, i, end), boundary, &last)
			: (last = true);
		if (found && start != SIZE_MAX) {
			size_t part_end = i > start && i < body.len ? i - 1 : i;
			cp_mail part =
				cp_mail_read(arena, cp_str_part(body, start, part_end));
			look_at(arena, &part, choice, depth + 1);
		}
		i = end < body.len ? end + 1 : body.len;
		start = found ? i : start;
	}
}

static void look_at(
	cp_arena *arena, const cp_mail *part, struct choice *choice, int depth)
{
	cp_str type = part->fields[CP_MAIL_TYPE];
	cp_str boundary = parameter_of(type, "boundary");
	bool attached = is_word(part->fields[CP_MAIL_DISPOSITION], "attachment");
	if (is_word(type, "multipart/") && boundary.len) {
		if (depth < DEEPEST)
			look_at_parts(arena, part, boundary, choice, depth);
	} else if (!attached && (!type.at || is_word(type, "text/plain"))
		&& !choice->has_plain) {
		choice->plain = *part;
		choice->has_plain = true;
	} else if (!attached && is_word(type, "text/html") && !choice->has_html) {
		choice->html = *part;
		choice->has_html = true;
	} else {
		choice->others++;
	}
}

cp_mail_text cp_mail_text_of(cp_arena *arena, const cp_mail *mail)
{
	struct choice choice = {0};
	look_at(arena, mail, &choice, 0);
	cp_mail_text text = {
		.html = !choice.has_plain && choice.has_html, .others = choice.others};
	if (choice.has_plain || choice.has_html)
		decode(arena, choice.has_plain ? &choice.plain : &choice.html, &text);
	return text;
}
