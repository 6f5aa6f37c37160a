package policy

import "github.com/lagrum/lagrum/sdk/locale"

// An EditorialChange says that a text of a consent or a purpose got other words
// with the same meaning in one language, such as when a slip of the pen is put
// right. Without it, other words count as another question, and people are
// asked again. It names the words before and after, so that it excuses this
// change and no later one; keep it as long as answers to the old words count.
type EditorialChange struct {
	// The consent whose text was changed.
	Consent string `json:"consent,omitempty" ref:"consent"`
	// The purpose whose title or text was changed, instead of a consent.
	Purpose string `json:"purpose,omitempty" ref:"purpose"`
	// The language of the words. Leave it out for a text that is the same in all languages.
	Language locale.Tag `json:"language,omitempty" validate:"omitempty,bcp47"`
	// The whole text as it was.
	Before string `json:"before,omitempty"`
	// The whole text as it became.
	After string `json:"after,omitempty"`
	// The version of the policy that brought the change.
	Since string `json:"since,omitempty"`
	// Why it means the same, for whoever reviews the policy.
	Reason string `json:"reason,omitempty"`
}
