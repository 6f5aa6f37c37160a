/** What a page may ask of the elements of Lagrum, and what they tell it. */

/** What was found wrong with an answer. It never repeats the answer. */
export interface Problem {
	/** What is wrong, for programs: "missing", "not-email"; see the reference of package form. */
	code: string;
	/** The field, by name; empty for the form as a whole. */
	field: string;
	/** What the person is told. */
	message: string;
	/** Figures and names that the message has. */
	args?: Record<string, string>;
	/** Whether the person may send the answer as it is all the same. */
	asks?: boolean;
	/** Other fields that share the problem, by name. */
	others?: string[];
}

/** A file that was chosen: what is checked of it before it is sent. */
export interface ChosenFile {
	name: string;
	type: string;
	size: number;
}

/** What is filled in and asked for, by the name of the field. */
export type Values = Record<string, string | string[] | ChosenFile>;

/**
 * A form that checks itself as it is filled in.
 *
 * @element lagrum-signup
 */
export interface LagrumSignup extends HTMLElement {
	/** What is filled in and asked for. */
	readonly values: Values;
	/** What was found wrong last. To set it shows problems that the page's own server has found. */
	problems: Problem[];
	/** Settles when the page can check the form, or cannot. To read it begins to get what that takes. */
	readonly ready: Promise<unknown>;
	/** Checks the whole form and shows what must be mended. True if nothing is, or if only the server can tell. */
	check(): boolean;
	/** Shows and hides what depends on other answers, after a script has changed some. */
	refresh(): void;

	addEventListener<K extends keyof LagrumSignupEvents>(type: K, listener: (this: LagrumSignup, event: LagrumSignupEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
	addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface LagrumSignupEvents extends HTMLElementEventMap {
	/** The page can check the form. */
	"lagrum-ready": Event;
	/** The form is about to be sent, and nothing is wrong with it. Prevent it to send the values yourself. */
	"lagrum-submit": CustomEvent<{ values: Values }>;
	/** Something must be mended, and is shown. */
	"lagrum-problems": CustomEvent<{ problems: Problem[] }>;
	/** In the mode fetch: the server has received the form, and this is the JSON that it answered. */
	"lagrum-received": CustomEvent<unknown>;
}

/**
 * A privacy notice that tells where the reader is.
 *
 * @element lagrum-notice
 */
export interface LagrumNotice extends HTMLElement {}

/** How an answer was given: by a button, or by Global Privacy Control. */
export type Means = string;

/**
 * The choice of what may be stored on the device.
 *
 * @element lagrum-choices
 */
export interface LagrumChoices extends HTMLElement {
	/** The ids of the consents that stand. */
	readonly allowed: string[];
	/** Opens the choices. */
	open(): void;

	addEventListener<K extends keyof LagrumChoicesEvents>(type: K, listener: (this: LagrumChoices, event: LagrumChoicesEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
	addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface LagrumChoicesEvents extends HTMLElementEventMap {
	/** What was answered before has been looked at. */
	"lagrum-ready": CustomEvent<{ allowed: string[] }>;
	/** Something was answered: the status of each answer by the id of the consent, and how it was given. */
	"lagrum-decision": CustomEvent<{ allowed: string[]; answers: Record<string, string | undefined>; by: Means }>;
}

declare global {
	interface HTMLElementTagNameMap {
		"lagrum-signup": LagrumSignup;
		"lagrum-choices": LagrumChoices;
		"lagrum-notice": LagrumNotice;
	}
}
