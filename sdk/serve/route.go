package serve

import (
	"context"
	"net/http"
	"time"
)

// handler puts what holds for every request around the routes.
func (s *site) handler() http.Handler {
	return s.secured(s.timed(s.observed(s.routes())))
}

// routes ties addresses to handlers. The files of the pages have whole paths of
// their own: a pattern for them would contend with those of policies.
func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	for pattern, handle := range map[string]http.HandlerFunc{
		"/{$}":                    s.start,
		"/openapi.json":           s.openAPI,
		"/{policy}":               s.notice,
		"/{policy}/{$}":           s.withoutSlash,
		"/" + rulesID + "/{code}": s.rulePage,
		s.style.path:              s.style.serve,
		s.formStyle.path:          s.formStyle.serve,
		s.icon.path:               s.icon.serve,
	} {
		mux.Handle(s.Base+pattern, s.readOnly(handle))
	}
	for i := range s.widgets {
		mux.Handle(s.Base+s.widgets[i].path, s.embedded(s.readOnly(s.widgets[i].serve).ServeHTTP))
	}
	mux.Handle(s.Base+"/{policy}/forms/{form}", s.embedded(s.form))
	for _, name := range []string{definitionName, screeningName} {
		mux.Handle(s.Base+"/{policy}/forms/{form}/"+name, s.formFiles(name, s.askedForm))
		mux.Handle(s.Base+"/{policy}/"+requestID+"/"+name, s.formFiles(name, s.askedRequest))
	}
	mux.Handle(s.Base+"/{policy}/forms/{form}/receipts/{code}", s.embedded(s.receiptPage))
	mux.Handle(s.Base+"/{policy}/{page}", s.page())
	mux.HandleFunc(s.Base+"/{policy}/choices/{code}", s.preferences)
	mux.HandleFunc(s.Base+"/{policy}/consents/{token}", s.withdrawPage)
	mux.HandleFunc("/", s.noPage)
	return mux
}

// page answers with what there is of a policy beside its notice: requests and
// choices can be sent, all else is to be read. A pattern of its own for requests would contend with that
// of rules.
func (s *site) page() http.Handler {
	requests, panel, read := s.embedded(s.requestPage), s.embedded(s.panel), s.readOnly(s.readPage)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.PathValue("page") == requestID && s.Requested != nil {
			requests.ServeHTTP(w, r)
			return
		}
		if r.PathValue("page") == panelName {
			panel.ServeHTTP(w, r)
			return
		}
		read.ServeHTTP(w, r)
	})
}

// readPage answers with a page that is to be read.
func (s *site) readPage(w http.ResponseWriter, r *http.Request) {
	switch r.PathValue("page") {
	case "policy":
		s.filePage(w, r)
	case "policy.yaml":
		s.file(w, r)
	case "published":
		s.publishedPage(w, r)
	case "published.yaml":
		s.publishedFile(w, r)
	default:
		s.noPage(w, r)
	}
}

// secured sets what holds for every answer.
func (s *site) secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", s.security)
		h.Set("Permissions-Policy", permissions)
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

// permissions takes from pages, and from what somebody may yet put into them,
// what no form or notice needs (W3C Permissions Policy).
const permissions = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), publickey-credentials-get=(), usb=(), browsing-topics=()"

// timed ends the context of a request, and the reading of its body, when the time
// is up. Not every server can end the reading; the context ends all the same.
func (s *site) timed(next http.Handler) http.Handler {
	if s.Timeout == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), s.Timeout)
		defer cancel()
		if !readsOnly(r) || r.ContentLength != 0 { // a body that nobody asked for must end, too
			http.NewResponseController(w).SetReadDeadline(time.Now().Add(s.Timeout))
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// readOnly refuses every method but GET and HEAD (RFC 9110 15.5.6).
func (s *site) readOnly(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			lang := s.startLanguage(r)
			s.fail(w, r, lang, problem{status: http.StatusMethodNotAllowed, title: lang.Serve.NotAllowed, detail: lang.Serve.OnlyRead})
			return
		}
		next(w, r)
	})
}

// withoutSlash leads from /{id}/ to /{id}, for ids that there are.
func (s *site) withoutSlash(w http.ResponseWriter, r *http.Request) {
	e := s.byID[r.PathValue("policy")]
	if e == nil {
		s.noPage(w, r)
		return
	}
	to := s.Base + "/" + e.Doc.ID
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	http.Redirect(w, r, to, http.StatusPermanentRedirect)
}
