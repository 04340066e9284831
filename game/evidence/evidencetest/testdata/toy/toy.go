// Package toy declares numbers of every sort that a walk meets.
package toy

import "time"

type enum uint8

const (
	first enum = iota + 1
	second
)

const tauC = 4.0

const half = tauC / 2 // a number even where the source has an expression

const count = 16 // structural: array size

const pause = 3 * time.Second

var gain = -0.5

var bell = [][2]float64{{0.1, 0.2}}

type kind struct {
	radius float64
	loci   int
}

var kinds = [...]kind{first: {radius: tauC}, second: {radius: 4.26, loci: count}}

var names = []string{"a"}
