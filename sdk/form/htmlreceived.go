package form

import "slices"

// Answers writes what has been received so far, as [Printer.Received] does, but
// says nothing of the form as a whole: for the page on which its second part is
// asked. It is empty if there is no answer.
func (p *Printer) Answers(d *Definition, parts ...*Submission) []byte {
	if !answered(parts) {
		return nil
	}
	h := &html{out: make([]byte, 0, 1<<12), p: p, d: d}
	h.begin("lagrum-form lagrum-received", d.words[wordSaved])
	h.answers(parts)
	h.dropped(parts)
	h.raw("</section>\n")
	return h.out
}

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
	if answered(parts) {
		h.heading(1, "", d.words[wordSaved])
		h.answers(parts)
	}
	h.dropped(parts)
	h.notice()
	h.raw("</section>\n")
	return h.out
}

func (h *html) answers(parts []*Submission) {
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

// answered reports whether any of the parts holds an answer.
func answered(parts []*Submission) bool {
	return slices.ContainsFunc(parts, func(s *Submission) bool {
		for range s.Names() {
			return true
		}
		return false
	})
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

// dropped names what was not kept, by the reason. What the form does not have is
// left out: the person has not seen it either.
func (h *html) dropped(parts []*Submission) {
	var void, other []string
	for _, s := range parts {
		for _, drop := range s.Dropped() {
			f := s.Form().Field(drop.Field)
			switch {
			case f == nil:
			case drop.Why == ConsentVoid:
				void = add(void, labelOf(f))
			default:
				other = add(other, labelOf(f))
			}
		}
	}
	if len(void)+len(other) == 0 {
		return
	}
	h.heading(1, "", h.d.words[wordNotKept])
	h.notKept(wordNotKeptVoid, void)
	h.notKept(wordNotKeptWhy, other)
}

// notKept names fields that were not kept for one reason.
func (h *html) notKept(why word, labels []string) {
	if len(labels) == 0 {
		return
	}
	h.paragraph("", h.d.words[why])
	h.raw("<ul>\n")
	for _, label := range labels {
		h.raw("<li>").text(label).raw("</li>\n")
	}
	h.raw("</ul>\n")
}
