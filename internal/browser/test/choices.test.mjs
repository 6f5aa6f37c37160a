// The panel for choices, in real browsers and on a strict page. The panels are those
// of sdk/choices/testdata: a site that asks for statistics and films, and the same
// site later, when films are used for more.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { desktop, faults, names, open, phone, shoot, start } from "./browsers.mjs";
import { dist, root, site, strict } from "./site.mjs";

const key = "lagrum.example-site";

/** What the page may do: no more than widgets need, the film, and the icon that browsers ask for. */
const usual = strict + "; frame-src 'self'; img-src 'self'";

/** Serves the page. What is not told is as most sites have it. */
async function host(t, { attributes = "", opener = "", change = (text) => text, policy = usual, pages = {} } = {}) {
	const at = { panel: "site", posted: [] };
	const template = await readFile(join(root, "internal/browser/pages/choices.html"), "utf8");
	const js = "/dist/" + (await dist("choices.js")), css = "/dist/" + (await dist("choices.css"));
	const page = () => change(template.replace("{choices.js}", js).replace("{choices.css}", css).replace("{panel}", at.panel)
		.replace("{attributes}", attributes).replace("{opener}", opener));
	const local = await site({
		policy,
		folders: { "/dist/": "wasm/dist/", "/pages/": "internal/browser/pages/", "/panels/": "sdk/choices/testdata/" },
		pages: {
			"/": page, "/courses": page, "/notice": "<!doctype html><html lang=en><title>Notice</title><h1>Notice</h1>",
			"/film": { body: "<!doctype html><html lang=en><title>Film</title><main><h1>A film</h1></main>", headers: { "Content-Security-Policy": "default-src 'none'" } },
			"/favicon.ico": { type: "image/x-icon" },
			"/record": (request, body) => (at.posted.push(JSON.parse(body)), { type: "application/json", body: "{}", status: at.status ?? 201 }),
			...pages,
		},
	});
	t.after(() => local.stop());
	at.paths = () => local.asked.map(({ path }) => path).filter((path) => path !== "/favicon.ico");
	return Object.assign(local, at, { at });
}

const bar = ".lagrum-bar:not([hidden])";
const press = (page, does, within = bar) => page.locator(`${within} [data-lagrum-do=${does}]`).click();
const details = (page) => page.locator(`${bar} [data-lagrum-open]`).click();
const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key)), key);
const focus = (page) => page.evaluate(() => {
	const at = document.activeElement;
	return at.dataset.lagrumDo ?? (at.hasAttribute("data-lagrum-open") ? "open" : at.id || at.localName);
});
const until = (page, what, ...args) => page.waitForFunction(what, { timeout: 20_000 }, ...args);
const gone = (page) => until(page, () => !document.querySelector(".lagrum-bar:not([hidden])") && !document.querySelector("dialog[open]"));

/** Opens the page and notes its events. */
async function visit(browser, local, { path = "/", ready = true, before, ...options } = {}) {
	const { page, wrong } = await open(browser, options);
	if (before) await page.evaluateOnNewDocument(before);
	await page.evaluateOnNewDocument(() => {
		globalThis.events = [];
		for (const type of ["lagrum-ready", "lagrum-decision"]) document.addEventListener(type, ({ detail }) => globalThis.events.push({ type, ...detail }));
		document.addEventListener("securitypolicyviolation", (e) => console.error("Content-Security-Policy " + e.violatedDirective + " " + e.blockedURI));
	});
	await page.goto(local.url + path);
	if (ready) await until(page, () => globalThis.events.some(({ type }) => type === "lagrum-ready"));
	return { page, wrong };
}

for (const name of names) {
	const suite = (title, run) => test(`${name}: ${title}`, async (t) => {
		const browser = await start(name);
		t.after(() => browser.close());
		await run(t, browser);
	});

	suite("nothing is asked for, stored or run before a choice", async (t, browser) => {
		const local = await host(t);
		const { page, wrong } = await visit(browser, local);
		await page.waitForSelector(bar);
		await page.waitForNetworkIdle();
		const loaded = local.paths().map((path) => path.replace(/-[0-9a-f]{16}/, ""));
		assert.deepEqual(loaded.sort(), ["/", "/dist/choices.css", "/dist/choices.js", "/pages/page.css", "/panels/site.en.json"]);
		assert.equal(await kept(page), null);
		assert.equal(await page.evaluate(() => document.cookie + globalThis.counted + sessionStorage.length), "undefined0");
		assert.deepEqual(await page.$$eval("lagrum-choices input", (boxes) => boxes.filter((box) => box.checked).length), 0);
		assert.equal(await page.$eval("lagrum-choices [role=status]", (said) => said.textContent), "May we store something on your device?");
		assert.equal(await page.evaluate(() => document.activeElement.localName), "body", "the question takes no focus");
		assert.deepEqual(await faults(page), []);
		assert.deepEqual(wrong, []);
	});

	suite("yes and no look alike", async (t, browser) => {
		const { page } = await visit(browser, await host(t));
		const look = (does) => page.$eval(`${bar} [data-lagrum-do=${does}]`, (button) => {
			const { color, backgroundColor, borderColor, fontSize, fontWeight, blockSize } = getComputedStyle(button);
			return { color, backgroundColor, borderColor, fontSize, fontWeight, blockSize };
		});
		assert.deepEqual(await look("yes"), await look("no"));
		for (const box of await page.$$eval("lagrum-choices button", (list) => list.filter((b) => b.checkVisibility()).map((b) => b.getBoundingClientRect().toJSON()))) {
			assert.ok(box.width >= 24 && box.height >= 24, JSON.stringify(box));
		}
	});

	suite("a no is one step, runs nothing, and holds", async (t, browser) => {
		const local = await host(t);
		const { page, wrong } = await visit(browser, local);
		await press(page, "no");
		await gone(page);
		assert.equal(await focus(page), "open", "the focus is not lost");
		const state = await kept(page);
		assert.equal(state.answers.statistics.status, "refused");
		assert.equal(state.subject, undefined, "a no needs no pseudonym");
		assert.equal(await page.evaluate(() => globalThis.counted), undefined);
		assert.deepEqual(await page.evaluate(() => globalThis.events.at(-1)), {
			type: "lagrum-decision", allowed: [], answers: { statistics: "refused", films: "refused" }, by: "visitor",
		});
		assert.equal(await page.$eval("lagrum-choices [role=status]", (said) => said.textContent), "Your choices have been saved.");
		assert.deepEqual(await faults(page), []);
		local.asked.length = 0;
		await page.reload();
		await until(page, () => globalThis.events.length > 0);
		assert.equal(await page.$(bar), null);
		assert.ok(!local.paths().some((path) => path.endsWith(".wasm")), "what was judged today needs no module");
		assert.deepEqual(wrong, []);
	});

	suite("a yes runs what waited, in order, and shows the film", async (t, browser) => {
		const local = await host(t);
		const { page, wrong } = await visit(browser, local);
		await press(page, "yes");
		await gone(page);
		await until(page, () => globalThis.countedModule && globalThis.counted === 1 && !document.querySelector(".lagrum-held"));
		assert.match(await page.$eval("iframe", (frame) => frame.contentWindow.location.pathname), /film/);
		const state = await kept(page);
		assert.match(state.subject, /^[0-9a-f]{32}$/);
		assert.deepEqual(Object.values(state.answers).map(({ status, until }) => status + (until > "2026" ? "" : until)), ["given", "given"]);
		assert.deepEqual(await page.evaluate(() => document.querySelector("lagrum-choices").allowed), ["statistics", "films"]);
		assert.deepEqual(await faults(page), []);
		await page.reload();
		await until(page, () => globalThis.counted === 1);
		assert.equal(await page.$(bar), null);
		assert.deepEqual(wrong, []);
	});

	suite("each choice by itself, taken back, and what goes with it", async (t, browser) => {
		const local = await host(t);
		const { page, wrong } = await visit(browser, local);
		await details(page);
		await page.waitForSelector("dialog[open]");
		assert.equal(await focus(page), "lagrum-choices");
		assert.deepEqual(await faults(page), []);
		await page.locator("#lagrum-choice-statistics").click();
		for (const summary of await page.$$("dialog summary")) await summary.click();
		assert.deepEqual(await faults(page), []);
		await shoot(page, `choices-details-${name}`);
		await press(page, "save", "dialog");
		await gone(page);
		await until(page, () => document.cookie.includes("_count_abc") && globalThis.counted === 1);
		assert.deepEqual(await page.evaluate(() => globalThis.events.at(-1).answers), { statistics: "given", films: "refused" });
		await page.evaluate(() => {
			document.cookie = "session=1; Path=/";
			localStorage.setItem("player-position", "1");
		});
		await page.locator(".lagrum-open").click();
		assert.deepEqual(await page.$$eval("dialog input", (boxes) => boxes.map((box) => box.checked)), [true, false]);
		await press(page, "no", "dialog");
		await page.waitForSelector(bar);
		assert.deepEqual(await page.evaluate(() => globalThis.events.at(-1).answers), { statistics: "withdrawn", films: "refused" });
		assert.equal(await page.evaluate(() => document.cookie), "session=1");
		assert.equal(await page.evaluate(() => localStorage.getItem("player-position")), null);
		assert.match(await page.$eval(`${bar} p`, (p) => p.textContent), /stops when you reload/);
		assert.deepEqual(await faults(page), []);
		const loads = page.waitForNavigation();
		await press(page, "reload");
		await loads;
		await until(page, () => globalThis.events.length > 0);
		assert.equal(await page.evaluate(() => globalThis.counted), undefined);
		assert.deepEqual(wrong, []);
	});

	suite("what cannot be removed is named", async (t, browser) => {
		const local = await host(t, { pages: { "/deep/set": { headers: { "Set-Cookie": "_count_deep=1; Path=/" } } } });
		const { page } = await visit(browser, local);
		await press(page, "no");
		await gone(page);
		// A stand-in for what the browser holds under a path that the page is not in.
		await page.evaluate(() => {
			const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
			Object.defineProperty(document, "cookie", { get: () => get.call(document) + "; _count_elsewhere=1", set: (text) => set.call(document, text) });
		});
		await page.locator(".lagrum-open").click();
		await press(page, "no", "dialog");
		await page.waitForSelector(bar);
		assert.match(await page.$eval(`${bar} p`, (p) => p.textContent), /_count_elsewhere/);
	});

	suite("by keyboard alone", async (t, browser) => {
		const { page, wrong } = await visit(browser, await host(t, { opener: "<a href='/notice' data-lagrum-open>Your choices</a> " }));
		await page.waitForSelector(bar);
		await page.keyboard.press("Tab");
		assert.equal(await focus(page), "yes", "the question comes first");
		await page.keyboard.press("Tab");
		assert.equal(await focus(page), "no");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.waitForSelector("dialog[open]");
		await page.keyboard.press("Tab");
		assert.equal(await focus(page), "lagrum-choice-statistics");
		await page.keyboard.press(" ");
		// The focus stays in the dialog, or in what is the browser's own; once there, Firefox gives the driver no keys any more.
		for (let i = 0; i < (name === "firefox" ? 7 : 25); i++) {
			await page.keyboard.press("Tab");
			assert.ok(await page.evaluate(() => document.activeElement === document.body || document.querySelector("dialog").contains(document.activeElement)));
		}
		await page.keyboard.press("Escape");
		await until(page, () => !document.querySelector("dialog[open]"));
		assert.equal(await focus(page), "open", "back to what opened it");
		assert.ok(await page.$(bar), "Esc is no answer");
		assert.equal(await kept(page), null);
		await page.focus("#last");
		await page.keyboard.down("Shift");
		await page.keyboard.press("Tab");
		await page.keyboard.up("Shift");
		assert.equal(await focus(page), "open");
		await page.keyboard.press("Enter");
		await page.waitForSelector("dialog[open]");
		await page.keyboard.press("Escape");
		await until(page, () => !document.querySelector("dialog[open]"));
		assert.equal(await page.evaluate(() => document.activeElement.closest("footer") !== null), true);
		await page.focus(`${bar} [data-lagrum-do=no]`);
		await page.keyboard.press("Enter");
		await gone(page);
		assert.equal(await page.evaluate(() => document.activeElement.closest("footer") !== null), true, "back to where the focus was");
		assert.deepEqual(wrong, []);
	});

	suite("the focus is never hidden below the question", async (t, browser) => {
		for (const size of [phone, desktop, { width: 320, height: 256 }]) {
			const { page } = await visit(browser, await host(t), { size });
			await page.waitForSelector(bar);
			await page.keyboard.press("Tab");
			for (let i = 0; i < 12; i++) {
				await page.keyboard.press("Tab");
				const [covered, what] = await page.evaluate(() => {
					const at = document.activeElement, box = at.getBoundingClientRect(), panel = document.querySelector(".lagrum-bar:not([hidden])");
					if (panel.contains(at) || at === document.body || getComputedStyle(panel).position !== "fixed") return [false];
					return [box.bottom > panel.getBoundingClientRect().top + 1, at.outerHTML.slice(0, 80)];
				});
				assert.ok(!covered, `${size.width}: ${what}`);
			}
			const { wide, scrolls } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, scrolls: innerWidth }));
			assert.ok(wide <= scrolls, `${size.width}: the page is ${wide} wide`);
			await page.close();
		}
	});

	suite("Global Privacy Control is a no, and says so", async (t, browser) => {
		const local = await host(t);
		const { page, wrong } = await visit(browser, local, { before: () => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }) });
		await page.waitForSelector(bar);
		assert.match(await page.$eval(`${bar} p`, (p) => p.textContent), /Global Privacy Control/);
		assert.equal(await page.$('[data-lagrum-part=ask]:not([hidden])'), null);
		assert.deepEqual(await page.evaluate(() => globalThis.events[0]), {
			type: "lagrum-decision", allowed: [], answers: { statistics: "refused", films: "refused" }, by: "signal",
		});
		assert.deepEqual(await faults(page), []);
		await shoot(page, `choices-signal-${name}`);
		await details(page);
		await page.locator("#lagrum-choice-films").click();
		await press(page, "save", "dialog");
		await gone(page);
		await page.reload();
		await until(page, () => globalThis.events.length > 0);
		assert.deepEqual(await page.evaluate(() => globalThis.events), [{ type: "lagrum-ready", allowed: ["films"] }]);
		assert.equal(await page.$(bar), null);
		assert.deepEqual(wrong, []);
	});

	suite("the signal takes back what was allowed before it came", async (t, browser) => {
		const local = await host(t);
		const { page } = await visit(browser, local);
		await press(page, "yes");
		await gone(page);
		await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
		await page.reload();
		await until(page, () => globalThis.events.length > 1);
		assert.deepEqual(await page.evaluate(() => globalThis.events[0].answers), { statistics: "withdrawn", films: "withdrawn" });
		assert.equal(await page.evaluate(() => globalThis.counted), undefined);
	});

	suite("asked again for what has changed, and for nothing else", async (t, browser) => {
		const local = await host(t);
		const { page, wrong } = await visit(browser, local);
		await press(page, "yes");
		await gone(page);
		local.at.panel = "site-later";
		await page.goto(local.url + "/");
		await page.waitForSelector(bar);
		assert.deepEqual(await page.$$eval(`${bar} li`, (list) => list.filter((item) => item.checkVisibility()).map((item) => item.dataset.lagrumChoice)), ["films"]);
		assert.match(await page.$eval(`${bar} li:not([hidden])`, (item) => item.textContent), /asked? again because this has changed|ask again because this has changed: what the data are used for/);
		await until(page, () => globalThis.counted === 1, "statistics still run");
		assert.ok(await page.$(".lagrum-held"), "the film waits again");
		assert.deepEqual(await faults(page), []);
		await shoot(page, `choices-again-${name}`);
		await press(page, "no");
		await gone(page);
		assert.deepEqual(await page.evaluate(() => globalThis.events.at(-1).answers), { films: "withdrawn" });
		assert.deepEqual(await page.evaluate(() => document.querySelector("lagrum-choices").allowed), ["statistics"]);
		assert.deepEqual(wrong, []);
	});

	suite("a frame can be shown once, or allowed", async (t, browser) => {
		const { page, wrong } = await visit(browser, await host(t));
		assert.match(await page.$eval(".lagrum-held", (held) => held.textContent), /Content from Example Films.*storing something on my device when I watch a film/s);
		await press(page, "once", ".lagrum-held");
		await until(page, () => document.querySelector("iframe").src.endsWith("/film"));
		assert.equal(await focus(page), "iframe");
		assert.equal(await kept(page), null);
		assert.ok(await page.$(bar), "that was no answer");
		await page.reload();
		await press(page, "allow", ".lagrum-held");
		await until(page, () => document.querySelector("iframe").src.endsWith("/film"));
		assert.deepEqual(await page.evaluate(() => globalThis.events.at(-1).answers), { films: "given" });
		assert.deepEqual(await page.$$eval(`${bar} li`, (list) => list.filter((item) => item.checkVisibility()).map((item) => item.dataset.lagrumChoice)), ["statistics"]);
		assert.deepEqual(wrong, []);
	});

	suite("frames and scripts that come later wait too", async (t, browser) => {
		const { page } = await visit(browser, await host(t));
		await press(page, "no");
		await gone(page);
		await page.evaluate(() => {
			const frame = Object.assign(document.createElement("iframe"), { title: "Another film" });
			Object.assign(frame.dataset, { lagrum: "films", src: "/film" });
			document.querySelector("main").append(frame);
		});
		await until(page, () => document.querySelectorAll(".lagrum-held").length === 2);
		await page.evaluate(() => {
			const script = Object.assign(document.createElement("script"), { type: "text/plain" });
			Object.assign(script.dataset, { lagrum: "statistics films", src: "/pages/count.js" });
			document.body.append(script);
		});
		await page.locator(".lagrum-open").click();
		await page.locator("#lagrum-choice-films").click();
		await press(page, "save", "dialog");
		await until(page, () => !document.querySelector(".lagrum-held"));
		assert.equal(await page.evaluate(() => globalThis.counted), undefined, "one of two is not enough");
	});

	suite("where the browser keeps nothing, choices hold for the page", async (t, browser) => {
		const local = await host(t);
		const block = () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
		const { page, wrong } = await visit(browser, local, { before: block });
		await press(page, "yes");
		await until(page, () => globalThis.counted === 1);
		assert.match(await page.$eval(`${bar} p`, (p) => p.textContent), /does not let us keep/);
		assert.deepEqual(await page.evaluate(() => document.querySelector("lagrum-choices").allowed), ["statistics", "films"]);
		await press(page, "close");
		await gone(page);
		assert.deepEqual(wrong, []);
	});

	suite("without the module nothing is allowed, and a no is a no", async (t, browser) => {
		const local = await host(t, { policy: usual.replace(" 'wasm-unsafe-eval'", "") });
		const { page } = await visit(browser, local);
		await press(page, "yes");
		await until(page, () => /could not be saved/.test(document.querySelector(".lagrum-bar:not([hidden]) p")?.textContent));
		assert.equal(await page.evaluate(() => globalThis.counted), undefined);
		assert.deepEqual(await page.evaluate(() => document.querySelector("lagrum-choices").allowed), []);
	});

	test(`${name}: without script nothing is asked and nothing runs`, async (t) => {
		const browser = await start(name, { prefs: { "javascript.enabled": false } });
		t.after(() => browser.close());
		const local = await host(t);
		const { page } = await open(browser, { script: name === "firefox" }); // its driver cannot turn script off
		await page.goto(local.url);
		await page.goto(local.url + "/courses");
		assert.deepEqual(local.paths().filter((path) => /count|film|wasm|panels/.test(path)), []);
		assert.ok(local.paths().includes("/courses"));
	});

	suite("an error of the page, or a panel that is not there, harms nothing", async (t, browser) => {
		const local = await host(t, { change: (text) => text.replace("</head>", '<script src="/broken.js"></script></head>'), pages: { "/broken.js": { type: "text/javascript", body: "throw new Error('of the page')" } } });
		const { page, wrong } = await visit(browser, local);
		await press(page, "no");
		await gone(page);
		assert.equal(wrong.length, 1);
		local.at.panel = "none";
		await page.goto(local.url + "/");
		await new Promise((done) => setTimeout(done, 300));
		assert.ok(await page.$("lagrum-choices a"), "what stood in the element stays");
		assert.equal(await page.evaluate(() => globalThis.counted), undefined);
	});

	suite("going back finds what was chosen meanwhile", async (t, browser) => {
		const local = await host(t);
		const { page } = await visit(browser, local);
		await page.waitForSelector(bar);
		await page.goto(local.url + "/courses");
		await press(page, "no");
		await gone(page);
		await page.evaluate(() => history.back());
		await until(page, () => location.pathname === "/");
		await gone(page);
		assert.equal((await kept(page)).answers.films.status, "refused");
		// A page that comes back whole from the cache of the browser is told so, and nothing else.
		const { page: other } = await visit(browser, local);
		await other.evaluate((key) => {
			localStorage.removeItem(key);
			dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
		}, key);
		await other.waitForSelector(bar);
		assert.ok(!/unload/.test(await readFile(join(root, "wasm/elements/choices.js"), "utf8")), "what listens for unload is not kept in that cache");
	});

	suite("another tab finds what was chosen", async (t, browser) => {
		const local = await host(t);
		const { page: one } = await visit(browser, local);
		const { page: other } = await visit(browser, local);
		await press(other, "yes");
		await gone(other);
		await one.bringToFront();
		await gone(one);
		await until(one, () => globalThis.counted === 1);
	});

	suite("for a domain with sub-domains", async (t, browser) => {
		const local = await host(t, { attributes: ' domain="lagrum.localhost"' });
		const at = (sub) => ({ ...local, url: local.url.replace("127.0.0.1", sub + ".lagrum.localhost") });
		const { page, wrong } = await visit(browser, at("www"));
		await press(page, "yes");
		await gone(page);
		assert.equal(await kept(page), null);
		await page.goto(at("courses").url + "/");
		await until(page, () => globalThis.events.length > 0);
		assert.equal(await page.$(bar), null);
		assert.deepEqual(await page.evaluate(() => globalThis.events[0].allowed), ["statistics", "films"]);
		assert.deepEqual(wrong, []);
	});

	suite("answers are sent to the server, and again if they did not arrive", async (t, browser) => {
		const local = await host(t, { attributes: ' record="/record"' });
		local.at.status = 503;
		const { page } = await visit(browser, local);
		await press(page, "no");
		await gone(page);
		await until(page, (key) => JSON.parse(localStorage.getItem(key)).unsent, key);
		local.at.status = 201;
		await page.reload();
		await until(page, (key) => !JSON.parse(localStorage.getItem(key)).unsent, key);
		assert.equal(local.at.posted.length, 2);
		const [{ subject, language, answers }] = local.at.posted;
		assert.match(subject, /^[0-9a-f]{32}$/);
		assert.equal(language, "en");
		assert.deepEqual(answers.map(({ id, yes }) => [id, yes]), [["statistics", false], ["films", false]]);
	});

	suite("Google's tags hear nothing before a yes, and then what it covers", async (t, browser) => {
		const local = await host(t, { attributes: ' google="analytics_storage=statistics ad_storage=films"' });
		const { page } = await visit(browser, local);
		assert.equal(await page.evaluate(() => typeof globalThis.dataLayer), "undefined");
		await details(page);
		await page.locator("#lagrum-choice-statistics").click();
		await press(page, "save", "dialog");
		await until(page, () => globalThis.counted === 1);
		const said = () => page.evaluate(() => globalThis.dataLayer.map((list) => [...list]));
		const denied = { ad_storage: "denied", ad_user_data: "denied", ad_personalization: "denied", analytics_storage: "denied" };
		assert.deepEqual(await said(), [["consent", "default", denied], ["consent", "update", { analytics_storage: "granted", ad_storage: "denied" }]]);
		await page.locator(".lagrum-open").click();
		await press(page, "no", "dialog");
		await page.waitForSelector(bar);
		assert.deepEqual((await said()).at(-1), ["consent", "update", { analytics_storage: "denied", ad_storage: "denied" }]);
	});

	suite("from right to left, in another language, in every look", async (t, browser) => {
		const local = await host(t, { change: (text) => text.replace('<html lang="en">', '<html lang="sv-SE" dir="rtl">') });
		const { page, wrong } = await visit(browser, local);
		await page.waitForSelector(bar);
		assert.equal(await page.$eval(`${bar} h2`, (h) => h.textContent), "Får vi spara något på din enhet?");
		const [yes, no] = await page.$$eval(`${bar} button`, (list) => list.map((b) => b.getBoundingClientRect().left));
		assert.ok(yes > no, "the first button stands to the right");
		assert.deepEqual(await faults(page), []);
		await shoot(page, `choices-rtl-${name}`);
		for (const [size, at] of [[desktop, "desktop"], [phone, "phone"]]) {
			for (const scheme of ["light", "dark"]) {
				const { page } = await open(browser, { size });
				await page.emulateMediaFeatures?.([{ name: "prefers-color-scheme", value: scheme }]).catch(() => {});
				await page.goto((await host(t)).url);
				await page.waitForSelector(bar);
				assert.deepEqual(await faults(page), []);
				await shoot(page, `choices-${at}-${scheme}-${name}`);
				await details(page);
				await page.waitForSelector("dialog[open]");
				await page.click("dialog summary");
				assert.deepEqual(await faults(page), []);
				await page.screenshot({ path: join(root, ".build/screenshots", `choices-details-${at}-${scheme}-${name}.png`) });
				await page.close();
			}
		}
		assert.deepEqual(wrong, []);
	});
}
