#define _DEFAULT_SOURCE /* madvise */
#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
	FIRST_CHUNK = 16 << 10,
	LAST_CHUNK = 4 << 20, /* past this, doubling wastes more than it saves */
	HUGE_PAGE = 2 << 20,
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

/* Memory for a large document is wanted soon and whole. In huge pages, where the system has
 * them, a sixth of the time of reading it is not spent on page faults. */
static void *get_pages(size_t size)
{
	void *pages = aligned_alloc(HUGE_PAGE, size);
	if (!pages)
		out_of_memory();
#ifdef MADV_HUGEPAGE
	madvise(pages, size, MADV_HUGEPAGE);
#endif
	return pages;
}

/* Room for `size` bytes at least, and the head. */
static void add_chunk(cp_arena *arena, size_t size)
{
	struct cp_chunk *chunk;
	if (size > SIZE_MAX - sizeof *chunk - HUGE_PAGE)
		out_of_memory();
	size += sizeof *chunk;
	if (size >= HUGE_PAGE)
		size = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
	chunk = size >= HUGE_PAGE ? get_pages(size) : cp_xmalloc(size);
	chunk->older = arena->chunk;
	arena->chunk = chunk;
	arena->left = size - sizeof *chunk;
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
		size_t room = chunk - sizeof(struct cp_chunk);
		add_chunk(arena, size > room ? size : room);
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
