package comments_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/gen/comments"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

func readModel(t *testing.T) *comments.Comments {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	c, err := comments.Read(root, "sdk/policy", "sdk/law")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCommentsOfTheModel(t *testing.T) {
	c := readModel(t)
	for _, test := range []struct {
		name  string
		typ   reflect.Type
		field string
		want  string
	}{
		{"a type, its lines joined", reflect.TypeFor[policy.Recipient](), "", "A Recipient is somebody to whom data are disclosed and who is no processor of the controller (GDPR Article 4(9))."},
		{"a field", reflect.TypeFor[policy.Address](), "City", "Town."},
		{"a type of another package", reflect.TypeFor[law.Right](), "", "A Right is a right of the data subject. The zero Right is not valid."},
		{"a field that there is not", reflect.TypeFor[policy.Address](), "Planet", ""},
		{"a type without a name", reflect.TypeFor[[]policy.Address](), "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, c.Of(test.typ, test.field)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestValuesOfTheModel(t *testing.T) {
	c := readModel(t)
	want := []comments.Value{
		{Word: "yes", Comment: "it is so"},
		{Word: "no", Comment: "it is not so"},
	}
	if diff := cmp.Diff(want, c.Values(reflect.TypeFor[policy.YesNo]())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	categories := c.Values(reflect.TypeFor[law.SpecialCategory]())
	if n := len(categories); n == 0 || categories[n-1].Word != "criminal" || categories[n-1].Comment == "" {
		t.Errorf("a constant outside the group is missing or has no comment: %+v", categories)
	}
	if got := c.Values(reflect.TypeFor[law.Extent]()); got != nil {
		t.Errorf("numbers are no words of a file: %+v", got)
	}
}

func TestLinksBecomeNames(t *testing.T) {
	c := readModel(t)
	const want = "A Text is one text in several languages. In a file it is either a mapping from language to text, or, where the words are the same in all languages (most names), a plain string, held under locale.Any."
	if diff := cmp.Diff(want, c.Of(reflect.TypeFor[policy.Text](), "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUnreadableSourceIsAnError(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "a.go"), []byte("package"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := comments.Read(root, "."); err == nil {
		t.Error("half a file was read")
	}
	if _, err := comments.Read(root, "nowhere"); err == nil {
		t.Error("a folder that does not exist was read")
	}
}
