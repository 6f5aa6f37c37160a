package main

import (
	"bytes"
	_ "embed" // the page and its stylesheet
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
	"github.com/lagrum/lagrum/sdk/visibility"
)

//go:embed demo_profile.html
var profilePage string

//go:embed demo_profile.css
var profileStyle string

var profileTemplate = template.Must(template.New("profile").Parse(profilePage))

// profileRoutes shows one invented profile as different people see it.
func (d *demo) profileRoutes(mux *http.ServeMux, base string) {
	mux.HandleFunc("GET "+base+"/profile", func(w http.ResponseWriter, r *http.Request) { d.profile(w, r, base) })
	mux.HandleFunc("GET "+base+"/profile/style.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write([]byte(profileStyle))
	})
}

// A profileAsked is what an address asks for.
type profileAsked struct {
	base, policy string
	lang         locale.Tag
	viewer       policy.Viewer
}

// address is where the same is asked for.
func (p profileAsked) address() string {
	q := url.Values{"lang": {string(p.lang)}, "policy": {p.policy}, "viewer": {string(p.viewer.Audience)}}
	if len(p.viewer.Roles) > 0 {
		q["role"] = p.viewer.Roles
	}
	if p.viewer.Person.Protected {
		q.Set("protected", "yes")
	}
	if len(p.viewer.Person.Met) > 0 {
		q["met"] = p.viewer.Person.Met
	}
	return p.base + "/profile?" + q.Encode()
}

// A profileView is what the page shows.
type profileView struct {
	Lang      *text.Language
	Words     *text.Visible
	Base      string
	Policy    string
	Viewer    policy.Audience
	Languages []profileLink
	Services  []profileLink
	Viewers   []profileLink
	Roles     []profileChoice
	Settings  []profileChoice
	Protected bool
	Name      string // of the person, if it is shown
	Picture   string // stands for the picture, if it is shown
	Fields    []profileField
	Count     string
	Warning   string
	Cautions  []string
	Neutral   bool // whether it is said here what nobody but the staff is told
	Groups    []profileGroup
}

type profileLink struct {
	Label, To, Tag string
	Here           bool
}

type profileChoice struct {
	Value, Label string
	Chosen       bool
}

type profileField struct{ Label, Value string }

// A profileGroup is the data that one rule shows or hides, and why.
type profileGroup struct {
	Shown  bool
	Reason string
	Where  string
	Rule   string
	Labels []string
}

func (d *demo) profile(w http.ResponseWriter, r *http.Request, base string) {
	lang := text.In(accept.NewLanguages(text.Languages).Match(r.Header.Get("Accept-Language")))
	if asked := text.In(locale.Tag(r.URL.Query().Get("lang"))); asked != nil {
		lang = asked
	}
	doc := d.shownPolicy(r.URL.Query().Get("policy"))
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	if doc == nil {
		http.Error(w, lang.Serve.NoPage, http.StatusNotFound)
		return
	}
	var page bytes.Buffer
	if err := profileTemplate.Execute(&page, d.profileView(doc, lang, askedProfile(r.URL.Query(), doc, lang, base))); err != nil {
		d.log.Error("the profile could not be shown", "error", err)
		http.Error(w, lang.Serve.TryLater, http.StatusInternalServerError)
		return
	}
	h.Set("Content-Type", "text/html; charset=utf-8")
	w.Write(page.Bytes())
}

// shownPolicy is the policy with the id, among those that show anything; of no id,
// the one that shows most.
func (d *demo) shownPolicy(id string) *policy.Document {
	var most *policy.Document
	for i := range d.policies {
		doc := d.policies[i].Doc
		if len(doc.Visibility) == 0 {
			continue
		}
		if doc.ID == id {
			return doc
		}
		if id == "" && (most == nil || len(doc.Visibility) > len(most.Visibility)) {
			most = doc
		}
	}
	return most
}

// askedProfile reads the address. Whatever the policy does not have is left out.
func askedProfile(q url.Values, doc *policy.Document, lang *text.Language, base string) profileAsked {
	asked := profileAsked{base: base, policy: doc.ID, lang: lang.Tag, viewer: policy.Viewer{Audience: policy.LoggedIn}}
	if a := policy.Audience(q.Get("viewer")); slices.Contains(policy.Audiences, a) {
		asked.viewer.Audience = a
	}
	asked.viewer.Person.Protected = q.Get("protected") == "yes"
	for i := range doc.Visibility {
		if id := doc.Visibility[i].ID; slices.Contains(q["met"], id) {
			asked.viewer.Person.Met = append(asked.viewer.Person.Met, id)
		}
	}
	for i := range doc.Access {
		id := doc.Access[i].ID
		if asked.viewer.Audience == policy.Staff && q.Get("role") == id {
			asked.viewer.Roles = []string{id}
		}
		if slices.Contains(q["met"], id) {
			asked.viewer.Person.Met = append(asked.viewer.Person.Met, id)
		}
	}
	return asked
}

func (d *demo) profileView(doc *policy.Document, lang *text.Language, asked profileAsked) *profileView {
	v := &profileView{
		Lang: lang, Words: &lang.Visible, Base: asked.base, Policy: doc.ID, Viewer: asked.viewer.Audience,
		Protected: asked.viewer.Person.Protected,
	}
	v.choices(d, doc, asked)
	v.seen(doc, servedIn(doc.Languages, lang.Tag), asked.viewer)
	return v
}

// choices fills in what can be chosen.
func (v *profileView) choices(d *demo, doc *policy.Document, asked profileAsked) {
	for _, tag := range text.Languages {
		other := asked
		other.lang = tag
		v.Languages = append(v.Languages, profileLink{Label: text.In(tag).Name, Tag: string(tag), To: other.address(), Here: tag == v.Lang.Tag})
	}
	for i := range d.policies {
		if p := d.policies[i].Doc; len(p.Visibility) > 0 {
			other := profileAsked{base: asked.base, policy: p.ID, lang: asked.lang, viewer: policy.Viewer{Audience: asked.viewer.Audience}}
			v.Services = append(v.Services, profileLink{Label: p.Title.In(servedIn(p.Languages, v.Lang.Tag)), To: other.address(), Here: p == doc})
		}
	}
	for _, a := range policy.Audiences {
		other := asked
		other.viewer.Audience = a
		v.Viewers = append(v.Viewers, profileLink{Label: viewerName(a, v.Words), To: other.address(), Here: a == v.Viewer})
	}
	tag := servedIn(doc.Languages, v.Lang.Tag)
	for i := range doc.Visibility {
		if x := &doc.Visibility[i]; !x.Condition.IsZero() {
			v.setting(x.ID, x.Condition.In(tag), asked.viewer.Person.Met)
		}
	}
	if v.Viewer != policy.Staff {
		return
	}
	for i := range doc.Access {
		x := &doc.Access[i]
		label := locale.Capital(x.Who.In(tag))
		if party := doc.Party(x.Party); party != nil {
			label += " (" + party.Name.In(tag) + ")"
		}
		chosen := slices.Contains(asked.viewer.Roles, x.ID)
		v.Roles = append(v.Roles, profileChoice{Value: x.ID, Label: label, Chosen: chosen})
		if chosen && !x.Condition.IsZero() {
			v.setting(x.ID, x.Condition.In(tag), asked.viewer.Person.Met)
		}
	}
}

func (v *profileView) setting(id, condition string, met []string) {
	v.Settings = append(v.Settings, profileChoice{Value: id, Label: locale.Capital(condition), Chosen: slices.Contains(met, id)})
}

// seen fills in what the viewer sees, and why. Only what is shown gets a value.
func (v *profileView) seen(doc *policy.Document, tag locale.Tag, viewer policy.Viewer) {
	in := *v.Lang
	in.Tag = tag // texts of the policy in a language that it has
	var name []string
	shown, all := 0, 0
	for i := range doc.Data {
		x := &doc.Data[i]
		if x.About == policy.AboutOrganisation || x.Anonymous {
			continue // not of the person
		}
		all++
		s := policy.Visible(doc, x.ID, viewer)
		v.explain(doc, x, &s, &in)
		if !s.Shown {
			continue
		}
		shown++
		value := v.example(x.ID)
		switch x.ID {
		case "first-name", "last-name", "name", "pupil-name":
			name = append(name, value)
		case "picture":
			v.Picture = "☺"
		default:
			v.Fields = append(v.Fields, profileField{Label: locale.Capital(x.Label.In(tag)), Value: value})
		}
	}
	v.Name = strings.Join(name, " ")
	v.Count = locale.Format(v.Words.Count, locale.Arg{Name: "shown", Value: strconv.Itoa(shown)}, locale.Arg{Name: "all", Value: strconv.Itoa(all)})
	v.Neutral = v.Protected && v.Warning == ""
}

// explain puts a datum to the others that are shown or hidden for the same reason.
func (v *profileView) explain(doc *policy.Document, x *policy.Datum, s *policy.Sight, in *text.Language) {
	if s.Why == policy.ProtectedIdentity && v.Warning == "" {
		v.Warning = visibility.Reason(s, in)
		for _, c := range visibility.Cautions(doc, demoDay(doc)) {
			v.Cautions = append(v.Cautions, c.In(in))
		}
	}
	g := profileGroup{Shown: s.Shown, Reason: visibility.Reason(s, in), Where: locale.Capital(s.Where.In(in.Tag)), Rule: string(s.Path)}
	label := locale.Capital(x.Label.In(in.Tag))
	at := slices.IndexFunc(v.Groups, func(o profileGroup) bool { return o.Rule == g.Rule && o.Reason == g.Reason })
	if at < 0 {
		at = len(v.Groups)
		if g.Shown { // what is shown comes first
			at = slices.IndexFunc(append(v.Groups, profileGroup{}), func(o profileGroup) bool { return !o.Shown })
		}
		v.Groups = slices.Insert(v.Groups, at, g)
	}
	v.Groups[at].Labels = append(v.Groups[at].Labels, label)
}

// demoDay is the day whose law counts for a policy.
func demoDay(doc *policy.Document) date.Date { return doc.EffectiveFrom }

// viewerName says who looks.
func viewerName(a policy.Audience, w *text.Visible) string {
	switch a {
	case policy.PublicIndexed:
		return w.Indexed
	case policy.Public:
		return w.Anybody
	case policy.LoggedIn:
		return w.LoggedIn
	case policy.SameCourse:
		return w.SameCourse
	case policy.Staff:
		return w.Staff
	}
	return w.Self
}

// profileExamples are values of an invented person, by the id of the datum. What
// has none is drawn as a line.
var profileExamples = map[string]string{
	"first-name": "Kim", "last-name": "Almlund", "name": "Kim Almlund", "pupil-name": "Kim Almlund", "email": "kim.almlund@example.com",
	"organisations": "Almskolan", "class": "4 B", "etwinning-status": "✓", "ip-address": "192.0.2.7", "last-login": "2026-11-20", "social-email": "kim@social.example",
}

func (v *profileView) example(id string) string {
	if id == "country" {
		return v.Lang.Country("EE")
	}
	return profileExamples[id]
}
