package lab

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/course"
	"taut/scenes/view"
)

// scanRows are the parts of the ultrasound view.
var scanRows = []row{
	{"nodule", tautness, knotted}, {"stiffness", stiffer, nil}, {"blood-flow", turning, knotted}, {"twitch", twitching, nil},
	{"needle", tip, needled}, {"fascia", fasciaEdge, nil},
}

// setScan puts the probe on, over the band, or takes it off.
func (l *Lab) setScan(on bool) {
	if l.local() {
		return // the probe shows the model limb
	}
	l.choice.Scan = on
	says := l.words.T("panel.level.band.says")
	if on {
		says = l.words.T("panel.level.scan.says") + " " + l.words.T("panel.level.scan.note")
		l.choice.AtSkin, l.choice.HideKnot = false, false
		l.fly(home)
		l.zoom.told = view.BandLevel // the scan is said instead
	}
	l.size.air = l.wantedAir()
	l.say(says)
}

// oneLook takes the probe off where another way to look was taken up: the eye at
// the skin, a knot that is to be felt for, or another level.
func (l *Lab) oneLook() {
	c := &l.choice
	c.Scan = c.Scan && !c.AtSkin && !c.HideKnot && l.level() == view.BandLevel
}

// lookScan fills the scan and centres its image on the trigger point.
func (l *Lab) lookScan(from *course.State) {
	v := &l.v
	v.Scan = view.Scan{Shown: l.choice.Scan && l.zoom.at == home, Left: l.railWide(), Band: from.Stiffness, Beside: course.Surround()}
	if v.Scan.Shown {
		v.Camera = view.Scanned(v.Camera, v.Scan.Left)
		v.Lens.Shown = false
	}
}

// stiffer gives how many times as stiff as the muscle beside it the band is.
func stiffer(l *Lab) (float64, string) {
	return l.play.State().Stiffness / course.Surround(), "part.value.stiffer"
}

func turning(l *Lab) (float64, string) {
	if l.v.Backward() {
		return 0, "part.value.blood-back"
	}
	return 0, "part.value.blood-on"
}

func twitching(l *Lab) (float64, string) {
	if l.v.Twitch > going {
		return 0, "part.value.twitch"
	}
	return 0, "part.value.twitch-none"
}

// The words of the scan: what they name does not move, but for the camera.
const (
	scanCM = iota + labelImpulse + 1
	scanTwoCM
	scanStrong
	scanWeak
	scanStiff
	scanSoft
	scanMap
	scanLag
	scanForward
	scanBack
	labelCount
)

// scanKeys are their elements' names after label-, and of their texts.
var scanKeys = [labelCount - scanCM]string{
	"scan-cm", "scan-two-cm", "scan-strong", "scan-weak", "scan-stiff", "scan-soft", "scan-map", "scan-lag", "scan-forward", "scan-back",
}

// scanLabels are the words that stand on the scan alone.
func (s *sheet) scanLabels() g.Node {
	var words g.Group
	for i, k := range scanKeys {
		class := "label scan"
		if scanCM+i <= scanTwoCM {
			class = "label"
		}
		words = append(words, h.Div(h.ID("label-"+k), h.Class(class), h.Hidden(""), h.Span(g.Text(s.scanLabel(k)))))
	}
	return words
}

// scanLabel gives a word of the scan; the ends of the bar of stiffness bear
// their kPa.
func (s *sheet) scanLabel(key string) string {
	switch key {
	case scanKeys[scanStiff-scanCM]:
		return s.w.F("panel.label."+key, "n", decimal(view.ScanStiff))
	case scanKeys[scanSoft-scanCM]:
		return s.w.F("panel.label."+key, "n", decimal(view.ScanSoft))
	}
	return s.t("label." + key)
}

// placeScan puts the words beside ruler, bars and strip. X is where each ends, but
// for those of the ruler.
func (l *Lab) placeScan(s []view.Label) {
	v := &l.v
	c := v.Camera
	p := view.ScanPanes(c.W, v.Scan.Left)
	put := func(i int, x, y float64) {
		s[i].X, s[i].Y, s[i].TX, s[i].TY, s[i].Shown = x, y, x, y, true
	}
	depth := func(mm float64) float64 {
		_, y := c.Px(0, mm)
		return y
	}
	const inset = 4.0
	put(scanCM, p.Left+inset, depth(10))
	put(scanTwoCM, p.Left+inset, depth(20))
	top, bottom := depth(v.Layers.Fascia)+9, depth(v.Layers.Muscle)-9
	put(scanStrong, p.Split-inset, top)
	put(scanWeak, p.Split-inset, bottom)
	put(scanStiff, p.Right-inset, top)
	put(scanSoft, p.Right-inset, bottom)
	put(scanMap, p.Right-inset, depth((v.Layers.Skin+v.Layers.Fat)/2))
	if knotted(l) {
		put(scanLag, p.Right-inset, min(depth(v.Layers.Muscle)+13, c.H-10))
		const room = 130.0 // of its words, CSS px
		s[scanLag].Shown = p.Right-p.Map > room
		_, zero, end := v.FlowStrip()
		put(scanForward, p.Split-inset, zero-11)
		put(scanBack, p.Split-inset, min((zero+end)/2, c.H-10))
		if l.narrow() { // no room for both
			s[scanForward].Shown, s[scanBack].Shown = !v.Backward(), v.Backward()
		}
	}

	n := &s[labelNeedle]
	l.placeNeedle(n)
	const long, longer = 70.0, 110.0 // of the words for needle and tip, CSS px
	if n.X = n.TX + 34; n.X+long > p.Split {
		n.X = max(p.Left, n.TX-34-long)
	}
	n.Y = max(n.Y, depth(v.Layers.Skin), l.roof()+12) // off the note
	t := &s[labelTip]
	l.placeTip(t)
	if t.X+longer > p.Split {
		t.X = max(p.Left, t.TX-18-longer)
	}
	k := &s[labelKnot]
	const faint = 0.15 // of the pull below which no dark spot is seen
	k.Shown = knotted(l) && v.Pull(v.Tension) >= faint
	const wide = 62.0 // of its word, CSS px
	k.TX, k.TY = c.Px(-0.7*v.KnotRadius, v.Dented(-v.KnotRadius, v.KnotDepth))
	k.X, k.Y = c.Px(-v.KnotRadius, v.KnotDepth)
	k.X, k.Y = max(k.X-wide-6, p.Left+2), k.TY
}
