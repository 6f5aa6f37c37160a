package visibility_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
	"github.com/lagrum/lagrum/sdk/visibility"
)

func ExampleReason() {
	doc := &policy.Document{
		Regime: law.GDPR, Jurisdiction: "DK",
		Data:       []policy.Datum{{ID: "photo"}, {ID: "address"}},
		Visibility: []policy.Visibility{{ID: "class", Audience: policy.SameCourse, Data: []string{"photo"}}},
	}
	staff := policy.Viewer{Audience: policy.Staff, Person: policy.Person{Protected: true}}
	for _, s := range []policy.Sight{
		policy.Visible(doc, "photo", policy.Viewer{Audience: policy.Public}),
		policy.Visible(doc, "address", policy.Viewer{Audience: policy.Staff}),
		policy.Visible(doc, "photo", staff),
	} {
		fmt.Println(visibility.Reason(&s, text.In(locale.EN)))
	}
	// Output:
	// This is for those who take the same course.
	// No rule shows this, and what no rule shows is hidden (Article 25(2) of the GDPR).
	// This person has a protected identity. Show nothing, and do not say that the person is here (Article 32(1) of the GDPR; CPR-loven § 28; CPR-loven § 6, stk. 6-8, § 28, stk. 2).
}

// What the staff are told instead of the data.
func ExampleCautions() {
	doc := &policy.Document{Regime: law.GDPR, Jurisdiction: "FI"}
	for _, c := range visibility.Cautions(doc, date.Date{Year: 2026, Month: 11, Day: 22}) {
		fmt.Println(c.In(text.In(locale.EN)))
	}
	// Output:
	// Do not ask why, and do not write down any reason (Article 5(1)(c) of the GDPR).
	// The protection is itself confidential. It is no field of a form, and stands in no list and no letter (Article 5(1)(f) of the GDPR).
	// Leave no trace in lists of participants, class photos, public pages, calendar invitations or e-mails to several people (Article 32(1) of the GDPR).
	// Hide all that tells where the person is: address, place, IP address and the name of the school (Article 32(1) of the GDPR).
	// Let only a few read the log of who has looked at the data (Article 32(1) of the GDPR).
	// Note the day on which the protection ends, and ask again then. Show nothing before you know (turvakielto, laki 661/2009, 36–37 §).
	// Use no address but the contact address that the person has given (turvakielto, laki 661/2009, 36–37 §).
}
