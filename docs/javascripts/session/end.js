/* The end of a session: what was done, a note, and into the log. */
import { questions } from "./answers.js";
import { make } from "./dom.js";
import { loadRules } from "./last-time.js";
import { ask } from "./screen.js";
import { put } from "../log/store.js";
import { root } from "./kept.js";
import { isOver } from "./timeline.js";
import { plural, summary, summaryLine } from "./words.js";

export function atTheEnd(shown, session, steps, state, now, close) {
  const done = summary(session.moves, steps, state.marks), ended = isOver(steps, state) ? state.since : state.paused ?? now;
  const note = make("textarea", { id: "session-note", rows: "3", maxlength: "1000" });
  const message = make("p", { class: "session__message", role: "status" });
  const place = make("div", {});
  let asked = null;
  loadRules().then((rules) => {
    if (!rules) return;
    asked = questions(rules, session);
    place.replaceChildren(asked.element);
  });
  const entry = () => ({
    id: `${new Date(state.began).toISOString()} ${session.id}`, began: new Date(state.began).toISOString(),
    minutes: Math.max(1, Math.round((ended - state.began) / 60000)), session: session.id, name: session.name,
    note: note.value.trim(), ...answered(asked?.read()),
  });
  const answered = (said) => ({
    done: done.map((each, index) => ({ ...each, ...said?.done[index] })).filter((each) => each.sets || each.short),
    ...(said && { answers: said.answers }),
  });
  const log = async () => {
    try {
      await put([entry()]);
    } catch {
      message.textContent = "This browser does not let the page keep a log. Nothing was saved.";
      return;
    }
    close();
    location.assign(new URL("log/", root));
  };
  ask(shown, {
    title: isOver(steps, state) ? "Well done" : "Stopped",
    lines: [`${session.name}, ${plural(entry().minutes, "minute")}.`],
    more: [
      make("ul", { class: "session__done" }, ...done.map((each) => make("li", {}, make("strong", {}, each.name), ` ${summaryLine(each)}`))),
      place,
      make("label", { for: "session-note" }, "A note for next time"), note,
      make("p", { class: "session__quiet" }, "The log stays in this browser. Nothing leaves your device."), message,
    ],
    read: true,
    buttons: [["Save to my log", log], ["Close without saving", close]],
  });
  shown.parts.spoken.textContent = `${isOver(steps, state) ? "Well done" : "Stopped"}. ${session.name}.`;
}
