// The strip chart beyond reading. Without this file everything is still there: the table, the buttons that look closer,
// the form with two dates, the links to save. It comes with the chart, so a page without one does not load it.
import { enableCopying } from "./copying.js";
import { Reading } from "./reading.js";
import { Zooming } from "./zooming.js";

function enliven() {
  for (const holder of document.querySelectorAll(".chart-holder[data-readouts]:not([data-alive])")) {
    holder.dataset.alive = "";
    new Zooming(new Reading(holder));
  }
  enableCopying();
}

enliven();
document.addEventListener("htmx:after:swap", enliven);
