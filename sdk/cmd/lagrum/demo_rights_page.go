package main

import (
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// A requestsPage lists the requests.
type requestsPage struct {
	deskPage
	Matters []matterView
}

// A matterPage shows one request.
type matterPage struct {
	deskPage
	Matter        matterView
	ExtendWhy     string // what was typed
	ExtendProblem string
}

// A matterView is a request as the staff see it.
type matterView struct {
	Service, Number, Wants, Received, By, Status, Urgency string

	Words          locale.Tag // the language of what the policy says
	LetterLanguage string
	Open, Ready    bool   // not answered yet; all is decided
	Holds          bool   // whether retention stops for it
	Extend         string // what stands on the button; empty if it may not take longer
	Outcome        string
	Facts          []labelled
	Know, Likely   []optionView
	Bars, Steps    []string
	Verdicts       []verdictView
	Parts          []rights.Part
	Letters        []letterView
	Copies         bool
}

type labelled struct{ Label, Value string }

type optionView struct {
	Value, Label string
	Chosen       bool
}

type verdictView struct {
	ID, Title, Outcome string
	Reasons            []string
	Choices            []optionView
}

type letterView struct {
	Day, Title string
	HTML       template.HTML // as sdk/rights wrote and escaped it
	Open       bool
}

// requests lists them, the most urgent first, and those that are answered at the end.
func (k *desk) requests(w http.ResponseWriter, r *http.Request) error {
	list, err := k.matters(r.Context(), "")
	if err != nil {
		return err
	}
	for _, m := range list {
		if err := m.assess(); err != nil {
			return err
		}
	}
	slices.SortStableFunc(list, func(a, b *matter) int { return cmp.Compare(a.urgency(), b.urgency()) })
	lang := deskLanguage(r)
	v := requestsPage{deskPage: k.begin(r, "requests", lang.Desk.Title)}
	for _, m := range list {
		v.Matters = append(v.Matters, m.brief(lang))
	}
	return k.show(w, http.StatusOK, "requests", &v)
}

// urgency puts requests in order: at once, then by the days that are left.
func (m *matter) urgency() int {
	const never = 1 << 20
	switch {
	case !m.answered.IsZero():
		return 2 * never
	case m.answer.Deadline.Status == rights.Instant:
		return -never
	case m.answer.Deadline.Status == rights.Untimed:
		return never
	}
	return m.answer.Deadline.Left
}

// soon is how many days before the end a request is marked.
const soon = 7

// brief gives what the list shows of a request.
func (m *matter) brief(lang *text.Language) matterView {
	d, t := &m.answer.Deadline, &lang.Desk
	v := matterView{
		Service: serviceOf(m.doc, servedWords(m.doc, lang)), Number: m.number, Received: lang.Rules.Date(m.asked.Received),
		Wants: locale.Capital(rights.Words(m.asked.Right, lang).Verb),
	}
	if m.answered.IsZero() && !d.Ends().IsZero() {
		v.By = lang.Rules.Date(d.Ends())
	}
	counted := func(words locale.Plural, n int) string {
		return locale.Format(lang.Rules.Plural.Pick(words, n), locale.Arg{Name: "n", Value: strconv.Itoa(n)})
	}
	switch {
	case !m.answered.IsZero():
		v.Status = locale.Format(t.Answered, locale.Arg{Name: "day", Value: lang.Rules.Date(m.answered)})
	case d.Status == rights.Instant:
		v.Status, v.Urgency = t.AtOnce, "soon"
	case d.Status == rights.Untimed:
		v.Status = t.NoTime
	case d.Status == rights.OnHold:
		v.Status = t.Waiting
	case d.Left < 0:
		v.Status, v.Urgency = counted(t.Over, -d.Left), "late"
	default:
		v.Status = counted(t.Left, d.Left)
		if d.Left <= soon {
			v.Urgency = "soon"
		}
	}
	return v
}

// matter shows a request with its assessment.
func (k *desk) matter(w http.ResponseWriter, r *http.Request) error {
	m, err := k.demo.matter(r.Context(), r.PathValue("number"))
	if err != nil {
		return err
	}
	return k.showMatter(w, r, m, http.StatusOK, func(*matterPage) {})
}

// showMatter shows a request; change adds what is to be told beside it.
func (k *desk) showMatter(w http.ResponseWriter, r *http.Request, m *matter, status int, change func(*matterPage)) error {
	lang := deskLanguage(r)
	v := matterPage{Matter: m.brief(lang), deskPage: k.begin(r, "", "")}
	v.Title = v.Matter.Wants
	v.Path = k.base + "/staff/requests/" + m.number
	m.tell(&v.Matter, lang)
	if err := k.tellHeld(r, m, &v.Matter, lang); err != nil {
		return err
	}
	change(&v)
	return k.show(w, status, "matter", &v)
}

// tell fills in what the page of a request shows of the assessment.
func (m *matter) tell(v *matterView, lang *text.Language) {
	own := servedWords(m.doc, lang)
	v.Words, v.LetterLanguage, v.Open = own.Tag, m.language.Name, m.answered.IsZero()
	v.Ready = m.answer.Outcome != rights.Judged
	v.Holds = holds(m.asked.Right)
	v.Outcome = rights.OutcomeIn(m.answer.Outcome, lang)
	v.Facts = m.facts(lang)
	v.Know = m.know(lang)
	v.Bars, v.Steps = reasonsIn(m.answer.Bars, lang), reasonsIn(m.answer.Deadline.Steps, lang)
	if d := &m.answer.Deadline; d.Status == rights.Open && !d.Extended && d.Last != d.Due {
		v.Extend = locale.Format(lang.Desk.ExtendSend, locale.Arg{Name: "day", Value: lang.Rules.Date(d.Last)})
	}
	for i := range m.answer.Activities {
		v.add(m.verdict(&m.answer.Activities[i], own, lang))
	}
	for _, p := range []struct {
		heading string
		reasons []rights.Reason
	}{{lang.Desk.Identity, slices.Concat(m.answer.Who, m.answer.Identity)}, {lang.Rights.Limits, m.answer.Limits}} {
		if len(p.reasons) > 0 {
			v.Parts = append(v.Parts, rights.Part{Heading: p.heading, Lines: reasonsIn(p.reasons, lang)})
		}
	}
}

// add puts a verdict to those that say the same, unless there is something to decide.
func (v *matterView) add(x verdictView) {
	for i := range v.Verdicts {
		y := &v.Verdicts[i]
		if x.Choices == nil && y.Choices == nil && x.Outcome == y.Outcome && slices.Equal(x.Reasons, y.Reasons) {
			y.Title += " · " + x.Title
			return
		}
	}
	v.Verdicts = append(v.Verdicts, x)
}

func reasonsIn(reasons []rights.Reason, lang *text.Language) []string {
	var list []string
	for i := range reasons {
		list = append(list, reasons[i].In(lang))
	}
	return list
}

// facts lists what was sent.
func (m *matter) facts(lang *text.Language) []labelled {
	t := &lang.Ask
	by := map[rights.Asker]string{rights.Self: t.Self, rights.Child: t.Child, rights.Guardian: t.Guardian, rights.Representative: t.Representative, rights.Relative: t.Relative}
	list := []labelled{{lang.Desk.Right, rights.Words(m.asked.Right, lang).Name}, {t.By, by[m.asked.By]}, {lang.Desk.Name, m.name}, {lang.Desk.Reach, m.reach}}
	age, died, about := "", "", ""
	if m.asked.By == rights.Guardian {
		age = strconv.Itoa(m.asked.Age)
	}
	if !m.asked.Died.IsZero() {
		died = lang.Rules.Date(m.asked.Died)
	}
	own := servedWords(m.doc, lang)
	for i := range m.doc.Activities {
		if slices.Contains(m.asked.Activities, m.doc.Activities[i].ID) {
			about = strings.TrimPrefix(about+", "+rights.ActivityTitle(m.doc, i, own), ", ")
		}
	}
	list = append(list, labelled{t.Person, m.person}, labelled{t.Age, age}, labelled{t.Died, died}, labelled{t.About, about}, labelled{t.Details, m.details})
	return slices.DeleteFunc(list, func(l labelled) bool { return l.Value == "" })
}

// know lists what only people can know, with what they said.
func (m *matter) know(lang *text.Language) []optionView {
	f, t := &m.asked.Facts, &lang.Desk
	list := []optionView{{"doubt", t.Doubt, f.Doubt}, {"proved", t.Proved, !f.Proved.IsZero()}, {"unidentified", t.Unidentified, f.Unidentified},
		{"unfounded", t.Unfounded, f.Unfounded}, {"claims", t.Claims, f.Claims}, {"entitled", t.Entitled, f.Entitled}}
	return slices.DeleteFunc(list, func(o optionView) bool {
		switch o.Value {
		case "entitled":
			return m.asked.By != rights.Relative
		case "proved":
			return !f.Doubt
		case "claims":
			return m.asked.Right != law.Erasure && m.asked.Right != law.Objection
		}
		return false
	})
}

// verdict tells of an activity: why, and what is to be decided.
func (m *matter) verdict(a *rights.Verdict, own, lang *text.Language) verdictView {
	t := &lang.Desk
	outcomes := map[rights.Outcome]string{rights.Granted: t.Do, rights.Partly: t.DoPart, rights.Refused: t.Refuse, rights.Judged: t.Later}
	v := verdictView{ID: a.Activity, Title: locale.Capital(rights.ActivityTitle(m.doc, a.Index, own)), Outcome: outcomes[a.Outcome], Reasons: reasonsIn(a.Reasons, own)}
	settled, was := m.asked.Facts.Settled[a.Activity]
	if a.Outcome != rights.Judged && !was {
		return v
	}
	for _, o := range []rights.Outcome{"", rights.Granted, rights.Partly, rights.Refused} {
		v.Choices = append(v.Choices, optionView{string(o), cmp.Or(outcomes[o], t.Later), o == settled})
	}
	return v
}

// tellHeld fills in which forms may be the person's, and which letters were written.
func (k *desk) tellHeld(r *http.Request, m *matter, v *matterView, lang *text.Language) error {
	likely, err := k.likenesses(r.Context(), m)
	if err != nil {
		return err
	}
	for i := range likely {
		l := &likely[i]
		var why []string
		if l.name {
			why = append(why, lang.Desk.SameName)
		}
		if l.reach {
			why = append(why, lang.Desk.SameReach)
		}
		title := l.parts[0].form
		if def := l.parts[0].definition(k.policies); def != nil {
			title = def.Title
		}
		v.Likely = append(v.Likely, optionView{l.parts[0].reference, title + ", " + dayIn(l.parts[0].at, lang) + ": " + lang.Rules.List(why), slices.Contains(m.theirs, l.parts[0].reference)})
	}
	_, err = k.copyOf(r, m)
	v.Copies = err == nil
	return k.tellLetters(r, m, v, lang)
}

func (k *desk) tellLetters(r *http.Request, m *matter, v *matterView, lang *text.Language) error {
	rows, err := k.store.DB.QueryContext(r.Context(), `SELECT kind, day, html FROM demo_letter WHERE reference = $1 ORDER BY rowid`, m.reference)
	if err != nil {
		return fmt.Errorf("demo: read the letters: %w", err)
	}
	defer rows.Close()
	t := &lang.Request
	titles := map[string]string{string(rights.Acknowledgement): t.LetterReceived, string(rights.Extension): t.LetterExtension,
		string(rights.Refusal): t.LetterRefusal, string(rights.Reply): t.LetterAnswer}
	for rows.Next() {
		var kind, day, html string
		if err := rows.Scan(&kind, &day, &html); err != nil {
			return fmt.Errorf("demo: read the letters: %w", err)
		}
		v.Letters = append(v.Letters, letterView{Day: dayIn(day, lang), Title: titles[kind], HTML: template.HTML(html)})
	}
	if n := len(v.Letters); n > 0 {
		v.Letters[n-1].Open = true
	}
	return rows.Err()
}

// copyOf makes the copy for the person, of the forms that are theirs.
func (k *desk) copyOf(r *http.Request, m *matter) (rights.Copy, error) {
	if len(m.theirs) == 0 {
		return rights.Copy{}, errNoMatter
	}
	held, err := k.holdingOf(r.Context(), m)
	if err != nil {
		return rights.Copy{}, err
	}
	c, err := rights.CopyOf(m.doc, &m.answer, held, m.language)
	if err == rights.NothingOpen {
		return rights.Copy{}, errNoMatter
	}
	return c, err
}

func (k *desk) copyJSON(w http.ResponseWriter, r *http.Request) error {
	m, err := k.demo.matter(r.Context(), r.PathValue("number"))
	if err != nil {
		return err
	}
	c, err := k.copyOf(r, m)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Disposition", `attachment; filename="copy-`+m.number+`.json"`)
	_, err = w.Write(c.JSON())
	return err
}

func (k *desk) copyPage(w http.ResponseWriter, r *http.Request) error {
	m, err := k.demo.matter(r.Context(), r.PathValue("number"))
	if err != nil {
		return err
	}
	c, err := k.copyOf(r, m)
	if err != nil {
		return err
	}
	for _, p := range c.Pages() {
		if p.Name == r.PathValue("page") {
			w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, err := w.Write([]byte(p.HTML))
			return err
		}
	}
	return errNoMatter
}

// facts keeps what people know and have decided.
func (k *desk) facts(w http.ResponseWriter, r *http.Request) error {
	m, err := k.demo.matter(r.Context(), r.PathValue("number"))
	if err != nil {
		return err
	}
	f := &m.asked.Facts
	f.Unidentified, f.Unfounded, f.Claims, f.Entitled = yes(r, "unidentified"), yes(r, "unfounded"), yes(r, "claims"), yes(r, "entitled")
	f.Proved = dayIf(f.Doubt && yes(r, "doubt") && yes(r, "proved"), f.Proved)
	f.Doubt = yes(r, "doubt")
	f.Asked = dayIf(f.Doubt, f.Asked)
	f.Settled = map[string]rights.Outcome{}
	for i := range m.doc.Activities {
		id := m.doc.Activities[i].ID
		switch o := rights.Outcome(r.PostFormValue("settle." + id)); o {
		case rights.Granted, rights.Partly, rights.Refused:
			f.Settled[id] = o
		}
	}
	if err := k.save(r.Context(), m); err != nil {
		return err
	}
	return k.back(w, r, "/staff/requests/"+m.number, nil)
}

func yes(r *http.Request, name string) bool { return r.PostFormValue(name) == "yes" }

// dayIf is the day on which something was noted: that of the first time, else today;
// zero if it is not so.
func dayIf(so bool, first date.Date) date.Date {
	switch {
	case !so:
		return date.Date{}
	case first.IsZero():
		return today()
	}
	return first
}

// held keeps which forms are the person's.
func (k *desk) held(w http.ResponseWriter, r *http.Request) error {
	m, err := k.demo.matter(r.Context(), r.PathValue("number"))
	if err != nil {
		return err
	}
	if err := r.ParseForm(); err == nil && m.answered.IsZero() {
		if err := k.claim(r.Context(), m, r.PostForm["form"]); err != nil {
			return err
		}
	}
	return k.back(w, r, "/staff/requests/"+m.number, nil)
}

// extend writes to the person that it takes longer.
func (k *desk) extend(w http.ResponseWriter, r *http.Request) error {
	m, err := k.demo.matter(r.Context(), r.PathValue("number"))
	if err != nil {
		return err
	}
	why := strings.TrimSpace(r.PostFormValue("why"))
	done, err := k.demo.extend(r.Context(), m, why)
	if err != nil {
		return err
	}
	if !done && why == "" {
		return k.showMatter(w, r, m, http.StatusUnprocessableEntity, func(v *matterPage) { v.ExtendProblem = v.Lang.Desk.WhyMissing })
	}
	if !done {
		return k.showMatter(w, r, m, http.StatusConflict, func(v *matterPage) { v.Problem, v.ExtendWhy = v.Lang.Desk.ExtendNone, why })
	}
	return k.back(w, r, "/staff/requests/"+m.number, nil)
}

// answer writes the answer, or the refusal, and closes the request.
func (k *desk) answer(w http.ResponseWriter, r *http.Request) error {
	m, err := k.demo.matter(r.Context(), r.PathValue("number"))
	if err != nil {
		return err
	}
	done, err := k.close(r.Context(), m, strings.TrimSpace(r.PostFormValue("why")))
	if err != nil {
		return err
	}
	if !done && m.answered.IsZero() {
		return k.showMatter(w, r, m, http.StatusConflict, func(v *matterPage) { v.Problem = v.Lang.Desk.CloseNot })
	}
	return k.back(w, r, "/staff/requests/"+m.number, nil)
}
