// Templates: / in an empty composer, or the button; found by name, shown filled with what is real, put in by Enter.
import { open } from "./dialogs.js";

const PAUSE = 120;
let timer = 0;

const dialog = () => document.getElementById("composer-templates");
const found = () => dialog().querySelector("[data-templates-found]");
const search = () => dialog().querySelector("[name=q]");
const field = () => document.getElementById("composer-text");

async function look(template = "") {
  const form = document.getElementById("composer-form");
  const asked = new URLSearchParams({ audience: form.elements.audience.value, q: search().value, template });
  for (const one of form.querySelectorAll("[name=recipients]:checked")) asked.append("recipients", one.value);
  const answer = await fetch(`${dialog().dataset.address}?${asked}`);
  if (!answer.ok) return;
  const focused = document.activeElement?.id;
  found().replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
  if (focused) document.getElementById(focused)?.focus();
}

function begin() {
  if (!dialog() || dialog().open) return;
  search().value = "";
  look();
  open("composer-templates");
}

// A whole message takes the place of nothing: in a field with words in it, it is put where the cursor stands, too.
function insert() {
  const text = found().querySelector("[data-template-text]")?.dataset.templateText;
  if (text === undefined) return;
  const place = field();
  place.setRangeText(text, place.selectionStart, place.selectionEnd, "end");
  place.focus();
  place.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("click", (event) => event.target.closest?.("[data-composer-templates]") && begin());

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && event.target === field() && !field().value) {
    event.preventDefault();
    begin();
  } else if (event.target === dialog()?.querySelector("[name=q]") && event.key === "ArrowDown") {
    event.preventDefault();
    const items = [...found().querySelectorAll("[name=template]")];
    const next = items[Math.min(items.length - 1, items.findIndex((one) => one.checked) + 1)];
    next?.focus();
    if (next && !next.checked) next.click();
  }
});

document.addEventListener("input", (event) => {
  if (!dialog() || event.target !== search() || event.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
});
document.addEventListener("change", (event) => event.target.matches?.("#composer-templates [name=template]") && look(event.target.value));
document.addEventListener("submit", (event) => event.target.matches?.("[data-templates]") && insert());
