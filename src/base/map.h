/* A map from text to a number: open addressing, power-of-two size. Keys are borrowed and
 * must outlive the map. Nothing depends on the order in it. */
#ifndef CP_BASE_MAP_H
#define CP_BASE_MAP_H

#include "base/str.h"

#include <stdint.h>

#define CP_NONE UINT32_MAX /* "no such thing", of every kind of index */

typedef struct cp_map {
	struct cp_map_slot *slots; /* in the arena given to cp_map_add */
	size_t len, cap;
	uint64_t seed; /* differs between runs, against chosen collisions */
} cp_map;

/* The value of `key`, or CP_NONE. */
uint32_t cp_map_find(const cp_map *map, cp_str key);

/* Adds `key` unless it is there. The value that the map now holds for it. */
uint32_t cp_map_add(cp_arena *arena, cp_map *map, cp_str key, uint32_t value);

#endif
