// button[data-copy-from="id"] copies what stands in that field now, also what nobody has kept yet.
import { say } from "./toasts.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy-from]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copyFrom).value);
  say(document.body.dataset.sayCopied);
});
