package examples_test

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

// hammarby is a school whose published notice rests on a repealed act: 2018.yaml
// is that notice while the act stood, published.yaml the same text afterwards,
// policy.yaml the school under the law of today.
var hammarby = []point{
	{id: "S2-1", file: "2018.yaml", holds: hammarbyRegime, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(texts(tag, d.Summary, d.DefaultBasis.Text), "Personuppgiftslagen")
	}},
	{id: "S2-2", file: "policy.yaml", holds: hammarbyDuties, shown: func(d *policy.Document, tag locale.Tag) []string {
		return append(shownPurposes("document-knowledge", "set-grades", "record-absence", "monitor-attendance")(d, tag), "3 kap. 13–18 §§")
	}},
	{id: "S2-3", file: "policy.yaml", holds: hasPurpose("home-and-school", "dpv:CommunicationManagement"), shown: shownPurposes("home-and-school")},
	{id: "S2-4", file: "policy.yaml", holds: hasPurpose("digital-teaching", "edu:StudentContentDelivery"), shown: shownPurposes("digital-teaching")},
	{id: "S2-5", file: "2018.yaml", holds: func(d *policy.Document) string {
		if d.DefaultBasis == nil || len(d.DefaultBasis.Law) == 0 || d.DefaultBasis.Law[0].Act != law.PUL {
			return "the rest clause does not cite the act"
		}
		if !strings.Contains(d.DefaultBasis.Text.In(locale.SV), "riktlinjer") {
			return "the condition, that guidelines are followed, is not said"
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, d.DefaultBasis.Text)
	}},
	{id: "S2-6", file: "policy.yaml", holds: func(d *policy.Document) string {
		s := d.Subject("pupil")
		if s == nil || !s.Child || s.ActsThrough != policy.Guardian || s.Term != "dpv:Child" {
			return "pupils are not children who act through a guardian"
		}
		if g := d.Subject("guardian"); g == nil || g.Term != "dpv:GuardianOfDataSubject" {
			return "guardians are no subjects"
		}
		if d.Children == nil || d.Children.Intro.IsZero() {
			return "there is no layer for children"
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, d.Subject("pupil").Label, d.Subject("guardian").Label, d.Summary)
	}},
	{id: "S2-7", file: "policy.yaml", holds: func(d *policy.Document) string {
		return measureTerms(d, "dpv:DataProtectionTraining")
	}, shown: measureTexts("dpv:DataProtectionTraining")},
	{id: "S2-8", file: "policy.yaml", holds: func(d *policy.Document) string {
		if missing := measureTerms(d, "dpv:AccessControlMethod"); missing != "" {
			return missing
		}
		a := accessOf(d, "teachers")
		if a == nil || a.Condition.IsZero() || len(a.Data) == 0 {
			return "class teachers see the data of more than their own pupils"
		}
		if slices.Contains(a.Data, "health-record") {
			return "teachers see health records"
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		a := accessOf(d, "teachers")
		return append(texts(tag, a.Who, a.Purpose, a.Condition), measureTexts("dpv:AccessControlMethod")(d, tag)...)
	}},
	{id: "S2-9", file: "policy.yaml", holds: func(d *policy.Document) string {
		if len(d.Glossary) == 0 || d.Glossary[0].Term.In(locale.SV) != "personuppgift" {
			return "personal data are not explained"
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, d.Glossary[0].Term, d.Glossary[0].Definition)
	}},
	{id: "S2-10", file: "policy.yaml", holds: hammarbyAgreements, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, d.Processors[0].Agreement.Content...)
	}},
	{id: "S2-11", file: "policy.yaml", holds: func(d *policy.Document) string {
		return systemsAt(d, policy.Central, "skolwebb", "ber", "office-365", "pmo", "volvo-it")
	}, shown: systemTexts("skolwebb", "ber", "office-365", "pmo", "volvo-it")},
	{id: "S2-12", file: "policy.yaml", holds: hammarbyHealth, shown: func(d *policy.Document, tag locale.Tag) []string {
		a := d.Activity("school-health-care")
		return append(texts(tag, a.Basis.Text, a.SpecialGround.Text, d.Datum("health-record").Label), "25 kap. 1 §", "3 kap. 17 §")
	}},
	{id: "S2-13", file: "policy.yaml", holds: func(d *policy.Document) string {
		if missing := systemsAt(d, policy.Local, "winbib", "instagram", "websurvey", "bingel"); missing != "" {
			return missing
		}
		if !slices.Equal(d.System("winbib").Data, []string{"name", "class"}) {
			return "WinBib holds more than name and class"
		}
		return ""
	}, shown: systemTexts("winbib", "instagram", "websurvey", "bingel")},
	{id: "S2-14", file: "policy.yaml", holds: hammarbyPictures, shown: func(d *policy.Document, tag locale.Tag) []string {
		c := d.Consent("instagram-picture")
		s := d.System("instagram")
		return append(texts(tag, s.Name, s.Function, s.Note, c.Text, c.AudienceText, c.Alternative, c.Withdraw), "(EU) 2023/1795")
	}},
	{id: "S2-15", file: "policy.yaml", holds: func(d *policy.Document) string {
		if !d.System("websurvey").NoPersonalData || !d.Datum("survey-answer").Anonymous {
			return "the surveys are not declared anonymous"
		}
		if n := declarationOf(d, "surveys-anonymous"); n == nil || n.Denies != policy.DeniesPersonalData || n.System != "websurvey" {
			return "the declaration is not about Websurvey"
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, declarationOf(d, "surveys-anonymous").Text, d.Datum("survey-answer").Description)
	}},
	{id: "S2-16", file: "2018.yaml", holds: func(d *policy.Document) string {
		s := d.System("bingel")
		if s == nil || s.Level != policy.Local || len(s.Data) != 0 || s.NoPersonalData {
			return "Bingel is not there as the notice has it: without a word on data"
		}
		return ""
	}, shown: systemTexts("bingel")},
	{id: "S2-17", file: "policy.yaml", holds: func(d *policy.Document) string {
		if r := rightOf(d, law.Access); r == nil || r.How.IsZero() || r.Contact == "" || !r.Fee.IsZero() || !r.Form.IsZero() {
			return "access is not told, or is made hard"
		}
		for i := range d.Systems {
			if len(d.Systems[i].Data) == 0 {
				return "nobody can tell what is in " + d.Systems[i].ID
			}
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		words := texts(tag, rightOf(d, law.Access).How)
		for i := range d.Systems {
			words = append(words, d.Systems[i].Name.In(tag))
		}
		return words
	}},
	{id: "S2-18", file: "policy.yaml", holds: func(d *policy.Document) string {
		if r := rightOf(d, law.Rectification); r == nil || r.How.IsZero() {
			return "rectification is not told"
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, rightOf(d, law.Rectification).How)
	}},
	{id: "S2-19", file: "2018.yaml", holds: func(d *policy.Document) string {
		if r := rightOf(d, law.Access); r == nil || r.Fee.IsZero() {
			return "how often access is free is not told"
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, rightOf(d, law.Access).Fee)
	}},
	{id: "S2-20", file: "2018.yaml", holds: func(d *policy.Document) string {
		if r := rightOf(d, law.Access); r == nil || r.Form.IsZero() || r.Contact != "registrar" {
			return "the form of the request is not told"
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		return texts(tag, rightOf(d, law.Access).Form)
	}},
	{id: "S2-21", file: "policy.yaml", holds: func(d *policy.Document) string {
		c := d.Contact("registrar")
		if c == nil || c.Kind != policy.RegistrarContact || c.Address == nil || c.Email == "" || c.Phone == "" {
			return "the registrar cannot be reached"
		}
		return ""
	}, shown: func(*policy.Document, locale.Tag) []string {
		return []string{"Box 220 49", "104 22 Stockholm", "08-508 33 000", "registrator.utbildning@stockholm.se"}
	}},
	{id: "S2-22", file: "2018.yaml", holds: func(d *policy.Document) string {
		for _, id := range []string{"pul-contact", "head-teacher"} {
			if c := d.Contact(id); c == nil || c.Email == "" || c.Phone == "" {
				return id + " cannot be reached"
			}
		}
		return ""
	}, shown: func(d *policy.Document, tag locale.Tag) []string {
		contact, head := d.Contact("pul-contact"), d.Contact("head-teacher")
		return append(texts(tag, contact.Name, head.Name), contact.Email, contact.Phone, head.Email, head.Phone)
	}},
	{id: "S2-23", file: "published.yaml", holds: reports("act-repealed SE-PUL", "activity-controller-missing duties",
		"activity-retention-missing duties", "contact-mailbox-mismatch head-teacher")},
}

// hammarbyRegime: the regime is data with an interval, and a notice under a
// repealed act is still readable, but flagged.
func hammarbyRegime(d *policy.Document) string {
	act, ok := law.Find(d.Regime)
	if !ok || d.Regime != law.PUL || !act.InForce(d.EffectiveFrom) {
		return "the act is not in force on the day of the notice"
	}
	today := date.Date{Year: 2026, Month: 9, Day: 1}
	if act.InForce(today) {
		return "the act is still in force today"
	}
	for _, at := range []struct {
		day     date.Date
		flagged bool
	}{{d.EffectiveFrom, false}, {today, true}} {
		n, err := notice.Build(d, notice.Context{Language: locale.SV, At: at.day})
		if err != nil {
			return err.Error()
		}
		flagged := slices.ContainsFunc(n.Lead, func(b notice.Block) bool {
			c, ok := b.(*notice.Callout)
			return ok && c.Kind == notice.Outdated
		})
		if flagged != at.flagged {
			return "the warning of repealed law is wrong on " + at.day.String()
		}
		found := slices.ContainsFunc(lint.CheckAt(d, at.day), func(f diag.Finding) bool { return f.Code == "act-repealed" })
		if found != at.flagged {
			return "lint is wrong on repealed law on " + at.day.String()
		}
	}
	return ""
}

func hammarbyDuties(d *policy.Document) string {
	if missing := both(
		hasPurpose("document-knowledge", "edu:StudentPerformanceAssessment"),
		hasPurpose("set-grades", "edu:StudentPerformanceAssessment"),
		hasPurpose("record-absence", "edu:StudentAttendanceManagement"),
		hasPurpose("monitor-attendance", "edu:StudentAttendanceManagement"),
	)(d); missing != "" {
		return missing
	}
	if whole := d.Purpose("school-duties"); whole == nil || whole.Term != "dpv:RecordManagement" || len(whole.Parts) != 4 {
		return "the duties are not parts of one purpose"
	}
	for _, id := range []string{"knowledge-and-grades", "attendance"} {
		a := d.Activity(id)
		if a == nil || a.Basis == nil || len(a.Basis.Law) == 0 {
			return id + " rests on no law"
		}
		if basis, ok := law.BasisOf(d.Regime, a.Basis.Article); !ok || basis != law.PublicTask {
			return id + " is no exercise of authority"
		}
	}
	return ""
}

func hammarbyAgreements(d *policy.Document) string {
	for i := range d.Processors {
		p := &d.Processors[i]
		if !slices.Equal(p.For, []string{"education-board"}) || p.Agreement == nil || p.Agreement.SignedBy != "education-board" {
			return p.ID + " has no agreement with the controller"
		}
		// Which data, where, how long, the purpose, no other use, security and secrecy.
		if len(p.Agreement.Content) != 6 {
			return p.ID + ": the agreement does not lay down what it must"
		}
		if len(p.Countries) == 0 {
			return p.ID + ": where the data are is not said"
		}
	}
	return measureTerms(d, "dpv:DataProcessingAgreement")
}

func hammarbyHealth(d *policy.Document) string {
	r := d.Datum("health-record")
	if r == nil || r.Special != law.Health || r.Term != "pd:MedicalHealth" {
		return "the school health record is no health data"
	}
	if !slices.Contains(d.System("pmo").Data, "health-record") {
		return "the record is not in PMO"
	}
	a := d.Activity("school-health-care")
	if a.SpecialGround == nil || a.SpecialGround.Article != "9(2)(h)" {
		return "health data without Article 9(2)(h)"
	}
	if !slices.ContainsFunc(a.SpecialGround.Law, func(c policy.Citation) bool { return c.Act == "SE-OSL" }) {
		return "secrecy is not cited"
	}
	for i := range d.Systems {
		if s := &d.Systems[i]; s.ID != "pmo" && slices.Contains(s.Data, "health-record") {
			return "health records are in " + s.ID
		}
	}
	return ""
}

func hammarbyPictures(d *policy.Document) string {
	if p := d.Datum("recognisable-picture"); p == nil || p.Term != "pd:Picture" {
		return "there are no pictures"
	}
	a := d.Activity("instagram-pictures")
	if a == nil || !slices.Equal(a.Consents, []string{"instagram-picture"}) {
		return "pictures are published without consent"
	}
	if c := d.Consent("instagram-picture"); !c.ByGuardian || c.Alternative.IsZero() || c.Withdraw.IsZero() {
		return "the consent is not a guardian's, or not free"
	}
	r := d.Recipient("instagram")
	if r == nil || r.Party != "meta" || r.Kind != policy.ControllerRecipient || r.Transfer == nil {
		return "the platform is no recipient"
	}
	return ""
}
