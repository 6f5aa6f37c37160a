package specimen

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// What stands in every text and in every address of [Hostile].
const (
	Script  = `"><script>alert(1)</script>`
	Address = "javascript:alert(1)"
)

// Full gives a document in which every field of the model has a value of the
// right form, every list two entries, and every reference something to point
// to. As a policy it makes no sense.
func Full() *policy.Document {
	return fill(filler{
		text:    func(n int) string { return fmt.Sprintf("Text %d", n) },
		url:     func(n int) string { return fmt.Sprintf("https://school.example/%d", n) },
		address: "registrar@school.example",
	})
}

// Hostile gives a document like [Full] in which every text, and every string
// that is no id and no word of the model, is [Script], and every web address
// is [Address].
func Hostile() *policy.Document {
	return fill(filler{
		text:    func(int) string { return Script },
		url:     func(int) string { return Address },
		address: Script + "@school.example",
	})
}

// HostileFile gives as much of [Hostile] as a file may hold: there, e-mail
// addresses are proper and so are web addresses, but for those of links.
func HostileFile() []byte {
	doc := fill(filler{
		text:    func(int) string { return Script },
		url:     func(n int) string { return fmt.Sprintf("https://school.example/%d", n) },
		address: "registrar@school.example",
	})
	for i := range doc.Links {
		doc.Links[i].URL = policy.Text{locale.SV: Address, locale.EN: Address}
	}
	return File(doc)
}

// A filler fills a document by reflection.
type filler struct {
	text    func(n int) string
	url     func(n int) string
	address string // of e-mail
	count   map[string]int
}

func fill(f filler) *policy.Document {
	f.count = map[string]int{}
	var doc policy.Document
	f.structure(reflect.ValueOf(&doc).Elem(), 0)
	doc.ID = "full"
	doc.Languages = []locale.Tag{locale.SV, locale.EN}
	return &doc
}

// next counts the things of a kind.
func (f *filler) next(kind string) int {
	f.count[kind]++
	return f.count[kind]
}

func (f *filler) structure(v reflect.Value, depth int) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Name == "ID" {
			kind := strings.ToLower(v.Type().Name())
			v.Field(i).SetString(id(kind, f.next(kind)))
			continue
		}
		f.value(v.Field(i), field.Tag, depth+1)
	}
}

// id names a thing by its kind and number. Ids of acts are in capitals.
func id(kind string, n int) string {
	s := fmt.Sprintf("%s-%d", kind, n)
	if kind == "act" {
		return strings.ToUpper(s)
	}
	return s
}

func (f *filler) value(v reflect.Value, tag reflect.StructTag, depth int) {
	switch x := v.Addr().Interface().(type) {
	case *date.Date:
		*x = date.Date{Year: 2026, Month: 9, Day: f.next("day")%28 + 1}
		return
	case *date.Period:
		*x = date.Period{Years: f.next("period")}
		return
	case *law.Strength:
		*x = [...]law.Strength{law.Weak, law.Medium, law.Strong}[f.next("strength")%3]
		return
	case *policy.Text:
		n := f.next("text")
		*x = policy.Text{locale.SV: f.text(n), locale.EN: f.text(n)}
		if strings.HasPrefix(tag.Get("json"), "url") {
			*x = policy.Text{locale.SV: f.url(n), locale.EN: f.url(n)}
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.word(tag))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(f.next("count")))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.value(v.Elem(), tag, depth)
	case reflect.Struct:
		f.structure(v, depth)
	case reflect.Slice:
		if depth > 6 {
			return // purposes have parts without end
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.value(v.Index(i), tag, depth+1)
		}
	default:
		panic("specimen: the model has a field of type " + v.Type().String() + ", which is not filled")
	}
}

// word gives a string of the form that the tags of its field name.
func (f *filler) word(tag reflect.StructTag) string {
	if kind := tag.Get("ref"); kind != "" {
		return id(kind, 1)
	}
	format, words, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(tag.Get("validate"), "omitempty,"), "dive,"), "=")
	n := f.next(format + words)
	switch format {
	case "oneof":
		choices := strings.Fields(words)
		return choices[n%len(choices)]
	case "slug":
		return fmt.Sprintf("word-%d", n)
	case "email":
		return f.address
	case "http_url":
		return f.url(n)
	case "iso3166_1_alpha2", "jurisdiction":
		return "SE"
	case "bcp47":
		return "sv"
	case "curie":
		return "dpv:Student"
	case "identkind", "numberkind":
		return "se.personnummer"
	case "numberseries":
		return "temporary"
	case "":
		return f.text(n)
	}
	panic("specimen: the model has the format " + format + ", which is not filled")
}
