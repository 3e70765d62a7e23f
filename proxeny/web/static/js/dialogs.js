// data-dialog="id" opens a <dialog>, data-close closes the one around; data-confirm on a form asks first.
document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-dialog]");
  if (opener) {
    event.preventDefault();
    open(opener.dataset.dialog);
    return;
  }
  if (event.target.closest?.("[data-close]")) event.target.closest("dialog")?.close();
  if (event.target instanceof HTMLDialogElement && isOutside(event, event.target)) event.target.close();
});

export function open(id) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  dialog.showModal();
  const wanted = dialog.querySelector("[aria-invalid=true]") ?? dialog.querySelector("[autofocus], input:not([type=hidden]), textarea, select");
  wanted?.focus();
}

function isOutside(event, dialog) {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}

// A dialog that comes with a fragment, or whose form was sent back with errors, opens by itself.
function openMarked(root = document) {
  const dialog = root.querySelector?.("dialog[data-open]");
  if (dialog && !dialog.open) open(dialog.id);
}
document.addEventListener("htmx:after:swap", () => openMarked());
openMarked();
