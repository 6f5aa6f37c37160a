// Real browsers for the tests: Debian's Chromium and Firefox, driven by puppeteer.
// One that is not there is an error, and no reason to leave a test out.
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";
import { root } from "./site.mjs";

const require = createRequire(import.meta.url);

const kinds = {
	chromium: {
		browser: "chrome", path: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
	},
	firefox: { browser: "firefox", path: process.env.FIREFOX ?? "/usr/bin/firefox-esr", args: [] },
};

// Firefox asks for a site's icon when it likes, which a strict page may forbid.
const quiet = { "browser.chrome.site_icons": false };

/** The names of the browsers that every test runs in. BROWSERS="chromium" leaves it at one. */
export const names = process.env.BROWSERS?.split(",") ?? Object.keys(kinds);

/**
 * Starts a browser. Close it when the test is over.
 *
 * @param {string} name one of names
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.prefs] of Firefox, as in about:config
 * @param {string[]} [options.args] more of the command line
 */
export async function start(name, { prefs = {}, args = [] } = {}) {
	const kind = kinds[name];
	if (!existsSync(kind.path)) throw new Error(`${kind.path} is missing; on Debian, as root: apt-get install chromium firefox-esr`);
	return puppeteer.launch({
		browser: kind.browser, executablePath: kind.path, headless: true, args: [...kind.args, ...args], extraPrefsFirefox: { ...quiet, ...prefs }, protocolTimeout: 60_000,
	});
}

/** Sizes of a window. */
export const phone = { width: 390, height: 844 }, desktop = { width: 1200, height: 900 };

/**
 * Opens a page that tells what goes wrong on it.
 *
 * @param {import("puppeteer-core").Browser} browser
 * @param {object} [options]
 * @param {{width: number, height: number}} [options.size]
 * @param {boolean} [options.script] false to turn script off
 */
export async function open(browser, { size = desktop, script = true } = {}) {
	const page = await browser.newPage();
	await page.setViewport(size);
	if (!script) await page.setJavaScriptEnabled(false);
	/** @type {string[]} */
	const wrong = [];
	page.on("pageerror", (error) => wrong.push(String(error)));
	page.on("console", (message) => {
		if (message.type() === "error" || /Content.Security.Policy|Trusted ?Type/i.test(message.text())) wrong.push(message.text());
	});
	return { page, wrong };
}

let axe;

/**
 * Gives what axe-core finds wrong with the page as it is now: WCAG 2.2 at level AA,
 * and what is good practice.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} [within] a selector
 */
export async function faults(page, within = "html") {
	axe ??= await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
	// Not addScriptTag, which a strict page forbids.
	await page.evaluate(axe);
	const found = await page.evaluate(async (selector) => {
		const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
		const { violations } = await globalThis.axe.run(selector, { runOnly: { type: "tag", values: tags } });
		return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html.slice(0, 200)).join(" | ")}`);
	}, within);
	return found;
}

/** Keeps a picture of the page as .build/screenshots/NAME.png, for people to look at. */
export async function shoot(page, name) {
	const path = join(root, ".build", "screenshots", name + ".png");
	await mkdir(dirname(path), { recursive: true });
	await page.screenshot({ path, fullPage: true });
}
