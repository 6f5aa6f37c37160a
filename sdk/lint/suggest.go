package lint

import "github.com/lagrum/lagrum/sdk/diag"

// suggest gives the id of the kind that was most likely meant, or nothing.
//
// Each id of the kind is compared. So that a policy full of mistyped ids still
// takes no more time than it is long, the whole policy has a number of
// comparisons that grows with it; when they are used up there are no more
// suggestions.
func (x *index) suggest(kind, id string) string {
	if x.compared+len(x.byKind[kind]) > 1000+20*len(x.definitions) {
		return ""
	}
	x.compared += len(x.byKind[kind])
	if len(x.vocabulary[kind]) == 0 {
		x.vocabulary[kind] = diag.NewVocabulary(x.byKind[kind])
	}
	return x.vocabulary[kind].Nearest(id)
}
