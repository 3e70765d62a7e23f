// form[data-draft]: what is typed is kept on the server, two seconds after the last key, on leaving a field, and on leaving the page.
const PAUSE = 2000;
const MOST = 60_000; // what a page may still send while it is being left
const timers = new WeakMap();
const written = new WeakMap(); // what the server has, so that the same is not sent twice
const underway = new WeakMap();

const SILENT = new Set(["csrfmiddlewaretoken", "order"]);

function contentOf(form) {
  const content = {};
  for (const [name, value] of new FormData(form)) {
    const field = form.elements[name];
    if (typeof value !== "string" || SILENT.has(name) || field?.type === "password") continue;
    content[name] = name in content ? [content[name], value].flat() : value;
  }
  return content;
}

const said = (form) => form.querySelector("[data-draft-said]");

function tell(form, text) {
  const place = said(form);
  if (!place || !text) return;
  place.textContent = text;
  form.querySelector("[data-draft-discard]")?.remove();
}

// Keep it, and tell whether it is safe now.
async function keep(form, { leaving = false } = {}) {
  clearTimeout(timers.get(form));
  timers.delete(form);
  await underway.get(form);
  const content = JSON.stringify(contentOf(form));
  if (form.dataset.sending || written.get(form) === content) return true;
  const body = JSON.stringify({ content: JSON.parse(content), since: form.dataset.draftAt || null });
  const sent = post(form, body, leaving, content);
  underway.set(form, sent);
  return sent;
}

async function post(form, body, leaving, content) {
  try {
    const answer = await fetch(form.dataset.draftTo, {
      method: "POST",
      body,
      keepalive: leaving && body.length < MOST,
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
    });
    const told = (await answer.json().catch(() => ({}))) ?? {};
    tell(form, told.said ?? (answer.ok ? "" : said(form)?.dataset.sayOffline));
    if (!answer.ok) return false;
    form.dataset.draftAt = told.at;
    written.set(form, content);
    if (JSON.stringify(contentOf(form)) === content) form.dataset.kept = "yes";
    return true;
  } catch {
    tell(form, said(form)?.dataset.sayOffline);
    return false;
  }
}

export async function flush(form) {
  return form.dataset.draft ? keep(form) : false;
}

const drafted = (event) => {
  const form = event.target.form ?? event.target;
  return form?.matches?.("form[data-draft]") ? form : null;
};

for (const name of ["input", "change"]) {
  document.addEventListener(name, (event) => {
    const form = drafted(event);
    if (!form || event.isComposing) return;
    delete form.dataset.kept;
    clearTimeout(timers.get(form));
    timers.set(
      form,
      setTimeout(() => keep(form), PAUSE),
    );
  });
}

document.addEventListener("focusout", (event) => {
  const form = drafted(event);
  if (form && timers.has(form)) keep(form);
});

// While it is being sent nothing is kept any more, or the draft would come after the act that ends it.
document.addEventListener(
  "submit",
  (event) => {
    const form = drafted(event);
    if (!form) return;
    clearTimeout(timers.get(form));
    timers.delete(form);
    form.dataset.sending = "yes";
    setTimeout(() => delete form.dataset.sending, 5000);
  },
  true,
);
document.addEventListener("htmx:error", (event) => delete event.detail.ctx?.sourceElement?.dataset?.sending);

addEventListener("pagehide", () => {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    if (timers.has(form)) keep(form, { leaving: true });
  }
});
