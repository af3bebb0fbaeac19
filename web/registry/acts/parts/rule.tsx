import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { ACT_SUBJECTS } from "../../../../src/registry/act/views.ts";
import type { RevisionRule } from "../../../../src/registry/revision/views.ts";
import { FoldForm } from "../../../app/fold-form.tsx";
import type { RefusedForm } from "../../../app/form.ts";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { formatDate } from "../../../ui/dates.ts";
import { Facts } from "../../../ui/facts.tsx";
import { formatCount } from "../../../ui/format.ts";
import { useLanguage } from "../../../ui/language.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import { Words } from "../../../ui/words.tsx";
import { actWords } from "../words.ts";

interface Props {
  readonly rule: RevisionRule;
  readonly waiting: number;
  readonly done: number;
  readonly mayChange: boolean;
  readonly refused: RefusedForm | undefined;
}

/** One rule with what waits by it, and the form that changes it. */
export function Rule({ rule, waiting, done, mayChange, refused }: Props) {
  const t = useText(actWords);
  const href = useHref();
  const language = useLanguage();
  const day = (date: string | null) => date && formatDate(date, language);
  return (
    <section className="part">
      <h2 className="measure">
        <Words>{rule.law}</Words>
      </h2>
      <Mark kind={rule.checked ? "done" : "warning"}>{t(rule.checked ? "ruleChecked" : "ruleUnchecked")}</Mark>
      <Facts
        items={[
          [t("ruleDue"), day(rule.dueDate)],
          [t("ruleBefore"), day(rule.adoptedBefore)],
          [t("ruleSubjects"), rule.subjects.map((subject) => t(`subject-${subject}`)).join(", ")],
          [t("ruleHoldsFrom"), day(rule.holdsFrom)],
          [t("ruleHoldsUntil"), day(rule.holdsUntil)],
          [
            t("ruleWaiting"),
            <a key="waiting" href={`${href(paths.registryActs)}?due=yes`}>
              {formatCount(waiting, language)}
            </a>,
          ],
          [t("ruleDone"), formatCount(done, language)],
          [t("ruleSource"), <Words key="source">{rule.source}</Words>],
        ]}
      />
      {mayChange && <ChangeRule rule={rule} refused={refused} />}
    </section>
  );
}

function ChangeRule({ rule, refused }: Pick<Props, "rule" | "refused">) {
  const t = useText(actWords);
  const typed = refused?.intent === "rule" ? refused.typed : undefined;
  const day = (name: "adoptedBefore" | "dueDate" | "holdsFrom" | "holdsUntil") => ({
    name,
    type: "date",
    defaultValue: typed?.[name] ?? rule[name] ?? "",
  });
  return (
    <FoldForm intent="rule" summary={t("ruleChange")} submit={t("save")} refused={refused}>
      <input type="hidden" name="key" value={rule.key} />
      <input type="hidden" name="version" value={rule.version} />
      <TextInput {...day("dueDate")} label={t("ruleDue")} description={t("ruleDueHint")} />
      <TextInput {...day("adoptedBefore")} label={t("ruleBefore")} />
      <fieldset className="choices">
        <legend>{t("ruleSubjects")}</legend>
        {ACT_SUBJECTS.map((subject) => (
          <Checkbox
            key={subject}
            name="subjects"
            value={subject}
            label={t(`subject-${subject}`)}
            defaultChecked={rule.subjects.includes(subject)}
          />
        ))}
      </fieldset>
      <TextInput {...day("holdsFrom")} label={t("ruleHoldsFrom")} />
      <TextInput {...day("holdsUntil")} label={t("ruleHoldsUntil")} />
      <Textarea
        id="source"
        name="source"
        label={t("ruleSource")}
        rows={3}
        maxLength={2000}
        defaultValue={typed?.source ?? rule.source}
        error={typed && refused?.sentence}
      />
      <Checkbox name="checked" value="yes" label={t("ruleCheckedField")} defaultChecked={rule.checked} />
    </FoldForm>
  );
}
