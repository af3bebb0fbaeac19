import { Button } from "@mantine/core";
import { useRef } from "react";
import { Form, useNavigation } from "react-router";
import type { ToldAct, ToldProposal } from "../../../src/programme/views-act.ts";
import { useHref } from "../../app/link.ts";
import { usePage } from "../../app/page-context.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { programmeWords } from "../words.ts";
import { Told } from "./told.tsx";

interface Props {
  readonly slug: string;
  readonly draft: { readonly id: string; readonly version: number };
  readonly act: { readonly hash: string; readonly name: string; readonly told: ToldAct };
}

/** What the act proposes, each with a tick: all of it goes into the draft unless a tick is taken away. */
export function Proposals({ slug, draft, act }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const form = useRef<HTMLFormElement>(null);
  const busy = useNavigation().state === "submitting";
  const { proposals, number } = act.told;
  return (
    <Form method="post" ref={form} className="proposals">
      <input type="hidden" name="file" value={act.hash} />
      <input type="hidden" name="name" value={act.name} />
      <input type="hidden" name="version" value={draft.version} />
      <p className="under">
        {number ? t("takeInOfNumber", { name: act.name, number }) : t("takeInOf", { name: act.name })}{" "}
        {t("takeInWhole")}
      </p>
      <TickAll form={form} />
      <FigureTable
        name={t("takeInTitle")}
        columns={[
          { key: "what", head: t("takeInWhat") },
          { key: "change", head: `${t("compareWas")} → ${t("compareBecame")}`, label: t("takeInWhat") },
          { key: "sure", head: t("takeInSure"), label: t("takeInSure") },
        ]}
        rows={proposals.map((proposal, at) => ({
          key: String(at),
          cells: {
            what: <Tick {...{ proposal, at, first: proposal.quoted !== proposals[at - 1]?.quoted }} />,
            change: <Told edits={proposal.edits} more={proposal.more} />,
            sure: <Sure isSure={proposal.isSure} />,
          },
        }))}
      />
      <div className="buttons">
        <Button type="submit" loading={busy}>
          {t("takeInApply")}
        </Button>
        <Button component="a" variant="outline" href={href(paths.draftAct(slug))}>
          {t("takeInOther")}
        </Button>
      </div>
    </Form>
  );
}

/** Without scripts there is nothing to press: the ticks themselves do the same. */
function TickAll({ form }: { readonly form: React.RefObject<HTMLFormElement | null> }) {
  const t = useText(programmeWords);
  if (!usePage().hydrates) return null;
  const set = (checked: boolean) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>("input[name=take]") ?? []) box.checked = checked;
  };
  return (
    <p className="links">
      <button type="button" className="link" onClick={() => set(true)}>
        {t("takeInAll")}
      </button>
      <button type="button" className="link" onClick={() => set(false)}>
        {t("takeInNone")}
      </button>
    </p>
  );
}

/** The act's words stand once, with the first change that they make. */
function Tick({ proposal, at, first }: { proposal: ToldProposal; at: number; first: boolean }) {
  const t = useText(programmeWords);
  return (
    <label className="tick">
      <input type="checkbox" name="take" value={at} defaultChecked />
      <span>
        {proposal.point && t("takeInPoint", { point: proposal.point.replace(/\.$/, "") })}
        {first && (
          <span className="quoted">
            <Words>{proposal.quoted}</Words>
          </span>
        )}
      </span>
    </label>
  );
}

function Sure({ isSure }: { readonly isSure: boolean }) {
  const t = useText(programmeWords);
  return <Mark kind={isSure ? "done" : "warning"}>{t(isSure ? "takeInExact" : "takeInLoose")}</Mark>;
}

/** What the person does in the grid: the sentence about each point, and the point's own words. */
export function LeftByHand({ left, proposals }: Pick<ToldAct, "left" | "proposals">) {
  const t = useText(programmeWords);
  if (left.length === 0) return null;
  return (
    <section className="part">
      <h2>{t(proposals.length > 0 ? "takeInLeft" : "takeInWhy")}</h2>
      {proposals.length > 0 && <p className="under">{t("takeInLeftLead")}</p>}
      <ul className="left-list">
        {left.map((one) => (
          <li key={one.sentence + one.quoted} className="finding">
            <Mark kind={one.isError ? "error" : "warning"}>{t("takeInNot")}</Mark>
            <p>{one.sentence}</p>
            {one.quoted && (
              <span className="quoted">
                <Words>{one.quoted}</Words>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
