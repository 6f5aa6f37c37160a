package change

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A speaker says a report in one language.
type speaker struct {
	r    Report
	lang *text.Language
}

// A chapter is the changes that belong to the same activities.
type chapter struct {
	title     string // empty for what belongs to none
	subjects  []string
	sentences []sentence
}

// A sentence tells of changes of one kind.
type sentence struct {
	words   string
	changes []*Change
}

// in gives a text of a policy, with white space squeezed.
func (s *speaker) in(t policy.Text) string { return squeeze(t.In(s.lang.Tag)) }

func fill(pattern, name, value string) string {
	return locale.Format(pattern, locale.Arg{Name: name, Value: value})
}

// title is that of the notice that changes.
func (s *speaker) title() string {
	for _, doc := range []*policy.Document{s.r.New, s.r.Old} {
		for _, t := range []policy.Text{doc.Title, doc.Service} {
			if words := s.in(t); words != "" {
				return words
			}
		}
	}
	return s.r.New.ID
}

// material gathers the material changes, what belongs to no activity first, then
// in the order of the activities.
func (s *speaker) material() []chapter {
	var list []*Change
	for i := range s.r.Changes {
		if c := &s.r.Changes[i]; c.Material {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b *Change) int { return slices.Compare(s.places(a), s.places(b)) })
	var chapters []chapter
	for len(list) > 0 {
		n := 1
		for n < len(list) && slices.Equal(list[n].Activities, list[0].Activities) {
			n++
		}
		chapters = append(chapters, chapter{s.heading(list[0].Activities), s.concerned(list[:n]), s.sentences(list[:n])})
		list = list[n:]
	}
	return chapters
}

// places gives where the activities of a change stand, those that are gone last.
func (s *speaker) places(c *Change) []int {
	var list []int
	for _, id := range c.Activities {
		place := len(s.r.New.Activities)
		for i, doc := range []*policy.Document{s.r.New, s.r.Old} {
			at := slices.IndexFunc(doc.Activities, func(a policy.Activity) bool { return a.ID == id })
			if at >= 0 {
				place = at + i*len(s.r.New.Activities)
				break
			}
		}
		list = append(list, place)
	}
	return list
}

func (s *speaker) heading(activities []string) string {
	var names []string
	for _, id := range activities {
		names = append(names, locale.Capital(s.name("activity", id)))
	}
	return s.lang.Rules.List(unique(names))
}

// concerned names the groups of people whom changes concern, if they are not
// those whom all changes of the report concern.
func (s *speaker) concerned(list []*Change) []string {
	ids := list[0].Subjects
	if slices.Equal(ids, s.r.Subjects()) {
		return nil
	}
	return s.names("subject", ids)
}

// other gathers the changes that are not material.
func (s *speaker) other() []sentence {
	var list []*Change
	for i := range s.r.Changes {
		if c := &s.r.Changes[i]; !c.Material {
			list = append(list, c)
		}
	}
	return s.sentences(list)
}

// sentences says changes, those of one kind in one sentence. They come in the
// order of kinds.
func (s *speaker) sentences(list []*Change) []sentence {
	var out []sentence
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].Kind == list[0].Kind {
			n++
		}
		out = append(out, s.say(list[:n])...)
		list = list[n:]
	}
	return out
}

// say says changes of one kind.
func (s *speaker) say(list []*Change) []sentence {
	pattern := s.pattern(list[0].Kind)
	if list[0].Kind == RetentionLonger || list[0].Kind == RetentionShorter {
		return s.kept(list, pattern)
	}
	var names []string
	for _, c := range list {
		names = append(names, strings.TrimSuffix(s.what(c), "."))
	}
	return []sentence{{fill(pattern, "what", s.lang.Rules.List(unique(names))), list}}
}

// kept says how much longer or shorter each rule keeps data.
func (s *speaker) kept(list []*Change, pattern string) []sentence {
	var out []sentence
	with := s.lang.Change.LongerThan
	if list[0].Kind == RetentionShorter {
		with = s.lang.Change.ShorterThan
	}
	for _, c := range list {
		words := pattern
		from, fine := date.ParsePeriod(c.Arg("from"))
		to, ok := date.ParsePeriod(c.Arg("to"))
		if fine && ok {
			words = locale.Format(with,
				locale.Arg{Name: "old", Value: s.lang.Rules.Period(from, locale.Count)},
				locale.Arg{Name: "new", Value: s.lang.Rules.Period(to, locale.Count)})
		}
		if n := len(out); n > 0 && out[n-1].words == words {
			out[n-1].changes = append(out[n-1].changes, c)
			continue
		}
		out = append(out, sentence{words, []*Change{c}})
	}
	return out
}

// what names the thing of a change as people do.
func (s *speaker) what(c *Change) string {
	switch c.Kind {
	case TransferAdded, TransferChanged, TransferRemoved:
		return s.lang.Country(c.Arg("country"))
	case LanguageAdded, LanguageRemoved:
		if l := text.In(c.Languages[0]); l != nil {
			return l.Name
		}
		return string(c.Languages[0])
	case SpecialAdded, SpecialRemoved:
		return s.name(c.Of, c.ID)
	}
	return s.name(c.Of, c.ID)
}

func (s *speaker) names(of string, ids []string) []string {
	var list []string
	for _, id := range ids {
		list = append(list, s.name(of, id))
	}
	return list
}

// name is what a thing is called in the newer policy, or else in the older one,
// or else its id.
func (s *speaker) name(of, id string) string {
	for _, doc := range []*policy.Document{s.r.New, s.r.Old} {
		if words := s.nameIn(doc, of, id); words != "" {
			return words
		}
	}
	return id
}

func (s *speaker) nameIn(doc *policy.Document, of, id string) string {
	switch of {
	case "purpose":
		if p := doc.Purpose(id); p != nil {
			return s.in(p.Title)
		}
	case "activity":
		if a := doc.Activity(id); a != nil {
			if title := s.in(a.Title); title != "" {
				return title
			}
			return s.lang.Rules.List(s.titles(doc, a.Purposes))
		}
	case "consent":
		if c := doc.Consent(id); c != nil {
			return s.lang.Rules.List(s.titles(doc, c.Purposes))
		}
	case "party":
		if p := doc.Party(id); p != nil {
			return s.in(p.Name)
		}
	case "recipient":
		if r := doc.Recipient(id); r != nil {
			if name := s.in(r.Name); name != "" {
				return name
			}
			return s.nameIn(doc, "party", r.Party)
		}
	case "datum":
		if d := doc.Datum(id); d != nil {
			return s.in(d.Label)
		}
	case "subject":
		if x := doc.Subject(id); x != nil {
			return s.in(x.Label)
		}
	case "technology":
		if t := doc.Technology(id); t != nil {
			return s.in(t.Name)
		}
	case "visibility":
		return s.shown(doc, id)
	}
	return ""
}

func (s *speaker) titles(doc *policy.Document, purposes []string) []string {
	var list []string
	for _, id := range purposes {
		if title := s.nameIn(doc, "purpose", id); title != "" {
			list = append(list, title)
		}
	}
	return unique(list)
}

// shown names the data that something shows, or where it is shown.
func (s *speaker) shown(doc *policy.Document, id string) string {
	i := slices.IndexFunc(doc.Visibility, func(v policy.Visibility) bool { return v.ID == id })
	if i < 0 {
		return ""
	}
	v := &doc.Visibility[i]
	var data []string
	for _, id := range v.Data {
		if label := s.nameIn(doc, "datum", id); label != "" {
			data = append(data, label)
		}
	}
	if len(data) == 0 {
		return s.in(v.Where)
	}
	return s.lang.Rules.List(data)
}

func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
