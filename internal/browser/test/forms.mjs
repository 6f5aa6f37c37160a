// How the tests fill in forms, as people do: by what is asked, until nothing more is.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Answers by control; numbers are published test numbers. */
const answers = {
	email: "kim@example.com", tel: "+46 70 174 06 05", date: "1990-01-31", url: "https://www.example.com", number: "3", "postal-code": "111 20",
	"long-text": "Please tell me when it begins.", text: "Kim Example",
};
const numbers = {
	"se.organisationsnummer": "556036-0793", "eu.pic": "999 990 239", "se.hsaid": "SE2321000016-A1B2", "se.personnummer": "19900118-9811", "dk.cpr": "070761-4285",
};

/**
 * Fills in all that a form asks for, also what it asks for after an answer. Given
 * are answers by name; null leaves the field empty.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {Record<string, string | null>} [given]
 */
export async function fill(page, given = {}) {
	const done = new Set();
	for (let field; (field = await next(page, [...done])); done.add(field.name)) {
		const answer = field.name in given ? given[field.name] : usual(field);
		if (answer === null) continue;
		const at = `.lagrum-form [name="${field.name}"]`;
		if (field.type === "file") {
			await (await page.$(at)).uploadFile(picture());
		} else if (field.type === "select-one") {
			await page.select(at, answer);
		} else if (field.type === "radio" || field.type === "checkbox") {
			await page.click(`${at}[value="${answer}"]`);
		} else {
			await page.type(at, answer);
		}
	}
	return [...done];
}

let folder;

/** Gives a file to send; browsers read it when they do. */
function picture() {
	if (!folder) {
		folder = mkdtempSync(join(tmpdir(), "lagrum-picture-"));
		process.on("exit", () => rmSync(folder, { recursive: true }));
		writeFileSync(join(folder, "picture.png"), Buffer.from("iVBORw0KGgo=", "base64"));
	}
	return join(folder, "picture.png");
}

function usual({ name, type, value, control, kinds, oneOf }) {
	if (oneOf) return null;
	if (kinds) return numbers[kinds[0]] ?? null;
	if (type === "radio" || type === "checkbox" || type === "select-one") return value;
	return answers[control] ?? answers.text;
}

/** Finds the next field that stands in the form and can be seen. */
function next(page, done) {
	return page.evaluate(async (done) => {
		const element = document.querySelector("lagrum-signup");
		if (element) {
			await customElements.whenDefined("lagrum-signup");
			await element.ready;
		}
		const from = element.getAttribute("definition") ?? element.getAttribute("src").replace("{lang}", document.documentElement.lang.split("-")[0]);
		globalThis.definition ??= await (await fetch(from)).json();
		const { fields } = globalThis.definition.definition ?? globalThis.definition;
		for (const control of document.querySelectorAll(".lagrum-form .lagrum-field [name]")) {
			const { name, type } = control;
			if (done.includes(name) || name.startsWith("keep.") || control.closest("[hidden]")) continue;
			const f = fields.find((f) => f.name === name);
			const first = fields.find((other) => f.oneOf && other.oneOf === f.oneOf && !done.includes(other.name));
			return {
				name, type, value: control.options?.[1].value ?? control.value, control: f.control, kinds: f.numbers,
				oneOf: f.oneOf && first !== f ? true : fields.some((other) => f.oneOf && other.oneOf === f.oneOf && done.includes(other.name)),
			};
		}
	}, done);
}

/** Sends the form of the page, by its button. */
export async function send(page) {
	await page.click(".lagrum-submit button");
}

/** Sends the form and waits for the page that comes. */
export async function sendOn(page) {
	await Promise.all([page.waitForNavigation(), send(page)]);
}

/** Waits until nobody would think that a program filled in the form. */
export const aWhile = (ms = 2100) => new Promise((done) => setTimeout(done, ms));
