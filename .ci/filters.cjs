// node filters.cjs NODE_MODULES CHROMIUM REPORT STEP...: goes through the steps in the report and prints, as JSON, what it shows then.
// A STEP is the name of a key, "focus CSS" or "click CSS"; "off" as the first: without scripts.
const path = require("node:path");
const [modules, chromium, report, ...steps] = process.argv.slice(2);
const playwright = require(path.join(modules, "playwright-core"));

async function main() {
  const browser = await playwright.chromium.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--no-first-run"],
  });
  const page = await browser.newPage({ javaScriptEnabled: steps[0] !== "off" });
  const said = [], asked = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => { said.push("dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => asked.push(request.url().slice(0, 200)));
  await page.goto("file://" + report);
  for (const step of steps.filter((one) => one !== "off")) {
    if (step.startsWith("focus ")) await page.locator(step.slice(6)).focus();
    else if (step.startsWith("click ")) await page.locator(step.slice(6)).click();
    else await page.keyboard.press(step);
  }
  const visible = async (css) => page.locator(css).evaluateAll(
    (all) => all.filter((one) => one.checkVisibility()).map((one) => one.id || one.textContent.trim()));
  const shown = {
    rows: await visible("ol.rows > .row"),
    buttons: await visible(".filters button"),
    status: await visible(".filters [role=status]"),
    dimmed: await page.locator(".page .claim.dim > .number").evaluateAll((all) => all.map((one) => one.id)),
    pressed: await page.locator("[aria-pressed=true]").evaluateAll((all) => all.map((one) => one.dataset.only)),
    said,
    asked,
  };
  console.log(JSON.stringify(shown));
  await browser.close();
}

main();
