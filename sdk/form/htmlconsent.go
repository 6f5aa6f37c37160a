package form

// consent writes a question of consent: the statement, and with it who may rely
// on it, what one can do instead and how to take it back (GDPR Articles 4(11)
// and 7(3)). A question that must be answered has two buttons, so
// that no is as easy as yes; any other has one box. Neither is ticked but by the
// person (recital 32).
func (h *html) consent(f *Field, mayBeEmpty bool) {
	title, statement := f.heads()
	if title == "" && !f.Required {
		h.raw(`<div class="lagrum-ask lagrum-statement">` + "\n")
		h.asks(f, statement, mayBeEmpty)
		h.raw("</div>\n")
		return
	}
	h.raw(`<fieldset class="lagrum-ask lagrum-statement"`)
	if f.Required {
		h.raw(` role="radiogroup"`)
		h.wrong(f)
	}
	h.described(f)
	h.raw(">\n<legend>")
	switch {
	case title == "":
		h.text(statement)
	default:
		h.text(title)
		h.optional(mayBeEmpty)
	}
	h.raw("</legend>\n")
	if title != "" && f.Required {
		h.paragraph("", statement)
	}
	h.asks(f, statement, mayBeEmpty && title == "")
	h.raw("</fieldset>\n")
}

// heads gives the label, if it is another than the statement, and the statement
// that the person agrees to.
func (f *Field) heads() (title, statement string) {
	statement = labelOf(f)
	if f.Consent != nil && trim(f.Consent.Text) != "" && f.Consent.Text != statement {
		return statement, f.Consent.Text
	}
	return "", statement
}

// asks writes what stands below the legend.
func (h *html) asks(f *Field, statement string, mayBeEmpty bool) {
	h.sentences("lagrum-hint", h.p.id(f.Name, "hint"), h.hints(f))
	if f.Required {
		h.facts(f)
		h.problems(f)
		h.box(f, "", Yes, h.d.words[wordYes], h.has(f.Name, Yes))
		h.box(f, optionPart(1), No, h.d.words[wordNo], h.has(f.Name, No) && !h.has(f.Name, Yes))
		return
	}
	h.problems(f)
	id := h.p.id(f.Name, "")
	h.raw(`<div class="lagrum-choice"><input type="checkbox"`).attr("id", id).attr("name", f.Name).attr("value", Yes)
	if title, _ := f.heads(); title == "" {
		h.described(f)
	}
	h.wrong(f)
	if h.has(f.Name, Yes) {
		h.raw(" checked")
	}
	h.raw("><label").attr("for", id).raw(">").text(statement)
	h.optional(mayBeEmpty)
	h.raw("</label></div>\n")
	h.facts(f)
}

func (h *html) facts(f *Field) { h.definitions("lagrum-facts", h.p.id(f.Name, "facts"), f.facts()) }

// A fact is a label and what it tells.
type fact struct {
	label word
	texts []string
}

// facts are what a person must know before a consent.
func (f *Field) facts() []fact {
	c := f.Consent
	if !f.isConsent() || c == nil {
		return nil
	}
	return told(fact{wordController, c.Controllers}, fact{wordAudience, one(c.Audience)}, fact{wordInstead, one(c.Instead)}, fact{wordWithdraw, one(c.Withdraw)})
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// told leaves out what tells nothing.
func told(list ...fact) []fact {
	var full []fact
	for _, x := range list {
		if len(x.texts) > 0 {
			full = append(full, x)
		}
	}
	return full
}

func (h *html) definitions(class constant, id string, list []fact) {
	if len(list) == 0 {
		return
	}
	h.raw("<dl")
	if class != "" {
		h.attr("class", string(class)).attr("id", id)
	}
	h.raw(">\n")
	for _, x := range list {
		h.raw("<div><dt>").word(x.label).raw("</dt>")
		for _, s := range x.texts {
			h.raw("<dd>").text(s).raw("</dd>")
		}
		h.raw("</div>\n")
	}
	h.raw("</dl>\n")
}

// reason writes the notice just in time: why this is asked for (WP260 rev.01
// point 38). It is closed at first, and opens without script.
func (h *html) reason(f *Field) {
	r := &f.Reason
	list := told(fact{wordPurpose, r.Purposes}, fact{wordBasis, r.Basis}, fact{wordKept, r.Kept}, fact{wordWithout, r.Without})
	if len(list) == 0 {
		return
	}
	title, statement := f.heads()
	if title == "" {
		title = statement
	}
	h.raw(`<details class="lagrum-why"><summary>`).word(wordWhyAsked).raw(` <span class="lagrum-hidden">`).text(title).raw("</span></summary>\n")
	h.definitions("", "", list)
	h.raw("</details>\n")
}
