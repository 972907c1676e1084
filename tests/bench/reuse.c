/* Finds the reuse of words in texts that are apart by a byte of 0. */
#include "base/file.h"
#include "text/reuse.h"

int main(int argc, char **argv)
{
	cp_buf bytes = {0};
	cp_arena arena = {0};
	CP_ARRAY(cp_reuse_text) texts = {0};
	if (argc != 2 || cp_file_read(argv[1], &bytes) != 0)
		return 1;
	for (size_t i = 0; i < bytes.len;) {
		cp_str text = {bytes.at + i, strlen(bytes.at + i)};
		cp_quoted_list quoted = cp_quoted_find(&arena, text);
		*cp_push(&arena, &texts) = (cp_reuse_text){
			.text = text,
			.voice = (uint32_t)texts.len,
			.answers = CP_NONE,
			.quoted = quoted.list.at,
			.quoted_len = quoted.list.len,
		};
		i += text.len + 1;
	}
	cp_reuses found = cp_reuse_find(&arena, texts.at, texts.len, (cp_str){0});
	cp_arena_clear(&arena);
	cp_buf_clear(&bytes);
	return found.list.len == 0;
}
