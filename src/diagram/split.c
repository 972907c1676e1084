#include "diagram/split.h"

#include "base/file.h"
#include "diagram/page.h"
#include "diagram/view.h"
#include "graph/split.h"
#include "text/utf8.h"
#include "text/xml.h"

enum {
	MOST_NAME = 60,  /* bytes of an id in the name of a file */
	MOST_WORDS = 90, /* bytes of a claim in the name of a page */
};

struct book {
	cp_arena *arena;
	const cp_page_look *how;
	const cp_split *split;
	cp_str *names;    /* of each page's file */
	size_t *boxes;    /* of each page */
	uint32_t *number; /* of each claim: its number on the page where it is at home */
	cp_page_files *files;
};

static const cp_split_page *page_at(const struct book *book, uint32_t page)
{
	return &book->split->pages.at[page];
}

/* ---- Names ---- */

static cp_str words_of(const struct book *book, uint32_t page)
{
	return page == 0
		? CP_LIT("overview")
		: cp_utf8_head(book->split->whole->claims[page_at(book, page)->root].text,
			MOST_WORDS);
}

static int count_digits(size_t number)
{
	int digits = 2;
	for (; number > 99; number /= 10)
		digits++;
	return digits;
}

static cp_str name_of(const struct book *book, uint32_t page)
{
	const cp_graph *whole = book->split->whole;
	uint32_t item = whole->claims[page_at(book, page)->root].item;
	cp_buf name = {0};
	cp_buf_printf(&name, "page-%0*u-", count_digits(book->split->pages.len),
		(unsigned)page + 1);
	cp_file_put_name(&name,
		page == 0 ? CP_LIT("overview") : whole->annotation->items.at[item].id,
		MOST_NAME);
	cp_buf_puts(&name, ".svg");
	return cp_buf_settle(book->arena, &name);
}

static void name_pages(struct book *book)
{
	size_t pages = book->split->pages.len;
	book->names = CP_NEW_ARRAY(book->arena, cp_str, pages);
	for (uint32_t i = 0; i < pages; i++)
		book->names[i] = name_of(book, i);
}

/* ---- A page ---- */

static void describe(const struct book *book, cp_graph *part, uint32_t page)
{
	cp_str words = words_of(book, page), part_of = book->split->whole->part;
	cp_buf text = {0};
	cp_buf_printf(&text, "%.*s%spage %u of %zu: %.*s", CP_FMT(part_of),
		part_of.len ? "; " : "", (unsigned)page + 1, book->split->pages.len,
		CP_FMT(words));
	part->part = cp_buf_settle(book->arena, &text);
}

static void add_link(
	const struct book *book, cp_drawing *drawing, const char *text, uint32_t page)
{
	cp_buf words = {0};
	cp_buf_printf(&words, "%s: page %u", text, (unsigned)page + 1);
	*cp_push(book->arena, &drawing->links) =
		(cp_lead){cp_buf_settle(book->arena, &words), book->names[page]};
}

static void add_links(const struct book *book, cp_drawing *drawing, uint32_t page)
{
	*cp_push(book->arena, &drawing->links) =
		(cp_lead){CP_LIT("All pages"), CP_LIT("index.html")};
	if (page > 0)
		add_link(book, drawing, "Up", page_at(book, page)->above);
	if (page > 0)
		add_link(book, drawing, "Back", page - 1);
	if (page + 1 < book->split->pages.len)
		add_link(book, drawing, "On", page + 1);
}

/* Boxes lead to the pages where their claims are at home. */
static void lead_to_pages(const struct book *book, cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		cp_box *box = &drawing->boxes.at[i];
		uint32_t page = drawing->graph->claims[box->subject].page;
		if (page)
			box->href = book->names[page - 1];
	}
}

static void keep_numbers(struct book *book, uint32_t page, const uint32_t *part_of)
{
	for (size_t i = 0; i < book->split->whole->claims_len; i++)
		if (book->split->home[i] == page)
			book->number[i] = part_of[i];
}

static void add_file(struct book *book, cp_str name, cp_buf *text)
{
	*cp_push(book->arena, &book->files->list) =
		(cp_page_file){name, cp_buf_settle(book->arena, text)};
}

static bool draw_page(struct book *book, uint32_t page, cp_diags *diags)
{
	/* What a page is made of is forgotten once it is written. */
	cp_arena arena = {0};
	cp_buf svg = {0};
	uint32_t *part_of =
		CP_NEW_ARRAY(&arena, uint32_t, book->split->whole->claims_len);
	struct book own = *book;
	own.arena = &arena;
	cp_graph *part = cp_split_part(&arena, book->split, page, part_of);
	describe(&own, part, page);
	cp_drawing *drawing = cp_view_new(&arena, part, &cp_views[0], &book->how->look);
	drawing->theme = book->how->theme;
	add_links(&own, drawing, page);
	lead_to_pages(book, drawing);
	keep_numbers(book, page, part_of);
	book->boxes[page] = drawing->boxes.len;
	bool laid = cp_drawing_lay_out(&arena, drawing, book->how->layout, diags);
	if (laid)
		cp_drawing_write_svg(&svg, drawing, false);
	cp_arena_clear(&arena);
	if (laid)
		add_file(book, book->names[page], &svg);
	return laid;
}

/* ---- The index ---- */

static const char index_style[] =
	":root{color-scheme:light dark}"
	"body{font:16px/1.5 \"Liberation Sans\",Arial,Helvetica,sans-serif;max-width:75rem;"
	"margin:0 auto;padding:1rem 1.5rem 3rem;background:light-dark(#fff,#121417);"
	"color:light-dark(#1a1a1a,#e6e9ed)}a{color:light-dark(#1f5fa8,#8ab4f8)}"
	"h1{line-height:1.2;margin:.5rem 0}"
	"ol{list-style:none;padding:0;display:grid;gap:1rem;"
	"grid-template-columns:repeat(auto-fill,minmax(16rem,1fr))}"
	"ol a{display:block}"
	"ol img{display:block;width:100%;height:11rem;object-fit:contain;background:#fff;"
	"border:1px solid #7b8794;border-radius:4px;margin-bottom:.4rem}"
	"a:focus-visible{outline:3px solid;outline-offset:2px}"
	"ul{padding-left:1.3rem}li{margin:.35rem 0}";

static void put_card(cp_buf *out, const struct book *book, uint32_t page)
{
	const cp_split_page *it = page_at(book, page);
	cp_str whole = book->split->whole->claims[it->root].text;
	cp_str words = words_of(book, page);
	cp_buf_puts(out, "<li><a href=\"");
	cp_buf_put_xml(out, book->names[page]);
	cp_buf_puts(out, "\"><img src=\"");
	cp_buf_put_xml(out, book->names[page]);
	cp_buf_printf(out, "\" alt=\"\" loading=\"lazy\">Page %u: ", (unsigned)page + 1);
	cp_buf_put_xml(out, words);
	cp_buf_printf(out, "%s</a> %zu %s", page && words.len < whole.len ? " …" : "",
		book->boxes[page], book->boxes[page] == 1 ? "box" : "boxes");
	if (page && it->above)
		cp_buf_printf(out, ", below page %u", (unsigned)it->above + 1);
	cp_buf_puts(out, "</li>\n");
}

/* The whole map, whose boxes are those of the pages. */
static void put_outline(cp_buf *out, struct book *book)
{
	cp_arena arena = {0};
	cp_drawing *drawing =
		cp_view_new(&arena, book->split->whole, &cp_views[0], &book->how->look);
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		uint32_t claim = drawing->boxes.at[i].subject;
		cp_str name = book->names[book->split->home[claim]];
		cp_buf href = {0};
		cp_buf_printf(&href, "%.*s#claim-%u", CP_FMT(name),
			(unsigned)book->number[claim]);
		drawing->boxes.at[i].href = cp_buf_settle(&arena, &href);
	}
	cp_drawing_write_outline(out, drawing, "page");
	cp_arena_clear(&arena);
}

static void write_index(cp_buf *out, struct book *book)
{
	const cp_graph *graph = book->split->whole;
	cp_str title = graph->annotation->title.len ? graph->annotation->title
						    : graph->claims[CP_MOTION].text;
	size_t pages = book->split->pages.len;
	cp_page_put_head(out, graph, title,
		"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:");
	cp_buf_printf(out, "<style>%s</style>\n</head>\n<body>\n", index_style);
	cp_buf_puts(out, "<header><h1>");
	cp_buf_put_xml(out, title);
	cp_buf_puts(out, "</h1>\n<p>Motion: <strong>");
	cp_buf_put_xml(out, graph->claims[CP_MOTION].text);
	cp_buf_printf(out,
		"</strong></p>\n</header>\n<main>\n<h2>The map on %zu %s</h2>\n"
		"<p>A box whose reasons are on another page says on which, and leads there.</p>\n"
		"<ol>\n",
		pages, pages == 1 ? "page" : "pages");
	for (uint32_t i = 0; i < pages; i++)
		put_card(out, book, i);
	cp_buf_puts(out, "</ol>\n<h2>In words</h2>\n");
	put_outline(out, book);
	cp_buf_puts(out, "</main>\n</body>\n</html>\n");
}

const cp_page_files *cp_page_files_new(
	cp_arena *arena, const cp_graph *graph, const cp_page_look *how, cp_diags *diags)
{
	struct book book = {.arena = arena,
		.how = how,
		.split = cp_split_new(arena, graph, how->most),
		.number = CP_NEW_ARRAY(arena, uint32_t, graph->claims_len),
		.files = CP_NEW(arena, cp_page_files)};
	cp_buf index = {0};
	name_pages(&book);
	book.boxes = CP_NEW_ARRAY(arena, size_t, book.split->pages.len);
	add_file(&book, CP_LIT("index.html"), &index);
	for (uint32_t i = 0; i < book.split->pages.len; i++)
		if (!draw_page(&book, i, diags))
			return NULL;
	write_index(&index, &book);
	book.files->list.at[0].text = cp_buf_settle(arena, &index);
	return book.files;
}
