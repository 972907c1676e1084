// tests/browser/hostile.mjs: a debate of people who want to break the page, on stdout.
const markup = "<img src=x onerror=alert(1)><script>alert(2)</script></script></style></svg>" +
	"<!--<script>--> ]]> &lt;b&gt; &#60;i&#62; <a href=\"javascript:alert(3)\">x</a>";
const attribute = "\" onmouseover=alert(4) x=\"' onfocus=alert(5) autofocus tabindex=1 '";
const strange = "\u202eright to left\u202c \u2066isolate \u2028 line \u2029 paragraph \ufeff " +
	"\u200d \u0001\u0008\u001b\u007f\u0085 שלום مرحبا 👩‍👩‍👧‍👦 e\u0301\u0301\u0301";
const long = "A".repeat(1 << 20);
const texts = [markup, attribute, strange, long, "{{constructor.constructor('alert(6)')()}}",
	"https://example.org/x.png url(https://example.org/y.png) @import '//example.org'"];

const items = texts.map((text, i) => ({
	id: `i${i}${i < 4 ? text.slice(0, 200) : ""}`, kind: "claim", comment: `c${i}`, quote: text,
	gist: text, supports: i ? `i${i - 1}${i < 5 ? texts[i - 1].slice(0, 200) : ""}` : "motion",
}));
items.push({ id: "quoted", kind: "quotation", comment: "c5", quote: "https://example.org/x.png",
	of: { source: "work" }, supports: "motion" });
items.push({ id: "map", kind: "claim", comment: "c4", quote: "{{constructor", rebuts: "motion" });
items.push({ id: "__proto__", kind: "claim", comment: "c4", quote: "alert", rebuts: "motion" });

console.log(JSON.stringify({
	counterpoint: 1, title: markup, motion: { id: "motion", text: markup + attribute },
	thread: { counterpoint: 1, title: markup, language: "en\" onload=\"alert(7)",
		comments: texts.map((text, i) => ({ id: `c${i}`, author: i == 3 ? long : text, text,
			time: markup })) },
	sources: [{ id: "work", author: markup, title: attribute, url: "javascript:alert(8)",
		text: "https://example.org/x.png" }],
	annotations: items,
}));
