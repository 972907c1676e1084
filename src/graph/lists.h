/* Lists of many owners in one block of memory: count what each owner has, then add it. Once
 * all is added that was counted, the lists are there. */
#ifndef CP_GRAPH_LISTS_H
#define CP_GRAPH_LISTS_H

#include "graph/graph.h"

struct cp_lists {
	uint32_t *start; /* of each owner, in `all`; one more at the end. While lists are
	                  * filled, the entry after an owner's says where its next goes */
	uint32_t *all;
};

static inline struct cp_lists cp_lists_new(cp_arena *arena, size_t owners)
{
	return (struct cp_lists){.start = CP_NEW_ARRAY(arena, uint32_t, owners + 2)};
}

static inline void cp_lists_count(struct cp_lists *lists, uint32_t owner)
{
	lists->start[owner + 2]++;
}

static inline void cp_lists_ready(cp_arena *arena, struct cp_lists *lists, size_t owners)
{
	for (size_t i = 0; i < owners; i++)
		lists->start[i + 2] += lists->start[i + 1];
	lists->all = CP_NEW_ARRAY(arena, uint32_t, lists->start[owners + 1]);
}

static inline void cp_lists_add(struct cp_lists *lists, uint32_t owner, uint32_t value)
{
	lists->all[lists->start[owner + 1]++] = value;
}

static inline cp_list cp_lists_of(const struct cp_lists *lists, uint32_t owner)
{
	return (cp_list){lists->all + lists->start[owner],
		lists->start[owner + 1] - lists->start[owner]};
}

#endif
