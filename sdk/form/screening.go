package form

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/screen"
)

// A Screening looks at what free text of a form tells. It weighs more than the
// form itself, so that a page loads it apart, once a person writes such text.
// Several goroutines may use it at once.
type Screening struct {
	fields []screened
	words  [screenClasses]string // in the order of screen.Classes
}

// screened is a field whose text is looked at.
type screened struct {
	name     string
	long     bool // it may have several lines
	screener *screen.Screener
}

// IsScreened reports whether the form has a field whose text is screened.
func (d *Definition) IsScreened() bool {
	return slices.ContainsFunc(d.Fields, func(f Field) bool { return len(f.Screen) > 0 })
}

// AppendScreening appends what [ReadScreening] reads: the lexicon of the form,
// the classes of each field that is screened, and the sentences about them.
func (d *Definition) AppendScreening(dst []byte) []byte {
	w := wire.NewWriter(dst).BeginObject()
	if len(d.Lexicon.Sections) > 0 {
		w.Key("lexicon").Raw(string(d.Lexicon.AppendJSON(nil)))
	}
	w.Key("fields").BeginArray()
	for i := range d.Fields {
		if f := &d.Fields[i]; len(f.Screen) > 0 {
			w.BeginObject()
			w.Key("name").String(f.Name)
			writeTrue(w, "long", f.Control == policy.LongTextControl)
			writeTexts(w, "screen", f.Screen)
			w.EndObject()
		}
	}
	w.EndArray()
	w.Key("words").BeginArray()
	for _, s := range d.words[wordScreen:] {
		w.String(s)
	}
	return w.EndArray().EndObject().Bytes()
}

// ReadScreening reads what [Definition.AppendScreening] wrote. It skips members
// that it does not know, and takes what is missing for empty.
func ReadScreening(n wire.Node) *Screening {
	s := new(Screening)
	lexicon, made := screen.ReadNode(n.Get("lexicon")), screeners{}
	fields := n.Get("fields").Children
	for i := range fields {
		if classes := strs[screen.Class](&fields[i], "screen"); len(classes) > 0 {
			s.fields = append(s.fields, screened{fields[i].StrOf("name"), fields[i].Is("long"), made.of(lexicon, classes)})
		}
	}
	for i, word := range n.Get("words").Children {
		if i < len(s.words) {
			s.words[i] = word.Text
		}
	}
	return s
}

// Has reports whether the text of the field is screened.
func (s *Screening) Has(field string) bool { return s.find(field) != nil }

func (s *Screening) find(field string) *screened {
	for i := range s.fields {
		if s.fields[i].name == field {
			return &s.fields[i]
		}
	}
	return nil
}

// Check gives the problems that [Definition.Check] would find in the text of the
// field because of what it tells. With keep, the person wants it sent as it is.
func (s *Screening) Check(field, text string, keep bool) []Problem {
	f := s.find(field)
	if f == nil {
		return nil
	}
	if text = trim(text); f.long {
		text = lines(text)
	} else {
		text = line(text)
	}
	var room [16]screen.Hit
	return objections(f.screener.Find(room[:0], text), field, s.words[:], keep)
}

// screeners are made once for each set of classes.
type screeners map[string]*screen.Screener

func (made screeners) of(l screen.Lexicon, classes []screen.Class) *screen.Screener {
	key := ""
	for _, c := range classes {
		key += string(c) + " "
	}
	if made[key] == nil {
		made[key] = screener(l, classes)
	}
	return made[key]
}

// screener looks for the classes. With a lexicon from elsewhere that is no good,
// codes and numbers are found all the same.
func screener(l screen.Lexicon, classes []screen.Class) *screen.Screener {
	s, err := screen.New(l, screen.Options{Classes: classes})
	if err != nil {
		s, _ = screen.New(screen.Lexicon{}, screen.Options{Classes: classes})
	}
	return s
}

// linkScreening prepares the check of free text. It is apart from [Definition.link]
// so that a page's module, which leaves this to another, need not carry it.
func (d *Definition) linkScreening() {
	made := screeners{}
	for i := range d.Fields {
		if f := &d.Fields[i]; len(f.Screen) > 0 {
			by := made.of(d.Lexicon, f.Screen)
			d.plans[i].screen = func(d *Definition, f *Field, text string, keep bool) []Problem {
				var room [16]screen.Hit
				return objections(by.Find(room[:0], text), f.Name, d.words[wordScreen:], keep)
			}
		}
	}
}

// screening finds what is to be said of the text of a field.
type screening func(d *Definition, f *Field, text string, keep bool) []Problem

// screen looks at what free text may tell.
func (c *checker) screen(f *Field, s *slot, by screening) bool {
	if by == nil {
		return true
	}
	problems := by(c.def, f, s.text, c.keeps(f))
	for _, p := range problems {
		c.add(p)
	}
	return len(problems) == 0
}

// objections gives a problem for each class that a text tells of. A rule that is
// sure refuses the text; the others ask once, and the person may send it as it is.
func objections(hits []screen.Hit, field string, words []string, keep bool) []Problem {
	if len(hits) == 0 {
		return nil
	}
	var problems []Problem
	seen := map[screen.Class]bool{}
	for _, h := range hits {
		if seen[h.Class] || !h.Blocks && keep {
			continue
		}
		seen[h.Class] = true
		code := MayTell
		if h.Blocks {
			code = MustNotTell
		}
		problems = append(problems, Problem{
			Code: code, Field: field, Args: []locale.Arg{{Name: "class", Value: string(h.Class)}},
			Message: words[slices.Index(screen.Classes(), h.Class)], Asks: !h.Blocks, Start: h.Start, End: h.End,
		})
	}
	return problems
}

// keeps reports whether the person says that the text is to be sent as it is.
func (c *checker) keeps(f *Field) bool {
	for i := range c.values {
		if name, is := strings.CutPrefix(c.values[i].Name, keepPrefix); is && name == f.Name {
			return c.values[i].Text == Yes
		}
	}
	return false
}
