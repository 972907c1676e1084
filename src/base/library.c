#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool cp_library_open(const char *file, const cp_symbol *symbols, size_t len)
{
	void *library = dlopen(file, RTLD_LAZY);
	for (size_t i = 0; library && i < len; i++) {
		/* POSIX allows to turn an object pointer into a function; C has no word for it. */
		void *symbol = dlsym(library, symbols[i].name);
		memcpy(symbols[i].to, &symbol, sizeof symbol);
		if (!symbol)
			return false;
	}
	return library != NULL;
}
