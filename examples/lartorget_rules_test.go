package examples_test

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// lartorgetRules are the points on bases, consent, retention, disclosure and contacts.
var lartorgetRules = []point{
	{id: "S0-22", file: "policy.yaml", holds: restsOn("enrolment", "6(1)(b)"), shown: shownBasis("enrolment")},
	{
		id: "S0-23", file: "policy.yaml",
		holds: both(restsOn("evaluation", "6(1)(e)"), func(d *policy.Document) string {
			bases := map[string]bool{}
			for _, a := range d.Activities {
				if a.Basis == nil {
					return "a basis of " + a.ID
				}
				bases[a.Basis.Article] = true
			}
			return unless(len(d.Activity("evaluation").Basis.Law) > 0 && len(bases) > 2, "several bases in one notice, and a law behind the task")
		}),
		shown: shownBasis("evaluation"),
	},
	{
		id: "S0-24", file: "published.yaml",
		holds: func(d *policy.Document) string {
			c := d.Consent("secrecy")
			return unless(c != nil && c.Kind == policy.SecrecyWaiver && slices.Equal(c.GivenBy, []policy.ConsentAct{policy.ByTyping}) &&
				slices.Equal(c.Data, []string{"diet", "accessibility"}), "a waiver that is given by typing")
		},
		shown: shownConsent("secrecy"),
	},
	{
		id: "S0-25", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, datum := range []string{"diet", "accessibility"} {
				waiver, explicit := d.Consent(datum+"-secrecy"), d.Consent(datum)
				switch {
				case waiver == nil || waiver.Kind != policy.SecrecyWaiver || explicit == nil || explicit.Kind != policy.ExplicitConsent:
					return "a waiver and a consent of their own for " + datum
				case !slices.Equal(waiver.Data, []string{datum}):
					return "a waiver for " + datum + " alone"
				case !slices.Equal(waiver.Audience, []string{"course-organiser", "training-provider"}):
					return "the classes to whom secrecy is waived"
				}
				for _, tag := range d.Languages {
					if word := map[locale.Tag]string{locale.SV: "personuppgiftsbiträden", locale.EN: "processors"}[tag]; !strings.Contains(waiver.AudienceText.In(tag), word) {
						return "the processors among those to whom secrecy is waived"
					}
				}
			}
			return ""
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			c := d.Consent("diet-secrecy")
			return texts(tag, c.Text, c.AudienceText, d.Recipient("course-organiser").Name, d.Recipient("training-provider").Name)
		},
	},
	{
		id: "S0-26", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			sensitive := 0
			for _, f := range d.Forms {
				for _, field := range f.Fields {
					datum := d.Datum(field.Datum)
					if datum == nil || len(datum.Reveals) == 0 {
						continue
					}
					sensitive++
					if field.Required || field.Alternative.IsZero() {
						return "an alternative to the field " + datum.ID
					}
				}
			}
			for _, c := range d.Consents {
				if c.Kind != policy.OrdinaryConsent && (c.Alternative.IsZero() || c.AlternativeContact != "course-contact") {
					return "an alternative to the consent " + c.ID
				}
			}
			return unless(sensitive == 2, "two sensitive fields")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Consent("diet").Alternative, d.Consent("accessibility").Alternative)
		},
	},
	{
		id: "S0-27", file: "policy.yaml", context: organisedCourse,
		holds: func(d *policy.Document) string {
			if c := d.Contact("course-contact"); c == nil || c.FoundIn.IsZero() {
				return "where the address is found if no event is chosen"
			}
			for _, s := range d.Scopes {
				if len(s.Contacts) != 1 || d.Contact(s.Contacts[0]) == nil || d.Contact(s.Contacts[0]).Email == "" {
					return "the contact of " + s.ID
				}
			}
			return ""
		},
		shown: func(d *policy.Document, _ locale.Tag) []string {
			return []string{d.Contact("course-leading-meetings").Email}
		},
	},
	{
		id: "S0-28", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			r := d.RetentionRule("account-in-use")
			return unless(r != nil && r.Lasts == policy.While && r.Period.IsZero() && slices.Contains(d.Activity("account").Retention, r.ID), "a rule for as long as the account is active")
		},
		shown: shownTrigger("account-in-use"),
	},
	{
		id: "S0-29", file: "published.yaml",
		holds: func(d *policy.Document) string {
			r := d.RetentionRule("unused-account")
			return unless(r != nil && r.Trigger == policy.LastLogin && r.Period == date.Period{Years: 2} && r.Modality == policy.May, "two years after the last log-in, permissive")
		},
		shown: shownTrigger("unused-account"),
	},
	{
		id: "S0-30", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			asked, open := d.RetentionRule("account-on-request"), d.RetentionRule("account-in-use")
			return unless(asked != nil && asked.Trigger == policy.Request && open != nil && open.OnRequest, "closing the account on request")
		},
		shown: shownTrigger("account-on-request"),
	},
	{
		id: "S0-31", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			i := slices.IndexFunc(d.Access, func(a policy.Access) bool { return a.ID == "training-administrators" })
			return unless(i >= 0 && len(d.Access[i].Data) > 0 && !slices.Contains(d.Access[i].Data, "diet") && !d.Access[i].Purpose.IsZero(), "what administrators see, and for what")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Access[0].Who, d.Access[0].Purpose)
		},
	},
	{
		id: "S0-32", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			r := d.Recipient("public-records")
			if r == nil || r.Kind != policy.PublicRecords || r.Condition.IsZero() || d.Link(r.Link) == nil {
				return "disclosure as public records, with its condition and a link"
			}
			cites := func(act law.ActID) bool {
				return slices.ContainsFunc(r.Law, func(c policy.Citation) bool { return c.Act == act })
			}
			return unless(cites("SE-TF") && cites("SE-OSL"), "the law on access and on secrecy")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Recipient("public-records").Name, d.Recipient("public-records").Condition, d.Link("public-access").Label)
		},
	},
	{
		id: "S0-33", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			n := d.Datum("personnummer")
			if n == nil || n.NationalNumber != "se.personnummer" || n.Term != "pd:OfficialID" || len(n.Sources) != 1 {
				return "a personal identity number with one source"
			}
			s := n.Sources[0]
			return unless(s.Kind == policy.FromThirdParty && s.Channel == policy.ByLogin && s.Attribute == "norEduPersonNIN" && s.Party == "home-institution", "the attribute of the log-in")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(shownData("personnummer")(d, tag), "norEduPersonNIN")
		},
	},
	{
		id: "S0-34", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			numbers := []string{"personnummer", "hsa-id"}
			login, service := d.Activity("federated-login"), d.System("identity-translation")
			if login == nil || !slices.Equal(login.Data, numbers) || service == nil || !slices.Equal(service.Data, numbers) {
				return "both numbers, at log-in and in the service"
			}
			t := d.Datum("personnummer").Transient
			return unless(t != nil && t.Becomes == "hsa-id" && root(d, t.By) == "region-stockholm", "a service of the region that translates the number")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Datum("personnummer").Transient.Text, d.Datum("hsa-id").Label, d.System("identity-translation").Name)
		},
	},
	{
		id: "S0-35", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, denial := range []policy.Denial{policy.DeniesOtherUse, policy.DeniesStorage, policy.DeniesDisclosure} {
				if len(denials(d, denial, "personnummer")) != 1 {
					return "the declaration " + string(denial) + " on the number"
				}
			}
			return staysTransient(d, "personnummer")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			var list []policy.Text
			for _, denial := range []policy.Denial{policy.DeniesOtherUse, policy.DeniesStorage, policy.DeniesDisclosure} {
				list = append(list, denials(d, denial, "personnummer")...)
			}
			return texts(tag, list...)
		},
	},
	{
		id: "S0-36", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			if len(d.Codes) != 1 || d.Codes[0].Approved || d.Link(d.Codes[0].Link) == nil {
				return "a code that is not approved under Article 40, with a link"
			}
			for _, tag := range d.Languages {
				if !strings.Contains(d.Codes[0].Name.In(tag), "GÉANT Data Protection Code of Conduct") {
					return "the name of the code"
				}
			}
			return ""
		},
		shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, d.Codes[0].Name, d.Codes[0].Text) },
	},
	{id: "S0-37", file: "policy.yaml", holds: hasContact("service", policy.ServiceContact), shown: shownContacts("service")},
	{id: "S0-38", file: "policy.yaml", holds: hasContact("dpo-hsf", policy.DPOContact), shown: shownContacts("dpo-hsf")},
	{
		id: "S0-39", file: "published.yaml",
		holds: func(d *policy.Document) string {
			for _, l := range d.Links {
				if l.URL.In(locale.SV) != "#" {
					return "the dead link " + l.ID + " as it was published"
				}
			}
			return unless(len(d.Links) == 3, "three links")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Links[0].Label, d.Links[1].Label, d.Links[2].Label)
		},
	},
	{
		id: "S0-40", file: "published.yaml",
		holds: reports("activity-controller-missing account", "right-access-missing", "right-rectification-missing", "right-erasure-missing",
			"right-restriction-missing", "authority-missing", "activity-retention-missing courses", "activity-basis-missing recommendations",
			"profiling-unexplained recommendations", "secrecy-waiver-withdraw-missing secrecy", "system-place-missing lartorget"),
	},
	{
		id: "S0-41", file: "published.yaml",
		holds: reports("processor-responsible lartorget", "activity-controller-missing courses"),
	},
}

// staysTransient reports where a datum that is never kept is asked for, seen,
// passed on or kept after all.
func staysTransient(d *policy.Document, id string) string {
	for _, f := range d.Forms {
		if slices.ContainsFunc(f.Fields, func(field policy.Field) bool { return field.Datum == id }) {
			return "the form " + f.ID + " asks for " + id
		}
	}
	for _, a := range d.Access {
		if len(a.Data) == 0 || slices.Contains(a.Data, id) {
			return a.ID + " sees " + id
		}
	}
	for _, a := range d.Activities {
		if !slices.Contains(a.Data, id) {
			continue
		}
		if len(a.Recipients) > 0 {
			return a.ID + " passes " + id + " on"
		}
		for _, rule := range a.Retention {
			if r := d.RetentionRule(rule); r == nil || len(r.Data) == 0 || slices.Contains(r.Data, id) {
				return a.ID + " keeps " + id
			}
		}
	}
	return ""
}
