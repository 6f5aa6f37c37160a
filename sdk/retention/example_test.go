package retention_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

func ExampleWords() {
	rule := policy.Retention{Trigger: policy.ExamEnd, Period: date.Period{Years: 30}}
	for _, tag := range []locale.Tag{locale.EN, locale.SV} {
		w := retention.Words(&rule, text.In(tag))
		fmt.Println(w.Keep, w.Then)
	}
	// Output:
	// We keep the data for 30 years after the day on which the examination ended. We then erase the data.
	// Vi sparar uppgifterna i 30 år efter den dag då provet var avslutat. Därefter raderar vi uppgifterna.
}
