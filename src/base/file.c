#define _POSIX_C_SOURCE 200809L
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int read_all(int fd, bool regular, cp_buf *out)
{
	struct stat info;
	if (fstat(fd, &info) != 0)
		return errno;
	if (S_ISDIR(info.st_mode))
		return EISDIR;
	if (regular && !S_ISREG(info.st_mode))
		return EINVAL;
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

static int read_path(const char *path, int flags, bool regular, cp_buf *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | flags);
	if (fd < 0)
		return errno;
	int error = read_all(fd, regular, out);
	close(fd);
	return error;
}

int cp_file_read(const char *path, cp_buf *out)
{
	return strcmp(path, "-") == 0 ? read_all(STDIN_FILENO, false, out)
				      : read_path(path, 0, false, out);
}

int cp_file_read_regular(const char *path, cp_buf *out)
{
	/* A pipe that nobody writes to would block already when it is opened. */
	return read_path(path, O_NONBLOCK, true, out);
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

static int close_after(int fd, int error)
{
	if (close(fd) != 0 && !error)
		error = errno;
	return error;
}

/* Into the file itself: a failure may leave a part. */
static int write_directly(const char *path, int flags, cp_str data)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | flags, 0666);
	return fd < 0 ? errno : close_after(fd, write_all(fd, data));
}

/* A hidden name in the same folder, so that renaming is possible and no name is too long. */
static char *name_beside(const char *path)
{
	const char *slash = strrchr(path, '/');
	cp_buf name = {0};
	cp_buf_put(&name, (cp_str){path, slash ? (size_t)(slash - path + 1) : 0});
	cp_buf_puts(&name, ".counterpoint.XXXXXX");
	return cp_buf_detach(&name, NULL);
}

static mode_t mode_of_new_files(void)
{
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* Everything up to and with the fsync happens under another name. `old` is the file that is
 * replaced, or NULL; owner and mode stay. */
static int write_beside(const char *path, const struct stat *old, cp_str data)
{
	char *name = name_beside(path);
	int fd = mkstemp(name);
	int error = fd < 0 ? errno : write_all(fd, data);
	if (!error && old && fchown(fd, old->st_uid, old->st_gid) != 0)
		error = errno;
	if (!error && fchmod(fd, old ? old->st_mode & 07777 : mode_of_new_files()) != 0)
		error = errno;
	if (!error && fsync(fd) != 0)
		error = errno;
	if (fd >= 0)
		error = close_after(fd, error);
	if (!error && rename(name, path) != 0)
		error = errno;
	if (error && fd >= 0)
		unlink(name);
	free(name);
	return error;
}

static bool is_same_file(int fd, const struct stat *file)
{
	struct stat open_file;
	return fstat(fd, &open_file) == 0 && open_file.st_dev == file->st_dev
		&& open_file.st_ino == file->st_ino;
}

/* Over a file that is there. One that has other names, or is named by way of an open
 * stream, cannot be replaced without harm: it is written into. */
static int overwrite(const char *path, const struct stat *old, cp_str data)
{
	if (S_ISDIR(old->st_mode))
		return EISDIR;
	if (is_same_file(STDOUT_FILENO, old))
		return write_all(STDOUT_FILENO, data);
	if (!S_ISREG(old->st_mode))
		return write_directly(path, 0, data);
	if (strncmp(path, "/dev/", 5) == 0 || strncmp(path, "/proc/", 6) == 0)
		return write_directly(path, O_APPEND, data);
	if (access(path, W_OK) != 0)
		return errno;
	if (old->st_nlink > 1)
		return write_directly(path, O_TRUNC, data);
	/* Through a symbolic link, it is the file that is replaced, not the link. */
	char *real = realpath(path, NULL);
	int error = real ? write_beside(real, old, data) : errno;
	free(real);
	return error;
}

int cp_file_write(const char *path, cp_str data)
{
	struct stat info;
	if (strcmp(path, "-") == 0)
		return write_all(STDOUT_FILENO, data);
	if (stat(path, &info) == 0)
		return overwrite(path, &info, data);
	if (errno != ENOENT)
		return errno;
	/* A link to what is not there yet: it is made where the link says. */
	if (lstat(path, &info) == 0)
		return write_directly(path, O_CREAT, data);
	return write_beside(path, NULL, data);
}

int cp_file_create(const char *path, cp_str data)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return errno;
	int error = close_after(fd, write_all(fd, data));
	if (error)
		unlink(path);
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

static size_t folder_len(cp_str path)
{
	while (path.len && path.at[path.len - 1] != '/')
		path.len--;
	return path.len;
}

/* The folder of a file, absolute and without links, with a slash at its end; NULL where it is
 * not there. The caller's, to free(). */
static char *real_folder(cp_str path)
{
	cp_buf folder = {0};
	cp_buf_put(&folder, cp_str_part(path, 0, folder_len(path)));
	cp_buf_putc(&folder, '.');
	char *real = realpath(folder.at, NULL);
	folder.len = 0;
	if (real) {
		cp_buf_puts(&folder, real);
		cp_buf_puts(&folder, real[1] ? "/" : "");
	}
	free(real);
	if (folder.len)
		return cp_buf_detach(&folder, NULL);
	cp_buf_clear(&folder);
	return NULL;
}

static void put_path_between(cp_buf *out, const char *from, const char *to)
{
	size_t same = 0;
	for (size_t i = 0; from[i] && from[i] == to[i]; i++)
		if (from[i] == '/')
			same = i + 1;
	for (const char *left = from + same; *left; left++)
		cp_buf_puts(out, *left == '/' ? "../" : "");
	cp_buf_puts(out, to + same);
}

cp_str cp_path_from(cp_arena *arena, cp_str from, cp_str to)
{
	char *here = real_folder(from), *there = real_folder(to);
	cp_buf path = {0};
	if (here && there) {
		put_path_between(&path, here, there);
		cp_buf_put(&path, cp_str_part(to, folder_len(to), to.len));
	} else {
		cp_buf_put(&path, to);
	}
	free(here);
	free(there);
	return cp_buf_settle(arena, &path);
}

cp_str cp_path_above(cp_arena *arena, cp_str from, const char *name)
{
	char *folder = real_folder(from);
	size_t len = folder ? strlen(folder) : 0;
	cp_buf path = {0}, seen = {0};
	bool found = false;
	for (; len && !found; len = folder_len((cp_str){folder, len - 1})) {
		path.len = 0;
		cp_buf_put(&path, (cp_str){folder, len});
		cp_buf_puts(&path, name);
		found = access(path.at, R_OK) == 0;
		cp_buf_puts(&seen, found ? name : "../");
	}
	free(folder);
	cp_buf_clear(&path);
	cp_str above = cp_buf_settle(arena, &seen);
	return found ? above : (cp_str){0};
}

/* ---- Names ---- */

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
		|| c == '-' || c == '_' || c == '.';
}

void cp_file_put_name(cp_buf *out, cp_str name, size_t most)
{
	for (size_t i = 0; i < name.len && i < most; i++)
		cp_buf_putc(out,
			is_plain(name.at[i]) && (i || name.at[i] != '.') ? name.at[i]
									 : '-');
}
