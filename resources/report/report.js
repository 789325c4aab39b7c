// The list of claims shown by tag, and what is left out of it dimmed on the page. The page is complete
// without this: the buttons are there already, hidden, and this is all that shows them.
"use strict";
for (const bar of document.querySelectorAll(".filters")) {
  const begins = bar.dataset.ids;
  const place = (end) => document.getElementById(begins + end);
  const buttons = [...bar.querySelectorAll("button[data-only]")];
  const all = bar.querySelector("button[data-all]");
  const status = bar.querySelector("[role=status]");
  const page = place("page");
  const cells = [...(place("chart")?.querySelectorAll(".cell") ?? [])];
  const claims = [...place("rows").children].map((row, index) => {
    const mark = place("c" + row.id.slice(begins.length + 1));
    return { row, is: row.dataset.is.split(" "), on: mark?.closest(".claim"), cell: cells[index] };
  });
  // A claim that goes on in another paragraph, or behind one that it overlaps, has pieces without a number.
  const rest = [...(page?.querySelectorAll(".claim") ?? [])].filter((one) => !one.querySelector(":scope > .number"));

  const show = () => {
    const pressed = buttons.filter((one) => one.getAttribute("aria-pressed") === "true");
    const tags = pressed.filter((one) => !one.dataset.also).map((one) => one.dataset.only);
    const also = pressed.filter((one) => one.dataset.also).map((one) => one.dataset.only);
    let shown = 0;
    for (const claim of claims) {
      const wanted = (!tags.length || tags.includes(claim.is[0])) && also.every((one) => claim.is.includes(one));
      claim.row.hidden = !wanted;
      claim.on?.classList.toggle("dim", !wanted);
      claim.cell?.classList.toggle("dim", !wanted);
      shown += wanted;
    }
    for (const piece of rest) {
      piece.classList.toggle("dim", tags.length > 0 && !tags.some((tag) => piece.classList.contains(tag)));
    }
    all.hidden = !pressed.length;
    status.textContent = pressed.length
      ? status.dataset.says.replace("{n}", shown).replace("{of}", claims.length)
      : "";
  };

  const press = (button, down) => button.setAttribute("aria-pressed", String(down));
  const clear = () => {
    buttons.forEach((one) => press(one, false));
    show();
  };
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button === all) {
      clear();
      buttons[0].focus();
    } else if (button) {
      press(button, button.getAttribute("aria-pressed") !== "true");
      show();
    }
  });

  // A link to a claim that is filtered away shows it again before the browser goes there.
  const reveal = (id) => {
    if (claims.some((claim) => claim.row.hidden && claim.row.id === id)) clear();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) reveal(link.getAttribute("href").slice(1));
  });
  window.addEventListener("hashchange", () => reveal(location.hash.slice(1)));
  bar.hidden = false;
}
