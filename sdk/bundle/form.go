package bundle

import (
	"bytes"
	"net/url"
	"slices"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// form adds the form in one language: for no event in particular, and for each
// event for which it is another form.
func (b *bundle) form(doc *policy.Document, f *policy.Form, tag locale.Tag) error {
	plain, err := b.derive(doc, f, tag, "")
	if err != nil {
		return err
	}
	if namesControllers(plain) {
		b.formFiles(doc, f, tag, "", plain)
	}
	for _, event := range events(doc) {
		d, err := b.derive(doc, f, tag, event.ID)
		if err != nil {
			return err
		}
		if !bytes.Equal(d.AppendJSON(nil), plain.AppendJSON(nil)) {
			b.formFiles(doc, f, tag, event.ID, d)
		}
	}
	return nil
}

func (b *bundle) derive(doc *policy.Document, f *policy.Form, tag locale.Tag, event string) (*form.Definition, error) {
	return form.Derive(doc, f.ID, form.Context{Language: tag, Event: event, At: b.At, Sum: sum})
}

// namesControllers reports whether each question of consent says who asks: where
// that depends on the event, nobody can agree before one is chosen (GDPR recital 42).
func namesControllers(d *form.Definition) bool {
	return !slices.ContainsFunc(d.Fields, func(f form.Field) bool { return f.Consent != nil && len(f.Consent.Controllers) == 0 })
}

func events(doc *policy.Document) []policy.Scope {
	return slices.DeleteFunc(slices.Clone(doc.Scopes), func(s policy.Scope) bool { return s.Kind != policy.EventScope })
}

// formFiles adds a form as a page, as a file for the widget, and what its free text
// is screened with.
func (b *bundle) formFiles(doc *policy.Document, f *policy.Form, tag locale.Tag, event string, d *form.Definition) {
	name := f.ID
	if event != "" {
		name += "." + event
	}
	name += "." + string(tag)
	path := doc.ID + "/" + name
	b.put(path+".json", d.AppendUnscreened(nil))
	if d.IsScreened() {
		b.put(path+".screening.json", d.AppendScreening(nil))
	}
	if b.live {
		b.list(doc, tag, d.Title+eventTitle(doc, tag, event), b.action(doc, f, tag, event))
		return
	}
	p := form.Printer{Action: b.action(doc, f, tag, event), NoticeURL: "notice." + string(tag) + ".html"}
	page := b.begin(tag, d.Title, "signup")
	page.raw("<lagrum-signup")
	if p.Action == "" {
		page.attr("definition", name+".json")
	} else {
		// From the host that takes the form, which stamps what it gives: it takes no form
		// that it has not shown, but shows it first.
		page.attr("src", p.Action+"&format=json")
	}
	if d.IsScreened() {
		page.attr("screening", name+".screening.json")
	}
	page.raw(">\n")
	page.out = append(page.out, p.HTML(d, form.State{})...)
	b.put(path+".html", page.raw("</lagrum-signup>\n").end())
	b.list(doc, tag, d.Title+eventTitle(doc, tag, event), path+".html")
}

func eventTitle(doc *policy.Document, tag locale.Tag, event string) string {
	for _, s := range doc.Scopes {
		if s.ID == event && event != "" {
			return " – " + s.Title.In(tag)
		}
	}
	return ""
}

// action is the address that a form is sent to, as package serve has it.
func (b *bundle) action(doc *policy.Document, f *policy.Form, tag locale.Tag, event string) string {
	if b.Action == "" && !b.live {
		return ""
	}
	q := url.Values{"lang": {string(tag)}}
	if event != "" {
		q.Set("event", event)
	}
	return b.Action + "/" + doc.ID + "/forms/" + f.ID + "?" + q.Encode()
}
