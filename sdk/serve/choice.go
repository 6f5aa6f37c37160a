package serve

import (
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// languageChoices lists the languages of a policy, each by its own name. The
// query's language is the current one.
func (s *site) languageChoices(e *entry, q query) []choice {
	var list []choice
	for _, tag := range e.Doc.Languages {
		to := q
		to.lang = tag
		list = append(list, languageChoice(tag, s.address(e, to), tag == q.lang))
	}
	return list
}

func languageChoice(tag locale.Tag, url string, current bool) choice {
	return choice{name: text.In(tag).Name, url: url, lang: tag, leads: tag, current: current}
}

// layerChoices lists the layers of a policy's notice, in the query's language.
func (s *site) layerChoices(e *entry, q query) []choice {
	var list []choice
	for _, layer := range e.layers {
		to := q
		to.layer = layer
		list = append(list, choice{name: layerName(&text.In(q.lang).Serve, layer), url: s.address(e, to), current: layer == q.layer})
	}
	return list
}

func layerName(t *text.Serve, layer notice.Layer) string {
	switch layer {
	case notice.Short:
		return t.Short
	case notice.Child:
		return t.Child
	}
	return t.Full
}

// formatChoices lists the formats beside the page that the reader sees.
func (s *site) formatChoices(e *entry, q query) []choice {
	var list []choice
	for _, f := range formats {
		to := q
		to.format = f.name
		list = append(list, choice{name: formatName(&text.In(q.lang).Serve, f.name), url: s.address(e, to)})
	}
	return list
}

func formatName(t *text.Serve, name string) string {
	switch name {
	case "md":
		return "Markdown"
	case "txt":
		return t.Plain
	case "json":
		return "JSON"
	}
	return "HTML"
}

// scopeChoices lists the events of a policy, or the scopes that are none.
func (s *site) scopeChoices(e *entry, q query, events bool) []choice {
	var list []choice
	for _, scope := range scopes(e.Doc, events) {
		to := q
		if events {
			to.event = scope.ID
		} else {
			to.scope = scope.ID
		}
		list = append(list, choice{name: scopeName(scope, q.lang), url: s.address(e, to)})
	}
	return list
}

// scopes gives the events of a policy, or the scopes that are none.
func scopes(doc *policy.Document, events bool) []*policy.Scope {
	var list []*policy.Scope
	for i := range doc.Scopes {
		if scope := &doc.Scopes[i]; (scope.Kind == policy.EventScope) == events {
			list = append(list, scope)
		}
	}
	return list
}

func scopeName(scope *policy.Scope, lang locale.Tag) string {
	if name := scope.Title.In(lang); name != "" {
		return name
	}
	return scope.ID
}

// policyChoices lists the services, each in the language that the reader has
// if it is among the policy's.
func (s *site) policyChoices(lang *text.Language) []choice {
	var list []choice
	for _, e := range s.entries {
		tag := e.languages.Match(string(lang.Tag))
		c := choice{name: serviceName(e.Doc, tag), url: s.address(e, query{lang: tag}), leads: tag}
		if tag != lang.Tag {
			c.lang = tag
		}
		list = append(list, c)
	}
	return list
}

// serviceName is what a service is called; a policy that does not say is known
// by its title, or by its id.
func serviceName(doc *policy.Document, lang locale.Tag) string {
	if name := doc.Service.In(lang); name != "" {
		return name
	}
	if name := doc.Title.In(lang); name != "" {
		return name
	}
	return doc.ID
}
