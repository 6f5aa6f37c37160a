// The package for npm, from an empty folder: what is in it, and that somebody who has
// nothing but it and the program gets as far as the ledger.
import { test } from "node:test";
import assert from "node:assert/strict";
import { cp, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { faults, names, open, shoot, start } from "./browsers.mjs";
import { demo, program } from "./demo.mjs";
import { aWhile, fill, send, sendOn } from "./forms.mjs";
import { bundle, empty, install, left, pack, run } from "./pack.mjs";
import { dist, root, site } from "./site.mjs";

test("the package holds what it says, and nothing else", async (t) => {
	const folder = await empty(t);
	const { paths, size } = await pack(folder);
	const built = JSON.parse(await readFile(join(root, "wasm/dist/manifest.json"), "utf8")).map(({ name }) => "dist/" + name);
	const written = ["README.md", "LICENSE", "package.json", "custom-elements.json", "index.d.ts"];
	const sources = ["index", "signup", "choices", "notice", "door", "files", "gate", "keep", "trust"].map((name) => name + ".js");
	assert.deepEqual(paths.sort(), [...written, ...sources, ...built].sort());
	assert.ok(size < 200_000, `${size} bytes`);
	assert.deepEqual(await left(), [], "packing leaves the tree as it was");
});

test("every address in it leads somewhere", async (t) => {
	const at = await install(await empty(t));
	const { exports, types, customElements, license } = JSON.parse(await readFile(join(at, "package.json"), "utf8"));
	const targets = Object.values(exports).flatMap((to) => (typeof to === "string" ? to : Object.values(to))).filter((to) => !to.includes("*"));
	for (const to of [...targets, types, customElements]) assert.ok((await stat(join(at, to))).size > 0, to);
	assert.equal(license, "Apache-2.0");
	assert.match(await readFile(join(at, "LICENSE"), "utf8"), /Apache License/);
	for (const { modules } of [JSON.parse(await readFile(join(at, customElements), "utf8"))]) {
		for (const { path } of modules) assert.ok((await stat(join(at, path))).size > 0, path);
	}
	// The scripts for pages without a bundler find the modules by names that stay.
	for (const name of ["signup", "choices"]) {
		const script = await readFile(join(at, "dist", name + ".js"), "utf8");
		assert.match(script, new RegExp(`"${name}\\.wasm","sha384-`));
		assert.ok(!script.includes(await dist(name + ".wasm")), "a name with a hash is left");
	}
});

for (const name of names) {
	test(`${name}: from an empty folder to the ledger`, async (t) => {
		// Somebody who likes it dark; the page that is written here knows nothing of that.
		const browser = await start(name, { prefs: { "layout.css.prefers-color-scheme.content-override": 0 } });
		t.after(() => browser.close());
		const opened = async () => {
			const tab = await open(browser);
			if (name === "chromium") await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
			return tab;
		};

		// What the reader of the README does.
		const folder = await empty(t);
		const at = await install(folder);
		await run(folder, program, "init");
		const policies = [join(folder, "policy.yaml")];
		let policy;
		const local = await site({ folders: { "/": join(folder, "public") }, policy: () => policy });
		t.after(() => local.stop());
		const server = await demo({ policies, flags: ["--origin", local.url] });
		t.after(() => server.stop());
		await bundle(join(folder, "public/privacy"), "--action", server.url, ...policies);
		[, policy] = (await readFile(join(folder, "public/privacy/_headers"), "utf8")).match(/Content-Security-Policy: (.*)/);
		await cp(join(at, "dist"), join(folder, "public/widgets"), { recursive: true });
		const page = (from) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evening school</title>
<link rel="stylesheet" href="${from}/signup.css">
<script type="module" src="${from}/signup.js"></script>
</head>
<body>
<main>
<h1>Evening school</h1>
<lagrum-signup src="${server.url}/evening-school/forms/enrolment?lang={lang}&amp;format=json"
  notice="/privacy/evening-school/notice.en.html" heading="2"></lagrum-signup>
</main>
</body>
</html>
`;
		await writeFile(join(folder, "public/index.html"), page("/widgets"));
		await writeFile(join(folder, "public/other.html"), page("/privacy"));

		for (const path of ["/", "/other.html"]) {
			const { page, wrong } = await opened();
			await page.goto(local.url + path);
			await page.waitForSelector("lagrum-signup form");
			await send(page);
			await page.waitForSelector(".lagrum-problems");
			assert.deepEqual(await faults(page), []);
			const mark = `Kim ${name} ${path.length}`;
			await fill(page, { name: mark, "newsletter-consent": "yes" });
			await aWhile();
			await sendOn(page);
			assert.match(page.url(), /\/receipts\//);
			assert.deepEqual(wrong, []);
			await page.goto(server.url + "/staff?lang=en");
			const staff = await page.$eval("body", (body) => body.innerText);
			assert.ok(staff.includes(mark) && /The log verifies/.test(staff), "it is not in the ledger");
			await page.close();
		}

		// What the bundle shows by itself.
		const { page: index, wrong } = await opened();
		await index.goto(local.url + "/privacy/");
		assert.deepEqual(await faults(index), []);
		await shoot(index, `bundle-index-${name}`);
		for (const name of ["enrolment", "notice"]) {
			await index.goto(`${local.url}/privacy/evening-school/${name}.en.html`);
			assert.deepEqual(await faults(index), []);
		}
		assert.deepEqual(wrong, []);
	});
}

test("from an empty folder, without script: the server shows the form that it stamps", async (t) => {
	const folder = await empty(t);
	await run(folder, program, "init");
	const policies = [join(folder, "policy.yaml")];
	const server = await demo({ policies });
	t.after(() => server.stop());
	await bundle(join(folder, "public"), "--no-script", "--action", server.url, ...policies);
	const page = await readFile(join(folder, "public/evening-school/enrolment.en.html"), "utf8");
	assert.ok(!page.includes("<script"));
	const [, action] = page.match(/<form[^>]* action="([^"]*)"/);
	const answer = await fetch(action.replaceAll("&amp;", "&"), { method: "POST", body: new URLSearchParams({ name: "Kim", email: "kim@example.com" }) });
	assert.equal(answer.status, 422);
	assert.match(await answer.text(), /name="name"[^>]* value="Kim"/, "what was typed is not lost");
});
