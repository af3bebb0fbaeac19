import type { DeskDoor } from "../../desk/index.ts";

/** What the ledger asks of the desk: tasks with a deadline. */
export type Deadlines = Pick<DeskDoor, "openTask" | "settleTask">;
