/* On top of what each thing stands. */
#ifndef CP_THREAD_ROOTS_H
#define CP_THREAD_ROOTS_H

#include "base/map.h"

/* `parent` has of each of `count` things the one that it stands below, or CP_NONE; `root`
 * gets of each the topmost. In a circle, that is one of those in it. Linear. */
void cp_roots_find(const uint32_t *parent, uint32_t *root, size_t count);

#endif
