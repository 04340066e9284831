package muscle

import "taut/game/evidence"

// Sources that several rows share.
const (
	rassier  = "Rassier et al. 1999, as coded in the VEXAT muscle model (M. Millard)"
	gordon   = "Gordon, Huxley and Julian 1966, J Physiol; PMID 5921536"
	deGroote = "De Groote et al. 2016, as coded in SymPy physics.biomechanics"
)

// Constants lists every number of this package.
var Constants = evidence.Table{
	{Symbol: "humanZero", Unit: "µm", Value: humanZero, Lo: 1.2, Hi: 1.4, Mark: evidence.Found, Source: rassier},
	{Symbol: "humanKnee", Unit: "µm", Value: humanKnee, Lo: 1.6, Hi: 1.8, Mark: evidence.Found, Source: rassier},
	{Symbol: "humanPlateau", Unit: "µm", Value: humanPlateau, Lo: 2.6, Hi: 2.7, Mark: evidence.Found, Source: rassier + "; in living people the plateau is at 2.6 to 2.8 µm (Fridén and Lieber)"},
	{Symbol: "humanDescent", Unit: "µm", Value: humanDescent, Lo: 2.75, Hi: 2.85, Mark: evidence.Found, Source: rassier},
	{Symbol: "humanEnd", Unit: "µm", Value: humanEnd, Lo: 4.1, Hi: 4.3, Mark: evidence.Found, Source: rassier},
	{Symbol: "frogZero", Unit: "µm", Value: frogZero, Lo: 1.2, Hi: 1.3, Mark: evidence.Found, Source: gordon},
	{Symbol: "frogKnee", Unit: "µm", Value: frogKnee, Lo: 1.6, Hi: 1.7, Mark: evidence.Found, Source: gordon},
	{Symbol: "frogPlateau", Unit: "µm", Value: frogPlateau, Lo: 2.0, Hi: 2.05, Mark: evidence.Found, Source: gordon},
	{Symbol: "frogDescent", Unit: "µm", Value: frogDescent, Lo: 2.2, Hi: 2.25, Mark: evidence.Found, Source: gordon},
	{Symbol: "frogEnd", Unit: "µm", Value: frogEnd, Lo: 3.6, Hi: 3.7, Mark: evidence.Memory, Source: gordon},
	{Symbol: "kneeForce", Unit: "F0", Value: kneeForce, Lo: 0.8, Hi: 0.88, Mark: evidence.Found, Source: gordon + "; used for the human curve too"},
	{Symbol: "OptimalLength", Unit: "µm", Value: OptimalLength, Lo: humanPlateau, Hi: humanDescent, Mark: evidence.Derived, Source: "middle of the human plateau, rounded"},

	published("bell[0][0]", bell[0][0]), published("bell[0][1]", bell[0][1]), published("bell[0][2]", bell[0][2]), published("bell[0][3]", bell[0][3]),
	published("bell[1][0]", bell[1][0]), published("bell[1][1]", bell[1][1]), published("bell[1][2]", bell[1][2]), published("bell[1][3]", bell[1][3]),
	published("bell[2][0]", bell[2][0]), published("bell[2][1]", bell[2][1]), published("bell[2][2]", bell[2][2]), published("bell[2][3]", bell[2][3]),
	published("hyperbola[0]", hyperbola[0]), published("hyperbola[1]", hyperbola[1]), published("hyperbola[2]", hyperbola[2]), published("hyperbola[3]", hyperbola[3]),
	published("passiveShape", passiveShape), published("passiveStrain", passiveStrain),
	published("tendonScale", tendonScale), published("tendonStiff", tendonStiff), published("tendonSlack", tendonSlack), published("tendonOffset", tendonOffset),

	{Symbol: "medianTime", Unit: "s", Value: medianTime, Lo: 0.0467, Hi: 0.102, Mark: evidence.Found, Source: "median human motor unit, range measured; PMC1779696, table 1"},
	{Symbol: "medianRatio", Unit: "1", Value: medianRatio, Lo: 0.2, Hi: 0.4, Mark: evidence.Found, Source: "median human motor unit; PMC1779696, table 1"},
	{Symbol: "tricepsTime", Unit: "s", Value: tricepsTime, Lo: 0.1013, Hi: 0.1235, Mark: evidence.Found, Source: "human triceps surae, mean and standard deviation; Sale 1982"},
	{Symbol: "tricepsRatio", Unit: "1", Value: tricepsRatio, Lo: 0.08, Hi: 0.2, Mark: evidence.Teaching, Source: "chosen so that contraction and half-relaxation of Sale 1982 both come out"},
	{Symbol: "trapeziusTime", Unit: "s", Value: trapeziusTime, Lo: 0.060, Hi: 0.100, Mark: evidence.Teaching, Source: "no measurement found; between a median motor unit and the calf"},
	{Symbol: "trapeziusRatio", Unit: "1", Value: trapeziusRatio, Lo: 0.1, Hi: 0.3, Mark: evidence.Teaching, Source: "no measurement found"},
	{Symbol: "infraspinatusTime", Unit: "s", Value: infraspinatusTime, Lo: 0.060, Hi: 0.100, Mark: evidence.Teaching, Source: "no measurement found"},
	{Symbol: "infraspinatusRatio", Unit: "1", Value: infraspinatusRatio, Lo: 0.1, Hi: 0.3, Mark: evidence.Teaching, Source: "no measurement found"},
	{Symbol: "ElectromechanicalDelay", Unit: "s", Value: ElectromechanicalDelay, Lo: 0.011, Hi: 0.017, Mark: evidence.Found, Source: "human biceps, 11 to 17 ms; PLoS 0053159"},
	{Symbol: "SpikeInterval", Unit: "s", Value: SpikeInterval, Lo: 0.01, Hi: 0.05, Mark: evidence.Teaching, Source: "two to five spikes in the tens of milliseconds that a local twitch lasts"},

	{Symbol: "RestingLength", Unit: "µm", Value: RestingLength, Lo: 2.6, Hi: 2.8, Mark: evidence.Derived, Source: "middle of the plateau in living people, 2.6 to 2.8 µm (Fridén and Lieber)"},
	{Symbol: "knotShare", Unit: "1", Value: knotShare, Lo: 0.02, Hi: 0.2, Mark: evidence.Teaching, Source: "share of a fibre's sarcomeres that lie in the knot: some 8 mm of a fascicle of 7 to 14 cm"},
	{Symbol: "lateralLink", Unit: "F0/µm", Value: lateralLink, Lo: 0.03, Hi: 0.12, Mark: evidence.Teaching, Source: "kLat, chosen so that a knot at C = .377 comes to 1.28 to 1.46 µm and one at C = .10 lies between it and healthy muscle"},
}

// published is a row of a published fit: its coefficients hold together only
// as they are, so the range is the value.
func published(symbol string, value float64) evidence.Constant {
	return evidence.Constant{Symbol: symbol, Unit: "1", Value: value, Lo: value, Hi: value, Mark: evidence.Found, Source: deGroote}
}
