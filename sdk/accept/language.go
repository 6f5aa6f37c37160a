package accept

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/lagrum/lagrum/sdk/locale"
)

// maxHeader bounds the bytes of a header that are read; a longer header counts
// as absent. Browsers send some 100.
const maxHeader = 4096

// Language gives the supported language that suits an Accept-Language header
// best (RFC 9110 12.5.4). The first supported language is the fallback; without
// any, the result is the zero Tag. Where many requests share the supported
// languages, keep a [Languages].
func Language(header string, supported []locale.Tag) locale.Tag {
	return NewLanguages(supported).Match(header)
}

// Languages chooses among a fixed list of languages. The zero Languages
// supports none and always gives the zero Tag.
type Languages struct {
	supported []locale.Tag
	matcher   language.Matcher
}

// NewLanguages prepares the choice among the supported languages, the first of
// which is the fallback.
func NewLanguages(supported []locale.Tag) Languages {
	tags := make([]language.Tag, len(supported))
	for i, t := range supported {
		tags[i] = language.Make(string(t))
	}
	return Languages{supported: slices.Clone(supported), matcher: language.NewMatcher(tags)}
}

// Match gives the supported language that suits the header best. The wishes are
// tried in their order, each within its own language; Norwegian in either
// written form is one language, so Nynorsk is answered with Bokmål before
// English is. Only when no wish is met does a close language count, as Danish
// does for Faroese. What is refused (of weight 0) is given only where all is.
func (l Languages) Match(header string) locale.Tag {
	if len(l.supported) == 0 {
		return ""
	}
	wishes, refused := parseLanguages(header)
	for _, wish := range wishes {
		for _, t := range forms(wish) {
			if _, i, confidence := l.matcher.Match(t); confidence > language.No && base(t) == base(language.Make(string(l.supported[i]))) {
				return l.supported[i]
			}
		}
	}
	_, i, _ := l.matcher.Match(wishes...)
	for _, tag := range append([]locale.Tag{l.supported[i]}, l.supported...) {
		if !isRefused(tag, refused) {
			return tag
		}
	}
	return l.supported[i]
}

// isRefused reports whether one of the ranges holds the tag (RFC 4647, 3.3.1).
func isRefused(tag locale.Tag, ranges []language.Tag) bool {
	name := language.Make(string(tag)).String()
	return slices.ContainsFunc(ranges, func(r language.Tag) bool {
		return name == r.String() || strings.HasPrefix(name, r.String()+"-")
	})
}

var (
	bokmal  = language.MustParse(string(locale.NB))
	nynorsk = language.MustParse(string(locale.NN))
)

// forms gives the tags to try for a wish: for Norwegian the other written form too.
func forms(wish language.Tag) []language.Tag {
	switch base(wish) {
	case "nb":
		return []language.Tag{wish, bokmal, nynorsk}
	case "nn":
		return []language.Tag{wish, bokmal}
	}
	return []language.Tag{wish}
}

// base gives the language alone, with Norwegian of no stated form as Bokmål.
func base(t language.Tag) string {
	b, _ := t.Base()
	if b.String() == "no" {
		return "nb"
	}
	return b.String()
}

// parseLanguages gives the wishes of a header, the weightiest first, and the ranges
// that it refuses. One that cannot be read does not take the others with it.
func parseLanguages(header string) (wished, refused []language.Tag) {
	if len(header) > maxHeader {
		return nil, nil
	}
	type wish struct {
		tag    language.Tag
		weight float64
	}
	var wishes []wish
	for part := range strings.SplitSeq(header, ",") {
		tag, weight := parseLanguage(part)
		switch {
		case weight > 0:
			wishes = append(wishes, wish{tag, weight})
		case tag != language.Und:
			refused = append(refused, tag)
		}
	}
	slices.SortStableFunc(wishes, func(a, b wish) int { return cmp.Compare(b.weight, a.weight) })
	for _, w := range wishes {
		wished = append(wished, w.tag)
	}
	return wished, refused
}

// parseLanguage reads one range with its weight. Where it is malformed or of no known
// language, the tag is [language.Und].
func parseLanguage(part string) (language.Tag, float64) {
	name, rest, weighted := strings.Cut(part, ";")
	tag, err := language.Parse(strings.TrimSpace(name))
	// Where a subtag alone is unknown, as the region of "sv-XX", the rest of the tag stands.
	if _, unknown := err.(language.ValueError); err != nil && !unknown || tag == language.Und {
		return language.Und, 0
	}
	if !weighted {
		return tag, 1
	}
	q, value, _ := strings.Cut(strings.TrimSpace(rest), "=")
	weight, ok := parseWeight(value)
	if !ok || !strings.EqualFold(q, "q") {
		return language.Und, 0
	}
	return tag, weight
}
