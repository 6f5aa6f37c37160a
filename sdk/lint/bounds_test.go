package lint_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// total counts findings, with those that are told of and not listed.
func total(list diag.List) int {
	n := len(list)
	for _, f := range list {
		for _, a := range f.Args {
			if more, err := strconv.Atoi(a.Value); a.Name == "more" && err == nil {
				n += more
			}
		}
	}
	return n
}

// ofRule gives the findings of one rule.
func ofRule(list diag.List, code string) diag.List {
	var own diag.List
	for _, f := range list {
		if f.Code == code {
			own = append(own, f)
		}
	}
	return own
}

func TestARuleListsAThousandFindings(t *testing.T) {
	doc := &policy.Document{Languages: []locale.Tag{locale.SV}, Activities: []policy.Activity{{ID: "a"}}}
	for i := range 1500 {
		doc.Activities[0].Data = append(doc.Activities[0].Data, "x"+strconv.Itoa(i))
		doc.Purposes = append(doc.Purposes, policy.Purpose{ID: "p" + strconv.Itoa(i), Parts: []policy.Purpose{{ID: "q" + strconv.Itoa(i)}}})
	}
	found := lint.Check(doc)
	for _, code := range []string{"reference-dangling", "definition-unused"} {
		own := ofRule(found, code)
		if len(own) != 1000 || total(own) != 1500 {
			t.Errorf("%s: %d findings of %d, want 1000 of 1500", code, len(own), total(own))
		}
		last := own[len(own)-1].Message
		if want := "; 500 more findings of this rule are not listed"; !strings.HasSuffix(last, want) {
			t.Errorf("%s: the last finding is %q", code, last)
		}
	}
}

// What is said of a text, and the work for it, does not grow with the list of languages.
func TestManyLanguagesCostNoMore(t *testing.T) {
	message := func(n int) string {
		doc := &policy.Document{Title: policy.Text{locale.SV: "a"}}
		for i := range n {
			doc.Languages = append(doc.Languages, locale.Tag(fmt.Sprintf("%c%c", 'a'+i/26%26, 'a'+i%26)))
		}
		own := ofRule(lint.Check(doc), "text-missing")
		if len(own) != 1 {
			t.Fatalf("%d findings", len(own))
		}
		return own[0].Message
	}
	if diff := cmp.Diff(message(60), message(600)); diff != "" {
		t.Errorf("message (-60 languages +600):\n%s", diff)
	}
}

func TestFindingsWithholdWhatMayBePersonal(t *testing.T) {
	for name, word := range map[string]string{
		"e-mail address":  "anna.andersson@school.example",
		"telephone":       "0701234567",
		"with marks":      "070-123 45 67",
		"Danish number":   "12345678",
		"identity number": "19121212-1212",
		"Finnish number":  "121212-123a",
		"long text":       strings.Repeat("word ", 50),
		"name":            "Anna Andersson",
		"escape":          "\x1b[31mred",
		"direction":       "abc\u202edef",
		"not UTF-8":       "a\xff",
	} {
		t.Run(name, func(t *testing.T) {
			doc := &policy.Document{
				Data:       []policy.Datum{{ID: word}, {ID: word}},
				Activities: []policy.Activity{{ID: word, Data: []string{word, word + "x"}}},
			}
			found := lint.Check(doc)
			if len(ofRule(found, "reference-dangling")) != 1 || len(ofRule(found, "id-duplicate")) != 1 {
				t.Fatalf("findings: %v", found)
			}
			for _, f := range found {
				if all := fmt.Sprintf("%v %+v", f, f); strings.Contains(all, word) {
					t.Errorf("%s", all)
				}
			}
		})
	}
}

func TestFindingsShowOrdinaryWords(t *testing.T) {
	for _, word := range []string{"e-mail", "rule-2026-09-01", "sfs-2018-1177", "datum-10000", "EU-GDPR", "årskurs"} {
		doc := &policy.Document{Activities: []policy.Activity{{Data: []string{word}}}}
		if own := ofRule(lint.Check(doc), "reference-dangling"); len(own) != 1 || !strings.Contains(own[0].Message, `"`+word+`"`) {
			t.Errorf("%s: %v", word, own)
		}
	}
}
