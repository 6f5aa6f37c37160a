/**
 * What the visitor has answered, kept on the visitor's own device: in the local
 * storage of the site, or, for a domain with several sub-domains, under the domain
 * as a whole. Where the browser keeps nothing, it lasts as long as the page.
 *
 * @typedef {{subject?: string, answers: Record<string, any>, seen?: boolean, unsent?: boolean}} State
 */
export class Keep {
	/** Whether the browser lets anything be kept. */
	works = true;

	/**
	 * @param {string} policy the id of the policy
	 * @param {string | null} domain such as "school.example"; null for this origin alone
	 */
	constructor(policy, domain) {
		this.key = "lagrum." + policy;
		this.domain = domain;
	}

	/** @returns {State} */
	read() {
		let state = this.last;
		try {
			state = JSON.parse(this.domain ? this.#ofDomain() : localStorage.getItem(this.key));
		} catch {
			// Nothing can be kept, or something else stands there.
		}
		return state?.answers ? state : (this.last ?? { answers: {} });
	}

	/** @param {State} state */
	write(state) {
		this.last = state;
		const text = JSON.stringify(state);
		try {
			if (this.domain) this.#toDomain(text);
			else localStorage.setItem(this.key, text);
			this.works = !this.domain || this.#ofDomain() === text;
		} catch {
			this.works = false;
		}
	}

	// A browser takes some 4,000 characters under one name, so that a long text stands under several.
	#ofDomain() {
		const has = pairs();
		let text = "";
		for (let i = 0; has.has(this.key + i); i++) text += has.get(this.key + i);
		return text && decodeURIComponent(text);
	}

	#toDomain(text) {
		const coded = encodeURIComponent(text).match(/.{1,3500}/g);
		const end = `; Domain=${this.domain}; Path=/; SameSite=Lax${location.protocol === "https:" ? "; Secure" : ""}; Max-Age=`;
		for (let i = 0; i < coded.length || pairs().has(this.key + i); i++) {
			document.cookie = this.key + i + "=" + (coded[i] ?? "") + end + (i < coded.length ? 34560000 : 0); // 400 days, the most there is
		}
	}
}

/** What the browser holds for the page, by name. */
export function pairs() {
	return new Map(document.cookie.split("; ").filter(Boolean).map((pair) => {
		const at = pair.indexOf("=");
		return [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)];
	}));
}

/** A pseudonym by chance. Not randomUUID, which a page without TLS does not have. */
export const pseudonym = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
