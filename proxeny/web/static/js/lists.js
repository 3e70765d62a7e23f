// Lists: a stretch of rows is ticked with shift+click or shift+x; the chooser of columns moves a column without a new page.
import { current } from "./selection.js";

let last = null;

const boxes = () => [...document.querySelectorAll("[data-ticks] [data-row] input[type=checkbox]")];

function stretch(box) {
  const all = boxes();
  const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((one, other) => one - other);
  if (from < 0) return;
  for (const each of all.slice(from, to + 1)) each.checked = box.checked;
}

document.addEventListener("click", (event) => {
  const box = event.target;
  if (!box.matches?.("[data-ticks] [data-row] input[type=checkbox]")) return;
  if (event.shiftKey) stretch(box);
  last = box;
});

// Before the plain x of keyboard.js, and resting where single keys rest.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "X" || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.body.dataset.shortcuts === "off" || document.querySelector("dialog[open], [popover]:popover-open")) return;
    if (event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    const box = current()?.querySelector("input[type=checkbox]");
    if (!box?.matches("[data-ticks] *")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    box.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: true }));
  },
  true,
);

// All that match are meant only as long as nobody takes a single tick off again; “tick none” tells the counter.
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("[data-ticks]");
  const whole = form?.querySelector("[name=all]");
  if (!whole) return;
  if (event.target === whole && whole.checked) for (const box of boxes()) box.checked = true;
  else if (event.target !== whole && !event.target.checked) whole.checked = false;
  const count = form.querySelector("[data-ticked]");
  if (event.target === whole && count) count.textContent = String(boxes().filter((box) => box.checked).length);
});
document.addEventListener("reset", (event) => {
  if (!event.target.matches("[data-ticks]")) return;
  last = null;
  for (const count of event.target.querySelectorAll("[data-ticked]")) count.textContent = "0";
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-columns] [data-up]");
  if (!button) return;
  event.preventDefault();
  const line = button.closest("li");
  line.previousElementSibling?.before(line);
  button.focus();
});
