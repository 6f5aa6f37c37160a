package rights

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Reason is one thing that an answer rests on, with the law behind it. It
// holds nothing of the person.
type Reason struct {
	Code      Code       // what it is
	Regime    law.ActID  // the data protection law that it cites; empty if it cites none
	Provision string     // the provision in that law's own numbers: "17(3)(b)"; empty cites the law as a whole
	Law       []Citation // provisions of other acts
	Args      []Arg      // what else the words name
}

// A Citation is a provision of an act that is not the data protection law of the policy.
type Citation struct {
	Act     law.ActID   // the act's id, in Lagrum's table or the policy's
	Title   policy.Text // its title; that of Lagrum's table stands in the act's own language
	Section string      // the provision as the act numbers it; may be empty
}

// An Arg is a value of a reason. Days stand as 2026-01-31, periods as P1M;
// names as the policy has them in each language.
type Arg struct {
	Name  string      // the placeholder that it fills
	Text  policy.Text // its words per language; nil if Value says it
	Value string      // a day, a period, a figure or a code
}

// In says the reason as a sentence in the language, with the provisions in
// brackets. It is empty for a code that is none of the constants. Texts of the
// policy that are missing in the language are left out; lint reports them.
func (r *Reason) In(l *text.Language) string {
	code := r.Code
	if code == MustKeepSome && (len(r.Args) == 0 || r.Args[0].in(l) == "") { // the policy has no names for them in the language
		code = MustKeep
	}
	words := locale.Format(code.pattern(l), r.args(l)...)
	cited := r.cited(l)
	if words == "" || cited == "" {
		return words
	}
	if ended := strings.TrimSuffix(words, "."); ended != words {
		return ended + " (" + cited + ")."
	}
	return words + " (" + cited + ")"
}

// args says the values in the language.
func (r *Reason) args(l *text.Language) []locale.Arg {
	list := make([]locale.Arg, len(r.Args))
	for i := range r.Args {
		a := &r.Args[i]
		list[i] = locale.Arg{Name: a.Name, Value: a.in(l)}
	}
	return list
}

func (a *Arg) in(l *text.Language) string {
	if a.Text != nil {
		return a.Text.In(l.Tag)
	}
	if day, ok := date.Parse(a.Value); ok {
		return l.Rules.Date(day)
	}
	if p, ok := date.ParsePeriod(a.Value); ok {
		return l.Rules.Period(p, locale.Later)
	}
	return a.Value
}

// cited writes what the reason cites, without brackets.
func (r *Reason) cited(l *text.Language) string {
	var list []string
	if r.Regime != "" {
		w := cite.In(r.Regime, l)
		if r.Provision != "" {
			list = append(list, strings.TrimSuffix(w.Article(r.Provision), ","))
		} else {
			list = append(list, w.Regime().Name)
		}
	}
	for i := range r.Law {
		if words := r.Law[i].In(l); words != "" {
			list = append(list, words)
		}
	}
	return strings.Join(list, "; ")
}

// In writes the provision: "Arkivlag (1990:782), 10 §". An act of Lagrum's table
// is called by its title in its own language, as one cites it, unless it is a
// data protection law, which has a name in each.
func (c *Citation) In(l *text.Language) string {
	if c.Act == timeRule {
		return l.Request.Rule
	}
	title := c.Title.In(l.Tag)
	if name, ok := law.NameOf(c.Act, string(l.Tag)); ok {
		title = name.Text
	}
	if title == "" || c.Section == "" {
		return title
	}
	return locale.Format(l.Law.Section, locale.Arg{Name: "act", Value: title}, locale.Arg{Name: "section", Value: c.Section})
}

// timeRule is the act on how periods are counted.
const timeRule law.ActID = "EU-TIME"

// reason makes a reason that cites a provision of the GDPR by its number in the
// regime. Where the regime has none, it cites the law as a whole.
func (s *assessment) reason(code Code, gdpr string, args ...Arg) Reason {
	r := Reason{Code: code, Regime: s.doc.Regime, Args: args}
	r.Provision, _ = law.Article(s.doc.Regime, gdpr)
	return r
}

// plain makes a reason that cites nothing.
func plain(code Code, args ...Arg) Reason { return Reason{Code: code, Args: args} }

func day(name string, d date.Date) Arg { return Arg{Name: name, Value: d.String()} }

// onProvision cites a provision of Lagrum's table.
func onProvision(p *law.Provision) Citation {
	c := Citation{Act: p.Act, Section: p.Section}
	if act, ok := law.Find(p.Act); ok {
		c.Title = policy.Text{locale.Any: act.Title}
	}
	return c
}

// provisions cites what the country's law says on the matter.
func provisions(country string, matter law.Matter, at date.Date) []Citation {
	var list []Citation
	for p := range law.ProvisionsOn(country, matter, at) {
		list = append(list, onProvision(&p))
	}
	return list
}

// onCitation cites what the policy cites.
func onCitation(doc *policy.Document, c *policy.Citation) Citation {
	cited := Citation{Act: c.Act, Section: c.Section}
	if own := doc.Act(c.Act); own != nil {
		cited.Title = own.Title
		if own.Number != "" {
			cited.Title = numbered(own)
		}
	} else if act, ok := law.Find(c.Act); ok {
		cited.Title = policy.Text{locale.Any: act.Title}
	}
	return cited
}

// numbered gives the title of an act with its number, where it does not hold it.
func numbered(a *policy.Act) policy.Text {
	t := policy.Text{}
	for tag, words := range a.Title {
		if !strings.Contains(words, a.Number) {
			words += " (" + a.Number + ")"
		}
		t[tag] = words
	}
	return t
}
