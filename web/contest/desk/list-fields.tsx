import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { TermsText } from "../../../src/contest/call/contract.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { rowsOf } from "../parts/fields.tsx";
import { KNOWN_SOURCES, sourceName } from "../parts/money.ts";
import { callWords } from "./words.ts";

interface Props {
  readonly terms: TermsText;
  /** What a refused form held. */
  readonly typed: RefusedForm["typed"] | undefined;
}

/** Papers, questions of the form and lines of the checklist: a row each, and empty ones to write more. */
export function ListFields({ terms, typed }: Props) {
  const t = useText(callWords);
  const text = (name: string, label: string, filled = "") => (
    <TextInput name={name} label={label} maxLength={300} defaultValue={typed?.[name] ?? filled} />
  );
  const tick = (name: string, isOn: boolean) => (
    <Checkbox name={name} value="yes" label={t("compulsory")} defaultChecked={typed ? typed[name] === "yes" : isOn} />
  );
  const key = (list: string, at: number, filled = "") => (
    <input type="hidden" name={`${list}.${at}.key`} value={typed?.[`${list}.${at}.key`] ?? filled} />
  );
  return (
    <>
      <h2>{t("papers")}</h2>
      <p className="note">{t("rowsHint")}</p>
      {rowsOf(terms.papers, 3, 2).map(({ at, row: paper }) => (
        <div key={at} className="stack">
          {key("papers", at, paper?.key)}
          {text(`papers.${at}.name`, t("paper", { number: at + 1 }), paper?.name)}
          {tick(`papers.${at}.isCompulsory`, paper?.isCompulsory ?? paper !== undefined)}
        </div>
      ))}
      <h2>{t("fields")}</h2>
      {rowsOf(terms.fields, 3, 2).map(({ at, row: field }) => (
        <fieldset key={at} className="stack">
          <legend>{t("field", { number: at + 1 })}</legend>
          {key("fields", at, field?.key)}
          {text(`fields.${at}.label`, t("fieldLabel"), field?.label)}
          {text(`fields.${at}.hint`, t("fieldHint"), field?.hint)}
          <NativeSelect
            name={`fields.${at}.kind`}
            label={t("fieldKind")}
            defaultValue={typed?.[`fields.${at}.kind`] ?? field?.kind ?? "text"}
            data={(["text", "number"] as const).map((value) => ({ value, label: t(`fieldKind-${value}`) }))}
          />
          {tick(`fields.${at}.isCompulsory`, field?.isCompulsory ?? true)}
          <div className="row-of-fields">
            <NativeSelect
              name={`fields.${at}.when`}
              label={t("when")}
              defaultValue={typed?.[`fields.${at}.when`] ?? field?.when?.field ?? ""}
              data={[
                { value: "", label: t("whenAlways") },
                ...(terms.fields ?? [])
                  .filter((other) => other.key !== field?.key)
                  .map((other) => ({ value: other.key, label: other.label })),
              ]}
            />
            {text(`fields.${at}.whenIs`, t("whenIs"), field?.when?.is)}
          </div>
        </fieldset>
      ))}
      <h2>{t("lines")}</h2>
      {rowsOf(terms.lines, 2, 2).map(({ at, row: line }) => (
        <div key={at}>
          {key("lines", at, line?.key)}
          {text(`lines.${at}.name`, t("line", { number: at + 1 }), line?.name)}
        </div>
      ))}
    </>
  );
}

/** The budget of the call: a field for each source, those of its own among them. */
export function SourceFields({ terms, typed }: Props) {
  const t = useText(callWords);
  const language = useLanguage();
  const given = terms.rules.money.sources ?? [];
  const names = [...given.map(({ source }) => source), ...KNOWN_SOURCES];
  return (
    <fieldset>
      <legend>{t("sources")}</legend>
      <p className="note">{t("sourcesHint")}</p>
      <div className="row-of-fields">
        {names
          .filter((name, at) => names.indexOf(name) === at)
          .map((source) => (
            <TextInput
              key={source}
              name={`source.${source}`}
              label={`${sourceName(source, language)}, ${t("inRoubles")}`}
              inputMode="decimal"
              defaultValue={
                typed?.[`source.${source}`] ?? given.find((one) => one.source === source)?.limit.replace(".", ",") ?? ""
              }
            />
          ))}
      </div>
    </fieldset>
  );
}
