/* Libraries that are opened only when what they do is wanted, as loading them takes longer than
 * a check does. They stay open for the life of the process. */
#ifndef CP_BASE_LIBRARY_H
#define CP_BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cp_symbol {
	const char *name;
	void *to; /* points to the pointer to the function, which is set */
} cp_symbol;

/* Opens a library, such as "libxml2.so.2", and sets all pointers to what is wanted of it. False
 * where the library or one of the functions is not there. */
bool cp_library_open(const char *file, const cp_symbol *symbols, size_t len);

#endif
