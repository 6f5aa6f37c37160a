package examples_test

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

// What the points of Studieskolen look for in the model, where it takes more than a line.

func studieskolenControllers(d *policy.Document) string {
	for path, want := range map[string]string{
		"/Fremmedsprog": "81246319", "/videnscenter": "81246319", "/Business": "11662471", "/Dansk-for-udlaendinge": "11662471",
	} {
		i := slices.IndexFunc(d.Scopes, func(s policy.Scope) bool { return s.Kind == policy.PathScope && s.Path == path })
		if i < 0 || len(d.Scopes[i].Controllers) != 1 || d.Party(d.Scopes[i].Controllers[0]).OrgNumber != want {
			return path + " does not belong to " + want
		}
	}
	for i := range d.Activities {
		if a := &d.Activities[i]; a.ControllerPer != policy.PathScope || len(a.Controllers) != 0 {
			return a.ID + " does not take its controller from the path"
		}
	}
	return ""
}

func studieskolenNecessity(d *policy.Document) string {
	for i := range d.Activities {
		if a := &d.Activities[i]; a.Necessity == "" || a.Consequence.IsZero() {
			return a.ID + " does not say whether it needs the data"
		}
	}
	for _, f := range d.Form("enrolment").Fields {
		if f.Required && d.Datum(f.Datum).Provision != policy.Required {
			return f.Datum + " is demanded but not needed"
		}
	}
	return unless(d.Datum("cpr").When == "cpr-needed", "when the CPR number is needed")
}

func studieskolenData(d *policy.Document) string {
	for id, term := range map[string]string{
		"name": "pd:Name", "address": "pd:PhysicalAddress", "birth-date": "pd:BirthDate",
		"cpr": "pd:OfficialID", "email": "pd:EmailAddress", "phone": "pd:TelephoneNumber",
	} {
		if x := d.Datum(id); x == nil || x.Term != term {
			return "no " + id + " as " + term
		}
	}
	birth, cpr := d.Datum("birth-date"), d.Datum("cpr")
	if birth.OneOf == "" || birth.OneOf != cpr.OneOf {
		return "birth date and CPR number are no alternatives"
	}
	return unless(cpr.NationalNumber == "dk.cpr", "the kind of the number")
}

func studieskolenAccess(d *policy.Document) string {
	for _, id := range []string{"course-office", "finance-office", "teachers"} {
		if a := accessOf(d, id); a == nil || a.Purpose.IsZero() || len(a.Data) == 0 {
			return id + " has no purpose or no limit"
		}
	}
	for _, hidden := range []string{"address", "birth-date", "cpr", "amount", "fee-declaration"} {
		if slices.Contains(accessOf(d, "teachers").Data, hidden) {
			return "teachers see " + hidden
		}
	}
	return ""
}

// studieskolenDeclaration: who asks for a reduced fee may tell of an illness.
func studieskolenDeclaration(d *policy.Document) string {
	x := d.Datum("fee-declaration")
	if x.Term != "pd:FinancialStatus" || len(x.Reveals) != 1 || x.Reveals[0].Category != law.Health {
		return "the declaration does not reveal health"
	}
	a := d.Activity("reduced-fees")
	if a.SpecialGround == nil || a.SpecialGround.Article != "9(2)(a)" {
		return "there is no ground in Article 9(2)"
	}
	c := d.Consent("fee-declaration")
	return unless(c.Kind == policy.ExplicitConsent && !c.Alternative.IsZero(), "a free and explicit consent")
}

func studieskolenCookies(d *policy.Document) string {
	t := d.Technology("google-analytics")
	if t == nil || t.Kind != policy.Cookie || t.Provider != "google" || !slices.Equal(t.Data, visitData) {
		return "the cookie does not hold the eight kinds of data"
	}
	if c := d.Consent(t.Consent); c == nil || c.Kind != policy.DeviceStorage {
		return "the cookie is set without consent"
	}
	for id, term := range map[string]string{
		"ip-address": "pd:IPAddress", "referrer": "pd:BrowsingReferral", "clicks": "pd:LinkClicked", "browser": "pd:UserAgent",
	} {
		if d.Datum(id).Term != term {
			return id + " is not " + term
		}
	}
	return ""
}

var sixRights = []law.Right{law.Information, law.Access, law.Rectification, law.Erasure, law.Portability, law.Objection}

func studieskolenRights(d *policy.Document) string {
	for _, r := range sixRights {
		if x := rightOf(d, r); x == nil || x.How.IsZero() {
			return string(r) + " is not explained"
		}
	}
	return ""
}

func studieskolenConsents(d *policy.Document) string {
	for _, id := range []string{"course-enrolment", "paying", "accounts"} {
		if a := d.Activity(id); len(a.Consents) != 0 || a.Basis.Article == "6(1)(a)" {
			return id + " asks for a consent that it does not need"
		}
	}
	for _, id := range []string{"supplementary-information", "newsletter-mail"} {
		if a := d.Activity(id); len(a.Consents) != 1 || a.Basis.Article != "6(1)(a)" {
			return id + " does not ask"
		}
	}
	return hasPurpose("newsletter", "dpv:DirectMarketing")(d)
}
