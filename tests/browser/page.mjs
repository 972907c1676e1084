// tests/browser/page.mjs MODULES CHROMIUM FOLDER: the pages in FOLDER, used as people use them.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, chromium, folder] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/"));
const playwright = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");

let passed = 0, failed = 0;
function expect(name, holds, got) {
	if (holds) {
		passed++;
	} else {
		failed++;
		console.log(`FAIL browser: ${name}`);
		if (got !== undefined)
			console.log(`  got ${JSON.stringify(got).slice(0, 600)}`);
	}
}

const browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });

// A page in a window of its own. What it must never do, it is watched for.
async function visit(name, hash = "", options = {}) {
	const context = await browser.newContext({ viewport: { width: 1300, height: 850 },
		reducedMotion: "reduce", ...options });
	const page = await context.newPage();
	page.wrong = [];
	page.on("dialog", (dialog) => { page.wrong.push("dialog"); dialog.dismiss(); });
	page.on("console", (message) => page.wrong.push(message.text()));
	page.on("pageerror", (error) => page.wrong.push(error.message));
	// Linked pages show one another, and nothing else.
	const beside = pathToFileURL(`${folder}/${name}`).href.replace(/[^/]*$/, "");
	page.on("request", (request) => {
		if (!request.isNavigationRequest()
			&& !(name.includes("/") && request.url().startsWith(beside)))
			page.wrong.push(request.url());
	});
	await page.goto(`${pathToFileURL(`${folder}/${name}.html`)}${hash}`);
	return page;
}

async function test(name, options, steps) {
	const begin = Date.now();
	const page = await visit(options.page ?? "contactpoint", options.hash, options.context);
	try {
		await steps(page);
	} catch (error) {
		expect(name, false, error.message);
	}
	expect(`${name}: no dialog, request or error`, !page.wrong.length, page.wrong);
	await page.context().close();
	if (process.env.TIMES) console.log(`${name}: ${Date.now() - begin} ms`);
}

const width = (page) => page.evaluate(() => document.querySelector("figure svg").clientWidth);
const scroll = (page) => page.evaluate(() => {
	const { scrollLeft, scrollTop } = document.querySelector("figure");
	return [scrollLeft, scrollTop];
});
const focused = (page) => page.evaluate(() => document.activeElement.id);
const shown = (page) => page.locator("svg .node:visible").count();
// The box of a claim, and the box at hand, by words on it.
const box = (page, words) => page.locator("svg .node").filter({ has: page.locator("title",
	{ hasText: words }) }).first();
const inSight = (page, node) => node.evaluate((element) => {
	const frame = document.querySelector("figure").getBoundingClientRect();
	const at = element.querySelector(".box").getBoundingClientRect();
	return at.left >= frame.left && at.right <= frame.right && at.top >= frame.top
		&& at.bottom <= frame.bottom;
});

await test("zoom", {}, async (page) => {
	const first = await width(page);
	await page.click("#in");
	const larger = await width(page);
	expect("the button + enlarges", larger > first, [first, larger]);
	await page.click("#out");
	expect("the button − makes small again", Math.abs(await width(page) - first) < 2);
	await page.locator("#claim-0").focus();
	await page.keyboard.press("+");
	expect("the key + enlarges", Math.abs(await width(page) - larger) < 2);
	await page.keyboard.press("0");
	const fits = await page.evaluate(() => {
		const figure = document.querySelector("figure");
		return [figure.scrollWidth - figure.clientWidth, figure.scrollHeight - figure.clientHeight];
	});
	expect("0 shows all of the map", fits[0] <= 1 && fits[1] <= 1, fits);
	const node = await page.locator("#claim-0 .box").boundingBox();
	const x = node.x + node.width / 2, y = node.y + node.height / 2;
	await page.mouse.move(x, y);
	await page.keyboard.down("Control");
	for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -120);
	await page.keyboard.up("Control");
	await page.waitForTimeout(50);
	const after = await page.locator("#claim-0 .box").boundingBox();
	expect("Ctrl and the wheel enlarge", after.width > node.width * 1.5, [node, after]);
	expect("what is under the pointer stays there",
		after.x <= x && x <= after.x + after.width, [x, after]);
});

await test("pan", {}, async (page) => {
	await page.click("#unfold");
	await page.evaluate(() => document.querySelector("figure").scrollTo(300, 100));
	const first = await scroll(page);
	const frame = await page.locator("figure").boundingBox();
	await page.mouse.move(frame.x + 400, frame.y + 300);
	await page.mouse.down();
	await page.mouse.move(frame.x + 340, frame.y + 260, { steps: 4 });
	await page.mouse.up();
	const after = await scroll(page);
	expect("dragging moves the map", after[0] - first[0] === 60 && after[1] - first[1] === 40,
		[first, after]);
	expect("dragging opens nothing", await page.locator("#panel").isHidden());
	await page.locator("#claim-0").evaluate((node) => node.focus({ preventScroll: true }));
	const before = await scroll(page);
	await page.keyboard.press("Shift+ArrowRight");
	await page.keyboard.press("Shift+ArrowDown");
	const keys = await scroll(page);
	expect("Shift with arrows moves the map", keys[0] > before[0] && keys[1] > before[1],
		[before, keys]);
});

await test("keyboard", { page: "first" }, async (page) => {
	await page.locator("#theme").focus();
	await page.keyboard.press("Tab");
	expect("one Tab leads to the motion", await focused(page) === "claim-0", await focused(page));
	expect("boxes have names in words",
		await page.getByRole("button", { name: /^Claim, for the motion, .+ in \w+: / }).count() > 0);
	await page.keyboard.press("ArrowDown");
	const reason = await focused(page);
	expect("down leads to a reason", /^claim-[1-9]/.test(reason), reason);
	await page.keyboard.press("ArrowRight");
	const next = await focused(page);
	expect("right leads to its neighbour", next !== reason && /^claim/.test(next), next);
	await page.keyboard.press("ArrowLeft");
	expect("left leads back", await focused(page) === reason);
	await page.keyboard.press("ArrowUp");
	expect("up leads to what it bears on", await focused(page) === "claim-0");
	expect("the map is one stop of Tab",
		await page.locator("figure [tabindex='0']").count() === 1);
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	expect("Enter opens", await page.locator("#panel").isVisible());
	expect("and leads into the panel", await focused(page) === "panel");
	await page.keyboard.press("Escape");
	expect("Esc closes", await page.locator("#panel").isHidden());
	expect("and leads back to the box", await focused(page) === reason);
	const ring = await page.locator(`#${reason} .ring`).evaluate((e) => getComputedStyle(e).stroke);
	expect("the focus is seen", ring !== "none", ring);
	await page.keyboard.press("Tab");
	expect("Tab leaves the map", !/^claim/.test(await focused(page)));
});

await test("folding", {}, async (page) => {
	const few = await shown(page);
	await page.click("#unfold");
	const all = await shown(page);
	expect("a large map begins with its main points", few < 15 && all > 40, [few, all]);
	const node = box(page, "ContactPoint was dangerous to young people");
	await node.focus();
	await page.keyboard.press("f");
	const label = await node.locator(".toggle text").textContent();
	const [, count, pro, contra] = /^\+(\d+) \((\d+) for, (\d+) against\)$/.exec(label) ?? [];
	expect("the counter says what is hidden", +count === all - await shown(page) && count > 3
		&& +pro + +contra <= +count, [label, all, await shown(page)]);
	expect("a folded box says so", await node.getAttribute("aria-expanded") === "false");
	const steps = await page.locator("svg .step:visible").count();
	await node.locator(".toggle rect").click();
	expect("a click unfolds", await shown(page) === all);
	expect("and brings the steps back", await page.locator("svg .step:visible").count() > steps);
	expect("unfolded, the drawing is as it was",
		await page.locator("svg [transform]").count() === 0);
	await page.click("#fold");
	expect("folded again", await shown(page) === few);
	await page.locator("#claim-0").focus();
	await page.keyboard.press("ArrowDown");
	for (let i = 0; i < 8 && await shown(page) === few; i++) {
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("ArrowRight");
	}
	expect("down unfolds what is folded", await shown(page) > few);
});

await test("folded boxes do not overlap", {}, async (page) => {
	const overlaps = () => page.evaluate(() => {
		const boxes = [...document.querySelectorAll(".node > .box")].map((e) => e.getBoundingClientRect())
			.filter((b) => b.width);
		return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right - 1
			&& b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
	});
	expect("at the start", await overlaps() === 0, await overlaps());
	await page.goto(page.url().split("#")[0] + "#unchecked-access");
	expect("partly unfolded", await overlaps() === 0, await overlaps());
});

await test("panel", {}, async (page) => {
	await page.click("#unfold");
	const node = box(page, "330,000 unchecked people");
	await node.locator("text").first().click();
	const panel = page.locator("#panel");
	expect("a click opens the panel", await panel.isVisible());
	expect("with the claim", (await panel.locator("h3").textContent()).includes("330,000"));
	expect("who says it", (await panel.locator("h4").nth(1).textContent()).startsWith("Sarah Harding"));
	expect("the words marked in the comment",
		(await panel.locator("mark.chosen").first().textContent()).startsWith("330,000"));
	const seen = await panel.locator("mark.chosen").first().evaluate((mark) => {
		const frame = mark.closest(".from").getBoundingClientRect(), at = mark.getBoundingClientRect();
		return at.top >= frame.top && at.bottom <= frame.bottom;
	});
	expect("and scrolled to", seen);
	expect("its address is that of the item", page.url().endsWith("#unchecked-access"), page.url());
	expect("the way to the motion is lit",
		await page.locator("#claim-0.on").count() === 1 && await page.locator(".step.on").count() >= 3);
	const link = panel.locator("li a").first(), target = await link.textContent();
	await link.click();
	expect("a relation leads on", await panel.locator("h3").textContent() === target);
	await page.goBack();
	expect("and Back leads back", (await panel.locator("h3").textContent()).includes("330,000"));
	await panel.locator("h4 a").click();
	expect("the comment leads into the thread", /#item-\d+$/.test(page.url()), page.url());
	await page.click("#panel .close");
	expect("the panel closes", await panel.isHidden());
	await page.click("#thread article:nth-of-type(2) mark >> nth=0");
	expect("a mark in the thread leads to its box", await panel.isVisible()
		&& await inSight(page, page.locator(".node.chosen")));
	await page.click("#thread article:nth-of-type(4) sup a >> nth=0");
	expect("so does its reference", await inSight(page, page.locator(".node.chosen")));
});

await test("quotations", { hash: "#mill" }, async (page) => {
	const panel = page.locator("#panel");
	expect("an address opens the item", await panel.isVisible());
	expect("and its box is in sight", await inSight(page, page.locator(".node.chosen")));
	expect("a quotation stands beside its original", await panel.locator(".beside blockquote").count() === 2);
	const words = await panel.locator(".beside blockquote").allTextContents();
	expect("in both forms", words[0].length > 20 && words[1].length > 20, words);
	expect("it says how true it is", /word for word|altered/.test(await panel.textContent()));
});

await test("highlight", { page: "first" }, async (page) => {
	await page.locator("#claim-1 .box").hover();
	expect("pointing at a box lights its way", await page.locator("svg.lit #claim-0.on").count() === 1);
	await page.locator("h1").hover();
	expect("and leaving it ends that", await page.locator("svg.lit").count() === 0);
});

await test("search", {}, async (page) => {
	await page.locator("#claim-0").focus();
	await page.keyboard.press("/");
	expect("/ leads to the search", await focused(page) === "find");
	await page.keyboard.type("POLICE");
	const none = await page.locator("#hits").textContent();
	await page.fill("#find", "");
	await page.keyboard.type("safeg");
	const said = await page.locator("#hits").textContent();
	expect("it counts the hits", /^1 of [1-9]/.test(said), [none, said]);
	const first = await page.locator(".node.chosen").getAttribute("id");
	expect("hits are marked", await page.locator(".node.hit").count() === +said.split(" ")[2]);
	expect("and unfolded to", await inSight(page, page.locator(".node.chosen")));
	await page.fill("#find", "alistair");
	await page.keyboard.press("Enter");
	expect("Enter leads to the next", (await page.locator("#hits").textContent()).startsWith("2 of "));
	await page.click("#previous");
	expect("‹ leads back", (await page.locator("#hits").textContent()).startsWith("1 of "));
	expect("it is another one", await page.locator(".node.chosen").getAttribute("id") !== first);
	await page.fill("#find", "no such words");
	expect("no hits are said", await page.locator("#hits").textContent() === "no hits");
	await page.locator("#find").press("Escape");
	expect("Esc clears", await page.inputValue("#find") === ""
		&& await page.locator(".node.hit").count() === 0);
});

await test("filters", {}, async (page) => {
	await page.click("#unfold");
	await page.selectOption("#speaker", { label: "Henry" });
	const off = await page.locator(".node.off").count(), all = await shown(page);
	expect("a speaker's claims stay", off > 20 && off < all, [off, all]);
	expect("and are his", /Henry/.test(await page.locator(".node:not(.off) title").first().textContent()));
	await page.selectOption("#speaker", "");
	await page.selectOption("#side", "contra");
	const titles = await page.locator(".node:not(.off) > title").allTextContents();
	expect("so do those of a side", titles.length > 5
		&& titles.every((title) => /against the motion|both sides/.test(title)), titles[0]);
});

await test("plots", {}, async (page) => {
	const plots = page.getByRole("img", { name: /over time|Balance|Strength/ });
	expect("there are three plots", await plots.count() === 3, await plots.count());
	const words = await page.locator("#plot-balance-words").textContent();
	for (const summary of await page.locator("#plots summary").all()) await summary.click();
	const row = page.getByRole("row", { name: /^Comments/ });
	const cells = await row.getByRole("cell").allTextContents();
	expect("the table has what the plot says", cells.join() === "8,5,0,1"
		&& words.includes("Comments: 8 for the motion, 5 against it, 1 on no clear side"), [cells, words]);
	const bars = await page.locator("#plots svg").nth(1).locator("rect[y]").count();
	expect("it has bars", bars > 12, bars);
});

await test("no scripts", { context: { javaScriptEnabled: false } }, async (page) => {
	expect("the map is there", await page.locator("svg #claim-0").isVisible());
	expect("all of it", await page.locator("svg g[id^=claim-]").count() > 40);
	expect("no tools that do nothing", await page.locator("#tools").isHidden()
		&& await page.locator("#panel").isHidden());
	expect("the summary and the thread are there", await page.locator("#summary").isVisible()
		&& await page.locator("#thread article").count() === 14);
	await page.click("#outline summary");
	const count = await page.locator("#outline li").count();
	expect("the map in words has each claim", count === await page.locator("svg g[id^=claim-]").count(),
		count);
	const standing = page.locator("#claim-0 > .status").first();
	const filling = () => page.locator(".defeated:not(.motion-box) > .box").first().evaluate(
		(box) => getComputedStyle(box).fill);
	const filled = await filling();
	expect("what stands is not shown at first", await standing.isHidden());
	await page.check("#standing");
	expect("the switch shows it", await standing.isVisible()
		&& await page.locator("#legend .of-standing text").last().isVisible());
	expect("and what is defeated is empty", await filling() !== filled
		&& await filling() === "rgb(255, 255, 255)", [filled, await filling()]);
	await page.uncheck("#standing");
	expect("and hides it", await standing.isHidden() && await filling() === filled);
	await page.check("#full");
	expect("the map has a full size", await width(page) > 2000);
	await page.locator("svg a[href^='#item-'] text").first().click();
	expect("boxes lead into the thread", /#item-/.test(page.url()));
});

await test("what stands", { page: "status" }, async (page) => {
	expect("is shown where it was asked for", await page.isChecked("#standing")
		&& await page.locator("#claim-0 > .status").first().isVisible());
	await page.locator("#claim-0").click();
	expect("the panel says it", /As the debate stands: stands 0\.50\./.test(
		await page.locator("#panel").textContent()), await page.locator("#panel").textContent());
	expect("the name says it", /\(stands 0\.50\)$/.test(
		await page.locator("#claim-0 > title").textContent()));
	await page.keyboard.press("Escape");
	await page.focus("#standing");
	await page.keyboard.press("Space");
	expect("a key hides it", await page.locator("#claim-0 > .status").first().isHidden());
});

await test("print", {}, async (page) => {
	const few = await shown(page);
	await page.click("#theme");
	await page.emulateMedia({ media: "print" });
	await page.waitForFunction(() => document.getElementById("outline").open);
	expect("print has all boxes", await shown(page) > 40, await shown(page));
	expect("and no tools", await page.locator("#tools").isHidden() && await page.locator("#keys").isHidden());
	expect("and the map in words", await page.locator("#outline li").first().isVisible());
	const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	expect("on white", ground === "rgb(255, 255, 255)", ground);
	await page.emulateMedia({ media: "screen" });
	await page.waitForFunction(() => !document.getElementById("outline").open);
	expect("afterwards it is folded as before", await shown(page) === few);
});

await test("dark", { context: { colorScheme: "dark" } }, async (page) => {
	const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	expect("dark where the system is", await ground() === "rgb(18, 20, 23)", await ground());
	const text = await page.locator("#claim-1 .body").first().evaluate((e) => getComputedStyle(e).fill);
	expect("with light words in the map", text === "rgb(242, 242, 242)", text);
	await page.click("#theme");
	expect("the switch makes it light", await ground() === "rgb(255, 255, 255)");
	await page.click("#theme");
	expect("and dark", await ground() === "rgb(18, 20, 23)");
});

await test("the map alone", { page: "alone" }, async (page) => {
	await page.locator("#claim-1 text").first().click();
	expect("it has the panel", await page.locator("#panel blockquote").count() > 0);
	expect("and no thread", await page.locator("#thread, #summary").count() === 0);
});

await test("phone", { context: { viewport: { width: 360, height: 740 }, hasTouch: true } }, async (page) => {
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect("nothing is wider than the screen", overflow <= 0, overflow);
	await page.locator("#claim-0 text").first().tap();
	expect("a tap opens the panel", await page.locator("#panel").isVisible());
	expect("beside the box", await inSight(page, page.locator("#claim-0")));
	const small = await page.evaluate(() => [...document.querySelectorAll(
		"#tools button, #tools select, #tools input, #panel button, summary")]
		.map((e) => e.getBoundingClientRect()).filter((r) => r.width && (r.width < 24 || r.height < 24)).length);
	expect("targets are 24 wide and high", small === 0, small);
});

// Text within its box, in fonts of other widths than those measured.
const outside = (page) => page.evaluate(() => [...document.querySelectorAll("svg .node")].flatMap((node) => {
	const box = node.querySelector(".box").getBBox();
	return [...node.querySelectorAll(":scope > text")].filter((text) => {
		const { x } = text.getBBox(), end = x + text.getComputedTextLength();
		return x < box.x || end > box.x + box.width + .5;
	}).map((text) => text.textContent);
}));
for (const font of ["Liberation Sans", "DejaVu Sans", "DejaVu Serif"])
	await test(`text in ${font}`, {}, async (page) => {
		await page.addStyleTag({ content: `svg text { font-family: "${font}" !important }` });
		await page.click("#unfold");
		await page.check("#standing");
		const wrong = await outside(page);
		expect(`text in ${font} fits its box`, wrong.length === 0, wrong);
		const widths = await page.evaluate(() => [...document.querySelectorAll(".node > text")]
			.map((text) => {
				const wanted = +text.getAttribute("textLength");
				text.removeAttribute("textLength");
				return text.getComputedTextLength() / wanted;
			}));
		const most = Math.max(...widths);
		expect(`${font} is as wide as it should be`, font === "Liberation Sans" ? most < 1.03 : most > 1.05,
			most);
	});

await test("hostile", { page: "hostile", hash: "#i0%3Cimg" }, async (page) => {
	await page.locator("#claim-1 .box").click();
	const h3 = await page.locator("#panel h3").textContent();
	expect("markup is shown as text", h3.startsWith("<img src=x onerror=alert(1)><script>"), h3.slice(0, 80));
	for (const one of await page.locator("svg .node").all()) {
		await one.focus();
		await page.keyboard.press("Enter");
		await page.keyboard.press("Escape");
	}
	await page.fill("#find", "onerror");
	expect("it can be searched", /of/.test(await page.locator("#hits").textContent()));
	await page.locator("#find").press("Escape");
	await page.evaluate(() => { location.hash = "__proto__"; });
	await page.waitForTimeout(50);
	expect("any id may be an address", /alert/.test(await page.locator("#panel h3").textContent()));
	const made = await page.evaluate(() => document.querySelectorAll(
		"img, iframe, [onerror], [onmouseover], [onload], [autofocus], [href^=javascript]").length
		+ document.scripts.length - 2);
	expect("nothing of a comment becomes markup", made === 0, made);
});

// An accessibility checker, in each state and colour.
async function audit(page, name) {
	const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
	expect(`axe: ${name}`, violations.length === 0, violations.map((one) =>
		[one.id, one.nodes.length, one.nodes[0].html.slice(0, 160), one.nodes[0].failureSummary]));
}
for (const colorScheme of ["light", "dark"])
	await test(`axe, ${colorScheme}`, { context: { colorScheme, bypassCSP: true } }, async (page) => {
		await page.addScriptTag({ path: axe });
		await audit(page, `${colorScheme}, folded`);
		for (const summary of await page.locator("#plots summary").all()) await summary.click();
		await audit(page, `${colorScheme}, with the numbers`);
		await page.click("#unfold");
		await page.click("#outline summary");
		await audit(page, `${colorScheme}, unfolded`);
		await page.evaluate(() => { location.hash = "mill"; });
		await page.waitForTimeout(50);
		await audit(page, `${colorScheme}, with the panel`);
	});

// ---- A part of a debate ----

await test("a part", { page: "part" }, async (page) => {
	expect("says what it is", /until c5, folded below no-use: \d+ of 56 claims/
		.test(await page.locator("svg .title").allTextContents().then((all) => all.join(" "))));
	const later = await page.evaluate(() => document.getElementById("data").textContent);
	expect("has nothing of what came later", !later.includes("case-reviews") && !later.includes('"c8"'));
	await page.click("#unfold");
	const all = await shown(page);
	expect("has the boxes of the part", all > 10 && all < 56, all);
	await page.fill("#find", "private key that is nowhere");
	expect("can be searched", await page.locator("#hits").textContent() === "no hits");
	await page.fill("#find", "");
	await box(page, "dangerous to young people").locator(".body").first().click();
	expect("opens its claims", await page.locator("#panel").isVisible());
	await page.click("#outline summary");
	expect("has the same in words", await page.locator("#outline li").count() === all);
});

// ---- Linked pages ----

const fileOf = (page) => page.url().replace(/^.*\//, "");

await test("pages", { page: "pages/index" }, async (page) => {
	const cards = page.locator("ol li a"), count = await cards.count();
	expect("the index has the pages", count === 8, count);
	await page.waitForFunction(() => [...document.images].every((image) => image.complete));
	expect("with previews", await page.evaluate(() =>
		[...document.images].slice(0, 4).every((image) => image.naturalWidth > 100)));
	await cards.first().click();
	expect("a card leads to its page", fileOf(page) === "page-01-overview.svg", page.url());
	await page.locator("a", { hasText: "dangerous to young people" }).locator(".body").first().click();
	expect("a box leads on", fileOf(page) === "page-03-dangerous.svg", page.url());
	expect("its claims are there", await page.locator("text.body", { hasText: "Commissioner" }).first().isVisible());
	await page.locator("a .link", { hasText: "Up: page 1" }).click();
	expect("and back up", fileOf(page) === "page-01-overview.svg", page.url());
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await page.waitForURL(/index/);
	expect("keys lead as well", fileOf(page) === "index.html", page.url());
	await page.locator("main > ul a", { hasText: "approval came with" }).first().click();
	const place = new URL(page.url()).hash.slice(1);
	expect("the words lead to the box", await page.evaluate((id) =>
		document.getElementById(id)?.querySelector("title").textContent, place)
		.then((title) => title?.includes("approval came with")), page.url());
	for (let i = 0; i < 12 && await page.locator("a .link", { hasText: "On:" }).count(); i++)
		await page.locator("a .link", { hasText: "On:" }).click();
	expect("and so on to the last", /page-08/.test(fileOf(page)), page.url());
});

await test("hostile pages", { page: "hostile/index" }, async (page) => {
	const links = await page.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
	expect("no link leads elsewhere", links.length > 3 && links.every((one) =>
		/^page-[\w.-]+\.svg(#claim-\d+)?$/.test(one)), links);
	for (const name of new Set(links.map((one) => one.replace(/#.*/, ""))))
		await page.goto(pathToFileURL(`${folder}/hostile/${name}`).href);
	expect("and no script ran", !page.wrong.length, page.wrong);
});

for (const colorScheme of ["light", "dark"])
	await test(`axe, pages, ${colorScheme}`, { page: "pages/index",
		context: { colorScheme, bypassCSP: true } }, async (page) => {
		await page.addScriptTag({ path: axe });
		await audit(page, `index, ${colorScheme}`);
	});

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
