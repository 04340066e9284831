// The page's own script: it loads the program, keeps the gate before the
// browser's frames, and does for the program what is cheaper in one call than
// in many (patch, values, labels). The program answers through tautGo. The site
// puts audio.js before it, into one file.
"use strict";

// The gate. A steady picture shuts it: the engine's next frame is then held
// back, and the page costs nothing. It has to stand before the engine starts.
const gate = (() => {
  const real = window.requestAnimationFrame.bind(window);
  let held = null, shut = false;
  window.requestAnimationFrame = (f) => (shut ? ((held = f), 0) : real(f));
  return (close) => {
    shut = close;
    if (!shut && held) { const f = held; held = null; real(f); }
  };
})();

const by = (id) => document.getElementById(id);
const notice = by("notice");

// A sentence that a person must see, with buttons [text, function].
function tell(text, ...buttons) {
  const p = document.createElement("p");
  p.textContent = text;
  const row = document.createElement("p");
  for (const [label, f] of [...buttons, ...(buttons.length ? [] : [[notice.dataset.close, null]])]) {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = label;
    b.addEventListener("click", f ?? (() => {
      p.remove(); row.remove();
      notice.hidden = !notice.firstChild;
      (by("stage") ?? document.body).focus();
    }));
    row.append(b);
  }
  notice.append(p, row);
  notice.hidden = false;
  say(text);
}

// The polite region. Every sentence is a node of its own, so that two in a row
// are both read out; old ones go without a word.
function say(text) {
  const region = by("say"), p = document.createElement("p");
  p.textContent = text;
  region.append(p);
  while (region.childNodes.length > 8) region.firstChild.remove();
}

// Storage: every access may throw where a browser forbids it.
const store = {
  get(k, s = "localStorage") { try { return window[s].getItem(k); } catch { return null; } },
  // "" kept, "full" no room, "blocked" not allowed or not there
  set(k, v, s = "localStorage") {
    try { window[s].setItem(k, v); return ""; } catch (e) { return /quota/i.test(e.name) ? "full" : "blocked"; }
  },
  // Moves a value to the first free name beside it, so that none is overwritten,
  // and tells whether it could; where not, the value stays where it is. It goes
  // first, because a full storage has no room for two.
  aside(k) {
    const v = store.get(k);
    if (v === null) return true;
    try {
      let n = 1;
      while (localStorage.getItem(`${k}.aside.${n}`) !== null) n++;
      localStorage.removeItem(k);
      localStorage.setItem(`${k}.aside.${n}`, v);
      return true;
    } catch {
      store.set(k, v);
      return false;
    }
  },
  // Counts calls of one kind within the last minute; -1 where nothing can be kept.
  recent(k) {
    const now = Date.now(), times = (store.get(k, "sessionStorage") ?? "").split(",").map(Number).filter((t) => now - t < 60000 && t > 0);
    times.push(now);
    return store.set(k, times.join(), "sessionStorage") ? -1 : times.length;
  },
};

// The picture that a person chose, offered before a needle is drawn.
const pictureKey = "taut.picture";
by("plain-first").checked = store.get(pictureKey) === "plain";

let ended = false;
function crashed() {
  if (ended) return;
  ended = true;
  host.audio.hear(false, 0, 0, 0, 0, 0);
  gate(true);
  store.recent("taut.panics");
  tell(notice.dataset.panicked,
    [notice.dataset.again, () => location.reload()],
    [notice.dataset.afresh, () => { store.aside(host.runKey); location.reload(); }]);
  notice.querySelector("button").focus();
}

// Morph: makes the children of a live element those of a parsed one and leaves
// alone what a person is using: the focus, an input under the hand, open details.
let inHand = null; // the input that a pointer holds
const labelled = new Set();
function owned(el, name) { // attributes that are not the panel's to set
  if (name === "style" || (name === "open" && el.nodeName === "DETAILS") || (name === "hidden" && labelled.has(el.id))) return true;
  return (el.dataset.a ?? "").split(" ").includes(name);
}
function attributes(a, b) {
  for (const { name } of [...a.attributes]) if (!b.hasAttribute(name) && !owned(a, name)) a.removeAttribute(name);
  for (const { name, value } of b.attributes) if (a.getAttribute(name) !== value && !owned(a, name)) a.setAttribute(name, value);
  if (a === inHand) return;
  if (a.nodeName === "INPUT") {
    if (a.type === "radio" || a.type === "checkbox") a.checked = b.hasAttribute("checked");
    else if (b.hasAttribute("value") && !a.dataset.v && !(a.type === "text" && a === document.activeElement)) a.value = b.getAttribute("value");
  } else if (a.nodeName === "OPTION") a.selected = b.hasAttribute("selected");
}
const same = (a, b) => a && a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? "") === (b.id ?? "");
function children(live, want) {
  let at = live.firstChild;
  const skip = () => { while (at && at.nodeType === 1 && at.hasAttribute("data-host")) at = at.nextSibling; };
  for (const b of [...want.childNodes]) {
    skip();
    let a = at;
    if (!same(a, b) && b.id) {
      a = by(b.id);
      if (a?.parentNode === live && same(a, b)) live.insertBefore(a, at);
      else a = null;
    }
    if (!same(a, b)) { live.insertBefore(b, at); continue; }
    if (a === at) at = at.nextSibling;
    if (a.nodeType !== 1) { if (a.data !== b.data) a.data = b.data; continue; }
    attributes(a, b);
    if (a.dataset.v === undefined || a.dataset.a !== undefined) children(a, b);
  }
  for (;;) {
    skip();
    if (!at) return;
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

// Bindings: elements with data-v="i j" take the values i and j, into the text
// or, with data-a="name name", into attributes ("value" of a control: the property).
let bindings = [], shown = [];
function bind() {
  bindings = []; shown = [];
  for (const el of document.querySelectorAll("[data-v]")) {
    const into = (el.dataset.a ?? "").split(" ");
    el.dataset.v.split(" ").forEach((i, n) => (bindings[i] ??= []).push([el, into[n] ?? ""]));
  }
}
function put(el, attribute, v) {
  const control = el.nodeName === "INPUT" || el.nodeName === "METER" || el.nodeName === "PROGRESS";
  if (control && (attribute === "" || attribute === "value")) { if (el !== inHand) el.value = v; }
  else if (attribute) el.setAttribute(attribute, v);
  else el.textContent = v;
}

const bytes = new Uint8Array(1 << 16), floats = new Float32Array(bytes.buffer), decoder = new TextDecoder();
const ends = ["x1", "y1", "x2", "y2"];
let labels = [], canvas = null, watched = [];
const watch = new ResizeObserver(() => measure());

function measure() {
  const picture = by("picture");
  if (!picture || !window.tautGo) return;
  const r = picture.getBoundingClientRect(), dock = by("dock")?.getBoundingClientRect().height ?? 0;
  const s = by("screen")?.getBoundingClientRect(), under = by("scope")?.getBoundingClientRect().height ?? 0;
  tautGo.resize(r.width, r.height - dock - under, dock, window.devicePixelRatio || 1, under,
    ...(s ? [s.x - r.x, s.y - r.y, s.width, s.height] : [0, 0, 0, 0]));
}

let patching = false; // the focus moves by itself
const host = {
  audio,
  webgl: (() => { try { return !!document.createElement("canvas").getContext("webgl2"); } catch { return false; } })(),
  picture() {
    const p = by("plain-first")?.checked ? "plain" : store.get(pictureKey);
    return p === "plain" || p === "full" ? p : "";
  },
  gate, tell, say, crashed, store, bytes, runKey: "taut.run.1",
  patch(html) {
    patching = true;
    const template = document.createElement("template");
    template.innerHTML = html;
    const focus = document.activeElement, home = focus?.parentElement?.closest("[id]")?.id, opener = document.querySelector(`[aria-controls="${home}"]`);
    children(by("app"), template.content);
    if (focus?.id && document.activeElement !== focus) by(focus.id)?.focus({ preventScroll: true });
    // A focused control that is gone, or cannot be used any more, hands the focus to
    // its neighbourhood, or to the part of it that says so.
    if (focus && focus !== document.body && (!focus.isConnected || focus.disabled) && document.activeElement === document.body) {
      const near = by(home), part = near?.querySelector("[data-focus]") ?? near;
      (part?.querySelector(":is(button,input,select):enabled,summary,a[href]") ?? opener ?? by("stage"))?.focus({ preventScroll: true });
    }
    patching = false;
    document.title = by("app").firstElementChild?.dataset.title ?? document.title;
    bind();
    const picture = by("picture");
    if (canvas && picture && canvas.parentNode !== picture) picture.prepend(canvas);
    const now = ["picture", "stage", "dock", "scope", "screen"].map(by).filter(Boolean);
    if (now.length !== watched.length || now.some((e, i) => e !== watched[i])) {
      watch.disconnect();
      now.forEach((e) => watch.observe(e));
      watched = now;
      measure();
    }
  },
  values(n) {
    const list = decoder.decode(bytes.subarray(0, n)).split("\n");
    for (let i = 0; i < list.length - 1; i++) {
      if (list[i] === shown[i]) continue;
      shown[i] = list[i];
      for (const [el, a] of bindings[i] ?? []) put(el, a, list[i]);
    }
  },
  labelNames(names) {
    labels = names === "" ? [] : names.split("\n").map((n) => ({ el: by(n), line: by(n + "-line"), name: n, at: new Float32Array(5).fill(NaN) }));
    labelled.clear();
    for (const l of labels) labelled.add(l.name);
  },
  labels() { // writes only what moved: every attribute costs a layout
    for (let i = 0, k = 0; i < labels.length; i++, k += 5) {
      const { el, line, at } = labels[i];
      const moved = at[0] !== floats[k] || at[1] !== floats[k + 1], shown = at[4] !== floats[k + 4];
      if (el && shown) el.hidden = !floats[k + 4];
      if (el && moved) el.style.transform = `translate(${floats[k]}px,${floats[k + 1]}px)`;
      if (line && shown) line.setAttribute("visibility", floats[k + 4] ? "visible" : "hidden");
      for (let j = 0; j < 5; j++) {
        if (at[j] === floats[k + j]) continue;
        at[j] = floats[k + j];
        if (line && j < 4) line.setAttribute(ends[j], at[j]);
      }
    }
  },
  // The engine makes its buffer as large as the body.
  size(w, h) {
    document.body.style.width = w + "px";
    document.body.style.height = h + "px";
    window.dispatchEvent(new Event("resize"));
  },
  adopt() { // takes the engine's canvas out of the way of hands, keys and readers
    canvas = document.querySelector("body > canvas");
    canvas.tabIndex = -1;
    canvas.setAttribute("aria-hidden", "true");
    canvas.setAttribute("data-host", "");
    document.querySelectorAll("meta[name=viewport]").forEach((m, i) => i > 0 && m.remove());
    host.size(16, 16); // until there is a picture: without a size the engine draws no frame
  },
  noPicture() {
    canvas?.remove();
    canvas = null;
    document.documentElement.dataset.picture = "none";
  },
  ready() { document.documentElement.dataset.taut = "ready"; },
  // Brings what was opened into view: beside the hand's own control, or else to
  // the top, near the picture.
  reveal(id) {
    const el = by(id);
    el?.scrollIntoView({ block: el.parentNode.contains(document.activeElement) ? "nearest" : "start" });
  },
  // The address bears the open place after its #; "" asks for it. A new place is a
  // step in the browser's history; the first one is not, and writes nothing where
  // the address bears none, nor is the mending of an address that names none.
  place(p) {
    if (p) try {
      const before = host.placed ?? p, to = "#" + p;
      host.placed = p;
      if (location.hash !== to && (location.hash || before !== p)) history[before === p ? "replaceState" : "pushState"](null, "", to);
    } catch { /* a browser that allows no addresses from disk */ }
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return location.hash.slice(1); }
  },
  pack: () => by("pack")?.dataset.pack ?? "", // that the site comes with
  hand(data, name) { // a file for the person
    const a = document.createElement("a");
    a.href = data;
    a.download = name || "taut";
    a.click();
  },
  // What a test waits for.
  waiting: [],
  drawn(value) { const all = host.waiting; host.waiting = []; setTimeout(() => all.forEach((f) => f(value))); },
};
window.tautHost = host;

// A browser makes no click of a second finger's tap while a first finger holds
// the needle, so the page makes it; should one come all the same it counts once.
const control = (x, y) => document.elementFromPoint(x, y)?.closest("button,label,input");
let second = null; // what a second finger is on
document.addEventListener("pointerdown", (e) => { if (!e.isPrimary) second = control(e.clientX, e.clientY); }, true);
document.addEventListener("pointerup", (e) => {
  const el = second;
  if (e.isPrimary || !el) return;
  second = null;
  if (control(e.clientX, e.clientY) !== el) return;
  el.click();
  const again = (c) => { if (c.isTrusted && el.contains(c.target)) { c.preventDefault(); c.stopImmediatePropagation(); } };
  document.addEventListener("click", again, true);
  setTimeout(() => document.removeEventListener("click", again, true), 400);
}, true);

// A file that a person hands in, as base64; one of more than 8 MB as nothing.
function read(el) {
  take(el, el.files[0]);
  el.value = ""; // so that the same one can be chosen again
}
function take(el, file) {
  const reader = new FileReader();
  reader.onload = () => act(el, file.size > 8e6 ? "" : reader.result.slice(reader.result.indexOf(",") + 1));
  if (file) reader.readAsDataURL(file);
}
// A file that is dropped on the page is a pack.
for (const kind of ["dragover", "drop"])
  document.addEventListener(kind, (e) => {
    if (!e.dataTransfer?.types.includes("Files")) return;
    e.preventDefault();
    if (kind === "drop") take({ dataset: { do: "pack" } }, e.dataTransfer.files[0]);
  });

// Controls, by delegation: buttons on click, sliders while they move, the rest on change.
const act = (el, value) => { if (window.tautGo && !ended) tautGo.act(el.dataset.do, value); };
document.addEventListener("click", (e) => {
  const el = e.target.closest?.("[data-do]");
  if (el?.dataset.do === "print") window.print();
  else if (el && !/^(INPUT|SELECT|TEXTAREA)$/.test(el.nodeName) && el.getAttribute("aria-disabled") !== "true") act(el, "");
});
document.addEventListener("input", (e) => { if (e.target.dataset.do && e.target.type === "range") act(e.target, e.target.value); });
document.addEventListener("change", (e) => {
  const el = e.target;
  if (el.type === "file") return read(el);
  if (el.dataset.do === "plain") store.set(pictureKey, el.checked ? "plain" : "full");
  if (el.dataset.do && el.type !== "range") act(el, el.type === "checkbox" ? String(el.checked) : el.value);
});
document.addEventListener("pointerdown", (e) => { if (e.target.nodeName === "INPUT") inHand = e.target; }, true);
for (const k of ["pointerup", "pointercancel"]) document.addEventListener(k, () => { inHand = null; }, true);

// A part's button that has the focus or lies under the hand marks its thing.
for (const kind of ["focusin", "pointerover", "focusout", "pointerout"])
  document.addEventListener(kind, (e) => {
    const part = (el) => el?.closest?.('[data-do^="part:"]');
    if (patching || !part(e.target) || !window.tautGo || ended) return;
    const at = /out$/.test(kind) ? part(document.activeElement) : part(e.target);
    tautGo.act("mark", at?.dataset.do.slice(5) ?? "");
  });

// Zones: the stage and what carries data-zone. A captured pointer belongs to its
// zone until it is let go, wherever that happens.
const held = new Map();
function point(phase, zone, e) {
  const r = zone.getBoundingClientRect();
  tautGo.point(zone.dataset.zone ?? "stage", phase, e.pointerId, e.clientX - r.left, e.clientY - r.top, r.width, r.height, e.timeStamp, e.pointerType === "touch");
}
// The wheel over the stage zooms it; a trackpad's pinch comes as a wheel with Ctrl.
document.addEventListener("wheel", (e) => {
  if (!window.tautGo || ended || !e.target.closest?.("#stage")) return;
  e.preventDefault();
  const lines = e.deltaMode === 1 ? 30 : 1;
  const d = -e.deltaY * lines * (e.ctrlKey ? 0.01 : 0.0015);
  tautGo.act("zoom", String(Math.max(-0.5, Math.min(0.5, d))));
}, { passive: false });
document.addEventListener("pointerdown", (e) => {
  const zone = e.target.closest?.("#stage,[data-zone]");
  if (!zone || e.button !== 0 || !window.tautGo || ended || e.target.closest("[data-do],button,a,input,summary")) return;
  held.set(e.pointerId, zone);
  try { zone.setPointerCapture(e.pointerId); } catch { /* the pointer is already gone */ }
  point(1, zone, e);
});
for (const [kind, phase] of [["pointermove", 2], ["pointerup", 3], ["pointercancel", 4], ["lostpointercapture", 4]])
  document.addEventListener(kind, (e) => {
    const zone = held.get(e.pointerId);
    if (!zone || ended) return;
    if (phase > 2) held.delete(e.pointerId);
    // A browser folds the moves between two frames into one event; a stroke's
    // speed needs each with its own time.
    const all = phase === 2 ? e.getCoalescedEvents?.() ?? [] : [];
    for (const one of all.length ? all : [e]) point(phase, zone, one);
  });
document.addEventListener("contextmenu", (e) => { if (held.size) e.preventDefault(); });

// The stage's keys act while it has the focus, and those of [data-keys] while
// something in it has, but for the keys that a control uses itself.
const keyed = (el, key) => el?.id === "stage" || el?.closest?.("[data-keys]") &&
  !/^(text|date)$/.test(el.type) && el.nodeName !== "SELECT" && (!el.matches("button,input,a,summary") || /^\d$/.test(key) || key === "Enter" && el.nodeName === "INPUT");
document.addEventListener("keydown", (e) => {
  const help = document.getElementById("do-help");
  if (e.key === "Escape" && help && document.getElementById("card-help") && window.tautGo && !ended) {
    help.click();
    help.focus();
    e.preventDefault();
    return;
  }
  if (!keyed(document.activeElement, e.key) || e.key === "Tab" || e.ctrlKey || e.altKey || e.metaKey || !window.tautGo || ended) return;
  if (!tautGo.key(e.key, e.shiftKey)) return;
  e.preventDefault();
  heldKey ||= e.key.toLowerCase(); // another one beside it does not end it
});
let heldKey = ""; // that the stage has used; let go also where the focus is lost
const up = (key) => {
  if (!heldKey || ended || (key && key !== heldKey)) return;
  heldKey = "";
  tautGo.key("", false);
};
document.addEventListener("keyup", (e) => up(e.key.toLowerCase()));
document.addEventListener("focusout", () => up(""));
window.addEventListener("blur", () => up(""));

window.addEventListener("hashchange", () => {
  const p = host.place("");
  if (window.tautGo && !ended && p !== host.placed) tautGo.go(p);
});

// The engine answers a change of size with a frame, which needs a context to draw in.
window.addEventListener("resize", (e) => {
  if (document.documentElement.dataset.picture === "none") e.stopImmediatePropagation();
  measure();
});
(function ratioChanged() { // a window moved to another screen need not change its size
  matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener("change", () => { measure(); ratioChanged(); }, { once: true });
})();
document.addEventListener("visibilitychange", () => { up(""); window.tautGo?.visible(!document.hidden); });
// The engine would reload the page by itself, for ever where the GPU keeps failing.
window.addEventListener("webglcontextlost", (e) => {
  e.stopImmediatePropagation();
  e.preventDefault();
  if (store.recent("taut.losses") === 1) location.reload();
  else window.tautGo?.lost();
}, true);

// The loader. The bar counts unpacked bytes, whose number the site wrote here.
async function load() {
  const bar = by("progress"), missing = by("missing");
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
    missing.textContent = missing.dataset.old;
    return;
  }
  const go = new Go();
  let module;
  try {
    const inline = by("program"), total = Number(bar.dataset.length);
    const source = inline
      ? new Response(new Blob([Uint8Array.from(atob(inline.textContent), (c) => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip")))
      : await fetch(bar.dataset.wasm);
    if (!source.ok) throw new Error(source.statusText);
    let got = 0;
    const counted = source.body.pipeThrough(new TransformStream({
      transform(chunk, next) { got += chunk.length; if (total) bar.value = got / total; next.enqueue(chunk); },
    }));
    module = await WebAssembly.instantiateStreaming(new Response(counted, { headers: { "Content-Type": "application/wasm" } }), go.importObject);
  } catch (e) {
    console.warn(e);
    missing.textContent = e instanceof WebAssembly.CompileError ? missing.dataset.old : missing.dataset.failed;
    return;
  }
  await go.run(module.instance);
  crashed(); // the program is made to run for ever
}
load().catch((e) => { console.error(e); crashed(); });
