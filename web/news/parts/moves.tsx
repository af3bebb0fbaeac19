import { TextInput } from "@mantine/core";
import { type PublicationView, TRANSITIONS } from "../../../src/news/contract.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useText } from "../../ui/text.ts";
import { newsWords } from "../words.ts";

interface Props {
  readonly publication: PublicationView;
  readonly today: string;
  readonly refused: RefusedForm | undefined;
}

/** What this person may do with the publication now. */
export function Moves({ publication, today, refused }: Props) {
  const t = useText(newsWords);
  if (publication.moves.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("next")}</h2>
      {publication.moves.map((move, at) => (
        <FoldForm
          key={move}
          intent={move}
          summary={t(`move-${move}`)}
          submit={t(`move-${move}`)}
          refused={refused}
          isMain={at === 0}
        >
          <input type="hidden" name="version" value={publication.version} />
          {TRANSITIONS[move].needsReason && (
            <TextInput id={`${move}-reason`} name="reason" label={t("reason")} maxLength={1000} />
          )}
          {move === "publish" && (
            <TextInput
              name="publishedOn"
              type="date"
              max={today}
              label={t("publishedOn")}
              defaultValue={publication.publishedOn ?? today}
            />
          )}
        </FoldForm>
      ))}
    </section>
  );
}
