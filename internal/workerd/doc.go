// Package workerd tests package edge, and the examples that stand on it, in workerd,
// the runtime of Cloudflare Workers. "make edge" runs it, with the tag workerd.
package workerd
