import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { EventChoices } from "../../../src/event/views.ts";
import { useText } from "../../ui/text.ts";
import { eventWords } from "../words.ts";
import { type Found, wordsOf } from "./association-search.ts";

interface Props {
  readonly name: string;
  readonly value: string;
  readonly choices: EventChoices;
  readonly found: Found;
  /** Beside other fields of a site. */
  readonly isShort?: boolean;
}

/**
 * The association of an event or a site: a list where there are few, else a search that asks the server: what was found stands in a list
 * beside the words, and what is typed next counts before it.
 */
export function AssociationField({ name, value, choices, found, isShort = false }: Props) {
  const t = useText(eventWords);
  const none = { value: "", label: t("none") };
  if (!choices.searchesAssociations) {
    const all = choices.associations.map((one) => ({ value: one.id, label: one.name }));
    return <NativeSelect id={name} name={name} label={t("association")} data={[none, ...all]} defaultValue={value} />;
  }
  const offered = found[name] ?? { words: "", choices: [], hasMore: false };
  const first = offered.words === "" ? undefined : offered.choices[0]?.id;
  return (
    <div className="association-search">
      <TextInput
        id={offered.choices.length > 0 ? wordsOf(name) : name}
        name={wordsOf(name)}
        label={t(isShort ? "associationShort" : "associationWords")}
        description={!isShort && t("associationWordsHint")}
        error={offered.words !== "" && offered.choices.length === 0 && t("associationNone", { text: offered.words })}
      />
      {offered.choices.length > 0 && (
        <NativeSelect
          id={name}
          name={name}
          label={offered.words === "" ? t("association") : t("associationFound", { text: offered.words })}
          description={offered.hasMore && t("associationMore")}
          data={[...offered.choices.map((one) => ({ value: one.id, label: one.name })), none]}
          defaultValue={first ?? value}
        />
      )}
      <Button type="submit" name="intent" value="find" formNoValidate variant="outline">
        {t("associationFind")}
      </Button>
    </div>
  );
}
