package course

import "taut/game/evidence"

// The constants of what a person feels and of the days after a visit.
const (
	painSlope = 17.2
	pptRest   = 330
	pptSlope  = 245
	pptSore   = 0.6
	stiffRest = 5.8
	stiffGain = 16.2
	tauStiff  = 10 * 3600

	kapGood   = 0.60
	kapPoor   = 0.30
	goodShare = 0.6

	lagShare    = 0.4
	tauLag      = 24 * 3600
	placebo     = 0.10
	tauPlacebo  = 3 * 86400
	soreQuick   = 0.5 * 3600
	soreSlow    = 24.8 * 3600
	soreCared   = 18 * 3600
	soreShare   = 0.5
	soreOnScale = 0.1

	careStretch  = 0.30
	careExercise = 0.30
	careYoga     = 0.15
	careHeat     = 0.15
	careMassage  = 0.10
)

// Constants lists every number above with its mark and source.
var Constants = evidence.Table{
	{Symbol: "painSlope", Unit: "points", Value: painSlope, Lo: 12, Hi: 22, Mark: evidence.Derived, Source: "pain 7.4 at 21.3 µV and the slope between noise and pain; Chou 2009 (remote needling)"},
	{Symbol: "pptRest", Unit: "kPa", Value: pptRest, Lo: 250, Hi: 450, Mark: evidence.Derived, Source: "healthy side of the difference in Geri 2022, J Clin Med 11:7243"},
	{Symbol: "pptSlope", Unit: "kPa", Value: pptSlope, Lo: 149, Hi: 363, Mark: evidence.Derived, Source: "active points -105 kPa (-149, -61) against healthy muscle; Geri 2022, J Clin Med 11:7243"},
	{Symbol: "pptSore", Unit: "kPa/mm", Value: pptSore, Lo: 0, Hi: 2, Mark: evidence.Teaching, Source: "soreness lowers the threshold; size chosen for teaching"},
	{Symbol: "stiffRest", Unit: "kPa", Value: stiffRest, Lo: 4.9, Hi: 6.7, Mark: evidence.Found, Source: "muscle around a taut band 5.8 kPa, MR elastography; Chen 2016, n=65, PMC4696888"},
	{Symbol: "stiffGain", Unit: "kPa", Value: stiffGain, Lo: 9, Hi: 23, Mark: evidence.Derived, Source: "taut band 11.5 kPa; Chen 2016, n=65, PMC4696888"},
	{Symbol: "tauStiff", Unit: "s", Value: tauStiff, Lo: 8 * 3600, Hi: 12 * 3600, Mark: evidence.Teaching, Source: "8-12 h, chosen between studies that conflict on immediate softening (Maher 2013; Valera-Calero 2022)"},
	{Symbol: "kapGood", Unit: "1", Value: kapGood, Lo: .3, Hi: .8, Mark: evidence.Teaching, Source: "8 average strokes halve endplate noise, the size seen by Chou 2009 with remote needling"},
	{Symbol: "kapPoor", Unit: "1", Value: kapPoor, Lo: .1, Hi: .5, Mark: evidence.Teaching, Source: "chosen so that the mean effect meets Navarro-Santana 2020, PMID 33066556"},
	{Symbol: "goodShare", Unit: "1", Value: goodShare, Lo: .4, Hi: .8, Mark: evidence.Teaching, Source: "79 % responders in Turo 2015 (PMC5555767); chosen so that the mean effect meets Navarro-Santana 2020"},
	{Symbol: "lagShare", Unit: "1", Value: lagShare, Lo: .2, Hi: .6, Mark: evidence.Teaching, Source: "pain that follows with a day's lag; chosen to meet Navarro-Santana 2020 at once and short-term"},
	{Symbol: "tauLag", Unit: "s", Value: tauLag, Lo: 12 * 3600, Hi: 72 * 3600, Mark: evidence.Teaching, Source: "chosen to meet Navarro-Santana 2020 at once and short-term"},
	{Symbol: "placebo", Unit: "1", Value: placebo, Lo: 0, Hi: .3, Mark: evidence.Teaching, Source: "every treated arm has some; Tough 2009 found needling not superior to placebo; size chosen for teaching"},
	{Symbol: "tauPlacebo", Unit: "s", Value: tauPlacebo, Lo: 86400, Hi: 14 * 86400, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "soreQuick", Unit: "s", Value: soreQuick, Lo: 600, Hi: 2 * 3600, Mark: evidence.Derived, Source: "fit to soreness -33.1 % at 30 min, -80.9 % at 24 h; Sanchez-Infante 2021, PMID 33636373"},
	{Symbol: "soreSlow", Unit: "s", Value: soreSlow, Lo: 12 * 3600, Hi: 36 * 3600, Mark: evidence.Derived, Source: "fit to soreness -33.1 % at 30 min, -80.9 % at 24 h; Sanchez-Infante 2021, PMID 33636373"},
	{Symbol: "soreCared", Unit: "s", Value: soreCared, Lo: 12 * 3600, Hi: 24.8 * 3600, Mark: evidence.Derived, Source: "light exercise lessens soreness for two days; Salom-Moreno 2017, n=90, PMID 28483685"},
	{Symbol: "soreShare", Unit: "1", Value: soreShare, Lo: .3, Hi: .7, Mark: evidence.Derived, Source: "fit to the decay of soreness; Sanchez-Infante 2021, PMID 33636373"},
	{Symbol: "soreOnScale", Unit: "points/mm", Value: soreOnScale, Lo: .1, Hi: .1, Mark: evidence.Derived, Source: "100 mm of the scale are 10 points"},
	{Symbol: "careStretch", Unit: "1", Value: careStretch, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "the article's list; weight chosen for teaching; needling with stretching beats stretching (Cerezo-Tellez 2016, PMID 27537209)"},
	{Symbol: "careExercise", Unit: "1", Value: careExercise, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "the article's list; weight chosen for teaching; strength training helps trapezius myalgia (PMC3953472)"},
	{Symbol: "careYoga", Unit: "1", Value: careYoga, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "the article's list; weight chosen for teaching"},
	{Symbol: "careHeat", Unit: "1", Value: careHeat, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "the article's list; weight chosen for teaching"},
	{Symbol: "careMassage", Unit: "1", Value: careMassage, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "the article's list; weight chosen for teaching"},
}
