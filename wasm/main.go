//go:build !js

// Command wasm builds the page and serves it; see package site for its words.
package main

import (
	"os"

	"taut/wasm/site"
)

func main() { os.Exit(site.Main(os.Args[1:], os.Stdout, os.Stderr)) }
