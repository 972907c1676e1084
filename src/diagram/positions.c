/* A drawing as JSON: every box, joint and line with its place, for programs that draw it
 * themselves or measure it. Ids are those of the annotation, so that nothing need be guessed. */
#include "diagram/drawing.h"

#include "diagram/view.h"
#include "json/document.h"

#include <math.h>

static const char *const sides[] = {"none", "pro", "contra", "both"};

struct writer {
	cp_buf *out;
	const cp_drawing *drawing;
};

static void put_number(struct writer *writer, const char *name, double number)
{
	cp_buf_printf(writer->out, ", \"%s\": ", name);
	cp_buf_number(writer->out, number);
}

static void put_text(struct writer *writer, const char *name, cp_str text)
{
	cp_buf_printf(writer->out, ", \"%s\": ", name);
	cp_json_put_string(writer->out, text);
}

static void put_point(cp_buf *out, cp_point point)
{
	cp_buf_putc(out, '[');
	cp_buf_number(out, point.x);
	cp_buf_puts(out, ", ");
	cp_buf_number(out, point.y);
	cp_buf_putc(out, ']');
}

static void put_id(struct writer *writer, uint32_t end)
{
	cp_buf id = {0};
	cp_drawing_put_id(&id, writer->drawing, end);
	cp_json_put_string(writer->out, cp_buf_str(&id));
	cp_buf_clear(&id);
}

static void put_items(struct writer *writer, const cp_claim *claim)
{
	const cp_annotation *annotation = writer->drawing->graph->annotation;
	cp_buf_puts(writer->out, ", \"items\": [");
	for (size_t i = 0; i < claim->items.len; i++) {
		cp_buf_puts(writer->out, i ? ", " : "");
		cp_json_put_string(
			writer->out, annotation->items.at[claim->items.at[i]].id);
	}
	cp_buf_putc(writer->out, ']');
}

/* Of all that say the claim; one of several may be there more than once. */
static void put_tags(struct writer *writer, const cp_claim *claim)
{
	const cp_annotation *annotation = writer->drawing->graph->annotation;
	bool any = false;
	for (size_t i = 0; i < claim->items.len; i++) {
		const cp_item *item = &annotation->items.at[claim->items.at[i]];
		for (size_t t = 0; t < item->tags_len; t++) {
			cp_buf_puts(writer->out, any ? ", " : ", \"tags\": [");
			cp_json_put_string(writer->out, item->tags[t]);
			any = true;
		}
	}
	cp_buf_puts(writer->out, any ? "]" : "");
}

static void put_standing(struct writer *writer, const cp_standing *standing)
{
	if (!standing->shown)
		return;
	put_text(writer, "status", cp_str_of(cp_status_names[standing->status]));
	if (!isnan(standing->strength))
		put_number(writer, "strength", standing->strength);
}

static void put_box(struct writer *writer, uint32_t index)
{
	const cp_drawing *drawing = writer->drawing;
	const cp_box *box = &drawing->boxes.at[index];
	cp_buf_puts(writer->out, "{ \"id\": ");
	put_id(writer, index);
	if (box->kind == CP_BOX_CLAIM) {
		put_items(writer, &drawing->graph->claims[box->subject]);
		put_tags(writer, &drawing->graph->claims[box->subject]);
	} else {
		put_text(writer, "kind", cp_str_of(cp_box_names[box->kind]));
	}
	if (box->number)
		put_number(writer, "number", box->number);
	put_text(writer, "side", cp_str_of(sides[box->stance]));
	put_number(writer, "x", box->centre.x - box->width / 2);
	put_number(writer, "y", box->centre.y - box->height / 2);
	put_number(writer, "width", box->width);
	put_number(writer, "height", box->height);
	put_text(writer, "title", box->title);
	put_standing(writer, &box->standing);
	cp_buf_puts(writer->out, ",\n\t\t  \"lines\": [");
	for (size_t i = 0; i < box->lines.len; i++) {
		const cp_text_line *line = &box->lines.at[i];
		cp_buf_printf(writer->out, "%s{ \"set\": \"%s\"", i ? ", " : "",
			cp_type_styles[line->type].name);
		put_text(writer, "text", line->text);
		cp_buf_puts(writer->out, " }");
	}
	cp_buf_puts(writer->out, "] }");
}

static void put_note(struct writer *writer, const cp_note *note)
{
	cp_buf_puts(writer->out, "{ \"text\": ");
	cp_json_put_string(writer->out, note->line.text);
	put_number(writer, "x", note->left);
	put_number(writer, "y", note->top);
	cp_buf_puts(writer->out, " }");
}

static void put_ends(struct writer *writer, const cp_joint *joint)
{
	const cp_line *lines = writer->drawing->lines.at + joint->line;
	cp_buf_puts(writer->out, ", \"premises\": [");
	for (uint32_t i = 0; i + 1 < joint->lines_len; i++) {
		cp_buf_puts(writer->out, i ? ", " : "");
		put_id(writer, lines[i].from);
	}
	cp_buf_puts(writer->out, "], \"to\": ");
	put_id(writer, lines[joint->lines_len - 1].to);
}

static void put_joint(struct writer *writer, uint32_t index)
{
	const cp_joint *joint = &writer->drawing->joints.at[index];
	cp_buf_puts(writer->out, "{ \"id\": ");
	put_id(writer, (uint32_t)writer->drawing->boxes.len + index);
	put_text(writer, "kind", cp_str_of(cp_tie_names[joint->tie]));
	put_ends(writer, joint);
	if (joint->counts)
		put_number(writer, "count", joint->counts);
	put_number(writer, "x", joint->centre.x);
	put_number(writer, "y", joint->centre.y);
	put_text(writer, "title", joint->title);
	put_standing(writer, &joint->standing);
	cp_buf_puts(writer->out, " }");
}

static void put_line(struct writer *writer, const cp_line *line)
{
	cp_buf_puts(writer->out, "{ \"from\": ");
	put_id(writer, line->from);
	cp_buf_puts(writer->out, ", \"to\": ");
	put_id(writer, line->to);
	put_text(writer, "kind", cp_str_of(cp_tie_names[line->tie]));
	cp_buf_printf(writer->out, ", \"arrow\": %s", line->arrow ? "true" : "false");
	cp_buf_puts(writer->out, ", \"spline\": [");
	for (size_t i = 0; i < line->points_len; i++) {
		cp_buf_puts(writer->out, i ? ", " : "");
		put_point(writer->out, line->points[i]);
	}
	cp_buf_puts(writer->out, "], \"tip\": ");
	put_point(writer->out, line->tip);
	cp_buf_puts(writer->out, " }");
}

static void begin_list(struct writer *writer, const char *name)
{
	cp_buf_printf(writer->out, ",\n\t\"%s\": [", name);
}

static void begin_element(struct writer *writer, size_t index)
{
	cp_buf_puts(writer->out, index ? ",\n\t\t" : "\n\t\t");
}

void cp_drawing_write_json(cp_buf *out, const cp_drawing *drawing)
{
	struct writer writer = {out, drawing};
	cp_buf_printf(
		out, "{\n\t\"view\": \"%s\", \"unit\": \"pt\"", drawing->view->name);
	put_number(&writer, "width", drawing->width);
	put_number(&writer, "height", drawing->height);
	cp_buf_puts(out, ",\n\t\"title\": ");
	cp_json_put_string(out, drawing->title);
	cp_buf_puts(out, ",\n\t\"description\": ");
	cp_json_put_string(out, drawing->description);
	begin_list(&writer, "boxes");
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		begin_element(&writer, i);
		put_box(&writer, i);
	}
	cp_buf_puts(out, "\n\t]");
	if (drawing->notes.len) {
		begin_list(&writer, "notes");
		for (size_t i = 0; i < drawing->notes.len; i++) {
			begin_element(&writer, i);
			put_note(&writer, &drawing->notes.at[i]);
		}
		cp_buf_puts(out, "\n\t]");
	}
	begin_list(&writer, "steps");
	for (uint32_t i = 0; i < drawing->joints.len; i++) {
		begin_element(&writer, i);
		put_joint(&writer, i);
	}
	cp_buf_puts(out, "\n\t]");
	begin_list(&writer, "lines");
	for (size_t i = 0; i < drawing->lines.len; i++) {
		begin_element(&writer, i);
		put_line(&writer, &drawing->lines.at[i]);
	}
	cp_buf_puts(out, "\n\t]\n}\n");
}
