package text_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// official says which term of the law tables stands in which text. The term may
// be inflected as the tables have it. Data.Special and Categories.Health are not
// here: all languages say "sensitive" and "health", as people do.
var official = []struct{ path, term string }{
	{"Notice.ControllerIs", "controller"},
	{"Notice.ControllersAre", "joint_controllers"},
	{"Notice.ControllerPerEvent", "controller"},
	{"Notice.ControllerPerPath", "controller"},
	{"Notice.ControllerPerSys", "controller"},
	{"Notice.ControllerTable", "controller"},
	{"Notice.ControllerFor", "controller"},
	{"Notice.DPO", "dpo"},
	{"Recourse.DPO", "dpo"},
	{"Notice.Representative", "representative"},
	{"Recourse.Authority", "supervisory_authority"},
	{"Rights.Complaint.Verb", "supervisory_authority"},
	{"Rights.Complaint.Text", "supervisory_authority"},
	{"Data.AdHoc", "supervisory_authority"},
	{"Notice.ProcessedBy", "processor"},
	{"Data.Processor", "processor"},
	{"Notice.LegalBasis", "legal_basis"},
	{"Notice.Purpose", "purpose"},
	{"Notice.ProfilingLabel", "profiling"},
	{"Notice.ConsentLabel", "basis_a_consent"},
	{"Notice.Consent", "basis_a_consent"},
	{"Data.Ordinary", "basis_a_consent"},
	{"Data.WithdrawEffect", "basis_a_consent"},
	{"Basis.Consent", "basis_a_consent"},
	{"Data.Explicit", "explicit_consent"},
	{"Basis.ExplicitConsent", "explicit_consent"},
	{"Basis.Contract", "basis_b_contract"},
	{"Basis.LegitimateInterests", "basis_f_legitimate"},
	{"Notice.SpecialGround", "special_categories"},
	{"Data.Recipient", "recipient"},
	{"Data.NationalNumber", "national_id"},
	{"Data.Adequacy", "adequacy_decision"},
	{"Data.AdequacyAny", "adequacy_decision"},
	{"Data.SCC", "scc"},
	{"Data.BCR", "bcr"},
	{"Data.Cookie", "cookie"},
	{"Data.ByGuardian", "guardian"},
	{"Data.PublicRecords", "public_document"},
	{"Law.GDPR.Name", "gdpr"},
	{"Rights.Information.Name", "right_information"},
	{"Rights.Access.Name", "right_access"},
	{"Rights.Rectification.Name", "right_rectification"},
	{"Rights.Erasure.Name", "right_erasure"},
	{"Rights.Restriction.Name", "right_restriction"},
	{"Rights.Portability.Name", "right_portability"},
	{"Rights.Objection.Name", "right_object"},
	{"Rights.ObjectionMarketing.Name", "direct_marketing"},
	{"Rights.WithdrawConsent.Name", "withdraw_consent"},
	{"Rights.Complaint.Name", "right_complaint"},
	{"Categories.EthnicOrigin", "sc_ethnic"},
	{"Categories.PoliticalOpinion", "sc_political"},
	{"Categories.Religion", "sc_religion"},
	{"Categories.TradeUnion", "sc_union"},
	{"Categories.Genetic", "sc_genetic"},
	{"Categories.Biometric", "sc_biometric"},
	{"Categories.SexLife", "sc_sex"},
	{"Categories.Criminal", "criminal_data"},
	{"Accountability.Record", "ropa"},
	{"Accountability.Screening", "dpia"},
	{"Accountability.Controller", "controller"},
	{"Accountability.Processor", "processor"},
	{"Accountability.JointControllers", "joint_controllers"},
	{"Accountability.Officer", "dpo"},
	{"Accountability.Representative", "representative"},
	{"Accountability.Purposes", "purpose"},
	{"Accountability.Recipients", "recipient"},
	{"Accountability.AgreementsTitle", "dpa"},
	{"Accountability.SubProcessors", "sub_processor"},
	{"Accountability.AdequacyRow", "adequacy_decision"},
	{"Accountability.Safeguards", "appropriate_safeguards"},
	{"Accountability.NoBasis", "legal_basis"},
	{"Accountability.HelpDuties", "breach"},
}

// An exception is a text that has other words than its term.
type exception struct {
	tag         locale.Tag
	path, words string // words are those that stand there instead
	reason      string
}

// The reasons for exceptions.
const (
	inflected = "a form that the tables do not have"
	verb      = "the verb in place of the noun"
	split     = "the term with other words inside it"
	plain     = "a word that readers know in place of that of the Regulation"
)

var exceptions = []exception{
	{"sv", "Basis.Consent", "samtyckt", verb},
	{"sv", "Data.AdequacyAny", "beslut av EU-kommissionen om adekvat skyddsnivå", split},
	{"sv", "Data.PublicRecords", "allmänna handlingar", inflected},
	{"sv", "Law.GDPR.Name", "EU:s dataskyddsförordning", inflected},
	{"sv", "Categories.Criminal", "brott och domar i brottmål", plain},
	{"da", "Notice.SpecialGround", "følsomme oplysninger", plain},
	{"da", "Data.Adequacy", "afgørelse {decision} om tilstrækkeligheden af beskyttelsesniveauet", split},
	{"da", "Data.PublicRecords", "dokumenter, der er omfattet af aktindsigt", split},
	{"nb", "Notice.SpecialGround", "sensitive opplysninger", plain},
	{"nb", "Data.Adequacy", "beslutning {decision} om tilstrekkelig beskyttelsesnivå", split},
	{"nn", "Notice.SpecialGround", "sensitive opplysningar", plain},
	{"nn", "Data.Adequacy", "avgjerd {decision} frå EU-kommisjonen om tilstrekkeleg vernenivå", split},
	{"fi", "Notice.ControllersAre", "yhteisrekisterinpitäjiä", inflected},
	{"fi", "Recourse.Authority", "valvontaviranomaiselle", inflected},
	{"fi", "Rights.Complaint.Verb", "valvontaviranomaiselle", inflected},
	{"fi", "Rights.Complaint.Text", "valvontaviranomaiselle", inflected},
	{"fi", "Basis.ExplicitConsent", "nimenomaisen suostumuksen", inflected},
	{"fi", "Data.PublicRecords", "viranomaisen asiakirjoihin", inflected},
	{"is", "Basis.Contract", "framkvæmdar samnings", inflected},
	{"is", "Basis.LegitimateInterests", "lögmæta hagsmuni", inflected},
	{"is", "Data.Adequacy", "ákvörðun framkvæmdastjórnar ESB um hvort vernd sé fullnægjandi", split},
	{"is", "Data.AdequacyAny", "ákvörðun framkvæmdastjórnar ESB um hvort vernd sé fullnægjandi", split},
	{"is", "Rights.ObjectionMarketing.Name", "beinni markaðssetningu", inflected},
	{"en", "Notice.SpecialGround", "sensitive data", plain},
	{"en", "Rights.Information.Name", "Right to information", "short, as the other headings are"},
	{"en", "Rights.Complaint.Name", "Right to complain", verb},
	{"nn", "Accountability.AgreementsTitle", "databehandlaravtalar", inflected},
	{"fi", "Accountability.Screening", "koskevan vaikutustenarvioinnin", inflected},
	{"fi", "Accountability.HelpDuties", "tietoturvaloukkauksissa", inflected},
	{"is", "Accountability.Screening", "mati á áhrifum á persónuvernd", inflected},
	{"is", "Accountability.Recipients", "viðtakenda", inflected},
	{"is", "Accountability.AgreementsTitle", "vinnslusamninga", inflected},
	{"is", "Accountability.SubProcessors", "Undirvinnsluaðilar", inflected},
	{"is", "Accountability.HelpDuties", "öryggisbresta", inflected},
	{"en", "Accountability.Record", "Record of processing activities", inflected},
	{"en", "Accountability.HelpDuties", "breaches", plain},
}

func TestOfficialTermsStandWhereTheyBelong(t *testing.T) {
	used := make([]bool, len(exceptions))
	for _, tag := range text.Languages {
		all := words(t, tag)
		for _, o := range official {
			words, ok := all[o.path]
			if !ok {
				t.Fatalf("there is no text %s", o.path)
			}
			row, ok := law.Term(o.term, string(tag))
			if !ok {
				t.Fatalf("there is no term %s in %s", o.term, tag)
			}
			has := slices.ContainsFunc(forms(row), func(form string) bool { return strings.Contains(strings.ToLower(words), strings.ToLower(form)) })
			i := slices.IndexFunc(exceptions, func(e exception) bool { return e.tag == tag && e.path == o.path })
			switch {
			case i < 0 && !has:
				t.Errorf("%s %s: %q does not have the term %s: one of %q", tag, o.path, words, o.term, forms(row))
			case i >= 0 && has:
				t.Errorf("%s %s has its term, the exception is not needed: %q", tag, o.path, words)
			case i >= 0 && !strings.Contains(words, exceptions[i].words):
				t.Errorf("%s %s: %q does not have %q, which the exception says", tag, o.path, words, exceptions[i].words)
			}
			if i >= 0 {
				used[i] = true
			}
		}
	}
	for i, e := range exceptions {
		if !used[i] || e.reason == "" {
			t.Errorf("the exception %s %s is for no text, or has no reason", e.tag, e.path)
		}
	}
}

// forms lists all that a term may look like.
func forms(row law.TermRow) []string {
	list := append([]string{row.Preferred}, row.Others...)
	for _, f := range row.Forms {
		if f.Name != "gender" {
			list = append(list, f.Text)
		}
	}
	return list
}
