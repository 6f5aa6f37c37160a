package ident_test

import (
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

// samples has a valid and an invalid number of each kind, out of testdata.
var samples = []struct {
	kind           ident.Kind
	valid, invalid string
	accept         ident.Series
}{
	{kind: ident.Personnummer, valid: "19970131-2390", invalid: "19970131-2391"},
	{kind: ident.Samordningsnummer, valid: "19701063-2391", invalid: "19701063-2392"},
	{kind: ident.Interimspersonnummer, valid: "20000101-T220", invalid: "000101-E221"},
	{kind: ident.Reservnummer, valid: "991981000010", invalid: "991981"},
	{kind: ident.Organisationsnummer, valid: "202100-5448", invalid: "202100-5449"},
	{kind: ident.HSAID, valid: "SE2321000016-A2G8", invalid: "SE2321000016-"},
	{kind: ident.NorEduPersonNIN, valid: "199701312390", invalid: "199701312391"},
	{kind: ident.Postnummer, valid: "123 45", invalid: "012 34"},
	{kind: ident.CPR, valid: "251248-9996", invalid: "251248-0000"},
	{kind: ident.CVR, valid: "13585628", invalid: "13585627"},
	{kind: ident.Fodselsnummer, valid: "03851598730", invalid: "03851598731", accept: ident.Synthetic},
	{kind: ident.Organisasjonsnummer, valid: "975278921", invalid: "975278922"},
	{kind: ident.HETU, valid: "010594Y9032", invalid: "010594Y9033", accept: ident.Temporary},
	{kind: ident.YTunnus, valid: "2077474-0", invalid: "2077474-1"},
	{kind: ident.Kennitala, valid: "0209804299", invalid: "3102690009"},
	{kind: ident.KennitalaOfCompany, valid: "5811131290", invalid: "7104900009"},
	{kind: ident.VTal, valid: "123456", invalid: "12345X"},
	{kind: ident.PIC, valid: "999990239", invalid: "99999023"},
}

func BenchmarkCheck(b *testing.B) {
	day, _ := date.Parse(today)
	for _, s := range samples {
		opts := ident.Options{AsOf: day, Accept: s.accept}
		run := func(name, value string, valid bool) {
			b.Run(string(s.kind)+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if r := ident.Check(s.kind, value, opts); r.Valid() != valid {
						b.Fatal(r.Reason)
					}
				}
			})
		}
		run("valid", s.valid, true)
		run("invalid", s.invalid, false)
	}
}

func TestReadingAllocatesNothing(t *testing.T) {
	day, _ := date.Parse(today)
	sampled := map[ident.Kind]bool{}
	for _, s := range samples {
		sampled[s.kind] = true
		opts := ident.Options{AsOf: day, Accept: s.accept}
		var room [64]byte
		valid := false
		allocs := testing.AllocsPerRun(100, func() {
			r := ident.Check(s.kind, s.valid, opts)
			_, _ = r.BirthDate()
			valid = r.Valid() && len(r.AppendCanonical(room[:0])) > 0 && r.Err() == nil
		})
		if !valid || allocs > 0 {
			t.Errorf("%s: valid %t, %v allocations", s.kind, valid, allocs)
		}
		allocs = testing.AllocsPerRun(100, func() {
			r := ident.Check(s.kind, s.invalid, opts)
			valid = r.Valid() || r.Err() == nil
		})
		if valid || allocs > 0 {
			t.Errorf("%s, invalid: valid %t, %v allocations", s.kind, valid, allocs)
		}
	}
	for _, kind := range ident.Kinds() {
		if !sampled[kind] {
			t.Errorf("%s has no sample", kind)
		}
	}
}

// Reading and writing in one go is the same as one after the other.
func TestAppendAny(t *testing.T) {
	day, _ := date.Parse(today)
	kinds := ident.Kinds()
	for _, s := range samples {
		for i := range len(kinds) + 1 {
			for _, value := range []string{s.valid, s.invalid, ""} {
				opts := ident.Options{AsOf: day, Accept: s.accept}
				r := ident.CheckAny(value, opts, kinds[i:]...)
				got, why := ident.AppendAny([]byte("x"), value, opts, kinds[i:]...)
				if want := "x" + r.Canonical(); string(got) != want || why != r.Reason {
					t.Errorf("%s among %v: got %s, %v, want %s, %v", value, kinds[i:], got, why, want, r.Reason)
				}
			}
		}
	}
}
