import { Button, TextInput } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { juryWords } from "../jury/words.ts";
import { SittingFields } from "./fields.tsx";
import type { loader } from "./load.ts";

/** What whoever keeps the sitting does next: open it, record votes, decide. */
export function SittingForms({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { call, open, decided } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  const href = useHref();
  if (open) return <OpenForms refused={refused} />;
  if (call.state === "review") return <OpenSitting refused={refused} />;
  if (!decided) return null;
  return (
    <p className="links">
      <a href={href(paths.callAppeal(call.id))}>{t("appealLink")}</a>
    </p>
  );
}

function OpenSitting({ refused }: { readonly refused: RefusedForm | undefined }) {
  const t = useText(juryWords);
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" className="form narrow wider" id="open">
      <SittingFields refused={refused} />
      <Button type="submit" name="intent" value="open" loading={busy}>
        {t("open")}
      </Button>
    </Form>
  );
}

function OpenForms({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { call, open, drawn, applications } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  const href = useHref();
  const busy = useNavigation().state === "submitting";
  if (!open || !drawn) return null;
  const waiting = new Set(drawn.awards.flatMap(({ number, outcome }) => (outcome === "undecided" ? [number] : [])));
  const equal = drawn.places.filter(({ number, group }) => group.length > 1 && waiting.has(number));
  const tied = drawn.places.filter(
    (place) => equal.includes(place) || place.breaks.some(({ rule }) => /vote$/.test(rule.by)),
  );
  const titleOf = (number: number) => applications.find((one) => one.number === number)?.title ?? "";
  return (
    <section className="part">
      {open.basis && (
        <div className="notice">
          <p>
            <Words>{t("reopened", { basis: open.basis })}</Words>
          </p>
          <p>{t("reopenedHow")}</p>
          <p>
            <a href={href(paths.callJury(call.id))}>{t("reopenedJury")}</a>
          </p>
        </div>
      )}
      {waiting.size > 0 && (
        <p className="notice">{t("undecided", { numbers: equal.map(({ number }) => `№ ${number}`).join(", ") })}</p>
      )}
      {tied.length > 0 && (
        <FoldForm intent="votes" summary={t("votes")} submit={t("votes")} hint={t("votesHint")} refused={refused}>
          <input type="hidden" name="version" value={open.version} />
          {tied.map(({ number }) => (
            <TextInput
              key={number}
              name={`hands.${number}`}
              label={t("hands", { number, title: titleOf(number) })}
              inputMode="numeric"
              defaultValue={String(open.votes.hands?.[number] ?? "")}
            />
          ))}
          <TextInput name="chair" label={t("chairVote")} defaultValue={(open.votes.chair ?? []).join(", ")} />
        </FoldForm>
      )}
      <Form method="post" className="form narrow wider" id="decide">
        <p className="note">{t("decideHint")}</p>
        <input type="hidden" name="version" value={open.version} />
        <Button type="submit" name="intent" value="decide" loading={busy} disabled={waiting.size > 0}>
          {t("decide")}
        </Button>
      </Form>
    </section>
  );
}
