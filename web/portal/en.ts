import type { Translation } from "../ui/text.ts";
import type { ru } from "./ru.ts";

export const en: Translation<typeof ru> = {
  accessibility: "Accessibility: what works, and for whom",
  accessibilityLead:
    "The pages for residents are made so that anybody can read them: on an old phone, with a keyboard, with a screen reader, on paper.",
  accessibilityDone: "What is done",
  accessibilityNoScript: "Pages for residents run no program in the browser and weigh at most 15 kB without the font.",
  accessibilityKeyboard:
    "Everything opens with the keyboard; one sees where one is; the first link of a page leads to its content.",
  accessibilityContrast:
    "Text stands out from its ground by at least 4.5 : 1, light and dark; which of them is taken from your device’s settings.",
  accessibilityColour: "No state is told by colour alone: each has a shape and a word.",
  accessibilityTables:
    "Beside each picture stands a table with the same figures. On a phone a row of a table becomes a card with labels.",
  accessibilityZoom: "Text can be enlarged to twice its size without losing content.",
  accessibilityMissing: "What is still missing",
  accessibilityDocument:
    "The document’s own words are shown as printed, slips included; on English pages they stay in Russian.",
  accessibilityCheck:
    "The program axe-core checks the pages with every build. People who use screen readers have not tried them yet.",
  ownTitle: "Begin your own programme",
  ownLead:
    "The demonstration stands by itself. Your own installation opens beside it, empty: no invented figure or person is in it, and none can be.",
  ownStop: "Stop the server that shows this page: press Ctrl+C in its terminal. The demonstration's data stay.",
  ownStart: "In the same place, the program's folder, start:",
  ownSetUp:
    "The terminal names the data folder, the address of the set-up page and a one-time code. Open the address and enter the code, the municipality's name and yourself, the first administrator.",
  ownCoordinator: "Invite the programme's coordinator: you get the link for them at once.",
  ownImport: "The coordinator loads the adopted programme from Word and begins to work.",
  ownKeptTitle: "What lies where",
  ownKept:
    "The demonstration is kept in the folder data, your own installation in data-own beside it (-own is added to the name of your folder). The command erases nothing. npm start alone opens the demonstration again, with --empty your installation; the terminal says each time which one is open.",
  ownOthersTitle: "If the server is not yours",
  ownOthers:
    "Show this page to whoever runs it. It takes Linux, Node 20 or newer and npm; an installation with an address, mail and a PostgreSQL of its own is described in docs/operations.md.",
  privacy: "Personal data: what this site keeps",
  privacyLead:
    "One can read the programme without saying anything about oneself: no sign-in, no cookies, no counting of visits.",
  privacyVisitors: "Of those who read",
  privacyNoCookies:
    "Pages for residents set no cookies and ask no foreign servers; font and signs are kept on this site.",
  privacyLog:
    "The server may keep a log of requests: address of the page, time, number of the request. The server’s administrator sees it.",
  privacyStaff: "Of those who sign in",
  privacyAccount:
    "Of an officer it keeps name, e-mail address, roles, and the password in a form from which it cannot be recovered.",
  privacySession: "Being signed in rests on one cookie, which is deleted on signing out.",
  privacyTrail:
    "Who uploaded and who approved a document stands in the trail; the approver’s name is shown with the edition.",
  privacyDocument: "Of the programme document",
  privacyDocumentText:
    "The document is published as it was adopted. If it names people, their names are seen here too.",
};
