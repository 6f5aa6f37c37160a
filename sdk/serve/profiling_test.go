package serve_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/serve"
)

// Where answers are changed, people read which profile is made of them, how to say
// no, and whether one is made now: it follows their answer.
func TestChoicesTellOfProfiles(t *testing.T) {
	f, err := policyfile.Load("../../examples/lartorget/policy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	h, err := serve.New([]serve.Policy{{Doc: f.Doc, Ledger: newRegistry(t).log}}, serve.Options{
		FillTime: -1, Now: func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	signUp := formOn(t, get(h, "/lartorget/forms/account?lang=en").Body.Bytes())
	signUp = signUp.with("name", "Kim Example", "email", "kim@example.com", "work-role", "nurse", "sector", "region", "recommendations", "yes")
	page := arrive(t, h, signUp).Body.String()
	to := regexp.MustCompile(`href="(/lartorget/choices/[^"]+)"`).FindStringSubmatch(page)
	if to == nil {
		t.Fatalf("no way to change the choices: %s", page)
	}
	address := strings.ReplaceAll(to[1], "&amp;", "&")
	yes := "We may make a profile of you for this, since you have consented to it (Article 6(1)(a) of the GDPR)."
	no := "We make no profile of you for this, since you have withdrawn your consent (Article 7(3) of the GDPR)."
	w := get(h, address)
	inspect(t, address, w.Body.Bytes())
	for _, want := range []string{"Profiling: Suggestions of further training", "We compare the material you have opened", "It takes one click.", yes} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the page lacks %q: %s", want, w.Body)
		}
	}
	arrive(t, h, formOn(t, w.Body.Bytes()).with("recommendations", "no"))
	if page := get(h, address).Body.String(); !strings.Contains(page, no) || strings.Contains(page, yes) {
		t.Errorf("after a no: %s", page)
	}
}
