package rights

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A Grant is a right that the people concerned have under a policy.
type Grant struct {
	Right      law.Right     // which right
	Article    string        // the provision in the regime's own numbers: "15", "21(1)"; empty if the regime's numbers are not known
	Activities []int         // the activities that it covers, by their place in the policy; nil if stated by the policy and not derived
	Everywhere bool          // true if it covers every activity that has a basis
	Limited    bool          // true if it depends on circumstances in some activity, so that its limits must be told
	Own        *policy.Right // what the policy adds: how, limits; nil if nothing
}

// Of lists the rights under the policy, in the order of the Regulation. For a
// policy that transcribes a published notice it lists what that notice states
// and nothing else.
//
// A right that only some circumstances give is listed where they are there:
// objection to marketing where a purpose is marketing, automated decisions
// where the policy tells of profiling.
func Of(d *policy.Document) []Grant {
	var list []Grant
	for row := range law.Rights() {
		own := ownRight(d, row.Right)
		if d.AsPublished {
			if own != nil {
				list = append(list, Grant{Right: row.Right, Article: article(d, row.Right), Own: own, Everywhere: true})
			}
			continue
		}
		if g, ok := derive(d, row.Right); ok {
			g.Own = own
			list = append(list, g)
		}
	}
	return list
}

// derive works out one right from the bases of the activities.
func derive(d *policy.Document, right law.Right) (Grant, bool) {
	if !fits(d, right) {
		return Grant{}, false
	}
	g := Grant{Right: right, Article: article(d, right), Everywhere: true}
	for i := range d.Activities {
		a := &d.Activities[i]
		if a.Basis == nil {
			continue
		}
		extent := reach(d.Regime, right, a)
		if right == law.ObjectionMarketing && !isMarketing(d, a) {
			extent = law.No
		}
		if extent == law.No {
			g.Everywhere = false
			continue
		}
		g.Limited = g.Limited || extent == law.Conditional
		g.Activities = append(g.Activities, i)
	}
	return g, len(g.Activities) > 0
}

// fits reports whether the policy gives occasion for the right at all.
func fits(d *policy.Document, right law.Right) bool {
	if right != law.AutomatedDecision {
		return true
	}
	if ownRight(d, right) != nil {
		return true
	}
	for i := range d.Activities {
		if d.Activities[i].Profiling != nil {
			return true
		}
	}
	return false
}

// reach is the farthest that the right goes on any ground of the activity.
func reach(regime law.ActID, right law.Right, a *policy.Activity) law.Extent {
	var far law.Extent
	basis, ok := law.BasisOf(regime, a.Basis.Article)
	if ok {
		if e, known := law.Applies(regime, right, basis); known {
			far = e.Extent
		}
	}
	if a.SpecialGround == nil {
		return far
	}
	if c, known := law.ConditionOf(regime, a.SpecialGround.Article); known && c.Letter == "a" {
		if e, known := law.Applies(regime, right, law.ExplicitConsent); known {
			far = max(far, e.Extent)
		}
	}
	return far
}

// isMarketing reports whether one of the activity's purposes is marketing in
// the words of the Data Privacy Vocabulary.
func isMarketing(d *policy.Document, a *policy.Activity) bool {
	for _, id := range a.Purposes {
		if p := d.Purpose(id); p != nil && strings.HasPrefix(p.Term, "dpv:") && strings.HasSuffix(p.Term, "Marketing") {
			return true
		}
	}
	return false
}

func ownRight(d *policy.Document, right law.Right) *policy.Right {
	for i := range d.Rights {
		if d.Rights[i].Right == right {
			return &d.Rights[i]
		}
	}
	return nil
}

func article(d *policy.Document, right law.Right) string {
	number, _ := right.Article(d.Regime)
	return number
}
