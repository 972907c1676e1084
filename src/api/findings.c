/* What was found, and how it is told. */
#include "api/api.h"

#include "base/file.h"
#include "json/findings.h"
#include "text/suggest.h"

const char *counterpoint_version(void)
{
	return COUNTERPOINT_VERSION;
}

counterpoint_findings *counterpoint_findings_new(void)
{
	cp_diags *diags = cp_xmalloc(sizeof *diags);
	*diags = (cp_diags){0};
	return diags;
}

void counterpoint_findings_free(counterpoint_findings *findings)
{
	if (findings)
		cp_diags_clear(findings);
	free(findings);
}

char *counterpoint_findings_switch(counterpoint_findings *findings, const char *text)
{
	cp_str name;
	cp_buf why = {0};
	cp_switched switched = cp_diags_switch(findings, cp_str_of(text), &name);
	if (switched == CP_SWITCH_TAKEN)
		return NULL;
	const char *near = counterpoint_code_near(name.at);
	if (switched == CP_SWITCH_OF_ERROR)
		cp_buf_printf(
			&why, "\"%s\" is an error, and errors stay errors", name.at);
	else
		cp_buf_printf(&why, "there is no code \"%s\"", name.at);
	if (switched == CP_SWITCH_UNKNOWN && near)
		cp_buf_printf(&why, "; did you mean \"%s\"?", near);
	return cp_buf_detach(&why, NULL);
}

size_t counterpoint_findings_errors(const counterpoint_findings *findings)
{
	return cp_diags_count(findings, CP_ERROR);
}

size_t counterpoint_findings_warnings(const counterpoint_findings *findings)
{
	return cp_diags_count(findings, CP_WARNING);
}

size_t counterpoint_findings_hints(const counterpoint_findings *findings)
{
	return cp_diags_count(findings, CP_HINT);
}

size_t counterpoint_findings_notes(const counterpoint_findings *findings)
{
	return cp_diags_count(findings, CP_NOTE);
}

size_t counterpoint_findings_allowed(const counterpoint_findings *findings)
{
	return cp_diags_allowed(findings);
}

int counterpoint_findings_status(const counterpoint_findings *findings)
{
	for (size_t i = 0; i < findings->list.len; i++) {
		cp_code code = findings->list.at[i].code;
		/* A thread that an annotation names and that is not there is a fault of the
		 * annotation, and has a place in it. */
		if (code == CP_DRAWING || code == CP_NOT_DECIDED || code == CP_NOT_DONE
			|| (code == CP_FILE && !findings->list.at[i].place.source))
			return 4;
	}
	return counterpoint_findings_errors(findings) ? 1 : 0;
}

char *counterpoint_findings_text(counterpoint_findings *findings,
	const counterpoint_text_options *options, size_t *len)
{
	cp_buf text = {0};
	cp_diag_style style = {0};
	if (options)
		style = (cp_diag_style){.colour = options->colour,
			.allowed = options->allowed,
			.limit = options->limit};
	cp_diags_write(findings, &text, style);
	return cp_buf_detach(&text, len);
}

static void write_texts(cp_buf *out, const cp_findings *report)
{
	for (size_t i = 0; i < report->lists_len; i++)
		cp_diags_write(report->lists[i], out, (cp_diag_style){0});
}

char *counterpoint_findings_data(counterpoint_findings *const lists[], size_t count,
	const char *format, size_t *len)
{
	static const struct {
		const char *name;
		void (*write)(cp_buf *out, const cp_findings *report);
	} formats[] = {{"text", write_texts}, {"json", cp_findings_write_json},
		{"sarif", cp_findings_write_sarif}};
	cp_findings report = {lists, count, COUNTERPOINT_VERSION, 0};
	cp_buf out = {0};
	for (size_t i = 0; i < count; i++) {
		int status = counterpoint_findings_status(lists[i]);
		report.status = status > report.status ? status : report.status;
	}
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, format) == 0) {
			formats[i].write(&out, &report);
			return cp_buf_detach(&out, len);
		}
	return NULL;
}

static void write_explanation(cp_buf *out, const cp_code_info *info)
{
	cp_buf_printf(out, "%s%s (%s)\n%s\n%s\n", out->len ? "\n" : "", info->code,
		cp_severity_names[info->severity], info->means, info->remedy);
	if (!info->example)
		return;
	cp_buf_puts(out, "\n    ");
	for (const char *at = info->example; *at; at++)
		cp_buf_puts(out, *at == '\n' ? "\n    " : (char[]){*at, '\0'});
	cp_buf_putc(out, '\n');
}

char *counterpoint_explain(const char *code)
{
	cp_buf text = {0};
	for (size_t i = 0; i < CP_CODES; i++)
		if (!code || strcmp(cp_code_infos[i].code, code) == 0)
			write_explanation(&text, &cp_code_infos[i]);
	return text.len ? cp_buf_detach(&text, NULL) : NULL;
}

const char *counterpoint_code_near(const char *wanted)
{
	cp_suggestion near = cp_suggestion_for(cp_str_of(wanted));
	for (size_t i = 0; i < CP_CODES; i++)
		cp_suggestion_see(&near, cp_str_of(cp_code_infos[i].code));
	return near.best.at;
}
