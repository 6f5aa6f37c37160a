// Package docs reads the documents in docs, so that tests can hold them
// against the product: what they show must work, and what they point to must
// be there.
//
//	pages, err := docs.Pages(root)
//	for _, link := range pages[0].Links() { … }
package docs
