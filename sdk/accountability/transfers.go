package accountability

import (
	"cmp"
	"slices"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// TransfersOf tells what leaves the EEA: to whom, where to, on what ground, which
// decision on adequacy is in force on the day, and what is left to look at (GDPR
// Chapter V, Articles 44 to 49; Regulation (EU) 2018/1725 Articles 46 to 50). The
// error is a *[ContextError].
func TransfersOf(doc *policy.Document, c Context) (*Report, error) {
	w, err := newWriter(doc, c)
	if err != nil {
		return nil, err
	}
	if err := w.limited(c.Party); err != nil {
		return nil, err
	}
	r := w.report(TransfersKind, "44", w.words.TransfersTitle, c.Party)
	g := Group{ID: "transfers", Title: w.lang.Data.Transfers, Provision: number(doc.Regime, "44"), None: w.words.NoTransfers}
	for _, t := range Transfers(doc, w.at) {
		if c.Party == "" || w.concerns(&t, c.Party) {
			g.Parts = append(g.Parts, w.transfer(&t))
		}
	}
	if len(g.Parts) > 0 {
		g.Columns = columns(g.Parts[0].Rows)
	}
	r.Groups = []Group{g}
	return r, nil
}

// concerns reports whether a transfer belongs to an activity of the controller.
func (w *writer) concerns(t *Transfer, controller string) bool {
	return slices.ContainsFunc(t.Activities, func(i int) bool {
		return slices.Contains(controllers(w.doc, &w.doc.Activities[i]), controller)
	})
}

func (w *writer) transfer(t *Transfer) Part {
	title := together(" → ", locale.Capital(w.receiver(t)), w.lang.Country(t.Country))
	return Part{ID: string(t.Path), Title: title, Path: t.Path, Rows: []Row{
		w.who(t), w.carriedData(t), w.destination(t), w.mechanism(t), w.adequacy(t), w.safeguards(t), w.copy(t),
	}}
}

// receiver names who gets the data.
func (w *writer) receiver(t *Transfer) string {
	if r := w.doc.Recipient(t.Recipient); r != nil && w.in(r.Name) != "" {
		return w.in(r.Name)
	}
	if name := w.party(t.Party); name != "" {
		return name
	}
	for i := range w.doc.Systems {
		if t.Path == place("systems", i) {
			return cmp.Or(w.in(w.doc.Systems[i].Name), w.doc.Systems[i].ID)
		}
	}
	for i := range w.doc.Technologies {
		if t.Path == place("technologies", i) {
			return cmp.Or(w.in(w.doc.Technologies[i].Name), w.doc.Technologies[i].ID)
		}
	}
	return cmp.Or(t.Recipient, t.Processor)
}

// who tells who receives the data, and for which activities.
func (w *writer) who(t *Transfer) Row {
	r := w.row("recipient", w.lang.Data.Recipient, "30(1)(e)")
	name := locale.Capital(w.receiver(t))
	if t.Processor != "" {
		name += " (" + locale.Small(w.words.Processor) + ")"
	}
	r.say(name, t.Path)
	for _, i := range t.Activities {
		r.say(labelled(w.words.For, w.activityTitle(i)), place("activities", i))
	}
	return r
}

func (w *writer) carriedData(t *Transfer) Row {
	r := w.row("data", w.words.DataCategories, "30(1)(c)")
	if len(t.Data) > 0 {
		r.say(locale.Capital(w.lang.Rules.List(w.labels(t.Data))), w.paths(t.Data)...)
		return r
	}
	var ids []string
	for _, i := range t.Activities {
		ids = add(ids, w.doc.Activities[i].Data...)
	}
	if names := w.lang.Rules.List(w.labels(ids)); names != "" {
		r.say(fill(w.words.AnyOf, "data", names), t.Path)
	} else {
		r.lack(w.words.NoData, t.Path)
	}
	return r
}

func (w *writer) destination(t *Transfer) Row {
	r := w.row("country", w.words.Country, "30(1)(e)")
	switch {
	case t.Country == "":
		r.lack(w.words.NoDestination, t.Path.Key("transfer").Key("country"))
	case law.InEEA(t.Country, w.at):
		r.say(w.lang.Country(t.Country), t.Path)
		r.check(fill(w.words.WithinEEA, "country", w.lang.Country(t.Country)), t.Path.Key("transfer").Key("country"))
	default:
		r.say(w.lang.Country(t.Country), t.Path)
	}
	return r
}

// grounds are the provisions that allow a transfer. Regulation (EU) 2018/1725 puts
// the safeguards that only others than institutions can have into one point.
var grounds = map[law.ActID]map[policy.Mechanism]string{
	law.GDPR: {
		policy.Adequacy: "45", policy.SCC: "46(2)(c)", policy.BCR: "46(2)(b)", policy.ConductCode: "46(2)(e)",
		policy.Certification: "46(2)(f)", policy.AdHoc: "46(3)(a)", policy.Derogation: "49",
	},
	law.EUDPR: {
		policy.Adequacy: "47", policy.SCC: "48(2)(b)", policy.BCR: "48(2)(d)", policy.ConductCode: "48(2)(d)",
		policy.Certification: "48(2)(d)", policy.AdHoc: "48(3)(a)", policy.Derogation: "50",
	},
}

func (w *writer) mechanism(t *Transfer) Row {
	r := w.row("mechanism", w.words.Mechanism, "44")
	path := t.Path.Key("transfer").Key("mechanism")
	switch {
	case t.Stated == nil:
		r.lack(fill(w.words.NotStated, "country", w.lang.Country(t.Country)), t.Path.Key("transfer"))
	case t.Stated.Mechanism == "":
		r.lack(sentence(w.lang.Data.NoMechanism), path)
	default:
		r.Provision = grounds[w.doc.Regime][t.Stated.Mechanism]
		r.say(locale.Capital(w.mechanismName(t.Stated)), path)
	}
	return r
}

func (w *writer) mechanismName(t *policy.Transfer) string {
	d := &w.lang.Data
	switch t.Mechanism {
	case policy.Adequacy:
		if t.Decision == "" {
			return d.AdequacyAny
		}
		return fill(d.Adequacy, "decision", t.Decision)
	case policy.SCC:
		return together(", ", d.SCC, t.Decision)
	case policy.BCR:
		return d.BCR
	case policy.ConductCode:
		return d.ConductCode
	case policy.Certification:
		return d.Certification
	case policy.AdHoc:
		return d.AdHoc
	case policy.Derogation:
		return d.Derogation
	}
	return d.NoMechanism
}

// adequacy tells which decision for the country is in force on the day, and
// whether it is the one that the policy names.
func (w *writer) adequacy(t *Transfer) Row {
	r := w.row("adequacy", w.words.AdequacyRow, "45")
	where := together(", ", w.lang.Country(t.Country), w.lang.Rules.Date(w.at))
	path := t.Path.Key("transfer").Key("decision")
	relies := t.Stated != nil && t.Stated.Mechanism == policy.Adequacy
	if t.Adequate {
		r.say(fill(w.words.DecisionHolds, "decision", t.Decision.Decision, "where", where))
		if until := w.lang.Rules.Date(t.Decision.To); until != "" {
			r.say(fill(w.words.DecisionEnds, "day", until))
		}
	} else {
		r.say(fill(w.words.NoDecision, "where", where))
	}
	if !relies {
		return r
	}
	named, known := law.FindAdequacy(t.Stated.Decision)
	switch {
	case t.Stated.Decision != "" && known && named.Country != t.Country:
		r.lack(fill(w.words.DecisionElsewhere, "decision", t.Stated.Decision), path)
	case t.Stated.Decision != "" && known && !named.InForce(w.at):
		r.lack(fill(w.words.DecisionOver, "decision", t.Stated.Decision), path)
	case !t.Adequate:
		r.lack(w.words.DecisionNeeded, path)
	case t.Country == "US":
		r.check(w.words.OnTheList, t.Path)
	case t.Decision.Scope != "":
		r.check(w.words.NotEverybody, t.Path)
	}
	return r
}

// safeguards tells what must be looked at where no decision does.
func (w *writer) safeguards(t *Transfer) Row {
	r := w.row("safeguards", w.words.Safeguards, "46(1)")
	path := t.Path.Key("transfer")
	switch {
	case t.Stated == nil || t.Stated.Mechanism == "":
		r.lack(w.words.NoSafeguards, path)
	case t.Stated.Mechanism == policy.Adequacy:
		r.say(w.words.NoneNeeded, path)
	case t.Stated.Mechanism == policy.Derogation:
		r.Provision = grounds[w.doc.Regime][policy.Derogation]
		r.check(fill(w.words.SingleCases, "article", w.law.Article(r.Provision)), path)
	default:
		r.say(locale.Capital(w.mechanismName(t.Stated)), path.Key("mechanism"))
		r.check(w.words.AssessCountry, path)
	}
	return r
}

// copy tells how people get a copy of the safeguards.
func (w *writer) copy(t *Transfer) Row {
	r := w.row("copy", w.lang.Data.TransferCopy, "13(1)(f)")
	path := t.Path.Key("transfer").Key("copy")
	switch {
	case t.Stated != nil && w.in(t.Stated.Copy) != "":
		r.say(w.in(t.Stated.Copy), path)
	case t.Stated != nil && (t.Stated.Mechanism == policy.Adequacy || t.Stated.Mechanism == policy.Derogation):
		r.say(w.words.NoneNeeded, path)
	default:
		r.lack(w.words.NoCopy, path)
	}
	return r
}

// journey adds a transfer to a row of a record, with what must be documented: under
// the GDPR for a compelling interest in a single case (second subparagraph of
// Article 49(1)), under Regulation (EU) 2018/1725 wherever safeguards are used.
func (w *writer) journey(r *Row, t *Transfer) {
	name := locale.Capital(w.receiver(t))
	if t.Stated == nil {
		r.lack(labelled(name, fill(w.words.NotStated, "country", w.lang.Country(t.Country))), t.Path)
		return
	}
	r.say(labelled(name, fill(w.lang.Data.TransferTo, "country", w.lang.Country(t.Country), "mechanism", w.mechanismName(t.Stated))), t.Path.Key("transfer"))
	eu := w.doc.Regime == law.EUDPR
	if !eu && t.Stated.Mechanism == policy.Derogation || eu && t.Stated.Mechanism != policy.Adequacy {
		r.check(fill(w.words.Document, "article", w.law.Article(r.Provision)), t.Path.Key("transfer"))
	}
}
