package consent_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// sentinel marks every value that is about the person, or about staff.
const sentinel = "zqxj"

// Nothing of the person, or of staff, reaches the words of a reason, its
// arguments or an error, whatever is wrong with the answer.
func TestReasonsTellNothingOfThePerson(t *testing.T) {
	born := date.Date{Year: 1997, Month: 11, Day: 30}
	seen := map[consent.Code]bool{}
	for _, id := range []string{"newsletter", "allergies", "hobbies", "club", "pupils", "town", "waiver", "poor-lists", "poor-silent", "poor-town"} {
		q := question(t, id)
		for _, subject := range []string{sentinel, sentinel + "@example.se"} {
			for _, country := range []string{"", "FR", sentinel} {
				for _, by := range []consent.Actor{"", consent.ByGuardian, consent.ByProxy, sentinel} {
					for _, act := range []policy.ConsentAct{"", policy.ByTyping, policy.ByRegistering, policy.ByTelling, policy.ByTicking} {
						r := consent.Decide(q, consent.Answer{
							Yes: true, Act: act, At: sentinel, Shown: sentinel, Said: sentinel, Interface: sentinel, Preset: true, Condition: true,
							Steps: consent.Steps{Yes: 1, No: 2, Withdraw: 3}, By: by, Staff: consent.Noted{Channel: sentinel, By: sentinel, Proof: sentinel},
							Person: consent.Person{Subject: subject, Born: born, Country: country},
						})
						tellsNothing(t, r.Reasons, seen)
						tellsNothing(t, consent.Stands(r, question(t, "club"), day, born).Reasons, seen)
						if strings.Contains(r.Subject, "@") {
							t.Errorf("the record holds an address")
						}
						if _, err := (consent.History{}).Append(r); err == nil || strings.Contains(err.Error(), sentinel) {
							t.Errorf("the error is %v", err)
						}
					}
				}
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d kinds of reasons were looked at", len(seen))
	}
}

func tellsNothing(t *testing.T, list []consent.Reason, seen map[consent.Code]bool) {
	t.Helper()
	for i := range list {
		seen[list[i].Code] = true
		all := fmt.Sprint(list[i])
		for _, tag := range text.Languages {
			all += list[i].In(text.In(tag))
		}
		for _, told := range []string{sentinel, "1997", "-30"} {
			if strings.Contains(strings.ToLower(all), told) {
				t.Errorf("a reason tells of the person: %s", all)
			}
		}
	}
}

// A record has no place for the day of birth and the country of the person.
func TestRecordsHoldNoBirth(t *testing.T) {
	q := question(t, "club")
	a := ticked(&q)
	a.Person.Born, a.Person.Country = date.Date{Year: 1997, Month: 11, Day: 30}, "FI"
	r := consent.Decide(q, a)
	if r.Status != consent.Given {
		t.Fatal(codes(r.Reasons))
	}
	if written := asJSON(r); strings.Contains(written, "1997") || strings.Contains(written, `"FI"`) {
		t.Errorf("the record tells the birth or the country: %s", written)
	}
}
