package main

import (
	"bytes"
	"context"
	_ "embed" // the page and its stylesheet
	"errors"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

//go:embed demo_staff.html
var staffPage string

//go:embed demo_staff.css
var staffStyle string

var staffTemplate = template.Must(template.New("staff").Parse(staffPage))

// handler puts the page for the staff beside the pages for everybody.
func (d *demo) handler(base string, everybody http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+base+"/staff", d.staff)
	mux.HandleFunc("GET "+base+"/staff/style.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write([]byte(staffStyle))
	})
	d.deskRoutes(mux, base)
	d.reportRoutes(mux, base)
	d.profileRoutes(mux, base)
	mux.Handle("/", everybody)
	return byNumber(mux)
}

// A staffView is what the page shows.
type staffView struct {
	Lang  locale.Tag
	Words *text.Staff
	Forms []staffForm
	Logs  []staffLog
	Base  string
	Key   string // that of the receipts, as a JWK
	Desk  string // links to the other pages for the staff
	Due   string
	Kept  string // link to the record of processing
	Sees  string // link to who sees what; empty where no policy shows anything
}

// A staffForm is one form that was received.
type staffForm struct {
	Service  string
	At, When string // the instant as RFC 3339, and as people read it
	Answers  []staffAnswer
	Erased   []string
	Consents []staffConsent
}

type staffAnswer struct{ Label, Value string }

type staffConsent struct {
	Label, Kind, Status, Entry, Number string
	Counts                             bool
	Notes                              []string
	Again                              []string // why to ask again; none if there is no need
}

// A staffLog is the log of one policy.
type staffLog struct {
	Service, Entries, Says, Checkpoint, Key string
	Sound                                   bool
}

func (d *demo) staff(w http.ResponseWriter, r *http.Request) {
	lang := text.In(accept.NewLanguages(text.Languages).Match(r.Header.Get("Accept-Language")))
	if asked := text.In(locale.Tag(r.URL.Query().Get("lang"))); asked != nil {
		lang = asked
	}
	view, err := d.view(r.Context(), lang)
	if err != nil {
		d.log.Error("the page for the staff could not be made", "error", err)
	}
	var page bytes.Buffer
	if err == nil {
		view.Base = strings.TrimSuffix(r.URL.Path, "/staff")
		err = staffTemplate.Execute(&page, view)
	}
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	if err != nil {
		http.Error(w, lang.Serve.TryLater, http.StatusInternalServerError)
		return
	}
	h.Set("Content-Type", "text/html; charset=utf-8")
	w.Write(page.Bytes())
}

func (d *demo) view(ctx context.Context, lang *text.Language) (*staffView, error) {
	v := &staffView{Lang: lang.Tag, Words: &lang.Staff, Key: d.receiptKey, Desk: lang.Desk.Title, Due: lang.Due.Title, Kept: lang.Accountability.Record}
	if d.shownPolicy("") != nil {
		v.Sees = lang.Visible.Title
	}
	rows, err := d.store.DB.QueryContext(ctx, `SELECT `+partColumns+` FROM demo_answer ORDER BY at DESC, reference, second LIMIT 200`)
	if err != nil {
		return nil, err
	}
	parts, err := readParts(rows)
	if err != nil {
		return nil, err
	}
	byReference := map[string]int{}
	for i := range parts {
		n, known := byReference[parts[i].reference]
		if !known {
			n = len(v.Forms)
			byReference[parts[i].reference] = n
			form, err := d.formOf(ctx, &parts[i], lang)
			if err != nil {
				return nil, err
			}
			v.Forms = append(v.Forms, form)
		}
		v.Forms[n].Answers = append(v.Forms[n].Answers, parts[i].labelled(d)...)
	}
	for i := range d.policies {
		l, err := d.logOf(ctx, d.policies[i].Ledger, lang)
		if err != nil {
			return nil, err
		}
		if l != nil {
			l.Key = d.logKeys[d.policies[i].Ledger.Name()]
			l.Service = d.policies[i].Doc.Title.In(servedIn(d.policies[i].Doc.Languages, lang.Tag))
			v.Logs = append(v.Logs, *l)
		}
	}
	return v, nil
}

// servedIn is the language in which names of a policy are shown: that of the
// page, if the policy has it.
func servedIn(languages []locale.Tag, tag locale.Tag) locale.Tag {
	for _, own := range languages {
		if own == tag {
			return tag
		}
	}
	if len(languages) > 0 {
		return languages[0]
	}
	return tag
}

// formOf tells of a form that was received, without its answers.
func (d *demo) formOf(ctx context.Context, p *part, lang *text.Language) (staffForm, error) {
	out := staffForm{At: p.at, When: dayIn(p.at, lang) + " " + p.at[min(11, len(p.at)):min(16, len(p.at))], Service: p.policy}
	def := p.definition(d.policies)
	if def != nil {
		out.Service = def.Title
	}
	rows, err := d.store.DB.QueryContext(ctx, `SELECT field, at FROM demo_erased WHERE reference = $1 ORDER BY at, field`, p.reference)
	if err != nil {
		return out, err
	}
	defer rows.Close()
	for rows.Next() {
		var field, at string
		if err := rows.Scan(&field, &at); err != nil {
			return out, err
		}
		label := field
		if def != nil && def.Field(field) != nil {
			label = def.Field(field).Label
		}
		out.Erased = append(out.Erased, locale.Format(lang.Staff.Erased, locale.Arg{Name: "field", Value: label}, locale.Arg{Name: "day", Value: dayIn(at, lang)}))
	}
	if err := rows.Err(); err != nil {
		return out, err
	}
	purged, err := d.purged(ctx, p, lang)
	if err != nil {
		return out, err
	}
	out.Erased = append(out.Erased, purged...)
	out.Consents, err = d.consentsOf(ctx, p, lang)
	return out, err
}

func dayIn(at string, lang *text.Language) string {
	day, ok := date.Parse(at[:min(10, len(at))])
	if !ok {
		return at
	}
	return lang.Rules.Date(day)
}

func (d *demo) consentsOf(ctx context.Context, p *part, lang *text.Language) ([]staffConsent, error) {
	ids, err := d.consentIDs(ctx, p.reference)
	if err != nil {
		return nil, err
	}
	var list []staffConsent
	def := p.definition(d.policies)
	for _, id := range ids {
		log := d.ledgerOf(p.policy)
		if log == nil {
			continue
		}
		h, err := log.History(ctx, id)
		if _, damaged := errors.AsType[*ledger.DamageError](err); damaged {
			continue // the page says below that the log does not verify
		}
		if err != nil {
			return nil, err
		}
		last, any := h.Last()
		if !any {
			continue
		}
		c := staffConsent{
			Label: last.Record.Question.Title, Kind: consent.Kind(last.Record.Question.Kind, lang), Status: statusIn(last.Record.Status, &lang.Staff), Counts: last.Record.Status.Counts(), Number: last.Record.ID,
			Entry: locale.Format(lang.Staff.Entry, locale.Arg{Name: "n", Value: strconv.FormatInt(last.Index+1, 10)}),
		}
		c.Notes = inWords(last.Record.Reasons, lang)
		if def != nil {
			c.stand(&last.Record, def, lang)
		}
		list = append(list, c)
	}
	return list, nil
}

// stand tells how a yes stands against what the form asks today: whether it must be
// asked for again, and why.
func (c *staffConsent) stand(r *consent.Record, def *form.Definition, lang *text.Language) {
	question, asked := consent.Of(def, r.Question.Field)
	if !asked || !r.Status.Counts() {
		return
	}
	day, _ := date.Parse(now()[:len("2006-01-02")])
	standing := consent.Stands(*r, question, day, date.Date{})
	c.Counts = standing.Counts
	if standing.Ask {
		c.Again = inWords(standing.Reasons, lang)
	}
}

func inWords(reasons []consent.Reason, lang *text.Language) []string {
	var list []string
	for i := range reasons {
		list = append(list, reasons[i].In(lang))
	}
	return list
}

func (d *demo) consentIDs(ctx context.Context, reference string) ([]string, error) {
	rows, err := d.store.DB.QueryContext(ctx, `SELECT id FROM demo_consent WHERE reference = $1 ORDER BY rowid`, reference)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

func (d *demo) ledgerOf(policy string) *ledger.Log {
	for i := range d.policies {
		if d.policies[i].Doc.ID == policy {
			return d.policies[i].Ledger
		}
	}
	return nil
}

func statusIn(s consent.Status, w *text.Staff) string {
	switch s {
	case consent.Given, consent.Renewed:
		return w.Yes
	case consent.Refused:
		return w.No
	case consent.Withdrawn:
		return w.TakenBack
	case consent.Expired:
		return w.Expired
	case consent.Invalidated:
		return w.Void
	}
	return w.Asked
}

// labelled gives the answers of a part as people read them.
func (p *part) labelled(d *demo) []staffAnswer {
	def := p.definition(d.policies)
	if def == nil {
		return nil
	}
	var list []staffAnswer
	for i := range def.Fields {
		f := &def.Fields[i]
		value, there := p.answers[f.Name]
		if !there || f.Consent != nil {
			continue
		}
		list = append(list, staffAnswer{Label: locale.Capital(f.Label), Value: valueText(value, f.Options...)})
	}
	return list
}

// valueText is an answer as people read it: of a choice, what stood on the form.
func valueText(value any, options ...form.Option) string {
	switch v := value.(type) {
	case string:
		for _, o := range options {
			if o.Value == v {
				return o.Label
			}
		}
		return v
	case []any:
		var all []string
		for _, one := range v {
			all = append(all, valueText(one, options...))
		}
		return strings.Join(all, ", ")
	case map[string]any:
		return valueText(v["name"])
	}
	return ""
}

// logOf verifies a log; nil for one that was never written to.
func (d *demo) logOf(ctx context.Context, log *ledger.Log, lang *text.Language) (*staffLog, error) {
	report, err := d.verifier.verify(ctx, log)
	if err != nil || report.Size == 0 && len(report.Findings) == 0 {
		return nil, err
	}
	w := &lang.Staff
	n := int(report.Size)
	l := &staffLog{Sound: len(report.Findings) == 0, Says: w.Sound, Checkpoint: report.Checkpoint}
	l.Entries = locale.Format(lang.Rules.Plural.Pick(w.Entries, n), locale.Arg{Name: "n", Value: strconv.Itoa(n)})
	if !l.Sound {
		l.Says = w.Broken
	}
	return l, nil
}
