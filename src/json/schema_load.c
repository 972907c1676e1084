/* Schemas in files: one by its path, and those beside it that it refers to.
 *
 * A file's URI is its path as it was given, with what has a meaning in URIs escaped, so that
 * relative references work as they stand. Where it has a `$id`, its neighbours are looked for
 * under the neighbours of that, too. */
#include "json/schema_files.h"
#include "json/schema_uri.h"

#include "base/file.h"

static cp_str uri_of_path(cp_arena *arena, const char *path)
{
	cp_buf uri = {0};
	for (; *path; path++) {
		unsigned char c = (unsigned char)*path;
		bool plain = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		plain |= (c >= '0' && c <= '9') || strchr("/._~-", c);
		cp_buf_printf(&uri, plain ? "%c" : "%%%02X", c);
	}
	return cp_buf_settle(arena, &uri);
}

/* The path of a URI that is a file's; at == NULL: it is none. */
static cp_str path_of_uri(cp_arena *arena, cp_str uri)
{
	cp_uri parts = cp_uri_parse(uri);
	bool local = !parts.scheme.at && !parts.authority.at;
	bool file = cp_str_is(parts.scheme, "file") && !parts.authority.len;
	return (local || file) && parts.path.len
		? cp_str_copy(arena, cp_uri_decode(arena, parts.path))
		: (cp_str){0};
}

/* The text up to its last slash. */
static cp_str folder_of(cp_str text)
{
	size_t end = text.len;
	while (end && text.at[end - 1] != '/')
		end--;
	return cp_str_part(text, 0, end);
}

/* Beside a file that is known: under its folder what the URI has under that of its `$id`. */
static cp_str path_beside_known(cp_schemas *schemas, cp_str uri)
{
	for (size_t i = 0; i < schemas->paths.len; i++) {
		cp_str folder = folder_of(schemas->paths.at[i].uri);
		if (!folder.len || !cp_str_starts(uri, folder))
			continue;
		cp_str rest = cp_uri_decode(
			&schemas->arena, cp_str_part(uri, folder.len, uri.len));
		return cp_path_beside(&schemas->arena, schemas->paths.at[i].path, rest);
	}
	return (cp_str){0};
}

static cp_source *read_path(const char *path, cp_diags *diags)
{
	cp_buf text = {0};
	if (cp_file_read_regular(path, &text) == 0)
		return cp_diags_add_source(diags, path, &text);
	cp_buf_clear(&text);
	return NULL;
}

cp_source *cp_schemas_find_file(cp_schemas *schemas, cp_str uri, cp_diags *diags)
{
	if (!schemas->paths.len)
		return NULL;
	cp_str path = path_of_uri(&schemas->arena, uri);
	if (!path.at)
		path = path_beside_known(schemas, uri);
	return path.at ? read_path(path.at, diags) : NULL;
}

static cp_str add_path(cp_schemas *schemas, const char *path)
{
	cp_str uri = uri_of_path(&schemas->arena, path);
	cp_schema_path *known = cp_push(&schemas->arena, &schemas->paths);
	known->path = cp_str_copy(&schemas->arena, cp_str_of(path));
	known->uri = uri;
	return uri;
}

bool cp_schemas_add_text(
	cp_schemas *schemas, const char *path, cp_source *source, cp_diags *diags)
{
	cp_str uri = add_path(schemas, path);
	bool good = cp_schemas_add_source(schemas, uri, source, diags);
	uint32_t known = cp_map_find(&schemas->by_uri, uri);
	if (known != CP_NONE)
		schemas->paths.at[schemas->paths.len - 1].uri =
			schemas->resources.at[known]->uri;
	return good;
}

bool cp_schemas_add_file(cp_schemas *schemas, const char *path, cp_diags *diags)
{
	cp_buf text = {0};
	if (cp_map_find(&schemas->by_uri, uri_of_path(&schemas->arena, path)) != CP_NONE)
		return true;
	int error = cp_file_read(path, &text);
	if (!error)
		return cp_schemas_add_text(
			schemas, path, cp_diags_add_source(diags, path, &text), diags);
	cp_buf_clear(&text);
	cp_diag_add(diags, CP_FILE, (cp_place){0}, "cannot read \"%s\": %s", path,
		strerror(error));
	return false;
}

const cp_schema *cp_schemas_compile_file(
	cp_schemas *schemas, const char *path, cp_diags *diags)
{
	return cp_schemas_compile(schemas, uri_of_path(&schemas->arena, path), diags);
}
