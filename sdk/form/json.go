package form

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/screen"
)

// AppendJSON appends the definition as JSON, for a page or a Worker to carry:
// the form in one language, and nothing of the policy that people do not read.
func (d *Definition) AppendJSON(dst []byte) []byte { return d.appendJSON(dst, false) }

// AppendUnscreened is [Definition.AppendJSON] for a page on which the form is filled
// in: without what free text is screened with, which weighs more than all the rest
// and which a page loads apart, see [Definition.AppendScreening], and without what a
// consent binds to, which is for the host's records.
func (d *Definition) AppendUnscreened(dst []byte) []byte { return d.appendJSON(dst, true) }

func (d *Definition) appendJSON(dst []byte, forPage bool) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	for _, m := range [...]struct{ name, value string }{
		{"policy", d.Policy}, {"version", d.Version}, {"form", d.Form}, {"language", string(d.Language)}, {"title", d.Title},
		{"intro", d.Intro}, {"submit", d.Submit}, {"received", d.Received},
	} {
		writeText(w, m.name, m.value)
	}
	writeTexts(w, "transient", d.Transient)
	w.Key("groups").BeginArray()
	for i := range d.Groups {
		g := &d.Groups[i]
		w.BeginObject()
		writeText(w, "id", g.ID)
		writeText(w, "label", g.Label)
		writeText(w, "hint", g.Hint)
		writeText(w, "about", string(g.About))
		writeCondition(w, g.If)
		w.EndObject()
	}
	w.EndArray()
	w.Key("fields").BeginArray()
	for i := range d.Fields {
		writeField(w, &d.Fields[i], forPage)
	}
	w.EndArray()
	words := d.words[:]
	if forPage {
		words = words[:wordScreen]
	} else if len(d.Lexicon.Sections) > 0 {
		w.Key("lexicon").Raw(string(d.Lexicon.AppendJSON(nil)))
	}
	w.Key("words").BeginArray()
	for _, s := range words {
		w.String(s)
	}
	w.EndArray()
	w.EndObject()
	return w.Bytes()
}

// writeText writes what is not empty.
func writeText(w *wire.Writer, name, value string) {
	if value != "" {
		w.Key(name).String(value)
	}
}

func writeTexts[T ~string](w *wire.Writer, name string, list []T) {
	if len(list) == 0 {
		return
	}
	w.Key(name).BeginArray()
	for _, s := range list {
		w.String(string(s))
	}
	w.EndArray()
}

func writeCount(w *wire.Writer, name string, n int) {
	if n != 0 {
		w.Key(name).Int(int64(n))
	}
}

func writeCondition(w *wire.Writer, c *Condition) {
	if c == nil {
		return
	}
	w.Key("if").BeginObject()
	writeText(w, "field", c.Field)
	writeTexts(w, "is", c.Is)
	w.EndObject()
}

func writeField(w *wire.Writer, f *Field, forPage bool) {
	w.BeginObject()
	for _, m := range [...]struct{ name, value string }{
		{"name", f.Name}, {"datum", f.Datum}, {"label", f.Label}, {"hint", f.Hint}, {"missing", f.Missing}, {"control", string(f.Control)},
		{"group", f.Group}, {"oneOf", f.OneOf}, {"pattern", f.Pattern}, {"min", f.Min}, {"max", f.Max},
		{"autocomplete", f.Autocomplete}, {"filledFrom", f.FilledFrom}, {"was", string(f.Was)}, {"becomes", string(f.Becomes)},
	} {
		writeText(w, m.name, m.value)
	}
	writeTrue(w, "required", f.Required)
	writeCondition(w, f.If)
	writeTexts(w, "needsYes", f.NeedsYes)
	writeOptions(w, f.Options)
	writeTexts(w, "numbers", f.Numbers)
	writeText(w, "series", f.Series.String())
	writeCount(w, "minLength", f.MinLength)
	writeCount(w, "maxLength", f.MaxLength)
	writeTexts(w, "accept", f.Accept)
	writeCount(w, "maxBytes", f.MaxBytes)
	writeTexts(w, "screen", f.Screen)
	writeReason(w, &f.Reason)
	writeConsent(w, f.Consent, forPage)
	w.EndObject()
}

func writeOptions(w *wire.Writer, list []Option) {
	if len(list) == 0 {
		return
	}
	w.Key("options").BeginArray()
	for i := range list {
		w.BeginArray().String(list[i].Value).String(list[i].Label).EndArray()
	}
	w.EndArray()
}

func writeReason(w *wire.Writer, r *Reason) {
	w.Key("reason").BeginObject()
	writeTexts(w, "purposes", r.Purposes)
	writeTexts(w, "basis", r.Basis)
	writeTexts(w, "kept", r.Kept)
	writeTexts(w, "without", r.Without)
	writeText(w, "instead", r.Instead)
	w.EndObject()
}

func writeConsent(w *wire.Writer, c *Consent, forPage bool) {
	if c == nil {
		return
	}
	q := *c
	if forPage {
		q.Fingerprint, q.Earlier, q.Sum = change.Fingerprint{}, nil, ""
	}
	w.Key("consent").Raw(string(q.AppendJSON(nil)))
}

// AppendJSON appends the question as JSON, as a definition carries it.
func (c *Consent) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	writeText(w, "id", c.ID)
	writeText(w, "kind", string(c.Kind))
	writeText(w, "title", c.Title)
	writeText(w, "text", c.Text)
	writeText(w, "audience", c.Audience)
	writeText(w, "instead", c.Instead)
	writeText(w, "withdraw", c.Withdraw)
	writeTexts(w, "purposes", c.Purposes)
	writeTexts(w, "controllers", c.Controllers)
	writeTexts(w, "data", c.Data)
	writeTexts(w, "special", c.Special)
	writeTexts(w, "mayReveal", c.MayReveal)
	writeTrue(w, "authority", c.Authority)
	writeTrue(w, "dependent", c.Dependent)
	writeTrue(w, "offeredToChildren", c.OfferedToChildren)
	writeTrue(w, "byGuardian", c.ByGuardian)
	writeText(w, "expires", c.Expires.String())
	writeText(w, "country", c.Country)
	if !c.Fingerprint.IsZero() {
		w.Key("fingerprint").Raw(string(c.Fingerprint.AppendJSON(nil)))
	}
	if len(c.Earlier) > 0 {
		w.Key("earlier").BeginArray()
		for _, f := range c.Earlier {
			w.Raw(string(f.AppendJSON(nil)))
		}
		w.EndArray()
	}
	writeText(w, "sum", c.Sum)
	return w.EndObject().Bytes()
}

func writeTrue(w *wire.Writer, name string, is bool) {
	if is {
		w.Key(name).Bool(true)
	}
}

// limits are those of a definition that is read: it may carry a lexicon.
var limits = wire.Limits{Bytes: 4 << 20, Nodes: 1 << 18, Members: 256}

// Read reads what [Definition.AppendJSON] wrote. It skips members that it does
// not know, and takes what is missing for empty.
func Read(data []byte) (*Definition, error) {
	n, err := wire.Read(data, limits)
	if err != nil {
		return nil, unreadable(err)
	}
	return ReadNode(n), nil
}

// ReadNode is [Read] for a definition inside a larger document.
func ReadNode(n wire.Node) *Definition {
	d := ReadUnscreened(n)
	d.Policy, d.Version, d.Form, d.Transient = n.StrOf("policy"), n.StrOf("version"), n.StrOf("form"), strs[string](&n, "transient")
	fields := n.Get("fields").Children
	for i := range fields {
		f, from := &d.Fields[i], &fields[i]
		f.Datum, f.FilledFrom, f.Becomes = from.StrOf("datum"), from.StrOf("filledFrom"), ident.Kind(from.StrOf("becomes"))
		f.Consent = ReadConsent(from.Get("consent"))
	}
	d.Lexicon = screen.ReadNode(n.Get("lexicon"))
	d.linkScreening()
	return d
}

// ReadUnscreened is [ReadNode] for a page: without what people neither see nor fill in,
// such as the record of a consent, and without the screening of free text, which a page
// loads apart; see [Screening].
func ReadUnscreened(n wire.Node) *Definition {
	d := new(Definition) // and no composite literal, which TinyGo makes room for twice
	d.Language, d.Title, d.Intro = locale.Tag(n.StrOf("language")), n.StrOf("title"), n.StrOf("intro")
	d.Submit, d.Received = n.StrOf("submit"), n.StrOf("received")
	groups, fields := n.Get("groups").Children, n.Get("fields").Children
	d.Groups, d.Fields = make([]Group, len(groups)), make([]Field, len(fields))
	for i := range groups {
		readGroup(&groups[i], &d.Groups[i])
	}
	for i := range fields {
		readField(&fields[i], &d.Fields[i])
	}
	for i, s := range n.Get("words").Children {
		if i < len(d.words) {
			d.words[i], _ = s.Str()
		}
	}
	d.link()
	return d
}

func readGroup(n *wire.Node, g *Group) {
	g.ID, g.Label, g.Hint, g.About = n.StrOf("id"), n.StrOf("label"), n.StrOf("hint"), policy.About(n.StrOf("about"))
	g.If = readCondition(n)
}

func strs[T ~string](n *wire.Node, name string) []T {
	var list []T
	from := n.Get(name).Children
	for i := range from {
		if from[i].Kind == wire.String {
			list = append(list, T(from[i].Text))
		}
	}
	return list
}

// count reads a length or size that every host can count; what is none stands
// for no limit.
func count(n *wire.Node, name string) int {
	v, ok := n.Get(name).Int()
	if !ok || v < 0 || v > largestFile {
		return 0
	}
	return int(v)
}

func readCondition(n *wire.Node) *Condition {
	c := n.Get("if")
	if c.Kind != wire.Object {
		return nil
	}
	return &Condition{Field: c.StrOf("field"), Is: strs[string](&c, "is")}
}

func readField(n *wire.Node, f *Field) {
	f.Name, f.Label, f.Hint, f.Missing = n.StrOf("name"), n.StrOf("label"), n.StrOf("hint"), n.StrOf("missing")
	f.Control, f.Group, f.Required, f.If = policy.Control(n.StrOf("control")), n.StrOf("group"), n.Is("required"), readCondition(n)
	f.NeedsYes, f.OneOf, f.Numbers = strs[string](n, "needsYes"), n.StrOf("oneOf"), strs[ident.Kind](n, "numbers")
	f.MinLength, f.MaxLength, f.Pattern = count(n, "minLength"), count(n, "maxLength"), n.StrOf("pattern")
	f.Min, f.Max, f.Accept, f.MaxBytes = n.StrOf("min"), n.StrOf("max"), strs[string](n, "accept"), count(n, "maxBytes")
	f.Autocomplete, f.Was = n.StrOf("autocomplete"), ident.Kind(n.StrOf("was"))
	f.Screen = strs[screen.Class](n, "screen")
	reason := n.Get("reason")
	readReason(&reason, &f.Reason)
	f.Consent = readStatement(n.Get("consent"))
	f.Series, _ = ident.ParseSeries(n.StrOf("series"))
	options := n.Get("options").Children
	for i := range options {
		if o := options[i].Children; len(o) == 2 {
			value, _ := o[0].Str()
			label, _ := o[1].Str()
			f.Options = append(f.Options, Option{value, label})
		}
	}
}

func readReason(n *wire.Node, r *Reason) {
	r.Purposes, r.Basis, r.Kept = strs[string](n, "purposes"), strs[string](n, "basis"), strs[string](n, "kept")
	r.Without, r.Instead = strs[string](n, "without"), n.StrOf("instead")
}

// readStatement reads what people read of a consent.
func readStatement(n wire.Node) *Consent {
	if n.Kind != wire.Object {
		return nil
	}
	c := new(Consent)
	c.Text, c.Audience, c.Instead, c.Withdraw = n.StrOf("text"), n.StrOf("audience"), n.StrOf("instead"), n.StrOf("withdraw")
	c.Controllers = strs[string](&n, "controllers")
	return c
}

// ReadConsent reads what [Consent.AppendJSON] wrote, inside a larger document. It
// skips members that it does not know, and gives nil for what is no object.
func ReadConsent(n wire.Node) *Consent {
	c := readStatement(n)
	if c == nil {
		return nil
	}
	c.ID, c.Kind, c.Title = n.StrOf("id"), policy.ConsentKind(n.StrOf("kind")), n.StrOf("title")
	c.Purposes, c.Data = strs[string](&n, "purposes"), strs[string](&n, "data")
	c.Special, c.MayReveal = strs[law.SpecialCategory](&n, "special"), strs[law.SpecialCategory](&n, "mayReveal")
	c.Authority, c.Dependent = n.Is("authority"), n.Is("dependent")
	c.OfferedToChildren, c.ByGuardian = n.Is("offeredToChildren"), n.Is("byGuardian")
	c.Expires, _ = date.ParsePeriod(n.StrOf("expires"))
	c.Country, c.Fingerprint, c.Sum = n.StrOf("country"), change.ReadFingerprint(n.Get("fingerprint")), n.StrOf("sum")
	for _, f := range n.Get("earlier").Children {
		c.Earlier = append(c.Earlier, change.ReadFingerprint(f))
	}
	return c
}
