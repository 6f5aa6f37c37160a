package markup_test

import (
	"html/template"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/markup"
)

func TestSafeURLAllows(t *testing.T) {
	for _, s := range []string{
		"https://www.imy.se/", "http://example.com", "HTTPS://example.com:8443/a?b=c#d", "https://example.com/a:b@c", "https://[2001:db8::1]/",
		"https://åland.example/sök?q=å", "mailto:dataskydd@skola.example", "mailto:a@b.example?subject=Access%20request", "tel:+4612345678",
		"/integritet", "integritet", "./a/b", "../a", "?lang=sv", "#kontakt", "a/b:c", "/a//b", "?u=//x", "#javascript:", "integritet.html?x=1:2",
	} {
		if got, ok := markup.SafeURL(s); !ok || got != s {
			t.Errorf("SafeURL(%q) = %q, %v", s, got, ok)
		}
	}
}

func TestSafeURLRefuses(t *testing.T) {
	for name, s := range map[string]string{
		"nothing": "", "script": "javascript:alert(1)", "script in capitals": "JaVaScRiPt:alert(1)", "tab within": "java\tscript:alert(1)",
		"newline within": "java\nscript:alert(1)", "space before": " javascript:alert(1)", "control before": "\x01javascript:alert(1)",
		"data": "data:text/html,<script>", "vbscript": "vbscript:x", "file": "file:///etc/passwd", "blob": "blob:https://example.com/1",
		"other host": "//evil.example", "backslash host": `\\evil.example`, "slash backslash": `/\evil.example`,
		"slash tab slash": "/\t/evil.example", "no host": "https:///a", "no slashes": "https:example.com", "one slash": "https:/example.com",
		"port alone": "https://:80/", "host left out": "http://?q", "user name": "https://bank.example@evil.example/",
		"no address": "mailto:", "no number": "tel:", "space": "https://example.com/a b", "not UTF-8": "/a\xff", "NUL": "/a\x00",
		"C1 control": "/a\u0085", "unknown scheme": "ftp://example.com", "relative with colon": "a:b", "colon first": ":a",
		"direction mark": "https://example.com/\u202egpj.exe", "zero width": "https://exam\u200bple.com", "no-break space": "\u00a0javascript:1",
		"byte order mark": "\ufeffjavascript:1", "kelvin sign": "java\u017fcript:1", "scheme by case bit": "\x08ttp://example.com", "soft hyphen": "/a\u00adb",
	} {
		if got, ok := markup.SafeURL(s); ok || got != "" {
			t.Errorf("%s: SafeURL(%q) = %q, %v", name, s, got, ok)
		}
	}
}

func FuzzSafeURL(f *testing.F) {
	for _, s := range []string{"https://a.example/b?c#d", "//x", "javascript:1", "/\\x", "mailto:a@b", "?:", "#", "http://%41", "tel:1", "a%3Ab"} {
		f.Add(s)
	}
	page := template.Must(template.New("").Parse(`<a href="{{.}}">`))
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := markup.SafeURL(s)
		if !ok {
			if got != "" {
				t.Fatalf("SafeURL(%q) refused with %q", s, got)
			}
			return
		}
		if got != s {
			t.Fatalf("SafeURL(%q) = %q", s, got)
		}
		// net/url is the first oracle, for what it can read.
		if u, err := url.Parse(s); err == nil {
			if !slices.Contains([]string{"", "http", "https", "mailto", "tel"}, u.Scheme) || u.Scheme == "" && u.Host != "" || u.User != nil {
				t.Fatalf("SafeURL allows %q: scheme %q, host %q", s, u.Scheme, u.Host)
			}
		}
		// html/template is the second; it knows no tel, and takes any colon before a slash for a scheme's.
		if before, _, _ := strings.Cut(s, ":"); strings.ContainsAny(before, "?#") || strings.EqualFold(before, "tel") {
			return
		}
		var b strings.Builder
		if err := page.Execute(&b, s); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(b.String(), `<a href="#ZgotmplZ`) && !strings.HasPrefix(s, "#Zgotmpl") {
			t.Fatalf("html/template refuses %q", s)
		}
	})
}
