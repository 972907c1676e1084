#include "json/findings.h"

#include "json/document.h"
#include "json/writer.h"

static void write_position(
	cp_json_writer *json, const char *key, cp_source *source, size_t byte)
{
	cp_position at = cp_source_position(source, byte);
	cp_json_open(json, key, '{');
	cp_json_number(json, "line", at.line);
	cp_json_number(json, "column", at.column);
	cp_json_number(json, "offset", at.code_points);
	cp_json_number(json, "byte", byte);
	cp_json_close(json, '}');
}

static void write_place(cp_json_writer *json, const cp_place *place)
{
	if (!place->source)
		return;
	cp_json_text(json, "file", cp_str_of(place->source->name));
	if (place->pointer.at)
		cp_json_text(json, "pointer", place->pointer);
	if (!place->source->text.at)
		return;
	write_position(json, "start", place->source, place->start);
	write_position(json, "end", place->source, place->end);
}

static void write_finding(cp_json_writer *json, const cp_diag *diag)
{
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "code", cp_str_of(cp_code_infos[diag->code].code));
	cp_json_text(json, "severity", cp_str_of(cp_severity_names[diag->severity]));
	if (diag->allowed)
		cp_json_bool(json, "allowed", true);
	cp_json_text(json, "message", diag->message);
	if (diag->hint.len)
		cp_json_text(json, "hint", diag->hint);
	write_place(json, &diag->place);
	if (diag->right.at) {
		cp_buf text = {0};
		cp_json_put_string(&text, diag->right);
		cp_json_text(json, "fix", cp_buf_str(&text));
		cp_buf_clear(&text);
	}
	if (diag->also.source) {
		cp_json_open(json, "also", '{');
		cp_json_text(json, "message", diag->also_message);
		write_place(json, &diag->also);
		cp_json_close(json, '}');
	}
	cp_json_close(json, '}');
}

static void write_counts(cp_json_writer *json, const cp_findings *findings)
{
	static const struct {
		const char *key;
		cp_severity severity;
	} rows[] = {{"errors", CP_ERROR}, {"warnings", CP_WARNING}, {"hints", CP_HINT},
		{"notes", CP_NOTE}};
	size_t allowed = 0;
	for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
		size_t count = 0;
		for (size_t i = 0; i < findings->lists_len; i++)
			count += cp_diags_count(findings->lists[i], rows[row].severity);
		cp_json_number(json, rows[row].key, count);
	}
	for (size_t i = 0; i < findings->lists_len; i++)
		allowed += cp_diags_allowed(findings->lists[i]);
	cp_json_number(json, "allowed", allowed);
}

/* How many there are of each code that is met. */
static void write_codes(cp_json_writer *json, const size_t counts[CP_CODES])
{
	cp_json_open(json, "codes", '{');
	for (size_t code = 0; code < CP_CODES; code++)
		if (counts[code])
			cp_json_number(json, cp_code_infos[code].code, counts[code]);
	cp_json_close(json, '}');
}

void cp_findings_write_list(cp_json_writer *json, const char *key, cp_diags *list)
{
	size_t count;
	cp_json_open(json, key, '[');
	for (const cp_diag *diag = cp_diags_sorted(list, true, &count); count; count--)
		write_finding(json, diag++);
	cp_json_close(json, ']');
}

void cp_findings_write_json(cp_buf *out, const cp_findings *findings)
{
	cp_json_writer json = {.out = out, .tall = 3};
	size_t codes[CP_CODES] = {0};
	cp_json_open(&json, NULL, '{');
	cp_json_text(&json, "version", cp_str_of(findings->version));
	cp_json_open(&json, "findings", '[');
	for (size_t i = 0; i < findings->lists_len; i++) {
		size_t count;
		const cp_diag *diag = cp_diags_sorted(findings->lists[i], true, &count);
		for (; count; count--, diag++) {
			codes[diag->code]++;
			write_finding(&json, diag);
		}
	}
	cp_json_close(&json, ']');
	write_codes(&json, codes);
	write_counts(&json, findings);
	cp_json_number(&json, "status", (size_t)findings->status);
	cp_json_close(&json, '}');
	cp_buf_putc(out, '\n');
}
