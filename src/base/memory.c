#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	FIRST_CHUNK = 16 << 10,
	LAST_CHUNK = 4 << 20, /* past this, doubling wastes more than it saves */
};

struct cp_chunk {
	struct cp_chunk *older;
	alignas(max_align_t) char bytes[];
};

_Noreturn static void out_of_memory(void)
{
	fputs("counterpoint: out of memory\n", stderr);
	abort();
}

void *cp_xmalloc(size_t size)
{
	void *piece = malloc(size ? size : 1);
	if (!piece)
		out_of_memory();
	return piece;
}

void *cp_xrealloc(void *old, size_t size)
{
	void *piece = realloc(old, size ? size : 1);
	if (!piece)
		out_of_memory();
	return piece;
}

static void add_chunk(cp_arena *arena, size_t size)
{
	if (size > SIZE_MAX - sizeof(struct cp_chunk))
		out_of_memory();
	struct cp_chunk *chunk = cp_xmalloc(sizeof *chunk + size);
	chunk->older = arena->chunk;
	arena->chunk = chunk;
	arena->left = size;
}

void *cp_alloc(cp_arena *arena, size_t size)
{
	enum { ALIGN = alignof(max_align_t) };
	if (size > SIZE_MAX - ALIGN)
		out_of_memory();
	size = (size + ALIGN - 1) / ALIGN * ALIGN;
#ifdef CP_ARENA_MALLOC
	add_chunk(arena, size);
	char *piece = arena->chunk->bytes;
#else
	if (size > arena->left || !arena->chunk) {
		size_t chunk = arena->next_size ? arena->next_size : FIRST_CHUNK;
		add_chunk(arena, size > chunk ? size : chunk);
		arena->next_size = chunk < LAST_CHUNK ? chunk * 2 : chunk;
	}
	/* A chunk is used from its end, so that `left` alone says where. */
	arena->left -= size;
	char *piece = arena->chunk->bytes + arena->left;
#endif
	return memset(piece, 0, size);
}

void *cp_alloc_array(cp_arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	return cp_alloc(arena, count * size);
}

void cp_arena_clear(cp_arena *arena)
{
	for (struct cp_chunk *chunk = arena->chunk, *older; chunk; chunk = older) {
		older = chunk->older;
		free(chunk);
	}
	*arena = (cp_arena){0};
}
