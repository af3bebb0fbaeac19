import { TextInput } from "@mantine/core";
import { useActionData } from "react-router";
import type { SeatView } from "../../../../src/registry/body/views.ts";
import { FoldForm } from "../../../app/fold-form.tsx";
import type { RefusedForm } from "../../../app/form.ts";
import { useText } from "../../../ui/text.ts";
import { bodyWords } from "../words.ts";

/** What can be recorded about who holds a seat. */
export function HoldingForms({ held }: { readonly held: SeatView }) {
  const t = useText(bodyWords);
  const refused = useActionData<RefusedForm>();
  const own = refused?.typed.holding === held.id ? refused : undefined;
  const named = (
    <>
      <input type="hidden" name="holding" value={held.id} />
      <input type="hidden" name="version" value={held.version} />
    </>
  );
  const basis = <TextInput name="basis" label={t("basis")} maxLength={1000} defaultValue={own?.typed.basis ?? ""} />;
  const fold = { refused: own };
  return (
    <>
      {held.isCurrent && (
        <FoldForm intent="end" summary={t("end")} submit={t("endSubmit")} {...fold}>
          {named}
          <TextInput name="to" type="date" label={t("to")} error={own?.sentence} />
          {basis}
        </FoldForm>
      )}
      {held.holderName && (
        <FoldForm intent="forget" summary={t("forget")} submit={t("forget")} {...fold}>
          {named}
        </FoldForm>
      )}
      <FoldForm intent="cancel" summary={t("cancel")} submit={t("cancelSubmit")} {...fold}>
        {named}
        {basis}
      </FoldForm>
    </>
  );
}
