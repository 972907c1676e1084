/* Runs every file of the folders given through a fuzz target; the stand-in for libFuzzer
 * where it is not at hand. */
#define _POSIX_C_SOURCE 200809L
#include "fuzz.h"

#include "base/file.h"

#include <dirent.h>

static int run_file(const char *folder, const char *name)
{
	cp_buf path = {0}, bytes = {0};
	cp_buf_printf(&path, "%s/%s", folder, name);
	int error = cp_file_read(path.at, &bytes);
	if (error)
		fprintf(stderr, "%s: %s\n", path.at, strerror(error));
	else
		LLVMFuzzerTestOneInput((const uint8_t *)cp_buf_str(&bytes).at, bytes.len);
	cp_buf_clear(&path);
	cp_buf_clear(&bytes);
	return error ? -1 : 1;
}

int main(int argc, char **argv)
{
	int count = 0;
	for (int i = 1; i < argc; i++) {
		DIR *folder = opendir(argv[i]);
		if (!folder) {
			perror(argv[i]);
			return 1;
		}
		for (struct dirent *entry; (entry = readdir(folder));) {
			if (entry->d_name[0] == '.')
				continue;
			/* Named before it runs, as it may be the last thing that is said. */
			fprintf(stderr, "%s/%s\n", argv[i], entry->d_name);
			if (run_file(argv[i], entry->d_name) < 0)
				return 1;
			count++;
		}
		closedir(folder);
	}
	printf("%d inputs\n", count);
	return 0;
}
