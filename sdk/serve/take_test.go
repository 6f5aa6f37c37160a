package serve_test

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/serve"
)

func TestFormIsReceived(t *testing.T) {
	s := newSchool(t, serve.Options{})
	f := s.open(t, signUp).right().with("topics", "a", "level", "high", "news", "yes", "email", " kim@EXAMPLE.com", "name", "Åsa A\u030angström")
	f.values.Add("topics", "b")
	w := post(s, f)
	if w.Code != http.StatusOK || len(s.kept) != 1 {
		t.Fatalf("%d, %d received: %s", w.Code, len(s.kept), w.Body)
	}
	inspect(t, "received", w.Body.Bytes())
	const want = `{"name":"Åsa Ångström","email":"kim@example.com","topics":["a","b"],"level":"high","news":true,"diet-yes":false}`
	d := s.kept[0]
	if diff := cmp.Diff(want, string(d.Submission.AppendJSON(nil))); diff != "" || d.Event != "day" || d.Second || d.More {
		t.Errorf("received %v (-want +got):\n%s", d, diff)
	}
	if w.Header().Get("Cache-Control") != "no-store" {
		t.Error("a page with what somebody typed may be kept")
	}
	// Sent again, after a reload or a double click, it is the same form.
	if post(s, f); len(s.kept) != 2 || s.kept[0].Reference != s.kept[1].Reference || len(s.kept[0].Reference) < 20 {
		t.Errorf("sent again: %d received", len(s.kept))
	}
	if post(s, s.open(t, signUp).right()); len(s.kept) != 3 || s.kept[0].Reference == s.kept[2].Reference {
		t.Error("another form has the same reference")
	}
}

// Whatever is wrong, what was typed comes back.
func TestNothingTypedIsLost(t *testing.T) {
	typed := []string{"name", `Kim "<Alm>" & Co`, "email", "kim@example.com", "topics", "b", "level", "low", "question", "Where?\nWhen?", "lunch", "no", "news", "yes", "diet-yes", "yes"}
	for name, c := range map[string]struct {
		change func(s *school, f filled) filled
		status int
		says   string
		empty  []string // what is not kept on purpose
	}{
		"a mistake": {func(s *school, f filled) filled { return f.with("email", "kim") }, 422, "E-mail address must look like name@example.com", nil},
		"too fast": {func(s *school, f filled) filled { s.now = s.now.Add(-time.Minute + 1900*time.Millisecond); return f }, 422,
			"faster than most people", nil},
		"too old": {func(s *school, f filled) filled { s.now = s.now.Add(24 * time.Hour); return f }, 422, "open for a long time", nil},
		"no stamp": {func(s *school, f filled) filled { return f.with("lagrum-stamp", "") }, 422, "may have changed",
			[]string{"news", "diet-yes"}},
		"a forged stamp": {func(s *school, f filled) filled {
			return f.with("lagrum-stamp", strings.Replace(f.values.Get("lagrum-stamp"), ".", "0.", 1))
		}, 422, "may have changed", []string{"news", "diet-yes"}},
		"another language": {func(s *school, f filled) filled { f.action = strings.Replace(f.action, "=en", "=sv", 1); return f }, 422, "kan ha ändrats",
			[]string{"news", "diet-yes"}},
		"another event": {func(s *school, f filled) filled { f.action = strings.Replace(f.action, "day", "evening", 1); return f }, 422, "may have changed",
			[]string{"news", "diet-yes", "lunch"}}, // the last two are not asked for
		"a filled trap": {func(s *school, f filled) filled { return f.with("lagrum-website", "https://spam.example") }, 422,
			"Check your answers and send the form again", nil},
		"the host fails": {func(s *school, f filled) filled { s.fail = errors.New("no room for kim@example.com"); return f }, 503, "Your answers are still here", nil},
	} {
		var log bytes.Buffer
		s := newSchool(t, serve.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
		f := c.change(s, s.open(t, signUp).with(typed...))
		w := post(s, f)
		page := w.Body.String()
		if w.Code != c.status || !strings.Contains(page, c.says) || !strings.Contains(page, "<title>") || len(s.kept) > 0 {
			t.Errorf("%s: %d, %d received, lacks %q", name, w.Code, len(s.kept), c.says)
		}
		if title, _, _ := strings.Cut(strings.SplitAfterN(page, "<title>", 2)[1], " "); title != "Error:" && title != "Fel:" {
			t.Errorf("%s: the title begins with %q", name, title)
		}
		inspect(t, name, w.Body.Bytes())
		again := formOn(t, w.Body.Bytes())
		want := f.typed()
		for _, name := range c.empty {
			want.Del(name)
		}
		if diff := cmp.Diff(want, again.typed()); diff != "" {
			t.Errorf("%s: typed (-want +got):\n%s", name, diff)
		}
		if again.values.Get("lagrum-website") != "" || strings.Contains(page, "spam.example") {
			t.Errorf("%s: the trap is still filled", name)
		}
		if strings.Contains(log.String(), "kim") || (c.status == 503) != strings.Contains(log.String(), "type=*errors.errorString") {
			t.Errorf("%s: the log says %s", name, log.String())
		}
		if (w.Header().Get("Retry-After") != "") != (c.status == 503) {
			t.Errorf("%s: Retry-After %q", name, w.Header().Get("Retry-After"))
		}
		// Sent once more, with the mistake mended, it is received.
		s.fail = nil
		s.now = s.now.Add(2 * time.Second)
		if w := post(s, again.with("email", "kim@example.com", "diet-yes", "")); w.Code != http.StatusOK || len(s.kept) != 1 {
			t.Errorf("%s: sent again it is %d, and %d were received", name, w.Code, len(s.kept))
		}
	}
}

// A person whom the form has met with a question need not wait anew, and the
// form stays the same one.
func TestStampStaysTheSame(t *testing.T) {
	s := newSchool(t, serve.Options{})
	f := s.open(t, signUp).with("name", "Kim")
	again := formOn(t, post(s, f).Body.Bytes())
	if f.values.Get("lagrum-stamp") != again.values.Get("lagrum-stamp") {
		t.Error("the stamp is another")
	}
	if w := post(s, again.right()); w.Code != http.StatusOK {
		t.Errorf("sent again at once: %d", w.Code)
	}
}

func TestFillTime(t *testing.T) {
	for name, c := range map[string]struct {
		least, took time.Duration
		status      int
	}{
		"usual, and in time":   {0, 2 * time.Second, 200},
		"usual, and too fast":  {0, 2*time.Second - time.Millisecond, 422},
		"longer, and too fast": {time.Minute, 59 * time.Second, 422},
		"longer, and in time":  {time.Minute, time.Minute, 200},
		"none":                 {-1, 0, 200},
		"at the last moment":   {0, 24 * time.Hour, 200},
		"a moment later":       {0, 24*time.Hour + time.Millisecond, 422},
		"before it was shown":  {0, -time.Hour, 422},
	} {
		s := newSchool(t, serve.Options{FillTime: c.least})
		f := formOn(t, get(s, signUp).Body.Bytes()).right()
		s.now = s.now.Add(c.took)
		if w := post(s, f); w.Code != c.status {
			t.Errorf("%s: %d, want %d", name, w.Code, c.status)
		}
	}
}

// With a key, a form that one program showed can be sent to another.
func TestKey(t *testing.T) {
	key := bytes.Repeat([]byte("k"), 32)
	for name, c := range map[string]struct {
		show, take []byte
		status     int
	}{
		"the same key": {key, key, 200},
		"another":      {key, bytes.Repeat([]byte("l"), 32), 422},
		"none":         {nil, nil, 422},
	} {
		one, other := newSchool(t, serve.Options{Key: c.show}), newSchool(t, serve.Options{Key: c.take})
		f := one.open(t, signUp)
		other.now = one.now
		if w := post(other, f.right()); w.Code != c.status {
			t.Errorf("%s: %d, want %d", name, w.Code, c.status)
		}
	}
	if _, err := serve.New([]serve.Policy{{Doc: courses()}}, serve.Options{Key: key[1:]}); err == nil || !strings.Contains(err.Error(), "31 bytes") {
		t.Errorf("a short key: %v", err)
	}
}

// What people agree to is what they have been shown: if the form says something
// else by now, they are asked again.
func TestFormThatHasChanged(t *testing.T) {
	key := bytes.Repeat([]byte("k"), 32)
	doc := academyDoc(t)
	old, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{Key: key, FillTime: -1})
	if err != nil {
		t.Fatal(err)
	}
	f := formOn(t, get(old, signUp).Body.Bytes()).right().with("news", "yes")
	changed := academyDoc(t)
	changed.Consents[0].Text["en"] = "You may send me news, and sell my address."
	h, err := serve.New([]serve.Policy{{Doc: changed}}, serve.Options{Key: key, FillTime: -1})
	if err != nil {
		t.Fatal(err)
	}
	w := post(h, f)
	again := formOn(t, w.Body.Bytes())
	if w.Code != 422 || again.values.Has("news") || again.values.Get("name") != "Kim Alm" {
		t.Errorf("%d, with %v", w.Code, again.values)
	}
	if w := post(old, f); w.Code != 200 {
		t.Errorf("what has not changed: %d", w.Code)
	}
}

// What may tell of health is asked for only after the explicit yes has been
// received, on a page of its own, by a request that carries nothing else.
func TestTwoParts(t *testing.T) {
	s := newSchool(t, serve.Options{})
	f := s.open(t, signUp).right().with("lunch", "yes", "diet-yes", "yes", "diet", "no nuts")
	w := post(s, f)
	if w.Code != http.StatusOK || len(s.kept) != 1 || !s.kept[0].More || s.kept[0].Second {
		t.Fatalf("first part: %d, %v", w.Code, s.kept)
	}
	if s.kept[0].Submission.Has("diet") || strings.Contains(w.Body.String(), "no nuts") {
		t.Error("the first part kept what needs a yes")
	}
	inspect(t, "second part", w.Body.Bytes())
	for said, want := range map[string]bool{
		"We have received the first part of the form.": true, "Kim Alm": true,
		"See you there!": false, "We have received your answers": false, // it is not the end
	} {
		if strings.Contains(w.Body.String(), said) != want {
			t.Errorf("the second part says %q: %t", said, !want)
		}
	}
	second := formOn(t, w.Body.Bytes())
	if diff := cmp.Diff([]string{"diet", "lagrum-stamp", "lagrum-website"}, slices.Sorted(keys(second.values))); diff != "" {
		t.Errorf("the second part sends (-want +got):\n%s", diff)
	}
	if stamp := second.values.Get("lagrum-stamp"); strings.Contains(stamp, "Kim") || strings.Contains(stamp, "yes") || !strings.Contains(stamp, ".diet.") {
		t.Errorf("the stamp carries %s", stamp)
	}

	s.now = s.now.Add(time.Minute)
	wrong := post(s, second.with("diet", strings.Repeat("x", 100_000)))
	if wrong.Code != 422 || !strings.Contains(wrong.Body.String(), "first part") || strings.Contains(wrong.Body.String(), "Kim Alm") {
		t.Errorf("a mistake in the second part: %d", wrong.Code)
	}
	inspect(t, "second part with a mistake", wrong.Body.Bytes())
	w = post(s, formOn(t, wrong.Body.Bytes()).with("diet", "no nuts"))
	if w.Code != http.StatusOK || len(s.kept) != 2 {
		t.Fatalf("second part: %d, %d received", w.Code, len(s.kept))
	}
	d := s.kept[1]
	if diff := cmp.Diff(`{"diet":"no nuts"}`, string(d.Submission.AppendJSON(nil))); diff != "" || !d.Second || d.More || d.Reference != s.kept[0].Reference || d.Event != "day" || !slices.Equal(d.Consents, []string{"diet-yes"}) || len(s.kept[0].Consents) > 0 {
		t.Errorf("second part %v (-want +got):\n%s", d, diff)
	}
	if !strings.Contains(w.Body.String(), "no nuts") {
		t.Error("it does not say what was received")
	}
}

func TestNoSecondPartWithoutAYes(t *testing.T) {
	for name, pairs := range map[string][]string{
		"no yes":                {"lunch", "yes"},
		"no lunch":              {"diet-yes", "yes"},
		"neither":               {},
		"a yes of its own sort": {"lunch", "yes", "diet-yes", "no"},
	} {
		s := newSchool(t, serve.Options{})
		w := post(s, s.open(t, signUp).right().with(pairs...))
		if w.Code != 200 || len(s.kept) != 1 || s.kept[0].More || strings.Contains(w.Body.String(), "<form") {
			t.Errorf("%s: %d, %d received", name, w.Code, len(s.kept))
		}
	}
	// Nor for somebody who makes one up, or whose yes could not be received.
	s := newSchool(t, serve.Options{})
	s.fail = errors.New("no")
	f := s.open(t, signUp).right().with("lunch", "yes", "diet-yes", "yes")
	if w := post(s, f); w.Code != 503 || strings.Contains(w.Body.String(), `name="diet"`) {
		t.Errorf("not received: %d", w.Code)
	}
	s.fail = nil
	parts := strings.SplitN(f.values.Get("lagrum-stamp"), ".", 4)
	parts[2] = "diet"
	if w := post(s, f.with("diet", "no nuts", "lagrum-stamp", strings.Join(parts, "."))); w.Code != 422 || len(s.kept) > 0 || strings.Contains(w.Body.String(), "no nuts") {
		t.Errorf("made up: %d, %d received", w.Code, len(s.kept))
	}
}

func TestFormOfAnotherSite(t *testing.T) {
	s := newSchool(t, serve.Options{})
	f := s.open(t, signUp).right()
	for name, c := range map[string]struct {
		header []string
		status int
	}{
		"the same site":             {[]string{"Sec-Fetch-Site", "same-origin"}, 200},
		"typed into the browser":    {[]string{"Sec-Fetch-Site", "none"}, 200},
		"the same, in old browsers": {[]string{"Origin", "http://example.com"}, 200},
		"no browser":                {nil, 200},
		"another site":              {[]string{"Sec-Fetch-Site", "cross-site"}, 403},
		"a neighbour":               {[]string{"Sec-Fetch-Site", "same-site"}, 403},
		"another, in old browsers":  {[]string{"Origin", "https://evil.example"}, 403},
		"nobody knows":              {[]string{"Origin", "null"}, 403},
	} {
		s.kept = nil
		w := post(s, f, c.header...)
		if w.Code != c.status || (len(s.kept) == 1) != (c.status == 200) {
			t.Errorf("%s: %d, %d received", name, w.Code, len(s.kept))
		}
		if c.status == 403 && (!strings.Contains(w.Body.String(), "sent from another site") || strings.Contains(w.Body.String(), "Kim")) {
			t.Errorf("%s: %s", name, w.Body)
		}
	}
}

// A text that may tell too much is asked about once.
func TestScreening(t *testing.T) {
	s := newSchool(t, serve.Options{})
	f := s.open(t, signUp).right().with("question", "I have diabetes. Is that a problem?")
	w := post(s, f)
	again := formOn(t, w.Body.Bytes())
	if w.Code != 422 || !strings.Contains(w.Body.String(), `name="keep.question"`) || again.values.Get("question") == "" {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	if w := post(s, again.with("keep.question", "yes")); w.Code != 200 || len(s.kept) != 1 || !s.kept[0].Submission.Has("question") {
		t.Errorf("kept as it is: %d", w.Code)
	}
}

func keys(v url.Values) func(func(string) bool) {
	return func(yield func(string) bool) {
		for name := range v {
			if !yield(name) {
				return
			}
		}
	}
}

// Forms that are sent at once share nothing that changes. The race detector
// watches.
func TestConcurrentForms(t *testing.T) {
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, serve.Options{FillTime: -1})
	if err != nil {
		t.Fatal(err)
	}
	f := formOn(t, get(h, signUp).Body.Bytes())
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			name := "Kim " + strings.Repeat("x", i+1)
			if w := post(h, f.right().with("name", name)); w.Code != 200 || !strings.Contains(w.Body.String(), "<dd>"+name+"</dd>") {
				t.Errorf("%s: %d", name, w.Code)
			}
			if w := post(h, f.with("name", name)); w.Code != 422 || formOn(t, w.Body.Bytes()).values.Get("name") != name {
				t.Errorf("%s without e-mail: %d", name, w.Code)
			}
		})
	}
	all.Wait()
}
