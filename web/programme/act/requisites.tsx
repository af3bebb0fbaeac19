import { Textarea, TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import { type Field, LONGEST } from "./question.ts";

const LABELS = {
  number: "actOwnNumber",
  date: "actDate",
  place: "actPlace",
  issuer: "actIssuer",
  amendedNumber: "actAmendedNumber",
  amendedDate: "actAmendedDate",
  ground: "actGround",
  publication: "actPublication",
  control: "actControl",
  office: "actOffice",
  signer: "actSigner",
} as const satisfies Record<Field, string>;

const HINTS = { ground: "actGroundHint", publication: "actPublicationHint", control: "actControlHint" } as const;
const LONG: readonly Field[] = ["issuer", "ground", "publication", "control"];

interface Props {
  readonly fields: Readonly<Record<Field, string>>;
}

/** What the act says beside its changes; as far as the programme tells it, it is filled in. */
export function Requisites({ fields }: Props) {
  const t = useText(programmeWords);
  const field = (name: Field) => {
    const Input = LONG.includes(name) ? Textarea : TextInput;
    return (
      <Input
        key={name}
        id={name}
        name={name}
        label={t(LABELS[name])}
        {...(name in HINTS && { description: t(HINTS[name as keyof typeof HINTS]) })}
        {...(name === "date" || name === "amendedDate" ? { type: "date" } : { maxLength: LONGEST[name] })}
        defaultValue={fields[name]}
      />
    );
  };
  return (
    <section className="act-requisites">
      <h2>{t("actRequisites")}</h2>
      <div className="pair">
        {field("number")}
        {field("date")}
      </div>
      {field("issuer")}
      {field("place")}
      <div className="pair">
        {field("amendedNumber")}
        {field("amendedDate")}
      </div>
      {(["ground", "publication", "control"] as const).map(field)}
      <div className="pair">
        {field("office")}
        {field("signer")}
      </div>
    </section>
  );
}
