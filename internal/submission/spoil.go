package submission

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// hostile is what somebody may send who means no good, or whose program is broken.
var hostile = []any{
	"", " ", "\u00A0", "\x00", "a\x00b", "a\u202Eb", "\uFEFF", "a\uFFFEb", "a\tb", "a\nb", "a\r\nb", "a\u2028b", "a\u200Bb",
	"'; DROP TABLE pupils;--", "<script>alert(1)</script>", "${7*7}", "../../etc/passwd", "__proto__", "NaN", "-0", "1e3", "٣", "١٢٣",
	"ÅÄÖ", "e\u0301", "👩‍👩‍👧", strings.Repeat("x", 3000), strings.Repeat("ö", 130), strings.Repeat("a ", 200), strings.Repeat("1", 40),
	true, false, nil, 0, 2, 2.5, -1, 1e21, []string{}, []string{""}, []string{"a"}, []string{"a", "a"}, []string{"x", "y"}, "yes", "no", "perhaps",
	file("", "", 0), file("a", "b", 1), file("a\nb", "image/jpeg", 10), file("a", "image/jpeg", 1<<31-1), file("a", "image/jpeg", 1<<31),
	// What cannot be read as an answer.
	map[string]any{}, map[string]any{"a": 1}, []any{1}, []any{[]any{"a"}}, []any{nil}, file("a", "b", -1),
	map[string]any{"name": "a", "type": "image/png"}, map[string]any{"name": "a", "size": 1}, map[string]any{"type": "image/png", "size": 1},
	map[string]any{"name": 1, "type": "image/png", "size": 1}, map[string]any{"name": "a", "type": 1, "size": 1}, map[string]any{"name": "a", "type": "image/png", "size": "1"},
	map[string]any{"name": "a", "type": "image/png", "size": 1.5},
}

// A fault is an answer to put in the place of a right one, or none at all, neither
// there nor in the fields of which one is needed; or only in one of them.
type fault struct {
	field   string
	answer  any
	none    bool
	instead *form.Field
}

// faults lists every fault that there is: of each field all that is spelled
// otherwise, nearly right, right after all and hostile.
func (m *maker) faults() []fault {
	var list []fault
	for i := range m.def.Fields {
		f := &m.def.Fields[i]
		list = append(list, fault{field: f.Name, none: true})
		for _, other := range m.set(f)[1:] {
			list = append(list, slices.Repeat([]fault{{field: f.Name, none: true, instead: other}}, 12)...)
		}
		for _, answers := range [][]any{m.spelled(f), m.near(f), m.also(f), hostile} {
			for _, answer := range answers {
				list = append(list, fault{field: f.Name, answer: answer})
			}
		}
	}
	for _, name := range []string{"stranger", form.TrapName, form.KeepName(m.def.Fields[0].Name), ""} {
		for _, answer := range hostile {
			list = append(list, fault{field: name, answer: answer})
		}
	}
	return list
}

// also lists other right answers.
func (m *maker) also(f *form.Field) []any {
	var list []any
	for range 4 {
		list = append(list, m.answer(f))
	}
	return list
}

// spoil puts the fault into the answers.
func (m *maker) spoil(w *fault, answers map[string]any) {
	if !w.none {
		answers[w.field] = w.answer
		return
	}
	f := m.def.Field(w.field)
	for _, other := range m.set(f) {
		delete(answers, other.Name)
	}
	if w.instead != nil {
		answers[w.instead.Name] = m.answer(w.instead)
	}
}

// set gives the fields of which the field is one and one is needed, or it alone.
func (m *maker) set(f *form.Field) []*form.Field {
	list := []*form.Field{f}
	for i := range m.def.Fields {
		if other := &m.def.Fields[i]; other != f && f.OneOf != "" && other.OneOf == f.OneOf {
			list = append(list, other)
		}
	}
	return list
}

// spelled lists answers that are right but written otherwise than they are kept.
func (m *maker) spelled(f *form.Field) []any {
	switch f.Control {
	case policy.EmailControl:
		return []any{" elin@exempel.se", "Elin@Exempel.SE", "elin@exempel.se\t", "ELIN@exempel.se"}
	case policy.TelControl:
		return []any{"\u00A0112 ", "08\u2013123\u00A0456\u200978", "08\t12 34"}
	case policy.URLControl:
		return []any{"exempel.se", " www.exempel.se/a", "exempel.se:80?b"}
	case policy.NumberControl:
		return []any{"2,5", " 3", "\u22122", "1 2", 2, 3.5, "2,", "00002", "-0", "-0.00", "-02.5", "00", "0,5"}
	case policy.DateControl:
		return []any{"31.1.2026", "1/2/2003", "3.2.2001", "2020-1-1", "1-1-2020", "2026- 1- 1", "2020/01/02"}
	case policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl:
		return m.published(f)
	case policy.ConsentControl:
		return []any{"yes", "no", " yes "}
	case policy.FileControl:
		return []any{file(" a b\u00A0", m.accepted(f), 5)}
	case policy.SelectControl, policy.RadioControl, policy.CountryControl, policy.CheckboxesControl:
		one := m.option(f)
		return []any{one, " " + one, []string{one}, []string{"", one}, []string{" " + one}}
	}
	text := m.text(f)
	return []any{
		" " + text + " ", text + "\r\n", []string{text}, "a  b c  d", "a\u00A0b c d", "a\tb c d", "a b\r\nc d", "a  b", text + "\u3000" + text,
	}
}

// published lists numbers of the kinds, and what is published as none.
func (m *maker) published(f *form.Field) []any {
	list := []any{" AB\t12 "}
	for _, kind := range f.Numbers {
		for i := 0; i < len(m.numbers[kind]); i += 1 + len(m.numbers[kind])/20 {
			list = append(list, m.numbers[kind][i].Value)
		}
	}
	return list
}

// near lists answers that are just not right, or just right.
func (m *maker) near(f *form.Field) []any {
	if list := nearMisses[f.Control]; list != nil {
		return list
	}
	switch f.Control {
	case policy.SelectControl, policy.RadioControl, policy.CountryControl, policy.CheckboxesControl:
		one := m.option(f)
		return []any{"king", strings.ToUpper(one) + "x", []string{one, one}, []string{one, "king"}, []string{one, ""}, "a", "b", "c  d", "c d"}
	case policy.NationalNumberControl, policy.OrgNumberControl, policy.PostalCodeControl:
		var list []any
		for range 20 {
			list = append(list, m.mistyped(m.number(f)))
		}
		return list
	case policy.FileControl:
		return m.nearFile(f)
	}
	return m.nearText(f)
}

// nearMisses stand on both sides of each rule, by control.
var nearMisses = map[policy.Control][]any{
	policy.EmailControl: {
		"elin", "@exempel.se", "elin@", "elin@exempel", "elin@exempel.s", "elin@exempel.1", "elin@exempel.12", "elin@exempel.1a", "elin@exempel.ö",
		"e..n@exempel.se", ".e@exempel.se", "e.@exempel.se", "e@@exempel.se", "e@-x.se", "e@x-.se", "e@x..se", "e@.x.se", "e@x.se.", "a@b@c.se",
		"e l@x.se", "e@x y.se", "e\u00A0l@x.se", "e@x\u3000y.se", `"e l"@x.se`, "e,l@x.se", "e@x_y.se", "e(l)@x.se", "e\x7Fl@x.se", "e[l]@x.se", `e\l@x.se`, "e`{|}l@x.se",
		strings.Repeat("a", 64) + "@x.se", strings.Repeat("a", 65) + "@x.se", "a@" + strings.Repeat("a", 63) + ".se", "a@" + strings.Repeat("a", 64) + ".se",
		"a@x." + strings.Repeat("e", 63), "a@x." + strings.Repeat("e", 64), "aaaa@" + long + "se", "aaaaa@" + long + "se",
		strings.Repeat("ö", 33) + "@x.se", "a@" + strings.Repeat("ö", 32) + ".se",
	},
	policy.TelControl: {
		"12", "123", "1+23", "+", "123a", "12345678901234567", "123456789012345678", "1\n23", "1,234", "((((123", "\u2014123", "+ (1) 23", "/123/", "１２３",
		"1" + strings.Repeat(" ", 37) + "23", "1" + strings.Repeat(" ", 38) + "23", "1" + strings.Repeat("\u2009", 12) + "23", "1" + strings.Repeat("\u2009", 13) + "23",
	},
	policy.URLControl: {
		"https://", "https://x", "http:/x.se", "ftp://x.se", "//x.se", "https://x.se:", "https://x.se:123456", "https://x.se:99999", "https://x.se:8a", "https://x.se#", "https://u@x.se",
		"https://x y.se", "https://x.se/a b", "https://x.se/a\u00A0b", "https://x.se/<", "https://x.se/|", `https://x.se/\`, "https://x.se/\"", "https://x.se/`", "https://x.se/^",
		"https://-x.se", "https://x_y.se", "https://x.1", "https://x.1/a", "https://x.a?b", "https://X.SE", "hTTp://x.se", "javascript:alert(1)//x.se", "https://" + strings.Repeat("a", 64) + ".se",
		"https://x.se/" + strings.Repeat("a", 2000), "https://x.se/" + strings.Repeat("a", 47), "https://x.se/" + strings.Repeat("a", 48), "x.se/" + strings.Repeat("a", 48),
		"https://" + long + "abcse", "https://" + long + "abcdse", "https://" + long + "abcdse/",
	},
	policy.NumberControl: {
		"0", "1", "4", "5", "4.000001", "1.", ".5", "+1", "1.2.3", "--1", "-", "1234567890123", "123456789012", "-123456789012.123456", "1.1234567", "1.123456", "0x1", "٣", "0.5", "-0.5", "-0.000001", "000000000001", "0000000000001", "-0", "-0.0", "0.0", "00.5", "01",
	},
	policy.DateControl: {
		"2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-11-22", "2026-11-23", "2019-12-31", "2027-01-01", "0000-01-01", "0001-01-01", "9999-12-31",
		"2026-1-32", "20260131", "2026-01-31T00:00", "31.2.2026", "2026-01-3a", "12345-01-01", "2026-04-31", "1900-02-29",
	},
	policy.ConsentControl: {"Yes", "true", 1, []string{"yes", "no"}, []string{"yes"}},
}

// long is a host of 248 bytes, if two more follow.
var long = strings.Repeat("abcdefg.", 31)

// mistyped is the number with a figure changed, added or left out.
func (m *maker) mistyped(number string) string {
	r := []rune(number)
	at := m.r.IntN(len(r))
	switch m.r.IntN(3) {
	case 0:
		r[at] = pick(m, []rune("0123456789ATX-+. å")...)
	case 1:
		r = slices.Delete(r, at, at+1)
	default:
		r = slices.Insert(r, at, pick(m, []rune("0123456789ATX-+. å")...))
	}
	return string(r)
}

func (m *maker) nearFile(f *form.Field) []any {
	full := max(f.MaxBytes, 1)
	return []any{
		file("a", m.accepted(f), 0), file("a", m.accepted(f), full), file("a", m.accepted(f), full+1), file("", m.accepted(f), 1), file(" ", m.accepted(f), 1),
		file("a", "image/gif", 1), file("a", "IMAGE/JPEG", 1), file(strings.Repeat("n", max(f.MaxLength, 1)), m.accepted(f), 1), file(strings.Repeat("n", f.MaxLength+1), m.accepted(f), 1),
		file("a\tb", m.accepted(f), 1), file("a\nb", m.accepted(f), 1), "bild.jpg", []string{"bild.jpg"}, true,
	}
}

func (m *maker) nearText(f *form.Field) []any {
	least, most := max(f.MinLength, 1), max(f.MaxLength, 1)
	text := m.text(f)
	return []any{
		strings.Repeat("x", least-1), strings.Repeat("å", least), strings.Repeat("🙂", most), strings.Repeat("x", most+1), "x" + strings.Repeat(" ", least) + "y", text + "!", m.mistyped(text + "x"),
		text + "\x00", text + "\u2066x", "a\tb", "Call home ####", "My number is 19090527-1474", "She has diabetes", []string{text, text}, "\u3000", "a\vb", "a\u0085b", "a\u2028b", "a\u200Bb", "\uFEFFa", "a\uFEFFb", "a\ufffeb", "a\n", "\r", "a\rb", "a \nb", m.mistyped(text + "x"), m.mistyped(text),
	}
}
