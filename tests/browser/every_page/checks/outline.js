// What a screen reader's list of landmarks and headings would miss.
() => {
  const out = [];
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const count = (selector, wanted) => {
    const found = shown(selector).length;
    if (found !== wanted) out.push(`${found} × ${selector}, not ${wanted}`);
  };
  count("h1", 1);
  count("main", 1);
  if (!document.documentElement.lang) out.push("no language");
  if (!document.title || /^\s*·/.test(document.title)) out.push("no title");
  if (document.querySelector(".frame")) count("nav.rail", 1);
  let before = 0;
  for (const heading of shown("main :is(h1, h2, h3, h4), aside :is(h2, h3, h4), header h1")) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1 && before) out.push(`h${level} after h${before}: ${heading.textContent.trim().slice(0, 30)}`);
    before = level;
  }
  for (const one of document.querySelectorAll("[tabindex]")) if (one.tabIndex > 0) out.push(`tabindex ${one.tabIndex}`);
  for (const one of shown("main *, aside *")) if (getComputedStyle(one).order !== "0") out.push(`order of ${one.className}`);
  return out;
}
