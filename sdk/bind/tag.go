package bind

import "strings"

// TagName is the key of the struct tags that the package reads.
const TagName = "lagrum"

// A tag is what a struct tag says.
type tag struct {
	none    bool   // "-": the field holds nothing of a person
	datum   string // the datum's id
	consent string // the consent's id, instead of a datum
	field   string // the form's field, where a form has several for the datum
}

// parseTag reads a struct tag. It gives false for one that says nothing.
func parseTag(text string) (t tag, ok bool) {
	if text == "-" {
		return tag{none: true}, true
	}
	what, option, more := strings.Cut(text, ",")
	if more {
		if t.field, ok = strings.CutPrefix(option, "field="); !ok || !isID(t.field) {
			return tag{}, false
		}
	}
	if id, ok := strings.CutPrefix(what, "consent="); ok {
		t.consent = id
		return t, isID(id)
	}
	t.datum = what
	return t, isID(what)
}

// isID reports whether the text can be an id of a policy.
func isID(s string) bool {
	return s != "" && s != "-" && !strings.ContainsAny(s, " ,=")
}

// String is what the tag points to, in words.
func (t tag) String() string {
	if t.consent != "" {
		return `the consent "` + t.consent + `"`
	}
	return `the datum "` + t.datum + `"`
}
