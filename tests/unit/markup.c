#include "markup.h"

#include "base/map.h"
#include "text/find.h"

static bool is_void(cp_str name)
{
	return cp_str_is(name, "meta") || cp_str_is(name, "input")
		|| cp_str_is(name, "br") || cp_str_is(name, "img");
}

/* The end of a tag, past its ">"; attributes are name="value" without "<" in them. */
static size_t read_tag(cp_str markup, size_t at, cp_str *name, bool *closed)
{
	size_t start = at;
	while (at < markup.len && !strchr(" />\n", markup.at[at]))
		at++;
	*name = cp_str_part(markup, start, at);
	assert_true(name->len > 0);
	bool quoted_part = false;
	for (; at < markup.len && (quoted_part || markup.at[at] != '>'); at++) {
		assert_true(markup.at[at] != '<');
		if (markup.at[at] == '"')
			quoted_part = !quoted_part;
	}
	assert_true(at < markup.len);
	*closed = markup.at[at - 1] == '/' || is_void(*name);
	return at + 1;
}

void expect_well_formed(cp_str markup)
{
	cp_arena arena = {0};
	CP_ARRAY(cp_str) open = {0};
	for (size_t at = 0; at < markup.len;) {
		unsigned char byte = (unsigned char)markup.at[at];
		assert_true(byte >= 0x20 || byte == '\n' || byte == '\t' || byte == '\r');
		if (byte != '<') {
			at++;
			continue;
		}
		cp_str rest = cp_str_part(markup, at + 1, markup.len), name;
		bool closed;
		if (cp_str_starts(rest, CP_LIT("!DOCTYPE html>"))) {
			at += 15;
		} else if (cp_str_starts(rest, CP_LIT("/"))) {
			at = read_tag(markup, at + 2, &name, &closed);
			assert_true(open.len > 0);
			assert_true(cp_str_eq(name, open.at[--open.len]));
		} else {
			at = read_tag(markup, at + 1, &name, &closed);
			if (!closed)
				*cp_push(&arena, &open) = name;
			/* What is in a script is no markup, whatever it looks like. */
			if (cp_str_is(name, "script"))
				at = cp_find_bytes(markup, CP_LIT("</script>"), at);
			assert_true(at < markup.len);
		}
	}
	assert_int_equal(open.len, 0);
	cp_arena_clear(&arena);
}

static cp_str value_after(cp_str markup, size_t at)
{
	const char *end = memchr(markup.at + at, '"', markup.len - at);
	assert_non_null(end);
	return cp_str_part(markup, at, (size_t)(end - markup.at));
}

void expect_links_lead_somewhere(cp_str markup)
{
	cp_arena arena = {0};
	cp_map ids = {0};
	cp_str id = CP_LIT(" id=\""), link = CP_LIT("href=\"#");
	for (size_t at = cp_find_bytes(markup, id, 0); at != SIZE_MAX;
		at = cp_find_bytes(markup, id, at + 1)) {
		cp_str value = value_after(markup, at + id.len);
		uint32_t number = (uint32_t)ids.len;
		if (cp_map_add(&arena, &ids, value, number) != number)
			print_error("twice: %.*s\n", CP_FMT(value));
		assert_int_equal(ids.len, number + 1);
	}
	for (size_t at = cp_find_bytes(markup, link, 0); at != SIZE_MAX;
		at = cp_find_bytes(markup, link, at + 1)) {
		cp_str value = value_after(markup, at + link.len);
		if (cp_map_find(&ids, value) == CP_NONE)
			print_error("nowhere: %.*s\n", CP_FMT(value));
		assert_true(cp_map_find(&ids, value) != CP_NONE);
	}
	cp_arena_clear(&arena);
}

#define EVIL \
	"</text></title></svg><script>alert(1)</script><!--\\u0001\\u001b]]>&lt;\\\" x=\\\"1 %s"

void debate_open_hostile(struct debate *debate)
{
	debate_open(debate,
		"{'counterpoint':1,'title':'" EVIL "','annotator':'" EVIL "',"
		"'thread':{'counterpoint':1,'title':'" EVIL "','language':'" EVIL
		"','comments':["
		"{'id':'" EVIL "','author':'" EVIL "','time':'" EVIL "','text':'" EVIL
		"'},"
		"{'id':'c1','text':'" EVIL " and more','reply_to':'" EVIL "'}]},"
		"'motion':{'id':'m','text':'" EVIL "'},"
		"'speakers':[{'id':'s','name':'" EVIL
		"2','comments':['c1'],'because':'" EVIL "'}],"
		"'sources':[{'id':'w','author':'" EVIL "','title':'" EVIL
		"','locator':'" EVIL "'}],"
		"'annotations':["
		"{'id':'" EVIL "a','kind':'claim','comment':'c1','quote':'" EVIL
		"','gist':'" EVIL "',"
		"'supports':{'to':'m','scheme':'" EVIL "'}},"
		"{'id':'" EVIL "b','kind':'quotation','comment':'c1','quote':'" EVIL "',"
		"'of':{'source':'w'},'attitude':'endorsed','supports':'" EVIL "a'},"
		"{'id':'" EVIL "c','kind':'rebuttal','comment':'" EVIL "','quote':'" EVIL
		"',"
		"'undercuts':'" EVIL "a','attitude':'conceded'},"
		"{'id':'" EVIL "d','kind':'claim','comment':'c1','quote':'lost " EVIL
		"','concedes':'m',"
		"'supports':'m'}]}");
}
