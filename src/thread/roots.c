#include "thread/roots.h"

/* Up to a thing whose root is known, to the top, or to where this way came from; then the same
 * way again, with the root. */
static void find_root(const uint32_t *parent, uint32_t *root, uint32_t *seen, uint32_t i)
{
	uint32_t top = i;
	while (root[top] == CP_NONE && seen[top] != i && parent[top] != CP_NONE) {
		seen[top] = i;
		top = parent[top];
	}
	uint32_t found = root[top] == CP_NONE ? top : root[top];
	for (uint32_t at = i; at != CP_NONE && root[at] == CP_NONE; at = parent[at])
		root[at] = found;
}

void cp_roots_find(const uint32_t *parent, uint32_t *root, size_t count)
{
	cp_arena scratch = {0};
	uint32_t *seen = CP_NEW_ARRAY(&scratch, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		root[i] = seen[i] = CP_NONE;
	for (uint32_t i = 0; i < count; i++)
		find_root(parent, root, seen, i);
	cp_arena_clear(&scratch);
}
