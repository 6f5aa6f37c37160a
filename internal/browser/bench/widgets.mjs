// How much a page loads for its widget, and how long until people can use it: ours and
// those of others, in the same run, turn by turn. RUNS says how often.
//
//	make bench-widgets
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { PredefinedNetworkConditions } from "puppeteer-core";
import { start } from "../test/browsers.mjs";
import { example } from "../test/demo.mjs";
import { bundle } from "../test/pack.mjs";
import { root, site } from "../test/site.mjs";
import { pages } from "./pages.mjs";

const runs = Number(process.env.RUNS ?? 9);

const conditions = {
	"desktop": async () => {},
	"a CPU 4 times slower": (tab) => tab.emulateCPUThrottling(4),
	"slow 4G": (tab) => tab.emulateNetworkConditions(PredefinedNetworkConditions["Slow 4G"]),
};

const types = { js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json", html: "text/html; charset=utf-8" };

/** Serves files compressed as well as can be, and counts what goes out beside the page. */
async function host({ html, files }) {
	let bytes = 0, requests = 0;
	const answer = (path, body) => {
		const small = brotliCompressSync(body), headers = { "Content-Encoding": "br", "Cache-Control": "no-store" };
		return () => {
			if (path !== "/") bytes += small.length, requests++;
			return { type: types[path === "/" ? "html" : path.split(".").at(-1)], body: small, headers };
		};
	};
	const all = Object.entries({ "/": html, ...files }).map(([path, body]) => [path, answer(path, body)]);
	const local = await site({ policy: "default-src * data: 'unsafe-inline' 'unsafe-eval'", pages: Object.fromEntries(all) });
	return { ...local, count: () => ({ bytes, requests }), reset: () => (bytes = requests = 0) };
}

// watch runs in the page: it notes when the element can be seen.
function watch(selector) {
	const look = () => {
		const seen = document.querySelector(selector);
		if (seen?.checkVisibility({ visibilityProperty: true }) && seen.getBoundingClientRect().height) globalThis.seenAt = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

/** Opens a page once, as somebody who has never been there. */
async function visit(browser, local, selector, condition, after) {
	const visitor = await browser.createBrowserContext();
	try {
		const tab = await visitor.newPage();
		await conditions[condition](tab);
		await tab.evaluateOnNewDocument(watch, selector);
		local.reset();
		await tab.goto(local.url);
		await tab.waitForFunction(() => globalThis.seenAt, { polling: 20 });
		const first = { time: await tab.evaluate(() => globalThis.seenAt), ...local.count() };
		return { first, then: await after(tab, local) };
	} finally {
		await visitor.close();
	}
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const number = (n) => Math.round(n).toLocaleString("en");

function table(head, rows) {
	console.log(`\n| ${head.join(" | ")} |\n| --- |${" --: |".repeat(head.length - 1)}`);
	for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}

/** Runs all, turn by turn, and gives the times and what was loaded by name and condition. */
async function measure(browser, list, after) {
	const found = new Map(list.map((it) => [it, {}]));
	for (const condition of Object.keys(conditions)) {
		for (let i = 0; i < runs; i++) {
			for (const it of list) (found.get(it)[condition] ??= []).push(await visit(browser, it.local, it.question, condition, (tab, local) => after(it, tab, local)));
		}
	}
	return found;
}

async function panels(browser) {
	const list = await pages();
	for (const it of list) it.local = await host(it);
	const found = await measure(browser, list, async (it, tab, local) => {
		await tab.click(it.yes);
		await new Promise((done) => setTimeout(done, 300));
		return local.count();
	});
	const times = (it) => Object.keys(conditions).map((c) => median(found.get(it)[c].map(({ first }) => first.time)));
	const ours = times(list[0]);
	table(["choices", "bytes until asked", "requests", "bytes with an answer", ...Object.keys(conditions).map((c) => `${c}, ms`)], list.map((it) => {
		const [{ first, then }] = found.get(it).desktop;
		return [it.name, number(first.bytes), first.requests, number(then.bytes), ...times(it).map((t, i) => (it === list[0] ? number(t) : `${number(t)} (×${(t / ours[i]).toFixed(2)})`))];
	}));
	await Promise.all(list.map(({ local }) => local.stop()));
}

async function forms(browser) {
	const folder = join(root, ".build/bench-widgets");
	await bundle(folder, example("studieskolen"), example("gateway"));
	const list = [];
	for (const form of ["studieskolen/enrolment.da", "gateway/registration.nb"]) {
		const [policy] = form.split("/");
		const paths = ["page.css", form + ".json", ...(await readdir(join(folder, "widgets"))).filter((name) => /^signup-\w+\.(js|css|wasm)$/.test(name)).map((name) => "widgets/" + name)];
		const files = Object.fromEntries(await Promise.all(paths.map(async (path) => ["/" + path, await readFile(join(folder, path))])));
		// The page stands at the top here, and is else what the bundle has.
		const html = (await readFile(join(folder, form + ".html"), "utf8")).replaceAll(`"../`, `"/`).replace(`definition="`, `definition="/${policy}/`).replace(/<lagrum-signup([^>]*) screening="[^"]*"/, "<lagrum-signup$1");
		const it = { name: form, question: ".lagrum-form", html, files };
		it.local = await host(it);
		list.push(it);
	}
	const found = await measure(browser, list, async (it, tab, local) => {
		await tab.evaluate(() => customElements.whenDefined("lagrum-signup").then(() => document.querySelector("lagrum-signup").ready));
		return { time: await tab.evaluate(() => performance.now()), ...local.count() };
	});
	table(["signing up", "bytes with the check", ...Object.keys(conditions).flatMap((c) => [`${c}: to be filled in, ms`, "checks, ms"])], list.map((it) => {
		const of = (c, which) => number(median(found.get(it)[c].map((run) => run[which].time)));
		return [it.name, number(found.get(it).desktop[0].then.bytes), ...Object.keys(conditions).flatMap((c) => [of(c, "first"), of(c, "then")])];
	}));
	await Promise.all(list.map(({ local }) => local.stop()));
}

const browser = await start("chromium");
try {
	console.log(`${await browser.version()}, Node ${process.version}; medians of ${runs}, brotli 11`);
	await panels(browser);
	await forms(browser);
} finally {
	await browser.close();
}
