// Package notice turns a policy into the notice that people read (GDPR
// Articles 12 to 14; Regulation (EU) 2018/1725 Articles 14 to 16).
//
// [Build] makes a tree of sections and blocks in one language and layer, and a
// [Printer] writes it as HTML, Markdown, plain text or JSON:
//
//	d, err := notice.Build(doc, notice.Context{Language: locale.SV})
//	if err != nil {
//		return err // the policy does not declare Swedish
//	}
//	var p notice.Printer
//	os.Stdout.Write(p.HTML(d))
//
// A [Context] also names the event, the part of the site or the system that
// the reader has come from: who is controller and whom to ask may depend on it.
//
// The notice says what the policy says. Where a text is missing in the
// language, the place stays empty and lint reports it; no other language steps
// in.
package notice
