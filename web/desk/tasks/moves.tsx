import { Button, Textarea } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import { barMove, TASK_MOVE_NAMES, TASK_MOVES, type TaskMove } from "../../../src/desk/contract.ts";
import type { TaskView } from "../../../src/desk/views.ts";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { deskWords } from "../words.ts";

/** Every move of the table: a button, or a button that is barred and says why. The first that can be made is the main one. */
export function Moves({ task, refused }: { readonly task: TaskView; readonly refused: Refused | undefined }) {
  const t = useText(deskWords);
  const busy = useNavigation().state === "submitting";
  const bars = new Map(TASK_MOVE_NAMES.map((move) => [move, barMove(move, task.state, task.may[move])]));
  // What is never this person's to do is not offered; what is theirs but not now is shown with its reason.
  const offered = TASK_MOVE_NAMES.filter((move) => bars.get(move) !== "person");
  const main = offered.find((move) => bars.get(move) === null);
  if (offered.length === 0) return null;
  const reasoned = offered.some((move) => TASK_MOVES[move].needsReason && bars.get(move) === null);
  return (
    <section id="moves" className="part">
      <h2>{t("moves")}</h2>
      <Form method="post" className="form moves">
        <input type="hidden" name="version" value={task.version} />
        {reasoned && (
          <Textarea
            id="reason"
            name="reason"
            label={t("reason")}
            description={t("reasonHint")}
            rows={2}
            defaultValue={refused?.typed.reason ?? ""}
            error={refused?.code === "task-reason-missing" ? refused.sentence : undefined}
          />
        )}
        <div className="buttons">
          {offered.map((move) => (
            <MoveButton key={move} move={move} barred={bars.get(move) !== null || busy} main={move === main} />
          ))}
        </div>
        <ul className="note">
          {offered
            .filter((move) => bars.get(move) === "state")
            .map((move) => (
              <li key={move} id={`bar-${move}`}>
                {t(`move_${move}`)}: {t(`bar_state_${move}`)}
              </li>
            ))}
        </ul>
      </Form>
    </section>
  );
}

function MoveButton({
  move,
  barred,
  main,
}: {
  readonly move: TaskMove;
  readonly barred: boolean;
  readonly main: boolean;
}) {
  const t = useText(deskWords);
  return (
    <Button
      type="submit"
      name="intent"
      value={move}
      variant={main ? "filled" : "outline"}
      disabled={barred}
      aria-describedby={barred ? `bar-${move}` : undefined}
    >
      {t(`move_${move}`)}
    </Button>
  );
}
