/* What may be said at the end of a session: pain, and how the sets went. Everything may be left unanswered. */
import { make } from "./dom.js";
import { painRuleFor } from "../log/rules.js";
import { title } from "./words.js";

const NOT_SAID = ["", "Not answered"];
const PAIN = [NOT_SAID, ["0", "0, nothing hurt"], ...numbers(1, 10)];
const LEFT = [NOT_SAID, ...numbers(0, 4), ["5", "5 or more"]];
const UNCLEAN = [["0", "None"], ["1", "1"], ["2", "2 or more"]];

/* The questions, and `read()` for {answers, done}: `done[move]` is what was said of a move, or nothing. */
export function questions(rules, session) {
  const pain = choice("The highest pain, from 0 to 10", PAIN), signs = signBoxes(rules), said = make("p", { class: "session__message", role: "status" });
  const sets = session.moves.map((move) => (askedOf(move) ? rowOf(move) : null));
  const answers = () => ({ during: numberOf(pain.field), morning: null, signs: signs.ticked() });
  pain.field.addEventListener("change", tell);
  signs.element.addEventListener("change", tell);
  tell();
  const element = make("div", { class: "session__asked" },
    make("fieldset", {}, make("legend", {}, "Did anything hurt, apart from working muscles?"), pain.label, signs.element, said),
    sets.some(Boolean) && make("details", {}, make("summary", {}, "How did the sets go?"), ...sets.filter(Boolean).map((row) => row.element)));
  return { element, read: () => ({ answers: answers(), done: sets.map((row) => row?.read() ?? null) }) };

  function tell() {
    const told = answers(), hurts = told.during > 0 || told.signs.length > 0;
    signs.element.hidden = !hurts;
    const rule = hurts ? painRuleFor(rules, [{ day: 0, ...told }]) : null;
    said.textContent = rule && !rules.goes_on.includes(rule.action) ? rule.next : "";
  }
}

/* What one set of a move asks for on one side: repetitions, or the seconds of a hold; 0 where the clock ends it. */
export function askedOf(move) {
  if (move.hold) return move.phases.find((phase) => phase.action === "hold").seconds;
  return move.repetitions / (move.each_side && move.sides !== "each" ? 2 : 1);
}

function rowOf(move) {
  const unit = move.hold ? "Shortest hold, in seconds" : "Fewest repetitions in a set";
  const fewest = make("input", { type: "number", inputmode: "numeric", min: "0", max: "999", value: String(askedOf(move)) });
  const left = choice(move.hold ? "Held well in all sets?" : "Could have done more", move.hold ? [NOT_SAID, ["0", "Yes"], ["1", "Not in one"], ["2", "Not in several"]] : LEFT);
  const unclean = move.hold ? null : choice("Sets that were not clean", UNCLEAN);
  const element = make("fieldset", {}, make("legend", {}, title(move)), left.label, unclean?.label, make("label", {}, make("span", {}, unit), fewest));
  const read = () => {
    const answer = numberOf(left.field), count = numberOf(fewest);
    if (answer === null || count === null) return null;
    return {
      asked: askedOf(move), hold: move.hold, asked_left: parseInt(move.left, 10) || null, fewest: Math.min(999, Math.max(0, count)),
      left_over: move.hold ? null : answer, unclean: move.hold ? answer : numberOf(unclean.field),
    };
  };
  return { element, read };
}

function signBoxes(rules) {
  const boxes = rules.pain.flatMap((rule) => {
    const sign = rule.when.find((when) => when.sign)?.sign;
    return sign ? [{ sign, box: make("input", { type: "checkbox" }), text: rule.signs }] : [];
  });
  const element = make("fieldset", { class: "session__signs", hidden: true }, make("legend", {}, "Does one of these fit?"),
    ...boxes.map(({ box, text }) => make("label", {}, box, make("span", {}, text))));
  return { element, ticked: () => boxes.filter(({ box }) => box.checked).map(({ sign }) => sign) };
}

export function choice(text, options) {
  const field = make("select", {}, ...options.map(([value, shown]) => make("option", { value }, shown)));
  return { field, label: make("label", {}, make("span", {}, text), field) };
}

export const numberOf = (field) => (field.value === "" || Number.isNaN(Number(field.value)) ? null : Math.round(Number(field.value)));

export function numbers(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => [String(from + index), String(from + index)]);
}
