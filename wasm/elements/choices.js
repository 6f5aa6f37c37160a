/**
 * <lagrum-choices> asks visitors what may be stored on their device, and opens what
 * waits for a yes. docs/widgets.md has its attributes, events and properties.
 *
 *	<lagrum-choices src="choices.{lang}.json"></lagrum-choices>
 *
 * The file is what package choices makes of a policy: all that is shown is in it. What
 * an answer comes to, and whether it still stands, is decided by the module
 * choices.wasm, which is loaded only once there is an answer: until then the page
 * asks for nothing but the file.
 */
import { get, open } from "./door.js";
import { choices as module } from "./files.js";
import { clear, may, needs, release, running, signal } from "./gate.js";
import { Keep, pseudonym } from "./keep.js";
import { html } from "./trust.js";

/** What shows the questions; it stands in what is kept of an answer. */
const shows = "lagrum panel 1";

/** The instant, in UTC, so that days compare. */
const now = () => new Date().toISOString().slice(0, 19) + "Z";

/** What opens the choices, wherever it stands in the page. */
const openers = "[data-lagrum-open]";

/** What stands at the foot of the window. */
const shown = "[data-lagrum-part]:not([hidden])";

/** What stands in the place of frames that wait. */
const holders = new WeakMap();

/** The frames that the visitor wants to see now. */
const once = new WeakSet();

const seen = (element) => element?.checkVisibility() && element !== document.body;

class Choices extends HTMLElement {
	#data;
	#choices; // those of the data, by id
	#keep;
	#state;
	#asked = []; // the ids of what is to be asked
	#from; // where the focus was before it came here
	#leaves; // ends the listening
	#told; // what has been said once

	connectedCallback() {
		this.#leaves = new AbortController();
		const { signal } = this.#leaves;
		const on = (target, type, listener) => target.addEventListener(type, listener, { signal });
		// The choices may have been made in another tab, or on a page that was open in between.
		on(window, "storage", ({ key }) => key === this.#keep?.key && this.#look());
		on(window, "pageshow", ({ persisted }) => persisted && this.#look());
		on(document, "click", (event) => this.#clicked(event));
		on(this, "focusin", ({ relatedTarget }) => {
			if (relatedTarget && !this.contains(relatedTarget)) this.#from = relatedTarget;
		});
		if (document.readyState === "loading") on(document, "DOMContentLoaded", () => this.#start());
		else this.#start();
	}

	disconnectedCallback() {
		this.#leaves.abort();
	}

	/** The ids of the consents that stand. */
	get allowed() {
		return Object.keys(this.#choices ?? {}).filter((id) => this.#state?.answers[id]?.counts);
	}

	async #start() {
		if (!this.#data) {
			try {
				this.#draw(await this.#load());
			} catch (error) {
				return this.#warn(error);
			}
		}
		await this.#look();
		// What comes into the page later waits as well.
		new MutationObserver(() => this.#open()).observe(document, { childList: true, subtree: true });
	}

	/** What is shown stands in the element, or in a file. */
	async #load() {
		const inside = this.querySelector("script");
		if (inside) return JSON.parse(inside.textContent);
		const [language] = (this.closest("[lang]")?.lang || "en").toLowerCase().split("-");
		return (await get(this.getAttribute("src").replace("{lang}", language))).json();
	}

	#draw(data) {
		this.replaceChildren(html(data.html));
		this.#choices = Object.fromEntries(data.choices.map((choice) => [choice.id, choice]));
		this.#keep = new Keep(data.policy, this.getAttribute("domain"));
		this.#dialog.addEventListener("close", () => this.#back());
		this.#data = data;
	}

	get #dialog() {
		return this.querySelector("dialog");
	}

	#warn(error) {
		if (!this.#told) console.warn("lagrum-choices: what waits for a yes keeps waiting.", error);
		this.#told = true;
	}

	/** Looks what was answered, whether it stands, and what is to be asked. */
	async #look() {
		this.#state = this.#keep.read();
		const { answers } = this.#state;
		for (const id in this.#choices) if (answers[id]) await this.#judge(id);
		const refuses = navigator.globalPrivacyControl;
		this.#asked = Object.keys(this.#choices).filter((id) => !refuses && (answers[id]?.ask ?? true));
		// Global Privacy Control is a no to all but what was allowed in spite of it.
		const unheeded = Object.keys(this.#choices).filter((id) => refuses && (!answers[id] || (answers[id].counts && !answers[id].aware)));
		if (unheeded.length) await this.#decide(unheeded, () => false, "signal");
		if (this.#state.unsent) this.#send();
		this.#forget();
		this.#show(refuses && !this.#state.seen && this.#data.words.signal);
		this.#tell("lagrum-ready");
	}

	#tell(type, detail) {
		this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: { allowed: this.allowed, ...detail } }));
	}

	/** Works out whether an answer stands, once a day and whenever what is asked has changed. */
	async #judge(id) {
		const { binds, sum } = this.#choices[id], answer = this.#state.answers[id], day = now().slice(0, 10);
		const by = [day, this.#data.version, sum, binds[0].terms, JSON.stringify(binds).length].join();
		if (answer.by === by) return;
		try {
			const { status, at, until, agreed } = answer;
			Object.assign(answer, (await open(module)).ask({ op: "choice", day, status, at, until, agreed, binds }), { by });
			this.#keep.write(this.#state);
		} catch (error) {
			// Without the module nothing stands, and there is no use in asking.
			answer.counts = answer.ask = false;
			this.#warn(error);
		}
	}

	/** Why a question that was answered is put again. */
	#why(id) {
		const { changed, past, what } = this.#data.words, { ask, reasons = [] } = this.#state.answers[id] ?? {};
		const change = reasons.find(({ code }) => code === "changed");
		if (change) return changed.replace("{what}", change.what.split(" ").map((kind) => what[kind] ?? what.scope).join(", "));
		return ask ? past : "";
	}

	/** Opens what waits no longer, and closes what is not allowed any more. */
	#open() {
		const allowed = new Set(this.allowed);
		signal(this.getAttribute("google") ?? "", allowed);
		release(() => new Set(this.allowed));
		for (const frame of document.querySelectorAll("iframe[data-lagrum]")) this.#frame(frame, may(frame, allowed) || once.has(frame));
		// A page with a place of its own for what opens the choices needs no button of ours.
		this.querySelector(".lagrum-open").hidden = this.querySelector(shown) || [...document.querySelectorAll(openers)].some((opener) => !this.contains(opener));
	}

	#frame(frame, shows) {
		const holder = holders.get(frame);
		if (shows && (holder || !frame.src)) {
			const focused = holder?.contains(document.activeElement);
			frame.src = frame.dataset.src;
			frame.hidden = false;
			holder?.remove();
			holders.delete(frame);
			if (focused) frame.focus();
		} else if (!shows && !holder?.isConnected) {
			const held = html(this.#choices[needs(frame)[0]]?.held ?? "").firstElementChild;
			if (!held) return;
			if (frame.src) frame.src = "about:blank";
			frame.hidden = true;
			frame.before(held);
			holders.set(frame, held);
		}
	}

	/** Removes what no consent allows to be on the device, and gives what it could not remove. */
	#forget() {
		const allowed = this.allowed, of = (ids) => ids.flatMap((id) => this.#choices[id].stored);
		return clear(of(Object.keys(this.#choices)), [...of(allowed), ...this.#data.spared, this.#keep.key + "*"]);
	}

	/** Decides answers and acts on them. It gives what there is to say of that. */
	async #decide(ids, yes, by) {
		const { words } = this.#data, state = this.#state, { answers } = state, before = this.allowed, at = now();
		const said = [];
		for (const id of ids) {
			const { sum, expires, reasons, agreed } = this.#choices[id];
			try {
				const door = await open(module);
				if (yes(id) || this.hasAttribute("record")) state.subject ??= pseudonym();
				const answer = { yes: yes(id), act: yes(id) ? "ticking" : "", at, shown: sum, interface: shows, subject: state.subject ?? "" };
				const { status, until } = door.ask({ op: "choose", question: { sum, expires, reasons }, answer, before: answers[id]?.status ?? "" });
				answers[id] = { status, at, until, agreed, shown: sum, aware: !!navigator.globalPrivacyControl };
				await this.#judge(id);
				if (yes(id) !== answers[id].counts) throw Error(status);
			} catch (error) {
				delete answers[id];
				said[0] = words.failed;
				this.#warn(error);
			}
		}
		this.#keep.write(state);
		this.#send();
		this.#open();
		const left = this.#forget(), { allowed } = this;
		if (!this.#keep.works) said.push(words.unkept);
		if (left.length) said.push(words.left.replace("{names}", left.join(", ")));
		const runs = before.some((id) => !allowed.includes(id) && running.has(id));
		if (runs) said.push(words.running);
		this.querySelector("[data-lagrum-do=reload]").hidden = !runs;
		this.#tell("lagrum-decision", { answers: Object.fromEntries(ids.map((id) => [id, answers[id]?.status])), by });
		return said.join(" ");
	}

	/** Sends the answers to the server, if it keeps them. What does not arrive is sent again from the next page. */
	async #send() {
		const url = this.getAttribute("record"), state = this.#state, { subject, answers } = state;
		if (!url) return;
		state.unsent = true;
		this.#keep.write(state);
		const list = Object.entries(answers).map(([id, { counts, at, shown }]) => ({ id, yes: counts, at, shown }));
		const body = JSON.stringify({ subject, language: this.#data.language, answers: list });
		await get(url, { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: true }).then(() => delete state.unsent, (error) => this.#warn(error));
		this.#keep.write(state);
	}

	/** Shows at the foot of the window what is to be said, or else asked, and loses no focus by it. */
	#show(note) {
		const [ask, bar] = this.querySelectorAll("[data-lagrum-part]"), focused = this.contains(document.activeElement);
		bar.firstElementChild.textContent = note || "";
		bar.hidden = !note;
		ask.hidden = note || !this.#asked.length;
		for (const item of this.querySelectorAll("[data-lagrum-choice]")) {
			const id = item.dataset.lagrumChoice;
			if (ask.contains(item)) item.hidden = !this.#asked.includes(id);
			item.querySelector("em").textContent = this.#why(id);
		}
		this.#open();
		this.#say(note || (!ask.hidden && ask.firstElementChild.textContent));
		if (focused) this.#back();
	}

	/** Says something to those who do not see it. */
	#say(text) {
		if (text) this.querySelector("[role=status]").textContent = text;
	}

	/** Brings the focus back to where it was, or to what opens the choices, if it has gone. */
	#back() {
		if (seen(document.activeElement)) return;
		[this.#from, ...document.querySelectorAll(openers)].find(seen)?.focus({ preventScroll: true });
	}

	#clicked(event) {
		const control = event.target.closest?.(openers + ",[data-lagrum-do]");
		if (!control || !this.#data) return;
		event.preventDefault(); // it may be a link, for those without script
		const does = control.dataset.lagrumDo, held = control.closest(".lagrum-held"), frame = held?.nextElementSibling;
		const box = (id) => this.#dialog.querySelector("#lagrum-choice-" + CSS.escape(id));
		const all = Object.keys(this.#choices), ids = held ? needs(frame) : this.#dialog.open ? all : this.#asked;
		if (does === "reload") location.reload();
		else if (does === "once") {
			once.add(frame);
			this.#open();
		} else if (does === "close") {
			if (this.#dialog.open) return this.#dialog.close();
			this.#state.seen = true;
			this.#keep.write(this.#state);
			this.#show();
		} else if (does) this.#answer(ids, does === "save" ? (id) => box(id).checked : () => does !== "no");
		else {
			if (!this.contains(control)) this.#from = control;
			this.open();
		}
	}

	/** The visitor has answered. */
	async #answer(ids, yes) {
		this.#state.seen = true;
		const note = await this.#decide(ids, yes, "visitor");
		this.#asked = this.#asked.filter((id) => !ids.includes(id));
		this.#dialog.close();
		this.#show(note);
		if (!note) this.#say(this.#data.words.saved);
	}

	/** Opens the details, where each choice is made by itself and taken back. */
	open() {
		if (!this.#data || this.#dialog.open) return;
		for (const item of this.#dialog.querySelectorAll("[data-lagrum-choice]")) {
			item.querySelector("input").checked = this.allowed.includes(item.dataset.lagrumChoice);
		}
		this.#dialog.showModal();
	}
}

if (!customElements.get("lagrum-choices")) customElements.define("lagrum-choices", Choices);
