// JupyterLab's one-key shortcuts (d d deletes the cell, x cuts it, arrows leave it) fire even while
// one of our controls has the focus. Lab's own opt-out attribute does not help, because its selectors
// match the focused element first; stopping the bubbling keydown does.
// Keys that mean something to everybody still pass: Ctrl, Cmd and Alt chords, Escape, Shift+Enter.
function guardKeys(box) {
  const stop = (event) => {
    const passes = event.ctrlKey || event.metaKey || event.altKey || event.key === "Escape"
      || (event.shiftKey && event.key === "Enter");
    if (!passes) event.stopPropagation();
  };
  box.addEventListener("keydown", stop);
  return () => box.removeEventListener("keydown", stop);
}
