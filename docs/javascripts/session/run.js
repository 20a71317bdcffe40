/* One session from the first press to the log: reads the clock, obeys the buttons, keeps what is needed to go on later. */
import { before } from "./before.js";
import { make } from "./dom.js";
import { atTheEnd } from "./end.js";
import { connect, gentle } from "./buttons.js";
import { figures } from "./figures.js";
import { keepSettings, root, settings } from "./kept.js";
import { lockScreen } from "./lock-screen.js";
import * as panels from "./panels.js";
import { ask, closePanel, paint, screen } from "./screen.js";
import { senses } from "./senses.js";
import * as time from "./timeline.js";
import { claim, forget, keepPlace, placeOf } from "./unfinished.js";
import { view } from "./view.js";
import { voice } from "./voice.js";

const GAP_MS = 15_000; // longer than a slow page takes from one look at the clock to the next: the device was asleep
const LONG_PAUSE_MS = 60_000, READY_MS = 5_000;

/* Follows a session, or goes on with the one that was `left`. `pictures[move]` are the still figures that the page has of a
   move; `stages` are all stages of the routine, each with its pictures; `clock` gives the wall's milliseconds.
   Returns whether it opened: not where another tab has it. */
export async function follow(session, { pictures = [], stages = [], left = null, clock = Date.now } = {}) {
  let place = placeOf(session.stage), release = await claim(place);
  if (!release) return false;
  const shown = screen(), { dialog, parts, controls } = shown;
  const gently = gentle(), drawn = figures(parts.figure);
  const course = {
    shown, stages, session, steps: [], state: null, values: settings(), interrupt, again, ask: question, end, flip, redraw, leave, gently,
  };
  let timer = 0, seen = 0, paused = 0, entered = -1, disconnect = () => {};
  const sense = senses(() => course.values, resound), heard = voice(course, sense, parts.spoken);
  const running = () => Boolean(course.state) && !time.isOver(course.steps, course.state);
  const stepNow = () => course.steps[course.state.index];
  const viewNow = () => view(course.session, course.steps, course.state, course.values.first);

  // Time

  function update() {
    clearTimeout(timer);
    const wall = clock(), passed = wall - seen;
    seen = wall;
    if (!course.state.paused && passed > GAP_MS) return fellAsleep(passed);
    course.state = time.advance(course.steps, course.state, Math.max(0, passed)); // a clock that was set back counts nothing
    settled();
    return running();
  }

  function settled() {
    clearTimeout(timer);
    const { steps, state } = course;
    if (time.isOver(steps, state)) return end();
    if (state.index !== entered) enter();
    const now = viewNow();
    paint(shown, now);
    phone.show(now);
    if (state.paused) return;
    if (heard.eachSecond() % 5 === 4) save();
    timer = setTimeout(update, state.lead > 0 ? state.lead % 1000 || 1000 : 1000 - (time.elapsed(state) % 1000));
  }

  function enter() {
    entered = course.state.index;
    if (!course.state.paused) sense.wake(); // it may have dozed in the step before
    heard.enter();
    drawn.draw(stepNow(), course.session.moves[stepNow().move], { picture: pictures[stepNow().move]?.[0], first: course.values.first, moment });
    resound();
    save();
  }

  function resound() {
    if (running() && !course.state.paused) heard.resound();
  }

  /* Milliseconds of the step, also between two looks at the clock. */
  function moment() {
    const { state } = course, gone = time.elapsed(state);
    return state.paused || state.lead ? gone : gone + Math.max(0, Math.min(1000, clock() - seen));
  }

  // Buttons

  /* Brings time up to the moment, changes what is to be changed, and shows it. */
  function change(to) {
    if (!running() || !update()) return;
    course.state = to(course.state);
    settled();
    resound();
    save();
  }
  const act = {
    pause() {
      change(time.pause);
      quiet();
      parts.spoken.textContent = "Paused.";
    },
    resume() {
      if (clock() - paused > LONG_PAUSE_MS) return again();
      seen = clock();
      wake();
      change(time.resume);
      parts.spoken.textContent = "Going on.";
    },
    done: () => change((state) => time.next(course.steps, state)),
    skip: () => change((state) => time.next(course.steps, state, { cut: true })),
    back: () => change((state) => { entered = -1; return time.back(state); }),
    longer: () => { if (!controls.longer.hidden) change((state) => time.add(state, 15)); },
    stop: () => panels.stopping(course),
    more: () => panels.choices(course),
    main: () => act[controls.main.dataset.does](),
    correct: () => panels.correct(course),
    rate,
    listen,
  };
  // What is asked on the screen is not answered from the lock screen.
  const phone = lockScreen(Object.fromEntries(["pause", "resume", "skip", "back"].map((name) => [name, () => { if (!shown.asked) act[name](); }])));

  function wake() {
    sense.wake();
    phone.playing(true);
  }

  function quiet() {
    paused = clock();
    sense.hush();
    sense.silence();
    sense.doze();
    phone.playing(false);
  }

  /* The steps or the settings have become others: what is on is shown anew. */
  function redraw() {
    entered = -1;
    settled();
  }

  /* Stands still while something is asked; gives what goes on again, if it ran before. */
  function interrupt() {
    const ran = running() && !course.state.paused;
    if (ran) {
      change(time.pause);
      quiet();
    }
    return () => {
      closePanel(shown);
      if (ran) act.resume();
      else settled();
    };
  }

  function flip(key, value) {
    course.values = { ...course.values, [key]: value };
    keepSettings(course.values);
    if (!running()) return;
    if (key === "lockscreen") (value ? phone.begin : phone.end)();
    const was = stepNow().seconds;
    course.steps = time.paceSteps(course.steps, course.session.moves, course.values.pace);
    if (was !== stepNow().seconds) course.state = { ...course.state, since: course.state.time };
    redraw();
  }

  function fellAsleep(gap) {
    course.state = time.pause(course.state);
    quiet();
    save();
    panels.away(course, gap);
    return false;
  }

  /* Goes on after an interruption, with time to get ready. */
  function again(first = (state) => state) {
    if (shown.asked) closePanel(shown);
    seen = clock();
    entered = -1;
    wake();
    const state = first(course.state);
    course.state = time.isOver(course.steps, state) ? state : time.goOn(course.steps, state, READY_MS);
    settled();
  }

  function question(options) {
    ask(shown, { ...options, buttons: options.buttons.map(([label, does]) => [label, gently(() => does())]) });
  }

  function listen() {
    if (running() && !course.state.paused) sense.look();
  }

  function visible() {
    if (document.hidden) return save();
    listen();
    if (running() && !shown.asked) update();
  }

  /* How many repetitions were left over after the set that was done last; a second tap takes it back. */
  function rate(reserve) {
    const { set, left: known } = viewNow().set;
    change((state) => time.saying(state, set, { left: known === reserve ? null : reserve }));
  }

  // Beginning, end, and what is kept between

  function open() {
    document.body.append(dialog);
    disconnect = connect(shown, act, gently, { running, asked: () => shown.asked });
    dialog.addEventListener("close", finished);
    document.addEventListener("visibilitychange", visible);
    addEventListener("pagehide", save);
    dialog.showModal();
    document.documentElement.classList.add("session-on");
    document.body.dataset.session = "on"; // offers nothing new meanwhile
    if (left) carryOn();
    else before(course, { begin, take, leave: () => dialog.close() });
  }

  function begin(chosen, warm) {
    course.session = chosen;
    const planned = warm ? chosen.steps.filter(({ kind }) => kind !== "warm-up") : chosen.steps;
    course.steps = time.paceSteps(planned, chosen.moves, course.values.pace);
    course.state = time.begin(clock());
    start(settled);
  }

  /* Another stage of the routine instead of this one, where no other tab has it. */
  async function take(other) {
    const next = placeOf(other.session.stage), freed = await claim(next);
    if (!freed) return;
    release();
    [place, release, pictures, course.session] = [next, freed, other.pictures, other.session];
    before(course, { begin, take, leave: () => dialog.close() });
  }

  function carryOn() {
    course.session = left.session;
    course.steps = time.paceSteps(left.session.steps, left.session.moves, course.values.pace);
    course.state = left.state;
    if (running()) start(again);
    else end();
  }

  function start(onward) {
    seen = clock();
    shown.panel.dataset.whole = "no";
    if (shown.asked) closePanel(shown);
    else controls.main.focus();
    if (course.values.lockscreen) phone.begin();
    wake();
    onward();
  }

  /* Whether the place is kept, where there is one. */
  function save() {
    return !course.state || !dialog.open || keepPlace(place, { ...course.session, steps: course.steps }, course.state);
  }

  function end() {
    clearTimeout(timer);
    drawn.halt();
    if (shown.asked) closePanel(shown);
    save();
    quiet();
    if (!running() && course.state.marks.some((mark) => !mark.cut)) {
      sense.signal("over");
      heard.tell("That was the last one.", true);
    }
    shown.panel.dataset.whole = "yes";
    atTheEnd(course, { close });
  }

  /* For good, and on to an address, if there is one: it takes the place that keeps the back button here. */
  function close(onward = null) {
    course.state = null;
    forget(place);
    if (onward) disconnect();
    if (onward) location.replace(onward);
    else dialog.close();
  }

  function leave() {
    if (save()) return dialog.close();
    question({
      title: "It cannot be resumed later",
      lines: ["This browser lets the page keep nothing. See what was done, and write it down."],
      buttons: [["Stop and see what was done", end], ["Leave all the same", () => dialog.close()]],
      onBack: end,
    });
  }

  function finished() {
    clearTimeout(timer);
    drawn.halt();
    sense.sleep();
    phone.end();
    release();
    document.removeEventListener("visibilitychange", visible);
    removeEventListener("pagehide", save);
    disconnect();
    if (history.state?.session) history.back();
    document.documentElement.classList.remove("session-on");
    delete document.body.dataset.session;
    dialog.remove();
    dispatchEvent(new CustomEvent("session-closed"));
  }

  await loadStyles();
  open();
  return true;
}

/* The styles of the screen, asked for once; a session without them is still a session. */
function loadStyles() {
  const href = new URL("stylesheets/session.css", root).href;
  if (document.querySelector(`link[href="${href}"]`)) return null;
  const link = make("link", { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((done) => { link.onload = link.onerror = done; });
}
