import { TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import { callWords } from "./words.ts";

/** Days and hours of a call. */
export function DateFields({ filled }: { readonly filled: Readonly<Record<string, string>> }) {
  const t = useText(callWords);
  return (
    <>
      <div className="row-of-fields">
        <TextInput name="opensOn" type="date" label={t("opensOn")} defaultValue={filled.opensOn ?? ""} />
        <TextInput name="opensTime" label={t("opensTime")} defaultValue={filled.opensTime ?? "09:00"} />
      </div>
      <div className="row-of-fields">
        <TextInput name="closesOn" type="date" label={t("closesOn")} defaultValue={filled.closesOn ?? ""} />
        <TextInput name="closesTime" label={t("closesTime")} defaultValue={filled.closesTime ?? "24:00"} />
      </div>
      <p className="note">{t("closesHint")}</p>
      <TextInput name="reviewUntil" type="date" label={t("reviewUntil")} defaultValue={filled.reviewUntil ?? ""} />
    </>
  );
}
