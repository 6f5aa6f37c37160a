package submission

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/policy"
)

// Day is the day on which submissions are checked.
var Day = date.Date{Year: 2026, Month: 11, Day: 22}

// A maker makes submissions of one form.
type maker struct {
	def     *form.Definition
	numbers map[ident.Kind][]vector
	r       *rand.Rand
	right   []filled
}

// A filled form has no fault. What it asks for is told by what is kept.
type filled struct {
	answers map[string]any
	kept    []string
}

// A submission is what is sent, and the field that has the fault, if it has one.
type submission struct {
	sent  []byte
	fault string
}

// submissions gives a right submission with each fault that there is, and n with
// none, a few or many of them at once.
func (m *maker) submissions(seed uint64, n int) []submission {
	m.r = rand.New(rand.NewPCG(seed, 0))
	var list []submission
	for _, sent := range []string{"[]", "null", "true", `"a"`, "1"} {
		list = append(list, submission{sent: []byte(sent)})
	}
	for range 200 {
		m.right = append(m.right, m.filled())
	}
	faults := m.faults()
	for i := range faults {
		w := &faults[i]
		backgrounds := []map[string]any{m.with(w.field)}
		if f := m.def.Field(w.field); f != nil && (f.If != nil || f.Group != "" || len(f.NeedsYes) > 0) {
			backgrounds = append(backgrounds, pick(m, m.right...).answers)
		}
		for _, answers := range backgrounds {
			answers = maps.Clone(answers)
			m.spoil(w, answers)
			list = append(list, submission{encoded(answers), w.field})
		}
	}
	for i := range n {
		answers := maps.Clone(pick(m, m.right...).answers)
		for range [...]int{0, 1, 3, 2 * len(m.def.Fields)}[i%4] {
			m.spoil(&faults[m.r.IntN(len(faults))], answers)
		}
		list = append(list, submission{sent: encoded(answers)})
	}
	return list
}

// with gives a right submission that has an answer to the field, if there is one.
func (m *maker) with(field string) map[string]any {
	one := pick(m, m.right...)
	for range 200 {
		if slices.Contains(one.kept, field) {
			break
		}
		one = pick(m, m.right...)
	}
	return one.answers
}

// filled gives a right submission, if it finds one; in some, all that is not
// asked for is filled in too.
func (m *maker) filled() filled {
	var one filled
	var s form.Submission
	for range 12 {
		one.answers = m.fill()
		if len(m.def.Check(read(one.answers), Day, &s)) == 0 {
			one.kept = slices.Collect(s.Names())
			break
		}
	}
	more := m.one(3)
	for i := range m.def.Fields {
		f := &m.def.Fields[i]
		if _, there := one.answers[f.Name]; there || !more {
			continue
		}
		one.answers[f.Name] = m.answer(f)
		m.def.Check(read(one.answers), Day, &s)
		if !slices.ContainsFunc(s.Dropped(), func(d form.Drop) bool { return d.Field == f.Name }) {
			delete(one.answers, f.Name)
		}
	}
	return one
}

// encoded writes plain maps, lists and strings.
func encoded(answers map[string]any) []byte {
	data, err := json.Marshal(answers)
	if err != nil {
		panic(err)
	}
	return data
}

// fill fills the form in: of fields of which one is needed, one. What is then not
// asked for is taken out again half of the time.
func (m *maker) fill() map[string]any {
	answers := map[string]any{}
	var sets []string
	for _, k := range m.r.Perm(len(m.def.Fields)) {
		f := &m.def.Fields[k]
		if f.OneOf != "" && slices.Contains(sets, f.OneOf) && !m.one(6) || !f.Required && f.OneOf == "" && m.one(3) {
			continue
		}
		sets = append(sets, f.OneOf)
		answers[f.Name] = m.answer(f)
	}
	for range 3 { // what is needed may depend on what was left out
		var s form.Submission
		for _, p := range m.def.Check(read(answers), Day, &s) {
			f := m.def.Field(p.Field)
			switch {
			case p.Code == form.Missing, p.Code == form.OneOf:
				answers[f.Name] = m.answer(f)
			case p.Code == form.OnlyOne:
				for _, other := range p.Others {
					delete(answers, other)
				}
			case !f.Required: // nothing may be right, as where there is nothing to choose from
				delete(answers, f.Name)
			}
		}
		for _, drop := range s.Dropped() {
			if m.one(2) {
				delete(answers, drop.Field)
			}
		}
	}
	return answers
}

// read gives the values of answers that can be read.
func read(answers map[string]any) []form.Value {
	values, err := form.ReadValues(encoded(answers))
	if err != nil {
		panic(err)
	}
	return values
}

// one is true once in n times.
func (m *maker) one(n int) bool { return m.r.IntN(n) == 0 }

func pick[T any](m *maker, list ...T) T { return list[m.r.IntN(len(list))] }

// answer is a right answer, in the shape in which it is kept.
func (m *maker) answer(f *form.Field) any {
	switch f.Control {
	case policy.EmailControl:
		return pick(m, "elin@exempel.se", "o'brien+kurs@mail.example.org", "åsa@skola.exempel.se", "a@räksmörgås.se", "x_y@1a.exempel", "a-.b@x--y.example")
	case policy.TelControl:
		return pick(m, "+46 8 123 456 78", "112", "08-123 456 78", "(08) 12 34 56", "+4512345678")
	case policy.URLControl:
		return pick(m, "https://exempel.se", "http://www.exempel.se:8080/a/b?c=d#e", "HTTPS://exempel.se/ö", "https://räksmörgås.se?x")
	case policy.NumberControl:
		return pick(m, f.Min+"", "2", "3", "2.5", "-4", "0", "2.000001")
	case policy.DateControl:
		return pick(m, "2001-02-03", "2024-02-29", "2020-01-01", "1955-12-31")
	case policy.SelectControl, policy.RadioControl, policy.CountryControl:
		return m.option(f)
	case policy.CheckboxesControl:
		return m.options(f)
	case policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl:
		return m.number(f)
	case policy.FileControl:
		return file(pick(m, "bild.jpg", "min bild.png", "brev"), m.accepted(f), 1+m.r.IntN(1000))
	case policy.ConsentControl:
		return m.one(2)
	}
	return m.text(f)
}

func file(name, kind string, size int) map[string]any {
	return map[string]any{"name": name, "type": kind, "size": size}
}

func (m *maker) accepted(f *form.Field) string {
	if len(f.Accept) == 0 {
		return pick(m, "application/pdf", "")
	}
	return pick(m, f.Accept...)
}

func (m *maker) option(f *form.Field) string {
	if len(f.Options) == 0 {
		return "x"
	}
	return pick(m, f.Options...).Value
}

func (m *maker) options(f *form.Field) any {
	list := []string{m.option(f)}
	for m.one(2) {
		list = append(list, m.option(f))
	}
	return list
}

// number is a valid number of one of the kinds, in canonical form.
func (m *maker) number(f *form.Field) string {
	if len(f.Numbers) == 0 {
		return "AB-123"
	}
	kind := pick(m, f.Numbers...)
	for range 50 {
		if v := pick(m, m.numbers[kind]...); v.Valid && v.Canonical != "" {
			return v.Canonical
		}
	}
	return "0"
}

// text is a text of a length and pattern that the field accepts.
func (m *maker) text(f *form.Field) string {
	if f.Pattern != "" {
		return strings.NewReplacer("9", "7", "A", "b", "*", "Z").Replace(f.Pattern)
	}
	text := pick(m, "Elin Exempel", "Åsa-Märta Öberg", "X", "第一 学校", "🙂 yes", "Can I park by the door?")
	for f.MinLength > 0 && len([]rune(text)) < f.MinLength {
		text += "x"
	}
	if r := []rune(text); f.MaxLength > 0 && len(r) > f.MaxLength {
		text = strings.TrimSpace(string(r[:f.MaxLength]))
	}
	if f.Control == policy.LongTextControl && m.one(2) && f.MaxLength > 60 {
		text += "\n\tand  more\nlines"
	}
	return text
}
