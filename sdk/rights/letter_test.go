package rights_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// A case holds a policy and a request, and the letters in each language of the
// policy, as people get them.
func TestLetters(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) []golden.File {
		f := policyfile.Parse("policy.yaml", c.Input("policy.yaml"))
		if f.Doc == nil || len(f.Findings) > 0 {
			t.Fatalf("findings: %v", f.Findings)
		}
		var in struct {
			Right        law.Right
			Received, At date.Date
			By           rights.Asker
			Age          int
			Why          string
		}
		if err := json.Unmarshal(c.Input("request.json"), &in); err != nil {
			t.Fatal(err)
		}
		a := assess(t, f.Doc, rights.Request{Right: in.Right, Received: in.Received, By: in.By, Age: in.Age}, in.At)
		var files []golden.File
		for _, tag := range f.Doc.Languages {
			for _, kind := range rights.LetterKinds {
				if letter, ok := a.Letter(f.Doc, kind, text.In(tag), in.Why); ok {
					files = append(files, golden.File{Name: string(tag) + "." + string(kind) + ".txt", Data: []byte(letter.Text())})
				}
			}
		}
		return files
	})
}

// A letter that would say what is not so is not written.
func TestLettersThatDoNotFit(t *testing.T) {
	en := text.In(locale.EN)
	late := assess(t, school(), ask(law.Access), received.AddDays(60))
	open := assess(t, school(), ask(law.Access), received)
	refused := assess(t, school(), rights.Request{Right: law.Objection, Received: received, Activities: []string{"course"}}, received)
	untimed := assess(t, school(), ask(law.Complaint), received)
	for name, tt := range map[string]struct {
		answer rights.Answer
		kind   rights.LetterKind
		why    string
		want   bool
	}{
		"an extension":               {open, rights.Extension, "many requests", true},
		"an extension without a why": {open, rights.Extension, "", false},
		"an extension too late":      {late, rights.Extension, "many requests", false},
		"an extension of nothing":    {untimed, rights.Extension, "many requests", false},
		"a refusal of what is given": {open, rights.Refusal, "", false},
		"a refusal":                  {refused, rights.Refusal, "", true},
		"an acknowledgement":         {late, rights.Acknowledgement, "", true},
		"a reply":                    {refused, rights.Reply, "", true},
		"another":                    {open, "threat", "", false},
	} {
		if _, ok := tt.answer.Letter(school(), tt.kind, en, tt.why); ok != tt.want {
			t.Errorf("%s: got %v", name, ok)
		}
	}
}

// Every letter in every language has words under every heading, and its HTML
// says the same as its text.
func TestLettersInAllLanguages(t *testing.T) {
	answers(t, func(name string, doc *policy.Document, a *rights.Answer) {
		if !strings.HasPrefix(name, "school") && !strings.Contains(name, "policy.yaml, erasure, day 1") {
			return
		}
		for _, tag := range text.Languages {
			for _, kind := range rights.LetterKinds {
				l, ok := a.Letter(doc, kind, text.In(tag), "<b>&")
				if !ok {
					continue
				}
				for _, p := range l.Parts {
					if p.Heading == "" || len(p.Lines) == 0 || slices.Contains(p.Lines, "") {
						t.Errorf("%s, %s %s: a part without words: %+v", name, tag, kind, p)
					}
				}
				if got, want := plainText(t, l.HTML()), inOrder(&l); got != want {
					t.Errorf("%s, %s %s:\n got %s\nwant %s", name, tag, kind, got, want)
				}
			}
		}
	})
}

// inOrder is all that a letter says, in order.
func inOrder(l *rights.Letter) string {
	list := []string{l.Title}
	for _, p := range l.Parts {
		list = append(append(list, p.Heading), p.Lines...)
	}
	return strings.Join(list, "|")
}

// plainText is the text of an HTML document, element by element.
func plainText(t *testing.T, src string) string {
	t.Helper()
	var list []string
	z := html.NewTokenizer(strings.NewReader(src))
	for z.Next() != html.ErrorToken {
		if tok := z.Token(); tok.Type == html.TextToken && strings.TrimSpace(tok.Data) != "" {
			list = append(list, tok.Data)
		}
	}
	return strings.Join(list, "|")
}

// held is a Provider for tests: what is held, and what was asked for.
type held struct {
	entries map[string][]rights.Entry
	asked   []string
	err     error
}

func (h *held) Held(datum string) ([]rights.Entry, error) {
	h.asked = append(h.asked, datum)
	return h.entries[datum], h.err
}

func TestCopyTellsAllThatIsHeld(t *testing.T) {
	doc := school()
	doc.Recipients = []policy.Recipient{{ID: "all", Kind: policy.PublicRecipient}, {ID: "some", Name: policy.Text{locale.EN: "the tax office"}, Data: []string{"score"}}}
	doc.Processors = []policy.Processor{{ID: "host", Party: "club"}}
	doc.Activities[1].Recipients, doc.Activities[1].Processors = []string{"all", "some"}, []string{"host"}
	a := assess(t, doc, ask(law.Access), received)
	h := &held{entries: map[string][]rights.Entry{
		"name":  {{Value: "Elin <Exempel>", Since: received, Source: "the school", Recipients: []string{"the city", "a club"}}},
		"score": {{Value: "7"}, {Value: "8"}},
	}}
	c, err := rights.CopyOf(doc, &a, h, text.In(locale.EN))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"name", "grade", "log", "score"}, h.asked); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
	score := c.Categories[3]
	want := rights.Category{
		Datum: "score", Label: "score", Entries: h.entries["score"], Recipients: []string{"Everybody on the web", "the tax office", "Club"},
		Sources: []string{"Worked out from other data"}, Kept: []string{"We keep the data for 7 years. We then erase the data."},
	}
	if diff := cmp.Diff(want, score); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Everybody on the web", "Club"}, c.Categories[0].Recipients); diff != "" {
		t.Errorf("recipients (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Teaching", "News"}, c.Categories[0].Purposes); diff != "" {
		t.Errorf("purposes (-want +got):\n%s", diff)
	}
}

func TestCopyIsReadByPeopleAndPrograms(t *testing.T) {
	doc := school()
	a := assess(t, doc, ask(law.Access), received)
	nasty := `Elin </li><script>alert("1")</script> & "Exempel"`
	for _, tag := range text.Languages {
		c, err := rights.CopyOf(doc, &a, &held{entries: map[string][]rights.Entry{"name": {{Value: nasty, Source: nasty, Recipients: []string{nasty}}}}}, text.In(tag))
		if err != nil {
			t.Fatal(err)
		}
		var read struct {
			Categories []struct {
				Datum   string
				Entries []struct{ Value string }
			}
		}
		if err := json.Unmarshal(c.JSON(), &read); err != nil || len(read.Categories) != 4 || read.Categories[0].Entries[0].Value != nasty {
			t.Errorf("%s: %v: %+v", tag, err, read)
		}
		pages := c.Pages()
		if len(pages) != 5 || pages[0].Name != "index.html" || !strings.Contains(pages[0].HTML, pages[4].Name) {
			t.Fatalf("%s: %d pages", tag, len(pages))
		}
		for _, p := range pages {
			if strings.Contains(p.HTML, "<script") || !strings.Contains(p.HTML, `<html lang="`+string(tag)+`"`) {
				t.Errorf("%s: %s is not safe or says no language", tag, p.Name)
			}
			wellNested(t, p.HTML)
		}
		if !strings.Contains(plainText(t, pages[1].HTML), nasty) {
			t.Errorf("%s: the value is not on its page", tag)
		}
		if !strings.Contains(plainText(t, pages[2].HTML), text.In(tag).Request.Nothing) {
			t.Errorf("%s: nothing is held, and the page does not say so", tag)
		}
	}
}

// wellNested holds that every element that opens is closed, in order.
func wellNested(t *testing.T, src string) {
	t.Helper()
	var open []string
	z := html.NewTokenizer(strings.NewReader(src))
	for z.Next() != html.ErrorToken {
		switch tok := z.Token(); {
		case tok.Type == html.StartTagToken && tok.Data != "meta":
			open = append(open, tok.Data)
		case tok.Type == html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				t.Fatalf("</%s> closes %v", tok.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v stay open", open)
	}
}

func TestCopyOpensNoMoreThanTheAnswer(t *testing.T) {
	doc := school()
	doc.Jurisdiction = "DK"
	en := text.In(locale.EN)
	for name, r := range map[string]rights.Request{
		"another right":                ask(law.Erasure),
		"refused":                      {Right: law.Access, Received: received, Facts: rights.Facts{Unfounded: true}},
		"a relative nobody has judged": {Right: law.Access, Received: received, By: rights.Relative, Died: received.AddDays(-9)},
		"not portable":                 {Right: law.Portability, Received: received, Activities: []string{"teaching"}},
	} {
		a := assess(t, doc, r, received)
		h := &held{}
		if _, err := rights.CopyOf(doc, &a, h, en); err != rights.NothingOpen || len(h.asked) > 0 {
			t.Errorf("%s: %v, asked for %v", name, err, h.asked)
		}
	}
	broken := errors.New("the store is closed")
	a := assess(t, doc, ask(law.Access), received)
	if c, err := rights.CopyOf(doc, &a, &held{err: broken}, en); err != broken || len(c.Categories) > 0 {
		t.Errorf("got %v", err)
	}
}

// The answer in JSON can be read by others, and holds the words.
func TestAnswerInJSON(t *testing.T) {
	answers(t, func(name string, _ *policy.Document, a *rights.Answer) {
		src := a.JSON(text.In(locale.FI))
		var read struct {
			Right, Outcome, Says string
			Activities           []struct{ Outcome string }
			Deadline             struct{ Due date.Date }
		}
		d := json.NewDecoder(bytes.NewReader(src))
		if err := d.Decode(&read); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if read.Right != string(a.Right) || read.Outcome != string(a.Outcome) || read.Says == "" || len(read.Activities) != len(a.Activities) || read.Deadline.Due != a.Deadline.Due {
			t.Errorf("%s: %+v", name, read)
		}
	})
}

// A letter in a page of its host has its headings below that of the page.
func TestLetterInAPage(t *testing.T) {
	a := assess(t, school(), ask(law.Access), received)
	letter, _ := a.Letter(school(), rights.Acknowledgement, text.In(locale.EN), "")
	for level, want := range map[int][2]string{0: {"<h1>", "<h2>"}, 1: {"<h1>", "<h2>"}, 3: {"<h3>", "<h4>"}, 9: {"<h5>", "<h6>"}} {
		html := letter.HTMLAt(level)
		if strings.Count(html, want[0]+letter.Title) != 1 || strings.Count(html, want[1]) != len(letter.Parts) || plainText(t, html) != inOrder(&letter) {
			t.Errorf("level %d: %s", level, html)
		}
	}
	if letter.HTML() != letter.HTMLAt(1) {
		t.Error("a letter of its own begins at level 1")
	}
}

// The grounds say why before anybody has decided: what the letters say later, and what bars the whole alone.
func TestGrounds(t *testing.T) {
	en := text.In(locale.EN)
	for _, right := range []law.Right{law.Access, law.Erasure, law.Objection, law.Portability} {
		a := assess(t, school(), ask(right), received)
		reply, _ := a.Letter(school(), rights.Reply, en, "")
		said := reply.Parts[1].Lines[1:]
		if got := a.Grounds(school(), en); !slices.Equal(got, said) || len(got) == 0 {
			t.Errorf("%s: %q, and the letter says %q", right, got, said)
		}
	}
	r := ask(law.Access)
	r.Facts.Unfounded = true
	a := assess(t, school(), r, received)
	if got := a.Grounds(school(), en); len(got) != 1 || !strings.Contains(got[0], "Article 12(5)") {
		t.Errorf("unfounded: %q", got)
	}
}

// Each right has a name and plain words of its own in each language.
func TestWordsOfRights(t *testing.T) {
	for _, tag := range text.Languages {
		seen := map[string]bool{}
		for row := range law.Rights() {
			w := rights.Words(row.Right, text.In(tag))
			if w.Name == "" || w.Verb == "" || seen[w.Name] || seen[w.Verb] {
				t.Errorf("%s %s: %+v", tag, row.Right, w)
			}
			seen[w.Name], seen[w.Verb] = true, true
		}
	}
	if w := rights.Words("nothing", text.In(locale.EN)); w.Name != "nothing" {
		t.Errorf("%+v", w)
	}
}
