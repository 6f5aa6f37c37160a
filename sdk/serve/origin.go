package serve

import (
	"fmt"
	"net/http"
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
// (Fetch Standard, CORS protocol). Nobody is logged in with that: the answer does
// not allow credentials, so browsers send none.
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

// otherSite answers to a page of another site that it may not do this.
func (s *site) otherSite(w http.ResponseWriter, r *http.Request, lang *text.Language) {
	s.fail(w, r, lang, problem{status: http.StatusForbidden, title: lang.Form.NotReceived, detail: lang.Form.OtherSite})
}
