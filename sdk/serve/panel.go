package serve

import (
	"io"
	"net/http"
	"time"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/choices"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// panelName is the page of a policy with what visitors can choose to have stored on
// their device, for <lagrum-choices>; answers can be sent to it, for the record.
const panelName = "choices.json"

// onPanel is what shows the questions there. A yes and a no are one press each. To take
// a yes back is to open the choices first; what opens them is always in sight, which is
// said to be as easy (EDPB, report of the Cookie Banner Taskforce, 17 January 2023; known from
// what others write of it, not read), so that steps are not held against each other.
const onPanel = "lagrum panel 1"

// mostChoices is how many bytes of answers are read.
const mostChoices = 64 << 10

// panel answers with the panel for choices, or keeps what was answered on it.
func (s *site) panel(w http.ResponseWriter, r *http.Request) {
	e := s.byID[r.PathValue("policy")]
	if e == nil || !asksDevice(e.Doc) {
		s.noPage(w, r)
		return
	}
	q, explicit, p := s.read(e, r)
	lang := text.In(q.lang)
	switch {
	case p != nil:
		s.fail(w, r, lang, *p)
	case readsOnly(r):
		s.offerPanel(w, r, e, q.lang, explicit)
	case r.Method == http.MethodPost && e.Ledger != nil:
		s.takeChoices(w, r, &asked{e: e, q: q, lang: lang, day: s.context(e, q).At})
	default:
		w.Header().Set("Allow", "GET, HEAD")
		s.fail(w, r, lang, problem{status: http.StatusMethodNotAllowed, title: lang.Serve.NotAllowed, detail: lang.Serve.OnlyRead})
	}
}

// asksDevice reports whether the policy asks what may be stored on a device.
func asksDevice(doc *policy.Document) bool {
	for i := range doc.Consents {
		if doc.Consents[i].Kind == policy.DeviceStorage {
			return true
		}
	}
	return false
}

// offerPanel answers with the panel. It is for anybody, the same for all, and caches
// may keep it.
func (s *site) offerPanel(w http.ResponseWriter, r *http.Request, e *entry, lang locale.Tag, explicit bool) {
	body, ok := e.panels.Load(lang)
	if !ok {
		p, err := choices.Derive(e.Doc, form.Context{Language: lang, Sum: sum, Earlier: e.Earlier})
		if err != nil {
			s.internal(w, r, text.In(lang), e, err)
			return
		}
		body, _ = e.panels.LoadOrStore(lang, p.AppendJSON(nil))
	}
	vary(w.Header(), explicit, true)
	w.Header().Set("Content-Language", string(lang))
	send(w, r, jsonType, body.([]byte))
}

// takeChoices puts answers on record. They stand under the pseudonym that the device
// made by chance. The same again changes nothing.
func (s *site) takeChoices(w http.ResponseWriter, r *http.Request, a *asked) {
	unreadable := func(status int) {
		s.fail(w, r, a.lang, problem{status: status, title: a.lang.Form.NotReceived, detail: a.lang.Form.Unreadable})
	}
	switch {
	case s.shared.Check(r) != nil:
		s.otherSite(w, r, a.lang)
		return
	case s.crowded(w, r, s.sends, a.lang):
		return
	case !isJSON(r) || isPacked(r):
		unreadable(http.StatusUnsupportedMediaType)
		return
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostChoices))
	if err != nil {
		unreadable(statusOf(err))
		return
	}
	records, right := s.answered(a, data)
	if !right {
		unreadable(http.StatusUnprocessableEntity)
		return
	}
	if err = s.keep(r.Context(), a, records); err == nil {
		err = s.tellWithdrawn(r.Context(), records)
	}
	if err != nil {
		s.complain(r, "choices could not be kept", "policy", a.e.Doc.ID, "type", kind(err))
		w.Header().Set("Retry-After", "120")
		s.fail(w, r, a.lang, problem{status: http.StatusServiceUnavailable, title: a.lang.Serve.Failed, detail: a.lang.Serve.TryLater})
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	s.sendJSON(w, r, a, http.StatusCreated, chosenJSON(records))
}

// answered decides what the device sent: its pseudonym, the language in which was
// asked, and of each answer id, yes and the hash of what was shown.
func (s *site) answered(a *asked, data []byte) ([]consent.Record, bool) {
	in, err := wire.Read(data, wire.Limits{Bytes: mostChoices, Depth: 8, Nodes: 4096, Members: 64})
	subject := in.StrOf("subject")
	if err != nil || !consent.IsByChance(subject) {
		return nil, false
	}
	if tag, ok := declared(a.e.Doc.Languages, in.StrOf("language")); ok {
		a.q.lang = tag
	}
	var records []consent.Record
	seen := map[string]bool{}
	for _, n := range in.Get("answers").Children {
		id := n.StrOf("id")
		c := a.e.Doc.Consent(id)
		if c == nil || c.Kind != policy.DeviceStorage || seen[id] {
			return nil, false
		}
		seen[id] = true
		q, err := consent.Ask(a.e.Doc, id, form.Context{Language: a.q.lang, Sum: sum, Earlier: a.e.Earlier})
		if err != nil {
			return nil, false
		}
		records = append(records, s.onDevice(&q, n, subject))
	}
	return records, len(records) > 0
}

func (s *site) onDevice(q *consent.Question, n wire.Node, subject string) consent.Record {
	yes, _ := n.Get("yes").Bool()
	answer := consent.Answer{
		Yes: yes, At: s.Now().Format(time.RFC3339), Shown: n.StrOf("shown"), Interface: onPanel,
		Person: consent.Person{Subject: subject},
	}
	if yes {
		answer.Act = policy.ByTicking
	}
	if choices.IsOf(q, answer.Shown) {
		answer.Shown = q.Sum
	}
	r := consent.Decide(*q, answer)
	r.ID = s.recordID("panel "+q.Policy+" "+subject, q.Field)
	r.Token = sum(s.token(r.ID))
	return r
}

func chosenJSON(records []consent.Record) []byte {
	w := wire.NewWriter(nil).BeginObject()
	w.Key("answers").BeginArray()
	for i := range records {
		r := &records[i]
		w.BeginObject()
		w.Key("id").String(r.Question.Field)
		w.Key("status").String(string(r.Status))
		w.Key("at").String(r.At)
		if !r.Until.IsZero() {
			w.Key("until").String(r.Until.String())
		}
		w.EndObject()
	}
	return append(w.EndArray().EndObject().Bytes(), '\n')
}

// panelPath describes the panel of a policy.
func (d *describer) panelPath(e *entry) {
	d.Key("/" + e.Doc.ID + "/" + panelName).BeginObject()
	d.Key("parameters").BeginArray()
	var languages []string
	for _, tag := range e.Doc.Languages {
		languages = append(languages, string(tag))
	}
	d.parameter("query", "lang", "The language; without it, what Accept-Language asks for", false, languages...)
	d.EndArray()
	d.Key("get").BeginObject()
	d.pairs("operationId", e.Doc.ID+"..choices.get", "summary", "What visitors can choose to have stored on their device, for lagrum-choices")
	d.Key("responses").BeginObject()
	d.answer(http.StatusOK, "JSON, with an ETag", jsonType, "")
	d.problems(http.StatusBadRequest, http.StatusNotFound)
	d.EndObject().EndObject()
	if e.Ledger != nil {
		d.choicesPost(e)
	}
	d.EndObject()
}

func (d *describer) choicesPost(e *entry) {
	d.Key("post").BeginObject()
	d.pairs("operationId", e.Doc.ID+"..choices.post", "summary", "Put what was chosen on record")
	d.Key("requestBody").BeginObject()
	d.Key("required").Bool(true)
	d.Key("content").BeginObject().Key(jsonType).BeginObject().Key("schema").BeginObject()
	d.reference("Choices")
	d.EndObject().EndObject().EndObject().EndObject()
	d.Key("responses").BeginObject()
	d.answer(http.StatusCreated, "On record", jsonType, "Chosen")
	d.problems(http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge,
		http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable)
	d.EndObject().EndObject()
}

// panelSchemas are those of what is sent with a panel, and of the answer.
var panelSchemas = [...]struct{ name, schema string }{
	{"Choices", `{"type":"object","required":["subject","answers"],"properties":{` +
		`"subject":{"type":"string","minLength":20,"description":"A pseudonym by chance, of letters, digits and hyphens"},` +
		`"language":{"type":"string","description":"The language in which was asked"},` +
		`"answers":{"type":"array","minItems":1,"items":{"type":"object","required":["id","yes"],"properties":{` +
		`"id":{"type":"string","description":"The id of the consent"},"yes":{"type":"boolean"},` +
		`"shown":{"type":"string","description":"The hash of what was shown, from the panel: question.consent.sum"}}}}}}`},
	{"Chosen", `{"type":"object","required":["answers"],"properties":{"answers":{"type":"array","items":{"type":"object","required":["id","status","at"],"properties":{` +
		`"id":{"type":"string"},"status":{"enum":["given","refused","withdrawn","renewed","invalidated"],"description":"A yes counts if it is given or renewed"},` +
		`"at":{"type":"string","format":"date-time"},"until":{"type":"string","format":"date"}}}}}}`},
}
