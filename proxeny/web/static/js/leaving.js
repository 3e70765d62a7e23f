// data-unsaved: a form with something typed asks before it is left, unless its draft lies safely on the server.
import { flush } from "./drafts.js";

const unsaved = () => [...document.querySelectorAll('form[data-unsaved][data-typed="yes"]')];
const dialog = () => document.getElementById("leaving");
let goesAnyway = false;

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-unsaved]")) form.dataset.typed = "yes";
});
document.addEventListener("reset", (event) => delete event.target.dataset.typed);

// Go on, when every form is safe or the person does not mind. Drafts are kept first, so that few are ever asked.
async function whenSafe(forms, go) {
  const safe = await Promise.all(forms.map(flush));
  if (safe.every(Boolean) || (await mayLeave())) {
    for (const form of forms) delete form.dataset.typed;
    goesAnyway = true;
    go();
    goesAnyway = false;
  }
}

function mayLeave() {
  const asked = dialog();
  if (!asked || asked.open) return Promise.resolve(false);
  const came = document.activeElement;
  asked.returnValue = "";
  asked.showModal();
  return new Promise((resolve) => {
    asked.addEventListener(
      "close",
      () => {
        const leaves = asked.returnValue === "leave";
        if (!leaves) came?.focus?.();
        resolve(leaves);
      },
      { once: true },
    );
  });
}

const leads = (link, event) =>
  !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button || link.target === "_blank" || link.hasAttribute("download")) &&
  !link.matches("[hx-get], [hx-post]") &&
  (link.pathname !== location.pathname || link.search !== location.search);

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href]");
    const forms = unsaved();
    if (goesAnyway || !link || !forms.length || !leads(link, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    whenSafe(forms, () => link.click());
  },
  true,
);

// A part of the page that is about to be replaced, by something else than the form itself.
document.addEventListener("htmx:before:request", (event) => {
  const { ctx } = event.detail;
  const target = typeof ctx.target === "string" ? document.querySelector(ctx.target) : ctx.target;
  const source = ctx.sourceElement;
  const isOwn = (form) => (form.closest("[data-inline]") ?? form).contains(source);
  const forms = unsaved().filter((form) => target?.contains(form) && !isOwn(form));
  if (goesAnyway || !forms.length) return;
  event.preventDefault();
  const kind = ctx.sourceEvent?.type;
  if (kind === "click") whenSafe(forms, () => source.click());
  else if (kind === "submit") whenSafe(forms, () => source.requestSubmit());
});

addEventListener("beforeunload", (event) => {
  if (!goesAnyway && unsaved().some((form) => form.dataset.kept !== "yes")) event.preventDefault();
});
