package form

// Problems writes the list of problems that stands above a form, for a page that
// shows the form already. It is empty where there are none.
func (p *Printer) Problems(d *Definition, s State) []byte {
	h := &html{p: p, d: d, state: s, printed: printed(d)}
	h.summary()
	return h.out
}

// FieldProblems writes the messages of one field, as they stand between its hint
// and its control, for a page that shows the form already. It is empty where
// there are none, or no such field.
func (p *Printer) FieldProblems(d *Definition, s State, field string) []byte {
	h := &html{p: p, d: d, state: s, printed: printed(d)}
	if f := d.Field(field); f != nil {
		h.problems(f)
	}
	return h.out
}
