import { Textarea, TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import type { TypedMethod } from "./read-method.ts";
import { methodWords } from "./words.ts";

/** What a method is called and where it comes from. */
export function HeadFields({ typed }: { readonly typed: TypedMethod }) {
  const t = useText(methodWords);
  return (
    <>
      <TextInput id="name" name="name" label={t("fieldName")} defaultValue={typed.name} maxLength={1000} />
      <TextInput name="act" label={t("fieldAct")} defaultValue={typed.source.act} maxLength={1000} />
      <TextInput name="addresses" label={t("fieldAddresses")} defaultValue={typed.source.addresses.join(" ")} />
      <Textarea
        name="unverified"
        label={t("fieldUnverified")}
        defaultValue={typed.unverified.join("\n")}
        autosize
        minRows={2}
      />
    </>
  );
}
