import type { LoaderFunctionArgs } from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import { doorsOf } from "../../app/doors.ts";
import { missing, textOf } from "../load.ts";
import { choosePeriod, listYears } from "./figures.ts";

/** The districts of the region, each with the address of its portal, and the period that the address names. 404 for a year of none of them. */
export async function loadRegion(args: LoaderFunctionArgs, ctx: Context<Tx>) {
  const { programme, portalOf, today } = doorsOf(args);
  const districts = (await programme.readRegion(ctx)).map((district) => ({
    ...district,
    portal: portalOf(district.id),
  }));
  const years = listYears(districts);
  const asked = new URL(args.request.url).searchParams.get("year");
  const period = choosePeriod(years, asked, Number(today.slice(0, 4)));
  if (period === null) throw missing({ code: "region-year-unknown", sentence: textOf(args)("regionYearMissing") });
  return { districts, years, period };
}

export type Region = Awaited<ReturnType<typeof loadRegion>>;
export type District = Region["districts"][number];
