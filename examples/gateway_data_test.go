package examples_test

import (
	"slices"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
)

func gatewayContext(tag locale.Tag) notice.Context { return notice.Context{Language: tag} }

// labels gives what people call the data, in a language.
func labels(d *policy.Document, tag locale.Tag, ids ...string) []string {
	var words []string
	for _, id := range ids {
		words = append(words, value(d.Datum(id)).Label.In(tag))
	}
	return words
}

// provisions tells of the data about people or about organisations which must
// be given and which may.
func provisions(d *policy.Document, about policy.About, ids []string) map[string]policy.Provision {
	got := map[string]policy.Provision{}
	for _, id := range ids {
		if x := value(d.Datum(id)); x.About == about {
			got[id] = x.Provision
		}
	}
	return got
}

var (
	mustGive = []string{"first-name", "last-name", "email", "user-type", "country"}
	orgMust  = []string{"org-name", "org-address", "org-place", "org-postcode", "org-country", "org-region", "org-type", "org-pic"}
	orgMay   = []string{"org-description", "org-website", "org-facebook", "org-twitter", "org-linkedin", "org-picture"}
	observed = []string{"ip-address", "internet-provider", "browser", "operating-system", "usage-times", "referrer", "interactions"}
	content  = []string{"assignments", "peer-reviews", "quiz-answers", "forum-posts", "survey-answers", "shared-media"}
)

var gatewayData = []point{
	{
		id: "S4-6", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return cmp.Diff([]string{"EU"}, value(d.System("platform")).StoredIn)
		},
		shown: func(d *policy.Document, tag locale.Tag) []string { return texts(tag, d.System("platform").Note) },
	},
	{
		id: "S4-7", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			want := map[string]policy.Provision{"picture": policy.Optional}
			for _, id := range mustGive {
				want[id] = policy.Required
			}
			if diff := cmp.Diff(want, provisions(d, "", append(slices.Clone(mustGive), "picture"))); diff != "" {
				return diff
			}
			person := 0
			for _, f := range value(d.Form("registration")).Fields {
				if f.Group != "person" {
					continue
				}
				if person++; f.Required != (want[f.Datum] == policy.Required) {
					return "the form does not follow the datum " + f.Datum
				}
			}
			return unmet(claim{person == 7, "the form asks other things of a person"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return labels(d, tag, append(slices.Clone(mustGive), "picture")...)
		},
	},
	{
		id: "S4-8", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			want := map[string]policy.Provision{}
			for _, id := range orgMust {
				want[id] = policy.Required
			}
			for _, id := range orgMay {
				want[id] = policy.Optional
			}
			if diff := cmp.Diff(want, provisions(d, policy.AboutOrganisation, slices.Concat(orgMust, orgMay))); diff != "" {
				return diff
			}
			contact := value(d.Datum("org-contact"))
			return unmet(
				claim{contact.Provision == policy.Required, "the contact person is not required"},
				claim{contact.About != policy.AboutOrganisation, "the contact person is no person"},
				claim{slices.Equal(contact.Subjects, []string{"contact-persons"}), "the contact person is not a subject"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(labels(d, tag, slices.Concat(orgMust, orgMay, []string{"org-contact"})...), d.Datum("org-contact").Description.In(tag))
		},
	},
	{
		id: "S4-9", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return unmet(claim{value(d.Datum("organisations")).Provision == policy.Optional, "one must belong to an organisation"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Datum("organisations").Label, d.Datum("organisations").Description)
		},
	},
	{
		id: "S4-10", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			form := value(d.Form("course-sign-up"))
			return unmet(
				claim{form.ID != "", "there is no form to sign up"},
				claim{!slices.ContainsFunc(form.Fields, func(f policy.Field) bool { return f.Datum != "" }), "the form asks for data"},
				claim{slices.Contains(value(d.Activity("courses")).Data, "first-name"), "the course does not use the profile"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Activity("courses").Consequence)
		},
	},
	{
		id: "S4-11", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range content {
				if !slices.Contains(value(d.Activity("courses")).Data, id) {
					return "the courses do not have " + id
				}
			}
			return unmet(claim{value(d.Datum("forum-posts")).Term == "pd:Communication", "posts are no communication"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(labels(d, tag, content...), d.Datum("shared-media").Description.In(tag))
		},
	},
	{
		id: "S4-16", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range []string{"comments", "reviews", "listings"} {
				if value(d.Datum(id)).Provision != policy.Optional {
					return id + " is not left to the user"
				}
			}
			return unmet(claim{d.Link("terms") != nil, "no link to the terms"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(labels(d, tag, "comments", "reviews", "listings"), d.Purpose("post").Text.In(tag), d.Link("terms").Label.In(tag))
		},
	},
	{
		id: "S4-18", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range []string{"poll-answers", "webinar-registrations", "subscriptions"} {
				if value(d.Datum(id)).Provision != policy.Optional {
					return id + " is not left to the user"
				}
			}
			return ""
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return labels(d, tag, "poll-answers", "webinar-registrations", "subscriptions")
		},
	},
	{
		id: "S4-19", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range observed {
				if x := value(d.Datum(id)); x.Provision != policy.Observed || x.Linkage.IsZero() {
					return id + " is not observed, or linked to people without a condition"
				}
			}
			return ""
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(labels(d, tag, observed...), d.Datum("ip-address").Linkage.In(tag))
		},
	},
	{
		id: "S4-44", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			others := value(d.Datum("others-content"))
			return unmet(
				claim{value(d.Subject("people-shown")).ThirdParty, "people in pictures are no third parties"},
				claim{slices.Equal(others.Subjects, []string{"people-shown"}), "pictures of others are about the user"},
				claim{len(others.Sources) == 1 && others.Sources[0].Kind == policy.FromThirdParty, "pictures of others come from those others"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(labels(d, tag, "others-content"), d.Subject("people-shown").Label.In(tag), d.Datum("others-content").Sources[0].Text.In(tag))
		},
	},
}

// from gives the parties that a datum comes from.
func from(x *policy.Datum) []string {
	var parties []string
	for _, s := range value(x).Sources {
		parties = append(parties, s.Party)
	}
	return parties
}

// names gives the names of parties, in a language.
func names(d *policy.Document, tag locale.Tag, ids ...string) []string {
	var words []string
	for _, id := range ids {
		words = append(words, value(d.Party(id)).Name.In(tag))
	}
	return words
}

var gatewaySources = []point{
	{
		id: "S4-13", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			return cmp.Diff([]string{"meta", "x", "padlet"}, from(d.Datum("third-party-display")))
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return texts(tag, d.Datum("third-party-display").Label, d.Datum("third-party-display").Description)
		},
	},
	{
		id: "S4-14", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			for _, id := range []string{"social-name", "social-id", "social-email"} {
				if diff := cmp.Diff([]string{"meta", "x", "google", "linkedin"}, from(d.Datum(id))); diff != "" {
					return id + ": " + diff
				}
				for _, s := range d.Datum(id).Sources {
					if s.Kind != policy.FromThirdParty || s.Channel != policy.ByLogin {
						return id + " does not come at log-in"
					}
				}
			}
			return unmet(claim{value(d.Datum("social-id")).Term == "pd:UID", "the third-party id is no unique id"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(labels(d, tag, "social-name", "social-id", "social-email"), names(d, tag, "meta", "x", "google", "linkedin")...)
		},
	},
	{
		id: "S4-15", file: "policy.yaml",
		holds: func(d *policy.Document) string {
			if diff := cmp.Diff([]string{"padlet", "tricider"}, from(d.Datum("tool-usage"))); diff != "" {
				return diff
			}
			return unmet(
				claim{slices.Contains(value(d.Recipient("padlet")).Data, "tool-usage"), "nothing goes to Padlet"},
				claim{slices.Contains(value(d.Recipient("tricider")).Data, "tool-usage"), "nothing goes to Tricider"})
		},
		shown: func(d *policy.Document, tag locale.Tag) []string {
			return append(labels(d, tag, "tool-usage"), d.Purpose("third-party-tools").Text.In(tag))
		},
	},
}
