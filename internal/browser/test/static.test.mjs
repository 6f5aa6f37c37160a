// examples/static, served as it stands, with the headers that it asks for.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { desktop, faults, names, open, phone, shoot, start } from "./browsers.mjs";
import { fill, send, sendOn } from "./forms.mjs";
import { root, site } from "./site.mjs";

const headers = await readFile(join(root, "examples/static/_headers"), "utf8");
const [, policy] = headers.match(/Content-Security-Policy: (.*)/);

for (const name of names) {
	test(`${name}: the static example works on a plain web server`, async (t) => {
		const browser = await start(name);
		t.after(() => browser.close());
		const pages = { "/enrol": (_, body) => ({ body: `<!doctype html><html lang=en><title>Thanks</title><h1>Thanks</h1>` }) };
		const local = await site({ policy, folders: { "/": "examples/static/" }, pages });
		t.after(() => local.stop());

		const { page, wrong } = await open(browser, { size: phone });
		await page.goto(local.url);
		await page.waitForSelector("lagrum-signup form");
		await page.waitForSelector("lagrum-notice .lagrum-notice");
		await page.waitForSelector(".lagrum-bar:not([hidden])");
		assert.deepEqual(await faults(page), []);
		await shoot(page, `static-phone-${name}`);
		const counted = () => page.evaluate(() => document.documentElement.dataset.counted);
		assert.equal(await counted(), undefined);
		await page.click(".lagrum-bar:not([hidden]) [data-lagrum-do=yes]");
		await page.waitForFunction(() => document.documentElement.dataset.counted === "yes");

		await page.setViewport(desktop);
		await send(page);
		await page.waitForSelector(".lagrum-problems");
		assert.deepEqual(await faults(page), []);
		await shoot(page, `static-desktop-${name}`);
		await page.click("footer [data-lagrum-open]");
		await page.waitForSelector("dialog[open]");
		assert.deepEqual(await faults(page), []);
		await page.keyboard.press("Escape");
		await fill(page);
		await sendOn(page);
		assert.match(local.asked.findLast(({ path }) => path === "/enrol").body, /kim%40example\.com/);

		for (const path of ["/privacy/", "/privacy/studieskolen/choices.en.html", "/privacy/studieskolen/notice.short.da.html", "/privacy/studieskolen/danish-enrolment.is.html"]) {
			await page.goto(local.url + path);
			await page.waitForFunction(() => document.readyState === "complete");
			assert.deepEqual(await faults(page), [], path);
			await shoot(page, `bundle${path.replaceAll("/", "-")}${name}`);
		}
		assert.deepEqual(wrong, []);
	});
}
