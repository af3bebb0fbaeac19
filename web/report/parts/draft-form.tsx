import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { Form, useRevalidator } from "react-router";
import type { ReportPart } from "../../../src/report/contract.ts";
import type { ReportView } from "../../../src/report/views.ts";
import { useAutosave } from "../../app/autosave.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useAddress } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { SavedLine } from "../../app/saved-line.tsx";
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

/** The parts of a report; while it is open they are one form, which saves itself. */
export function DraftForm({ view, refused }: Props) {
  const t = useText(reportWords);
  const form = useRef<HTMLFormElement>(null);
  const address = useAddress();
  const saving = useAutosave(form, address(paths.saveReport(view.id)), view.version);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    // What is missing, and the version that the page's other forms send, follow what was saved.
    if (saving.kind === "saved") void revalidate();
  }, [saving, revalidate]);
  if (!view.mayWrite) return <Parts view={view} typed={undefined} />;
  return (
    <>
      <SavedLine saving={saving} />
      <Form method="post" id="draft" ref={form}>
        <input type="hidden" name="version" defaultValue={view.version} />
        <Parts view={view} typed={refused?.intent === "save" ? refused.typed : undefined} />
        <p className="buttons">
          <Button type="submit" name="intent" value="save" variant="outline">
            {t("save")}
          </Button>
        </p>
      </Form>
    </>
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
