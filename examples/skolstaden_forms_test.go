package examples_test

import (
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/screen"
)

var skolstadenFilled = []filled{
	{
		form: "service-request", tag: locale.SV,
		right: answers("requesting-school", "Exempelskolan", "contact-name", "Elin Exempel", "contact-email", "elin.exempel@skola.example",
			"requested-service", "other", "other-service", "Ritexemplet", "service-question", "Kan vi använda Ritexemplet i bildundervisningen?"),
		wrong: map[string]string{
			"requesting-school=":                     "missing requesting-school",
			"contact-name=":                          "missing contact-name",
			"contact-email=elin":                     "email contact-email",
			"requested-service=":                     "missing requested-service",
			"requested-service=exempeltavlan":        "",
			"other-service=":                         "missing other-service",
			"service-question=":                      "missing service-question",
			"service-question=Eleven har dyslexi.":   "may-tell service-question",
			"service-question=Gäller 19121212-1212.": "must-not-tell service-question",
		},
	},
	{
		form: "comment", tag: locale.SV,
		right: answers("comments", skolstadenComment),
		wrong: map[string]string{"comments=": "missing comments", "comments=####": "must-not-tell comments"},
	},
}

const skolstadenComment = "Texten har en tydlig inledning. Lägg till ett stycke om hur försöket gick till."

// skolstadenWritten is what a teacher might write, and the class of the notice
// that forbids it.
var skolstadenWritten = []struct {
	id    string
	class screen.Class
	text  string
}{
	{"S1-13", screen.Comparison, "Mycket bättre än förra terminen."},
	{"S1-15", screen.Offensive, "Du är en idiot."},
	{"S1-16", screen.EthnicOrigin, "Hon är rom."},
	{"S1-16", screen.PoliticalOpinion, "Pappan röstar på moderaterna."},
	{"S1-16", screen.Religion, "Han är muslim."},
	{"S1-16", screen.TradeUnion, "Mamman är med i facket."},
	{"S1-16", screen.Health, "Eleven har diabetes."},
	{"S1-16", screen.SexLife, "Hon är lesbisk."},
	{"S1-16", screen.Genetic, "Ett dna-test visade det."},
	{"S1-16", screen.Biometric, "Fingeravtryck används för att logga in."},
	{"S1-17", screen.InternalCode, "!!!!"},
	{"S1-18", screen.AbilityJudgement, "Eleven är svag i matematik."},
	{"S1-19", screen.HomeConditions, "Föräldrarna är skilda."},
	{"S1-20", screen.AbsenceSick, "Eleven var sjuk i tisdags."},
	{"S1-21", screen.PupilRelations, "Hon bråkar med sina klasskamrater."},
	{"S1-22", screen.NationalNumber, "191212121212"},
}

var skolstadenFormPoints = append([]formPoint{
	{"S1-6", func(t *testing.T) {
		if got := fieldsOf(t, "skolstaden", "comment", ""); !slices.Equal(got, []string{"comments"}) {
			t.Errorf("a comment asks for %v", got)
		}
	}},
	{"S1-7", func(t *testing.T) {
		for _, id := range []string{"service-request", "comment"} {
			for _, f := range asks(t, "skolstaden", id, "", locale.SV).Fields {
				if f.Control == policy.LongTextControl && len(f.Screen) != len(screen.Classes()) {
					t.Errorf("%s is screened for %v", f.Name, f.Screen)
				}
			}
		}
	}},
	{"S1-11", func(t *testing.T) { skolstadenHint(t, "comments") }},
	{"S1-14", func(t *testing.T) {
		for _, text := range []string{skolstadenComment, "Du har löst alla fyra uppgifterna. Räkna om den sista."} {
			received(t, asks(t, "skolstaden", "comment", "", locale.SV), answers("comments", text))
		}
	}},
	{"S1-23", func(t *testing.T) {
		f := asks(t, "skolstaden", "comment", "", locale.SV).Field("comments")
		if f.Autocomplete != "" || f.FilledFrom != "" {
			t.Error("what is written of a pupil is filled in from the writer")
		}
	}},
	{"S1-25", func(t *testing.T) {
		d := asks(t, "skolstaden", "service-request", "", locale.SV)
		for _, name := range []string{"contact-name", "contact-email"} {
			if f := d.Field(name); !f.Required || f.Group != "contact" {
				t.Errorf("the school need not give %s", name)
			}
		}
	}},
}, skolstadenScreened()...)

// skolstadenHint looks for the rule beside the field, in every language.
func skolstadenHint(t *testing.T, field string) {
	for _, tag := range []locale.Tag{locale.SV, locale.EN} {
		if asks(t, "skolstaden", "comment", "", tag).Field(field).Hint == "" {
			t.Errorf("in %s nothing says what may be written", tag)
		}
	}
}

// skolstadenScreened makes one point of all texts with the same id.
func skolstadenScreened() []formPoint {
	var list []formPoint
	for i, x := range skolstadenWritten {
		if i > 0 && skolstadenWritten[i-1].id == x.id {
			continue
		}
		list = append(list, formPoint{x.id, func(t *testing.T) {
			for _, y := range skolstadenWritten {
				if y.id == x.id {
					skolstadenForbids(t, y.class, y.text)
				}
			}
		}})
	}
	return list
}

// skolstadenForbids: the class is found, the text is not kept, and where a
// person must decide, it is kept after the person has.
func skolstadenForbids(t *testing.T, class screen.Class, text string) {
	d := asks(t, "skolstaden", "comment", "", locale.SV)
	var s form.Submission
	problems := d.Check(answers("comments", text), formDay, &s)
	i := slices.IndexFunc(problems, func(p form.Problem) bool { return len(p.Args) == 1 && p.Args[0].Value == string(class) })
	if i < 0 || s.Has("comments") {
		t.Errorf("%s is not found in %q: %v", class, text, problems)
		return
	}
	if problems[i].Message == "" {
		t.Errorf("%s: nothing is said", class)
	}
	again, left := send(d, append(answers("comments", text), form.Value{Name: form.KeepName("comments"), Text: form.Yes}))
	if again.Has("comments") != !slices.ContainsFunc(problems, func(p form.Problem) bool { return !p.Asks }) {
		t.Errorf("%s: sent all the same, it is kept %v, with %v", class, again.Has("comments"), left)
	}
}
