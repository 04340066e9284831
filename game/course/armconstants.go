package course

import (
	"taut/game/evidence"
	"taut/game/tick"
)

// The constants of the arms. For comparisons alone: no run of the lab takes one.
const (
	soreNumbed = 0.6

	gHeat          = 0.15
	tauHeat        = 3600
	hyHeat         = 0.5
	gStretch       = 0.15
	tauStretch     = 6 * 3600
	emMassage      = 0.93
	gMassage       = 0.25
	tauMassage     = 48 * 3600
	soreMassage    = 0.35
	emAcupuncture  = 0.92
	gAcupuncture   = 0.30
	tauAcupuncture = 7 * 86400
	emSuperficial  = 0.96
	gSuperficial   = 0.20
	tauSuperficial = 3 * 86400
	soreSurface    = 0.2
	gNumb          = 0.8
	tauNumb        = 1.5 * 3600
	gWet           = 0.20
	tauWet         = 21 * 86400

	armStrokes = 8
	armFanned  = 10
	armSpeed   = 80

	emMassageCourse     = 0.85
	emSuperficialCourse = 0.63
	massageVisits       = 4
	emAcupunctureCourse = 0.55
	acupunctureVisits   = 6
	needleVisits        = 2

	acutePain = 6.4
	acuteHeal = 0.67
	acuteTau  = 14 * 86400
	acuteLoad = 0.58

	massageEvery     = tick.Tick(84) * tick.Hour // structural: twice a week
	acupunctureEvery = tick.Tick(84) * tick.Hour // structural: twice a week
	needleEvery      = tick.Tick(7) * tick.Day   // structural: once a week
)

const pooled = "size chosen for teaching; "

// ArmConstants lists the numbers that only comparisons of treatments use. They
// are no part of a run's version.
var ArmConstants = evidence.Table{
	{Symbol: "soreNumbed", Unit: "1", Value: soreNumbed, Lo: .42, Hi: 1, Mark: evidence.Teaching, Source: "sore within 2-8 h: 42 % with lidocaine, 100 % dry, and less long; Hong 1994, n=58, PMID 8043247; size chosen for teaching"},
	{Symbol: "gHeat", Unit: "1", Value: gHeat, Lo: 0, Hi: .4, Mark: evidence.Teaching, Source: pooled + "a hot pack of 20 min raises the pressure threshold at once"},
	{Symbol: "tauHeat", Unit: "s", Value: tauHeat, Lo: 1200, Hi: 6 * 3600, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "hyHeat", Unit: "1", Value: hyHeat, Lo: 0, Hi: .6, Mark: evidence.Teaching, Source: "chosen for teaching: heat raises blood flow"},
	{Symbol: "gStretch", Unit: "1", Value: gStretch, Lo: 0, Hi: .4, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "tauStretch", Unit: "s", Value: tauStretch, Lo: 3600, Hi: 24 * 3600, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "emMassage", Unit: "1", Value: emMassage, Lo: .8, Hi: 1, Mark: evidence.Teaching, Source: pooled + "home compression with stretching lowered sensitivity (Hanten 2000)"},
	{Symbol: "gMassage", Unit: "1", Value: gMassage, Lo: 0, Hi: .5, Mark: evidence.Teaching, Source: pooled + "compression helps at once where the needle leaves soreness (PMC5106437)"},
	{Symbol: "tauMassage", Unit: "s", Value: tauMassage, Lo: 6 * 3600, Hi: 7 * 86400, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "soreMassage", Unit: "1", Value: soreMassage, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "of the soreness of eight strokes; chosen for teaching"},
	{Symbol: "emAcupuncture", Unit: "1", Value: emAcupuncture, Lo: .8, Hi: 1, Mark: evidence.Teaching, Source: pooled + "the needle helps more only at once (Hu 2018, PMC6242300)"},
	{Symbol: "gAcupuncture", Unit: "1", Value: gAcupuncture, Lo: 0, Hi: .5, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "tauAcupuncture", Unit: "s", Value: tauAcupuncture, Lo: 86400, Hi: 28 * 86400, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "emSuperficial", Unit: "1", Value: emSuperficial, Lo: .8, Hi: 1, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "gSuperficial", Unit: "1", Value: gSuperficial, Lo: 0, Hi: .5, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "tauSuperficial", Unit: "s", Value: tauSuperficial, Lo: 86400, Hi: 14 * 86400, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "soreSurface", Unit: "1", Value: soreSurface, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "of the soreness of eight strokes, after a needle left still or shallow; chosen for teaching"},
	{Symbol: "gNumb", Unit: "1", Value: gNumb, Lo: .5, Hi: 1, Mark: evidence.Teaching, Source: "numbing while lidocaine works; chosen for teaching"},
	{Symbol: "tauNumb", Unit: "s", Value: tauNumb, Lo: 1800, Hi: 4 * 3600, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "gWet", Unit: "1", Value: gWet, Lo: 0, Hi: .4, Mark: evidence.Teaching, Source: pooled + "lidocaine -2.13 (-3.22, -1.03) against dry in the short term, low evidence (Navarro-Santana 2022); no effect of what is injected in 23 trials (Cummings & White 2001)"},
	{Symbol: "tauWet", Unit: "s", Value: tauWet, Lo: 7 * 86400, Hi: 42 * 86400, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "armStrokes", Unit: "strokes", Value: armStrokes, Lo: 8, Hi: 10, Mark: evidence.Teaching, Source: "random strokes of a visit; chosen for teaching"},
	{Symbol: "armFanned", Unit: "strokes", Value: armFanned, Lo: 8, Hi: 12, Mark: evidence.Teaching, Source: "fanned strokes of a visit, the other plan; chosen for teaching"},
	{Symbol: "armSpeed", Unit: "mm/s", Value: armSpeed, Lo: 40, Hi: 150, Mark: evidence.Teaching, Source: "a quick stroke, as in every trial of the model; chosen for teaching"},
	{Symbol: "emMassageCourse", Unit: "1", Value: emMassageCourse, Lo: .8, Hi: 1, Mark: evidence.Teaching, Source: "at each visit; chosen so that courses end alike, as other treatments did (Chys 2023)"},
	{Symbol: "emSuperficialCourse", Unit: "1", Value: emSuperficialCourse, Lo: .5, Hi: .9, Mark: evidence.Teaching, Source: "of all visits together; no course of it was at hand; chosen so that it ends within a point of the others, as other treatments did (Chys 2023)"},
	{Symbol: "massageVisits", Unit: "visits", Value: massageVisits, Lo: 1, Hi: 8, Mark: evidence.Teaching, Source: "as many as in Cerezo-Tellez 2016 (four in two weeks), PMID 27537209; chosen for teaching"},
	{Symbol: "emAcupunctureCourse", Unit: "1", Value: emAcupunctureCourse, Lo: .4, Hi: .8, Mark: evidence.Teaching, Source: "of all visits together; chosen so that the series ends where dry needling does (Hu 2018, PMC6242300)"},
	{Symbol: "acupunctureVisits", Unit: "visits", Value: acupunctureVisits, Lo: 4, Hi: 12, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "needleVisits", Unit: "visits", Value: needleVisits, Lo: 2, Hi: 3, Mark: evidence.Teaching, Source: "the usual two to three; Turo 2015 needled three times, a week apart (PMC5555767)"},
	{Symbol: "acutePain", Unit: "points", Value: acutePain, Lo: 4, Hi: 8, Mark: evidence.Found, Source: "pain 64 of 100 at the onset of an acute case; Hush 2011"},
	{Symbol: "acuteHeal", Unit: "1", Value: acuteHeal, Lo: .3, Hi: 1, Mark: evidence.Teaching, Source: "fit to pain 35 of 100 at 6.5 weeks; Hush 2011"},
	{Symbol: "acuteTau", Unit: "s", Value: acuteTau, Lo: 7 * 86400, Hi: 28 * 86400, Mark: evidence.Teaching, Source: "acute cases recover within weeks; chosen for teaching"},
	{Symbol: "acuteLoad", Unit: "1", Value: acuteLoad, Lo: .4, Hi: .75, Mark: evidence.Teaching, Source: "fit to pain 42 of 100 at 12 months; Hush 2011"},
}
