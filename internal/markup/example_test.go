package markup_test

import (
	"fmt"

	"github.com/lagrum/lagrum/internal/markup"
)

func ExampleAppendText() {
	fmt.Printf("<p>%s</p>\n", markup.AppendText(nil, "Age < 18 & at school"))
	// Output: <p>Age &lt; 18 &amp; at school</p>
}

func ExampleAppendAttr() {
	fmt.Printf(`<input value="%s">`, markup.AppendAttr(nil, `the "club"`))
	// Output: <input value="the &#34;club&#34;">
}

func ExampleSafeURL() {
	for _, s := range []string{"https://example.com/privacy", "#contact", "javascript:alert(1)", "//elsewhere.example"} {
		_, ok := markup.SafeURL(s)
		fmt.Println(s, ok)
	}
	// Output:
	// https://example.com/privacy true
	// #contact true
	// javascript:alert(1) false
	// //elsewhere.example false
}

func ExampleAppendMarkdown() {
	fmt.Printf("%s\n", markup.AppendMarkdown(nil, "1. Names with * are <new>"))
	// Output: 1\. Names with \* are &lt;new&gt;
}
