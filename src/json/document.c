#include "json/document.h"

#include "json/syntax.h"
#include "text/utf8.h"

#include <jansson.h>
#include <pthread.h>

/* jansson's words for what the parser met, in ours. */
static void report_syntax(
	cp_document *document, const json_error_t *error, cp_diags *diags)
{
	static const struct {
		enum json_error_code jansson;
		cp_code code;
		const char *message, *hint;
	} known[] = {
		{json_error_invalid_utf8, CP_JSON_ENCODING, "the text is not valid UTF-8",
			"save the file as UTF-8"},
		{json_error_premature_end_of_input, CP_JSON_SYNTAX,
			"the file ends before the JSON does",
			"a closing quotation mark, ] or } is missing"},
		{json_error_duplicate_key, CP_DUPLICATE_KEY,
			"this object has a property of that name already",
			"several targets of one kind go into one array"},
		{json_error_stack_overflow, CP_TOO_DEEP,
			"arrays and objects are nested more than 2048 deep", NULL},
		{json_error_end_of_input_expected, CP_JSON_SYNTAX,
			"something follows the end of the JSON", NULL},
		{json_error_numeric_overflow, CP_JSON_SYNTAX, "a number is too large",
			NULL},
		{json_error_null_character, CP_JSON_SYNTAX,
			"a text must not contain \\u0000", NULL},
	};
	size_t end = (size_t)(error->position < 0 ? 0 : error->position);
	if (end > document->source->text.len)
		end = document->source->text.len;
	cp_place place = cp_json_token_at(document->source, end), twin;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].jansson == json_error_code(error)) {
			cp_diag *diag = cp_diag_add(
				diags, known[i].code, place, "%s", known[i].message);
			if (known[i].hint)
				cp_diag_hint(diags, diag, "%s", known[i].hint);
			if (known[i].code == CP_DUPLICATE_KEY
				&& cp_json_find_twin(document->source, &place, &twin))
				cp_diag_also(diags, diag, twin, "it is here");
			return;
		}
	cp_json_report_syntax(document->source, end, error->text, diags);
}

static const char *find_zero(cp_str text)
{
	return text.len ? memchr(text.at, '\0', text.len) : NULL;
}

static bool report_zero(cp_document *document, cp_diags *diags)
{
	const char *zero = find_zero(document->source->text);
	if (!zero)
		return false;
	size_t at = (size_t)(zero - document->source->text.at);
	cp_diag *diag = cp_diag_add(diags, CP_JSON_SYNTAX,
		cp_place_bytes(document->source, at, at + 1),
		"a byte 0x00 has no place in JSON");
	cp_diag_hint(diags, diag, "if the file is UTF-16, save it as UTF-8");
	return true;
}

/* What stops jansson in ways that its messages do not explain. True if it was reported. */
static bool report_encoding(cp_document *document, cp_diags *diags)
{
	cp_str text = document->source->text;
	size_t blank = 0, bad;
	while (blank < text.len && strchr(" \t\r\n", text.at[blank]) && text.at[blank])
		blank++;
	cp_place top = cp_place_bytes(document->source, 0, 0);
	if (blank == text.len) {
		cp_diag *diag =
			cp_diag_add(diags, CP_JSON_SYNTAX, top, "the file is empty");
		cp_diag_hint(diags, diag, "the least there can be is {}");
		return true;
	}
	if (cp_str_starts(text, CP_LIT("\xef\xbb\xbf"))) {
		cp_diag *diag = cp_diag_add(diags, CP_JSON_ENCODING, top,
			"the file begins with a byte order mark");
		cp_diag_hint(diags, diag, "save it as UTF-8 without one");
		return true;
	}
	if (cp_utf8_valid(text, &bad))
		return report_zero(document, diags);
	bool wide = cp_str_starts(text, CP_LIT("\xff\xfe"))
		|| cp_str_starts(text, CP_LIT("\xfe\xff"));
	cp_diag *diag = cp_diag_add(diags, CP_JSON_ENCODING,
		cp_place_bytes(document->source, bad, bad + 1),
		"byte 0x%02x is not UTF-8", (unsigned char)text.at[bad]);
	cp_diag_hint(diags, diag,
		wide ? "the file is UTF-16: save it as UTF-8" : "save the file as UTF-8");
	return true;
}

/* ---- Memory ----
 *
 * A large document is a million small values, and to allocate and free each takes a third of
 * the time of reading it. While a document is parsed, jansson gets its memory from the
 * document's arena, and nothing is freed before all of it is. Whatever else jansson does, in
 * this thread or in others, goes to where it went before. */

static _Thread_local cp_arena *parsing; /* where to; NULL: nothing is parsed */
static json_malloc_t outer_malloc;
static json_free_t outer_free;

static void *allocate(size_t size)
{
	return parsing ? cp_alloc(parsing, size) : outer_malloc(size);
}

static void release(void *piece)
{
	if (!parsing)
		outer_free(piece);
}

/* The program around the library may have set functions of its own since. */
static void take_over(void)
{
	static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
	json_malloc_t current;
	json_free_t current_free;
	pthread_mutex_lock(&mutex);
	json_get_alloc_funcs(&current, &current_free);
	if (current != allocate) {
		outer_malloc = current;
		outer_free = current_free;
		json_set_alloc_funcs(allocate, release);
	}
	pthread_mutex_unlock(&mutex);
}

json_t *cp_json_parse(cp_arena *arena, cp_str text, size_t flags, json_error_t *error)
{
	take_over();
	parsing = arena;
	json_t *root = json_loadb(text.at, text.len, flags, error);
	parsing = NULL;
	return root;
}

/* ---- Reading ---- */

static void read_document(
	cp_document *document, cp_source *source, size_t flags, cp_diags *diags)
{
	json_error_t error = {0};
	source->locate = cp_json_locate;
	*document = (cp_document){.source = source};
	/* jansson skips a byte 0x00 that follows a number; what it accepts must be JSON, as
	 * values are looked for in the text. */
	flags |= JSON_REJECT_DUPLICATES;
	document->root = find_zero(source->text)
		? NULL
		: cp_json_parse(&document->values, source->text, flags, &error);
	/* Numbers of more than 63 bits are read as doubles, where any number is welcome. */
	if (!document->root && (flags & JSON_DECODE_ANY)
		&& json_error_code(&error) == json_error_numeric_overflow)
		document->root = cp_json_parse(&document->values, source->text,
			flags | JSON_DECODE_INT_AS_REAL, &error);
	if (!document->root && !report_encoding(document, diags))
		report_syntax(document, &error, diags);
}

void cp_document_init(cp_document *document, cp_source *source, cp_diags *diags)
{
	read_document(document, source, 0, diags);
}

void cp_document_init_any(cp_document *document, cp_source *source, cp_diags *diags)
{
	read_document(document, source, JSON_DECODE_ANY | JSON_ALLOW_NUL, diags);
}

void cp_document_clear(cp_document *document)
{
	cp_arena_clear(&document->values);
	document->root = NULL;
}

void cp_pointer_add_key(cp_buf *pointer, cp_str key)
{
	cp_buf_putc(pointer, '/');
	for (size_t i = 0; i < key.len; i++) {
		if (key.at[i] == '~' || key.at[i] == '/')
			cp_buf_puts(pointer, key.at[i] == '~' ? "~0" : "~1");
		else
			cp_buf_putc(pointer, key.at[i]);
	}
}

void cp_pointer_add_index(cp_buf *pointer, size_t index)
{
	cp_buf_printf(pointer, "/%zu", index);
}

void cp_json_put_string(cp_buf *out, cp_str text)
{
	static const char *const escapes[0x20] = {
		['\b'] = "\\b",
		['\f'] = "\\f",
		['\n'] = "\\n",
		['\r'] = "\\r",
		['\t'] = "\\t",
	};
	cp_buf_putc(out, '"');
	size_t from = 0;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.at[i];
		if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f)
			continue;
		cp_buf_put(out, cp_str_part(text, from, i));
		from = i + 1;
		if (byte == '"' || byte == '\\')
			cp_buf_printf(out, "\\%c", byte);
		else if (byte < 0x20 && escapes[byte])
			cp_buf_puts(out, escapes[byte]);
		else
			cp_buf_printf(out, "\\u%04x", byte);
	}
	cp_buf_put(out, cp_str_part(text, from, text.len));
	cp_buf_putc(out, '"');
}
