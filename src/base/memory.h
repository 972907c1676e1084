/* Memory: an arena that owns everything which outlives a function.
 *
 * An arena hands out memory and takes all of it back at once. Nothing here returns NULL:
 * running out of memory ends the program with a message, so no caller checks for it.
 * With CP_ARENA_MALLOC each piece is its own malloc, so that sanitizers see overruns. */
#ifndef CP_BASE_MEMORY_H
#define CP_BASE_MEMORY_H

#include <stddef.h>

#define CP_MUST_USE __attribute__((warn_unused_result))

typedef struct cp_arena {
	struct cp_chunk *chunk; /* newest chunk, linked to the older ones */
	size_t left;            /* bytes free in it */
	size_t next_size;       /* size of the next chunk, doubled up to a limit */
} cp_arena;

/* An empty arena is all zeros: `cp_arena a = {0}`. */
void cp_arena_clear(cp_arena *arena);

/* `size` bytes, zeroed, aligned for any type, owned by the arena. */
void *cp_alloc(cp_arena *arena, size_t size) __attribute__((malloc, returns_nonnull));

/* The same for an array; a product that overflows ends the program. */
void *cp_alloc_array(cp_arena *arena, size_t count, size_t size)
	__attribute__((malloc, returns_nonnull));

/* malloc and realloc that never return NULL; the result is the caller's, to free(). */
void *cp_xmalloc(size_t size) CP_MUST_USE __attribute__((returns_nonnull));
void *cp_xrealloc(void *old, size_t size) CP_MUST_USE __attribute__((returns_nonnull));

#define CP_NEW(arena, type) ((type *)cp_alloc((arena), sizeof(type)))
#define CP_NEW_ARRAY(arena, type, count) \
	((type *)cp_alloc_array((arena), (count), sizeof(type)))

#endif
