package mutate

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// perClass is how many defects of a kind are made in a field of one policy.
// They lie evenly over all that could be made.
const perClass = 1

// nobody is an id that no policy has.
const nobody = "no-such-thing"

// A maker makes the defects of one policy.
type maker struct {
	doc *policy.Document
	ids map[string][]string // by the kind of reference
}

// Mutants lists the defects that are tried in a policy. They are bound to it:
// nothing else may change the policy while they are in use.
func Mutants(doc *policy.Document) []Mutant {
	m := maker{doc: doc, ids: map[string][]string{}}
	doc.Walk(policy.Visitor{Define: func(_ diag.Path, kind, id string) {
		if id != "" && !slices.Contains(m.ids[kind], id) {
			m.ids[kind] = append(m.ids[kind], id)
		}
	}})
	type class struct {
		kind  Kind
		field string
	}
	var order []class
	found := map[class][]Mutant{}
	for _, p := range places(reflect.ValueOf(doc).Elem(), "") {
		for _, x := range m.of(p) {
			c := class{x.Kind, x.Field}
			if found[c] == nil {
				order = append(order, c)
			}
			found[c] = append(found[c], x)
		}
	}
	var list []Mutant
	for _, c := range order {
		list = append(list, spread(found[c], limit(c.kind))...)
	}
	return list
}

// limit is larger where one place has many other values.
func limit(k Kind) int {
	if k == Flip || k == Article {
		return 4 * perClass
	}
	return perClass
}

// spread takes n of a list, evenly.
func spread(list []Mutant, n int) []Mutant {
	if len(list) <= n {
		return list
	}
	chosen := make([]Mutant, n)
	for i := range chosen {
		chosen[i] = list[i*len(list)/n]
	}
	return chosen
}

// of makes the defects of one field.
func (m *maker) of(p place) []Mutant {
	v := p.value
	if v.Kind() == reflect.Bool {
		return []Mutant{p.mutant(Flip, reflect.ValueOf(!v.Bool()).Convert(v.Type()), boolWord(!v.Bool()))}
	}
	if v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 {
		return nil
	}
	list := loss(p)
	switch {
	case v.Type() == dateType:
		return append(list, shifts(p)...)
	case v.Type() == periodType:
		return append(list, periods(p)...)
	case v.Type() == textType:
		return append(list, languages(p)...)
	}
	if kind := p.field.Tag.Get("ref"); kind != "" {
		list = append(list, p.with(Dangle, func(string) []string { return []string{nobody} })...)
		list = append(list, p.with(Swap, func(was string) []string { return m.others(kind, was) })...)
	}
	if words := p.words(); words != nil {
		list = append(list, p.with(Flip, func(was string) []string { return without(words, was) })...)
	}
	if p.isCountry() {
		list = append(list, p.with(Country, func(was string) []string { return without([]string{"FR", "NO", "GB", "US", "CN"}, was) })...)
	}
	switch p.field.Name {
	case "Regime":
		list = append(list, p.with(Regime, regimes)...)
	case "Article":
		list = append(list, p.with(Article, letters)...)
	case "ID":
		list = append(list, m.duplicates(p)...)
	}
	return list
}

func boolWord(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func without(words []string, word string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == word })
}

// loss takes the whole field away or, of a list, each entry.
func loss(p place) []Mutant {
	v := p.value
	none := reflect.Zero(v.Type())
	if v.Kind() != reflect.Slice {
		return []Mutant{p.mutant(Delete, none, "")}
	}
	list := []Mutant{p.mutant(Empty, none, "")}
	if v.Len() == 1 {
		return list
	}
	for i := range v.Len() {
		left := reflect.AppendSlice(copied(v.Slice(0, i)), v.Slice(i+1, v.Len()))
		list = append(list, p.mutant(Drop, left, ""))
	}
	return list
}

// others gives two other ids of a kind: the next one, and one far off. For an
// act there is also one that was repealed long ago.
func (m *maker) others(kind, was string) []string {
	ids := m.ids[kind]
	at := slices.Index(ids, was)
	var list []string
	for _, step := range []int{1, len(ids)/2 + 1} {
		if len(ids) == 0 {
			break
		}
		if id := ids[(at+step)%len(ids)]; id != was && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	if kind == "act" {
		list = append(list, string(law.PUL))
	}
	return list
}

// duplicates gives a thing the id of another of its type.
func (m *maker) duplicates(p place) []Mutant {
	kind := kindOf(p.in.Type().Name())
	return p.with(Duplicate, func(was string) []string {
		if at := slices.Index(m.ids[kind], was); at > 0 {
			return m.ids[kind][at-1 : at]
		}
		return nil
	})
}

// kindOf is what [policy.Visitor] calls things of a type of the model.
func kindOf(typ string) string {
	var b strings.Builder
	for i, r := range typ {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func shifts(p place) []Mutant {
	d := p.value.Interface().(date.Date)
	var list []Mutant
	for _, years := range []int{-10, -1, 1, 10} {
		to := d.AddYears(years)
		list = append(list, p.mutant(Shift, reflect.ValueOf(to), to.String()))
	}
	return list
}

func periods(p place) []Mutant {
	was := p.value.Interface().(date.Period)
	var list []Mutant
	for _, to := range []date.Period{{Years: 10*was.Years + 1, Months: was.Months, Days: was.Days}, {Days: 1}} {
		if to != was {
			list = append(list, p.mutant(Stretch, reflect.ValueOf(to), to.String()))
		}
	}
	return list
}

func languages(p place) []Mutant {
	was := p.value.Interface().(policy.Text)
	var list []Mutant
	for _, tag := range slices.Sorted(maps.Keys(was)) {
		left := policy.Text{}
		for t, s := range was {
			if t != tag {
				left[t] = s
			}
		}
		if len(left) > 0 {
			list = append(list, p.mutant(Language, reflect.ValueOf(left), string(tag)))
		}
	}
	return list
}

func regimes(was string) []string {
	var list []string
	for act := range law.Acts() {
		if law.IsRegime(act.ID) && string(act.ID) != was {
			list = append(list, string(act.ID))
		}
	}
	return list
}

// letters gives the provision with each other letter, with one that does not
// exist, and without any.
func letters(was string) []string {
	bare := was[:max(0, strings.LastIndexByte(was, '('))]
	list := []string{bare}
	for letter := 'a'; letter <= 'k'; letter++ {
		list = append(list, bare+"("+string(letter)+")")
	}
	return without(list, was)
}
