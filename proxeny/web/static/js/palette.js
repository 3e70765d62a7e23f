// Ctrl K (Mac: ⌘K) and [data-palette] open the palette; the rest is loaded when first used.
const isMac = navigator.platform.startsWith("Mac");
let loading;

export function toggle() {
  const dialog = document.getElementById("palette");
  if (!dialog) return;
  if (dialog.open) return dialog.close();
  dialog.showModal();
  document.getElementById("palette-words").focus();
  loading ??= import("./palette_dialog.js").catch(() => (loading = undefined));
  loading.then((palette) => palette?.opened());
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.altKey || event.shiftKey) return;
  if (!(isMac ? event.metaKey : event.ctrlKey) || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  if (!event.repeat) toggle();
});
document.addEventListener("click", (event) => event.target.closest?.("[data-palette]") && toggle());
if (isMac) for (const key of document.querySelectorAll("[data-mod]")) key.textContent = "⌘";
