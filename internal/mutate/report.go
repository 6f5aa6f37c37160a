package mutate

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"

	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A Class is all that was tried of one kind of defect in one field.
type Class struct {
	Kind               Kind
	Field              string
	Tried, Caught      int
	Must, MustCaught   int            // of these, the ones after which a notice does not say what it must
	MustWarned         int            // of MustCaught, those found by more than a remark on style
	Rules              map[string]int // how often each rule found something
	Reasons            []string       // why some were left alone
	WithoutReason      int            // those left alone for no reason that is written down
	WithoutReasonPlace string         // where the first of these is
}

// A Report is what came of all defects in several policies.
type Report struct{ Classes []*Class }

// Examples tries all defects in the clean policies below the root of the module.
func Examples(root string) (*Report, error) {
	names, err := filepath.Glob(filepath.Join(root, "examples", "*", "policy.yaml"))
	if err != nil {
		return nil, err
	}
	var all []Outcome
	for _, name := range names {
		file, err := policyfile.Load(name)
		if err != nil {
			return nil, err
		}
		all = append(all, Try(file.Doc)...)
	}
	return Sum(all), nil
}

// Sum puts outcomes together by kind and field.
func Sum(all []Outcome) *Report {
	type key struct {
		kind  Kind
		field string
	}
	classes := map[key]*Class{}
	for _, o := range all {
		k := key{o.Kind, o.Field}
		if classes[k] == nil {
			classes[k] = &Class{Kind: o.Kind, Field: o.Field, Rules: map[string]int{}}
		}
		classes[k].add(o)
	}
	list := slices.SortedFunc(maps.Values(classes), func(a, b *Class) int {
		kinds := Kinds()
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)))
	})
	return &Report{list}
}

func (c *Class) add(o Outcome) {
	c.Tried++
	if o.Duty != "" {
		c.Must++
	}
	if len(o.Rules) > 0 {
		c.Caught++
		for _, code := range o.Rules {
			c.Rules[code]++
		}
		if o.Duty != "" {
			c.MustCaught++
			if !o.Styles {
				c.MustWarned++
			}
		}
		return
	}
	why := reasonOf(o)
	switch {
	case why == "":
		c.WithoutReason++
		c.WithoutReasonPlace = cmp.Or(c.WithoutReasonPlace, string(o.Path)+" "+o.To)
	case o.Duty != "":
		why = "**Gap.** " + why
		fallthrough
	default:
		if !slices.Contains(c.Reasons, why) {
			c.Reasons = append(c.Reasons, why)
		}
	}
}

// Total adds up the classes that the predicate holds for; nil means all.
func (r *Report) Total(of func(*Class) bool) Class {
	var sum Class
	for _, c := range r.Classes {
		if of == nil || of(c) {
			sum.Tried += c.Tried
			sum.Caught += c.Caught
			sum.Must += c.Must
			sum.MustCaught += c.MustCaught
			sum.MustWarned += c.MustWarned
			sum.WithoutReason += c.WithoutReason
		}
	}
	return sum
}

// Share is how much of what a notice must say is seen when it is lost, from 0 to 1.
func (c Class) Share() float64 {
	if c.Must == 0 {
		return 1
	}
	return float64(c.MustCaught) / float64(c.Must)
}
