/* A field with a label, its value, and what is wrong with it beside it. What was typed stays, whatever it is. */
import { make } from "../session/dom.js";

let made = 0;

export function field(label, { value, type = "text", ...attributes }) {
  const id = `own-field-${made += 1}`, wrong = make("span", { class: "own-field__wrong", id: `${id}-wrong` });
  const input = make("input", { type, id, autocomplete: "off", ...attributes });
  input.value = value ?? "";
  return { input, wrong, element: make("div", { class: "own-field" }, make("label", { for: id }, label), input, wrong) };
}

/* Says what is wrong, or that nothing is. */
export function fault({ input, wrong }, message) {
  wrong.textContent = message;
  if (message) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", wrong.id);
  } else {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/* The number in a field; null where it may be empty and is; undefined, and told, where it is none. */
export function valueOf(of, { most, decimals = false, empty = "" }) {
  const text = of.input.value.trim().replace(",", "."), number = Number(text);
  const isRight = text ? (decimals ? /^\d+(\.\d+)?$/ : /^\d+$/).test(text) && number <= most : !empty;
  fault(of, isRight ? "" : text ? `A ${decimals ? "number" : "whole number"} from 0 to ${most}, please.` : empty);
  return isRight ? (text ? number : null) : undefined;
}
