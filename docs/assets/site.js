// Wide tables scroll; make them reachable by keyboard.
function makeTablesFocusable() {
  for (const table of document.querySelectorAll(".md-typeset__scrollwrap")) {
    table.tabIndex = 0;
  }
}

addEventListener("load", makeTablesFocusable);
new MutationObserver(makeTablesFocusable).observe(document.documentElement, { childList: true, subtree: true });
