import type { RouteRow } from "../row.ts";
import { accessRows } from "./access.ts";
import { actRows } from "./acts.ts";
import { associationRows } from "./associations.ts";
import { contestRows } from "./contests.ts";
import { deskRows } from "./desk.ts";
import { eventRows } from "./events.ts";
import { indicatorRows } from "./indicators.ts";
import { ledgerRows } from "./ledger.ts";
import { mapRows } from "./map.ts";
import { newsRows } from "./news.ts";
import { portalRows } from "./portal.ts";
import { programmeRows } from "./programme.ts";
import { reportRows } from "./report.ts";

/** Every route with what each of its calls asks for: one file for each folder of `web/`. */
export const ROWS: readonly RouteRow[] = [
  ...deskRows,
  ...programmeRows,
  ...ledgerRows,
  ...portalRows,
  ...actRows,
  ...newsRows,
  ...contestRows,
  ...indicatorRows,
  ...reportRows,
  ...eventRows,
  ...associationRows,
  ...mapRows,
  // Last, since whoever ends their own sign-ins can be asked nothing more.
  ...accessRows,
];
