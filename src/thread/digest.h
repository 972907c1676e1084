/* The digest of a text, by which one can tell later that it is still the same. The only room
 * that knows nettle. */
#ifndef CP_THREAD_DIGEST_H
#define CP_THREAD_DIGEST_H

#include "base/str.h"

#define CP_DIGEST_PREFIX "sha256:"
enum { CP_DIGEST_LEN = sizeof CP_DIGEST_PREFIX - 1 + 64 };

/* "sha256:" and the SHA-256 (FIPS 180-4) of the bytes in 64 hexadecimal digits, with a 0 at
 * the end; of `digest`. */
cp_str cp_digest(cp_str text, char digest[CP_DIGEST_LEN + 1]);

#endif
