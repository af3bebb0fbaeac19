import { type CallRow, type RouteRow, self } from "../row.ts";

const TASK = { title: "Прислать протокол", dueDate: "2099-04-10", remindDays: "7", role: "settlement" };

const ofOwner: CallRow["of"] = ({ person }) => [person];
const read: CallRow["also"] = { asks: "task.read", of: ofOwner };
const move = (asks: CallRow["asks"]): CallRow => ({
  asks,
  of: ofOwner,
  also: read,
  form: { version: "1", reason: "проверка" },
});
const write: CallRow["also"] = { asks: "message.write", of: self };
const correct: CallRow = {
  asks: "task.read",
  of: ofOwner,
  hides: true,
  also: { asks: "message.write", of: ofOwner },
  form: async ({ one }) => ({ message: await one("message"), messageVersion: "1", text: "Иначе" }),
};

export const deskRows: readonly RouteRow[] = [
  { route: "desk", calls: { GET: "signed-in", "POST read": { asks: "notice.read", of: self } } },
  {
    route: "desk/notices",
    calls: {
      GET: { asks: "notice.read", of: self },
      "POST read": { asks: "notice.read", of: self },
      "POST letters": { asks: "notice.read", of: self },
    },
  },
  { route: "desk/tasks", calls: { GET: { asks: "task.read", of: self } } },
  { route: "desk/:file", at: () => "/desk/tasks.csv", calls: { GET: { asks: "task.read", of: self } } },
  { route: "desk/tasks/new", calls: { GET: "task.give", POST: { asks: "task.give", form: TASK } } },
  {
    route: "desk/tasks/:id",
    at: ({ task }) => `/desk/tasks/${task}`,
    calls: {
      GET: read,
      "POST take": move("task.work"),
      "POST finish": move("task.work"),
      "POST accept": move("task.accept"),
      "POST return": move("task.accept"),
      "POST cancel": move("task.cancel"),
      "POST change": { asks: "task.give", also: read, form: { ...TASK, version: "1" } },
      "POST message": { asks: "task.read", of: ofOwner, hides: true, also: write, form: { text: "Когда?" } },
      "POST correct": correct,
    },
  },
  { route: "desk/executors", calls: { GET: "task.oversee", POST: "task.give" } },
  {
    route: "desk/messages/:kind/:id",
    at: async ({ one }) => `/desk/messages/programme-draft/${await one("programme_draft")}`,
    calls: {
      GET: { asks: "programme.read-drafts", also: { asks: "message.read", of: self }, hides: true },
      "POST message": { asks: "programme.read-drafts", hides: true, also: write, form: { text: "Почему?" } },
      "POST correct": correct,
    },
  },
  {
    route: "desk/files/:id",
    at: async ({ one }) => `/desk/files/${await one("message_file")}`,
    calls: { GET: { asks: "task.read", of: ofOwner, hides: true } },
  },
];
