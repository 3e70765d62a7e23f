// How far the page can be scrolled sideways, and what sticks out; null when it cannot.
() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= innerWidth) return null;
  const scrolls = (element) => {
    for (let at = element.parentElement; at && at !== page; at = at.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one));
  const name = (one) => `${one.tagName.toLowerCase()}.${[...one.classList].join(".")}`;
  return `${page.scrollWidth - innerWidth} px: ${out.slice(0, 4).map(name).join(", ")}`;
}
