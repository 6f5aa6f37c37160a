package form

import "slices"

// Received writes what the person is told once the form has been received: the
// answers that were kept, in words, and what was filled in and not kept, with
// the reason. A form of two parts has a Submission of each. It is one section
// element, to be put into a page, and holds what people typed.
func (p *Printer) Received(d *Definition, parts ...*Submission) []byte {
	h := &html{out: make([]byte, 0, 1<<12), p: p, d: d}
	h.begin("lagrum-form lagrum-received", d.words[wordReceived])
	if d.Received != "" {
		h.paragraph("lagrum-intro", d.Received)
	} else {
		h.paragraph("lagrum-intro", d.words[wordReceivedText])
	}
	h.answers(parts)
	h.dropped(parts)
	h.notice()
	h.raw("</section>\n")
	return h.out
}

func (h *html) answers(parts []*Submission) {
	if !slices.ContainsFunc(parts, func(s *Submission) bool { return !s.isEmpty() }) {
		return
	}
	h.heading(1, "", h.d.words[wordSaved])
	h.raw(`<dl class="lagrum-answers">` + "\n")
	for _, s := range parts {
		for name := range s.Names() {
			f := s.Form().Field(name)
			h.raw("<div><dt>").text(labelOf(f)).raw("</dt>")
			h.answer(f, s)
			h.raw("</div>\n")
		}
	}
	h.raw("</dl>\n")
}

func (s *Submission) isEmpty() bool {
	for range s.Names() {
		return false
	}
	return true
}

func (h *html) answer(f *Field, s *Submission) {
	if f.isFile() {
		file, _ := s.File(f.Name)
		h.raw("<dd>").text(file.Name).raw(" (").text(sizeWords(file.Size)).raw(")</dd>")
		return
	}
	for _, value := range s.Texts(f.Name) {
		h.raw("<dd>").text(h.d.answerWords(f, value)).raw("</dd>")
	}
}

// dropped names what was not kept. What the form does not have is left out: the
// person has not seen it either.
func (h *html) dropped(parts []*Submission) {
	var labels []string
	for _, s := range parts {
		for _, drop := range s.Dropped() {
			if f := s.Form().Field(drop.Field); f != nil {
				labels = add(labels, labelOf(f))
			}
		}
	}
	if len(labels) == 0 {
		return
	}
	h.heading(1, "", h.d.words[wordNotKept])
	h.paragraph("", h.d.words[wordNotKeptWhy])
	h.raw("<ul>\n")
	for _, label := range labels {
		h.raw("<li>").text(label).raw("</li>\n")
	}
	h.raw("</ul>\n")
}
