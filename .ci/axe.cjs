// node axe.cjs NODE_MODULES CHROMIUM REPORT: prints what axe finds in the report, and fails when that is anything.
const path = require("node:path");
const [modules, chromium, report] = process.argv.slice(2);
const playwright = require(path.join(modules, "playwright-core"));

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

async function findings(browser, colorScheme) {
  // The report forbids every script, axe's too; the rule is lifted for this check alone.
  const context = await browser.newContext({ bypassCSP: true, colorScheme });
  const page = await context.newPage();
  await page.goto("file://" + report);
  await page.addScriptTag({ path: path.join(modules, "axe-core", "axe.min.js") });
  const result = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), RULES);
  await context.close();
  console.log(`axe, ${colorScheme}: ${result.passes.length} rules met, ${result.violations.length} broken`);
  for (const broken of result.violations) {
    console.log(`  ${broken.id}: ${broken.help}`);
    for (const node of broken.nodes.slice(0, 5)) console.log(`    ${node.target.join(" ")}: ${node.failureSummary}`);
  }
  return result.violations.length;
}

async function main() {
  const browser = await playwright.chromium.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--no-first-run"],
  });
  const broken = (await findings(browser, "light")) + (await findings(browser, "dark"));
  await browser.close();
  process.exit(broken ? 1 : 0);
}

main();
