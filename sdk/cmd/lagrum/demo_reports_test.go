package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/policyfile"
)

// The staff find the record of processing of each controller, and each link leads to
// a report in the language that fits.
func TestDemoShowsReports(t *testing.T) {
	site := startDemoOf(t, filepath.Join(t.TempDir(), "demo.db"), policyfile.Parse("policy.yaml", readExample(t, "lartorget")).Doc)
	if staff := site.get(t, "/staff?lang=en"); !strings.Contains(staff, `href="/staff/reports?lang=en"`) {
		t.Errorf("the page of the staff does not lead there: %s", staff)
	}
	links := regexp.MustCompile(`href="[^"]*(/staff/reports/lartorget/[^"]+)"`).FindAllStringSubmatch(site.get(t, "/staff/reports?lang=en"), -1)
	if len(links) != 6 { // three controllers, and three other reports
		t.Fatalf("%d links: %v", len(links), links)
	}
	for _, link := range links {
		page := site.get(t, strings.ReplaceAll(link[1], "&amp;", "&"))
		if !strings.Contains(page, `<article class="lagrum-report" lang="en">`) || strings.Contains(page, "<style") || strings.Contains(page, "&lt;article") {
			t.Errorf("%s is no report", link[1])
		}
	}
	if css := site.get(t, "/staff/reports/style.css"); !strings.Contains(css, ".lagrum-report ") {
		t.Error("there is no stylesheet")
	}
	// A policy that is not in the language shows its reports in one that it has.
	if list := site.get(t, "/staff/reports?lang=fi"); !strings.Contains(list, `hreflang="sv"`) {
		t.Errorf("in Finnish: %s", list)
	}
}
