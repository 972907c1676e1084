/* A tool of the build: `codes FILE` prints the page FILE with its part about the codes of
 * findings made anew, from src/base/diag_codes.h. `make docs` and tests/docs.sh run it.
 *
 * Each example of the table is put into the debate docs/example.json, which is checked as
 * `counterpoint check` does; the page shows what it says. An example that does not make a
 * finding of its code, or that makes another one, is an error here. */
#define _POSIX_C_SOURCE 200809L
#include "base/file.h"
#include "counterpoint.h"
#include "json/document.h"

#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

#define BEGINS "made by \"make docs\" from src/base/diag_codes.h"
#define ENDS "end of what is made"
#define FENCE "```"

static void fail(const char *what, const char *name)
{
	fprintf(stderr, "codes: %s: %s\n", name, what);
	exit(1);
}

/* ---- The example in its debate ---- */

static void put_indented(cp_buf *out, const char *text, const char *indent)
{
	for (; *text; text += strspn(text, "\n")) {
		size_t len = strcspn(text, "\n");
		cp_buf_printf(out, "%s%.*s", indent, (int)len, text);
		text += len;
		if (*text)
			cp_buf_putc(out, '\n');
	}
}

/* Where the value of the property `key` begins (or, with `name`, its name) and ends. */
static void find_property(
	cp_str text, const char *key, bool name, size_t *start, size_t *end)
{
	cp_diags diags = {0};
	cp_buf copy = {0}, pointer = {0};
	cp_buf_put(&copy, text);
	cp_pointer_add_key(&pointer, cp_str_of(key));
	cp_source *source = cp_diags_add_source(&diags, "", &copy);
	cp_json_locate(source, cp_buf_str(&pointer), false, start, end);
	if (name) {
		size_t after;
		cp_json_locate(source, cp_buf_str(&pointer), true, start, &after);
	}
	cp_buf_clear(&pointer);
	cp_diags_clear(&diags);
}

/* Adds `what` to the array or object that ends at `end`. */
static void put_at_end(
	cp_buf *out, cp_str text, size_t end, const char *what, const char *indent)
{
	size_t last = end - 1; /* past the last value */
	while (strchr(", \t\n", text.at[last - 1]))
		last--;
	cp_buf_put(out, cp_str_part(text, 0, last));
	cp_buf_puts(out, ",\n");
	put_indented(out, what, indent);
	cp_buf_printf(out, "\n%.*s", (int)strlen(indent) - 1, indent);
	cp_buf_put(out, cp_str_part(text, end - 1, text.len));
}

/* Items come after the debate's own. */
static void put_with_items(cp_buf *out, cp_str debate, const char *items)
{
	size_t start, end;
	find_property(debate, "annotations", false, &start, &end);
	put_at_end(out, debate, end, items, "\t\t");
}

/* Properties take the place of the debate's own of the same name. */
static void put_with_properties(cp_buf *out, cp_str debate, const char *properties)
{
	cp_buf object = {0}, rest = {0};
	cp_buf_printf(&object, "{%s}", properties);
	json_t *added = json_loads(object.at, 0, NULL);
	json_t *own = json_loadb(debate.at, debate.len, 0, NULL);
	const char *key;
	json_t *value;
	size_t start, end;
	cp_buf_put(&rest, debate);
	json_object_foreach(added, key, value) if (json_object_get(own, key))
	{
		find_property(cp_buf_str(&rest), key, true, &start, &end);
		end += strspn(rest.at + end, ", \t\n");
		memmove(rest.at + start, rest.at + end, rest.len - end + 1);
		rest.len -= end - start;
	}
	end = (size_t)(strrchr(rest.at, '}') + 1 - rest.at);
	put_at_end(out, cp_buf_str(&rest), end, properties, "\t");
	json_decref(added);
	json_decref(own);
	cp_buf_clear(&object);
	cp_buf_clear(&rest);
}

/* The messages of the example, which must be of its code alone. */
static void put_messages(cp_buf *out, cp_str debate, const cp_code_info *info)
{
	cp_diags diags = {0};
	cp_buf text = {0};
	if (info->example[0] == '{')
		put_with_items(&text, debate, info->example);
	else
		put_with_properties(&text, debate, info->example);
	if (cp_file_write("debate.json", cp_buf_str(&text)) != 0)
		fail("cannot be written", "debate.json");
	counterpoint_debate_free(counterpoint_debate_load("debate.json", &diags));
	size_t before = out->len;
	cp_diags_write(&diags, out, (cp_diag_style){0});
	bool right = diags.list.len > 0;
	for (size_t i = 0; i < diags.list.len; i++)
		right &= &cp_code_infos[diags.list.at[i].code] == info;
	if (!right) {
		fputs(out->len > before ? out->at + before : "", stderr);
		fail("its example makes something else", info->code);
	}
	cp_buf_clear(&text);
	cp_diags_clear(&diags);
}

/* ---- The pages ---- */

static void put_fenced(cp_buf *out, const char *language, cp_str text)
{
	cp_buf_printf(out, "\n" FENCE "%s\n%.*s%s" FENCE "\n", language, CP_FMT(text),
		text.len && text.at[text.len - 1] == '\n' ? "" : "\n");
}

static void put_page(cp_buf *out, cp_str debate)
{
	put_fenced(out, "json", debate);
	for (size_t i = 0; i < CP_CODES; i++) {
		const cp_code_info *info = &cp_code_infos[i];
		cp_buf_printf(out, "\n### %s\n\n*%s.* %s\n", info->code,
			cp_severity_names[info->severity], info->means);
		if (info->example) {
			cp_buf messages = {0};
			put_messages(&messages, debate, info);
			put_fenced(out, "json", cp_str_of(info->example));
			put_fenced(out, "", cp_buf_str(&messages));
			cp_buf_clear(&messages);
		}
		cp_buf_printf(out, "\n%s\n", info->remedy);
	}
	cp_buf_putc(out, '\n');
}

/* For troff: hyphens that are to be copied, and no command at the start of a line. */
static void put_troff(cp_buf *out, const char *text)
{
	for (; *text; text++)
		switch (*text) {
		case '\\':
			cp_buf_puts(out, "\\e");
			break;
		case '-':
			cp_buf_puts(out, "\\-");
			break;
		case '`':
			break;
		default:
			cp_buf_putc(out, *text);
		}
}

static void put_manual(cp_buf *out, cp_str debate)
{
	(void)debate;
	for (size_t i = 0; i < CP_CODES; i++) {
		const cp_code_info *info = &cp_code_infos[i];
		cp_buf_puts(out, ".TP\n.BR ");
		put_troff(out, info->code);
		cp_buf_printf(out, " \" (%s)\"\n", cp_severity_names[info->severity]);
		put_troff(out, info->means);
		cp_buf_putc(out, '\n');
	}
}

static const struct {
	const char *ending;
	void (*put)(cp_buf *out, cp_str debate);
} pages[] = {{".md", put_page}, {".1", put_manual}};

static bool ends_with(const char *path, const char *ending)
{
	size_t len = strlen(path), tail = strlen(ending);
	return len >= tail && strcmp(path + len - tail, ending) == 0;
}

static cp_buf read_file(const char *path)
{
	cp_buf text = {0};
	if (cp_file_read(path, &text) != 0)
		fail("cannot be read", path);
	cp_buf_putc(&text, '\0');
	text.len--;
	return text;
}

int main(int argc, char **argv)
{
	if (argc != 2)
		fail("usage: codes FILE", "the command line");
	cp_buf page = read_file(argv[1]), debate = read_file("docs/example.json");
	cp_buf out = {0};
	char folder[] = "/tmp/counterpoint.XXXXXX";
	const char *begins = strstr(page.at, BEGINS);
	const char *ends = begins ? strstr(begins, ENDS) : NULL;
	if (!ends || !(begins = strchr(begins, '\n')))
		fail("there are no lines \"" BEGINS "\" and \"" ENDS "\"", argv[1]);
	while (ends[-1] != '\n')
		ends--;
	if (!mkdtemp(folder) || chdir(folder) != 0)
		fail("cannot be made", folder);
	cp_buf_put(&out, (cp_str){page.at, (size_t)(begins + 1 - page.at)});
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (ends_with(argv[1], pages[i].ending))
			pages[i].put(&out, cp_buf_str(&debate));
	cp_buf_puts(&out, ends);
	unlink("debate.json");
	rmdir(folder);
	fwrite(out.at, 1, out.len, stdout);
	cp_buf_clear(&page);
	cp_buf_clear(&debate);
	cp_buf_clear(&out);
	return fflush(stdout) == 0 ? 0 : 1;
}
