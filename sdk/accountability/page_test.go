package accountability_test

import (
	"bytes"
	"fmt"
	"iter"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// schema compiles the JSON Schema of reports.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(accountability.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("report.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestJSONIsValid(t *testing.T) {
	s := schema(t)
	for _, name := range examples {
		doc := example(t, name)
		for _, tag := range doc.Languages {
			for _, kind := range accountability.Kinds {
				if err := validate(t, s, of(t, kind, doc, accountability.Context{Language: tag}).JSON()); err != nil {
					t.Errorf("%s %s %s: %v", name, tag, kind, err)
				}
			}
		}
		for _, party := range accountability.Keepers(doc) {
			if err := validate(t, s, of(t, accountability.RecordKind, doc, accountability.Context{Party: party}).JSON()); err != nil {
				t.Errorf("%s %s: %v", name, party, err)
			}
		}
	}
}

// The schema sees what is wrong.
func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
	good := string(of(t, accountability.RecordKind, parse(t, complete), accountability.Context{}).JSON())
	if err := validate(t, s, []byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, change := range []struct{ old, new string }{
		{`"kind":"ropa"`, `"kind":"poem"`}, {`"state":"stated"`, `"state":"fine"`}, {`"path":"/activities/0"`, `"path":"activities"`},
		{`"at":"2026-09-01"`, `"at":"1 September"`}, {`"says":[`, `"said":[`}, {`"provision":"30(1)(b)"`, `"provision":"Article 30"`},
	} {
		bad := strings.Replace(good, change.old, change.new, 1)
		if bad == good {
			t.Errorf("there is no %s", change.old)
		} else if validate(t, s, []byte(bad)) == nil {
			t.Errorf("%s is let through", change.new)
		}
	}
}

// Whatever is missing from a policy, or points nowhere, no report breaks, no row is
// empty, and the JSON stays valid.
func TestDefects(t *testing.T) {
	s := schema(t)
	doc := example(t, "studieskolen")
	count := 0
	for place, field := range fields(reflect.ValueOf(doc).Elem(), "") {
		count++
		if count%11 != 0 { // every eleventh: they are thousands
			continue
		}
		was := reflect.ValueOf(field.Interface())
		for _, becomes := range []reflect.Value{reflect.Zero(field.Type()), reflect.ValueOf("nowhere")} {
			if !becomes.Type().AssignableTo(field.Type()) {
				continue
			}
			field.Set(becomes)
			for _, kind := range accountability.Kinds {
				r, err := accountability.Of(kind, doc, accountability.Context{})
				if err != nil {
					continue // it has no language or no such law any more
				}
				for _, row := range rowsOf(r) {
					if len(row.Says)+len(row.Left) == 0 || row.State == "" {
						t.Errorf("%s: %s %s is empty", place, kind, row.ID)
					}
				}
				if err := validate(t, s, r.JSON()); err != nil {
					t.Errorf("%s: %v", place, err)
				}
			}
			field.Set(was)
		}
	}
	if count < 1000 {
		t.Errorf("there are only %d fields", count)
	}
}

// fields goes through everything that is set in a policy.
func fields(v reflect.Value, place string) iter.Seq2[string, reflect.Value] {
	return func(yield func(string, reflect.Value) bool) { visit(v, place, yield) }
}

func visit(v reflect.Value, place string, yield func(string, reflect.Value) bool) bool {
	switch v.Kind() {
	case reflect.Pointer:
		return v.IsNil() || visit(v.Elem(), place, yield)
	case reflect.Slice:
		for i := range v.Len() {
			if !visit(v.Index(i), fmt.Sprintf("%s/%d", place, i), yield) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f, name := v.Field(i), place+"/"+v.Type().Field(i).Name
			if f.IsZero() {
				continue
			}
			if !yield(name, f) || !visit(f, name, yield) {
				return false
			}
		}
	}
	return true
}

// Circles in a policy end.
func TestCircles(t *testing.T) {
	doc := parse(t, complete)
	doc.Parties[0].PartOf, doc.Parties[1].PartOf = "town", "school"
	doc.Parties[0].DPO, doc.Parties[1].DPO = "", ""
	doc.Processors[0].SubProcessorOf = "hosting"
	doc.Processors = append(doc.Processors, policy.Processor{ID: "x", SubProcessorOf: "y", Party: "tool"}, policy.Processor{ID: "y", SubProcessorOf: "x", Party: "tool"})
	for _, kind := range accountability.Kinds {
		of(t, kind, doc, accountability.Context{})
	}
}

// Nothing in a policy becomes markup, in any place that reaches a page.
func TestHostileText(t *testing.T) {
	const evil = `</style><script>alert(1)</script><img src=x onerror=alert(1)>"'&`
	doc := example(t, "lartorget")
	doc.Walk(policy.Visitor{Text: func(_ diag.Path, _ string, text policy.Text) {
		for tag := range text {
			text[tag] = evil
		}
	}})
	for _, kind := range accountability.Kinds {
		page := of(t, kind, doc, accountability.Context{}).Page()
		root, err := html.Parse(bytes.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for n := range root.Descendants() {
			if n.Data == "script" || n.Data == "img" {
				t.Errorf("%s: there is a %s", kind, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: there is an attribute %s", kind, a.Key)
				}
				if a.Key == "id" && ids[a.Val] {
					t.Errorf("%s: two elements have the id %s", kind, a.Val)
				}
				if a.Key == "id" {
					ids[a.Val] = true
				}
			}
		}
		markdown := string(of(t, kind, doc, accountability.Context{}).Markdown())
		if strings.Contains(markdown, "<script") || strings.Contains(markdown, "<img") {
			t.Errorf("%s: Markdown has markup", kind)
		}
	}
}

// Links within a page lead somewhere, and the page loads nothing.
func TestPageStandsAlone(t *testing.T) {
	for _, kind := range accountability.Kinds {
		page := string(of(t, kind, example(t, "gateway"), accountability.Context{}).Page())
		for _, m := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if !strings.Contains(page, fmt.Sprintf(`id="%s"`, m[1])) {
				t.Errorf("%s: #%s leads nowhere", kind, m[1])
			}
		}
		for _, bad := range []string{"<script", "<link", "src=", "url(", "@import"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s: the page has %s", kind, bad)
			}
		}
		if !strings.HasPrefix(page, "<!DOCTYPE html>\n<html lang=\"nb\">") {
			t.Errorf("%s begins %q", kind, page[:40])
		}
	}
}

// No report says that anything is as the law wants it.
func TestNoReportSaysCompliant(t *testing.T) {
	for _, name := range examples {
		doc := example(t, name)
		for _, kind := range accountability.Kinds {
			text := strings.ToLower(string(of(t, kind, doc, accountability.Context{Language: locale.EN}).Markdown()))
			if strings.Contains(text, "complian") || !strings.Contains(text, "it does not say that the processing is lawful") {
				t.Errorf("%s %s says too much", name, kind)
			}
		}
	}
}
