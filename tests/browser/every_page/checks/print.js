// What stays on paper that nobody can press there.
() => {
  const out = new Set();
  for (const one of document.querySelectorAll(".rail, .skip, .toasts, button, .button, input, select, textarea, [popover], dialog")) {
    if (one.checkVisibility()) out.add(`${one.tagName.toLowerCase()}.${one.className}`);
  }
  return [...out];
}
