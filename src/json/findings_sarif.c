#include "json/findings.h"

#include "json/document.h"
#include "json/writer.h"

static const char *const levels[CP_SEVERITIES] = {
	[CP_NOTE] = "note",
	[CP_HINT] = "note",
	[CP_WARNING] = "warning",
	[CP_ERROR] = "error",
};

/* A message (§3.11). */
static void write_message(cp_json_writer *json, const char *key, cp_str text)
{
	cp_json_open(json, key, '{');
	cp_json_text(json, "text", text);
	cp_json_close(json, '}');
}

/* ---- Rules (§3.49) ---- */

/* "quote-not-found" is named "QuoteNotFound". */
static void write_name(cp_json_writer *json, const char *code)
{
	cp_buf name = {0};
	bool upper = true;
	for (; *code; code++) {
		if (*code != '-')
			cp_buf_putc(&name, upper ? (char)(*code - 'a' + 'A') : *code);
		upper = *code == '-';
	}
	cp_json_text(json, "name", cp_buf_str(&name));
	cp_buf_clear(&name);
}

static void write_help(cp_json_writer *json, const cp_code_info *info)
{
	cp_buf markdown = {0};
	cp_buf_puts(&markdown, info->remedy);
	if (info->example)
		cp_buf_printf(&markdown,
			"\n\nAn example that makes this finding:\n\n```json\n%s\n```\n",
			info->example);
	cp_json_open(json, "help", '{');
	cp_json_text(json, "text", cp_str_of(info->remedy));
	cp_json_text(json, "markdown", cp_buf_str(&markdown));
	cp_json_close(json, '}');
	cp_buf_clear(&markdown);
}

static void write_rule(cp_json_writer *json, const cp_code_info *info)
{
	const char *stop = strstr(info->means, ". ");
	cp_str means = cp_str_of(info->means);
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "id", cp_str_of(info->code));
	write_name(json, info->code);
	write_message(json, "shortDescription",
		stop ? cp_str_part(means, 0, (size_t)(stop + 1 - info->means)) : means);
	write_message(json, "fullDescription", means);
	write_help(json, info);
	cp_json_open(json, "defaultConfiguration", '{');
	cp_json_text(json, "level", cp_str_of(levels[info->severity]));
	cp_json_close(json, '}');
	cp_json_close(json, '}');
}

static void write_tool(cp_json_writer *json, const char *version)
{
	json->tall += 2; /* a line for each rule, as for each result */
	cp_json_open(json, "tool", '{');
	cp_json_open(json, "driver", '{');
	cp_json_text(json, "name", CP_LIT("Counterpoint"));
	cp_json_text(json, "version", cp_str_of(version));
	cp_json_open(json, "rules", '[');
	for (size_t i = 0; i < CP_CODES; i++)
		write_rule(json, &cp_code_infos[i]);
	cp_json_close(json, ']');
	cp_json_close(json, '}');
	cp_json_close(json, '}');
	json->tall -= 2;
}

/* ---- Results (§3.27) ---- */

/* A name of a file as a reference (RFC 3986): relative, unless the user gave a whole path. */
static void write_uri(cp_json_writer *json, const char *name)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789-._~/";
	cp_buf uri = {0};
	cp_buf_puts(&uri, *name == '/' ? "file://" : "");
	for (; *name; name++)
		if (strchr(plain, *name))
			cp_buf_putc(&uri, *name);
		else
			cp_buf_printf(&uri, "%%%02X", (unsigned char)*name);
	cp_json_open(json, "artifactLocation", '{');
	cp_json_text(json, "uri", cp_buf_str(&uri));
	cp_json_close(json, '}');
	cp_buf_clear(&uri);
}

static void write_region(cp_json_writer *json, const char *key, const cp_place *place)
{
	cp_position start = cp_source_position(place->source, place->start);
	cp_position end = cp_source_position(place->source, place->end);
	cp_json_open(json, key, '{');
	cp_json_number(json, "startLine", start.line);
	cp_json_number(json, "startColumn", start.column);
	cp_json_number(json, "endLine", end.line);
	cp_json_number(json, "endColumn", end.column);
	cp_json_number(json, "byteOffset", place->start);
	cp_json_number(json, "byteLength", place->end - place->start);
	cp_json_close(json, '}');
}

static void write_location(
	cp_json_writer *json, const cp_place *place, const cp_str *message)
{
	cp_json_open(json, NULL, '{');
	cp_json_open(json, "physicalLocation", '{');
	write_uri(json, place->source->name);
	if (place->source->text.at)
		write_region(json, "region", place);
	cp_json_close(json, '}');
	if (place->pointer.at) {
		cp_json_open(json, "logicalLocations", '[');
		cp_json_open(json, NULL, '{');
		cp_json_text(json, "fullyQualifiedName", place->pointer);
		cp_json_text(json, "kind", cp_str_of(place->key ? "property" : "value"));
		cp_json_close(json, '}');
		cp_json_close(json, ']');
	}
	if (message)
		write_message(json, "message", *message);
	cp_json_close(json, '}');
}

static void write_text(cp_json_writer *json, const cp_diag *diag)
{
	cp_buf text = {0};
	cp_buf_put(&text, diag->message);
	if (diag->hint.len)
		cp_buf_printf(&text, "\nhint: %.*s", CP_FMT(diag->hint));
	write_message(json, "message", cp_buf_str(&text));
	cp_buf_clear(&text);
}

static void write_locations(cp_json_writer *json, const char *key, const cp_place *place,
	const cp_str *message)
{
	if (!place->source)
		return;
	cp_json_open(json, key, '[');
	write_location(json, place, message);
	cp_json_close(json, ']');
}

/* Where one result has suppressions, all must have them (§3.27.23). */
static void write_suppressions(cp_json_writer *json, bool allowed)
{
	cp_json_open(json, "suppressions", '[');
	if (allowed) {
		cp_json_open(json, NULL, '{');
		cp_json_text(json, "kind", CP_LIT("inSource"));
		cp_json_close(json, '}');
	}
	cp_json_close(json, ']');
}

/* What mends it (§3.55): the JSON text that is to stand at its place. */
static void write_fixes(cp_json_writer *json, const cp_diag *diag)
{
	cp_buf text = {0};
	cp_json_put_string(&text, diag->right);
	cp_json_open(json, "fixes", '[');
	cp_json_open(json, NULL, '{');
	cp_json_open(json, "artifactChanges", '[');
	cp_json_open(json, NULL, '{');
	write_uri(json, diag->place.source->name);
	cp_json_open(json, "replacements", '[');
	cp_json_open(json, NULL, '{');
	write_region(json, "deletedRegion", &diag->place);
	write_message(json, "insertedContent", cp_buf_str(&text));
	cp_json_close(json, '}');
	cp_json_close(json, ']');
	cp_json_close(json, '}');
	cp_json_close(json, ']');
	cp_json_close(json, '}');
	cp_json_close(json, ']');
	cp_buf_clear(&text);
}

static void write_result(cp_json_writer *json, const cp_diag *diag, bool suppressions)
{
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "ruleId", cp_str_of(cp_code_infos[diag->code].code));
	cp_json_number(json, "ruleIndex", diag->code);
	cp_json_text(json, "level", cp_str_of(levels[diag->severity]));
	write_text(json, diag);
	write_locations(json, "locations", &diag->place, NULL);
	write_locations(json, "relatedLocations", &diag->also, &diag->also_message);
	if (diag->right.at && diag->place.source)
		write_fixes(json, diag);
	if (suppressions)
		write_suppressions(json, diag->allowed);
	cp_json_close(json, '}');
}

static void write_results(cp_json_writer *json, const cp_findings *findings)
{
	size_t allowed = 0;
	for (size_t i = 0; i < findings->lists_len; i++)
		allowed += cp_diags_allowed(findings->lists[i]);
	cp_json_open(json, "results", '[');
	for (size_t i = 0; i < findings->lists_len; i++) {
		size_t count;
		const cp_diag *diag = cp_diags_sorted(findings->lists[i], true, &count);
		for (; count; count--)
			write_result(json, diag++, allowed > 0);
	}
	cp_json_close(json, ']');
}

/* ---- The run (§3.14) ---- */

static void write_invocation(cp_json_writer *json, int status)
{
	cp_json_open(json, "invocations", '[');
	cp_json_open(json, NULL, '{');
	cp_json_bool(json, "executionSuccessful", status <= 1);
	cp_json_number(json, "exitCode", (size_t)status);
	cp_json_close(json, '}');
	cp_json_close(json, ']');
}

void cp_findings_write_sarif(cp_buf *out, const cp_findings *findings)
{
	cp_json_writer json = {.out = out, .tall = 4};
	cp_json_open(&json, NULL, '{');
	cp_json_text(&json, "$schema",
		CP_LIT("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
		       "schemas/sarif-schema-2.1.0.json"));
	cp_json_text(&json, "version", CP_LIT("2.1.0"));
	cp_json_open(&json, "runs", '[');
	cp_json_open(&json, NULL, '{');
	write_tool(&json, findings->version);
	write_invocation(&json, findings->status);
	cp_json_text(&json, "columnKind", CP_LIT("unicodeCodePoints"));
	write_results(&json, findings);
	cp_json_close(&json, '}');
	cp_json_close(&json, ']');
	cp_json_close(&json, '}');
	cp_buf_putc(out, '\n');
}
