/* Growable arrays of any type, in an arena: `CP_ARRAY(int) numbers = {0};
 * *cp_push(arena, &numbers) = 7;`. Growing leaves the old copy to the arena. */
#ifndef CP_BASE_ARRAY_H
#define CP_BASE_ARRAY_H

#include "base/memory.h"

#include <string.h>

#define CP_ARRAY(type) \
	struct { \
		type *at;               /* the elements */ \
		size_t len, cap;        /* how many, how many fit */ \
	}

/* A pointer to a new zeroed element at the end. */
#define cp_push(arena, array) \
	((array)->len == (array)->cap \
		? (void)((array)->at = cp_array_grow((arena), (array)->at, \
			&(array)->cap, sizeof *(array)->at)) \
		: (void)0, \
	 &(array)->at[(array)->len++])

static inline void *cp_array_grow(cp_arena *arena, void *old, size_t *cap, size_t size)
{
	size_t count = *cap ? *cap * 2 : 8;
	void *grown = cp_alloc_array(arena, count, size);
	if (old)
		memcpy(grown, old, *cap * size);
	*cap = count;
	return grown;
}

#endif
