// data-autosubmit sends a form of filters when it changes; data-copy copies; errors take the focus; a decision picks its side.
import "./leaving.js";

const PAUSE = 250;
let timer = 0;

function send(form) {
  clearTimeout(timer);
  form.requestSubmit();
}

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-autosubmit]")) send(form);
});

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.matches("[data-autosubmit]") || event.isComposing || event.target.type !== "search") return;
  clearTimeout(timer);
  timer = setTimeout(() => send(form), PAUSE);
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const { say } = await import("./toasts.js");
  say(document.body.dataset.sayCopied);
});

// Sending twice by a double click does no harm on the server, and shows nothing twice here.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  form.dataset.typed = "";
  setTimeout(() => delete form.dataset.sent, 3000);
});

// What is missing is summed up first, and read out; each line leads to its field.
function toErrors() {
  const summary = document.querySelector("[data-errors]:not([data-seen])");
  if (!summary) return;
  summary.dataset.seen = "yes";
  summary.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-errors] a[href^='#']");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.closest("details")?.setAttribute("open", "");
  field.focus();
});
document.addEventListener("htmx:after:swap", toErrors);
toErrors();

// Who writes anew has chosen to.
document.addEventListener("input", (event) => {
  const name = event.target.dataset?.picks;
  const pick = name && event.target.form.querySelector(`[name="${CSS.escape(name)}"][value="anew"]`);
  if (pick) pick.checked = true;
});
