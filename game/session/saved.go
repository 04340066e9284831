package session

import (
	"taut/game/course"
	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

//go:generate go tool msgp -file saved.go -o saved_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:2048 maps:64

// savedRun is a run as it is kept: plain values with names, so that a later
// version reads what it knows and leaves the rest.
type savedRun struct {
	Format  int           `msg:"format"`
	Version string        `msg:"version"`
	Seed    uint64        `msg:"seed"`
	Kind    uint8         `msg:"kind"`
	Mode    uint8         `msg:"mode"`
	Cursor  int64         `msg:"cursor"`
	Head    int64         `msg:"head"`
	Actions []savedAction `msg:"actions"`
	States  []savedState  `msg:"states"` // at the start and after each action taken

	Body []float64 `msg:"body,omitempty"` // see Body.numbers; none is the model's
}

// savedAction is an [Action].
type savedAction struct {
	At        int64   `msg:"at"`
	Op        uint8   `msg:"op"`
	Along     float64 `msg:"along"`
	Across    float64 `msg:"across"`
	Angle     float64 `msg:"angle"`
	Direction float64 `msg:"direction"`
	Depth     float64 `msg:"depth"`
	Speed     float64 `msg:"speed"`
	Drawn     bool    `msg:"drawn"`
	Hit       int64   `msg:"hit"`
	End       int64   `msg:"end"`
	Mode      uint8   `msg:"mode"`
}

// savedState is a snapshot.
type savedState struct {
	At        int64       `msg:"at"`
	Mode      uint8       `msg:"mode"`
	Cut       bool        `msg:"cut"`
	E         []float64   `msg:"e"`
	C         float64     `msg:"c"`
	Energy    float64     `msg:"energy"`
	H         float64     `msg:"h"`
	S         float64     `msg:"s"`
	HyT       float64     `msg:"hyt"`
	Hy        float64     `msg:"hy"`
	Rl        float64     `msg:"rl"`
	D         float64     `msg:"d"`
	Care      float64     `msg:"care"`
	Load      float64     `msg:"load"`
	Window    float64     `msg:"window"`
	Lag       float64     `msg:"lag"`
	Stiffness float64     `msg:"stiffness"`
	SoreQuick float64     `msg:"sorequick"`
	SoreSlow  float64     `msg:"soreslow"`
	Exercise  bool        `msg:"exercise"`
	Strokes   int         `msg:"strokes"`
	Twitches  int         `msg:"twitches"`
	Total     int         `msg:"total"`
	Treated   bool        `msg:"treated"`
	Visit     int64       `msg:"visit"`
	Quiet     int64       `msg:"quiet"`
	Cramp     float64     `msg:"cramp"`
	Live      []savedLive `msg:"live"`
	Twitch    float64     `msg:"twitch"` // of the stroke that led here
}

// savedLive is a twitch under way.
type savedLive struct {
	Onset int64   `msg:"onset"`
	Size  float64 `msg:"size"`
	Fired int     `msg:"fired"`
	C     float64 `msg:"c"`
	X     float64 `msg:"x"`
}

func keepAction(a Action) savedAction {
	return savedAction{
		At: int64(a.At), Op: uint8(a.Op),
		Along: a.Pose.Along, Across: a.Pose.Across, Angle: a.Pose.Angle, Direction: a.Pose.Direction, Depth: a.Pose.Depth,
		Speed: a.Speed, Drawn: a.Drawn, Hit: int64(a.Hit), End: int64(a.End), Mode: uint8(a.Mode),
	}
}

func (a savedAction) action() Action {
	return Action{
		At: tick.Tick(a.At), Op: Op(a.Op),
		Pose:  needle.Pose{Along: a.Along, Across: a.Across, Angle: a.Angle, Direction: a.Direction, Depth: a.Depth},
		Speed: a.Speed, Drawn: a.Drawn, Hit: tick.Tick(a.Hit), End: tick.Tick(a.End), Mode: course.Mode(a.Mode),
	}
}

func keepState(n *snapshot, twitch float64) savedState {
	s := &n.state
	k := savedState{
		At: int64(n.at), Mode: uint8(n.mode), Cut: n.cut, E: append([]float64(nil), s.E[:]...),
		C: s.C, Energy: s.Energy, H: s.H, S: s.S, HyT: s.HyT, Hy: s.Hy, Rl: s.Rl, D: s.D,
		Care: s.Care, Load: s.Load, Window: s.Window, Lag: s.Lag, Stiffness: s.Stiffness,
		SoreQuick: s.SoreQuick, SoreSlow: s.SoreSlow, Exercise: s.Exercise,
		Strokes: s.Strokes, Twitches: s.Twitches, Total: s.Total, Treated: s.Treated,
		Visit: int64(s.Visit), Quiet: int64(s.Quiet), Cramp: s.Cramp, Twitch: twitch,
	}
	for _, l := range s.Live {
		if l.Size > 0 {
			k.Live = append(k.Live, savedLive{Onset: int64(l.Onset), Size: l.Size, Fired: l.Fired, C: l.C, X: l.X})
		}
	}
	return k
}

func (k *savedState) snapshot(taken int) snapshot {
	n := snapshot{at: tick.Tick(k.At), taken: taken, mode: course.Mode(k.Mode), cut: k.Cut}
	n.state.State = course.State{
		State: trigger.State{
			C: k.C, Energy: k.Energy, H: k.H, S: k.S, HyT: k.HyT, Hy: k.Hy, Rl: k.Rl, D: k.D,
			Care: k.Care, Load: k.Load, Window: k.Window,
		},
		Lag: k.Lag, Stiffness: k.Stiffness, SoreQuick: k.SoreQuick, SoreSlow: k.SoreSlow, Exercise: k.Exercise,
		Strokes: k.Strokes, Twitches: k.Twitches, Total: k.Total, Treated: k.Treated,
		Visit: tick.Tick(k.Visit), Quiet: tick.Tick(k.Quiet),
	}
	copy(n.state.E[:], k.E)
	n.state.Cramp = k.Cramp
	for i, l := range k.Live {
		n.state.Live[i] = Live{Onset: tick.Tick(l.Onset), Size: l.Size, Fired: l.Fired, Twitch: muscle.Twitch{C: l.C, X: l.X}}
	}
	return n
}
