/* A drawing as JSON: every box, joint and line with its place, for programs that draw it
 * themselves or measure it. Ids are those of the annotation, so that nothing need be guessed. */
#include "diagram/drawing.h"

#include "json/document.h"

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

static cp_str claim_id(const cp_drawing *drawing, uint32_t claim)
{
	const cp_annotation *annotation = drawing->graph->annotation;
	uint32_t item = drawing->graph->claims[claim].item;
	return item == CP_NONE ? annotation->motion_id : annotation->items.at[item].id;
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

static void put_box(struct writer *writer, const cp_box *box)
{
	const cp_drawing *drawing = writer->drawing;
	cp_buf_puts(writer->out, "{ \"id\": ");
	cp_json_put_string(writer->out, claim_id(drawing, box->claim));
	put_items(writer, &drawing->graph->claims[box->claim]);
	put_text(writer, "side", cp_str_of(sides[box->stance]));
	put_number(writer, "x", box->centre.x - box->width / 2);
	put_number(writer, "y", box->centre.y - box->height / 2);
	put_number(writer, "width", box->width);
	put_number(writer, "height", box->height);
	put_text(writer, "title", box->title);
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

static cp_str node_id(const cp_drawing *drawing, const cp_joint *joint, bool by)
{
	const cp_annotation *annotation = drawing->graph->annotation;
	const cp_concession *concession = &annotation->concessions.at[joint->step];
	return cp_node_id(annotation, by ? concession->by : concession->of);
}

/* Of a concession, which has no id of its own: "by~of". */
static void put_joint_id(struct writer *writer, const cp_joint *joint)
{
	const cp_drawing *drawing = writer->drawing;
	if (joint->kind != CP_CONCEDES) {
		cp_json_put_string(writer->out, drawing->graph->steps[joint->step].id);
		return;
	}
	cp_buf id = {0};
	cp_buf_printf(&id, "%.*s~%.*s", CP_FMT(node_id(drawing, joint, true)),
		CP_FMT(node_id(drawing, joint, false)));
	cp_json_put_string(writer->out, cp_buf_str(&id));
	cp_buf_clear(&id);
}

static void put_ends_of_step(struct writer *writer, const cp_step *step)
{
	const cp_drawing *drawing = writer->drawing;
	cp_buf_puts(writer->out, ", \"premises\": [");
	for (size_t i = 0; i < step->premises.len; i++) {
		cp_buf_puts(writer->out, i ? ", " : "");
		cp_json_put_string(writer->out, claim_id(drawing, step->premises.at[i]));
	}
	cp_buf_putc(writer->out, ']');
	put_text(writer, "to",
		step->kind == CP_UNDERCUTS ? drawing->graph->steps[step->target].id
					   : claim_id(drawing, step->target));
}

static void put_joint(struct writer *writer, const cp_joint *joint)
{
	const cp_drawing *drawing = writer->drawing;
	cp_buf_puts(writer->out, "{ \"id\": ");
	put_joint_id(writer, joint);
	put_text(writer, "kind", cp_str_of(cp_relation_names[joint->kind]));
	if (joint->kind == CP_CONCEDES) {
		cp_buf_puts(writer->out, ", \"premises\": [");
		cp_json_put_string(writer->out, node_id(drawing, joint, true));
		cp_buf_putc(writer->out, ']');
		put_text(writer, "to", node_id(drawing, joint, false));
	} else {
		put_ends_of_step(writer, &drawing->graph->steps[joint->step]);
	}
	put_number(writer, "x", joint->centre.x);
	put_number(writer, "y", joint->centre.y);
	put_text(writer, "title", joint->title);
	cp_buf_puts(writer->out, " }");
}

static void put_end(struct writer *writer, uint32_t end)
{
	const cp_drawing *drawing = writer->drawing;
	size_t boxes = drawing->boxes.len;
	if (end < boxes)
		cp_json_put_string(
			writer->out, claim_id(drawing, drawing->boxes.at[end].claim));
	else
		put_joint_id(writer, &drawing->joints.at[end - boxes]);
}

static void put_line(struct writer *writer, const cp_line *line)
{
	cp_buf_puts(writer->out, "{ \"from\": ");
	put_end(writer, line->from);
	cp_buf_puts(writer->out, ", \"to\": ");
	put_end(writer, line->to);
	put_text(writer, "kind", cp_str_of(cp_relation_names[line->kind]));
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
	cp_buf_puts(out, "{\n\t\"unit\": \"pt\"");
	put_number(&writer, "width", drawing->width);
	put_number(&writer, "height", drawing->height);
	cp_buf_puts(out, ",\n\t\"title\": ");
	cp_json_put_string(out, drawing->title);
	cp_buf_puts(out, ",\n\t\"description\": ");
	cp_json_put_string(out, drawing->description);
	begin_list(&writer, "boxes");
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		begin_element(&writer, i);
		put_box(&writer, &drawing->boxes.at[i]);
	}
	cp_buf_puts(out, "\n\t]");
	begin_list(&writer, "steps");
	for (size_t i = 0; i < drawing->joints.len; i++) {
		begin_element(&writer, i);
		put_joint(&writer, &drawing->joints.at[i]);
	}
	cp_buf_puts(out, "\n\t]");
	begin_list(&writer, "lines");
	for (size_t i = 0; i < drawing->lines.len; i++) {
		begin_element(&writer, i);
		put_line(&writer, &drawing->lines.at[i]);
	}
	cp_buf_puts(out, "\n\t]\n}\n");
}
