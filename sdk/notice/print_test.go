package notice_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

// nested is a notice with sections four levels deep.
func nested() *notice.Doc {
	s := notice.Section{ID: "d", Title: "D", Blocks: []notice.Block{&notice.Paragraph{Spans: []notice.Span{{Text: "end"}}}}}
	for _, id := range []string{"c", "b", "a"} {
		s = notice.Section{ID: id, Title: strings.ToUpper(id), Sections: []notice.Section{s}}
	}
	return &notice.Doc{Language: "en", Layer: notice.Full, Title: "T", Contents: "Contents", Sections: []notice.Section{s}}
}

func TestHeadingLevel(t *testing.T) {
	for level, want := range map[int]string{
		-1: "h1 h2 h3 h4 h5", 0: "h1 h2 h3 h4 h5", 1: "h1 h2 h3 h4 h5", 3: "h3 h4 h5 h6 h6", 6: "h6 h6 h6 h6 h6", 9: "h6 h6 h6 h6 h6",
	} {
		p := notice.Printer{HeadingLevel: level}
		fromHTML, fromMarkdown := parseHTML(t, p.HTML(nested())), renderMarkdown(t, p.Markdown(nested()))
		for format, body := range map[string][]string{"HTML": headings(fromHTML), "Markdown": headings(fromMarkdown)} {
			if diff := cmp.Diff(want, strings.Join(body, " ")); diff != "" {
				t.Errorf("%s, level %d (-want +got):\n%s", format, level, diff)
			}
		}
	}
}

func TestIDPrefixStandsBeforeEveryID(t *testing.T) {
	p := notice.Printer{IDPrefix: `x"y-`}
	body := parseHTML(t, p.HTML(nested()))
	checkIDs(t, body)
	n := 0
	for _, e := range elements(body, "") {
		if id, ok := attribute(e, "id"); ok {
			n++
			if !strings.HasPrefix(id, p.IDPrefix) {
				t.Errorf("id %q", id)
			}
		}
	}
	if n != 6 {
		t.Errorf("%d ids, want those of 5 headings and of the contents", n)
	}
}

func TestStylesheet(t *testing.T) {
	inside := parsePage(t, new(notice.Printer).Page(nested()))
	if style := elements(inside, "style"); len(style) != 1 || squeeze(text(style[0])) != squeeze(notice.Stylesheet) || len(elements(inside, "link")) != 0 {
		t.Error("the page does not carry its stylesheet")
	}
	p := notice.Printer{Stylesheet: `/notice.css?"v"&1`}
	outside := parsePage(t, p.Page(nested()))
	links := elements(outside, "link")
	if len(links) != 1 || len(elements(outside, "style")) != 0 {
		t.Fatal("the page does not link to its stylesheet")
	}
	if href, _ := attribute(links[0], "href"); href != p.Stylesheet {
		t.Errorf("the stylesheet is %q", href)
	}
}

// Nothing in the stylesheet can end the element that it stands in, or fetch
// anything.
func TestStylesheetIsHarmless(t *testing.T) {
	for _, bad := range []string{"</", "<!", "@import", "url(", "expression"} {
		if strings.Contains(notice.Stylesheet, bad) {
			t.Errorf("the stylesheet has %q", bad)
		}
	}
}

// A document made in Go may have ids that no file could have.
func TestOddIDsMakeGoodAnchors(t *testing.T) {
	doc := &policy.Document{Languages: []locale.Tag{"en"}}
	for _, id := range []string{"a b", `"x"`, "å", ""} {
		doc.Activities = append(doc.Activities, policy.Activity{ID: id, Title: policy.Text{"en": "Title"}, Consequence: policy.Text{"en": "Text."}})
	}
	d, err := notice.Build(doc, notice.Context{})
	if err != nil {
		t.Fatal(err)
	}
	checkHTML(t, new(notice.Printer).HTML(d))
}

func TestLayers(t *testing.T) {
	if diff := cmp.Diff([]notice.Layer{notice.Full, notice.Short}, notice.Layers(&policy.Document{})); diff != "" {
		t.Errorf("without texts for children (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]notice.Layer{notice.Full, notice.Short, notice.Child}, notice.Layers(&policy.Document{Children: &policy.ChildNotice{}})); diff != "" {
		t.Errorf("with texts for children (-want +got):\n%s", diff)
	}
}

func TestUnknownContextNamesWhatThereIs(t *testing.T) {
	doc := &policy.Document{
		Languages: []locale.Tag{"en", "sv"},
		Scopes:    []policy.Scope{{ID: "sewing", Kind: policy.EventScope}, {ID: "site", Kind: policy.PathScope}},
	}
	for _, tt := range []struct {
		context notice.Context
		want    notice.ContextError
	}{
		{notice.Context{Language: "fi"}, notice.ContextError{Field: "language", Value: "fi", Known: []string{"en", "sv"}}},
		{notice.Context{Language: "sv-FI"}, notice.ContextError{Field: "language", Value: "sv-FI", Known: []string{"en", "sv"}}},
		{notice.Context{Event: "site"}, notice.ContextError{Field: "event", Value: "site", Known: []string{"sewing"}}},
		{notice.Context{Scope: "x"}, notice.ContextError{Field: "scope", Value: "x", Known: []string{"sewing", "site"}}},
	} {
		d, err := notice.Build(doc, tt.context)
		got, ok := err.(*notice.ContextError)
		if !ok || d != nil {
			t.Fatalf("%+v: got %v and %v", tt.context, d, err)
		}
		if diff := cmp.Diff(tt.want, *got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", tt.context, diff)
		}
	}
}

// Build reads the policy and leaves it as it is, and gives the same each time.
func TestBuildChangesNothing(t *testing.T) {
	before, after := planted(func() string { return "text" }), planted(func() string { return "text" })
	once, again := layers(t, after), layers(t, after)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("policy (-before +after):\n%s", diff)
	}
	if diff := cmp.Diff(once, again); diff != "" {
		t.Errorf("notices (-once +again):\n%s", diff)
	}
}
