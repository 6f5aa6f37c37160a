package form_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// Each case has a policy with one form, a printer, and values that are right
// and wrong. Out comes, for each language, the form as it is first shown, as it
// comes back with problems, and what is told of what was received.
func TestHTMLGolden(t *testing.T) {
	golden.Run(t, "testdata/html/*.txtar", func(t *testing.T, c *golden.Case) []golden.File {
		var p form.Printer
		decode(t, c.Input("printer.json"), &p)
		doc := load(t, string(c.Input("policy.yaml")))
		var right, wrong []form.Value
		decode(t, c.Input("right.json"), &right)
		decode(t, c.Input("wrong.json"), &wrong)
		var files []golden.File
		for _, tag := range doc.Languages {
			d, err := form.Derive(doc, doc.Forms[0].ID, form.Context{Language: tag})
			if err != nil {
				t.Fatal(err)
			}
			var s form.Submission
			problems := d.Check(wrong, today, &s)
			if more := d.Check(right, today, &s); len(problems) == 0 || len(more) > 0 {
				t.Fatalf("problems of the wrong values: %v, of the right: %v", problems, more)
			}
			for _, file := range []golden.File{
				{Name: "empty", Data: p.HTML(d, form.State{})},
				{Name: "problems", Data: p.HTML(d, form.State{Values: wrong, Problems: problems})},
				{Name: "received", Data: p.Received(d, &s)},
			} {
				checkHTML(t, file.Data)
				files = append(files, golden.File{Name: string(tag) + "/" + file.Name + ".html", Data: file.Data})
			}
		}
		return files
	})
}

func decode(t *testing.T, data []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// printHTML prints the course form and parses it.
func printHTML(t testing.TB, p form.Printer, s form.State) *html.Node {
	t.Helper()
	return checkHTML(t, p.HTML(derive(t, form.Context{}), s))
}

// values gives what the form sends for the names as it stands.
func values(body *html.Node, names ...string) map[string][]string {
	m := map[string][]string{}
	for _, v := range sent(body) {
		if slices.Contains(names, v.Name) {
			m[v.Name] = append(m[v.Name], v.Text)
		}
	}
	return m
}

func TestTypedValuesStayInTheirFields(t *testing.T) {
	const odd = ` "><script>alert(1)</script> &amp; 'x' `
	typed := []form.Value{
		{Name: "name", Text: odd}, {Name: "email", Text: "elin@"}, {Name: "born", Text: "yesterday"}, {Name: "number", Text: "12"},
		{Name: "role", Text: "teacher"}, {Name: "topics", Text: "b"}, {Name: "topics", Text: "a"}, {Name: "diet-yes", Text: "yes"},
		{Name: "question", Text: "\n\nfirst\nsecond" + odd}, {Name: "picture", Text: "me.jpg", Type: "image/jpeg", Size: 9}, {Name: "seats", Text: "many"},
		{Name: "stranger", Text: "x"}, {Name: form.TrapName, Text: "x"},
	}
	got := values(printHTML(t, form.Printer{}, form.State{Values: typed}),
		"name", "email", "born", "number", "role", "topics", "diet-yes", "question", "picture", "seats", "stranger", form.TrapName)
	want := map[string][]string{
		"name": {odd}, "email": {"elin@"}, "born": {"yesterday"}, "number": {"12"}, "role": {"teacher"}, "topics": {"a", "b"}, "diet-yes": {"yes"},
		"question": {"\n\nfirst\nsecond" + odd}, "seats": {"many"}, form.TrapName: {""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-typed +shown again):\n%s", diff)
	}
}

func TestNothingIsTickedInAdvance(t *testing.T) {
	body := printHTML(t, form.Printer{}, form.State{})
	for _, n := range elements(body, "input", "option") {
		for _, name := range []string{"checked", "selected"} {
			if _, ok := attribute(n, name); ok {
				t.Errorf("%s %q is %s", n.Data, get(n, "name"), name)
			}
		}
	}
}

// Problems are said in four places: the title of the page, the list, beside the
// field, and to the machine.
func TestProblemsAreToldAndLinked(t *testing.T) {
	d := derive(t, form.Context{})
	var s form.Submission
	typed := []form.Value{{Name: "name", Text: "Elin"}, {Name: "email", Text: "x"}, {Name: "seats", Text: "9"}, {Name: "topics", Text: "c"}}
	problems := d.Check(typed, today, &s)
	for _, place := range []form.SummaryPlace{form.SummaryTop, form.SummaryBeforeSubmit} {
		p := form.Printer{Summary: place}
		body := checkHTML(t, p.HTML(d, form.State{Values: typed, Problems: problems}))
		summary := byID(body, "form-_summary")
		if summary == nil || get(summary, "tabindex") != "-1" {
			t.Fatal("no list of problems that can take the focus")
		}
		if within(summary, "form") != (place == form.SummaryBeforeSubmit) {
			t.Errorf("place %d: the list stands elsewhere", place)
		}
		if links := elements(summary, "a"); len(links) != len(problems) {
			t.Errorf("%d links for %d problems", len(links), len(problems))
		}
		for i := range problems {
			checkTold(t, body, summary, &problems[i])
		}
	}
	page := string(new(form.Printer).Page(d, form.State{Problems: problems}))
	if !strings.Contains(page, "<title>Error: Sign up</title>") {
		t.Error("the title does not begin with the error")
	}
}

// checkTold holds that a problem is in the list, with a link to a control that is marked as
// wrong and described by the message.
func checkTold(t *testing.T, body, summary *html.Node, p *form.Problem) {
	t.Helper()
	link := elements(summary, "a")
	at := slices.IndexFunc(link, func(n *html.Node) bool { return content(n) == p.Message })
	if at < 0 {
		t.Fatalf("%s: not in the list", p.Message)
	}
	control := byID(body, strings.TrimPrefix(get(link[at], "href"), "#"))
	if get(control, "name") != p.Field {
		t.Errorf("%s: leads to %q", p.Message, get(control, "name"))
	}
	told, wrong := false, false
	for n := control; n != nil; n = n.Parent {
		wrong = wrong || get(n, "aria-invalid") == "true"
		for id := range strings.FieldsSeq(get(n, "aria-describedby")) {
			told = told || strings.Contains(content(byID(body, id)), p.Message)
		}
	}
	if !told || !wrong {
		t.Errorf("%s: the control is described by it: %v, marked: %v", p.Message, told, wrong)
	}
}

func TestNoFieldIsWrongBeforeItIsSent(t *testing.T) {
	for _, n := range elements(printHTML(t, form.Printer{}, form.State{Values: right()})) {
		if _, ok := attribute(n, "aria-invalid"); ok || get(n, "class") == "lagrum-error" {
			t.Errorf("%s is wrong", n.Data)
		}
	}
}

// A browser has no package text, so the rule of plurals stands in package form.
func TestSummaryCountsAsTheLanguageDoes(t *testing.T) {
	doc := load(t, course)
	for _, tag := range text.Languages {
		doc.Languages = []locale.Tag{tag}
		d, err := form.Derive(doc, "sign-up", form.Context{Language: tag})
		if err != nil {
			t.Fatal(err)
		}
		lang := text.In(tag)
		for _, n := range []int{1, 2, 11, 21, 111} {
			problems := slices.Repeat([]form.Problem{{Field: "name", Message: "x"}}, n)
			body := parseHTML(t, new(form.Printer).HTML(d, form.State{Problems: problems}))
			want := locale.Format(lang.Rules.Plural.Pick(lang.Form.SummaryTitle, n), locale.Arg{Name: "n", Value: fmt.Sprint(n)})
			if got := squeeze(content(byID(body, "form-_problems"))); got != want {
				t.Errorf("%s, %d: %q, want %q", tag, n, got, want)
			}
		}
	}
}

// A problem of the whole form has nothing to lead to.
func TestProblemOfTheWholeForm(t *testing.T) {
	body := printHTML(t, form.Printer{}, form.State{Values: right(), Problems: []form.Problem{{Code: form.TooMany, Message: "Too much"}}})
	summary := byID(body, "form-_summary")
	if got := squeeze(content(summary)); got != "We have not received the form Too much" || len(elements(summary, "a")) > 0 {
		t.Errorf("%q", got)
	}
}

// The wish to send a text as it is stays ticked, also when something else is to
// be mended.
func TestKeepIsAskedOnceAndStays(t *testing.T) {
	asks := []form.Problem{{Code: form.MayTell, Field: "question", Message: "Is it needed?", Asks: true}}
	keep := form.KeepName("question")
	for name, tt := range map[string]struct {
		state form.State
		want  map[string][]string
		boxes int
	}{
		"not asked":    {form.State{}, map[string][]string{}, 0},
		"asked":        {form.State{Problems: asks}, map[string][]string{}, 1},
		"answered yes": {form.State{Values: []form.Value{{Name: keep, Text: "yes"}}}, map[string][]string{keep: {"yes"}}, 1},
	} {
		body := printHTML(t, form.Printer{}, tt.state)
		boxes := 0
		for _, n := range controls(body) {
			if get(n, "name") == keep {
				boxes++
			}
		}
		if diff := cmp.Diff(tt.want, values(body, keep)); diff != "" || boxes != tt.boxes {
			t.Errorf("%s: %d boxes (-want +got):\n%s", name, boxes, diff)
		}
	}
}

// What was typed where a personal number becomes another is not shown again,
// and what it becomes is.
func TestTransientNumberIsNotShownAgain(t *testing.T) {
	d := form.Definition{Fields: []form.Field{}}
	data := d.AppendJSON(nil)
	fields := `"fields":[{"name":"staff","label":"Staff","control":"text","was":"se.personnummer","becomes":"se.hsaid","numbers":["se.hsaid"]}]`
	read, err := form.Read([]byte(strings.Replace(string(data), `"fields":[]`, fields, 1)))
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{"19090527+1474": "", "190905271475": "", "SE2321000016-12AB": "SE2321000016-12AB"} {
		body := parseHTML(t, new(form.Printer).HTML(read, form.State{Values: []form.Value{{Name: "staff", Text: typed}}}))
		if diff := cmp.Diff(map[string][]string{"staff": {want}}, values(body, "staff")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", typed, diff)
		}
	}
}

func TestConditionsAreThereForAScript(t *testing.T) {
	body := printHTML(t, form.Printer{}, form.State{})
	var got []string
	for _, n := range elements(body) {
		for _, name := range []string{"data-if-field", "data-if-is", "data-needs-yes"} {
			if value, ok := attribute(n, name); ok {
				got = append(got, n.Data+" "+name+"="+value)
			}
		}
	}
	want := []string{"fieldset data-if-field=role", `fieldset data-if-is=["teacher"]`, `div data-needs-yes=["diet-yes"]`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, sentence := range []string{"Applies only if you answered “Teacher” to “Role”.", "Applies only if you answered “Yes” to “You may use what I say of my diet”."} {
		if !strings.Contains(content(body), sentence) {
			t.Errorf("without script, nobody reads %q", sentence)
		}
	}
}

// Without script, what needs a yes stands on neither the first page nor a
// second without it.
func TestPartsPrintWhatTheyHave(t *testing.T) {
	d := derive(t, form.Context{})
	first := checkHTML(t, new(form.Printer).HTML(d.First(), form.State{}))
	if byID(first, "form-diet") != nil || byID(first, "form-diet-yes") == nil {
		t.Error("the first part asks for what needs a yes, or not for the yes")
	}
	var s form.Submission
	d.First().Check(with(right(), "diet-yes", "yes"), today, &s)
	second := checkHTML(t, (&form.Printer{Continue: true}).HTML(d.Second(&s), form.State{}))
	if got := controls(second); len(got) != 2 || get(got[0], "name") != "diet" { // and the trap
		t.Errorf("the second part has %d controls", len(got))
	}
	if button := elements(second, "button"); content(button[0]) != "Continue" {
		t.Errorf("the button says %q", content(button[0]))
	}
}

func TestFormIsSentInPartsOnlyForAFile(t *testing.T) {
	d := derive(t, form.Context{})
	part := *d
	part.Fields = slices.DeleteFunc(slices.Clone(d.Fields), func(f form.Field) bool { return f.Control == policy.FileControl })
	without, err := form.Read(part.AppendJSON(nil))
	if err != nil {
		t.Fatal(err)
	}
	for want, d := range map[string]*form.Definition{"multipart/form-data": d, "": without} {
		body := checkHTML(t, new(form.Printer).HTML(d, form.State{}))
		if got := get(elements(body, "form")[0], "enctype"); got != want {
			t.Errorf("enctype %q, want %q", got, want)
		}
	}
}

func TestHiddenValuesComeBack(t *testing.T) {
	hidden := []form.Value{{Name: "token", Text: `"><b>`}, {Name: "shown", Text: "1"}}
	got := sent(printHTML(t, form.Printer{Hidden: hidden}, form.State{}))
	if diff := cmp.Diff(hidden, got[:2]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Programs fill in every field; people neither see nor reach this one.
func TestTrapIsOutOfTheWay(t *testing.T) {
	body := printHTML(t, form.Printer{}, form.State{})
	trap := byID(body, "form-_website")
	if get(trap, "name") != form.TrapName || get(trap, "tabindex") != "-1" || get(trap, "autocomplete") != "off" || get(trap.Parent, "aria-hidden") != "true" {
		t.Error("people can come to the trap")
	}
}

func TestStylesheetStands(t *testing.T) {
	d := derive(t, form.Context{})
	page := string(new(form.Printer).Page(d, form.State{}))
	if !strings.Contains(page, form.Stylesheet) || strings.Contains(page, "<link") {
		t.Error("the page does not carry its stylesheet")
	}
	p := form.Printer{Stylesheet: `/form.css?"v"&1`}
	page = string(p.Page(d, form.State{}))
	if strings.Contains(page, form.Stylesheet) || !strings.Contains(page, `href="/form.css?&#34;v&#34;&amp;1"`) {
		t.Error("the page does not link to its stylesheet")
	}
	for _, bad := range []string{"</", "<!", "@import", "url(", "expression", "cookie", "consent-banner", "gdpr"} {
		if strings.Contains(form.Stylesheet+form.PageStylesheet, bad) {
			t.Errorf("the stylesheet has %q", bad)
		}
	}
}

// Every class that is printed is styled, or at least known to the stylesheet
// by what is around it; and the stylesheet styles nothing else.
func TestStylesheetKnowsTheClasses(t *testing.T) {
	unstyled := []string{"lagrum-all", "lagrum-ask"}
	d := derive(t, form.Context{})
	var s form.Submission
	problems := d.Check([]form.Value{{Name: "email", Text: "x"}}, today, &s)
	problems = append(problems, form.Problem{Field: "question", Asks: true})
	printed := string(new(form.Printer).Page(d, form.State{Problems: problems})) + string(new(form.Printer).Received(d, &s))
	styles := form.Stylesheet + form.PageStylesheet
	printed = strings.ReplaceAll(printed, styles, "")
	for class := range classes(printed) {
		if !classes(styles)[class] && !slices.Contains(unstyled, class) {
			t.Errorf("class %s has no style", class)
		}
	}
	// The course's consent says nothing of who may rely on it.
	for class := range classes(styles) {
		if !classes(printed)[class] && class != "lagrum-facts" {
			t.Errorf("class %s is never printed", class)
		}
	}
}

// classes lists the words that begin with the name of the product.
func classes(s string) map[string]bool {
	m := map[string]bool{}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' }) {
		if strings.HasPrefix(word, "lagrum-") && word != form.TrapName {
			m[word] = true
		}
	}
	return m
}
