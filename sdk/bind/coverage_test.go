package bind_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/bind"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

func TestCoverage(t *testing.T) {
	doc, _ := course(t)
	type recursive struct {
		Name string `lagrum:"name"`
		Next *recursive
	}
	type generic[T any] struct {
		Email T `lagrum:"emial"`
	}
	for _, test := range []struct {
		name string
		v    any
		want string // code, path and message of each finding
	}{
		{"all is well", enrolment{}, ""},
		{"a nil pointer", (*enrolment)(nil), ""},
		{"a struct in itself", recursive{}, ""},
		{"no struct", 7, "struct-none : int: it is not a struct, nor a pointer to one"},
		{"nothing", nil, "struct-none : nil: it is not a struct, nor a pointer to one"},
		{"a generic struct", generic[string]{}, `struct-datum-unknown : generic.Email: the policy has no datum "emial"; did you mean "email"?`},
		{"no tag", struct{ Name string }{}, `struct-field-untagged : struct.Name: it has no tag: write lagrum:"…" with the id of its datum, or "-" if it holds nothing of a person`},
		{"no tag, at a distance", struct {
			People map[string][]*struct{ Born time.Time }
		}{}, `struct-field-untagged : struct.People.Born: it has no tag: write lagrum:"…" with the id of its datum, or "-" if it holds nothing of a person`},
		{"a bad tag", struct {
			Name string `lagrum:"name,omitempty"`
		}{}, `struct-tag-malformed : struct.Name: the tag lagrum:"name,omitempty" is none: write the id of a datum, "consent=" and the id of a consent, or "-"`},
		{"no such datum", struct {
			Name string `lagrum:"zzz"`
		}{}, `struct-datum-unknown : struct.Name: the policy has no datum "zzz"`},
		{"no such consent", struct {
			News bool `lagrum:"consent=newslettre"`
		}{}, `struct-consent-unknown : struct.News: the policy has no consent "newslettre"; did you mean "newsletter"?`},
		{"no such field of a form", struct {
			Email string `lagrum:"email,field=e-mail"`
		}{}, `struct-form-field-unknown /data/1: struct.Email: no form has a field "e-mail" for the datum "email"`},
		{"used by nothing", struct {
			Size string `lagrum:"shoe-size"`
		}{}, `struct-datum-unused /data/12: struct.Size: no activity uses the datum "shoe-size": name it in the activity that needs it, or take the field away`},
		{"anonymous", struct {
			Visits int `lagrum:"visits"`
		}{}, ""},
		{"half an activity", struct {
			Health string `lagrum:"health"`
		}{}, `struct-purpose-missing /activities/1/purposes: struct.Health: activity "care" uses the datum "health" and has no purpose
struct-basis-missing /activities/1/basis: struct.Health: activity "care" uses the datum "health" and has no legal basis
struct-retention-missing /activities/1/retention: struct.Health: activity "care" uses the datum "health" and has no retention rule for it: nothing says when it goes
struct-special-ground-missing /activities/1/specialGround: struct.Health: activity "care" uses the datum "health" and has no condition for sensitive data`},
		{"what must not be kept", struct {
			NIN string `lagrum:"nin"`
		}{}, `struct-transient-kept /data/10: struct.NIN: the datum "nin" is converted at once and never kept: take the field away, or make it an ident.Transient`},
		{"what must not be kept, and is not", struct {
			NIN ident.Transient `lagrum:"nin"`
		}{}, ""},
		{"the wrong types", struct {
			Born    int    `lagrum:"born"`
			Topics  string `lagrum:"topics"`
			News    string `lagrum:"consent=newsletter"`
			Picture []byte `lagrum:"picture"`
		}{}, `struct-type-mismatch /forms/0/fields/3: struct.Born: int cannot hold the datum "born", which form "sign-up" asks for as date
struct-type-mismatch /forms/0/fields/7: struct.Topics: string cannot hold the datum "topics", which form "sign-up" asks for as checkboxes
struct-type-mismatch /consents/1: struct.News: string cannot hold the answer to the consent "newsletter": make it a bind.Answer or a bool
struct-type-mismatch /forms/0/fields/10: struct.Picture: []uint8 cannot hold the datum "picture", which form "sign-up" asks for as file`},
		{"consents", struct {
			Spare  bool `lagrum:"consent=spare"`
			Idle   bool `lagrum:"consent=idle"`
			Waiver bool `lagrum:"consent=waiver"`
		}{}, `struct-datum-unused /consents/3: struct.Spare: no activity rests on the consent "spare": name it in the activity that needs it, or take the field away
struct-retention-missing /activities/3/retention: struct.Idle: activity "loose" rests on the consent "idle" and has no retention rule
struct-purpose-missing /consents/2/purposes: struct.Idle: the consent "idle" is for no purpose`},
	} {
		var got []string
		for _, f := range bind.Coverage(doc, test.v) {
			got = append(got, fmt.Sprintf("%s %s: %s", f.Code, f.Path, f.Message))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// The provision is that of the policy's regime.
func TestCoverageCites(t *testing.T) {
	doc, _ := course(t)
	v := struct {
		Health string `lagrum:"health"`
	}{}
	for regime, want := range map[law.ActID][]string{
		law.GDPR:  {"Article 5(1)(b) of the GDPR", "Article 6(1) of the GDPR", "Article 5(1)(e) of the GDPR", "Article 9(2) of the GDPR"},
		law.EUDPR: {"Article 4(1)(b) of Regulation (EU) 2018/1725", "Article 5 of Regulation (EU) 2018/1725", "Article 4(1)(e) of Regulation (EU) 2018/1725", "Article 10(2) of Regulation (EU) 2018/1725"},
		"":        {"Article 5(1)(b) of the GDPR", "Article 6(1) of the GDPR", "Article 5(1)(e) of the GDPR", "Article 9(2) of the GDPR"},
	} {
		doc.Regime = regime
		var got []string
		for _, f := range bind.Coverage(doc, v) {
			got = append(got, f.Cites...)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", regime, diff)
		}
	}
}

// A policy whose gap is closed has no finding on the field: each finding names
// what puts it right.
func TestCoverageOfAMendedPolicy(t *testing.T) {
	doc, _ := course(t)
	v := struct {
		Health string `lagrum:"health"`
	}{}
	care := doc.Activity("care")
	for i, mend := range []func(){
		func() { care.Purposes = []string{"enrol"} },
		func() { doc.DefaultBasis = &policy.Basis{Article: "6(1)(c)"} },
		func() { care.Retention = append(care.Retention, "year") },
		func() { care.SpecialGround = &policy.SpecialGround{Article: "9(2)(h)"} },
	} {
		want := codes(bind.Coverage(doc, v))[1:]
		mend()
		if diff := cmp.Diff(want, codes(bind.Coverage(doc, v))); diff != "" {
			t.Errorf("%d (-want +got):\n%s", i, diff)
		}
	}
}

func codes(l diag.List) []string {
	list := []string{}
	for _, f := range l {
		list = append(list, f.Code)
	}
	return list
}

// A recorder is a test that keeps what it is told.
type recorder struct{ lines []string }

func (*recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.lines = append(r.lines, fmt.Sprintf(format, args...))
}

func TestCovered(t *testing.T) {
	doc, _ := course(t)
	bind.Covered(t, doc, struct {
		Name string `lagrum:"name"`
	}{}, &contact{})
	var r recorder
	bind.Covered(&r, doc, struct {
		Size string `lagrum:"shoe-size"`
	}{}, form.File{})
	want := []string{
		`struct.Size: no activity uses the datum "shoe-size": name it in the activity that needs it, or take the field away; Article 5(1)(b) of the GDPR [struct-datum-unused]`,
	}
	for _, name := range []string{"Name", "Type", "Size"} {
		want = append(want, `File.`+name+`: it has no tag: write lagrum:"…" with the id of its datum, or "-" if it holds nothing of a person [struct-field-untagged]`)
	}
	if diff := cmp.Diff(want, r.lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(bind.Coverage(nil, enrolment{})) == 0 {
		t.Error("no policy covers everything")
	}
}
