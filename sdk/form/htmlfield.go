package form

import (
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// field writes a field with all that belongs to it.
func (h *html) field(f *Field, mayBeEmpty bool) {
	h.raw(`<div class="lagrum-field`)
	if len(h.problemsOf(f)) > 0 {
		h.raw(" lagrum-wrong")
	}
	h.raw(`"`)
	h.when(f.If, f.NeedsYes)
	h.raw(">\n")
	switch {
	case f.isConsent():
		h.consent(f, mayBeEmpty)
	case f.isSet():
		h.boxes(f, mayBeEmpty)
	default:
		h.labelled(f, mayBeEmpty)
	}
	h.reason(f)
	h.raw("</div>\n")
}

// labelled writes a control with a label of its own.
func (h *html) labelled(f *Field, mayBeEmpty bool) {
	h.raw(`<div class="lagrum-ask">`+"\n<label").attr("for", h.p.id(f.Name, "")).raw(">").text(labelOf(f))
	h.optional(mayBeEmpty)
	h.raw("</label>\n")
	h.sentences("lagrum-hint", h.p.id(f.Name, "hint"), h.hints(f))
	h.problems(f)
	switch f.Control {
	case policy.LongTextControl:
		h.raw("<textarea").attr("rows", "5")
		h.control(f)
		h.raw(">")
		text := h.typed(f)
		if strings.HasPrefix(text, "\n") || strings.HasPrefix(text, "\r") {
			h.raw("\n") // of which a parser takes one away
		}
		h.text(text).raw("</textarea>\n")
	case policy.SelectControl, policy.CountryControl:
		h.selection(f)
	default:
		h.raw("<input").attr("type", inputType(f.Control))
		h.control(f)
		if f.isFile() && len(f.Accept) > 0 {
			h.attr("accept", strings.Join(f.Accept, ","))
		} else if text := h.typed(f); text != "" {
			h.attr("value", text)
		}
		h.raw(">\n")
	}
	h.count(f)
	h.keep(f)
	h.raw("</div>\n")
}

// count says how long an answer may be. A script puts how much is left in its
// place.
func (h *html) count(f *Field) {
	if !f.isCounted() {
		return
	}
	most := strconv.Itoa(f.MaxLength)
	h.raw(`<p class="lagrum-count"`).attr("id", h.p.id(f.Name, "count")).attr("data-max", most)
	h.attr("data-left", h.d.words[wordLeft]).attr("data-over", h.d.words[wordOver]).raw(">")
	h.text(h.d.say(wordAtMost, locale.Arg{Name: "max", Value: most})).raw("</p>\n")
}

// isCounted reports whether people want to know how long the answer may be: a text
// of their own making, which is long, or which the policy limits.
func (f *Field) isCounted() bool {
	if f.MaxLength == 0 || f.Autocomplete != "" || f.Pattern != "" {
		return false
	}
	return f.Control == policy.LongTextControl || f.Control == policy.TextControl && f.MaxLength != f.Control.UsualLength()
}

// control writes the attributes that every control with a label has.
func (h *html) control(f *Field) {
	h.attr("id", h.p.id(f.Name, "")).attr("name", f.Name)
	if f.isShort() {
		h.attr("class", "lagrum-short")
	}
	for _, a := range [...]struct {
		name  constant
		value string
	}{
		{"autocomplete", f.autofill()}, {"inputmode", f.inputMode()}, {"autocapitalize", f.capitals()},
	} {
		if a.value != "" {
			h.attr(a.name, a.value)
		}
	}
	if f.isSpelt() {
		h.attr("spellcheck", "false")
	}
	h.described(f)
	h.wrong(f)
}

// described points to what a screen reader is to read out with the control.
func (h *html) described(f *Field) {
	var ids []string
	if len(h.hints(f)) > 0 {
		ids = append(ids, h.p.id(f.Name, "hint"))
	}
	if len(h.problemsOf(f)) > 0 {
		ids = append(ids, h.p.id(f.Name, "error"))
	}
	if len(f.facts()) > 0 {
		ids = append(ids, h.p.id(f.Name, "facts"))
	}
	if f.isCounted() {
		ids = append(ids, h.p.id(f.Name, "count"))
	}
	if len(ids) > 0 {
		h.attr("aria-describedby", strings.Join(ids, " "))
	}
}

func (h *html) wrong(f *Field) {
	if len(h.problemsOf(f)) > 0 {
		h.raw(` aria-invalid="true"`)
	}
}

// sentences writes a few sentences under one id.
func (h *html) sentences(class constant, id string, list []string) {
	if len(list) == 0 {
		return
	}
	h.raw(`<div class="`).raw(class).raw(`"`).attr("id", id).raw(">\n")
	for _, s := range list {
		h.paragraph("", s)
	}
	h.raw("</div>\n")
}

// problems writes the messages of the field, between its hint and its control.
func (h *html) problems(f *Field) {
	list := h.problemsOf(f)
	if len(list) == 0 {
		return
	}
	h.raw(`<div class="lagrum-error"`).attr("id", h.p.id(f.Name, "error")).raw(">\n")
	for _, p := range list {
		h.raw(`<p><span class="lagrum-hidden">`).word(wordErrorMark).raw("</span> ").text(p.Message).raw("</p>\n")
	}
	h.raw("</div>\n")
}

// hints lists what stands below the label.
func (h *html) hints(f *Field) []string {
	list := h.conditions(f.If, f.NeedsYes)
	switch {
	case f.Hint != "":
		list = append(list, f.Hint)
	case f.Control == policy.DateControl:
		list = append(list, h.d.words[wordDateHint])
	case f.Pattern != "":
		list = append(list, h.d.say(wordForExample, locale.Arg{Name: "example", Value: exampleOf(f.Pattern)}))
	}
	if f.isFile() && len(f.Accept) > 0 {
		list = append(list, h.d.say(wordFileTypes, locale.Arg{Name: "types", Value: strings.Join(typeWords(f.Accept), ", ")}))
	}
	if f.isFile() && f.MaxBytes > 0 {
		list = append(list, h.d.say(wordFileLimit, locale.Arg{Name: "size", Value: sizeWords(f.MaxBytes)}))
	}
	if v := h.value(f.Name); v != nil && v.From != "" && !f.isFile() {
		list = append(list, h.d.words[wordFromLogin])
	}
	if f.Reason.Instead != "" { // seen at once: nobody is to fill it in for want of another way
		list = append(list, h.d.words[wordInstead]+": "+f.Reason.Instead)
	}
	return list
}

// conditions says in words when the field is asked for, since without script
// it is there whatever the answers.
func (h *html) conditions(c *Condition, needsYes []string) []string {
	var list []string
	say := func(f *Field, answer string) {
		w, label := wordOnlyIf, strings.TrimSuffix(labelOf(f), ".")
		if answer == "" {
			w = wordOnlyIfGiven
		}
		list = append(list, h.d.say(w, locale.Arg{Name: "label", Value: label}, locale.Arg{Name: "answer", Value: answer}))
	}
	if c != nil {
		if f := h.d.Field(c.Field); f != nil {
			var answers []string
			for _, value := range c.Is {
				answers = append(answers, h.d.answerWords(f, value))
			}
			say(f, h.d.listOr(answers))
		}
	}
	for _, name := range needsYes {
		if f := h.d.Field(name); f != nil {
			say(f, h.d.words[wordYes])
		}
	}
	return list
}

// answerWords is what people read for the value of a field.
func (d *Definition) answerWords(f *Field, value string) string {
	switch {
	case f.isConsent() && value == Yes:
		return d.words[wordYes]
	case f.isConsent() && value == No:
		return d.words[wordNo]
	case f.Control == policy.DateControl:
		return d.dayWords(value)
	case f.Control == policy.NumberControl:
		return d.numberWords(value)
	}
	for i := range f.Options {
		if o := &f.Options[i]; o.Value == value && trim(o.Label) != "" {
			return locale.Capital(o.Label)
		}
	}
	return value
}

// value gives the first value under the name, or nil.
func (h *html) value(name string) *Value {
	for i := range h.state.Values {
		if v := &h.state.Values[i]; v.Name == name {
			return v
		}
	}
	return nil
}

// typed is what is shown in a control with text.
func (h *html) typed(f *Field) string {
	v := h.value(f.Name)
	if v == nil || f.isFile() {
		return ""
	}
	// A number that is to be converted must not come back to where anybody may look over the shoulder.
	if f.Was != "" && !ident.CheckAny(v.Text, ident.Options{Accept: ident.OnRequest}, f.Numbers...).Valid() {
		return ""
	}
	return v.Text
}

// has reports whether one of the values under the name is this.
func (h *html) has(name, text string) bool {
	for i := range h.state.Values {
		if v := &h.state.Values[i]; v.Name == name && trim(v.Text) == text {
			return true
		}
	}
	return false
}
