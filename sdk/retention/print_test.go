package retention_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) []golden.File {
		file := policyfile.Parse("policy.yaml", c.Input("policy.yaml"))
		if file.Findings.HasErrors() {
			t.Fatal(file.Findings)
		}
		var records []retention.Events
		if err := json.Unmarshal(c.Input("events.json"), &records); err != nil {
			t.Fatal(err)
		}
		rules, at := retention.Compile(file.Doc), day(t, "2025-06-15")
		var list []retention.Timeline
		var due []retention.Due
		for i := range records {
			list = append(list, rules.Timeline(&records[i], at))
			due = append(due, rules.Plan(&records[i], at)...)
		}
		p := retention.Printer{Doc: file.Doc, Lang: text.In(locale.EN)}
		calendar := strings.ReplaceAll(string(p.Calendar(list)), "\r\n", "\n")
		return []golden.File{
			{Name: "plan.txt", Data: p.Plan(due, at)}, {Name: "plan.json", Data: p.PlanJSON(due)}, {Name: "timeline.txt", Data: p.Text(list)},
			{Name: "timeline.json", Data: p.JSON(list)}, {Name: "timeline.ics", Data: []byte(calendar)}, {Name: "timeline.svg", Data: p.SVG(list)},
		}
	})
}

// hostile is a policy and a record with what could break a file in every text.
func hostile() (*policy.Document, *retention.Events) {
	const bad = `"><script>&'alert(1)]]></title>` + "\r\nEND:VCALENDAR\x00\u202e;,\\"
	doc := &policy.Document{
		Data:       []policy.Datum{{ID: "name", Label: policy.Text{locale.Any: bad}}},
		Retention:  []policy.Retention{{ID: "rule", Title: policy.Text{locale.Any: bad}, Trigger: policy.CourseEnd, Ground: policy.Text{locale.Any: bad}}},
		Activities: []policy.Activity{{ID: "a", Title: policy.Text{locale.Any: bad}, Data: []string{"name"}, Retention: []string{"rule"}}},
	}
	return doc, &retention.Events{Subject: bad, Record: bad, Happened: []retention.Event{{Kind: policy.CourseEnd, On: date.Date{Year: 2024, Month: 6, Day: 14}}}}
}

func TestNothingBreaksOut(t *testing.T) {
	doc, e := hostile()
	p := retention.Printer{Doc: doc, Lang: text.In(locale.EN)}
	list := []retention.Timeline{retention.Compile(doc).Timeline(e, day(t, "2024-06-01"))}
	d := xml.NewDecoder(strings.NewReader(string(p.SVG(list))))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := token.(xml.StartElement); ok && s.Name.Local == "script" {
			t.Error("a script got into the picture")
		}
	}
	if !json.Valid(p.JSON(list)) {
		t.Error("the JSON is none")
	}
	calendar := string(p.Calendar(list))
	if n := strings.Count(calendar, "\r\nEND:VCALENDAR"); n != 1 {
		t.Errorf("the calendar ends %d times", n)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(calendar, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n\x00") || !utf8.ValidString(line) {
			t.Errorf("not a line of a calendar: %q", line)
		}
	}
	if strings.ContainsAny(string(p.Text(list)), "\x00\u202e\r") {
		t.Error("the text has what a terminal obeys")
	}
}

// The words of every state are there in every language, and none is left in another.
func TestExplainedInEveryLanguage(t *testing.T) {
	law := []policy.Citation{{Act: "DK-BFL", Section: "§ 12"}}
	base := policy.Retention{ID: "course", Trigger: policy.CourseEnd, Period: period(t, "P1Y")}
	keep := policy.Retention{ID: "books", Trigger: policy.FinancialYear, Period: period(t, "P5Y"), Law: law, Data: []string{"name"}}
	may := base
	may.Modality, may.DisposalDecision = policy.May, "2026:1"
	most := base
	most.Limit = policy.AtMost
	archive := one(base)
	archive.Jurisdiction, archive.Parties = "SE", []policy.Party{{ID: "board", PublicAuthority: true}}
	archive.Activities[0].Controllers = []string{"board"}
	end := event(t, policy.CourseEnd, "2024-06-14")
	var holds []retention.Hold
	for _, r := range []retention.Reason{retention.LegalClaim, retention.AccessRequest, retention.Restriction, retention.ArchiveLaw, retention.Order, retention.ComplaintOpen} {
		holds = append(holds, retention.Hold{Reason: r, On: day(t, "2025-01-01"), Until: day(t, "2040-01-01")})
	}
	endless := one(base, policy.Retention{ID: "ever", Lasts: policy.Forever, Law: law})
	scenes := []struct {
		doc *policy.Document
		e   *retention.Events
	}{
		{one(base), &retention.Events{}}, {one(base), &retention.Events{Happened: []retention.Event{end}}},
		{one(base, keep), &retention.Events{Happened: []retention.Event{end, event(t, policy.FinancialYear, "2024-06-14")}}},
		{one(may), &retention.Events{Happened: []retention.Event{end}}}, {one(most), &retention.Events{Happened: []retention.Event{end}}},
		{archive, &retention.Events{Happened: []retention.Event{end}}}, {endless, &retention.Events{Happened: []retention.Event{end}}},
		{profile(t), &retention.Events{Happened: []retention.Event{event(t, policy.LastLogin, "2021-01-01")}, Done: []retention.Done{{Rule: "profile", Step: 1, Action: policy.Warn, On: day(t, "2026-01-01")}}}},
		{one(base), &retention.Events{Happened: []retention.Event{end}, Done: []retention.Done{{Rule: "course", Action: policy.Erase, On: day(t, "2025-06-15")}}}},
	}
	restricted := scenes[5]
	restricted.e = &retention.Events{Happened: []retention.Event{end}, Done: []retention.Done{{Rule: "course", Action: retention.Restrict, On: day(t, "2025-06-15")}}}
	scenes = append(scenes, restricted)
	for i := range holds {
		scenes = append(scenes, scenes[1])
		scenes[len(scenes)-1].e = &retention.Events{Happened: []retention.Event{end}, Holds: holds[i : i+1]}
	}
	states := map[retention.State]bool{}
	for _, at := range []string{"2024-07-01", "2026-01-10", "2027-01-01"} {
		for i, s := range scenes {
			for _, entry := range retention.Compile(s.doc).Look(nil, s.e, day(t, at)) {
				states[entry.State] = true
				english := map[string]bool{}
				for _, words := range retention.Explain(s.doc, &entry, text.In(locale.EN)) {
					english[words] = true
				}
				for _, tag := range text.Languages {
					said := retention.Explain(s.doc, &entry, text.In(tag))
					if len(said) != len(english) {
						t.Errorf("scene %d in %s: %d sentences, in English %d", i, tag, len(said), len(english))
					}
					for _, words := range said {
						if strings.ContainsAny(words, "{}") || tag != locale.EN && english[words] {
							t.Errorf("scene %d in %s: %q", i, tag, words)
						}
					}
				}
			}
		}
	}
	if want := int(retention.Endless) + 1; len(states) != want {
		t.Errorf("%d states were explained, want all %d", len(states), want)
	}
}

func TestCalendarOfWhatIsToCome(t *testing.T) {
	doc := one(policy.Retention{ID: "course", Trigger: policy.CourseEnd, Period: period(t, "P1Y")})
	e := &retention.Events{Subject: "p-17", Happened: []retention.Event{event(t, policy.CourseEnd, "2024-06-14")}}
	p := retention.Printer{Doc: doc, Lang: text.In(locale.SV)}
	got := string(p.Calendar([]retention.Timeline{retention.Compile(doc).Timeline(e, day(t, "2025-01-01"))}))
	if !strings.Contains(got, "DTSTART;VALUE=DATE:20250615\r\nDTEND;VALUE=DATE:20250616\r\nSUMMARY:Radera: ") {
		t.Error(got)
	}
}
