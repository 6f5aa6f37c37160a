package screen

// settle takes away, from dst[first:], what exceptions of the same class touch,
// and the exceptions, and joins what overlaps in one class. Hits come by start.
func settle(dst []Hit, first int) []Hit {
	found := dst[first:]
	kept := first
	var excepted, last [len(classes)]int // the end of the exceptions so far; one more than the place of the last Hit
	for i := range found {
		h := found[i]
		class := h.Class.index()
		if h.Rule == "" {
			excepted[class] = max(excepted[class], h.End)
			continue
		}
		if excepted[class] > h.Start || exceptedAfter(found[i+1:], h) {
			continue
		}
		if at := last[class]; at > 0 && dst[at-1].End >= h.Start {
			dst[at-1].End = max(dst[at-1].End, h.End)
			continue
		}
		dst[kept] = h
		kept++
		last[class] = kept
	}
	return dst[:kept]
}

// exceptedAfter reports whether an exception begins inside the Hit.
func exceptedAfter(later []Hit, h Hit) bool {
	for _, e := range later {
		if e.Start >= h.End {
			return false
		}
		if e.Rule == "" && e.Class == h.Class {
			return true
		}
	}
	return false
}

// order sorts the hits by place. They are few, and come nearly in order.
func order(hits []Hit) {
	for i := 1; i < len(hits); i++ {
		for k := i; k > 0 && hits[k].before(&hits[k-1]); k-- {
			hits[k], hits[k-1] = hits[k-1], hits[k]
		}
	}
}

func (h *Hit) before(other *Hit) bool {
	switch {
	case h.Start != other.Start:
		return h.Start < other.Start
	case h.End != other.End:
		return h.End < other.End
	}
	return h.Class < other.Class
}
