// JupyterLab's one-key shortcuts (d d deletes the cell, x cuts it, arrows leave it) fire even while
// one of our controls has the focus. Lab hears a key as it comes up from the control, so there it is
// enough to stop it on its way. Notebook 7 hears it as it goes down, before any element of ours: for
// that one moment the control carries the attribute at which Jupyter looks for no shortcut. (On a
// box around it the attribute would not help, and for good it would swallow Ctrl+S as well.)
// Keys that mean something to everybody still pass: Ctrl, Cmd and Alt chords, Escape, Shift+Enter.
const NO_SHORTCUTS = "data-lm-suppress-shortcuts";

function guardKeys(box) {
  const passes = (event) => event.ctrlKey || event.metaKey || event.altKey || event.key === "Escape"
    || (event.shiftKey && event.key === "Enter");
  const shield = (event) => {
    if (!passes(event) && box.contains(event.target)) event.target.setAttribute(NO_SHORTCUTS, "");
  };
  const unshield = (event) => event.target.removeAttribute(NO_SHORTCUTS);
  const stop = (event) => { if (!passes(event)) event.stopPropagation(); };
  window.addEventListener("keydown", shield, true);
  box.addEventListener("keydown", unshield, true);
  box.addEventListener("keydown", stop);
  return () => {
    window.removeEventListener("keydown", shield, true);
    box.removeEventListener("keydown", unshield, true);
    box.removeEventListener("keydown", stop);
  };
}
