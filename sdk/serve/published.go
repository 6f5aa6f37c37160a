package serve

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// publishedAddress is the address of the page that shows what was published.
func (s *site) publishedAddress(e *entry, tag locale.Tag) string {
	return s.Base + "/" + e.Doc.ID + "/published" + query{lang: tag}.encode()
}

// publishedLink leads from a card to what was published, in the language that
// fits the page best.
func (s *site) publishedLink(h *html, lang *text.Language, e *entry) {
	if e.Published == nil {
		return
	}
	tag := e.once.Match(string(lang.Tag))
	name := locale.Format(lang.Serve.PublishedCount,
		locale.Arg{Name: "findings", Value: counted(lang, lang.Serve.Findings, len(e.Published.Findings))})
	h.raw(`<p class="lagrum-once">`)
	h.choice(choice{name: name, url: s.publishedAddress(e, tag), leads: tag})
	h.raw("</p>\n")
}

// former gives the policy of a request, if it comes with what was published.
func (s *site) former(r *http.Request) *entry {
	if e := s.byID[r.PathValue("policy")]; e != nil && e.Published != nil {
		return e
	}
	return nil
}

// publishedFile answers with the file that restates what was published.
func (s *site) publishedFile(w http.ResponseWriter, r *http.Request) {
	e := s.former(r)
	if e == nil || e.Published.Source == nil {
		s.noPage(w, r)
		return
	}
	w.Header().Set("Content-Disposition", `inline; filename="`+e.Doc.ID+`-published.yaml"`)
	send(w, r, "text/yaml; charset=utf-8", e.Published.Source)
}

// publishedPage answers with the notice as it was published, by the law of its
// own day, and with what is wrong with it.
func (s *site) publishedPage(w http.ResponseWriter, r *http.Request) {
	e := s.former(r)
	if e == nil {
		s.noPage(w, r)
		return
	}
	asked := r.URL.Query().Get("lang")
	vary(w.Header(), asked != "", true)
	tag := e.once.Match(header(r, "Accept-Language"))
	if asked != "" {
		known, ok := declared(e.Published.Doc.Languages, asked)
		if !ok {
			t := &text.In(tag).Serve
			s.fail(w, r, text.In(tag), *s.missing(t, t.NoLanguage, s.publishedChoices(e, "")))
			return
		}
		tag = known
	}
	doc, err := notice.Build(e.Published.Doc, notice.Context{Language: tag, At: s.dayOf(e.Published.Doc)})
	if err != nil {
		s.internal(w, r, text.In(tag), e, err)
		return
	}
	w.Header().Set("Content-Language", string(tag))
	send(w, r, htmlType, s.besidePage(e, tag, doc))
}

// dayOf is the day whose law a published notice is shown by.
func (s *site) dayOf(doc *policy.Document) date.Date {
	if !doc.EffectiveFrom.IsZero() {
		return doc.EffectiveFrom
	}
	year, month, day := s.Now().Date()
	return date.Date{Year: year, Month: int(month), Day: day}
}

func (s *site) publishedChoices(e *entry, current locale.Tag) []choice {
	var list []choice
	for _, tag := range e.Published.Doc.Languages {
		list = append(list, languageChoice(tag, s.publishedAddress(e, tag), tag == current))
	}
	return list
}

// besidePage puts the article and the findings side by side.
func (s *site) besidePage(e *entry, tag locale.Tag, doc *notice.Doc) []byte {
	lang := text.In(tag)
	t := &lang.Serve
	languages := s.publishedChoices(e, tag)
	h := s.begin(lang, t.Published+": "+serviceName(e.Published.Doc, tag), languages)
	s.bar(h, t.Overview, languages)
	h.main("lagrum-published")
	s.mark(h, e, lang)
	p := notice.Printer{IDPrefix: articleIDs}
	h.raw("<div class=\"lagrum-beside\">\n")
	h.out = append(h.out, p.HTML(doc)...)
	s.check(h, lang, e.Published.Findings, sectionPlace(e.Published.Doc, doc))
	h.raw("</div>\n")
	return h.end()
}

// mark says above the notice that it does not apply, and leads to what does.
func (s *site) mark(h *html, e *entry, lang *text.Language) {
	t := &lang.Serve
	now := e.languages.Match(string(lang.Tag))
	h.raw("<div class=\"lagrum-once-mark\">\n<p><strong>").text(t.Published).raw(".</strong> ").text(t.PublishedIs).raw("</p>\n")
	list := []choice{
		{name: t.Check, url: "#check"},
		{name: t.Notice, url: s.address(e, query{lang: now}), leads: now},
	}
	if e.Published.Source != nil {
		list = append(list, choice{name: t.File, url: s.Base + "/" + e.Doc.ID + "/published.yaml"})
	}
	h.choices("lagrum-row", list)
	h.raw("</div>\n")
}

// articleIDs stands before the ids of the article's sections.
const articleIDs = "notice-"

// sectionPlace gives the section of the notice that a finding is about.
func sectionPlace(doc *policy.Document, shown *notice.Doc) func(*diag.Finding) (choice, bool) {
	titles := map[string]string{}
	collect(titles, shown.Sections)
	return func(f *diag.Finding) (choice, bool) {
		for _, id := range sectionsOf(doc, f.Path) {
			if title, ok := titles[id]; ok {
				return choice{name: title, url: "#" + articleIDs + id}, true
			}
		}
		return choice{}, false
	}
}

func collect(titles map[string]string, sections []notice.Section) {
	for i := range sections {
		titles[sections[i].ID] = sections[i].Title
		collect(titles, sections[i].Sections)
	}
}

// sectionsOf lists the ids of the sections that tell of a place in a policy,
// the narrowest first. A notice need not have them all.
func sectionsOf(doc *policy.Document, p diag.Path) []string {
	parts := strings.Split(string(p), "/")
	if len(parts) < 2 {
		return nil
	}
	n := -1
	if len(parts) > 2 {
		if i, err := strconv.Atoi(parts[2]); err == nil {
			n = i
		}
	}
	switch list := parts[1]; list {
	case "activities":
		if n >= 0 && n < len(doc.Activities) {
			return []string{"activity-" + doc.Activities[n].ID, "purposes"}
		}
	case "consents":
		if n >= 0 && n < len(doc.Consents) {
			return []string{"consent-" + doc.Consents[n].ID, "consent"}
		}
	case "rights":
		if n >= 0 && n < len(doc.Rights) {
			return []string{"right-" + string(doc.Rights[n].Right), "rights"}
		}
		return []string{"rights"}
	case "defaultBasis":
		return []string{"other-processing", "purposes"}
	case "parties", "responsibilities", "scopes":
		return []string{list, "controller"}
	case "technologies":
		return []string{"technology"}
	case "authority":
		return []string{"recourse"}
	case "textRules":
		return []string{"text-rules"}
	default:
		return []string{list}
	}
	return nil
}
