/* Markdown: any text, and nothing is put into it but what it stands for. */
#include "rich.h"

#include "text/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	cp_arena arena = {0};
	cp_buf text = {0};
	cp_rich rich;
	cp_utf8_repair(&text, (cp_str){(const char *)data, size});
	cp_markdown_read(&arena, cp_buf_str(&text), &rich);
	check_rich(&rich);
	MUST(rich.text.len <= 3 * text.len);
	cp_buf_clear(&text);
	cp_arena_clear(&arena);
	return 0;
}
