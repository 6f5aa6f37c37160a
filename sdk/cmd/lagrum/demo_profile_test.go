package main

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
)

func startProfile(t *testing.T, example string) *demoSite {
	t.Helper()
	return startDemoOf(t, filepath.Join(t.TempDir(), "demo.db"), policyfile.Parse("policy.yaml", readExample(t, example)).Doc)
}

// The same profile, as different people see it.
func TestProfileAsOthersSeeIt(t *testing.T) {
	site := startProfile(t, "gateway")
	for _, tt := range []struct{ query, shows, hides string }{
		{"viewer=public-indexed", "Kim Almlund|also through search engines|5 of 45", "Estonia|☺|kim.almlund@"},
		{"viewer=public", "Kim Almlund|The condition is not met", "Estonia|☺|kim.almlund@"},
		{"viewer=public&met=affiliated-people", "Kim Almlund|☺|Estonia|Condition: only if you have linked", "kim.almlund@|Almskolan|not met"},
		{"viewer=logged-in", "☺|Estonia|Almskolan|/visibility/3", "kim.almlund@|192.0.2.7"},
		{"viewer=staff", "Almskolan|Role among the staff", "kim.almlund@|192.0.2.7"},
		{"viewer=staff&role=eun-staff", "192.0.2.7|kim.almlund@|a role among the staff: appointed staff|/access/2", "is hidden"},
		{"viewer=logged-in&role=eun-staff", "Almskolan", "192.0.2.7|kim.almlund@"},
		{"viewer=self", "kim.almlund@|This is for the person alone|Article 27 of Regulation (EU) 2018/1725", "192.0.2.7"},
		{"viewer=nobody", "Almskolan", "kim.almlund@"},
	} {
		page := site.get(t, "/profile?lang=en&policy=gateway&"+tt.query)
		for want := range strings.SplitSeq(tt.shows, "|") {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks %q", tt.query, want)
			}
		}
		for hidden := range strings.SplitSeq(tt.hides, "|") {
			if strings.Contains(page, hidden) {
				t.Errorf("%s: the page has %q", tt.query, hidden)
			}
		}
	}
}

// Of a person with a protected identity nothing is in any page, header or log,
// whoever looks, in any role and language and with all that can be chosen.
func TestProfileOfProtectedPersonLeaksNothing(t *testing.T) {
	for _, example := range []string{"gateway", "skolstaden", "hammarby", "lartorget"} {
		site := startProfile(t, example)
		var log bytes.Buffer
		site.demo.log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		doc := site.demo.policies[0].Doc
		all := url.Values{"policy": {doc.ID}, "protected": {"yes"}}
		for i := range doc.Visibility {
			all.Add("met", doc.Visibility[i].ID)
		}
		roles := []string{""}
		for i := range doc.Access {
			all.Add("met", doc.Access[i].ID)
			roles = append(roles, doc.Access[i].ID)
		}
		for _, audience := range policy.Audiences {
			for _, role := range roles {
				for _, tag := range text.Languages {
					all["viewer"], all["role"], all["lang"] = []string{string(audience)}, []string{role}, []string{string(tag)}
					got := site.everything(t, "/profile?"+all.Encode())
					lacksExamples(t, example+" "+string(audience)+" "+role+" "+string(tag), got, text.In(tag))
					if warned := strings.Contains(got, `role="alert"`); warned != (audience == policy.Staff) {
						t.Errorf("%s %s %s: warned: %v", example, audience, role, warned)
					}
				}
			}
		}
		lacksExamples(t, example+": the log", log.String(), text.In("en"))
	}
}

// lacksExamples fails where a value of the invented person stands in a text.
func lacksExamples(t *testing.T, what, got string, l *text.Language) {
	t.Helper()
	values := []string{l.Country("EE"), "☺", `class="line"`}
	for id, value := range profileExamples {
		if id != "etwinning-status" { // a tick, which is no value of the person's alone
			values = append(values, value)
		}
	}
	for _, value := range values {
		if strings.Contains(got, value) {
			t.Errorf("%s has %q", what, value)
		}
	}
}

// everything is all that a browser gets: status, headers and body.
func (s *demoSite) everything(t *testing.T, path string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := s.server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var all bytes.Buffer
	if err := answer.Write(&all); err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// The links of the page keep what was chosen.
func TestProfileLinksKeepChoices(t *testing.T) {
	site := startProfile(t, "gateway")
	page := site.get(t, "/profile?lang=da&policy=gateway&viewer=staff&role=course-staff&met=course-staff&protected=yes")
	links := regexp.MustCompile(`href="(/profile\?[^"]+viewer=[^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(links) != len(text.Languages)+len(policy.Audiences) {
		t.Fatalf("%d links", len(links))
	}
	for _, l := range links {
		for _, want := range []string{"met=course-staff", "protected=yes", "role=course-staff", "policy=gateway"} {
			if !strings.Contains(l[1], want) {
				t.Errorf("%s lacks %s", l[1], want)
			}
		}
	}
}

// A policy that shows nothing has no such page.
func TestProfileOfPolicyThatShowsNothing(t *testing.T) {
	site := startProfile(t, "studieskolen")
	if got := site.everything(t, "/profile"); !strings.Contains(got, "404") {
		t.Errorf("%s", got)
	}
	if staff := site.get(t, "/staff"); strings.Contains(staff, "/profile") {
		t.Error("the staff are led to it")
	}
}
