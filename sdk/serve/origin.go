package serve

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"github.com/lagrum/lagrum/sdk/text"
)

// trust lets the origins send forms.
func (s *site) trust(origins []string) error {
	for _, origin := range origins {
		if err := s.shared.AddTrustedOrigin(origin); err != nil {
			return fmt.Errorf("serve: the origin %q is not one such as https://www.school.example: %w", origin, err)
		}
	}
	return nil
}

// StampHeader is the header in which a program may send the stamp of a form,
// instead of as a member of its JSON.
const StampHeader = "Lagrum-Stamp"

// embedded lets pages of the origins that the host lists ask, and read the answer
// (Fetch Standard, CORS protocol). Nobody is logged in with that: see isForeign.
func (s *site) embedded(next http.HandlerFunc) http.Handler {
	if len(s.Origins) == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Add("Vary", "Origin")
		allowed := slices.Contains(s.Origins, r.Header.Get("Origin"))
		if allowed {
			h.Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
			h.Set("Access-Control-Expose-Headers", "Accept-Post, Content-Language, Location, Retry-After")
		}
		if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
			next(w, r)
			return
		}
		if !allowed {
			s.otherSite(w, r, s.startLanguage(r))
			return
		}
		h.Set("Access-Control-Allow-Methods", "GET, HEAD, POST")
		h.Set("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, "+StampHeader)
		h.Set("Access-Control-Max-Age", "600")
		w.WriteHeader(http.StatusNoContent)
	})
}

// isForeign reports whether a page of another origin has the browser send the
// request, other than by a link: what the browser knows of the person, such as its
// cookies, then says nothing of what the person wants (Fetch Metadata, 2.2).
func isForeign(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return false
	case "":
		origin := r.Header.Get("Origin")
		u, err := url.Parse(origin)
		return origin != "" && (err != nil || u.Host != r.Host)
	}
	return !readsOnly(r) || r.Header.Get("Sec-Fetch-Mode") != "navigate"
}

// otherSite answers to a page of another site that it may not do this.
func (s *site) otherSite(w http.ResponseWriter, r *http.Request, lang *text.Language) {
	s.fail(w, r, lang, problem{status: http.StatusForbidden, title: lang.Form.NotReceived, detail: lang.Form.OtherSite})
}
