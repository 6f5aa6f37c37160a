package bind_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/bind"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
)

var whole = cmp.AllowUnexported(enrolment{})

func read(t testing.TB, query string) url.Values {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	return values
}

func pointer[T any](v T) *T { return &v }

func TestDecode(t *testing.T) {
	_, d := course(t)
	var got enrolment
	got.ID, got.Diet = 7, "from before"
	problems, err := bind.Decode(d, read(t, "name=Elin+Bjo%CC%88rk&email=elin@exempel.se&born=3.2.2001&role=teacher&school=Exempelskolan&topics=b&topics=a&diet=gluten&seats=3&newsletter=no&stranger=x"), today, &got)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	want := enrolment{
		base: base{Name: "Elin Björk"}, Contact: contact{Email: pointer("elin@exempel.se")}, Employer: &employer{School: "Exempelskolan"},
		Born: date.Date{Year: 2001, Month: 2, Day: 3}, Role: "teacher", Topics: []role{"b", "a"}, Seats: pointer(int8(3)), Newsletter: bind.No, ID: 7,
	}
	if diff := cmp.Diff(want, got, whole); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDecodeJSON(t *testing.T) {
	_, d := course(t)
	var got enrolment
	problems, err := bind.DecodeJSON(d, []byte(`{"name":"Elin","role":"other","school":"dropped","topics":["a"],"picture":{"name":"elin.jpg","type":"image/jpeg","size":9},"seats":2,"diet-yes":true,"diet":"gluten","newsletter":true}`), today, &got)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	want := enrolment{
		base: base{Name: "Elin"}, Role: "other", Topics: []role{"a"}, DietYes: true, Diet: "gluten",
		Picture: &form.File{Name: "elin.jpg", Type: "image/jpeg", Size: 9}, Seats: pointer(int8(2)), Newsletter: bind.Yes,
	}
	if diff := cmp.Diff(want, got, whole); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := bind.DecodeJSON(d, []byte(`["Elin"]`), today, &got); err == nil || strings.Contains(err.Error(), "Elin") {
		t.Error(err)
	}
}

// With a problem, nothing is in the struct, not even what was right.
func TestDecodeIsAllOrNothing(t *testing.T) {
	_, d := course(t)
	for query, want := range map[string]string{
		"name=Elin&role=other":                             "missing newsletter: Answer yes or no: Send me the newsletter.",
		"name=Elin&role=other&newsletter=no&seats=2.5":     "pattern seats: Seats must look like 12",
		"name=Elin&role=other&newsletter=no&seats=128":     "too-great seats: Seats must be 127 or less",
		"name=Elin&role=other&newsletter=no&seats=-129":    "too-small seats: Seats must be -128 or more",
		"name=Elin&role=other&newsletter=no&seats=many":    "number seats: Seats must be a number",
		"name=Elin&role=other&newsletter=no&email=elin":    "email email: E-mail address must look like name@example.com",
		"name=Elin&role=other&newsletter=no&seats=12.0000": "",
	} {
		var e enrolment
		problems, err := bind.Decode(d, read(t, query), today, &e)
		got := ""
		for _, p := range problems {
			got += fmt.Sprintf("%s %s: %s", p.Code, p.Field, p.Message)
		}
		if err != nil || got != want {
			t.Errorf("%s: got %s, %v, want %s", query, got, err, want)
		}
		if zero := reflect.ValueOf(e).IsZero(); zero != (want != "") {
			t.Errorf("%s: the struct is empty: %t", query, zero)
		}
	}
}

// A picky type refuses everything, and says what it got.
type picky struct{}

func (*picky) UnmarshalText(text []byte) error { return fmt.Errorf("%s is bad", text) }

func TestDecodeTypes(t *testing.T) {
	_, d := course(t)
	values := read(t, "name=Elin&born=2001-02-03&role=other&seats=-2&topics=a&newsletter=yes")
	var all struct {
		Born       time.Time    `lagrum:"born"`
		Seats      float32      `lagrum:"seats"`
		Newsletter *bool        `lagrum:"consent=newsletter"`
		DietYes    *bind.Answer `lagrum:"consent=diet-yes"`
		Number     *string      `lagrum:"number"`
		Unasked    string       `lagrum:"hobby"`
	}
	all.Number, all.Unasked = pointer("stale"), "stays"
	if problems, err := bind.Decode(d, values, today, &all); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	if !all.Born.Equal(time.Date(2001, 2, 3, 0, 0, 0, 0, time.UTC)) || all.Seats != -2 || all.Newsletter == nil || !*all.Newsletter || *all.DietYes != bind.No || all.Number != nil || all.Unasked != "stays" {
		t.Errorf("got %+v", all)
	}
	for name, test := range map[string]struct {
		into any
		want string
	}{
		"uint": {&struct {
			Seats uint `lagrum:"seats"`
		}{}, "too-small Seats must be 0 or more"},
		"text": {&struct {
			Seats picky `lagrum:"seats"`
		}{}, "number Seats must be a number"},
		"date": {&struct {
			Born picky `lagrum:"born"`
		}{}, "date Date of birth must be a real date, such as 31.1.2026"},
		"radio": {&struct {
			Role picky `lagrum:"role"`
		}{}, "choice Select from the options: role"},
		"list": {&struct {
			Topics []picky `lagrum:"topics"`
		}{}, "choice Select from the options: topics"},
		"name": {&struct {
			Name *picky `lagrum:"name"`
		}{}, "ident Check name. A digit or character is wrong or missing"},
	} {
		problems, err := bind.Decode(d, values, today, test.into)
		if err != nil || len(problems) != 1 || string(problems[0].Code)+" "+problems[0].Message != test.want {
			t.Errorf("%s: %v %v", name, problems, err)
		}
	}
}

// A Loop is exported, so that it can be embedded and filled.
type Loop struct {
	*Loop
	Next *Loop
	P    pointerToItself
}

type pointerToItself *pointerToItself

type hidden struct {
	Name string `lagrum:"name"`
}

// Structs that do not fit give an error that says which field and why.
func TestStructsThatDoNotFit(t *testing.T) {
	_, d := course(t)
	type many struct{ A, B, C, D, E, F, G, H, I, J string }
	type more struct{ A, B, C, D, E, F, G, H, I, J many }
	type evenMore struct{ A, B, C, D, E, F, G, H, I, J more }
	for name, test := range map[string]struct {
		into any
		want string
	}{
		"nil":         {nil, "bind: into: it is not a pointer to a struct"},
		"nil pointer": {(*enrolment)(nil), "bind: into: it is not a pointer to a struct"},
		"struct":      {enrolment{}, "bind: into: it is not a pointer to a struct"},
		"map":         {&map[string]string{}, "bind: into: it is not a pointer to a struct"},
		"no tag":      {&struct{ Name string }{}, `bind: struct: no field has a tag for what the form "sign-up" asks for`},
		"itself":      {&Loop{}, `bind: Loop: no field has a tag for what the form "sign-up" asks for`},
		"vast":        {&struct{ A, B, C, D, E, F, G, H, I, J, K evenMore }{}, "bind: struct: it has more fields than can be gone through"},
		"bad tag": {&struct {
			Name string `lagrum:"na me"`
		}{}, `bind: struct.Name: the tag lagrum:"na me" is none: write the id of a datum, "consent=" and the id of a consent, or "-"`},
		"not exported": {&struct {
			name string `lagrum:"name"`
		}{}, "bind: struct.name: it cannot be filled: it is not exported, or in a list or map"},
		"in a list": {&struct{ People []hidden }{}, "bind: struct.People.Name: it cannot be filled: it is not exported, or in a list or map"},
		"hidden":    {&struct{ *hidden }{}, "bind: struct.Name: it cannot be filled: it is not exported, or in a list or map"},
		"any": {&struct {
			Name any `lagrum:"name"`
		}{}, `bind: struct.Name: interface {} cannot hold the datum "name", which is asked for as text`},
		"chan": {&struct {
			Name chan string `lagrum:"name"`
		}{}, `bind: struct.Name: chan string cannot hold the datum "name", which is asked for as text`},
		"far pointer": {&struct {
			Name **string `lagrum:"name"`
		}{}, `bind: struct.Name: **string cannot hold the datum "name", which is asked for as text`},
		"transient": {&struct {
			Number ident.Transient `lagrum:"number"`
		}{}, `bind: struct.Number: ident.Transient cannot hold the datum "number", which is asked for as national-number`},
		"time for text": {&struct {
			Name time.Time `lagrum:"name"`
		}{}, `bind: struct.Name: time.Time cannot hold the datum "name", which is asked for as text`},
		"two fields": {&struct {
			Email string `lagrum:"email"`
		}{}, `bind: struct.Email: the form "sign-up" has several fields for the datum "email": write which, as in "email,field=invoice-email"`},
	} {
		problems, err := bind.Decode(d, read(t, "name=Elin&email=hemlig&role=other&newsletter=no"), today, test.into)
		var typ *bind.TypeError
		if !errors.As(err, &typ) || err.Error() != test.want || problems != nil {
			t.Errorf("%s: got %v, %v, want %s", name, problems, err, test.want)
		}
	}
	for _, err := range []error{second(bind.Decode(nil, nil, today, &enrolment{})), second(bind.Fill(nil, &enrolment{})), second(bind.Fill(new(form.Submission), &enrolment{}))} {
		if err == nil {
			t.Error("no error without a form")
		}
	}
}

func second[A, B any](_ A, b B) B { return b }

// The two parts of a form fill one struct.
func TestFillInTwoParts(t *testing.T) {
	_, d := course(t)
	var e enrolment
	var first, then form.Submission
	fill := func(d *form.Definition, query string, s *form.Submission) {
		t.Helper()
		if problems := d.Check(bind.Values(read(t, query)), today, s); len(problems) > 0 {
			t.Fatal(problems)
		}
		if problems, err := bind.Fill(s, &e); err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
	}
	fill(d.First(), "name=Elin&role=other&newsletter=no&diet-yes=yes", &first)
	fill(d.Second(&first), "diet=gluten", &then)
	if e.Name != "Elin" || !e.DietYes || e.Diet != "gluten" {
		t.Errorf("got %+v", e)
	}
}

// random gives answers, most of them right.
func random(r *rand.Rand) url.Values {
	v := url.Values{}
	pick := func(name string, answers ...string) {
		if n := r.IntN(len(answers) + 1); n < len(answers) {
			v.Add(name, answers[n])
		}
	}
	v.Set("name", []string{"Elin", "Bjo\u0308rk", "  Åsa   Ek ", "\u202e"}[r.IntN(12)/3])
	v.Set("role", []string{"teacher", "other"}[r.IntN(2)])
	v.Set("newsletter", []string{"yes", "no"}[r.IntN(2)])
	pick("email", "elin@exempel.se", "A@B.SE", "none")
	pick("invoice-email", "faktura@exempel.se")
	pick("school", "Exempelskolan", "Ä-skolan")
	if r.IntN(2) == 0 {
		pick("born", "2001-02-03", "3/2 2001", "3.2.2001")
	} else {
		pick("number", "19970131-2390", "9701312390", "1")
	}
	pick("topics", "a", "b")
	pick("topics", "a", "b", "c")
	pick("diet-yes", "yes", "no")
	pick("diet", "gluten")
	pick("seats", "1", "127", "128", "-3,0", "2.5")
	pick("stranger", "x")
	return v
}

// write gives what a page would send for the struct.
func write(e *enrolment) url.Values {
	v := url.Values{"name": {e.Name}, "role": {string(e.Role)}, "newsletter": {string(e.Newsletter)}, "number": {e.Number}, "diet": {e.Diet}, "invoice-email": {e.Contact.Invoice}}
	if e.Contact.Email != nil {
		v.Set("email", *e.Contact.Email)
	}
	if e.Employer != nil {
		v.Set("school", e.Employer.School)
	}
	if !e.Born.IsZero() {
		v.Set("born", e.Born.String())
	}
	for _, topic := range e.Topics {
		v.Add("topics", string(topic))
	}
	if e.DietYes {
		v.Set("diet-yes", form.Yes)
	}
	if e.Seats != nil {
		v.Set("seats", fmt.Sprint(*e.Seats))
	}
	return v
}

// Whatever is sent, the struct holds what the submission holds, and written as a
// page would send it, it reads as itself.
func TestRoundTrip(t *testing.T) {
	_, d := course(t)
	r := rand.New(rand.NewPCG(20261122, 5))
	right := 0
	for range 4000 {
		values := random(r)
		var e, again enrolment
		problems, err := bind.Decode(d, values, today, &e)
		if err != nil {
			t.Fatal(values, err)
		}
		var s form.Submission
		if checked := d.Check(bind.Values(values), today, &s); len(checked) > 0 && len(problems) == 0 {
			t.Fatalf("%v: no problems, but %v", values, checked)
		}
		if len(problems) > 0 {
			if !reflect.ValueOf(e).IsZero() {
				t.Fatalf("%v: %v, and the struct is not empty", values, problems)
			}
			continue
		}
		right++
		for name, texts := range write(&e) {
			want := s.Text(name)
			if name == "seats" {
				want = strings.TrimSuffix(want, ".0")
			}
			if f := d.Field(name); f.Consent == nil && texts[0] != want {
				t.Fatalf("%v: %s: struct %q, submission %q", values, name, texts[0], want)
			}
		}
		if problems, err := bind.Decode(d, write(&e), today, &again); err != nil || len(problems) > 0 {
			t.Fatal(values, problems, err)
		}
		if diff := cmp.Diff(e, again, whole); diff != "" {
			t.Fatalf("%v (-once +twice):\n%s", values, diff)
		}
	}
	if right < 400 {
		t.Errorf("only %d of 4000 were right", right)
	}
}

// types are what the fields of random structs are made of.
var types = []reflect.Type{
	reflect.TypeFor[string](), reflect.TypeFor[bool](), reflect.TypeFor[int8](), reflect.TypeFor[uint](), reflect.TypeFor[float64](), reflect.TypeFor[uintptr](),
	reflect.TypeFor[complex64](), reflect.TypeFor[any](), reflect.TypeFor[error](), reflect.TypeFor[func()](), reflect.TypeFor[chan int](), reflect.TypeFor[time.Time](),
	reflect.TypeFor[date.Date](), reflect.TypeFor[form.File](), reflect.TypeFor[form.Submission](), reflect.TypeFor[ident.Transient](), reflect.TypeFor[bind.Answer](),
	reflect.TypeFor[picky](), reflect.TypeFor[Loop](), reflect.TypeFor[pointerToItself](), reflect.TypeFor[enrolment](), reflect.TypeFor[reflect.Value](), reflect.TypeFor[struct{}](),
}

var tags = []string{
	"name", "email", "email,field=email", "born", "number", "role", "school", "topics", "diet", "picture", "seats", "health", "nin", "shoe-size", "visits",
	"consent=newsletter", "consent=diet-yes", "consent=", "-", "", ",", "=", "name,field=", "zzz", "\u202e",
}

// texts are the tags that fit a string.
var texts = []string{"name", "number", "role", "diet", "-"}

func randomType(r *rand.Rand, depth int) reflect.Type {
	t := types[0]
	if r.IntN(2) == 0 {
		t = types[r.IntN(len(types))]
	}
	switch n := r.IntN(8); {
	case n == 0:
		return reflect.PointerTo(t)
	case n == 1:
		return reflect.SliceOf(t)
	case n == 2:
		return reflect.ArrayOf(r.IntN(3), t)
	case n == 3:
		return reflect.MapOf(reflect.TypeFor[string](), t)
	case n == 4 && depth > 0:
		return randomStruct(r, depth-1)
	case n == 5 && depth > 0:
		return reflect.PointerTo(randomStruct(r, depth-1))
	}
	return t
}

func randomStruct(r *rand.Rand, depth int) reflect.Type {
	var fields []reflect.StructField
	for i := range r.IntN(5) {
		f := reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: randomType(r, depth)}
		tag := tags[r.IntN(len(tags))]
		if f.Type == types[0] && r.IntN(4) > 0 {
			tag = texts[r.IntN(len(texts))]
		}
		if r.IntN(4) > 0 {
			f.Tag = reflect.StructTag(fmt.Sprintf("lagrum:%q", tag))
		}
		if r.IntN(6) == 0 {
			f.Name, f.PkgPath = fmt.Sprintf("f%d", i), "example.com/a"
		}
		fields = append(fields, f)
	}
	return reflect.StructOf(fields)
}

// Whatever struct a program has, it gets an answer.
func TestHostileStructs(t *testing.T) {
	doc, d := course(t)
	r := rand.New(rand.NewPCG(20261122, 7))
	filled, refused := 0, 0
	for range 3000 {
		into := reflect.New(randomStruct(r, 2))
		findings := bind.Coverage(doc, into.Interface())
		_, err := bind.Decode(d, random(r), today, into.Interface())
		var typ *bind.TypeError
		switch {
		case err == nil:
			filled++
		case err != nil && !errors.As(err, &typ):
			t.Fatalf("%v: %v", into.Type(), err)
		case err != nil:
			refused++
		}
		for _, f := range findings {
			if f.Code == "" || f.Message == "" || strings.Contains(f.Message, "{field}") {
				t.Fatalf("%v: %v", into.Type(), f)
			}
		}
	}
	if filled < 50 || refused < 500 {
		t.Errorf("%d filled, %d refused", filled, refused)
	}
}

// What arrives is anything at all. A struct is filled with what a submission
// holds or not at all, and nothing that was typed is in an error or a problem.
func FuzzDecode(f *testing.F) {
	f.Add("name=Elin&role=other&newsletter=no", `{"name":"Elin","role":"other","newsletter":false}`)
	f.Add("name=Elin&role=teacher&school=x&newsletter=yes&seats=1e9&topics=a&topics=a", `{"name":["Elin"],"seats":1.5,"picture":{"name":"x","type":"image/jpeg","size":1}}`)
	f.Add("%00=%ff&name=%cc%88&seats=-999999999999.999999", `{"":null,"name":{"a":1}}`)
	_, d := course(f)
	f.Fuzz(func(t *testing.T, query, data string) {
		const marker = "5ecretMark"
		values, _ := url.ParseQuery(query)
		values.Set("name", values.Get("name")+marker)
		values.Set("seats", values.Get("seats")+marker)
		var e enrolment
		problems, err := bind.Decode(d, values, today, &e)
		if err != nil || !reflect.ValueOf(e).IsZero() || strings.Contains(fmt.Sprintf("%+v", problems), marker) {
			t.Fatalf("%v %v", problems, err)
		}
		if problems, err = bind.DecodeJSON(d, []byte(data), today, &e); err != nil || len(problems) > 0 {
			if !reflect.ValueOf(e).IsZero() {
				t.Fatal("a struct filled in part")
			}
			return
		}
		var again enrolment
		problems, err = bind.Decode(d, write(&e), today, &again)
		again.Picture = e.Picture // which no page sends as text
		if err != nil || len(problems) > 0 || !cmp.Equal(e, again, whole) {
			t.Fatalf("%v %v", problems, err)
		}
	})
}
