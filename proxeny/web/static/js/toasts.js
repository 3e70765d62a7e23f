// Toasts: read out by a live region, gone after ten seconds unless looked at; an undo is an ordinary form inside.
const LIFE = 10_000;

const region = () => document.getElementById("toasts");

function watch(toast) {
  if (toast.dataset.watched) return;
  toast.dataset.watched = "yes";
  let left = LIFE;
  let since = 0;
  let timer = 0;
  const run = () => {
    since = performance.now();
    timer = setTimeout(() => toast.remove(), left);
  };
  const rest = () => {
    clearTimeout(timer);
    left -= performance.now() - since;
  };
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, rest);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, run);
  run();
}

export function say(text, kind = "info") {
  const template = document.getElementById("toast-blank");
  if (!text || !template) return;
  const toast = template.content.firstElementChild.cloneNode(true);
  toast.classList.add(`is-${kind}`);
  toast.querySelector(".toast-text").textContent = text;
  region().append(toast);
  watch(toast);
}

function watchAll() {
  region()?.querySelectorAll(".toast").forEach(watch);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-close-toast]");
  if (button) button.closest(".toast").remove();
});
document.addEventListener("htmx:after:swap", watchAll);
watchAll();
