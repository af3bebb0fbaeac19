import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Form, useNavigation } from "react-router";
import type { RefusedForm } from "./form.ts";

interface Props {
  readonly intent: string;
  readonly summary: string;
  /** What the button says. */
  readonly submit: string;
  readonly hint?: string | undefined;
  readonly refused: RefusedForm | undefined;
  /** The page's one main form has a filled button. */
  readonly isMain?: boolean;
  readonly hasFile?: boolean;
  readonly children: ReactNode;
}

/** A form folded away until it is needed; open after a refusal with what was typed. */
export function FoldForm({ intent, summary, submit, hint, refused, isMain = false, hasFile = false, children }: Props) {
  const busy = useNavigation().state === "submitting";
  return (
    <details className="fold" id={intent} open={refused?.intent === intent}>
      <summary>{summary}</summary>
      <Form
        method="post"
        className="form narrow wider"
        encType={hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"}
      >
        {hint && <p className="note">{hint}</p>}
        {children}
        <Button type="submit" name="intent" value={intent} variant={isMain ? "filled" : "outline"} loading={busy}>
          {submit}
        </Button>
      </Form>
    </details>
  );
}
