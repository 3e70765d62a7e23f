// What a key presses. Apart from the keys themselves, so that the palette presses the same.
import { current } from "./selection.js";

const WRITTEN = "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=file], [type=range], [type=color]), textarea, select";

export const isTyping = (target) => Boolean(target.isContentEditable || target.closest?.(WRITTEN));
const isSeen = (element) => !element.closest("dialog:not([open])") && element.checkVisibility({ visibilityProperty: true });

export const seen = (selector, root = document) => [...root.querySelectorAll(selector)].find((element) => !element.disabled && isSeen(element));

// data-key="s" on a button, link, field or disclosure: the key presses it; one inside the current row comes first.
export function targetOf(key) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const row = current();
  return (row && seen(selector, row)) ?? seen(selector);
}

export function press(target) {
  if (!target) return;
  if (target.matches("summary")) target = target.parentElement;
  if (target.matches("details")) {
    target.open = true;
    target = target.querySelector(":is(input:not([type=hidden]), textarea, select):not(:disabled)") ?? target.querySelector("summary");
    target.scrollIntoView({ block: "nearest" });
    target.focus();
  } else if (isTyping(target)) {
    target.focus();
    target.select?.();
  } else target.click();
}
