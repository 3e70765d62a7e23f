// The strip chart beyond reading: a crosshair that says the day, a brush that looks closer, a copy of the picture.
// Without this file everything is still there: the table, the form with two dates, the links to save.

const SVG = "http://www.w3.org/2000/svg";
const LEAST_BRUSH = 3;

class StripChart {
  constructor(holder) {
    this.holder = holder;
    this.chart = holder.querySelector("svg.chart");
    this.root = holder.closest("[data-strip]");
    this.days = Number(holder.dataset.days);
    this.first = holder.dataset.first;
    this.said = null;
    this.index = this.days - 1;
    this.from = null;
    holder.addEventListener("pointermove", (event) => this.moved(event));
    holder.addEventListener("pointerdown", (event) => this.pressed(event));
    holder.addEventListener("pointerup", (event) => this.released(event));
    holder.addEventListener("pointercancel", () => this.cleared());
    holder.addEventListener("pointerleave", () => this.from === null && this.cleared());
    holder.addEventListener("keydown", (event) => this.typed(event));
    holder.addEventListener("focus", () => this.at(this.index));
    holder.addEventListener("blur", () => this.cleared());
  }

  // What each day says comes from the server, in the reader's language, when it is first asked for.
  sentences() {
    this.said ??= fetch(this.holder.dataset.readouts)
      .then((answer) => (answer.ok ? answer.json() : { days: [] }))
      .then((found) => found.days)
      .catch(() => []);
    return this.said;
  }

  dayUnder(event) {
    const box = this.chart.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(this.days - 1, Math.max(0, Math.floor(share * this.days)));
  }

  async at(index) {
    this.index = Math.min(this.days - 1, Math.max(0, index));
    const across = `${(100 * (this.index + 0.5)) / this.days}%`;
    this.cross ??= this.added("line", "chart-cross", { y1: "0", y2: "100%" });
    this.cross.setAttribute("x1", across);
    this.cross.setAttribute("x2", across);
    const wanted = this.index;
    const said = (await this.sentences())[wanted];
    const place = this.root.querySelector("[data-chart-readout]");
    if (wanted === this.index && this.cross && place) place.textContent = said ?? "";
  }

  added(name, css, attributes) {
    const made = document.createElementNS(SVG, name);
    made.setAttribute("class", css);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return this.chart.appendChild(made);
  }

  moved(event) {
    const index = this.dayUnder(event);
    this.at(index);
    if (this.from === null) return;
    this.brush ??= this.added("rect", "chart-brush", { y: "0", height: "100%" });
    const [low, high] = [Math.min(this.from, index), Math.max(this.from, index)];
    this.brush.setAttribute("x", `${(100 * low) / this.days}%`);
    this.brush.setAttribute("width", `${(100 * (high - low + 1)) / this.days}%`);
  }

  pressed(event) {
    if (event.button !== 0 || event.pointerType === "touch") return;
    this.from = this.dayUnder(event);
    this.holder.setPointerCapture(event.pointerId);
  }

  released(event) {
    if (this.from === null) return;
    const [from, to] = [this.from, this.dayUnder(event)].sort((a, b) => a - b);
    this.cleared();
    if (to - from >= LEAST_BRUSH) this.show(from, to);
  }

  // Looking closer is the form with the two dates, filled in and sent.
  show(from, to) {
    const form = this.root.querySelector("form[data-chart-range]");
    form.elements.namedItem("first").value = this.dayAt(from);
    form.elements.namedItem("last").value = this.dayAt(to);
    form.requestSubmit();
  }

  dayAt(index) {
    const day = new Date(`${this.first}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + index);
    return day.toISOString().slice(0, 10);
  }

  typed(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[event.key];
    const place = { Home: 0, End: this.days - 1 }[event.key] ?? (step && this.index + step);
    if (place === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.at(place);
  }

  cleared() {
    this.cross?.remove();
    this.brush?.remove();
    this.cross = this.brush = undefined;
    this.from = null;
  }
}

async function picture(address) {
  const text = await (await fetch(address)).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function copied(button) {
  const item = new ClipboardItem({ "image/png": picture(button.dataset.chartCopy) });
  try {
    await navigator.clipboard.write([item]);
    button.textContent = button.dataset.done;
  } catch {
    button.textContent = button.dataset.failed;
  }
}

function enliven() {
  for (const holder of document.querySelectorAll("[data-readouts]:not([data-alive])")) {
    holder.dataset.alive = "";
    new StripChart(holder);
  }
  if (!("ClipboardItem" in window && navigator.clipboard)) return;
  for (const button of document.querySelectorAll("button[data-chart-copy][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => copied(button));
  }
}

enliven();
document.addEventListener("htmx:after:swap", enliven);
