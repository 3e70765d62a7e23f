// Files are sent as soon as they are chosen or dropped, with a bar; without this, the forms send them.
import { say } from "./toasts.js";

const page = document.querySelector("[data-drop]");
const list = page?.querySelector("[data-uploads]");
const words = page?.dataset ?? {};
let dragging = 0;
let last = "";
let underway = 0;
const stopped = new WeakSet();

function refusal(file) {
  const suffix = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
  if (!words.accepted.split(",").includes(suffix)) return words.sayType;
  if (file.size === 0) return words.sayEmpty;
  return file.size > Number(words.limit) ? words.sayLarge : "";
}

function take(files, form) {
  for (const file of files) {
    const why = refusal(file);
    if (why) say(`${file.name} ${why}`, "error");
    else send(file, form);
  }
}

function line(file) {
  const item = page.querySelector("[data-upload-blank]").content.firstElementChild.cloneNode(true);
  item.querySelector(".imports-upload-name").textContent = file.name;
  item.querySelector("progress").setAttribute("aria-label", file.name);
  list.append(item);
  return item;
}

function send(file, form) {
  const item = line(file);
  const bar = item.querySelector("progress");
  const share = item.querySelector(".imports-upload-share");
  const body = new FormData(form);
  body.delete("file");
  body.append("file", file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    bar.value = Math.floor((100 * event.loaded) / event.total);
    share.textContent = `${bar.value} %`;
  });
  // All has arrived; the server keeps it and looks what it is.
  request.upload.addEventListener("load", () => bar.removeAttribute("value"));
  request.addEventListener("loadend", () => ended(request, file, item));
  item.querySelector("button").addEventListener("click", () => {
    stopped.add(request);
    request.abort();
  });
  underway += 1;
  request.send(body);
}

function ended(request, file, item) {
  underway -= 1;
  item.remove();
  const answer = request.response;
  if (answer?.go) last = last ? location.pathname : answer.go; // several: back to the list
  else if (answer?.refusal) say(answer.refusal, "error");
  else if (!stopped.has(request)) say(`${file.name} ${words.sayBroken}`, "error");
  if (underway === 0 && last) location.assign(last);
}

page?.addEventListener("change", (event) => {
  const form = event.target.closest("[data-upload]");
  if (!form || event.target.type !== "file") return;
  take(event.target.files, form);
  event.target.value = "";
});

const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");

if (page) {
  document.addEventListener("dragenter", (event) => {
    if (!holdsFiles(event)) return;
    dragging += 1;
    page.classList.add("is-over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!holdsFiles(event)) return;
    dragging = Math.max(0, dragging - 1);
    if (dragging === 0) page.classList.remove("is-over");
  });
  document.addEventListener("dragover", (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    dragging = 0;
    page.classList.remove("is-over");
    const place = event.target.closest?.("[data-upload]");
    take(event.dataTransfer.files, place ?? page.querySelector("[data-upload-any]"));
  });
}
