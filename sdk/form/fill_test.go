package form_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A number that may not be kept never comes into a field as it is.
func TestTransientNumberIsNotFilledIn(t *testing.T) {
	const data = `
id: p
languages: [en]
data:
  - id: number
    nationalNumber: se.personnummer
    sources: [{kind: third-party, channel: login, attribute: norEduPersonNIN}]
    transient: {becomes: account}
  - id: account
  - {id: remark, sources: [{kind: third-party, channel: login, attribute: mail}]}
forms:
  - id: f
    fields: [`
	for name, tt := range map[string]struct {
		field string
		want  string
	}{
		"converted":               {"{datum: account, numbers: [se.hsaid], filledFrom: norEduPersonNIN}", "norEduPersonNIN"},
		"as no kind of number":    {"{datum: account, filledFrom: norEduPersonNIN}", ""},
		"into what it is not":     {"{datum: remark, numbers: [se.hsaid], filledFrom: norEduPersonNIN}", ""},
		"into a field of its own": {"{datum: number, filledFrom: norEduPersonNIN}", ""},
		"something that may stay": {"{datum: remark, filledFrom: mail}", "mail"},
		"filled in by nothing":    {"{datum: account}", ""},
		"by an unknown attribute": {"{datum: remark, filledFrom: displayName}", "displayName"},
	} {
		file := policyfile.Parse("p.yaml", []byte(data+tt.field+"]\n"))
		if len(file.Findings) > 0 {
			t.Fatalf("%s: %v", name, file.Findings)
		}
		d, err := form.Derive(file.Doc, "f", form.Context{})
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Fields[0].FilledFrom; got != tt.want {
			t.Errorf("%s: filled in from %q, want %q", name, got, tt.want)
		}
	}
}

// An attribute that the policy calls transient is wiped, whether the form uses
// it or not; one that another datum may be kept from is not.
func TestFillInWipesWhatIsTransient(t *testing.T) {
	const source = `
id: p
languages: [en]
data:
  - id: number
    nationalNumber: se.personnummer
    sources: [{kind: third-party, channel: login, attribute: norEduPersonNIN}, {kind: third-party, channel: login, attribute: mail}]
    transient: {becomes: account}
  - id: account
  - {id: email, sources: [{kind: third-party, channel: login, attribute: mail}]}
forms:
  - {id: unused, fields: [{datum: email, filledFrom: mail}]}
  - {id: used, fields: [{datum: account, numbers: [se.hsaid], filledFrom: norEduPersonNIN}]}
`
	file := policyfile.Parse("p.yaml", []byte(source))
	for _, id := range []string{"unused", "used"} {
		derived, err := form.Derive(file.Doc, id, form.Context{})
		if err != nil {
			t.Fatal(err)
		}
		read, err := form.Read(derived.AppendJSON(nil))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range []*form.Definition{derived, read, derived.First()} {
			number, mail := []byte("196408233234"), []byte("kim@example.com")
			func() {
				defer func() { recover() }()
				d.FillIn([]form.Attribute{{Name: "norEduPersonNIN", Value: number}, {Name: "mail", Value: mail}}, func(string, []byte) (string, error) { panic("x") })
			}()
			if string(number) != string(make([]byte, len(number))) || string(mail) != "kim@example.com" {
				t.Errorf("%s: left are %q and %q", id, number, mail)
			}
		}
	}
}
