import { Button, NativeSelect } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import { termsShape } from "../../../src/contest/call/contract.ts";
import { useText } from "../../ui/text.ts";
import { contestWords } from "../words.ts";
import type { loader } from "./load.ts";
import { applyWords } from "./words.ts";

/** The filled form, and what it is to become. */
export function Upload({ typed }: { readonly typed: Readonly<Record<string, string>> }) {
  const { call, drafts } = useLoaderData<typeof loader>();
  const t = useText(applyWords);
  const busy = useNavigation().state === "submitting";
  if (!call.isOpen && drafts.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("step2")}</h2>
      <Form method="post" encType="multipart/form-data" className="form narrow wider">
        <div>
          <label htmlFor="form">{t("file")}</label>
          <p className="note" id="form-hint">
            {t("fileHint")}
          </p>
          <input id="form" name="form" type="file" aria-describedby="form-hint" className="file" />
        </div>
        <Target typed={typed} />
        <p className="note">{t("readHint")}</p>
        <Button type="submit" name="intent" value="read" loading={busy}>
          {t("read")}
        </Button>
      </Form>
    </section>
  );
}

/** Another application of an association, or a draft that is there. */
function Target({ typed }: { readonly typed: Readonly<Record<string, string>> }) {
  const { call, drafts, associations } = useLoaderData<typeof loader>();
  const t = useText(applyWords);
  const words = useText(contestWords);
  const terms = termsShape.parse(call.terms);
  return (
    <>
      {drafts.length > 0 && (
        <NativeSelect
          name="target"
          label={t("target")}
          description={t("fillsHint")}
          defaultValue={typed.target ?? ""}
          data={[
            ...drafts.map(({ id, title, version }) => ({
              value: `${id} ${version}`,
              label: t("fills", { title: title || t("untitled") }),
            })),
            ...(call.isOpen ? [{ value: "", label: t("another") }] : []),
          ]}
        />
      )}
      <NativeSelect
        name="associationId"
        label={t("association")}
        defaultValue={typed.associationId ?? ""}
        data={associations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NativeSelect
        name="applicant"
        label={t("kind")}
        defaultValue={typed.applicant ?? ""}
        data={terms.applicants.map((kind) => ({
          value: kind,
          label: words(`applicant-${kind}`, { tax: terms.taxPercent }),
        }))}
      />
    </>
  );
}
