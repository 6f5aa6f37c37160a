package policyfile

// Limits bound what is read, so that a hostile file costs little. The zero
// Limits are the defaults, which leave room for a policy of 10,000 activities.
// The parser may need a kilobyte for a value, so set them lower where strangers
// hand in files: 1 MiB and 100,000 values hold a policy of 500 activities.
type Limits struct {
	Size   int // bytes of the file, and again of the text that aliases bring in; 0 means 16 MiB
	Depth  int // mappings and lists inside each other; 0 means 64
	Values int // values and keys, counting what an alias stands for each time; 0 means 1,750,000
}

const (
	defaultSize   = 16 << 20
	defaultDepth  = 64
	defaultValues = 1_750_000

	// maxFindings is where a file that is wrong all over is given up.
	maxFindings = 1000
)

// filled gives the limits with the defaults in place.
func (l Limits) filled() Limits {
	if l.Size <= 0 {
		l.Size = defaultSize
	}
	if l.Depth <= 0 {
		l.Depth = defaultDepth
	}
	if l.Values <= 0 {
		l.Values = defaultValues
	}
	return l
}
