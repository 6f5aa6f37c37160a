// Package accept chooses the language and the media type of an answer from what
// a request says it accepts.
//
//	tag := accept.Language(r.Header.Get("Accept-Language"), []locale.Tag{locale.SV, locale.EN})
//	kind := accept.Type(r.Header.Get("Accept"), "text/html", "application/json")
package accept
