// What has the focus now: a name to know it by, and what is wrong with how it shows.
() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect();
  const words = (here.getAttribute("aria-label") ?? here.textContent ?? "").trim().slice(0, 24);
  const wrong = [];
  const shows = (one) => one && getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 1;
  // Inside a field for a day the browser itself walks over parts, and draws the focus on them.
  const hasParts = /date|time|month/.test(here.type ?? "");
  if (!hasParts && !shows(here) && !shows(here.closest("label, .row")) && !shows(here.parentElement)) wrong.push("nothing shows that it has the focus");
  const x = [0.1, 0.5, 0.9].map((part) => box.left + box.width * part);
  const y = [0.15, 0.5, 0.85].map((part) => box.top + box.height * part);
  const isOwn = (top) => top && (here.contains(top) || top.contains(here) || here.closest("label")?.contains(top));
  const seen = x.some((left) => y.some((top) => isOwn(document.elementFromPoint(left, top))));
  if (!seen) wrong.push("it is covered or out of sight");
  const all = [...document.querySelectorAll("*")];
  return { hasParts, place: all.indexOf(here), name: `${here.tagName.toLowerCase()}.${here.className} “${words}”`, wrong };
}
