// The keyboard belongs to the desk from its first byte: nobody should have to click before typing.
const focusDesk = () => document.querySelector(".xterm-helper-textarea")?.focus();
document.addEventListener("DOMContentLoaded", () => {
  new MutationObserver(focusDesk).observe(document.body, { attributeFilter: ["class"] });
});
