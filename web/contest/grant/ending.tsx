import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useLoaderData } from "react-router";
import { ENDING_GROUNDS } from "../../../src/contest/agreement/contract.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles } from "../parts/money.ts";
import type { loader } from "./load.ts";
import { grantWords } from "./words.ts";

/** That an agreement was ended: its day, ground and document, and what had been paid. */
export function Ended() {
  const { grant } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const language = useLanguage();
  const href = useHref();
  const ending = grant.agreement?.ending;
  if (!ending) return null;
  const { endedOn, ground, paid, reason, file } = ending;
  const date = formatDate(endedOn, language);
  return (
    <div className="notice" id="ended">
      <p>{t("endedSaid", { date, ground: t(`ending-${ground}`), paid: roubles(paid, language) })}</p>
      <p>
        <Words>{reason}</Words>
      </p>
      <p>
        <a href={href(paths.grantFile(grant.applicationId, "ending"))}>{file.name}</a>
      </p>
    </div>
  );
}

/** «Расторжение»: what it says, and its document. */
export function EndForm({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { today } = useLoaderData<typeof loader>();
  const t = useText(grantWords);
  const typed = refused?.intent === "end" ? refused.typed : undefined;
  return (
    <FoldForm intent="end" summary={t("end")} submit={t("end")} hint={t("endHint")} refused={refused} hasFile>
      <NativeSelect
        name="ending"
        label={t("ending")}
        defaultValue={typed?.ending ?? "parties"}
        data={ENDING_GROUNDS.map((ground) => ({ value: ground, label: t(`ending-${ground}`) }))}
      />
      <TextInput name="endedOn" type="date" max={today} label={t("endedOn")} defaultValue={typed?.endedOn ?? today} />
      <Textarea
        name="endReason"
        label={t("endReason")}
        rows={2}
        maxLength={2_000}
        defaultValue={typed?.endReason ?? ""}
      />
      <TextInput name="endDueOn" type="date" min={today} label={t("endDueOn")} defaultValue={typed?.endDueOn ?? ""} />
      <label>
        {t("endFile")}
        <input type="file" name="file" className="file" />
      </label>
    </FoldForm>
  );
}
