package lab

import (
	"taut/game/content"
	"taut/game/session"
)

// phrases are the texts that numbers are put into ten times a second, cut once.
type phrases struct {
	tension, tensionWas, tensionHealthy   phrase
	passOne, passes, twitchOne, twitches  phrase
	flow, noise, soreness, reached, point phrase
	clock                                 [session.Again + 1]phrase
	fast, less                            phrase // time that runs at another speed
	slowMore, filmSeconds, filmMinutes    phrase
	filmHours, filmDays                   phrase
	mm, degrees, along, across, speed     phrase
	hour, half, aim, aimHalf, straight    phrase
	last, behind, front, inPlane          phrase
	scope, spikeOne, spikes               phrase
	verySlow, slow, quick, noStroke       string
	left, right, away, near, middle       string
	depths                                [deepWords]string
	parts                                 map[string]partPhrase
	captions                              [len(captionKeys)]string
}

// newPhrases cuts the phrases of a language.
func newPhrases(w *content.Words) phrases {
	t := func(key string, names ...string) phrase { return cut(w.T("panel.value."+key), names...) }
	p := phrases{
		parts:   partPhrases(w),
		tension: t("tension"), tensionWas: t("tension-was", "was"), tensionHealthy: t("tension-healthy"),
		passOne: t("passes.one", "n"), passes: t("passes.other", "n"),
		twitchOne: t("twitches.one", "n"), twitches: t("twitches.other", "n"),
		flow: t("flow", "n"), noise: t("noise", "n"), soreness: t("soreness", "n"),
		reached: t("reached", "n", "of"), point: t("point", "m", "s"),
		slowMore: t("slow-more", "n"), filmSeconds: t("film-seconds", "n", "of"), filmMinutes: t("film-minutes", "n", "of"),
		filmHours: t("film-hours", "n", "of"), filmDays: t("film-days", "n", "of"),
		mm: t("mm", "n"), degrees: t("degrees", "n"), hour: t("hour", "hour"), half: t("half", "hour"),
		along: t("along", "n", "side"), across: t("across", "n", "side"), speed: t("speed", "n", "word"),
		aim: t("aim", "n", "hour"), aimHalf: t("aim-half", "n", "hour"), straight: t("straight"), last: t("last", "n", "word"),
		scope: t("scope", "a", "b"), spikeOne: t("spikes.one", "n"), spikes: t("spikes.other", "n"),
		behind: t("behind", "n"), front: t("front", "n"), inPlane: t("in-plane"),
		verySlow: w.T("panel.value.very-slow"), slow: w.T("panel.value.slow"), quick: w.T("panel.value.quick"), noStroke: w.T("panel.value.no-stroke"),
		left: w.T("panel.value.left"), right: w.T("panel.value.right"), away: w.T("panel.value.away"), near: w.T("panel.value.near"), middle: w.T("panel.value.middle"),
	}
	p.fast, p.less = t("clock-fast", "n"), t("clock-less", "n")
	for i, name := range clockNames {
		p.clock[i] = t("clock-"+name, "n")
	}
	for i := range p.depths {
		p.depths[i] = w.T("panel.value.depth-" + itoa(i))
	}
	for i, name := range captionKeys {
		p.captions[i] = w.T("panel.caption."+name) + " "
	}
	return p
}

// clockNames name the clocks in texts and styles.
var clockNames = [...]string{session.Held: "held", session.Real: "real", session.Slow: "slow", session.Film: "film", session.Again: "again"}
