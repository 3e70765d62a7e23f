// What can be done on this page: whatever one sees that has a key. Their names come from the elements themselves.
import { targetOf } from "./keyboard_press.js";

const SILENT = "kbd, svg, [aria-hidden=true]";

export function nameOf(element) {
  const named = element.getAttribute("aria-label");
  if (named) return named.trim();
  const bearer = element.matches("details") ? element.querySelector("summary") : (element.labels?.[0] ?? element);
  const copy = bearer.cloneNode(true);
  for (const part of copy.querySelectorAll(`${SILENT}, input, select, textarea`)) part.remove();
  return copy.textContent.replace(/\s+/g, " ").trim() || element.title || element.placeholder || "";
}

// One for each key, the one that the key would press; [{ key, name, element }]
export function verbsHere() {
  const keys = new Set([...document.querySelectorAll("[data-key]")].map((element) => element.dataset.key));
  const found = [...keys].map((key) => ({ key, element: targetOf(key) }));
  return found
    .filter(({ element }) => element)
    .map((verb) => ({ ...verb, name: nameOf(verb.element) }))
    .filter(({ name }) => name);
}
