// Single keys, off in fields, during input of Chinese, and for those who have switched them off.
import { open } from "./dialogs.js";
import { isTyping, press, seen, targetOf } from "./keyboard_press.js";
import { current, move, toggle } from "./selection.js";

const SEQUENCE = 2000;
let waiting = -Infinity;

function isOff(event) {
  if (event.isComposing || event.keyCode === 229) return true;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (document.body.dataset.shortcuts === "off") return true;
  return isTyping(event.target) || document.querySelector("dialog[open], [popover]:popover-open") !== null;
}

const plain = {
  "?": () => sheet(),
  "/": () => press(seen("[data-search]")),
  j: () => move(1),
  k: () => move(-1),
  x: () => toggle(),
  g: () => {
    waiting = performance.now();
  },
};

document.addEventListener("keydown", (event) => {
  if (isOff(event) || event.key === "Shift") return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const follows = performance.now() - waiting < SEQUENCE;
  waiting = -Infinity;
  if (follows) {
    // After g a key is a place or nothing: somebody who mistypes g d must not dismiss a matter.
    event.preventDefault();
    return go(key);
  }
  if (key === "Enter") return enter(event);
  if (event.repeat && key !== "j" && key !== "k") return;
  const target = plain[key] ? null : targetOf(key);
  if (!plain[key] && !target) return;
  event.preventDefault();
  if (target) press(target);
  else plain[key]();
});

function go(key) {
  seen(`[data-go="${CSS.escape(key)}"]`)?.click();
}

function enter(event) {
  const row = current();
  if (!row || event.target.closest("a, button, summary, [role=button]")) return;
  const link = row.querySelector("[data-enter], .row-link, a");
  if (link) {
    event.preventDefault();
    link.click();
  }
}

// The sheet of keys says what is on this page; what gathers that is loaded when it is first asked for.
export async function sheet() {
  open("shortcuts");
  const { fill } = await import("./keyboard_sheet.js");
  fill();
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-dialog=shortcuts]")) sheet();
});
