package notice_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

func TestExamplesReadWell(t *testing.T) {
	for file, doc := range examples(t) {
		names := untranslated(doc)
		for _, c := range contexts(doc) {
			t.Run(file+"/"+name(c), func(t *testing.T) {
				d, err := notice.Build(doc, c)
				if err != nil {
					t.Fatal(err)
				}
				checkSections(t, d.Sections)
				eachBlocks(d, func(where string, list []notice.Block) {
					for _, complaint := range emptiness(list) {
						t.Errorf("%s: %s", where, complaint)
					}
				})
				eachParagraph(d, func(where string, spans []notice.Span) {
					for _, complaint := range append(untidiness(spans), foreignWords(c.Language, spans, names)...) {
						t.Errorf("%s: %s", where, complaint)
					}
				})
			})
		}
	}
}

// checkSections holds that every section has a heading of its own and content.
func checkSections(t *testing.T, list []notice.Section) {
	t.Helper()
	ids := map[string]bool{}
	for i := range list {
		s := &list[i]
		if s.ID == "" || ids[s.ID] {
			t.Errorf("section %q stands twice, or has no id", s.ID)
		}
		ids[s.ID] = true
		if s.Title == "" || len(s.Blocks)+len(s.Sections) == 0 {
			t.Errorf("section %s has title %q, %d blocks and %d sections", s.ID, s.Title, len(s.Blocks), len(s.Sections))
		}
		checkSections(t, s.Sections)
	}
}

// eachBlocks calls f for every list of blocks in the tree.
func eachBlocks(d *notice.Doc, f func(where string, list []notice.Block)) {
	var blocks func(where string, list []notice.Block)
	blocks = func(where string, list []notice.Block) {
		f(where, list)
		for _, b := range list {
			switch b := b.(type) {
			case *notice.Definitions:
				for _, item := range b.Items {
					blocks(where+", "+words(item.Label), item.Body)
				}
			case *notice.Callout:
				blocks(where, b.Blocks)
			}
		}
	}
	var sections func(list []notice.Section)
	sections = func(list []notice.Section) {
		for i := range list {
			blocks("section "+list[i].ID, list[i].Blocks)
			sections(list[i].Sections)
		}
	}
	blocks("lead", d.Lead)
	sections(d.Sections)
}

func words(spans []notice.Span) string {
	s := ""
	for i := range spans {
		s += spans[i].Text
	}
	return s
}

// emptiness tells of blocks that hold nothing, and of labels that announce
// what does not come.
func emptiness(list []notice.Block) []string {
	var complaints []string
	add := func(format string, args ...any) { complaints = append(complaints, fmt.Sprintf(format, args...)) }
	for i, b := range list {
		switch b := b.(type) {
		case *notice.Paragraph:
			s := words(b.Spans)
			if s == "" {
				add("an empty paragraph")
			}
			if strings.HasSuffix(strings.TrimSpace(s), ":") && (i+1 == len(list) || !isList(list[i+1])) {
				add("nothing comes after %q", s)
			}
		case *notice.List:
			for _, item := range b.Items {
				if words(item.Spans) == "" {
					add("an empty item")
				}
			}
			if len(b.Items) == 0 {
				add("an empty list")
			}
		case *notice.Table:
			for _, row := range b.Rows {
				if len(row) != len(b.Head) {
					add("table %q: %d cells for %d columns", b.Caption, len(row), len(b.Head))
				}
				if len(row[0]) == 0 || words(row[0][0]) == "" {
					add("table %q: a row without heading", b.Caption)
				}
			}
			if len(b.Rows) == 0 || b.Caption == "" {
				add("table %q has %d rows", b.Caption, len(b.Rows))
			}
		case *notice.Definitions:
			for _, item := range b.Items {
				if words(item.Label) == "" || len(item.Body) == 0 {
					add("label %q with %d blocks", words(item.Label), len(item.Body))
				}
			}
		}
	}
	return complaints
}

func isList(b notice.Block) bool {
	switch b.(type) {
	case *notice.List, *notice.Definitions, *notice.Table:
		return true
	}
	return false
}

// placeholder is a name in braces that should have been filled in.
var placeholder = regexp.MustCompile(`\{[a-z.]+\}`)

// untidiness tells of what no sentence should have.
func untidiness(spans []notice.Span) []string {
	s := words(spans)
	var complaints []string
	if p := placeholder.FindString(s); p != "" {
		complaints = append(complaints, fmt.Sprintf("%q is not filled in: %q", p, s))
	}
	for _, bad := range []string{"  ", " ,", " .", "..", ",,", ".,", ",.", " ;", " :", "()", "( ", " )", ":.", "?.", "!."} {
		if at := strings.Index(s, bad); at >= 0 && !strings.HasPrefix(s[at:], "...") {
			complaints = append(complaints, fmt.Sprintf("%q in %q", bad, s))
		}
	}
	if strings.TrimSpace(s) != s {
		complaints = append(complaints, fmt.Sprintf("space at the edge of %q", s))
	}
	return complaints
}

// telltales lists, by language, words of the other languages that it does not
// have and that no text of those does without for long.
var telltales = map[locale.Tag]string{
	locale.EN: "och och är för att inte og ikke ikkje på være tai sekä ekki með eða fyrir eller om hvordan",
	locale.SV: "og ikke ikkje være til dei opplysningar oplysninger hvordan hvis tai sekä ekki með eða fyrir the and of with",
	locale.DA: "och är för inte ikkje ein eit dei frå opplysninger opplysningene opplysningar deg dere av hva tai sekä ekki með eða fyrir the and of with",
	locale.NB: "och är för inte ikkje ein eit dei frå kva oplysninger opplysningar opplysningane af hvad dig blive tai sekä ekki með eða fyrir the and of with",
	locale.NN: "och är för inte ikke hva hvem hvordan hvorfor fra noen jeg opplysninger opplysningene oplysninger af hvad dig tai sekä ekki með eða fyrir the and of with",
	locale.FI: "och är att og ikke på med av af eller ekki með eða fyrir the and of with",
	locale.IS: "och är att ikke på med av eller for tai sekä the and of with",
}

// foreignWords tells of words of other languages, outside spans that say that
// they are, and outside names.
func foreignWords(tag locale.Tag, spans []notice.Span, names []string) []string {
	s := ""
	for i := range spans {
		if spans[i].Lang == "" {
			s += spans[i].Text
		} else {
			s += "·"
		}
	}
	for _, n := range names {
		s = strings.ReplaceAll(s, n, "·")
	}
	var complaints []string
	foreign := strings.Fields(telltales[tag])
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,.:;()”“\"?!–/", r) }) {
		if slices.Contains(foreign, w) {
			complaints = append(complaints, fmt.Sprintf("%q is no word of the language: %q", w, s))
		}
	}
	return complaints
}

// quoted lists words of another language that a notice gives in brackets, or as
// a name inside a sentence.
var quoted = []string{
	"tro og love-erklæring", "bekendtgørelse om prøver", // Danish forms and orders, with their English names
	"Dansk for udlændinge", // a school
	"GÉANT Data Protection Code of Conduct",
}

// untranslated lists the names in a policy that other languages leave as they
// are, the longest first: texts that are the same in all languages, and what
// parties and services are called in the policy's own language.
func untranslated(doc *policy.Document) []string {
	list := slices.Clone(quoted)
	doc.Walk(policy.Visitor{Text: func(path diag.Path, field string, t policy.Text) {
		list = append(list, squeeze(t[locale.Any]))
		if field == "name" && !strings.HasPrefix(string(path), "/contacts") {
			list = append(list, squeeze(t[doc.Languages[0]]))
		}
	}})
	for i := range doc.Acts {
		list = append(list, doc.Acts[i].Number)
	}
	slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	return slices.DeleteFunc(slices.Compact(list), func(s string) bool { return s == "" })
}
