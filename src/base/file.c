#define _POSIX_C_SOURCE 200809L
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int read_all(int fd, cp_buf *out)
{
	struct stat info;
	if (fstat(fd, &info) != 0)
		return errno;
	if (S_ISDIR(info.st_mode))
		return EISDIR;
	/* One byte more than the size, so that the end is met without growing again. */
	cp_buf_room(out, S_ISREG(info.st_mode) ? (size_t)info.st_size + 1 : 1 << 16);
	for (;;) {
		size_t step = out->cap - out->len - 1;
		if (!step)
			step = 1 << 16;
		ssize_t got = read(fd, cp_buf_room(out, step), step);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			*cp_buf_room(out, 0) = '\0';
			return got < 0 ? errno : 0;
		}
		out->len += (size_t)got;
		if (out->len > CP_MOST_BYTES)
			return EFBIG;
	}
}

int cp_file_read(const char *path, cp_buf *out)
{
	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, out);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int error = read_all(fd, out);
	close(fd);
	return error;
}

static int write_all(int fd, cp_str data)
{
	while (data.len) {
		ssize_t put = write(fd, data.at, data.len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return errno;
		data = cp_str_part(data, (size_t)put, data.len);
	}
	return 0;
}

static int write_directly(const char *path, cp_str data)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int error = write_all(fd, data);
	if (close(fd) != 0 && !error)
		error = errno;
	return error;
}

/* Everything up to and with the fsync happens under another name. */
static int write_beside(const char *path, mode_t mode, cp_str data)
{
	cp_buf name = {0};
	cp_buf_printf(&name, "%s.XXXXXX", path);
	int fd = mkstemp(name.at);
	if (fd < 0) {
		int error = errno;
		cp_buf_clear(&name);
		return error;
	}
	int error = write_all(fd, data);
	if (!error && (fchmod(fd, mode) != 0 || fsync(fd) != 0))
		error = errno;
	if (close(fd) != 0 && !error)
		error = errno;
	if (!error && rename(name.at, path) != 0)
		error = errno;
	if (error)
		unlink(name.at);
	cp_buf_clear(&name);
	return error;
}

static mode_t mode_of_new_files(void)
{
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

int cp_file_write(const char *path, cp_str data)
{
	if (strcmp(path, "-") == 0)
		return write_all(STDOUT_FILENO, data);
	struct stat info;
	bool exists = stat(path, &info) == 0;
	if (exists && S_ISDIR(info.st_mode))
		return EISDIR;
	if (exists && !S_ISREG(info.st_mode))
		return write_directly(path, data);
	/* Through a symbolic link, it is the file that is replaced, not the link. */
	char *real = exists ? realpath(path, NULL) : NULL;
	int error = write_beside(real ? real : path,
		exists ? info.st_mode & 07777 : mode_of_new_files(), data);
	free(real);
	return error;
}

cp_str cp_path_beside(cp_arena *arena, cp_str base, cp_str name)
{
	size_t folder = base.len;
	while (folder && base.at[folder - 1] != '/')
		folder--;
	if (cp_str_starts(name, CP_LIT("/")))
		folder = 0;
	char *path = cp_alloc(arena, folder + name.len + 1);
	memcpy(path, base.at, folder);
	memcpy(path + folder, name.at, name.len);
	return (cp_str){path, folder + name.len};
}
