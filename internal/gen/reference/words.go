package main

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// words turns the name of a struct into words: "code of conduct".
func words(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// plural gives several of what a struct is called.
func plural(name string) string {
	switch name {
	case "datum":
		return "data"
	case "code of conduct":
		return "codes of conduct"
	case "retention":
		return "retention rules"
	case "access":
		return "rules of access"
	case "advice":
		return "pieces of advice"
	case "visibility":
		return "rules of visibility"
	}
	if stem, ok := strings.CutSuffix(name, "y"); ok {
		return stem + "ies"
	}
	return name + "s"
}

// one gives a single one of it, with its article.
func one(name string) string {
	switch {
	case name == "retention":
		return "a retention rule"
	case name == "access", name == "advice", name == "visibility", name == "profiling", name == "transient":
		return name
	case strings.ContainsRune("aeio", rune(name[0])):
		return "an " + name
	}
	return "a " + name
}

// anchor is where a heading is found in the page.
func anchor(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-', unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// link leads to a heading of the page.
func link(text, heading string) string { return "[" + text + "](#" + anchor(heading) + ")" }

// title is the heading of a struct.
func title(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// written says what an author writes for a field that has no fixed words.
func written(f reflect.StructField) (string, error) {
	list := f.Type.Kind() == reflect.Slice
	if ref := f.Tag.Get("ref"); ref != "" {
		return reference(ref, list), nil
	}
	if t := structure(f.Type); t != nil {
		name := words(t.Name())
		if list {
			return "list of " + link(plural(name), name), nil
		}
		return link(one(name), name), nil
	}
	single, several := scalar(bare(f.Type), f)
	switch {
	case single == "":
		return "", fmt.Errorf("no words for type %s with format %q", f.Type, f.Tag.Get("validate"))
	case list:
		return "list of " + several, nil
	}
	return single, nil
}

// written says that one, or a list, of the words is written.
func (c choice) written(list bool) string {
	if list {
		return "list of " + link(fmt.Sprintf("%d words", len(c.list)), c.heading)
	}
	return link(fmt.Sprintf("one of %d words", len(c.list)), c.heading)
}

// reference says what an author writes to point to a thing. The kind of thing
// is its name with hyphens.
func reference(kind string, list bool) string {
	name := strings.ReplaceAll(kind, "-", " ")
	if list {
		return "list of ids of " + link(plural(name), name)
	}
	return "id of " + link(one(name), name)
}

// scalar says what an author writes for a single value, and for several.
func scalar(t reflect.Type, f reflect.StructField) (single, several string) {
	switch t {
	case reflect.TypeFor[policy.Text]():
		return link("text per language", languages), link("texts per language", languages)
	case reflect.TypeFor[date.Date]():
		return link("date", dates), link("dates", dates)
	case reflect.TypeFor[date.Period]():
		return link("duration", durations), link("durations", durations)
	}
	if t.Kind() == reflect.Bool {
		return "`true` or `false`", ""
	}
	if t.Kind() == reflect.Int {
		return "a whole number from 1 on", ""
	}
	if t.Kind() != reflect.String {
		return "", ""
	}
	format := f.Tag.Get("validate")
	return stringFormat(format[strings.LastIndexByte(format, ',')+1:], t, f.Name)
}

// stringFormat says how a text of a format is written. An unknown format has no words.
func stringFormat(format string, t reflect.Type, field string) (single, several string) {
	switch format {
	case "":
		if t == reflect.TypeFor[law.ActID]() {
			return "id of an act in [Lagrum's table](law.md#acts)", ""
		}
		return "text", "texts"
	case "slug", "actid":
		if field == "ID" {
			return link("id", ids), ""
		}
		return "a word, written as an " + link("id", ids), ""
	case "iso3166_1_alpha2":
		return link("country code", countries), link("country codes", countries)
	case "jurisdiction":
		return link("country code", countries) + ", or `EU`", link("country codes", countries) + ", or `EU`"
	case "bcp47":
		return link("language code", languages), link("language codes", languages)
	case "email":
		return "e-mail address", "e-mail addresses"
	case "http_url":
		return "web address", "web addresses"
	case "curie":
		return link("term", terms), ""
	case "identkind":
		return "kind of number: `" + strings.Join(policy.NationalNumbers(), "`, `") + "`", ""
	case "numberkind":
		return "kind of number", "kinds of number: `" + strings.Join(policy.Numbers(), "`, `") + "`"
	case "numberseries":
		return "series", "series: `" + strings.Join(policy.NumberSeries(), "`, `") + "`"
	}
	return "", ""
}
