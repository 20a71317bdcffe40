/* One session from the first press to the log: reads the clock, obeys the buttons, keeps what is needed to resume. */
import { make } from "./dom.js";
import { animate, figure } from "./figures.js";
import { keep, keepSwitches, root, switches } from "./kept.js";
import { closePanel, ask, paint, screen, switchBoxes } from "./screen.js";
import { senses } from "./senses.js";
import { atTheEnd } from "./end.js";
import { lastTime } from "../log/next-time.js";
import * as time from "./timeline.js";
import { beat } from "./tempo.js";
import { cue, view } from "./view.js";
import { announcement } from "./words.js";

/* `pictures[move]` are the still figures that the page has of a move; `clock` gives milliseconds. */
export async function follow(session, { pictures = [], clock = Date.now, from = null } = {}) {
  const shown = screen(), { dialog, parts, controls } = shown;
  let values = switches(), warm = Boolean(from?.warm), steps = stepsAtPace(), state = null, timer = 0, entered = -1, second = -1, told = "", still = () => {};
  const sense = senses(() => values);
  const now = () => clock();

  function stepsAtPace() {
    const planned = warm ? session.steps.filter(({ kind }) => kind !== "warm-up") : session.steps;
    return time.paceSteps(planned, session.moves, values.pace);
  }

  // Time

  function update() {
    clearTimeout(timer);
    state = time.settle(steps, state, now());
    if (time.isOver(steps, state)) return end();
    if (state.index !== entered) enter();
    paint(shown, view(session, steps, state, now()));
    if (state.paused !== null) return;
    eachSecond();
    timer = setTimeout(update, 1000 - (time.elapsed(state, now()) % 1000));
  }

  function enter() {
    const step = steps[state.index];
    entered = state.index;
    second = -1;
    told = "";
    const words = announcement(steps, state.index, session.moves);
    parts.spoken.textContent = words;
    if (state.paused === null) {
      sense.signal({ work: "start", rest: "rest", switch: "rest" }[step.kind] ?? "count");
      sense.say(words);
    }
    draw(step);
    save();
  }

  function eachSecond() {
    const step = steps[state.index], gone = Math.floor(time.elapsed(state, now()) / 1000);
    const left = Math.ceil(time.left(steps, state, now()) / 1000), first = second < 0;
    if (gone === second) return;
    second = gone;
    const move = session.moves[step.move], on = step.kind === "work" && step.seconds !== null ? beat(move, gone * 1000 + 1) : null;
    if (on && !first) sense.signal(on.second ? "tick" : on.index === move.phases.length - 1 ? "back" : "phase");
    else if (!on && left <= 3 && !first) sense.signal("count");
    if (step.kind === "work") remind(cue(move, gone * 1000));
    if (gone % 5 === 4) save();
  }

  function remind(words) {
    if (words !== told && told) sense.say(words, { after: true });
    told = words;
  }

  async function draw(step) {
    const move = session.moves[step.move], index = entered;
    still();
    still = () => {};
    const gone = () => time.elapsed(state, now()), told = ["warm-up", "finish"].includes(step.kind);
    if (told && !step.exercise) return parts.figure.replaceChildren();
    const other = step.side === "second", placeholder = told ? null : pictures[step.move]?.[0]?.cloneNode(true);
    placeholder?.classList.toggle("fig-mirrored", other);
    parts.figure.replaceChildren(...(placeholder ? [placeholder] : []));
    const drawn = await figure(told ? step.exercise : move.figure);
    if (!drawn || entered !== index || !dialog.open) return;
    still = animate(parts.figure, drawn, told ? drawn.way.parts : move.phases, gone, { other });
  }

  // Buttons

  const change = (to) => { state = to; update(); save(); };
  const act = {
    pause: () => { change(time.pause(state, now())); sense.hush(); sense.sleep(); parts.spoken.textContent = "Paused."; },
    resume: () => { sense.wake(); second = -1; change(time.resume(state, now())); parts.spoken.textContent = "Going on."; },
    done: () => change(time.next(steps, state, now())),
    skip: () => change(time.next(steps, state, now(), { cut: steps[state.index].seconds !== null })),
    back: () => { entered = -1; change(time.back(steps, state, now())); },
    more: () => { if (!controls.more.hidden) change(time.add(state, 15)); },
    stop() {
      change(time.pause(state, now()));
      sense.hush();
      ask(shown, {
        title: "Stop here?",
        more: [switchBoxes(values, flip)],
        buttons: [
          ["Go on", () => { closePanel(shown); act.resume(); }],
          ["Stop and see what was done", () => { closePanel(shown); end(); }],
          ["Leave, and resume later", leave],
        ],
      });
    },
  };
  const main = () => act[controls.main.dataset.does]();

  function flip(key, on) {
    values = { ...values, [key]: on };
    keepSwitches(values);
    const before = steps;
    steps = stepsAtPace();
    if (state && before[state.index]?.seconds !== steps[state.index]?.seconds) state = { ...state, since: state.paused ?? now() };
  }

  function pressed(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      if (!shown.panel.hidden) shown.panel.querySelector(".session__main")?.click();
      else act.stop();
    }
    if (!shown.panel.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target.closest("button") && event.target !== controls.main;
    const does = { " ": onButton ? null : main, ArrowRight: act.skip, ArrowLeft: act.back, ArrowUp: act.more }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  function connect() {
    for (const name of ["back", "skip", "more", "stop"]) controls[name].addEventListener("click", act[name]);
    controls.main.addEventListener("click", main);
    // After a press with a finger or a mouse the space bar is for pausing again.
    shown.run.addEventListener("click", (event) => { if (event.detail && shown.panel.hidden) controls.main.focus(); });
    dialog.addEventListener("keydown", pressed);
    dialog.addEventListener("keyup", (event) => { if (event.key === " " && event.target === controls.main) event.preventDefault(); });
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.addEventListener("close", finished);
    document.addEventListener("visibilitychange", seen);
    addEventListener("pagehide", save);
  }

  function seen() {
    if (document.hidden) return save();
    sense.lookedAtAgain();
    if (state && !time.isOver(steps, state) && shown.panel.hidden) update();
  }

  // Beginning, end, and what is kept between

  function open() {
    document.body.append(dialog);
    connect();
    dialog.showModal();
    document.documentElement.classList.add("session-on");
    return from ? goOn() : prelude();
  }

  function prelude() {
    const last = make("div", {});
    shown.panel.dataset.whole = "yes";
    lastTime(session.id, now()).then((told) => { if (told) last.replaceChildren(told); });
    ask(shown, {
      title: session.name,
      lines: [
        `About ${session.minutes} minutes. You need: ${session.needs.toLowerCase()}.`,
        ...(session.leave_out_when ? [`Go without the warm-up if ${session.leave_out_when}.`] : []),
      ],
      more: [
        last,
        points("Only if you can do all of this", session.gate),
        points("Not if one of these fits you", session.leave_out), switchBoxes(values, flip),
      ],
      buttons: [
        ["Begin", () => started(false)],
        ...(session.leave_out_when ? [["Begin without the warm-up", () => started(true)]] : []),
        ["Not now", leave],
      ],
      read: session.gate?.length > 0 || Boolean(session.leave_out_when),
    });
  }

  function started(isWarm) {
    shown.panel.dataset.whole = "no";
    warm = isWarm;
    steps = stepsAtPace();
    state = { ...time.begin(now()), warm };
    sense.wake();
    closePanel(shown);
    update();
  }

  function goOn() {
    state = from;
    if (time.isOver(steps, state)) return end();
    state = time.resume(time.pause(state, now()), now());
    sense.wake();
    controls.main.focus();
    update();
  }

  function save() {
    if (!state || !dialog.open) return;
    const { name, stage, limit } = session;
    keep("unfinished", { page: location.pathname + location.search, name, stage, limit, at: now(), state });
  }

  function end() {
    clearTimeout(timer);
    still();
    save();
    if (time.isOver(steps, state)) {
      sense.signal("over");
      sense.say("Well done. That was the last one.");
    }
    sense.sleep();
    shown.panel.dataset.whole = "yes";
    atTheEnd(shown, session, steps, state, now(), () => { state = null; keep("unfinished", null); dialog.close(); });
  }

  function leave() {
    save();
    dialog.close();
  }

  function finished() {
    clearTimeout(timer);
    still();
    sense.sleep();
    document.removeEventListener("visibilitychange", seen);
    removeEventListener("pagehide", save);
    document.documentElement.classList.remove("session-on");
    dialog.remove();
    dispatchEvent(new CustomEvent("session-closed"));
  }

  await loadStyles();
  open();
}

/* The styles of the screen, asked for once; a session without them is still a session. */
function loadStyles() {
  const href = new URL("stylesheets/session.css", root).href;
  if (document.querySelector(`link[href="${href}"]`)) return null;
  const link = make("link", { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((done) => { link.onload = link.onerror = done; });
}

function points(title, lines) {
  if (!lines?.length) return null;
  return make("details", { class: "session__gate", open: true },
    make("summary", {}, title), make("ul", {}, ...lines.map((line) => make("li", {}, line))));
}
