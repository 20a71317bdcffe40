/* What may be said at the end of a session: the highest pain, and its signs. Everything may be left unanswered. */
import { make } from "./dom.js";
import { painRuleFor } from "../log/rules.js";

const PAIN = [["", "Not answered"], ["0", "0, nothing hurt"], ...numbers(1, 10)];

/* The questions, and `read()` for the answers. */
export function questions(rules) {
  const pain = choice("The highest pain, from 0 to 10", PAIN), signs = signBoxes(rules), said = make("p", { class: "session__message", role: "status" });
  const read = () => ({ during: numberOf(pain.field), morning: null, signs: signs.ticked() });
  pain.field.addEventListener("change", tell);
  signs.element.addEventListener("change", tell);
  tell();
  const element = make("div", { class: "session__asked" },
    make("fieldset", {}, make("legend", {}, "Did anything hurt, apart from working muscles?"), pain.label, signs.element, said));
  return { element, read };

  function tell() {
    const told = read(), hurts = told.during > 0 || told.signs.length > 0;
    signs.element.hidden = !hurts;
    const rule = hurts ? painRuleFor(rules, [{ day: 0, ...told }]) : null;
    said.textContent = rule && !rules.goes_on.includes(rule.action) ? rule.next : "";
  }
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
