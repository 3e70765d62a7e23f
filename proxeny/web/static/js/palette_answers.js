// Asking the server: a pause while somebody types, one question at a time, no old answer over a newer one.
const PAUSE = 60;
let timer = 0;
let asking = null;
let kept = new Map();

export function forget() {
  kept = new Map();
  stop();
}

export function stop() {
  clearTimeout(timer);
  asking?.abort();
  asking = null;
}

// Calls `take(groups)` with the answer to `words`, or `take(null)` where there is none; a later call makes it silent.
export function ask(url, words, take) {
  stop();
  if (kept.has(words)) return take(copies(kept.get(words)));
  const mine = new AbortController();
  asking = mine;
  timer = setTimeout(() => answered(url, words, mine, take), words ? PAUSE : 0);
}

async function answered(url, words, mine, take) {
  let groups = null;
  try {
    const response = await fetch(`${url}?q=${encodeURIComponent(words)}`, { signal: mine.signal, headers: { "X-Requested-With": "palette" } });
    // Signed out meanwhile: the page says so better than a list could.
    if (response.redirected) return location.reload();
    if (response.ok) groups = parsed(await response.text());
  } catch {
    groups = null;
  }
  if (asking !== mine) return;
  asking = null;
  if (groups) kept.set(words, groups);
  take(groups && copies(groups));
}

export function parsed(html) {
  return [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".palette-group")];
}

const copies = (groups) => groups.map((group) => document.importNode(group, true));

// Does a verb: its fields travel in the palette's own form, and the page one is on is led back to.
export function send(form, action, fields) {
  form.action = action;
  form.elements.next.value = location.pathname + location.search;
  for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  form.requestSubmit();
}
