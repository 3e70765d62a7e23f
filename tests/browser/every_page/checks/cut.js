// Texts that do not fit into their own box, so that a part of them cannot be read.
() => {
  const name = (one) => `${one.tagName.toLowerCase()}.${[...one.classList].join(".")}`;
  const isWords = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
  const scrolls = (style) => /auto|scroll/.test(style.overflowX + style.overflowY);
  const out = new Set();
  for (const one of document.body.querySelectorAll("*")) {
    if (one.closest(".sr, svg, [aria-hidden=true], option, select, script, template, [title]")) continue;
    if (![...one.childNodes].some(isWords) || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    for (let at = one; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (scrolls(style)) break;
      if (style.display === "inline" || style.display === "contents") continue;
      const hides = at === one || style.overflowX !== "visible" || style.overflowY !== "visible";
      if (!hides) continue;
      if (at.clientWidth && (at.scrollWidth > at.clientWidth + 2 || at.scrollHeight > at.clientHeight + 4)) {
        out.add(`${name(at)} ${at.scrollWidth}×${at.scrollHeight} in ${at.clientWidth}×${at.clientHeight} “${one.textContent.trim().slice(0, 24)}”`);
      }
    }
  }
  return [...out];
}
