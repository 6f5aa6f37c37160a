package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
	"github.com/lagrum/lagrum/sdk/visibility"
)

// Who sees what in each of the five systems: every viewer and every datum, in
// tables that people can read.
func TestWhoSeesWhat(t *testing.T) {
	for _, system := range systems {
		t.Run(system, func(t *testing.T) {
			d := load(t, system+"/policy.yaml")
			file := filepath.Join("testdata", system+".visibility")
			got := strings.Join([]string{
				"x: shown. if: only under a condition. -: not shown.",
				"# By audience", audienceTable(d), "# By role among the staff", roleTable(d), "# A person with a protected identity", protectedTable(d),
			}, "\n\n")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("others see something else; go test ./examples -run TestWhoSeesWhat -update writes it (-want +got):\n%s", diff)
			}
		})
	}
}

// met is a person all of whose conditions are met.
func met(d *policy.Document) policy.Person {
	var p policy.Person
	for i := range d.Visibility {
		p.Met = append(p.Met, d.Visibility[i].ID)
	}
	for i := range d.Access {
		p.Met = append(p.Met, d.Access[i].ID)
	}
	return p
}

// mark is a cell of a table: "x" is shown, "if" only under a condition, "-" not.
func mark(d *policy.Document, datum string, v policy.Viewer) string {
	if policy.Visible(d, datum, v).Shown {
		return "x"
	}
	v.Person = met(d)
	if policy.Visible(d, datum, v).Shown {
		return "if"
	}
	return "-"
}

// audienceTable has a line for each datum and a column for each audience, and
// the rule that shows it to the widest.
func audienceTable(d *policy.Document) string {
	rows := [][]string{{"datum", "search", "public", "logged-in", "same-course", "staff", "self", "why, to the person"}}
	for i := range d.Data {
		row := []string{d.Data[i].ID}
		for _, a := range policy.Audiences {
			row = append(row, mark(d, d.Data[i].ID, policy.Viewer{Audience: a}))
		}
		s := policy.Visible(d, d.Data[i].ID, policy.Viewer{Audience: policy.OnlySelf, Person: met(d)})
		row = append(row, strings.TrimSpace(string(s.Why)+" "+ruleID(d, s)))
		rows = append(rows, row)
	}
	return aligned(rows)
}

// ruleID names the rule that decided.
func ruleID(d *policy.Document, s policy.Sight) string {
	for i := range d.Visibility {
		if string(s.Path) == fmt.Sprintf("/visibility/%d", i) {
			return d.Visibility[i].ID
		}
	}
	return string(s.Path)
}

// roleTable has a column for each role among the staff.
func roleTable(d *policy.Document) string {
	head := []string{"datum"}
	for i := range d.Access {
		head = append(head, d.Access[i].ID)
	}
	rows := [][]string{head}
	for i := range d.Data {
		row := []string{d.Data[i].ID}
		for j := range d.Access {
			row = append(row, mark(d, d.Data[i].ID, policy.Viewer{Audience: policy.Staff, Roles: []string{d.Access[j].ID}}))
		}
		rows = append(rows, row)
	}
	return aligned(rows)
}

// protectedTable says how many data each viewer sees of a person with a protected
// identity, and what they are told.
func protectedTable(d *policy.Document) string {
	p := met(d)
	p.Protected = true
	rows := [][]string{{"viewer", "of", "sees", "is told"}}
	each := func(name string, v policy.Viewer) {
		s := policy.Visible(d, d.Data[0].ID, v)
		rows = append(rows, []string{name, fmt.Sprint(len(d.Data)), fmt.Sprint(len(policy.VisibleData(d, v))), string(s.Why)})
	}
	for _, a := range policy.Audiences {
		each(string(a), policy.Viewer{Audience: a, Person: p})
	}
	for i := range d.Access {
		each(d.Access[i].ID, policy.Viewer{Audience: policy.Staff, Roles: []string{d.Access[i].ID}, Person: p})
	}
	return aligned(rows)
}

// aligned sets the columns below each other.
func aligned(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], len(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += fmt.Sprintf("%-*s  ", widths[i], cell)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// everyViewer lists who can look at a person in a system, with every role.
func everyViewer(d *policy.Document, p policy.Person) []policy.Viewer {
	var all []string
	for i := range d.Access {
		all = append(all, d.Access[i].ID)
	}
	var list []policy.Viewer
	for _, a := range policy.Audiences {
		list = append(list, policy.Viewer{Audience: a, Person: p}, policy.Viewer{Audience: a, Roles: all, Person: p})
		for _, role := range all {
			list = append(list, policy.Viewer{Audience: a, Roles: []string{role}, Person: p})
		}
	}
	return list
}

// In none of the five systems does anybody see anything of a person with a
// protected identity, whatever is chosen; and in each the person would be seen
// otherwise.
func TestProtectedIdentityIsShownNowhere(t *testing.T) {
	for _, system := range systems {
		d := load(t, system+"/policy.yaml")
		open := met(d)
		hidden := open
		hidden.Protected = true
		for i, v := range everyViewer(d, hidden) {
			if seen := policy.VisibleData(d, v); len(seen) > 0 {
				t.Errorf("%s: %s %s sees %s", system, v.Audience, v.Roles, seen)
			}
			if v.Audience == policy.Staff && len(policy.VisibleData(d, everyViewer(d, open)[i])) == 0 && len(v.Roles) > 0 {
				t.Errorf("%s: %s sees nothing of anybody", system, v.Roles)
			}
		}
	}
}

// Every reason that a viewer of the five systems gets has words in every language
// of the policy, without another language in them or a placeholder.
func TestReasonsOfTheExamples(t *testing.T) {
	n := 0
	for _, system := range systems {
		d := load(t, system+"/policy.yaml")
		for _, p := range []policy.Person{{}, met(d), {Protected: true}} {
			for _, v := range everyViewer(d, p) {
				for i := range d.Data {
					s := policy.Visible(d, d.Data[i].ID, v)
					for _, tag := range d.Languages {
						words := visibility.Reason(&s, text.In(tag))
						n++
						if condition := s.Condition.In(tag); words == "" || strings.ContainsAny(words, "{}") || strings.Contains(words, "..") || !strings.Contains(words, strings.TrimSuffix(condition, ".")) {
							t.Fatalf("%s %s %s: %q", system, d.Data[i].ID, tag, words)
						}
					}
				}
			}
		}
	}
	if n < 10000 {
		t.Errorf("%d reasons only", n)
	}
}

// shownTo reports where the data are not shown as they should be: to the audience
// and to everybody who is closer, and to nobody farther away.
func shownTo(d *policy.Document, a policy.Audience, p policy.Person, ids ...string) string {
	place := slices.Index(policy.Audiences, a)
	for _, id := range ids {
		for i, viewer := range policy.Audiences {
			if shown := policy.Visible(d, id, policy.Viewer{Audience: viewer, Person: p}).Shown; shown != (i >= place) {
				return fmt.Sprintf("%s sees %s: %v", viewer, id, shown)
			}
		}
	}
	return ""
}

// firstOf gives what is first missing.
func firstOf(missing ...string) string {
	for _, m := range missing {
		if m != "" {
			return m
		}
	}
	return ""
}

// reasonIn says why a viewer sees a datum.
func reasonIn(d *policy.Document, tag locale.Tag, datum string, v policy.Viewer) string {
	s := policy.Visible(d, datum, v)
	return visibility.Reason(&s, text.In(tag))
}

// Whoever asks for somebody with a protected identity gets no copy by machine in any
// of the five systems: what is held is not even looked up.
func TestNobodyElseGetsCopiesOfProtectedPersons(t *testing.T) {
	received := date.Date{Year: 2026, Month: 11, Day: 2}
	open := 0
	for _, system := range systems {
		d := load(t, system+"/policy.yaml")
		for _, right := range []law.Right{law.Access, law.Portability} {
			for _, by := range []rights.Asker{rights.Self, rights.Guardian, rights.Representative, rights.Relative} {
				for _, protected := range []bool{false, true} {
					r := rights.Request{Right: right, Received: received, By: by, Facts: rights.Facts{Protected: protected, Entitled: true}}
					if by == rights.Relative {
						r.Died = received.AddDays(-100)
					}
					a, err := rights.Assess(d, r, received)
					if err != nil {
						t.Fatal(err)
					}
					var looked lookedUp
					_, err = rights.CopyOf(d, &a, &looked, text.In(locale.EN))
					if protected && by != rights.Self && (err == nil || looked > 0) {
						t.Errorf("%s: %s by %s looks up %d kinds of data", system, right, by, looked)
					}
					if !protected && by == rights.Representative && err == nil {
						open++
					}
				}
			}
		}
	}
	if open < len(systems) {
		t.Errorf("without the mark only %d copies are made for others", open)
	}
}

// lookedUp counts what was asked for.
type lookedUp int

func (n *lookedUp) Held(string) ([]rights.Entry, error) { *n++; return nil, nil }

// No receipt, and nothing that is exported of it, holds what somebody typed into a
// form: no name, address, school or number.
func TestReceiptsHoldNothingTyped(t *testing.T) {
	receipts := 0
	for _, system := range systems {
		doc := policyOf(t, system)
		for _, f := range filledForms[system] {
			d, err := form.Derive(doc, f.form, form.Context{Language: f.tag, Event: f.event, Sum: sum})
			if err != nil {
				t.Fatal(err)
			}
			out := consent.Settle(received(t, d, f.right), func(q *consent.Question, yes bool) consent.Answer {
				a := said(q, policy.ByTicking)
				a.Yes = yes
				return a
			})
			r := consent.Receipt{ID: "r-1", Issued: "2026-11-22T12:00:00+01:00", Language: f.tag, Organiser: "x", Policy: doc.ID}
			for _, record := range out.Records {
				r.Items = append(r.Items, consent.Item{Record: record})
			}
			if len(r.Items) == 0 {
				continue
			}
			receipts++
			all := string(r.AppendJSON(nil))
			for _, write := range []func(*consent.Receipt, *policy.Document) ([]byte, error){export.DPVReceipt, export.ISO27560Receipt, export.Kantara} {
				out, _ := write(&r, doc) // what cannot be exported leaks nothing
				all += string(out)
			}
			for _, v := range f.right {
				if strings.ContainsAny(v.Text, "@0123456789 ") && len(v.Text) > 4 && strings.Contains(all, v.Text) {
					t.Errorf("%s %s: the receipt has the answer to %s", system, f.form, v.Name)
				}
			}
		}
	}
	if receipts < 5 {
		t.Errorf("only %d receipts", receipts)
	}
}
