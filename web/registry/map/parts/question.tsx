import { Checkbox } from "@mantine/core";
import { useText } from "../../../ui/text.ts";
import { mapWords } from "../words.ts";
import { questionOf, type Refused } from "./act.ts";

/** What the form asks to agree to, and what was agreed to before. */
export function Question({ refused }: { readonly refused: Refused | undefined }) {
  const t = useText(mapWords);
  const question = questionOf(refused?.code);
  return (
    <>
      {refused?.confirmed.map((one) => (
        <input key={one} type="hidden" name="confirmed" value={one} />
      ))}
      {question && <Checkbox id="confirmed" name="confirmed" value={question} label={t(`agree_${question}`)} />}
    </>
  );
}
