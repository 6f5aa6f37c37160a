package form

import (
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// maxValues is how many answers a form can bring beyond its own fields: those
// with several values, and what the host's page adds.
const maxValues = 1000

// Check checks what was sent, on the day, and puts what is to be kept into the
// Submission, without allocating if the answers are right as they stand and the
// Submission has been used before. It gives the problems in the order of the
// form; all of them, not the first. With problems, the Submission holds only
// what is right, and the values are to be shown again.
//
// An answer to a field that is not asked for, and a name that is not on the
// form, is dropped; [Submission.Dropped] tells of it. Without a Submission, nil,
// there are only the problems.
//
// The day is that of the person, and is needed: by it are judged "max: today"
// and births in the future, and it tells the century of a short identity number,
// which is else kept as short as it was typed.
func (d *Definition) Check(values []Value, day date.Date, into *Submission) []Problem {
	if into == nil {
		into = new(Submission)
	}
	a := into.reset(d)
	if len(values) > len(d.Fields)+maxValues {
		return []Problem{{Code: TooMany, Message: d.words[wordTooMany]}}
	}
	d.place(values, a)
	d.drop(a)
	c := checker{def: d, values: values, answers: a, day: day}
	for i := range d.Fields {
		if a.slots[i].state == shown {
			c.field(i)
		}
	}
	for _, choice := range d.choices {
		c.oneOf(choice)
	}
	return c.problems
}

// place puts the values into the slots of their fields.
func (d *Definition) place(values []Value, a *answers) {
	next, several := 0, false
	for i := range values {
		v := &values[i]
		at, known := d.find(v.Name, next)
		next = at + 1
		if !known {
			if v.Text != "" && !d.isOwn(v.Name) {
				a.dropped = append(a.dropped, Drop{Why: NotOnForm})
			}
			continue
		}
		text := trim(v.Text)
		if text == "" {
			continue
		}
		s := &a.slots[at]
		if s.count++; s.count == 1 {
			s.text, s.from, s.typ, s.size = text, v.From, v.Type, v.Size
		} else {
			several = true
		}
	}
	if several {
		d.placeMore(values, a)
	}
}

// find finds the field with the name, at once if it is that with the number:
// answers mostly come in the order of the form.
func (d *Definition) find(name string, next int) (int, bool) {
	if next < len(d.Fields) && d.Fields[next].Name == name && !d.repeats {
		return next, true
	}
	return d.names.find(name)
}

// placeMore puts the second and later values of the fields that have several
// into one list, field by field.
func (d *Definition) placeMore(values []Value, a *answers) {
	for at := range a.slots {
		s := &a.slots[at]
		if s.count < 2 {
			continue
		}
		s.more = len(a.more)
		first := true
		for i := range values {
			if text := trim(values[i].Text); values[i].Name == d.Fields[at].Name && text != "" {
				if !first {
					a.more = append(a.more, Value{Text: text})
				}
				first = false
			}
		}
	}
}

// isOwn reports whether a name that is no field belongs to the form all the
// same: the trap, and the wish to keep a text.
func (d *Definition) isOwn(name string) bool {
	if name == TrapName {
		return true
	}
	field, is := strings.CutPrefix(name, keepPrefix)
	if !is {
		return false
	}
	_, known := d.names.find(field)
	return known
}

// drop takes out what is not asked for.
func (d *Definition) drop(a *answers) {
	for i := range d.Fields {
		if d.isShown(i, a) || a.slots[i].count == 0 {
			continue
		}
		why := NotAsked
		for _, name := range d.Fields[i].NeedsYes {
			if !d.isYes(name, a) {
				why = NoConsent
			}
		}
		a.dropped = append(a.dropped, Drop{Field: d.Fields[i].Name, Why: why})
	}
}

// A checker goes through the fields of one submission.
type checker struct {
	def      *Definition
	values   []Value
	answers  *answers
	day      date.Date
	problems []Problem
}

// tell adds a problem of the field.
func (c *checker) tell(f *Field, code Code, w word, args ...locale.Arg) {
	c.add(c.def.problem(f, code, w, args...))
}

// add adds a problem. Where there is one there are mostly more.
func (c *checker) add(p Problem) {
	if c.problems == nil {
		c.problems = make([]Problem, 0, len(c.def.Fields)/2+1)
	}
	c.problems = append(c.problems, p)
}

func (c *checker) field(i int) {
	f, s := &c.def.Fields[i], &c.answers.slots[i]
	if s.count == 0 {
		if f.Required && f.OneOf == "" {
			c.add(c.def.missing(f))
		}
		return
	}
	if s.count > 1 && !f.isList() {
		c.tell(f, TooOften, wordTooOften)
		return
	}
	for k := range s.count {
		if !isText(c.answers.value(s, k), f.Control == policy.LongTextControl) {
			c.tell(f, WrongSigns, wordSigns)
			return
		}
	}
	s.kept = c.answer(f, s, &c.def.plans[i])
}

// answer checks an answer by its control and reports whether it is right.
func (c *checker) answer(f *Field, s *slot, p *plan) bool {
	switch f.Control {
	case policy.EmailControl:
		return c.is(isEmail(&s.text), f, NotEmail, wordEmail) && c.length(f, s)
	case policy.TelControl:
		return c.is(isTel(s.text), f, NotTel, wordTel) && c.length(f, s)
	case policy.URLControl:
		return c.is(isURL(&s.text), f, NotURL, wordURL) && c.length(f, s)
	case policy.NumberControl:
		return c.number(f, s, p)
	case policy.DateControl:
		return c.date(f, s)
	case policy.SelectControl, policy.RadioControl, policy.CheckboxesControl, policy.CountryControl:
		return c.choice(f, s, p)
	case policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl:
		return c.ident(f, s)
	case policy.FileControl:
		return c.file(f, s)
	case policy.ConsentControl:
		return c.is(s.text == Yes || s.text == No, f, Missing, wordAnswerIt)
	case policy.LongTextControl:
		s.text = lines(s.text)
	default:
		s.text = line(s.text)
	}
	return c.length(f, s) && c.pattern(f, s) && c.screen(f, s, p.screen)
}

// is tells the problem unless the answer is right, and gives back whether it is.
func (c *checker) is(right bool, f *Field, code Code, w word) bool {
	if !right {
		c.tell(f, code, w)
	}
	return right
}

// length counts characters, as people do, not bytes.
func (c *checker) length(f *Field, s *slot) bool {
	if f.MinLength == 0 && len(s.text) <= f.MaxLength { // no text has more characters than bytes
		return true
	}
	n := characters(s.text)
	switch {
	case f.MinLength > 0 && n < f.MinLength:
		c.tell(f, TooShort, wordTooShort, locale.Arg{Name: "min", Value: strconv.Itoa(f.MinLength)})
	case f.MaxLength > 0 && n > f.MaxLength:
		c.tell(f, TooLong, wordTooLong, locale.Arg{Name: "max", Value: strconv.Itoa(f.MaxLength)})
	default:
		return true
	}
	return false
}

func (c *checker) pattern(f *Field, s *slot) bool {
	if f.Pattern == "" || fits(s.text, f.Pattern) {
		return true
	}
	c.tell(f, WrongPattern, wordLooks, locale.Arg{Name: "example", Value: exampleOf(f.Pattern)})
	return false
}

func (c *checker) choice(f *Field, s *slot, p *plan) bool {
	for k := range s.count {
		if !p.offers(f, c.answers.value(s, k)) {
			c.tell(f, NotOffered, wordOffered)
			return false
		}
	}
	return true
}

func (p *plan) offers(f *Field, value string) bool {
	if len(f.Options) >= manyOptions {
		_, is := p.offered.find(value)
		return is
	}
	for i := range f.Options {
		if f.Options[i].Value == value {
			return true
		}
	}
	return false
}

func (c *checker) file(f *Field, s *slot) bool {
	switch {
	case s.size == 0:
		c.tell(f, EmptyFile, wordFileEmpty)
	case f.MaxBytes > 0 && s.size > f.MaxBytes:
		c.tell(f, FileTooLarge, wordFileSize, locale.Arg{Name: "size", Value: sizeWords(f.MaxBytes)})
	case len(f.Accept) > 0 && !has(f.Accept, s.typ):
		c.tell(f, WrongFileType, wordFileType, locale.Arg{Name: "types", Value: c.def.listOr(typeWords(f.Accept))})
	default:
		return c.length(f, s)
	}
	return false
}

// oneOf looks at fields of which only one is needed: none given is a problem if
// any of them is required, more than one always, since the other is more than is
// needed (GDPR Article 5(1)(c)).
func (c *checker) oneOf(choice []int) {
	given, required := 0, false
	for _, i := range choice {
		if s := &c.answers.slots[i]; s.state == shown {
			required = required || c.def.Fields[i].Required
			given += min(s.count, 1)
		}
	}
	switch {
	case given > 1:
		c.tellOneOf(choice, OnlyOne, wordOnlyOne)
	case given == 0 && required:
		c.tellOneOf(choice, OneOf, wordOneOf)
	}
}

// tellOneOf adds the problem of a choice, at the first of its fields that is
// asked for.
func (c *checker) tellOneOf(choice []int, code Code, w word) {
	var first *Field
	var labels, others []string
	for _, i := range choice {
		if c.answers.slots[i].state != shown {
			continue
		}
		f := &c.def.Fields[i]
		labels = append(labels, locale.Small(f.Label))
		if first == nil {
			first = f
		} else {
			others = append(others, f.Name)
		}
	}
	if len(others) == 0 { // the others are not asked for, so there is no choice
		c.add(c.def.missing(first))
		return
	}
	p := c.def.problem(first, code, w, locale.Arg{Name: "labels", Value: c.def.listOr(labels)})
	p.Others = others
	c.add(p)
}
