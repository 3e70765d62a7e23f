// Menus are popovers. They open beside their button, and the arrow keys walk through them.
const GAP = 6;
const EDGE = 8;

document.addEventListener(
  "toggle",
  (event) => {
    const menu = event.target;
    if (!menu.matches?.(".menu[popover]")) return;
    const button = document.querySelector(`[popovertarget="${menu.id}"]`);
    button?.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState !== "open" || !button) return;
    place(menu, button.getBoundingClientRect());
    items(menu)[0]?.focus();
  },
  true,
);

function place(menu, anchor) {
  const width = menu.offsetWidth;
  const height = menu.offsetHeight;
  const below = anchor.bottom + GAP + height <= innerHeight;
  const top = below ? anchor.bottom + GAP : Math.max(EDGE, anchor.top - GAP - height);
  const start = menu.dataset.align === "end" ? anchor.right - width : anchor.left;
  menu.style.top = `${top}px`;
  menu.style.left = `${Math.max(EDGE, Math.min(start, innerWidth - width - EDGE))}px`;
}

const items = (menu) => [...menu.querySelectorAll("a, button:not(:disabled)")];

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(".menu[popover]");
  if (!menu || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
  event.preventDefault();
  const all = items(menu);
  const at = all.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  all.at(next % all.length)?.focus();
});
