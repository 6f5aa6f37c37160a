package ident

import "testing"

func TestRepeats(t *testing.T) {
	for _, c := range []struct {
		text   string
		kind   Kind
		number string
		want   bool
	}{
		{"SE2321000016-190312049802", NorEduPersonNIN, "190312049802", true},
		{"SE2321000016-0312049802", NorEduPersonNIN, "190312049802", true}, // without its century
		{"SE2321000016-0312T049802x", NorEduPersonNIN, "190312049802", true},
		{"SE2321000016-X19031204Y9802", NorEduPersonNIN, "190312049802", true},
		{"SE2321000016-19031204980", NorEduPersonNIN, "190312049802", true}, // without its check digit
		{"SE2321000016-031204980", NorEduPersonNIN, "190312049802", true},
		{"SE2321000016-031204980", Personnummer, "031204+9802", true},
		{"SE2321000016-0312049x8y0", NorEduPersonNIN, "190312049802", true},
		{"SE2321000016-03120498", NorEduPersonNIN, "190312049802", false},
		{"SE2321000016-0312041980", NorEduPersonNIN, "190312049802", false},
		{"SE2321000016-19031204", NorEduPersonNIN, "190312049802", false},
		{"SE2321000016-A2G8", NorEduPersonNIN, "190312049802", false},
		{"SE2321000016-000101220", Interimspersonnummer, "20000101T220", true}, // without its letter
		{"SE2321000016-000101T22", Interimspersonnummer, "20000101T220", true},
		{"SE2321000016-000101t22", Interimspersonnummer, "20000101T220", true},
		{"200001012218", Interimspersonnummer, "20000101T220", false}, // another of one day
		{"199308298023", Reservnummer, "19930829X812", false},
		{"SE2321000016-930829X81", Reservnummer, "19930829X812", true},
		{"194508292381", Reservnummer, "19450829SF2B", false},
		{"0107001234", CPR, "0107001234", true},
		{"0107001235", CPR, "0107001234", true},
		{"0107001334", CPR, "0107001234", false},
		{"0101507AB1", CPR, "0101507AB1", true},
		{"0101507123", CPR, "0101507AB1", false},
		{"SE2321000016-309082999", Fodselsnummer, "30908299902", true},
		{"SE2321000016-309082998", Fodselsnummer, "30908299902", false},
		{"SE2321000016-131052308", HETU, "131052-308T", true},
		{"SE2321000016-131052A308", HETU, "131052A308T", true},
		{"SE2321000016-131052A309", HETU, "131052A308T", false},
		{"SE2321000016-020980429", Kennitala, "0209804299", true},
		{"SE2321000016-202100544", Organisationsnummer, "2021005448", true},
		{"SE2321000016-A2G9", HSAID, "SE2321000016-A2G8", false}, // the organisation is the same
		{"SE2321000016-X2Y8", HSAID, "SE2321000016-A2G8", true},
	} {
		if got := repeats(c.text, c.kind, []byte(c.number)); got != c.want {
			t.Errorf("%s in %s of %s: got %v", c.number, c.text, c.kind, got)
		}
	}
}
