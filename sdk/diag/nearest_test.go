package diag_test

import (
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/diag"
)

func TestNearest(t *testing.T) {
	v := diag.NewVocabulary([]string{"email", "e-post", "name", "personal-number", strings.Repeat("\xfe", 53)})
	tests := []struct{ name, word, want string }{
		{"letters swapped", "emial", "email"},
		{"a letter too many", "emaill", "email"},
		{"a letter too few", "nam", "name"},
		{"another separator", "personal_number", "personal-number"},
		{"another case", "EPost", "e-post"},
		{"nothing near", "address", ""},
		{"nothing at all", "", ""},
		{"long and near", "personal-numbre", "personal-number"},
		{"no text", strings.Repeat("\xff", 40), ""},
		{"more than a word", "personal-number-personal-number-personal-number", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := v.Nearest(tt.word); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if got := diag.NewVocabulary(nil).Nearest("title"); got != "" {
		t.Errorf("an empty vocabulary suggests %q", got)
	}
}
