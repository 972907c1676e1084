/* Growable arrays of any type, in an arena: `CP_ARRAY(int) numbers = {0};
 * *cp_push(arena, &numbers) = 7;`. Growing leaves the old copy to the arena. */
#ifndef CP_BASE_ARRAY_H
#define CP_BASE_ARRAY_H

#include "base/memory.h"

#include <string.h>

#define CP_ARRAY(type) \
	struct { \
		type *at;        /* the elements */ \
		size_t len, cap; /* how many, how many fit */ \
	}

/* A pointer to a new zeroed element at the end. */
#define cp_push(arena, array) \
	((array)->len == (array)->cap \
			? (void)((array)->at = cp_array_grow((arena), (array)->at, \
					 &(array)->cap, sizeof *(array)->at)) \
			: (void)0, \
		&(array)->at[(array)->len++])

/* Room for `count` elements in all, where it is known how many there will be. */
#define cp_reserve(arena, array, count) \
	((array)->cap < (count) ? ( \
		 void)((array)->at = cp_array_move((arena), (array)->at, (array)->len, \
			       (array)->cap = (count), sizeof *(array)->at)) \
				: (void)0)

static inline void *cp_array_move(
	cp_arena *arena, void *old, size_t len, size_t cap, size_t size)
{
	void *moved = cp_alloc_array(arena, cap, size);
	if (old)
		memcpy(moved, old, len * size);
	return moved;
}

static inline void *cp_array_grow(cp_arena *arena, void *old, size_t *cap, size_t size)
{
	size_t len = *cap;
	*cap = len ? len * 2 : 8;
	return cp_array_move(arena, old, len, *cap, size);
}

#endif
