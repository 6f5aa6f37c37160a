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
func (d *Definition) AppendJSON(dst []byte) []byte {
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
		writeField(w, &d.Fields[i])
	}
	w.EndArray()
	if len(d.Lexicon.Sections) > 0 {
		w.Key("lexicon").Raw(string(d.Lexicon.AppendJSON(nil)))
	}
	w.Key("words").BeginArray()
	for _, s := range d.words {
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

func writeField(w *wire.Writer, f *Field) {
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
	writeConsent(w, f.Consent)
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

func writeConsent(w *wire.Writer, c *Consent) {
	if c != nil {
		w.Key("consent").Raw(string(c.AppendJSON(nil)))
	}
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
	d := &Definition{
		Policy: str(n, "policy"), Version: str(n, "version"), Form: str(n, "form"), Language: locale.Tag(str(n, "language")),
		Title: str(n, "title"), Intro: str(n, "intro"), Submit: str(n, "submit"), Received: str(n, "received"),
		Transient: strs[string](n, "transient"),
		Lexicon:   screen.ReadNode(n.Get("lexicon")),
	}
	for _, g := range n.Get("groups").Children {
		d.Groups = append(d.Groups, Group{
			ID: str(g, "id"), Label: str(g, "label"), Hint: str(g, "hint"), About: policy.About(str(g, "about")), If: readCondition(g),
		})
	}
	for _, f := range n.Get("fields").Children {
		d.Fields = append(d.Fields, readField(f))
	}
	for i, s := range n.Get("words").Children {
		if i < len(d.words) {
			d.words[i], _ = s.Str()
		}
	}
	d.link()
	return d
}

func str(n wire.Node, name string) string {
	s, _ := n.Get(name).Str()
	return s
}

func strs[T ~string](n wire.Node, name string) []T {
	var list []T
	for _, c := range n.Get(name).Children {
		if s, ok := c.Str(); ok {
			list = append(list, T(s))
		}
	}
	return list
}

// count reads a length or size that every host can count; what is none stands
// for no limit.
func count(n wire.Node, name string) int {
	v, ok := n.Get(name).Int()
	if !ok || v < 0 || v > largestFile {
		return 0
	}
	return int(v)
}

func readCondition(n wire.Node) *Condition {
	c := n.Get("if")
	if c.Kind != wire.Object {
		return nil
	}
	return &Condition{Field: str(c, "field"), Is: strs[string](c, "is")}
}

func readField(n wire.Node) Field {
	f := Field{
		Name: str(n, "name"), Datum: str(n, "datum"), Label: str(n, "label"), Hint: str(n, "hint"), Missing: str(n, "missing"),
		Control: policy.Control(str(n, "control")), Group: str(n, "group"), Required: is(n, "required"), If: readCondition(n),
		NeedsYes: strs[string](n, "needsYes"), OneOf: str(n, "oneOf"),
		Numbers: strs[ident.Kind](n, "numbers"), MinLength: count(n, "minLength"), MaxLength: count(n, "maxLength"),
		Pattern: str(n, "pattern"), Min: str(n, "min"), Max: str(n, "max"), Accept: strs[string](n, "accept"), MaxBytes: count(n, "maxBytes"),
		Autocomplete: str(n, "autocomplete"), FilledFrom: str(n, "filledFrom"), Was: ident.Kind(str(n, "was")), Becomes: ident.Kind(str(n, "becomes")),
		Screen: strs[screen.Class](n, "screen"), Reason: readReason(n.Get("reason")), Consent: ReadConsent(n.Get("consent")),
	}
	f.Series, _ = ident.ParseSeries(str(n, "series"))
	for _, o := range n.Get("options").Children {
		if len(o.Children) == 2 {
			value, _ := o.Children[0].Str()
			label, _ := o.Children[1].Str()
			f.Options = append(f.Options, Option{value, label})
		}
	}
	return f
}

func readReason(n wire.Node) Reason {
	return Reason{
		Purposes: strs[string](n, "purposes"), Basis: strs[string](n, "basis"), Kept: strs[string](n, "kept"),
		Without: strs[string](n, "without"), Instead: str(n, "instead"),
	}
}

// ReadConsent reads what [Consent.AppendJSON] wrote, inside a larger document. It
// skips members that it does not know, and gives nil for what is no object.
func ReadConsent(n wire.Node) *Consent {
	if n.Kind != wire.Object {
		return nil
	}
	c := &Consent{
		ID: str(n, "id"), Kind: policy.ConsentKind(str(n, "kind")), Title: str(n, "title"), Text: str(n, "text"),
		Audience: str(n, "audience"), Instead: str(n, "instead"), Withdraw: str(n, "withdraw"),
		Purposes: strs[string](n, "purposes"), Controllers: strs[string](n, "controllers"), Data: strs[string](n, "data"),
		Special: strs[law.SpecialCategory](n, "special"), MayReveal: strs[law.SpecialCategory](n, "mayReveal"),
		Authority: is(n, "authority"), Dependent: is(n, "dependent"),
		OfferedToChildren: is(n, "offeredToChildren"), ByGuardian: is(n, "byGuardian"),
		Country: str(n, "country"), Fingerprint: change.ReadFingerprint(n.Get("fingerprint")), Sum: str(n, "sum"),
	}
	c.Expires, _ = date.ParsePeriod(str(n, "expires"))
	for _, f := range n.Get("earlier").Children {
		c.Earlier = append(c.Earlier, change.ReadFingerprint(f))
	}
	return c
}

func is(n wire.Node, name string) bool {
	value, _ := n.Get(name).Bool()
	return value
}
