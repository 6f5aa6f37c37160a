package export

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
)

// locations gives where the data of the activities are stored. Each system that
// holds some must say where.
func (v *view) locations(activities []*policy.Activity, data []string) []string {
	var codes []string
	for _, a := range activities {
		v.lackIf(len(a.Systems) == 0, "activity "+quoted(a.ID)+" names no system, so nothing tells where its data are stored")
		for _, id := range a.Systems {
			s := v.doc.System(id)
			if s == nil || s.NoPersonalData || !shared(s.Data, data) {
				continue
			}
			v.lackIf(len(s.StoredIn) == 0, "system "+quoted(id)+" does not say where its data are stored (storedIn)")
			codes = add(codes, s.StoredIn...)
		}
	}
	return codes
}

// rules gives the retention rules of the activities that some of the data are under.
func (v *view) rules(activities []*policy.Activity, data []string) []*policy.Retention {
	var list []*policy.Retention
	for _, a := range activities {
		for _, id := range a.Retention {
			if r := v.doc.RetentionRule(id); r != nil && shared(r.Data, data) {
				list = add(list, r)
			}
		}
	}
	return list
}

// storage gives where the data are stored and how long.
func (v *view) storage(activities []*policy.Activity, data []string) []storage {
	var list []storage
	if where := v.locations(activities, data); len(where) > 0 {
		list = append(list, storage{Type: []string{"dpv:StorageLocation"}, Locations: places(where)})
	}
	rules := v.rules(activities, data)
	v.lackIf(len(rules) == 0, "no retention rule tells how long the data are kept")
	for _, r := range rules {
		list = append(list, storage{Type: []string{"dpv:StorageDuration"}, Duration: v.duration(r), Label: v.said(r)})
	}
	return list
}

// duration gives the length of time of a rule, which runs from an event. A rule
// without one ends with the event, which is told in words.
func (v *view) duration(r *policy.Retention) *duration {
	switch {
	case r.Lasts == policy.Forever:
		return &duration{Type: "dpv:EndlessDuration"}
	case r.Lasts == policy.While || r.Period.IsZero():
		return &duration{Type: "dpv:UntilEventDuration", Value: v.said(r)}
	}
	return &duration{Type: "dpv:TemporalDuration", Value: r.Period.String()}
}

// said tells a rule in sentences.
func (v *view) said(r *policy.Retention) string {
	w := retention.Words(r, v.lang)
	list := []string{w.Keep, w.Then}
	for _, s := range w.Steps {
		list = append(list, s.When, s.What)
	}
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), " ")
}
