import { Button, Checkbox, TextInput } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import { DECISION_FORM } from "./match.tsx";
import type { PreviewLoaded, PreviewRefused } from "./preview-data.ts";

interface Props {
  readonly loaded: PreviewLoaded;
  readonly refused: PreviewRefused | undefined;
}

/** What the check counted, and beside it what the person decides. */
export function Decision({ loaded, refused }: Props) {
  return (
    <section className="decision">
      <Counts counts={loaded.preview.counts} />
      {loaded.state === "open" ? <DecisionForm loaded={loaded} refused={refused} /> : <Closed loaded={loaded} />}
    </section>
  );
}

function Counts({ counts }: { readonly counts: PreviewLoaded["preview"]["counts"] }) {
  const t = useText(programmeWords);
  return (
    <ul className="tally">
      {(["error", "warning", "note"] as const).map((severity) => (
        <li key={severity} className={counts[severity] === 0 ? "empty" : undefined}>
          <Mark kind={severity}>{t(severity, { count: counts[severity] })}</Mark>
          <p className="note">{t(`${severity}Means`)}</p>
        </li>
      ))}
    </ul>
  );
}

function DecisionForm({ loaded, refused }: Props) {
  const t = useText(programmeWords);
  const busy = useNavigation().state === "submitting";
  const { preview, version, wouldBe } = loaded;
  return (
    <Form method="post" className="form" id={DECISION_FORM}>
      <input type="hidden" name="version" value={version} />
      <TextInput
        id="basis"
        name="basis"
        label={t("basis")}
        description={t("basisHint")}
        defaultValue={refused?.basis ?? ""}
        error={refused?.code === "basis-missing" ? refused.sentence : undefined}
      />
      {preview.proposedBasis && <p className="note">{t("basisProposed", { act: preview.proposedBasis })}</p>}
      {preview.counts.error > 0 && (
        <Checkbox id="acceptErrors" name="acceptErrors" label={t("acceptErrors", { count: preview.counts.error })} />
      )}
      {loaded.older !== null && (
        <Checkbox id="acceptOlder" name="acceptOlder" label={t("matchOlder")} description={loaded.older} />
      )}
      <div className="buttons">
        <Button type="submit" name="intent" value="approve" loading={busy}>
          {t("approve", { number: wouldBe.edition })}
        </Button>
        <Button type="submit" name="intent" value="discard" variant="outline" disabled={busy}>
          {t("discard")}
        </Button>
      </div>
      <p className="note">{t("approveNote")}</p>
    </Form>
  );
}

/** Decided already: the page stays as the record of what was seen. */
function Closed({ loaded }: Pick<Props, "loaded">) {
  const t = useText(programmeWords);
  const href = useHref();
  const { slug, edition } = loaded.wouldBe;
  if (loaded.state === "discarded") return <p>{t("discarded")}</p>;
  return (
    <p>
      {t("approved")} <a href={href(paths.edition(slug, edition))}>{t("editionOf", { number: edition })}</a>
    </p>
  );
}
