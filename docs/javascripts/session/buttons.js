/* The buttons and keys of the screen, and what a double tap, Escape and a phone's back button may not do. */
const SETTLE_MS = 300;

/* Buttons that are deaf for a moment after a press: the second tap of a double tap neither does the same again nor hits
   what has come under the finger. */
export function gentle() {
  let settling = false;
  return (does) => () => {
    if (settling) return;
    settling = true;
    setTimeout(() => { settling = false; }, SETTLE_MS);
    does();
  };
}

/* `act` has what each control does, besides `rate`, `correct` and `listen`; `running()` says whether a session is on.
   Returns what takes the listeners of the page away. */
export function connect({ dialog, run, controls, set }, act, gently, { running, asked }) {
  for (const name of ["back", "main", "skip", "longer", "stop", "more"]) controls[name].addEventListener("click", gently(act[name]));
  set.label.addEventListener("click", gently(act.correct));
  for (const chip of set.chips) chip.addEventListener("click", () => act.rate(Number(chip.dataset.left)));
  // After a press with a finger or a mouse the space bar is for pausing again.
  run.addEventListener("click", (event) => { if (event.detail && !asked()) controls.main.focus(); });
  dialog.addEventListener("keydown", pressed);
  dialog.addEventListener("keyup", (event) => { if (event.key === " " && event.target === controls.main) event.preventDefault(); });
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.addEventListener("pointerdown", act.listen);
  addEventListener("popstate", wentBack);
  if (!history.state?.session) history.pushState({ session: true }, "");
  return () => removeEventListener("popstate", wentBack);

  function pressed(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      if (!event.repeat) asksToLeave();
      return;
    }
    if (asked() || !running() || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target.closest("button") && event.target !== controls.main;
    const does = { " ": onButton ? null : act.main, ArrowRight: act.skip, ArrowLeft: act.back, ArrowUp: act.longer }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  /* They begin nothing, save nothing and leave nothing: they ask. */
  function asksToLeave() {
    if (asked()) asked().onBack?.();
    else if (running()) act.stop();
  }

  function wentBack() {
    history.pushState({ session: true }, "");
    asksToLeave();
  }
}
