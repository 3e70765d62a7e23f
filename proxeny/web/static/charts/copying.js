// The picture of a chart on the clipboard, for those whose browser allows it.

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

export function enableCopying() {
  if (!("ClipboardItem" in window && navigator.clipboard)) return;
  for (const button of document.querySelectorAll("button[data-chart-copy][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => copied(button));
  }
}
