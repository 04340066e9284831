package evidence

//go:generate go tool msgp -file source.go -o source_gen.go -tests=false -io=false

//msgp:limit arrays:512 maps:32
//msgp:shim Mark as:uint8 using:uint8/Mark
//msgp:shim Grade as:uint8 using:uint8/Grade

// Source is one publication, by what is known of it: a field that is not known
// is empty, never guessed.
type Source struct {
	ID      string `msg:"id" toml:"id"`           // "gattie-2017"
	Authors string `msg:"authors" toml:"authors"` // "Gattie and others"
	Year    int    `msg:"year" toml:"year"`       // 0 where it is not known
	Journal string `msg:"journal" toml:"journal"` // journal or kind of document
	Kind    string `msg:"kind" toml:"kind"`       // one of Kinds
	N       int    `msg:"n" toml:"n"`             // people, animals or specimens; 0 where it is not known
	Shows   string `msg:"shows" toml:"shows"`     // what it showed, in one plain sentence
	Read    string `msg:"read" toml:"read"`       // how much of it was read: one of Readings
	DOI     string `msg:"doi" toml:"doi"`
	PMID    string `msg:"pmid" toml:"pmid"`
	PMC     string `msg:"pmc" toml:"pmc"` // "PMC2774893"
}

// Basis says what a statement or a number rests on. One that is chosen for
// teaching has no need of a source; every other has a source, or a note where it
// stands by memory alone.
type Basis struct {
	Mark    Mark     `msg:"mark" toml:"mark"`
	Sources []string `msg:"sources" toml:"sources"` // ids of Source
	Note    string   `msg:"note" toml:"note"`       // what a reader has to know of it
}

// Range is a measured or chosen number: what is used, and the plausible values
// around it, both ends included. Lo = At = Hi where no spread is known.
type Range struct {
	Lo    float64 `msg:"lo" toml:"lo"`
	At    float64 `msg:"at" toml:"at"`
	Hi    float64 `msg:"hi" toml:"hi"`
	Unit  string  `msg:"unit" toml:"unit"` // "1" where it has none
	Basis Basis   `msg:"basis" toml:"basis"`
}

// Claim is one statement about trigger points or needling, as it is said to a
// learner, with how well it is supported.
type Claim struct {
	ID       string   `msg:"id" toml:"id"`
	Name     string   `msg:"name" toml:"name"`
	Sentence string   `msg:"sentence" toml:"sentence"`
	Grade    Grade    `msg:"grade" toml:"grade"`
	UpTo     Grade    `msg:"upto" toml:"upto"`       // the better end where the support is a span ("weak to moderate"), else 0
	Sources  []string `msg:"sources" toml:"sources"` // ids of Source
	Against  []string `msg:"against" toml:"against"` // ids of the Sources that disagree, with the claim or with what is made of it
	Note     string   `msg:"note" toml:"note"`       // what it rests on where it has no source
	Differs  string   `msg:"differs" toml:"differs"` // id of the Difference it belongs to, or ""
}

// Difference is a place where the article and the literature part; both are
// shown, and Say is the wording between them.
type Difference struct {
	ID         string   `msg:"id" toml:"id"`
	Article    string   `msg:"article" toml:"article"`       // what the article says
	Literature string   `msg:"literature" toml:"literature"` // what was found
	Say        string   `msg:"say" toml:"say"`
	Sources    []string `msg:"sources" toml:"sources"`
}

// Library holds the sources, what is claimed on them, and where the article and
// they part. It is made by [DecodeLibrary] and never changed.
type Library struct {
	Sources     []Source     `msg:"sources" toml:"source"`
	Claims      []Claim      `msg:"claims" toml:"claim"`
	Differences []Difference `msg:"differences" toml:"difference"`
}
