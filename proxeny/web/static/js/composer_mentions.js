// @ names a colleague: those who could read the message are offered, by name, pinyin or initials.
const TYPED = /(?:^|[^\w@])@([^\s@，。,.;；:：!！?？()（）]{0,20})$/u;
const PAUSE = 120;
let timer = 0;
let asked = "";

const field = () => document.getElementById("composer-text");
const list = () => document.getElementById("composer-people");
const options = () => [...list().querySelectorAll("[role=option]")];
const chosen = () => options().find((one) => one.getAttribute("aria-selected") === "true");
const typed = () => field().value.slice(0, field().selectionStart).match(TYPED)?.[1];

function close() {
  clearTimeout(timer);
  asked = "";
  const people = list();
  if (!people) return;
  people.hidden = true;
  people.replaceChildren();
  field().removeAttribute("aria-activedescendant");
}

async function offer(words) {
  const audience = document.querySelector("#composer-form [name=audience]").value;
  asked = words;
  const answer = await fetch(`${field().dataset.mentions}?${new URLSearchParams({ q: words, audience })}`);
  if (asked !== words || typed() !== words) return;
  if (answer.status !== 200) return close();
  list().replaceChildren(...new DOMParser().parseFromString(`<ul>${await answer.text()}</ul>`, "text/html").querySelectorAll("li"));
  list().hidden = false;
  mark(options()[0]);
}

function mark(one) {
  for (const option of options()) option.setAttribute("aria-selected", String(option === one));
  field().setAttribute("aria-activedescendant", one?.id ?? "");
  one?.scrollIntoView({ block: "nearest" });
}

function put(one) {
  const text = field();
  const words = typed() ?? "";
  const end = text.selectionStart;
  text.setRangeText(`${one.dataset.name} `, end - words.length, end, "end");
  close();
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  if (event.target !== field() || event.isComposing) return;
  const words = typed();
  clearTimeout(timer);
  if (words === undefined) close();
  else timer = setTimeout(() => offer(words), PAUSE);
});

document.addEventListener(
  "keydown",
  (event) => {
    if (event.target !== field() || !list() || list().hidden || event.isComposing || event.ctrlKey || event.metaKey) return;
    const all = options();
    const place = all.indexOf(chosen());
    if (event.key === "ArrowDown") mark(all[(place + 1) % all.length]);
    else if (event.key === "ArrowUp") mark(all[(place + all.length - 1) % all.length]);
    else if (event.key === "Enter" || event.key === "Tab") put(chosen());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

document.addEventListener("mousedown", (event) => {
  const one = event.target.closest?.("#composer-people [role=option]");
  if (!one) return;
  event.preventDefault();
  put(one);
});
document.addEventListener("focusout", (event) => event.target === field() && close());
