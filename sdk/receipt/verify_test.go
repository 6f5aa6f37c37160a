package receipt_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// verdict gives the codes of a report, those that are wrong with "!" and those
// that were not checked with "?".
func verdict(r *receipt.Report) string {
	var list []string
	for _, c := range r.Checks {
		mark := map[receipt.Result]string{receipt.Correct: "", receipt.Wrong: "!", receipt.Unchecked: "?"}[c.Result]
		list = append(list, string(c.Code)+mark)
	}
	return fmt.Sprintf("%t: %s", r.Right(), strings.Join(list, " "))
}

func verify(t testing.TB, data []byte, keys receipt.Keys) receipt.Report {
	t.Helper()
	return must[receipt.Report](t)(receipt.Verify(data, keys))
}

func TestVerify(t *testing.T) {
	r, l := proved(t)
	bare := answers()
	whole, without := signed(t, organiser(t), &r), signed(t, organiser(t), &bare)
	swapped := r
	swapped.Items = []consent.Item{r.Items[0], r.Items[1]}
	swapped.Items[0].Proof, swapped.Items[1].Proof = r.Items[1].Proof, r.Items[0].Proof
	forged := r
	forged.Items = []consent.Item{r.Items[0]}
	forged.Items[0].Proof = strings.Replace(r.Items[0].Proof, `\n9\n`, `\n8\n`, 1)
	other := newLog(t, "other.example/log")
	for _, c := range []struct {
		name string
		data []byte
		keys receipt.Keys
		want string
	}{
		{"all there is", whole, withLog(t, trusting(t, organiser(t)), l), "true: known-key content-right in-log in-log"},
		{"several keys", whole, trusting(t, somebody(t), organiser(t)), "true: known-key content-right no-log-key? no-log-key?"},
		{"no log", without, trusting(t, organiser(t)), "true: known-key content-right no-proof? no-proof?"},
		{"no proof though a log is known", without, withLog(t, trusting(t, organiser(t)), l), "false: known-key content-right no-proof! no-proof!"},
		{"another log", whole, withLog(t, trusting(t, organiser(t)), other), "false: known-key content-right other-log! other-log!"},
		{"no key", whole, receipt.Keys{}, "false: no-key? content-right no-log-key? no-log-key?"},
		{"another key", whole, trusting(t, somebody(t)), "false: unknown-key? content-right no-log-key? no-log-key?"},
		{"only the log", whole, withLog(t, receipt.Keys{}, l), "false: no-key? content-right in-log in-log"},
		{"proofs of each other", signed(t, organiser(t), &swapped), withLog(t, trusting(t, organiser(t)), l), "false: known-key content-right not-in-log! not-in-log!"},
		{"a checkpoint that was changed", signed(t, organiser(t), &forged), withLog(t, trusting(t, organiser(t)), l), "false: known-key content-right log-damaged!"},
	} {
		report := verify(t, c.data, c.keys)
		if got := verdict(&report); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if (report.Receipt.ID != "") != report.Right() {
			t.Errorf("%s: the content is given out, or not, without regard to the outcome", c.name)
		}
	}
}

func TestReceiptIsGivenBackAsSigned(t *testing.T) {
	r, _ := proved(t)
	report := verify(t, signed(t, organiser(t), &r), trusting(t, organiser(t)))
	if diff := cmp.Diff(string(r.AppendJSON(nil)), string(report.Receipt.AppendJSON(nil))); diff != "" {
		t.Error(diff)
	}
	if report.Key != idOfRFC8037 {
		t.Errorf("the key is %s", report.Key)
	}
}

// What was signed today must be read for as long as somebody keeps it.
func TestSignedFormStays(t *testing.T) {
	r := consent.Receipt{ID: "r-1", Issued: "2026-11-22T12:00:05+01:00", Language: "en", Organiser: "Evening School"}
	const want = `{"payload":"eyJpZCI6InItMSIsImlzc3VlZCI6IjIwMjYtMTEtMjJUMTI6MDA6MDUrMDE6MDAiLCJsYW5ndWFnZSI6ImVuIiwib3JnYW5pc2VyIjoiRXZlbmluZyBTY2hvb2wiLCJpdGVtcyI6W119","protected":"eyJhbGciOiJFZERTQSIsImtpZCI6ImtQcktfcW14VldhWVZBOXd3QkY2SXVvM3ZWeno3VHhIQ1R3WEJ5Z3JTNGsiLCJ0eXAiOiJ2bmQubGFncnVtLnJlY2VpcHQifQ","signature":"YHAMyKPfgVCYnDvnSFu7GpDVtP5tNa5r1-lJahCoKP-kJZ76A7awrEzXlgdzPY09KhcSYje6dXe5r1kYPl81Bg"}`
	if got := string(signed(t, organiser(t), &r)); got != want {
		t.Errorf("got %s", got)
	}
}

// craft makes a JWS by hand, as others may: any header, any payload.
func craft(key ed25519.PrivateKey, header, payload string) []byte {
	parts := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString([]byte(payload))
	return []byte(parts + "." + base64.RawURLEncoding.EncodeToString(ed25519.Sign(key, []byte(parts))))
}

func header(more string) string { return `{"alg":"EdDSA","typ":"` + receipt.Type + `"` + more + `}` }

// Whoever makes a key, and signs with it, and says whose it is, is nobody.
func TestKeyInTheFileIsNotTrusted(t *testing.T) {
	r := answers()
	payload := string(r.AppendJSON(nil))
	attacker := somebody(t)
	jwk := string(must[[]byte](t)(receipt.PublicJWK(attacker.Public().(ed25519.PublicKey))))
	posing := strings.Replace(jwk, must[string](t)(receipt.KeyID(attacker.Public().(ed25519.PublicKey))), idOfRFC8037, 1)
	ours := string(must[[]byte](t)(receipt.PublicJWK(organiser(t).Public().(ed25519.PublicKey))))
	const rest = " content-right no-proof? no-proof?"
	for _, c := range []struct{ name, header, known, unknown string }{
		{"its own key", header(`,"jwk":` + jwk), "stranger!", "stranger!"},
		{"under our name", header(`,"jwk":` + posing), "stranger!", "stranger!"},
		{"with our id", header(`,"jwk":` + jwk + `,"kid":"` + idOfRFC8037 + `"`), "stranger!", "stranger!"},
		{"with our key", header(`,"jwk":` + ours), "damaged!", "damaged!"},
		{"with our id and no key", header(`,"kid":"` + idOfRFC8037 + `"`), "damaged!", "no-key?"},
		{"with a text for an id", header(`,"kid":"Elin"`), "unknown-key?", "no-key?"},
		{"without a name", header(""), "damaged!", "no-key?"},
	} {
		data := craft(attacker, c.header, payload)
		trusted, untrusted := verify(t, data, trusting(t, organiser(t))), verify(t, data, receipt.Keys{})
		for report, want := range map[*receipt.Report]string{&trusted: c.known, &untrusted: c.unknown} {
			if got := verdict(report); got != "false: "+want+rest {
				t.Errorf("%s: got %s, want %s", c.name, got, want)
			}
			if report.Right() || report.Key != "" || report.Receipt.ID != "" {
				t.Errorf("%s: trusted", c.name)
			}
			if said := report.String() + string(report.AppendJSON(nil)); strings.Contains(said, "Elin") {
				t.Errorf("%s: the report repeats it: %s", c.name, said)
			}
		}
	}
	// The organiser's own key beside the signature does no harm.
	report := verify(t, craft(organiser(t), header(`,"jwk":`+ours), payload), trusting(t, organiser(t)))
	if !report.Right() {
		t.Error(verdict(&report))
	}
}

func TestFormsOfFile(t *testing.T) {
	r := answers()
	flat := signed(t, organiser(t), &r)
	var parts struct{ Protected, Payload, Signature string }
	if err := json.Unmarshal(flat, &parts); err != nil {
		t.Fatal(err)
	}
	compact := parts.Protected + "." + parts.Payload + "." + parts.Signature
	general := fmt.Sprintf(`{"payload":%q,"signatures":[{"protected":%q,"signature":%q}]}`, parts.Payload, parts.Protected, parts.Signature)
	twice := fmt.Sprintf(`{"payload":%q,"signatures":[{"protected":%q,"signature":%[3]q},{"protected":%[2]q,"signature":%[3]q}]}`,
		parts.Payload, parts.Protected, parts.Signature)
	page := string((&consent.Printer{Signed: string(flat)}).ReceiptPage(&r))
	block := page[strings.Index(page, "<script"):strings.Index(page, "</body>")]
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"flattened":              {string(flat), nil},
		"with white space":       {"\uFEFF \r\n" + strings.ReplaceAll(string(flat), `,"`, " ,\n\t\"") + "\n", nil},
		"compact":                {compact, nil},
		"compact with line end":  {compact + "\n", nil},
		"general":                {general, nil},
		"a page":                 {page, nil},
		"a page in capitals":     {strings.NewReplacer("<script", "<SCRIPT nonce='İ' ", "</script", "</SCRIPT").Replace(page), nil},
		"a page with compact":    {strings.Replace(page, string(flat), compact, 1), nil},
		"a page with others":     {strings.Replace(page, block, "<script>1</script>\n"+block, 1), nil},
		"a member more":          {strings.Replace(string(flat), "{", `{"note":"",`, 1), nil},
		"nothing":                {"", receipt.ErrNotSigned},
		"the bare content":       {string(r.AppendJSON(nil)), receipt.ErrNotSigned},
		"two parts":              {parts.Protected + "." + parts.Payload, receipt.ErrNotSigned},
		"four parts":             {compact + ".", receipt.ErrNotSigned},
		"no signature":           {parts.Protected + "." + parts.Payload + ".", receipt.ErrNotSigned},
		"detached":               {parts.Protected + ".." + parts.Signature, receipt.ErrNotSigned},
		"padding":                {compact + "==", receipt.ErrNotSigned},
		"a line within":          {compact[:9] + "\n" + compact[9:], receipt.ErrNotSigned},
		"a name twice":           {strings.Replace(string(flat), "{", `{"payload":"",`, 1), receipt.ErrNotSigned},
		"names in capitals":      {strings.Replace(string(flat), "payload", "Payload", 1), receipt.ErrNotSigned},
		"both forms":             {strings.Replace(general, "{", fmt.Sprintf(`{"signature":%q,`, parts.Signature), 1), receipt.ErrNotSigned},
		"two signatures":         {twice, receipt.ErrSeveral},
		"no signatures":          {fmt.Sprintf(`{"payload":%q,"signatures":[]}`, parts.Payload), receipt.ErrNotSigned},
		"a page without":         {strings.Replace(page, block, "", 1), receipt.ErrNotSigned},
		"a page with two":        {strings.Replace(page, block, block+block, 1), receipt.ErrSeveral},
		"a page cut off":         {page[:strings.Index(page, "</script")], receipt.ErrNotSigned},
		"an unprotected header":  {strings.Replace(string(flat), "{", `{"header":{"kid":"x"},`, 1), receipt.ErrMethod},
		"no algorithm":           {string(craft(organiser(t), `{"alg":"none"}`, "{}")), receipt.ErrMethod},
		"a shared secret":        {string(craft(organiser(t), `{"alg":"HS256"}`, "{}")), receipt.ErrMethod},
		"an extension":           {string(craft(organiser(t), header(`,"crit":["exp"],"exp":1`), "{}")), receipt.ErrMethod},
		"not in base64":          {string(craft(organiser(t), header(`,"crit":["b64"],"b64":false`), "{}")), receipt.ErrMethod},
		"a private key for all":  {string(craft(organiser(t), header(`,"jwk":{"kty":"oct","k":"AAAA"}`), "{}")), receipt.ErrMethod},
		"a header that is none":  {string(craft(organiser(t), `[]`, "{}")), receipt.ErrNotSigned},
		"algorithm of two minds": {string(craft(organiser(t), `{"alg":"EdDSA","alg":"EdDSA"}`, "{}")), receipt.ErrNotSigned},
		"too large":              {strings.Repeat(" ", 8<<20) + compact, receipt.ErrTooLarge},
	} {
		report, err := receipt.Verify([]byte(c.data), trusting(t, organiser(t)))
		if err != c.want || err == nil && !report.Right() {
			t.Errorf("%s: %v, %s", name, err, verdict(&report))
		}
		onPage := strings.HasPrefix(name, "a page")
		if last := len(report.Checks) - 1; err == nil && (report.Checks[last].Code == receipt.PageOutside) != onPage {
			t.Errorf("%s: %s", name, verdict(&report))
		}
	}
}

// Signed by the right key, and yet no receipt.
func TestContent(t *testing.T) {
	r := answers()
	good := string(r.AppendJSON(nil))
	two, late, soon, early, empty := answers(), answers(), answers(), answers(), answers()
	soon.Items[0].Record.At = "2026-11-22T12:05:05+01:00" // by another machine's clock
	two.Items[1].Record.Subject = "p-8"
	late.Items[0].Record.At = "2026-11-22T12:05:06+01:00"
	early.Issued = "yesterday"
	empty.Items = nil
	for name, c := range map[string]struct{ header, payload, want string }{
		"right":                   {header(""), good, "true: known-key content-right no-proof? no-proof?"},
		"without answers":         {header(""), string(empty.AppendJSON(nil)), "true: known-key content-right"},
		"another type":            {`{"alg":"EdDSA","typ":"JWT"}`, good, "false: known-key no-receipt!"},
		"no type":                 {`{"alg":"EdDSA"}`, good, "false: known-key no-receipt!"},
		"no JSON":                 {header(""), "Elin", "false: known-key no-receipt!"},
		"another object":          {header(""), `{"sub":"Elin"}`, "false: known-key no-receipt!"},
		"items of another sort":   {header(""), `{"id":"r","issued":"2026-11-22T12:00:05Z","items":{"a":{"record":{}}}}`, "false: known-key no-receipt!"},
		"an answer of nothing":    {header(""), `{"id":"r","issued":"2026-11-22T12:00:05Z","items":[{}]}`, "false: known-key no-receipt!"},
		"a record in two minds":   {header(""), strings.Replace(good, `"record":`, `"record":{},"record":`, 1), "false: known-key no-receipt!"},
		"two people":              {header(""), string(two.AppendJSON(nil)), "false: known-key several-people! no-proof? no-proof?"},
		"an answer after it":      {header(""), string(late.AppendJSON(nil)), "false: known-key bad-time! no-proof? no-proof?"},
		"an answer soon after it": {header(""), string(soon.AppendJSON(nil)), "true: known-key content-right no-proof? no-proof?"},
		"no instant":              {header(""), string(early.AppendJSON(nil)), "false: known-key bad-time! no-proof? no-proof?"},
		"a proof of another sort": {header(""), strings.Replace(good, `"record":`, `"proof":7,"record":`, 1), "false: known-key content-right not-in-log! no-proof?"},
		"a part unknown":          {header(""), strings.Replace(good, `"record":{`, `"record":{"mood":"good",`, 1), "true: known-key content-right newer? no-proof? no-proof?"},
		"a record in capitals":    {header(""), strings.Replace(good, `"record":`, `"Record":{"mood":""},"record":`, 1), "true: known-key content-right no-proof? no-proof?"},
	} {
		report := verify(t, craft(organiser(t), c.header, c.payload), trusting(t, organiser(t)))
		if got := verdict(&report); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
		if said := report.String() + string(report.AppendJSON(nil)); strings.Contains(said, "Elin") || strings.Contains(said, "p-7") {
			t.Errorf("%s: the report repeats it: %s", name, said)
		}
	}
}

func TestSignRefuses(t *testing.T) {
	signer := must[*receipt.Signer](t)(receipt.NewSigner(organiser(t)))
	for name, spoil := range map[string]func(*consent.Receipt){
		"no id":       func(r *consent.Receipt) { r.ID = "" },
		"two people":  func(r *consent.Receipt) { r.Items[1].Record.Subject = "p-8" },
		"no instant":  func(r *consent.Receipt) { r.Issued = "" },
		"no proof":    func(r *consent.Receipt) { r.Items[0].Proof = "{}" },
		"broken JSON": func(r *consent.Receipt) { r.Items[0].Proof = `{"p-7` },
	} {
		r := answers()
		spoil(&r)
		if _, err := signer.Sign(&r); err == nil || strings.Contains(err.Error(), "p-") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, key := range []ed25519.PrivateKey{nil, organiser(t)[:32], make([]byte, 64)} {
		if _, err := receipt.NewSigner(key); err == nil {
			t.Errorf("a key of %d bytes signs", len(key))
		}
	}
}

// Whatever byte is changed, and into whatever else base64url has, somebody sees it.
func TestEveryByteCounts(t *testing.T) {
	r := answers()
	flat := signed(t, organiser(t), &r)
	keys := trusting(t, organiser(t))
	compact := compacted(t, flat)
	for i, old := range compact {
		others := []byte{old ^ 1, old ^ 3, 'A', '_', '=', '\n'}
		if i > len(compact)-90 { // the signature: everything there is
			others = []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
		}
		for _, c := range others {
			if c == old || i == len(compact)-1 && c == '\n' { // white space at the end belongs to no part
				continue
			}
			changed := bytes.Clone(compact)
			changed[i] = c
			if report, err := receipt.Verify(changed, keys); err == nil && (report.Right() || report.Key != "") {
				t.Fatalf("byte %d can be %q instead of %q", i, c, old)
			}
		}
	}
	for i, old := range flat {
		for _, c := range []byte{old ^ 1, ' '} {
			changed := bytes.Clone(flat)
			changed[i] = c
			report, err := receipt.Verify(changed, keys)
			if c != old && err == nil && report.Right() {
				t.Fatalf("byte %d can be %q instead of %q", i, c, old)
			}
		}
	}
}

// compacted gives a flattened JWS as compact.
func compacted(t testing.TB, flat []byte) []byte {
	t.Helper()
	var parts struct{ Protected, Payload, Signature string }
	if err := json.Unmarshal(flat, &parts); err != nil {
		t.Fatal(err)
	}
	return []byte(parts.Protected + "." + parts.Payload + "." + parts.Signature)
}

func TestReport(t *testing.T) {
	r, l := proved(t)
	report := verify(t, signed(t, organiser(t), &r), withLog(t, trusting(t, organiser(t)), l))
	const words = `right: signature: The file is as it was signed, by the key kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k, which you gave.
right: content: It is a receipt of one person, issued after the answers in it.
right: log, answer 1: The record stands in the log courses.example/log, and stood there when the log had 9 entries.
right: log, answer 2: The record stands in the log courses.example/log, and stood there when the log had 9 entries.
The receipt is right, as far as it was checked.
`
	if diff := cmp.Diff(words, report.String()); diff != "" {
		t.Error(diff)
	}
	var got struct {
		Right  bool
		Key    string
		Checks []struct {
			Part, Result, Code, Key, Log, Message string
			Answer, Size                          int
		}
	}
	if err := json.Unmarshal(report.AppendJSON(nil), &got); err != nil {
		t.Fatal(err)
	}
	last := got.Checks[3]
	if !got.Right || got.Key != idOfRFC8037 || last.Part != "log" || last.Answer != 2 || last.Result != "right" || last.Code != "in-log" ||
		last.Log != "courses.example/log" || last.Size != 9 || !strings.HasPrefix(last.Message, "The record stands") {
		t.Errorf("%+v", got)
	}
	stranger := verify(t, signed(t, somebody(t), &r), receipt.Keys{})
	if said := stranger.String(); !strings.HasSuffix(said, "\nThe receipt is not shown to be right.\n") || !strings.Contains(said, "unchecked: signature: You gave no key") {
		t.Error(said)
	}
}

// A code without a sentence would say nothing.
func TestEveryCodeIsSaid(t *testing.T) {
	for _, code := range []receipt.Code{
		receipt.KnownKey, receipt.Damaged, receipt.Stranger, receipt.UnknownKey, receipt.NoKey, receipt.ContentRight, receipt.NoReceipt,
		receipt.SeveralPeople, receipt.BadTime, receipt.Newer, receipt.InLog, receipt.NotInLog, receipt.NoProof, receipt.NoLogKey,
		receipt.OtherLog, receipt.LogDamaged, receipt.PageOutside,
	} {
		c := receipt.Check{Part: receipt.OfContent, Result: receipt.Wrong, Code: code}
		if said := c.String(); !strings.HasSuffix(said, ".") || strings.ContainsAny(said, "{}") {
			t.Errorf("%s: %q", code, said)
		}
	}
}

// Whatever the file, nothing panics, and nobody but the organiser is trusted.
func FuzzVerify(f *testing.F) {
	r, l := proved(f)
	flat := signed(f, organiser(f), &r)
	bare := answers()
	f.Add(flat)
	f.Add(compacted(f, flat))
	f.Add([]byte((&consent.Printer{Signed: string(signed(f, organiser(f), &bare))}).ReceiptPage(&bare)))
	f.Add(craft(somebody(f), header(`,"jwk":{"kty":"OKP","crv":"Ed25519","x":"O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik"}`), "{}"))
	f.Add([]byte(`{"payload":"","signatures":[{}]}`))
	f.Add([]byte(`<script type="application/jose+json">{}</script>`))
	keys := withLog(f, trusting(f, organiser(f)), l)
	payloads := map[string]bool{string(r.AppendJSON(nil)): true, string(bare.AppendJSON(nil)): true}
	f.Fuzz(func(t *testing.T, data []byte) {
		report, err := receipt.Verify(data, keys)
		if err != nil {
			return
		}
		if report.Key != "" && report.Right() && !payloads[string(report.Receipt.AppendJSON(nil))] {
			t.Errorf("trusted: %s", report.AppendJSON(nil))
		}
		if !json.Valid(report.AppendJSON(nil)) {
			t.Error("the report is no JSON")
		}
	})
}

// The payload is what strangers write most freely, so it is signed as they like.
func FuzzContent(f *testing.F) {
	r, l := proved(f)
	f.Add(r.AppendJSON(nil))
	f.Add([]byte(`{"id":"r","issued":"2026-11-22T12:00:05Z","items":[{"record":{},"proof":{"index":0,"size":1,"salt":"","hashes":[],"checkpoint":""}}]}`))
	keys := withLog(f, trusting(f, organiser(f)), l)
	f.Fuzz(func(t *testing.T, payload []byte) {
		report, err := receipt.Verify(craft(organiser(t), header(""), string(payload)), keys)
		if err != nil {
			if len(payload) > 0 {
				t.Error(err)
			}
			return
		}
		if !report.Right() {
			return
		}
		for i, item := range report.Receipt.Items {
			p, err := receipt.ReadProof([]byte(item.Proof))
			if err != nil || p.Check(r.Items[p.Index/2].Record.AppendJSON(nil), keys.Logs()) != nil {
				t.Errorf("answer %d is in no log", i+1)
			}
		}
	})
}
