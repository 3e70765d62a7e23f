// One field changed in place. Enter or e opens it, Enter keeps it, Escape leaves it, Tab keeps it and opens the next one.
let last = ""; // the field that was touched last: it has the focus again when its part of the page was swapped
let next = ""; // the field to open once this one is kept

const fields = () => [...document.querySelectorAll("[data-inline]")].filter((one) => one.querySelector(".inline-open, .inline-form"));
const opener = (field) => field?.querySelector(".inline-open");
const control = (field) => field?.querySelector(".inline-form .input");

function beside(field, step) {
  const all = fields();
  return all[all.indexOf(field) + step];
}

const isChanged = (input) =>
  input.matches("select") ? [...input.options].some((one) => one.selected !== one.defaultSelected) : input.value !== input.defaultValue;

function leave(field) {
  const form = field.querySelector(".inline-form");
  delete form.dataset.typed;
  field.querySelector("[data-inline-leave]").click();
}

document.addEventListener("click", (event) => {
  const field = event.target.closest?.("[data-inline]");
  if (field) last = field.id;
});
document.addEventListener("submit", (event) => {
  const field = event.target.closest?.("[data-inline]");
  if (field) last = field.id;
});

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest?.("[data-inline]");
  if (field && event.target === control(field)) return inField(event, field);
  if (event.key === "e" && !event.shiftKey) open(event, field);
});

function inField(event, field) {
  if (event.key === "Escape") {
    event.preventDefault();
    last = field.id;
    leave(field);
  } else if (event.key === "Enter" && event.target.matches("select")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  } else if (event.key === "Tab") {
    const other = beside(field, event.shiftKey ? -1 : 1);
    if (!other || !field.querySelector(".inline-form[hx-post]")) return;
    event.preventDefault();
    next = other.id;
    last = field.id;
    if (isChanged(event.target)) event.target.form.requestSubmit();
    else leave(field);
  }
}

// e opens the field one stands on; nowhere in particular, the one touched last, else the first on the page.
function open(event, field) {
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (event.defaultPrevented || typing || document.body.dataset.shortcuts === "off") return;
  if (document.querySelector("dialog[open], [popover]:popover-open")) return;
  if (!field && (event.target.closest("[data-row]") || document.querySelector("[data-key=e]"))) return;
  const wanted = opener(field) ?? opener(document.getElementById(last)) ?? document.querySelector("[data-inline] .inline-open");
  if (!wanted) return;
  event.preventDefault();
  wanted.click();
}

document.addEventListener("htmx:after:swap", (event) => {
  const field = last && event.detail.ctx?.target?.id === last && document.getElementById(last);
  if (!field || document.querySelector("dialog[open]")) return;
  const input = control(field);
  if (input) {
    next = "";
    input.focus();
    if (input.select && input.type !== "date") input.select();
    return;
  }
  const other = opener(document.getElementById(next));
  next = "";
  if (other) other.click();
  else opener(field)?.focus();
  if (!other) last = field.id;
});

// Back from the question whose text is to stand: what was typed is still in the field.
document.addEventListener("close", (event) => control(event.target.closest?.("[data-inline]"))?.focus(), true);

// After an undo one comes back to the value it concerned; the browser itself looks for the place once all is loaded.
function toPlace() {
  if (location.hash.length > 1) opener(document.getElementById(decodeURIComponent(location.hash.slice(1))))?.focus();
}
addEventListener("load", () => setTimeout(toPlace, 50));
