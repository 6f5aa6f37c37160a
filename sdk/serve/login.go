package serve

import (
	"net/http"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/lagrum/lagrum/sdk/form"
)

// fromLogin gives the values that the person's log-in fills in. Where the host
// fails, the person can fill in the form all the same.
func (s *site) fromLogin(a *asked, part *form.Definition, r *http.Request) []form.Value {
	if s.Login == nil {
		return nil
	}
	attributes, convert, err := s.callLogin(r)
	var values []form.Value
	if err == nil {
		values, err = part.FillIn(attributes, guarded(convert))
	}
	if err != nil {
		s.complain(r, "a log-in could not fill in all of a form", "policy", a.e.Doc.ID, "form", a.form.ID, "reasons", reasons(err))
	}
	for i := range values {
		values[i].Text = norm.NFC.String(values[i].Text)
	}
	return values
}

// credit marks the answers that are still as the log-in gave them with where
// they come from. Others the person has typed.
func (s *site) credit(a *asked, part *form.Definition, r *http.Request, values []form.Value) {
	for _, known := range s.fromLogin(a, part, r) {
		for i := range values {
			if v := &values[i]; v.Name == known.Name && strings.TrimSpace(v.Text) == strings.TrimSpace(known.Text) {
				v.From = known.From
			}
		}
	}
}
