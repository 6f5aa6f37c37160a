package retention

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Printer writes plans and timelines in one language. Both fields must be set.
type Printer struct {
	Doc  *policy.Document // whose rules they are
	Lang *text.Language   // the language
}

// Text writes timelines as plain text of at most 78 characters a line.
func (p Printer) Text(list []Timeline) []byte {
	t := &p.Lang.RetentionPlan
	b := heading(nil, t.Title, '=')
	for i := range list {
		if list[i].Record != "" {
			b = heading(append(b, '\n'), list[i].Record, '-')
		}
		if len(list[i].Lanes) == 0 {
			b = markup.AppendLines(append(b, '\n'), "", "", t.NoEvents)
		}
		for k := range list[i].Lanes {
			b = p.lane(append(b, '\n'), &list[i].Lanes[k])
		}
	}
	return b
}

func heading(b []byte, words string, line rune) []byte {
	words = markup.Printable(words)
	b = append(append(b, words...), '\n')
	b = append(b, strings.Repeat(string(line), utf8.RuneCountInString(words))...)
	return append(b, '\n')
}

func (p Printer) lane(b []byte, lane *Lane) []byte {
	e, t := &lane.Entry, &p.Lang.RetentionPlan
	b = markup.AppendLines(b, "", "", p.laneName(e))
	b = markup.AppendLines(b, "  ", "  ", locale.Capital(dataNames(p.Doc, e, p.Lang)))
	b = markup.AppendLines(b, "  ", "    ", p.Lang.Rules.Date(e.Event)+": "+locale.Small(t.Event))
	for _, m := range lane.Marks {
		b = markup.AppendLines(b, "  ", "    ", p.Lang.Rules.Date(m.On)+": "+locale.Small(p.mark(m)))
	}
	for _, words := range Explain(p.Doc, e, p.Lang) {
		b = markup.AppendLines(b, "  - ", "    ", words)
	}
	return b
}

// mark is a step with whether it has been carried out.
func (p Printer) mark(m Mark) string {
	t := &p.Lang.RetentionPlan
	words := t.ToCome
	if m.Done {
		words = t.Carried
	}
	return actionName(m.Action, t) + " (" + locale.Small(words) + ")"
}

// laneName names a lane by its activity and its rule.
func (p Printer) laneName(e *Entry) string {
	name := p.ruleName(e.Rule)
	if activity := activityName(p.Doc, e.Activity, p.Lang); activity != "" && locale.Small(activity) != locale.Small(name) {
		return locale.Capital(activity) + ": " + name
	}
	return name
}

func (p Printer) ruleName(id string) string {
	x := explanation{doc: p.Doc, l: p.Lang}
	return x.ruleName(id)
}

// Plan writes what is due on a day as plain text.
func (p Printer) Plan(list []Due, at date.Date) []byte {
	t := &p.Lang.RetentionPlan
	b := heading(nil, locale.Format(t.Due, locale.Arg{Name: "day", Value: p.Lang.Rules.Date(at)}), '=')
	if len(list) == 0 {
		return markup.AppendLines(append(b, '\n'), "", "", t.Nothing)
	}
	for i := range list {
		d := &list[i]
		who := d.Subject
		if d.Record != "" {
			who += " / " + d.Record
		}
		b = markup.AppendLines(append(b, '\n'), "", "  ", who+": "+locale.Small(actionName(d.Action, t))+": "+dataNames(p.Doc, &d.Entry, p.Lang))
		for _, words := range Explain(p.Doc, &d.Entry, p.Lang) {
			b = markup.AppendLines(b, "  - ", "    ", words)
		}
	}
	return b
}

// JSON writes timelines for programs. Names are those of Entry, Mark and Hold.
func (p Printer) JSON(list []Timeline) []byte {
	var w wire.Writer
	w.BeginArray()
	for i := range list {
		t := &list[i]
		w.BeginObject()
		some(&w, "subject", t.Subject)
		some(&w, "record", t.Record)
		some(&w, "at", t.At.String())
		w.Key("lanes").BeginArray()
		for k := range t.Lanes {
			w.BeginObject()
			p.entry(&w, &t.Lanes[k].Entry)
			marks(&w, t.Lanes[k].Marks)
			holds(&w, t.Lanes[k].Holds)
			w.EndObject()
		}
		w.EndArray().EndObject()
	}
	w.EndArray()
	return append(w.Bytes(), '\n')
}

// PlanJSON writes what is due for programs: one object a line, as JSON Lines has it.
func (p Printer) PlanJSON(list []Due) []byte {
	var b []byte
	for i := range list {
		w := wire.NewWriter(b)
		w.BeginObject()
		some(w, "subject", list[i].Subject)
		some(w, "record", list[i].Record)
		p.entry(w, &list[i].Entry)
		w.EndObject()
		b = append(w.Bytes(), '\n')
	}
	return b
}

// entry writes the members of an entry.
func (p Printer) entry(w *wire.Writer, e *Entry) {
	some(w, "activity", e.Activity)
	some(w, "rule", e.Rule)
	if len(e.Data) > 0 {
		w.Key("data").BeginArray()
		for _, id := range e.Data {
			w.String(id)
		}
		w.EndArray()
	}
	some(w, "owner", e.Owner)
	some(w, "state", e.State.String())
	for _, d := range []struct {
		name string
		day  date.Date
	}{{"event", e.Event}, {"starts", e.Starts}, {"through", e.Through}, {"eraseFrom", e.EraseFrom}, {"eraseBy", e.EraseBy}, {"next", e.Next}, {"doneOn", e.DoneOn}} {
		some(w, d.name, d.day.String())
	}
	some(w, "keeper", e.Keeper)
	some(w, "limiter", e.Limiter)
	w.Key("crossed").Bool(e.Crossed)
	w.Key("step").Int(int64(e.Step))
	some(w, "action", string(e.Action))
	w.Key("must").Bool(e.Must)
	w.Key("why").BeginArray()
	for _, words := range Explain(p.Doc, e, p.Lang) {
		w.String(words)
	}
	w.EndArray()
}

func marks(w *wire.Writer, list []Mark) {
	w.Key("steps").BeginArray()
	for _, m := range list {
		w.BeginObject()
		some(w, "on", m.On.String())
		w.Key("step").Int(int64(m.Step))
		some(w, "action", string(m.Action))
		w.Key("done").Bool(m.Done)
		w.EndObject()
	}
	w.EndArray()
}

func holds(w *wire.Writer, list []Hold) {
	w.Key("holds").BeginArray()
	for _, h := range list {
		w.BeginObject()
		some(w, "reason", string(h.Reason))
		some(w, "on", h.On.String())
		some(w, "until", h.Until.String())
		some(w, "review", h.Review.String())
		some(w, "owner", h.Owner)
		w.EndObject()
	}
	w.EndArray()
}

// some writes a member that is not empty.
func some(w *wire.Writer, name, value string) {
	if value != "" {
		w.Key(name).String(value)
	}
}

// Calendar writes the steps to come as a calendar (RFC 5545), each an event that
// takes a whole day. The same step keeps its UID, so a calendar that is fetched anew
// replaces what was there.
func (p Printer) Calendar(list []Timeline) []byte {
	c := calendar{b: []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lagrum//retention//EN\r\nCALSCALE:GREGORIAN\r\n")}
	c.line("X-WR-CALNAME", p.Lang.RetentionPlan.Title)
	for i := range list {
		for k := range list[i].Lanes {
			for _, m := range list[i].Lanes[k].Marks {
				if !m.Done {
					p.appointment(&c, &list[i], &list[i].Lanes[k].Entry, m)
				}
			}
		}
	}
	return append(c.b, "END:VCALENDAR\r\n"...)
}

func (p Printer) appointment(c *calendar, t *Timeline, e *Entry, m Mark) {
	c.b = append(c.b, "BEGIN:VEVENT\r\n"...)
	uid := t.Subject + "." + t.Record + "." + e.Activity + "." + e.Rule + "."
	if len(e.Data) > 0 {
		uid += e.Data[0] + "."
	}
	c.line("UID", uid+strconv.Itoa(m.Step)+"@lagrum")
	c.line("DTSTAMP", compact(t.At)+"T000000Z")
	c.line("DTSTART;VALUE=DATE", compact(m.On))
	c.line("DTEND;VALUE=DATE", compact(m.On.AddDays(1)))
	c.line("SUMMARY", actionName(m.Action, &p.Lang.RetentionPlan)+": "+dataNames(p.Doc, e, p.Lang))
	why := ""
	for i, words := range Explain(p.Doc, e, p.Lang) {
		if i > 0 {
			why += "\n"
		}
		why += words
	}
	c.line("DESCRIPTION", why)
	c.b = append(c.b, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"...)
}

// compact writes a day as RFC 5545 3.3.4 has it: 20260131.
func compact(d date.Date) string {
	s := d.String()
	return s[:4] + s[5:7] + s[8:]
}

// A calendar collects content lines.
type calendar struct{ b []byte }

// line writes a property. Lines are folded after 75 bytes, never within a
// character (RFC 5545 3.1).
func (c *calendar) line(name, value string) {
	width := len(name) + 1
	c.b = append(append(c.b, name...), ':')
	for _, r := range value {
		piece := string(r)
		switch r {
		case '\n':
			piece = `\n`
		case '\\', ';', ',':
			piece = `\` + piece
		default:
			if r < ' ' || r == 0x7F {
				continue
			}
		}
		if width+len(piece) > 75 {
			c.b, width = append(c.b, "\r\n "...), 1
		}
		c.b = append(c.b, piece...)
		width += len(piece)
	}
	c.b = append(c.b, "\r\n"...)
}
