// <lagrum-notice> on the pages of the demonstration and on a strict static site.
import { after, before, suite, test } from "node:test";
import assert from "node:assert/strict";
import { desktop, faults, names, open, phone, shoot, start } from "./browsers.mjs";
import { demo } from "./demo.mjs";
import { site, strict } from "./site.mjs";

const path = "/studieskolen?lang=da";

/** @type {Awaited<ReturnType<typeof demo>>} */
let server;
before(async () => (server = await demo()));
after(() => server?.stop());

/** Not the icon that Firefox asks for by itself. */
const isOurs = (text) => !/favicon/.test(text);

const script = async (page) => {
	await page.waitForSelector("lagrum-notice .lagrum-print");
	return page;
};

for (const name of names) {
	suite(name, () => {
		let browser;
		before(async () => (browser = await start(name)));
		after(() => browser?.close());

		test("the contents tell where the reader is", async () => {
			const { page, wrong } = await open(browser);
			await page.goto(server.url + path);
			await script(page);
			const current = () => page.$$eval(".lagrum-contents [aria-current=true]", (list) => list.map((a) => a.hash.slice(1)));
			for (const id of ["notice-rights", "notice-controller"]) {
				await page.$eval("#" + id, (heading) => heading.closest("section").scrollIntoView({ behavior: "instant" }));
				await page.waitForFunction((id) => document.querySelector(".lagrum-contents [aria-current=true]")?.hash === "#" + id, {}, id);
				assert.deepEqual(await current(), [id]);
			}
			assert.deepEqual(await faults(page), []);
			assert.deepEqual(wrong.filter(isOurs), []);
			await shoot(page, `notice-desktop-${name}`);
			await page.close();
		});

		test("it can be printed, and linked to", async () => {
			const { page } = await open(browser);
			await page.goto(server.url + path);
			await script(page);
			await page.evaluate(() => {
				globalThis.print = () => (globalThis.printed = true);
				Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => (globalThis.copied = text) } });
			});
			await page.click(".lagrum-print");
			assert.equal(await page.evaluate(() => printed), true);
			const button = await page.$(".lagrum-link");
			assert.match(await button.evaluate((e) => e.ariaLabel), /^Kopiér et link til: ./);
			await button.click();
			const [copied, said, id] = await page.evaluate(() => [globalThis.copied, document.querySelector(".lagrum-said").textContent, document.querySelector(".lagrum-link + *").id]);
			assert.equal(copied, server.url + path + "#" + id);
			assert.equal(said, "Linket er kopieret");
			// Where nothing may be copied, the address has the link.
			await page.evaluate(() => (navigator.clipboard.writeText = async () => Promise.reject(new Error("no"))));
			await button.click();
			await page.waitForFunction((id) => location.hash === "#" + id, {}, id);
			await page.close();
		});

		test("from the short one to the full one, in place", async () => {
			const { page, wrong } = await open(browser, { size: phone });
			await page.goto(server.url + path + "&layer=short");
			await script(page);
			assert.deepEqual(await faults(page), []);
			const url = page.url();
			await page.$eval("lagrum-notice", (e) => [...e.querySelectorAll("a")].find((a) => a.href === new URL(e.getAttribute("full"), location).href).click());
			await page.waitForSelector("lagrum-notice .lagrum-notice-full .lagrum-link");
			assert.equal(page.url(), url);
			assert.equal(await page.evaluate(() => document.activeElement.id), "notice-title");
			assert.deepEqual(await faults(page), []);
			assert.deepEqual(wrong.filter(isOurs), []);
			await shoot(page, `notice-phone-${name}`);
			assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0, "something is remembered");
			await page.close();
		});

		test("from a file of the site, on a strict page", async () => {
			const list = await (await fetch(server.url + "/widgets/manifest.json")).json();
			const { file, integrity } = list.find((a) => a.name === "notice.js");
			const content = await (await fetch(server.url + path)).text();
			const page_ = (element) => `<!doctype html><html lang="da"><head><title>Static</title><script type="module" src="/w.js" integrity="${integrity}"></script></head><body><main>${element}</main></body></html>`;
			const pages = {
				"/w.js": { type: "text/javascript", body: await (await fetch(server.url + "/widgets/" + file)).text() },
				"/": page_(`<lagrum-notice src="/notice.{lang}.html"><p><a href="/notice.da.html">Notice</a></p></lagrum-notice>`),
				"/away": page_(`<lagrum-notice src="${server.url}${path}"><p><a href="/notice.da.html">Notice</a></p></lagrum-notice>`),
				"/notice.da.html": content,
			};
			const local = await site({ pages }), closed = await site({ pages, policy: strict.replace("trusted-types lagrum", "trusted-types 'none'") });
			try {
				const { page, wrong } = await open(browser);
				await page.goto(local.url);
				await script(page);
				assert.match(await page.$eval("h1", (e) => e.textContent), /\S/);
				assert.equal(await page.$eval(".lagrum-print", (e) => e.textContent), "Udskriv", "the file has the words");
				assert.deepEqual(wrong.filter(isOurs), []);
				const asked = local.asked.map((a) => a.path).filter((p) => p !== "/favicon.ico");
				assert.deepEqual(asked, ["/", "/w.js", "/notice.da.html"]);
				for (const url of [local.url + "/away", closed.url + "/"]) {
					await page.goto(url);
					await page.waitForFunction(() => customElements.get("lagrum-notice"));
					await new Promise((done) => setTimeout(done, 300));
					assert.equal(await page.$eval("lagrum-notice a", (e) => e.textContent), "Notice", "what stood there stays");
				}
				await page.close();
			} finally {
				await Promise.all([local.stop(), closed.stop()]);
			}
		});

		for (const [size, window] of Object.entries({ phone, desktop })) {
			test(`without scripts, ${size}`, async () => {
				const { page, wrong } = await open(browser, { size: window });
				await page.goto(server.url + path + "&script=off");
				assert.equal((await page.$$("script, lagrum-notice, button:not(form button)")).length, 0);
				assert.deepEqual(await faults(page), []);
				assert.deepEqual(wrong.filter(isOurs), []);
				await page.close();
			});
		}
	});
}
