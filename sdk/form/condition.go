package form

// A plan is what the check of a field needs and what is worked out only once.
type plan struct {
	screen   screening // nil for a field that is not screened
	offered  index     // the values of a long list of options
	min, max amount    // the bounds of a number
	on       int       // where the field of the condition stands, most likely
	always   bool      // it is asked for whatever the other answers are
}

// manyOptions is from how many options on a value is not looked for one by one.
const manyOptions = 16

// link prepares the definition for use: names to fields, and a plan for each field.
func (d *Definition) link() {
	d.names = newIndex(len(d.Fields))
	d.plans = make([]plan, len(d.Fields))
	d.choices = nil
	for i := range d.Fields {
		f := &d.Fields[i]
		d.names.add(f.Name)
		if at, _ := d.names.find(f.Name); at != i {
			d.repeats = true
		}
		if f.OneOf != "" {
			d.linkChoice(i)
		}
		p := &d.plans[i]
		_, p.min = readNumber(f.Min)
		_, p.max = readNumber(f.Max)
		p.always = f.If == nil && f.Group == "" && len(f.NeedsYes) == 0
		if f.If != nil {
			p.on, _ = d.names.find(f.If.Field) // nearly always a field before this one
		}
		if len(f.Options) >= manyOptions {
			p.offered = newIndex(len(f.Options))
			for k := range f.Options {
				p.offered.add(f.Options[k].Value)
			}
		}
	}
}

// linkChoice puts a field with those of which only one is to be filled in.
func (d *Definition) linkChoice(i int) {
	for k, choice := range d.choices {
		if d.Fields[choice[0]].OneOf == d.Fields[i].OneOf {
			d.choices[k] = append(choice, i)
			return
		}
	}
	d.choices = append(d.choices, []int{i})
}

// What is known of whether a field is asked for.
const (
	unknown uint8 = iota
	working       // being worked out; to meet it again is a circle
	shown
	hidden
)

// isShown works out whether the field is asked for after the other answers. A
// field in a circle of conditions is not; lint reports the circle.
func (d *Definition) isShown(i int, a *answers) bool {
	slot := &a.slots[i]
	switch slot.state {
	case shown:
		return true
	case working, hidden:
		return false
	}
	slot.state = working
	f := &d.Fields[i]
	if !d.plans[i].always && !d.isAsked(i, a) {
		slot.state = hidden
		return false
	}
	slot.state = shown
	if f.isConsent() && !f.Required && slot.count == 0 { // nobody is made to answer it, and a box that is not ticked is a no
		slot.text, slot.count = No, 1
	}
	return true
}

// isAsked works out whether the conditions of a field hold, and those of its
// group.
func (d *Definition) isAsked(i int, a *answers) bool {
	f := &d.Fields[i]
	if f.If != nil && !d.holds(f.If, d.plans[i].on, a) {
		return false
	}
	if g := d.group(f.Group); g != nil && g.If != nil && !d.holds(g.If, 0, a) {
		return false
	}
	for _, name := range f.NeedsYes {
		if !d.isYes(name, a) {
			return false
		}
	}
	return true
}

// holds reports whether a condition holds: the other field, most likely that
// with the number, is asked for itself and has one of the values.
func (d *Definition) holds(c *Condition, on int, a *answers) bool {
	i, known := d.find(c.Field, on)
	if !known || !d.isShown(i, a) {
		return false
	}
	slot := &a.slots[i]
	if len(c.Is) == 0 {
		return slot.count > 0 && slot.text != ""
	}
	for k := range slot.count {
		for _, value := range c.Is {
			if a.value(slot, k) == value {
				return true
			}
		}
	}
	return false
}

func (d *Definition) isYes(name string, a *answers) bool {
	i, known := d.names.find(name)
	return known && d.isShown(i, a) && a.slots[i].text == Yes
}
