package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Choose answers a request about choices that stay on the person's device: the
// operations choose and choice of [Handle]. It is all that a panel for choices needs,
// and so small that such a panel can carry it. Several goroutines may call it at once.
//
// The request must be JSON as a program writes it, such as JSON.stringify: to stay
// small, Choose looks only at what it needs.
func Choose(request []byte) []byte {
	r := wire.Text(request)
	switch r.Get("op").Inside() {
	case "choose":
		return choose(r)
	case "choice":
		return choice(r)
	}
	return fail("op")
}

// fail is the answer to a request that cannot be answered.
func fail(member string) []byte { return []byte(`{"error":"` + member + `"}`) }

// choose decides one answer to one question. The request has question: sum, expires
// and reasons, as [AppendQuestions] gives them; the answer with yes, act, at, shown, interface
// and subject, and before: the status of the answer before, if there was one. What comes
// back has what a record does: status, until and reasons.
func choose(r wire.Text) []byte {
	asked, a := r.Get("question"), r.Get("answer")
	if asked == "" {
		return fail("question")
	}
	p := consent.Prepared{Sum: str(asked, "sum")}
	p.Expires, _ = date.ParsePeriod(str(asked, "expires"))
	out := ""
	for item := range asked.Get("reasons").Items {
		p.Reasons = append(p.Reasons, consent.Reason{Voids: is(item, "voids")})
		out += string(item) + ","
	}
	status, until, reasons := p.Decide(&consent.Answer{
		Yes: is(a, "yes"), Act: policy.ConsentAct(str(a, "act")), At: str(a, "at"), Shown: str(a, "shown"),
		Interface: str(a, "interface"), Person: consent.Person{Subject: str(a, "subject")},
	})
	if status == consent.Refused {
		out = "" // a no needs nothing to count
	}
	said := `{"status":"` + string(status.After(consent.Status(str(r, "before")))) + `"`
	if !until.IsZero() {
		said += `,"until":"` + until.String() + `"`
	}
	return append([]byte(said), told(out, reasons)...)
}

// choice says how an answer stands on the day against what is now asked. The request
// has day, status, at, until, agreed, which is the fingerprint that was agreed to, and
// binds: the fingerprint of what is now asked, and those of earlier versions under
// which a yes still counts. What comes back has counts, ask and reasons.
func choice(r wire.Text) []byte {
	day, ok := date.Parse(str(r, "day"))
	if !ok {
		return fail("day")
	}
	c := consent.Choice{Status: consent.Status(str(r, "status")), At: str(r, "at"), Agreed: fingerprint(r.Get("agreed"))}
	c.Until, _ = date.Parse(str(r, "until"))
	binds := []change.Fingerprint{{}}
	for f := range r.Get("binds").Items {
		binds = append(binds, fingerprint(f))
	}
	s := c.Stands(binds[min(1, len(binds)-1)], binds[min(2, len(binds)):], day)
	return []byte(`{"counts":` + truth(s.Counts) + `,"ask":` + truth(s.Ask) + told("", s.Reasons))
}

// told writes reasons as a record has them, behind others that are written, and ends
// the answer. Codes and arguments
// need no escapes: they are ours, figures, or as they stood in the request.
func told(others string, reasons []consent.Reason) string {
	out, between := `,"reasons":[`, ""
	if others != "" {
		if len(reasons) == 0 {
			others = others[:len(others)-1]
		}
		out += others
	}
	for i := range reasons {
		r := &reasons[i]
		out += between + `{"code":"` + string(r.Code) + `"`
		if r.Voids {
			out += `,"voids":true`
		}
		for _, a := range r.Args {
			out += `,"` + a.Name + `":"` + a.Value + `"`
		}
		out += "}"
		between = ","
	}
	return out + "]}"
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func fingerprint(t wire.Text) change.Fingerprint {
	f := change.Fingerprint{Terms: str(t, "terms")}
	for p := range t.Get("parts").Items {
		f.Parts = append(f.Parts, change.Part{Of: str(p, "of"), Language: locale.Tag(str(p, "language")), Said: list(p, "said")})
	}
	return f
}

func str(t wire.Text, name string) string { return string(t.Get(name).Inside()) }

func is(t wire.Text, name string) bool { return t.Get(name) == "true" }

// list reads a list of strings.
func list(t wire.Text, name string) []string {
	var list []string
	for item := range t.Get(name).Items {
		list = append(list, string(item.Inside()))
	}
	return list
}
