package bind_test

import (
	"os"
	"testing"

	"github.com/lagrum/lagrum/sdk/bind"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

var today = date.Date{Year: 2026, Month: 11, Day: 22}

// course is a policy with a form that has one of everything.
func course(t testing.TB) (*policy.Document, *form.Definition) {
	t.Helper()
	data, err := os.ReadFile("testdata/course.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file := policyfile.Parse("course.yaml", data)
	if file.Findings.HasErrors() {
		t.Fatal(file.Findings)
	}
	d, err := form.Derive(file.Doc, "sign-up", form.Context{Language: locale.EN})
	if err != nil {
		t.Fatal(err)
	}
	return file.Doc, d
}

type role string

// A base is embedded, and its name is not exported.
type base struct {
	Name string `lagrum:"name"`
}

type contact struct {
	Email   *string `lagrum:"email,field=email"`
	Invoice string  `lagrum:"email,field=invoice-email"`
}

// An enrolment takes all that the form asks for.
type enrolment struct {
	base
	Contact    contact
	Employer   *employer
	Born       date.Date   `lagrum:"born"`
	Number     string      `lagrum:"number"`
	Role       role        `lagrum:"role"`
	Topics     []role      `lagrum:"topics"`
	DietYes    bool        `lagrum:"consent=diet-yes"`
	Diet       string      `lagrum:"diet"`
	Picture    *form.File  `lagrum:"picture"`
	Seats      *int8       `lagrum:"seats"`
	Newsletter bind.Answer `lagrum:"consent=newsletter"`
	ID         int64       `lagrum:"-"`
	_          any
}

type employer struct {
	School string `lagrum:"school"`
}
