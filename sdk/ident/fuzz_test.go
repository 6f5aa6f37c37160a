package ident_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"unsafe"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/ident"
)

func FuzzPersonnummer(f *testing.F)         { fuzz(f, ident.Personnummer) }
func FuzzSamordningsnummer(f *testing.F)    { fuzz(f, ident.Samordningsnummer) }
func FuzzInterimspersonnummer(f *testing.F) { fuzz(f, ident.Interimspersonnummer) }
func FuzzReservnummer(f *testing.F)         { fuzz(f, ident.Reservnummer) }
func FuzzOrganisationsnummer(f *testing.F)  { fuzz(f, ident.Organisationsnummer) }
func FuzzHSAID(f *testing.F)                { fuzz(f, ident.HSAID) }
func FuzzNorEduPersonNIN(f *testing.F)      { fuzz(f, ident.NorEduPersonNIN) }
func FuzzPostnummer(f *testing.F)           { fuzz(f, ident.Postnummer) }
func FuzzCPR(f *testing.F)                  { fuzz(f, ident.CPR) }
func FuzzCVR(f *testing.F)                  { fuzz(f, ident.CVR) }
func FuzzFodselsnummer(f *testing.F)        { fuzz(f, ident.Fodselsnummer) }
func FuzzOrganisasjonsnummer(f *testing.F)  { fuzz(f, ident.Organisasjonsnummer) }
func FuzzHETU(f *testing.F)                 { fuzz(f, ident.HETU) }
func FuzzYTunnus(f *testing.F)              { fuzz(f, ident.YTunnus) }
func FuzzKennitala(f *testing.F)            { fuzz(f, ident.Kennitala) }
func FuzzKennitalaOfCompany(f *testing.F)   { fuzz(f, ident.KennitalaOfCompany) }
func FuzzVTal(f *testing.F)                 { fuzz(f, ident.VTal) }
func FuzzPIC(f *testing.F)                  { fuzz(f, ident.PIC) }

// fuzz holds any value and any options against the laws, beginning with the
// vectors of the kind.
func fuzz(f *testing.F, kind ident.Kind) {
	for _, v := range readVectors(f)[kind].Vectors {
		opts := v.options(f)
		f.Add(v.Value, uint32(opts.Accept), opts.Modulus11, v.AsOf != "none")
	}
	day, _ := date.Parse(today)
	f.Fuzz(func(t *testing.T, value string, accept uint32, modulus11, dated bool) {
		opts := ident.Options{Accept: ident.Series(accept), Modulus11: modulus11}
		if dated {
			opts.AsOf = day
		}
		r := ident.Check(kind, value, opts)
		holdCanonical(t, r, opts)
		holdExact(t, r, value, opts)
		holdSecret(t, r, value, opts)
	})
}

// The canonical form of a valid number is a number of the same birth whose
// canonical form it is; what is not valid has neither form nor birth.
func holdCanonical(t *testing.T, r ident.Result, opts ident.Options) {
	birth, born := r.BirthDate()
	canonical := r.Canonical()
	if !r.Valid() {
		if canonical != "" || born || r.Series != 0 || r.Err() == nil {
			t.Error("a value that is not valid has a form, a birth, a series or no error")
		}
		return
	}
	if canonical == "" || r.Err() != nil {
		t.Error("a valid number has no canonical form, or an error")
	}
	again := ident.Check(r.Kind, canonical, opts)
	if againBirth, _ := again.BirthDate(); !again.Valid() || againBirth != birth || again.Canonical() != canonical {
		t.Errorf("the canonical form is read otherwise: %s", again.Reason)
	}
}

// What is valid when read exactly is the same number when read leniently.
func holdExact(t *testing.T, lenient ident.Result, value string, opts ident.Options) {
	opts.Exact = true
	exact := ident.Check(lenient.Kind, value, opts)
	if exact.Valid() && (!lenient.Valid() || exact.Canonical() != lenient.Canonical()) {
		t.Errorf("valid when read exactly, and then %s", lenient.Reason)
	}
}

// However a result is printed, the number is not in it.
func holdSecret(t *testing.T, r ident.Result, value string, opts ident.Options) {
	secrets := []string{digitsOf(value), digitsOf(r.Canonical())}
	if len(secrets[0]) >= 6 {
		secrets = append(secrets, hex.EncodeToString([]byte(value)))
	}
	open := openly(r, value, opts)
	for form, printed := range printings(r) {
		printed = strings.ToLower(withoutAddress(printed, value))
		for _, secret := range secrets {
			if len(secret) >= 6 && strings.Contains(printed, secret) && !strings.Contains(open, secret) {
				t.Errorf("%s shows the number", form)
			}
		}
	}
}

// openly prints what a result may show. Its figures could happen to be the
// number's.
func openly(r ident.Result, value string, opts ident.Options) string {
	shown := struct {
		kind   ident.Kind
		series ident.Series
		reason ident.Reason
		size   int
		opts   ident.Options
	}{r.Kind, r.Series, r.Reason, len(value), opts}
	var b strings.Builder
	for _, verb := range verbs {
		fmt.Fprintf(&b, verb, shown)
	}
	return strings.ToLower(b.String())
}

var verbs = []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x"}

// printings gives the result as programs print it, by accident or not.
func printings(r ident.Result) map[string]string {
	type holder struct{ result ident.Result }
	forms := map[string]string{}
	for _, verb := range verbs {
		forms[verb] = fmt.Sprintf(verb, r)
		forms[verb+" of a pointer"] = fmt.Sprintf(verb, &r)
		forms[verb+" in a struct"] = fmt.Sprintf(verb, holder{r})
		forms[verb+" in a slice"] = fmt.Sprintf(verb, []holder{{r}})
	}
	b, err := json.Marshal(map[string]any{"result": r, "held": holder{r}, "error": r.Err()})
	forms["json"] = string(b) + fmt.Sprint(err)
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("checked", "result", r, "held", holder{r}, "error", r.Err())
	slog.New(slog.NewJSONHandler(&log, nil)).Info("checked", "result", r, "held", holder{r}, "error", r.Err())
	forms["slog"] = withoutTimes(log.String())
	return forms
}

// withoutAddress takes out where the value lies in memory: its digits are not
// the number's, but could happen to be.
func withoutAddress(printed, value string) string {
	address := uintptr(unsafe.Pointer(unsafe.StringData(value)))
	if address == 0 {
		return printed
	}
	return strings.NewReplacer(fmt.Sprintf("%d", address), "", fmt.Sprintf("%x", address), "").Replace(printed)
}

// withoutTimes takes the times out of a log.
func withoutTimes(log string) string {
	lines := strings.Split(log, "\n")
	for i, line := range lines {
		_, lines[i], _ = strings.Cut(line, "level")
	}
	return strings.Join(lines, "\n")
}

func digitsOf(s string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
}
