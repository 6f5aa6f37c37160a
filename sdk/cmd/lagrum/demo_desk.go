package main

import (
	"bytes"
	_ "embed" // the pages and their stylesheet
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

//go:embed demo_desk.html
var deskPages string

//go:embed demo_desk.css
var deskStyle string

var deskTemplates = template.Must(template.New("desk").Parse(deskPages))

// A desk shows the pages on which the staff answer requests and erase what is due.
type desk struct {
	*demo
	base string
}

// A deskPage is what all of them show.
type deskPage struct {
	Lang      *text.Language
	Languages []*text.Language
	Base      string
	Path      string // of the page, for its other languages
	Query     string // what belongs behind the language
	Here      string
	Title     string
	Problem   string
}

// deskRoutes ties the pages to their addresses. What changes anything comes from these
// pages alone (net/http.CrossOriginProtection).
func (d *demo) deskRoutes(mux *http.ServeMux, base string) {
	k := &desk{demo: d, base: base}
	var own http.CrossOriginProtection
	own.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, deskLanguage(r).Form.OtherSite, http.StatusForbidden)
	}))
	for pattern, handle := range map[string]func(http.ResponseWriter, *http.Request) error{
		"GET /staff/requests":                      k.requests,
		"GET /staff/requests/{number}":             k.matter,
		"GET /staff/requests/{number}/copy.json":   k.copyJSON,
		"GET /staff/requests/{number}/copy/{page}": k.copyPage,
		"POST /staff/requests/{number}/facts":      k.facts,
		"POST /staff/requests/{number}/held":       k.held,
		"POST /staff/requests/{number}/extend":     k.extend,
		"POST /staff/requests/{number}/answer":     k.answer,
		"GET /staff/due":                           k.due,
		"POST /staff/due":                          k.runDue,
	} {
		method, path, _ := strings.Cut(pattern, " ")
		mux.Handle(method+" "+base+path, own.Handler(k.page(handle)))
	}
	mux.HandleFunc("GET "+base+"/staff/desk.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write([]byte(deskStyle))
	})
}

// mostTyped is how much the staff may send at once.
const mostTyped = 1 << 18

// page puts what holds for all of the pages around one of them.
func (k *desk) page(handle func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		r.Body = http.MaxBytesReader(w, r.Body, mostTyped)
		err := handle(w, r)
		switch {
		case errors.Is(err, errNoMatter):
			http.Error(w, deskLanguage(r).Serve.NoPage, http.StatusNotFound)
		case err != nil:
			k.log.Error("a page for the staff could not be made", "error", err)
			http.Error(w, deskLanguage(r).Serve.TryLater, http.StatusInternalServerError)
		}
	})
}

// deskLanguage is the language that a request asks for.
func deskLanguage(r *http.Request) *text.Language {
	if asked := text.In(locale.Tag(r.URL.Query().Get("lang"))); asked != nil {
		return asked
	}
	return text.In(accept.NewLanguages(text.Languages).Match(r.Header.Get("Accept-Language")))
}

// begin fills in what all pages show.
func (k *desk) begin(r *http.Request, here, title string) deskPage {
	p := deskPage{Lang: deskLanguage(r), Base: k.base, Path: r.URL.Path, Here: here, Title: title}
	for _, tag := range text.Languages {
		p.Languages = append(p.Languages, text.In(tag))
	}
	return p
}

// show writes a page.
func (k *desk) show(w http.ResponseWriter, status int, name string, view any) error {
	var page bytes.Buffer
	if err := deskTemplates.ExecuteTemplate(&page, name, view); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(page.Bytes())
	return nil
}

// back leads to a page of the desk after something has been changed, so that a reload
// changes nothing again.
func (k *desk) back(w http.ResponseWriter, r *http.Request, path string, more url.Values) error {
	q := url.Values{"lang": {string(deskLanguage(r).Tag)}}
	for name, values := range more {
		q[name] = values
	}
	http.Redirect(w, r, k.base+path+"?"+q.Encode(), http.StatusSeeOther)
	return nil
}
