package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// Whoever answers for a child in the demonstration is taken for a guardian, and the
// record says on what ground.
func TestDemoTakesAGuardian(t *testing.T) {
	doc := policyfile.Parse("policy.yaml", readExample(t, "hammarby")).Doc
	site := startDemoOf(t, filepath.Join(t.TempDir(), "demo.db"), doc)
	page := site.get(t, "/hammarby/forms/photo-consent?lang=en")
	page = site.post(t, page, "picture-choice", "yes")
	if !strings.Contains(page, "You said yes") || strings.Contains(page, "does not count") {
		t.Errorf("the receipt: %s", page)
	}
	if staff := site.get(t, "/staff?lang=en"); !strings.Contains(staff, "both may have to agree") || strings.Contains(staff, "Ask again") {
		t.Errorf("the staff see: %s", staff)
	}
}

// Somebody who enrols and takes back the consent to the newsletter stays enrolled: the
// form was filled in for both.
func TestDemoErasesWhatRestsAlone(t *testing.T) {
	doc := policyfile.Parse("policy.yaml", readExample(t, "studieskolen")).Doc
	site := startDemoOf(t, filepath.Join(t.TempDir(), "demo.db"), doc)
	page := site.get(t, "/studieskolen/forms/danish-enrolment?lang=en")
	page = site.post(t, page, "name", "Kim Example", "address", "Example Street 1", "email", "kim@example.com", "birth-date", "1990-01-01", "course", "A1", "newsletter-consent", "yes")
	link := regexp.MustCompile(`href="[^"]*(/studieskolen/consents/[\w-]+)"`).FindStringSubmatch(page)
	if link == nil {
		t.Fatalf("no link to take the consent back: %s", page)
	}
	if page = site.post(t, site.get(t, link[1])); !strings.Contains(page, "You have taken your consent back") {
		t.Errorf("taken back: %s", page)
	}
	if staff := site.get(t, "/staff?lang=en"); !strings.Contains(staff, "Kim Example") || !strings.Contains(staff, "kim@example.com") || !strings.Contains(staff, "Taken back") {
		t.Errorf("the staff see: %s", staff)
	}
}

// The staff see which consents must be asked for again, and why: each stands
// against what the form asks today.
func TestDemoSaysWhatToAskAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "demo.db")
	site := startDemo(t, file)
	page := site.get(t, "/lartorget/forms/enrolment?lang=en&event=leading-meetings")
	site.post(t, page, "name", "Kim Example", "email", "kim@example.com", "work-role", "nurse", "sector", "region", "diet-consent", "yes", "accessibility-consent", "yes")
	const again = "Ask again:</strong> This has changed since the person said yes: "
	if staff := site.get(t, "/staff?lang=en"); strings.Contains(staff, "Ask again") {
		t.Errorf("before the change the staff see: %s", staff)
	}
	site.close()
	doc := policyfile.Parse("policy.yaml", readExample(t, "lartorget")).Doc
	doc.Consent("diet").Text = policy.Text{locale.SV: "Ja till något annat.", locale.EN: "Yes to something else."}
	site = startDemoOf(t, file, doc)
	if staff := site.get(t, "/staff?lang=en"); strings.Count(staff, again) != 1 {
		t.Errorf("after the change the staff see: %s", staff)
	}
}
