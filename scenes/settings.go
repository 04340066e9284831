package scenes

// Settings are what a person chose once for every scene.
type Settings struct {
	Theme string // "dark", "light" or "projector"
	Plain bool   // no blood, a calmer needle
	Still bool   // reduced motion
	Pack  Pack
}

// Pack is what the scenes tell of an instructor's own content.
type Pack struct {
	Title, Author string // "" there is none
	Course        string // the supervised course that it switches on; "" none
	Cases, Items  int    // that it adds
	Undo          bool   // one was taken away, and can be taken back
}

// Packed is a scene that takes content of an instructor's own.
type Packed interface {
	// Carry takes up the pack that the site comes with, as base64. One that cannot be
	// taken changes nothing, and a sentence of it is told with the next effects.
	Carry(pack string)
}

// Several is a scene that is made of several, of which one is open. Each has a
// name that a link can bear after its # and that its save is kept under.
type Several interface {
	Scene
	// Names gives the scenes' names, the first one's own first.
	Names() []string
	// Place gives what a link to the present moment bears after its #: a scene's
	// name, with "/" and what is open there, if anything is.
	Place() string
	// Go opens a place, "" the first scene; false where there is no such place,
	// and then nothing changes.
	Go(place string) bool
	// RestoreNamed takes up the save of one scene, as [Scene.Restore] does.
	RestoreNamed(name string, b []byte) error
}

// Saved is what one of several scenes wants kept.
type Saved struct {
	Name string // the scene's
	Data []byte
}
