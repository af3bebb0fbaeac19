import { benchContest } from "./contest.ts";
import { benchDesk } from "./desk.ts";
import { benchDraft } from "./draft.ts";
import { benchEvent } from "./event.ts";
import { benchIndicator } from "./indicator.ts";
import { benchLedger } from "./ledger.ts";
import { benchMap } from "./map.ts";
import { type Measured, printMeasured } from "./measure.ts";
import { benchReading } from "./reading.ts";
import { benchRegion } from "./region.ts";
import { benchRegistry } from "./registry.ts";
import { benchServing } from "./serving.ts";
import { benchTrail } from "./trail.ts";
import { benchWriting } from "./writing.ts";

const BENCHES: Readonly<Record<string, () => Measured[] | Promise<Measured[]>>> = {
  reading: benchReading,
  writing: benchWriting,
  serving: benchServing,
  draft: benchDraft,
  desk: benchDesk,
  trail: benchTrail,
  region: benchRegion,
  ledger: benchLedger,
  map: benchMap,
  contest: benchContest,
  event: benchEvent,
  indicator: benchIndicator,
  registry: benchRegistry,
};

/** Every target of speed and memory, measured in one run on one machine; `npm run bench -- trail` takes the named ones alone. A target missed is said and ends with 1. */
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
const lines: Measured[] = [];
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench) throw new Error(`there is no bench ${name}: ${Object.keys(BENCHES).join(", ")}`);
  lines.push(...(await bench()));
}
printMeasured(lines);
process.exitCode = lines.every((line) => line.met) ? 0 : 1;
