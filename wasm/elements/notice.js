/**
 * <lagrum-notice>: a privacy notice that says where the reader is, leads from the
 * short one to the full one, and can be printed and linked to. What the server wrote
 * stands inside and can be read without this script. With src it is taken from the
 * site's own HTML file. It needs no module, asks nobody else and remembers nothing.
 *
 * The words of its buttons are attributes, since they are in the notice's language:
 * print, link (to a section) and copied.
 */
import { html } from "./trust.js";

const article = ".lagrum-notice", labels = ["print", "link", "copied"];

export class LagrumNotice extends HTMLElement {
	static observedAttributes = ["src"];

	#begun;
	#seen;
	#live;

	connectedCallback() {
		if (this.#begun) return;
		this.#begun = true;
		this.addEventListener("click", (event) => this.#followed(event));
		if (this.hasAttribute("src")) this.#show(this.getAttribute("src")).catch(tell);
		else if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => this.#upgrade());
		else this.#upgrade();
	}

	disconnectedCallback() {
		this.#seen?.disconnect();
	}

	attributeChangedCallback(name, before, now) {
		if (this.#begun && now && before !== now) this.#show(now).catch(tell);
	}

	/** Shows the notice of another page of this site. */
	async #show(src) {
		const language = this.closest("[lang]")?.lang.split("-")[0].replace(/^no$/, "nb") ?? "";
		const url = new URL(src.replace("{lang}", language), document.baseURI);
		if (url.origin !== location.origin) throw new Error("it is at another site");
		const response = await fetch(url, { headers: { Accept: "text/html" } });
		if (!response.ok) throw new Error(`${response.status} for ${url}`);
		const page = html(await response.text()), found = page.querySelector(article), from = page.querySelector("lagrum-notice");
		if (!found) throw new Error(`there is none in ${url}`);
		for (const label of labels) if (from?.hasAttribute(label) && !this.hasAttribute(label)) this.setAttribute(label, from.getAttribute(label));
		this.replaceChildren(found);
		this.#upgrade();
	}

	#upgrade() {
		const notice = this.querySelector(article);
		if (!notice) return;
		this.#seen?.disconnect();
		this.#live = document.createElement("p");
		this.#live.className = "lagrum-said";
		this.#live.setAttribute("role", "status");
		notice.append(this.#live);
		this.#button("print", "", () => print(), (button) => notice.querySelector("header").append(button));
		for (const section of notice.querySelectorAll("section[aria-labelledby]")) {
			const heading = section.firstElementChild;
			// Before the heading, not in it: the heading names the section.
			this.#button("link", heading.textContent, () => this.#copy(heading.id), (button) => heading.before(button));
		}
		this.#follow(notice);
		this.dispatchEvent(new Event("lagrum-ready"));
	}

	/** Adds a button, if there is a word for it. */
	#button(name, about, act, place) {
		const label = this.getAttribute(name);
		if (!label) return;
		const button = document.createElement("button");
		button.type = "button";
		button.className = `lagrum-${name}`;
		if (about) button.ariaLabel = button.title = `${label}: ${about}`;
		else button.textContent = label;
		button.addEventListener("click", act);
		place(button);
	}

	async #copy(id) {
		const url = new URL(`#${id}`, location.href);
		try {
			await navigator.clipboard.writeText(url.href);
			this.#live.textContent = this.getAttribute("copied");
		} catch {
			location.hash = id; // from where it can be copied
		}
	}

	/** Marks in the contents where the reader is. */
	#follow(notice) {
		const links = new Map();
		for (const link of notice.querySelectorAll(".lagrum-contents a")) {
			const section = document.getElementById(link.hash.slice(1))?.closest("section");
			if (section) links.set(section, link);
		}
		if (!links.size) return;
		const inside = new Set();
		this.#seen = new IntersectionObserver((entries) => {
			for (const { target, isIntersecting } of entries) inside[isIntersecting ? "add" : "delete"](target);
			let current = true; // the first that is in sight
			for (const [section, link] of links) {
				link.ariaCurrent = current && inside.has(section) ? "true" : null;
				if (inside.has(section)) current = false;
			}
		}, { rootMargin: "-10% 0px -60%" });
		for (const section of links.keys()) this.#seen.observe(section);
	}

	/** Shows the full notice in the place of the short one, where the link to it leads to this site. */
	#followed(event) {
		const link = event.target.closest("a[href]"), full = this.getAttribute("full");
		if (!link || !full || event.ctrlKey || event.metaKey || event.shiftKey || link.href !== new URL(full, document.baseURI).href) return;
		event.preventDefault();
		this.#show(full).then(
			() => {
				this.removeAttribute("full");
				const heading = this.querySelector("h1,h2,h3,h4,h5,h6");
				heading.tabIndex = -1;
				heading.focus();
			},
			() => location.assign(link.href),
		);
	}
}

const tell = ({ message }) => console.warn(`lagrum: a notice cannot be shown here: ${message}`);

if (!customElements.get("lagrum-notice")) customElements.define("lagrum-notice", LagrumNotice);
