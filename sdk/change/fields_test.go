package change_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/policy"
)

// The fields on which the fingerprint depends. A field that is new in the model
// must be put into one of the three lists.
const materialFields = `
	Document.Regime Document.RetentionCombination
	Activity.ID Activity.Purposes Activity.Controllers Activity.ControllerPer Activity.Scopes Activity.When Activity.Subjects
	Activity.Data Activity.Recipients Activity.Retention Activity.Consents
	Basis.Article SpecialGround.Article Profiling.Decides
	Purpose.ID Purpose.Title Purpose.Text
	Party.ID Party.OrgNumber Party.Country Party.PartOf
	Processor.ID Processor.Countries System.ID System.Processor System.StoredIn Activity.Processors Activity.Systems
	Scope.Controllers
	Subject.ID Subject.Child Subject.ActsThrough
	Datum.ID Datum.About Datum.Special Datum.NationalNumber Datum.When Datum.Subjects Datum.FreeText Datum.Anonymous
	Inference.Category Transient.Becomes Source.Kind Source.Party
	Recipient.ID Recipient.Kind Recipient.Party Recipient.Data Recipient.Modality Recipient.Anonymous
	Transfer.Country Transfer.Mechanism Transfer.Decision
	Visibility.ID Visibility.Audience Visibility.Data Visibility.Removable
	Retention.ID Retention.Trigger Retention.Align Retention.Period Retention.Lasts Retention.Limit Retention.Modality
	Retention.Action Retention.Data Retention.OnRequest Stage.After Stage.Action
	Consent.ID Consent.Kind Consent.Purposes Consent.Data Consent.Text Consent.Audience Consent.AudienceText
	Consent.Expires Consent.ByGuardian Consent.OfferedToChildren
	Technology.ID Technology.Kind Technology.Provider Technology.Data Technology.Retention Technology.Necessary Technology.Consent
`

// The fields whose changes are reported and are not material. Fields that hold
// words are added by the test.
const reportedFields = `
	Document.Languages Document.Jurisdiction Document.Authority
	Act.ID Act.Number Act.From Act.To Act.URL Act.Founding Act.Contract Citation.Act Citation.Section
	Activity.Necessity JointArrangement.Contact
	Party.Kind Party.PublicAuthority Party.Email Party.Phone Party.Web Party.DPO Party.Representative Party.Notice
	Address.Street Address.PostalCode Address.City Address.Country
	Processor.Party Processor.For Processor.SubProcessorOf
	Scope.ID Scope.Kind Scope.Path Scope.Contacts Scope.Has Scope.From Scope.To
	Responsibility.ID Responsibility.Level Responsibility.Party Responsibility.Only
	Subject.ThirdParty Circumstance.ID
	Inference.Strength Datum.Provision Datum.OneOf Source.Channel Source.Attribute Source.Public Transient.By
	System.Level System.Supplier System.Data System.NoPersonalData System.Contact
	Access.ID Access.Party Access.Data
	Retention.Owner Retention.DisposalDecision
	Consent.AlternativeContact Consent.GivenBy
	Form.ID Form.Activities Form.Scope Field.ID Field.Datum Field.Consent Field.Control Field.Required Field.When
	Field.FilledFrom Option.Value
	FieldGroup.ID FieldGroup.About Answer.Field Answer.Is Field.Group Field.Numbers Field.Series Field.MinLength Field.MaxLength
	Field.Pattern Field.Min Field.Max Field.Accept Field.MaxBytes Field.Autocomplete
	Technology.Stored Technology.NoPersonalData Measure.ID Measure.Kind CodeOfConduct.ID CodeOfConduct.Link CodeOfConduct.Approved
	Declaration.ID Declaration.Denies Declaration.Data Declaration.System
	TextRule.ID TextRule.Kind TextRule.Class TextRule.Special TextRule.Examples
	Right.Right Right.Contact Right.SelfService
	Contact.ID Contact.Kind Contact.Party Contact.Email Contact.Phone Contact.Web
	Link.ID Link.Audience Advice.ID Advice.To
`

// The fields whose changes are nobody's business: what a policy is called among
// programs, its number and day, terms of a vocabulary, how the notice is laid
// out, and agreements between others. An editorial mark says something only
// where its words stand.
const silentFields = `
	Document.ID Document.Version Document.EffectiveFrom Document.AsPublished
	Purpose.Term Subject.Term Datum.Term Measure.Term Activity.Highlight Party.SignsAgreements Recipient.Link
	Agreement.Reference Agreement.SignedBy Agreement.Date Agreement.Covers
	EditorialChange.Consent EditorialChange.Purpose EditorialChange.Language EditorialChange.Before EditorialChange.After
	EditorialChange.Since EditorialChange.Reason
`

// texts lists the fields of the model that hold words, and all others.
func modelFields() (texts, others []string) {
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			f := typ.Field(i)
			element := f.Type
			for element.Kind() == reflect.Pointer || element.Kind() == reflect.Slice {
				element = element.Elem()
			}
			switch name := typ.Name() + "." + f.Name; {
			case specimen.IsModel(element):
				walk(element)
			case element == reflect.TypeFor[policy.Text]():
				texts = append(texts, name)
			default:
				others = append(others, name)
			}
		}
	}
	walk(reflect.TypeFor[policy.Document]())
	return texts, others
}

func TestEveryFieldIsInExactlyOneList(t *testing.T) {
	texts, others := modelFields()
	material, reported, silent := strings.Fields(materialFields), strings.Fields(reportedFields), strings.Fields(silentFields)
	count := map[string]int{}
	for _, name := range slices.Concat(material, reported, silent) {
		count[name]++
	}
	for _, name := range others {
		if count[name] != 1 {
			t.Errorf("%s is in %d lists: does a change of it matter to those who have consented?", name, count[name])
		}
	}
	for name := range count {
		isText := slices.Contains(texts, name)
		if !isText && !slices.Contains(others, name) {
			t.Errorf("%s is no field of the model", name)
		}
		if isText && !slices.Contains(material, name) {
			t.Errorf("%s holds words: it is reported without being listed", name)
		}
	}
}

// Each field is changed by itself, once in each policy. A field that is material
// may be so only where it has a role, so more places are tried for it.
func TestEachFieldChangesWhatItShould(t *testing.T) {
	texts, _ := modelFields()
	material, reported := strings.Fields(materialFields), append(strings.Fields(reportedFields), texts...)
	changedTerms, changedReport := map[string]bool{}, map[string]bool{}
	for _, policyName := range names() {
		doc := oneLanguage(policies()[policyName])
		total := map[string]int{}
		specimen.Leaves(doc, func(name string, _ reflect.Value) { total[name]++ })
		for name, n := range total {
			isMaterial := slices.Contains(material, name)
			for place := 0; place < n && (place == 0 || isMaterial && !changedTerms[name]); place++ {
				r := compare(t, policyName+" "+name, doc, mutated(doc, name, place))
				if r.Material() && !isMaterial {
					t.Errorf("%s: %s is not material, and its change is: %v", policyName, name, r.Changes)
				}
				changedTerms[name] = changedTerms[name] || r.Material()
				changedReport[name] = changedReport[name] || len(r.Changes) > 0
			}
		}
	}
	for _, name := range material {
		if !changedTerms[name] {
			t.Errorf("%s is material, and no change of it is", name)
		}
	}
	for _, name := range reported {
		if !changedReport[name] {
			t.Errorf("%s is changed, and nothing is reported", name)
		}
	}
	for _, name := range strings.Fields(silentFields) {
		if changedReport[name] {
			t.Errorf("%s is silent, and a change of it is reported", name)
		}
	}
}

// mutated gives a policy in which one field has another value.
func mutated(doc *policy.Document, name string, place int) *policy.Document {
	out := specimen.Clone(doc)
	at := 0
	specimen.Leaves(out, func(field string, v reflect.Value) {
		if field == name {
			if at == place {
				specimen.Alter(v)
			}
			at++
		}
	})
	return out
}

// Taking away the first entry of each list, and adding it, keeps the laws too.
func TestEachListMayLoseAnEntry(t *testing.T) {
	for _, name := range names() {
		doc := policies()[name]
		for i := range reflect.ValueOf(doc).Elem().NumField() {
			smaller := specimen.Clone(doc)
			v := reflect.ValueOf(smaller).Elem().Field(i)
			if v.Kind() != reflect.Slice || v.Len() == 0 {
				continue
			}
			field := reflect.TypeFor[policy.Document]().Field(i).Name
			v.Set(v.Slice(1, v.Len()))
			lost := compare(t, name+" without the first of "+field, doc, smaller)
			gained := compare(t, name+" with one more of "+field, smaller, doc)
			if lost.Material() != gained.Material() {
				t.Errorf("%s: losing the first of %s is material: %v, gaining it: %v", name, field, lost.Material(), gained.Material())
			}
		}
	}
}

// The order of lists, and white space in texts, say nothing.
func TestOrderAndSpaceDoNotCount(t *testing.T) {
	for _, name := range names() {
		doc := policies()[name]
		turned := specimen.Clone(doc)
		reverse(reflect.ValueOf(turned).Elem())
		if !change.Material(doc).Agrees(change.Material(turned)) {
			t.Errorf("%s: the fingerprint depends on the order of lists", name)
		}
		if r := change.Compare(doc, turned); name != "full" && len(r.Changes) > 0 {
			t.Errorf("%s: order alone gives %v", name, r.Changes)
		}
		spaced := specimen.Clone(doc)
		specimen.Leaves(spaced, func(_ string, v reflect.Value) {
			if text, ok := v.Interface().(policy.Text); ok {
				for tag, words := range text {
					text[tag] = " " + strings.ReplaceAll(words, " ", "\n  ") + "\n"
				}
			}
		})
		if r := change.Compare(doc, spaced); len(r.Changes) > 0 {
			t.Errorf("%s: white space alone gives %v", name, r.Changes)
		}
	}
}

// reverse turns around every list but those whose order tells something: the
// languages, of which the first is the main one, the steps of a retention rule,
// and the fields of a form with their options.
func reverse(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			reverse(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			reverse(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			reverse(v.Index(i))
		}
		switch v.Interface().(type) {
		case []policy.Stage, []policy.Field, []policy.Option:
			return
		}
		swap := reflect.Swapper(v.Interface())
		for i := range v.Len() / 2 {
			swap(i, v.Len()-1-i)
		}
	}
}

func TestNothingDiffersFromItself(t *testing.T) {
	for _, name := range names() {
		doc := policies()[name]
		if r := change.Compare(doc, specimen.Clone(doc)); len(r.Changes) > 0 {
			t.Errorf("%s differs from itself: %v", name, r.Changes)
		}
	}
	if r := change.Compare(&policy.Document{}, &policy.Document{}); len(r.Changes) > 0 {
		t.Errorf("an empty policy differs from itself: %v", r.Changes)
	}
}

// Any two policies keep the laws, however far they are from each other.
func TestPoliciesAgainstEachOther(t *testing.T) {
	for _, a := range names() {
		for _, b := range names() {
			compare(t, a+" and then "+b, policies()[a], policies()[b])
		}
		compare(t, a+" after nothing", &policy.Document{}, policies()[a])
		compare(t, "nothing after "+a, policies()[a], &policy.Document{})
	}
}
