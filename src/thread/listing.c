#include "base/file.h"
#include "json/document.h"
#include "thread/import.h"

enum { LONGEST_FILE_NAME = 100 }; /* bytes, without the ending */

/* Whoever is only a place is no comment, and neither is the article. */
static size_t count_comments(const cp_thread *thread)
{
	size_t count = 0;
	for (size_t i = 0; i < thread->comments.len; i++)
		count += !thread->comments.at[i].missing.at
			&& !cp_str_is(thread->comments.at[i].id, "op");
	return count;
}

void cp_import_list_text(cp_buf *out, const cp_import *import)
{
	for (size_t i = 0; i < import->threads.len; i++) {
		const cp_found_thread *thread = import->threads.at[i];
		cp_buf_put_line(out, thread->id);
		cp_buf_printf(out, "\t%zu\t", count_comments(thread->thread));
		cp_buf_put_line(out, thread->thread->title);
		cp_buf_putc(out, '\n');
	}
}

void cp_import_list_json(cp_buf *out, const cp_import *import)
{
	cp_buf_puts(out, "[");
	for (size_t i = 0; i < import->threads.len; i++) {
		const cp_found_thread *thread = import->threads.at[i];
		cp_buf_puts(out, i ? ",\n\t{ \"id\": " : "\n\t{ \"id\": ");
		cp_json_put_string(out, thread->id);
		cp_buf_printf(out, ", \"comments\": %zu", count_comments(thread->thread));
		if (thread->thread->title.at) {
			cp_buf_puts(out, ", \"title\": ");
			cp_json_put_string(out, thread->thread->title);
		}
		cp_buf_puts(out, " }");
	}
	cp_buf_puts(out, import->threads.len ? "\n]\n" : "]\n");
}

/* ---- Files ---- */

/* File systems that take "A" and "a" for the same are common. */
static cp_str lower(cp_arena *arena, cp_str name)
{
	char *copy = cp_alloc(arena, name.len + 1);
	for (size_t i = 0; i < name.len; i++)
		copy[i] = name.at[i] >= 'A' && name.at[i] <= 'Z'
			? (char)(name.at[i] - 'A' + 'a')
			: name.at[i];
	return (cp_str){copy, name.len};
}

cp_str cp_import_file_name(cp_arena *arena, cp_map *taken, cp_str id)
{
	cp_buf stem = {0}, name = {0};
	cp_file_put_name(&stem, id, LONGEST_FILE_NAME);
	if (!id.len)
		cp_buf_puts(&stem, "thread");
	for (size_t number = 1;; number = number == 1 ? taken->len + 1 : number + 1) {
		name.len = 0;
		cp_buf_put(&name, cp_buf_str(&stem));
		if (number > 1)
			cp_buf_printf(&name, "-%zu", number);
		cp_buf_puts(&name, ".json");
		cp_str key = lower(arena, cp_buf_str(&name));
		if (cp_map_find(taken, key) == CP_NONE) {
			cp_map_add(arena, taken, key, 0);
			break;
		}
	}
	cp_buf_clear(&stem);
	return cp_buf_settle(arena, &name);
}
