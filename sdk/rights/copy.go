package rights

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Provider gives what the controller holds about one person. A host writes
// one over its own tables, for the person whose request it is, so that nothing
// here needs to know who that is.
type Provider interface {
	// Held gives all that is held of the kind of data, by its id in the policy.
	// None is an answer; an error ends the copy.
	Held(datum string) ([]Entry, error)
}

// An Entry is one thing that is held about the person. It is the only type of
// this package that holds personal data.
type Entry struct {
	Value      string    // the data, as the person can read them
	Since      date.Date // the day on which they came; zero if not known
	Source     string    // from whom they came in fact, if not from the person (GDPR Article 15(1)(g)); may be empty
	Recipients []string  // who received them in fact (C-154/21); none leaves those that the policy names
}

// A Copy is what somebody gets who asks for access or portability (GDPR Articles
// 15(1), 15(3) and 20(1)): what is held, kind by kind, with what it is used for,
// who receives it, where it comes from and how long it is kept.
type Copy struct {
	Language   *text.Language // the language of all words that are not the person's data
	Title      string         // what the policy is called
	Categories []Category     // the kinds of data, in the order of the policy
}

// A Category is one kind of data in a copy.
type Category struct {
	Datum      string   // its id
	Label      string   // what people call it
	Entries    []Entry  // what is held; none if nothing is
	Purposes   []string // what it is used for (Article 15(1)(a))
	Recipients []string // who receives it (Article 15(1)(c))
	Sources    []string // where it comes from (Article 15(1)(g))
	Kept       []string // how long it is kept (Article 15(1)(d))
}

// CopyOf asks the provider for all data that an answer opens and tells about
// them in the language. It fails with [NothingOpen] where the answer is not one
// on access or portability, or opens nothing. An error of the provider comes back
// as it is.
func CopyOf(doc *policy.Document, a *Answer, p Provider, l *text.Language) (Copy, error) {
	c := Copy{Language: l, Title: doc.Title.In(l.Tag)}
	uses := opened(doc, a)
	for i := range doc.Data {
		d := &doc.Data[i]
		if len(uses[d.ID]) == 0 {
			continue
		}
		held, err := p.Held(d.ID)
		if err != nil {
			return Copy{}, err
		}
		k := category{doc: doc, datum: d, uses: uses[d.ID], lang: l}
		c.Categories = append(c.Categories, k.tell(held))
	}
	if len(c.Categories) == 0 {
		return Copy{}, NothingOpen
	}
	return c, nil
}

// NothingOpen is the mistake of copying what an answer does not open.
const NothingOpen Mistake = "rights: the answer opens no data"

// opened gives the activities for which an answer opens each kind of data.
func opened(doc *policy.Document, a *Answer) map[string][]*policy.Activity {
	uses := map[string][]*policy.Activity{}
	if a.Right != law.Access && a.Right != law.Portability || a.Outcome == Refused || len(a.Bars) > 0 {
		return uses
	}
	for i := range a.Activities {
		v := &a.Activities[i]
		if v.Outcome != Granted && v.Outcome != Partly {
			continue
		}
		for _, id := range v.Data {
			uses[id] = append(uses[id], &doc.Activities[v.Index])
		}
	}
	return uses
}

// A category is the work on one kind of data.
type category struct {
	doc   *policy.Document
	datum *policy.Datum
	uses  []*policy.Activity
	lang  *text.Language
}

func (k *category) tell(held []Entry) Category {
	c := Category{Datum: k.datum.ID, Label: k.datum.Label.In(k.lang.Tag), Entries: held}
	if c.Label == "" {
		c.Label = c.Datum
	}
	c.Sources = k.sources()
	for _, a := range k.uses {
		c.Purposes = add(c.Purposes, k.purposes(a)...)
		c.Recipients = add(c.Recipients, k.recipients(a)...)
		c.Kept = add(c.Kept, k.kept(a)...)
	}
	return c
}

// add adds what is said, and not said yet.
func add(list []string, words ...string) []string {
	for _, w := range words {
		if w != "" && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

func (k *category) purposes(a *policy.Activity) []string {
	var list []string
	for _, id := range a.Purposes {
		if p := k.doc.Purpose(id); p != nil {
			list = add(list, first(p.Title.In(k.lang.Tag), p.Text.In(k.lang.Tag)))
		}
	}
	return list
}

func first(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// recipients lists who receives the datum: processors are recipients, too
// (Article 4(9)).
func (k *category) recipients(a *policy.Activity) []string {
	var list []string
	for i := range k.doc.Recipients {
		r := &k.doc.Recipients[i]
		if !slices.Contains(a.Recipients, r.ID) || len(r.Data) > 0 && !slices.Contains(r.Data, k.datum.ID) || r.Anonymous {
			continue
		}
		list = add(list, first(r.Name.In(k.lang.Tag), k.party(r.Party), k.audience(r.Kind)))
	}
	for _, id := range a.Processors {
		if p := k.doc.Processor(id); p != nil {
			list = add(list, k.party(p.Party))
		}
	}
	return list
}

func (k *category) party(id string) string {
	if p := k.doc.Party(id); p != nil {
		return p.Name.In(k.lang.Tag)
	}
	return ""
}

// audience says who receives data where the policy names nobody.
func (k *category) audience(kind policy.RecipientKind) string {
	switch kind {
	case policy.ParticipantsRecipient:
		return k.lang.Data.SameCourse
	case policy.PublicRecords:
		return k.lang.Data.PublicRecords
	case policy.PublicRecipient:
		return k.lang.Data.Public
	}
	return ""
}

func (k *category) sources() []string {
	if len(k.datum.Sources) == 0 {
		return []string{k.lang.Data.FromYou}
	}
	var list []string
	for i := range k.datum.Sources {
		list = add(list, k.source(&k.datum.Sources[i]))
	}
	return list
}

func (k *category) source(s *policy.Source) string {
	w := &k.lang.Data
	switch s.Kind {
	case policy.FromController:
		return w.FromUs
	case policy.FromObserving:
		return w.FromObserving
	case policy.FromDeriving:
		return w.FromDeriving
	case policy.FromThirdParty:
		if name := k.party(s.Party); name != "" {
			return locale.Format(w.FromOther, locale.Arg{Name: "party", Value: name})
		}
		return s.Text.In(k.lang.Tag)
	}
	return w.FromYou
}

// kept says the rules that hold for the datum in the activity.
func (k *category) kept(a *policy.Activity) []string {
	var list []string
	for _, id := range a.Retention {
		r := k.doc.RetentionRule(id)
		if r == nil || len(r.Data) > 0 && !slices.Contains(r.Data, k.datum.ID) {
			continue
		}
		w := retention.Words(r, k.lang)
		list = add(list, strings.TrimSpace(w.Keep+" "+w.Then))
		for _, step := range w.Steps {
			list = add(list, step.When+" "+step.What)
		}
	}
	return list
}
