/* Making elements. Text from data only ever becomes text, never markup. */

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const button = (label, onclick, attributes = {}) => make("button", { type: "button", onclick, ...attributes }, label);

/* Writes only what differs, so that a screen reader is not told the same again. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

export const data = (id) => JSON.parse(document.getElementById(id).textContent);

/** The same where the page may name a file for it instead, as it does when it is long. */
export async function fetchData(id) {
  const { file } = document.getElementById(id).dataset;
  return file ? (await fetch(new URL(file, location.href))).json() : data(id);
}

/* Asks in the dialog of a page, which `part` finds by name with its question and its yes; only a press on that is one. */
export function isSure(part, question, yes) {
  const dialog = part("sure");
  part("question").textContent = question;
  part("yes").textContent = yes;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => { dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true }); });
}
