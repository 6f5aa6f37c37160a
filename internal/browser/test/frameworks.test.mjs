// The elements in React, Vue and Svelte: the pages in wasm/elements/examples, built
// by Vite from the package as npm installs it.
import { before, suite, test, after } from "node:test";
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { faults, names, open, shoot, start } from "./browsers.mjs";
import { example } from "./demo.mjs";
import { fill, send, sendOn } from "./forms.mjs";
import { bundle, install } from "./pack.mjs";
import { root, site, strict } from "./site.mjs";

const examples = join(root, "wasm/elements/examples"), frameworks = await readdir(examples);

// Two of the frameworks have a policy of their own for what they write.
const policy = strict + " vue svelte-trusted-html; img-src 'self'";

let folder;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), "lagrum-frameworks-"));
	await install(folder);
	const installed = join(root, "internal/browser/node_modules");
	for (const name of ["react", "react-dom", "vue", "svelte", "vite", "@vitejs", "@sveltejs"]) await symlink(join(installed, name), join(folder, "node_modules", name));
	await bundle(join(folder, "privacy"), example("studieskolen"));
	for (const name of frameworks) {
		await cp(join(examples, name), join(folder, name), { recursive: true });
		await build({ root: join(folder, name), configFile: join(folder, name, "vite.config.js"), base: `/${name}/`, logLevel: "warn", build: { outDir: join(folder, "built", name), emptyOutDir: true } });
	}
	await mkdir(join(folder, "built"), { recursive: true });
});
after(() => rm(folder, { recursive: true, force: true }));

test("there is an example for each", () => assert.deepEqual(frameworks.sort(), ["react", "svelte", "vue"]));

for (const name of names) {
	suite(name, () => {
		let browser, local;
		before(async () => {
			browser = await start(name);
			const pages = { "/enrol": (_, body) => ({ body: `<!doctype html><html lang=en><title>Thanks</title><h1>Thanks</h1><p>${body.length}` }) };
			local = await site({ policy, folders: { "/privacy/": join(folder, "privacy"), "/": join(folder, "built") }, pages });
		});
		after(() => Promise.all([browser?.close(), local?.stop()]));

		for (const framework of frameworks) {
			test(framework, async () => {
				const visitor = await browser.createBrowserContext(); // who has chosen nothing yet
				const { page, wrong } = await open(visitor);
				await page.goto(`${local.url}/${framework}/`);
				await page.waitForSelector("lagrum-signup form");
				await page.waitForSelector("lagrum-notice .lagrum-notice");
				await page.waitForSelector(".lagrum-bar:not([hidden])");
				await page.click(".lagrum-bar:not([hidden]) [data-lagrum-do=no]");
				await page.waitForFunction(() => !document.querySelector(".lagrum-bar:not([hidden])"));
				// A minifier that does not know light-dark() would take the colours away.
				assert.equal(await page.$eval(".lagrum-open", (button) => getComputedStyle(button).backgroundColor), "rgb(255, 255, 255)");
				await send(page);
				await page.waitForFunction(() => /^[1-9]\d* to mend$/.test(document.querySelector("#told").textContent));
				assert.deepEqual(await faults(page), []);
				await shoot(page, `${framework}-${name}`);
				await fill(page);
				local.asked.length = 0;
				await sendOn(page);
				const sent = local.asked.find(({ path }) => path === "/enrol");
				assert.equal(sent.method, "POST");
				assert.match(sent.body, /kim%40example\.com/);
				assert.deepEqual(wrong, []);
				await visitor.close();
			});
		}
	});
}
