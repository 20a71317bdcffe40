/* What is heard while a session runs: the signals of each step, given to the device at once, and the words at their second.
   `course` is the session that runs (see run.js); `live` is what a screen reader is told. */
import * as time from "./timeline.js";
import { signals, spoken } from "./timetable.js";

const ENDLESS_SECONDS = 180; // after which nobody needs a lit screen in a step that ends by a tap

export function voice(course, sense, live) {
  let second = null;
  const stepNow = () => course.steps[course.state.index], moveNow = () => course.session.moves[stepNow().move];
  const secondsNow = () => (stepNow().seconds === null ? null : time.span(course.steps, course.state) / 1000);
  return { enter: () => { second = null; }, resound, eachSecond, tell };

  function resound() {
    const lead = course.state.lead / 1000, gone = time.elapsed(course.state) / 1000;
    const waiting = [3, 2, 1].filter((at) => at <= lead).map((at) => [gone - at, "count"]);
    sense.schedule([...waiting, ...signals(stepNow(), moveNow(), secondsNow())], gone - lead);
  }

  /* Returns the second of the step, once for each; a page that was late says what it has missed at the beginning. */
  function eachSecond() {
    const { state, steps, session: { moves }, values } = course, gone = Math.floor(time.elapsed(state) / 1000), waits = Math.ceil(state.lead / 1000);
    const now = waits ? -waits : gone, entering = second === null;
    if (second === now) return null;
    second = now;
    if (waits) {
      if (waits <= 3) tell(String(waits));
      return null;
    }
    for (const [at, kind] of signals(stepNow(), moveNow(), secondsNow())) if (Math.floor(at) === gone) sense.shake(kind);
    const { words, urgent } = spoken(steps, state.index, moves, entering ? 0 : gone, secondsNow(), values);
    if (words) tell(words, urgent);
    if (stepNow().seconds === null && gone === ENDLESS_SECONDS) sense.doze();
    return gone;
  }

  /* Either the page speaks or a screen reader does; the latter is not told every number. */
  function tell(words, urgent = false) {
    if (course.values.voice) sense.say(words, { urgent });
    else if (urgent) live.textContent = words;
  }
}
