// What still moves for longer than a millisecond although the reader asked that nothing should.
() => {
  const longest = (text) => Math.max(...text.split(",").map((part) => parseFloat(part) * (part.trim().endsWith("ms") ? 1 : 1000)));
  const out = new Set();
  for (const one of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, part);
      const moves = style.animationName !== "none" && longest(style.animationDuration) > 1;
      if (moves || longest(style.transitionDuration) > 1) out.add(`${one.tagName.toLowerCase()}.${one.className}${part ?? ""}`);
    }
  }
  return [...out];
}
