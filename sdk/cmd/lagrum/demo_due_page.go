package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// A duePage is the page of what is due on a day.
type duePage struct {
	deskPage
	At        string
	PlanTitle string
	Plan      []dueView
	Messages  bool // whether a message is to be sent
	Ran       []string
	Earlier   []string
}

// A dueView is what a step of a rule demands.
type dueView struct {
	Service, Uses, Action, Records string
	Why, SQL                       []string
	Words                          locale.Tag // the language of what the policy says
}

// due shows what is due on the day in the address, or today.
func (k *desk) due(w http.ResponseWriter, r *http.Request) error {
	lang := deskLanguage(r)
	at, ok := date.Parse(r.URL.Query().Get("at"))
	if !ok {
		at = today()
	}
	if err := k.fill(r.Context()); err != nil {
		return err
	}
	plan, err := k.plan(r.Context(), at, lang)
	if err != nil {
		return err
	}
	v := duePage{deskPage: k.begin(r, "due", lang.Due.Title), At: at.String()}
	v.Query = "&at=" + v.At
	v.PlanTitle = locale.Format(lang.Due.Plan, locale.Arg{Name: "day", Value: lang.Rules.Date(at)})
	for _, p := range plan {
		v.Plan = append(v.Plan, dueViewOf(p, lang))
		v.Messages = v.Messages || p.action == policy.Warn
	}
	v.Earlier, err = k.ran(r.Context(), lang)
	if err != nil {
		return err
	}
	if r.URL.Query().Has("ran") && len(v.Earlier) > 0 && r.URL.Query().Get("ran") == "0" {
		v.Ran = []string{lang.Due.DoneNothing}
	}
	return k.show(w, http.StatusOK, "due", &v)
}

func dueViewOf(r *dueRule, lang *text.Language) dueView {
	own := servedWords(r.doc, lang)
	v := dueView{Service: serviceOf(r.doc, own), Action: retention.ActionIn(r.action, lang), Records: recordsIn(r.records, lang), Why: r.why, SQL: r.sql, Words: own.Tag}
	var uses []string
	for i := range r.doc.Activities {
		for _, id := range r.uses {
			if r.doc.Activities[i].ID == id {
				uses = append(uses, rights.ActivityTitle(r.doc, i, own))
			}
		}
	}
	v.Uses = own.Rules.List(uses)
	return v
}

func serviceOf(doc *policy.Document, lang *text.Language) string {
	if name := doc.Service.In(lang.Tag); name != "" {
		return name
	}
	return doc.Title.In(lang.Tag)
}

func recordsIn(n int, lang *text.Language) string {
	return locale.Format(lang.Rules.Plural.Pick(lang.Due.Records, n), locale.Arg{Name: "n", Value: strconv.Itoa(n)})
}

// runDue carries out what is due, and leads back to the page of the day.
func (k *desk) runDue(w http.ResponseWriter, r *http.Request) error {
	at, ok := date.Parse(r.PostFormValue("at"))
	if !ok {
		return k.back(w, r, "/staff/due", nil)
	}
	if err := k.fill(r.Context()); err != nil {
		return err
	}
	done, err := k.run(r.Context(), at)
	if err != nil {
		return err
	}
	return k.back(w, r, "/staff/due", url.Values{"at": {at.String()}, "ran": {strconv.Itoa(len(done))}})
}

// ran tells what has been carried out, the latest first.
func (d *demo) ran(ctx context.Context, lang *text.Language) ([]string, error) {
	rows, err := d.store.DB.QueryContext(ctx, `SELECT day, policy, action, records FROM demo_run ORDER BY id DESC LIMIT 50`)
	if err != nil {
		return nil, fmt.Errorf("demo: read what was done: %w", err)
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var day, id, action string
		var records int
		if err := rows.Scan(&day, &id, &action, &records); err != nil {
			return nil, fmt.Errorf("demo: read what was done: %w", err)
		}
		service := id
		if doc := (&part{policy: id}).document(d.policies); doc != nil {
			service = serviceOf(doc, servedWords(doc, lang))
		}
		list = append(list, dayIn(day, lang)+" · "+service+" · "+retention.ActionIn(policy.Action(action), lang)+": "+recordsIn(records, lang))
	}
	return list, rows.Err()
}

// purged tells which answers of a form went since no activity keeps them any longer.
func (d *demo) purged(ctx context.Context, p *part, lang *text.Language) ([]string, error) {
	rows, err := d.store.DB.QueryContext(ctx, `SELECT field, day FROM demo_purged WHERE reference = $1 ORDER BY day, field`, p.reference)
	if err != nil {
		return nil, fmt.Errorf("demo: read what was done: %w", err)
	}
	defer rows.Close()
	def := p.definition(d.policies)
	var list []string
	for rows.Next() {
		var field, day string
		if err := rows.Scan(&field, &day); err != nil {
			return nil, fmt.Errorf("demo: read what was done: %w", err)
		}
		if def != nil && def.Field(field) != nil {
			field = def.Field(field).Label
		}
		list = append(list, locale.Format(lang.Due.Erased, locale.Arg{Name: "field", Value: field}, locale.Arg{Name: "day", Value: dayIn(day, lang)}))
	}
	return list, rows.Err()
}
