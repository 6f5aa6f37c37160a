// The modules answer in a browser what Go answers. REQUESTS is a folder with the
// requests of each module and Go's answers, which a test of package wasm writes.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { answersOtherwise } from "./answers.mjs";
import { names, start, open } from "./browsers.mjs";
import { dist, site } from "./site.mjs";

const folder = process.env.REQUESTS;

for (const name of names) {
	test(`${name}: the modules answer as Go does`, async (t) => {
		assert.ok(folder, "REQUESTS names no folder; run make browsers");
		const browser = await start(name);
		t.after(() => browser.close());
		const local = await site({ folders: { "/dist/": "wasm/dist/", "/elements/": "wasm/elements/" }, pages: { "/": "<!doctype html><title>Modules</title>" } });
		t.after(() => local.stop());
		const { page, wrong } = await open(browser);
		await page.goto(local.url);
		const lists = await readdir(folder);
		assert.ok(lists.length >= 3, `only ${lists} in ${folder}`);
		for (const list of lists) {
			const pairs = JSON.parse(await readFile(join(folder, list), "utf8"));
			const module = "/dist/" + (await dist(list.replace(/\.json$/, ".wasm")));
			let other = [];
			for (let at = 0; at < pairs.length; at += 500) {
				other = other.concat(await page.evaluate(answersOtherwise, module, pairs.slice(at, at + 500)));
			}
			assert.deepEqual(other, [], `${list}: of ${pairs.length} requests`);
			t.diagnostic(`${list}: ${pairs.length} requests`);
		}
		assert.deepEqual(wrong, []);
	});
}
