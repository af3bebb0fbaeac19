import type { Method } from "./contract.ts";
import { parseMethod } from "./parse.ts";
import achieved from "./presets/achieved.json" with { type: "json" };
import expert from "./presets/expert.json" with { type: "json" };
import federal from "./presets/federal.json" with { type: "json" };
import irkutsk from "./presets/irkutsk.json" with { type: "json" };
import levels from "./presets/levels.json" with { type: "json" };
import meanPercent from "./presets/mean-percent.json" with { type: "json" };
import noyabrsk from "./presets/noyabrsk.json" with { type: "json" };
import ossetia from "./presets/ossetia.json" with { type: "json" };
import penza from "./presets/penza.json" with { type: "json" };
import pyshma from "./presets/pyshma.json" with { type: "json" };
import ratio from "./presets/ratio.json" with { type: "json" };
import samara from "./presets/samara.json" with { type: "json" };
import tula from "./presets/tula.json" with { type: "json" };
import yekaterinburg from "./presets/yekaterinburg.json" with { type: "json" };

/** Files of methods that municipalities have, each with its source, what was not seen of it, and worked examples. */
export const PRESET_FILES = {
  federal,
  tula,
  penza,
  samara,
  ratio,
  levels,
  achieved,
  "mean-percent": meanPercent,
  irkutsk,
  ossetia,
  noyabrsk,
  yekaterinburg,
  expert,
  pyshma,
} as const;
export type PresetKey = keyof typeof PRESET_FILES;
export const PRESET_KEYS = Object.keys(PRESET_FILES) as PresetKey[];

/** A preset as a method; undefined where there is none of that key. A municipality starts from a copy of it. */
export function findPreset(key: string): Method | undefined {
  const known = PRESET_KEYS.find((own) => own === key);
  const read = known && parseMethod(PRESET_FILES[known].method);
  return read && "method" in read ? read.method : undefined;
}
