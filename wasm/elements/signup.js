/**
 * <lagrum-signup>: a form that checks itself as it is filled in, by the same code as
 * the server. What the server wrote stands inside and works without this script,
 * which shows and hides what depends on other answers, and gets the module with the
 * check when somebody begins. With src there is no server's HTML: the module writes
 * it. See docs/widgets.md, and index.d.ts for what a page may ask of it.
 */
import { get, open } from "./door.js";
import * as files from "./files.js";
import { html } from "./trust.js";

const over = "data-is-over", ask = ".lagrum-ask", field = ".lagrum-field", section = ".lagrum-form", list = ".lagrum-problems";
const depends = "[data-if-field],[data-needs-yes]", stamp = "lagrum-stamp";

/** @param {ParentNode} root @returns {any[]} */
const all = (root, selector) => [...root.querySelectorAll(selector)];
const named = (root, name) => all(root, `[name="${name}"]`);
const parsed = (text) => JSON.parse(text ?? "[]");

const read = async (url) => (await get(url)).json();

let told;

/** Says once why the check is left to the server; never what somebody typed. */
function tell({ message }) {
	if (!told) console.warn((told = "lagrum: left to the server: " + message));
}

/** Whose text the other module looks at: it knows how for one form at a time. */
let screened;

class LagrumSignup extends HTMLElement {
	#door;
	#definition;
	#use; // the number by which the module knows the definition
	#ready;
	#screen; // looks at a text; or is on its way
	#problems = [];
	#touched = new WeakSet();
	#live; // tells those who listen what is new
	#sending;
	#still; // settles when no finger is down

	connectedCallback() {
		if (this.#live) return;
		this.#live = document.createElement("output");
		this.#live.className = "lagrum-hidden";
		for (const [type, act] of Object.entries({
			// A button that moves under a finger is not hit.
			pointerdown: () => (this.#still = new Promise((done) => addEventListener("pointerup", () => setTimeout(done), { once: true }))),
			focusin: () => this.ready,
			input: (event) => this.#typed(event),
			change: (event) => this.#typed(event),
			focusout: (event) => this.#left(event),
			click: (event) => this.#followed(event),
			submit: (event) => this.#sent(event),
			// What is not asked for is not sent, and stays as it was typed.
			formdata: ({ formData }) => all(this, "[hidden] [name]").map(({ name }) => formData.delete(name)),
		})) this.addEventListener(type, act);
		this.refresh();
		if (this.hasAttribute("src")) this.ready;
		else globalThis.requestIdleCallback?.(() => this.ready);
	}

	/** What is filled in and asked for. */
	get values() {
		const values = {};
		for (const [name, given] of new FormData(this.querySelector("form") ?? undefined)) {
			const value = given.normalize?.() ?? (given.name && { name: given.name, type: given.type, size: given.size });
			if (value && name !== stamp) values[name] = name in values ? [values[name], value].flat() : value;
		}
		return values;
	}

	/** What was found wrong last. */
	get problems() {
		return this.#problems;
	}

	/** Shows problems that another has found, as the page's own server may. */
	set problems(problems) {
		this.ready.then(() => this.#try(() => this.#show(problems)));
	}

	/** Settles when the page can check the form, or cannot; begins to get what that takes. */
	get ready() {
		return (this.#ready ??= this.#load().catch(tell));
	}

	/** Gives the address in an attribute, in the language of the page. */
	#address(name) {
		return this.getAttribute(name)?.replace("{lang}", this.closest("[lang]")?.lang.split("-")[0].replace(/^no$/, "nb"));
	}

	async #load() {
		const src = this.#address("src"), [door, file] = await Promise.all([open(files.signup), read(src ?? this.#address("definition"))]);
		this.#definition = file.definition ?? file; // a server's answer has it inside
		this.#door = door;
		if (src) {
			this.replaceChildren(this.#print(file));
			this.refresh();
		}
		this.dispatchEvent(new Event("lagrum-ready"));
	}

	/** Asks the module about the part of the form that stands here. */
	#ask(request) {
		const later = this.#definition.fields.filter((f) => f.needsYes).map((f) => f.name), now = later.filter((name) => named(this, name)[0]);
		const part = now[0] ? (now[all(this, field).length - 1] ? now : undefined) : later[0] && "first";
		const day = new Date().toLocaleDateString("sv"); // 2026-01-31, where the person is
		let answer;
		for (let tries = 3; tries--; this.#use = this.#door.ask({ op: "load", definition: this.#definition }).use) {
			answer = this.#door.ask({ use: this.#use, part, day, values: this.values, ...request });
			if (!answer.error) return answer;
		}
		throw Error(answer.error);
	}

	/** Writes the form as the server would. */
	#print({ problems, values = this.values, action, stamp: seal }) {
		const heading = this.querySelector(section)?.firstElementChild, get = (name) => this.getAttribute(name) ?? undefined;
		return html(this.#ask({ op: "form", problems, values, printer: {
			idPrefix: heading ? heading.id.slice(0, -6) : this.id && this.id + "-",
			headingLevel: +(heading?.tagName[1] ?? get("heading")),
			action: get("action") ?? action,
			noticeURL: get("notice"),
			summaryBeforeSubmit: get("summary") === "before-submit",
			continue: !heading && this.#definition.fields.some((f) => f.needsYes),
			hidden: { [stamp]: seal },
		} }).html);
	}

	/** Shows what is asked for after the answers as they are, and hides the rest. */
	refresh() {
		const parts = all(this, depends), form = this.querySelector(section);
		const answers = (name) => named(this, name).map((control) => {
			const { type, checked, value } = control;
			if (control.closest("[hidden]")) return;
			if (checked || !/radio|box/.test(type)) return value.trim();
			return type === "checkbox" && control.closest(".lagrum-statement") && "no"; // nobody is made to tick a consent
		});
		for (const part of parts) part.hidden = true; // what depends on itself stays so
		for (let again = true; again; ) {
			again = false;
			for (const part of parts) {
				const { ifField, ifIs, needsYes } = part.dataset;
				if (
					part.hidden &&
					(!ifField || answers(ifField).some((value) => value && (!ifIs || parsed(ifIs).includes(value)))) &&
					parsed(needsYes).every((name) => answers(name).includes("yes"))
				) again = !(part.hidden = false);
			}
		}
		if (!form || form.contains(this.#live)) return;
		form.append(this.#live);
		for (const part of parts) {
			const hint = part.querySelector(".lagrum-hint"), { ifField, needsYes } = part.dataset;
			// When it is asked for is seen now, and need not be said.
			all(hint, "p").slice(0, parsed(needsYes).length + !!ifField).map((p) => p.remove());
			hint.hidden = !hint.firstElementChild;
		}
	}

	async #typed({ target, type }) {
		this.#touched.add(target.closest(ask) ?? target);
		this.refresh();
		this.#count(target);
		const at = target.closest(".lagrum-wrong");
		if (at && type === "change") this.#judge(at); // what is chosen is chosen at once
		await this.ready;
		const from = this.#address("screening");
		if (!from || this.#screen || !this.#definition?.fields.some((f) => f.screen && f.name === target.name)) return;
		this.#screen = Promise.all([open(files.screening), read(from)]).then(([door, screening]) => {
			this.#screen = (request) => {
				if (screened !== this) while (door.ask({ op: "screening", screening }).error === "full");
				screened = this;
				return door.ask({ op: "screen", ...request }).problems ?? []; // none for a field that is not screened
			};
		}, tell);
	}

	#count(control) {
		const count = control.parentElement.querySelector(".lagrum-count");
		if (!count) return;
		const { max, left, over: more } = count.dataset, rest = max - [...control.value.normalize().trim()].length;
		count.textContent = (rest < 0 ? more : left).replace("{n}", Math.abs(rest));
		if (count.hasAttribute(over) !== count.toggleAttribute(over, rest < 0)) this.#live.textContent = count.textContent;
	}

	#left({ target, relatedTarget }) {
		const at = target.closest(ask);
		if (this.#touched.has(at) && relatedTarget?.name !== target.name) this.#judge(at.closest(field));
	}

	/** Checks one field. What concerns several is said when the form is sent, and goes when it is mended. */
	async #judge(at) {
		await this.#still;
		await this.#screen;
		const control = at.querySelector("[name]"), { name } = control;
		if (this.#door && !at.closest("[hidden]")) this.#try(() => {
			const isOf = (p) => p.field === name || p.others?.includes(name), old = this.#problems.filter(isOf);
			const found = this.#ask({ op: "check", field: name }).problems.filter((p) => !p.others[0] || old.some(({ code }) => code === p.code));
			this.#look(control, found);
			this.#problems = this.#problems.filter((p) => !isOf(p)).concat(found);
			this.#draw();
			this.#live.textContent = found.map((p) => p.message).join(" ");
		});
	}

	/** Adds what the text of a control tells, if nothing else is wrong with it. */
	#look(control, problems) {
		const { name, value } = control, text = value.normalize();
		if (!this.#screen?.call || !text.trim() || control.closest("[hidden]") || problems.some((p) => p.field === name)) return;
		problems.push(...this.#screen({ field: name, text, keep: named(this, "keep." + name).some((box) => box.checked) }));
	}

	/** Checks the whole form, and shows what must be mended. What the page cannot check, the server does. */
	check() {
		if (this.#door) this.#try(() => {
			const { problems } = this.#ask({ op: "check" });
			for (const control of all(this, "textarea,[type=text]")) this.#look(control, problems);
			this.#show(problems);
		});
		return !this.#door || !this.#problems[0];
	}

	#try(act) {
		try {
			act();
		} catch (error) {
			this.#door = null;
			tell(error);
		}
	}

	/** Puts the messages where the server puts them: it is its own HTML that they are taken from. */
	#draw() {
		const drawn = this.#print({ problems: this.#problems }), from = all(drawn, field), to = all(this, field);
		if (from.length !== to.length) throw Error("another form");
		to.map((at, i) => redraw(at, from[i]));
		return drawn.querySelector(list);
	}

	/** Shows problems, and their list first. */
	#show(problems) {
		this.#problems = problems;
		const summary = this.#draw();
		this.querySelector(list)?.remove();
		if (!summary) return;
		if (summary.closest("form")) this.querySelector(".lagrum-submit").before(summary);
		else this.querySelector(section).firstElementChild.after(summary);
		summary.focus();
		this.#fire("lagrum-problems", { problems });
	}

	#fire(type, detail, cancelable) {
		return this.dispatchEvent(new CustomEvent(type, { bubbles: true, cancelable, detail }));
	}

	/** Leads from the list to a control, and leaves the page's address as it is. */
	#followed(event) {
		const link = event.target.closest(list + " a");
		if (!link) return;
		event.preventDefault();
		document.getElementById(link.hash.slice(1)).focus();
	}

	#sent(event) {
		if (event.defaultPrevented) return;
		const sends = !this.#sending && this.check() && this.#fire("lagrum-submit", { values: this.values }, true);
		const here = sends && this.#door && this.hasAttribute("fetch");
		if (!sends || here) event.preventDefault();
		if (here) this.#sending = this.#send(event.target).finally(() => (this.#sending = null));
	}

	/** Sends the form without leaving the page. Where that fails, the browser does it in its own way. */
	async #send(form) {
		const data = new FormData(form);
		try {
			const response = await fetch(form.getAttribute("action") || location.href, {
				method: "POST", body: form.matches("[enctype]") ? data : new URLSearchParams(data),
			});
			const { ok, redirected, url } = response, text = await response.text();
			if (redirected) return location.assign(url);
			if (text[0] === "{") {
				const answer = JSON.parse(text);
				if (!ok) return this.#show(answer.problems ?? [{ message: answer.detail }]);
				this.#fire("lagrum-received", answer);
			} else {
				const next = html(text).querySelector(section), start = next.querySelector(list) ?? next.firstElementChild;
				this.querySelector(section).replaceWith(next);
				this.refresh();
				start.tabIndex = -1;
				start.focus();
			}
		} catch {
			HTMLFormElement.prototype.submit.call(form); // a field may be called submit
		}
	}
}

/** Gives a field the messages that another has, and leaves its controls alone. */
function redraw(at, from) {
	const both = (selector) => [at, from].map((root) => root.querySelector(selector));
	const [here, there] = both(ask), [error, message] = both(".lagrum-error"), [keep, asked] = both(".lagrum-keep");
	if (!error && !message) return;
	const controls = (root) => [root, ...all(root, "[name]")], marks = controls(there);
	at.className = from.className;
	error?.remove();
	if (message) here.querySelector(":scope > :is(input, textarea, select, .lagrum-choice)").before(message);
	if (!asked) keep?.remove();
	else if (!keep) here.append(asked);
	controls(here).map((control, i) => {
		for (const name of ["aria-describedby", "aria-invalid"]) {
			const value = marks[i].getAttribute(name);
			if (value) control.setAttribute(name, value);
			else control.removeAttribute(name);
		}
	});
}

// The browser has put back what was typed before.
addEventListener("pageshow", () => all(document, "lagrum-signup").map((element) => element.refresh()));

if (!customElements.get("lagrum-signup")) customElements.define("lagrum-signup", LagrumSignup);
