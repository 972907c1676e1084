// tests/browser/mermaid.mjs MODULES CHROMIUM FOLDER: each NAME.mmd in FOLDER, drawn by Mermaid as
// a page in Markdown would have it, shows the words that NAME.json says are in the boxes, and
// nothing else comes of it.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, chromium, folder] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/"));
const playwright = require("playwright-core");

let passed = 0, failed = 0;
function expect(name, holds, got) {
	if (holds) {
		passed++;
	} else {
		failed++;
		console.log(`FAIL mermaid: ${name}`);
		if (got !== undefined)
			console.log(`  got ${JSON.stringify(got).slice(0, 600)}`);
	}
}

const browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const page = await browser.newPage();
let wrong = [];
page.on("dialog", (dialog) => { wrong.push("dialog"); dialog.dismiss(); });
page.on("pageerror", (error) => wrong.push(error.message));
page.on("request", (request) => { if (!request.isNavigationRequest()) wrong.push(request.url()); });
await page.goto("about:blank");
await page.addScriptTag({ path: `${modules}/mermaid/dist/mermaid.min.js` });

// What a reader sees of the drawing: title, words of nodes and of edges.
const draw = (code, securityLevel) => page.evaluate(async ([code, securityLevel]) => {
	mermaid.initialize({ startOnLoad: false, securityLevel, maxTextSize: 1e7, maxEdges: 1e5 });
	const { svg } = await mermaid.render("map", code);
	document.body.innerHTML = svg;
	const words = (selector) => [...document.querySelectorAll(selector)].map((element) =>
		element.innerHTML.replace(/<br[^>]*>/g, " ").replace(/<\/?(span|p|div)[^>]*>/g, "")
			.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&nbsp;/g, " ")
			.replace(/&amp;/g, "&"));
	return {
		nodes: words(".node .nodeLabel"), edges: words(".edgeLabel .edgeLabel"),
		title: document.querySelector("svg > title")?.textContent,
		head: document.querySelector(".flowchartTitleText")?.textContent,
		strange: document.body.querySelectorAll("script, a, img, iframe, foreignObject [onerror]").length,
	};
}, [code, securityLevel]);

// Control characters are blanks, blanks are one, and a word joiner is not seen.
const plain = (text) => text.replaceAll("\u2060", "").replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]+/g, " ").trim();

for (const file of readdirSync(folder).filter((name) => name.endsWith(".mmd")).sort()) {
	const name = file.slice(0, -4);
	const places = JSON.parse(readFileSync(`${folder}/${name}.json`));
	const code = readFileSync(`${folder}/${file}`, "utf8");
	for (const level of ["strict", "loose"]) {
		wrong = [];
		let got;
		try {
			got = await draw(code, level);
		} catch (error) {
			expect(`${name} (${level})`, false, error.message);
			continue;
		}
		const nodes = got.nodes.map(plain);
		for (const box of places.boxes) {
			const lines = box.lines.map((line) => line.text).join(" ");
			const want = plain((box.number ? `${box.number} · ` : "") + lines);
			expect(`${name} (${level}): ${want}`, nodes.includes(want), nodes);
		}
		expect(`${name} (${level}): the title`, plain(got.title) === plain(places.title), got.title);
		const head = plain(places.title).replace(/</g, "‹").replace(/>/g, "›");
		expect(`${name} (${level}): the head`, plain(got.head) === head, got.head);
		expect(`${name} (${level}): nothing but text`, !got.strange && !wrong.length,
			[got.strange, wrong]);
		if (name === "first")
			expect("first: steps in words", got.edges.map(plain).includes("+ supports"), got.edges);
	}
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
