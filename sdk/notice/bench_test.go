package notice_test

import (
	"bytes"
	"html/template"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

// measured is the policy that is measured, and its full notice.
func measured(t testing.TB) (*policy.Document, *notice.Doc) {
	t.Helper()
	doc := examples(t)["lartorget/policy"]
	d, err := notice.Build(doc, notice.Context{Language: locale.SV})
	if err != nil {
		t.Fatal(err)
	}
	return doc, d
}

func BenchmarkBuild(b *testing.B) {
	doc, _ := measured(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := notice.Build(doc, notice.Context{Language: locale.SV}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkPrint(b *testing.B, print func(*notice.Doc) []byte) {
	_, d := measured(b)
	b.SetBytes(int64(len(print(d))))
	b.ReportAllocs()
	for b.Loop() {
		print(d)
	}
}

func BenchmarkHTML(b *testing.B)     { benchmarkPrint(b, new(notice.Printer).HTML) }
func BenchmarkPage(b *testing.B)     { benchmarkPrint(b, new(notice.Printer).Page) }
func BenchmarkMarkdown(b *testing.B) { benchmarkPrint(b, new(notice.Printer).Markdown) }
func BenchmarkText(b *testing.B)     { benchmarkPrint(b, new(notice.Printer).Text) }
func BenchmarkJSON(b *testing.B)     { benchmarkPrint(b, new(notice.Printer).JSON) }

// BenchmarkTemplate prints the same tree through html/template.
func BenchmarkTemplate(b *testing.B) {
	_, d := measured(b)
	page := template.Must(template.New("").Funcs(functions).Parse(source))
	var out bytes.Buffer
	if err := page.Execute(&out, d); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(out.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if err := page.Execute(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

// The template gives the page that the printer gives: parsed, they are the same
// but for white space. So the two are fit to be compared.
func TestTemplateGivesTheSamePage(t *testing.T) {
	page := template.Must(template.New("").Funcs(functions).Parse(source))
	for file, doc := range examples(t) {
		for _, c := range contexts(doc) {
			d, err := notice.Build(doc, c)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := page.Execute(&out, d); err != nil {
				t.Fatal(err)
			}
			want, got := canonical(t, out.Bytes()), canonical(t, new(notice.Printer).HTML(d))
			if want != got {
				t.Fatalf("%s %s: %s", file, name(c), difference(want, got))
			}
		}
	}
}

// canonical is a fragment as a parser sees it, without the white space between
// elements that holds a line break.
func canonical(t *testing.T, fragment []byte) string {
	t.Helper()
	body := parseHTML(t, fragment)
	var text []*html.Node
	for n := range body.Descendants() {
		if n.Type == html.TextNode {
			text = append(text, n)
		}
	}
	for _, n := range text {
		if strings.TrimSpace(n.Data) == "" && strings.Contains(n.Data, "\n") {
			n.Parent.RemoveChild(n)
		} else {
			n.Data = strings.TrimRight(n.Data, "\n") // before a list in an item
		}
	}
	var out bytes.Buffer
	if err := html.Render(&out, body); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// leveled is a section with the level of its heading.
type leveled struct {
	*notice.Section
	Level int
}

var functions = template.FuncMap{
	"at": func(s notice.Section, level int) leveled { return leveled{&s, level} },
	"next": func(level int) int {
		return level + 1
	},
	"kind": func(b notice.Block) string {
		switch b.(type) {
		case *notice.Paragraph:
			return "paragraph"
		case *notice.List:
			return "list"
		case *notice.Table:
			return "table"
		case *notice.Definitions:
			return "definitions"
		}
		return "callout"
	},
	// html/template knows no tel, so the list of schemes is ours in both.
	"safe": func(s string) template.URL {
		url, _ := markup.SafeURL(s)
		return template.URL(url)
	},
}

const source = `<article class="lagrum-notice lagrum-notice-{{.Layer}}" lang="{{.Language}}">
<header>
<h1 id="notice-title">{{.Title}}</h1>
{{template "blocks" .Lead}}</header>
{{if and .Contents .Sections}}<nav class="lagrum-contents" aria-labelledby="notice-contents">
<p id="notice-contents">{{.Contents}}</p>
<ol>
{{range .Sections}}<li><a href="#notice-{{.ID}}">{{.Title}}</a></li>
{{end}}</ol>
</nav>
{{end}}{{range .Sections}}{{template "section" (at . 2)}}{{end}}</article>
{{define "section"}}<section aria-labelledby="notice-{{.ID}}">
{{if eq .Level 2}}<h2 id="notice-{{.ID}}">{{.Title}}</h2>{{else}}<h3 id="notice-{{.ID}}">{{.Title}}</h3>{{end}}
{{template "blocks" .Blocks}}{{$next := next .Level}}{{range .Sections}}{{template "section" (at . $next)}}{{end}}</section>
{{end}}
{{define "blocks"}}{{range .}}{{$kind := kind .}}{{if eq $kind "paragraph"}}<p>{{template "spans" .Spans}}</p>
{{else if eq $kind "list"}}{{template "list" .}}
{{else if eq $kind "table"}}{{template "table" .}}
{{else if eq $kind "definitions"}}<dl>
{{range .Items}}<div>
<dt>{{template "spans" .Label}}</dt>
<dd>
{{template "blocks" .Body}}</dd>
</div>
{{end}}</dl>
{{else}}<div class="lagrum-callout lagrum-callout-{{.Kind}}" role="note">
{{if .Title}}<p><strong>{{.Title}}</strong></p>
{{end}}{{template "blocks" .Blocks}}</div>
{{end}}{{end}}{{end}}
{{define "list"}}{{if .Ordered}}<ol>{{else}}<ul>{{end}}
{{range .Items}}<li>{{template "spans" .Spans}}{{with .Sub}}{{template "list" .}}{{end}}</li>
{{end}}{{if .Ordered}}</ol>{{else}}</ul>{{end}}
{{end}}
{{define "table"}}<div class="lagrum-table" role="group" tabindex="0" aria-label="{{.Caption}}">
<table>
<caption>{{.Caption}}</caption>
<thead>
<tr>{{range .Head}}<th scope="col">{{.}}</th>{{end}}</tr>
</thead>
<tbody>
{{$head := .Head}}{{range .Rows}}<tr>{{range $i, $cell := .}}{{if eq $i 0}}<th scope="row">{{template "cell" $cell}}</th>{{else}}<td data-label="{{index $head $i}}">{{template "cell" $cell}}</td>{{end}}{{end}}</tr>
{{end}}</tbody>
</table>
</div>
{{end}}
{{define "cell"}}{{if eq (len .) 1}}{{template "spans" (index . 0)}}{{else}}{{range .}}<p>{{template "spans" .}}</p>{{end}}{{end}}{{end}}
{{define "spans"}}{{range .}}{{if .Text}}{{$url := safe .URL}}{{if $url}}<a href="{{$url}}"{{with .Lang}} lang="{{.}}"{{end}}>{{template "text" .}}</a>{{else if .Lang}}<span lang="{{.Lang}}">{{template "text" .}}</span>{{else}}{{template "text" .}}{{end}}{{end}}{{end}}{{end}}
{{define "text"}}{{if .Strong}}<strong>{{.Text}}</strong>{{else}}{{.Text}}{{end}}{{end}}
`
