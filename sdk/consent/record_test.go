package consent_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
)

var statuses = []consent.Status{
	consent.Requested, consent.Given, consent.Refused, consent.Withdrawn, consent.Expired, consent.Renewed, consent.Invalidated,
}

// A maker makes values of all that a record is made of.
type maker struct{ *rand.Rand }

func newMaker() maker { return maker{rand.New(rand.NewPCG(7, 11))} }

// fill gives a value, and all in it, something or now and then nothing. Letters
// are such as JSON must escape, or must not.
func (m maker) fill(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *date.Date:
		if m.IntN(3) > 0 {
			*x = date.Date{Year: 2026, Month: 1, Day: 1}.AddDays(m.IntN(4000))
		}
		return
	case *date.Period:
		*x = date.Period{Years: m.IntN(3), Months: m.IntN(3), Days: m.IntN(3)}
		return
	case *consent.Status:
		*x = statuses[m.IntN(len(statuses))]
		return
	case *[]locale.Arg: // its names are members beside "code" and "voids", and none comes twice
		for _, name := range []string{"item", "with", "n"}[:m.IntN(4)] {
			*x = append(*x, locale.Arg{Name: name, Value: m.word()})
		}
		return
	case *consent.Reason:
		*x = consent.Reason{Code: consent.Code(m.word() + "c"), Voids: m.IntN(2) == 0}
		m.fill(reflect.ValueOf(&x.Args).Elem())
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(m.word())
	case reflect.Int:
		v.SetInt(int64(m.IntN(100)))
	case reflect.Bool:
		v.SetBool(m.IntN(2) == 0)
	case reflect.Slice:
		if n := m.IntN(3); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range v.Len() {
			m.fill(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			m.fill(v.Field(i))
		}
	default:
		panic("nothing is made of the type " + v.Type().String())
	}
}

func (m maker) word() string {
	var b strings.Builder
	for range m.IntN(6) {
		b.WriteRune([]rune("aå\"\\\n\t<>&\u2028😀é/'0 ")[m.IntN(16)])
	}
	return b.String()
}

func (m maker) record() consent.Record {
	var r consent.Record
	m.fill(reflect.ValueOf(&r).Elem())
	return r
}

func asJSON(r consent.Record) string { return string(r.AppendJSON(nil)) }

// What is written is read back, and what is read is written the same.
func TestRecordsAsJSON(t *testing.T) {
	m := newMaker()
	for range 2000 {
		r := m.record()
		written := asJSON(r)
		if again := asJSON(r); again != written {
			t.Fatalf("the same record is written in two ways:\n%s\n%s", written, again)
		}
		read, err := consent.ReadRecord([]byte(written))
		if err != nil {
			t.Fatalf("%v: %s", err, written)
		}
		if diff := cmp.Diff(r, read); diff != "" {
			t.Fatalf("read (-written +read):\n%s\n%s", diff, written)
		}
		if asJSON(read) != written {
			t.Fatalf("read and written again: %s", asJSON(read))
		}
	}
}

// A receipt comes back too, but for the proofs.
func TestReceiptsAsJSON(t *testing.T) {
	m := newMaker()
	for range 100 {
		var r consent.Receipt
		m.fill(reflect.ValueOf(&r).Elem())
		for i := range r.Items {
			r.Items[i].Proof = ""
		}
		read, err := consent.ReadReceipt(r.AppendJSON(nil))
		if diff := cmp.Diff(r, read); err != nil || diff != "" {
			t.Fatalf("%v (-written +read):\n%s", err, diff)
		}
	}
}

func TestWhatIsNoJSONIsAnError(t *testing.T) {
	for _, src := range []string{"", "{", `{"subject": "elin`, "{}{}"} {
		if _, err := consent.ReadRecord([]byte(src)); err == nil || strings.Contains(err.Error(), "elin") {
			t.Errorf("%q: %v", src, err)
		}
		if _, err := consent.ReadReceipt([]byte(src)); err == nil || strings.Contains(err.Error(), "elin") {
			t.Errorf("%q: %v", src, err)
		}
	}
}

// spoil overwrites all that a value shares with others.
func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
			if x := v.Index(i); x.Kind() == reflect.String {
				x.SetString("spoilt")
			} else if x.Kind() == reflect.Struct {
				spoilStrings(x)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			spoil(v.Field(i))
		}
	}
}

func spoilStrings(v reflect.Value) {
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.String {
			f.SetString("spoilt")
		}
	}
}

func ruin(r consent.Record) { spoil(reflect.ValueOf(&r).Elem()) }

// A history of many records is what it was when each was added, whatever is
// added later, or tried, and whatever callers do to what they got or gave.
func TestAHistoryNeverChanges(t *testing.T) {
	m := newMaker()
	for range 100 {
		var h consent.History
		var branches []consent.History
		var was [][]string
		first := m.record()
		for n := range 8 {
			r := m.record()
			r.ID, r.Subject, r.Question.ID, r.Version = first.ID, first.Subject, first.Question.ID, n+1
			r.At = date.Date{Year: 2026, Month: 1, Day: 1}.AddDays(n).String() + "T12:00:00Z"
			other := r
			other.Token = "another branch"
			next, err := h.Append(r)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := h.Append(other); err != nil {
				t.Fatal(err)
			}
			h = next
			ruin(r)
			last, _ := h.Last()
			ruin(last)
			for x := range h.All() {
				ruin(x)
			}
			branches, was = append(branches, h), append(was, written(h))
		}
		for i, h := range branches {
			if got := written(h); !slices.Equal(got, was[i]) || h.Len() != i+1 || strings.Contains(strings.Join(got, ""), "spoilt") {
				t.Fatalf("the history of %d records has changed:\n%s", i+1, cmp.Diff(was[i], got))
			}
		}
	}
}

func written(h consent.History) []string {
	var list []string
	for r := range h.All() {
		list = append(list, asJSON(r))
	}
	return list
}

// A record shares nothing with the form, which may serve many, nor with the
// record that it follows.
func TestRecordsShareNothing(t *testing.T) {
	doc := parse(t, school)
	old := parse(t, school)
	old.Activities[0].Data = append(old.Activities[0].Data, "pages")
	q := asks(t, doc, "newsletter", old)
	if len(q.Earlier) == 0 {
		t.Fatal("the question has no earlier version to share")
	}
	before := string(q.AppendJSON(nil))
	a := ticked(&q)
	a.Condition = true
	r := consent.Decide(q, a)
	whole := asJSON(r)
	ruin(consent.Decide(q, a))
	withdrawn, _ := r.Withdraw(instant, consent.Self)
	ruin(withdrawn)
	ruin(given(q).Follow(r))
	reasons := []consent.Reason{{Code: consent.Changed, Args: []locale.Arg{{Name: "what", Value: "terms"}}}}
	invalid, _ := given(q).Invalidate(instant, reasons...)
	ruin(invalid)
	if reasons[0].Code != consent.Changed || reasons[0].Args[0].Value != "terms" || string(q.AppendJSON(nil)) != before || asJSON(r) != whole {
		t.Error("a change of one changes another")
	}
	if fresh := asks(t, doc, "newsletter", old); string(fresh.AppendJSON(nil)) != before {
		t.Error("the policy has changed")
	}
}

func TestWithdrawingTwiceIsWithdrawingOnce(t *testing.T) {
	m := newMaker()
	for range 500 {
		r := m.record()
		once, ok := r.Withdraw("2027-01-01T00:00:00Z", consent.Self)
		twice, again := once.Withdraw("2028-01-01T00:00:00Z", consent.ByGuardian)
		if again || asJSON(once) != asJSON(twice) {
			t.Fatalf("%s can be withdrawn twice", r.Status)
		}
		open := r.Status == consent.Given || r.Status == consent.Renewed || r.Status == consent.Invalidated
		if ok != open || ok && (once.Status != consent.Withdrawn || once.Version != r.Version+1) || !ok && asJSON(once) != asJSON(r) {
			t.Fatalf("%s: withdrawn: %v, and then %s", r.Status, ok, once.Status)
		}
	}
}

// What does not continue a history is not added, and the history stays.
func TestWhatDoesNotContinueAHistory(t *testing.T) {
	first := given(question(t, "newsletter"))
	h, err := consent.History{}.Append(first)
	if err != nil {
		t.Fatal(err)
	}
	next, _ := first.Withdraw("2026-11-23T12:00:00+01:00", consent.Self)
	for problem, change := range map[string]func(r *consent.Record){
		"id": func(r *consent.Record) { r.ID = "c-2" }, "version": func(r *consent.Record) { r.Version = 3 },
		"subject": func(r *consent.Record) { r.Subject = "p-2" }, "question": func(r *consent.Record) { r.Question.ID = "news" },
		"time": func(r *consent.Record) { r.At = "2026-11-22T11:59:59+01:00" }, "status": func(r *consent.Record) { r.Status = "held" },
	} {
		r := next
		change(&r)
		same, err := h.Append(r)
		if order, ok := err.(*consent.OrderError); !ok || order.Problem != problem || !slices.Equal(written(same), written(h)) {
			t.Errorf("%s: %v", problem, err)
		}
	}
	if _, err := h.Append(next); err != nil {
		t.Error(err)
	}
	if _, err := (consent.History{}).Append(next); err == nil {
		t.Error("a history begins with its second record")
	}
	if _, any := (consent.History{}).Last(); any {
		t.Error("an empty history has a last record")
	}
}

// What comes first is told by the instant, not by the day of the place.
func TestHistoriesAcrossTimeZones(t *testing.T) {
	r := given(question(t, "newsletter"))
	r.At = "2026-06-02T00:30:00+02:00" // 22:30 the day before, in UTC
	h, err := consent.History{}.Append(r)
	if err != nil {
		t.Fatal(err)
	}
	for at, right := range map[string]bool{
		"2026-06-01T23:00:00Z": true, "2026-06-01T22:30:00Z": true, "2026-06-01T18:30:00.5-04:00": true,
		"2026-06-01T22:29:59Z": false, "2026-06-02T03:59:59+05:30": false, "2026-06-02T04:00:00+05:30": true,
	} {
		next, _ := r.Withdraw(at, consent.Self)
		if _, err := h.Append(next); (err == nil) != right {
			t.Errorf("%s: %v", at, err)
		}
	}
}

// What became of an earlier answer decides what a later one is.
func TestFollow(t *testing.T) {
	q := question(t, "newsletter")
	no := consent.Decide(q, consent.Answer{At: instant, Person: consent.Person{Subject: "p-1"}})
	bad := consent.Decide(question(t, "poor-lists"), ticked(&q))
	first := given(q)
	first.Token = "t"
	withdrawn, _ := first.Withdraw(instant, consent.Self)
	asked := consent.Request(q, "p-1", instant)
	for _, tt := range []struct {
		name          string
		answer, after consent.Record
		want          consent.Status
	}{
		{"yes after yes", first, first, consent.Renewed}, {"no after yes", no, first, consent.Withdrawn}, {"void after yes", bad, first, consent.Invalidated},
		{"yes after no", first, no, consent.Given}, {"no after no", no, no, consent.Refused}, {"yes after a request", first, asked, consent.Given},
		{"yes after a withdrawal", first, withdrawn, consent.Given}, {"no after a withdrawal", no, withdrawn, consent.Refused},
	} {
		next := tt.answer.Follow(tt.after)
		if next.Status != tt.want || next.Version != tt.after.Version+1 || next.ID != tt.after.ID || next.Token != tt.after.Token {
			t.Errorf("%s: %s, version %d", tt.name, next.Status, next.Version)
		}
	}
	if asked.Status != consent.Requested || asked.By != "" || asked.Subject != "p-1" || len(asked.Question.Earlier) > 0 {
		t.Errorf("a request is %+v", asked)
	}
	if _, ok := withdrawn.Invalidate(instant); ok {
		t.Error("a withdrawn consent is invalidated")
	}
}
