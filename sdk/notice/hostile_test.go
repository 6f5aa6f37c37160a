package notice_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

// planted gives a policy in which every text, and every string that is no id
// and no word of the model, is what the function gives. Bases and rights are as
// in any policy, so that all of the notice is made.
func planted(s func() string) *policy.Document {
	doc := specimen.Full()
	plant(reflect.ValueOf(doc).Elem(), "", s)
	doc.Regime, doc.Jurisdiction, doc.AsPublished = law.GDPR, "SE", false
	for i := range doc.Activities {
		a := &doc.Activities[i]
		a.Basis.Article, a.SpecialGround.Article = []string{"6(1)(e)", "6(1)(a)"}[i%2], "9(2)(a)"
		a.Scopes, a.ControllerPer = nil, ""
	}
	for i := range doc.Data {
		doc.Data[i].When = ""
	}
	return doc
}

// plant replaces the strings in v. A tag says what form a string must have;
// those are left, but for the forms that a document made in Go need not keep.
func plant(v reflect.Value, tag reflect.StructTag, s func() string) {
	switch v.Kind() {
	case reflect.String:
		format := strings.TrimPrefix(strings.TrimPrefix(tag.Get("validate"), "omitempty,"), "dive,")
		if tag.Get("ref") == "" && (format == "" || format == "email" || format == "http_url") {
			v.SetString(s())
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			v.SetMapIndex(key, reflect.ValueOf(s()))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			plant(v.Elem(), tag, s)
		}
	case reflect.Slice:
		for i := range v.Len() {
			plant(v.Index(i), tag, s)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				plant(v.Field(i), f.Tag, s)
			}
		}
	}
}

// layers makes the notices of a policy in all layers.
func layers(t testing.TB, doc *policy.Document) []*notice.Doc {
	t.Helper()
	var list []*notice.Doc
	for _, layer := range notice.Layers(doc) {
		d, err := notice.Build(doc, notice.Context{Layer: layer, FullURL: "/full"})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, d)
	}
	if len(list) != 3 {
		t.Fatalf("%d layers", len(list))
	}
	return list
}

// hostile holds what has broken printers before.
var hostile = map[string]string{
	"script":              specimen.Script,
	"javascript link":     specimen.Address,
	"javascript disguise": "java\tscript:alert(1)",
	"data link":           "data:text/html,<script>alert(1)</script>",
	"attribute":           `" onmouseover="alert(1)" x="`,
	"attribute, single":   `' onmouseover='alert(1)' x='`,
	"end of elements":     "</p></td></table></article><h1>Other</h1>",
	"comment":             "<!-- --!> <![CDATA[ ]]>",
	"entities":            "&lt;b&gt; &amp; &#60;b&#62; &nbsp;",
	"template":            "{name} {{.}} ${x} {provisions} {act}",
	"markdown":            "# a\n- b\n1. c\n> d\n***\n| e | f |\n| - | - |\n[g](javascript:alert(1)) ![h](x) `i` **j** __k__ ~~l~~ <b>m</b>\n    n\n```\no",
	"markdown edges":      "*a*",
	"markdown reference":  "[a]: https://elsewhere.example",
	"markdown break":      "a  \nb\\\nc",
	"setext":              "a\n===\n\nb\n---",
	"autolinks":           "<https://elsewhere.example> https://elsewhere.example www.elsewhere.example",
	"rule of columns":     ":-- | --:",
	"ANSI":                "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m",
	"backspace":           "good\b\b\b\bbad \r overwritten",
	"direction":           "abc\u202edef\u2066ghi\u2069 \u200f",
	"vertical tab":        "\v",
	"zero bytes":          "a\x00b",
	"not UTF-8":           "a\xff\xfe\xc3(\xed\xa0\x80b",
	"noncharacters":       "\uFDD0\uFFFE\U0010FFFF",
	"txtar":               "-- html --",
	"spaces":              "  a   b\u00a0 c\t\n ",
	"space alone":         " ",
	"box of a task":       "x",
	"dots":                ". .. ... : ?",
	"emoji":               "👩‍👩‍👧‍👦 e\u0301",
}

func TestHostileTextIsHarmless(t *testing.T) {
	for title, s := range hostile {
		t.Run(title, func(t *testing.T) {
			for _, d := range layers(t, planted(func() string { return s })) {
				checkPrints(t, d)
			}
		})
	}
}

func TestSpecimensAreHarmless(t *testing.T) {
	for title, doc := range map[string]*policy.Document{"full": specimen.Full(), "hostile": specimen.Hostile()} {
		t.Run(title, func(t *testing.T) {
			for _, d := range layers(t, doc) {
				checkPrints(t, d)
			}
		})
	}
}

// Long texts go into every fiftieth place, since each stands in the notice
// several times.
func TestLongTextIsHarmless(t *testing.T) {
	for title, s := range map[string]string{
		"one word":   strings.Repeat("x", 100_000),
		"many words": strings.Repeat("<b> & ", 100_000/6),
		"brackets":   strings.Repeat("[", 50_000) + strings.Repeat("](", 25_000),
		"stars":      strings.Repeat("*_", 50_000),
	} {
		t.Run(title, func(t *testing.T) {
			n := 0
			doc := planted(func() string {
				if n++; n%50 == 0 {
					return s
				}
				return "text"
			})
			for _, d := range layers(t, doc) {
				var p notice.Printer
				checkHTML(t, p.HTML(d))
				checkMarkdown(t, p.Markdown(d), p.HTML(d))
				checkJSON(t, p.JSON(d), p.HTML(d))
				checkText(t, p.Text(d), d)
			}
		})
	}
}

func TestAddressesOfFunnySchemesAreText(t *testing.T) {
	doc := planted(func() string { return specimen.Address })
	for _, d := range layers(t, doc) {
		var p notice.Printer
		for _, href := range addresses(parseHTML(t, p.HTML(d))) {
			// A mailbox may have any name; it leads nowhere.
			if strings.Contains(href, "script") && !strings.HasPrefix(href, "mailto:") {
				t.Errorf("a link to %q", href)
			}
		}
		for _, out := range []string{string(p.Markdown(d)), string(p.JSON(d))} {
			if strings.Contains(out, `(<javascript:`) || strings.Contains(out, `"url":"javascript:`) {
				t.Error("an address of the scheme javascript")
			}
		}
	}
}
