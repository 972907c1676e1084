#include "json/schema_uri.h"

#include <ctype.h>

/* Up to the first byte of `ends`; `*at` moves behind it. */
static cp_str take_until(cp_str text, size_t *at, const char *ends)
{
	size_t start = *at;
	while (*at < text.len && !strchr(ends, text.at[*at]))
		++*at;
	return cp_str_part(text, start, *at);
}

static size_t scheme_length(cp_str text)
{
	size_t i = 0;
	if (!text.len || !isalpha((unsigned char)text.at[0]))
		return 0;
	while (i < text.len
		&& (isalnum((unsigned char)text.at[i]) || memchr("+-.", text.at[i], 3)))
		i++;
	return i < text.len && text.at[i] == ':' ? i : 0;
}

cp_uri cp_uri_parse(cp_str text)
{
	cp_uri uri = {0};
	size_t at = scheme_length(text);
	if (at)
		uri.scheme = cp_str_part(text, 0, at++);
	if (at + 1 < text.len && text.at[at] == '/' && text.at[at + 1] == '/') {
		at += 2;
		uri.authority = take_until(text, &at, "/?#");
	}
	uri.path = take_until(text, &at, "?#");
	if (at < text.len && text.at[at] == '?') {
		at++;
		uri.query = take_until(text, &at, "#");
	}
	if (at < text.len)
		uri.fragment = cp_str_part(text, at + 1, text.len);
	return uri;
}

/* Takes the last segment, and the "/" before it, off what was put since `start`. */
static void drop_segment(cp_buf *out, size_t start)
{
	while (out->len > start && out->at[--out->len] != '/')
		;
}

/* Section 5.2.4, segment by segment. A path that has no root keeps the ".." that lead out of
 * it, as it is a file's. */
static void put_without_dots(cp_buf *out, cp_str path)
{
	size_t start = out->len, kept = 0, to;
	bool rooted = path.len && path.at[0] == '/';
	for (size_t from = rooted; from <= path.len; from = to + 1) {
		for (to = from; to < path.len && path.at[to] != '/';)
			to++;
		cp_str segment = cp_str_part(path, from, to);
		bool up = cp_str_is(segment, "..");
		bool dots = cp_str_is(segment, ".") || (up && (kept || rooted));
		if (up && kept)
			drop_segment(out, start);
		if ((rooted || out->len > start) && (!dots || to == path.len))
			cp_buf_putc(out, '/');
		if (!dots)
			cp_buf_put(out, segment);
		kept = up ? kept - (kept > 0) : kept + !dots;
	}
}

static void put_merged(cp_buf *out, const cp_uri *base, cp_str path)
{
	cp_buf merged = {0};
	if (base->authority.at && !base->path.len) {
		cp_buf_putc(&merged, '/');
	} else {
		size_t end = base->path.len;
		while (end && base->path.at[end - 1] != '/')
			end--;
		cp_buf_put(&merged, cp_str_part(base->path, 0, end));
	}
	cp_buf_put(&merged, path);
	put_without_dots(out, cp_buf_str(&merged));
	cp_buf_clear(&merged);
}

static void put_scheme(cp_buf *out, const cp_uri *uri)
{
	for (size_t i = 0; i < uri->scheme.len; i++)
		cp_buf_putc(out, (char)tolower((unsigned char)uri->scheme.at[i]));
	if (uri->scheme.len)
		cp_buf_putc(out, ':');
}

static void put_after(cp_buf *out, const char *sign, cp_str part)
{
	if (!part.at)
		return;
	cp_buf_puts(out, sign);
	cp_buf_put(out, part);
}

cp_str cp_uri_resolve(cp_arena *arena, cp_str base_text, cp_str reference)
{
	cp_uri base = cp_uri_parse(base_text), uri = cp_uri_parse(reference);
	cp_buf out = {0};
	bool own =
		uri.scheme.at || uri.authority.at; /* nothing of the path is the base's */
	put_scheme(&out, uri.scheme.at ? &uri : &base);
	put_after(&out, "//", own ? uri.authority : base.authority);
	if (own || (uri.path.len && uri.path.at[0] == '/'))
		put_without_dots(&out, uri.path);
	else if (uri.path.len)
		put_merged(&out, &base, uri.path);
	else
		cp_buf_put(&out, base.path);
	put_after(
		&out, "?", own || uri.path.len || uri.query.at ? uri.query : base.query);
	put_after(&out, "#", uri.fragment);
	return cp_buf_settle(arena, &out);
}

cp_str cp_uri_without_fragment(cp_str text)
{
	const char *hash = text.len ? memchr(text.at, '#', text.len) : NULL;
	return hash ? (cp_str){text.at, (size_t)(hash - text.at)} : text;
}

cp_str cp_uri_fragment(cp_str text)
{
	size_t before = cp_uri_without_fragment(text).len;
	return before < text.len ? cp_str_part(text, before + 1, text.len) : (cp_str){0};
}

cp_str cp_uri_hash(cp_str text)
{
	return cp_str_part(text, cp_uri_without_fragment(text).len, text.len);
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

cp_str cp_uri_decode(cp_arena *arena, cp_str text)
{
	cp_buf out = {0};
	if (!text.len || !memchr(text.at, '%', text.len))
		return text;
	for (size_t i = 0; i < text.len; i++) {
		int high = i + 2 < text.len ? hex_value(text.at[i + 1]) : -1;
		int low = high >= 0 ? hex_value(text.at[i + 2]) : -1;
		bool escape = text.at[i] == '%' && low >= 0;
		cp_buf_putc(&out, escape ? (char)(high * 16 + low) : text.at[i]);
		i += escape ? 2 : 0;
	}
	return cp_buf_settle(arena, &out);
}
