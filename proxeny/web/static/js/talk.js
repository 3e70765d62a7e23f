// The conversation: what others wrote meanwhile is said in a line, and shown when asked for; a link to an early message finds it.
const EVERY = 30_000;
const LONGEST = 300_000;
const STOP = new Set([401, 403, 404]);

const list = document.getElementById("talk");
const place = document.getElementById("talk-news");
let failures = 0;
let over = !list || !place;

const last = () => Math.max(0, ...[...list.querySelectorAll("[data-message]")].map((one) => Number(one.dataset.message)));
const parsed = (text) => [...new DOMParser().parseFromString(text, "text/html").body.childNodes];

function wait() {
  if (!over) setTimeout(look, Math.min(LONGEST, EVERY * 2 ** failures));
}

async function look() {
  if (document.hidden) return wait();
  try {
    const answer = await fetch(`${place.dataset.news}?after=${last()}`, { signal: AbortSignal.timeout(10_000) });
    if (STOP.has(answer.status)) over = true;
    else if (!answer.ok) throw new Error(String(answer.status));
    else if (answer.status !== 204) place.replaceChildren(...parsed(await answer.text()));
    failures = 0;
  } catch {
    failures += 1;
  }
  wait();
}

async function more() {
  const answer = await fetch(`${place.dataset.more}?after=${last()}`);
  if (!answer.ok) return location.reload();
  const before = list.lastElementChild;
  list.append(...parsed(await answer.text()));
  place.replaceChildren();
  for (const field of document.querySelectorAll("#composer-form :is([name=seen], [name=shown])")) field.value = last();
  const first = before?.nextElementSibling;
  first?.setAttribute("tabindex", "-1");
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: "center" });
}

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-talk-more]")) return;
  event.preventDefault();
  more();
});

// #message-12 may stand before what is shown: the earlier ones are fetched until it is there.
function toMessage() {
  const wanted = location.hash.match(/^#message-\d+$/)?.[0];
  if (!wanted || !list) return;
  const found = document.getElementById(wanted.slice(1));
  if (found) return found.scrollIntoView({ block: "center" });
  document.querySelector("#talk-earlier a")?.click();
}
document.addEventListener("htmx:after:swap", (event) => event.detail.ctx?.sourceElement?.closest?.("#talk-earlier") && toMessage());
addEventListener("hashchange", toMessage);
addEventListener("load", toMessage);
wait();
