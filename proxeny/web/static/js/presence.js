// Who else has the same thing open. The page gives a sign of life while somebody looks at it, seldom when nobody
// moves, none when it is hidden; it is answered with the others, or with nothing where nothing has changed.
const ACTIVE = 25_000;
const IDLE = 50_000; // less than the minute after which the server takes somebody for away
const LONGEST = 300_000;
const STILL_ACTIVE = 120_000;
const STILL_WRITING = 60_000;
const AT_ONCE = 300;
const STOP = new Set([401, 403, 404]); // signed out, or no longer to be seen: asking again would not help

const place = document.querySelector("[data-presence]");
const about = place?.dataset.presence;
const channel = new BroadcastChannel("presence");
let acted = Date.now();
let typed = -Infinity;
let sent = "";
let version = "";
let known = new Map();
let failures = 0;
let timer = 0;
let isSoon = false;
let isBusy = false;
let over = !place;

const isActive = () => Date.now() - acted < STILL_ACTIVE;
const isWriting = () => Date.now() - typed < STILL_WRITING || (isActive() && document.querySelector('form[data-typed="yes"]') !== null);

function wait(delay) {
  clearTimeout(timer);
  if (!over && !document.hidden) timer = setTimeout(beat, delay);
}

// What just happened is told once it is over with, and not put off for as long as somebody types.
function tellSoon() {
  if (isSoon) return;
  isSoon = true;
  wait(AT_ONCE);
}

function pause() {
  const usual = isActive() ? ACTIVE : IDLE;
  const spread = usual * 0.1 * (2 * Math.random() - 1);
  return failures ? Math.min(LONGEST, usual * 2 ** failures) + spread : usual + spread;
}

const signed = (state) => new URLSearchParams({ about, state, version, csrfmiddlewaretoken: place.dataset.token });

async function beat() {
  clearTimeout(timer);
  if (over || document.hidden) return;
  if (isBusy) return wait(AT_ONCE);
  isSoon = false;
  isBusy = true;
  sent = isWriting() ? "editing" : "seen";
  try {
    const answer = await fetch(place.dataset.address, { method: "POST", body: signed(sent), signal: AbortSignal.timeout(10_000) });
    if (STOP.has(answer.status)) over = true;
    if (over || !answer.ok) throw new Error(String(answer.status));
    if (answer.status !== 204) show(await answer.text(), answer.headers.get("X-Version"));
    failures = 0;
  } catch {
    failures += 1;
    if (over || failures > 2) show("", "");
  }
  isBusy = false;
  if (!isSoon) wait(pause());
}

function show(fragment, named) {
  version = named;
  place.querySelector("[data-presence-others]").replaceChildren(...new DOMParser().parseFromString(fragment, "text/html").body.childNodes);
  const people = [...place.querySelectorAll("[data-person]")];
  // Said aloud only when somebody comes or begins to write, not when they rest or leave.
  const news = people.filter((one) => one.dataset.state !== "away" && known.get(one.dataset.person) !== one.dataset.state);
  const worth = news.filter((one) => one.dataset.state === "editing" || !known.has(one.dataset.person));
  known = new Map(people.map((one) => [one.dataset.person, one.dataset.state]));
  if (worth.length) place.querySelector("[data-presence-said]").textContent = worth.map((one) => one.dataset.say).join(" · ");
  note();
}

// Beside the button that sends a form: that somebody else is writing here too.
function note() {
  for (const old of document.querySelectorAll("form .presence-note")) old.remove();
  const line = place.querySelector("[data-presence-note]");
  if (!line) return;
  for (const form of document.querySelectorAll('form[method="post"]')) {
    if (!form.querySelector("textarea, select, input:not([type=hidden], [type=checkbox])")) continue;
    form.querySelector("button:not([type=button])")?.after(line.content.cloneNode(true));
  }
}

// Another window of the same person may be the one that is looked at: it says so when this one is put away.
function leave(state) {
  clearTimeout(timer);
  isSoon = false;
  if (over) return;
  navigator.sendBeacon(place.dataset.address, signed(state));
  channel.postMessage(about);
}

function act(event) {
  const wasActive = isActive();
  acted = Date.now();
  if (event.type === "input" && event.target.form?.method === "post") typed = acted;
  if (!failures && (!wasActive || (isWriting() && sent === "seen"))) tellSoon();
}

if (place) {
  let isLeft = false;
  for (const name of ["pointermove", "pointerdown", "keydown", "scroll", "input"]) addEventListener(name, act, { passive: true, capture: true });
  document.addEventListener("submit", () => (typed = -Infinity));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return isLeft || leave("away");
    acted = Date.now();
    tellSoon();
  });
  addEventListener("pagehide", () => {
    isLeft = true;
    leave("gone");
  });
  addEventListener("pageshow", (event) => {
    isLeft = false;
    if (event.persisted) tellSoon();
  });
  document.addEventListener("htmx:after:swap", note);
  channel.addEventListener("message", (event) => event.data === about && !document.hidden && tellSoon());
  beat();
}
