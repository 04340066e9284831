// Package assets holds the files that the program carries, and nothing else:
// compiled texts, shaders and styles. It imports no other room.
package assets

import "embed"

// English holds the texts of assets/strings/en.toml, compiled (MessagePack).
// Regenerate with "go run ./wasm content".
//
//go:embed strings/en.msgp
var English []byte

// Shaders holds the Kage sources, shaders/*.kage.
//
//go:embed all:shaders
var Shaders embed.FS

// Tokens is styles/tokens.css, the palette, which the stage reads too.
//
//go:embed styles/tokens.css
var Tokens string

// Styles holds the style sheets, styles/*.css; the site joins them in the order
// of their names, host.css first. The program in the page leaves them out, as
// long as nothing in it reads them.
//
//go:embed styles
var Styles embed.FS
