import { TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import { accessWords } from "../words.ts";

/** A link that is handed over in person, in sight this once. */
export function Handed({ link, email }: { readonly link: string; readonly email: string }) {
  const t = useText(accessWords);
  return (
    <section className="callout" role="status">
      <TextInput
        id="handed"
        label={t("handedFor", { email })}
        description={t("handed")}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
    </section>
  );
}
