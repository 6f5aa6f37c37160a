package bundle

import (
	"fmt"
	"strings"
)

// addHeaders adds _headers, which Netlify, Cloudflare Pages and Workers read; for
// other hosts it says what to set.
func (b *bundle) addHeaders() {
	var out strings.Builder
	out.WriteString("# The headers to send with each file. Hosts read this from the top of a site:\n" +
		"# copy it there, with longer paths, if these files stand in a folder of it.\n/*\n")
	for _, h := range [][2]string{
		{"Content-Security-Policy", strings.Join([]string{
			"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self'", "connect-src 'self'" + b.origin(),
			"form-action 'self'" + b.origin(), "base-uri 'none'", "frame-ancestors 'self'", "require-trusted-types-for 'script'", "trusted-types lagrum",
		}, "; ")},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "same-origin"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cache-Control", "no-cache"},
	} {
		fmt.Fprintf(&out, "  %s: %s\n", h[0], h[1])
	}
	if b.Widgets != nil {
		out.WriteString("/widgets/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n  Cross-Origin-Resource-Policy: cross-origin\n")
		out.WriteString("/widgets/manifest.json\n  ! Cache-Control\n  Cache-Control: no-cache\n")
	}
	b.put("_headers", []byte(out.String()))
}

// origin is that of the host that takes forms, if it is another.
func (b *bundle) origin() string {
	scheme, rest, ok := strings.Cut(b.Action, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return " " + scheme + "://" + host
}
