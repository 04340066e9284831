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

// Styles holds the style sheets, styles/*.css; the site joins them in the order
// of their names, host.css first.
//
//go:embed styles
var Styles embed.FS
