import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { Form, useFetcher } from "react-router";
import type { ReportPart } from "../../../src/report/contract.ts";
import type { ReportView } from "../../../src/report/views.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useText } from "../../ui/text.ts";
import { reportWords } from "../words.ts";
import { Assessments } from "./assessments.tsx";
import { LineTable } from "./line-table.tsx";
import { MoneyTable } from "./money-table.tsx";
import { NarrativeField } from "./narrative-field.tsx";

interface Props {
  readonly view: ReportView;
  readonly refused: RefusedForm | undefined;
}

/** The parts of a report; while it is open they are one form, which saves itself when a field is left. */
export function DraftForm({ view, refused }: Props) {
  const t = useText(reportWords);
  const form = useRef<HTMLFormElement>(null);
  const isChanged = useRef(false);
  const saving = useFetcher({ key: "draft" });
  /** The version that is on its way: the next save needs the one that it leaves. The fetcher says too late that it is busy. */
  const sent = useRef<number>(undefined);
  const save = () => {
    if (!form.current || !isChanged.current || sent.current === view.version) return;
    isChanged.current = false;
    sent.current = view.version;
    const data = new FormData(form.current);
    data.set("intent", "save");
    data.set("auto", "1");
    saving.submit(data, { method: "post" });
  };
  useEffect(() => {
    // What was refused left no new version.
    if (saving.data) sent.current = undefined;
  }, [saving.data]);
  // What was typed while a save was on its way is saved after it.
  useEffect(save);
  if (!view.mayWrite) return <Parts view={view} typed={undefined} />;
  return (
    <Form
      method="post"
      id="draft"
      ref={form}
      onChange={() => {
        isChanged.current = true;
      }}
      onBlur={save}
      onSubmit={(event) => {
        event.preventDefault();
        isChanged.current = true;
        save();
      }}
    >
      <input type="hidden" name="version" value={view.version} />
      <Parts view={view} typed={refused?.intent === "save" ? refused.typed : undefined} />
      <p className="buttons">
        <Button type="submit" name="intent" value="save" variant="outline">
          {t("save")}
        </Button>
        <span className="note">{t("saveHint")}</span>
      </p>
    </Form>
  );
}

interface PartsProps {
  readonly view: ReportView;
  readonly typed: RefusedForm["typed"] | undefined;
}

function Parts({ view, typed }: PartsProps) {
  const t = useText(reportWords);
  return view.content.form.parts.map((part, at) => (
    <section key={part} className="part">
      <h2>{`${at + 1}. ${t(`part-${part}`)}`}</h2>
      <Part part={part} view={view} typed={typed} />
    </section>
  ));
}

function Part({ part, view, typed }: PartsProps & { readonly part: ReportPart }) {
  const { content } = view;
  if (part === "indicators" || part === "activities") return <LineTable view={view} of={part} typed={typed} />;
  if (part === "money") return <MoneyTable view={view} typed={typed} />;
  if (part === "assessment") return <Assessments view={view} typed={typed} />;
  const section = content.narrative.find(({ key }) => key === part);
  return section ? <NarrativeField section={section} mayWrite={view.mayWrite} typed={typed} /> : null;
}
