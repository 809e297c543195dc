// Hover or focus lights up the words of a line and the lines of a word; a click on words opens their line.
"use strict";

function light(lines, on) {
  for (const line of lines) {
    for (const words of document.querySelectorAll(`[data-lines~="${line}"], [data-line="${line}"]`)) {
      words.classList.toggle("lit", on);
    }
  }
}

function linesOf(target) {
  const at = target.closest ? target.closest("[data-lines], [data-line]") : null;
  return at === null ? [] : (at.dataset.lines || at.dataset.line).split(" ");
}

for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, (event) => light(linesOf(event.target), true));
  document.addEventListener(leave, (event) => light(linesOf(event.target), false));
}

document.addEventListener("click", (event) => {
  const words = event.target.closest("[data-lines]");
  if (words === null) return;
  for (const key of words.dataset.lines.split(" ")) {
    const line = document.getElementById(key);
    if (line === null) continue;
    line.querySelector("details").open = true;
    line.scrollIntoView({ block: "nearest" });
    line.querySelector("summary").focus({ preventScroll: true });
    return;
  }
});

function openTarget() {
  const line = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (line === null || line.dataset.line === undefined) return;
  line.querySelector("details").open = true;
  line.querySelector("summary").focus();
  const words = document.querySelector(`[data-lines~="${line.dataset.line}"]`);
  if (words !== null) words.scrollIntoView({ block: "center" });
}
window.addEventListener("hashchange", openTarget);

// On paper nobody can open a line: what stands behind each is printed with it.
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const each of closed) each.open = true;
});
window.addEventListener("afterprint", () => {
  for (const each of closed) each.open = false;
});
openTarget();

// A job's page asks how far it is until it is done.
const job = document.querySelector('[data-job][data-state="running"]');
if (job !== null) setTimeout(() => location.reload(), 1000);

// Keys of the review: what carries `data-key` is pressed by it, a field is entered, but not while somebody types.
// Escape leaves a field; Enter in a list saves, as browsers have it for other fields.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    if (event.key === "Enter" && event.target.matches("select[data-key]")) {
      event.preventDefault();
      event.target.form.requestSubmit(event.target.form.querySelector("button"));
    }
    return;
  }
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (found === null) return;
  event.preventDefault();
  if (found.matches("input, select")) found.focus();
  else found.click();
});
