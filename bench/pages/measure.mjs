// node measure.mjs <folder of Lighthouse> <Chromium>: Lighthouse for phones, as it is set by default.
// Reads addresses from standard input, one a line, and answers each with a line of JSON.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, chromePath] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(`${folder}/node_modules/${path}`).href);
const { default: lighthouse } = await load("lighthouse/core/index.js");
const { launch } = await load("chrome-launcher/dist/index.js");

const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
const chrome = await launch({ chromePath, chromeFlags });

function summary({ categories, audits }) {
  const scores = Object.values(categories).map(({ score }) => Math.round(score * 100));
  const isMissed = ({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1);
  const strict = Object.values(categories).filter(({ id }) => id !== "performance");
  const shifts = audits["layout-shifts"].details?.items ?? [];
  return {
    scores,
    lcp: audits["largest-contentful-paint"].numericValue / 1000,
    cls: audits["cumulative-layout-shift"].numericValue,
    tbt: audits["total-blocking-time"].numericValue,
    bytes: audits["total-byte-weight"].numericValue,
    missed: [
      ...strict.flatMap(isMissed).map(({ id }) => audits[id].title),
      ...shifts.map(({ node }) => `moves: ${node?.selector ?? "?"}`),
    ],
  };
}

try {
  for await (const address of createInterface({ input: process.stdin })) {
    try {
      const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "silent" });
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      console.log(JSON.stringify(summary(lhr)));
    } catch (error) {
      console.log(JSON.stringify({ error: String(error.message ?? error) }));
    }
  }
} finally {
  chrome.kill();
}
