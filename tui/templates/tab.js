// The terminal takes keys from the first frame on; when the program has ended, enter opens it again.
"use strict";
new MutationObserver(() => {
  const shown = document.body.classList;
  const wanted = shown.contains("-closed") ? "#ended a" : shown.contains("-first-byte") && ".xterm-helper-textarea";
  const element = wanted && document.querySelector(wanted);
  if (element && document.activeElement !== element) {
    element.focus();
  }
}).observe(document.body, { attributes: true, attributeFilter: ["class"] });
