package bundle

import (
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

// notices adds the notice in one language, each layer as a page. The widget for
// notices takes what it shows out of such a page.
func (b *bundle) notices(doc *policy.Document, tag locale.Tag) error {
	for _, layer := range notice.Layers(doc) {
		c := notice.Context{Language: tag, Layer: layer, At: b.At}
		if layer != notice.Full {
			c.FullURL = noticeFile(tag, notice.Full)
		}
		d, err := notice.Build(doc, c)
		if err != nil {
			return err
		}
		page := b.begin(tag, d.Title, "notice")
		var p notice.Printer
		page.out = append(page.out, p.Element(d, c.FullURL)...)
		path := doc.ID + "/" + noticeFile(tag, layer)
		b.put(path, page.end())
		if layer == notice.Full {
			b.list(doc, tag, d.Title, path)
		}
	}
	return nil
}

// noticeFile is the name of a notice: "notice.sv.html", and for another layer than
// the full one "notice.short.sv.html".
func noticeFile(tag locale.Tag, layer notice.Layer) string {
	if layer == notice.Full {
		return "notice." + string(tag) + ".html"
	}
	return "notice." + string(layer) + "." + string(tag) + ".html"
}
