#define _XOPEN_SOURCE 700 /* realpath */
#include "base/input.h"

#include "base/file.h"

#include <errno.h>
#include <stdlib.h>

void cp_input_report(cp_diags *diags, cp_place place, const char *path, int error)
{
	if (error == EPERM) {
		cp_diag *diag = cp_diag_add(diags, CP_FILE, place,
			"\"%s\" was not read: this document may not name that file",
			path);
		cp_diag_hint(diags, diag,
			"put the thread inside, or name the folder of threads with "
			"--thread-root");
		return;
	}
	cp_diag_add(diags, CP_FILE, place, "cannot read \"%s\": %s", path,
		error == EINVAL ? "it is no regular file" : strerror(error));
}

bool cp_input_bytes(const cp_input *input, cp_buf *out, cp_diags *diags)
{
	int error = 0;
	if (input->text.at)
		cp_buf_put(out, input->text);
	else
		error = cp_file_read(input->path, out);
	if (error)
		cp_input_report(diags, (cp_place){0}, input->path, error);
	return !error;
}

cp_source *cp_input_read(const cp_input *input, cp_diags *diags)
{
	cp_buf text = {0};
	if (!cp_input_bytes(input, &text, diags)) {
		cp_buf_clear(&text);
		return NULL;
	}
	cp_source *source = cp_diags_add_source(diags, input->path, &text);
	source->line = input->line;
	source->is_given = input->text.at != NULL;
	source->root = input->root;
	return source;
}

cp_source *cp_input_replace(cp_diags *diags, const cp_source *source, cp_buf *text)
{
	cp_source *other = cp_diags_add_source(diags, source->name, text);
	other->line = source->line;
	other->is_given = source->is_given;
	other->root = source->root;
	return other;
}

/* Links and ".." may lead out of a folder, so it is the real places that are compared. */
static bool is_inside(const char *root, const char *path)
{
	char *folder = realpath(root, NULL), *file = realpath(path, NULL);
	size_t len = folder ? strlen(folder) : 0;
	bool inside = folder && file && strncmp(file, folder, len) == 0
		&& (file[len] == '/' || folder[len - 1] == '/');
	free(folder);
	free(file);
	return inside;
}

static int read_inside(
	cp_arena *arena, const char *root, cp_str name, cp_str *path, cp_buf *out)
{
	cp_buf folder = {0};
	*path = cp_str_copy(arena, name);
	if (!root)
		return EPERM;
	cp_buf_puts(&folder, root);
	cp_buf_putc(&folder, '/');
	*path = cp_path_beside(arena, cp_buf_str(&folder), name);
	cp_buf_clear(&folder);
	/* What is not there is not told from what is elsewhere: that is nobody's business. */
	return is_inside(root, path->at) ? cp_file_read_regular(path->at, out) : EPERM;
}

int cp_input_read_named(
	cp_arena *arena, const cp_source *from, cp_str name, cp_str *path, cp_buf *out)
{
	if (from->is_given)
		return read_inside(arena, from->root, name, path, out);
	/* Only the command line can mean the standard input by "-". */
	*path = cp_path_beside(arena, cp_str_of(from->name),
		cp_str_is(name, "-") ? CP_LIT("./-") : name);
	return cp_file_read_regular(path->at, out);
}
