package ident_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

// Two people, born a hundred years apart, never have one canonical form.
func TestThePlusSignTellsPeopleApart(t *testing.T) {
	day, _ := date.Parse(today)
	for _, c := range []struct {
		kind              ident.Kind
		hyphen, plus      string
		undated           string // the canonical form of plus without a day
		younger, centuria string // the canonical forms by the day
	}{
		{ident.Personnummer, "031204-9802", "031204+9802", "031204+9802", "200312049802", "190312049802"},
		{ident.Interimspersonnummer, "000101-T220", "000101+T220", "000101+T220", "20000101T220", "19000101T220"},
	} {
		undated := ident.Options{}
		if got := ident.Check(c.kind, c.plus, undated).Canonical(); got != c.undated {
			t.Errorf("%s: got %q", c.kind, got)
		}
		for _, same := range []string{c.undated, strings.Replace(c.plus, "+", " + ", 1)} {
			if got := ident.Check(c.kind, same, undated).Canonical(); got != c.undated {
				t.Errorf("%s again: got %q", c.kind, got)
			}
		}
		if got := ident.Check(c.kind, c.hyphen, undated).Canonical(); got != strings.Replace(c.hyphen, "-", "", 1) {
			t.Errorf("%s with a hyphen: got %q", c.kind, got)
		}
		if _, told := ident.Check(c.kind, c.plus, undated).BirthDate(); told {
			t.Errorf("%s: a date of birth without a day", c.kind)
		}
		dated := ident.Options{AsOf: day}
		if got := ident.Check(c.kind, c.hyphen, dated).Canonical(); got != c.younger {
			t.Errorf("%s by the day: got %q", c.kind, got)
		}
		for _, plus := range []string{c.plus, c.undated} {
			if got := ident.Check(c.kind, plus, dated).Canonical(); got != c.centuria {
				t.Errorf("%s with a plus sign by the day: got %q", c.kind, got)
			}
		}
	}
	// A sole trader's number has ten digits and no sign.
	for _, opts := range []ident.Options{{}, {AsOf: day}} {
		if got := ident.Check(ident.Organisationsnummer, "031204+9802", opts).Canonical(); got != "0312049802" {
			t.Errorf("a sole trader: got %q", got)
		}
	}
}

func TestTheZeroResultIsNotValid(t *testing.T) {
	var r ident.Result
	if r.Valid() || r.Err() != ident.UnknownKind || r.String() != ": unknown-kind (number redacted)" || r.Canonical() != "" {
		t.Errorf("got %v, %v", r, r.Err())
	}
	if r := ident.Check("", "190312049802", ident.Options{}); r.Err() != ident.UnknownKind {
		t.Errorf("of no kind: got %v", r.Err())
	}
}

// What VAT numbers have around the number of the organisation.
func TestVATNumbers(t *testing.T) {
	for _, c := range []struct {
		kind             ident.Kind
		value, canonical string
	}{
		{ident.Organisationsnummer, "SE202100544801", "2021005448"},
		{ident.Organisationsnummer, "se 202100-5448 01", "2021005448"},
		{ident.Organisationsnummer, "SE031204980201", "0312049802"}, // of a sole trader
		{ident.Organisationsnummer, "SE202100544802", ""},
		{ident.Organisationsnummer, "SE202100544001", ""},
		{ident.Organisationsnummer, "SE2021005448", ""},
		{ident.Organisationsnummer, "202100544801", ""},
		{ident.Organisationsnummer, "SE01", ""},
		{ident.Organisasjonsnummer, "NO974760673MVA", "974760673"},
		{ident.Organisasjonsnummer, "NO 974 760 673 mva", "974760673"},
		{ident.Organisasjonsnummer, "974760673MVA", "974760673"},
		{ident.Organisasjonsnummer, "NO974760674MVA", ""},
		{ident.Organisasjonsnummer, "MVA", ""},
		{ident.Organisasjonsnummer, "NOMVA", ""},
		{ident.YTunnus, "FI20774740", "2077474-0"},
		{ident.YTunnus, "fi 2077474-0", "2077474-0"},
		{ident.YTunnus, "FI20774741", ""},
		{ident.YTunnus, "FI", ""},
		{ident.CVR, "DK13585628", "13585628"},
	} {
		r := ident.Check(c.kind, c.value, ident.Options{})
		if r.Canonical() != c.canonical || r.Valid() != (c.canonical != "") {
			t.Errorf("%s: got %q, %s", c.value, r.Canonical(), r.Reason)
		}
		if c.canonical != "" && strings.ToUpper(c.value) == c.value {
			if r := ident.Check(c.kind, c.value, ident.Options{Exact: true}); r.Canonical() != c.canonical {
				t.Errorf("%s exactly: got %q, %s", c.value, r.Canonical(), r.Reason)
			}
		}
	}
}

// A line that is read from a file, or copied, has its end with it.
func TestLineEndsAtTheEdges(t *testing.T) {
	const number = "190312049802"
	for value, want := range map[string]ident.Reason{
		number + "\n":               ident.OK,
		number + "\r\n":             ident.OK,
		"\n" + number:               ident.OK,
		" \r\n\t" + number + "\t\n": ident.OK,
		number + "\u00A0\n ":        ident.OK,
		"19031204 9802\n":           ident.OK,
		"19031204\n9802":            ident.Characters,
		"19031204 \n9802":           ident.Characters,
		number + "\n" + number:      ident.Characters,
		"\n":                        ident.Empty,
		" \r\n ":                    ident.Empty,
	} {
		r := ident.Check(ident.Personnummer, value, ident.Options{})
		if r.Reason != want || want == ident.OK && r.Canonical() != number {
			t.Errorf("%q: got %s", value, r.Reason)
		}
		if r := ident.Check(ident.Personnummer, value, ident.Options{Exact: true}); r.Valid() {
			t.Errorf("%q is valid when read exactly", value)
		}
	}
}

// In JSON and its like, reasons and series are words.
func TestReasonsAndSeriesAreWords(t *testing.T) {
	b, err := json.Marshal(ident.Check(ident.NorEduPersonNIN, "202601612381", ident.Options{}))
	if err != nil || string(b) != `{"Kind":"norEduPersonNIN.swamid","Series":"coordination","Reason":"ok"}` {
		t.Errorf("got %s, %v", b, err)
	}
	for reason := ident.OK; reason <= ident.SeriesNotAccepted; reason++ {
		var again ident.Reason
		if b, err := reason.MarshalText(); err != nil || string(b) != reason.Code() || again.UnmarshalText(b) != nil || again != reason {
			t.Errorf("%s: got %s, %s", reason, b, again)
		}
	}
	for _, set := range []ident.Series{0, ident.Tenor, ident.OnRequest} {
		var again ident.Series
		if b, err := set.MarshalText(); err != nil || string(b) != set.String() || again.UnmarshalText(b) != nil || again != set {
			t.Errorf("%s: got %s, %s", set, b, again)
		}
	}
	var held struct {
		Reason ident.Reason
		Series ident.Series
	}
	for _, text := range []string{`{"Reason":"190312049802"}`, `{"Series":"190312049802"}`} {
		if err := json.Unmarshal([]byte(text), &held); err == nil || strings.Contains(err.Error(), "1903") {
			t.Errorf("got %v", err)
		}
	}
	if held.Reason != ident.OK || held.Series != 0 {
		t.Error("what is not known has been read")
	}
}
