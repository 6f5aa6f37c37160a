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
// the same address. What is right goes to [Options.Receive]; whatever is wrong,
// the form comes back with everything that was typed. A form that asks for what
// may tell of a special category does so on a second page, for those whose
// explicit consent has been received. What people typed stands in no address, no
// error and no log, and nothing of it is kept here.
//
// The pages need no script, hold no style of their own and load nothing from
// elsewhere; the Content-Security-Policy says so to the browser. Nothing is set
// in the browser and nothing about a reader is logged.
//
// A notice is made anew for each request. So nothing grows with what readers ask
// for, and a Worker, which lives for one request, pays for nothing else.
package serve
