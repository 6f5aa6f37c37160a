package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
)

// form writes a form as HTML. The request has the form, and may have values,
// problems and printer: an object with action, headingLevel, idPrefix,
// summaryBeforeSubmit, noticeURL, continue and hidden, which has values. What comes
// back has html.
func (r *request) form() []byte {
	d, p, state := r.definition(), r.printer(), r.state()
	if r.fault != "" {
		return nil
	}
	return html(p.HTML(d, state))
}

// problems writes the list of problems that stands above a form, or those of one
// field. The request is that of form, and may have field, the name of one. What comes
// back has html, which is empty if there are none.
func (r *request) problems() []byte {
	d, p, state := r.definition(), r.printer(), r.state()
	if r.fault != "" {
		return nil
	}
	if name, ok := r.Get("field").Str(); ok {
		r.blame("field", d.Field(name) != nil)
		return html(p.FieldProblems(d, state, name))
	}
	return html(p.Problems(d, state))
}

// received writes what the person is told once the form has been received. The
// request has the form, values and day, may have printer, and, where there was a
// second part, second, the names of its fields, and secondValues. What comes back has
// html.
func (r *request) received() []byte {
	d, values, day, p := r.definition(), r.values("values"), r.day("day"), r.printer()
	if r.fault != "" {
		return nil
	}
	var parts [2]form.Submission
	all := []*form.Submission{&parts[0]}
	d.Check(values, day, all[0])
	if r.Get("second").Kind != wire.Missing {
		second, values := r.part("second", d), r.values("secondValues")
		if r.fault != "" {
			return nil
		}
		all = append(all, &parts[1])
		second.Check(values, day, all[1])
	}
	return html(p.Received(d, all...))
}

func (r *request) printer() *form.Printer {
	n := r.Get("printer")
	p := &form.Printer{
		Action: n.StrOf("action"), HeadingLevel: small(n, "headingLevel", 6), IDPrefix: n.StrOf("idPrefix"),
		NoticeURL: n.StrOf("noticeURL"), Continue: n.Is("continue"),
	}
	if n.Is("summaryBeforeSubmit") {
		p.Summary = form.SummaryBeforeSubmit
	}
	r.blame("printer", len(p.IDPrefix) <= maxName)
	if hidden := n.Get("hidden"); hidden.Kind != wire.Missing {
		values, err := form.ValuesOf(hidden)
		r.blame("printer", err == nil)
		p.Hidden = values
	}
	return p
}

// maxMessages bounds how much the messages of problems come to on a page, in bytes.
const maxMessages = 1 << 20

func (r *request) state() form.State {
	s := form.State{Values: r.values("values"), Problems: form.ReadProblems(r.Get("problems"))}
	size := 0
	for i := range s.Problems {
		size += len(s.Problems[i].Message) * (2 + len(s.Problems[i].Others))
	}
	r.blame("problems", size <= maxMessages && len(s.Problems) <= 2*maxFields)
	return s
}
