// The palette: finds what is typed among the pages, the verbs and what the server knows, and does what is chosen.
import { ask, forget, parsed, send, stop } from "./palette_answers.js";
import { choose, chosen, options, show, walk } from "./palette_list.js";
import { folded, mark, span } from "./palette_match.js";
import { verbsHere } from "./palette_verbs.js";
import { sheet } from "./keyboard.js";
import { press } from "./keyboard_press.js";

const WALKING = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];
const dialog = document.getElementById("palette");
const field = document.getElementById("palette-words");
const none = dialog.querySelector(".palette-none");
const count = dialog.querySelector("[data-count]");
const groups = [dialog.querySelector("[data-group=here]")];
const elements = new WeakMap();
const lines = {};
let answer = [];
let waits = false;
let enters = null;
let telling = 0;

// The pages and the verbs for everywhere; without them the palette still finds what the server knows.
async function begin() {
  try {
    const response = await fetch(dialog.dataset.start);
    if (response.ok && !response.redirected) groups.push(...parsed(await response.text()).map((group) => document.adoptNode(group)));
    redraw(field.value.trim());
  } catch {
    none.textContent = document.body.dataset.sayOffline;
  }
}

begin();

export function opened() {
  forget();
  answer = [];
  readPage();
  field.select();
  look();
}

// The verbs of the page as it is now; how their names sound is asked of the server.
async function readPage() {
  const blank = dialog.querySelector("template").content.firstElementChild;
  const verbs = verbsHere();
  for (const old of groups[0].querySelectorAll("[role=option]")) old.remove();
  for (const { key, name, element } of verbs) {
    const option = blank.cloneNode(true);
    option.querySelector(".palette-name").textContent = name;
    option.querySelector(".key").textContent = key;
    option.dataset.line = lines[name] ?? "";
    elements.set(option, element);
    groups[0].append(option);
  }
  const asked = verbs.filter(({ name }) => !(name in lines)).map(({ name }) => `name=${encodeURIComponent(name)}`);
  try {
    const response = await fetch(`${dialog.dataset.lines}?${asked.join("&")}`);
    if (response.ok && !response.redirected) Object.assign(lines, await response.json());
  } catch {
    return; // Found by their names, then, and not by how they sound.
  }
  for (const option of groups[0].querySelectorAll("[role=option]")) option.dataset.line = lines[option.querySelector(".palette-name").textContent] ?? "";
}

function look() {
  const words = field.value.trim();
  enters = null;
  waits = true;
  draw(words);
  ask(dialog.dataset.answers, words, (found) => {
    waits = false;
    answer = found ?? [];
    redraw(words);
    if (!found) none.textContent = document.body.dataset.sayOffline;
    if (enters) go(enters.elsewhere);
  });
}

// What one has walked to stays chosen, whatever comes beside it.
function redraw(words) {
  const here = chosen();
  const walked = here && here !== options()[0] ? here : null;
  draw(words);
  if (walked?.isConnected && !walked.hidden) choose(walked);
}

// What is on the page answers at once; the server's last answer stays until the next one is here.
function draw(words) {
  for (const group of groups) {
    const all = [...group.querySelectorAll("[role=option]")];
    for (const option of all) {
      const place = option.querySelector(".palette-name");
      const name = place.textContent;
      const found = words ? span(name, option.dataset.line, option.dataset.more ?? "", words) : [];
      option.hidden = found === null;
      mark(place, name, found);
    }
    group.hidden = all.every((option) => option.hidden);
  }
  const shown = show(answer, groups);
  none.textContent = dialog.dataset.sayNone;
  none.hidden = shown > 0 || waits;
  clearTimeout(telling);
  if (!waits) telling = setTimeout(() => (count.textContent = shown ? dialog.dataset.sayCount.replace("{}", shown) : none.textContent), 300);
}

function go(elsewhere) {
  const option = chosen();
  if (!option) return;
  const element = elements.get(option);
  const href = option.getAttribute("href") ?? element?.getAttribute("href");
  if (elsewhere && href) return window.open(href, "_blank", "noopener");
  dialog.close();
  if (element) press(element);
  else if ("sheet" in option.dataset) sheet();
  else if (option.dataset.action) send(dialog.querySelector("form"), option.dataset.action, JSON.parse(option.dataset.fields || "{}"));
  else location.assign(href);
}

field.addEventListener("input", (event) => event.isComposing || look());
field.addEventListener("compositionend", look);
dialog.addEventListener("close", stop);
dialog.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.target !== field) return;
  if (WALKING.includes(event.key) && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    walk(event.key);
  } else if (event.key === "Enter") {
    event.preventDefault();
    const elsewhere = event.ctrlKey || event.metaKey;
    // Typed and entered in one go: what is meant is the first of the answer, not of what stood there before.
    const walked = chosen() && chosen() !== options()[0];
    if (waits && !walked && folded(field.value).trim()) enters = { elsewhere };
    else go(elsewhere);
  }
});
dialog.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (!option || (option.href && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
  event.preventDefault();
  choose(option, false);
  go(false);
});
