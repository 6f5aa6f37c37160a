package retention

import (
	_ "embed"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
)

// The measures of the picture, in pixels.
const (
	wide   = 1080 // the picture
	left   = 344  // where time begins
	right  = 28   // what is free beside it
	row    = 64   // a lane
	top    = 92   // above the first lane
	bottom = 58   // below the last: the legend
	record = 34   // the heading of a record
)

//go:embed timeline.css
var timelineCSS string

// SVG draws timelines as one picture, which is legible on light and on dark
// ground. It needs no script and loads nothing. Every bar and mark says in words what it is.
func (p Printer) SVG(list []Timeline) []byte {
	d := drawing{p: p}
	list = slices.Clone(list)
	for i := range list {
		list[i].Lanes = merged(list[i].Lanes)
	}
	d.span(list)
	high := top + bottom
	for i := range list {
		high += d.headed(&list[i]) + max(1, len(list[i].Lanes))*row
	}
	d.open(high)
	d.axis(high - bottom)
	d.today(high - bottom)
	y := top
	for i := range list {
		y = d.timeline(&list[i], y)
	}
	d.legend(high - 26)
	d.put("</svg>\n")
	return d.b
}

// merged puts lanes into one that look the same but for their data: an activity
// beside another under the same rule.
func merged(lanes []Lane) []Lane {
	var list []Lane
	for _, l := range lanes {
		i := slices.IndexFunc(list, func(m Lane) bool {
			return m.Entry.Rule == l.Entry.Rule && m.Entry.Event == l.Entry.Event && m.Entry.State == l.Entry.State && m.Entry.Next == l.Entry.Next &&
				slices.Equal(m.Marks, l.Marks) && slices.Equal(m.Holds, l.Holds)
		})
		if i < 0 {
			list = append(list, l)
			continue
		}
		e := &list[i].Entry
		e.Data = slices.Clip(e.Data)
		for _, id := range l.Entry.Data {
			if !slices.Contains(e.Data, id) {
				e.Data = append(e.Data, id)
			}
		}
	}
	return list
}

// A drawing is a picture as it comes about.
type drawing struct {
	p        Printer
	b        []byte
	from, to date.Date
	at       date.Date
}

func (d *drawing) put(parts ...string) {
	for _, s := range parts {
		d.b = append(d.b, s...)
	}
}

func (d *drawing) words(s string) { d.b = markup.AppendText(d.b, s) }

// span finds the days that the picture shows: from the first event to the last
// step, in whole years.
func (d *drawing) span(list []Timeline) {
	for i := range list {
		t := &list[i]
		d.at = t.At
		d.cover(t.At)
		for k := range t.Lanes {
			lane := &t.Lanes[k]
			d.cover(lane.Entry.Event)
			d.cover(lane.Entry.Through)
			for _, m := range lane.Marks {
				d.cover(m.On)
			}
		}
	}
	d.from = date.Date{Year: max(1, d.from.Year), Month: 1, Day: 1}
	d.to = date.Date{Year: min(9999, max(d.to.Year, d.from.Year)), Month: 12, Day: 31}
}

func (d *drawing) cover(day date.Date) {
	if day.IsZero() || day.Year == 9999 {
		return
	}
	if d.from.IsZero() || day.Before(d.from) {
		d.from = day
	}
	d.to = latest(d.to, day)
}

// x is where a day stands.
func (d *drawing) x(day date.Date) int {
	if day.IsZero() || day.After(d.to) {
		return wide - right
	}
	all := max(1, d.from.DaysUntil(d.to))
	return left + max(0, d.from.DaysUntil(day))*(wide-right-left)/all
}

func (d *drawing) open(high int) {
	t, dates := &d.p.Lang.RetentionPlan, d.p.Lang.Rules
	size := strconv.Itoa(wide) + " " + strconv.Itoa(high)
	d.put(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, size, `" role="img" lang="`, string(d.p.Lang.Tag), `" class="lg-time" aria-labelledby="lg-time-title lg-time-desc">`)
	d.put("\n<title id=\"lg-time-title\">")
	d.words(t.Title)
	d.put("</title>\n<desc id=\"lg-time-desc\">")
	d.words(locale.Format(t.Picture, locale.Arg{Name: "from", Value: dates.Date(d.from)}, locale.Arg{Name: "to", Value: dates.Date(d.to)}))
	d.put("</desc>\n<style>\n", timelineCSS, "</style>\n")
	d.put(`<defs><pattern id="lg-time-hold" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hold-a" width="7" height="7"/><rect class="hold-b" width="3" height="7"/></pattern></defs>`, "\n")
	d.put(`<rect class="ground" width="`, strconv.Itoa(wide), `" height="`, strconv.Itoa(high), `" rx="14"/>`, "\n")
	d.text("title", 28, 42, t.Title, 80)
}

// text writes a line of words, cut off if it is too long.
func (d *drawing) text(class string, x, y int, words string, most int) {
	d.put(`<text class="`, class, `" x="`, strconv.Itoa(x), `" y="`, strconv.Itoa(y), `">`)
	d.words(clipped(words, most))
	d.put("</text>\n")
}

func clipped(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n++; n == most {
			return s[:i] + "…"
		}
	}
	return s
}

// axis draws the years: as many lines as are told apart.
func (d *drawing) axis(high int) {
	years := d.to.Year - d.from.Year + 1
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100, 1000} {
		if step = s; years/s <= 12 {
			break
		}
	}
	for year := d.from.Year; year <= d.to.Year; year++ {
		if year != d.from.Year && year%step != 0 || year == d.from.Year && year%step > step/2 {
			continue
		}
		x := strconv.Itoa(d.x(date.Date{Year: year, Month: 1, Day: 1}))
		d.put(`<line class="year" x1="`, x, `" x2="`, x, `" y1="`, strconv.Itoa(top-14), `" y2="`, strconv.Itoa(high), `"/>`)
		d.put(`<text class="tick" x="`, x, `" y="`, strconv.Itoa(top-22), `">`, strconv.Itoa(year), "</text>\n")
	}
}

// today marks the day from which the future is told.
func (d *drawing) today(high int) {
	x := strconv.Itoa(d.x(d.at))
	d.put(`<line class="today" x1="`, x, `" x2="`, x, `" y1="`, strconv.Itoa(top-10), `" y2="`, strconv.Itoa(high), `"/>`)
	d.put(`<text class="now" x="`, x, `" y="`, strconv.Itoa(top-38), `">`)
	d.words(d.p.Lang.RetentionPlan.Today + ", " + d.p.Lang.Rules.Date(d.at))
	d.put("</text>\n")
}

// headed is the height of a record's heading.
func (d *drawing) headed(t *Timeline) int {
	if t.Record == "" {
		return 0
	}
	return record
}

// timeline draws one record from y on, and gives where the next begins.
func (d *drawing) timeline(t *Timeline, y int) int {
	if t.Record != "" {
		d.text("record", 28, y+22, t.Record, 60)
		y += record
	}
	if len(t.Lanes) == 0 {
		d.text("data", 28, y+28, d.p.Lang.RetentionPlan.NoEvents, 120)
		return y + row
	}
	for i := range t.Lanes {
		d.lane(&t.Lanes[i], y)
		y += row
	}
	return y
}

// lane draws a rule: its name and data, a bar as long as the data are kept, bars
// for the time between steps and for holds, and a mark for each step.
func (d *drawing) lane(l *Lane, y int) {
	e, t := &l.Entry, &d.p.Lang.RetentionPlan
	d.put("<g>\n<title>")
	for i, words := range Explain(d.p.Doc, e, d.p.Lang) {
		if i > 0 {
			d.put("\n")
		}
		d.words(words)
	}
	d.put("</title>\n")
	d.text("name", 28, y+22, d.p.ruleName(e.Rule), 40)
	d.text("data", 28, y+40, locale.Capital(dataNames(d.p.Doc, e, d.p.Lang)), 46)
	d.bar("keep", e.Event, d.kept(l), y+12, t.Keeping)
	for i := 1; i < len(l.Marks); i++ {
		if l.Marks[i-1].On != l.Marks[i].On {
			d.bar("grace", l.Marks[i-1].On, l.Marks[i].On, y+12, t.Grace)
		}
	}
	for i := range l.Holds {
		d.bar("hold", latest(l.Holds[i].On, d.from), l.Holds[i].Until, y+12, t.OnHold+": "+reasonWords(l.Holds[i].Reason, t))
	}
	d.dot("event", e.Event, y+20, t.Event)
	for _, m := range l.Marks {
		class := "step"
		if m.Done {
			class = "done"
		}
		d.dot(class, m.On, y+20, d.p.mark(m))
	}
	d.text("when", left, y+46, d.summary(l), 116)
	d.put("</g>\n")
}

// kept gives the day on which the first bar ends: that of the first step, else
// of the next one as far as it can be told.
func (d *drawing) kept(l *Lane) date.Date {
	if len(l.Marks) > 0 {
		return l.Marks[0].On
	}
	return l.Entry.Next
}

// summary tells the days of a lane in one line.
func (d *drawing) summary(l *Lane) string {
	dates := d.p.Lang.Rules
	s := dates.Date(l.Entry.Event)
	for i, m := range l.Marks {
		if i > 0 && l.Marks[i-1].On == m.On {
			s += ", " + locale.Small(actionName(m.Action, &d.p.Lang.RetentionPlan))
			continue
		}
		s += "  →  " + dates.Date(m.On) + ": " + locale.Small(actionName(m.Action, &d.p.Lang.RetentionPlan))
	}
	return s
}

func (d *drawing) bar(class string, from, to date.Date, y int, title string) {
	a, b := d.x(from), d.x(to)
	d.put(`<rect class="`, class, `" x="`, strconv.Itoa(a), `" y="`, strconv.Itoa(y), `" width="`, strconv.Itoa(max(3, b-a)), `" height="16" rx="4"><title>`)
	d.words(title)
	d.put("</title></rect>\n")
}

func (d *drawing) dot(class string, day date.Date, y int, title string) {
	d.put(`<circle class="`, class, `" cx="`, strconv.Itoa(d.x(day)), `" cy="`, strconv.Itoa(y), `" r="6"><title>`)
	d.words(title + ", " + d.p.Lang.Rules.Date(day))
	d.put("</title></circle>\n")
}

// legend explains bars and marks.
func (d *drawing) legend(y int) {
	t := &d.p.Lang.RetentionPlan
	x := 28
	for _, item := range []struct{ class, words string }{
		{"event", t.Event}, {"keep", t.Keeping}, {"grace", t.Grace}, {"hold", t.OnHold}, {"done", t.Carried}, {"step", t.ToCome},
	} {
		switch item.class {
		case "keep", "grace", "hold":
			d.put(`<rect class="`, item.class, `" x="`, strconv.Itoa(x), `" y="`, strconv.Itoa(y-8), `" width="26" height="12" rx="3"/>`)
		default:
			d.put(`<circle class="`, item.class, `" cx="`, strconv.Itoa(x+20), `" cy="`, strconv.Itoa(y-2), `" r="6"/>`)
		}
		d.text("key", x+34, y+2, item.words, 40)
		x += 62 + 7*utf8.RuneCountInString(item.words)
	}
}
