/* A Start button, and the offer to go on with what was begun here and not finished. */
import { button, make } from "./dom.js";
import { claim, forget, leftAt, placeOf } from "./unfinished.js";

/* `session` gives what to follow at the moment of the press. Returns what looks again whether there is something to resume. */
export function offer(place, session, { pictures = [], stages = [], stage = "" } = {}) {
  const start = place.querySelector("[data-start]"), resume = make("p", { class: "session-resume", hidden: true });
  const message = make("p", { class: "session-elsewhere", role: "status", hidden: true });
  place.append(resume, message);
  place.classList.add("ready");
  let open = false;
  start.addEventListener("click", () => go(null));
  addEventListener("session-closed", closed);
  addEventListener("pageshow", look);
  look();
  if (stage && location.hash === `#${stage}` && !resume.hidden) arrive();
  return look;

  /* From home or the log one comes for the button, not for the stage's list below it. */
  function arrive() {
    const show = () => requestAnimationFrame(() => resume.scrollIntoView({ block: "center" }));
    if (document.readyState === "complete") show();
    else addEventListener("load", show, { once: true });
  }

  async function go(left) {
    if (open) return;
    open = true;
    const { follow } = await import("./run.js").catch(() => ({}));
    const begun = follow && await follow(session(), { pictures, stages, left });
    tell(follow && !begun ? "This session runs in another tab of this browser." : "");
    if (!begun) open = false;
  }

  function tell(text) {
    message.textContent = text;
    message.hidden = !text;
  }

  function closed() {
    const mine = open;
    open = false;
    look();
    if (mine) start.focus();
  }

  function look() {
    const left = leftAt(placeOf(stage));
    resume.hidden = !left;
    if (!left) return;
    resume.replaceChildren(make("span", {}, "You were in the middle of this."),
      button("Resume", () => go(leftAt(placeOf(stage))), { class: "md-button" }),
      button("Forget it", () => forgetHere(), { class: "session-link" }));
  }

  /* Nobody takes away what another tab is doing. */
  async function forgetHere() {
    const release = await claim(placeOf(stage));
    if (!release) return tell("This session runs in another tab of this browser.");
    forget(placeOf(stage));
    release();
    look();
  }
}
