package export_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/policy"
)

// narrower reads the patterns of the schema. Those for instants and for periods
// look ahead, which Go's expressions cannot; days and periods without a time of
// day, which are all that is written here, are part of what they match.
func narrower(pattern string) (jsonschema.Regexp, error) {
	switch {
	case strings.Contains(pattern, "(?!") && strings.Contains(pattern, "P(("):
		pattern = `^P(\d+Y)?(\d+M)?(\d+D)?$`
	case strings.Contains(pattern, "(?!"):
		pattern = `^\d{4}-\d{2}-\d{2}$`
	}
	return regexp.Compile(pattern)
}

func TestTILTIsValid(t *testing.T) {
	s := compile(t, "tilt/schema.json", narrower)
	for _, name := range examples {
		doc := example(t, name)
		for _, tag := range doc.Languages {
			out, err := export.TILT(doc, export.TILTContext{Language: tag, URL: "https://" + name + ".example/" + string(tag)})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			validate(t, s, out)
			got := decode(t, out)
			withoutOne(t, s, slices.Collect(maps.Keys(got)), got)
			if len(got["dataDisclosed"].([]any)) == 0 {
				t.Errorf("%s discloses nothing", name)
			}
		}
	}
}

func TestTILTSays(t *testing.T) {
	doc := example(t, "hammarby")
	out, err := export.TILT(doc, export.TILTContext{URL: "https://skola.example/personuppgifter"})
	if err != nil {
		t.Fatal(err)
	}
	got := decode(t, out)
	meta := got["meta"].(map[string]any)
	hash := meta["_hash"]
	delete(meta, "_hash")
	for path, want := range map[string]any{
		"meta": map[string]any{
			"_id": "hammarby.2026-1.education-board.sv", "name": "Utbildningsnämnden i Stockholms stad", "created": "2026-09-01",
			"modified": "2026-09-01", "version": 20260901.0, "language": "sv", "status": "active", "url": "https://skola.example/personuppgifter",
		},
		"controller": map[string]any{
			"name": "Utbildningsnämnden i Stockholms stad", "address": "Box 220 49, 104 22 Stockholm", "country": "SE",
			"representative": map[string]any{"name": "registratorn", "email": "registrator.utbildning@stockholm.se", "phone": "08-508 33 000"},
		},
		"dataProtectionOfficer": map[string]any{
			"name": "utbildningsnämndens dataskyddsombud", "address": "Box 220 49, 104 22 Stockholm", "country": "SE",
			"email": "dataskyddsombud@utbildning.example",
		},
		"rightToComplain.supervisoryAuthority": map[string]any{
			"name": "Integritetsskyddsmyndigheten (IMY)", "country": "SE", "email": "imy@imy.se",
		},
		"automatedDecisionMaking": map[string]any{"inUse": false},
		"changesOfPurpose":        []any{},
	} {
		if diff := cmp.Diff([]any{want}, all(got, path)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
	if sum := hash.(string); len(sum) != 64 || strings.Trim(sum, "0123456789abcdef") != "" {
		t.Errorf("%q is no hash", sum)
	}
	health := entry(t, got, "school-health-care.health-record")
	for path, want := range map[string][]any{
		"legalBases.*.reference":            {"GDPR-6-1-c", "SEPDL-3-kap-1", "SESKOL-2-kap-25-28", "SEDSL-3-kap-10", "GDPR-9-2-h", "SEDSL-3-kap-5", "SEOSL-25-kap-1"},
		"legitimateInterests":               {[]any{map[string]any{"exists": false}}},
		"storage.*.temporal.*.ttl":          {"P10Y"},
		"nonDisclosure.obligationToProvide": {false},
	} {
		if diff := cmp.Diff(want, all(health, path)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// entry gives what is said of a datum in an activity.
func entry(t *testing.T, document map[string]any, id string) map[string]any {
	t.Helper()
	for _, one := range document["dataDisclosed"].([]any) {
		if one.(map[string]any)["_id"] == id {
			return one.(map[string]any)
		}
	}
	t.Fatalf("nothing is said of %s", id)
	return nil
}

// A document has one controller, and tells of what that one does.
func TestTILTHasOneController(t *testing.T) {
	doc := example(t, "lartorget")
	has := func(id, controller string) bool {
		out, err := export.TILT(doc, export.TILTContext{Controller: controller})
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(out, []byte(`"_id": "`+id+`"`))
	}
	if !has("account.name", "hsn") || has("account.name", "example-hospital") || !has("enrolment.name", "example-hospital") {
		t.Error("a document tells of what another controller does")
	}
}

func TestTILTIsActiveWhileThePolicyApplies(t *testing.T) {
	doc := example(t, "studieskolen")
	for day, want := range map[date.Date]string{{}: "active", {Year: 2026, Month: 8, Day: 31}: "inactive", {Year: 2026, Month: 9, Day: 1}: "active"} {
		out, err := export.TILT(doc, export.TILTContext{At: day})
		if err != nil {
			t.Fatal(err)
		}
		if got := all(decode(t, out), "meta.status"); got[0] != want {
			t.Errorf("on %s it is %v", day, got)
		}
	}
	doc.Version = "7"
	out, err := export.TILT(doc, export.TILTContext{})
	if err != nil {
		t.Fatal(err)
	}
	if got := all(decode(t, out), "meta.version"); got[0] != 7.0 {
		t.Errorf("version %v", got)
	}
}

// The hash changes with anything that is said, and with nothing else.
func TestTILTHash(t *testing.T) {
	hash := func(change func(*policy.Document)) string {
		doc := example(t, "skolstaden")
		change(doc)
		out, err := export.TILT(doc, export.TILTContext{})
		if err != nil {
			t.Fatal(err)
		}
		var d struct {
			Meta struct {
				Hash string `json:"_hash"`
			} `json:"meta"`
		}
		if err := json.Unmarshal(out, &d); err != nil {
			t.Fatal(err)
		}
		return d.Meta.Hash
	}
	same := hash(func(*policy.Document) {})
	if same != hash(func(d *policy.Document) { d.Glossary = nil }) {
		t.Error("the hash depends on what is not said")
	}
	if same == hash(func(d *policy.Document) { d.RetentionRule("questions").Period = date.Period{Years: 2} }) {
		t.Error("the hash does not depend on what is said")
	}
}

func TestTILTTellsOfTransfers(t *testing.T) {
	doc := example(t, "studieskolen")
	doc.Processor("analytics").Transfer = &policy.Transfer{Country: "US", Mechanism: policy.SCC}
	out, err := export.TILT(doc, export.TILTContext{})
	if err != nil {
		t.Fatal(err)
	}
	none := map[string]any{"available": false}
	clauses := map[string]any{"available": true, "description": "EU-Kommissionens standardkontraktbestemmelser"}
	want := []any{
		map[string]any{
			"country": "US", "adequacyDecision": map[string]any{"available": true, "description": "(EU) 2023/1795"},
			"appropriateGuarantees": none, "standardDataProtectionClause": none,
		},
		map[string]any{"country": "US", "adequacyDecision": none, "appropriateGuarantees": clauses, "standardDataProtectionClause": clauses},
	}
	if diff := cmp.Diff(want, decode(t, out)["thirdCountryTransfers"]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
