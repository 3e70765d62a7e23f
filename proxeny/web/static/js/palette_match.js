// Finding names in the browser as the server does: lines such as " ke客 hu户" take Chinese, pinyin, initials and mixtures.
const HAN = /\p{Script=Han}/u;
const UNIT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const escaped = (letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

export const folded = (text) => text.normalize("NFKC").toLowerCase();

function step(letter, before) {
  const own = escaped(letter);
  if (HAN.test(letter)) {
    if (!before) return own;
    return HAN.test(before) ? ` [^ ]*${own}` : `[^ ]* [^ ]*${own}`;
  }
  if (!before || HAN.test(before)) return ` ${own}`;
  return `(?:[^ ]* )?${own}`;
}

function pattern(typed) {
  let before = "";
  return [...typed].map((letter) => [step(letter, before), (before = letter)][0]).join("");
}

// Where `name` answers `typed`: [start, end], [] where another word for it does, null where nothing does.
export function span(name, line, more, typed) {
  const wanted = folded(typed).trim();
  const at = folded(name).indexOf(wanted);
  if (at >= 0) return [at, at + wanted.length];
  const letters = [...wanted].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join("");
  if (!letters) return null;
  const found = new RegExp(pattern(letters), "u").exec(line);
  if (found) {
    const units = [...name.matchAll(UNIT)];
    const blanks = (text) => text.split(" ").length - 2;
    const first = units[blanks(line.slice(0, found.index + 1))];
    const last = units[blanks(line.slice(0, found.index + found[0].length))];
    return first && last ? [first.index, last.index + last[0].length] : [];
  }
  return wanted.length > 1 && folded(more).includes(wanted) ? [] : null;
}

export function mark(place, name, found) {
  const [start, end] = found ?? [];
  if (start === undefined || start === end) return place.replaceChildren(name);
  const marked = document.createElement("mark");
  marked.textContent = name.slice(start, end);
  place.replaceChildren(name.slice(0, start), marked, name.slice(end));
}
