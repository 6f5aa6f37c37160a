// <lagrum-signup> on the pages of the demonstration and on a strict static site: what
// it does, what it leaves to the server, and that whoever cannot see or point, or has
// no script, gets as far.
import { after, before, suite, test } from "node:test";
import assert from "node:assert/strict";
import { desktop, faults, names, open, phone, shoot, start } from "./browsers.mjs";
import { demo } from "./demo.mjs";
import { aWhile, fill, send, sendOn } from "./forms.mjs";
import { site, strict } from "./site.mjs";

const account = "/lartorget/forms/account?lang=sv", question = "/skolstaden/forms/service-request?lang=sv";
const access = "/hammarby/forms/access-request?lang=sv", enrolment = "/lartorget/forms/enrolment?lang=sv&event=supervision";

/** @type {Awaited<ReturnType<typeof demo>>} */
let server;
before(async () => (server = await demo()));
after(() => server?.stop());

/** Opens a page of the demonstration and waits until the form can check itself. */
async function visit(browser, path, options) {
	const tab = await open(browser, options);
	await tab.page.goto(server.url + path);
	await tab.page.evaluate(() => customElements.whenDefined("lagrum-signup").then(() => document.querySelector("lagrum-signup").ready));
	return tab;
}

const errors = (page) => page.$$eval(".lagrum-error p", (list) => list.map((e) => e.textContent.trim()));
const summary = (page) => page.$$eval(".lagrum-problems li", (list) => list.map((e) => e.innerText.trim()));
const focused = (page) => page.evaluate(() => document.activeElement.name || document.activeElement.className || document.activeElement.tagName);
const shown = (page) => page.$$eval(".lagrum-field", (list) => list.filter((e) => e.checkVisibility()).map((e) => e.querySelector("[name]").name));

/** The files of package wasm, for a site of our own. */
async function widgets() {
	const list = await (await fetch(server.url + "/widgets/manifest.json")).json();
	const pages = {};
	for (const { file } of list) {
		const answer = await fetch(server.url + "/widgets/" + file);
		const body = Buffer.from(await answer.arrayBuffer());
		pages["/widgets/" + file] = { type: answer.headers.get("content-type"), body };
	}
	const find = (name) => list.find((a) => a.name === name);
	const { file, integrity } = find("signup.js");
	const head = `<script type="module" src="/widgets/${file}" integrity="${integrity}"></script><link rel="stylesheet" href="/widgets/${find("signup.css").file}">`;
	return { pages, head };
}

/** Not that a server answers 422, nor the icon that Firefox asks for by itself. */
const isOurs = (text) => !/422|favicon/.test(text);

/** Keeps files from a page. */
async function without(page, ending) {
	await page.setRequestInterception(true);
	page.on("request", (request) => (request.url().endsWith(ending) ? request.abort() : request.continue()));
}

/** Compares long texts, and shows where they part. */
function same(got, want, what) {
	let at = 0;
	while (at < want.length && got[at] === want[at]) at++;
	assert.equal(got.slice(at - 80, at + 160), want.slice(at - 80, at + 160), what);
	assert.equal(got.length, want.length, what);
}

const page = (head, body, attributes = `lang="sv"`) =>
	`<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Static</title>${head}</head><body><main>${body}</main></body></html>`;

for (const name of names) {
	suite(name, () => {
		let browser;
		before(async () => (browser = await start(name)));
		after(() => browser?.close());

		for (const [path, given, ends] of [
			[enrolment, { "diet-consent": "yes", "diet-secrecy": "yes" }, /\/receipts\//],
			[question, {}, /service-request/],
			["/hammarby/forms/photo-consent?lang=sv", {}, /\/receipts\//],
			["/studieskolen/forms/enrolment?lang=da", { "fee-choice": "reduced" }, /\/receipts\//],
			["/gateway/forms/registration?lang=en", {}, /registration/],
			["/gateway/forms/mailing-lists?lang=en", {}, /\/receipts\//],
		]) {
			test(`from filling in to the ledger: ${path}`, async () => {
				const { page, wrong } = await visit(browser, path);
				const mark = `Kim ${name} ${path.length}`;
				await fill(page, { name: mark, "contact-name": mark, "first-name": mark, ...given });
				await aWhile();
				await sendOn(page);
				if (page.url().includes("part=")) {
					assert.deepEqual(await faults(page), []);
					await fill(page);
					await aWhile();
					await sendOn(page);
				}
				assert.match(page.url(), ends);
				assert.deepEqual(await summary(page), []);
				assert.deepEqual(wrong.filter(isOurs), []);
				if (!ends.source.includes("receipts")) assert.equal((await page.$$(".lagrum-received")).length, 1);
				await page.goto(server.url + "/staff?lang=en");
				const staff = await page.$eval("body", (body) => body.innerText);
				assert.ok(/The log verifies/.test(staff), "a log does not verify");
				if (/[?&]lang/.test(path) && !/photo|mailing/.test(path)) assert.ok(staff.includes(mark), "the answers are not there");
				await page.close();
			});
		}

		test("problems look and read as the server's", async () => {
			const typed = { name: "Kim", email: "kim@", "hsa-id": "x" };
			const here = await visit(browser, account), there = await open(browser);
			await there.page.goto(server.url + account + "&script=off");
			for (const { page } of [here, there]) {
				await page.bringToFront();
				for (const [field, text] of Object.entries(typed)) await page.type(`[name="${field}"]`, text);
			}
			await aWhile();
			await sendOn(there.page);
			await here.page.bringToFront();
			await send(here.page);
			await here.page.waitForSelector(".lagrum-problems");
			assert.equal(await focused(here.page), "lagrum-problems");
			const looks = (page) => page.evaluate(() => {
				const form = document.querySelector(".lagrum-form").cloneNode(true);
				for (const node of form.querySelectorAll("output")) node.remove();
				for (const control of form.querySelectorAll("input")) if (/email|text|tel|hidden/.test(control.type)) control.removeAttribute("value");
				form.querySelector("form").removeAttribute("action");
				for (const node of form.querySelectorAll("*")) {
					const attributes = [...node.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
					for (const { name } of attributes) node.removeAttribute(name);
					for (const { name, value } of attributes) if (name !== "autofocus") node.setAttribute(name, value);
				}
				return form.innerHTML.replace(/>\s+/g, ">").replace(/\s+</g, "<").replace(/script=off/g, "").replace(/&amp;"/g, '"');
			});
			same(await looks(here.page), await looks(there.page));
			assert.deepEqual(await faults(here.page), []);
			await shoot(here.page, `signup-problems-${name}`);
			assert.deepEqual(here.wrong.filter(isOurs), []);
			await Promise.all([here.page.close(), there.page.close()]);
		});

		test("a field is checked when it is left, if something was typed", async () => {
			const { page, wrong } = await visit(browser, account);
			await page.focus("[name=name]");
			await page.focus("[name=email]");
			await page.keyboard.type("kim@");
			assert.deepEqual(await errors(page), [], "before it is left");
			await page.keyboard.press("Tab");
			await page.waitForSelector(".lagrum-error");
			assert.deepEqual((await errors(page)).length, 1, "the name was only passed");
			const email = await page.$eval("[name=email]", (e) => ({
				invalid: e.ariaInvalid, says: e.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).innerText).join(" "),
			}));
			assert.equal(email.invalid, "true");
			assert.match(email.says, /namn@exempel/);
			assert.match(await page.$eval("lagrum-signup output", (e) => e.textContent), /namn@exempel/, "it is said once to those who listen");
			assert.deepEqual(await faults(page), []);
			await page.type("[name=email]", "example.com");
			await page.keyboard.press("Tab");
			await page.waitForFunction(() => !document.querySelector(".lagrum-error"));
			assert.equal(await page.$eval("[name=email]", (e) => e.ariaInvalid), null);
			assert.deepEqual(wrong.filter(isOurs), []);
			await page.close();
		});

		test("what depends on an answer comes and goes, and is not lost", async () => {
			const { page } = await visit(browser, question);
			assert.ok(!(await shown(page)).includes("other-service"));
			await page.select("[name=requested-service]", "other");
			assert.ok((await shown(page)).includes("other-service"));
			assert.ok(!(await page.$eval("[name=other-service]", (e) => e.closest(".lagrum-field").innerText)).includes("Gäller bara"), "the condition is seen, and not said");
			await page.type("[name=other-service]", "Something else");
			const options = await page.$$eval("[name=requested-service] option", (list) => list.map((o) => o.value));
			await page.select("[name=requested-service]", options[1]);
			assert.ok(!(await shown(page)).includes("other-service"));
			const sent = () => page.evaluate(() => [...new FormData(document.querySelector("lagrum-signup form")).keys()]);
			assert.ok(!(await sent()).includes("other-service"), "what is not asked for is not sent");
			assert.ok(!("other-service" in (await page.evaluate(() => document.querySelector("lagrum-signup").values))));
			await page.select("[name=requested-service]", "other");
			assert.equal(await page.$eval("[name=other-service]", (e) => e.value), "Something else");
			assert.ok((await sent()).includes("other-service"));
			assert.deepEqual(await faults(page), []);
			await page.close();
		});

		test("long texts are counted", async () => {
			const { page } = await visit(browser, question);
			const count = () => page.$eval("[name=service-question] ~ .lagrum-count", (e) => [e.innerText, e.hasAttribute("data-is-over")]);
			const [first] = await count(), most = first.match(/\d+/)[0];
			assert.match(first, /^Högst \d+ tecken$/);
			await page.type("[name=service-question]", " hej 👋🏽 ");
			assert.deepEqual(await count(), [`Tecken kvar: ${most - 6}`, false]);
			await page.$eval("[name=service-question]", (e) => {
				e.value = "a".repeat(3000);
				e.dispatchEvent(new InputEvent("input", { bubbles: true }));
			});
			assert.deepEqual(await count(), [`Tecken för många: ${3000 - most}`, true]);
			assert.match(await page.$eval("lagrum-signup output", (e) => e.textContent), /för många: \d/);
			assert.deepEqual(await faults(page), []);
			await page.close();
		});

		test("free text is looked at, by a module that comes when there is some", async () => {
			const { page, wrong } = await open(browser);
			const asked = [];
			page.on("request", (request) => asked.push(request.url()));
			await page.goto(server.url + access);
			await page.evaluate(() => document.querySelector("lagrum-signup").ready);
			await page.type("[name=child-name]", "Kim");
			const came = () => asked.filter((url) => url.includes("screening"));
			assert.deepEqual(came(), []);
			await page.type("[name=request-note]", "Han har diabetes.");
			await page.keyboard.press("Tab");
			await page.waitForSelector(".lagrum-keep");
			assert.equal(came().length, 2);
			assert.deepEqual(await faults(page), []);
			await shoot(page, `signup-keep-${name}`);
			await page.click(".lagrum-keep input");
			await page.waitForFunction(() => !document.querySelector(".lagrum-error"));
			assert.equal(await page.$eval(".lagrum-keep input", (e) => e.checked), true, "the answer stays");
			await page.focus("[name=request-note]");
			await page.keyboard.down("Control");
			await page.keyboard.press("End");
			await page.keyboard.up("Control");
			await page.keyboard.type(" 19090527-1474");
			await page.keyboard.press("Tab");
			await page.waitForSelector(".lagrum-error");
			assert.match((await errors(page)).join(), /personnummer|identitets/i);
			assert.deepEqual(wrong.filter(isOurs), []);
			await page.close();
		});

		test("by keyboard alone", async () => {
			const { page } = await visit(browser, account);
			await page.focus("[name=name]");
			await page.keyboard.press("Enter");
			await page.waitForSelector(".lagrum-problems");
			assert.equal(await focused(page), "lagrum-problems");
			await page.keyboard.press("Tab");
			const url = page.url();
			await page.keyboard.press("Enter");
			assert.equal(await focused(page), "name");
			assert.equal(page.url(), url);
			const inSight = await page.$eval("[for=form-name]", (e) => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().bottom <= innerHeight);
			assert.ok(inSight, "the label is out of sight");
			await page.keyboard.type("Kim Example");
			await page.keyboard.press("Tab");
			assert.notEqual(await focused(page), "BODY");
			for (let steps = 0; (await focused(page)) !== "email" && steps < 5; steps++) await page.keyboard.press("Tab");
			await page.keyboard.type("kim@example.com");
			for (let steps = 0; (await focused(page)) !== "work-role" && steps < 5; steps++) await page.keyboard.press("Tab");
			await page.keyboard.press("ArrowDown");
			for (let steps = 0; (await focused(page)) !== "sector" && steps < 5; steps++) await page.keyboard.press("Tab");
			await page.keyboard.press(" ");
			await page.waitForFunction(() => !document.querySelector(".lagrum-error"));
			await aWhile();
			await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
			assert.equal((await page.$$(".lagrum-received, .lagrum-receipt")).length > 0, true);
			await page.close();
		});

		test("without script the form is as it was", async () => {
			const { page } = await open(browser, { script: name !== "chromium" });
			if (name !== "chromium") await without(page, ".js"); // Firefox cannot be told to have none
			await page.goto(server.url + question);
			await sendOn(page);
			assert.ok((await page.$$(".lagrum-problems li")).length > 2);
			assert.ok((await page.$$(".lagrum-field[hidden]")).length === 0);
			await page.close();
		});

		test("the module is blocked: said once, and the server checks", async () => {
			const { page } = await open(browser);
			const said = [];
			page.on("console", (message) => message.text().startsWith("lagrum:") && said.push(message.text()));
			await without(page, ".wasm");
			await page.goto(server.url + question);
			await page.evaluate(() => document.querySelector("lagrum-signup").ready);
			await page.type("[name=contact-name]", "Kim");
			await page.type("[name=contact-email]", "kim@");
			await page.select("[name=requested-service]", "other");
			assert.ok((await shown(page)).includes("other-service"), "what depends on answers needs no module");
			assert.equal(said.length, 1);
			assert.ok(!said[0].includes("kim"), said[0]);
			await sendOn(page);
			assert.ok((await summary(page)).length > 1);
			assert.equal(await page.$eval("[name=contact-email]", (e) => e.value), "kim@");
			await page.close();
		});

		test("a slow network: whoever is faster sends the form to the server", async () => {
			const { page } = await open(browser);
			await page.setRequestInterception(true);
			const waiting = [];
			page.on("request", (request) => (request.url().endsWith(".wasm") ? waiting.push(request) : request.continue()));
			await page.goto(server.url + question, { waitUntil: "domcontentloaded" });
			await page.type("[name=contact-name]", "Kim");
			await sendOn(page);
			assert.ok((await summary(page)).length > 1);
			await page.close();
		});

		test("controls keep what browsers and password managers go by", async () => {
			const attributes = (page) => page.$$eval(".lagrum-form form [name]", (list) =>
				list.filter((e) => e.type !== "hidden").map((e) => [e.name, e.id, e.type, e.autocomplete, e.inputMode, e.getAttribute("autocapitalize"), e.spellcheck]));
			const plain = await open(browser), alive = await visit(browser, "/gateway/forms/registration?lang=en");
			await plain.page.goto(server.url + "/gateway/forms/registration?lang=en&script=off");
			await alive.page.type("[name=first-name]", "Kim");
			await send(alive.page);
			await alive.page.waitForSelector(".lagrum-problems");
			assert.deepEqual(await attributes(alive.page), await attributes(plain.page));
			// What a browser fills in by itself comes as input or change, with no key pressed.
			await alive.page.$eval("[name=last-name]", (e) => {
				e.value = "Example";
				e.dispatchEvent(new Event("change", { bubbles: true }));
			});
			assert.equal((await alive.page.evaluate(() => document.querySelector("lagrum-signup").values))["last-name"], "Example");
			await Promise.all([plain.page.close(), alive.page.close()]);
		});

		test("back: what was typed, and what was asked for then, is there", async () => {
			const { pages, head } = await widgets();
			const content = await (await fetch(server.url + question)).text();
			const form = content.slice(content.indexOf("<lagrum-signup"), content.indexOf("</lagrum-signup>") + 17).replace(/definition="[^"]*"/, `definition="/form.json"`).replace(/screening="[^"]*"/, "");
			const definition = await (await fetch(server.url + question.replace("?", "/definition.json?"))).text();
			const local = await site({ pages: { ...pages, "/": page(head, form), "/next": page("", "<h1>Next</h1>"), "/form.json": { type: "application/json", body: definition } } });
			try {
				const tab = await open(browser);
				await tab.page.goto(local.url);
				await tab.page.evaluate(() => document.querySelector("lagrum-signup").ready);
				await tab.page.type("[name=contact-name]", "Kim");
				await tab.page.select("[name=requested-service]", "other");
				await tab.page.type("[name=other-service]", "Else");
				await tab.page.goto(local.url + "/next");
				await tab.page.evaluate(() => history.back());
				await tab.page.waitForFunction(() => document.querySelector("[name=other-service]")?.checkVisibility());
				assert.equal(await tab.page.$eval("[name=other-service]", (e) => e.value), "Else");
				assert.equal(await tab.page.$eval("[name=contact-name]", (e) => e.value), "Kim");
				assert.deepEqual(tab.wrong.filter(isOurs), []);
				await tab.page.close();
			} finally {
				await local.stop();
			}
		});

		test("from a file, on a strict static site", async () => {
			const { pages, head } = await widgets();
			const given = await (await fetch(server.url + account + "&format=json")).json();
			const plain = await (await fetch(server.url + account + "&script=off")).text();
			const definition = await (await fetch(server.url + account.replace("?", "/definition.json?"))).text();
			const posts = [];
			const local = await site({
				pages: {
					...pages,
					"/": page(head, `<lagrum-signup src="/account.{lang}.json" action="/take" notice="/notice"><p><a href="/elsewhere">Sign up here</a></p></lagrum-signup>`, `lang="sv-SE" dir="rtl"`),
					"/fetch": page(head, `<lagrum-signup src="/account.{lang}.json" action="/refuse" fetch id="second"></lagrum-signup>`),
					"/account.sv.json": { type: "application/json", body: definition },
					"/take": (request, body) => (posts.push(body), page("", "<h1>Thanks</h1>")),
					"/refuse": (request, body) => (posts.push(body), {
						status: 422, type: "application/problem+json",
						body: JSON.stringify({ title: "No", status: 422, detail: "Not now", problems: [{ code: "taken", field: "email", args: {}, message: "Adressen används redan", asks: false, others: [] }] }),
					}),
				},
			});
			try {
				const tab = await open(browser, { size: phone });
				await tab.page.goto(local.url);
				await tab.page.waitForSelector("lagrum-signup form");
				const section = (text) => text.slice(text.indexOf('<section class="lagrum-form"'), text.lastIndexOf("</form>") + 7);
				const server_ = section(plain).replace(/<input type="hidden"[^>]*>\n/, "").replace(/action="[^"]*"/, `action="/take"`).replace(/<p><a href="[^"]*">/, `<p><a href="/notice">`);
				const written = await tab.page.$eval("lagrum-signup", (e) => e.innerHTML);
				const tidy = (text) => text.replace(/ (novalidate|checked|required)(="")?/g, " $1").replaceAll("&#34;", "&quot;").replaceAll("&#39;", "'").replace(/<p class="lagrum-hidden" role="status"><\/p>/, "").trim();
				same(tidy(section(written)), tidy(server_), "not what the server would write");
				assert.equal(given.definition.form, "account");
				assert.equal(await tab.page.$eval(".lagrum-form", (e) => getComputedStyle(e).direction), "rtl", "the direction is the page's");
				await send(tab.page);
				await tab.page.waitForSelector(".lagrum-problems");
				assert.deepEqual(await faults(tab.page), []);
				await shoot(tab.page, `signup-rtl-${name}`);
				await fill(tab.page, { name: "Kim Example" });
				await sendOn(tab.page);
				assert.match(posts[0], /name=Kim\+Example&email=kim%40example.com/);
				assert.deepEqual(tab.wrong.filter(isOurs), []);

				await tab.page.goto(local.url + "/fetch");
				await tab.page.waitForSelector("#second-email");
				await tab.page.evaluate(() => {
					globalThis.events = [];
					for (const type of ["lagrum-submit", "lagrum-problems", "lagrum-received"]) addEventListener(type, (e) => events.push([type, Object.keys(e.detail ?? {})]));
					globalThis.definition = undefined;
				});
				await fill(tab.page);
				await send(tab.page);
				await tab.page.waitForSelector(".lagrum-problems");
				assert.deepEqual(await summary(tab.page), ["Adressen används redan"]);
				assert.equal(await focused(tab.page), "lagrum-problems");
				assert.equal(new URL(tab.page.url()).pathname, "/fetch");
				assert.deepEqual(await tab.page.evaluate(() => events), [["lagrum-submit", ["values"]], ["lagrum-problems", ["problems"]]]);
				assert.equal(posts.length, 2);
				assert.deepEqual(tab.wrong.filter(isOurs), []);
				await tab.page.close();
			} finally {
				await local.stop();
			}
		});

		test("with another look, and on a page that is light only", async () => {
			const { pages, head } = await widgets();
			const definition = await (await fetch(server.url + account.replace("?", "/definition.json?"))).text();
			const looks = ["plain", "govuk-like", "designsystemet-like"];
			for (const look of looks) pages["/" + look] = page(`${head}<link rel="stylesheet" href="/presets/${look}.css">`, `<h1>Static</h1><lagrum-signup src="/form.json" heading="2"></lagrum-signup>`);
			const local = await site({ folders: { "/presets/": "wasm/elements/presets/" }, pages: { ...pages, "/form.json": { type: "application/json", body: definition } } });
			try {
				for (const look of looks) {
					const tab = await open(browser, { size: phone });
					if (name === "chromium") await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
					await tab.page.goto(`${local.url}/${look}`);
					await tab.page.waitForSelector("lagrum-signup form");
					await send(tab.page);
					await tab.page.waitForSelector(".lagrum-problems");
					assert.deepEqual(await faults(tab.page), [], look);
					await shoot(tab.page, `signup-${look}-${name}`);
					assert.deepEqual(tab.wrong.filter(isOurs), []);
					await tab.page.close();
				}
			} finally {
				await local.stop();
			}
		});

		test("a page may hold the form back, and show problems of its own", async () => {
			const { page } = await visit(browser, account);
			await fill(page);
			await page.evaluate(() => {
				addEventListener("lagrum-submit", (event) => {
					event.preventDefault();
					globalThis.got = event.detail.values;
					event.target.problems = [{ code: "taken", field: "email", message: "Taken", others: [] }];
				});
			});
			const url = page.url();
			await send(page);
			await page.waitForSelector(".lagrum-problems");
			assert.equal(page.url(), url);
			assert.equal(await page.evaluate(() => got.email), "kim@example.com");
			assert.ok(!(await page.evaluate(() => Object.keys(got))).some((key) => key.startsWith("lagrum-")), "the stamp and the trap are nobody's business");
			assert.deepEqual(await errors(page), ["Fel: Taken"]);
			await page.close();
		});

		test("without leaving the page: the server's own problems in place, then its receipt", async () => {
			const { page, wrong } = await visit(browser, "/hammarby/forms/photo-consent?lang=sv");
			await page.$eval("lagrum-signup", (e) => e.setAttribute("fetch", ""));
			await page.click("[name=picture-choice]");
			const before = page.url();
			await send(page); // faster than anybody
			await page.waitForSelector(".lagrum-problems");
			assert.equal(page.url(), before);
			assert.equal(await focused(page), "lagrum-problems");
			assert.equal(await page.$eval("[name=picture-choice]", (e) => e.checked), true);
			await aWhile();
			await sendOn(page);
			assert.match(page.url(), /receipts/);
			assert.deepEqual(wrong.filter(isOurs), []);
			await page.close();
		});

		for (const [what, policy] of [
			["modules", strict.replace(" 'wasm-unsafe-eval'", "")],
			["the policy for HTML", strict.replace("trusted-types lagrum", "trusted-types 'none'")],
		]) {
			test(`a page that forbids ${what}`, async () => {
				const { pages, head } = await widgets();
				const content = await (await fetch(server.url + question)).text();
				const form = content.slice(content.indexOf("<lagrum-signup"), content.indexOf("</lagrum-signup>") + 17)
					.replace(/definition="[^"]*"/, `definition="/form.json"`).replace(/action="[^"]*"/, `action="/take"`);
				const definition = await (await fetch(server.url + question.replace("?", "/definition.json?"))).text();
				let posts = 0;
				const local = await site({
					policy, pages: { ...pages, "/": page(head, form), "/form.json": { type: "application/json", body: definition }, "/take": () => (posts++, page("", "<h1>Thanks</h1>")) },
				});
				try {
					const tab = await open(browser), said = [];
					tab.page.on("console", (message) => message.text().startsWith("lagrum:") && said.push(message.text()));
					await tab.page.goto(local.url);
					await tab.page.evaluate(() => document.querySelector("lagrum-signup").ready);
					await tab.page.type("[name=contact-email]", "kim@");
					await sendOn(tab.page);
					assert.equal(posts, 1, "the form is not sent");
					assert.equal(said.length, 1, said.join("\n"));
					await tab.page.close();
				} finally {
					await local.stop();
				}
			});
		}

		for (const [size, window] of Object.entries({ phone, desktop })) {
			test(`pictures, ${size}`, async () => {
				const { page } = await visit(browser, enrolment, { size: window });
				for (const scheme of ["light", "dark"]) {
					if (name === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
					await shoot(page, `signup-${size}-${scheme}-${name}`);
					await send(page);
					await page.waitForSelector(".lagrum-problems");
					assert.deepEqual(await faults(page), []);
					await shoot(page, `signup-${size}-${scheme}-problems-${name}`);
				}
				await page.close();
			});
		}
	});
}
