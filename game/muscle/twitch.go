package muscle

import (
	"fmt"
	"math"
)

// Contraction times in s and twitch:tetanus ratios of the [Fibre] values.
const (
	medianTime  = 0.0583
	medianRatio = 0.30

	tricepsTime  = 0.1124
	tricepsRatio = 0.10

	trapeziusTime  = 0.080
	trapeziusRatio = 0.20

	infraspinatusTime  = 0.075
	infraspinatusRatio = 0.20
)

// ElectromechanicalDelay is the time in s from the first electrical sign of a
// contraction to the first change of force: 11 to 17 ms in human biceps.
// A [Twitch] has about this delay of itself, because force rises with the cube
// of what is bound: do not add it between an impulse and its force.
const ElectromechanicalDelay = 0.013

// SpikeInterval is the time in s between the motor-unit spikes of a twitch
// burst.
const SpikeInterval = 0.020

// Fibres whose twitch is known or assumed. The first two are measured in
// people; no contraction time was found for the other two muscles, so theirs
// are teaching values.
var (
	MedianMotorUnit = NewFibre(medianTime, medianRatio)
	TricepsSurae    = NewFibre(tricepsTime, tricepsRatio)
	Trapezius       = NewFibre(trapeziusTime, trapeziusRatio)
	Infraspinatus   = NewFibre(infraspinatusTime, infraspinatusRatio)
)

// Fibre says how quickly and how strongly a kind of muscle fibre twitches.
// It is made by [NewFibre] and is never changed.
type Fibre struct {
	time  float64 // contraction time T, s
	ratio float64 // twitch:tetanus ratio r
	cube  float64 // k^3
}

// NewFibre gives the fibre whose single twitch peaks after contractionTime
// seconds at ratio of its full force. It panics unless contractionTime > 0 and
// 0 < ratio < 1.
func NewFibre(contractionTime, ratio float64) Fibre {
	if !(contractionTime > 0) || !(0 < ratio && ratio < 1) {
		panic(fmt.Sprintf("muscle: no fibre has contraction time %v s and twitch:tetanus ratio %v", contractionTime, ratio))
	}
	// x peaks at 1/e, and there a is to be ratio.
	return Fibre{contractionTime, ratio, (1 - ratio) / ratio / (math.E * math.E * math.E)}
}

// ContractionTime gives T in s.
func (f Fibre) ContractionTime() float64 { return f.time }

// Ratio gives the twitch:tetanus ratio, 0 to 1.
func (f Fibre) Ratio() float64 { return f.ratio }

// Twitch is the state of a twitching fibre:
//
//	c' = -c/T + 1 at each impulse     calcium-like
//	x' = (c - x)/T                    bound
//	a  = x^3 / (x^3 + k^3)            active force, 0 to 1
//	k  = ((1-r)/r)^(1/3) / e
//
// The zero value is a fibre at rest; a copy is a saved state. The cubic last
// line makes half-relaxation about as long as contraction, as in people; with
// a = x alone it would last 1.68 times as long.
type Twitch struct{ C, X float64 }

// Impulse lets one action potential arrive.
func (w *Twitch) Impulse() { w.C++ }

// Step moves w by dt seconds with an Euler step for c and then one for x, which
// already sees the new c. It is stable for dt < T; at 1 ms the peak is within
// 2 % of its limit for small steps, at 0.5 ms within 1 %.
func (w *Twitch) Step(f Fibre, dt float64) {
	h := dt / f.time
	w.C -= h * w.C
	w.X += h * (w.C - w.X)
}

// Activation gives a, 0 to 1 of the fibre's full force.
func (w Twitch) Activation(f Fibre) float64 {
	x3 := w.X * w.X * w.X
	return x3 / (x3 + f.cube)
}

// Response is what a force transducer would write down of a twitch.
type Response struct {
	Peak            float64 // largest activation
	ContractionTime float64 // from the first impulse to the peak, s
	HalfRelaxation  float64 // from the peak to half of it, s
}

// Respond simulates spikes impulses, interval seconds apart, in steps of dt
// seconds, and measures the twitch. Times are good to about dt.
func (f Fibre) Respond(spikes int, interval, dt float64) Response {
	const settled = 12 // contraction times after which a twitch is over
	var (
		w        Twitch
		r        Response
		fired    int
		previous float64
	)
	last := float64(spikes-1)*interval + settled*f.time
	for i := 0; float64(i)*dt < last; i++ {
		t := float64(i) * dt
		for fired < spikes && t >= float64(fired)*interval-dt/2 {
			w.Impulse()
			fired++
		}
		a := w.Activation(f)
		switch {
		case a > r.Peak:
			r = Response{Peak: a, ContractionTime: t}
		case r.HalfRelaxation == 0 && a < r.Peak/2:
			r.HalfRelaxation = t - dt*(r.Peak/2-a)/(previous-a) - r.ContractionTime
		}
		previous = a
		w.Step(f, dt)
	}
	return r
}
