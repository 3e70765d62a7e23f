// The composer: for whom, what its button says, the check after a pause, sending by Ctrl+Enter, leaving by Escape.
import "./composer_files.js";
import "./composer_mentions.js";
import "./composer_templates.js";

const PAUSE = 1200;
let timer = 0;
let caret = null; // where the cursor stood while another audience was chosen

const composer = () => document.getElementById("composer");
const form = () => document.getElementById("composer-form");
const field = () => document.getElementById("composer-text");
const joined = (names) => (document.documentElement.lang.startsWith("zh") ? names.join("、") : new Intl.ListFormat("en-GB").format(names));

// The button and the line above name who was chosen.
function rename() {
  const box = composer();
  const names = [...box.querySelectorAll("[name=recipients]:checked")].map((one) => one.dataset.name);
  const say = (pattern, without) => (names.length ? pattern.replace("%(names)s", joined(names)) : without);
  box.querySelector("[data-composer-visible]").textContent = say(box.dataset.visible, box.dataset.visibleNobody);
  box.querySelector("[data-composer-verb]").textContent = say(box.dataset.send, box.dataset.sendNobody);
}

document.addEventListener("change", (event) => event.target.matches?.("#composer-form [name=recipients]") && rename());

document.addEventListener("input", (event) => {
  if (event.target !== field()) return;
  const elements = form().elements;
  composer().classList.add("is-begun");
  // Words that are begun anew are begun for whom the composer is now.
  if (!event.target.value.trim()) elements.begun_as.value = elements.audience.value;
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(check, PAUSE);
});

function check() {
  const place = document.getElementById("composer-remarks");
  // Where a reason is being written already, a fresh answer would wipe it; sending asks the check once more anyway.
  const isAnswered = place?.querySelector(".remark-anyway[open]");
  if (place && !isAnswered && composer().dataset.audience === "customer") place.dispatchEvent(new CustomEvent("composer:pause"));
}

// Choosing the audience that is there already only leads into the field; nothing is kept of what is about to move.
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest?.("[data-composer-to]");
    if (!button) return;
    clearTimeout(timer);
    if (button.getAttribute("aria-pressed") === "true") {
      event.preventDefault();
      event.stopImmediatePropagation();
      return toField();
    }
    form().dataset.sending = "yes";
    caret = field().selectionStart;
  },
  true,
);

function toField() {
  field().focus();
  composer().scrollIntoView({ block: "nearest" });
}

document.addEventListener("htmx:after:swap", () => {
  if (caret === null || !composer()) return;
  const text = field();
  const end = text.value.indexOf("@\n") + 1 || Math.min(caret, text.value.length);
  caret = null;
  toField();
  text.setSelectionRange(end, end);
});

// A path put down on the way: the form for it is looked at, the words stay here.
document.addEventListener("htmx:after:swap", (event) => {
  if (!event.detail.ctx?.sourceElement?.matches?.("[data-composer-way]")) return;
  const place = document.getElementById("proposal-place");
  place.scrollIntoView({ block: "center" });
  place.querySelector("textarea, input:not([type=hidden]), select")?.focus();
});

document.addEventListener("keydown", (event) => {
  const box = event.target.closest?.("#composer");
  if (!box || event.isComposing || event.keyCode === 229) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form().requestSubmit(box.querySelector("[data-composer-send]"));
  } else if (event.key === "Enter" && event.target.matches("input:not([type=checkbox], [type=file])")) {
    event.preventDefault(); // a line is not sent by Enter: what goes to the customer is sent on purpose
  } else if (event.key === "Escape" && !event.defaultPrevented) {
    event.target.blur();
    const here = document.querySelector("#talk > :last-child");
    here?.setAttribute("tabindex", "-1");
    here?.focus({ preventScroll: true });
  }
});

// Without a name the first submit button is meant for pages without scripts.
document.querySelector("[data-composer-default]")?.setAttribute("type", "button");
document.addEventListener("htmx:after:swap", () => document.querySelector("[data-composer-default]")?.setAttribute("type", "button"));
