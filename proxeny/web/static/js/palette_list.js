// The list of the palette: which groups it shows, and which line is chosen.
const list = document.getElementById("palette-list");
const words = document.getElementById("palette-words");
const PAGE = 8;

export const options = () => [...list.querySelectorAll("[role=option]")].filter((option) => !option.hidden && !option.parentElement.hidden);

export const chosen = () => list.querySelector("[aria-selected=true]");

// What the server found comes first, unless it is only a slip away and a page or a verb of that name is here.
export function show(fromServer, ours) {
  const near = fromServer.filter((group) => !("weak" in group.dataset));
  const far = fromServer.filter((group) => "weak" in group.dataset);
  list.replaceChildren(...near, ...ours, ...far);
  // Hidden ones are numbered, too: no two lines may go by one id.
  list.querySelectorAll("[role=option]").forEach((option, place) => {
    option.id = `palette-option-${place}`;
    option.setAttribute("aria-selected", "false");
  });
  const lines = options();
  list.hidden = lines.length === 0;
  words.setAttribute("aria-expanded", String(lines.length > 0));
  choose(lines[0], false);
  list.scrollTop = 0;
  return lines.length;
}

export function choose(option, scroll = true) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  if (option) words.setAttribute("aria-activedescendant", option.id);
  else words.removeAttribute("aria-activedescendant");
  if (!option || !scroll) return;
  const isFirst = option === options()[0];
  if (isFirst) list.scrollTop = 0;
  else option.scrollIntoView({ block: "nearest" });
}

export function walk(key) {
  const lines = options();
  if (!lines.length) return;
  const at = lines.indexOf(chosen());
  const last = lines.length - 1;
  const to = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    PageDown: Math.min(at + PAGE, last),
    PageUp: Math.max(at - PAGE, 0),
    Home: 0,
    End: last,
  };
  choose(lines[to[key]]);
}

list.addEventListener("pointermove", (event) => {
  const option = event.target.closest("[role=option]");
  if (option && option !== chosen()) choose(option, false);
});
