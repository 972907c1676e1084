#include "base/map.h"

#include <assert.h>

struct cp_map_slot {
	cp_str key;    /* at == NULL: free */
	uint32_t hash; /* to skip most comparisons */
	uint32_t value;
};

/* Eight bytes a step, each mixed by a multiplication: short ids take two or three. */
static uint32_t hash_key(uint64_t seed, cp_str key)
{
	uint64_t hash = seed ^ key.len;
	for (size_t i = 0; i < key.len; i += 8) {
		uint64_t word = 0;
		memcpy(&word, key.at + i, key.len - i < 8 ? key.len - i : 8);
		hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
		hash ^= hash >> 32;
	}
	return (uint32_t)hash;
}

static struct cp_map_slot *find_slot(const cp_map *map, cp_str key, uint32_t hash)
{
	for (size_t i = hash & (map->cap - 1);; i = (i + 1) & (map->cap - 1)) {
		struct cp_map_slot *slot = &map->slots[i];
		if (!slot->key.at || (slot->hash == hash && cp_str_eq(slot->key, key)))
			return slot;
	}
}

static void grow(cp_arena *arena, cp_map *map)
{
	cp_map bigger = {.cap = map->cap ? map->cap * 2 : 16, .len = map->len};
	/* Chosen once, as the slots keep their hashes. */
	bigger.seed = map->cap
		? map->seed
		: (uint64_t)(uintptr_t)arena->chunk * 31 + (uint64_t)(uintptr_t)&bigger;
	bigger.slots = CP_NEW_ARRAY(arena, struct cp_map_slot, bigger.cap);
	for (size_t i = 0; i < map->cap; i++)
		if (map->slots[i].key.at)
			*find_slot(&bigger, map->slots[i].key, map->slots[i].hash) =
				map->slots[i];
	*map = bigger;
}

uint32_t cp_map_find(const cp_map *map, cp_str key)
{
	if (!map->len || !key.at)
		return CP_NONE;
	struct cp_map_slot *slot = find_slot(map, key, hash_key(map->seed, key));
	return slot->key.at ? slot->value : CP_NONE;
}

uint32_t cp_map_add(cp_arena *arena, cp_map *map, cp_str key, uint32_t value)
{
	assert(key.at);
	if (map->len + 1 > map->cap / 4 * 3)
		grow(arena, map);
	uint32_t hash = hash_key(map->seed, key);
	struct cp_map_slot *slot = find_slot(map, key, hash);
	if (!slot->key.at) {
		*slot = (struct cp_map_slot){key, hash, value};
		map->len++;
	}
	return slot->value;
}
