// tests/browser/fits.mjs MODULES CHROMIUM FOLDER: in every drawing NAME.svg in FOLDER, in fonts as
// wide as those that were measured and in wider ones, text stays in its box, within the sheet,
// and is not squeezed where the font is the one that was measured.
import { readdirSync } from "node:fs";
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
		console.log(`FAIL fits: ${name}`);
		if (got !== undefined)
			console.log(`  got ${JSON.stringify(got).slice(0, 600)}`);
	}
}

// All texts that reach out of their box, or of the sheet; and by how much a line of more than a
// few letters would be wider in this font than it is allowed to be.
const measure = (page, font) => page.evaluate((font) => {
	const sheet = document.documentElement;
	const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
	style.textContent = `text { font-family: "${font}" !important }`;
	sheet.append(style);
	const wrong = [], wider = [];
	for (const text of document.querySelectorAll("text")) {
		const own = text.getBoundingClientRect();
		const box = text.parentElement.querySelector(":scope > .box") ?? sheet;
		const around = box.getBoundingClientRect();
		if (!text.matches(".key, .number") && (own.left < around.left - 0.5
			|| own.right > around.right + 0.5))
			wrong.push([text.textContent, own.left - around.left, around.right - own.right]);
		const wanted = Number(text.getAttribute("textLength"));
		if (wanted && text.textContent.length > 8 && /^[\x20-\x7e]*$/.test(text.textContent)) {
			text.removeAttribute("textLength");
			wider.push(text.getComputedTextLength() / wanted);
		}
	}
	style.remove();
	return { wrong, least: Math.min(...wider), most: Math.max(...wider) };
}, font);

const browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const file of readdirSync(folder).filter((name) => name.endsWith(".svg")).sort())
	for (const font of ["Liberation Sans", "DejaVu Sans"]) {
		await page.goto(pathToFileURL(`${folder}/${file}`).href);
		const got = await measure(page, font);
		expect(`${file} in ${font}: text is in its box`, !got.wrong.length, got.wrong);
		const measured = font === "Liberation Sans";
		expect(`${file} in ${font}: the width`, measured ? got.least > 0.97 && got.most < 1.03
			: got.most > 1.05, [got.least, got.most]);
	}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
