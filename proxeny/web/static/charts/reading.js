// Reading a chart day by day: a crosshair under the pointer, or moved with the arrow keys.
// To a screen reader the chart is a slider over its days: the arrow keys reach it, and each day is spoken.

const SVG = "http://www.w3.org/2000/svg";
const DAY = 86_400_000;
let read = null; // the day that was read last: when the chart is drawn anew, reading goes on there

export class Reading {
  constructor(holder) {
    this.holder = holder;
    this.chart = holder.querySelector("svg.chart");
    this.root = holder.closest("[data-strip]");
    this.days = Number(holder.dataset.days);
    this.first = Date.parse(holder.dataset.first);
    this.index = read === null ? this.days - 1 : this.within((read - this.first) / DAY);
    this.said = null;
    this.summary = this.place?.textContent;
    const slider = { role: "slider", "aria-valuemin": "1", "aria-valuemax": String(this.days) };
    for (const [name, value] of Object.entries(slider)) holder.setAttribute(name, value);
    this.spoken(this.summary);
    holder.addEventListener("pointermove", (event) => this.at(this.dayUnder(event)));
    holder.addEventListener("pointerleave", () => document.activeElement !== holder && this.cleared());
    holder.addEventListener("keydown", (event) => this.typed(event));
    holder.addEventListener("focus", () => this.at(this.index));
    holder.addEventListener("blur", () => this.cleared());
    if (document.activeElement === holder) this.at(this.index);
  }

  get place() {
    return this.root.querySelector("[data-chart-readout]");
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
    return this.within(Math.floor(((event.clientX - box.left) / box.width) * this.days));
  }

  within(index) {
    return Math.min(this.days - 1, Math.max(0, index));
  }

  async at(index) {
    this.index = this.within(index);
    read = this.first + this.index * DAY;
    const across = `${(100 * (this.index + 0.5)) / this.days}%`;
    this.cross ??= this.drawn("line", "chart-cross", { y1: "0", y2: "100%" });
    this.cross.setAttribute("x1", across);
    this.cross.setAttribute("x2", across);
    const wanted = this.index;
    const said = (await this.sentences())[wanted];
    if (wanted !== this.index || !this.cross || !said) return;
    this.place.textContent = said;
    this.spoken(said);
  }

  spoken(words) {
    this.holder.setAttribute("aria-valuenow", String(this.index + 1));
    this.holder.setAttribute("aria-valuetext", words);
  }

  drawn(name, css, attributes) {
    const made = document.createElementNS(SVG, name);
    made.setAttribute("class", css);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return this.chart.appendChild(made);
  }

  typed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageUp: -7, PageDown: 7 }[event.key];
    const index = { Home: 0, End: this.days - 1 }[event.key] ?? (step && this.index + step);
    if (index === undefined) return;
    event.preventDefault();
    this.at(index);
  }

  cleared() {
    this.cross?.remove();
    this.cross = undefined;
    if (this.place) this.place.textContent = this.summary;
  }
}
