import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { ListTable } from "./parts/list-table.tsx";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const settlement = await answer(doors, (ctx) => doors.registry.getSettlement(ctx, args.params.id ?? ""));
  const filter = { settlementId: settlement.id };
  return { settlement, page: await answer(doors, (ctx) => doors.registry.listPublic(ctx, filter, null)) };
}

/** A settlement and its associations. */
export default function SettlementPage() {
  const { settlement, page } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const { name } = settlement;
  const title = page.count === 0 ? t("settlementNone", { name }) : t("settlementTitle", { name, count: page.count });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.associations, text: t("associations") }]} here={name} />
      <h1>{title}</h1>
      {settlement.oktmo && <p className="under">ОКТМО {settlement.oktmo}</p>}
      {page.count > 0 && <ListTable page={page} withSettlement={false} />}
    </>
  );
}
