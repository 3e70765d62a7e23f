// The sheet of keys: those of this page are read off it, and Ctrl is ⌘ where the keyboard has that.
import { verbsHere } from "./palette_verbs.js";

const dialog = document.getElementById("shortcuts");

export function fill() {
  const section = dialog.querySelector("[data-keys-here]");
  const blank = section.querySelector("template").content.firstElementChild;
  const lines = verbsHere()
    .filter(({ key }) => key !== "/")
    .map(({ key, name }) => {
      const line = blank.cloneNode(true);
      line.querySelector("dt").textContent = name;
      line.querySelector("kbd").textContent = key;
      return line;
    });
  section.querySelector("dl").replaceChildren(...lines);
  section.hidden = lines.length === 0;
  dialog.querySelector("[data-keys-rows]").hidden = document.querySelector("[data-row]") === null;
  dialog.querySelector("[data-keys-search]").hidden = document.querySelector("[data-search]") === null;
  dialog.querySelector("[data-keys-tick]").hidden = document.querySelector("[data-row] input[type=checkbox]") === null;
}
