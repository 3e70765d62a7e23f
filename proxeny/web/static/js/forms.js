// data-autosubmit sends a form of filters when it changes; data-copy copies; data-unsaved guards what was typed.
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

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-unsaved]")) form.dataset.typed = "yes";
});
addEventListener("beforeunload", (event) => {
  if (document.querySelector('form[data-unsaved][data-typed="yes"]')) event.preventDefault();
});
