package scenes

// Audio is what is to be heard and felt of a scene. It is silence where On is
// false, whatever the rest says. Ticks, Thump and Buzz are of what happened
// since the last call.
type Audio struct {
	On      bool    // a person asked for sound
	Volume  float64 // 0 to 1
	Crackle float64 // the endplate noise as a loudspeaker gives it, 0 to 1 in steps of 1/64; 0 while time holds
	Ticks   uint8   // bit n: the tip came into the needle.Layer n, from the skin inwards
	Thump   float64 // size of a twitch, 0 to 1; 0 none
	Buzz    int     // ms that a phone shakes; 0 none
}
