// Package markup holds the one escaper and the one list of link schemes: every
// byte of text that reaches HTML or Markdown passes here.
//
//	dst = append(dst, `<a href="`...)
//	dst = markup.AppendAttr(dst, href)
//	dst = append(dst, `">`...)
//	dst = markup.AppendText(dst, label)
//	dst = append(dst, "</a>"...)
//
// The functions append to a slice and allocate nothing themselves.
package markup
