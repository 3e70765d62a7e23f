// Files beside a message: chosen, dropped or pasted, sent at once with a bar, taken out again before the message goes.
import { say } from "./toasts.js";

const chooser = () => document.getElementById("composer-file");
const place = () => document.getElementById("composer-files");

function line(file) {
  const item = document.createElement("p");
  item.className = "composer-attached";
  const name = document.createElement("span");
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.className = "progress";
  bar.max = 100;
  bar.setAttribute("aria-label", file.name);
  item.append(name, bar);
  place().append(item);
  return { item, bar };
}

function send(file) {
  const { limit, address, sayLarge, sayBroken } = chooser().dataset;
  if (file.size > Number(limit)) return say(`${file.name} ${sayLarge}`, "error");
  const { item, bar } = line(file);
  const body = new FormData();
  body.append("file", file, file.name);
  body.append("csrfmiddlewaretoken", document.querySelector("#composer-form [name=csrfmiddlewaretoken]").value);
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = Math.floor((100 * event.loaded) / event.total);
  });
  request.upload.addEventListener("load", () => bar.removeAttribute("value"));
  request.addEventListener("loadend", () => ended(request, item, `${file.name} ${sayBroken}`));
  return request.send(body);
}

function ended(request, item, broken) {
  item.remove();
  if (request.status !== 200 && request.status !== 422) return say(broken, "error");
  const came = new DOMParser().parseFromString(request.responseText, "text/html").getElementById("composer-files");
  for (const waiting of place().querySelectorAll(":scope > p.composer-attached")) came.append(waiting);
  place().replaceWith(came);
  window.htmx.process(came);
  document.getElementById("composer").classList.add("is-begun");
}

const take = (files) => [...files].forEach(send);

document.addEventListener("change", (event) => {
  if (event.target !== chooser()) return;
  take(event.target.files);
  event.target.value = "";
});

// A picture in the clipboard has no name worth keeping.
document.addEventListener("paste", (event) => {
  if (!event.target.closest?.("#composer-text")) return;
  const files = [...event.clipboardData.files];
  if (!files.length) return;
  event.preventDefault();
  const at = new Date().toISOString().slice(0, 19).replace(/\D/g, "");
  take(files.map((file, place) => new File([file], file.name === "image.png" ? `${at}-${place + 1}.png` : file.name, { type: file.type })));
});

const holdsFiles = (event) => event.dataTransfer?.types.includes("Files") && chooser();
let over = 0;

function show(by) {
  over = Math.max(0, over + by);
  document.getElementById("composer")?.classList.toggle("is-over", over > 0);
}

document.addEventListener("dragenter", (event) => holdsFiles(event) && show(1));
document.addEventListener("dragleave", (event) => holdsFiles(event) && show(-1));
document.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
document.addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  show(-over);
  take(event.dataTransfer.files);
});
