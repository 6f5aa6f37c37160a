// The essentials in WebKit: that the modules answer as Go does, and that each element
// works on a strict page.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answersOtherwise } from "./answers.mjs";
import { dist, root, site } from "./site.mjs";
import { faults, webkit } from "./webkit.mjs";

const requests = process.env.REQUESTS;
const [, policy] = (await readFile(join(root, "examples/static/_headers"), "utf8")).match(/Content-Security-Policy: (.*)/);

// The page tells what breaks its policy, which the driver does not.
const watch = `globalThis.wrong = []; addEventListener("error", (e) => wrong.push(e.message));
document.addEventListener("securitypolicyviolation", (e) => wrong.push(e.violatedDirective + " " + e.blockedURI));`;

let tab, stop, local;
before(async () => {
	({ tab, stop } = await webkit());
	const watched = async () => (await readFile(join(root, "examples/static/index.html"), "utf8")).replace("<head>", `<head><script src="/watch.js"></script>`);
	local = await site({
		policy, folders: { "/dist/": "wasm/dist/", "/": "examples/static/" },
		pages: {
			"/": watched, "/empty": "<!doctype html><title>Empty</title>", "/watch.js": { type: "text/javascript", body: watch },
			"/enrol": "<!doctype html><html lang=en><title>Thanks</title><h1>Thanks</h1>",
		},
	});
});
after(() => Promise.all([stop?.(), local?.stop()]));

/** Waits until a function of the page gives something. */
async function until(what, ...args) {
	for (let tries = 200; ; tries--) {
		const is = await tab.executeScript(what, ...args);
		if (is) return is;
		if (!tries) throw new Error(`never: ${what}`);
		await new Promise((done) => setTimeout(done, 50));
	}
}

const press = (selector) => tab.executeScript((selector) => document.querySelector(selector).click(), selector);
const wrong = () => tab.executeScript(() => globalThis.wrong);

async function shoot(name) {
	await mkdir(join(root, ".build/screenshots"), { recursive: true });
	await writeFile(join(root, ".build/screenshots", name + "-webkit.png"), await tab.takeScreenshot(), "base64");
}

test("webkit: the modules answer as Go does", async (t) => {
	assert.ok(requests, "REQUESTS names no folder; run make browsers");
	await tab.get(local.url + "/empty");
	const lists = await readdir(requests);
	assert.ok(lists.length >= 3, `only ${lists} in ${requests}`);
	for (const list of lists) {
		const pairs = JSON.parse(await readFile(join(requests, list), "utf8"));
		const module = "/dist/" + (await dist(list.replace(/\.json$/, ".wasm")));
		for (let at = 0; at < pairs.length; at += 500) {
			const script = `(${answersOtherwise})(arguments[0], arguments[1]).then(arguments[2])`;
			assert.deepEqual(await tab.executeAsyncScript(script, module, pairs.slice(at, at + 500)), [], list);
		}
		t.diagnostic(`${list}: ${pairs.length} requests`);
	}
});

test("webkit: the elements on a strict page", async () => {
	await tab.get(local.url);
	await until(() => document.querySelector("lagrum-signup form") && document.querySelector("lagrum-notice .lagrum-notice") && document.querySelector(".lagrum-bar:not([hidden])"));
	assert.deepEqual(await faults(tab), []);
	await shoot("static-asked");

	// Choices.
	assert.equal(await tab.executeScript(() => document.documentElement.dataset.counted), null);
	await press(".lagrum-bar:not([hidden]) [data-lagrum-do=yes]");
	await until(() => document.documentElement.dataset.counted === "yes");
	await press("footer [data-lagrum-open]");
	await until(() => document.querySelector("dialog[open]"));
	assert.deepEqual(await faults(tab), []);
	await shoot("static-details");
	await press("dialog[open] [data-lagrum-do=close]");
	await until(() => !document.querySelector("dialog[open]"));

	// Signing up.
	await press(".lagrum-submit button");
	await until(() => document.querySelector(".lagrum-problems"));
	assert.equal(await tab.executeScript(() => document.activeElement.className), "lagrum-problems");
	assert.deepEqual(await faults(tab), []);
	await shoot("static-problems");
	await tab.executeScript(() => {
		const field = document.querySelector("[name=name]");
		field.focus();
		field.value = "Kim Example";
		field.dispatchEvent(new Event("input", { bubbles: true }));
		document.querySelector("[name=email]").focus();
	});
	await until(() => !document.querySelector("[name=name][aria-invalid]"));
	assert.deepEqual(await wrong(), []);
});
