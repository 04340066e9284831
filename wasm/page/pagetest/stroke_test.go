//go:build !js

package pagetest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// push gives the spots of a hand that pushes the needle straight down by mm of
// depth at an even speed, holding it beside its shaft in the picture.
func (s student) push(xMM, mm, mmPerS float64) []Spot {
	s.t.Helper()
	c := s.camera()
	left, top, _, _ := s.Box("#stage")
	x, y := c.Px(xMM, limb.Skin)
	const events = 12
	ms := mm / mmPerS * 1000
	var spots []Spot
	for i := range events + 1 {
		k := float64(i) / events
		spots = append(spots, Spot{left + x, top + y + k*mm*c.PxPerMM, k * ms})
	}
	return spots
}

// stroke pushes the needle from where it rests through the knot.
func (s student) stroke(mmPerS float64) {
	s.t.Helper()
	s.Drag(s.push(0, 19-limb.Rest(), mmPerS)...)
	s.settle()
}

// lastStroke is the sentence about the speed of the last stroke.
func (s student) lastStroke() string {
	s.t.Helper()
	prefix, _, _ := strings.Cut(words(s.t).T("panel.value.last"), "{")
	return Eval[string](s.Page, fmt.Sprintf(`[...document.querySelectorAll("[data-v]")].map((e) => e.textContent).find((x) => x.startsWith(%q)) ?? ""`, prefix))
}

// begun opens the lab and makes a first pass beside the point, so that the frame
// of the picture is the one that all later strokes have.
func begun(t *testing.T, w, h int64) student {
	t.Helper()
	s := enter(t)
	s.resize(w, h)
	s.slide("Aim", -16)
	s.pass()
	s.slide("Aim", 0)
	return s
}

// A gesture is classed by the mean speed of the tip, from the events' own time
// stamps: the same stroke is the same on screens of every size.
func TestStrokesAreClassedAlikeAtEverySize(t *testing.T) {
	for _, size := range [][2]int64{{640, 480}, {1280, 800}} {
		s := begun(t, size[0], size[1])
		s.stroke(100)
		if s.number("Twitches") != 1 || !strings.Contains(s.lastStroke(), "quick") {
			t.Errorf("%v: at 100 mm/s Twitches %q, and the panel says %q", size, s.output("Twitches"), s.lastStroke())
		}
		quick := s.lastStroke()
		if n := leadingNumber.FindString(strings.TrimPrefix(quick, "Last stroke: ")); n != "" && !within(n, 95, 105) {
			t.Errorf("%v: a stroke of 100 mm/s is shown as %q", size, quick)
		}
		s.stroke(9)
		if s.number("Twitches") != 1 || !strings.Contains(s.lastStroke(), "very slow") {
			t.Errorf("%v: at 9 mm/s Twitches %q, and the panel says %q", size, s.output("Twitches"), s.lastStroke())
		}
		if got := s.number("Passes"); got != 3 {
			t.Errorf("%v: Passes %q, want 3: each push is a pass", size, s.output("Passes"))
		}
	}
}

func within(number string, lo, hi float64) bool {
	var x float64
	_, err := fmt.Sscan(number, &x)
	return err == nil && x >= lo && x <= hi
}

// A needle pushed and drawn back makes a pass where it turns; one that is let go
// over the panel does not stay in the hand.
func TestDragReleasedOverThePanelDoesNotStick(t *testing.T) {
	s := begun(t, 640, 480)
	x, y, w, h := s.Box("#do-pass")
	spots := append(s.push(0, 10, 80), Spot{x + w/2, y + h/2, 500})
	s.Drag(spots...)
	s.settle()
	passes := s.number("Passes")
	if passes != 2 {
		t.Errorf("Passes %q, want 2: the one before and the push, and no press of the button under the release", s.output("Passes"))
	}
	before := s.slider("Aim")
	left, top, _, _ := s.Box("#stage")
	for i := range 6 { // a free pointer over the stage moves nothing
		s.move(left+40+20*float64(i), top+60+5*float64(i))
	}
	if s.slider("Aim") != before || s.number("Passes") != passes {
		t.Errorf("the needle follows a pointer that holds nothing: Aim %g, Passes %q", s.slider("Aim"), s.output("Passes"))
	}
}

// move moves the pointer with no button down.
func (s student) move(x, y float64) {
	s.t.Helper()
	s.do(func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y})
		return v, err
	})
}

// finger is a finger on the screen, in CSS px.
type finger struct{ id, x, y float64 }

// touch puts fingers down, moves them or lifts them.
func (s student) touch(kind input.DispatchTouchEventType, fingers ...finger) {
	s.t.Helper()
	points := []*input.TouchPoint{}
	for _, f := range fingers {
		points = append(points, &input.TouchPoint{X: f.x, Y: f.y, ID: &f.id})
	}
	s.do(func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
		return v, err
	})
}

// Two touches at once: while one holds the needle, another taps a button.
func TestTwoTouchesAtOnce(t *testing.T) {
	s := enter(t)
	s.do(func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 2})
		return v, err
	})
	s.pass()
	left, top, w, h := s.Box("#stage")
	x, y, bw, bh := s.Box("#do-light")
	aim := s.slider("Aim")
	one := finger{1, left + w/2, top + 0.3*h}
	two := finger{2, x + bw/2, y + bh/2}
	s.touch(input.DispatchTouchEventTypeTouchStart, one)
	one.x += 30
	s.touch(input.DispatchTouchEventTypeTouchMove, one)
	moved := s.untilSlider("Aim", aim)
	s.touch(input.DispatchTouchEventTypeTouchStart, one, two)
	s.touch(input.DispatchTouchEventTypeTouchEnd, two)
	s.Until(`document.getElementById("lab").dataset.theme === "light"`)
	one.x += 30
	s.touch(input.DispatchTouchEventTypeTouchMove, one)
	s.untilSlider("Aim", moved) // the first finger still has the needle
	s.touch(input.DispatchTouchEventTypeTouchEnd, one)
}
