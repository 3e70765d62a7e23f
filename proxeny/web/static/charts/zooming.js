// Looking closer: a range dragged with mouse, pen or finger, and keys. The server draws anew; its buttons do the same.

const LEAST_DRAG = 3;

export class Zooming {
  constructor(reading) {
    this.reading = reading;
    this.from = null;
    const { holder } = reading;
    holder.addEventListener("pointerdown", (event) => this.pressed(event));
    holder.addEventListener("pointermove", (event) => this.dragged(event));
    holder.addEventListener("pointerup", (event) => this.released(event));
    holder.addEventListener("pointercancel", () => this.dropped());
    holder.addEventListener("dblclick", () => this.press("back"));
    holder.addEventListener("keydown", (event) => this.typed(event));
  }

  pressed(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    this.from = this.reading.dayUnder(event);
    this.reading.holder.setPointerCapture(event.pointerId);
  }

  dragged(event) {
    if (this.from === null) return;
    const { days } = this.reading;
    const [low, high] = [this.from, this.reading.dayUnder(event)].sort((a, b) => a - b);
    this.brush ??= this.reading.drawn("rect", "chart-brush", { y: "0", height: "100%" });
    this.brush.setAttribute("x", `${(100 * low) / days}%`);
    this.brush.setAttribute("width", `${(100 * (high - low + 1)) / days}%`);
  }

  released(event) {
    if (this.from === null) return;
    const [from, to] = [this.from, this.reading.dayUnder(event)].sort((a, b) => a - b);
    this.dropped();
    if (to - from >= LEAST_DRAG) this.show(from, to);
  }

  dropped() {
    this.brush?.remove();
    this.brush = undefined;
    this.from = null;
  }

  typed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const look = event.shiftKey
      ? { ArrowLeft: "earlier", ArrowRight: "later", "+": "closer" }[event.key]
      : { "+": "closer", "=": "closer", "-": "wider", "0": "back" }[event.key];
    if (!look) return;
    event.preventDefault();
    event.stopPropagation();
    if (look === "closer") this.closer();
    else this.press(look);
  }

  // Closer is about the day that is being read.
  closer() {
    const { days, index } = this.reading;
    const wanted = Math.max(7, Math.floor(days / 2));
    if (wanted >= days) return;
    const from = Math.min(days - wanted, Math.max(0, index - Math.floor(wanted / 2)));
    this.show(from, from + wanted - 1);
  }

  press(look) {
    this.reading.root.querySelector(`[data-look="${look}"][href]`)?.click();
  }

  // Looking at some of the days is the form with the two dates, filled in and sent.
  show(from, to) {
    const form = this.reading.root.querySelector("form[data-chart-range]");
    form.elements.namedItem("first").value = this.dayAt(from);
    form.elements.namedItem("last").value = this.dayAt(to);
    form.requestSubmit();
  }

  dayAt(index) {
    const day = new Date(`${this.reading.holder.dataset.first}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + index);
    return day.toISOString().slice(0, 10);
  }
}
