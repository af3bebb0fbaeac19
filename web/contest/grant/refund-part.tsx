import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useLoaderData } from "react-router";
import type { RefundView } from "../../../src/contest/agreement/contract.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles } from "../parts/money.ts";
import type { loader } from "./load.ts";
import { grantWords } from "./words.ts";

/** Refund demands with ground, sum and day, and how each was settled. */
export function RefundPart({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { grant, rights, today } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const refunds = grant.agreement?.refunds ?? [];
  const open = refunds.filter(({ settled }) => settled === null);
  if (refunds.length === 0 && !rights.accepts) return null;
  return (
    <section className="part">
      <h2>{t("refunds")}</h2>
      {refunds.length > 0 && <RefundTable refunds={refunds} />}
      {rights.accepts &&
        open.map(({ id, version }) => (
          <FoldForm key={id} intent="settle" summary={t("settle")} submit={t("settle")} refused={refused}>
            <input type="hidden" name="refundId" value={id} />
            <input type="hidden" name="version" value={version} />
            <NativeSelect
              name="as"
              label={t("settleAs")}
              data={(["returned", "withdrawn"] as const).map((as) => ({ value: as, label: t(`as-${as}`) }))}
            />
            <TextInput name="on" type="date" label={t("on")} max={today} defaultValue={today} />
            <TextInput name="basis" label={t("basis")} maxLength={1000} defaultValue={refused?.typed.basis ?? ""} />
          </FoldForm>
        ))}
      {rights.accepts && (
        <FoldForm intent="demand" summary={t("demand")} submit={t("demand")} refused={refused}>
          <NativeSelect
            name="ground"
            label={t("ground")}
            data={(["unspent", "misuse"] as const).map((ground) => ({ value: ground, label: t(`ground-${ground}`) }))}
          />
          <TextInput name="sum" label={t("refundSum")} inputMode="decimal" defaultValue={refused?.typed.sum ?? ""} />
          <TextInput
            name="dueOn"
            type="date"
            label={t("dueOn")}
            min={today}
            defaultValue={refused?.typed.dueOn ?? ""}
          />
          <Textarea
            name="reason"
            label={t("why")}
            rows={2}
            maxLength={2000}
            defaultValue={refused?.typed.reason ?? ""}
          />
        </FoldForm>
      )}
    </section>
  );
}

function RefundTable({ refunds }: { readonly refunds: readonly RefundView[] }) {
  const { today } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const language = useLanguage();
  const say = ({ settled, dueOn }: RefundView) => {
    if (settled) {
      const words = { as: t(`as-${settled.as}`), date: formatDate(settled.on, language), basis: settled.basis };
      return <Mark kind="done">{t("settledSaid", words)}</Mark>;
    }
    const date = formatDate(dueOn, language);
    return <Mark kind={dueOn < today ? "error" : "note"}>{t(dueOn < today ? "overdue" : "waits", { date })}</Mark>;
  };
  return (
    <FigureTable
      name={t("refunds")}
      columns={[
        { key: "ground", head: t("ground") },
        { key: "state", head: t("settleAs"), label: t("settleAs") },
        { key: "sum", head: t("sum"), label: t("sum"), number: true },
      ]}
      rows={refunds.map((refund) => ({
        key: refund.id,
        cells: {
          ground: (
            <div>
              {t(`ground-${refund.ground}`)}
              <span className="note place">
                <Words>{refund.reason}</Words>
              </span>
            </div>
          ),
          state: say(refund),
          sum: roubles(refund.kopecks, language),
        },
      }))}
    />
  );
}
