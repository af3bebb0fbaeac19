import { availableJourneys, runSteps } from "./testing/run.ts";
import { QUICK_STEPS, STEPS } from "./testing/steps.ts";
import { printSummary } from "./testing/summary.ts";

/** `npm test` runs everything; `npm run check` is `--quick`: no pages, no databases, no browser. */
const isQuick = process.argv.includes("--quick");
const outcomes = await runSteps(isQuick ? QUICK_STEPS : [...STEPS, ...(await availableJourneys())]);
process.exitCode = printSummary(outcomes);
