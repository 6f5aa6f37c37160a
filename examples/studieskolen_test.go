package examples_test

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// What Google Analytics reads in a visitor's browser.
var visitData = []string{"pages-visited", "ip-address", "location", "device-language", "browser", "search-words", "referrer", "clicks"}

// studieskolen is two language schools on one site. published.yaml is what
// stood there; policy.yaml is the schools put right.
var studieskolen = []point{
	{id: "S3-1", file: "policy.yaml", holds: studieskolenControllers, shown: func(*policy.Document, locale.Tag) []string {
		return []string{"/Fremmedsprog", "/videnscenter", "/Business", "/Dansk-for-udlaendinge",
			"Studieskolen i København", "81246319", "Fonden Studieskolen Business", "11662471"}
	}},
	{id: "S3-2", file: "policy.yaml", context: notice.Context{Scope: "business"}, holds: func(d *policy.Document) string {
		a, b := d.Party("studieskolen"), d.Party("fonden")
		if a.Email != b.Email || a.Phone != b.Phone || *a.Address != *b.Address {
			return "the two do not share their contact details"
		}
		return unless(a.OrgNumber != b.OrgNumber && a.Name.In(locale.DA) != b.Name.In(locale.DA), "what tells the two apart")
	}, shown: func(*policy.Document, locale.Tag) []string { return []string{"11662471", "persondata@studieskolen.dk"} }},
	{id: "S3-3", file: "policy.yaml", holds: func(d *policy.Document) string {
		p := d.Processor("hosting")
		if p == nil || p.Party != "fonden" || !slices.Equal(p.For, []string{"studieskolen"}) || p.Agreement == nil {
			return "the foundation is no processor of its sister"
		}
		return unless(slices.Contains(d.Scope("business").Controllers, "fonden"), "the foundation as controller")
	}, shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, d.Processor("hosting").Task) }},
	{id: "S3-4", file: "policy.yaml", holds: func(d *policy.Document) string {
		return unless(d.Version != "" && d.EffectiveFrom.IsValid() && !d.Updates.IsZero(), "version, day and how changes are told")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(texts(tag, d.Updates), d.Version, text.In(tag).Rules.Date(d.EffectiveFrom))
	}},
	{id: "S3-5", file: "policy.yaml", holds: both(
		hasPurpose("enrolment", "edu:StudentEnrolmentManagement"),
		hasPurpose("course-information", "dpv:CommunicationManagement"),
		hasPurpose("course-documentation", "edu:StudentAttendanceManagement"),
		hasPurpose("payment", "edu:StudentFeesManagement"),
		hasPurpose("municipal-reporting", "dpv:LegalCompliance"),
	), shown: shownPurposes("enrolment", "course-information", "course-documentation", "payment", "municipal-reporting")},
	{id: "S3-6", file: "policy.yaml", holds: both(
		restsOn("course-enrolment", "6(1)(b)"), restsOn("paying", "6(1)(b)"), restsOn("reporting", "6(1)(c)"), restsOn("accounts", "6(1)(c)"),
		cites("reporting", "DK-FOL", "DK-DAN", "DK-DBL"), cites("accounts", "DK-BFL"),
	), shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownBasis("course-enrolment", "reporting")(d, tag), "Folkeoplysningsloven", "§ 43, stk. 5")
	}},
	{id: "S3-7", file: "policy.yaml", holds: studieskolenNecessity, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, d.Activity("course-enrolment").Consequence, d.Datum("cpr").Description)
	}},
	{id: "S3-8", file: "policy.yaml", holds: studieskolenData, shown: shownData("name", "address", "birth-date", "cpr", "email", "phone")},
	{id: "S3-9", file: "published.yaml", holds: func(d *policy.Document) string {
		return unless(len(denials(d, policy.DeniesSensitive, "")) == 1, "the declaration that nothing is sensitive")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, denials(d, policy.DeniesSensitive, "")...)
	}},
	{id: "S3-10", file: "policy.yaml", holds: func(d *policy.Document) string {
		for _, id := range []string{"name", "address", "birth-date", "email", "phone"} {
			var channels []policy.Channel
			for _, s := range d.Datum(id).Sources {
				if s.Kind == policy.FromSubject {
					channels = append(channels, s.Channel)
				}
			}
			if !slices.Equal(channels, []policy.Channel{policy.ByWeb, policy.ByPhone, policy.ByEmail}) {
				return id + " does not come by form, phone and mail"
			}
		}
		return ""
	}, shown: func(_ *policy.Document, tag locale.Tag) []string {
		w := text.In(tag).Data
		return []string{w.FromYouWeb, w.FromYouPhone, w.FromYouEmail}
	}},
	{id: "S3-11", file: "published.yaml", holds: func(d *policy.Document) string {
		r := d.RetentionRule("bookkeeping")
		if r.Trigger != policy.LastCourseHeld || r.Align != policy.FinancialYearEnd || r.Period != (date.Period{Years: 5}) {
			return "not five years from the end of the financial year in which the course was last held"
		}
		return unless(len(r.Law) == 1 && r.Law[0].Act == "DK-BFL-OLD" && r.Law[0].Section == "§ 10", "the section")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownTrigger("bookkeeping")(d, tag), "5 år", "regnskabsår", "§ 10")
	}},
	{id: "S3-12", file: "policy.yaml", holds: func(d *policy.Document) string {
		r := d.RetentionRule("exams-kept")
		if r.Trigger != policy.ExamEnd || r.Period != (date.Period{Years: 30}) || r.Only.IsZero() {
			return "not thirty years, for those who took an examination"
		}
		act := d.Act(r.Law[0].Act)
		return unless(act != nil && act.Number != "" && r.Law[0].Section == "§ 33", "the order with its number")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownTrigger("exams-kept")(d, tag), append(texts(tag, d.RetentionRule("exams-kept").Only), "30 ", "§ 33")...)
	}},
	{id: "S3-13", file: "policy.yaml", holds: func(d *policy.Document) string {
		return unless(d.RetentionCombination == policy.PerCopy, "how rules on the same data combine")
	}, shown: func(_ *policy.Document, tag locale.Tag) []string {
		return []string{text.In(tag).Retention.PerCopy}
	}},
	{id: "S3-14", file: "policy.yaml", holds: studieskolenAccess, shown: func(d *policy.Document, tag locale.Tag) []string {
		var words []string
		for i := range d.Access {
			words = append(words, texts(tag, d.Access[i].Who, d.Access[i].Purpose)...)
		}
		return words
	}},
	{id: "S3-15", file: "published.yaml", holds: func(d *policy.Document) string {
		r := d.Recipient("gateway")
		if r == nil || r.Party != "scannet" || !slices.Equal(r.Data, []string{"payer-id", "course-id", "amount"}) {
			return "the gateway gets other data than payer, course and amount"
		}
		return unless(d.Datum("amount").Term == "pd:Transaction" && !r.Purpose.IsZero(), "what the gateway does")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownData("payer-id", "course-id", "amount")(d, tag), append(texts(tag, d.Recipient("gateway").Purpose), "A/S Scannet")...)
	}},
	{id: "S3-16", file: "policy.yaml", holds: disclosed("municipality", policy.Must, []string{"name", "address", "birth-date"}, "DK-FOL", "DK-DAN"),
		shown: shownDisclosure("municipality")},
	{id: "S3-17", file: "policy.yaml", holds: disclosed("municipality-cpr", policy.Must, []string{"cpr"}, "DK-FOL", "DK-DAN", "DK-DBL"),
		shown: shownDisclosure("municipality-cpr")},
	{id: "S3-18", file: "policy.yaml", holds: both(
		disclosed("municipality-declaration", policy.May, []string{"name", "fee-declaration"}, "DK-FOL"), studieskolenDeclaration,
	), shown: shownDisclosure("municipality-declaration")},
	{id: "S3-19", file: "published.yaml", holds: func(d *policy.Document) string {
		p := d.Processor("technical-partners")
		return unless(p != nil && p.Agreement != nil && !p.Task.IsZero(), "the partners' agreement and purpose")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownParties("technical-partners")(d, tag), texts(tag, d.Processor("technical-partners").Task)...)
	}},
	{id: "S3-20", file: "policy.yaml", holds: func(d *policy.Document) string {
		p := d.Processor(d.System("microsoft-365").Processor)
		if p == nil || p.Party != "microsoft" || p.Agreement == nil || len(p.Agreement.Content) == 0 {
			return "nothing is promised on mail in the cloud"
		}
		return unless(p.Transfer != nil && p.Transfer.Mechanism == policy.Adequacy, "what carries mail out of the EEA")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(texts(tag, d.Processor("mail").Agreement.Content...), "Microsoft 365", "(EU) 2023/1795")
	}},
	{id: "S3-21", file: "policy.yaml", holds: studieskolenCookies, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownData(visitData...)(d, tag), append(shownPurposes("improve-site", "statistics")(d, tag), "Google Analytics")...)
	}},
	{id: "S3-22", file: "published.yaml", holds: reports("technology-personal-claim ip-address")},
	{id: "S3-23", file: "published.yaml", holds: reports("consent-not-active statistics", "technology-consent-browsing google-analytics")},
	{id: "S3-24", file: "policy.yaml", holds: func(d *policy.Document) string {
		t := d.Technology("google-analytics")
		return unless(!t.Necessary && !t.Refuse.IsZero(), "how to say no to cookies")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, d.Technology("google-analytics").Refuse)
	}},
	{id: "S3-25", file: "published.yaml", holds: func(d *policy.Document) string {
		r := d.RetentionRule("logs")
		if r.Trigger != policy.LogEntry || r.Limit != policy.AtMost || r.Period != (date.Period{Years: 5}) {
			return "not five years at most"
		}
		act := d.Act(r.Law[0].Act)
		if act == nil || !act.Contract {
			return "the period does not rest on a contract"
		}
		return hasPurpose("security", "dpv:MisusePreventionAndDetection")(d)
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownPurposes("security")(d, tag), append(texts(tag, d.Act("PROCESSOR-AGREEMENT").Title), "højst 5 år")...)
	}},
	{id: "S3-26", file: "policy.yaml", holds: studieskolenRights, shown: func(d *policy.Document, tag locale.Tag) []string {
		var words []string
		for _, r := range sixRights {
			words = append(words, rightOf(d, r).How.In(tag))
		}
		w := text.In(tag).Rights
		return append(words, w.Information.Name, w.Access.Name, w.Rectification.Name, w.Erasure.Name, w.Portability.Name, w.Objection.Name)
	}},
	{id: "S3-27", file: "policy.yaml", holds: func(d *policy.Document) string {
		return unless(!rightOf(d, law.Erasure).Limits.IsZero(), "where erasure ends")
	}, shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, rightOf(d, law.Erasure).Limits) }},
	{id: "S3-28", file: "policy.yaml", holds: func(d *policy.Document) string {
		if len(denials(d, policy.DeniesProfiling, "")) != 1 {
			return "profiling is not denied"
		}
		if missing := restsOn("newsletter-mail", "6(1)(a)")(d); missing != "" {
			return missing
		}
		for i := range d.Activities {
			if a := &d.Activities[i]; a.Profiling != nil || a.ID != "newsletter-mail" && slices.Contains(a.Purposes, "newsletter") {
				return a.ID + " profiles, or does marketing without consent"
			}
		}
		return unless(rightOf(d, law.ObjectionMarketing) != nil, "the objection to marketing")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(texts(tag, denials(d, policy.DeniesProfiling, "")...), rightOf(d, law.ObjectionMarketing).How.In(tag))
	}},
	{id: "S3-29", file: "policy.yaml", shown: func(_ *policy.Document, tag locale.Tag) []string {
		return []string{map[locale.Tag]string{
			locale.DA: "Vi svarer inden for 1 måned", locale.EN: "within 1 month", locale.IS: "innan 1 mánaðar",
		}[tag]}
	}},
	{id: "S3-30", file: "policy.yaml", holds: studieskolenConsents, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownConsent("supplementary", "newsletter")(d, tag), shownBasis("course-enrolment")(d, tag)...)
	}},
	{id: "S3-31", file: "policy.yaml", holds: func(d *policy.Document) string {
		for i := range d.Consents {
			if c := &d.Consents[i]; c.Recorded.IsZero() || len(c.GivenBy) == 0 || slices.Contains(c.GivenBy, policy.ByBrowsing) {
				return c.ID + " cannot be proved"
			}
		}
		if !slices.Equal(d.Consent("supplementary").GivenBy, []policy.ConsentAct{policy.ByTicking, policy.ByTelling, policy.ByMailing}) {
			return "consent is not given by box, orally and by mail"
		}
		return unless(slices.Contains(d.Activity("newsletter-mail").Data, "consent-record"), "the record of when and how")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(texts(tag, d.Consent("supplementary").Recorded, d.Consent("newsletter").Recorded), shownData("consent-record")(d, tag)...)
	}},
	{id: "S3-32", file: "policy.yaml", holds: func(d *policy.Document) string {
		for i := range d.Consents {
			if c := &d.Consents[i]; len(c.Purposes) != 1 || c.Withdraw.IsZero() {
				return c.ID + " does not tell purpose and withdrawal"
			}
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		var words []string
		for i := range d.Consents {
			words = append(words, d.Purpose(d.Consents[i].Purposes[0]).Title.In(tag), d.Consents[i].Withdraw.In(tag))
		}
		return words
	}},
	{id: "S3-33", file: "policy.yaml", holds: func(d *policy.Document) string {
		return measureTerms(d, "dpv:AccessControlMethod", "dpv:DataProtectionTraining", "dpv:ROPA")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(measureTexts("dpv:AccessControlMethod", "dpv:DataProtectionTraining", "dpv:ROPA")(d, tag), "Datatilsynet")
	}},
	{id: "S3-34", file: "policy.yaml", holds: func(d *policy.Document) string {
		n := 0
		for i := range d.Measures {
			if d.Measures[i].Kind == policy.Technical {
				n++
			}
		}
		if n != 5 {
			return "not the five technical measures"
		}
		return measureTerms(d, "dpv:EncryptionInTransfer", "dpv:DataBackupProtocols", "dpv:PhysicalSecureStorage")
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		var words []string
		for i := range d.Measures {
			if d.Measures[i].Kind == policy.Technical {
				words = append(words, d.Measures[i].Text.In(tag))
			}
		}
		return append(words, "256")
	}},
	{id: "S3-35", file: "policy.yaml", holds: both(
		hasContact("persondata-studieskolen", policy.ControllerContact), hasContact("persondata-fonden", policy.ControllerContact),
		func(d *policy.Document) string {
			for _, s := range d.Scopes {
				if len(s.Contacts) != 1 || d.Contact(s.Contacts[0]).Party != s.Controllers[0] {
					return s.ID + " does not lead to its own controller"
				}
			}
			return ""
		},
	), shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, d.Contact("persondata-studieskolen").About, d.Contact("persondata-fonden").About)
	}},
	// A private school must not have a data protection officer, so that none is named is no fault.
	{id: "S3-36", file: "published.yaml", holds: reports("right-restriction-missing", "authority-missing", "transfer-undeclared office-365",
		"transfer-undeclared google-analytics", "activity-retention-missing mail", "activity-retention-missing news")},
}
