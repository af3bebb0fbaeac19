import { benchDesk } from "./desk.ts";
import { benchDraft } from "./draft.ts";
import { type Measured, printMeasured } from "./measure.ts";
import { benchReading } from "./reading.ts";
import { benchServing } from "./serving.ts";
import { benchWriting } from "./writing.ts";

/** Every target of speed and memory, measured in one run on one machine. A target missed is said and ends with 1. */
const lines: Measured[] = [
  ...benchReading(),
  ...(await benchWriting()),
  ...(await benchServing()),
  ...(await benchDraft()),
  ...(await benchDesk()),
];
printMeasured(lines);
process.exitCode = lines.every((line) => line.met) ? 0 : 1;
