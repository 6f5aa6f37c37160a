package export_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
)

// statuses gives the terms of each status of the first process of a record.
func statuses(t *testing.T, record map[string]any) []string {
	t.Helper()
	var list []string
	for _, s := range all(record, "dpv:hasProcess.0.dpv:hasConsentStatus.*.@type.0") {
		list = append(list, s.(string))
	}
	return list
}

// all gives the values at a path, in which a star stands for every member.
func all(v any, path string) []any {
	name, rest, deeper := strings.Cut(path, ".")
	var found []any
	add := func(value any) {
		if !deeper {
			found = append(found, value)
			return
		}
		found = append(found, all(value, rest)...)
	}
	switch v := v.(type) {
	case []any:
		for i, one := range v {
			if name == "*" || name == string(rune('0'+i)) {
				add(one)
			}
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if name == "*" || name == key {
				add(v[key])
			}
		}
	}
	return found
}

// Each status is exported as itself, with what came before it.
func TestRecordTellsEachStatus(t *testing.T) {
	s := compile(t, "27560/record.schema.json", nil)
	doc := example(t, "studieskolen")
	want := map[consent.Status][]string{
		consent.Requested: {"dpv:ConsentRequested"}, consent.Given: {"dpv:ConsentGiven"},
		consent.Refused: {"dpv:ConsentRequested", "dpv:ConsentRefused"}, consent.Invalidated: {"dpv:ConsentInvalidated"},
		consent.Withdrawn: {"dpv:ConsentGiven", "dpv:ConsentWithdrawn"}, consent.Expired: {"dpv:ConsentGiven", "dpv:ConsentExpired"},
		consent.Renewed: {"dpv:ConsentGiven", "dpv:RenewedConsentGiven"},
	}
	for status, records := range histories(t, doc) {
		t.Run(string(status), func(t *testing.T) {
			out, err := export.ISO27560Record(history(t, records...), doc, export.Links{Notice: "https://studieskolen.example/persondata"})
			if err != nil {
				t.Fatal(err)
			}
			validate(t, s, out)
			record := decode(t, out)
			if diff := cmp.Diff(want[status], statuses(t, record)); diff != "" {
				t.Errorf("statuses (-want +got):\n%s", diff)
			}
			whole(t, record)
			withoutOne(t, s, slices.Collect(maps.Keys(record)), record)
		})
	}
}

// whole checks what the specification says of keys: who has a part in a record is
// an entity of it.
func whole(t *testing.T, record map[string]any) {
	t.Helper()
	entities := record["dpv:hasEntity"].(map[string]any)
	for _, path := range []string{
		"dct:creator", "dpv:hasProcess.*.dpv:hasDataController.*", "dpv:hasProcess.*.dpv:hasDataProcessor.*",
		"dpv:hasProcess.*.dpv:hasRecipient.*", "dpv:hasProcess.*.dpv:hasAuthority.*", "dpv:hasProcess.*.dpv:hasConsentStatus.*.dpv:isIndicatedBy",
	} {
		for _, key := range all(record, path) {
			if _, ok := entities[key.(string)]; !ok {
				t.Errorf("%s is %q, which is no entity of the record", path, key)
			}
		}
	}
}

func TestRecordSaysWhatWasAnswered(t *testing.T) {
	doc := example(t, "studieskolen")
	versions := histories(t, doc)
	type event struct{ Kind, At, By, Where, Lasts, Value string }
	for status, want := range map[consent.Status]event{
		consent.Given:     {"dpv:ExpressedConsent", "2026-11-22T11:00:00Z", "person:self", "enrolment page 3", "dpv:UntilTimeDuration", "2028-11-22"},
		consent.Requested: {"dpv:ExpressedConsent", "2026-11-22T10:59:00Z", "party:studieskolen", "enrolment", "dpv:UntilEventDuration", "dpv:ConsentGiven"},
		consent.Refused:   {"dpv:ExpressedConsent", "2026-11-22T11:00:00Z", "person:self", "enrolment page 3", "dpv:UntilEventDuration", "dpv:ConsentGiven"},
		consent.Withdrawn: {"dpv:ExpressedConsent", "2026-12-24T07:00:00Z", "person:self",
			"Klik på linket nederst i mailen, eller skriv til os. Det, vi har gjort før, er stadig lovligt.", "dpv:UntilEventDuration", "dpv:ConsentGiven"},
		consent.Expired:     {"dpv:ExpressedConsent", "2028-12-31T23:00:00Z", "party:studieskolen", "enrolment page 3", "dpv:UntilEventDuration", "dpv:ConsentGiven"},
		consent.Renewed:     {"dpv:ExpressedConsent", "2028-10-01T10:00:00Z", "person:self", "enrolment page 3", "dpv:UntilTimeDuration", "2030-10-01"},
		consent.Invalidated: {"dpv:ImpliedConsent", "2026-11-22T11:00:00Z", "person:self", "enrolment page 3", "dpv:UntilEventDuration", "dpv:ConsentGiven"},
	} {
		out, err := export.ISO27560Record(history(t, versions[status]...), doc, export.Links{})
		if err != nil {
			t.Fatal(err)
		}
		list := all(decode(t, out), "dpv:hasProcess.0.dpv:hasConsentStatus.*")
		last := list[len(list)-1]
		one := func(path string) string { return all(last, path)[0].(string) }
		got := event{
			one("@type.1"), one("dpv:isIndicatedAtTime"), one("dpv:isIndicatedBy"), one("dpv:isExercisedAt"),
			one("dpv:hasDuration.@type.0"), one("dpv:hasDuration.rdf:value"),
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", status, diff)
		}
	}
}

// The letter may come from either of two parties, which are not joint controllers.
func TestControllersThatAreNotJointStandApart(t *testing.T) {
	doc := example(t, "studieskolen")
	h := history(t, histories(t, doc)[consent.Given]...)
	controllers := func() []any {
		out, err := export.ISO27560Record(h, doc, export.Links{})
		if err != nil {
			t.Fatal(err)
		}
		return all(decode(t, out), "dpv:hasProcess.*.dpv:hasDataController")
	}
	if diff := cmp.Diff([]any{[]any{"party:studieskolen"}, []any{"party:fonden"}}, controllers()); diff != "" {
		t.Errorf("apart (-want +got):\n%s", diff)
	}
	doc.Activity("newsletter-mail").Joint = jointly
	if diff := cmp.Diff([]any{[]any{"party:studieskolen", "party:fonden"}}, controllers()); diff != "" {
		t.Errorf("joint (-want +got):\n%s", diff)
	}
}

func TestReceiptWrapsRecords(t *testing.T) {
	s := compile(t, "27560/record.schema.json", nil)
	doc := example(t, "lartorget")
	at := form.Context{Language: locale.SV, Event: "leading-meetings"}
	diet, waiver := asked(t, doc, "enrolment", "diet-consent", at), asked(t, doc, "enrolment", "diet-secrecy", at)
	no := yes(&waiver)
	no.Yes = false
	out, err := export.ISO27560Receipt(receiptOf(decided(diet, yes(&diet)), decided(waiver, no)), doc)
	if err != nil {
		t.Fatal(err)
	}
	got := decode(t, out)
	records := got["dpv:hasRecordOfActivity"].([]any)
	delete(got, "dpv:hasRecordOfActivity")
	if diff := cmp.Diff(map[string]any{
		"@type": []any{"dpv:ConsentReceipt"}, "dct:conformsTo": "dpv-27560:receipt-record", "dpv:hasIdentifier": "r-20261122-1",
		"dct:created": "2026-11-22T11:00:05Z", "dct:language": "sv",
	}, got); diff != "" {
		t.Errorf("receipt (-want +got):\n%s", diff)
	}
	for _, r := range records {
		one, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		validate(t, s, one)
	}
	for path, want := range map[string][]any{
		"*.dpv:hasProcess.*.dpv:hasConsentStatus.*.@type":                []any{[]any{"dpv:ConsentGiven", "dpv:ExplicitlyExpressedConsent"}, []any{"dpv:ConsentRefused", "dpv:Consent"}},
		"*.dpv:hasProcess.*.dpv:hasLegalBasis.*.skos:broader.0":          {"dpv:ExplicitlyExpressedConsent", "eu-gdpr:A6-1-a", "eu-gdpr:A9-2-a", "dpv:Consent"},
		"*.dpv:hasProcess.*.dpv:hasDataController.*":                     {"party:example-hospital", "party:example-hospital"},
		"*.dpv:hasProcess.*.dpv:hasDataProcessor.*":                      {"party:hsn", "party:platform-supplier", "party:hsn", "party:platform-supplier"},
		"*.dpv:hasProcess.*.dpv:hasPersonalData.*.@type.0":               {"dpv:SpecialCategoryPersonalData", "dpv:SpecialCategoryPersonalData"},
		"*.dpv:hasProcess.*.dpv:hasStorageCondition.*.dpv:hasLocation.*": {"loc:SE", "loc:SE"},
	} {
		if diff := cmp.Diff(want, all(records, path)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// A row of the table of fields in the documentation.
type row struct{ field, standard, gdpr, path string }

// documented reads the table.
func documented(t *testing.T) []row {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(root, "docs", "exports.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| field | in the standard | for the GDPR | member | where it comes from |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	var rows []row
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) == 7 && !strings.HasPrefix(line, "| ---") {
			rows = append(rows, row{strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2]), strings.TrimSpace(cells[3]), strings.Trim(cells[4], " `")})
		}
	}
	return rows
}

// The documentation has every field of the guide with what the guide says of it.
func TestFieldsAreDocumented(t *testing.T) {
	list, err := os.ReadFile("testdata/27560/fields.tsv")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, r := range documented(t) {
		got += r.field + "\t" + r.standard + "\t" + r.gdpr + "\n"
	}
	_, want, _ := strings.Cut(string(list), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-guide +documentation):\n%s", diff)
	}
}

// Every mandatory field has its member, with something in it; so has each other
// one for which the documentation names a member.
func TestEveryMandatoryFieldIsThere(t *testing.T) {
	doc := example(t, "lartorget")
	diet := asked(t, doc, "enrolment", "diet-consent", form.Context{Language: locale.SV, Event: "leading-meetings"})
	doc.Party("example-hospital").Phone = "08-465 004 10"
	for status := range histories(t, example(t, "studieskolen")) {
		r := decided(diet, yes(&diet))
		r.Status = status
		out, err := export.ISO27560Receipt(receiptOf(r), doc)
		if err != nil {
			t.Fatal(err)
		}
		receipt := decode(t, out)
		record := receipt["dpv:hasRecordOfActivity"].([]any)[0].(map[string]any)
		for _, f := range documented(t) {
			in := record
			if f.field == "receipt id" {
				in = receipt
			}
			switch {
			case f.path == "":
				if f.standard == "mandatory" {
					t.Errorf("%s is mandatory and has no member", f.field)
				}
			case !filled(in, f.path):
				t.Errorf("%s: %s has no %s", status, f.field, f.path)
			case filled(without(in, f.path), f.path):
				t.Errorf("the check does not miss %s", f.path)
			}
		}
	}
}

func filled(v any, path string) bool {
	found := all(v, path)
	return len(found) > 0 && !slices.ContainsFunc(found, func(one any) bool { return one == "" || one == nil })
}

// without gives a copy in which the last member of the path is nowhere.
func without(v any, path string) any {
	name, rest, deeper := strings.Cut(path, ".")
	switch v := v.(type) {
	case []any:
		if !deeper {
			return v[:max(0, strings.Index("0123456789", name))]
		}
		var list []any
		for _, one := range v {
			list = append(list, without(one, rest))
		}
		return list
	case map[string]any:
		m := maps.Clone(v)
		for key := range v {
			if name != "*" && name != key {
				continue
			}
			if deeper {
				m[key] = without(v[key], rest)
			} else {
				delete(m, key)
			}
		}
		return m
	}
	return v
}
