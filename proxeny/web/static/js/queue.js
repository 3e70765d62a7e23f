// The queue: a key that acts on the ticked rows acts on the row one stands on where none is ticked.
import { current } from "./selection.js";

const form = () => document.querySelector("form[data-ticks]");

document.addEventListener("click", (event) => {
  const act = event.target.closest?.("[data-queue-keys] [data-act]")?.dataset.act;
  const list = act && form();
  if (!list) return;
  if (!list.querySelector("[data-row] input:checked")) {
    const box = current()?.querySelector("input[type=checkbox]");
    if (!box) return;
    box.click();
  }
  list.querySelector(`.list-bar button[formaction*="/acts/${act}/"]`)?.click();
});

// Only with the script do these keys mean anything.
for (const keys of document.querySelectorAll("[data-queue-keys]")) keys.hidden = false;
