package notice_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/notice"
)

// fuzz builds notices of policies whose texts are a and b in turn.
func fuzz(f *testing.F, check func(*testing.T, *notice.Printer, *notice.Doc)) {
	for _, s := range hostile {
		f.Add(s, "text", uint8(0))
		f.Add("", s, uint8(1))
		f.Add(s, " "+s, uint8(2))
	}
	f.Fuzz(func(t *testing.T, a, b string, layer uint8) {
		n := 0
		doc := planted(func() string {
			if n++; n%2 == 0 {
				return a
			}
			return b
		})
		list := notice.Layers(doc)
		d, err := notice.Build(doc, notice.Context{Layer: list[int(layer)%len(list)], FullURL: b})
		if err != nil {
			t.Fatal(err)
		}
		check(t, &notice.Printer{HeadingLevel: int(layer) % 4, IDPrefix: "n-"}, d)
	})
}

func FuzzHTML(f *testing.F) {
	fuzz(f, func(t *testing.T, p *notice.Printer, d *notice.Doc) {
		p.HeadingLevel = 1
		checkHTML(t, p.HTML(d))
		checkPage(t, p.Page(d), d)
	})
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, func(t *testing.T, p *notice.Printer, d *notice.Doc) { checkMarkdown(t, p.Markdown(d), p.HTML(d)) })
}

func FuzzText(f *testing.F) {
	fuzz(f, func(t *testing.T, p *notice.Printer, d *notice.Doc) { checkText(t, p.Text(d), d) })
}

func FuzzJSON(f *testing.F) {
	fuzz(f, func(t *testing.T, p *notice.Printer, d *notice.Doc) {
		checkJSON(t, p.JSON(d), p.HTML(d))
		checkRead(t, p, d)
	})
}
