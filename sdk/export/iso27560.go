package export

import (
	"cmp"
	"errors"
	"slices"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/policy"
)

// iso27560 is how errors name the format.
const iso27560 = "ISO/IEC TS 27560"

// Links are the addresses that belong to a record and do not stand in it. Each
// may be empty.
type Links struct {
	Notice   string // where the notice can be read
	Withdraw string // where the person takes the consent back
}

// ISO27560Record gives what became of one question for one person as a record of
// consent by ISO/IEC TS 27560:2023, in JSON: one process, with a status for each
// version of the history. The policy is that under which the question was put.
//
// The members are those of the specification "record-2" by the editors of the W3C
// Community Group's guide to the standard; docs/exports.md lists them. The error is
// a *MissingError if a mandatory one has nothing to stand in it.
func ISO27560Record(h consent.History, doc *policy.Document, links Links) ([]byte, error) {
	var versions []consent.Record
	for r := range h.All() {
		versions = append(versions, r)
	}
	r, err := newRecord(versions, doc, links, false)
	if err != nil {
		return nil, err
	}
	return encode(r), nil
}

// ISO27560Receipt gives a person's receipt as a receipt of consent by ISO/IEC TS
// 27560:2023, in JSON: it wraps a record for each answer, refusals among them. See
// [ISO27560Record].
func ISO27560Receipt(r *consent.Receipt, doc *policy.Document) ([]byte, error) {
	out, err := newReceipt(r, doc, false)
	if err != nil {
		return nil, err
	}
	return encode(out), nil
}

// The record and the receipt of the format. With a context they are JSON-LD.
type (
	record struct {
		Context    any               `json:"@context,omitempty"`
		Type       []string          `json:"@type"`
		ConformsTo string            `json:"dct:conformsTo"`
		ID         string            `json:"dpv:hasIdentifier"`
		Subject    subject           `json:"dpv:hasDataSubject"`
		Created    string            `json:"dct:created"`
		Modified   string            `json:"dct:modified,omitempty"`
		Creator    string            `json:"dct:creator"`
		Language   string            `json:"dct:language"`
		Notices    []notice          `json:"dpv:hasNotice"`
		Processes  []process         `json:"dpv:hasProcess"`
		Entities   map[string]entity `json:"dpv:hasEntity"`
	}
	subject struct {
		Type []string `json:"@type"`
		ID   string   `json:"dpv:hasIdentifier"`
	}
	receipt struct {
		Context    any      `json:"@context,omitempty"`
		Type       []string `json:"@type"`
		ConformsTo string   `json:"dct:conformsTo"`
		ID         string   `json:"dpv:hasIdentifier"`
		Created    string   `json:"dct:created"`
		Language   string   `json:"dct:language"`
		Records    []record `json:"dpv:hasRecordOfActivity"`
	}
)

func newReceipt(r *consent.Receipt, doc *policy.Document, linked bool) (*receipt, error) {
	created, ok := utc(r.Issued)
	out := &receipt{
		Type: []string{"dpv:ConsentReceipt"}, ConformsTo: "dpv-27560:receipt-record", ID: r.ID, Created: created, Language: string(r.Language),
	}
	v := view{}
	v.lackIf(r.ID == "", "the receipt has no id")
	v.lackIf(!ok, "the receipt does not say when it was issued")
	v.lackIf(len(r.Items) == 0, "the receipt holds no answer")
	for i := range r.Items {
		item := &r.Items[i]
		one, err := newRecord([]consent.Record{item.Record}, doc, Links{Notice: r.NoticeURL, Withdraw: item.Withdraw}, linked)
		if lack, is := errors.AsType[*MissingError](err); is {
			v.lacks = add(v.lacks, lack.Lacks...)
			continue
		}
		if err != nil {
			return nil, err
		}
		out.Records = append(out.Records, *one)
	}
	return out, v.missing(iso27560)
}

// newRecord makes the record of the versions of one history. With linked, the
// keys of entities are those of JSON-LD.
func newRecord(versions []consent.Record, doc *policy.Document, links Links, linked bool) (*record, error) {
	if len(versions) == 0 {
		return nil, &MissingError{Format: iso27560, Lacks: []string{"the history holds no record"}}
	}
	first, last := &versions[0], &versions[len(versions)-1]
	v, err := viewOf(doc, &last.Question)
	if err != nil {
		return nil, err
	}
	e := newEntities(v, linked)
	out := &record{
		Type: []string{"dpv:ConsentRecord"}, ConformsTo: "dpv-27560:record-2", ID: last.ID,
		Subject: subject{[]string{"dpv:DataSubject"}, last.Subject}, Language: string(last.Question.Language),
		Notices: v.notices(&last.Question, links), Entities: e.all, Processes: e.asked(versions, links),
	}
	if len(out.Processes) > 0 {
		out.Creator = out.Processes[0].Controllers[0]
	}
	v.lackIf(last.ID == "", "the record has no id")
	v.lackIf(last.Subject == "", "the record has no pseudonym of the person")
	out.Created, _ = utc(first.At)
	if modified, _ := utc(last.At); modified != out.Created {
		out.Modified = modified
	}
	return out, v.missing(iso27560)
}

// asked gives the process that the question asks for, with what became of it: one
// for each controller, since several of one process would be joint ones.
func (e *entities) asked(versions []consent.Record, links Links) []process {
	q := &versions[len(versions)-1].Question
	activities := e.restingOn(q.ID)
	c := e.doc.Consent(q.ID)
	if c == nil || len(activities) == 0 {
		e.lack("no activity of the policy rests on consent " + quoted(q.ID))
		return nil
	}
	e.lackIf(len(c.Purposes) == 0, "consent "+quoted(q.ID)+" has no purpose")
	e.lackIf(len(c.Data) == 0, "consent "+quoted(q.ID)+" does not say which data it is about")
	e.lackIf(e.doc.Jurisdiction == "", "the policy has no jurisdiction")
	how := cmp.Or(links.Withdraw, q.Withdraw)
	e.lackIf(how == "", "consent "+quoted(q.ID)+" does not say how to withdraw it")
	var list []process
	for _, controllers := range groups(e.relying(q, activities), activities) {
		p := e.process(activities, controllers, c.Purposes, c.Data)
		p.Basis = append([]concept{e.kind(q.Kind)}, p.Basis...)
		if q.Kind == policy.SecrecyWaiver {
			p.Basis = p.Basis[:1] // no consent under data protection law, whatever else the activity rests on
		}
		e.disclose(&p, add(e.recipients(activities, c.Data), c.Audience...))
		p.Controls = []concept{{Type: []string{"dpv:WithdrawConsent"}, ExercisedAt: how}}
		for i := range versions {
			p.Status = append(p.Status, e.status(&versions[i], p.Controllers[0]))
		}
		e.lackIf(len(p.Rights) == 0, "the policy gives no rights")
		list = append(list, p)
	}
	return list
}

// groups parts controllers of activities into those of one process each: all
// together if they are joint, and each by itself otherwise.
func groups(controllers []string, activities []*policy.Activity) [][]string {
	if !slices.ContainsFunc(activities, func(a *policy.Activity) bool { return a.Joint == nil }) && len(controllers) > 0 {
		return [][]string{controllers}
	}
	var list [][]string
	for _, id := range controllers {
		list = append(list, []string{id})
	}
	return list
}

// relying gives the parties that rely on the consent as controllers: those that
// the person was told of. Where the question could not name them, since they
// depend on the event, and only one is possible, it is that one.
func (v *view) relying(q *consent.Question, activities []*policy.Activity) []string {
	var told, possible []string
	for _, a := range activities {
		possible = add(possible, v.controllers(a)...)
	}
	for _, id := range possible {
		if p := v.doc.Party(id); p != nil && slices.Contains(q.Controllers, v.in(p.Name)) {
			told = add(told, id)
		}
	}
	if len(told) == 0 && len(possible) == 1 {
		return possible
	}
	v.lackIf(len(told) == 0, "the record does not say who relies on consent "+quoted(q.ID)+", which depends on the event")
	return told
}

// controllers gives all that can be controllers of an activity, in any scope.
func (v *view) controllers(a *policy.Activity) []string {
	ids := add([]string(nil), a.Controllers...)
	for i := range v.doc.Scopes {
		if s := &v.doc.Scopes[i]; a.ControllerPer != "" && s.Kind == a.ControllerPer {
			ids = add(ids, s.Controllers...)
		}
	}
	return ids
}

// notices gives what the person was shown: the question itself, and the notice.
func (v *view) notices(q *consent.Question, links Links) []notice {
	lang := string(q.Language)
	version := q.Policy + " " + q.Version
	return []notice{
		{Type: []string{"dpv:ConsentNotice"}, ID: cmp.Or(q.Sum, version+" "+q.ID), Language: lang, Text: cmp.Or(q.Text, q.Label)},
		{Type: []string{"dpv:PrivacyNotice"}, ID: version, Language: lang, Text: v.in(v.doc.Title), Location: links.Notice},
	}
}
