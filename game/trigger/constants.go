package trigger

import "taut/game/evidence"

// The constants of the trigger point. Lower-case names follow the symbols of
// MODEL.md; times in seconds, lengths in millimetres.
const (
	a0     = 0.02 // endplate drive of healthy muscle
	aMax   = 0.43 // endplate drive with every locus leaking
	epnMax = 50   // µV of endplate noise per unit of drive

	radiusHealthy = 2.3
	radiusLatent  = 3.39
	radiusActive  = 4.26
	flatness      = 0.6 // depth of the ellipsoid over its radius

	activeLatent = 6
	loadLatent   = 0.25
	loadActive   = 1

	cMax = 0.42
	kA   = 0.26
	tauC = 4

	kE       = 1.0
	kPump    = 0.25
	tauE     = 40
	qMin     = 0.15
	kQ       = 0.40
	tauHy    = 900
	tauOn    = 20
	gH       = 1.6
	tauH     = 240
	gS       = 1.35
	gD       = 0.55
	tauS     = 600
	tauR     = 180
	tauD     = 36 * 3600
	tauEp    = 8 * 3600
	th0      = 0.95
	th1      = 1.5
	thL      = 0.25
	lam      = 1.0 / (26 * 7 * 86400)
	mu       = 1.0 / (26 * 7 * 86400)
	mu0      = 0.35
	careLoad = 0.8 // how much of the load full aftercare takes away

	pHRest  = 7.05
	pHSlope = 0.9

	window = 72 * 3600
)

// Window is the time after a stroke in which loci settle for one side, in s.
const Window = window

// Constants lists every number above with its mark and source.
var Constants = evidence.Table{
	{Symbol: "a0", Unit: "1", Value: a0, Lo: 0, Hi: .04, Mark: evidence.Derived, Source: "1 µV beside trigger points, where no endplate noise is found; Kuan 2007, Am J Phys Med Rehabil 86:183"},
	{Symbol: "aMax", Unit: "1", Value: aMax, Lo: .24, Hi: .62, Mark: evidence.Derived, Source: "fit to the baseline endplate noise of 21.3 and 19.6 µV; Chou 2009, Arch Phys Med Rehabil 90:905"},
	{Symbol: "epnMax", Unit: "µV", Value: epnMax, Lo: 10, Hi: 50, Mark: evidence.Memory, Source: "endplate noise of 10-50 µV; Simons, Travell & Simons 1999, Trigger Point Manual vol. 1 (high confidence)"},
	{Symbol: "radiusHealthy", Unit: "mm", Value: radiusHealthy, Lo: 0, Hi: 3.5, Mark: evidence.Derived, Source: "area 0.17 cm2; Ballyns 2011, n=44, PMID 21968483"},
	{Symbol: "radiusLatent", Unit: "mm", Value: radiusLatent, Lo: 2.5, Hi: 4.1, Mark: evidence.Derived, Source: "area 0.36 cm2; Ballyns 2011, n=44, PMID 21968483"},
	{Symbol: "radiusActive", Unit: "mm", Value: radiusActive, Lo: 3.4, Hi: 5, Mark: evidence.Derived, Source: "area 0.57 cm2; Ballyns 2011, n=44, PMID 21968483"},
	{Symbol: "flatness", Unit: "1", Value: flatness, Lo: .3, Hi: 1, Mark: evidence.Teaching, Source: "chosen for teaching: a point flatter than wide"},
	{Symbol: "activeLatent", Unit: "loci", Value: activeLatent, Lo: 1, Hi: 12, Mark: evidence.Teaching, Source: "order of endplate noise active > latent > none; Kuan 2007; the count is chosen for teaching"},
	{Symbol: "loadLatent", Unit: "1", Value: loadLatent, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "the article's \"additional causes\"; size chosen for teaching"},
	{Symbol: "loadActive", Unit: "1", Value: loadActive, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "the article's \"additional causes\"; size chosen for teaching"},
	{Symbol: "cMax", Unit: "1", Value: cMax, Lo: .2, Hi: .8, Mark: evidence.Teaching, Source: "set so that an active point contracts by .38 and a latent one by .10"},
	{Symbol: "kA", Unit: "1", Value: kA, Lo: .15, Hi: .35, Mark: evidence.Teaching, Source: "set so that an active point contracts by .38 and a latent one by .10"},
	{Symbol: "tauC", Unit: "s", Value: tauC, Lo: 1, Hi: 10, Mark: evidence.Teaching, Source: "calcium clearance, of the order of seconds"},
	{Symbol: "kE", Unit: "1", Value: kE, Lo: .3, Hi: 3, Mark: evidence.Teaching, Source: "chosen for teaching: energy .61 in an active point"},
	{Symbol: "kPump", Unit: "1", Value: kPump, Lo: .1, Hi: .5, Mark: evidence.Teaching, Source: "half-gain energy of the calcium pump, chosen for teaching; 1 mM ADP lowers pumping by 30 % (PMC2278539)"},
	{Symbol: "tauE", Unit: "s", Value: tauE, Lo: 17, Hi: 61, Mark: evidence.Found, Source: "phosphocreatine recovery 41.8 s (22-61); Slade 2006"},
	{Symbol: "qMin", Unit: "1", Value: qMin, Lo: 0, Hi: .4, Mark: evidence.Teaching, Source: "flow left at full contraction; flow stops at 50-64 % of maximal force (Sadamoto 1983, PMID 6685038)"},
	{Symbol: "kQ", Unit: "1", Value: kQ, Lo: .16, Hi: .64, Mark: evidence.Teaching, Source: "flow begins to fall at 16 % of maximal force (Jarvholm 1988) and stops at 50-64 % (Sadamoto 1983)"},
	{Symbol: "tauHy", Unit: "s", Value: tauHy, Lo: 600, Hi: 1800, Mark: evidence.Found, Source: "flow still up at 15 min; Cagnie 2012, n=20"},
	{Symbol: "tauOn", Unit: "s", Value: tauOn, Lo: 10, Hi: 60, Mark: evidence.Found, Source: "total haemoglobin up at 13.5 s, oxygenated at 58.5 s; Ohkubo 2009"},
	{Symbol: "gH", Unit: "1", Value: gH, Lo: .5, Hi: 3, Mark: evidence.Teaching, Source: "chosen for teaching: pH 6.69 in an active point; no measured pH was found"},
	{Symbol: "tauH", Unit: "s", Value: tauH, Lo: 60, Hi: 600, Mark: evidence.Teaching, Source: "acid washes out within minutes; chosen for teaching"},
	{Symbol: "gS", Unit: "1", Value: gS, Lo: .5, Hi: 3, Mark: evidence.Teaching, Source: "chosen for teaching: sensitisers .34 in an active point"},
	{Symbol: "gD", Unit: "1", Value: gD, Lo: .1, Hi: 1, Mark: evidence.Teaching, Source: "chosen for teaching: more strokes, more irritation"},
	{Symbol: "tauS", Unit: "s", Value: tauS, Lo: 300, Hi: 1800, Mark: evidence.Teaching, Source: "wash-out in about 10 min, motivated by Shah 2008, Arch Phys Med Rehabil 89:16"},
	{Symbol: "tauR", Unit: "s", Value: tauR, Lo: 60, Hi: 600, Mark: evidence.Teaching, Source: "peak within about a minute, decline in minutes; motivated by Shah 2008"},
	{Symbol: "tauD", Unit: "s", Value: tauD, Lo: 12 * 3600, Hi: 168 * 3600, Mark: evidence.Teaching, Source: "repair over days; Domingo 2013 saw inflammation at 3-24 h and nerve ends back by day 3 in mice"},
	{Symbol: "tauEp", Unit: "s", Value: tauEp, Lo: 2 * 3600, Hi: 24 * 3600, Mark: evidence.Teaching, Source: "relapse or consolidation within 24-72 h; chosen for teaching"},
	{Symbol: "th0", Unit: "1", Value: th0, Lo: .5, Hi: 1, Mark: evidence.Teaching, Source: "threshold at which a locus tips; chosen for teaching"},
	{Symbol: "th1", Unit: "1", Value: th1, Lo: .5, Hi: 3, Mark: evidence.Teaching, Source: "sensitisers lower the threshold; chosen for teaching"},
	{Symbol: "thL", Unit: "1", Value: thL, Lo: 0, Hi: .5, Mark: evidence.Teaching, Source: "load lowers the threshold; chosen for teaching"},
	{Symbol: "lam", Unit: "1/s", Value: lam, Lo: 1.0 / (52 * 7 * 86400), Hi: 1.0 / (8 * 7 * 86400), Mark: evidence.Teaching, Source: "benefit lost by about a year without care; Gattie 2017 (6-12 months not significant), PMID 28158962"},
	{Symbol: "mu", Unit: "1/s", Value: mu, Lo: 1.0 / (52 * 7 * 86400), Hi: 1.0 / (8 * 7 * 86400), Mark: evidence.Teaching, Source: "slow healing with aftercare; chosen for teaching"},
	{Symbol: "mu0", Unit: "1", Value: mu0, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "slow healing without aftercare; chosen for teaching"},
	{Symbol: "careLoad", Unit: "1", Value: careLoad, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "part of the load that full aftercare takes away; chosen for teaching"},
	{Symbol: "pHRest", Unit: "pH", Value: pHRest, Lo: 7, Hi: 7.2, Mark: evidence.Found, Source: "resting muscle about 7.0; Slade 2006 (7.01 before exercise)"},
	{Symbol: "pHSlope", Unit: "pH", Value: pHSlope, Lo: .2, Hi: 1.5, Mark: evidence.Teaching, Source: "pH 6.69 in an active point is chosen for teaching; 6.78 was measured in working muscle (Slade 2006)"},
	{Symbol: "window", Unit: "s", Value: window, Lo: 24 * 3600, Hi: 168 * 3600, Mark: evidence.Teaching, Source: "consolidation within 72 h; chosen for teaching"},
}
