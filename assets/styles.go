//go:build !js

package assets

import "embed"

// Styles holds the style sheets, styles/*.css; the site joins them in the order
// of their names, host.css first. The program itself does not carry them.
//
//go:embed styles
var Styles embed.FS
