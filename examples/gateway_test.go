package examples_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// gateway holds the points of the School Education Gateway, an institution's
// service under Regulation (EU) 2018/1725.
var gateway = slices.Concat(gatewayRoles, gatewayBases, gatewayData, gatewaySources, gatewayAudiences, gatewayRetention, gatewayRights)

// A claim is one thing that must be true of a file.
type claim struct {
	met  bool
	what string
}

// unmet names the claims that are not true, or gives "".
func unmet(claims ...claim) string {
	var missing []string
	for _, c := range claims {
		if !c.met {
			missing = append(missing, c.what)
		}
	}
	return strings.Join(missing, "; ")
}

// values gives what a pointer points to, or the zero value, so that a claim
// about a missing part is false and does not panic.
func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

var gatewayRoles = []point{
	{
		id: "S4-1", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			authority, _ := law.AuthorityFor(d.Jurisdiction, d.Regime, d.EffectiveFrom)
			return unmet(
				claim{d.Regime == law.EUDPR, "the regime is not Regulation (EU) 2018/1725"},
				claim{authority.Code == "EU-EDPS", "the authority is not the European Data Protection Supervisor"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return []string{"2018/1725", "L 295"}
		},
	},
	{
		id: "S4-2", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, a := range d.Activities {
				if diff := cmp.Diff([]string{"eacea"}, a.Controllers); diff != "" {
					return "activity " + a.ID + ": controllers (-want +got):\n" + diff
				}
			}
			return unmet(
				claim{value(d.Recipient("dg-eac")).Party == "eac", "the Commission's directorate-general is no recipient"},
				claim{value(d.Party("eac")).PartOf == "commission", "the directorate-general is no part of the Commission"},
				claim{value(d.Processor("platform-operation")).Party == "eun", "EUN does not run the platform"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Party("eacea").Name, d.Party("eac").Name, d.Party("eun").Name)
		},
	},
	{
		id: "S4-3", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			head := value(d.Party("head-a5"))
			return unmet(
				claim{head.Kind == policy.Function, "the person in charge is no function"},
				claim{head.PartOf == "eacea", "the function is no part of EACEA"},
				claim{slices.ContainsFunc(d.Responsibilities, func(r policy.Responsibility) bool { return r.Party == "head-a5" }), "the function has no task"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, d.Party("head-a5").Name), "A5", "eacea-eplus-etwinning@ec.europa.eu")
		},
	},
	{
		id: "S4-4", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			p := value(d.Processor("platform-operation"))
			return unmet(
				claim{slices.Equal(p.For, []string{"eacea"}), "EUN acts on nobody's instruction"},
				claim{value(p.Agreement).Reference == "2017-3597, 2017-3598, 2017-3599", "the contracts are not named"},
				claim{len(value(p.Agreement).Content) >= 5, "the contracts do not lay down what Article 29(3) demands"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, d.Processor("platform-operation").Task), "EUN Partnership AISBL", "2017-3597, 2017-3598, 2017-3599")
		},
	},
	{
		id: "S4-5", file: "published.yaml", // policy.yaml asks for a consent instead, see TestGatewayAsksForConsent
		holds: func(d *policy.Document) string {
			c := value(d.Consent("third-party-tools"))
			return unmet(
				claim{value(d.Recipient("tool-providers")).Kind == policy.ControllerRecipient, "the providers of tools are no controllers"},
				claim{slices.Contains(c.GivenBy, policy.ByRegistering), "the consent is not given by registering"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return []string{"Padlet", "Tricider", "frivillig", "Les personvernpolicyene til de tredjepartene du bruker verktøy fra"}
		},
	},
	{
		id: "S4-43", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return unmet(
				claim{value(d.Contact("controller")).Kind == policy.ControllerContact, "no contact for the controller"},
				claim{value(d.Party("eacea")).DPO == "dpo", "EACEA has no data protection officer"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			edps, _ := law.AuthorityFor(d.Jurisdiction, d.Regime, d.EffectiveFrom)
			return []string{"eacea-eplus-etwinning@ec.europa.eu", "eacea-data-protection@ec.europa.eu", edps.NameIn(string(tag))}
		},
	},
}

// mandate holds the acts that lay EACEA's task down today.
var mandate = []law.ActID{"EU-ERASMUS-2021", "EU-EACEA-2021"}

var gatewayBases = []point{
	{
		id: "S4-22", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			tasks := 0
			for _, a := range d.Activities {
				if value(a.Basis).Article != "5(1)(a)" {
					continue
				}
				tasks++
				for _, id := range mandate {
					if !slices.ContainsFunc(a.Basis.Law, func(c policy.Citation) bool { return c.Act == id }) {
						return "activity " + a.ID + " does not cite " + string(id)
					}
				}
			}
			basis, _ := law.BasisOf(d.Regime, "5(1)(a)")
			return unmet(
				claim{tasks >= 8, "hardly any activity rests on the public task"},
				claim{basis == law.PublicTask, "5(1)(a) is no public task here"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string { return []string{"2021/817", "2021/173"} },
	},
	{
		id: "S4-23", file: "published.yaml", // the successors stand in policy.yaml, see S4-22
		holds: func(d *policy.Document) string {
			numbers := map[string]bool{}
			for _, a := range d.Acts {
				numbers[a.Number] = a.Founding
			}
			want := map[string]bool{"1288/2013": true, "2013/776/EU": true, "2017-3597, 2017-3598, 2017-3599": false}
			if diff := cmp.Diff(want, numbers); diff != "" {
				return "acts, and whether they found the task (-want +got):\n" + diff
			}
			var cited []policy.Citation
			if a := d.Activity("profiles"); a != nil {
				cited = value(a.Basis).Law
			}
			want2 := []policy.Citation{{Act: "EU-ERASMUS-2013"}, {Act: "EU-EACEA-2013", Section: "Art. 3(a)"}, {Act: "EACEA-EUN"}}
			if diff := cmp.Diff(want2, cited); diff != "" {
				return "what the basis cites (-want +got):\n" + diff
			}
			return ""
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return []string{"1288/2013", "2013/776/EU", "3(a)", "2017-3597, 2017-3598, 2017-3599"}
		},
	},
	{
		id: "S4-24", file: "published.yaml", // policy.yaml gives each activity its own basis instead
		holds: func(d *policy.Document) string {
			basis, _ := law.BasisOf(d.Regime, value(d.DefaultBasis).Article)
			return unmet(claim{basis == law.Consent, "the rest does not fall to consent"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return []string{"Annen behandling krever at du godkjenner den", "artikkel 5 nr. 1 bokstav d"}
		},
	},
	{
		id: "S4-20", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return unmet(
				claim{value(d.Purpose("statistics")).Term == "dpv:ProvideOfficialStatistics", "no purpose of statistics"},
				claim{value(d.Datum("statistics")).Anonymous, "the statistics are not anonymous"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Purpose("statistics").Text, d.Datum("statistics").Description)
		},
	},
	{
		id: "S4-21", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			parts := func(id string) []string {
				var ids []string
				for _, p := range value(d.Purpose(id)).Parts {
					ids = append(ids, p.ID)
				}
				return ids
			}
			got := map[string][]string{}
			for _, id := range []string{"use-services", "run-courses", "updates", "improve-experience"} {
				got[id] = parts(id)
			}
			want := map[string][]string{
				"use-services":       {"profiles", "functions", "post"},
				"run-courses":        {"register-progress", "share-with-instructors", "contribute", "present-results", "group-activities", "reuse-posts"},
				"updates":            {"newsletter", "provider-letter", "related-activities"},
				"improve-experience": {"access-control", "usage-measurement"},
			}
			if diff := cmp.Diff(want, got); diff != "" {
				return "parts of purposes (-want +got):\n" + diff
			}
			for _, id := range []string{"helpdesk", "cooperate", "monitoring-research", "develop-communication", "collect-contributions", "statistics"} {
				if d.Purpose(id) == nil {
					return "no purpose " + id
				}
			}
			return ""
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			var words []string
			for _, id := range []string{
				"profiles", "functions", "post", "helpdesk", "cooperate", "monitoring-research", "develop-communication", "newsletter",
				"register-progress", "share-with-instructors", "contribute", "present-results", "group-activities", "reuse-posts",
				"usage-measurement", "collect-contributions", "statistics",
			} {
				words = append(words, d.Purpose(id).Text.In(tag))
			}
			return words
		},
	},
	{
		id: "S4-38", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return unmet(
				claim{slices.ContainsFunc(d.Declarations, func(x policy.Declaration) bool { return x.Denies == policy.DeniesMarketing }), "marketing is not ruled out"},
				claim{value(d.Purpose("newsletter")).Term != "dpv:DirectMarketing", "the newsletter is marketing"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, d.Declarations[0].Text) },
	},
}

// TestGatewayUsesTheRegulationsOwnName keeps the notice from calling
// Regulation (EU) 2018/1725 by the name of the GDPR, and its authority by the
// word for a data protection officer. The published text did both.
func TestGatewayUsesTheRegulationsOwnName(t *testing.T) {
	d := load(t, "gateway/policy.yaml")
	for _, tag := range d.Languages {
		read := strings.ToLower(reading(t, d, gatewayContext(tag)))
		for _, word := range []string{
			"2016/679", "gdpr", "personvernforordning", "dataskyddsförordning", "databeskyttelsesforordning",
			"yleinen tietosuoja-asetus", "almenn", "europeiske personvernombudet",
		} {
			if strings.Contains(read, word) {
				t.Errorf("the notice in %s says %q", tag, word)
			}
		}
		if (tag == "nb" || tag == "nn") && !strings.Contains(read, "eus datatilsyn") {
			t.Errorf("the notice in %s does not name EUs datatilsyn", tag)
		}
	}
}

// TestGatewayLeavesNothingToARestClause shows what the put-right version does
// instead of the published text's default basis.
func TestGatewayLeavesNothingToARestClause(t *testing.T) {
	d := load(t, "gateway/policy.yaml")
	if d.DefaultBasis != nil {
		t.Error("there is a default basis")
	}
	for _, a := range d.Activities {
		basis, ok := law.BasisOf(d.Regime, value(a.Basis).Article)
		if !ok {
			t.Errorf("activity %s has no basis", a.ID)
		}
		if (basis == law.Consent) != (len(a.Consents) > 0) {
			t.Errorf("activity %s rests on %s and asks for %d consents", a.ID, basis, len(a.Consents))
		}
		if len(a.Retention) == 0 {
			t.Errorf("activity %s never ends", a.ID)
		}
	}
}

// TestGatewayAsksForConsent shows that every consent is a free choice of one thing.
func TestGatewayAsksForConsent(t *testing.T) {
	d := load(t, "gateway/policy.yaml")
	for _, c := range d.Consents {
		missing := unmet(
			claim{len(c.Purposes) == 1, "covers more than one purpose, or none"},
			claim{cmp.Equal(c.GivenBy, []policy.ConsentAct{policy.ByTicking}), "is given without a tick"},
			claim{!c.Alternative.IsZero(), "has no alternative"},
			claim{!c.Withdraw.IsZero(), "cannot be withdrawn"},
			claim{c.Expires != date.Period{}, "is never asked for again"})
		if missing != "" {
			t.Errorf("consent %s: %s", c.ID, missing)
		}
	}
	for _, f := range d.Forms {
		for _, field := range f.Fields {
			if field.Consent != "" && field.Required {
				t.Errorf("form %s demands consent %s", f.ID, field.Consent)
			}
		}
	}
}
