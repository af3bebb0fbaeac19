import { NativeSelect, TextInput } from "@mantine/core";
import type { DocumentView } from "../../../src/contest/agreement/contract.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { grantWords } from "./words.ts";

interface Props {
  readonly callId: string;
  readonly documents: readonly DocumentView[];
  readonly refused: RefusedForm | undefined;
  readonly maySign?: boolean;
}

/** Files that were made and fixed, each with its hash and the signatures on it. */
export function Documents({ callId, documents, refused, maySign = true }: Props) {
  const t = useText(grantWords);
  const language = useLanguage();
  const href = useHref();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const file = (id: string) => href(paths.documentFile(callId, id));
  return (
    <>
      <ul className="plain">
        {documents.map(({ id, name, hash, madeAt, isLatest, signatures }) => (
          <li key={id} className="section">
            <a href={file(id)}>{name}</a>
            <span className="note place">
              {formatInstant(madeAt, timeZone, language)}
              {!isLatest && `, ${t("replaced")}`}
            </span>
            <code className="hash place">{hash}</code>
            {signatures.map((signature) => (
              <span key={signature.id} className="place">
                {t("signatureSaid", {
                  signer: signature.signer,
                  office: signature.office,
                  date: formatDate(signature.signedOn, language),
                })}{" "}
                — <a href={file(signature.id)}>{t(`kind-${signature.kind}`)}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {maySign && documents.some(({ isLatest }) => isLatest) && <Sign documents={documents} refused={refused} />}
    </>
  );
}

function Sign({ documents, refused }: Pick<Props, "documents" | "refused">) {
  const t = useText(grantWords);
  return (
    <FoldForm intent="sign" summary={t("sign")} submit={t("sign")} hint={t("signHint")} refused={refused} hasFile>
      <NativeSelect
        name="documentId"
        label={t("document")}
        data={documents.filter(({ isLatest }) => isLatest).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NativeSelect
        name="kind"
        label={t("kind")}
        data={(["paper", "detached"] as const).map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
      />
      <TextInput name="signer" label={t("signer")} maxLength={200} defaultValue={refused?.typed.signer ?? ""} />
      <TextInput name="office" label={t("office")} maxLength={300} defaultValue={refused?.typed.office ?? ""} />
      <TextInput name="signedOn" type="date" label={t("signedOn")} defaultValue={refused?.typed.signedOn ?? ""} />
      <label>
        {t("file")}
        <input type="file" name="file" className="file" />
      </label>
    </FoldForm>
  );
}
