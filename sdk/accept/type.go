package accept

import (
	"mime"
	"strconv"
	"strings"
)

// Type gives the offered media type that suits an Accept header best (RFC 9110
// 12.5.1), as it was offered; "" where the header refuses all of them, which a
// server may answer with 406 or with its first offer. Of equal weights the
// earlier offer wins. Without a header, or with none that can be read, it is
// the first offer.
//
// A charset in the header is ignored: what is offered is UTF-8.
func Type(header string, offered ...string) string {
	ranges := parseRanges(header)
	if len(ranges) == 0 {
		if len(offered) == 0 {
			return ""
		}
		return offered[0]
	}
	best, bestWeight := "", 0.0
	for _, offer := range offered {
		if w := weigh(offer, ranges); w > bestWeight {
			best, bestWeight = offer, w
		}
	}
	return best
}

// A mediaRange is one part of an Accept header.
type mediaRange struct {
	kind   string            // "text/html", "text/*" or "*/*"
	params map[string]string // without q and charset
	weight float64           // 0 to 1
}

func parseRanges(header string) []mediaRange {
	if len(header) > maxHeader {
		return nil
	}
	var ranges []mediaRange
	for _, part := range splitUnquoted(header) {
		kind, params, err := mime.ParseMediaType(part)
		if err != nil || !strings.Contains(kind, "/") {
			continue
		}
		r := mediaRange{kind: kind, params: params, weight: 1}
		if q, ok := params["q"]; ok {
			if r.weight, ok = parseWeight(q); !ok {
				continue
			}
		}
		delete(params, "q")
		delete(params, "charset")
		ranges = append(ranges, r)
	}
	return ranges
}

// parseWeight reads a qvalue (RFC 9110 12.4.2): 0 to 1, up to three decimals.
func parseWeight(s string) (float64, bool) {
	if len(s) > len("0.000") || strings.Trim(s, "0123456789.") != "" {
		return 0, false
	}
	w, err := strconv.ParseFloat(s, 64)
	return w, err == nil && w <= 1
}

// splitUnquoted splits at the commas that stand outside quoted strings.
func splitUnquoted(header string) []string {
	var parts []string
	start, quoted := 0, false
	for i := 0; i < len(header); i++ {
		switch c := header[i]; {
		case quoted && c == '\\':
			i++ // a quoted-pair: the next byte does not end the string
		case c == '"':
			quoted = !quoted
		case c == ',' && !quoted:
			parts = append(parts, header[start:i])
			start = i + 1
		}
	}
	return append(parts, header[start:])
}

// weigh gives the weight of the most specific range that covers the offer, 0
// where none does.
func weigh(offer string, ranges []mediaRange) float64 {
	kind, params, err := mime.ParseMediaType(offer)
	if err != nil {
		return 0
	}
	weight, best := 0.0, -1
	for _, r := range ranges {
		if s := r.specificity(kind, params); s > best {
			weight, best = r.weight, s
		}
	}
	return weight
}

// specificity is -1 where the range does not cover the type, and otherwise
// grows with how closely it names it.
func (r mediaRange) specificity(kind string, params map[string]string) int {
	major, _, _ := strings.Cut(kind, "/")
	switch r.kind {
	case "*/*":
		return 0
	case major + "/*":
		return 1
	case kind:
		for name, value := range r.params {
			if params[name] != value {
				return -1
			}
		}
		return 2 + len(r.params)
	}
	return -1
}
