package examples_test

import (
	"slices"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// visible gives what the service shows in one place, or the zero value.
func visible(d *policy.Document, id string) policy.Visibility {
	for _, v := range d.Visibility {
		if v.ID == id {
			return v
		}
	}
	return policy.Visibility{}
}

// allowed gives one entry of the staff's access, or the zero value.
func allowed(d *policy.Document, id string) policy.Access {
	for _, a := range d.Access {
		if a.ID == id {
			return a
		}
	}
	return policy.Access{}
}

// right gives what the policy adds to a right, or the zero value.
func right(d *policy.Document, r law.Right) policy.Right {
	for _, x := range d.Rights {
		if x.Right == r {
			return x
		}
	}
	return policy.Right{}
}

var gatewayAudiences = []point{
	{
		id: "S4-12", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			var ids []string
			for _, a := range d.Advice {
				ids = append(ids, a.ID)
			}
			return cmp.Diff([]string{"be-careful", "ask-first", "other-companies"}, ids)
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Advice[0].Text, d.Advice[1].Text, d.Advice[2].Text)
		},
	},
	{
		id: "S4-17", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			a := allowed(d, "administrators")
			return unmet(
				claim{slices.Equal(a.Data, []string{"messages"}), "administrators see other things than messages"},
				claim{!a.Purpose.IsZero() && !a.Condition.IsZero(), "the access has no limit"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			a := allowed(d, "administrators")
			return append(texts(tag, a.Who, a.Purpose, a.Condition), labels(d, tag, "messages")...)
		},
	},
	{
		id: "S4-29", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range []string{"aggregate-readers", "school-authorities", "researchers"} {
				r := value(d.Recipient(id))
				if !r.Anonymous || !slices.Equal(r.Data, []string{"statistics"}) {
					return id + " get more than statistics"
				}
			}
			return unmet(
				claim{!value(d.Recipient("school-authorities")).Condition.IsZero(), "school authorities need no approval"},
				claim{value(d.Recipient("aggregate-readers")).Party == "eac", "the Commission gets no statistics"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			r := d.Recipient("school-authorities")
			return append(texts(tag, r.Name, r.Condition), names(d, tag, "eac")...)
		},
	},
	{
		id: "S4-30", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			parties := map[string]bool{}
			for _, a := range d.Access {
				parties[a.Party] = true
			}
			return cmp.Diff(map[string]bool{"eac": true, "eacea": true, "eun": true}, parties)
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, allowed(d, "eacea-staff").Who), names(d, tag, "eac", "eacea", "eun")...)
		},
	},
	{
		id: "S4-31", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			visitor := policy.Viewer{Audience: policy.Public, Places: []string{"affiliated-people"}, Person: policy.Person{Met: []string{"affiliated-people"}}}
			if diff := cmp.Diff([]string{"first-name", "last-name", "country", "picture"}, policy.VisibleData(d, visitor)); diff != "" {
				return diff
			}
			visitor.Places = []string{"organisation-page"}
			want := []string{"org-name", "org-address", "org-place", "org-country", "org-website", "org-facebook", "org-twitter", "org-linkedin", "org-picture", "org-rating", "reviews", "listings"}
			return cmp.Diff(want, policy.VisibleData(d, visitor))
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, visible(d, "organisation-page").Where, visible(d, "affiliated-people").Where)
		},
	},
	{
		id: "S4-32", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			visitor := policy.Viewer{Audience: policy.Public, Places: []string{"affiliated-people"}}
			before := policy.VisibleData(d, visitor)
			why := policy.Visible(d, "picture", visitor).Why
			visitor.Person.Met = []string{"affiliated-people"}
			chosen := policy.VisibleData(d, visitor)
			visitor.Person.Hidden = []string{"affiliated-people"}
			return unmet(
				claim{len(before) == 0 && why == policy.ConditionNotMet, "people are shown without having chosen it"},
				claim{len(chosen) == 4, "people who have chosen it are not shown"},
				claim{len(policy.VisibleData(d, visitor)) == 0, "nobody can take it back"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, visible(d, "affiliated-people").Condition)
		},
	},
	{
		id: "S4-33", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			viewer := policy.Viewer{Audience: policy.LoggedIn, Places: []string{"profile-page"}}
			want := []string{"first-name", "last-name", "user-type", "country", "picture", "organisations", "favourites", "etwinning-status", "comments"}
			if diff := cmp.Diff(want, policy.VisibleData(d, viewer)); diff != "" {
				return diff
			}
			viewer.Audience = policy.Public
			return unmet(claim{len(policy.VisibleData(d, viewer)) == 0, "the page is open to those who are not logged in"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, visible(d, "profile-page").Where), labels(d, tag, "etwinning-status", "favourites")...)
		},
	},
	{
		id: "S4-34", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return shownTo(d, policy.PublicIndexed, policy.Person{}, "listings", "comments", "reviews")
		},
		shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, visible(d, "posts").Where) },
	},
	{
		id: "S4-35", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			everything := met(d)
			return firstOf(
				shownTo(d, policy.PublicIndexed, everything, "comments"),
				shownTo(d, policy.Public, everything, "org-name", "picture"),
				shownTo(d, policy.LoggedIn, everything, "favourites"),
				shownTo(d, policy.SameCourse, everything, "forum-posts", "shared-media", "assignments", "peer-reviews"),
				shownTo(d, policy.Staff, everything, "helpdesk-requests"),
				shownTo(d, policy.OnlySelf, everything, "email"))
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, visible(d, "course-activity").Where, d.Recipient("course-participants").Condition), labels(d, tag, "forum-posts")...)
		},
	},
	{
		id: "S4-37", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			r := value(d.Recipient("researchers"))
			return unmet(
				claim{r.Modality == policy.May, "it happens without a decision"},
				claim{r.Anonymous && !r.Condition.IsZero(), "the data are not anonymous, or need no approval"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Recipient("researchers").Name, d.Recipient("researchers").Condition)
		},
	},
	{
		id: "S4-39", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			kinds := map[string]policy.MeasureKind{}
			for _, m := range d.Measures {
				kinds[m.ID] = m.Kind
			}
			return cmp.Diff(map[string]policy.MeasureKind{
				"secured-servers": policy.Technical, "encryption": policy.Technical,
				"contract-clause": policy.Organisational, "eu-security-rules": policy.Organisational,
			}, kinds)
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			var words []string
			for _, m := range d.Measures {
				words = append(words, m.Text.In(tag))
			}
			return words
		},
	},
}

var gatewayRetention = []point{
	{
		id: "S4-25", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			r := value(d.RetentionRule("statistics"))
			return unmet(
				claim{r.Lasts == policy.Forever, "the statistics end"},
				claim{slices.Equal(r.Data, []string{"statistics"}) && value(d.Datum("statistics")).Anonymous, "more than anonymous data is kept for ever"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.RetentionRule("statistics").Ground)
		},
	},
	{
		id: "S4-26", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			r := value(d.RetentionRule("profile"))
			var steps []policy.Action
			for _, s := range r.Stages {
				steps = append(steps, s.Action)
			}
			if diff := cmp.Diff([]policy.Action{policy.Warn, policy.Deactivate, policy.Anonymise}, steps); diff != "" {
				return diff
			}
			return unmet(
				claim{r.Trigger == policy.LastLogin && r.Period == date.Period{Years: 3} && r.Action == policy.Hide, "the profile is not hidden 3 years after the last log-in"},
				claim{r.Stages[1].After == date.Period{Weeks: 2} && !r.Stages[1].Unless.IsZero(), "there are no two weeks of grace"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			s := d.RetentionRule("profile").Stages
			return texts(tag, s[0].Text, s[1].Unless, s[2].Text)
		},
	},
	{
		id: "S4-27", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return unmet(claim{!value(d.RetentionRule("profile")).Excludes.IsZero(), "other companies' tools are not left out"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.RetentionRule("profile").Excludes)
		},
	},
	{
		id: "S4-28", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			r := value(d.RetentionRule("on-request"))
			return unmet(
				claim{r.Trigger == policy.Request && r.Action == policy.Deactivate, "asking does not close the profile"},
				claim{len(r.Stages) == 1 && r.Stages[0].Action == policy.Anonymise, "the data do not become anonymous"},
				claim{right(d, law.Erasure).Contact == "helpdesk", "one cannot ask the helpdesk"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(texts(tag, d.RetentionRule("on-request").Stages[0].Text), "support@schooleducationgateway.eu")
		},
	},
}

var gatewayRights = []point{
	{
		id: "S4-36", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, v := range d.Visibility {
				if (v.Audience == policy.PublicIndexed || v.Audience == policy.Public) && !v.Removable {
					return v.ID + " cannot be taken away"
				}
			}
			return unmet(claim{right(d, law.Erasure).SelfService, "one has to ask"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, right(d, law.Erasure).How) },
	},
	{
		id: "S4-40", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, r := range []law.Right{law.Access, law.Rectification, law.Erasure, law.Restriction, law.Portability, law.Objection, law.WithdrawConsent} {
				if right(d, r).How.IsZero() {
					return "nothing on how to use the right: " + string(r)
				}
			}
			return unmet(
				claim{right(d, law.Rectification).SelfService, "one cannot correct data oneself"},
				claim{!right(d, law.Erasure).Limits.IsZero() && !right(d, law.Restriction).Limits.IsZero(), "erasure or restriction has no limits"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			words := texts(tag, right(d, law.Erasure).Limits, right(d, law.Restriction).Limits)
			for _, r := range []law.Right{law.Access, law.Rectification, law.Portability, law.Objection, law.WithdrawConsent} {
				words = append(words, right(d, r).How.In(tag))
			}
			return words
		},
	},
	{
		id: "S4-41", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			article, _ := law.Objection.Article(d.Regime)
			return unmet(claim{law.Normalise(article)[:2] == "23", "the right to object is in another article: " + article})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return []string{map[locale.Tag]string{
				"nb": "Artikkel 23 nr. 1", "nn": "Artikkel 23 nr. 1", "en": "Article 23(1)", "sv": "Artikel 23.1",
				"da": "Artikel 23, stk. 1", "fi": "23 artiklan 1 kohta", "is": "1. mgr. 23. gr.",
			}[tag]}
		},
	},
	{
		id: "S4-42", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, a := range d.Activities {
				if value(a.Profiling).Decides {
					return "a machine decides in " + a.ID
				}
			}
			return unmet(claim{slices.ContainsFunc(d.Declarations, func(x policy.Declaration) bool { return x.Denies == policy.DeniesAutomated }), "nothing rules it out"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, d.Declarations[1].Text) },
	},
	{
		id: "S4-45", file: "published.yaml", // what the published text lacks and contradicts
		holds: both(reports("address-postcode-mismatch eacea", "technology-missing", "activity-retention-missing newsletters",
			"activity-retention-missing contributions", "declares-within-eea third-party-sites", "transfer-undeclared padlet"), func(d *policy.Document) string {
			controller, head := value(value(d.Party("eacea")).Address), value(value(d.Party("head-a5")).Address)
			newsletters := value(d.Activity("newsletters"))
			return unmet(
				claim{controller.Street == head.Street && controller.PostalCode != head.PostalCode, "the street has one postal code"},
				claim{len(d.Technologies) == 0, "cookies are told of"},
				claim{newsletters.ID != "" && len(newsletters.Retention) == 0, "the newsletter has a period"},
				claim{!slices.ContainsFunc(d.Recipients, func(r policy.Recipient) bool { return r.Transfer != nil }), "a transfer is told of"})
		}),
		shown: func(d *policy.Document, tag locale.Tag) []string { return []string{"1149 Brussel", "1049 Brussel"} },
	},
}
