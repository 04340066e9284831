// Sound, from parameters alone. The context is made at the first touch after a
// person asked for sound, and rests whenever nothing is to be heard.
"use strict";

const audio = (() => {
  const Context = window.AudioContext ?? window.webkitAudioContext;
  // What the tip comes into, by needle.Layer: Hz, loudness, ms, number of grains.
  const ticks = [, [2600, .5, 12, 1], [700, .6, 24, 1], [420, 1, 34, 1], [1100, .5, 14, 1], [1700, .6, 8, 4], [3400, .9, 20, 1]];
  let ctx = null, ear, bus, hiss, noise, crackles = [], touched = false, timer = 0, until = 0;
  const my = { can: !!Context, on: false, volume: 0, crackle: 0, played: [], get state() { return ctx?.state ?? "none"; } };

  // A loudspeaker that fails is no reason to end the program.
  const fails = (e) => console.warn("taut: no sound:", e);
  const safe = (f) => (...a) => { try { f(...a); } catch (e) { fails(e); } };
  const safely = (promise) => promise?.catch(fails); // an old browser gives none
  // An integer hash (lowbias32 of Chris Wellons) of a number, 0 to 1: noise.
  const hash = (n) => {
    n = Math.imul(n ^ n >>> 16, 0x7feb352d);
    n = Math.imul(n ^ n >>> 15, 0x846ca68b);
    return ((n ^ n >>> 16) >>> 0) / 2 ** 32;
  };
  const loop = (seconds, f) => {
    const n = Math.round(seconds * ctx.sampleRate), b = ctx.createBuffer(1, n, ctx.sampleRate), d = b.getChannelData(0);
    for (let i = 0; i < n; i++) d[i] = f(i);
    const s = ctx.createBufferSource();
    s.buffer = b;
    s.loop = true;
    s.start();
    return s;
  };
  const gain = (v) => { const g = ctx.createGain(); g.gain.value = v; return g; };
  const band = (hz, q) => { const f = ctx.createBiquadFilter(); f.type = "bandpass"; f.frequency.value = hz; f.Q.value = q; return f; };
  const chain = (...nodes) => nodes.reduce((a, b) => (a.connect(b), b));

  function make() {
    ctx = new Context();
    ear = gain(0); // the person's volume comes last, so that nothing is louder
    chain(bus = ctx.createDynamicsCompressor(), ear, ctx.destination);
    const rush = loop(2, (i) => 2 * hash(i) - 1);
    noise = rush.buffer;
    chain(rush, band(900, .6), hiss = gain(0), bus);
    // Three loops of sparse clicks, the next one denser: the more noise, the more of them.
    crackles = [6, 18, 50].map((rate, k) => {
      let e = 0;
      const clicks = loop(1.7 + .6 * k, (i) => {
        const n = i + 1e6 * (k + 1);
        if (hash(n) < rate / ctx.sampleRate) e = hash(n + 5e5) < .5 ? -1 : 1;
        return e *= .96;
      }), g = gain(0);
      chain(clicks, band(1300, .7), g, bus);
      return g;
    });
  }
  function mix() {
    const to = (g, v) => g.gain.setTargetAtTime(v, ctx.currentTime, .03);
    to(ear, my.on ? .42 * my.volume ** 2 : 0);
    to(hiss, .12 * my.crackle ** 2);
    crackles.forEach((g, k) => to(g, .3 * Math.max(0, Math.min(1, 3 * my.crackle - k))));
  }
  // The context runs while something sounds and a moment longer, and then rests.
  function run() {
    clearTimeout(timer);
    if (!ctx && my.on && touched && Context) make();
    if (!ctx) return;
    mix();
    const hidden = document.hidden, left = my.on && !hidden ? until - performance.now() : 0;
    if (my.on && !hidden && (my.crackle > 0 || left > 0)) safely(ctx.resume());
    if (hidden || !(my.on && my.crackle > 0)) timer = setTimeout(() => safely(ctx.suspend()), hidden ? 0 : 300 + Math.max(0, left));
  }
  function play(x, at) {
    const hit = (level, seconds, t, source, ...nodes) => {
      const g = gain(0);
      g.gain.setValueAtTime(level, t);
      g.gain.setTargetAtTime(0, t + .004, seconds / 3);
      chain(source, ...nodes, g, bus);
      source.start(t);
      source.stop(t + 2 * seconds);
    };
    if (x > 0) {
      const o = ctx.createOscillator();
      o.type = "triangle"; // its overtones are heard where a small speaker gives no bass
      o.frequency.setValueAtTime(90, at);
      o.frequency.exponentialRampToValueAtTime(45, at + .2);
      hit(.4 + 2 * x, .3, at, o);
      return;
    }
    const [hz, level, ms, grains] = ticks[-x];
    for (let i = 0; i < grains; i++) {
      const s = ctx.createBufferSource();
      s.buffer = noise;
      hit(5 * level, ms / 1000, at + i * .013, s, band(hz, 3));
    }
  }
  // A browser lets a page sound from the first touch on; one that was left with
  // sound on begins there.
  const touch = safe(() => {
    touched ||= navigator.userActivation?.hasBeenActive ?? true;
    if (touched && my.on && !ctx) run();
  });
  for (const k of ["pointerdown", "pointerup", "keydown", "click"]) window.addEventListener(k, touch, true);
  document.addEventListener("visibilitychange", safe(run));

  // Takes the present levels and what happened: a bit for each layer that the
  // tip came into, the size of a thump, ms of vibration.
  my.hear = safe((on, volume, crackle, met, thump, buzz) => {
    [my.on, my.volume, my.crackle] = [on, volume, crackle];
    const short = ticks.map((_, i) => -i).filter((i) => met >> -i & 1);
    if (thump > 0) short.push(thump);
    if (short.length) until = performance.now() + 400;
    run();
    my.played.push(...short);
    if (ctx && !document.hidden) short.forEach((x, i) => play(x, ctx.currentTime + .01 + .05 * i));
    my.played.splice(0, Math.max(0, my.played.length - 32));
    if (buzz && touched) navigator.vibrate?.(buzz);
  });
  return my;
})();
