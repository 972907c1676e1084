#include "json/writer.h"

#include "json/document.h"
#include "text/utf8.h"

#include <math.h>

static void begin_line(cp_json_writer *writer)
{
	cp_buf_putc(writer->out, '\n');
	for (unsigned i = 0; i < writer->depth; i++)
		cp_buf_putc(writer->out, '\t');
}

static void begin_value(cp_json_writer *writer, const char *key)
{
	if (writer->started)
		cp_buf_putc(writer->out, ',');
	if (writer->depth && writer->depth <= writer->tall)
		begin_line(writer);
	else if (writer->started)
		cp_buf_putc(writer->out, ' ');
	if (key) {
		cp_json_put_string(writer->out, cp_str_of(key));
		cp_buf_puts(writer->out, ": ");
	}
	writer->started = true;
}

void cp_json_open(cp_json_writer *writer, const char *key, char bracket)
{
	begin_value(writer, key);
	cp_buf_putc(writer->out, bracket);
	writer->depth++;
	writer->started = false;
}

void cp_json_close(cp_json_writer *writer, char bracket)
{
	writer->depth--;
	if (writer->started && writer->depth < writer->tall)
		begin_line(writer);
	cp_buf_putc(writer->out, bracket);
	writer->started = true;
}

void cp_json_text(cp_json_writer *writer, const char *key, cp_str text)
{
	size_t bad;
	begin_value(writer, key);
	if (cp_utf8_valid(text, &bad)) {
		cp_json_put_string(writer->out, text);
		return;
	}
	cp_buf repaired = {0};
	cp_utf8_repair(&repaired, text);
	cp_json_put_string(writer->out, cp_buf_str(&repaired));
	cp_buf_clear(&repaired);
}

void cp_json_number(cp_json_writer *writer, const char *key, size_t number)
{
	begin_value(writer, key);
	cp_buf_printf(writer->out, "%zu", number);
}

void cp_json_share(cp_json_writer *writer, const char *key, double share)
{
	begin_value(writer, key);
	if (isnan(share)) {
		cp_buf_puts(writer->out, "null");
		return;
	}
	unsigned thousandths = (unsigned)(share * 1000 + 0.5);
	cp_buf_printf(writer->out, "%u.%03u", thousandths / 1000, thousandths % 1000);
	while (writer->out->at[writer->out->len - 1] == '0'
		&& writer->out->at[writer->out->len - 2] != '.')
		writer->out->len--;
}

void cp_json_bool(cp_json_writer *writer, const char *key, bool value)
{
	begin_value(writer, key);
	cp_buf_puts(writer->out, value ? "true" : "false");
}

void cp_json_raw(cp_json_writer *writer, const char *key, cp_str json)
{
	begin_value(writer, key);
	cp_buf_put(writer->out, json);
}
