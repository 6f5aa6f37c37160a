package examples_test

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// schoolServices are the services that pupils use; the web site is none.
var schoolServices = []string{"exempeltavlan", "lasexemplet", "rakneexemplet"}

var skolstaden = []point{
	{
		id: "S1-1", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			board := d.Party("utbildningsnamnden")
			if board == nil || board.Kind != policy.Unit || board.PartOf != "stockholms-stad" {
				return "the board as a unit of the city"
			}
			for _, a := range d.Activities {
				if a.ControllerPer == "" && !slices.Equal(a.Controllers, []string{"utbildningsnamnden"}) {
					return "the board as the only controller of " + a.ID
				}
			}
			return ""
		},
		shown: shownParties("utbildningsnamnden"),
	},
	{
		id: "S1-2", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			if d.Party("utbildningsnamnden").Capacity.IsZero() || d.Purpose("duties") == nil {
				return "the capacity and the duties"
			}
			for _, part := range d.Purpose("duties").Parts {
				for _, a := range d.Activities {
					if !slices.Contains(a.Purposes, part.ID) {
						continue
					}
					school := a.Basis != nil && slices.ContainsFunc(a.Basis.Law, func(c policy.Citation) bool { return c.Act == "SE-SKOL" })
					if !school || a.Basis.Article != "6(1)(e)" {
						return a.ID + " does not rest on the Education Act"
					}
				}
			}
			return ""
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Party("utbildningsnamnden").Capacity, d.Activity("teaching").Basis.Text)
		},
	},
	{
		id: "S1-3", file: "policy.yaml",
		holds: hasTasks(policy.Central, "security-review", "sign-agreement", "central-accounts"),
		shown: shownTasks("security-review", "sign-agreement", "central-accounts"),
	},
	{
		id: "S1-4", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			board, schools := d.Party("utbildningsnamnden"), d.Party("schools")
			if board.SignsAgreements != policy.Yes || schools.SignsAgreements != policy.No {
				return "who may sign and who may not"
			}
			for _, p := range d.Processors {
				if p.Agreement == nil || p.Agreement.SignedBy != "utbildningsnamnden" {
					return "an agreement of " + p.ID + " signed by the board"
				}
			}
			sign := task(d, "sign-agreement")
			return unless(sign != nil && sign.Only && sign.Party == "utbildningsnamnden", "signing by the board alone")
		},
		shown: shownTasks("sign-agreement"),
	},
	{
		id: "S1-5", file: "policy.yaml",
		holds: hasTasks(policy.Local, "minimise", "no-special-categories", "protected-identity", "local-accounts", "inform"),
		shown: shownTasks("minimise", "no-special-categories", "protected-identity", "local-accounts", "inform"),
	},
	{
		id: "S1-6", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range schoolServices {
				if s := d.System(id); s == nil || len(s.Data) == 0 {
					return "the data to which " + id + " is limited"
				}
			}
			return unless(task(d, "minimise") != nil, "the rule")
		},
		shown: shownTasks("minimise"),
	},
	{
		id: "S1-7", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, datum := range d.Data {
				if datum.Special != "" || len(datum.Reveals) > 0 {
					return datum.ID + " is of a special category"
				}
			}
			return unless(len(denials(d, policy.DeniesSensitive, "")) == 1, "the prohibition")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, denials(d, policy.DeniesSensitive, "")...)
		},
	},
	{
		id: "S1-8", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			s := d.Subject("protected-person")
			if s == nil || s.Instructions.IsZero() || s.Term != "dpv:VulnerableDataSubject" {
				return "instructions for people with a protected identity"
			}
			hidden := met(d)
			hidden.Protected = true
			for _, v := range everyViewer(d, hidden) {
				if seen := policy.VisibleData(d, v); len(seen) > 0 {
					return "nothing to show to " + string(v.Audience) + " " + strings.Join(v.Roles, " ") + ", who sees " + strings.Join(seen, " ")
				}
			}
			teacher := policy.Viewer{Audience: policy.Staff, Roles: []string{"teachers"}, Person: hidden}
			warning := reasonIn(d, locale.EN, "pupil-name", teacher)
			return unless(strings.Contains(warning, "Show nothing") && strings.Contains(warning, "OSL 5 kap. 5 §"), "a warning to the staff, by Swedish law")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Subject("protected-person").Label, d.Subject("protected-person").Instructions)
		},
	},
	{
		id: "S1-9", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			owners := map[string]policy.Level{"accounts-central": policy.Central, "accounts-local": policy.Local}
			for id, level := range owners {
				r, a := d.RetentionRule(id), d.Activity(id)
				if r == nil || a == nil || !slices.Contains(a.Retention, id) {
					return "a rule for " + id
				}
				if r.Owner != map[policy.Level]string{policy.Central: "utbildningsforvaltningen", policy.Local: "schools"}[level] {
					return "who erases: " + id
				}
				for _, s := range a.Systems {
					if d.System(s).Level != level {
						return s + " is run by somebody else than " + id + " says"
					}
				}
			}
			for _, r := range d.Retention {
				if r.Owner == "" {
					return "the owner of " + r.ID
				}
			}
			return ""
		},
		shown: shownTrigger("accounts-central", "accounts-local"),
	},
	{
		id: "S1-10", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, right := range []law.Right{law.Information, law.Access, law.Rectification} {
				i := slices.IndexFunc(d.Rights, func(r policy.Right) bool { return r.Right == right })
				if i < 0 || d.Rights[i].How.IsZero() || d.Contact(d.Rights[i].Contact) == nil {
					return "how to use the right: " + string(right)
				}
			}
			return unless(task(d, "inform") != nil, "the duty to inform")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			words := shownTasks("inform")(d, tag)
			for _, id := range schoolServices {
				words = append(words, d.System(id).Name.In(tag), d.System(id).Function.In(tag))
			}
			for _, r := range d.Rights[:3] {
				words = append(words, r.How.In(tag))
			}
			return words
		},
	},
	ruled("S1-11", policy.RequireText, "relevance"),
	ruled("S1-12", policy.RequireText, "offensive"),
	{
		id: "S1-13", file: "policy.yaml",
		holds: both(hasRule(policy.RequireText, "current-work"), hasRule(policy.ForbidText, "comparison")),
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, rule(d, policy.RequireText, "current-work").Text, rule(d, policy.ForbidText, "comparison").Text)
		},
	},
	ruled("S1-14", policy.AllowText, "current-work"),
	ruled("S1-15", policy.ForbidText, "offensive"),
	{
		id: "S1-16", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			listed := 0
			for row := range law.SpecialCategories() {
				if !row.Category.NeedsCondition() {
					continue
				}
				listed++
				r := rule(d, policy.ForbidText, string(row.Category))
				if r.Special != row.Category {
					return "a ban on " + string(row.Category)
				}
			}
			return unless(listed == 8, "eight categories")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			var words []string
			for _, r := range d.TextRules {
				if r.Special != "" {
					words = append(words, r.Text.In(tag))
				}
			}
			return words
		},
	},
	{
		id: "S1-17", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return unless(slices.Equal(rule(d, policy.ForbidText, "internal-code").Examples, []string{"!!!!", "####"}), "a ban on code marks")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, rule(d, policy.ForbidText, "internal-code").Text), "!!!!", "####")
		},
	},
	ruled("S1-18", policy.ForbidText, "ability-judgement"),
	ruled("S1-19", policy.ForbidText, "home-conditions"),
	{
		id: "S1-20", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return unless(slices.Equal(rule(d, policy.ForbidText, "absence-sick").Examples, []string{"sjuk"}), "a ban on illness as a reason")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, rule(d, policy.ForbidText, "absence-sick").Text), "sjuk")
		},
	},
	ruled("S1-21", policy.ForbidText, "pupil-relations"),
	ruled("S1-22", policy.ForbidText, "national-number"),
	{
		id: "S1-23", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			c := d.Datum("comments")
			return unless(c != nil && c.FreeText && slices.Equal(c.Subjects, []string{"pupil"}) && !c.WrittenBy.IsZero() &&
				len(c.Sources) == 1 && c.Sources[0].Party == "schools", "free text about pupils that staff write")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Datum("comments").Label, d.Datum("comments").WrittenBy)
		},
	},
	{
		id: "S1-24", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range []string{"staff-data-protection", "staff-gdpr-for-schools"} {
				if l := d.Link(id); l == nil || l.Audience != policy.InternalLink || l.URL.IsZero() {
					return "the internal link " + id
				}
			}
			return unless(d.Link("facebook-page").Audience != policy.InternalLink, "a public link")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Link("staff-data-protection").Label, d.Link("staff-gdpr-for-schools").Label)
		},
	},
	{
		id: "S1-25", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			unit := d.Contact("school-contact")
			if unit == nil || unit.Kind != policy.UnitContact || unit.FoundIn.IsZero() || task(d, "contact-person") == nil {
				return "a contact person at each school"
			}
			for _, id := range schoolServices {
				c := d.Contact(d.System(id).Contact)
				if c == nil || c.Kind != policy.SupplierContact || c.Party != d.System(id).Supplier || c.Email == "" {
					return "the supplier's contact for " + id
				}
			}
			return hasContact("service", policy.ServiceContact)(d)
		},
		shown: shownContacts("school-contact", "service", "supplier-board", "supplier-reading", "supplier-maths"),
	},
	{
		id: "S1-26", file: "published.yaml",
		holds: func(d *policy.Document) string {
			i := slices.IndexFunc(d.Declarations, func(decl policy.Declaration) bool { return decl.Denies == policy.DeniesPersonalData })
			return unless(i >= 0 && d.Declarations[i].System == "website" && d.System("website").NoPersonalData, "the declaration on the web site")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, d.Declarations[0].Text) },
	},
	{
		id: "S1-27", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			site, page := d.Activity("site"), d.Recipient("facebook")
			switch {
			case site == nil || !slices.Equal(site.Subjects, []string{"site-administrator"}) || !slices.Contains(site.Systems, "website"):
				return "a log-in for administrators alone"
			case page == nil || page.Party != "meta" || d.Link(page.Link) == nil:
				return "the page of a third party"
			case page.Transfer == nil || page.Transfer.Mechanism != policy.Adequacy:
				return "what carries data out of the EEA"
			}
			return ""
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, d.Activity("site").Title, d.Link("facebook-page").Label), shownParties("meta")(d, tag)...)
		},
	},
	{
		id: "S1-28", file: "published.yaml", // the services are not listed, so nothing can be known of where they are
		holds: reports("activity-basis-missing services", "dpo-missing utbildningsnamnden", "authority-missing",
			"retention-period-missing accounts-local", "system-place-missing services", "declares-no-personal-data administrator-login"),
	},
}

// task gives a responsibility.
func task(d *policy.Document, id string) *policy.Responsibility {
	i := slices.IndexFunc(d.Responsibilities, func(r policy.Responsibility) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return &d.Responsibilities[i]
}

// hasTasks looks for responsibilities of a level, each with somebody who has it.
func hasTasks(level policy.Level, ids ...string) func(*policy.Document) string {
	return func(d *policy.Document) string {
		for _, id := range ids {
			if r := task(d, id); r == nil || r.Level != level || d.Party(r.Party) == nil {
				return unless(false, "the task "+id)
			}
		}
		return ""
	}
}

func shownTasks(ids ...string) func(*policy.Document, locale.Tag) []string {
	return shownTexts(ids, func(d *policy.Document, id string) []policy.Text {
		r := task(d, id)
		if r == nil {
			return nil
		}
		return []policy.Text{r.Task}
	})
}

// rule gives the text rule of a kind on a class; the zero rule if there is none.
func rule(d *policy.Document, kind policy.TextRuleKind, class string) policy.TextRule {
	for _, r := range d.TextRules {
		if r.Kind == kind && r.Class == class {
			return r
		}
	}
	return policy.TextRule{}
}

func hasRule(kind policy.TextRuleKind, class string) func(*policy.Document) string {
	return func(d *policy.Document) string {
		return unless(rule(d, kind, class).ID != "", "a rule to "+string(kind)+" "+class)
	}
}

// ruled is a point that one text rule meets.
func ruled(id string, kind policy.TextRuleKind, class string) point {
	return point{
		id: id, file: "policy.yaml", holds: hasRule(kind, class),
		shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, rule(d, kind, class).Text) },
	}
}
