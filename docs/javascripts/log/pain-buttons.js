/* A question that is answered by one press on a number from 0 to 10. */
import { button, make } from "../session/dom.js";

let count = 0;

export function painButtons(question, answered) {
  const id = `pain-question-${count += 1}`;
  const numbers = Array.from({ length: 11 }, (_, number) => button(String(number), () => answered(number)));
  return make("div", { class: "own-pain", role: "group", "aria-labelledby": id },
    make("p", { id }, question), make("div", { class: "own-pain__numbers" }, ...numbers),
    make("p", { class: "own-pain__ends" }, make("span", {}, "0: nothing hurt"), make("span", {}, "10: the worst you can imagine")));
}
