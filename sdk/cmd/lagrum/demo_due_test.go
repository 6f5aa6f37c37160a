package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/purge"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/serve"
)

// A day far enough on, all that was sent is due: the page tells of it, carries it out,
// and has nothing to do the second time.
func TestDemoPurges(t *testing.T) {
	site := startDemo(t, filepath.Join(t.TempDir(), "demo.db"))
	site.enrol(t)
	page := site.get(t, "/staff/due?lang=en&at=2099-01-01")
	if !strings.Contains(page, "To be done on 1 January 2099") || !strings.Contains(page, "Erase: 1 record") || !strings.Contains(page, "UPDATE") || !strings.Contains(page, "We keep the data") {
		t.Fatalf("the plan: %s", page)
	}
	for years := range 5 { // what has steps goes on, one after the other
		site.send(t, "/staff/due?lang=en", nil, "at", today().AddYears(70+years).String())
	}
	_, page = site.send(t, "/staff/due?lang=en", nil, "at", today().AddYears(90).String())
	if !strings.Contains(page, "Nothing was left to do.") || !strings.Contains(page, "Nothing is to be done on that day.") {
		t.Errorf("once more: %s", page)
	}
	if staff := site.get(t, "/staff?lang=en"); strings.Contains(staff, "Kim Example") || strings.Contains(staff, "kim@example.com") || !strings.Contains(staff, "since no rule lets us keep it any longer") {
		t.Errorf("the staff see: %s", staff)
	}
}

// Nothing that an open request for access is about is erased, and all of it is once that is answered.
func TestDemoHoldsWhatIsAskedFor(t *testing.T) {
	site := startDemo(t, filepath.Join(t.TempDir(), "demo.db"))
	site.enrol(t)
	path := "/staff/requests/" + site.ask(t, "access")
	var form string
	if err := site.demo.store.DB.QueryRowContext(t.Context(), `SELECT reference FROM demo_answer LIMIT 1`).Scan(&form); err != nil {
		t.Fatal(err)
	}
	site.send(t, path+"/held", nil, "form", form)
	at := "2099-01-01"
	if page := site.get(t, "/staff/due?lang=en&at="+at); strings.Contains(page, "Erase:") {
		t.Errorf("an open request holds nothing: %s", page)
	}
	site.send(t, path+"/answer", nil)
	if page := site.get(t, "/staff/due?lang=en&at="+at); !strings.Contains(page, "Erase:") {
		t.Errorf("answered, and it is held still: %s", page)
	}
}

// On each of many days, what the SQL finds due in the demonstration's tables is what
// the rules say of each row, for the forms of all five examples; and what has been
// carried out is not due again.
func TestDemoPurgesByTheRules(t *testing.T) {
	var policies []serve.Policy
	for _, name := range []string{"gateway", "hammarby", "lartorget", "skolstaden", "studieskolen"} {
		policies = append(policies, serve.Policy{Doc: policyfile.Parse("policy.yaml", readExample(t, name)).Doc})
	}
	d, err := openDemo(t.Context(), filepath.Join(t.TempDir(), "demo.db"), policies)
	if err != nil {
		t.Fatal(err)
	}
	defer d.store.Close()
	var complaints bytes.Buffer
	d.log = slog.New(slog.NewTextHandler(&complaints, nil))
	ctx := t.Context()
	fillForms(ctx, t, d)
	if err := d.fill(ctx); err != nil {
		t.Fatal(err)
	}
	due := 0
	start := date.Date{Year: 2024, Month: 2, Day: 29}
	for _, days := range []int{1, 15, 61, 150, 365, 396, 731, 1100, 1826, 2600, 4000, 12000} {
		at := start.AddDays(days)
		due += compareDue(ctx, t, d, at)
		if _, err := d.run(ctx, at); err != nil {
			t.Fatal(err)
		}
		if again, err := d.run(ctx, at); err != nil || len(again) > 0 {
			t.Fatalf("%s: %d rules once more, %v", at, len(again), err)
		}
	}
	if complaints.Len() > 0 {
		t.Errorf("rules that are not carried out: %s", &complaints)
	}
	if due < 100 {
		t.Errorf("only %d steps were due", due)
	}
}

// fillForms keeps answers to every field of every form, on several days.
func fillForms(ctx context.Context, t *testing.T, d *demo) {
	t.Helper()
	for i, p := range d.policies {
		for k := range p.Doc.Forms {
			f := &p.Doc.Forms[k]
			answers := "{"
			for n := range f.Fields {
				answers += fmt.Sprintf(`%q: "x", `, f.Fields[n].Name())
			}
			for n := range 6 {
				at := date.Date{Year: 2024, Month: 2, Day: 29}.AddDays(i*7 + k + n*61)
				_, err := d.store.DB.ExecContext(ctx, `INSERT INTO demo_answer (reference, second, policy, form, language, event, at, answers) VALUES ($1, 0, $2, $3, $4, $5, $6, $7)`,
					fmt.Sprintf("r%d-%d-%d", i, k, n), p.Doc.ID, f.ID, string(p.Doc.Languages[0]), f.Scope, at.String()+"T12:00:00Z", strings.TrimSuffix(answers, ", ")+"}")
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// compareDue holds what the SQL says is due against the rules, and gives how much is due.
func compareDue(ctx context.Context, t *testing.T, d *demo, at date.Date) int {
	t.Helper()
	steps := d.steps()
	due := 0
	for i := range steps {
		s := &steps[i]
		found, err := purge.Keys(ctx, d.store.DB, &s.choose, at, 2)
		if err != nil {
			t.Fatal(err)
		}
		due += len(found)
		records, err := texts(ctx, d.store.DB, `SELECT key FROM "`+s.table.name+`"`)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range records {
			events, err := s.events(ctx, d.store.DB, key)
			if err != nil {
				t.Fatal(err)
			}
			want := slices.ContainsFunc(retention.Plan(s.table.doc, events, at), func(x retention.Due) bool {
				return x.Rule == s.copy.Rule && x.Activity == s.copy.Activity && slices.Equal(x.Data, s.copy.Data) && x.Step == s.apply.Step
			})
			if got := slices.Contains(found, any(key)); got != want && s.isOpen(ctx, t, d, key) {
				t.Errorf("%s: %s step %d of %s in %s: the SQL says %v, the rules %v", at, s.copy.Rule, s.apply.Step, key, s.table.name, got, want)
			}
		}
	}
	return due
}

// isOpen reports whether the row is not settled otherwise: another rule has erased the data, or
// access has been restricted already, which the events of the test do not tell.
func (s *dueStep) isOpen(ctx context.Context, t *testing.T, d *demo, key string) bool {
	t.Helper()
	var open bool
	err := d.store.DB.QueryRowContext(ctx, `SELECT `+s.copy.Gone+` IS NULL AND NOT limited FROM "`+s.table.name+`" WHERE key = $1`, key).Scan(&open)
	if err != nil {
		t.Fatal(err)
	}
	return open
}
