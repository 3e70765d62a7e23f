// htmx: errors become a toast in words, whole pages are never swapped into a part.
import { say } from "./toasts.js";

const words = document.body.dataset;

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (ctx?.response?.raw.redirected && ctx.hx && ctx.text?.startsWith("<!doctype html")) {
    event.preventDefault();
    location.assign(ctx.response.raw.url);
  }
});

document.addEventListener("htmx:response:error", (event) => {
  const { status } = event.detail.ctx.response;
  if (status === 422) return;
  say(status === 404 ? words.sayGone : status === 403 ? words.sayStale : words.sayBroken, "error");
});

document.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx?.status?.startsWith?.("error")) say(words.sayOffline, "error");
});
