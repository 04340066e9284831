package emg

import "taut/game/evidence"

// Constants lists every number of this package.
var Constants = evidence.Table{
	{Symbol: "noiseGain", Unit: "µV", Value: noiseGain, Lo: 50, Hi: 50, Mark: evidence.Teaching, Source: "scale of the endplate drive: with it an active point of drive .43 shows the 21.3 ± 9.5 and 19.6 ± 7.6 µV of Chou 2009 at baseline"},
	{Symbol: "spikeGain", Unit: "1/s", Value: spikeGain, Lo: 1, Hi: 20, Mark: evidence.Teaching, Source: "a few a second in an active point"},
	{Symbol: "spikeLow", Unit: "µV", Value: spikeLow, Lo: 100, Hi: 600, Mark: evidence.Memory, Source: "endplate spikes are 100 to 600 µV high; Simons, Travell and Simons 1999; Simons 2001"},
	{Symbol: "spikeHigh", Unit: "µV", Value: spikeHigh, Lo: 100, Hi: 600, Mark: evidence.Memory, Source: "endplate spikes are 100 to 600 µV high; Simons, Travell and Simons 1999; Simons 2001"},
	{Symbol: "spikeDuration", Unit: "s", Value: spikeDuration, Lo: 0.002, Hi: 0.006, Mark: evidence.Teaching, Source: "a few milliseconds, biphasic, negative first"},
	{Symbol: "surfaceFade", Unit: "1", Value: surfaceFade, Lo: 10, Hi: 1000, Mark: evidence.Teaching, Source: "surface EMG shows almost none of a twitch; how little is chosen"},

	{Symbol: "LatencyTrapezius", Unit: "s", Value: LatencyTrapezius, Lo: 0.015, Hi: 0.090, Mark: evidence.Derived, Source: "arc of 12 to 18 ms and electromechanical delay of 11 to 17 ms; longer if thin fibres carry the signal"},
	{Symbol: "LatencyCalf", Unit: "s", Value: LatencyCalf, Lo: 0.015, Hi: 0.090, Mark: evidence.Derived, Source: "arc of 35 to 40 ms and electromechanical delay of 11 to 17 ms; longer if thin fibres carry the signal"},
	{Symbol: "fewestSpikes", Unit: "1", Value: fewestSpikes, Lo: 1, Hi: 3, Mark: evidence.Teaching, Source: "a twitch of 2 to 5 spikes lasts some tens of milliseconds"},
	{Symbol: "moreSpikes", Unit: "1", Value: moreSpikes, Lo: 1, Hi: 5, Mark: evidence.Teaching, Source: "a twitch of 2 to 5 spikes lasts some tens of milliseconds"},
	{Symbol: "fullSize", Unit: "1", Value: fullSize, Lo: 2, Hi: 4, Mark: evidence.Teaching, Source: "size of the first twitch in a fresh active point"},
	{Symbol: "unitLow", Unit: "µV", Value: unitLow, Lo: 100, Hi: 500, Mark: evidence.Teaching, Source: "height of motor-unit spikes at a needle, lower end"},
	{Symbol: "unitHigh", Unit: "µV", Value: unitHigh, Lo: 500, Hi: 3000, Mark: evidence.Teaching, Source: "height of motor-unit spikes at a needle, upper end"},
	{Symbol: "unitSpread", Unit: "1", Value: unitSpread, Lo: 0, Hi: 0.5, Mark: evidence.Teaching, Source: "different motor units lie at different distances from the needle"},
	{Symbol: "unitDuration", Unit: "s", Value: unitDuration, Lo: 0.005, Hi: 0.015, Mark: evidence.Teaching, Source: "shorter than the interval between two spikes"},
}
