package notice_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
)

func TestElementHoldsTheNotice(t *testing.T) {
	d, err := notice.Build(school, notice.Context{Layer: notice.Short, FullURL: `/full?a="b"`})
	if err != nil {
		t.Fatal(err)
	}
	var p notice.Printer
	out := string(p.Element(d, `/full?a="b"`))
	if !strings.Contains(out, string(p.HTML(d))) || !strings.HasPrefix(out, `<lagrum-notice print="Print" link="Copy a link to" copied="The link is copied" full="/full?a=&#34;b&#34;">`) {
		t.Errorf("%.200s", out)
	}
	d.Language = locale.Tag("xx") // a notice of one's own making
	if out := string(p.Element(d, "")); !strings.HasPrefix(out, "<lagrum-notice>\n<article") {
		t.Errorf("%.200s", out)
	}
}

func ExamplePrinter_Element() {
	d, err := notice.Build(school, notice.Context{Layer: notice.Short})
	if err != nil {
		fmt.Println(err)
		return
	}
	var p notice.Printer
	head, _, _ := strings.Cut(string(p.Element(d, "")), "\n")
	fmt.Println(head)
	// Output: <lagrum-notice print="Print" link="Copy a link to" copied="The link is copied">
}
