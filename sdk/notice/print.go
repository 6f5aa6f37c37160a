package notice

// A Printer writes notices. The zero Printer is ready for use.
type Printer struct {
	// HeadingLevel is the level of the notice's own heading in HTML and Markdown; zero means 1.
	// Sections go one level down, no deeper than 6.
	HeadingLevel int
	// Stylesheet is the address of the stylesheet that Page links to. Empty means that Page carries the
	// stylesheet of package notice inside, so that it is one file.
	Stylesheet string
	// IDPrefix stands before every id in HTML, so that ids do not clash with those of the page around;
	// empty means "notice-".
	IDPrefix string
}

func (p *Printer) level() int { return min(max(p.HeadingLevel, 1), 6) }

func (p *Printer) prefix() string {
	if p.IDPrefix == "" {
		return "notice-"
	}
	return p.IDPrefix
}
