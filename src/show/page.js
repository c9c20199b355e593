"use strict";
// Pointing at words lights the facts that rest on them; choosing a fact shows its words.
const marks = [...document.querySelectorAll("mark")];
const factsOf = (mark) => mark.dataset.facts.split(" ").map((id) => document.getElementById(id));
const marksOf = (fact) => marks.filter((mark) => mark.dataset.facts.split(" ").includes(fact.id));
const light = (elements, on) => elements.forEach((element) => element.classList.toggle("lit", on));

for (const mark of marks) {
  mark.addEventListener("mouseenter", () => light(factsOf(mark), true));
  mark.addEventListener("mouseleave", () => light(factsOf(mark), false));
  mark.addEventListener("click", () => factsOf(mark)[0].scrollIntoView({ block: "center" }));
}
for (const fact of document.querySelectorAll("aside li")) {
  const on = () => light([...marksOf(fact), fact], true);
  // A chosen fact stays lit when the pointer moves on to its words.
  const off = () => document.activeElement === fact || light([...marksOf(fact), fact], false);
  const go = () => marksOf(fact)[0]?.scrollIntoView({ block: "center" });
  fact.addEventListener("mouseenter", on);
  fact.addEventListener("mouseleave", off);
  fact.addEventListener("focus", on);
  fact.addEventListener("blur", off);
  fact.addEventListener("click", go);
  fact.addEventListener("keydown", (event) => event.key === "Enter" && go());
}
for (const box of document.querySelectorAll("fieldset input")) {
  box.addEventListener("change", () => {
    for (const mark of document.querySelectorAll(`mark.k-${box.value}`)) {
      mark.classList.toggle("off", !box.checked);
    }
  });
}
