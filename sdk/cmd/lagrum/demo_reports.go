package main

import (
	"bytes"
	_ "embed" // the pages
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

//go:embed demo_reports.html
var reportPages string

var reportTemplates = template.Must(template.New("").Parse(reportPages))

// reportRoutes adds the record of processing of each policy, and what belongs to it.
func (d *demo) reportRoutes(mux *http.ServeMux, base string) {
	mux.HandleFunc("GET "+base+"/staff/reports", func(w http.ResponseWriter, r *http.Request) { d.reportList(w, r, base) })
	mux.HandleFunc("GET "+base+"/staff/reports/{policy}/{kind}", func(w http.ResponseWriter, r *http.Request) { d.reportPage(w, r, base) })
	mux.HandleFunc("GET "+base+"/staff/reports/style.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write([]byte(accountability.Stylesheet))
	})
}

// A reportLink leads to one report.
type reportLink struct {
	URL, Title string
	Tag        locale.Tag
}

// A reportGroup holds the links to the reports of one policy.
type reportGroup struct {
	Service string
	Links   []reportLink
}

// reportList leads to the reports of all policies: the record of each controller,
// and the others for all of them.
func (d *demo) reportList(w http.ResponseWriter, r *http.Request, base string) {
	lang := text.In(accept.NewLanguages(text.Languages).Match(r.Header.Get("Accept-Language")))
	if asked := text.In(locale.Tag(r.URL.Query().Get("lang"))); asked != nil {
		lang = asked
	}
	view := struct {
		Lang     *text.Language
		Base     string
		Policies []reportGroup
	}{Lang: lang, Base: base}
	for i := range d.policies {
		if group := reportsOf(d.policies[i].Doc, lang.Tag, base); len(group.Links) > 0 {
			view.Policies = append(view.Policies, group)
		}
	}
	d.reportSend(w, lang, "reports", view)
}

// reportsOf lists the reports of a policy, in the language that fits best.
func reportsOf(doc *policy.Document, wanted locale.Tag, base string) reportGroup {
	tag := accept.NewLanguages(doc.Languages).Match(string(wanted))
	group := reportGroup{Service: strings.TrimSpace(doc.Service.In(tag))}
	if group.Service == "" {
		group.Service = doc.Title.In(tag)
	}
	for _, kind := range accountability.Kinds {
		parties := []string{""}
		if kind == accountability.RecordKind {
			parties = accountability.Controllers(doc)
		}
		for _, party := range parties {
			report, err := accountability.Of(kind, doc, accountability.Context{Language: tag, Party: party})
			if err != nil { // a law that knows no such document
				continue
			}
			query := url.Values{"lang": {string(tag)}}
			if party != "" {
				query.Set("party", party)
			}
			address := base + "/staff/reports/" + url.PathEscape(doc.ID) + "/" + string(kind) + "?" + query.Encode()
			group.Links = append(group.Links, reportLink{address, report.Title, tag})
		}
	}
	return group
}

// reportPage answers with one report.
func (d *demo) reportPage(w http.ResponseWriter, r *http.Request, base string) {
	for i := range d.policies {
		doc := d.policies[i].Doc
		if doc.ID != r.PathValue("policy") {
			continue
		}
		query := r.URL.Query()
		c := accountability.Context{Language: locale.Tag(query.Get("lang")), Party: query.Get("party")}
		report, err := accountability.Of(accountability.Kind(r.PathValue("kind")), doc, c)
		if err != nil {
			break
		}
		d.reportSend(w, text.In(report.Language), "report", struct {
			Tag         locale.Tag
			Title, Base string
			Article     template.HTML
		}{report.Language, report.Title, base, template.HTML(report.HTML())}) // escaped by the report itself
		return
	}
	http.NotFound(w, r)
}

// reportSend answers with a page that may not be kept and runs nothing.
func (d *demo) reportSend(w http.ResponseWriter, lang *text.Language, page string, view any) {
	var b bytes.Buffer
	if err := reportTemplates.ExecuteTemplate(&b, page, view); err != nil {
		d.log.Error("a report could not be shown", "error", err)
		http.Error(w, lang.Serve.TryLater, http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Content-Type", "text/html; charset=utf-8")
	w.Write(b.Bytes())
}
