import { Button, Checkbox, TextInput } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import type { PreviewData } from "./preview.tsx";
import { importWords } from "./words.ts";

/** Approve as an edition, or discard. Without scripts the two buttons send the same form. */
export function Decision({
  head,
  errors,
  basis,
}: {
  readonly head: PreviewData["head"];
  readonly errors: number;
  readonly basis: string | undefined;
}) {
  const t = useText(importWords);
  const href = useHref();
  const busy = useNavigation().state === "submitting";
  if (head.state !== "open") {
    const edition = href(paths.editions(head.wouldBe.slug));
    return <p>{head.state === "approved" ? <a href={edition}>{t("closedApproved")}</a> : t("closedDiscarded")}</p>;
  }
  return (
    <Form method="post" className="approve">
      <input type="hidden" name="version" value={head.version} />
      <TextInput name="basis" label={t("basis")} description={t("basisHint")} defaultValue={basis ?? ""} />
      {errors > 0 && <Checkbox name="acceptErrors" label={t("acceptErrors")} />}
      <div className="row">
        <Button type="submit" name="decision" value="approve" loading={busy}>
          {t("approve", { edition: head.wouldBe.edition })}
        </Button>
        <Button type="submit" name="decision" value="discard" variant="default" disabled={busy}>
          {t("discard")}
        </Button>
      </div>
      <p className="note">{t("approveHint")}</p>
    </Form>
  );
}
