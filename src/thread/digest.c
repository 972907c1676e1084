#include "thread/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

cp_str cp_digest(cp_str text, char digest[CP_DIGEST_LEN + 1])
{
	struct sha256_ctx context;
	uint8_t bytes[SHA256_DIGEST_SIZE];
	cp_str prefix = CP_LIT(CP_DIGEST_PREFIX);
	sha256_init(&context);
	sha256_update(&context, text.len, (const uint8_t *)text.at);
	sha256_digest(&context, sizeof bytes, bytes);
	memcpy(digest, prefix.at, prefix.len);
	base16_encode_update(digest + prefix.len, sizeof bytes, bytes);
	digest[CP_DIGEST_LEN] = '\0';
	return (cp_str){digest, CP_DIGEST_LEN};
}
