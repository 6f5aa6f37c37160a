package bundle

import (
	"github.com/lagrum/lagrum/sdk/choices"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// choices adds what the panel for choices shows in one language, and a page with the
// panel, if the policy stores something on devices that the service could do
// without. The page is of no use without script: nothing is stored then.
func (b *bundle) choices(doc *policy.Document, tag locale.Tag) error {
	p, err := choices.Derive(doc, form.Context{Language: tag, At: b.At, Sum: sum})
	if err != nil {
		return err
	}
	if len(p.Choices) == 0 || b.Widgets == nil {
		return nil
	}
	name := "choices." + string(tag)
	b.put(doc.ID+"/"+name+".json", p.AppendJSON(nil))
	l := text.In(tag)
	title := l.Panel.Title
	page := b.begin(tag, title, "choices", name+".json")
	page.raw("<div class=\"lagrum-notice\">\n<h1>").text(title).raw("</h1>\n<p>").text(l.Panel.Intro).raw("</p>\n<p><a").attr("href", noticeFile(tag, notice.Full)).raw(">").text(doc.Title.In(tag)).raw("</a></p>\n</div>\n")
	page.raw("<lagrum-choices").attr("src", name+".json").raw("></lagrum-choices>\n")
	b.put(doc.ID+"/"+name+".html", page.end())
	b.list(doc, tag, title, doc.ID+"/"+name+".html")
	return nil
}
