// The docket: the matter whose evidence is shown is the chosen row; on a narrow screen the evidence is brought into view.
const board = document.getElementById("docket-list");
const evidence = document.getElementById("docket-item");

board?.addEventListener("click", (event) => {
  const row = event.target.closest("[data-row]");
  if (!row || !event.target.closest(".row-link")) return;
  for (const other of board.querySelectorAll(".is-chosen")) {
    other.classList.remove("is-chosen");
    other.removeAttribute("aria-current");
  }
  row.classList.add("is-chosen");
  row.setAttribute("aria-current", "true");
});

document.addEventListener("htmx:after:swap", (event) => {
  if (event.target !== evidence || evidence.getBoundingClientRect().top < innerHeight) return;
  evidence.scrollIntoView({ block: "start" });
  evidence.focus({ preventScroll: true });
});
