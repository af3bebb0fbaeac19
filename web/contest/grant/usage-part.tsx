import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import { canMoveUsage, type UsageView } from "../../../src/contest/agreement/contract.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles } from "../parts/money.ts";
import type { loader } from "./load.ts";
import { grantWords } from "./words.ts";

const NEW: UsageView = {
  state: "draft",
  story: "",
  spent: [],
  spentKopecks: null,
  correctUntil: null,
  files: [],
  moves: [],
  version: 1,
};

/** The usage report: written by who received the grant, accepted or returned by the office. */
export function UsagePart({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { grant, rights } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const language = useLanguage();
  const usage = grant.agreement?.usage ?? null;
  const due = formatDate(grant.agreement?.reportDue ?? "", language);
  const isWritten = rights.writes && canMoveUsage("submit", usage?.state ?? "draft");
  const reason = usage?.moves.findLast((move) => move.move === "return")?.reason;
  return (
    <section className="part" id="usage">
      <h2>{t("report")}</h2>
      {usage ? <State usage={usage} /> : <p className="under">{t("reportNone", { date: due })}</p>}
      {usage?.state === "returned" && reason && <p className="notice">{reason}</p>}
      {isWritten ? (
        <UsageForm usage={usage ?? NEW} refused={refused} />
      ) : (
        usage && usage.state !== "draft" && <UsageReading usage={usage} />
      )}
      {usage && rights.accepts && canMoveUsage("accept", usage.state) && <Decide usage={usage} refused={refused} />}
    </section>
  );
}

const MARKS = { draft: "none", submitted: "note", returned: "warning", accepted: "done" } as const;

function State({ usage }: { readonly usage: UsageView }) {
  const t = useText(grantWords);
  const language = useLanguage();
  const date = usage.correctUntil ? formatDate(usage.correctUntil, language) : "";
  return (
    <p>
      <Mark kind={MARKS[usage.state]}>{t(`usage-${usage.state}`, { date })}</Mark>
    </p>
  );
}

interface FormProps {
  readonly usage: UsageView;
  readonly refused: RefusedForm | undefined;
}

function UsageForm({ usage, refused }: FormProps) {
  const { grant } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const busy = useNavigation().state === "submitting";
  const typed = refused?.intent === "save" || refused?.intent === "submit" ? refused.typed : undefined;
  return (
    <>
      <Files usage={usage} isEdited />
      <FoldForm
        intent="attach"
        summary={t("addPhoto")}
        submit={t("addPhoto")}
        hint={t("photoUnder")}
        refused={refused}
        hasFile
      >
        <input type="hidden" name="kind" value="photo" />
        <label>
          {t("file")}
          <input type="file" name="file" className="file" accept="image/*" />
        </label>
      </FoldForm>
      <details className="fold">
        <summary>{t("addReceipt")}</summary>
        <Form method="post" encType="multipart/form-data" className="form narrow wider">
          <input type="hidden" name="kind" value="receipt" />
          <NativeSelect
            name="line"
            label={t("line")}
            data={grant.estimate.map(({ what }, at) => ({ value: String(at), label: what }))}
          />
          <label>
            {t("file")}
            <input type="file" name="file" className="file" />
          </label>
          <Button type="submit" name="intent" value="attach" variant="outline" loading={busy}>
            {t("addReceipt")}
          </Button>
        </Form>
      </details>
      <Form method="post" className="form wider" id="submit">
        <input type="hidden" name="version" value={usage.version} />
        <Textarea name="story" label={t("story")} rows={5} defaultValue={typed?.story ?? usage.story} />
        {grant.estimate.map(({ what, asked }, at) => (
          <TextInput
            key={what}
            name={`spent.${at}`}
            inputMode="decimal"
            label={t("spentOf", { what })}
            description={`${t("planned")}: ${asked || "—"}`}
            defaultValue={typed?.[`spent.${at}`] ?? usage.spent[at] ?? ""}
          />
        ))}
        <div className="buttons">
          <Button type="submit" name="intent" value="submit" loading={busy}>
            {t("submit")}
          </Button>
          <Button type="submit" name="intent" value="save" variant="outline" loading={busy}>
            {t("save")}
          </Button>
        </div>
      </Form>
    </>
  );
}

function UsageReading({ usage }: { readonly usage: UsageView }) {
  const { grant } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const language = useLanguage();
  const rest = usage.spentKopecks === null ? null : grant.kopecks - usage.spentKopecks;
  return (
    <>
      <p className="measure">
        <Words>{usage.story}</Words>
      </p>
      <FigureTable
        name={t("report")}
        columns={[
          { key: "line", head: t("line") },
          { key: "planned", head: t("planned"), label: t("planned"), number: true },
          { key: "spent", head: t("spent"), label: t("spent"), number: true },
        ]}
        rows={[
          ...grant.estimate.map(({ what, asked }, at) => ({
            key: String(at),
            cells: { line: <Words>{what}</Words>, planned: asked || "—", spent: usage.spent[at] || "—" },
          })),
          {
            key: "total",
            total: true,
            cells: {
              line: t("awarded"),
              planned: roubles(grant.kopecks, language),
              spent: usage.spentKopecks === null ? "—" : roubles(usage.spentKopecks, language),
            },
          },
        ]}
      />
      {rest !== null && rest > 0n && (
        <p className="notice">
          {t("rest")}: {roubles(rest, language)}
        </p>
      )}
      <Files usage={usage} isEdited={false} />
    </>
  );
}

function Files({ usage, isEdited }: { readonly usage: UsageView; readonly isEdited: boolean }) {
  const { grant } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const href = useHref();
  if (usage.files.length === 0) return null;
  return (
    <ul className="plain">
      {usage.files.map(({ id, kind, line, name }) => (
        <li key={id} className="section">
          <a href={href(paths.grantFile(grant.applicationId, id))}>{name}</a>
          <span className="note place">
            {kind === "photo" ? t("photos") : `${t("receipts")}: ${grant.estimate[line ?? -1]?.what ?? ""}`}
          </span>
          {isEdited && (
            <Form method="post">
              <input type="hidden" name="fileId" value={id} />
              <button type="submit" className="link" name="intent" value="take-off">
                {t("takeOff")}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

function Decide({ usage, refused }: FormProps) {
  const { today } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const busy = useNavigation().state === "submitting";
  return (
    <>
      <Form method="post" className="form narrow wider" id="accept">
        <input type="hidden" name="version" value={usage.version} />
        <Button type="submit" name="intent" value="accept" loading={busy}>
          {t("accept")}
        </Button>
      </Form>
      <FoldForm intent="return" summary={t("return")} submit={t("return")} refused={refused}>
        <input type="hidden" name="version" value={usage.version} />
        <Textarea
          name="reason"
          label={t("reason")}
          rows={2}
          maxLength={2000}
          defaultValue={refused?.typed.reason ?? ""}
        />
        <TextInput
          name="until"
          type="date"
          label={t("correctUntil")}
          min={today}
          defaultValue={refused?.typed.until ?? ""}
        />
      </FoldForm>
    </>
  );
}
