/* The end of a session: what was done, to be put right; pain and a note; and into the log. `course` is the session that ran
   (see run.js). */
import { questions } from "./answers.js";
import { button, make } from "./dom.js";
import { root } from "./kept.js";
import { askNextMorning } from "../log/morning.js";
import { loadRules } from "../log/next-time.js";
import { put } from "../log/store.js";
import { correctSet } from "./panels.js";
import { amountWords, asked, entryOf, minutesOf, setsOf, takesTurns, unitOf } from "./record.js";
import { isOver } from "./timeline.js";
import { plural, title } from "./words.js";

const NOTHING_SAID = { during: null, morning: null, signs: [] };

/* `close(address)` ends it for good and goes on to an address, if there is one. */
export function atTheEnd(course, { close }) {
  const { session } = course, over = isOver(course.steps, course.state);
  const note = make("textarea", { id: "session-note", rows: "3", maxlength: "1000" }), place = make("div", {});
  const message = make("p", { class: "session__message", role: "status" });
  let said = null;
  note.value = session.adapted ?? "";
  loadRules().then((rules) => {
    if (!rules) return;
    said = questions(rules);
    place.replaceChildren(said.element);
  });
  show();

  function show() {
    const sets = setsOf(session, course.steps, course.state), any = sets.some(({ done }) => done);
    const heading = !any ? "Nothing was done" : over ? "Well done" : "Stopped";
    course.ask({
      title: heading,
      lines: [any ? `${session.name}, ${plural(minutesOf(course.state), "minute")}.` : `${session.name}. There is nothing to keep in the log. If you did a set all the same, put it right here.`],
      more: [
        done(sets), any && place,
        any && make("label", { for: "session-note" }, "A note for next time"), any && note,
        make("p", { class: "session__quiet" }, "The log stays in this browser. Nothing leaves your device."), message,
      ],
      read: true,
      buttons: any ? [["Save to my log", save], ["Close without saving", close]] : [["Close", close]],
      onBack: any ? sure : () => close(),
    });
    course.shown.parts.spoken.textContent = `${heading}. ${session.name}.`;
  }

  function sure() {
    course.ask({
      title: "Leave without saving?",
      buttons: [["Go back", show], ["Save to my log", save], ["Close without saving", close]],
      onBack: show,
    });
  }

  /* Every move with its sets, each a button to put it right. */
  function done(sets) {
    const rows = session.moves.map((move, number) => [move, sets.filter((set) => set.move === number)]).filter(([, own]) => own.length);
    return make("ul", { class: "session__done" }, ...rows.map(([move, own]) => make("li", {}, make("strong", {}, title(move)),
      make("span", { class: "session__unit-of" }, ` ${unitOf(move)}${takesTurns(move) ? " each side" : ""}`),
      make("div", { class: "session__sets" }, ...own.map((set, index) => button(amountOf(set), () => correctSet(course, set, show), {
        "aria-label": `${title(move)}, set ${index + 1}: ${amountOf(set)} of ${asked(move)}${takesTurns(move) ? " each side" : ""} done. Put it right`,
      }))))));
  }

  async function save() {
    const entry = entryOf(session, course.steps, course.state, { note: note.value.trim(), answers: said?.read() ?? NOTHING_SAID });
    try {
      await put([entry]);
    } catch {
      show();
      message.textContent = "This browser does not let the page keep a log. Nothing was saved.";
      return;
    }
    askNextMorning(entry);
    close(new URL("log/", root));
  }
}

const amountOf = ({ done: known }) => (known ? amountWords({}, known) : "none");
