package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

// provision names a provision of a regime in English: "Article 15(1)(c) of
// Regulation (EU) 2018/1725", "23 § PuL".
func provision(regime law.ActID, number string) string {
	if strings.Contains(number, "§") {
		return number + " " + regimeName(regime)
	}
	return "Article " + number + " of " + regimeName(regime)
}

// regimeName is what a regime is called inside an English sentence.
func regimeName(regime law.ActID) string {
	name, ok := law.NameOf(regime, "en")
	switch {
	case !ok:
		return string(regime)
	case regime == law.GDPR || regime == law.UKGDPR:
		return "the " + name.Short
	}
	return name.Short
}

// noun is what a thing of the kind is called in a message.
func noun(kind string) string {
	switch kind {
	case "retention":
		return "retention rule"
	case "text-rule":
		return "rule for free text"
	case "code-of-conduct":
		return "code of conduct"
	case "field-group":
		return "group of fields"
	}
	return kind
}

// label names a thing in a message: by its id, or by its place if it has none.
func label(id string, path diag.Path) string {
	if id == "" {
		return string(path)
	}
	return id
}
