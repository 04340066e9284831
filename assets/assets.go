// Package assets holds the files that the program carries, and nothing else:
// compiled texts and shaders, and the tokens of the styles. It imports no other
// room. "go run ./wasm content" compiles anew what is compiled.
package assets

import "embed"

// English holds the texts of strings/en.toml, compiled (MessagePack).
//
//go:embed strings/en.msgp
var English []byte

// Sources holds the sources, claims and differences of content/sources.toml,
// compiled; evidence.DecodeLibrary takes them up.
//
//go:embed content/sources.msgp
var Sources []byte

// Atlas, Screen and Cases hold muscles and conditions, reasons not to needle, and
// the people of the cases, compiled from content/*.toml.
//
//go:embed content/anatomy.msgp
var Atlas []byte

//go:embed content/precautions.msgp
var Screen []byte

//go:embed content/cases.msgp
var Cases []byte

// Questions holds the items of the quiz, compiled from content/questions.toml.
//
//go:embed content/questions.msgp
var Questions []byte

// Kage holds the shaders of shaders/*.kage by name, without their comments
// (MessagePack, a map of texts).
//
//go:embed shaders/kage.msgp
var Kage []byte

// Tokens holds the style sheet that stage and page share: the colours.
//
//go:embed styles/tokens.css
var Tokens string

// Styles holds the style sheets, styles/*.css; the site joins them in the order
// of their names, host.css first. Only the site reads them, so that the program
// in the page does not carry them.
//
//go:embed styles
var Styles embed.FS
