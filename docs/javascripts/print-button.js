/* Shows the print buttons, which need a script to do anything, and opens the browser's print dialogue. */
const prepare = () => {
  for (const button of document.querySelectorAll("button[data-print][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
};

if (window.document$) document$.subscribe(prepare);
else prepare();
