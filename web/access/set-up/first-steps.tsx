import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { setUpWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return answer(doors, async (ctx) => {
    doors.access.requirePermission(ctx, "person.create");
    const coordinators = await doors.access.listHoldersOf(ctx, "coordinator", null);
    const programmes = await doors.programme.listProgrammes(ctx);
    return {
      mayImport: doors.may("programme.import"),
      done: {
        coordinator: coordinators.length > 0,
        programme: programmes.length > 0,
        mail: doors.access.sendsLetters,
        factor: doors.municipality.secondFactorRequired,
      },
    };
  });
}

/** What a new installation needs next: the programme comes with its coordinator. */
export default function FirstSteps() {
  const t = useText(setUpWords);
  const href = useHref();
  const { done, mayImport } = useLoaderData<typeof loader>();
  const links = [
    { key: "mail", path: paths.mail, done: done.mail },
    { key: "particulars", path: paths.municipality, done: false },
    { key: "factor", path: paths.ownFactor, done: done.factor },
    { key: "personal", path: paths.personalData, done: false },
  ] as const;
  return (
    <div className="narrow wider">
      <title>{t("stepsTitle")}</title>
      <h1>{t("stepsTitle")}</h1>
      <p className="under">{t("stepsLead")}</p>
      <Step title={t("coordinator")} lead={t("coordinatorLead")} done={done.coordinator}>
        <Button
          component="a"
          href={href(`${paths.invite}?role=coordinator`)}
          variant={done.coordinator ? "outline" : "filled"}
        >
          {t("coordinatorSubmit")}
        </Button>
      </Step>
      <Step title={t("programme")} lead={t("programmeLead")} done={done.programme}>
        {mayImport && <a href={href(paths.import)}>{t("programmeLink")}</a>}
      </Step>
      {links.map(({ key, path, done: isDone }) => (
        <Step key={key} title={t(key)} lead={t(`${key}Lead`)} done={isDone}>
          <a href={href(path)}>{t(`${key}Link`)}</a>
        </Step>
      ))}
    </div>
  );
}

interface StepProps {
  readonly title: string;
  readonly lead: string;
  readonly done: boolean;
  readonly children: React.ReactNode;
}

function Step({ title, lead, done, children }: StepProps) {
  const t = useText(setUpWords);
  return (
    <section className="part">
      <h2>{title}</h2>
      {done && <Mark kind="done">{t("stepsDone")}</Mark>}
      <p className="under">{lead}</p>
      <p>{children}</p>
    </section>
  );
}
