package main

import (
	"encoding/json"
	"html"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// numberOf finds the number of a request on its page.
func numberOf(t *testing.T, page string) string {
	t.Helper()
	number := regexp.MustCompile(`\b[2-9A-Z]{4}-[2-9A-Z]{4}\b`).FindString(page)
	if number == "" {
		t.Fatalf("no number: %s", page)
	}
	return number
}

// send sends the fields to a page for the staff, and gives the status and what comes back.
func (s *demoSite) send(t *testing.T, path string, header http.Header, filled ...string) (int, string) {
	t.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(filled); i += 2 {
		values.Add(filled[i], filled[i+1])
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.server.URL+path, strings.NewReader(values.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header = header.Clone()
	if r.Header == nil {
		r.Header = http.Header{}
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := s.server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

// enrol fills in the form of Lärtorget's course.
func (s *demoSite) enrol(t *testing.T) {
	t.Helper()
	page := s.get(t, "/lartorget/forms/enrolment?lang=en&event=leading-meetings")
	s.post(t, page, "name", "Kim Example", "email", "kim@example.com", "work-role", "nurse", "sector", "region", "diet-consent", "no")
}

// ask uses a right at Lärtorget, and gives the number of the request.
func (s *demoSite) ask(t *testing.T, right string, more ...string) string {
	t.Helper()
	page := s.get(t, "/lartorget/requests?lang=sv")
	page = s.post(t, page, append([]string{"right", right, "by", "self", "name", "kim  example", "reach", "KIM@example.com"}, more...)...)
	return numberOf(t, page)
}

// Somebody asks for access: the staff see by when, find the form, take longer, and
// answer with a copy of what is held.
func TestDemoAnswersAccess(t *testing.T) {
	site := startDemo(t, filepath.Join(t.TempDir(), "demo.db"))
	site.enrol(t)
	number := site.ask(t, "access", "details", "the spring course")
	if list := site.get(t, "/staff/requests?lang=en"); !strings.Contains(list, number) || !strings.Contains(list, "Answer by") {
		t.Fatalf("the list: %s", list)
	}
	path := "/staff/requests/" + number
	page := site.get(t, path+"?lang=en")
	form := regexp.MustCompile(`name="form" value="([^"]+)"`).FindStringSubmatch(page)
	if form == nil || !strings.Contains(page, "the spring course") || !strings.Contains(page, "Article 12(3)") || strings.Contains(page, "copy.json") {
		t.Fatalf("the request: %s", page)
	}

	if _, page = site.send(t, path+"/held?lang=en", nil, "form", form[1], "form", "somebody-elses"); !strings.Contains(page, "copy.json") {
		t.Fatalf("no copy: %s", page)
	}
	site.copies(t, path)

	if status, page := site.send(t, path+"/extend?lang=en", nil, "why", " "); status != http.StatusUnprocessableEntity || !strings.Contains(page, "Write why it takes longer.") {
		t.Errorf("without a reason: %d %s", status, page)
	}
	_, page = site.send(t, path+"/extend?lang=en", nil, "why", "Tolv system <måste> gås igenom.")
	if !strings.Contains(page, "Tolv system &lt;måste&gt; gås igenom.") || !strings.Contains(page, "It cannot take longer") {
		t.Errorf("extended: %s", page)
	}
	if status, _ := site.send(t, path+"/extend?lang=en", nil, "why", "Again"); status != http.StatusConflict {
		t.Errorf("extended twice: %d", status)
	}
	_, page = site.send(t, path+"/answer?lang=en", nil, "why", "Kopian ligger bredvid.")
	if !strings.Contains(page, "Kopian ligger bredvid.") || !strings.Contains(page, "Answered") || !strings.Contains(page, "artikel 15") || strings.Contains(page, "<textarea") {
		t.Errorf("answered: %s", page)
	}
	var holds int
	if err := site.demo.store.DB.QueryRowContext(t.Context(), `SELECT count(*) FROM demo_hold`).Scan(&holds); err != nil || holds != 0 {
		t.Errorf("%d holds, %v", holds, err)
	}
}

// copies reads the copy for the person, as pages and as JSON.
func (s *demoSite) copies(t *testing.T, path string) {
	t.Helper()
	index := s.get(t, path+"/copy/index.html")
	links := regexp.MustCompile(`href="(data-\d+\.html)"`).FindAllStringSubmatch(index, -1)
	if len(links) < 5 {
		t.Fatalf("%d pages: %s", len(links), index)
	}
	all := ""
	for _, link := range links {
		all += s.get(t, path+"/copy/"+link[1])
	}
	if !strings.Contains(all, "Kim Example") || !strings.Contains(all, "Sjuksköterska") {
		t.Errorf("the copy lacks what is held: %s", all)
	}
	var c struct{ Categories []struct{ Datum string } }
	if err := json.Unmarshal([]byte(s.get(t, path+"/copy.json")), &c); err != nil || len(c.Categories) < 5 {
		t.Errorf("%v: %+v", err, c)
	}
}

// Somebody wants data erased: what people must decide is decided, what the law keeps is refused with
// its provision and stays, and what is granted goes from the forms.
func TestDemoErasesWhatIsGranted(t *testing.T) {
	site := startDemo(t, filepath.Join(t.TempDir(), "demo.db"))
	site.enrol(t)
	site.post(t, site.get(t, "/lartorget/forms/account?lang=en"), "name", "Kim Example", "email", "kim@example.com", "work-role", "physician", "sector", "private")
	path := "/staff/requests/" + site.ask(t, "erasure")
	page := site.get(t, path+"?lang=en")
	var theirs, settle []string
	for _, form := range regexp.MustCompile(`name="form" value="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		theirs = append(theirs, "form", form[1])
	}
	for _, name := range regexp.MustCompile(`name="(settle\.[^"]+)" value="granted"`).FindAllStringSubmatch(page, -1) {
		settle = append(settle, html.UnescapeString(name[1]), "granted")
	}
	if len(theirs) != 4 || len(settle) == 0 || !strings.Contains(page, "Decide that first.") {
		t.Fatalf("the request: %s", page)
	}
	if status, _ := site.send(t, path+"/answer?lang=en", nil); status != http.StatusConflict {
		t.Errorf("answered before it was decided: %d", status)
	}
	site.send(t, path+"/held?lang=en", nil, theirs...)
	if _, page = site.send(t, path+"/facts?lang=en", nil, settle...); strings.Contains(page, "Decide that first.") {
		t.Fatalf("something is left to decide of %d: %s", len(settle)/2, page)
	}
	if _, page = site.send(t, path+"/answer?lang=en", nil); !strings.Contains(page, "Answered") || !strings.Contains(page, "Arkivlag (1990:782), 10 §") {
		t.Errorf("answered: %s", page)
	}
	staff := site.get(t, "/staff?lang=en")
	if strings.Contains(staff, "Physician") || strings.Contains(staff, "Private") || !strings.Contains(staff, "no rule lets us keep it") {
		t.Errorf("the account is there: %s", staff)
	}
	if !strings.Contains(staff, "<dd>Nurse</dd>") {
		t.Errorf("what the law keeps is gone: %s", staff)
	}
}

// Proof of identity that is asked for stops the clock until it comes, and what is manifestly
// unfounded is refused, with the provision.
func TestDemoRefuses(t *testing.T) {
	site := startDemo(t, filepath.Join(t.TempDir(), "demo.db"))
	path := "/staff/requests/" + site.ask(t, "access")
	if _, page := site.send(t, path+"/facts?lang=en", nil, "doubt", "yes"); !strings.Contains(page, "Waiting for proof") {
		t.Errorf("with a doubt: %s", page)
	}
	if _, page := site.send(t, path+"/facts?lang=en", nil, "doubt", "yes", "proved", "yes"); strings.Contains(page, "Waiting for proof") {
		t.Errorf("after the proof: %s", page)
	}
	_, page := site.send(t, path+"/facts?lang=en", nil, "unfounded", "yes")
	if !strings.Contains(page, "Article 12(5)") {
		t.Errorf("unfounded: %s", page)
	}
	_, page = site.send(t, path+"/answer?lang=en", nil, "why", "Det är samma begäran som i går.")
	if !strings.Contains(page, "artikel 12.5") || !strings.Contains(page, "Integritetsskyddsmyndigheten") || !strings.Contains(page, "Det är samma begäran som i går.") {
		t.Errorf("refused: %s", page)
	}
}

// No other site changes anything, what is not there is not there, and a request whose page is sent
// again after the answer stays as it was answered.
func TestDemoDeskIsGuarded(t *testing.T) {
	site := startDemo(t, filepath.Join(t.TempDir(), "demo.db"))
	page := site.get(t, "/lartorget/requests?lang=sv")
	filled := []string{"right", "withdraw-consent", "by", "self", "name", "Kim Example", "reach", "kim@example.com"}
	number := numberOf(t, site.post(t, page, filled...))
	path := "/staff/requests/" + number
	for _, to := range []string{path + "/facts", path + "/held", path + "/extend", path + "/answer", "/staff/due"} {
		if status, _ := site.send(t, to, http.Header{"Sec-Fetch-Site": {"cross-site"}}); status != http.StatusForbidden {
			t.Errorf("%s from another site: %d", to, status)
		}
		if status, _ := site.send(t, strings.Replace(to, number, "2222-2222", 1), nil); status != http.StatusNotFound && to != "/staff/due" {
			t.Errorf("%s of nobody: %d", to, status)
		}
	}
	site.send(t, path+"/answer?lang=en", nil)
	site.last = "/lartorget/requests?lang=sv"
	site.post(t, page, append(filled[2:], "right", "erasure")...)
	if page := site.get(t, path+"?lang=en"); !strings.Contains(page, "Right to withdraw consent") || !strings.Contains(page, "Answered") {
		t.Errorf("sent again: %s", page)
	}
}
