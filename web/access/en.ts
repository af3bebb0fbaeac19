import type { Translation } from "../ui/text.ts";
import type { ru } from "./ru.ts";

export const en: Translation<typeof ru> = {
  title: "Sign in to work with the programme",
  lead: "Signing in is for officers. One can read the programme without it.",
  email: "E-mail address",
  password: "Password",
  show: "Show or hide the password",
  submit: "Sign in",
  problem: "Signing in did not work",
  forgotten: "Forgot the password? The server’s administrator gives a new one.",
};
