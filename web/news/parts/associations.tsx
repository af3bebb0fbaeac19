import { Button, Checkbox, TextInput } from "@mantine/core";
import type { NewsChoices, OfferedAssociations } from "../../../src/news/contract.ts";
import { useText } from "../../ui/text.ts";
import { newsWords } from "../words.ts";

interface Props {
  readonly choices: NewsChoices;
  readonly offered: OfferedAssociations;
  readonly error: string | undefined;
}

/** Of which associations a publication tells: all to tick where they are few, else the ticked ones and a search that asks the server. */
export function Associations({ choices, offered, error }: Props) {
  const t = useText(newsWords);
  const chosen = new Set(offered.chosen.map(({ id }) => id));
  const listed = choices.associations ?? [...offered.chosen, ...offered.found];
  return (
    <fieldset id="associationIds" aria-describedby="associations-hint">
      <legend>{t("associations")}</legend>
      <p className="note" id="associations-hint">
        {t(choices.associations ? "associationsHint" : "associationsSearchHint")}
      </p>
      {listed.length > 0 && (
        <div className="choices">
          {listed.map(({ id, name }) => (
            <Checkbox key={id} name="associationIds" value={id} label={name} defaultChecked={chosen.has(id)} />
          ))}
        </div>
      )}
      {choices.associations === null && (
        <div className="association-search">
          <TextInput
            id="association-words"
            name="association-words"
            label={t("associationWords")}
            description={offered.hasMore && t("associationMore")}
            error={offered.words !== "" && offered.found.length === 0 && t("associationNone", { text: offered.words })}
          />
          <Button type="submit" name="intent" value="find" formNoValidate variant="outline">
            {t("associationFind")}
          </Button>
        </div>
      )}
      {error && <p className="error">{error}</p>}
    </fieldset>
  );
}
