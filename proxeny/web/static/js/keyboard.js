// Single keys, off in fields, during input of Chinese, and for those who have switched them off.
import { open } from "./dialogs.js";
import { current, move, toggle } from "./selection.js";

const SEQUENCE = 1000;
let waiting = -Infinity;

const isTyping = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;

function isOff(event) {
  if (event.isComposing || event.keyCode === 229) return true;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (document.body.dataset.shortcuts === "off") return true;
  return isTyping(event.target) || document.querySelector("dialog[open], [popover]:popover-open") !== null;
}

const plain = {
  "?": () => open("shortcuts"),
  "/": () => document.querySelector("[data-search]")?.focus(),
  j: () => move(1),
  k: () => move(-1),
  x: () => toggle(),
  g: () => {
    waiting = performance.now();
  },
};

document.addEventListener("keydown", (event) => {
  if (isOff(event)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (performance.now() - waiting < SEQUENCE && go(key)) {
    waiting = -Infinity;
    event.preventDefault();
    return;
  }
  if (key === "Enter") return enter(event);
  const act = plain[key] ?? verb(key);
  if (!act) return;
  event.preventDefault();
  act();
});

function go(key) {
  const place = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  place?.click();
  return place !== null;
}

// data-key="s" on a button or link: the key presses it; one inside the current row or the aside comes first.
function verb(key) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const target = current()?.querySelector(selector) ?? document.querySelector(selector);
  return target && (() => (target.matches("input, textarea, select") ? target.focus() : target.click()));
}

function enter(event) {
  const row = current();
  if (!row || event.target.closest("a, button, summary")) return;
  const link = row.querySelector("[data-enter], .row-link, a");
  if (link) {
    event.preventDefault();
    link.click();
  }
}
