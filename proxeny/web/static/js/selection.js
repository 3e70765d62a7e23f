// The row one stands on: j and k walk over [data-row], x ticks its box; what comes and goes keeps the place.
let place = -1;

const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);

export function current() {
  return document.querySelector("[data-row].is-here");
}

export function stand(row) {
  for (const other of document.querySelectorAll("[data-row].is-here")) {
    other.classList.remove("is-here");
    other.removeAttribute("aria-current");
  }
  if (!row) return;
  row.classList.add("is-here");
  row.setAttribute("aria-current", "true");
  place = rows().indexOf(row);
  row.scrollIntoView({ block: "nearest" });
  const handle = row.querySelector("[data-focus], .row-link, a, button") ?? row;
  handle.focus({ preventScroll: true });
  row.dispatchEvent(new CustomEvent("row:here", { bubbles: true }));
}

export function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(current());
  const from = at >= 0 ? at : Math.min(place, all.length) - (step > 0 ? 1 : 0);
  const start = at < 0 && place < 0 ? (step > 0 ? 0 : all.length - 1) : from + step;
  stand(all[Math.max(0, Math.min(start, all.length - 1))]);
}

// From the field of search the arrow leads down into what was found: Escape would empty the field.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" || event.isComposing || event.defaultPrevented || !event.target.matches?.("[data-search]")) return;
  const [first] = rows();
  if (!first) return;
  event.preventDefault();
  stand(first);
});

export function toggle() {
  current()?.querySelector("input[type=checkbox]")?.click();
}

// When the row that was answered is gone, the next one takes its place.
document.addEventListener("htmx:after:swap", () => {
  if (place < 0 || current()) return;
  const all = rows();
  if (all.length && (document.activeElement === document.body || document.activeElement === null)) {
    stand(all[Math.min(place, all.length - 1)]);
  }
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (row && !row.classList.contains("is-here")) {
    for (const other of document.querySelectorAll("[data-row].is-here")) other.classList.remove("is-here");
    row.classList.add("is-here");
    place = rows().indexOf(row);
  }
});

// data-tick-all ticks every box of its list and tells how many are ticked in [data-ticked].
document.addEventListener("change", (event) => {
  const list = event.target.closest?.("[data-list]");
  if (!list || event.target.type !== "checkbox") return;
  const boxes = [...list.querySelectorAll("[data-row] input[type=checkbox]")];
  if (event.target.matches("[data-tick-all]")) for (const box of boxes) box.checked = event.target.checked;
  const ticked = boxes.filter((box) => box.checked).length;
  for (const place of list.querySelectorAll("[data-ticked]")) place.textContent = String(ticked);
  for (const bar of list.querySelectorAll("[data-when-ticked]")) bar.hidden = ticked === 0;
});
