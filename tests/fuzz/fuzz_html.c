/* HTML: the tree holds together, and so do the texts of it and of its nodes. */
#include "rich.h"

#include "text/html.h"

static void check_tree(const cp_html *html)
{
	const cp_html_node *nodes = html->nodes.at;
	MUST(html->nodes.len > 0 && nodes[0].end == html->nodes.len);
	for (uint32_t i = 1; i < html->nodes.len; i++) {
		size_t bad;
		MUST(nodes[i].parent < i && nodes[i].end > i);
		MUST(nodes[i].end <= nodes[nodes[i].parent].end);
		MUST(nodes[i].attributes + nodes[i].count <= html->attributes.len);
		MUST(cp_utf8_valid(nodes[i].text, &bad));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	cp_arena arena = {0};
	cp_buf text = {0};
	cp_rich rich;
	cp_utf8_repair(&text, (cp_str){(const char *)data, size});
	const cp_html *html = cp_html_parse(&arena, cp_buf_str(&text));
	check_tree(html);
	for (uint32_t i = 0; i < html->nodes.len && i < 20; i++) {
		cp_html_text(&arena, html, i, CP_HTML_FLOW, &rich);
		check_rich(&rich);
	}
	(void)cp_html_read_lines(&arena, cp_buf_str(&text), &rich);
	check_rich(&rich);
	cp_buf_clear(&text);
	cp_arena_clear(&arena);
	return 0;
}
