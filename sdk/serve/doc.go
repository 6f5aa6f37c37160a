// Package serve shows policies on the web: a start page with the services, each
// notice in every language, layer and format, each form, and the policy file
// behind it.
//
//	handler, err := serve.New([]serve.Policy{{Doc: doc, Source: src}}, serve.Options{})
//	if err != nil {
//		return err // two policies with one id, or one without languages
//	}
//	return http.ListenAndServe("127.0.0.1:8080", handler)
//
// A notice has one address, /{id}. What a reader gets there follows from what
// the browser asks for (Accept-Language, Accept), and each choice can be made by
// the address instead, which then wins:
//
//	lang    one of the policy's languages
//	layer   full, short or child
//	event   the id of an event
//	scope   the id of a part of the service
//	as-of   the day for which law is looked up, as 2026-01-31
//	format  html, md, txt or json
//
// Beside it stand the policy file at /{id}/policy, what had been published
// before at /{id}/published, with what is wrong with it, and a page for each
// rule of package lint at /rules/{code}.
//
// A form is at /{id}/forms/{form}, with lang and event as above, and is sent to
// the same address. Where it depends on the event who relies on a consent, a list of
// the events stands there until one is chosen. What is right goes to
// [Options.Receive]; whatever is wrong, the form comes back with everything that was
// typed. A form that asks for what may tell of a special category does so on a second
// page, for those whose explicit consent has been received. What people typed stands in
// no address, no error and no log, and nothing of it is kept here.
//
// # Consents
//
// Where a policy has a Ledger, answers to questions of consent are on record
// before the host is told. A browser is then led on with 303 See Other, to the
// second part or to the receipt, so that a reload sends nothing again. The receipt
// at /{id}/forms/{form}/receipts/{code} says how each answer stands, and leads to
// the page that takes one back (/{id}/consents/{token}) and to the one that changes
// all of them (/{id}/choices/{code}), where yes and no take the same number of
// steps. The addresses are secrets: whoever has one needs no log-in.
//
// # Requests
//
// With [Options.Requested], people use their rights at /{id}/requests: access, correction, erasure and
// whatever else there is under the policy. The request is assessed on receipt (package rights), and the
// answer is the acknowledgement, with by when and why. The host gets both as a [Request].
//
// # Programs
//
// A form that is asked for with "Accept: application/json", or format=json, is its
// definition, with the address to post to and a stamp. The answers go back as the
// JSON that form.ReadValues reads, with the stamp as the member "lagrum-stamp" or
// in the header [StampHeader]. The answer is 201 Created with the records, the
// address of the receipt, what was not kept, and the second part if there is one;
// or problem details (RFC 9457) with what must be mended and a stamp to send it
// with. A yes by a program counts as a tick does: it is judged by the same rules.
// It is taken back by a POST to the record's address "withdraw"; answers are changed
// on a page for people. /openapi.json describes what is asked for and sent (OpenAPI 3.1).
//
// Pages of [Options.Origins] may do this from another site. [Options.Widgets] are
// files for them, under /widgets/.
//
// # Limits
//
// Bodies, answers and files are bounded; [Options.Timeout] bounds a request, and
// [Options.PerMinute] how often a client may send something or open a secret
// address. To bound the reading of headers is for the http.Server, as is to shut
// down when all have been answered (Server.Shutdown). [Options.Observe] is told of
// each request, for counters.
//
// The pages need no script, hold no style of their own and load nothing from
// elsewhere; the Content-Security-Policy says so to the browser. Nothing is set
// in the browser and nothing about a reader is logged.
//
// A notice is made anew for each request. So nothing grows with what readers ask
// for, and a Worker, which lives for one request, pays for nothing else.
package serve
