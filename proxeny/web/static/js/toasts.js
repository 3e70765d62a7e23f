// Toasts: read out by a live region, gone after ten seconds unless looked at; an undo is an ordinary form inside, and z presses the newest.
const LIFE = 10_000;

const region = () => document.getElementById("toasts");

function watch(toast) {
  if (toast.dataset.watched) return;
  toast.dataset.watched = "yes";
  const ring = toast.querySelector(".ring circle");
  let left = LIFE;
  let since = 0;
  let timer = 0;
  const isLookedAt = () => toast.matches(":hover, :focus-within");
  const run = () => {
    if (timer || isLookedAt()) return;
    since = performance.now();
    timer = setTimeout(() => remove(toast), left);
    ring?.getAnimations().forEach((animation) => animation.play());
  };
  const rest = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    left -= performance.now() - since;
    ring?.getAnimations().forEach((animation) => animation.pause());
  };
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, rest);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, () => requestAnimationFrame(run));
  run();
}

function remove(toast) {
  toast.remove();
  markNewest();
}

// One key, one undo: that of what was done last.
function markNewest() {
  const buttons = [...(region()?.querySelectorAll(".is-undo") ?? [])];
  for (const button of buttons) delete button.dataset.key;
  const newest = buttons.at(-1);
  if (newest) newest.dataset.key = "z";
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
  markNewest();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-close-toast]");
  if (button) remove(button.closest(".toast"));
});
document.addEventListener("htmx:after:swap", watchAll);
watchAll();
