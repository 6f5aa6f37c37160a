package policy

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
)

// An Act is a source of law, or a contract, that the policy cites by its id
// and that Lagrum's own table does not hold.
type Act struct {
	// The id that citations use.
	ID law.ActID `json:"id,omitempty" validate:"omitempty,actid"`
	// What it is called in running text.
	Title Text `json:"title,omitempty"`
	// Its official number, such as "2018:218" or "lov nr. 700 af 24/05/2022".
	Number string `json:"number,omitempty"`
	// The first day in force.
	From date.Date `json:"from,omitzero"`
	// The last day in force; leave it out while the act stands.
	To date.Date `json:"to,omitzero"`
	// Where its text can be read.
	URL string `json:"url,omitempty" validate:"omitempty,http_url"`
	// True for acts that found the body or lay down its task.
	Founding bool `json:"founding,omitempty"`
	// True for contracts, decisions of a board and other sources that are no statute.
	Contract bool `json:"contract,omitempty"`
}

// A Citation points to a provision of an act: one of Lagrum's table (such as
// SE-SKOL) or one of the policy's own acts.
type Citation struct {
	// The act's id.
	Act law.ActID `json:"act,omitempty" ref:"act"`
	// The provision as the act itself numbers it: "26 a kap. 4 §", "§ 12".
	Section string `json:"section,omitempty"`
	// What the provision lays down here, in a few words.
	Note Text `json:"note,omitempty"`
}

// A Basis is the legal ground of an activity: GDPR Article 6(1), or its
// counterpart in the policy's regime.
type Basis struct {
	// The article in the regime's own numbers, with letter: "6(1)(e)"; under Regulation (EU) 2018/1725 "5(1)(a)".
	Article string `json:"article,omitempty"`
	// The law that lays down the task or the duty (GDPR Article 6(3)).
	Law []Citation `json:"law,omitempty"`
	// Why the processing is needed, in a sentence.
	Text Text `json:"text,omitempty"`
	// The legitimate interest pursued (GDPR Article 13(1)(d)); only with Article 6(1)(f).
	Interest Text `json:"interest,omitempty"`
}

// A SpecialGround is the exception that lets special categories of data be
// processed: GDPR Article 9(2), or its counterpart in the regime.
type SpecialGround struct {
	// The article in the regime's own numbers, with letter: "9(2)(h)".
	Article string `json:"article,omitempty"`
	// The law that the letter calls for (b, g, h, i and j need one).
	Law []Citation `json:"law,omitempty"`
	// Why it applies, in a sentence.
	Text Text `json:"text,omitempty"`
}
