package examples_test

import (
	"fmt"
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// organisedCourse is a paid course with food, held by a company of the region.
var organisedCourse = notice.Context{Event: "leading-meetings"}

var lartorget = slices.Concat(lartorgetData, lartorgetRules)

// lartorgetData are the points on roles, people, purposes and data.
var lartorgetData = []point{
	{
		id: "S0-1", file: "policy.yaml", context: organisedCourse,
		holds: func(d *policy.Document) string {
			for _, id := range []string{"enrolment", "admission", "catering", "adaptation", "invoicing"} {
				a := d.Activity(id)
				if a == nil || a.ControllerPer != policy.EventScope || len(a.Controllers) > 0 {
					return "the controller of " + id + " is not taken from the event"
				}
			}
			controllers := map[string]bool{}
			for _, s := range d.Scopes {
				for _, c := range s.Controllers {
					controllers[c] = true
				}
			}
			return unless(controllers["example-board"] && controllers["example-hospital"], "events of two organisers")
		},
		shown: shownParties("example-hospital"),
	},
	{
		id: "S0-2", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range []string{"account", "support", "recommendations", "evaluation"} {
				if a := d.Activity(id); a == nil || !slices.Equal(a.Controllers, []string{"hsn"}) {
					return "the platform organisation is not the controller of " + id
				}
			}
			enrolment := d.Activity("enrolment")
			for _, id := range []string{"lartorget-for-board", "lartorget-for-hospital"} {
				p := d.Processor(id)
				if p == nil || p.Party != "hsn" || slices.Contains(p.For, "hsn") || !slices.Contains(enrolment.Processors, id) {
					return "the same party is not processor in " + id
				}
			}
			return ""
		},
		shown: shownParties("hsn", "example-board", "example-hospital"),
	},
	{
		id: "S0-3", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range []string{"platform-for-board", "platform-for-hospital"} {
				p := d.Processor(id)
				if p == nil || p.Party != "platform-supplier" {
					return id + " is not the supplier of the platform"
				}
				above := d.Processor(p.SubProcessorOf)
				if above == nil || above.Party != "hsn" || !slices.Equal(above.For, p.For) {
					return id + " does not stand below the platform organisation in the same chain"
				}
			}
			own := d.Processor("platform-own")
			return unless(own != nil && len(own.For) == 1 && root(d, own.For[0]) == "region-stockholm", "a supplier on the instruction of the region")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			p := d.Processor("platform-own")
			return append(texts(tag, p.Agreement.Content[0]), shownParties("platform-supplier")(d, tag)...)
		},
	},
	{
		id: "S0-4", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			unit, region := d.Party("hsf"), d.Party("region-stockholm")
			if unit == nil || region == nil || unit.Kind != policy.Unit || region.Kind != policy.LegalEntity {
				return "a legal entity and a unit of it"
			}
			dpo := d.Contact(unit.DPO)
			return unless(root(d, "hsf") == "region-stockholm" && dpo != nil && dpo.Kind == policy.DPOContact && dpo.Party == "hsf", "a unit that has the officer")
		},
		shown: shownParties("hsf"),
	},
	{
		id: "S0-5", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range []string{"account-holder", "applicant", "participant", "visiting-student"} {
				used := slices.ContainsFunc(d.Activities, func(a policy.Activity) bool { return slices.Contains(a.Subjects, id) })
				if d.Subject(id) == nil || !used {
					return "the subject " + id
				}
			}
			return unless(d.Subject("applicant").Term == "dpv:Applicant" && d.Subject("visiting-student").Term == "dpv:Student" &&
				d.Subject("participant").Term == "dpv:Participant", "the terms of the subjects")
		},
		shown: shownSubjects("account-holder", "applicant", "visiting-student"),
	},
	{id: "S0-6", file: "policy.yaml", holds: hasPurpose("course-access", "edu:AccessManagement"), shown: shownPurposes("course-access")},
	{id: "S0-7", file: "policy.yaml", holds: hasPurpose("enrolment", "edu:StudentEnrolmentManagement"), shown: shownPurposes("enrolment")},
	{id: "S0-8", file: "policy.yaml", holds: hasPurpose("admission", "edu:StudentAdmissionManagement"), shown: shownPurposes("admission")},
	{
		id: "S0-9", file: "policy.yaml",
		holds: both(hasPurpose("account", "dpv:AccountManagement"), func(d *policy.Document) string {
			self := slices.ContainsFunc(d.Visibility, func(v policy.Visibility) bool {
				return v.Audience == policy.OnlySelf && slices.Contains(v.Data, "training-results")
			})
			return unless(self, "results that the person sees alone")
		}),
		shown: shownPurposes("account"),
	},
	{
		id: "S0-10", file: "policy.yaml",
		holds: both(hasPurpose("course-administration", "edu:StudentManagement"), func(d *policy.Document) string {
			a := d.Activity("enrolment")
			return unless(a != nil && a.ControllerPer == policy.EventScope && slices.Contains(a.Purposes, "course-administration"), "administration by the organiser")
		}),
		shown: shownPurposes("course-administration"),
	},
	{
		id: "S0-11", file: "policy.yaml",
		holds: both(hasPurpose("support", "dpv:CommunicationForCustomerCare"), func(d *policy.Document) string {
			a := d.Activity("support")
			return unless(a != nil && slices.Contains(a.Data, "support-message") && slices.Contains(a.Subjects, "caller"), "data of those who contact support")
		}),
		shown: shownPurposes("support"),
	},
	{id: "S0-12", file: "policy.yaml", holds: hasPurpose("eligibility-check", "edu:StudentEligibilityAssessment"), shown: shownPurposes("eligibility-check")},
	{id: "S0-13", file: "policy.yaml", holds: hasPurpose("invoicing", "edu:StudentFeesManagement"), shown: shownPurposes("invoicing")},
	{
		id: "S0-14", file: "policy.yaml",
		holds: both(hasPurpose("recommendations", "edu:StudentCourseRecommendation"), func(d *policy.Document) string {
			a := d.Activity("recommendations")
			switch {
			case a == nil || a.Profiling == nil || a.Profiling.Decides:
				return "profiling that decides nothing"
			case !slices.Contains(a.Data, "viewed-material") || !slices.Contains(a.Data, "work-role"):
				return "behaviour and professional role"
			case a.Basis == nil || a.Basis.Article != "6(1)(a)" || a.Profiling.OptOut.IsZero():
				return "a basis of its own and a way to say no"
			}
			return profiledOnlyByConsent(d, "recommendations")
		}),
		shown: func(d *policy.Document, tag locale.Tag) []string {
			p := d.Activity("recommendations").Profiling
			return texts(tag, p.Logic, p.Effect, p.OptOut)
		},
	},
	{id: "S0-15", file: "policy.yaml", holds: hasPurpose("evaluation", "dpv:ServiceMonitoring"), shown: shownPurposes("evaluation")},
	{
		id: "S0-16", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			terms := map[string]string{"name": "pd:Name", "email": "pd:EmailAddress", "work-role": "pd:Job", "sector": "pd:CurrentEmployment", "participation": "pd:EducationTraining"}
			a := d.Activity("enrolment")
			for id, term := range terms {
				if datum := d.Datum(id); datum == nil || datum.Term != term || !slices.Contains(a.Data, id) {
					return "the datum " + id + " as " + term
				}
			}
			return ""
		},
		shown: shownData("name", "email", "work-role", "sector", "participation"),
	},
	{
		id: "S0-17", file: "policy.yaml", context: organisedCourse,
		holds: both(hasSensitiveWish("diet", "food", law.Health, law.Religion), func(d *policy.Document) string {
			with, without := d.Scope("leading-meetings"), d.Scope("supervision")
			return unless(slices.Contains(with.Has, "food") && !slices.Contains(without.Has, "food"), "courses with and without food")
		}),
		shown: shownData("diet"),
	},
	{
		id: "S0-18", file: "policy.yaml", context: organisedCourse,
		holds: both(hasSensitiveWish("accessibility", "on-site", law.Health), func(d *policy.Document) string {
			return unless(d.Datum("accessibility").Term == "pd:Disability", "the nearest term")
		}),
		shown: shownData("accessibility"),
	},
	{
		id: "S0-19", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			when := map[string]string{"eligibility": "admission", "invoice-address": "fee", "invoice-reference": "fee"}
			for id, circumstance := range when {
				if datum := d.Datum(id); datum == nil || datum.When != circumstance {
					return id + " is not tied to " + circumstance
				}
			}
			fee, admission := d.Scope("leading-meetings"), d.Scope("supervision")
			return unless(slices.Contains(fee.Has, "fee") && slices.Contains(admission.Has, "admission") && !slices.Contains(admission.Has, "fee"), "events that differ")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, d.Circumstance("fee").Text, d.Circumstance("admission").Text), shownData("eligibility", "invoice-address")(d, tag)...)
		},
	},
	{
		id: "S0-20", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			v := d.Datum("viewed-material")
			return unless(v != nil && v.Provision == policy.Observed && v.Term == "pd:ServiceConsumptionBehaviour" && len(v.Sources) == 1 &&
				v.Sources[0].Kind == policy.FromObserving, "observed behaviour")
		},
		shown: shownData("viewed-material"),
	},
	{
		id: "S0-21", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			r := d.Datum("training-results")
			return unless(r != nil && r.Term == "pd:EducationQualification" && slices.Contains(d.Activity("account").Data, r.ID), "training results in the account")
		},
		shown: shownData("training-results"),
	},
}

// hasSensitiveWish looks for an optional wish that is asked for only under a
// circumstance, reveals the categories strongly, and is used on explicit consent alone.
func hasSensitiveWish(id, when string, reveals ...law.SpecialCategory) func(*policy.Document) string {
	return func(d *policy.Document) string {
		datum := d.Datum(id)
		if datum == nil || datum.Provision != policy.Optional || datum.When != when || datum.Special != "" {
			return id + ": an optional wish under the circumstance " + when
		}
		var strong []law.SpecialCategory
		for _, r := range datum.Reveals {
			if r.Strength == law.Strong {
				strong = append(strong, r.Category)
			}
		}
		if !slices.Equal(strong, reveals) {
			return id + ": what it reveals"
		}
		for _, a := range d.Activities {
			if slices.Contains(a.Data, id) && (a.SpecialGround == nil || a.SpecialGround.Article != "9(2)(a)" || !slices.Contains(a.Consents, id)) {
				return a.ID + ": explicit consent"
			}
		}
		return ""
	}
}

// profiledOnlyByConsent goes through what somebody may say, day by day, and reports
// where they would be profiled without wanting it, or not although they do.
func profiledOnlyByConsent(d *policy.Document, purpose string) string {
	day := date.Date{Year: 2026, Month: 11, Day: 1}
	var events []rights.Event
	for i, step := range []struct {
		kind rights.EventKind
		may  bool
	}{
		{"", false}, {rights.Consented, true}, {rights.ConsentTakenBack, false}, {rights.Consented, true}, {rights.Objected, false},
		{rights.ObjectionOutweighed, false}, {rights.Consented, true}, {rights.UseRestricted, false}, {rights.RestrictionLifted, true},
	} {
		events = append(events, rights.Event{Kind: step.kind, On: day.AddDays(i)})
		if p := rights.MayProfile(d, purpose, events, day.AddDays(i)); p.May != step.may {
			return fmt.Sprintf("an answer that is honoured: after %q, %v", step.kind, p.May)
		}
	}
	if rights.MayProfile(d, purpose, events, day.AddYears(3)).May {
		return "a consent that ends"
	}
	return ""
}
