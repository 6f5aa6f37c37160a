package bundle

import "github.com/lagrum/lagrum/sdk/policy"

// Workers makes what a Worker of Cloudflare is built from: below public the files of
// [Files], which are served without running it, and in policies/policies.go the
// policies, as [Source] gives them.
//
// The Worker shows the pages with forms itself, under the same host: it takes no form
// that it has not stamped when it showed it. So they are not among the files, and
// Options.Action is not used.
func Workers(docs []*policy.Document, o Options) ([]File, error) {
	o.Action = ""
	pages, err := files(docs, o, true)
	if err != nil {
		return nil, err
	}
	for i := range pages {
		pages[i].Path = "public/" + pages[i].Path
	}
	source, err := Source("policies", docs)
	if err != nil {
		return nil, err
	}
	return append(pages, File{"policies/policies.go", source}), nil
}
