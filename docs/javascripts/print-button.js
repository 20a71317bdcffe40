/* Shows the print buttons, which need a script to do anything, and opens the browser's print dialogue. */
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
